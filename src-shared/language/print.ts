import { functionNamed } from './functions'
import type { Condition, PiecewiseSyntax, ProductSyntax, SumSyntax, Syntax } from './syntax'

/** The tree in canonical notation, every operator written: parsing it gives the same tree, except for the ranges. */
export function print(tree: Syntax): string {
  switch (tree.kind) {
    case 'number':
      return tree.digits
    case 'constant':
    case 'name':
      return tree.name
    case 'negate':
      return `-${tree.of.kind === 'sum' ? bracketed(tree.of) : print(tree.of)}`
    case 'sum':
      return sum(tree)
    case 'product':
      return product(tree)
    case 'power':
      return `${operand(tree.base)}^${tree.exponent.kind === 'power' ? print(tree.exponent) : operand(tree.exponent)}`
    case 'call': {
      const { written, name } = functionNamed(tree.name)
      return `${written ?? name}(${tree.arguments.map(print).join(', ')})`
    }
    case 'piecewise':
      return piecewise(tree)
  }
}

function piecewise({ pieces, otherwise }: PiecewiseSyntax): string {
  const printed = pieces.map(({ condition, value }) => `${printCondition(condition)}, ${print(value)}`)
  return `piecewise(${[...printed, ...(otherwise ? [print(otherwise)] : [])].join(', ')})`
}

/** The condition in canonical notation: `not` binds tighter than `and`, and `and` tighter than `or`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'comparison':
      return `${print(condition.left)} ${condition.relation} ${print(condition.right)}`
    case 'not':
      return `not ${condition.of.kind === 'junction' ? bracketedCondition(condition.of) : printCondition(condition.of)}`
    case 'junction':
      return condition.of
        .map((one) =>
          one.kind === 'junction' && (condition.word === 'and' || one.word === 'or')
            ? bracketedCondition(one)
            : printCondition(one)
        )
        .join(` ${condition.word} `)
  }
}

const bracketedCondition = (condition: Condition): string => `(${printCondition(condition)})`

function sum({ terms }: SumSyntax): string {
  const printed = terms.map(({ term }, at) =>
    term.kind === 'sum' || (term.kind === 'negate' && at > 0) ? bracketed(term) : print(term)
  )
  return printed.reduce((before, term, at) => `${before} ${terms[at]?.minus ? '-' : '+'} ${term}`)
}

function product({ factors }: ProductSyntax): string {
  const printed = factors.map(({ factor }) => (factor.kind === 'power' ? print(factor) : operand(factor)))
  return printed.reduce((before, factor, at) => `${before}${factors[at]?.divide ? '/' : '*'}${factor}`)
}

/** In brackets unless it is a primary expression. */
function operand(tree: Syntax): string {
  return ['number', 'constant', 'name', 'call', 'piecewise'].includes(tree.kind) ? print(tree) : bracketed(tree)
}

const bracketed = (tree: Syntax): string => `(${print(tree)})`
