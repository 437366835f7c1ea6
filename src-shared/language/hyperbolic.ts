import type { FunctionRow } from './function-row'

/** Hyperbolic functions and their inverses. Derivatives are written so that nothing overflows before the result does. */
export const hyperbolic: readonly FunctionRow[] = [
  {
    name: 'sinh',
    aliases: [],
    parameters: ['a'],
    value: Math.sinh,
    derivatives: ['cosh(a)'],
    inverse: 'asinh',
    tex: '\\sinh',
    python: 'np.sinh'
  },
  {
    name: 'cosh',
    aliases: [],
    parameters: ['a'],
    value: Math.cosh,
    derivatives: ['sinh(a)'],
    inverse: 'acosh',
    tex: '\\cosh',
    python: 'np.cosh'
  },
  {
    name: 'tanh',
    aliases: [],
    parameters: ['a'],
    value: Math.tanh,
    derivatives: ['1/cosh(a)^2'],
    inverse: 'atanh',
    tex: '\\tanh',
    python: 'np.tanh'
  },
  {
    name: 'sech',
    aliases: [],
    parameters: ['a'],
    value: (a) => 1 / Math.cosh(a),
    derivatives: ['-sech(a)*tanh(a)'],
    inverse: 'asech',
    tex: '\\operatorname{sech}',
    python: '1 / np.cosh(a)'
  },
  {
    name: 'csch',
    aliases: ['cosech'],
    parameters: ['a'],
    value: (a) => 1 / Math.sinh(a),
    derivatives: ['-csch(a)*coth(a)'],
    inverse: 'acsch',
    tex: '\\operatorname{csch}',
    python: '1 / np.sinh(a)'
  },
  {
    name: 'coth',
    aliases: [],
    parameters: ['a'],
    value: (a) => 1 / Math.tanh(a),
    derivatives: ['-csch(a)^2'],
    inverse: 'acoth',
    tex: '\\coth',
    python: '1 / np.tanh(a)'
  },
  {
    name: 'asinh',
    aliases: ['arsinh', 'arcsinh'],
    parameters: ['a'],
    value: Math.asinh,
    derivatives: ['1/hypot(a, 1)'],
    inverse: 'sinh',
    tex: '\\operatorname{arsinh}',
    python: 'np.arcsinh'
  },
  {
    name: 'acosh',
    aliases: ['arcosh', 'arccosh'],
    parameters: ['a'],
    value: Math.acosh,
    derivatives: ['1/(sqrt(a - 1)*sqrt(a + 1))'],
    inverse: 'cosh',
    tex: '\\operatorname{arcosh}',
    python: 'np.arccosh'
  },
  {
    name: 'atanh',
    aliases: ['artanh', 'arctanh'],
    parameters: ['a'],
    value: Math.atanh,
    derivatives: ['1/((1 - a)*(1 + a))'],
    inverse: 'tanh',
    tex: '\\operatorname{artanh}',
    python: 'np.arctanh'
  },
  {
    name: 'asech',
    aliases: ['arsech', 'arcsech'],
    parameters: ['a'],
    value: (a) => Math.acosh(1 / a),
    derivatives: ['-1/(a*sqrt((1 - a)*(1 + a)))'],
    inverse: 'sech',
    tex: '\\operatorname{arsech}',
    python: 'np.arccosh(1 / a)'
  },
  {
    name: 'acsch',
    aliases: ['arcsch', 'arccsch'],
    parameters: ['a'],
    value: (a) => Math.asinh(1 / a),
    derivatives: ['-1/(abs(a)*hypot(a, 1))'],
    inverse: 'csch',
    tex: '\\operatorname{arcsch}',
    python: 'np.arcsinh(1 / a)'
  },
  {
    name: 'acoth',
    aliases: ['arcoth', 'arccoth'],
    parameters: ['a'],
    value: (a) => Math.atanh(1 / a),
    derivatives: ['1/((1 - a)*(1 + a))'],
    inverse: 'coth',
    tex: '\\operatorname{arcoth}',
    python: 'np.arctanh(1 / a)'
  }
]
