import { erf } from './erf'
import type { FunctionRow } from './function-row'
import {
  erfSlope,
  gauss,
  hypot,
  logAddExp,
  logarithm,
  powerCurvature,
  powerLogarithm,
  powerSlope,
  sigmoid,
  sigmoidSlope,
  softplus
} from './special'
import { fenced, script } from './tex'

/**
 * 0 where b is a whole number. It is asked for a ≤ 0 only: for a > 0 it would not matter, and in a^(1/x) it would
 * become 0 ever more often.
 */
const whole = '(piecewise(a > 0, 0.5, b) - floor(piecewise(a > 0, 0.5, b)))'

/** Exponentials, logarithms, powers, and what is made of them. */
export const exponential: readonly FunctionRow[] = [
  {
    name: 'exp',
    aliases: [],
    parameters: ['a'],
    value: Math.exp,
    range: 'positive',
    derivatives: ['exp(a)'],
    inverse: 'log',
    tex: { formula: 'e^a' },
    python: 'np.exp'
  },
  {
    name: 'expm1',
    aliases: [],
    parameters: ['a'],
    value: Math.expm1,
    derivatives: ['exp(a)'],
    inverse: 'log1p',
    tex: '\\operatorname{expm1}',
    python: 'np.expm1'
  },
  {
    name: 'log',
    aliases: ['ln'],
    parameters: ['a'],
    value: Math.log,
    domain: 'a > 0',
    pole: 'a',
    derivatives: ['1/a'],
    inverse: 'exp',
    tex: '\\log',
    python: 'np.log'
  },
  {
    name: 'logbase',
    aliases: [],
    written: 'log',
    parameters: ['a', 'b'],
    value: logarithm,
    domain: 'a > 0 and b > 0 and abs(b - 1) > 0',
    pole: 'a*(b - 1)',
    derivatives: ['1/a/log(b)', '-log(a)/log(b)^2/b'],
    tex: (a, b) => `\\log${script('_', b)}${fenced('(', a, ')')}`,
    python: 'np.log(a) / np.log(b)'
  },
  {
    name: 'log2',
    aliases: [],
    parameters: ['a'],
    value: Math.log2,
    domain: 'a > 0',
    pole: 'a',
    derivatives: ['1/a/log(2)'],
    tex: '\\log_2',
    python: 'np.log2'
  },
  {
    name: 'log10',
    aliases: [],
    parameters: ['a'],
    value: Math.log10,
    domain: 'a > 0',
    pole: 'a',
    derivatives: ['1/a/log(10)'],
    tex: '\\log_{10}',
    python: 'np.log10'
  },
  {
    name: 'log1p',
    aliases: [],
    parameters: ['a'],
    value: Math.log1p,
    domain: 'a > -1',
    pole: '1 + a',
    derivatives: ['1/(1 + a)'],
    inverse: 'expm1',
    tex: '\\operatorname{log1p}',
    python: 'np.log1p'
  },
  {
    // `a^b` where it is not expanded into a product. Typed `pow(a, b)` is parsed as `a^b`.
    name: 'pow',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    // a^0 is 1, except where a is not defined.
    value: (a, b) => (Number.isNaN(a) ? a : a ** b),
    domain: `a > 0 or a >= 0 and b >= 0 or ${whole} <= 0 and abs(a) > 0`,
    derivatives: ['powslope(a, b)', 'powlog(a, b)'],
    relative: ['b/a', 'log(a)'],
    degree: 'b',
    tex: { formula: 'a^b' },
    python: 'np.power'
  },
  {
    // b·a^(b−1), the derivative of a^b in a; 0 for b = 0.
    name: 'powslope',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    value: powerSlope,
    domain: `a > 0 or ${whole} <= 0 and (abs(a) > 0 or b >= 0) or a >= 0 and b >= 1`,
    derivatives: ['powcurvature(a, b)', 'pow(a, b - 1) + b*powlog(a, b - 1)'],
    relative: ['(b - 1)/a', '1/b + log(a)'],
    degree: 'b - 1',
    tex: { formula: 'b*a^(b - 1)' },
    python: 'b * np.power(a, b - 1)'
  },
  {
    // b·(b−1)·a^(b−2), the second derivative of a^b in a; 0 for b = 0 and b = 1.
    name: 'powcurvature',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    domain: `a > 0 or ${whole} <= 0 and (abs(a) > 0 or b >= 0) or a >= 0 and b >= 2`,
    value: powerCurvature,
    derivatives: ['(b - 2)*powcurvature(a, b)/a', '(2*b - 1)*pow(a, b - 2) + b*(b - 1)*powlog(a, b - 2)'],
    relative: ['(b - 2)/a', '1/b + 1/(b - 1) + log(a)'],
    degree: 'b - 2',
    tex: { formula: 'b*(b - 1)*a^(b - 2)' },
    python: 'b * (b - 1) * np.power(a, b - 2)'
  },
  {
    // a^b·log(a), the derivative of a^b in b; 0 for a = 0 < b.
    name: 'powlog',
    aliases: [],
    parameters: ['a', 'b'],
    hidden: true,
    value: powerLogarithm,
    domain: 'a > 0 or a >= 0 and b > 0',
    derivatives: ['pow(a, b - 1) + b*powlog(a, b - 1)', 'powlog(a, b/2)^2'],
    tex: { formula: 'a^b*log(a)' },
    python: 'np.power(a, b) * np.log(a)'
  },
  {
    name: 'sqrt',
    aliases: [],
    parameters: ['a'],
    value: Math.sqrt,
    domain: 'a >= 0',
    range: 'nonnegative',
    derivatives: ['1/(2*sqrt(a))'],
    degree: '1/2',
    tex: (a) => `\\sqrt{${a}}`,
    python: 'np.sqrt'
  },
  {
    name: 'cbrt',
    aliases: [],
    parameters: ['a'],
    value: Math.cbrt,
    derivatives: ['1/(3*cbrt(a)^2)'],
    degree: '1/3',
    parity: 'odd',
    tex: (a) => `\\sqrt[3]{${a}}`,
    python: 'np.cbrt'
  },
  {
    name: 'hypot',
    aliases: [],
    parameters: ['a', 'b'],
    variadic: { one: 'abs(a)' },
    value: hypot,
    range: 'nonnegative',
    derivatives: ['unit(a, b)', 'unit(b, a)'],
    kink: 'hypot(a, b)',
    tex: '\\operatorname{hypot}',
    python: 'np.hypot'
  },
  {
    name: 'sigmoid',
    aliases: ['logistic', 'expit'],
    parameters: ['a'],
    value: sigmoid,
    range: 'positive',
    derivatives: ['sigmoidslope(a)'],
    relative: ['sigmoid(-a)'],
    tex: '\\operatorname{sigmoid}',
    python: '1 / (1 + np.exp(-a))'
  },
  {
    // The derivative of sigmoid. Written as a product, its own derivative would cancel near 0.
    name: 'sigmoidslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: sigmoidSlope,
    derivatives: ['-sigmoidslope(a)*tanh(a/2)'],
    tex: { formula: 'sigmoid(a)*(1 - sigmoid(a))' },
    python: '1 / (2 + np.exp(a) + np.exp(-a))'
  },
  {
    name: 'softplus',
    aliases: [],
    parameters: ['a'],
    value: softplus,
    derivatives: ['sigmoid(a)'],
    tex: '\\operatorname{softplus}',
    python: 'np.logaddexp(0, a)'
  },
  {
    name: 'logaddexp',
    aliases: [],
    parameters: ['a', 'b'],
    value: logAddExp,
    derivatives: ['sigmoid(a - b)', 'sigmoid(b - a)'],
    tex: '\\operatorname{logaddexp}',
    python: 'np.logaddexp'
  },
  {
    name: 'erf',
    aliases: [],
    parameters: ['a'],
    value: erf,
    derivatives: ['erfslope(a)'],
    parity: 'odd',
    tex: '\\operatorname{erf}',
    python: 'math.erf'
  },
  {
    // The derivative of erf, without the rounding of a² in the exponent.
    name: 'erfslope',
    aliases: [],
    parameters: ['a'],
    hidden: true,
    value: erfSlope,
    derivatives: ['-2*a*erfslope(a)'],
    tex: { formula: '2/sqrt(pi)*exp(-a^2)' },
    python: '2 / np.sqrt(np.pi) * np.exp(-a**2)'
  },
  {
    name: 'gauss',
    aliases: [],
    parameters: ['a'],
    value: gauss,
    range: 'positive',
    derivatives: ['-2*a*gauss(a)'],
    parity: 'even',
    tex: '\\operatorname{gauss}',
    python: 'np.exp(-a**2)'
  }
]
