import type { FunctionRow } from './function-row'
import { acoshSlope, acoth, acsch, asech, asinhSlope, atanhSlope, csch, sech } from './special'

/**
 * Hyperbolic functions and their inverses. The derivatives are written so that nothing overflows before the result
 * does.
 */
export const hyperbolic: readonly FunctionRow[] = [
  {
    name: 'sinh',
    aliases: [],
    parameters: ['a'],
    value: Math.sinh,
    derivatives: ['cosh(a)'],
    relative: ['coth(a)'],
    parity: 'odd',
    inverse: 'asinh',
    tex: '\\sinh',
    python: 'np.sinh'
  },
  {
    name: 'cosh',
    aliases: [],
    parameters: ['a'],
    value: Math.cosh,
    range: 'positive',
    derivatives: ['sinh(a)'],
    relative: ['tanh(a)'],
    parity: 'even',
    inverse: 'acosh',
    tex: '\\cosh',
    python: 'np.cosh'
  },
  {
    name: 'tanh',
    aliases: [],
    parameters: ['a'],
    value: Math.tanh,
    derivatives: ['tanhslope(a)'],
    parity: 'odd',
    quotient: 'sinh(a)/cosh(a)',
    inverse: 'atanh',
    tex: '\\tanh',
    python: 'np.tanh'
  },
  {
    name: 'sech',
    aliases: [],
    parameters: ['a'],
    value: sech,
    range: 'positive',
    derivatives: ['-sech(a)*tanh(a)'],
    parity: 'even',
    quotient: '1/cosh(a)',
    inverse: 'asech',
    tex: '\\operatorname{sech}',
    python: '1 / np.cosh(a)'
  },
  {
    name: 'csch',
    aliases: ['cosech'],
    parameters: ['a'],
    value: csch,
    domain: 'abs(a) > 0',
    pole: 'a',
    range: 'nonzero',
    derivatives: ['-csch(a)*coth(a)'],
    parity: 'odd',
    quotient: '1/sinh(a)',
    inverse: 'acsch',
    tex: '\\operatorname{csch}',
    python: '1 / np.sinh(a)'
  },
  {
    name: 'coth',
    aliases: [],
    parameters: ['a'],
    value: (a) => 1 / Math.tanh(a),
    domain: 'abs(a) > 0',
    pole: 'a',
    range: 'nonzero',
    derivatives: ['-csch(a)^2'],
    parity: 'odd',
    quotient: 'cosh(a)/sinh(a)',
    inverse: 'acoth',
    tex: '\\coth',
    python: '1 / np.tanh(a)'
  },
  {
    name: 'asinh',
    aliases: ['arsinh', 'arcsinh'],
    parameters: ['a'],
    value: Math.asinh,
    derivatives: ['asinhslope(a)'],
    parity: 'odd',
    inverse: 'sinh',
    tex: '\\operatorname{arsinh}',
    python: 'np.arcsinh'
  },
  {
    name: 'acosh',
    aliases: ['arcosh', 'arccosh'],
    parameters: ['a'],
    value: Math.acosh,
    domain: 'a >= 1',
    derivatives: ['acoshslope(a)'],
    inverse: 'cosh',
    tex: '\\operatorname{arcosh}',
    python: 'np.arccosh'
  },
  {
    name: 'atanh',
    aliases: ['artanh', 'arctanh'],
    parameters: ['a'],
    value: Math.atanh,
    domain: '-1 < a < 1',
    pole: '(1 - a)*(1 + a)',
    derivatives: ['atanhslope(a)'],
    parity: 'odd',
    inverse: 'tanh',
    tex: '\\operatorname{artanh}',
    python: 'np.arctanh'
  },
  {
    name: 'asech',
    aliases: ['arsech', 'arcsech'],
    parameters: ['a'],
    value: asech,
    domain: '0 < a <= 1',
    pole: 'a',
    derivatives: ['-1/a*asinslope(a)'],
    inverse: 'sech',
    tex: '\\operatorname{arsech}',
    python: 'np.arccosh(1 / a)'
  },
  {
    name: 'acsch',
    aliases: ['arcsch', 'arccsch', 'arcosech'],
    parameters: ['a'],
    value: acsch,
    domain: 'abs(a) > 0',
    pole: 'a',
    range: 'nonzero',
    derivatives: ['-1/abs(a)*asinhslope(a)'],
    parity: 'odd',
    inverse: 'csch',
    tex: '\\operatorname{arcsch}',
    python: 'np.arcsinh(1 / a)'
  },
  {
    name: 'acoth',
    aliases: ['arcoth', 'arccoth'],
    parameters: ['a'],
    value: acoth,
    domain: 'abs(a) > 1',
    pole: '(1 - a)*(1 + a)',
    range: 'nonzero',
    derivatives: ['atanhslope(a)'],
    parity: 'odd',
    inverse: 'coth',
    tex: '\\operatorname{arcoth}',
    python: 'np.arctanh(1 / a)'
  },
  {
    // The derivative of tanh. Written as a quotient, its own derivative would underflow at 200.
    name: 'tanhslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: (a) => sech(a) ** 2,
    derivatives: ['-2*tanh(a)*tanhslope(a)'],
    tex: { formula: '1/cosh(a)^2' },
    python: '1 / np.cosh(a)**2'
  },
  {
    name: 'asinhslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: asinhSlope,
    derivatives: ['-(a*asinhslope(a)*asinhslope(a))*asinhslope(a)'],
    tex: { formula: '1/sqrt(a^2 + 1)' },
    python: '1 / np.sqrt(a**2 + 1)'
  },
  {
    name: 'acoshslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    domain: 'a > 1',
    value: acoshSlope,
    derivatives: ['-(a*acoshslope(a)*acoshslope(a))*acoshslope(a)'],
    tex: { formula: '1/sqrt(a^2 - 1)' },
    python: '1 / np.sqrt(a**2 - 1)'
  },
  {
    // The derivative of atanh between the poles, and of acoth beyond them.
    name: 'atanhslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    domain: 'abs(a) < 1 or abs(a) > 1',
    value: atanhSlope,
    derivatives: ['2*(a*atanhslope(a))*atanhslope(a)'],
    tex: { formula: '1/(1 - a^2)' },
    python: '1 / (1 - a**2)'
  }
]
