import type { Condition, Syntax } from './syntax'

/** The children of a node, from left to right. */
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
    case 'piecewise':
      return [
        ...tree.pieces.flatMap(({ condition, value }) => [...compared(condition), value]),
        ...(tree.otherwise ? [tree.otherwise] : [])
      ]
  }
}

/** The trees that a condition compares, from left to right. */
export function compared(condition: Condition): readonly Syntax[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition.left, condition.right]
    case 'junction':
      return condition.of.flatMap(compared)
    case 'not':
      return compared(condition.of)
  }
}

/** Number of nodes of a tree. */
export function size(tree: Syntax): number {
  return nodes(tree).length
}

/** The free names of a tree. */
export function names(tree: Syntax): ReadonlySet<string> {
  return new Set(nodes(tree).flatMap((node) => (node.kind === 'name' ? [node.name] : [])))
}

function nodes(tree: Syntax): readonly Syntax[] {
  const found = [tree]
  for (let i = 0; i < found.length; i++) found.push(...operands(found[i] as Syntax))
  return found
}
