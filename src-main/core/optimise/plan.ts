import type { GradientSource, Noise, ScheduleChoice, StopRules } from '@shared/experiment/experiment'
import { isFixedRate } from '@shared/methods/method'
import type { Objective } from '../objective'
import { algorithmOf } from './algorithms/table'
import { optimiserOf } from './rule'
import type { Course } from './run'
import { slopeOf } from './slope'
import {
  methodOf,
  mustBeGradient,
  mustBeNoise,
  mustBeStart,
  mustBeSteps,
  mustBeStopRules,
  scheduleOf,
  settingsOf
} from './soundness'

/** A run as it was asked for: nothing in it is filled in. */
export interface Plan {
  readonly method: string
  readonly convention: string
  readonly settings: Readonly<Record<string, number>>
  /** As long as the function has variables. */
  readonly start: ArrayLike<number>
  /** A whole number, 0 … 1,000,000. */
  readonly steps: number
  readonly gradient: GradientSource
  /** Absent: a constant learning rate, no noise, no rule that ends the run early. */
  readonly schedule?: ScheduleChoice | undefined
  readonly noise?: Noise | undefined
  readonly stop?: StopRules | undefined
}

/**
 * The plan, found to be sound and ready to run. Otherwise a ProblemError names the field that is not, as
 * `values.field`: method, convention, the setting's id, start, steps, gradient, h, schedule, `schedule.` and a setting's
 * id, sigma, seed, `stop.` and the rule's id. Nothing has run by then.
 */
export function courseOf(objective: Objective, plan: Plan): Course {
  const method = methodOf(plan)
  const settings = settingsOf(method, plan.settings)
  const schedule = scheduleOf(method, plan.schedule)
  mustBeSteps(plan.steps)
  mustBeGradient(plan.gradient)
  mustBeNoise(plan.noise)
  mustBeStopRules(plan.stop)
  mustBeStart(objective, plan.start)
  return {
    objective,
    optimiser: isFixedRate(method) ? optimiserOf(method, settings, schedule) : algorithmOf(method, settings),
    slope: slopeOf(objective, plan.gradient),
    noise: plan.noise,
    stop: plan.stop,
    start: plan.start,
    steps: plan.steps,
    variables: objective.variables,
    h: plan.gradient.h
  }
}
