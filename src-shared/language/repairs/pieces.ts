import type { Token } from '../tokens'
import { unclosed } from './brackets'
import { atError, type Fault, type GuessTable, type Repair } from './fault'
import { partners } from './operands'

/** Conditions in the notation of other languages, and piecewise functions that lack one. */
export const atPieces: GuessTable = {
  'refused-logic': logic,
  'refused-arrow': arrow,
  'condition-outside': conditionOutside,
  'condition-missing': conditionMissing,
  'value-missing': (fault) => [fault.replace(fault.at, fault.at, `, 1, 0${unclosed(fault.tokens)}`)],
  'else-missing': (fault) => [fault.replace(fault.at, fault.at, ' else 0')],
  'colon-unexpected': colon,
  'text-unexpected': (fault) => (fault.token?.kind === 'subscript' ? [] : [fault.leaveOut(fault.at, fault.at + 1)])
}

/** What separates two values, and what joins two conditions. */
const partsValues = ({ kind, text }: Token) =>
  ['comma', 'keyword', 'relation', 'equals', 'colon', 'separator', 'text'].includes(kind) || text === '?'
const partsConditions = (token: Token) => partsValues(token) && !joins(token)
const joins = ({ kind, text }: Token) => kind === 'relation' || ['and', 'or', 'not'].includes(text)

/** The signs of C and of Python's arrays. */
const logicWords: Readonly<Record<string, string>> = {
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '|': 'or',
  '~': 'not',
  '!': 'not'
}

function logic({ text, error }: Fault): readonly Repair[] {
  const [sign = ''] = /^(&&?|\|\|?|[~!])/.exec(text.slice(error.position)) ?? []
  const word = logicWords[sign]
  if (word === undefined) return []
  const range = { from: error.position, to: error.position + sign.length }
  const [before, after] = [text.slice(0, range.from), text.slice(range.to)]
  return [{ range, text: `${/\w$/.test(before) ? ' ' : ''}${word}${/^\w/.test(after) ? ' ' : ''}` }]
}

/** `f: x -> x^2` without its head; a ratio as a quotient. */
function colon(fault: Fault): readonly Repair[] {
  const { at, after, tokens } = fault
  const arrow = at + 2
  const isHead = at === 1 && after?.kind === 'name' && tokens[arrow]?.problem?.code === 'refused-arrow'
  return [isHead ? fault.leaveOut(0, arrow + 1) : fault.replace(at, at + 1, '/')]
}

/** `x => x^2` without its head; or `>=`, its signs transposed. */
function arrow(fault: Fault): readonly Repair[] {
  const { at, tokens } = fault
  const isHead = at === 1 || partners(tokens).get(0) === at - 1
  return [...(isHead ? [fault.leaveOut(0, at + 1)] : []), fault.replace(at, at + 1, '>=')]
}

/** A condition as an operand: 1 where it holds, 0 elsewhere; behind `2if(` it is in its place. */
function conditionOutside(fault: Fault): readonly Repair[] {
  const { at, operands, tokens } = fault
  const from = operands.spanBefore(at, partsConditions)
  const to = operands.spanAfter(at, partsConditions)
  if (tokens[from - 2]?.text === 'if' && tokens[from - 1]?.text === '(')
    return [fault.replace(from - 2, from - 1, '*if')]
  const isInPieces = tokens[from - 1]?.text === '{' && tokens[to]?.kind === 'comma'
  return isInPieces ? [] : [fault.replace(from, to, `if(${fault.typed(from, to)}, 1, 0)`)]
}

/** A value in the place of a condition, compared with 0; a number alone was meant as a value. */
function conditionMissing(fault: Fault): readonly Repair[] {
  const { text, error } = fault
  const found = text.slice(error.range.from, error.range.to)
  return /^[\d.\s]*$/.test(found) ? [] : [atError(fault)(`${found} > 0`)]
}
