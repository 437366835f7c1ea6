import type { Interval } from '../interval'
import { print } from '../language/print'
import type { Experiment } from './experiment'
import { formulaOf } from './reading'

/**
 * The vertical ranges that were held, by the function they were made for – its text, printed as it was read: another
 * function begins with its own, and one that is typed anew has them again. It belongs to the window, not to the document.
 */
export type HeldHeights = ReadonlyMap<string, Heights>

/** Of the curve and of the surface; null: chosen from the values. */
interface Heights {
  readonly curve: Interval | null
  readonly surface: Interval | null
}

/** What is held after a change from `before` – with a text that could be read – to `after`; and that, with the heights of its function. */
export function withOwnHeights(
  held: HeldHeights,
  before: Experiment,
  after: Experiment
): { readonly held: HeldHeights; readonly experiment: Experiment } {
  const [old, present] = after.formula === before.formula ? [null, null] : [functionOf(before), functionOf(after)]
  if (old === null || present === null || old === present) return { held, experiment: after }
  const { values, surface } = before.view
  const all = new Map([...held, [old, { curve: values, surface: surface.range }]])
  const { curve, surface: range } = all.get(present) ?? { curve: null, surface: null }
  const view = { ...after.view, values: curve, surface: { ...after.view.surface, range } }
  return { held: all, experiment: { ...after, view } }
}

function functionOf(experiment: Experiment): string | null {
  const formula = formulaOf(experiment)
  return formula && print(formula.tree)
}
