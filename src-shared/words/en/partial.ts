/** Texts of the Partial tab. */
export const partial = {
  needsTwo: 'A partial derivative needs a function of two or more variables.',
  tryTwo: 'Try x^2 + y^2',
  /** Letters of the formula that are not variables. */
  areConstants: (values: { names: string }) => `In this formula ${values.names} stand for constants.`,
  makeVariables: (values: { names: string }) => `Make variables of ${values.names}`,
  joint: 'Contour and slices',
  slice: (values: { held: string }) => `Slice ${values.held}`,
  numbers: 'Numbers at the point',
  coordinate: (values: { name: string }) => `Point: ${values.name}`,
  slide: (values: { name: string }) => `Slide ${values.name}`,
  /** Variables whose coordinate is outside of their range. */
  outside: (values: { names: string }) => `The point is outside of the range of ${values.names}.`,
  showPoint: 'Show it',
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
  place: 'Coordinate',
  derivative: 'Derivative',
  /** Above the slopes: what they are, of the two that are drawn. */
  isSlope: (values: { across: string; up: string }) =>
    `${values.across} and ${values.up} are the slopes of the tangents to the two slices.`,

  topic: 'What is seen at the point',
  topics: { slopes: 'Partial', direction: 'Direction', curvature: 'Curvature', critical: 'Critical' },

  angle: 'Direction in degrees',
  turn: 'Turn the direction',
  directional: 'Directional derivative',
  /** The gradient in the plane, its direction in degrees, and its magnitude. */
  most: (values: { gradient: string; angle: string; size: string }) =>
    `Largest along ${values.gradient} (${values.angle}°): ‖${values.gradient}‖ = ${values.size}`,
  /** `zero`: an equation, as “∇f = 0”. */
  levelEverywhere: (values: { zero: string }) => `${values.zero} here, so it is 0 in every direction of the plane.`,
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
  /** Where the gradient is 0 as well. `zero`: an equation, as “∇f = 0”; `plane`: empty, or `inPlane`. */
  stationary: {
    bowl: (values: { zero: string; plane: string }) => `As ${values.zero}, this is a minimum${values.plane}.`,
    dome: (values: { zero: string; plane: string }) => `As ${values.zero}, this is a maximum${values.plane}.`,
    saddle: (values: { zero: string; plane: string }) => `As ${values.zero}, this is a saddle point${values.plane}.`,
    undecided: (values: { zero: string; plane: string }) =>
      `${values.zero}, but second derivatives do not decide what kind of point this is${values.plane}.`
  },
  /** Which variables are held, as “z = 3”. */
  inPlane: (values: { held: string }) => ` as long as ${values.held} is held`,
  /** Above the list of critical points of a function with more variables than two. */
  onlyPlane: (values: { held: string }) => `In the plane ${values.held}:`,
  noCurvature: 'f has no second derivatives here.',
  showTaylor: 'Taylor surface of order 2',

  critical: 'Critical points found in this range',
  kind: 'Kind',
  goTo: (values: { kind: string; place: string }) => `Go to ${values.place}: ${values.kind}`,
  searching: 'Searching …',
  noneFound: 'No critical points were found in this range.',
  /** Where none were found: what was not looked for. */
  looked: 'Looked for: places where ∇f = 0, and corners of f where 0 lies among the gradients around.',
  cornerNote: 'Corner: f has no gradient there, but 0 lies among the gradients around it.',
  connected: 'Whole lines or areas are critical; some of their points are listed.',
  more: (values: { count: number }) =>
    `More were found; these are the ${values.count} of them nearest the middle of the range.`,
  undecided: '* Not decided by the Hessian matrix, but by the values around the point.'
}
