import type { Objective } from '../objective'
import { curvatureAlong } from './critical'
import { norm } from './norm'

/**
 * On a plateau the slope is far smaller than nearby, and its own change does not foretell a minimum close by. With
 * `scale` = max(1, ‖x‖): the point where the slope along the gradient would reach 0 is at least `reach` · scale away,
 * and within `scale` on that line the slope is somewhere `steeper` times as large. On a parabola both never hold
 * together: there the slope within `scale` of a point `reach` · scale off its minimum is at most 1 + 1/reach = 21 times.
 * Nor is it a plateau where f rises ahead, straight down the slope: that is the wall of a bent valley, as Rosenbrock's;
 * nor where f is torn in between, as at a pole: what is beyond is no part of the slope here.
 */
const reach = 0.05
const steeper = 25
/** The last half of the run got no farther than this, beside scale. */
const stuck = 0.05
/** Places looked at on each side. */
const looks = 16

/** Whether a run that ended at `end`, having travelled `length` in its last half, is stuck on a plateau of f. */
export function isPlateau(objective: Objective, end: Float64Array, length: number): boolean {
  const scale = Math.max(1, norm(end))
  if (length > stuck * scale) return false
  const gradient = new Float64Array(end.length)
  const value = objective.gradientInto(end, gradient)
  const slope = norm(gradient)
  if (!(slope > 0)) return false
  const direction = gradient.map((part) => part / slope)
  const change = curvatureAlong(objective.hessian(end), direction)
  if (change > 0 && slope / change < reach * scale) return false
  return steepestNearby(objective, end, direction, scale, value) >= steeper * slope
}

/** The steepest slope on the line; 0 if f rises against the direction, or falls somewhere though it is uphill on both sides. */
function steepestNearby(
  objective: Objective,
  point: Float64Array,
  direction: Float64Array,
  scale: number,
  value: number
): number {
  const gradient = new Float64Array(point.length)
  let steepest = 0
  let before = { value: Number.NaN, rise: Number.NaN }
  for (let look = -looks; look <= looks; look++) {
    const place = point.map((coordinate, i) => coordinate + ((look * scale) / looks) * (direction[i] as number))
    const there = objective.gradientInto(place, gradient)
    if (look < 0 && there > value) return 0
    const rise = gradient.reduce((sum, part, i) => sum + part * (direction[i] as number), 0)
    if (before.rise > 0 && rise > 0 && there < before.value) return 0
    if (before.rise < 0 && rise < 0 && there > before.value) return 0
    before = { value: there, rise }
    const slope = norm(gradient)
    if (slope > steepest) steepest = slope
  }
  return steepest
}
