import { type Problem, ProblemError } from '@shared/problem'
import { type Pulse, steady } from '../pulse'
import type { Optimiser } from './method'
import type { Slope } from './slope'
import { type Ending, faultOfGradient, faultOfValue, isAway } from './stop'

/** A run about to happen: no method is known here by name. Equal courses make equal runs, bit for bit. */
export interface Course {
  readonly optimiser: Optimiser
  readonly slope: Slope
  /** Finite, with a finite f. */
  readonly start: ArrayLike<number>
  readonly steps: number
  /** For notes. */
  readonly variables: readonly string[]
  readonly h: number
}

/** Is shown each point of a run with a finite f, from the start (step 0) on. The arrays are the run's own: copy what is kept. */
export type Visit = (step: number, point: Float64Array, value: number, gradient: Float64Array) => void

/** Steps between two beats: few enough for a function that takes milliseconds. */
const beatEvery = 16

/**
 * Runs a course: exactly its number of steps, unless it diverges or leaves the domain of f. The point at which that
 * is noticed is not shown to `visit`. The note, if any, says from when on h was too small for a difference quotient.
 */
export function runCourse(course: Course, visit: Visit, pulse: Pulse = steady): Ending & { readonly note?: Problem } {
  const { optimiser, slope, steps } = course
  const point = Float64Array.from(course.start)
  const gradient = new Float64Array(point.length)
  const motion = optimiser.setOut(point.length)
  let note: Problem | undefined
  const ended = (reason: Ending['reason'], step: number) => ({ reason, step, ...(note && { note }) })
  for (let step = 0; ; step++) {
    if (step % beatEvery === 0) pulse.beat()
    if (step > 0 && isAway(point)) return ended('diverged', step)
    const value = slope.at(point, gradient)
    const fault = faultOfValue(value)
    if (fault) return ended(fault, step)
    if (slope.lost >= 0) note ??= lostNote(course, step, point)
    visit(step, point, value, gradient)
    const stuck = faultOfGradient(gradient)
    if (stuck) return ended(stuck, step)
    if (step === steps) return ended('steps', step)
    motion.next(point, gradient, step + 1)
  }
}

function lostNote({ slope, variables, h }: Course, step: number, point: Float64Array): Problem {
  const { lost } = slope
  const { code, values } = new ProblemError('difference-too-small', {
    variable: variables[lost] ?? '',
    at: point[lost] ?? Number.NaN,
    h,
    step
  })
  return { code, values }
}
