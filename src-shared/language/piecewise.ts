import type { FunctionRow } from './function-row'
import { less, mod, modSlope, reluSlope, round } from './special'
import { fenced } from './tex'

/** Piecewise functions. Where the pieces meet, the derivative is a convention. */
export const piecewise: readonly FunctionRow[] = [
  {
    name: 'abs',
    aliases: ['absolute', 'fabs'],
    parameters: ['a'],
    value: Math.abs,
    range: 'nonnegative',
    derivatives: ['sign(a)'],
    degree: '1',
    parity: 'even',
    kink: 'a',
    tex: (a) => fenced('\\lvert', a, '\\rvert'),
    python: 'np.abs'
  },
  {
    name: 'sign',
    aliases: ['sgn', 'signum'],
    parameters: ['a'],
    value: Math.sign,
    derivatives: ['0'],
    parity: 'odd',
    kink: 'a',
    tex: '\\operatorname{sign}',
    python: 'np.sign'
  },
  {
    name: 'relu',
    aliases: [],
    parameters: ['a'],
    value: (a) => Math.max(a, 0),
    range: 'nonnegative',
    derivatives: ['reluslope(a)'],
    kink: 'a',
    tex: '\\operatorname{relu}',
    python: 'np.maximum(a, 0)'
  },
  {
    name: 'min',
    aliases: ['minimum', 'fmin'],
    parameters: ['a', 'b'],
    variadic: { one: 'a', shares: true },
    value: Math.min,
    derivatives: ['less(a, b)', 'less(b, a)'],
    kink: 'a - b',
    tex: '\\min',
    python: 'np.minimum'
  },
  {
    name: 'max',
    aliases: ['maximum', 'fmax'],
    parameters: ['a', 'b'],
    variadic: { one: 'a', shares: true },
    value: Math.max,
    derivatives: ['less(b, a)', 'less(a, b)'],
    kink: 'a - b',
    tex: '\\max',
    python: 'np.maximum'
  },
  {
    name: 'floor',
    aliases: [],
    parameters: ['a'],
    value: Math.floor,
    derivatives: ['0'],
    kink: 'a - floor(a)',
    touch: 'a - ceil(a)',
    tex: (a) => fenced('\\lfloor', a, '\\rfloor'),
    python: 'np.floor'
  },
  {
    name: 'ceil',
    aliases: ['ceiling'],
    parameters: ['a'],
    value: Math.ceil,
    derivatives: ['0'],
    kink: '(a - floor(a))*(a - ceil(a))',
    tex: (a) => fenced('\\lceil', a, '\\rceil'),
    python: 'np.ceil'
  },
  {
    name: 'round',
    aliases: ['rint', 'around'],
    parameters: ['a'],
    value: round,
    derivatives: ['0'],
    parity: 'odd',
    kink: 'a - floor(a) - 0.5',
    tex: '\\operatorname{round}',
    python: 'np.round'
  },
  {
    name: 'mod',
    aliases: ['remainder'],
    parameters: ['a', 'b'],
    value: mod,
    domain: 'abs(b) > 0',
    derivatives: ['1', 'modslope(a, b)'],
    kink: 'mod(a, b)',
    tex: '\\operatorname{mod}',
    python: 'np.mod'
  },
  {
    // The derivative of mod(a, b) in b, −floor(a/b) of the exact quotient: just below a multiple of b, a/b would round
    // up to it.
    name: 'modslope',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    domain: 'abs(b) > 0',
    value: modSlope,
    derivatives: ['0', '0'],
    kink: 'mod(a, b)',
    tex: { formula: '-floor(a/b)' },
    python: '-np.floor_divide(a, b)'
  },
  {
    // 1 where a < b, 1/2 where they are equal, otherwise 0: arguments that tie share the derivative equally.
    name: 'less',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    value: less,
    derivatives: ['0', '0'],
    kink: 'a - b',
    tex: { formula: 'piecewise(a < b, 1, a > b, 0, 1/2)' },
    python: 'np.heaviside(b - a, 0.5)'
  },
  {
    // a, chosen only where b = c: it has no derivative along the direction in which these become equal.
    name: 'isolated',
    aliases: [],
    parameters: ['a', 'b', 'c'],
    hidden: true,
    value: (a) => a,
    derivatives: [
      '1',
      'piecewise(b < c, 0, b > c, 0, (b - c)/(b - c))',
      'piecewise(b < c, 0, b > c, 0, (b - c)/(b - c))'
    ],
    tex: { formula: 'a' },
    python: '(a)'
  },
  {
    // 1 where a > 0, otherwise 0.
    name: 'reluslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: reluSlope,
    derivatives: ['0'],
    kink: 'a',
    tex: { formula: 'piecewise(a > 0, 1, 0)' },
    python: 'np.heaviside(a, 0)'
  }
]
