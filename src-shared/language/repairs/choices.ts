import type { Token } from '../tokens'
import type { Stretch } from './operands'
import type { Place, Repair } from './place'

/** A value and where it holds; null: in all other cases. */
interface Piece {
  readonly value: string
  readonly condition: string | null
}

/** A choice in the language's own notation; undefined unless the pieces can be told apart. */
function written(pieces: readonly (Piece | undefined)[]): string | undefined {
  const all = pieces.filter((piece) => piece !== undefined)
  const isLast = ({ condition }: Piece, at: number) => condition === null && at === all.length - 1
  const isWhole = all.every((piece, at) => piece.value !== '' && (piece.condition || isLast(piece, at)))
  if (all.length < pieces.length || !isWhole || !all[0]?.condition) return undefined
  return `if(${all.map(({ condition, value }) => (condition ? `${inWords(condition)}, ${value}` : value)).join(', ')})`
}

/** `(x > 0) & (x < 1)` of NumPy's arrays. */
const inWords = (condition: string) => condition.replace(/\s*&&?\s*/g, ' and ')

/** Functions in pieces in the notation of other languages and of schools, around the problem. */
export function choicesElsewhere(place: Place): readonly Repair[] {
  const { at, after, tokens, operands } = place
  const around = operands.bracketsAround(after?.kind === 'open' ? at + 1 : at)
  const call = around.find(([open]) => ['piecewise', 'select'].includes(tokens[open - 1]?.text ?? ''))
  if (call) {
    const [open, close] = call
    const arguments_ = operands.parts([open + 1, close])
    return chosen(place, [open - 1, close + 1], lists(place, arguments_) ?? pairs(place, arguments_))
  }
  const brace = around.find(([open]) => tokens[open]?.text === '{')
  if (brace) return chosen(place, [brace[0], brace[1] + 1], listed(place, [brace[0] + 1, brace[1]]))
  const whole: Stretch = [tokens.findIndex(({ kind }) => kind === 'equals') + 1, tokens.length]
  return chosen(place, whole, listed(place, whole))
}

function chosen(place: Place, [from, to]: Stretch, pieces: readonly (Piece | undefined)[] = []): readonly Repair[] {
  const choice = written(pieces)
  return choice ? [place.replace(from, to, choice)] : []
}

/** SymPy's `Piecewise((-x, x < 0), (x**2, True))` and Mathematica's `Piecewise[{{-x, x < 0}}, x^2]`. */
function pairs(place: Place, parts: readonly Stretch[]): readonly (Piece | undefined)[] | undefined {
  const { operands } = place
  const [first, ...others] = parts
  if (!first || !isBracketed(place, first)) return undefined
  const inside = operands.parts(operands.unwrapped(first))
  const all = inside.every((part) => isBracketed(place, part)) ? [...inside, ...others] : parts
  return all.map((part) => {
    if (!isBracketed(place, part)) return { value: place.typed(...part), condition: null }
    const [value, condition, ...more] = operands.parts(operands.unwrapped(part))
    if (!value || more.length > 0) return undefined
    return { value: place.typed(...value), condition: condition ? conditionIn(place, condition) : null }
  })
}

/** NumPy's `piecewise(x, [x < 0, x >= 0], [lambda x: -x, 1])`, and `select`, which has no x but a value otherwise. */
function lists(place: Place, parts: readonly Stretch[]): readonly (Piece | undefined)[] | undefined {
  const { operands } = place
  const from = parts.findIndex((part) => isBracketed(place, part))
  const [conditions = [], values = []] = parts.slice(from).map((part) => operands.parts(operands.unwrapped(part)))
  const otherwise = parts.slice(from + 2)
  if (from < 0 || from > 1 || !conditions.every((part) => isCondition(place, part))) return undefined
  const pieces = [...values, ...otherwise.map((part) => behindEquals(place, part))].map((value, at) => {
    const condition = conditions[at]
    return { value: valueIn(place, value), condition: condition ? place.typed(...condition) : null }
  })
  // Of `piecewise`, the last condition that holds decides; here and in `select` it is the first.
  const { length } = conditions
  return from === 0 ? pieces : [...pieces.slice(0, length).reverse(), ...pieces.slice(length)]
}

