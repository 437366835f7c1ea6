import { type EigenPair, symmetricEigen } from '../eigen'
import type { Landscape } from '../objective'
import { bendAlong } from './bend'
import { moved } from './nearby'
import { norm } from './norm'

/** A curvature this small beside the largest one cannot be told from 0. */
const nullCurvature = 1e-8
/** How far to look along a direction without curvature, beside max(1, ‖x‖); and what counts as level there. */
const lookAround = 1e-2
const levelValue = 1e-15
const levelCurvature = 1e-9
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
    .map(({ value, vector }) => ({ vector, slope: along(gradient, vector), step: -along(gradient, vector) / value }))
  return ways.every((way) => risesBeyond(objective, point, way, reach)) && contracts(objective, point, ways, reach)
}

/** Along a principal direction: the slope, and Newton's step. */
interface Way {
  readonly vector: readonly number[]
  readonly slope: number
  readonly step: number
}

function risesBeyond(objective: Landscape, point: Float64Array, { vector, slope, step }: Way, reach: number): boolean {
  if (slope === 0) return true
  const isSteeper = (by: number) =>
    Math.abs(along(objective.gradient(moved(point, vector, by)), vector)) > Math.abs(slope)
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
  const errors = ways.map(({ vector, slope }) => slope - along(here, vector))
  let place = point
  let now = ways
  for (let count = 0; count < newtonSteps && !(norm(now.map(({ step }) => step)) <= rounded * reach); count++) {
    place = now.reduce((from, { vector, step }) => moved(from, vector, step), place)
    const [gradient, hessian] = [objective.gradient(place), objective.hessian(place)]
    now = ways.map(({ vector }, i) => {
      const slope = along(gradient, vector) + (errors[i] as number)
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
    const slope = along(gradient, vector)
    // The curvature along an axis is not mixed with any other: e^(−x) + y² has one along x, however small.
    const least = vector.some((part) => Math.abs(part) === 1) ? 0 : floor
    return { slope: Math.abs(slope), curvature: Math.max(Math.abs(value), least) }
  })
}

/**
 * What the stationary point is that lies `within` such a distance. Up or down in each direction by the sign of its
 * curvature, unless f does the same nowhere around (`bendAlong`); along directions without curvature f is looked at on
 * both sides. Up and down: saddle. Neither: level.
 */
export function stationaryKind(
  objective: Landscape,
  point: Float64Array,
  pairs: readonly EigenPair[],
  within: number
): 'minimum' | 'maximum' | 'saddle' | 'level' {
  const most = largest(pairs)
  const ahead = distanceToStationary(Float64Array.from(objective.gradient(point)), pairs)
  let up = false
  let down = false
  for (const pair of pairs) {
    const bend =
      Math.abs(pair.value) > nullCurvature * most
        ? bendAlong(objective, point, pair, ahead, within)
        : rises(objective, point, pair.vector, pairs, most)
    up ||= bend.some((rise) => rise > 0)
    down ||= bend.some((rise) => rise < 0)
  }
  if (up && down) return 'saddle'
  if (up) return 'minimum'
  return down ? 'maximum' : 'level'
}

/**
 * How much higher f is a little way along a direction without curvature, on both sides, and on the bottom of a valley that
 * bends away from it there: of (x − y²)(x − 3y²) that goes down, though every line goes up. 0 where it is within rounding,
 * and where f has no slope there either: then it got there by a jump between level pieces, as floor does.
 */
function rises(
  objective: Landscape,
  point: Float64Array,
  direction: readonly number[],
  pairs: readonly EigenPair[],
  most: number
): number[] {
  const far = lookAround * Math.max(1, norm(point))
  const bottom = (place: Float64Array) => {
    const gradient = objective.gradient(place)
    return pairs
      .filter(({ value }) => value > nullCurvature * most)
      .reduce((from, { value, vector }) => moved(from, vector, -along(gradient, vector) / value), place)
  }
  const riseTo = (there: Float64Array, from: Float64Array) => {
    const here = objective.value(from)
    const level = levelValue * Math.abs(here) + levelCurvature * most * far * far
    const rise = objective.value(there) - here
    return Math.abs(rise) > level && norm(objective.gradient(there)) > 0 ? rise : 0
  }
  const base = bottom(point)
  return [far, -far].flatMap((by) => {
    const there = moved(point, direction, by)
    return [riseTo(there, point), riseTo(bottom(there), base)]
  })
}

/** vᵀHv: how the slope along a direction of length 1 changes on it. */
export function curvatureAlong(hessian: readonly (readonly number[])[], direction: ArrayLike<number>): number {
  return along(
    hessian.map((row) => along(row, direction)),
    direction
  )
}

function along(vector: ArrayLike<number>, direction: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < direction.length; i++) sum += (direction[i] as number) * (vector[i] as number)
  return sum
}

function largest(pairs: readonly EigenPair[]): number {
  return Math.max(0, ...pairs.map(({ value }) => Math.abs(value)))
}
