import type { Interval } from '@shared/experiment/experiment'
import type { MinimumReport } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import { type Bottom, wayDown } from './bottom'
import { distance, norm } from './path'
import { spreadPoints } from './spread'

/** Starts within the ranges, beside the given one: by the number of coordinates, the last for all more. */
const starts = [0, 16, 32, 24] as const
/** Operations after which no further way begins: a long formula of many variables is looked at from fewer starts. */
const mostOperations = 1e7
const fewestStarts = 4
/** Points are the same within this, beside the size of the region; values within this, beside the way down. */
const samePlace = 1e-4
const sameValue = 1e-10
/** A curvature this small beside the largest: the minimum may be a whole line of points. */
const noCurvature = 1e-8
const mostOthers = 20

/** The ends of several ways at the same minimum. */
interface Cluster {
  readonly bottom: Bottom
  readonly count: number
}

/**
 * The lowest point that BFGS finds from `start` and from points spread evenly within the ranges (one a variable). Of
 * several that are equally low the one nearest to `start`. The same question always has the same answer.
 */
export function minimumReport(
  objective: Objective,
  start: readonly number[],
  ranges: readonly Interval[],
  pulse: Pulse = steady
): MinimumReport {
  const before = evaluationsOf(objective)
  const widths = ranges.map(({ min, max }) => Math.abs(max - min)).filter(Number.isFinite)
  const size = Math.max(0, ...widths) || Math.max(1, norm(start))
  const wanted = starts[Math.min(ranges.length, starts.length - 1)] ?? 0
  let tried = 0
  let lowest = Number.NaN
  let unbounded = false
  let fall = 0
  const bottoms: Bottom[] = []
  for (const from of [Float64Array.from(start), ...spreadPoints(ranges, wanted)]) {
    const spent = (evaluationsOf(objective) - before) * (objective.cost + from.length ** 2)
    if (tried >= fewestStarts && spent > mostOperations) break
    pulse.beat()
    pulse.progress?.(tried / (wanted + 1))
    const first = objective.value(from)
    if (!Number.isFinite(first)) continue
    tried++
    const { bottom, value, isBottomless } = wayDown(objective, from, size, { beat: () => pulse.beat() })
    if (bottom) bottoms.push(bottom)
    lowest = Number.isNaN(lowest) ? value : Math.min(lowest, value)
    fall = Math.max(fall, first - value)
    unbounded ||= isBottomless
  }
  const near = { place: samePlace * size, value: sameValue * fall }
  const [best, ...others] = clustersOf(bottoms, start, near)
  return {
    point: best ? Array.from(best.bottom.point) : null,
    value: best?.bottom.value ?? lowest,
    norm: best?.bottom.norm ?? Number.NaN,
    eigenvalues: best?.bottom.pairs?.map(({ value }) => value) ?? null,
    kind: best?.bottom.kind ?? null,
    starts: tried,
    agreeing: best?.count ?? 0,
    evaluations: evaluationsOf(objective) - before,
    others: others
      .filter(({ bottom }) => bottom.kind === 'minimum')
      .slice(0, mostOthers)
      .map(({ bottom: { point, value } }) => ({ point: Array.from(point), value })),
    unbounded
  }
}

/** Of f, of ∇f, and of Hessians, which count as n. */
function evaluationsOf({ counts, variables }: Objective): number {
  return counts.values + counts.gradients + counts.hessians * variables.length
}

/** Lowest first; of those equally low the nearest to `start`. */
function clustersOf(bottoms: readonly Bottom[], start: readonly number[], near: Near): Cluster[] {
  const clusters: Cluster[] = []
  for (const bottom of bottoms) {
    const at = clusters.findIndex((cluster) => isSame(cluster.bottom, bottom, near))
    const known = clusters[at]
    if (!known) clusters.push({ bottom, count: 1 })
    else clusters[at] = { bottom: better(known.bottom, bottom, start), count: known.count + 1 }
  }
  const rank = (one: Cluster, other: Cluster) =>
    Math.abs(one.bottom.value - other.bottom.value) > near.value
      ? one.bottom.value - other.bottom.value
      : distance(one.bottom.point, start) - distance(other.bottom.point, start)
  return clusters.sort(rank)
}

interface Near {
  readonly place: number
  readonly value: number
}

/** The same point, or two of a level line of them. */
function isSame(one: Bottom, other: Bottom, near: Near): boolean {
  if (Math.abs(one.value - other.value) > near.value) return false
  return distance(one.point, other.point) <= near.place || (isLevel(one) && isLevel(other))
}

function isLevel({ kind, pairs }: Bottom): boolean {
  const sizes = pairs?.map(({ value }) => Math.abs(value)) ?? []
  return kind === 'level' || Math.min(...sizes) <= noCurvature * Math.max(...sizes)
}

/** The lower one; of a line of equals, where both are as low, the nearer one. */
function better(one: Bottom, other: Bottom, start: readonly number[]): Bottom {
  if (isLevel(one)) return distance(other.point, start) < distance(one.point, start) ? other : one
  return other.value < one.value ? other : one
}
