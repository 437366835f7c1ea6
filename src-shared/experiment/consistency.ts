import type { Interval } from '../interval'
import { isName } from '../language/names'
import { scheduleNamed, schedules } from '../methods/schedules'
import { boundsText, isWithin, type Setting } from '../methods/setting'
import { methodNamed } from '../methods/table'
import { ProblemError } from '../problem'
import type { Experiment, ScheduleChoice } from './experiment'
import { fieldPath } from './path'

/**
 * What must hold between the fields of an experiment that already has the right shape: everything that is wrong,
 * each fault with the path of its field, e.g. `runs[1].settings.lr`.
 */
export function* faults(experiment: Experiment): Generator<ProblemError> {
  for (const check of checks) yield* check(experiment)
}

type Check = (experiment: Experiment) => Generator<ProblemError>
const checks: readonly Check[] = [nameFaults, rangeFaults, pointFaults, gradientFaults, runFaults, viewFaults]

function* nameFaults({ variables, parameters }: Experiment) {
  const seen = new Set<string>()
  for (const [list, members] of Object.entries({ variables, parameters })) {
    for (const [index, { name }] of members.entries()) {
      const path = `${list}[${index}].name`
      if (!isName(name)) yield new ProblemError('document-name', { path, name })
      if (seen.has(name)) yield new ProblemError('document-twice', { path, name })
      seen.add(name)
    }
  }
}

function* rangeFaults({ variables, parameters }: Experiment) {
  for (const [index, variable] of variables.entries()) yield* intervalFaults(`variables[${index}]`, variable)
  for (const [index, parameter] of parameters.entries()) yield* intervalFaults(`parameters[${index}]`, parameter)
}

function* intervalFaults(path: string, { min, max }: Interval) {
  // The width is asked for as well: that of −1e308 … 1e308 is no double.
  if (min < max && Number.isFinite(max - min)) return
  yield new ProblemError('document-range', { path: `${path}.max`, range: 'min < max, max − min < ∞' })
}

function* pointFaults({ variables, point, start, runs }: Experiment) {
  yield* lengthFaults('point', point, variables.length)
  yield* lengthFaults('start', start, variables.length)
  for (const [index, run] of runs.entries())
    if (run.start) yield* lengthFaults(`runs[${index}].start`, run.start, variables.length)
}

function* lengthFaults(path: string, numbers: readonly number[], length: number) {
  if (numbers.length !== length) yield new ProblemError('document-length', { path, length })
}

function* gradientFaults({ gradient, view }: Experiment) {
  if (view.h === 0) yield new ProblemError('document-range', { path: 'view.h', range: 'h ≠ 0' })
  if (gradient.h === 0) yield new ProblemError('document-range', { path: 'gradient.h', range: 'h ≠ 0' })
}

function* runFaults({ runs }: Experiment) {
  const ids = new Set<string>()
  for (const [index, { id, method, convention, settings, schedule }] of runs.entries()) {
    const path = `runs[${index}]`
    if (ids.has(id)) yield new ProblemError('document-twice', { path: `${path}.id`, name: id })
    ids.add(id)
    const row = methodNamed(method, convention)
    if (row) yield* settingFaults(`${path}.settings`, settings, row.settings)
    else yield new ProblemError('document-method', { path: `${path}.method`, method })
    yield* scheduleFaults(`${path}.schedule`, schedule)
  }
}

function* scheduleFaults(path: string, { id, settings }: ScheduleChoice) {
  const row = scheduleNamed(id)
  if (row) yield* settingFaults(`${path}.settings`, settings, row.settings)
  else
    yield new ProblemError('document-choice', {
      path: `${path}.id`,
      choices: schedules.map((one) => one.id).join(', ')
    })
}

function* settingFaults(path: string, values: Readonly<Record<string, number>>, settings: readonly Setting[]) {
  for (const setting of settings) {
    const field = `${path}.${setting.id}`
    const value = Object.hasOwn(values, setting.id) ? values[setting.id] : undefined
    if (value === undefined) yield new ProblemError('document-missing', { path: field })
    else if (!isWithin(setting, value))
      yield new ProblemError('document-range', { path: field, range: boundsText(setting) })
  }
  for (const id of Object.keys(values))
    if (!settings.some((setting) => setting.id === id))
      yield new ProblemError('document-setting', { path: fieldPath([id], path) })
}

function* viewFaults({ variables, view }: Experiment) {
  for (const [place, index] of view.axes.entries()) {
    if (index >= variables.length) yield new ProblemError('document-axes', { path: `view.axes[${place}]` })
  }
  if (variables.length > 1 && view.axes[0] === view.axes[1])
    yield new ProblemError('document-axes', { path: 'view.axes' })
  if (view.values) yield* intervalFaults('view.values', view.values)
  if (view.surface.range) yield* intervalFaults('view.surface.range', view.surface.range)
  const positive = {
    'view.surface.spacing': view.surface.spacing,
    'view.surface.camera.distance': view.surface.camera?.distance
  }
  for (const [path, value] of Object.entries(positive))
    if (typeof value === 'number' && value <= 0) yield new ProblemError('document-range', { path, range: '> 0' })
}
