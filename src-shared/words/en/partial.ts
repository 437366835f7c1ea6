/** Texts of the Partial tab. */
export const partial = {
  needsTwo: 'A partial derivative needs a function of two or more variables.',
  tryTwo: 'Try x^2 + y^2',
  slice: (values: { held: string }) => `Slice ${values.held}`,
  numbers: 'Partial derivatives at the point',
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
  derivative: 'Derivative'
}
