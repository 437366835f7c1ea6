import type { Experiment } from '@shared/experiment/experiment'
import { formulaOf } from '@shared/experiment/reading'
import { valueAt } from '@shared/language/value'

/**
 * f at a point, as the page computes it for a place under the pointer; null while the text cannot be read. The text is
 * read when the function is made.
 */
export function functionAt(experiment: Experiment): ((point: readonly number[]) => number) | null {
  const formula = formulaOf(experiment)
  if (!formula) return null
  const constants = experiment.parameters.map(({ name, value }) => [name, value] as const)
  const names = experiment.variables.map(({ name }) => name)
  return (point) =>
    valueAt(formula.tree, new Map([...constants, ...names.map((name, axis) => [name, point[axis] ?? 0] as const)]))
}

/** f along the variable number `along`, the others held as in `point`. */
export function functionAlong(
  experiment: Experiment,
  along: number,
  point: readonly number[]
): ((x: number) => number) | null {
  const f = functionAt(experiment)
  return f && ((x) => f(point.map((held, axis) => (axis === along ? x : held))))
}

/** f over the plane of the two variables `axes`, the others held as in `point`. */
export function functionOver(
  experiment: Experiment,
  [across, up]: readonly [number, number],
  point: readonly number[]
): ((x: number, y: number) => number) | null {
  const f = functionAt(experiment)
  return f && ((x, y) => f(point.map((held, axis) => (axis === across ? x : axis === up ? y : held))))
}
