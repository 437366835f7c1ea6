import type { Problem } from '@shared/problem'
import type { StopReason, Verdict } from '@shared/protocol'
import type { Objective } from './objective'
import type { Plan } from './optimise/plan'
import { reportOf } from './optimise/report'
import type { Pulse } from './pulse'
import { verdictOf } from './verdict/verdict'

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
    stop: { reason: stop, diagnosis: verdictOf(objective, plan, pulse) },
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
