import type { FunctionRow } from '@shared/language/function-row'
import { functionNamed } from '@shared/language/functions'
import { substitute } from '@shared/language/substitute'
import type { CallSyntax, Condition, PiecewiseSyntax, SumSyntax, Syntax } from '@shared/language/syntax'
import { ruleTree } from '../lower'
import { added, compared, count, junction, over, pieced, zero } from './draft'

/**
 * ∂/∂(argument `place`) of a function over its row's parameters, as a reader wants it: functions that cannot be typed
 * are written as the formula that their rows have for that, 1/(1 + a²) for the slope of atan.
 */
export function toRead(row: FunctionRow, place: number): Syntax {
  // atan2(y, x) has the height first: its point is (x, y), with x² + y².
  const order = row.variadic ? row.parameters : [...row.parameters].reverse()
  return spelledOut(ruleTree(row, row.derivatives[place] ?? '0'), order)
}

/** Rules are sums, products, powers and calls. Powers of names are added in `order`. */
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
  const places = terms.map(({ minus, term }) =>
    !minus && term.kind === 'power' && term.base.kind === 'name' ? order.indexOf(term.base.name) : -1
  )
  if (places.includes(-1)) return terms
  return terms
    .map((term, i) => ({ term, place: places[i] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ term }) => term)
}

/** f(a, b, c) as f(f(a, b), c). */
export function nested(f: CallSyntax): CallSyntax {
  const last = f.arguments.slice(-1)
  return { ...f, arguments: [{ ...f, arguments: f.arguments.slice(0, -1) }, ...last] }
}

/** More arguments have no pieces for where several of them are the value. */
const mostWithTies = 3

/**
 * The derivative of a function like max, whose value is one of its arguments: the slope of that one, and where several
 * are the value, the mean of their slopes – which is not said of more than three. `slopes`: null for what does not change.
 * The row says by `less(…, …)` where its first argument is the value.
 */
export function sharedPieces(row: FunctionRow, of: readonly Syntax[], slopes: readonly (Syntax | null)[]): Syntax {
  const changing = slopes.flatMap((slope, i) => (slope ? [i] : []))
  const wins = comparisons(row, of)
  const places = [...of.keys()]
  const [only = 0] = changing
  const isOnly = changing.length === 1
  const pieces = isOnly ? piecesOfOne(places, only, slopes[only] ?? zero, wins) : piecesOfAll(places, slopes, wins)
  return pieced(pieces, of.length > mostWithTies ? null : mean(slopes))
}

/** That the argument at one place is the value rather than that at another; or the other way round. */
type Wins = (place: number, other: number) => Condition

/** One argument changes: its slope, 0 where another is the value, and its share where it is one of several. */
function piecesOfOne(places: readonly number[], only: number, slope: Syntax, wins: Wins): PiecewiseSyntax['pieces'] {
  const others = places.filter((place) => place !== only)
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
  // Of three, none of them more: of two others one is equal where the other is not.
  return others.length === 2 ? [...pieces, { condition: junction('or', won), value: over(slope, count(2)) }] : pieces
}

function piecesOfAll(
  places: readonly number[],
  slopes: readonly (Syntax | null)[],
  wins: Wins
): PiecewiseSyntax['pieces'] {
  const pieces = places.map((place) => ({
    condition: junction(
      'and',
      places.filter((other) => other !== place).map((other) => wins(place, other))
    ),
    value: slopes[place] ?? zero
  }))
  if (places.length !== 3) return pieces
  // None alone is the value: one that is more than another has the third for its equal.
  const ties = [2, 1, 0].map((lost) => {
    const [first = 0, second = 0] = places.filter((place) => place !== lost)
    return { condition: wins(first, lost), value: mean([slopes[first] ?? null, slopes[second] ?? null]) }
  })
  return [...pieces, ...ties]
}

function comparisons(row: FunctionRow, of: readonly Syntax[]): Wins {
  const weight = ruleTree(row, row.derivatives[0] ?? '')
  const [smaller] = weight.kind === 'call' ? weight.arguments : []
  const isSmallest = smaller?.kind === 'name' && smaller.name === row.parameters[0]
  return (place, other) => {
    const [left, right] = [of[place] ?? zero, of[other] ?? zero]
    // In the order typed, but a number on the right: x < 0 rather than 0 > x.
    const isTurned = left.kind === 'number' || (right.kind !== 'number' && other < place)
    const relation = isSmallest === isTurned ? '>' : '<'
    return isTurned ? compared(right, relation, left) : compared(left, relation, right)
  }
}

function mean(slopes: readonly (Syntax | null)[]): Syntax {
  const sum = added(slopes.flatMap((slope) => (slope ? [{ minus: false, term: slope }] : [])))
  return over(sum, count(slopes.length))
}
