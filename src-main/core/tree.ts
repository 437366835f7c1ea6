import type { Syntax } from '@shared/language/syntax'

/** The trees directly below a tree, from left to right. */
export function operands(tree: Syntax): readonly Syntax[] {
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'name':
      return []
    case 'negate':
      return [tree.of]
    case 'sum':
      return tree.terms.map(({ term }) => term)
    case 'product':
      return tree.factors.map(({ factor }) => factor)
    case 'power':
      return [tree.base, tree.exponent]
    case 'call':
      return tree.arguments
  }
}

/** Number of nodes of a tree. */
export function size(tree: Syntax): number {
  const open = [tree]
  let count = 0
  for (let next = open.pop(); next; next = open.pop()) {
    open.push(...operands(next))
    count++
  }
  return count
}
