import { ProblemError } from '@shared/problem'
import type { StepReport } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import type { Optimiser } from './method'
import { courseOf, type Plan } from './plan'
import { runCourse, waypointOf } from './run'

type Opened = Pick<StepReport, 'lines' | 'memory' | 'lr' | 'noise' | 'algorithm'>
type Place = StepReport['before']

/**
 * One step of a run, opened: the run is repeated up to step `step` (counted from 1), whose lines are shown with all
 * that they read and made. The step that found no way can be opened, too: it ends where it began; and that which led out
 * of the domain of f, or of all bounds: it ends where the run never was, with no gradient. A ProblemError where the plan
 * is not sound, or the run ends before that step.
 */
export function openedStep(objective: Objective, plan: Plan, step: number, pulse: Pulse = steady): StepReport {
  // No rule ends it early: what is opened is a step that the run has taken.
  const course = courseOf(objective, { ...plan, steps: step, stop: undefined })
  let opened: Opened | undefined
  let landed: readonly number[] = []
  let before: Place | undefined
  let after: Place | undefined
  let taken = 0
  const optimiser = openingStep(course.optimiser, step, (lines, point) => {
    opened = lines
    landed = point
  })
  const look = (at: number, point: Float64Array, value: number, gradient: Float64Array) => {
    taken = at
    if (at < step - 1) return
    before = after
    after = { point: [...point], value, gradient: [...gradient] }
  }
  // Up to the step before as fast as can be; the same bits.
  const begin = waypointOf(course, step - 1, pulse)
  const { reason } = runCourse({ ...course, optimiser, begin }, look, pulse)
  if (opened && before && after && taken === step) return { step, before, after, ...opened }
  if (opened && after && taken === step - 1) {
    if (reason === 'line-search') return { step, before: after, after, ...opened }
    if (reason === 'left-domain' || reason === 'diverged') {
      const value = objective.value(Float64Array.from(landed))
      return { step, before: after, after: { point: landed, value, gradient: landed.map(() => Number.NaN) }, ...opened }
    }
  }
  throw new ProblemError('step-out-of-run', { field: 'step', step, taken })
}

/** The same optimiser, bit for bit, which tells about one of its steps. */
function openingStep(
  optimiser: Optimiser,
  step: number,
  tell: (opened: Opened, landed: readonly number[]) => void
): Optimiser {
  return {
    isGradientFree: optimiser.isGradientFree ?? false,
    setOut(dimension, oracle) {
      const motion = optimiser.setOut(dimension, oracle)
      return {
        next(point, gradient, at, value) {
          if (at !== step) return motion.next(point, gradient, at, value)
          const noise = oracle.noise && [...oracle.noise]
          const { halt, ...opened } = motion.nextOpened(point, gradient, at, value)
          tell({ ...opened, noise }, [...point])
          return halt
        },
        nextOpened: (point, gradient, at, value) => motion.nextOpened(point, gradient, at, value),
        remember: (memory) => motion.remember?.(memory)
      }
    }
  }
}
