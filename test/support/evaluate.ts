import { functionNamed } from '@shared/language/functions'
import type { Condition, Syntax } from '@shared/language/syntax'

/** The value of a tree, computed node by node as it stands: sums and products from left to right. */
export function evaluate(tree: Syntax, at: Readonly<Record<string, number>>): number {
  const of = (inner: Syntax) => evaluate(inner, at)
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'constant':
      return tree.name === 'pi' ? Math.PI : Math.E
    case 'name':
      return at[tree.name] ?? Number.NaN
    case 'negate':
      return -of(tree.of)
    case 'sum': {
      const [first, ...rest] = tree.terms.map(({ minus, term }) => (minus ? -of(term) : of(term)))
      return rest.reduce((all, next) => all + next, first ?? 0)
    }
    case 'product': {
      const [first, ...rest] = tree.factors
      return rest.reduce(
        (all, { divide, factor }) => (divide ? all / of(factor) : all * of(factor)),
        first ? of(first.factor) : 1
      )
    }
    case 'power':
      return raised(of(tree.base), of(tree.exponent))
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
      switch (condition.relation) {
        case '=':
          return left === right
        case '≠':
          return left !== right
        default:
          return left === right ? condition.relation.endsWith('=') : left < right === condition.relation.startsWith('<')
      }
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

/** Whole powers up to 16 are products, others Math.pow. */
function raised(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 16) return base ** exponent
  if (exponent < 0) return 1 / raised(base, -exponent)
  if (exponent === 0) return 1
  if (exponent === 1) return base
  const root = raised(base, Math.floor(exponent / 2))
  return exponent % 2 === 1 ? root * root * base : root * root
}
