import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { substitute } from '@shared/language/substitute'
import type { CallSyntax, Relation, Syntax } from '@shared/language/syntax'
import { ruleTree } from '../lower'
import { added, count, over, pieced } from './draft'

/**
 * ∂/∂(argument `place`) of a function over its row's parameters, as a reader wants it: functions that cannot be typed
 * are written as the formula that their rows have for that, 1/(1 + a²) for the slope of atan.
 */
export function toRead(row: FunctionRow, place: number): Syntax {
  return spelledOut(ruleTree(row, row.derivatives[place] ?? '0'))
}

/** Rules are sums, products, powers and calls. */
function spelledOut(tree: Syntax): Syntax {
  switch (tree.kind) {
    case 'negate':
      return { ...tree, of: spelledOut(tree.of) }
    case 'sum':
      return { ...tree, terms: tree.terms.map(({ minus, term }) => ({ minus, term: spelledOut(term) })) }
    case 'product':
      return { ...tree, factors: tree.factors.map(({ divide, factor }) => ({ divide, factor: spelledOut(factor) })) }
    case 'power':
      return { ...tree, base: spelledOut(tree.base), exponent: spelledOut(tree.exponent) }
    case 'call': {
      const { hidden, tex, parameters } = functionNamed(tree.name)
      const of = tree.arguments.map(spelledOut)
      if (!hidden || typeof tex !== 'object') return { ...tree, arguments: of }
      const values = new Map(of.map((argument, i) => [parameters[i] ?? '', argument]))
      return substitute(ruleTree(functionNamed(tree.name), tex.formula), values, tree.range)
    }
    default:
      return tree
  }
}

/** f(a, b, c) as f(f(a, b), c). */
export function nested(f: CallSyntax): CallSyntax {
  const last = f.arguments.slice(-1)
  return { ...f, arguments: [{ ...f, arguments: f.arguments.slice(0, -1) }, ...last] }
}

/**
 * The derivative of a function like max of two arguments, whose value is one of them: the slope of that one, and where
 * they are equal the mean of both. The row says by `less(…, …)` where its first argument is the value.
 */
export function sharedPieces(
  row: FunctionRow,
  [u, v]: readonly [Syntax, Syntax],
  [uSlope, vSlope]: readonly [Syntax, Syntax]
): Syntax {
  const weight = ruleTree(row, row.derivatives[0] ?? '')
  const [smaller] = weight.kind === 'call' ? weight.arguments : []
  const isFirst = smaller?.kind === 'name' && smaller.name === row.parameters[0]
  const range = { from: 0, to: 0 }
  const where = (relation: Relation) => ({ kind: 'comparison', relation, left: u, right: v, range }) as const
  const mean = over(
    added([
      { minus: false, term: uSlope },
      { minus: false, term: vSlope }
    ]),
    count(2)
  )
  return pieced(
    [
      { condition: where(isFirst ? '<' : '>'), value: uSlope },
      { condition: where(isFirst ? '>' : '<'), value: vSlope }
    ],
    mean
  )
}
