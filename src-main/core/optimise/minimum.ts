import type { Interval } from '@shared/experiment/experiment'
import type { MinimumReport } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import { type Bottom, wayDown } from './bottom'
import { moved } from './nearby'
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
/** A line of lowest points is followed this far, beside the size of the region, in so many directions at most. */
const stretch = [1e-3, 1e-2]
const mostDirections = 3
/** Between two lowest points f is looked at here: no shares at which something periodic is the same again. */
const between = [0.236, 0.382, 0.5, 0.618, 0.764]
const mostOthers = 20

/** Where a way has ended. */
interface End {
  readonly bottom: Bottom
  /** By how much f may be wrong there. */
  readonly unsure: number
  /** Whether f is equally low on from there, along a line or over an area. */
  readonly isStretch: boolean
}

/** The ends of several ways at the same minimum, or on the same line of minima: the lowest of them. */
interface Cluster extends End {
  readonly count: number
}

/** What f is asked for, within a region of this size. */
interface Ground {
  readonly objective: Objective
  readonly size: number
  readonly pulse: Pulse
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
  const ground: Ground = { objective, size, pulse: { beat: () => pulse.beat() } }
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
    const { bottom, value, isBottomless } = wayDown(objective, from, size, ground.pulse)
    if (bottom) ends.push(endAt(ground, bottom))
    lowest = Number.isNaN(lowest) ? value : Math.min(lowest, value)
    unbounded ||= isBottomless
  }
  const levels = ranked(clustersOf(ground, ends, start), start)
  const [best, ...others] = levels.flat()
  const lowestOnes = new Set(levels[0])
  // What the rules of derivatives say at a kink is a convention, no slope.
  const isSmooth = best && !isAtKink(objective, best)
  // Of a bent crease some ends seem to be single points.
  const isStretch = best?.isStretch || (best && !isSmooth && levels[0]?.some((cluster) => cluster.isStretch))
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
      .map((cluster) => ({
        point: Array.from(cluster.bottom.point),
        value: cluster.bottom.value,
        ...(lowestOnes.has(cluster) ? { asLow: true as const } : {})
      })),
    ...(isStretch ? { stretch: true as const } : {}),
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

function endAt(ground: Ground, bottom: Bottom): End {
  const end = { bottom, unsure: unsureness(ground.objective, bottom, surePlace * ground.size) }
  return { ...end, isStretch: goesOn(ground, end) }
}

/**
 * Whether lowest points go on from an end in a direction without curvature, to one side at least: from a place beside it
 * the way down leads to one as low, not back, as it does at the flat minimum of x⁴.
 */
function goesOn({ objective, size, pulse }: Ground, end: Omit<End, 'isStretch'>): boolean {
  const { point, pairs } = end.bottom
  const most = Math.max(0, ...(pairs ?? []).map(({ value }) => Math.abs(value)))
  const level = (pairs ?? []).filter(({ value }) => Math.abs(value) <= noCurvature * most)
  return level.slice(0, mostDirections).some(({ vector }) =>
    [1, -1].some((side) =>
      stretch.every((share) => {
        const far = share * size
        const { bottom } = wayDown(objective, moved(point, vector, side * far), size, pulse)
        if (!bottom || distance(bottom.point, point) < far / 2) return false
        return isAsLow(end, { bottom, unsure: unsureness(objective, bottom, surePlace * size) })
      })
    )
  )
}

function clustersOf(ground: Ground, ends: readonly End[], start: readonly number[]): Cluster[] {
  const clusters: Cluster[] = []
  for (const end of ends) {
    const at = clusters.findIndex((cluster) => isSame(ground, cluster, end))
    const known = clusters[at]
    if (!known) clusters.push({ ...end, count: 1 })
    else clusters[at] = { ...merged(ground, known, end, start), count: known.count + 1 }
  }
  return clusters
}

/** Those that are equally low together, the lowest first; of them the nearest to `start` first. */
function ranked(clusters: readonly Cluster[], start: readonly number[]): Cluster[][] {
  const left = clusters.toSorted((one, other) => one.bottom.value - other.bottom.value)
  const levels: Cluster[][] = []
  for (let lowest = left[0]; lowest; lowest = left[0]) {
    const level = lowest
    const higher = left.findIndex((cluster) => cluster !== level && !isAsLow(level, cluster))
    const equals = left.splice(0, higher < 0 ? left.length : higher)
    const far = ({ bottom }: Cluster) => distance(bottom.point, start)
    levels.push(equals.sort((one, other) => far(one) - far(other)))
  }
  return levels
}

/** Whether f is the same at both, as far as it can be known. */
function isAsLow(one: Omit<End, 'isStretch'>, other: Omit<End, 'isStretch'>): boolean {
  return Math.abs(one.bottom.value - other.bottom.value) <= unsureBetween(one, other)
}

/** By how much f may differ at two ends where it is the same. */
function unsureBetween(one: Omit<End, 'isStretch'>, other: Omit<End, 'isStretch'>): number {
  const values = [one, other].map(({ bottom }) => Math.abs(bottom.value))
  return lastDigits * Math.max(...values) + one.unsure + other.unsure
}

/** The same point, or two of a level line or area of them. */
function isSame(ground: Ground, one: End, other: End): boolean {
  if (isNear(ground, one, other)) return true
  if (!isAsLow(one, other)) return false
  return (isLevel(one) && isLevel(other)) || isLevelBetween(ground, one, other)
}

function isNear({ size }: Ground, one: End, other: End): boolean {
  return distance(one.bottom.point, other.bottom.point) <= samePlace * size
}

function isLevel({ bottom, isStretch }: End): boolean {
  return bottom.kind === 'level' || isStretch
}

function isAtKink(objective: Objective, { bottom }: End): boolean {
  return objective.kinks(bottom.point).some((kink) => kink !== null)
}

/** Whether f is equally low on the straight way between two ends, as along the crease of |x − y|. */
function isLevelBetween({ objective }: Ground, one: End, other: End): boolean {
  const way = other.bottom.point.map((coordinate, i) => coordinate - (one.bottom.point[i] as number))
  return between.every((share) => {
    const value = objective.value(moved(one.bottom.point, way, share))
    return Math.abs(value - one.bottom.value) <= unsureBetween(one, other)
  })
}

/** The lower one; of a line of equals the nearer one to `start`. */
function merged(ground: Ground, one: End, other: End, start: readonly number[]): End {
  const far = ({ bottom }: End) => distance(bottom.point, start)
  if (isNear(ground, one, other) && !isLevel(one)) return other.bottom.value < one.bottom.value ? other : one
  const nearer = isAsLow(one, other) ? far(other) < far(one) : other.bottom.value < one.bottom.value
  // Level at a kink is a crease, which may be bent; elsewhere it may be a single minimum, too flat to be told.
  const isLine = !isNear(ground, one, other) && (isLevelBetween(ground, one, other) || isAtKink(ground.objective, one))
  return { ...(nearer ? other : one), isStretch: one.isStretch || other.isStretch || isLine }
}
