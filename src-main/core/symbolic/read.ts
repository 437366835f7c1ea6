import type { Condition as ConditionSyntax, PiecewiseSyntax, Syntax } from '@shared/language/syntax'
import { rationalOf } from './rational'
import type { Condition, Pieces, Sum } from './terms'
import * as terms from './terms'

export type Scope = ReadonlyMap<string, Sum>

/** A formula in normal form, names in `scope` replaced by what they stand for. Null if it has no readable form. */
export function tidied(tree: Syntax, scope: Scope = new Map()): Sum | null {
  const within = (inner: Syntax) => tidied(inner, scope)
  switch (tree.kind) {
    case 'number': {
      const value = rationalOf(tree.digits)
      return value && terms.number(value)
    }
    case 'constant':
      return terms.constant(tree.name)
    case 'name':
      return scope.get(tree.name) ?? terms.name(tree.name)
    case 'negate':
      return lift(terms.negate)(within(tree.of))
    case 'sum':
      return lift(terms.add)(
        ...tree.terms.map(({ minus, term }) => {
          const part = within(term)
          return part && minus ? terms.negate(part) : part
        })
      )
    case 'product':
      return product(
        ...tree.factors.map(({ divide, factor }) => {
          const part = within(factor)
          return divide ? part && terms.divide(terms.one, part) : part
        })
      )
    case 'power':
      return lift(terms.power)(within(tree.base), within(tree.exponent))
    case 'call':
      return lift((...all: Sum[]) => terms.call(tree.name, all))(...tree.arguments.map(within))
    case 'piecewise':
      return inPieces(tree, within, scope)
  }
}

/** A piecewise function with its conditions in normal form and `of` applied to each value; null if any of these is. */
export function inPieces(
  { pieces, otherwise }: PiecewiseSyntax,
  of: (value: Syntax) => Sum | null,
  scope?: Scope
): Sum | null {
  const read: Pieces['pieces'][number][] = []
  for (const { condition, value } of pieces) {
    const [tidy, part] = [tidiedCondition(condition, scope), of(value)]
    if (!tidy || !part) return null
    read.push({ condition: tidy, value: part })
  }
  const rest = otherwise && of(otherwise)
  return otherwise && !rest ? null : terms.inPieces({ pieces: read, otherwise: rest })
}

function tidiedCondition(condition: ConditionSyntax, scope?: Scope): Condition | null {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [tidied(condition.left, scope), tidied(condition.right, scope)]
      return left && right && { kind: 'comparison', relation: condition.relation, left, right }
    }
    case 'not': {
      const of = tidiedCondition(condition.of, scope)
      return of && { kind: 'not', of }
    }
    case 'junction': {
      const of = condition.of.map((one) => tidiedCondition(one, scope))
      if (!of.every((one) => one !== null)) return null
      return { kind: 'junction', word: condition.word, of }
    }
  }
}

export const product = (...factors: readonly (Sum | null)[]) => lift(terms.multiply)(...factors)

/** An operation extended to operands without a readable form: the result has none either. */
export function lift(
  operation: (...operands: Sum[]) => Sum | null
): (...operands: readonly (Sum | null)[]) => Sum | null {
  return (...operands) => (operands.some((operand) => operand === null) ? null : operation(...(operands as Sum[])))
}
