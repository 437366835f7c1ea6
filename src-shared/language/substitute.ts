import type { Range } from '../range'
import type { Condition, Syntax } from './syntax'

/**
 * The tree with each name in `values` replaced by its tree. All other nodes get `range`, the range of what the tree
 * stands for in another text.
 */
export function substitute(tree: Syntax, values: ReadonlyMap<string, Syntax>, range: Range): Syntax {
  const within = (inner: Syntax) => substitute(inner, values, range)
  switch (tree.kind) {
    case 'number':
    case 'constant':
      return { ...tree, range }
    case 'name':
      return values.get(tree.name) ?? { ...tree, range }
    case 'negate':
      return { ...tree, of: within(tree.of), range }
    case 'sum':
      return { ...tree, terms: tree.terms.map(({ minus, term }) => ({ minus, term: within(term) })), range }
    case 'product':
      return { ...tree, factors: tree.factors.map(({ divide, factor }) => ({ divide, factor: within(factor) })), range }
    case 'power':
      return { ...tree, base: within(tree.base), exponent: within(tree.exponent), range }
    case 'call':
      return { ...tree, arguments: tree.arguments.map(within), range }
    case 'piecewise': {
      const pieces = tree.pieces.map(({ condition, value }) => ({
        condition: conditionWith(condition, within, range),
        value: within(value)
      }))
      return { ...tree, pieces, otherwise: tree.otherwise && within(tree.otherwise), range }
    }
  }
}

/** The condition with each side of its comparisons replaced. */
function conditionWith(condition: Condition, replaced: (tree: Syntax) => Syntax, range: Range): Condition {
  const within = (inner: Condition) => conditionWith(inner, replaced, range)
  switch (condition.kind) {
    case 'comparison':
      return { ...condition, left: replaced(condition.left), right: replaced(condition.right), range }
    case 'junction':
      return { ...condition, of: condition.of.map(within), range }
    case 'not':
      return { ...condition, of: within(condition.of), range }
  }
}
