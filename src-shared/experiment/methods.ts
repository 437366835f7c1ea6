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
