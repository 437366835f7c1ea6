import type { Landscape } from '../objective'
import { norm } from '../vector'

/** So often the distance is doubled, from this time on f has to fall. */
const doublings = 200
const settlingIn = 10
/** Looked at from near the point on: so many halvings of its size. */
const nearby = 20
/** As much as at first, but for this factor. */
const steadily = 0.5

/**
 * Whether f falls below every bound along a direction (of length 1), as far as it was followed: it becomes −∞, or each
 * doubling of the distance makes it fall about as much as the one before or more. So −x and −log x do, e^(−x) does not.
 */
export function isBottomless(objective: Landscape, from: Float64Array, direction: Float64Array, size: number): boolean {
  // Beside a point far out a short way would tell nothing.
  const unit = Math.max(size, norm(from))
  return fallsSteadily(settlingIn, doublings, (k) => valueAt(objective, from, direction, unit * 2 ** k))
}

/** The same, and it falls all the way, from nearby on: f has no minimum in this direction, wherever one begins to look. */
export function fallsForEver(objective: Landscape, from: Float64Array, direction: Float64Array, size: number): boolean {
  const unit = Math.max(size, norm(from))
  let before = objective.value(from)
  for (let k = -nearby; k <= settlingIn; k++) {
    const value = valueAt(objective, from, direction, unit * 2 ** k)
    if (!(value < before)) return value === Number.NEGATIVE_INFINITY
    before = value
  }
  return isBottomless(objective, from, direction, size)
}

/**
 * Whether what is `valueAfter` k doublings falls below every bound, as far as k = `first` … `last` tell: to −∞, or each time
 * about as much as at first, or more.
 */
export function fallsSteadily(first: number, last: number, valueAfter: (k: number) => number): boolean {
  let before = valueAfter(first)
  let fall = 0
  for (let k = first + 1; k <= last; k++) {
    const value = valueAfter(k)
    if (value === Number.NEGATIVE_INFINITY) return true
    const drop = before - value
    fall ||= drop
    if (!(drop > 0 && drop >= steadily * fall)) return false
    before = value
  }
  return true
}

function valueAt(objective: Landscape, from: Float64Array, direction: Float64Array, far: number): number {
  return objective.value(from.map((coordinate, i) => coordinate + far * (direction[i] as number)))
}
