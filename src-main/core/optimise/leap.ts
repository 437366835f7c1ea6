import type { Objective } from '../objective'

/** Halvings until the place is known as well as a double knows it. */
const halvings = 60
/** At the place |f| is so many times as large as at both ends of the step: it is no mere hill. */
const endless = 1e6

/**
 * Where a step from one point to another, downhill at both, has led across a pole to where f is higher, as from x < 0 to
 * x > 0 for 1/x: null if it has not.
 */
export function poleBetween(objective: Objective, from: Float64Array, to: Float64Array): Float64Array | null {
  const at = (share: number) => from.map((coordinate, i) => coordinate + share * ((to[i] as number) - coordinate))
  const slopeAt = (point: Float64Array) =>
    objective.gradient(point).reduce((sum, part, i) => sum + part * ((to[i] as number) - (from[i] as number)), 0)
  const isLeap = (one: Float64Array, other: Float64Array) =>
    objective.value(other) > objective.value(one) && slopeAt(one) < 0 && slopeAt(other) < 0
  if (!isLeap(from, to)) return null
  let [before, after] = [0, 1]
  for (let count = 0; count < halvings; count++) {
    const middle = (before + after) / 2
    if (middle === before || middle === after) break
    if (isLeap(at(before), at(middle))) after = middle
    else before = middle
  }
  const ends = Math.max(Math.abs(objective.value(from)), Math.abs(objective.value(to)))
  const sides = [before, after].map((share) => Math.abs(objective.value(at(share))))
  return sides.every((side) => !(side < endless * ends)) ? at(after) : null
}
