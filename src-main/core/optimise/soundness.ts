import { noiseBounds, stepsBounds, stopBounds, stopRules } from '@shared/experiment/bounds'
import {
  type GradientSource,
  gradientMethods,
  type Noise,
  type ScheduleChoice,
  type StopRules
} from '@shared/experiment/experiment'
import { isFixedRate, type Method } from '@shared/methods/method'
import { scheduleNamed } from '@shared/methods/schedules'
import { type Bounded, type Setting, settingProblem } from '@shared/methods/setting'
import { conventionsOf, methodNamed } from '@shared/methods/table'
import { ProblemError } from '@shared/problem'
import type { Objective } from '../objective'
import { overflows } from './overflow'
import type { ScheduledRate } from './schedule'

/** Throws a ProblemError unless it is a number of steps that a run may take; so do all of the following for what they name. */
export function mustBeSteps(steps: number) {
  soundSetting(stepsBounds, steps, '')
}

/** The row that is meant. */
export function methodOf({ method: id, convention }: { readonly method: string; readonly convention: string }): Method {
  if (isAbsent(id)) throw new ProblemError('method-missing', { field: 'method' })
  if (isAbsent(convention)) throw new ProblemError('convention-missing', { field: 'convention' })
  if (conventionsOf(id).length === 0) throw new ProblemError('method-unknown', { field: 'method', method: String(id) })
  const method = methodNamed(id, convention)
  if (method) return method
  throw new ProblemError('convention-unknown', { field: 'convention', method: id, convention: String(convention) })
}

type Numbers = Readonly<Record<string, number>>

/** The settings of a method by their ids, whichever of their names they were given. */
export function settingsOf(method: Method, given: Numbers): Numbers {
  const { settings, unknown } = soundSettings(method.settings, given, '')
  if (unknown === undefined) return settings
  throw new ProblemError('setting-unknown', { field: unknown, method: method.id, setting: unknown })
}

/** The schedule that is meant, with its settings; null for a learning rate that stays, as a method without one has to have it. */
export function scheduleOf(method: Method, choice: ScheduleChoice | undefined): ScheduledRate | null {
  if (isAbsent(choice)) return null
  const schedule = choice && scheduleNamed(choice.id)
  if (!schedule || !choice) {
    throw new ProblemError('schedule-unknown', { field: 'schedule', schedule: String(choice?.id ?? choice) })
  }
  const { settings, unknown } = soundSettings(schedule.settings, choice.settings, 'schedule.')
  if (unknown !== undefined) {
    throw new ProblemError('schedule-setting-unknown', { field: `schedule.${unknown}`, setting: unknown })
  }
  if (schedule.settings.length === 0) return null
  if (isFixedRate(method)) return { schedule, settings }
  throw new ProblemError('schedule-without-rate', { field: 'schedule', method: method.id })
}

/** `path`: what stands before the setting's id in the name of a field at fault. `unknown`: a name that no setting has. */
function soundSettings(rows: readonly Setting[], given: Numbers, path: string) {
  const known = new Set<string>()
  const settings = rows.map((setting) => {
    const name =
      [setting.id, ...(setting.aliases ?? [])].find((one) => given && Object.hasOwn(given, one)) ?? setting.id
    known.add(name)
    return [setting.id, soundSetting(setting, given && Object.hasOwn(given, name) ? given[name] : undefined, path)]
  })
  const unknown = Object.keys(given ?? {}).find((id) => !known.has(id))
  return { settings: Object.fromEntries(settings) as Numbers, unknown }
}

function soundSetting(setting: Bounded, given: unknown, path: string): number {
  const named = { field: path + setting.id, setting: setting.term ?? setting.id }
  if (isAbsent(given)) throw new ProblemError('setting-missing', named)
  if (typeof given !== 'number') throw new ProblemError('setting-not-finite', named)
  const problem = settingProblem(setting, given)
  if (problem) throw new ProblemError(problem.code, { ...problem.values, ...named })
  return given
}

/** σ is finite and not negative, the seed a whole number. */
export function mustBeNoise(noise: Noise | undefined) {
  if (isAbsent(noise)) return
  for (const row of Object.values(noiseBounds)) soundSetting(row, noise?.[row.id as keyof Noise], '')
  const unknown = unknownKey(noise, Object.keys(noiseBounds))
  if (unknown !== undefined) throw new ProblemError('noise-unknown', { field: `noise.${unknown}`, setting: unknown })
}

/** Each rule is known, and if it is on its bound is one that it may have. */
export function mustBeStopRules(stop: StopRules | undefined) {
  if (isAbsent(stop)) return
  if (!stop) throw new ProblemError('stop-unknown', { field: 'stop', rule: String(stop) })
  const unknown = unknownKey(stop, stopRules)
  if (unknown !== undefined) throw new ProblemError('stop-unknown', { field: `stop.${unknown}`, rule: unknown })
  for (const rule of stopRules) {
    if (!isAbsent(stop[rule])) soundSetting(stopBounds[rule], stop[rule], 'stop.')
  }
}

/** As long as a point, finite, and f is finite there. */
export function mustBeStart(objective: Objective, start: ArrayLike<number>) {
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

/** The first name in what was given that is none of these; what is no record is itself one. */
const unknownKey = (given: unknown, known: readonly string[]): string | undefined =>
  typeof given === 'object' ? Object.keys(given ?? {}).find((key) => !known.includes(key)) : String(given)

/** Callers without types, and files of another make, may leave a field out. */
const isAbsent = (value: unknown) => value === undefined || value === null

/** A known source, with an h that quotients can be made with. */
export function mustBeGradient(gradient: GradientSource) {
  const method: unknown = gradient?.method
  if (isAbsent(method)) throw new ProblemError('gradient-missing', { field: 'gradient' })
  if (!gradientMethods.some((known) => known === method)) {
    throw new ProblemError('gradient-unknown', { field: 'gradient', method: String(method) })
  }
  if (method !== 'exact' && (!Number.isFinite(gradient.h) || gradient.h === 0)) {
    throw new ProblemError('difference-step', { field: 'h' })
  }
}
