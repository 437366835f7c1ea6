import type { Convention } from './convention'
import type { Setting } from './setting'

/**
 * The kinds of methods, in the order they are offered: the gradient alone, with inertia, with a rate for each coordinate,
 * with a search along a line, with what is known of the curvature, and without a gradient.
 */
export const families = ['gradient', 'momentum', 'adaptive', 'search', 'curvature', 'simplex'] as const
export type Family = (typeof families)[number]

/** What every method has, in one convention. */
interface Row {
  readonly id: string
  readonly convention: Convention
  readonly family: Family
  readonly settings: readonly Setting[]
  /** Where the formula is written down. */
  readonly source: string
}

/** One line of an update rule, in the formula language: `target ← formula`. */
export interface Assignment {
  readonly target: string
  readonly formula: string
}

/**
 * A fixed-rate method in one convention. Its rule is a short program, applied to each coordinate on its own.
 * It may read x (the coordinate), g (its gradient), t (the step, from 1), the settings, the memory, and names
 * assigned in an earlier line. The last line that assigns x says where it goes.
 */
export interface FixedRate extends Row {
  /** Names of the memory kept between steps, with their value before step 1. */
  readonly memory: Readonly<Record<string, number>>
  readonly rule: readonly Assignment[]
  /** TeX of the names the rule assigns, where it is not the name itself. */
  readonly symbols: Readonly<Record<string, string>>
  /**
   * What the memory alone contributes to this move: the move without the share that the gradient of this step has in it.
   * A formula, read like one more line at the end of the rule: each name is worth what the last line that assigned it
   * made of it (the memory is the new one), x is not read. It takes the gradient's share out again, and reads nothing
   * that no line reads or assigns. Absent where nothing carries the point on.
   */
  readonly inertia?: string
  /**
   * By what a rule that divides by past gradients multiplies besides, as a formula; 1 where by nothing. Each name is worth
   * what it was first in the step: memory is the old one. Absent where the learning rate and the division are all.
   */
  readonly factor?: string
}

/**
 * A method with code of its own: loops and decisions are no formulas. `lines` are what its steps do, in the order of
 * reading; which of them happened, and with which numbers, tells the opened step.
 */
export interface Algorithm extends Row {
  readonly lines: readonly AlgorithmLine[]
  /** TeX of every name in the lines that is no setting. */
  readonly symbols: Readonly<Record<string, string>>
}

/**
 * `id` names its comment in the words, `tex` is the line with its names in braces: `{x} \leftarrow {x} + {alpha}\,{p}`.
 * Braces around a single word that begins with a letter are a name; each is a setting or among the line's values.
 */
export interface AlgorithmLine {
  readonly id: string
  readonly tex: string
  /** Happens once, or where something is out of the ordinary: not shown where the method is shown as a whole. */
  readonly aside?: true
}

export type Method = FixedRate | Algorithm

/** Whether a method compares values of f alone: pictures of its steps show no gradient. */
export const isGradientFree = ({ family }: Method) => family === 'simplex'

export const isFixedRate = (method: Method): method is FixedRate => 'rule' in method

/** What every rule may read: the coordinate, its gradient, and the number of the step. */
export const readByAll = ['x', 'g', 't'] as const

/** Every name a rule can read or assign: what all may read, its settings, its memory, and what its lines assign. */
export const namesInRule = ({ settings, memory, rule }: FixedRate): readonly string[] => [
  ...readByAll,
  ...settings.map(({ id }) => id),
  ...Object.keys(memory),
  ...rule.map(({ target }) => target)
]

/** TeX of every name a rule can read or assign: the settings by their letter, the rest by `symbols` or as they are. */
export function symbolsOf(method: FixedRate): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(namesInRule(method).map((name) => [name, name])),
    ...method.symbols,
    ...Object.fromEntries(method.settings.map((setting) => [setting.id, setting.symbol]))
  }
}
