import type { EigenPair } from '@shared/eigen'
import { curvatures } from '../landscape/stationary'
import type { Objective } from '../objective'
import type { Followed } from './follow'
import { noSlope, sameCurvature } from './thresholds'

type Points = readonly [Float64Array, ...Float64Array[]]

/**
 * Whether f is a quadratic: its Hessian is the same, and finite, at all of these points, and takes the gradient from one to
 * another – which |x| + xy does not let it, for all that its Hessian is constant.
 */
function isQuadratic(objective: Objective, [point, ...others]: Points): boolean {
  const hessian = objective.hessian(point)
  const entries = hessian.flat()
  const scale = Math.max(...entries.map(Math.abs))
  if (!Number.isFinite(scale)) return false
  const gradient = objective.gradient(point)
  const isFollowed = (other: Float64Array) => {
    const way = other.map((coordinate, i) => coordinate - (point[i] as number))
    const far = scale * Math.max(...way.map(Math.abs), ...point.map(Math.abs)) + Math.max(...gradient.map(Math.abs))
    return objective.gradient(other).every((slope, i) => {
      const change = way.reduce((sum, part, j) => sum + part * (hessian[i]?.[j] ?? 0), 0)
      return Math.abs(slope - (gradient[i] as number) - change) <= sameCurvature * far
    })
  }
  // Most functions fail at the first of the others, which saves the other Hessians.
  return others.every(
    (other) =>
      isFollowed(other) &&
      objective
        .hessian(other)
        .flat()
        .every((entry, i) => Math.abs(entry - (entries[i] ?? 0)) <= sameCurvature * scale)
  )
}

/** Points that tell a quadratic: on the run's way, its mirror image, and off its line. */
function witnesses(start: Float64Array, middle: Float64Array, end: Float64Array): Points {
  const moved = Math.max(...start.map((coordinate, i) => Math.abs(coordinate - (end[i] as number))))
  const size = moved || Math.max(1, ...start.map(Math.abs))
  const mirrored = end.map((coordinate, i) => 2 * coordinate - (start[i] as number))
  const aside = start.map((coordinate, i) => coordinate + size * (i % 2 === 0 ? 0.37 : -0.61))
  return [start, middle, end, mirrored, aside]
}

/**
 * Gradient descent on a quadratic multiplies its distance in each direction of curvature λ by 1 − ηλ in every step:
 * the theorem behind the bound η < 2/λmax. The direction that counts in the end, of those with a slope at `start`:
 * the one with the largest |1 − ηλ|; null if there is none.
 */
function leadingRate(
  gradient: Float64Array,
  pairs: readonly EigenPair[],
  lr: number
): { factor: number; curvature: number } | null {
  const size = Math.max(...gradient.map(Math.abs))
  let leading: { factor: number; curvature: number } | null = null
  for (const { value, vector } of pairs) {
    const slope = vector.reduce((sum, part, i) => sum + part * (gradient[i] as number), 0)
    const factor = Math.abs(1 - lr * value)
    if (Math.abs(slope) > noSlope * size && factor > (leading?.factor ?? -1)) leading = { factor, curvature: value }
  }
  return leading
}

export interface QuadraticRate {
  /** |1 − ηλ| for the direction that counts in the end, and its λ. */
  readonly factor: number
  readonly curvature: number
  /** The smallest positive λ and the largest; 0 where none is positive. */
  readonly least: number
  readonly most: number
  /** Below this rate 2/λmax it converges; null where f is curved down in some direction. */
  readonly bound: number | null
}

/**
 * What is known for sure of a run: only of plain gradient descent on a quadratic, by its exact slopes, at one learning rate
 * and without noise. Rounding in quotients ends any growth.
 */
export function quadraticRate({ objective, plan, history }: Followed): QuadraticRate | null {
  const { start, end } = history
  const lr = plan.settings['lr']
  if (plan.method !== 'descent' || plan.gradient.method !== 'exact' || lr === undefined || plan.steps === 0) return null
  if ((plan.schedule && plan.schedule.id !== 'constant') || (plan.noise && plan.noise.sigma > 0)) return null
  const { points } = history.tail()
  const middle = points[Math.floor(points.length / 2)] ?? end
  if (!isQuadratic(objective, witnesses(start, middle, end))) return null
  const pairs = curvatures(objective, start)
  const rate = pairs && leadingRate(Float64Array.from(objective.gradient(start)), pairs, lr)
  if (!rate) return null
  const positive = pairs.map(({ value }) => value).filter((value) => value > 0)
  const [least, most] = positive.length > 0 ? [Math.min(...positive), Math.max(...positive)] : [0, 0]
  const isCurvedDown = pairs.some(({ value }) => value < -sameCurvature * most)
  return { ...rate, least, most, bound: most > 0 && !isCurvedDown ? 2 / most : null }
}

/**
 * Rates for gradient descent on a quadratic with curvatures from `least` to `most`, both positive: 1/most, with which
 * nothing oscillates, and 2/(most + least), which is the fastest in the end. To two digits, never above.
 */
export function naturalRates(least: number, most: number): number[] {
  return [1 / most, 2 / (most + least)].map(roundedDown)
}

/** Two significant digits, never above: what is shown is what was tried. */
function roundedDown(value: number): number {
  const unit = Math.floor(Math.log10(value)) - 1
  // The nearest whole number first, so that 0.5 does not become 0.49.
  const units = Number((value / 10 ** unit).toPrecision(12))
  return Number(`${Math.floor(units)}e${unit}`)
}
