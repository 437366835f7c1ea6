import type { Problem } from '../problem'
import type { Convention } from './experiment'

/** One setting of a method: its bounds are data, used by the form, the validation and the file format. */
export interface Setting {
  readonly id: string
  readonly default: number
  readonly min: number
  readonly max: number
  /** Whether the bound itself is allowed. */
  readonly minIncluded: boolean
  readonly maxIncluded: boolean
  /** How its slider runs, and over which stretch of the allowed values. */
  readonly slider: { readonly scale: 'linear' | 'log'; readonly min: number; readonly max: number }
  /** TeX of its usual letter: `\eta` for lr. */
  readonly symbol: string
}

/** One line of an update rule, in the formula language: `target ← formula`. */
export interface Assignment {
  readonly target: string
  readonly formula: string
}

/**
 * A fixed-rate method in one convention. Its rule is a short program, applied to each coordinate on its own.
 * It may read x (the coordinate), g (its gradient), t (the step, from 1), the settings, the memory, and names
 * assigned in an earlier line; it ends with a line that assigns x.
 */
export interface Method {
  readonly id: string
  readonly convention: Convention
  readonly settings: readonly Setting[]
  /** Names of the memory kept between steps, with their value before step 1. */
  readonly memory: Readonly<Record<string, number>>
  readonly rule: readonly Assignment[]
  /** TeX of the names the rule assigns, where it is not the name itself. */
  readonly symbols: Readonly<Record<string, string>>
  /** Where the formula is written down. */
  readonly source: string
}

const everyPositive = { min: 0, minIncluded: false, max: Number.POSITIVE_INFINITY, maxIncluded: false }
const zeroAndUp = { ...everyPositive, minIncluded: true }
const zeroToBelowOne = { min: 0, minIncluded: true, max: 1, maxIncluded: false }

const learningRate = (usual: number): Setting => ({
  id: 'lr',
  default: usual,
  ...everyPositive,
  slider: { scale: 'log', min: 1e-4, max: 10 },
  symbol: '\\eta'
})

/** 1 is allowed as an experiment: without friction the point never comes to rest. */
const momentum: Setting = {
  id: 'momentum',
  default: 0.9,
  ...zeroToBelowOne,
  maxIncluded: true,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: '\\mu'
}

const decay = (id: 'beta1' | 'beta2', usual: number, symbol: string): Setting => ({
  id,
  default: usual,
  ...zeroToBelowOne,
  slider: { scale: 'linear', min: 0, max: 0.999 },
  symbol
})
const betas = [decay('beta1', 0.9, '\\beta_1'), decay('beta2', 0.999, '\\beta_2')]

const epsilon = (usual: number): Setting => ({
  id: 'eps',
  default: usual,
  ...zeroAndUp,
  slider: { scale: 'log', min: 1e-12, max: 1 },
  symbol: '\\varepsilon'
})

const rateDecay: Setting = {
  id: 'lr_decay',
  default: 0,
  ...zeroAndUp,
  slider: { scale: 'linear', min: 0, max: 1 },
  symbol: '\\delta'
}

const book = 'Introductory deep-learning textbook (Japanese), chapter on parameter updates; '

/**
 * Every fixed-rate method, one row a convention. Order: as offered. All else – the run, the form, the validation,
 * the typeset rule, the step explained with numbers – is made from a row, so a new method is a new row.
 */
