import type { Noise, StopRules } from '@shared/experiment/experiment'
import { type Problem, ProblemError } from '@shared/problem'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import type { Optimiser } from './method'
import type { Slope } from './slope'
import { type Ending, faultOfGradient, faultOfValue, isAway, StopWatch } from './stop'
import { CountedTerrain } from './terrain'

/** A run about to happen: no method is known here by name. Equal courses make equal runs, bit for bit. */
export interface Course {
  readonly objective: Objective
  readonly optimiser: Optimiser
  readonly slope: Slope
  /** Absent: none is added, no rule ends the run early. */
  readonly noise?: Noise | undefined
  readonly stop?: StopRules | undefined
  /** Finite, with a finite f. */
  readonly start: ArrayLike<number>
  readonly steps: number
  /** For notes. */
  readonly variables: readonly string[]
  readonly h: number
}

/** Is shown each point of a run with a finite f, from the start (step 0) on. The arrays are the run's own: copy what is kept. */
export type Visit = (step: number, point: Float64Array, value: number, gradient: Float64Array, spent: Spent) => void

/** What it cost to arrive at a point: see `RunReport`. */
export interface Spent {
  readonly gradients: number
  readonly evaluations: number
}

/** Steps between two beats: few enough for a function that takes milliseconds. */
const beatEvery = 16

/**
 * Runs a course: exactly its number of steps, unless it diverges or leaves the domain of f. The point at which that
 * is noticed is not shown to `visit`. The note, if any, says from when on h was too small for a difference quotient.
 */
export function runCourse(course: Course, visit: Visit, pulse: Pulse = steady): Ending & { readonly note?: Problem } {
  const { objective, optimiser, slope, noise, stop, steps } = course
  const point = Float64Array.from(course.start)
  const gradient = new Float64Array(point.length)
  const terrain = new CountedTerrain(objective, slope, noise)
  const motion = optimiser.setOut(point.length, terrain)
  const watch = stop && new StopWatch(stop, point.length)
  let note: Problem | undefined
  const ended = (reason: Ending['reason'], step: number) => ({ reason, step, ...(note && { note }) })
  for (let step = 0; ; step++) {
    if (step % beatEvery === 0) pulse.beat()
    if (step > 0 && isAway(point)) return ended('diverged', step)
    // The slope at the new point belongs to the next step, unless finding the point took it.
    const spent = { gradients: terrain.gradients, evaluations: terrain.evaluations }
    const value = terrain.arrive(point, gradient)
    const fault = faultOfValue(value)
    if (fault) return ended(fault, step)
    if (slope.lost >= 0) note ??= lostNote(course, step, point)
    visit(step, point, value, gradient, spent)
    const reached = watch?.reasonAt(point, value, gradient, spent.evaluations)
    if (reached) return ended(reached, step)
    const stuck = faultOfGradient(gradient)
    if (stuck) return ended(stuck, step)
    if (step === steps) return ended('steps', step)
    const halt = motion.next(point, gradient, step + 1, value)
    if (halt) return ended(halt, step)
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
