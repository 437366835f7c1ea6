import type { AlgorithmStep, StepReport } from '@shared/protocol'
import type { Objective } from '../objective'

/** What one line of a rule read and made, per coordinate. */
export type OpenedLine = StepReport['lines'][number]

/**
 * The function as a run may ask about it: by its own gradient source, and what is asked is counted. Nesterov, Lectures on
 * Convex Optimization, section 1.1.2.
 */
export interface Oracle {
  value(point: Float64Array): number
  /** Writes ∇f into `out` and returns f. Asked again about the point asked about last, it costs nothing. */
  slope(point: Float64Array, out: Float64Array): number
  /** Exact second derivatives: n rows of n. */
  hessian(point: Float64Array): number[][]
  /** The noise in the gradient given last, per coordinate; null without noise. */
  readonly noise: Float64Array | null
}

/** A method with its settings: it can set out from anywhere, any number of times. */
export interface Optimiser {
  /** The state before the first step, for points of that many coordinates. A fixed-rate method never asks the oracle. */
  setOut(dimension: number, oracle: Oracle): Motion
  /** It looks at f alone: the gradient that a step is given is not counted as its own. */
  readonly isGradientFree?: boolean
  /** The same motion over a function in one loop, bit for bit the same: for those that can be made one. */
  loopOn?(objective: Objective): Loop | null
}

/** A method and a function as one loop. */
export interface Loop {
  /** Operations a step takes. */
  readonly cost: number
  setOut(start: ArrayLike<number>): LoopRun
}

/**
 * Goes on from where it is, the point of step `step`, with at most `room` steps: their points become rows of a stretch
 * (see `Stretch`) from row `row` on. Says how many there are, and why there are no more if the run ends: `stuck`, f has
 * no slope at the last of them; otherwise as a StopReason.
 */
type LoopAdvance = (
  rows: Float64Array,
  row: number,
  step: number,
  room: number,
  steps: number
) => { readonly rows: number; readonly end: 'steps' | 'diverged' | 'left-domain' | 'stuck' | null }

/** A run by such a loop. */
export interface LoopRun {
  readonly advance: LoopAdvance
  /** Where it is, and what it remembers: a name of the memory after the other, each with all coordinates. */
  state(): { readonly point: Float64Array; readonly memory: Float64Array }
}

/** The state of a method on its way. */
export interface Motion {
  /**
   * Moves `point` by one step, given f and ∇f at it; `step` counts from 1. `line-search`: no step was found, and the
   * point stays where it is. A fixed-rate method allocates nothing.
   */
  next(point: Float64Array, gradient: Float64Array, step: number, value: number): 'line-search' | undefined
  /** The same step, bit for bit, with all that it read and made. */
  nextOpened(point: Float64Array, gradient: Float64Array, step: number, value: number): OpenedStep
  /** Goes on with what a loop remembers: for those that can be made one. */
  remember?(memory: Float64Array): void
}

/** Of a rule: its lines and what it remembers. Of an algorithm: no lines, and what it did. */
export interface OpenedStep {
  readonly lines: readonly OpenedLine[]
  readonly memory: Readonly<Record<string, readonly number[]>>
  readonly lr: number | null
  readonly algorithm: AlgorithmStep | null
  /** As of `next`. */
  readonly halt?: 'line-search'
}
