import type { CallSyntax, Condition, ProductSyntax, Relation, SumSyntax, Syntax } from '@shared/language/syntax'

/**
 * Constructors of formulas as they are written by hand: nothing is simplified, but signs move to the front, and
 * redundant brackets disappear.
 */

const range = { from: 0, to: 0 }

export type Term = SumSyntax['terms'][number]
export type Factor = ProductSyntax['factors'][number]

export const zero = count(0)
export const one = count(1)

/** A whole number; a negative one is negated. */
export function count(value: number): Syntax {
  if (value < 0) return negated(count(-value))
  return { kind: 'number', value, digits: String(value), range }
}

export const named = (name: string): Syntax => ({ kind: 'name', name, range })

export const called = (name: string, ...of: readonly Syntax[]): CallSyntax => ({
  kind: 'call',
  name,
  arguments: of,
  range
})

export function negated(of: Syntax): Syntax {
  return of.kind === 'negate' ? of.of : { kind: 'negate', of, range }
}

/** A sum. A sum among its terms is merged into it, and −(−u) is added as u. 0 if there are no terms. */
export function added(terms: readonly Term[]): Syntax {
  const flat = terms.flatMap(({ minus, term }): readonly Term[] => {
    if (term.kind === 'negate') return [{ minus: !minus, term: term.of }]
    return term.kind === 'sum' && !minus ? term.terms : [{ minus, term }]
  })
  const [first, ...rest] = flat
  if (!first) return zero
  const leading = first.minus ? negated(first.term) : first.term
  return rest.length === 0 ? leading : { kind: 'sum', terms: [{ minus: false, term: leading }, ...rest], range }
}

/** A product with its sign in front. A product among its factors is merged into it. 1 if there are no factors. */
export function multiplied(factors: readonly Factor[]): Syntax {
  let isNegative = false
  const flat = factors.flatMap(({ divide, factor }, i): readonly Factor[] => {
    const bare = factor.kind === 'negate' ? factor.of : factor
    if (bare !== factor) isNegative = !isNegative
    if (bare.kind !== 'product' || divide) return [{ divide, factor: bare }]
    // e · 1/2 is e/2.
    const [first, second] = bare.factors
    return i > 0 && first && isNumber(first.factor, 1) && second?.divide ? bare.factors.slice(1) : bare.factors
  })
  const [first] = flat
  if (!first) return one
  const leading = first.divide ? [{ divide: false, factor: one }, ...flat] : flat
  const product: Syntax =
    leading.length === 1 ? (leading[0] as Factor).factor : { kind: 'product', factors: leading, range }
  return isNegative ? negated(product) : product
}

export const times = (...factors: readonly Syntax[]): Syntax =>
  multiplied(factors.map((factor) => ({ divide: false, factor })))

export const over = (numerator: Syntax, denominator: Syntax): Syntax =>
  multiplied([
    { divide: false, factor: numerator },
    { divide: true, factor: denominator }
  ])

export const raised = (base: Syntax, exponent: Syntax): Syntax => ({ kind: 'power', base, exponent, range })

export const compared = (left: Syntax, relation: Relation, right: Syntax): Condition => ({
  kind: 'comparison',
  relation,
  left,
  right,
  range
})

export function junction(word: 'and' | 'or', of: readonly Condition[]): Condition {
  const [only] = of
  return only && of.length === 1 ? only : { kind: 'junction', word, of, range }
}

/** A piecewise function. */
export function pieced(
  pieces: readonly { readonly condition: Condition; readonly value: Syntax }[],
  otherwise: Syntax | null
): Syntax {
  return { kind: 'piecewise', pieces, otherwise, range }
}

/** The tree with names replaced by trees, sums, products and pieces around them rebuilt by the constructors above. */
export function rewritten(tree: Syntax, values: ReadonlyMap<string, Syntax>): Syntax {
  const within = (inner: Syntax) => rewritten(inner, values)
  switch (tree.kind) {
    case 'name':
      return values.get(tree.name) ?? tree
    case 'negate':
      return negated(within(tree.of))
    case 'sum':
      return added(tree.terms.map(({ minus, term }) => ({ minus, term: within(term) })))
    case 'product':
      return multiplied(tree.factors.map(({ divide, factor }) => ({ divide, factor: within(factor) })))
    case 'piecewise':
      return pieced(
        tree.pieces.map(({ condition, value }) => ({ condition, value: within(value) })),
        tree.otherwise && within(tree.otherwise)
      )
    default:
      return tree
  }
}

/** The tree without zero terms and factors 1. */
export function cleaned(tree: Syntax): Syntax {
  switch (tree.kind) {
    case 'negate': {
      const of = cleaned(tree.of)
      return isNumber(of, 0) ? of : negated(of)
    }
    case 'sum': {
      const terms = tree.terms.map(({ minus, term }) => ({ minus, term: cleaned(term) }))
      return added(terms.filter(({ term }) => !isNumber(term, 0)))
    }
    case 'product': {
      const factors = tree.factors.map(({ divide, factor }) => ({ divide, factor: cleaned(factor) }))
      if (factors.some(({ divide, factor }) => !divide && isNumber(factor, 0))) return zero
      return multiplied(factors.filter(({ factor }) => !isNumber(factor, 1)))
    }
    case 'piecewise':
      return pieced(
        tree.pieces.map(({ condition, value }) => ({ condition, value: cleaned(value) })),
        tree.otherwise && cleaned(tree.otherwise)
      )
    default:
      return tree
  }
}

const isNumber = (tree: Syntax, value: number): boolean => tree.kind === 'number' && tree.value === value
