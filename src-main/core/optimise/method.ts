import type { AlgorithmStep, StepReport } from '@shared/protocol'

/** What one line of a rule read and made, per coordinate. */
export type OpenedLine = StepReport['lines'][number]

/** The function as a run may ask about it: by its own gradient source, and what is asked is counted. */
export interface Terrain {
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
  /** The state before the first step, for points of that many coordinates. A fixed-rate method never asks the terrain. */
  setOut(dimension: number, terrain: Terrain): Motion
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
