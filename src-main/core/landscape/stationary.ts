import { type EigenPair, symmetricEigen } from '@shared/eigen'
import type { Landscape } from '../objective'
import { lastDigits } from '../rounding'
import { distance, dot, moved, norm } from '../vector'
import { directionsAround } from './neighbourhood'

/** A curvature this small beside the largest one cannot be told from 0 … */
const nullCurvature = 1e-8
/** … nor a slope from that of a level valley, beside that across it. */
const levelSlope = 1e-12
/**
 * One of Newton's steps to where a curvature is 0 leaves ((n − 2)/(n − 1))ⁿ⁻² of it, as for xⁿ: between 1/e and 1/2; to
 * where it is not, all of it.
 */
const fading = 0.75
/** A valley is looked at at two distances, one so many times the other. */
const farther = 10
/** Newton's steps down to the bottom of a valley. */
const bottomSteps = 4
/** So many times as far as to where a slope is foretold to be 0 it is looked at again: beyond that place, also for x²⁰. */
const beyond = [3, 12, 48] as const
/** Beside the distance to look within, a step this short may be rounding. */
const rounded = 1e-6
/** Newton's steps that are tried, and what is left of the slope after them: of that of x²⁰ a hundredth. */
const newtonSteps = 4
const leftOfSlope = 0.2

/** The curvatures of f at a point with their directions; null where f has no finite second derivatives. */
export function curvatures(objective: Landscape, point: Float64Array): readonly EigenPair[] | null {
  return symmetricEigen(objective.hessian(point))
}

/**
 * How far the stationary point is that gradient and curvature foretell: ‖H⁻¹∇f‖, the length of Newton's step. It is 0
 * where the gradient is 0, and infinite where there is a slope but no curvature.
 */
export function distanceToStationary(gradient: Float64Array, pairs: readonly EigenPair[]): number {
  return norm(slopesAlong(gradient, pairs).map(({ slope, curvature }) => (slope === 0 ? 0 : slope / curvature)))
}

/** Where Newton's step leads, not along directions without curvature: to the place where the slope is foretold to be 0. */
export function newtonPoint(
  point: Float64Array,
  gradient: ArrayLike<number>,
  pairs: readonly EigenPair[]
): Float64Array {
  const floor = nullCurvature * largest(pairs)
  return pairs
    .filter(({ value }) => Math.abs(value) > floor)
    .reduce((from, { value, vector }) => moved(from, vector, -dot(gradient, vector) / value), point)
}

/** The pairs whose curvature cannot be told from 0. */
export function withoutCurvature(pairs: readonly EigenPair[]): readonly EigenPair[] {
  const floor = nullCurvature * largest(pairs)
  return pairs.filter(({ value }) => Math.abs(value) <= floor)
}

/** How much f changes on the way there: half of ∇f·H⁻¹∇f, all parts taken as positive. */
export function decreaseAhead(gradient: Float64Array, pairs: readonly EigenPair[]): number {
  const parts = slopesAlong(gradient, pairs).map(({ slope, curvature }) =>
    slope === 0 ? 0 : (slope * slope) / curvature
  )
  return parts.reduce((sum, part) => sum + part, 0) / 2
}

/**
 * Whether there is a stationary point where Newton's step leads, within `reach`: in each direction with a curvature the
 * slope is larger again beyond it, and Newton's steps get shorter. Near a pole, near an edge where the slope is
 * infinite, and far out on e^(−x) that step may be as short, but it leads away, and the next is longer.
 */
export function isStationaryAhead(
  objective: Landscape,
  point: Float64Array,
  gradient: Float64Array,
  pairs: readonly EigenPair[],
  reach: number
): boolean {
  const floor = nullCurvature * largest(pairs)
  const ways = pairs
    .filter(({ value }) => Math.abs(value) > floor)
    .map(({ value, vector }) => ({ vector, slope: dot(gradient, vector), step: -dot(gradient, vector) / value }))
  return ways.every((way) => risesBeyond(objective, point, way, reach)) && contracts(objective, point, ways, reach)
}

