import { functionNamed } from '@shared/language/functions'
import type { Syntax } from '@shared/language/syntax'

/** The value of a tree, straight from its definition: what the tests compare with. */
export function evaluate(tree: Syntax, values: Readonly<Record<string, number>> = {}): number {
  const of = (inner: Syntax) => evaluate(inner, values)
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'constant':
      return tree.name === 'pi' ? Math.PI : Math.E
    case 'name':
      return values[tree.name] ?? Number.NaN
    case 'negate':
      return -of(tree.of)
    case 'sum':
      return tree.terms.reduce((sum, { minus, term }) => (minus ? sum - of(term) : sum + of(term)), 0)
    case 'product':
      return tree.factors.reduce(
        (product, { divide, factor }) => (divide ? product / of(factor) : product * of(factor)),
        1
      )
    case 'power':
      return of(tree.base) ** of(tree.exponent)
    case 'call':
      return functionNamed(tree.name).value(...tree.arguments.map(of))
  }
}

/** The same tree without the places it was read from. */
export function withoutRanges(tree: Syntax): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'range' ? undefined : value)))
}
