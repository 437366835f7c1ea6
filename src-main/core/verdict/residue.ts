import type { Objective } from '../objective'
import { norm } from '../vector'

/** Beside the size of the motion: what is left of a coordinate that goes to 0 is smaller, in a run that has settled … */
const left = 1e-4
/** … and this small it is rounding. */
const rounding = 1e-12

/**
 * Where a run rests, to be read: 0 instead of what is only left of a coordinate on its way to 0. That is believed where ∇f
 * is no larger there than at `end`, and f no higher unless the run rests at a saddle or a maximum (`canRise`). `size`:
 * the size of its motion.
 */
export function withoutResidue(
  objective: Objective,
  end: Float64Array,
  size: number,
  canRise: boolean
): readonly number[] {
  const seen = (point: Float64Array) => ({ value: objective.value(point), slope: norm(objective.gradient(point)) })
  const { value, slope } = seen(end)
  const without = (from: Float64Array, isLeft: (coordinate: number, i: number) => boolean) => {
    return from.map((coordinate, i) => (isLeft(coordinate, i) ? 0 : coordinate))
  }
  const isAsGood = (point: Float64Array) => {
    const there = seen(point)
    return there.slope <= slope && (canRise || there.value <= value)
  }
  const rounded = without(end, (coordinate) => Math.abs(coordinate) <= rounding * size)
  const isSmall = (coordinate: number) => Math.abs(coordinate) <= left * size
  // In a narrow valley only all of them together lead to a better place.
  const all = without(rounded, isSmall)
  if (isAsGood(all)) return Array.from(all)
  return Array.from(
    end.reduce((kept, _, at) => {
      const one = without(kept, (coordinate, i) => i === at && isSmall(coordinate))
      return isAsGood(one) ? one : kept
    }, rounded)
  )
}