/** Along a principal direction: the slope, and Newton's step. */
interface Way {
  readonly vector: readonly number[]
  readonly slope: number
  readonly step: number
}

function risesBeyond(objective: Landscape, point: Float64Array, { vector, slope, step }: Way, reach: number): boolean {
  if (slope === 0 || step === 0) return true
  const isSteeper = (by: number) =>
    Math.abs(dot(objective.gradient(moved(point, vector, by)), vector)) > Math.abs(slope)
  return [...beyond.map((times) => times * step), Math.sign(step) * reach].some(
    // At the edge of the domain there may be nothing beyond, as for x^1.5.
    (by) => isSteeper(Number.isNaN(objective.value(moved(point, vector, by))) ? -by : by)
  )
}

/**
 * Whether a few of Newton's steps, in these directions, lead to where the slope is smaller by far and the next step is
 * shorter, or to rounding; also where f is not defined there. tan x has no place like that, wherever one looks.
 */
function contracts(objective: Landscape, point: Float64Array, ways: readonly Way[], reach: number): boolean {
  // What the run saw differs from ∇f by the error of its quotients, which is the same nearby.
  const here = objective.gradient(point)
  const errors = ways.map(({ vector, slope }) => slope - dot(here, vector))
  let place = point
  let now = ways
  for (let count = 0; count < newtonSteps && !(norm(now.map(({ step }) => step)) <= rounded * reach); count++) {
    place = now.reduce((from, { vector, step }) => moved(from, vector, step), place)
    const [gradient, hessian] = [objective.gradient(place), objective.hessian(place)]
    now = ways.map(({ vector }, i) => {
      const slope = dot(gradient, vector) + (errors[i] as number)
      return { vector, slope, step: -slope / curvatureAlong(hessian, vector) }
    })
    if (now.some(({ step }) => Number.isNaN(step))) return true
  }
  const [step, slope] = sizes(now)
  const [firstStep, firstSlope] = sizes(ways)
  return step <= rounded * reach || (step < firstStep && slope <= leftOfSlope * firstSlope)
}

const sizes = (ways: readonly Way[]) =>
  [norm(ways.map(({ step }) => step)), norm(ways.map(({ slope }) => slope))] as const

/** Along each principal direction, without their signs. */
function slopesAlong(gradient: Float64Array, pairs: readonly EigenPair[]): { slope: number; curvature: number }[] {
  const floor = nullCurvature * largest(pairs)
  return pairs.map(({ value, vector }) => {
    const slope = dot(gradient, vector)
    // The curvature along an axis is not mixed with any other: e^(−x) + y² has one along x, however small.
    const least = vector.some((part) => Math.abs(part) === 1) ? 0 : floor
    return { slope: Math.abs(slope), curvature: Math.max(Math.abs(value), least) }
  })
}

/**
 * What the stationary point `place` is, that gradient and Hessian foretold at a point near it. In each direction with a
 * curvature that its sign tells. One without has none there (`isFading`), or none to be told from rounding: then it is told
 * by f on the bottom of the valley that leads away in it, at distances of which `reach` is the farthest. Up and down:
 * saddle. Neither: level. Null: it only seemed so, f just slopes on that way.
 */
