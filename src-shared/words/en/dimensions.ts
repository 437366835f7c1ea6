/** More than two variables: the plane of the principal components, and the variables one by one. */
export const dimensions = {
  principal: 'Principal plane',
  principalHint: 'Look at the plane in which the selected run moves most: its two principal components',
  /** `first`, `second`, `both`: percent of the path's variance. */
  share: (values: { both: string; first: string; second: string }) =>
    `Shows ${values.both} of the motion (${values.first} + ${values.second})`,
  still: 'The run does not move, so that any plane through it is as good.',
  made: (values: { name: string; terms: string }) => `${values.name} = ${values.terms}`,
  madeHint: (values: { name: string; terms: string }) =>
    `${values.name} is the direction ${values.terms}; the last point of the run is at 0`,
  noPath: 'The run has no points, so that there is no plane.',
  /** The arrangement, and its card. */
  variables: 'By variable',
  variablesTitle: 'Each variable over the steps'
}
