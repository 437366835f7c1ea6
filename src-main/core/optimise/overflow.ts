import type { Objective } from '../objective'

/** How far around a place is looked, beside each coordinate's size (at least 1). */
const around = 1e-6

/**
 * Whether f or its gradient is infinite at a point because it is too large for a double, as e^(x²) at 30: then it is so
 * on both sides along every coordinate too. At a pole, as of 1/x at 0, and at the edge of a domain it is not.
 */
export function overflows(objective: Objective, point: ArrayLike<number>): boolean {
  const here = Float64Array.from(point)
  if (!isInfinite(objective, here)) return false
  return here.every((coordinate, i) =>
    [-around, around].every((by) =>
      isInfinite(objective, here.with(i, coordinate + by * Math.max(1, Math.abs(coordinate))))
    )
  )
}

function isInfinite(objective: Objective, point: Float64Array): boolean {
  const { POSITIVE_INFINITY: beyond } = Number
  const gradient = new Float64Array(point.length)
  const value = objective.gradientInto(point, gradient)
  return Math.abs(value) === beyond || gradient.some((part) => Math.abs(part) === beyond)
}
