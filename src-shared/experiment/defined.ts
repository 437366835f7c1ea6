import type { Syntax } from '../language/syntax'
import { valueAt } from '../language/value'

/** Distances from the wished place that are tried, nearest first, and how far around a place f must be defined unless told. */
const distances = Array.from({ length: 17 }, (_, index) => index / 2)
const usualMargin = 0.25

/**
 * The point nearest to `point` at which the function is defined with some room around it, found by moving all the
 * `free` coordinates alike; `point` itself if there is none. A coarse search, meant for a first guess.
 * @param names of the coordinates
 * @param constants values of the other names
 * @param margin how far around the place f must be defined as well
 */
export function definedNear(
  tree: Syntax,
  names: readonly string[],
  constants: ReadonlyMap<string, number>,
  point: readonly number[],
  free: readonly string[],
  margin = usualMargin
): readonly number[] {
  const moved = (by: number) => point.map((value, index) => (free.includes(names[index] ?? '') ? value + by : value))
  const isDefined = (at: readonly number[]) =>
    Number.isFinite(
      valueAt(tree, new Map([...constants, ...names.map((name, index) => [name, at[index] ?? 0] as const)]))
    )
  const hasRoom = (by: number) => [by, by - margin, by + margin].every((near) => isDefined(moved(near)))
  const shift = distances.flatMap((distance) => [-distance, distance]).find(hasRoom)
  return shift === undefined ? point : moved(shift)
}
