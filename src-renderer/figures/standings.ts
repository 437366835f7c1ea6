import type { View } from '@shared/experiment/experiment'
import type { Problem } from '@shared/problem'
import type { MinimumReport, RunReport, RunsReport } from '@shared/protocol'
import { hasBrokenOff } from './ends'
import { lowestOf } from './lowest'

/** One run on the leader board. */
export interface Standing {
  /** Index of the run in the document. */
  readonly run: number
  /** From 1; equals share one, and the next is counted on. Null: it has none, for it failed or cannot be ordered so. */
  readonly place: number | null
  readonly isTied: boolean
  /** Null: the run could not be computed, and `problem` says why. */
  readonly report: RunReport | null
  readonly problem: Problem | null
  /** f where it ended. */
  readonly value: number
  /** From where it ended to the target; NaN without one. */
  readonly distance: number
  /** Gradients computed until f came near the target's value; null where it did not, or without computing any. */
  readonly reached: Reached | null
}

export interface Reached {
  readonly gradients: number
  /** It may have been sooner: of a long run not every step is known. */
  readonly atMost: boolean
}

/** What distances and values are measured against: the lowest point found, or the end of the best run. */
export interface Target {
  readonly point: readonly number[]
  /** The same to be read: 0 for what is only left of a coordinate on its way there. */
  readonly place: readonly number[]
  readonly value: number
  /** Index of the best run; null: the point was found by searching for it. */
  readonly run: number | null
}

export interface Standings {
  /** Null: no run ended anywhere, and nothing was found. */
  readonly target: Target | null
  /** The first place first; those without one last. */
  readonly rows: readonly Standing[]
}

/** A value is near the target's if this part, or less, of the way down from the highest start is left. */
export const nearness = 1e-6
/** Values closer than this part of that way, and distances closer than this part of the longest, are equal: the rest is rounding. */
const rounding = 1e-12

/** The runs in order of where they ended, or of what it cost them to get near the target. */
export function standings(
  reports: RunsReport,
  minimum: MinimumReport | undefined,
  order: View['board'],
  dimension: number
): Standings {
  const target = targetOf(reports, minimum, dimension)
  const height = heightOf(reports, target)
  const rows = reports.map((report, run): Standing => {
    const base = { run, place: null, isTied: false, problem: null }
    if (!('points' in report)) {
      const nothing = { report: null, value: NaN, distance: NaN, reached: null }
      return { ...base, ...nothing, problem: report.problem }
    }
    const value = report.values.at(-1) ?? NaN
    const distance = target ? distanceBetween(endOf(report, dimension), target.point) : NaN
    return { ...base, report, value, distance, reached: target && reachedBy(report, target.value + nearness * height) }
  })
  return { target, rows: placed(rows, order, height) }
}

const hasFailed = (report: RunsReport[number]): boolean => !('points' in report) || hasBrokenOff(report)

const endOf = (report: RunReport, dimension: number): readonly number[] => [...report.points.slice(-dimension)]

const distanceBetween = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, axis) => value - (b[axis] ?? NaN)))

function targetOf(reports: RunsReport, minimum: MinimumReport | undefined, dimension: number): Target | null {
  let best: Target | null = null
  for (const [run, report] of reports.entries()) {
    if (!('points' in report) || hasFailed(report)) continue
    const value = report.values.at(-1) ?? NaN
    if (!Number.isFinite(value) || (best && value >= best.value)) continue
    const point = endOf(report, dimension)
    best = { point, place: report.verdict.at ?? point, value, run }
  }
  const lowest = lowestOf(minimum)
  if (!lowest) return best
  const found: Target = { ...lowest, place: lowest.point, run: null }
  // A run may have gone lower than the search did.
  const scale = rounding * Math.max(heightOf(reports, found), Math.abs(found.value))
  return best && best.value < found.value - scale ? best : found
}

/** From the highest start down to the target. */
function heightOf(reports: RunsReport, target: Target | null): number {
  const starts = reports.flatMap((report) => ('points' in report ? [report.values[0] ?? NaN] : []))
  const highest = Math.max(...starts.filter(Number.isFinite))
  return target && highest > target.value ? highest - target.value : 0
}

function reachedBy(report: RunReport, level: number): Reached | null {
  const { values, gradients, steps } = report
  if (gradients.at(-1) === 0 || hasBrokenOff(report)) return null
  const index = values.findIndex((value) => value <= level)
  if (index < 0) return null
  const isNext = index === 0 || (steps[index] ?? 0) - (steps[index - 1] ?? 0) === 1
  return { gradients: gradients[index] ?? NaN, atMost: !isNext }
}

/** By what a row is ordered, the least first; null: it has no place. */
function keyOf(row: Standing, order: View['board']): number | null {
  if (!row.report || hasFailed(row.report)) return null
  const key = { value: row.value, distance: row.distance, gradients: row.reached?.gradients ?? NaN }[order]
  return Number.isFinite(key) ? key : null
}

function placed(rows: readonly Standing[], order: View['board'], height: number): readonly Standing[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, order) }))
  const keys = keyed.flatMap(({ key }) => (key === null ? [] : [key]))
  const apart = { value: rounding * height, distance: rounding * Math.max(0, ...keys), gradients: 0 }[order]
  const ordered = keyed
    .flatMap(({ row, key }) => (key === null ? [] : [{ row, key }]))
    .sort((a, b) => a.key - b.key || a.row.run - b.row.run)
  // Each is equal to the first of its place, so that small steps do not add up.
  const places: number[] = []
  let first = 0
  for (const [index, { key }] of ordered.entries()) {
    if (key - (ordered[first]?.key ?? NaN) > apart) first = index
    places.push(first + 1)
  }
  const count = (place: number) => places.filter((other) => other === place).length
  const leaders = ordered.map(({ row }, index) => {
    const place = places[index] as number
    return { ...row, place, isTied: count(place) > 1 }
  })
  return [...leaders, ...unplaced(keyed.flatMap(({ row, key }) => (key === null ? [row] : [])))]
}

/** Those that only cannot be ordered so come first, by their values; then those that broke off; then those without numbers. */
function unplaced(rows: readonly Standing[]): readonly Standing[] {
  const rank = ({ report }: Standing) => (report === null ? 2 : hasFailed(report) ? 1 : 0)
  const value = (row: Standing) => (rank(row) === 0 ? row.value : 0)
  return [...rows].sort((a, b) => rank(a) - rank(b) || value(a) - value(b) || a.run - b.run)
}
