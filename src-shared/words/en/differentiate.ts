/** Texts of the Differentiate tab. */
export const differentiate = {
  at: 'Point a',
  slice: 'Along',
  numbers: 'Numbers at a',
  value: 'f(a)',
  exact: 'f′(a), from the formula',
  error: 'error',
  quotient: 'Difference quotient',
  undefinedHere: 'f is not defined here.',
  infiniteHere: 'f is not defined here, or its value is too large.',
  undefinedNear: 'There is no quotient: f is not defined at one of these points.',
  heldAt: (values: { held: string }) => `Held fixed: ${values.held}`,
  values: 'Vertical range',
  automatic: 'automatic'
}