export const methods: readonly Method[] = [
  {
    id: 'descent',
    convention: 'book',
    settings: [learningRate(0.01)],
    memory: {},
    rule: [{ target: 'x', formula: 'x - lr*g' }],
    symbols: {},
    source: 'Cauchy 1847, Comptes rendus 25, 536–538'
  },
  {
    id: 'descent',
    convention: 'library',
    settings: [learningRate(0.001)],
    memory: {},
    rule: [{ target: 'x', formula: 'x - lr*g' }],
    symbols: {},
    source: 'torch.optim.SGD'
  },
  {
    id: 'momentum',
    convention: 'book',
    settings: [learningRate(0.01), momentum],
    memory: { v: 0 },
    rule: [
      { target: 'v', formula: 'momentum*v - lr*g' },
      { target: 'x', formula: 'x + v' }
    ],
    symbols: {},
    source: book + 'Polyak 1964, USSR Comput. Math. 4(5), 1–17'
  },
  {
    id: 'momentum',
    convention: 'library',
    settings: [learningRate(0.001), momentum],
    // The library begins with buf = g; from 0 the first line gives just that.
    memory: { buf: 0 },
    rule: [
      { target: 'buf', formula: 'momentum*buf + g' },
      { target: 'x', formula: 'x - lr*buf' }
    ],
    symbols: { buf: 'b' },
    source: 'torch.optim.SGD with momentum'
  },
  {
    id: 'adagrad',
    convention: 'book',
    settings: [learningRate(0.01), epsilon(1e-7)],
    memory: { h: 0 },
    rule: [
      { target: 'h', formula: 'h + g^2' },
      { target: 'x', formula: 'x - lr*g/(sqrt(h) + eps)' }
    ],
    symbols: {},
    source: book + 'Duchi, Hazan, Singer 2011, JMLR 12, 2121–2159'
  },
  {
    id: 'adagrad',
    convention: 'library',
    settings: [learningRate(0.01), epsilon(1e-10), rateDecay],
    memory: { h: 0 },
    rule: [
      { target: 'rate', formula: 'lr/(1 + (t - 1)*lr_decay)' },
      { target: 'h', formula: 'h + g^2' },
      { target: 'x', formula: 'x - rate*g/(sqrt(h) + eps)' }
    ],
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adagrad'
  },
  {
    id: 'adam',
    convention: 'book',
    settings: [learningRate(0.001), ...betas, epsilon(1e-7)],
    memory: { m: 0, v: 0 },
    rule: [
      { target: 'm', formula: 'm + (1 - beta1)*(g - m)' },
      { target: 'v', formula: 'v + (1 - beta2)*(g^2 - v)' },
      { target: 'rate', formula: 'lr*sqrt(1 - beta2^t)/(1 - beta1^t)' },
      { target: 'x', formula: 'x - rate*m/(sqrt(v) + eps)' }
    ],
    symbols: { rate: '\\eta_t' },
    source: book + 'Kingma, Ba 2015, arXiv:1412.6980, end of section 2'
  },
  {
    id: 'adam',
    convention: 'library',
    settings: [learningRate(0.001), ...betas, epsilon(1e-8)],
    memory: { m: 0, v: 0 },
    rule: [
      { target: 'm', formula: 'beta1*m + (1 - beta1)*g' },
      { target: 'v', formula: 'beta2*v + (1 - beta2)*g^2' },
      { target: 'rate', formula: 'lr/(1 - beta1^t)' },
      { target: 'x', formula: 'x - rate*m/(sqrt(v)/sqrt(1 - beta2^t) + eps)' }
    ],
    symbols: { rate: '\\eta_t' },
    source: 'torch.optim.Adam; Kingma, Ba 2015, arXiv:1412.6980, algorithm 1'
  }
]

/** The row of a method in a convention, or undefined if there is none: also for `__proto__` and the like. */
export function methodNamed(id: string, convention: string): Method | undefined {
  return methods.find((method) => method.id === id && method.convention === convention)
}

/** The ids of all methods, each once, in the order they are offered. */
export const methodIds: readonly string[] = [...new Set(methods.map((method) => method.id))]

/** The conventions a method exists in, the book's first. Empty for an unknown method. */
export function conventionsOf(id: string): readonly Convention[] {
  return methods.filter((method) => method.id === id).map((method) => method.convention)
}

/** The settings of a fresh run. */
export function defaultSettings(method: Method): Readonly<Record<string, number>> {
  return Object.fromEntries(method.settings.map((setting) => [setting.id, setting.default]))
}

/** Whether a setting may have this value: a finite number between its bounds. */
export function isWithin(setting: Setting, value: number): boolean {
  if (!Number.isFinite(value)) return false
  const aboveMin = setting.minIncluded ? value >= setting.min : value > setting.min
  const belowMax = setting.maxIncluded ? value <= setting.max : value < setting.max
  return aboveMin && belowMax
}

/** Why a setting may not have this number, as data; null if it may. */
export function settingProblem(setting: Setting, value: number): Problem | null {
  if (isWithin(setting, value)) return null
  const { id, min, max } = setting
  const named = { field: id, setting: id }
  if (!Number.isFinite(value)) return { code: 'setting-not-finite', values: named }
  const bounds = {
    ...(Number.isFinite(min) && { min, minIncluded: Number(setting.minIncluded) }),
    ...(Number.isFinite(max) && { max, maxIncluded: Number(setting.maxIncluded) })
  }
  return { code: 'setting-out-of-bounds', values: { ...named, value, ...bounds } }
}

/** The allowed values as mathematics, the same in every language: `0 < lr`, `0 ≤ beta1 < 1`. */
export function boundsText({ id, min, minIncluded, max, maxIncluded }: Setting): string {
  const below = Number.isFinite(min) ? `${min} ${minIncluded ? '≤' : '<'} ` : ''
  const above = Number.isFinite(max) ? ` ${maxIncluded ? '≤' : '<'} ${max}` : ''
  return below + id + above
}

/** Whether the conventions of a method have different rules, so that it is worth saying which one is meant. */
export function conventionMatters(id: string): boolean {
  const rules = methods.filter((method) => method.id === id).map((method) => JSON.stringify(method.rule))
  return new Set(rules).size > 1
}

/** TeX of every name a rule can read or assign: the settings by their letter, the rest by `symbols` or as they are. */
export function symbolsOf(method: Method): Readonly<Record<string, string>> {
  const names = ['x', 'g', 't', ...Object.keys(method.memory), ...method.rule.map((line) => line.target)]
  return {
    ...Object.fromEntries(names.map((name) => [name, name])),
    ...method.symbols,
    ...Object.fromEntries(method.settings.map((setting) => [setting.id, setting.symbol]))
  }
}
