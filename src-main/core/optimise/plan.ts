import {
  type GradientSource,
  gradientMethods,
  type Noise,
  type ScheduleChoice,
  type StopRules
} from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import type { Method } from '@shared/methods/method'
import { isFixedRate } from '@shared/methods/method'
import { type Setting, settingProblem } from '@shared/methods/setting'
import { conventionsOf, methodNamed } from '@shared/methods/table'
import { ProblemError } from '@shared/problem'
import type { Objective } from '../objective'
import { algorithmOf } from './algorithms/table'
import { overflows } from './overflow'
import { optimiserOf } from './rule'
import type { Course } from './run'
import { slopeOf } from './slope'

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
 * `values.field`: method, convention, the setting's id, start, steps, gradient or h. Nothing has run by then.
 */
export function courseOf(objective: Objective, plan: Plan): Course {
  const method = methodOf(plan)
  checkSettings(method, plan.settings)
  checkSteps(plan.steps)
  checkGradient(plan.gradient)
  checkStart(objective, plan.start)
  return {
    objective,
    optimiser: isFixedRate(method) ? optimiserOf(method, plan.settings) : algorithmOf(method, plan.settings),
    slope: slopeOf(objective, plan.gradient),
    start: plan.start,
    steps: plan.steps,
    variables: objective.variables,
    h: plan.gradient.h
  }
}

function checkSteps(steps: number) {
  if (Number.isInteger(steps) && steps >= 0 && steps <= limits.steps) return
  throw new ProblemError('steps-not-whole', { field: 'steps', most: limits.steps })
}

function methodOf({ method: id, convention }: Plan): Method {
  if (isAbsent(id)) throw new ProblemError('method-missing', { field: 'method' })
  if (isAbsent(convention)) throw new ProblemError('convention-missing', { field: 'convention' })
  if (conventionsOf(id).length === 0) throw new ProblemError('method-unknown', { field: 'method', method: String(id) })
  const method = methodNamed(id, convention)
  if (method) return method
  throw new ProblemError('convention-unknown', { field: 'convention', method: id, convention: String(convention) })
}

function checkSettings(method: Method, settings: Plan['settings']) {
  for (const setting of method.settings) checkSetting(setting, settings)
  const known = new Set(method.settings.map((setting) => setting.id))
  const unknown = Object.keys(settings).find((id) => !known.has(id))
  if (unknown === undefined) return
  throw new ProblemError('setting-unknown', { field: unknown, method: method.id, setting: unknown })
}

function checkSetting(setting: Setting, settings: Plan['settings']) {
  const { id } = setting
  const named = { field: id, setting: id }
  const given: unknown = settings && Object.hasOwn(settings, id) ? settings[id] : undefined
  if (given === undefined || given === null) throw new ProblemError('setting-missing', named)
  if (typeof given !== 'number') throw new ProblemError('setting-not-finite', named)
  const problem = settingProblem(setting, given)
  if (problem) throw new ProblemError(problem.code, problem.values)
}

function checkStart(objective: Objective, start: Plan['start']) {
  const { variables } = objective
  const given = start?.length ?? 0
  if (given !== variables.length) {
    throw new ProblemError('start-length', { field: 'start', expected: variables.length, given })
  }
  for (const [i, variable] of variables.entries()) {
    if (!Number.isFinite(start[i])) throw new ProblemError('start-not-finite', { field: 'start', variable })
  }
  if (Number.isFinite(objective.value(start))) return
  const code = overflows(objective, start) ? 'start-overflow' : 'start-undefined'
  throw new ProblemError(code, { field: 'start', point: pointWritten(start) })
}

/** `(3, 4)`; a single coordinate without brackets. */
const pointWritten = (point: ArrayLike<number>) =>
  point.length === 1 ? `${point[0]}` : `(${Array.from(point).join(', ')})`

/** Callers without types, and files of another make, may leave a field out. */
const isAbsent = (value: unknown) => value === undefined || value === null

function checkGradient(gradient: GradientSource) {
  const method: unknown = gradient?.method
  if (isAbsent(method)) throw new ProblemError('gradient-missing', { field: 'gradient' })
  if (!gradientMethods.some((known) => known === method)) {
    throw new ProblemError('gradient-unknown', { field: 'gradient', method: String(method) })
  }
  if (method !== 'exact' && (!Number.isFinite(gradient.h) || gradient.h === 0)) {
    throw new ProblemError('difference-step', { field: 'h' })
  }
}
