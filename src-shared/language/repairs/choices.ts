import type { Token } from '../tokens'
import type { Fault, Repair } from './fault'
import type { Span } from './operands'

/** A value and its condition; null: in all other cases. */
interface Piece {
  readonly value: string
  readonly condition: string | null
}

/** A piecewise function in the language's own notation; undefined unless its pieces were recognised. */
function written(pieces: readonly (Piece | undefined)[]): string | undefined {
  const all = pieces.filter((piece) => piece !== undefined)
  const isLast = ({ condition }: Piece, at: number) => condition === null && at === all.length - 1
  const isWhole = all.every((piece, at) => piece.value !== '' && (piece.condition || isLast(piece, at)))
  if (all.length < pieces.length || !isWhole || !all[0]?.condition) return undefined
  return `if(${all.map(({ condition, value }) => (condition ? `${inWords(condition)}, ${value}` : value)).join(', ')})`
}

/** `(x > 0) & (x < 1)` of NumPy's arrays. */
const inWords = (condition: string) => condition.replace(/\s*&&?\s*/g, ' and ')

/** Piecewise functions in the notation of other languages and of schools, around the problem. */
export function choicesElsewhere(fault: Fault): readonly Repair[] {
  const { at, after, tokens, operands } = fault
  const around = operands.bracketsAround(after?.kind === 'open' ? at + 1 : at)
  const call = around.find(([open]) => ['piecewise', 'select'].includes(tokens[open - 1]?.text ?? ''))
  if (call) {
    const [open, close] = call
    const arguments_ = operands.parts([open + 1, close])
    return chosen(fault, [open - 1, close + 1], lists(fault, arguments_) ?? pairs(fault, arguments_))
  }
  const brace = around.find(([open]) => tokens[open]?.text === '{')
  if (brace) return chosen(fault, [brace[0], brace[1] + 1], listed(fault, [brace[0] + 1, brace[1]]))
  const whole: Span = [tokens.findIndex(({ kind }) => kind === 'equals') + 1, tokens.length]
  return chosen(fault, whole, listed(fault, whole))
}

function chosen(fault: Fault, [from, to]: Span, pieces: readonly (Piece | undefined)[] = []): readonly Repair[] {
  const choice = written(pieces)
  return choice ? [fault.replace(from, to, choice)] : []
}

/** SymPy's `Piecewise((-x, x < 0), (x**2, True))` and Mathematica's `Piecewise[{{-x, x < 0}}, x^2]`. */
function pairs(fault: Fault, parts: readonly Span[]): readonly (Piece | undefined)[] | undefined {
  const { operands } = fault
  const [first, ...others] = parts
  if (!first || !isBracketed(fault, first)) return undefined
  const inside = operands.parts(operands.unwrapped(first))
  const all = inside.every((part) => isBracketed(fault, part)) ? [...inside, ...others] : parts
  return all.map((part) => {
    if (!isBracketed(fault, part)) return { value: fault.typed(...part), condition: null }
    const [value, condition, ...more] = operands.parts(operands.unwrapped(part))
    if (!value || more.length > 0) return undefined
    return { value: fault.typed(...value), condition: condition ? conditionIn(fault, condition) : null }
  })
}

/** NumPy's `piecewise(x, [x < 0, x >= 0], [lambda x: -x, 1])`, and `select`, which has no x but a value otherwise. */
function lists(fault: Fault, parts: readonly Span[]): readonly (Piece | undefined)[] | undefined {
  const { operands } = fault
  const from = parts.findIndex((part) => isBracketed(fault, part))
  const [conditions = [], values = []] = parts.slice(from).map((part) => operands.parts(operands.unwrapped(part)))
  const otherwise = parts.slice(from + 2)
  if (from < 0 || from > 1 || !conditions.every((part) => isCondition(fault, part))) return undefined
  const pieces = [...values, ...otherwise.map((part) => behindEquals(fault, part))].map((value, at) => {
    const condition = conditions[at]
    return { value: valueIn(fault, value), condition: condition ? fault.typed(...condition) : null }
  })
  // In NumPy's `piecewise` the last condition that holds decides; here and in `select` the first.
  const { length } = conditions
  return from === 0 ? pieces : [...pieces.slice(0, length).reverse(), ...pieces.slice(length)]
}

