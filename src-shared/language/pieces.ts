import { condition } from './conditions'
import type { Cursor } from './cursor'
import type { Grammar } from './grammar'
import type { PiecewiseSyntax, Syntax } from './syntax'
import type { Token } from './tokens'

type Pieces = PiecewiseSyntax['pieces'][number][]

/** Whether the argument, cell or piece that begins here is a condition. */
const isConditionNext = ({ cursor, places }: Grammar): boolean => places.stretches.has(cursor.at)

/** Python's choice after its first value: { if condition else sum }. What follows the last `else` is the value otherwise. */
export function choice(grammar: Grammar, first: Syntax): Syntax {
  const { cursor } = grammar
  const pieces: Pieces = []
  let value = first
  while (cursor.sees('keyword', 'if')) {
    cursor.take()
    const decides = condition(grammar)
    if (!cursor.sees('keyword', 'else')) {
      if (cursor.next?.problem) cursor.unexpected()
      cursor.fail('else-missing')
    }
    cursor.take()
    pieces.push({ condition: decides, value })
    value = grammar.sum()
  }
  return { kind: 'piecewise', pieces, otherwise: value, range: cursor.since(first.range.from) }
}

/** piecewise(condition, value, …, otherwise), the name taken. */
export function piecewise(grammar: Grammar, name: Token): Syntax {
  const { cursor } = grammar
  if (!cursor.sees('open')) cursor.fail('function-alone', { function: cursor.typed(name) }, name)
  const open = cursor.take()
  if (cursor.sees('close')) cursor.fail('brackets-empty', { bracket: cursor.typed(open) }, open)
  const pieces: Pieces = []
  while (isConditionNext(grammar)) {
    const decides = condition(grammar)
    comma(cursor)
    pieces.push({ condition: decides, value: grammar.expression() })
    comma(cursor)
  }
  const otherwise = grammar.expression()
  // Neither the first argument nor one before another can be the value otherwise.
  if (pieces.length === 0 || cursor.sees('comma')) {
    if (cursor.next?.problem) cursor.unexpected()
    cursor.fail('condition-missing', { found: cursor.typed(otherwise.range) }, otherwise.range)
  }
  cursor.close(open)
  return { kind: 'piecewise', pieces, otherwise, range: cursor.since(name.from) }
}

/** The comma after which the next piece or the value otherwise comes. */
function comma(cursor: Cursor): void {
  if (!cursor.next || cursor.sees('close')) cursor.fail('otherwise-missing')
  if (!cursor.sees('comma')) cursor.unexpected()
  cursor.take()
}

/** { condition: value, …, otherwise }, as Desmos has it; its brace is taken. */
export function braced(grammar: Grammar, open: Token): Syntax {
  const { cursor } = grammar
  const pieces: Pieces = []
  while (isConditionNext(grammar)) {
    const decides = condition(grammar)
    if (!cursor.sees('colon')) cursor.fail('condition-outside', { word: cursor.typed(decides.range) }, decides.range)
    cursor.take()
    pieces.push({ condition: decides, value: grammar.expression() })
    comma(cursor)
  }
  const otherwise = grammar.expression()
  cursor.close(open)
  return { kind: 'piecewise', pieces, otherwise, range: cursor.since(open.from) }
}

/** Whether a brace that was just taken holds pieces. */
export function holdsPieces(grammar: Grammar, open: Token): boolean {
  return open.text === '{' && isConditionNext(grammar)
}

/** \begin{cases} value & condition \\ … \\ value & \text{otherwise} \end{cases}; its beginning is taken. */
export function cases(grammar: Grammar, open: Token): Syntax {
  const { cursor } = grammar
  const pieces: Pieces = []
  for (;;) {
    if (cursor.sees('close')) cursor.fail('otherwise-missing')
    const value = grammar.expression()
    if (cursor.sees('comma')) cursor.take()
    const column = cursor.sees('separator', '&') ? cursor.take() : undefined
    // A word before the condition, as in `\text{if } x < 0`, or in its place: `\text{otherwise}`.
    if (column && (cursor.sees('text') || cursor.sees('keyword', 'if', 'else'))) cursor.take()
    const isLast = cursor.sees('close') || cursor.sees('separator', '\\\\')
    if (!isLast && !column) cursor.close(open)
    if (!isLast) pieces.push({ condition: condition(grammar), value })
    if (!cursor.next) cursor.close(open)
    if (cursor.sees('comma')) cursor.take()
    if (cursor.sees('separator', '\\\\')) cursor.take()
    if (!isLast) continue
    if (pieces.length === 0) cursor.fail('condition-missing', { found: cursor.typed(value.range) }, value.range)
    cursor.close(open)
    return { kind: 'piecewise', pieces, otherwise: value, range: cursor.since(open.from) }
  }
}
