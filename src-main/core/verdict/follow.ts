import type { Problem } from '@shared/problem'
import type { Objective } from '../objective'
import { courseOf, type Plan } from '../optimise/plan'
import { type Course, runStretches } from '../optimise/run'
import type { Ending } from '../optimise/stop'
import type { Stretch } from '../optimise/stretch'
import { type Pulse, steady } from '../pulse'
import { History } from './history'
import { budget } from './thresholds'
import { Windows } from './windows'

/** A run that is over, and how it would have gone on. */
export interface Followed {
  readonly objective: Objective
  readonly plan: Plan
  readonly course: Course
  readonly history: History
  readonly ending: Ending
  /** The step from which on h was too small for a difference quotient: the run's own gradient is not to be trusted. */
  readonly lost: number | null
  /** The same run, rules that end it left out, as far as it was followed; the run itself where it could not go on. */
  readonly future: {
    readonly history: History
    readonly ending: Ending
    /** As of the run. */
    readonly lost: number | null
    /** Where it was, after the end of the run, or in its second half where it could not go on. */
    readonly windows: Windows
  }
}

/**
 * Runs a plan, and then from its start again, farther. `also` is shown the run itself. `share`: of what may be spent on
 * going on. A ProblemError names the field of `plan` that is not sound. Throws Cancelled through `pulse`.
 */
export function follow(
  objective: Objective,
  plan: Plan,
  pulse: Pulse = steady,
  also: (stretch: Stretch) => void = () => {},
  share = 1
): Followed {
  const course = courseOf(objective, plan)
  const startValue = objective.value(plan.start)
  const history = new History(plan.start, startValue, plan.steps)
  const own: Pulse = { beat: () => pulse.beat(), isEnough: () => pulse.isEnough?.() ?? false }
  const keep = (stretch: Stretch) => {
    history.addStretch(stretch)
    also(stretch)
  }
  const { note, ...ending } = runStretches(course, keep, own, (step) => pulse.progress?.(step / plan.steps / 2))
  const { taken } = history
  const canGoOn = taken > 0 && ending.reason !== 'line-search' && !isBroken(ending) && ending.reason !== 'cancelled'
  const steps = canGoOn ? taken + stepsOn(objective, course, history, share) : taken
  const windows = new Windows(plan.start.length, canGoOn ? taken : Math.floor(taken / 2), steps)
  const future = new History(plan.start, startValue, steps)
  const keepOn = (stretch: Stretch) => {
    future.addStretch(stretch)
    windows.add(stretch)
  }
  const { note: later, ...end } = runStretches({ ...course, stop: undefined, steps }, keepOn, own, (step) =>
    pulse.progress?.((1 + step / steps) / 2)
  )
  const found = { history: future, ending: canGoOn ? end : ending, lost: stepOf(later), windows }
  return { objective, plan, course, history, ending, lost: stepOf(note), future: found }
}

/** The step that a note is about. */
const stepOf = (note: Problem | undefined) => (note ? Number(note.values['step']) : null)

export const isBroken = ({ reason }: Ending) => reason === 'diverged' || reason === 'left-domain'

/** The same for every machine: counted in operations, not in seconds. */
function stepsOn(objective: Objective, course: Course, history: History, share: number): number {
  const { times, least, operations, overhead } = budget
  const isLoop = course.slope.isExact && !course.noise?.sigma && course.optimiser.loopOn?.(objective)
  const evaluations = Math.max(1, history.evaluations / history.taken)
  const cost = evaluations * objective.cost + (isLoop ? overhead.loop : overhead.plain)
  const wanted = Math.max(least, times * history.taken)
  return Math.ceil(Math.min(wanted, (share * operations) / cost))
}
