import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { operands } from '@shared/language/tree'
import { valueAt } from '@shared/language/value'
import { type FixedRate, symbolsOf } from '@shared/methods/method'

type Worth = ReadonlyMap<string, number>

/**
 * Whether a rule divided by what it remembers of gradients, so that their size does not count but their size beside the
 * usual one. `worth`: of its names, for where it depends on them: of a formula in pieces only the piece that held is read.
 */
export function isNormalised(method: FixedRate, worth: Worth): boolean {
  const lines = method.rule.map(({ target, formula }) => ({
    target,
    tree: parse(formula, { names: Object.keys(symbolsOf(method)) }).tree
  }))
  const felt = new Set(['g'])
  // Twice: memory that is read in one step was written in the step before.
  for (const { target, tree } of [...lines, ...lines]) {
    if (target !== 'x' && someNode(tree, worth, (node) => isName(node, felt))) felt.add(target)
  }
  felt.delete('g')
  const divides = (node: Syntax) =>
    node.kind === 'product' &&
    node.factors.some(({ divide, factor }) => divide && someNode(factor, worth, (inner) => isName(inner, felt)))
  return lines.some(({ tree }) => someNode(tree, worth, divides))
}

const isName = (node: Syntax, names: ReadonlySet<string>) => node.kind === 'name' && names.has(node.name)

/** Whether `is` holds for a node of the tree that had a part in its value. */
function someNode(tree: Syntax, worth: Worth, is: (node: Syntax) => boolean): boolean {
  return is(tree) || partsOf(tree, worth).some((part) => someNode(part, worth, is))
}

/** The trees below a tree; of pieces only the one that held. */
function partsOf(tree: Syntax, worth: Worth): readonly Syntax[] {
  if (tree.kind !== 'piecewise') return operands(tree)
  // A piece alone is not a number where its condition does not hold.
  const piece = tree.pieces.find((one) => !Number.isNaN(valueAt({ ...tree, pieces: [one], otherwise: null }, worth)))
  const value = piece?.value ?? tree.otherwise
  return value ? [value] : []
}
