import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { substitute } from '@shared/language/substitute'
import type { CallSyntax, Condition, PiecewiseSyntax, SumSyntax, Syntax } from '@shared/language/syntax'
import { ruleTree } from '../lower'
import { added, compared, count, junction, over, pieced, zero } from './draft'

/**
 * The partial derivative of a function in the argument with index `at`, over its row's parameters, in readable form:
 * hidden functions are replaced by the formulas of their rows, 1/(1 + a²) for the derivative of atan.
 */
export function toRead(row: FunctionRow, index: number): Syntax {
  // atan2(y, x) takes the ordinate first: its point is (x, y), with x² + y².
  const order = row.variadic ? row.parameters : [...row.parameters].reverse()
  return spelledOut(ruleTree(row, row.derivatives[index] ?? '0'), order)
}

/** The formulas of rows consist of sums, products, powers and calls. Sums of powers of names are put into `order`. */
function spelledOut(tree: Syntax, order: readonly string[]): Syntax {
  const within = (inner: Syntax) => spelledOut(inner, order)
  switch (tree.kind) {
    case 'negate':
      return { ...tree, of: within(tree.of) }
    case 'sum':
      return { ...tree, terms: inOrder(tree.terms, order).map(({ minus, term }) => ({ minus, term: within(term) })) }
    case 'product':
      return { ...tree, factors: tree.factors.map(({ divide, factor }) => ({ divide, factor: within(factor) })) }
    case 'power':
      return { ...tree, base: within(tree.base), exponent: within(tree.exponent) }
    case 'call': {
      const { hidden, tex, parameters } = functionNamed(tree.name)
      const of = tree.arguments.map(within)
      if (!hidden || typeof tex !== 'object') return { ...tree, arguments: of }
      const values = new Map(of.map((argument, i) => [parameters[i] ?? '', argument]))
      return within(substitute(ruleTree(functionNamed(tree.name), tex.formula), values, tree.range))
    }
    default:
      return tree
  }
}

function inOrder(terms: SumSyntax['terms'], order: readonly string[]): SumSyntax['terms'] {
  const indices = terms.map(({ minus, term }) =>
    !minus && term.kind === 'power' && term.base.kind === 'name' ? order.indexOf(term.base.name) : -1
  )
  if (indices.includes(-1)) return terms
  return terms
    .map((term, i) => ({ term, index: indices[i] ?? 0 }))
    .sort((a, b) => a.index - b.index)
    .map(({ term }) => term)
}

/** f(a, b, c) as f(f(a, b), c). */
export function nested(f: CallSyntax): CallSyntax {
  const last = f.arguments.slice(-1)
  return { ...f, arguments: [{ ...f, arguments: f.arguments.slice(0, -1) }, ...last] }
}

/** The maximum number of arguments for which ties have pieces of their own. */
const maxWithTies = 3

/**
 * The derivative of a function like max, whose value is one of its arguments: the derivative of that argument, and at a
 * tie the mean of those that tie, for up to three arguments. `slopes`: the derivatives of the arguments, null if
 * constant. The row says with `less(…, …)` where its first argument is the value.
 */
export function sharedPieces(row: FunctionRow, of: readonly Syntax[], slopes: readonly (Syntax | null)[]): Syntax {
  const changing = slopes.flatMap((slope, i) => (slope ? [i] : []))
  const wins = comparisons(row, of)
  const indices = [...of.keys()]
  const [only = 0] = changing
  const isOnly = changing.length === 1
  const pieces = isOnly ? piecesOfOne(indices, only, slopes[only] ?? zero, wins) : piecesOfAll(indices, slopes, wins)
  return pieced(pieces, of.length > maxWithTies ? null : mean(slopes))
}

/** The condition that the value is one argument rather than another, by their indices. */
type Wins = (index: number, other: number) => Condition

/** If a single argument varies: its derivative, 0 where another argument is the value, and its share at a tie. */
function piecesOfOne(indices: readonly number[], only: number, slope: Syntax, wins: Wins): PiecewiseSyntax['pieces'] {
  const others = indices.filter((index) => index !== only)
  const won = others.map((other) => wins(only, other))
  const pieces = [
    { condition: junction('and', won), value: slope },
    {
      condition: junction(
        'or',
        others.map((other) => wins(other, only))
      ),
      value: zero
    }
  ]
  // Of three arguments where none of the others exceeds it: one of the others ties, the other does not.
  return others.length === 2 ? [...pieces, { condition: junction('or', won), value: over(slope, count(2)) }] : pieces
}

function piecesOfAll(
  indices: readonly number[],
  slopes: readonly (Syntax | null)[],
  wins: Wins
): PiecewiseSyntax['pieces'] {
  const pieces = indices.map((index) => ({
    condition: junction(
      'and',
      indices.filter((other) => other !== index).map((other) => wins(index, other))
    ),
    value: slopes[index] ?? zero
  }))
  if (indices.length !== 3) return pieces
  // A tie of two: an argument that exceeds the one left out equals the third.
  const ties = [2, 1, 0].map((excluded) => {
    const [first = 0, second = 0] = indices.filter((index) => index !== excluded)
    return { condition: wins(first, excluded), value: mean([slopes[first] ?? null, slopes[second] ?? null]) }
  })
  return [...pieces, ...ties]
}

function comparisons(row: FunctionRow, of: readonly Syntax[]): Wins {
  const weight = ruleTree(row, row.derivatives[0] ?? '')
  const [smaller] = weight.kind === 'call' ? weight.arguments : []
  const isSmallest = smaller?.kind === 'name' && smaller.name === row.parameters[0]
  return (index, other) => {
    const [left, right] = [of[index] ?? zero, of[other] ?? zero]
    // In the order typed, but with a number on the right: x < 0 rather than 0 > x.
    const isTurned = left.kind === 'number' || (right.kind !== 'number' && other < index)
    const relation = isSmallest === isTurned ? '>' : '<'
    return isTurned ? compared(right, relation, left) : compared(left, relation, right)
  }
}

function mean(slopes: readonly (Syntax | null)[]): Syntax {
  const sum = added(slopes.flatMap((slope) => (slope ? [{ minus: false, term: slope }] : [])))
  return over(sum, count(slopes.length))
}
