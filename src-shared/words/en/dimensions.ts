/** More than two variables: the plane of the principal components, and the variables one by one. */
export const dimensions = {
  principal: 'Principal plane',
  principalHint: 'View the plane of the first two principal components of the selected run’s path',
  /** `first`, `second`, `both`: percent of the path's variance. */
  share: (values: { both: string; first: string; second: string }) =>
    `Explains ${values.both} of the path’s variance (${values.first} + ${values.second})`,
  still: 'The run does not move, so any plane through it is as good.',
  made: (values: { name: string; terms: string }) => `${values.name} = ${values.terms}`,
  madeHint: (values: { name: string; terms: string }) =>
    `${values.name} is the direction ${values.terms}; the last point of the run is at 0`,
  noPath: 'The run has no points, so there is no plane.',
  /** The arrangement, and its card. */
  variables: 'By variable',
  variablesTitle: 'Each variable against the steps'
}
