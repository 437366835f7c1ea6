import { functionNamed } from './functions'
import type { ProductSyntax, SumSyntax, Syntax } from './syntax'

/** The tree in canonical input notation, every operator written: parsing it gives the tree back, ranges aside. */
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
  }
}

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

/** In brackets unless it holds together by itself. */
function operand(tree: Syntax): string {
  return ['number', 'constant', 'name', 'call'].includes(tree.kind) ? print(tree) : bracketed(tree)
}

const bracketed = (tree: Syntax): string => `(${print(tree)})`
