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
  /** From where it ended to the nearest of the lowest points; NaN where none is known. */
  readonly distance: number
  /** Gradients computed until f came near the lowest that is known; null where it did not, or without computing any. */
  readonly reached: Reached | null
}

export interface Reached {
  readonly gradients: number
  /** It may have been sooner: of a long run not every step is known. */
  readonly atMost: boolean
}

export interface Standings {
  /** The lowest points of f that were found: distances are to the nearest. None before, and none where a run went lower. */
  readonly lowest: readonly (readonly number[])[]
  /** The first place first; those without one last. */
  readonly rows: readonly Standing[]
}

/** A value is near the lowest if this part, or less, of the way down from the highest start is left. */
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
  const { level, lowest } = lowestKnown(reports, minimum)
  const height = heightAbove(level, reports)
  const rows = reports.map((report, run): Standing => {
    const base = { run, place: null, isTied: false, problem: null }
    if (!('points' in report)) {
      const nothing = { report: null, value: NaN, distance: NaN, reached: null }
      return { ...base, ...nothing, problem: report.problem }
    }
    const value = report.values.at(-1) ?? NaN
    const end = endOf(report, dimension)
    const distances = lowest.map((point) => distanceBetween(end, point))
    const distance = lowest.length > 0 ? Math.min(...distances) : NaN
    return { ...base, report, value, distance, reached: reachedBy(report, level + nearness * height) }
  })
  return { lowest, rows: placed(rows, order, height) }
}

const hasFailed = (report: RunsReport[number]): boolean => !('points' in report) || hasBrokenOff(report)

const endOf = (report: RunReport, dimension: number): readonly number[] => [...report.points.slice(-dimension)]

const distanceBetween = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, axis) => value - (b[axis] ?? NaN)))

/** The lowest f that is known, of the ends of runs and of what was found; and the points that were found there. NaN: none is. */
function lowestKnown(reports: RunsReport, minimum: MinimumReport | undefined): { level: number; lowest: number[][] } {
  const ends = reports.flatMap((report) =>
    'points' in report && !hasFailed(report) ? [report.values.at(-1) ?? NaN] : []
  )
  const best = ends.some(Number.isFinite) ? Math.min(...ends.filter(Number.isFinite)) : NaN
  const found = lowestOf(minimum)
  if (!found) return { level: best, lowest: [] }
  const scale = rounding * Math.max(heightAbove(found.value, reports), Math.abs(found.value))
  if (best < found.value - scale) return { level: best, lowest: [] }
  const others = (minimum?.others ?? []).filter(({ asLow }) => asLow)
  return { level: found.value, lowest: [found, ...others].map(({ point }) => [...point]) }
}

/** From the highest start down to a level. */
function heightAbove(level: number, reports: RunsReport): number {
  const starts = reports.flatMap((report) => ('points' in report ? [report.values[0] ?? NaN] : []))
  const highest = Math.max(...starts.filter(Number.isFinite))
  return highest > level ? highest - level : 0
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
