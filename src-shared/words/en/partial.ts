/** Texts of the Partial tab. */
export const partial = {
  needsTwo: 'A partial derivative needs a function of two or more variables.',
  tryTwo: 'Try x^2 + y^2',
  slice: (values: { held: string }) => `Slice ${values.held}`,
  numbers: 'Numbers at the point',
  coordinate: (values: { name: string }) => `Point: ${values.name}`,
  /** The names of the other variables with their values follow in brackets: “Contour (z = 3)”. */
  at: (values: { title: string; held: string }) => `${values.title} (${values.held})`,
  across: 'Horizontal axis',
  up: 'Vertical axis',
  /** Beside a difference quotient: where it comes from, and what it approximates. */
  approximation: (values: { scheme: string; exact: string }) => `${values.scheme}; from the formula: ${values.exact}`,
  norm: 'Magnitude ‖∇f‖',
  constant: (values: { held: string }) => `Treated as constant: ${values.held}`,
  /** Above the table of the variables that are not on the axes. */
  rest: 'The other variables',
  variable: 'Variable',
  derivative: 'Derivative',

  topic: 'What is seen at the point',
  topics: { slopes: 'Partial', direction: 'Direction', curvature: 'Curvature', critical: 'Critical' },

  angle: 'Direction in degrees',
  directional: 'Directional derivative',
  /** A direction of ∇f in degrees, and its magnitude. */
  most: (values: { angle: string; size: string }) => `Largest along ∇f (${values.angle}°): ‖∇f‖ = ${values.size}`,
  levelEverywhere: '∇f = 0 here, so it is 0 in every direction.',
  noGradient: 'There is no gradient here.',
  noDirectional: 'f is not differentiable here, so its slope in a direction is not ∇f · u.',
  turnToGradient: 'Turn to ∇f',

  hessian: 'Hessian matrix',
  eigenvalue: 'Eigenvalue',
  principal: 'Principal direction',
  /** In place of two principal directions, where the eigenvalues are equal. */
  everyDirection: 'every direction',
  bends: {
    bowl: 'It bends up in every direction, like a bowl.',
    dome: 'It bends down in every direction, like a dome.',
    saddle: 'It bends up one way and down the other, like a saddle.',
    trough: 'It bends up one way and, to second order, not at all the other, like a gutter.',
    ridge: 'It bends down one way and, to second order, not at all the other, like a ridge.',
    flat: 'It does not bend here, to second order.'
  },
  /** Where the gradient is 0 as well. */
  stationary: {
    bowl: 'As ∇f = 0, this is a minimum.',
    dome: 'As ∇f = 0, this is a maximum.',
    saddle: 'As ∇f = 0, this is a saddle point.',
    undecided: '∇f = 0, but second derivatives do not decide what kind of point this is.'
  },
  noCurvature: 'f has no second derivatives here.',
  showTaylor: 'Taylor surface of order 2',

  critical: 'Critical points in this range',
  kind: 'Kind',
  kinds: { minimum: 'minimum', maximum: 'maximum', saddle: 'saddle', level: 'level' },
  goTo: (values: { kind: string; place: string }) => `Go to the ${values.kind} ${values.place}`,
  searching: 'Searching …',
  noneFound: 'No critical points were found in this range.',
  connected: 'Whole lines or areas are critical; some of their points are listed.',
  more: (values: { count: number }) => `There are more; these are the ${values.count} nearest the middle of the range.`,
  undecided: '* Not decided by the Hessian matrix, but by the values around the point.'
}
