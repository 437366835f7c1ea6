import type { Grammar } from './grammar'
import type { ComparisonSyntax, Condition, Relation } from './syntax'

/** condition = conjunction { or conjunction }; conjunction = negation { and negation } */
export function condition(grammar: Grammar): Condition {
  grammar.cursor.descend()
  return grammar.cursor.ascend(junction(grammar, 'or'))
}

function junction(grammar: Grammar, word: 'and' | 'or'): Condition {
  const { cursor } = grammar
  const { from } = cursor
  const of: Condition[] = []
  do of.push(word === 'or' ? junction(grammar, 'and') : negation(grammar))
  while (cursor.sees('keyword', word) && cursor.take())
  return of.length === 1 ? (of[0] as Condition) : { kind: 'junction', word, of, range: cursor.since(from) }
}

/** negation = not negation | ( condition ) | logical_and ( condition, … ) | comparison */
function negation(grammar: Grammar): Condition {
  const { cursor, conditions } = grammar
  const { from } = cursor
  if (cursor.sees('keyword', 'not')) {
    cursor.take()
    cursor.descend()
    const of = cursor.ascend(negation(grammar))
    return { kind: 'not', of, range: cursor.since(from) }
  }
  if (cursor.sees('open') && conditions.brackets.has(cursor.at)) {
    const open = cursor.take()
    const inner = condition(grammar)
    cursor.close(open)
    return inner
  }
  if (cursor.sees('keyword', 'and', 'or') && cursor.following?.kind === 'open') return listed(grammar)
  return comparison(grammar)
}

/** `AND(a, b)` of spreadsheets, `np.logical_and(a, b)`. */
function listed(grammar: Grammar): Condition {
  const { cursor } = grammar
  const { from } = cursor
  const word = cursor.take().text === 'and' ? 'and' : 'or'
  const open = cursor.take()
  const of = [condition(grammar)]
  while (cursor.sees('comma')) {
    cursor.take()
    of.push(condition(grammar))
  }
  cursor.close(open)
  return of.length === 1 ? (of[0] as Condition) : { kind: 'junction', word, of, range: cursor.since(from) }
}

/** comparison = sum relation sum { relation sum }: a chain `0 < x < 1` is `0 < x and x < 1`. */
function comparison(grammar: Grammar): Condition {
  const { cursor } = grammar
  const { from } = cursor
  const chain: ComparisonSyntax[] = []
  let left = grammar.sum()
  while (cursor.sees('relation')) {
    const relation = cursor.take().text as Relation
    const right = grammar.sum()
    chain.push({ kind: 'comparison', relation, left, right, range: cursor.since(left.range.from) })
    left = right
  }
  const [first, ...others] = chain
  if (first)
    return others.length === 0 ? first : { kind: 'junction', word: 'and', of: chain, range: cursor.since(from) }
  if (cursor.next?.problem) cursor.unexpected()
  return cursor.fail('condition-missing', { found: cursor.typed(left.range) }, left.range)
}
