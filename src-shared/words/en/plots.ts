import type { Values } from '../values'

/** Texts drawn into pictures. */
export const plots = {
  step: 'step',
  stepNumber: ({ step }: Values) => `step ${step}`,
  mostDecrease: '−∇f: most decrease',
  mostIncrease: '∇f: most increase',
  secant: 'secant',
  undefinedHere: 'not defined here',
  notSquare: 'Not 1:1 – arrows are not seen perpendicular to the contour lines',
  finerBelow: 'levels closer where f is low',
  finerAbove: 'levels closer where f is high',
  leftOut: 'Not on the logarithmic axis: values of 0 or less.',
  notPositive: 'Linear axis: some values are 0 or less.',
  below: ({ value, bound }: Values) => `${value} ≤ ${bound}`,
  above: ({ value, bound }: Values) => `${value} ≥ ${bound}`,
  between: ({ value, low, high }: Values) => `${low} ≤ ${value} ≤ ${high}`,
  noSurface: 'This computer cannot draw in 3-D, so the contour is shown instead.'
}
