import type { CriticalPoint } from '@shared/protocol'
import type { EigenPair } from '../eigen'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { bfgs } from './algorithms/bfgs'
import { isBottomless, isBottomlessAtEdge } from './bottomless'
import { downTheCrease, lowestAlongAxes, type Search } from './crease'
import { curvatures, distanceToStationary, stationaryKind } from './critical'
import { alongAxes, isFaded, isLowestAround, lowestOf, moved, placesAround } from './nearby'
import { newtonPoint } from './newton'
import { distance, norm } from './norm'
import { runCourse } from './run'
import { isPoleNear } from './singularity'
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
const mostSteps = { always: 1000, each: 50 }
/** From a saddle or a maximum, and from a kink with a lower place beside it, it goes on so often. */
const restarts = 3
/** At rest is where the stationary point foretold by gradient and curvature is this near, beside the size of the region. */
const atRest = 1e-6
/** How far beside a saddle the way goes on. */
const aside = 1e-3
const mostPolishing = 60
/** f may rise by this much beside itself while the gradient falls: rounding. */
const rounding = 1e-12
/** Where f has no curvature to go by, how near is looked around, beside the size of the region. */
const nearby = [1e-4, 1e-6]
/** At a jump f is lower by about as much at both distances, beside the size of the region. */
const jump = { close: 1e-6, closest: 1e-10 }
/** The first step of a search along the axes, beside the size of the region. */
const firstAxisStep = 1e-3
/** Evaluations for following a crease. */
const mostInCrease = 40_000
/** So many times as far away as the region is wide, a level place is one where f falls on, by less than can be told. */
const farOut = 1e6
/** Coordinates are rounded to this if f is not higher there. */
const plainly = 1e-12
/** Lower than this, beside max(1, |f| at the start), is below every bound. */
const abyss = -1e12

/**
 * From `start` down to where f is lowest nearby: BFGS, then Newton's method for the last digits, and where f has kinks a
 * search without slopes. `size`: of the region.
 */
export function wayDown(objective: Objective, start: Float64Array, size: number, pulse: Pulse): WayDown {
  const search: Search = { objective, size, pulse }
  const first = objective.value(start)
  let from = start
  let end = start
  let lowest = first
  for (let restart = 0; restart <= restarts; restart++) {
    const leg = legFrom(search, from)
    end = leg.end
    lowest = Math.min(lowest, objective.value(end), leg.bottom?.value ?? lowest)
    if (leg.bottom && isPlace(search, leg.bottom, start)) {
      return { bottom: leg.bottom, value: lowest, isBottomless: false }
    }
    if (!leg.lower || !(objective.value(leg.lower) < objective.value(end))) break
    from = leg.lower
  }
  const isBottomless =
    lowest < abyss * Math.max(1, Math.abs(first)) || isPoleNear(objective, end, size) || fallsFrom(search, start, end)
  return { bottom: null, value: lowest, isBottomless }
}

/** A part of the way: where it ends, and either a bottom there or a place beside it that is lower; neither at a pole. */
interface Leg {
  readonly end: Float64Array
  readonly bottom: Bottom | null
  readonly lower: Float64Array | null
}

function legFrom(search: Search, from: Float64Array): Leg {
  const end = lowestFrom(search, from)
  const smooth = restAt(search, plain(search, polished(search, end)))
  if (smooth && (smooth.kind === 'minimum' || smooth.kind === 'level')) {
    const lower = lowerBeyondJump(search, smooth)
    return { end, bottom: lower ? null : smooth, lower }
  }
  const beside = smooth && lowerBesideSaddle(search, smooth)
  if (beside) return { end, bottom: null, lower: beside }
  // At a pole and at a cusp gradient and curvature tell of a maximum, where none is.
  const deepest = plain(search, lowestAlongAxes(search, end, firstAxisStep * search.size))
  const lower = lowerAround(search, deepest)
  return { end: deepest, bottom: lower ? null : bottomAt(search, deepest), lower }
}

/** Whether f has a bottom there, instead of falling on too slowly to be told, as far out on 1/x. */
function isPlace({ objective, size }: Search, { point, kind, pairs }: Bottom, start: Float64Array): boolean {
  const far = distance(point, start)
  if (kind === 'level' && !(far <= farOut * Math.max(size, norm(start)))) return false
  return !isFaded(objective, point, pairs ?? [], far)
}

