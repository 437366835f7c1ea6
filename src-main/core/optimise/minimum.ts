import type { Interval } from '@shared/experiment/experiment'
import type { MinimumReport } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import { type Bottom, wayDown } from './bottom'
import { distance, norm } from './norm'
import { spreadPoints } from './spread'

/** Starts within the ranges, beside the given one: by the number of coordinates, the last for all more. */
const starts = [0, 16, 32, 24] as const
/** Operations after which no further way begins: a long formula of many variables is looked at from fewer starts. */
const mostOperations = 1e7
const fewestStarts = 4
/** Points are the same within this, beside the size of the region. */
const samePlace = 1e-4
/** The place of a minimum is known within this, beside the size of the region: f is as sure as it is the same there. */
const surePlace = 1e-13
/** f is known but for so many of its last digits. */
const lastDigits = 64 * Number.EPSILON
/** A curvature this small beside the largest: the minimum may be a whole line of points. */
const noCurvature = 1e-8
const mostOthers = 20

/** Where a way has ended. */
interface End {
  readonly bottom: Bottom
  /** By how much f may be wrong there. */
  readonly unsure: number
}

/** The ends of several ways at the same minimum: the lowest of them. */
interface Cluster extends End {
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
  const ends: End[] = []
  for (const from of [Float64Array.from(start), ...spreadPoints(ranges, wanted)]) {
    const spent = (evaluationsOf(objective) - before) * (objective.cost + from.length ** 2)
    if (tried >= fewestStarts && spent > mostOperations) break
    pulse.beat()
    pulse.progress?.(tried / (wanted + 1))
    const first = objective.value(from)
    if (!Number.isFinite(first)) continue
    tried++
    const { bottom, value, isBottomless } = wayDown(objective, from, size, { beat: () => pulse.beat() })
    if (bottom) ends.push({ bottom, unsure: unsureness(objective, bottom, surePlace * size) })
    lowest = Number.isNaN(lowest) ? value : Math.min(lowest, value)
    unbounded ||= isBottomless
  }
  const [best, ...others] = ranked(clustersOf(ends, start, samePlace * size), start)
  // What the rules of derivatives say at a kink is a convention, no slope.
  const isSmooth = best && objective.kinks(best.bottom.point).every((kink) => kink === null)
  return {
    point: best ? Array.from(best.bottom.point) : null,
    value: best?.bottom.value ?? lowest,
    norm: isSmooth ? best.bottom.norm : Number.NaN,
    eigenvalues: (isSmooth && best.bottom.pairs?.map(({ value }) => value)) || null,
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

/**
 * How much f changes this far along an axis, whichever way it changes less: nothing but its rounding at a smooth minimum,
 * more at a kink, no more beside a jump.
 */
function unsureness(objective: Objective, { point, value }: Bottom, far: number): number {
  const changes = Array.from(point, (coordinate, i) => {
    const ways = [far, -far].map((by) => Math.abs(objective.value(point.with(i, coordinate + by)) - value))
    return Math.min(...ways.filter(Number.isFinite))
  })
  return Math.max(0, ...changes.filter(Number.isFinite))
}

function clustersOf(ends: readonly End[], start: readonly number[], near: number): Cluster[] {
  const clusters: Cluster[] = []
  for (const end of ends) {
    const at = clusters.findIndex((cluster) => isSame(cluster, end, near))
    const known = clusters[at]
    if (!known) clusters.push({ ...end, count: 1 })
    else clusters[at] = { ...better(known, end, start), count: known.count + 1 }
  }
  return clusters
}

/** Lowest first; of those as low as the lowest the nearest to `start`, and so on with those that are higher. */
function ranked(clusters: readonly Cluster[], start: readonly number[]): Cluster[] {
  const left = clusters.toSorted((one, other) => one.bottom.value - other.bottom.value)
  const order: Cluster[] = []
  for (let lowest = left[0]; lowest; lowest = left[0]) {
    const level = lowest
    const higher = left.findIndex((cluster) => cluster !== level && !isAsLow(level, cluster))
    const equals = left.splice(0, higher < 0 ? left.length : higher)
    const far = ({ bottom }: Cluster) => distance(bottom.point, start)
    order.push(...equals.sort((one, other) => far(one) - far(other)))
  }
  return order
}

/** Whether f is the same at both, as far as it can be known. */
function isAsLow(one: End, other: End): boolean {
  const values = [one, other].map(({ bottom }) => Math.abs(bottom.value))
  const digits = lastDigits * Math.max(...values)
  return Math.abs(one.bottom.value - other.bottom.value) <= digits + one.unsure + other.unsure
}

/** The same point, or two of a level line of them. */
function isSame(one: End, other: End, near: number): boolean {
  if (distance(one.bottom.point, other.bottom.point) <= near) return true
  return isLevel(one.bottom) && isLevel(other.bottom) && isAsLow(one, other)
}

/** A minimum of one variable is no line of points, however flat it is. */
function isLevel({ kind, pairs }: Bottom): boolean {
  const sizes = pairs?.map(({ value }) => Math.abs(value)) ?? []
  return kind === 'level' || (sizes.length > 1 && Math.min(...sizes) <= noCurvature * Math.max(...sizes))
}

/** The lower one; of a line of equals the nearer one. */
function better(one: End, other: End, start: readonly number[]): End {
  if (isLevel(one.bottom) && isAsLow(one, other)) {
    return distance(other.bottom.point, start) < distance(one.bottom.point, start) ? other : one
  }
  return other.bottom.value < one.bottom.value ? other : one
}
