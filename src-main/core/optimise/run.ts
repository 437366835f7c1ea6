import type { Noise, StopRules } from '@shared/experiment/experiment'
import { type Problem, ProblemError } from '@shared/problem'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import type { Loop, LoopRun, Motion, Optimiser } from './method'
import { CountedOracle } from './oracle'
import type { Slope } from './slope'
import { type Ending, faultOfGradient, faultOfValue, isAway, StopWatch } from './stop'
import { Stretch } from './stretch'

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
  /** Absent: the start. Otherwise it goes on from here, by plain steps. */
  readonly begin?: Waypoint | null | undefined
  readonly steps: number
  /** For notes. */
  readonly variables: readonly string[]
  readonly h: number
}

/** Where a run is after a step, with what its method remembers. */
export interface Waypoint {
  readonly step: number
  readonly point: Float64Array
  readonly memory: Float64Array
}

/** Is shown each point of a run with a finite f, from the start (step 0) on. The arrays are the run's own: copy what is kept. */
export type Visit = (step: number, point: Float64Array, value: number, gradient: Float64Array, spent: Spent) => void

/** What it cost to arrive at a point: see `RunReport`. */
export interface Spent {
  readonly gradients: number
  readonly evaluations: number
}

type Ended = Ending & { readonly note?: Problem }

/** Rows of a stretch: more than half of them are the tail that a verdict looks at, and they fit into a cache. */
export const longestStretch = 2001
/** Steps between two beats: few enough for a step that takes ten milliseconds. */
const beatEvery = 16
/** A loop made for function and method beats after about so many operations: a fraction of a millisecond. */
const operationsPerBeat = 200_000
/** From so many steps on it is worth being made. */
const fewestForLoop = 512

/**
 * Runs a course: exactly its number of steps, unless it diverges, leaves the domain of f, or a rule ends it. The point at
 * which the first two are noticed is not shown to `visit`. The note, if any, says from when on h was too small for a
 * difference quotient.
 */
export function runCourse(course: Course, visit: Visit, pulse: Pulse = steady): Ended {
  const point = new Float64Array(course.start.length)
  const gradient = new Float64Array(course.start.length)
  const show = (stretch: Stretch) => {
    for (let row = 0; row < stretch.count; row++) {
      const at = row * stretch.width
      for (let i = 0; i < point.length; i++) {
        point[i] = stretch.rows[at + i] as number
        gradient[i] = stretch.rows[at + point.length + 1 + i] as number
      }
      const spent = { gradients: stretch.gradients(row), evaluations: stretch.evaluations(row) }
      visit(stretch.from + row, point, stretch.value(row), gradient, spent)
    }
  }
  return runStretches(course, show, pulse)
}

/**
 * The same, shown in stretches, each of which follows the one before. They are the run's own: one stays as it is until the
 * one after the next is shown. `came` hears now and then how many steps there are by now.
 */
export function runStretches(
  course: Course,
  show: (stretch: Stretch) => void,
  pulse: Pulse = steady,
  came: (step: number) => void = () => {}
): Ended {
  const { stop, start, steps, begin, optimiser } = course
  const loop = begin ? null : loopOf(course)
  const stepper: Stepper = loop ? new LoopStepper(course, loop) : new PlainStepper(course)
  const watch = stop && new StopWatch(stop, start.length, optimiser.isGradientFree)
  const capacity = Math.min(steps + 1, longestStretch)
  let stretch = new Stretch(start.length, capacity)
  let other = new Stretch(start.length, capacity)
  stretch.begin(begin?.step ?? 0)
  const withNote = (ending: Ending): Ended => ({ ...ending, ...(stepper.note && { note: stepper.note }) })
  const ended = (ending: Ending): Ended => {
    show(stretch)
    return withNote(ending)
  }
  for (;;) {
    pulse.beat()
    const before = stretch.count
    const fault = stepper.advance(stretch)
    for (let row = before; watch && row < stretch.count; row++) {
      // A step that took more than was left of the budget, as a line search may, is not taken, wherever it leads.
      const isOver = stretch.from + row > 0 && watch.isOverBudget(stretch, row)
      const reason = isOver ? 'evaluations' : watch.reasonAt(stretch, row)
      if (!reason) continue
      stretch.count = isOver ? row : row + 1
      const ending = { reason, step: stretch.from + stretch.count - 1 }
      return stretch.count > 0 ? ended(ending) : withNote(ending)
    }
    if (fault) return ended(fault)
    const last = stretch.from + stretch.count - 1
    if (pulse.isEnough?.()) return ended({ reason: 'cancelled', step: last })
    came(last)
    if (stretch.count < capacity) continue
    show(stretch)
    ;[stretch, other] = [other, stretch]
    stretch.begin(last + 1)
  }
}

