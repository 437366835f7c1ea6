import { functionNamed } from '../language/functions'
import type { Condition, Syntax } from '../language/syntax'

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

/** f straight from the syntax tree: slow, and needed only for a handful of points. An unknown name is NaN. */
function valueAt(tree: Syntax, values: ReadonlyMap<string, number>): number {
  const of = (inner: Syntax) => valueAt(inner, values)
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'constant':
      return tree.name === 'pi' ? Math.PI : Math.E
    case 'name':
      return values.get(tree.name) ?? Number.NaN
    case 'negate':
      return -of(tree.of)
    case 'sum':
      return tree.terms.reduce((total, { minus, term }) => (minus ? total - of(term) : total + of(term)), 0)
    case 'product':
      return tree.factors.reduce((total, { divide, factor }) => (divide ? total / of(factor) : total * of(factor)), 1)
    case 'power':
      return of(tree.base) ** of(tree.exponent)
    case 'call':
      return functionNamed(tree.name).value(...tree.arguments.map(of))
    case 'piecewise': {
      for (const { condition, value } of tree.pieces) {
        const isChosen = holds(condition, of)
        if (isChosen === undefined) return Number.NaN
        if (isChosen) return of(value)
      }
      return tree.otherwise ? of(tree.otherwise) : Number.NaN
    }
  }
}

/** Whether a condition holds; undefined where a number it compares is NaN and the rest does not decide. */
function holds(condition: Condition, of: (tree: Syntax) => number): boolean | undefined {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [of(condition.left), of(condition.right)]
      if (Number.isNaN(left) || Number.isNaN(right)) return undefined
      return { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }[condition.relation]
    }
    case 'not': {
      const inner = holds(condition.of, of)
      return inner === undefined ? undefined : !inner
    }
    case 'junction': {
      const decides = condition.word === 'or'
      const all = condition.of.map((one) => holds(one, of))
      if (all.includes(decides)) return decides
      return all.includes(undefined) ? undefined : !decides
    }
  }
}