function lowestFrom({ objective, size, pulse }: Search, start: Float64Array): Float64Array {
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
function polished({ objective, pulse }: Search, end: Float64Array): Float64Array {
  let point = end
  let value = objective.value(point)
  let gradient = objective.gradient(point)
  for (let count = 0; count < mostPolishing && norm(gradient) > 0; count++) {
    pulse.beat()
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

/** The place as one where f is stationary; null if it is not, as far as gradient and curvature tell. */
function restAt({ objective, size }: Search, point: Float64Array): Bottom | null {
  const value = objective.value(point)
  const gradient = Float64Array.from(objective.gradient(point))
  const pairs = curvatures(objective, point)
  if (!pairs || !Number.isFinite(value) || !(distanceToStationary(gradient, pairs) <= atRest * size)) return null
  const kind = stationaryKind(objective, point, pairs, atRest * size)
  return { point, value, norm: norm(gradient), kind, pairs }
}

function lowerBesideSaddle({ objective, size }: Search, { point, value, pairs }: Bottom): Float64Array | null {
  const [steepest] = pairs ?? []
  if (!steepest) return null
  const places = [aside, -aside].map((by) => moved(point, steepest.vector, by * size))
  const lowest = lowestOf(objective, places)
  return lowest && objective.value(lowest) < value ? lowest : null
}

/** The lowest place close by along the axes, if f leaps down on the way there, as floor(x) does at 2: level, but no bottom. */
function lowerBeyondJump({ objective, size }: Search, { point, value }: Bottom): Float64Array | null {
  const fallTo = (place: Float64Array) => value - objective.value(place)
  const closest = alongAxes(point, jump.closest * size)
  const leaping = alongAxes(point, jump.close * size).filter(
    (place, way) => fallTo(place) > 0 && fallTo(closest[way] as Float64Array) >= fallTo(place) / 2
  )
  return lowestOf(objective, leaping)
}

/** A lower place nearby, along a crease that may be bent; null where f is higher all around. */
function lowerAround(search: Search, point: Float64Array): Float64Array | null {
  const { objective, size } = search
  const value = objective.value(point)
  const places = nearby.flatMap((near) => placesAround(objective, point, near * size))
  const straight = onFrom(objective, point, lowestOf(objective, places))
  if (straight) return straight
  const bent = downTheCrease(search, point, mostInCrease)
  return objective.value(bent) < value - rounding * Math.abs(value) ? bent : null
}

/** On from a place beside a point, as far as f falls; null if it is not lower there. */
function onFrom(objective: Objective, point: Float64Array, beside: Float64Array | null): Float64Array | null {
  if (!beside || !(objective.value(beside) < objective.value(point))) return null
  let lowest = beside
  while (true) {
    const next = lowest.map((coordinate, i) => 2 * coordinate - (point[i] as number))
    if (!(objective.value(next) < objective.value(lowest))) return lowest
    lowest = next
  }
}

/** A minimum without a slope to go by: f is higher all around. */
function bottomAt({ objective, size }: Search, point: Float64Array): Bottom | null {
  const value = objective.value(point)
  const distances = nearby.map((near) => near * size)
  if (!Number.isFinite(value) || isPoleNear(objective, point, size)) return null
  if (!isLowestAround(objective, point, distances)) return null
  return { point, value, norm: norm(objective.gradient(point)), kind: 'minimum', pairs: null }
}

/** The point in fewer digits, as 0 for 1e-53, where f is lower there, or as low and no steeper. */
function plain({ objective, size }: Search, point: Float64Array): Float64Array {
  const unit = plainly * size
  const rounded = point.map((coordinate) => Number((Math.round(coordinate / unit) * unit).toPrecision(12)) + 0)
  const [before, after] = [objective.value(point), objective.value(rounded)]
  if (after < before) return rounded
  return after === before && norm(objective.gradient(rounded)) <= norm(objective.gradient(point)) ? rounded : point
}

/** Whether f falls for ever from the end of a way: on along the way, or against the gradient. */
function fallsFrom({ objective, size }: Search, start: Float64Array, end: Float64Array): boolean {
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
