import type { ComparisonSyntax, Condition, PiecewiseSyntax, Syntax } from '@shared/language/syntax'

/**
 * The equalities of which one holds wherever `condition` does – with `holds` false, wherever it does not –, so that it
 * chooses at isolated points only and what it chooses has no slope of its own there; null if it may hold on a stretch.
 * `counts`: equalities that are true or false everywhere are none.
 */
export function isolating(
  condition: Condition,
  holds: boolean,
  counts: (equality: ComparisonSyntax) => boolean = () => true
): readonly ComparisonSyntax[] | null {
  switch (condition.kind) {
    case 'comparison':
      return condition.relation === (holds ? '=' : '≠') && counts(condition) ? [condition] : null
    case 'not':
      return isolating(condition.of, !holds, counts)
    case 'junction': {
      const all = condition.of.map((one) => isolating(one, holds, counts))
      const needsAll = (condition.word === 'and') === holds
      const found = all.filter((one) => one !== null)
      return (needsAll ? found.length > 0 : found.length === all.length) ? found.flat() : null
    }
  }
}

const notHolding = (condition: Condition): Condition =>
  condition.kind === 'comparison' && condition.relation === '='
    ? { ...condition, relation: '≠' }
    : { kind: 'not', of: condition, range: condition.range }

/**
 * The pieces without those that are chosen at isolated points only as `varies` tells them: what is left is not defined
 * there. Null if nothing is left.
 */
export function onStretches(tree: PiecewiseSyntax, varies: (tree: Syntax) => boolean): PiecewiseSyntax | null {
  const counts = ({ left, right }: ComparisonSyntax) => varies(left) || varies(right)
  const besides: Condition[] = []
  const pieces: PiecewiseSyntax['pieces'][number][] = []
  const add = (conditions: readonly Condition[], value: Syntax) => {
    const [only, ...more] = conditions
    if (!only) return
    const condition: Condition =
      more.length === 0 ? only : { kind: 'junction', word: 'and', of: conditions, range: only.range }
    pieces.push({ condition, value })
  }
  for (const { condition, value } of tree.pieces) {
    if (isolating(condition, true, counts)) besides.push(notHolding(condition))
    else add([...besides, condition], value)
    if (isolating(condition, false, counts)) return { ...tree, pieces, otherwise: null }
  }
  if (besides.length === 0) return tree
  if (tree.otherwise) add(besides, tree.otherwise)
  return pieces.length > 0 ? { ...tree, pieces, otherwise: null } : null
}
