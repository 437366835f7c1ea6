import type { Convention } from '../methods/convention'
import { isFixedRate, type Method } from '../methods/method'
import { type Schedule, schedules } from '../methods/schedules'
import { defaultSettings, isWithin } from '../methods/setting'
import { conventionsOf, methodNamed } from '../methods/table'
import { noiseBounds } from './bounds'
import type { Experiment, Noise, Run, ScheduleChoice } from './experiment'
import { limits } from './limits'

const constantRate: ScheduleChoice = { id: 'constant', settings: {} }

/** A run of the method with its usual settings, from the shared start, in a free colour. */
export function freshRun(runs: readonly Run[], method: string, convention: Convention = 'book'): Run {
  const row = rowOf(method, convention)
  return {
    id: freeId(runs),
    method: row.id,
    convention: row.convention,
    settings: defaultSettings(row),
    schedule: constantRate,
    noise: { sigma: noiseBounds.sigma.default, seed: noiseBounds.seed.default },
    start: null,
    colour: freeColour(runs)
  }
}

/** One more run at the end; the same experiment if it is full. */
export function withRunAdded(experiment: Experiment, method = 'descent', convention: Convention = 'book'): Experiment {
  const { runs } = experiment
  return runs.length < limits.runs ? { ...experiment, runs: [...runs, freshRun(runs, method, convention)] } : experiment
}

/** A second run like this one right after it, in a colour of its own; the same experiment if it is full. */
export function withRunDuplicated(experiment: Experiment, id: string): Experiment {
  const { runs } = experiment
  const index = runs.findIndex((run) => run.id === id)
  const original = runs[index]
  if (!original || runs.length >= limits.runs) return experiment
  const copy = { ...original, id: freeId(runs), colour: freeColour(runs) }
  return { ...experiment, runs: runs.toSpliced(index + 1, 0, copy) }
}

/** The run taken out; the others keep their ids and colours. */
export function withoutRun(experiment: Experiment, id: string): Experiment {
  // A later run may get the same id.
  return withRunHidden({ ...experiment, runs: experiment.runs.filter((run) => run.id !== id) }, id, false)
}

/** Whether a run is left out of all plots. */
export const isHidden = ({ view }: Experiment, id: string): boolean => view.hidden?.includes(id) ?? false

/** The run drawn in no plot, or in all of them again. */
export function withRunHidden(experiment: Experiment, id: string, hidden: boolean): Experiment {
  if (isHidden(experiment, id) === hidden) return experiment
  const { hidden: before = [], ...view } = experiment.view
  const after = hidden ? [...before, id] : before.filter((other) => other !== id)
  return { ...experiment, view: after.length > 0 ? { ...view, hidden: after } : view }
}

/** The run with some fields changed. Its id and method are not among them: see `withMethod`. */
export function withRun(
  experiment: Experiment,
  id: string,
  changes: Partial<Pick<Run, 'settings' | 'schedule' | 'noise' | 'start' | 'colour'>>
): Experiment {
  return { ...experiment, runs: experiment.runs.map((run) => (run.id === id ? { ...run, ...changes } : run)) }
}

/** The run with one setting changed. The value is within the setting's bounds: the fields refuse others. */
export function withSetting(experiment: Experiment, id: string, setting: string, value: number): Experiment {
  const run = experiment.runs.find((one) => one.id === id)
  return run ? withRun(experiment, id, { settings: { ...run.settings, [setting]: value } }) : experiment
}

/** The run with another schedule of its learning rate, with the schedule's usual settings. */
export function withSchedule(experiment: Experiment, id: string, schedule: string): Experiment {
  const row = schedules.find((one) => one.id === schedule)
  if (!row) throw new RangeError(`There is no schedule ${schedule}`)
  return withRun(experiment, id, { schedule: { id: row.id, settings: usualFor(row, experiment.steps) } })
}

/** A decay in stairs takes so many of them in the steps of a run. */
const stairs = 3

/** The usual settings of a schedule: one with a period comes to its end with the last of the steps, stairs lie within them. */
function usualFor(row: Schedule, steps: number): Readonly<Record<string, number>> {
  const usual = defaultSettings(row)
  const { every } = usual
  if (every !== undefined) return { ...usual, every: Math.max(1, Math.min(every, Math.floor(steps / stairs))) }
  if (!Object.hasOwn(usual, 'period')) return usual
  return { ...usual, period: Math.max(1, steps - (usual['warmup'] ?? 0)) }
}

/** The run with one setting of its schedule changed, within its bounds. */
export function withScheduleSetting(experiment: Experiment, id: string, setting: string, value: number): Experiment {
  const schedule = experiment.runs.find((one) => one.id === id)?.schedule
  if (!schedule) return experiment
  return withRun(experiment, id, { schedule: { ...schedule, settings: { ...schedule.settings, [setting]: value } } })
}

/** The run with other noise on its gradient. */
export function withNoise(experiment: Experiment, id: string, changes: Partial<Noise>): Experiment {
  const noise = experiment.runs.find((one) => one.id === id)?.noise
  return noise ? withRun(experiment, id, { noise: { ...noise, ...changes } }) : experiment
}

/**
 * The run by another method or in the other convention. Another method begins with its usual settings, since a good
 * learning rate for one is a bad one for the next. Another convention of the same method keeps the learning rate and
 * what was changed, so that the two can be compared. A method without a rule has no learning rate that a schedule could
 * change.
 */
export function withMethod(experiment: Experiment, id: string, method: string, convention: Convention): Experiment {
  const change = (run: Run): Run => {
    const row = rowOf(method, convention)
    const settings = { ...defaultSettings(row), ...(run.method === row.id ? keptSettings(run, row) : {}) }
    const schedule = isFixedRate(row) ? run.schedule : constantRate
    return { ...run, method: row.id, convention: row.convention, settings, schedule }
  }
  return { ...experiment, runs: experiment.runs.map((run) => (run.id === id ? change(run) : run)) }
}

/** The learning rate of the run and its settings that are not the usual ones, as far as they exist in `row` too. */
function keptSettings(run: Run, row: Method): Record<string, number> {
  const usual: Readonly<Record<string, number>> = defaultSettings(rowOf(run.method, run.convention))
  const kept = Object.entries(run.settings).filter(([id, value]) => id === 'lr' || value !== usual[id])
  const allowed = row.settings.filter((setting) =>
    kept.some(([id, value]) => id === setting.id && isWithin(setting, value))
  )
  return Object.fromEntries(allowed.map(({ id }) => [id, run.settings[id] as number]))
}

/** The method's row in this convention, or in the only one it has. Methods come from the table, so there is one. */
function rowOf(method: string, convention: Convention): Method {
  const row = methodNamed(method, convention) ?? methodNamed(method, conventionsOf(method)[0] ?? convention)
  if (!row) throw new RangeError(`There is no method ${method}`)
  return row
}

function freeId(runs: readonly Run[]): string {
  const numbers = runs.map(({ id }) => Number(/^run-(\d{1,9})$/.exec(id)?.[1] ?? 0))
  return `run-${Math.max(0, ...numbers) + 1}`
}

/** The first colour that the fewest runs have. */
function freeColour(runs: readonly Run[]): number {
  const uses = Array.from({ length: limits.colours }, (_, colour) => runs.filter((run) => run.colour === colour).length)
  return uses.indexOf(Math.min(...uses))
}
