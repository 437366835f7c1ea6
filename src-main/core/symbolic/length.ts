import type { Syntax } from '@shared/language/syntax'
import { operands } from '@shared/language/tree'

/**
 * How long a typeset formula is: numbers, letters and names of functions, signs between terms, fraction bars, pairs of
 * brackets. Juxtaposition, powers and roots cost nothing in addition to their operands.
 */
export function symbols(tree: Syntax): number {
  const inside = operands(tree).reduce((all, operand) => all + symbols(operand), 0)
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'name':
      return 1
    case 'negate':
      return 1 + inside + bracket(tree.of)
    case 'sum':
      return inside + tree.terms.length - 1
    case 'product': {
      const under = tree.factors.filter(({ divide }) => divide).length
      const over = tree.factors.length - under
      const brackets = tree.factors.map(({ divide, factor }) => ((divide ? under : over) > 1 ? bracket(factor) : 0))
      const nested = under > 0 ? tree.factors.filter(({ factor }) => hasFractions(factor)).length : 0
      return (
        inside + (under > 0 ? 1 : 0) + fractionWithin * nested + brackets.reduce<number>((all, one) => all + one, 0)
      )
    }
    case 'power':
      return inside + bracket(tree.base)
    case 'call':
      return 1 + inside + (tree.name === 'sqrt' ? 0 : bracket(tree.arguments[0]))
    case 'piecewise':
      return 1 + inside + tree.pieces.length
  }
}

/** The cost of a sum of fractions within a fraction. */
const fractionWithin = 3

const hasFractions = (tree: Syntax): boolean => {
  const terms = tree.kind === 'sum' ? tree.terms.map(({ term }) => (term.kind === 'negate' ? term.of : term)) : []
  return terms.some((term) => term.kind === 'product' && term.factors.some(({ divide }) => divide))
}

const bracket = (tree: Syntax | undefined): number => (tree?.kind === 'sum' || tree?.kind === 'negate' ? 1 : 0)
