import type { EigenPair } from '../eigen'
import type { Objective } from '../objective'

/** Second derivatives that agree to this, beside the largest of them, are equal. */
const equal = 1e-9
/** A slope this small beside the whole gradient is rounding: that direction takes no part in the motion. */
const noSlope = 1e-14

type Points = readonly [Float64Array, ...Float64Array[]]

/** Whether f is a quadratic: its Hessian is the same, and finite, at all of these points. */
export function isQuadratic(objective: Objective, [point, ...others]: Points): boolean {
  const entries = objective.hessian(point).flat()
  const scale = Math.max(...entries.map(Math.abs))
  if (!Number.isFinite(scale)) return false
  // Most functions fail at the first of the others, which saves the other Hessians.
  return others.every((other) =>
    objective
      .hessian(other)
      .flat()
      .every((entry, i) => Math.abs(entry - (entries[i] ?? 0)) <= equal * scale)
  )
}

/** Points that tell a quadratic: on the run's way, its mirror image, and off its line. */
export function witnesses(start: Float64Array, middle: Float64Array, end: Float64Array): Points {
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
export function leadingRate(
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
