import type { EigenPair } from '@shared/eigen'
import type { CriticalPoint } from '@shared/protocol'
import { isFaded, placesAround } from '../../landscape/neighbourhood'
import { isPoleNear } from '../../landscape/singularity'
import {
  curvatures,
  distanceToStationary,
  isStationaryAhead,
  newtonPoint,
  stationaryKind
} from '../../landscape/stationary'
import { isBottomless } from '../../landscape/unbounded'
import type { Landscape, Objective } from '../../objective'
import type { Pulse } from '../../pulse'
import { areFinite, distance, norm } from '../../vector'
import { type Box, Face } from './box'
import { downTheCrease, lowestAlongAxes, type Search } from './crease'
import { descent, heldAt } from './descent'

/** What is searched: f within a box. */
export interface Ground {
  readonly objective: Objective
  readonly box: Box
  readonly pulse: Pulse
}

/** Where a way down ends. */
export interface Bottom {
  readonly point: Float64Array
  readonly value: number
  readonly kind: CriticalPoint['kind']
  /** By how much f may be wrong there, beside its last digits. */
  readonly unsure: number
  /** Curvatures decide it, along the face of the box it lies on; they do not at a kink. */
  readonly isSmooth: boolean
  /** Directions without curvature, or along a crease, as long as the ranges are wide: f may be as low there. */
  readonly flat: readonly Float64Array[]
}

export interface WayDown {
  /** Null: it came to rest nowhere. */
  readonly bottom: Bottom | null
  /** The lowest f met. */
  readonly value: number
  /** f falls below every bound, as far as it was followed. */
  readonly isBottomless: boolean
}

/** Steps of one way: for points of n coordinates this many and so many more for each. */
const mostSteps = { always: 1000, each: 50 }
/** A step as short as this, relative to the ranges, is the last one. */
const precision = 1e-13
/** A curvature this small relative to the largest: the minimum may be a whole line of points. */
const noCurvature = 1e-8
/** From a saddle or a maximum, and from a kink with a lower place beside it, it goes on so often. */
const restarts = 3
/** At rest is where the stationary point foretold by gradient and curvature is this near, beside the size of the region. */
const atRest = 1e-6
/** How far a place without curvature is looked around. */
const lookAround = 1e-2
/** The place of a minimum is known within the first, relative to the ranges; how f changes is seen at the second. */
const unsure = { place: 1e-13, seenAt: 1e-6 }
const mostPolishing = 200
/** f may rise by this much beside itself while the gradient falls: rounding. */
const rounding = 1e-12
/** Where f has no curvature to go by, how near is looked around, beside the size of the region. */
const nearby = [1e-4, 1e-6] as const
/** An axis that leads across a crease but for this share is none along it. */
const mostAcross = 0.1
/** The first step of a search along the axes, beside the size of the region. */
const firstAxisStep = 1e-3
/** Evaluations for following a crease. */
const mostInCrease = 40_000
/** Coordinates are rounded to this if f is not higher there. */
const plainly = 1e-12

/**
 * From `start` down to where f is lowest nearby within the box: BFGS, then Newton's method for the last digits, and where
 * f has kinks a search without slopes. The first trial goes `reach` far, relative to the ranges.
 */
export function wayDown(ground: Ground, start: Float64Array, reach: number): WayDown {
  const { objective } = ground
  const first = objective.value(start)
  let from = start
  let end = start
  let lowest = first
  for (let restart = 0; restart <= restarts; restart++) {
    const leg = legFrom(ground, from, start, reach)
    end = leg.end
    lowest = Math.min(lowest, objective.value(end), leg.bottom?.value ?? lowest)
    if (leg.bottom) return { bottom: leg.bottom, value: lowest, isBottomless: false }
    if (!leg.lower || !(objective.value(leg.lower) < objective.value(end))) break
    from = leg.lower
  }
  const whole = wholeFace(ground, end)
  const isBottomless =
    lowest === Number.NEGATIVE_INFINITY ||
    isPoleNear(whole.objective, whole.objective.lowered(end), whole.size) ||
    fallsFrom(whole, whole.objective.lowered(start), whole.objective.lowered(end))
  return { bottom: null, value: lowest, isBottomless }
}

