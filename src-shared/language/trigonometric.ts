import type { FunctionRow } from './function-row'
import { acsc, asec, asinSlope, atan2Slope, atanSlope, sincDerivative, unit } from './special'
import { fenced } from './tex'

/** Trigonometric functions and their inverses, in radians. */
export const trigonometric: readonly FunctionRow[] = [
  {
    name: 'sin',
    aliases: [],
    parameters: ['a'],
    value: Math.sin,
    derivatives: ['cos(a)'],
    parity: 'odd',
    inverse: 'asin',
    tex: '\\sin',
    python: 'np.sin'
  },
  {
    name: 'cos',
    aliases: [],
    parameters: ['a'],
    value: Math.cos,
    derivatives: ['-sin(a)'],
    parity: 'even',
    inverse: 'acos',
    tex: '\\cos',
    python: 'np.cos'
  },
  {
    name: 'tan',
    aliases: [],
    parameters: ['a'],
    value: Math.tan,
    domain: 'abs(cos(a)) > 0',
    derivatives: ['1/cos(a)^2'],
    parity: 'odd',
    quotient: 'sin(a)/cos(a)',
    inverse: 'atan',
    tex: '\\tan',
    python: 'np.tan'
  },
  {
    name: 'sec',
    aliases: [],
    parameters: ['a'],
    value: (a) => 1 / Math.cos(a),
    domain: 'abs(cos(a)) > 0',
    range: 'nonzero',
    derivatives: ['sec(a)*tan(a)'],
    parity: 'even',
    quotient: '1/cos(a)',
    inverse: 'asec',
    tex: '\\sec',
    python: '1 / np.cos(a)'
  },
  {
    name: 'csc',
    aliases: ['cosec'],
    parameters: ['a'],
    value: (a) => 1 / Math.sin(a),
    domain: 'abs(sin(a)) > 0',
    pole: 'a',
    range: 'nonzero',
    derivatives: ['-csc(a)*cot(a)'],
    parity: 'odd',
    quotient: '1/sin(a)',
    inverse: 'acsc',
    tex: '\\csc',
    python: '1 / np.sin(a)'
  },
  {
    name: 'cot',
    aliases: ['cotan'],
    parameters: ['a'],
    value: (a) => 1 / Math.tan(a),
    domain: 'abs(sin(a)) > 0',
    pole: 'a',
    derivatives: ['-csc(a)^2'],
    parity: 'odd',
    quotient: 'cos(a)/sin(a)',
    inverse: 'acot',
    tex: '\\cot',
    python: '1 / np.tan(a)'
  },
  {
    name: 'asin',
    aliases: ['arcsin'],
    parameters: ['a'],
    value: Math.asin,
    domain: '-1 <= a <= 1',
    derivatives: ['asinslope(a)'],
    parity: 'odd',
    inverse: 'sin',
    tex: '\\arcsin',
    python: 'np.arcsin'
  },
  {
    name: 'acos',
    aliases: ['arccos'],
    parameters: ['a'],
    value: Math.acos,
    domain: '-1 <= a <= 1',
    derivatives: ['-asinslope(a)'],
    inverse: 'cos',
    tex: '\\arccos',
    python: 'np.arccos'
  },
  {
    name: 'atan',
    aliases: ['arctan'],
    parameters: ['a'],
    value: Math.atan,
    derivatives: ['atanslope(a)'],
    parity: 'odd',
    inverse: 'tan',
    tex: '\\arctan',
    python: 'np.arctan'
  },
  {
    name: 'asec',
    aliases: ['arcsec'],
    parameters: ['a'],
    value: asec,
    domain: 'abs(a) >= 1',
    derivatives: ['1/abs(a)*acoshslope(abs(a))'],
    inverse: 'sec',
    tex: '\\operatorname{arcsec}',
    python: 'np.arccos(1 / a)'
  },
  {
    name: 'acsc',
    aliases: ['arccsc', 'arccosec'],
    parameters: ['a'],
    value: acsc,
    domain: 'abs(a) >= 1',
    range: 'nonzero',
    derivatives: ['-1/abs(a)*acoshslope(abs(a))'],
    parity: 'odd',
    inverse: 'csc',
    tex: '\\operatorname{arccsc}',
    python: 'np.arcsin(1 / a)'
  },
  {
    name: 'acot',
    aliases: ['arccot'],
    parameters: ['a'],
    // By convention π/2 at 0.
    value: (a) => (a === 0 ? Math.PI / 2 : Math.atan(1 / a)),
    derivatives: ['-atanslope(a)'],
    parity: 'odd',
    kink: 'a',
    inverse: 'cot',
    tex: '\\operatorname{arccot}',
    python: 'np.arctan(1 / a)'
  },
  {
    // The angle of the point (b, a), whose ordinate is a. It jumps by 2π across the negative half of the abscissa.
    name: 'atan2',
    aliases: ['arctan2'],
    parameters: ['a', 'b'],
    value: Math.atan2,
    derivatives: ['atan2slope(a, b)', '-atan2slope(b, a)'],
    kink: 'hypot(a, max(b, 0))',
    tex: '\\operatorname{atan2}',
    python: 'np.arctan2'
  },
  {
    name: 'sinc',
    aliases: [],
    parameters: ['a'],
    value: (a) => (a === 0 ? 1 : Math.sin(a) / a),
    derivatives: ['sincslope(a)'],
    parity: 'even',
    tex: '\\operatorname{sinc}',
    python: 'np.sinc(a / np.pi)'
  },
  {
    // The derivative of sinc, with a formula that can be read.
    name: 'sincslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: (a) => sincDerivative(1, a),
    derivatives: ['sincderivative(2, a)'],
    tex: { formula: 'piecewise(abs(a) > 0, (cos(a) - sinc(a))/a, 0)' }
  },
  {
    // The n-th derivative of sinc; n is a whole number and is never differentiated.
    name: 'sincderivative',
    aliases: [],
    parameters: ['n', 'a'],
    hidden: true,
    value: sincDerivative,
    derivatives: ['0', 'sincderivative(n + 1, a)'],
    tex: (n, a) => `\\operatorname{sinc}^{(${n})}${fenced('(', a, ')')}`
  },
  {
    // The derivative of hypot(a, b) in a.
    name: 'unit',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    value: unit,
    derivatives: ['unit(b, a)*atan2slope(a, b)', '-unit(a, b)*atan2slope(a, b)'],
    kink: 'hypot(a, b)',
    tex: { formula: 'a/sqrt(a^2 + b^2)' },
    python: 'a / np.hypot(a, b)'
  },
  {
    // The derivative of atan2(a, b) in a, by convention 0 at the origin. The derivative in b is −atan2slope(b, a).
    name: 'atan2slope',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    value: atan2Slope,
    derivatives: [
      '-2*(atan2slope(a, b)*atan2slope(b, a))',
      '(atan2slope(b, a) - atan2slope(a, b))*(atan2slope(b, a) + atan2slope(a, b))'
    ],
    kink: 'hypot(a, b)',
    tex: { formula: 'b/(a^2 + b^2)' },
    python: 'b / (a**2 + b**2)'
  },
  {
    // The derivative of atan. Written as a quotient, its own derivative would underflow at 1e100.
    name: 'atanslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: atanSlope,
    derivatives: ['-2*(a*atanslope(a))*atanslope(a)'],
    tex: { formula: '1/(1 + a^2)' },
    python: '1 / (1 + a**2)'
  },
  {
    // The derivative of asin, accurate at both ends; written as a quotient over (1 − a)(1 + a), its own derivative
    // would be inaccurate near 0.
    name: 'asinslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    domain: '-1 < a < 1',
    value: asinSlope,
    derivatives: ['a*asinslope(a)^3'],
    tex: { formula: '1/sqrt(1 - a^2)' },
    python: '1 / np.sqrt(1 - a**2)'
  }
]
