import type { CriticalPoint } from '@shared/protocol'
import type { EigenPair } from '../eigen'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { bfgs } from './algorithms/bfgs'
import { isBottomless, isBottomlessAtEdge } from './bottomless'
import { curvatures, distanceToStationary, stationaryKind } from './critical'
import { alongAxes, isFaded, isLowestAround, lowestOf, moved, placesAround } from './nearby'
import { distance, norm } from './path'
import { runCourse } from './run'
import { exactSlope } from './slope'

/** Where a way down ends. */
export interface Bottom {
  readonly point: Float64Array
  readonly value: number
  /** ‖∇f‖ there. */
  readonly norm: number
  readonly kind: CriticalPoint['kind']
  /** Curvatures, the smallest first; null where they do not decide, as at a kink. */
  readonly pairs: readonly EigenPair[] | null
}

export interface WayDown {
  /** Null: it came to rest nowhere. */
  readonly bottom: Bottom | null
  /** The lowest f met. */
  readonly value: number
  /** f falls below every bound, as far as it was followed. */
  readonly isBottomless: boolean
}

/** Usual settings of the strong Wolfe conditions for BFGS; Nocedal & Wright, section 6.1. */
const wolfe = { c1: 1e-4, c2: 0.9 }
/** The first trial goes this far, beside the size of the region. */
const firstReach = 0.01
/** Steps of one way: for points of n coordinates this many and so many more for each. */
const mostSteps = { always: 100, each: 10 }
/** From a saddle or a maximum, and from a kink with a lower place beside it, it goes on so often. */
const restarts = 3
/** At rest is where the stationary point foretold by gradient and curvature is this near, beside the size of the region. */
const atRest = 1e-6
/** How far beside a saddle the way goes on. */
const aside = 1e-3
const mostPolishing = 60
/** f may rise by this much beside itself while the gradient falls: rounding. */
const rounding = 1e-12
/** Curvature this small beside the largest tells Newton's step nothing. */
const noCurvature = 1e-12
/** Where f has no curvature to go by, how near is looked around, beside the size of the region. */
const nearby = [1e-4, 1e-6]
/** The first step of a search along the axes, and the last; it takes so many in all. */
const axisStep = { first: 1e-3, last: 1e-14 }
const mostAxisSteps = 200
/** Coordinates are rounded to this if f is not higher there. */
const plainly = 1e-12
/** Lower than this, beside max(1, |f| at the start), is below every bound. */
const abyss = -1e12

/** From `start` down to where f is lowest nearby: BFGS, then Newton's method for the last digits. `size`: of the region. */
export function wayDown(objective: Objective, start: Float64Array, size: number, pulse: Pulse): WayDown {
  const first = objective.value(start)
  let from = start
  let lowest = first
  let bottom: Bottom | null = null
  for (let restart = 0; restart <= restarts; restart++) {
    const end = lowestFrom(objective, from, size, pulse)
    const smooth = restAt(objective, plain(objective, polished(objective, end), size), size)
    bottom = smooth ?? kinkAt(objective, end, size)
    lowest = Math.min(lowest, objective.value(end), bottom?.value ?? lowest)
    if (bottom && bottom.kind !== 'saddle' && bottom.kind !== 'maximum') break
    const lower = smooth ? lowerBesideSaddle(objective, smooth, size) : lowestAround(objective, end, size)
    from = end
    if (!lower || !(objective.value(lower) < objective.value(end))) break
    from = lower
  }
  // Beside a saddle or a maximum f is lower: there the way has only been given up, as beside a pole.
  if (bottom && bottom.kind !== 'saddle' && bottom.kind !== 'maximum' && !hasFaded(objective, bottom, start)) {
    return { bottom, value: lowest, isBottomless: false }
  }
  const isBottomless = lowest < abyss * Math.max(1, Math.abs(first)) || fallsFrom(objective, start, from, size)
  return { bottom: null, value: lowest, isBottomless }
}

const hasFaded = (objective: Objective, { point, pairs }: Bottom, start: Float64Array) =>
  isFaded(objective, point, pairs ?? [], distance(point, start))

function lowestFrom(objective: Objective, start: Float64Array, size: number, pulse: Pulse): Float64Array {
  const end = start.slice()
  const course = {
    objective,
    optimiser: bfgs({ ...wolfe, reach: firstReach * size }),
    slope: exactSlope(objective),
    start,
    steps: mostSteps.always + mostSteps.each * start.length,
    variables: objective.variables,
    h: 0
  }
  runCourse(course, (_, point) => end.set(point), pulse)
  return end
}