/** A search over a face of the box. */
interface FaceSearch extends Search {
  readonly objective: Face
}

/** A part of the way: where it ends, and either a bottom there or a place beside it that is lower; neither at a pole. */
interface Leg {
  readonly end: Float64Array
  readonly bottom: Bottom | null
  readonly lower: Float64Array | null
}

/** A leg from a point of the way that began at `start`. */
function legFrom(ground: Ground, from: Float64Array, start: Float64Array, reach: number): Leg {
  const steps = mostSteps.always + mostSteps.each * from.length
  const rest = descent(ground.objective, ground.box, from, { steps, precision, reach }, ground.pulse)
  const end = rest.point
  const whole = wholeFace(ground, end)
  const held = heldAt(ground.box, rest)
  const search = faceSearch(ground, end, indicesOf(held, false))
  const face = search.objective
  const smooth = restAt(search, plain(search, polished(search, face.lowered(end))))
  if (smooth && (smooth.kind === 'minimum' || smooth.kind === 'level')) {
    const isFound = isPlace(search, smooth, face.lowered(start))
    return { end, bottom: isFound ? liftedBottom(face, smooth) : null, lower: null }
  }
  // At a pole and at a cusp gradient and curvature tell of a maximum, where none is.
  const lowest = lowestAlongAxes(whole, whole.objective.lowered(end), firstAxisStep * whole.size)
  const deepest = plain(whole, lowest)
  const lower = lowerAround(whole, deepest)
  const bottom = lower ? null : bottomAt(whole, deepest)
  return {
    end: whole.objective.lifted(deepest),
    bottom: bottom && liftedBottom(whole.objective, bottom),
    lower: lower && whole.objective.lifted(lower)
  }
}

/** All that is not held by a range without width. */
function wholeFace(ground: Ground, at: Float64Array): FaceSearch {
  const { low, high } = ground.box
  return faceSearch(
    ground,
    at,
    indicesOf(
      low.map((min, i) => min === high[i]),
      false
    )
  )
}

function faceSearch({ objective, box, pulse }: Ground, at: Float64Array, free: readonly number[]): FaceSearch {
  const face = new Face(objective, box, at, free)
  return { objective: face, size: face.size, pulse }
}

const indicesOf = (truths: readonly boolean[], wanted: boolean) =>
  truths.flatMap((truth, i) => (truth === wanted ? [i] : []))

/** A bottom on a face of the box. */
interface FaceBottom {
  readonly point: Float64Array
  readonly value: number
  readonly kind: CriticalPoint['kind']
  /** Null at a kink. */
  readonly pairs: readonly EigenPair[] | null
  /** Directions of length 1 along a crease. */
  readonly level: readonly Float64Array[]
}

function liftedBottom(face: Face, { point, value, kind, pairs, level }: FaceBottom): Bottom {
  const most = Math.max(0, ...(pairs ?? []).map((pair) => Math.abs(pair.value)))
  const flat = (pairs ?? []).filter((pair) => Math.abs(pair.value) <= noCurvature * most)
  const directions = [...flat.map(({ vector }) => Float64Array.from(vector)), ...level]
  return {
    point: face.lifted(point),
    value,
    unsure: unsureness(face, point, face.size),
    kind,
    isSmooth: pairs !== null,
    flat: directions.map((direction) => face.liftedDirection(direction.map((part) => part * face.size)))
  }
}

