import type { Interval } from '@shared/interval'
import type { MinimumReport } from '@shared/protocol'
import { kinksAt } from '../../breaks'
import { curvatures } from '../../landscape/stationary'
import type { Objective } from '../../objective'
import { type Pulse, partOf, steady } from '../../pulse'
import { lastDigits } from '../../rounding'
import { moved, norm } from '../../vector'
import { type Bottom, type Ground, lowestBeside, wayDown } from './bottom'
import { boxOf, clamped, samePlace, spacing } from './box'
import { edgesAt } from './edges'
import { exploration, type Valley } from './exploration'
import { outsideOf } from './outside'

/** So many of the lowest valleys are followed to the last digits at most, … */
const mostSettled = 40
/** … and no further one after so many operations: a long formula of many variables is followed from fewer. */
const mostOperations = 2e6
/** The first trial from a valley, relative to the ranges: it is not left. */
const beside = 1e-6
const fewestSettled = 8
/** A line of lowest points is followed this far, relative to the ranges, in so many directions at most. */
const stretch = [1e-3, 1e-2]
const mostDirections = 3
/** Between two lowest points f is looked at here: no shares at which something periodic is the same again. */
const between = [0.236, 0.382, 0.5, 0.618, 0.764]
const mostOthers = 20
/** Lower outside of the ranges is by more than this, relative to f and its spread. */
const lowerBy = 1e-9

/** Where a way has ended. */
interface End {
  readonly bottom: Bottom
  /** Whether f is equally low on from there, along a line or over an area. */
  readonly isStretch: boolean
}

/** How low f is somewhere, as far as it is known. */
type Level = Pick<Bottom, 'value' | 'unsure'>

/** The ends of several ways at the same minimum, or on the same line of minima: the lowest of them. */
interface Cluster extends End {
  readonly count: number
}

/**
 * The lowest point of f within the ranges (one a variable, bounds included) that multi-start finds, from `start` and from
 * elsewhere. Of several that are equally low the one nearest to `start`. What lies outside of the ranges is looked at
 * only to tell that f is lower there. The same question always has the same answer.
 */
export function minimumReport(
  objective: Objective,
  start: readonly number[],
  ranges: readonly Interval[],
  pulse: Pulse = steady
): MinimumReport {
  const before = evaluationsOf(objective)
  const box = boxOf(ranges)
  const from = clamped(box, start)
  const seen = exploration({ objective, box, pulse: partOf(pulse, 0, 2) }, from)
  const ground: Ground = { objective, box, pulse: partOf(pulse, 1, 2) }
  const settled = settledEnds(ground, seen.valleys)
  const lowest = Math.min(...[seen.lowest, settled.lowest].filter((value) => !Number.isNaN(value)))
  const unbounded = lowest === Number.NEGATIVE_INFINITY
  const levels = unbounded ? [] : ranked(ground, clustersOf(ground, settled.ends, from), from)
  const [best, ...others] = levels.flat()
  const lowestOnes = new Set(levels[0])
  // What the rules of derivatives say at a kink is a convention, no slope.
  const isSmooth = best && !isAtKink(objective, best.bottom)
  // Of a bent crease some ends seem to be single points.
  const isStretch = best?.isStretch || (best && !isSmooth && levels[0]?.some((cluster) => cluster.isStretch))
  const edges = best ? edgesAt(ground, best.bottom.point) : []
  const tolerance = best ? lowerBy * (Math.abs(best.bottom.value) + seen.spread) + best.bottom.unsure : 0
  const outside = best ? outsideOf(ground, best.bottom, tolerance) : null
  // Ways to other points of a line or an area of lowest ones are not followed to the last digits, if they are many.
  const along = best && isStretch ? settled.left.filter(({ value }) => value <= best.bottom.value + tolerance) : []
  return {
    point: best ? Array.from(best.bottom.point) : null,
    value: best?.bottom.value ?? (seen.descents > 0 ? lowest : Number.NaN),
    norm: isSmooth ? norm(objective.gradient(best.bottom.point)) : Number.NaN,
    eigenvalues:
      (isSmooth && edges.length === 0 && curvatures(objective, best.bottom.point)?.map(({ value }) => value)) || null,
    kind: best?.bottom.kind ?? null,
    starts: seen.descents,
    agreeing: along.reduce((sum, { count }) => sum + count, best?.count ?? 0),
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
    edges,
    unbounded,
    outside
  }
}

/** Of f, of ∇f, and of Hessians, which count as n. */
function evaluationsOf({ counts, variables }: Objective): number {
  return counts.values + counts.gradients + counts.hessians * variables.length
}

/** Where the ways through the lowest valleys end, with the valleys that are left; nowhere if one falls without end. */
function settledEnds(ground: Ground, valleys: readonly Valley[]) {
  const { objective } = ground
  const before = evaluationsOf(objective)
  const ends: (End & { readonly count: number })[] = []
  let lowest = Number.NaN
  let next = 0
  for (; next < Math.min(valleys.length, mostSettled); next++) {
    const spent = (evaluationsOf(objective) - before) * (objective.cost + objective.variables.length ** 2)
    if (next >= fewestSettled && spent > mostOperations) break
    ground.pulse.progress?.((0.5 * next) / mostSettled)
    const { point, count } = valleys[next] as Valley
    const way = wayDown(ground, point, beside)
    if (way.bottom) ends.push({ ...endAt(ground, way.bottom), count })
    if (way.isBottomless) return { ends: [], lowest: Number.NEGATIVE_INFINITY, left: [] }
    lowest = Number.isNaN(lowest) ? way.value : Math.min(lowest, way.value)
  }
  return { ends, lowest, left: valleys.slice(next) }
}