/** Newton's steps, as long as the gradient falls and f does not rise. */
function polished(objective: Objective, end: Float64Array): Float64Array {
  let point = end
  let value = objective.value(point)
  let gradient = objective.gradient(point)
  for (let count = 0; count < mostPolishing && norm(gradient) > 0; count++) {
    const pairs = curvatures(objective, point)
    if (!pairs) break
    const next = newtonPoint(point, gradient, pairs)
    const after = objective.gradient(next)
    const valueAfter = objective.value(next)
    if (!(norm(after) < norm(gradient) && valueAfter <= value + rounding * Math.abs(value))) break
    point = next
    gradient = after
    value = valueAfter
  }
  return point
}

function newtonPoint(point: Float64Array, gradient: readonly number[], pairs: readonly EigenPair[]): Float64Array {
  const least = noCurvature * Math.max(...pairs.map(({ value }) => Math.abs(value)))
  const next = point.slice()
  for (const { value, vector } of pairs) {
    if (!(Math.abs(value) > least)) continue
    const slope = vector.reduce((sum, part, i) => sum + part * (gradient[i] as number), 0)
    for (const [i, part] of vector.entries()) next[i] = (next[i] as number) - (slope / value) * part
  }
  return next
}

/** The place as one where f is stationary; null if it is not, as far as gradient and curvature tell. */
function restAt(objective: Objective, point: Float64Array, size: number): Bottom | null {
  const gradient = Float64Array.from(objective.gradient(point))
  const pairs = curvatures(objective, point)
  if (!pairs || !(distanceToStationary(gradient, pairs) <= atRest * size)) return null
  const kind = stationaryKind(objective, point, pairs, atRest * size)
  return { point, value: objective.value(point), norm: norm(gradient), kind, pairs }
}

function lowerBesideSaddle(objective: Objective, { point, pairs }: Bottom, size: number): Float64Array | null {
  const [steepest] = pairs ?? []
  if (!steepest) return null
  return lowestOf(
    objective,
    [aside, -aside].map((by) => moved(point, steepest.vector, by * size))
  )
}

/** A minimum without a slope to go by: f is higher all around. */
function kinkAt(objective: Objective, end: Float64Array, size: number): Bottom | null {
  const point = axisSearch(objective, end, size)
  const value = objective.value(point)
  const isLowest = isLowestAround(
    objective,
    point,
    nearby.map((near) => near * size)
  )
  return isLowest ? { point, value, norm: norm(objective.gradient(point)), kind: 'minimum', pairs: null } : null
}

/** The lowest place nearby, and on from it as far as f falls. */
function lowestAround(objective: Objective, point: Float64Array, size: number): Float64Array | null {
  let lowest = lowestOf(
    objective,
    nearby.flatMap((near) => placesAround(objective, point, near * size))
  )
  for (let before = point; lowest && objective.value(lowest) < objective.value(before); ) {
    const next = lowest.map((coordinate, i) => 2 * coordinate - (point[i] as number))
    if (!(objective.value(next) < objective.value(lowest))) break
    before = lowest
    lowest = next
  }
  return lowest
}

/** Steps along the axes to where f is lower: twice as long after each, halved where there is none. */
function axisSearch(objective: Objective, from: Float64Array, size: number): Float64Array {
  let point = from
  let value = objective.value(point)
  let length = axisStep.first * size
  for (let count = 0; count < mostAxisSteps && length > axisStep.last * size; count++) {
    const lower = lowestOf(objective, alongAxes(point, length))
    const valueThere = lower ? objective.value(lower) : Number.NaN
    if (lower && valueThere < value) {
      point = lower
      value = valueThere
      length *= 2
    } else length /= 2
  }
  return plain(objective, point, size)
}

/** The point in fewer digits, as 0 for 1e-53, where f is lower there, or as low and no steeper. */
function plain(objective: Objective, point: Float64Array, size: number): Float64Array {
  const unit = plainly * size
  const rounded = point.map((coordinate) => Number((Math.round(coordinate / unit) * unit).toPrecision(12)) + 0)
  const [before, after] = [objective.value(point), objective.value(rounded)]
  if (after < before) return rounded
  return after === before && norm(objective.gradient(rounded)) <= norm(objective.gradient(point)) ? rounded : point
}

/** Whether f falls for ever from the end of a way: on along the way, or against the gradient. */
function fallsFrom(objective: Objective, start: Float64Array, end: Float64Array, size: number): boolean {
  const ways = [
    end.map((coordinate, i) => coordinate - (start[i] as number)),
    objective.gradient(end).map((part) => -part)
  ]
  return ways.some((way) => {
    const length = norm(way)
    if (!(length > 0 && length < Number.POSITIVE_INFINITY)) return false
    const direction = Float64Array.from(way, (part) => part / length)
    return isBottomless(objective, end, direction, size) || isBottomlessAtEdge(objective, end, direction, size)
  })
}
