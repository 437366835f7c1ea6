import { condition } from './conditions'
import type { Grammar } from './grammar'
import type { Condition, PiecewiseSyntax, Syntax } from './syntax'
import type { Token } from './tokens'

type Pieces = PiecewiseSyntax['pieces'][number][]

/** Whether the argument, cell or piece that begins here is a condition. */
const isConditionNext = ({ cursor, conditions }: Grammar): boolean => conditions.starts.has(cursor.at)

/**
 * Python's conditional expression after its first value: { if condition else sum }. What follows the last `else` is the
 * value otherwise.
 */
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

/** `condition ? value : otherwise` of C and JavaScript; the value otherwise may be another one. */
export function question(grammar: Grammar): PiecewiseSyntax {
  const { cursor } = grammar
  const { from } = cursor
  const decides = condition(grammar)
  const mark = cursor.take()
  cursor.descend()
  const value = grammar.expression()
  if (!cursor.sees('colon')) cursor.fail('refused-choice', { character: cursor.typed(mark) }, mark)
  cursor.take()
  const piece = { condition: decides, value }
  const read = grammar.conditions.questions.has(cursor.at)
    ? prepended(piece, question(grammar))
    : { kind: 'piecewise' as const, pieces: [piece], otherwise: grammar.expression() }
  return cursor.ascend({ ...read, range: cursor.since(from) })
}

const prepended = (piece: Pieces[number], rest: PiecewiseSyntax) => ({ ...rest, pieces: [piece, ...rest.pieces] })

/** `(x > 0)` as an operand, its bracket taken: 1 where the condition holds, otherwise 0 (Iverson bracket). */
export function truth(grammar: Grammar, open: Token): PiecewiseSyntax {
  const { cursor } = grammar
  const decides = condition(grammar)
  cursor.close(open)
  const range = cursor.since(open.from)
  const [one, zero] = [1, 0].map((value): Syntax => ({ kind: 'number', value, digits: String(value), range }))
  return { kind: 'piecewise', pieces: [{ condition: decides, value: one as Syntax }], otherwise: zero as Syntax, range }
}

/** piecewise(condition, value, …), with or without a value otherwise; the name is taken. */
export function piecewise(grammar: Grammar, name: Token): Syntax {
  const { cursor } = grammar
  if (!cursor.sees('open')) cursor.fail('function-alone', { function: cursor.typed(name) }, name)
  const open = cursor.take()
  if (cursor.sees('close')) cursor.fail('brackets-empty', { bracket: cursor.typed(open) }, open)
  const read = listed(grammar, open, () => {
    if (!cursor.next || cursor.sees('close')) cursor.fail('value-missing')
    return cursor.sees('comma') ? cursor.take() : cursor.unexpected()
  })
  return { ...read, range: cursor.since(name.from) }
}

/** { condition: value, … } of Desmos, with or without a value otherwise; the brace is taken. */
export function braced(grammar: Grammar, open: Token): Syntax {
  const { cursor } = grammar
  const read = listed(grammar, open, ({ range }) =>
    cursor.sees('colon') ? cursor.take() : cursor.fail('condition-outside', { word: cursor.typed(range) }, range)
  )
  return { ...read, range: cursor.since(open.from) }
}

/** Pieces separated by commas, up to the closing bracket. `mark` takes the token between a condition and its value. */
function listed(grammar: Grammar, open: Token, mark: (decides: Condition) => Token): Omit<PiecewiseSyntax, 'range'> {
  const { cursor } = grammar
  const pieces: Pieces = []
  while (isConditionNext(grammar)) {
    const decides = condition(grammar)
    mark(decides)
    pieces.push({ condition: decides, value: grammar.expression() })
    if (!cursor.sees('comma')) {
      cursor.close(open)
      return { kind: 'piecewise', pieces, otherwise: null }
    }
    cursor.take()
  }
  const otherwise = grammar.expression()
  // The value otherwise comes last, and not alone.
  if (pieces.length === 0 || cursor.sees('comma')) {
    if (cursor.next?.problem) cursor.unexpected()
    cursor.fail('condition-missing', { found: cursor.typed(otherwise.range) }, otherwise.range)
  }
  cursor.close(open)
  return { kind: 'piecewise', pieces, otherwise }
}

/** Whether the brace that was just taken holds pieces. */
export function holdsPieces(grammar: Grammar, open: Token): boolean {
  return open.text === '{' && isConditionNext(grammar)
}

/** \begin{cases} value & condition \\ … \\ value & \text{otherwise} \end{cases}; the \begin is taken. */
export function cases(grammar: Grammar, open: Token): Syntax {
  const { cursor } = grammar
  const pieces: Pieces = []
  let otherwise: Syntax | null = null
  while (cursor.next && !otherwise && !cursor.sees('close')) {
    const value = grammar.expression()
    const decides = caseCondition(grammar, open)
    if (decides) pieces.push({ condition: decides, value })
    else otherwise = value
    if (cursor.sees('comma')) cursor.take()
    if (!cursor.sees('separator', '\\\\')) break
    cursor.take()
  }
  if (otherwise && pieces.length === 0) {
    cursor.fail('condition-missing', { found: cursor.typed(otherwise.range) }, otherwise.range)
  }
  cursor.close(open)
  return { kind: 'piecewise', pieces, otherwise, range: cursor.since(open.from) }
}

/**
 * The condition of a row of cases, after its value; null for the value otherwise, which has none, or a word in its
 * place.
 */
function caseCondition(grammar: Grammar, open: Token): Condition | null {
  const { cursor } = grammar
  const start = cursor.at
  if (cursor.sees('comma')) cursor.take()
  if (cursor.sees('separator', '&')) cursor.take()
  const isParted = cursor.at > start
  // A word before the condition, as in `\text{if } x < 0`, or in its place: `\text{otherwise}`.
  if (isParted && (cursor.sees('text') || cursor.sees('keyword', 'if', 'else'))) cursor.take()
  if (cursor.sees('close') || cursor.sees('separator', '\\\\')) return null
  if (!isParted) cursor.close(open)
  return condition(grammar)
}
