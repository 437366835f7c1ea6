import type { Landscape } from '../objective'
import { alongAxes } from './neighbourhood'

/** Distances at which f is looked at on the way to a place, beside the size of the motion: each a hundredth of the last. */
const distances = [1e-4, 1e-6, 1e-8, 1e-10]
/** From one distance to the next log x falls by the same, 1/x by more, and x^a by 100^−a times as much. */
const asDeep = 0.95
/** Beside the values themselves less is rounding. */
const told = 1e-6

/**
 * Whether f falls without bound towards a point along one of the axes, as log x and −1/x do towards 0: it falls at least
 * as deep over each of the distances as over the one before. `size`: that of the motion which led there.
 */
export function isPoleNear(objective: Landscape, point: Float64Array, size: number): boolean {
  const nearer = distances.map((far) => alongAxes(point, far * size).map((place) => objective.value(place)))
  const [farthest = []] = nearer
  return farthest.some((_, way) => fallsOn(nearer.map((values) => values[way] as number)))
}

function fallsOn(values: readonly number[]): boolean {
  const falls = values.slice(1).map((value, i) => (values[i] as number) - value)
  return falls.every((fall, i) => {
    const size = Math.max(Math.abs(values[i] as number), Math.abs(values[i + 1] as number))
    return fall > told * size && fall >= asDeep * (falls[i - 1] ?? 0)
  })
}

/** Whether f is not defined this far away along one of the axes. */
export function isEdgeNear(objective: Landscape, point: Float64Array, far: number): boolean {
  return alongAxes(point, far).some((place) => Number.isNaN(objective.value(place)))
}
