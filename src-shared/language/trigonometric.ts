import type { FunctionRow } from './function-row'
import { sincDerivative, unit } from './special'
import { fenced } from './tex'

/** Trigonometric functions and their inverses, in radians. */
export const trigonometric: readonly FunctionRow[] = [
  {
    name: 'sin',
    aliases: [],
    parameters: ['a'],
    value: Math.sin,
    derivatives: ['cos(a)'],
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
    inverse: 'acos',
    tex: '\\cos',
    python: 'np.cos'
  },
  {
    name: 'tan',
    aliases: [],
    parameters: ['a'],
    value: Math.tan,
    derivatives: ['1/cos(a)^2'],
    inverse: 'atan',
    tex: '\\tan',
    python: 'np.tan'
  },
  {
    name: 'sec',
    aliases: [],
    parameters: ['a'],
    value: (a) => 1 / Math.cos(a),
    derivatives: ['sec(a)*tan(a)'],
    inverse: 'asec',
    tex: '\\sec',
    python: '1 / np.cos(a)'
  },
  {
    name: 'csc',
    aliases: ['cosec'],
    parameters: ['a'],
    value: (a) => 1 / Math.sin(a),
    derivatives: ['-csc(a)*cot(a)'],
    inverse: 'acsc',
    tex: '\\csc',
    python: '1 / np.sin(a)'
  },
  {
    name: 'cot',
    aliases: ['cotan'],
    parameters: ['a'],
    value: (a) => 1 / Math.tan(a),
    derivatives: ['-csc(a)^2'],
    inverse: 'acot',
    tex: '\\cot',
    python: '1 / np.tan(a)'
  },
  {
    name: 'asin',
    aliases: ['arcsin'],
    parameters: ['a'],
    value: Math.asin,
    derivatives: ['1/sqrt((1 - a)*(1 + a))'],
    inverse: 'sin',
    tex: '\\arcsin',
    python: 'np.arcsin'
  },
  {
    name: 'acos',
    aliases: ['arccos'],
    parameters: ['a'],
    value: Math.acos,
    derivatives: ['-1/sqrt((1 - a)*(1 + a))'],
    inverse: 'cos',
    tex: '\\arccos',
    python: 'np.arccos'
  },
  {
    name: 'atan',
    aliases: ['arctan'],
    parameters: ['a'],
    value: Math.atan,
    derivatives: ['1/(1 + a^2)'],
    inverse: 'tan',
    tex: '\\arctan',
    python: 'np.arctan'
  },
  {
    name: 'asec',
    aliases: ['arcsec'],
    parameters: ['a'],
    value: (a) => Math.acos(1 / a),
    derivatives: ['1/(abs(a)*sqrt(abs(a) - 1)*sqrt(abs(a) + 1))'],
    inverse: 'sec',
    tex: '\\operatorname{arcsec}',
    python: 'np.arccos(1 / a)'
  },
  {
    name: 'acsc',
    aliases: ['arccsc'],
    parameters: ['a'],
    value: (a) => Math.asin(1 / a),
    derivatives: ['-1/(abs(a)*sqrt(abs(a) - 1)*sqrt(abs(a) + 1))'],
    inverse: 'csc',
    tex: '\\operatorname{arccsc}',
    python: 'np.arcsin(1 / a)'
  },
  {
    name: 'acot',
    aliases: ['arccot'],
    parameters: ['a'],
    value: (a) => Math.atan(1 / a),
    derivatives: ['-1/(1 + a^2)'],
    kink: 'a',
    inverse: 'cot',
    tex: '\\operatorname{arccot}',
    python: 'np.arctan(1 / a)'
  },
  {
    // The angle of the point (b, a): a is its height.
    name: 'atan2',
    aliases: ['arctan2'],
    parameters: ['a', 'b'],
    value: Math.atan2,
    derivatives: ['unit(b, a)/hypot(a, b)', '-unit(a, b)/hypot(a, b)'],
    tex: '\\operatorname{atan2}',
    python: 'np.arctan2'
  },
  {
    name: 'sinc',
    aliases: [],
    parameters: ['a'],
    value: (a) => (a === 0 ? 1 : Math.sin(a) / a),
    derivatives: ['sincderivative(1, a)'],
    tex: '\\operatorname{sinc}',
    python: 'np.sinc(a / np.pi)'
  },
  {
    // The n-th derivative of sinc; n is a whole number, never differentiated.
    name: 'sincderivative',
    aliases: [],
    parameters: ['n', 'a'],
    hidden: true,
    value: sincDerivative,
    derivatives: ['0', 'sincderivative(n + 1, a)'],
    tex: (n, a) => `\\operatorname{sinc}^{(${n})}${fenced('(', a, ')')}`
  },
  {
    // The slope of hypot(a, b) in a.
    name: 'unit',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    value: unit,
    derivatives: ['unit(b, a)^2/hypot(a, b)', '-unit(a, b)*unit(b, a)/hypot(a, b)'],
    tex: { formula: 'a/sqrt(a^2 + b^2)' },
    python: 'a / np.hypot(a, b)'
  }
]
