import { type EigenPair, symmetricEigen } from '../eigen'
import type { Objective } from '../objective'
import { norm } from './path'

/** A curvature this small beside the largest one cannot be told from 0. */
const nullCurvature = 1e-8
/** How far to look along a direction without curvature, beside max(1, ‖x‖); and what counts as level there. */
const lookAround = 1e-2
const levelValue = 1e-15
const levelCurvature = 1e-9

/** The curvatures of f at a point with their directions; null where f has no finite second derivatives. */
export function curvatures(objective: Objective, point: Float64Array): readonly EigenPair[] | null {
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

/** Along each principal direction, without their signs. */
function slopesAlong(gradient: Float64Array, pairs: readonly EigenPair[]): { slope: number; curvature: number }[] {
  const floor = nullCurvature * largest(pairs)
  return pairs.map(({ value, vector }) => {
    const slope = vector.reduce((sum, part, i) => sum + part * (gradient[i] as number), 0)
    // The curvature along an axis is not mixed with any other: e^(−x) + y² has one along x, however small.
    const least = vector.some((part) => Math.abs(part) === 1) ? 0 : floor
    return { slope: Math.abs(slope), curvature: Math.max(Math.abs(value), least) }
  })
}

/**
 * What a stationary point is. Up or down in each direction by the sign of its curvature; along directions without
 * curvature f is looked at on both sides. Up and down: saddle. Neither: level.
 */
export function stationaryKind(
  objective: Objective,
  point: Float64Array,
  pairs: readonly EigenPair[]
): 'minimum' | 'maximum' | 'saddle' | 'level' {
  const most = largest(pairs)
  let up = false
  let down = false
  for (const pair of pairs) {
    const bend = Math.abs(pair.value) > nullCurvature * most ? [pair.value] : rises(objective, point, pair.vector, most)
    up ||= bend.some((rise) => rise > 0)
    down ||= bend.some((rise) => rise < 0)
  }
  if (up && down) return 'saddle'
  if (up) return 'minimum'
  return down ? 'maximum' : 'level'
}

/** Whether f bends up in one direction and down in another, as at a saddle. */
export function isIndefinite(pairs: readonly EigenPair[]): boolean {
  const least = nullCurvature * largest(pairs)
  return pairs.some(({ value }) => value > least) && pairs.some(({ value }) => value < -least)
}

/**
 * How much higher f is a little way along a direction, on both sides; 0 where that is within rounding, and where f has
 * no slope there either: then it got there by a jump between level pieces, as floor does.
 */
function rises(objective: Objective, point: Float64Array, direction: readonly number[], most: number): number[] {
  const far = lookAround * Math.max(1, norm(point))
  const here = objective.value(point)
  const level = levelValue * Math.abs(here) + levelCurvature * most * far * far
  return [far, -far].map((by) => {
    const there = point.map((coordinate, i) => coordinate + by * (direction[i] as number))
    const rise = objective.value(there) - here
    return Math.abs(rise) > level && norm(objective.gradient(there)) > 0 ? rise : 0
  })
}

function largest(pairs: readonly EigenPair[]): number {
  return Math.max(0, ...pairs.map(({ value }) => Math.abs(value)))
}
