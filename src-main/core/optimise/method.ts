import type { StepReport } from '@shared/protocol'

/** What one line of a rule read and made, per coordinate. */
export type OpenedLine = StepReport['lines'][number]

/** A method with its settings: it can set out from anywhere, any number of times. It is shown gradients, never the function. */
export interface Optimiser {
  /** The state before the first step, for points of that many coordinates. */
  setOut(dimension: number): Motion
}

/** The state of a method on its way. */
export interface Motion {
  /** Moves `point` by one step, given ∇f at it; `step` counts from 1. Allocates nothing. */
  next(point: Float64Array, gradient: Float64Array, step: number): void
  /** The same step, bit for bit, with what each line read and made. */
  nextOpened(point: Float64Array, gradient: Float64Array, step: number): OpenedLine[]
  /** What the method remembers now, by name, per coordinate. */
  memory(): Record<string, number[]>
}
