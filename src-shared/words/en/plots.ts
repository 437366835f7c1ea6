import type { Values } from '../values'

/** Texts drawn into pictures. */
export const plots = {
  step: 'step',
  stepNumber: ({ step }: Values) => `step ${step}`,
  mostDecrease: '−∇f: most decrease',
  mostIncrease: '∇f: most increase',
  secant: 'secant',
  undefinedHere: 'not defined here',
  infiniteHere: 'not defined here, or too large',
  noDerivative: 'no derivative here',
  noLimit: 'no limit here',
  left: ({ value }: Values) => `left ${value}`,
  right: ({ value }: Values) => `right ${value}`,
  leftAndRight: ({ left, right }: Values) => `left ${left}, right ${right}`,
  /** Of a place where the curve is interrupted, with what f comes to on its left and on its right. */
  breaks: {
    jump: ({ sides }: Values) => `jump: ${sides}`,
    pole: ({ sides }: Values) => `pole: ${sides}`,
    hole: ({ sides }: Values) => `hole: ${sides}`,
    edge: ({ sides }: Values) => `end of the domain: ${sides}`,
    corner: ({ sides }: Values) => `corner, slopes: ${sides}`
  },
  notSquare: 'Not 1:1 – arrows are not seen perpendicular to the contour lines',
  finerBelow: 'levels closer where f is low',
  finerAbove: 'levels closer where f is high',
  kinds: { minimum: 'minimum', maximum: 'maximum', saddle: 'saddle point', level: 'flat point' },
  constant: 'f is constant here, so there are no contour lines',
  nowhere: 'f is not defined anywhere here',
  logarithmic: ({ value }: Values) => `levels even in log ${value}`,
  equalAreas: 'equal areas between any two levels',
  notSquareAxes: 'Not 1:1 – the principal directions are not seen at right angles',
  leftOut: 'Not on the logarithmic axis: values of 0 or less.',
  notPositive: 'Linear axis: some values are 0 or less.',
  below: ({ value, bound }: Values) => `${value} ≤ ${bound}`,
  above: ({ value, bound }: Values) => `${value} ≥ ${bound}`,
  between: ({ value, low, high }: Values) => `${low} ≤ ${value} ≤ ${high}`,
  logHeights: ({ formula }: Values) => `Heights: ${formula}`,
  comma: ', ',
  noSurface: 'This computer cannot draw in 3-D, so the contour is shown instead.'
}