function endAt(ground: Ground, bottom: Bottom): End {
  return { bottom, isStretch: goesOn(ground, bottom) }
}

/**
 * Whether lowest points go on from an end in a direction without curvature, to one side at least: from a place beside it
 * the way down leads to one as low, not back, as it does at the flat minimum of x⁴.
 */
function goesOn(ground: Ground, end: Bottom): boolean {
  const { point, flat } = end
  if (isTooFlat(ground, end)) return false
  return flat.slice(0, mostDirections).some((direction) =>
    [1, -1].some((side) =>
      stretch.every((far) => {
        const start = clamped(ground.box, moved(point, direction, side * far))
        const there = end.isSmooth ? wayDown(ground, start, far / 10).bottom : lowestBeside(ground, start, far / 10)
        return there !== null && spacing(ground.box, there.point, point) >= far / 2 && isAsLow(end, there)
      })
    )
  )
}

/** Whether f is so flat that a way down cannot be followed to its end, as near the single minimum of 1 + x²⁰. */
function isTooFlat({ objective, box }: Ground, { point, value, isSmooth }: Bottom): boolean {
  return !isSmooth && norm(objective.gradient(point)) * Math.max(...box.widths) <= lastDigits * Math.abs(value)
}

function clustersOf(ground: Ground, ends: readonly Cluster[], start: Float64Array): Cluster[] {
  const clusters: Cluster[] = []
  for (const end of ends) {
    const at = clusters.findIndex((cluster) => isSame(ground, cluster, end))
    const known = clusters[at]
    if (!known) clusters.push(end)
    else clusters[at] = { ...merged(ground, known, end, start), count: known.count + end.count }
  }
  return clusters
}

/** Those that are equally low together, the lowest first; of them the nearest to `start` first. */
function ranked({ box }: Ground, clusters: readonly Cluster[], start: Float64Array): Cluster[][] {
  const left = clusters.toSorted((one, other) => one.bottom.value - other.bottom.value)
  const levels: Cluster[][] = []
  for (let lowest = left[0]; lowest; lowest = left[0]) {
    const level = lowest
    const higher = left.findIndex((cluster) => cluster !== level && !isAsLow(level.bottom, cluster.bottom))
    const equals = left.splice(0, higher < 0 ? left.length : higher)
    const far = ({ bottom }: Cluster) => spacing(box, bottom.point, start)
    levels.push(equals.sort((one, other) => far(one) - far(other)))
  }
  return levels
}

/** Whether f is the same at both, as far as it can be known. */
function isAsLow(one: Level, other: Level): boolean {
  return Math.abs(one.value - other.value) <= unsureBetween(one, other)
}

/** By how much f may differ at two ends where it is the same. */
function unsureBetween(one: Level, other: Level): number {
  return lastDigits * Math.max(Math.abs(one.value), Math.abs(other.value)) + one.unsure + other.unsure
}

/** The same point, or two of a level line or area of them. */
function isSame(ground: Ground, one: End, other: End): boolean {
  if (isNear(ground, one, other)) return true
  if (!isAsLow(one.bottom, other.bottom)) return false
  return (isLevel(one) && isLevel(other)) || isLevelBetween(ground, one, other)
}

function isNear({ box }: Ground, one: End, other: End): boolean {
  return spacing(box, one.bottom.point, other.bottom.point) <= samePlace
}

function isLevel({ bottom, isStretch }: End): boolean {
  return bottom.kind === 'level' || isStretch
}

function isAtKink(objective: Objective, { point }: Bottom): boolean {
  return kinksAt(objective, point).some((kink) => kink !== null)
}

/** Whether f is equally low on the straight way between two ends, as along the crease of |x − y|. */
function isLevelBetween({ objective }: Ground, one: End, other: End): boolean {
  const way = other.bottom.point.map((coordinate, i) => coordinate - (one.bottom.point[i] as number))
  return between.every((share) => {
    const value = objective.value(moved(one.bottom.point, way, share))
    return Math.abs(value - one.bottom.value) <= unsureBetween(one.bottom, other.bottom)
  })
}

/** The lower one; of a line of equals the nearer one to `start`. */
function merged(ground: Ground, one: End, other: End, start: Float64Array): End {
  if (isTooFlat(ground, one.bottom)) return other
  if (isTooFlat(ground, other.bottom)) return one
  const far = ({ bottom }: End) => spacing(ground.box, bottom.point, start)
  if (isNear(ground, one, other) && !isLevel(one)) return other.bottom.value < one.bottom.value ? other : one
  const nearer = isAsLow(one.bottom, other.bottom) ? far(other) < far(one) : other.bottom.value < one.bottom.value
  // Level at a kink is a crease, which may be bent; elsewhere it may be a single minimum, too flat to be told.
  const isLine =
    !isNear(ground, one, other) && (isLevelBetween(ground, one, other) || isAtKink(ground.objective, one.bottom))
  return { ...(nearer ? other : one), isStretch: one.isStretch || other.isStretch || isLine }
}