/** Whether f has a bottom there, instead of falling on too slowly to be told, as far out on 1/x. */
function isPlace({ objective }: Search, { point, pairs }: FaceBottom, start: Float64Array): boolean {
  return !isFaded(objective, point, pairs ?? [], distance(point, start))
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
function restAt({ objective, size }: Search, point: Float64Array): FaceBottom | null {
  const value = objective.value(point)
  const gradient = Float64Array.from(objective.gradient(point))
  const pairs = curvatures(objective, point)
  const near = atRest * size
  if (!pairs || !Number.isFinite(value) || !(distanceToStationary(gradient, pairs) <= near)) return null
  if (!isStationaryAhead(objective, point, gradient, pairs, near)) return null
  // At a corner of the box f rises along every edge.
  const kind =
    point.length === 0
      ? 'minimum'
      : stationaryKind(objective, point, newtonPoint(point, gradient, pairs), lookAround * size)
  return kind && { point, value, kind, pairs, level: [] }
}

/** A lower place nearby, along a crease that may be bent; null where f is higher all around, as far as it is known. */
function lowerAround(search: Search, point: Float64Array): Float64Array | null {
  const { objective, size } = search
  const value = objective.value(point)
  const lower = value - rounding * Math.abs(value) - unsureness(objective, point, size)
  for (const place of nearby.flatMap((near) => [...placesAround(objective, point, near * size)])) {
    if (objective.value(place) < lower) return place
  }
  const bent = downTheCrease(search, point, mostInCrease)
  return objective.value(bent) < lower ? bent : null
}

/**
 * By how much f may be wrong at a place that is known as well as can be: what it changes in proportion to its change a
 * little farther along an axis, whichever way that is less – nothing but rounding at a smooth minimum, more at a kink.
 */
function unsureness(objective: Landscape, point: Float64Array, size: number): number {
  const value = objective.value(point)
  const changes = Array.from(point, (coordinate, i) => {
    const ways = [1, -1].map((side) =>
      Math.abs(objective.value(point.with(i, coordinate + side * unsure.seenAt * size)) - value)
    )
    return Math.min(...ways.filter(Number.isFinite))
  })
  return (Math.max(0, ...changes.filter(Number.isFinite)) * unsure.place) / unsure.seenAt
}

/** A minimum without a slope to go by: f is nowhere lower around. */
function bottomAt({ objective, size }: Search, point: Float64Array): FaceBottom | null {
  const value = objective.value(point)
  if (!Number.isFinite(value) || isPoleNear(objective, point, size)) return null
  return { point, value, kind: 'minimum', pairs: null, level: tangents(objective, point, nearby[1] * size) }
}

/** Directions of length 1 along a crease: at right angles to how ∇f changes across it. */
function tangents(objective: Landscape, point: Float64Array, far: number): Float64Array[] {
  const changes = Array.from(point, (coordinate, i) => {
    const [after, before] = [far, -far].map((by) => objective.gradient(point.with(i, coordinate + by)))
    return Float64Array.from(after ?? [], (slope, k) => slope - (before?.[k] ?? Number.NaN))
  }).filter(areFinite)
  const across = changes.reduce<Float64Array | null>(
    (most, change) => (norm(change) > norm(most ?? []) ? change : most),
    null
  )
  if (!across) return []
  const length = norm(across)
  const normal = across.map((part) => part / length)
  return Array.from(point, (_, i) => normal.map((part, k) => (k === i ? 1 : 0) - part * (normal[i] as number)))
    .filter((direction) => norm(direction) > mostAcross)
    .map((direction) => direction.map((part) => part / norm(direction)))
}

/** The lowest place along the axes from a place beside a crease, and by how much f may be wrong there. */
export function lowestBeside(
  ground: Ground,
  start: Float64Array,
  far: number
): Pick<Bottom, 'point' | 'value' | 'unsure'> {
  const { objective: face, size, pulse } = wholeFace(ground, start)
  const place = lowestAlongAxes({ objective: face, size, pulse }, face.lowered(start), far * size)
  return { point: face.lifted(place), value: face.value(place), unsure: unsureness(face, place, size) }
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
    return isBottomless(objective, end, direction, size)
  })
}