export function stationaryKind(
  objective: Landscape,
  point: Float64Array,
  place: Float64Array,
  reach: number
): 'minimum' | 'maximum' | 'saddle' | 'level' | null {
  const pairs = curvatures(objective, place) ?? curvatures(objective, point) ?? []
  const most = largest(pairs)
  const unit = lastDigits * norm(place)
  const isFlat = ({ value, vector }: EigenPair) => {
    // Where rounding takes the way to the place, it is looked at as far beside it.
    const before = distance(point, place) > unit ? [point] : [unit, -unit].map((by) => moved(place, vector, by))
    const bends = before.map((at) => Math.abs(curvatureAlong(objective.hessian(at), vector)))
    return !(Math.abs(value) > Math.max(nullCurvature * most, ...bends.map((bend) => fading * bend)))
  }
  const bent = pairs.filter((pair) => !isFlat(pair))
  const flat = pairs.filter(isFlat).map(({ vector }) => vector)
  const ways = flat.length === 1 ? [1, -1].map((sign) => flat[0]?.map((part) => sign * part) ?? []) : mixturesOf(flat)
  const rises = ways.map((way) => riseAlong(objective, place, way, bent, reach))
  if (rises.some((rise, i) => i % 2 === 0 && isSlope(rise.slopes, (rises[i + 1] as Rise).slopes))) return null
  const signs = [...bent.map(({ value }) => Math.sign(value)), ...rises.map(({ sign }) => sign)]
  const [up, down] = [signs.some((sign) => sign > 0), signs.some((sign) => sign < 0)]
  if (up && down) return 'saddle'
  if (up) return 'minimum'
  return down ? 'maximum' : 'level'
}

/** Directions in the space of some that are at right angles, each with the opposite one after it. */
const mixturesOf = (basis: readonly (readonly number[])[]): number[][] => {
  if (basis.length === 0) return []
  const axes = basis.flatMap((_, i) => [1, -1].map((sign) => basis.map((_, k) => (k === i ? sign : 0))))
  return [...axes, ...directionsAround(basis.length)].map((shares) =>
    (basis[0] ?? []).map((_, i) =>
      basis.reduce((sum, vector, k) => sum + (shares[k] as number) * (vector[i] as number), 0)
    )
  )
}

/** The slope of f's valley in a direction, outwards, at two distances, the nearer first; and whether that is up, down, or nothing. */
interface Rise {
  readonly slopes: readonly number[]
  readonly sign: number
}

/**
 * How f rises in a direction without curvature on the bottom of the valley that bends away in it: of
 * (x − y²)(x − 3y²) that goes down, though every line goes up. It is the reduced function of Lyapunov and Schmidt: in all
 * bent directions f is stationary on the bottom, so its slope is the partial one (the envelope theorem).
 */
function riseAlong(
  objective: Landscape,
  place: Float64Array,
  way: readonly number[],
  bent: readonly EigenPair[],
  reach: number
): Rise {
  const most = largest(bent)
  const level = (far: number) => levelSlope * most * far + lastDigits * most * norm(place)
  const slopeAt = (far: number) => {
    let there = moved(place, way, far)
    let gradient = objective.gradient(there)
    for (let count = 0; count < bottomSteps; count++) {
      there = bent.reduce((from, { value, vector }) => moved(from, vector, -dot(gradient, vector) / value), there)
      gradient = objective.gradient(there)
    }
    return dot(gradient, way)
  }
  const distances = [reach / farther, reach]
  const slopes = distances.map(slopeAt)
  const told = slopes.find((slope, i) => Math.abs(slope) > level(distances[i] as number)) ?? 0
  return { slopes, sign: Math.sign(told) }
}

/**
 * Whether f goes down one way and up the other, and from place to place less and less steeply: that of e^(−x) does, also
 * where it is less than rounding; where x³ is flat it does not.
 */
function isSlope([near = 0, far = 0]: readonly number[], [nearBehind = 0, farBehind = 0]: readonly number[]): boolean {
  const slopes = [far, near, -nearBehind, -farBehind]
  const isFalling = (all: readonly number[]) =>
    all.every(
      (slope, i) => slope * (all[0] as number) > 0 && (i === 0 || Math.abs(slope) > Math.abs(all[i - 1] as number))
    )
  return isFalling(slopes) || isFalling(slopes.reverse())
}

/** vᵀHv: how the slope along a direction of length 1 changes on it. */
export function curvatureAlong(hessian: readonly (readonly number[])[], direction: ArrayLike<number>): number {
  return dot(
    hessian.map((row) => dot(row, direction)),
    direction
  )
}

function largest(pairs: readonly EigenPair[]): number {
  return Math.max(0, ...pairs.map(({ value }) => Math.abs(value)))
}