const isBracketed = ({ operands }: Fault, part: Span) => operands.unwrapped(part) !== part

/** `default=0` as 0. */
function behindEquals({ tokens }: Fault, [from, to]: Span): Span {
  return tokens[from + 1]?.kind === 'equals' ? [from + 2, to] : [from, to]
}

/** The value without the head of a `lambda`. */
function valueIn(fault: Fault, [from, to]: Span): string {
  const isFunction = fault.tokens[from]?.text === 'lambda' && fault.tokens[from + 2]?.kind === 'colon'
  return fault.typed(isFunction ? from + 3 : from, to)
}

/** `x² (x ≥ 0), −x (x < 0)`; `x², x ≥ 0; −x, x < 0`; `x ≥ 0: x²; x < 0: −x`, in lines or with commas. */
function listed(fault: Fault, whole: Span): readonly (Piece | undefined)[] | undefined {
  const { operands, tokens } = fault
  const statements = operands.parts(whole, ({ text }) => text === ';').filter(([from, to]) => to > from)
  if (statements.length > 1) return statements.map((part) => piece(fault, part))
  const parts = operands.parts(whole)
  const isAlternating = parts.length > 1 && parts.every((part, at) => isCondition(fault, part) === (at % 2 === 1))
  if (!isAlternating)
    return tokens.some(({ kind }) => kind === 'relation') ? parts.map((part) => piece(fault, part)) : undefined
  return parts
    .filter((_, at) => at % 2 === 0)
    .map((value, at) => {
      const condition = parts[2 * at + 1]
      return { value: fault.typed(...value), condition: condition ? fault.typed(...condition) : null }
    })
}

/** A single piece: its condition before a colon, behind a comma or a word, or in the last brackets. */
function piece(fault: Fault, part: Span): Piece | undefined {
  const { tokens, operands } = fault
  const [from, to] = part
  const isMark = ({ kind, text }: Token) => ['colon', 'comma', 'text'].includes(kind) || text === 'if' || text === 'for'
  const mark = operands.spanAfter(from, isMark)
  const sides: readonly [Span, Span] = [
    [from, mark],
    [tokens[mark]?.kind === 'text' ? mark : mark + 1, to]
  ]
  if (mark < to) {
    const [value, condition] = tokens[mark]?.kind === 'colon' ? [sides[1], sides[0]] : sides
    const isWord = tokens[condition[0]]?.kind === 'text' && condition[1] === condition[0] + 1
    if (!isWord && !isCondition(fault, condition)) return undefined
    return { value: fault.typed(...value), condition: conditionIn(fault, condition) }
  }
  const open = operands.partner(to - 1) ?? to
  const inside: Span = [open + 1, to - 1]
  if (open > from && open < to && isCondition(fault, inside)) {
    return { value: fault.typed(from, open), condition: fault.typed(...inside) }
  }
  return { value: fault.typed(from, to), condition: null }
}

/** Whether there is a comparison on each side of the words that join conditions. */
function isCondition({ operands }: Fault, part: Span): boolean {
  const joins = ({ text }: Token) => ['&', '&&', 'and', 'or'].includes(text)
  return operands.parts(part, joins).every((one) => {
    const [from, to] = operands.unwrapped(one)
    const holds = (wanted: string) => operands.spanAfter(from, ({ kind }) => kind === wanted) < to
    return holds('relation') && !holds('comma')
  })
}

/** The condition, or null for a word such as `otherwise`. */
function conditionIn(fault: Fault, part: Span): string | null {
  const typed = fault.typed(...part)
  return /^(true|otherwise|else)$/i.test(typed) ? null : typed
}
