import type { Syntax } from '@shared/language/syntax'
import { operands } from '@shared/language/tree'

/**
 * How much there is to read when f is differentiated: its nodes, without terms that are constant and vanish at once. Of
 * a product with a single varying factor, only that factor counts; the others are copied.
 */
export function lengthToDifferentiate(f: Syntax, variable: string): number {
  return measured(f, variable).toRead
}

interface Measured {
  readonly varies: boolean
  readonly size: number
  readonly toRead: number
}

function measured(tree: Syntax, variable: string): Measured {
  const parts = operands(tree).map((operand) => measured(operand, variable))
  const changing = parts.filter(({ varies }) => varies)
  const size = parts.reduce((all, part) => all + part.size, 1)
  const varies = changing.length > 0 || (tree.kind === 'name' && tree.name === variable)
  const isLinear = tree.kind === 'sum' || tree.kind === 'negate'
  const [only] = changing
  let toRead = size
  if (isLinear) toRead = changing.reduce((all, part) => all + part.toRead, 1)
  else if (tree.kind === 'product' && changing.length === 1 && only) toRead = size - only.size + only.toRead
  return { varies, size, toRead }
}
