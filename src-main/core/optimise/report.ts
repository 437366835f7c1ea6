import type { Problem } from '@shared/problem'
import type { RunReport, StopReason, Verdict, View } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import { History } from './history'
import { Path } from './path'
import { courseOf, type Plan } from './plan'
import type { Finished } from './rest'
import { runStretches } from './run'
import type { Stretch } from './stretch'
import { verdictOf } from './verdict'

/**
 * A run; of more steps than `columns`, what charts and `views` have to show: see `Path`. A ProblemError names the field of
 * `plan` that is not sound, as `values.field`. Throws Cancelled through `pulse`.
 */
export function reportOf(
  objective: Objective,
  plan: Plan,
  columns: number,
  pulse: Pulse = steady,
  views: readonly View[] = []
): RunReport {
  const path = new Path(objective.variables.length, columns, views)
  const { finished, note } = travelled(objective, plan, path, pulse)
  const { history, ending } = finished
  return { taken: history.taken, ...path.kept(), stop: ending.reason, notes: note ? [note] : [] }
}

/** How the run of a plan went: see `reportOf` for what is thrown. */
export function judged(objective: Objective, plan: Plan, pulse: Pulse = steady): Verdict {
  const whole: Pulse = { beat: () => pulse.beat(), progress: (share) => pulse.progress?.(share) }
  return verdictOf(travelled(objective, plan, null, whole).finished, whole)
}

/** A run; its points are handed to `path`. See `reportOf`. */
export function travelled(
  objective: Objective,
  plan: Plan,
  path: Path | null,
  pulse: Pulse
): { readonly finished: Finished; readonly note: Problem | undefined } {
  const course = courseOf(objective, plan)
  const history = new History(plan.start, objective.value(plan.start), plan.steps)
  const keep = (stretch: Stretch) => {
    history.addStretch(stretch)
    path?.add(stretch)
  }
  const came = (step: number) => pulse.progress?.(step / plan.steps)
  const { note, ...ending } = runStretches(course, keep, pulse, came)
  const lost = note ? Number(note.values['step']) : null
  return { finished: { objective, plan, course, history, ending, lost }, note }
}

/** A run for scripts: plain numbers, every step. */
export interface Run {
  /** points[k]: the coordinates after k steps; points[0] is the start. */
  readonly points: readonly (readonly number[])[]
  /** values[k]: f there. */
  readonly values: readonly number[]
  readonly stop: { readonly reason: StopReason; readonly diagnosis: Verdict }
  readonly notes: readonly Problem[]
}

/** Runs a plan to its end: see `reportOf`. */
export function run(objective: Objective, plan: Plan, pulse?: Pulse): Run {
  const report = reportOf(objective, plan, plan.steps + 1, pulse)
  const { points, values, stop, notes } = report
  return {
    points: rowsOf(points, objective.variables.length, values.length),
    values: Array.from(values),
    stop: { reason: stop, diagnosis: judged(objective, plan, pulse) },
    notes
  }
}

/** Plain loops: there may be a million rows. */
function rowsOf(points: Float64Array, width: number, count: number): number[][] {
  const rows: number[][] = []
  for (let k = 0; k < count; k++) {
    const row: number[] = []
    for (let i = 0; i < width; i++) row.push(points[k * width + i] as number)
    rows.push(row)
  }
  return rows
}