/** The loop that can be made for a course, if that is worth it. */
function loopOf({ optimiser, objective, slope, noise, steps }: Course): Loop | null {
  const isPlain = steps < fewestForLoop || !slope.isExact || (noise && noise.sigma > 0)
  return isPlain ? null : (optimiser.loopOn?.(objective) ?? null)
}

/** Where a course is after so many steps, for those that a loop can be made for; null for others, and if it ends before. */
export function waypointOf(course: Course, step: number, pulse: Pulse): Waypoint | null {
  const there = { ...course, steps: step }
  const loop = loopOf(there)
  if (!loop) return null
  const stepper = new LoopStepper(there, loop)
  const stretch = new Stretch(course.start.length, longestStretch)
  for (;;) {
    pulse.beat()
    stretch.begin(0)
    const end = stepper.advance(stretch)
    if (end) return end.reason === 'steps' ? { step, ...stepper.state() } : null
  }
}

/** Takes the steps of a run from one beat to the next, in one of two ways that give the same bits. */
interface Stepper {
  /** Says from when on h was too small for a difference quotient. */
  readonly note: Problem | undefined
  /** Adds the next points to a stretch that has room. Returns how the run ends, if it does. */
  advance(stretch: Stretch): Ending | undefined
}

class PlainStepper implements Stepper {
  note: Problem | undefined
  readonly #course: Course
  readonly #oracle: CountedOracle
  readonly #motion: Motion
  readonly #point: Float64Array
  readonly #gradient: Float64Array
  #step = 0

  constructor(course: Course) {
    const { objective, slope, noise, start, optimiser, begin } = course
    this.#course = course
    this.#oracle = new CountedOracle(objective, slope, optimiser.isGradientFree ? undefined : noise)
    this.#motion = optimiser.setOut(start.length, this.#oracle)
    this.#point = Float64Array.from(begin?.point ?? start)
    this.#gradient = new Float64Array(start.length)
    if (!begin) return
    this.#step = begin.step
    this.#motion.remember?.(begin.memory)
  }

  advance(stretch: Stretch): Ending | undefined {
    const most = Math.min(stretch.capacity, stretch.count + beatEvery)
    while (stretch.count < most) {
      const reason = this.#arrive(stretch)
      if (reason) return { reason, step: this.#step }
      this.#step++
    }
    return undefined
  }

  /** Looks at the newest point, and goes on to the next one. */
  #arrive(stretch: Stretch): Ending['reason'] | undefined {
    const { slope, steps, optimiser } = this.#course
    const [point, gradient, oracle] = [this.#point, this.#gradient, this.#oracle]
    if (this.#step > 0 && isAway(point)) return 'diverged'
    // The slope at the new point belongs to the next step, unless finding the point took it.
    const { gradients, evaluations } = oracle
    const value = optimiser.isGradientFree ? oracle.see(point, gradient) : oracle.arrive(point, gradient)
    const fault = faultOfValue(value)
    if (fault) return fault
    if (slope.lost >= 0) this.note ??= lostNote(this.#course, this.#step, point)
    stretch.add(point, value, gradient, gradients, evaluations)
    // Who looks at f alone goes on where it has no slope, as at a cusp.
    const stuck = optimiser.isGradientFree ? undefined : faultOfGradient(gradient)
    if (stuck) return stuck
    if (this.#step === steps) return 'steps'
    return this.#motion.next(point, gradient, this.#step + 1, value)
  }
}

/** By the loop made for function and method. */
class LoopStepper implements Stepper {
  readonly note = undefined
  readonly #course: Course
  readonly #run: LoopRun
  readonly #perBeat: number
  #step = 0

  constructor(course: Course, loop: Loop) {
    this.#course = course
    this.#run = loop.setOut(course.start)
    this.#perBeat = Math.ceil(operationsPerBeat / (1 + loop.cost))
  }

  advance(stretch: Stretch): Ending | undefined {
    const { objective, steps } = this.#course
    const room = Math.min(stretch.capacity - stretch.count, this.#perBeat)
    const { rows, end } = this.#run.advance(stretch.rows, stretch.count, this.#step, room, steps)
    stretch.count += rows
    this.#step += rows
    objective.counts.gradients += rows
    if (!end) return undefined
    // A point that is kept but not left is the last one taken.
    const isKept = end === 'steps' || end === 'stuck'
    return { reason: end === 'stuck' ? 'left-domain' : end, step: isKept ? this.#step - 1 : this.#step }
  }

  state() {
    return this.#run.state()
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