const isBracketed = ({ operands }: Place, part: Stretch) => operands.unwrapped(part) !== part

/** `default=0` as 0. */
function behindEquals({ tokens }: Place, [from, to]: Stretch): Stretch {
  return tokens[from + 1]?.kind === 'equals' ? [from + 2, to] : [from, to]
}

/** Without the head of a `lambda`. */
function valueIn(place: Place, [from, to]: Stretch): string {
  const isFunction = place.tokens[from]?.text === 'lambda' && place.tokens[from + 2]?.kind === 'colon'
  return place.typed(isFunction ? from + 3 : from, to)
}

/** `x² (x ≥ 0), −x (x < 0)`; `x², x ≥ 0; −x, x < 0`; `x ≥ 0: x²; x < 0: −x`, in lines or with commas. */
function listed(place: Place, whole: Stretch): readonly (Piece | undefined)[] | undefined {
  const { operands, tokens } = place
  const statements = operands.parts(whole, ({ text }) => text === ';').filter(([from, to]) => to > from)
  if (statements.length > 1) return statements.map((part) => piece(place, part))
  const parts = operands.parts(whole)
  const isAlternating = parts.length > 1 && parts.every((part, at) => isCondition(place, part) === (at % 2 === 1))
  if (!isAlternating)
    return tokens.some(({ kind }) => kind === 'relation') ? parts.map((part) => piece(place, part)) : undefined
  return parts
    .filter((_, at) => at % 2 === 0)
    .map((value, at) => {
      const condition = parts[2 * at + 1]
      return { value: place.typed(...value), condition: condition ? place.typed(...condition) : null }
    })
}

/** One of them: its condition before a colon, behind a comma or a word, or in the last brackets. */
function piece(place: Place, part: Stretch): Piece | undefined {
  const { tokens, operands } = place
  const [from, to] = part
  const isMark = ({ kind, text }: Token) => ['colon', 'comma', 'text'].includes(kind) || text === 'if' || text === 'for'
  const mark = operands.stretchAfter(from, isMark)
  const sides: readonly [Stretch, Stretch] = [
    [from, mark],
    [tokens[mark]?.kind === 'text' ? mark : mark + 1, to]
  ]
  if (mark < to) {
    const [value, condition] = tokens[mark]?.kind === 'colon' ? [sides[1], sides[0]] : sides
    const isWord = tokens[condition[0]]?.kind === 'text' && condition[1] === condition[0] + 1
    if (!isWord && !isCondition(place, condition)) return undefined
    return { value: place.typed(...value), condition: conditionIn(place, condition) }
  }
  const open = operands.partner(to - 1) ?? to
  const inside: Stretch = [open + 1, to - 1]
  if (open > from && open < to && isCondition(place, inside)) {
    return { value: place.typed(from, open), condition: place.typed(...inside) }
  }
  return { value: place.typed(from, to), condition: null }
}

/** Whether it compares, on each side of the words that join conditions. */
function isCondition({ operands }: Place, part: Stretch): boolean {
  const joins = ({ text }: Token) => ['&', '&&', 'and', 'or'].includes(text)
  return operands.parts(part, joins).every((one) => {
    const [from, to] = operands.unwrapped(one)
    const holds = (wanted: string) => operands.stretchAfter(from, ({ kind }) => kind === wanted) < to
    return holds('relation') && !holds('comma')
  })
}

/** Null where it says what holds in all other cases. */
function conditionIn(place: Place, part: Stretch): string | null {
  const typed = place.typed(...part)
  return /^(true|otherwise|else)$/i.test(typed) ? null : typed
}
