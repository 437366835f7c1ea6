import type { Token } from '../tokens'
import { unclosed } from './brackets'
import { partners } from './operands'
import { atError, type GuessTable, type Place, type Repair } from './place'

/** Conditions in the notation of other languages, and functions in pieces that lack one. */
export const atPieces: GuessTable = {
  'refused-logic': logic,
  'refused-arrow': arrow,
  'condition-outside': conditionOutside,
  'condition-missing': conditionMissing,
  'value-missing': (place) => [place.replace(place.at, place.at, `, 1, 0${unclosed(place.tokens)}`)],
  'else-missing': (place) => [place.replace(place.at, place.at, ' else 0')],
  'colon-unexpected': colon,
  'text-unexpected': (place) => (place.token?.kind === 'subscript' ? [] : [place.leaveOut(place.at, place.at + 1)])
}

/** What parts two values, and what parts two conditions. */
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

function logic({ text, error }: Place): readonly Repair[] {
  const [sign = ''] = /^(&&?|\|\|?|[~!])/.exec(text.slice(error.position)) ?? []
  const word = logicWords[sign]
  if (word === undefined) return []
  const range = { from: error.position, to: error.position + sign.length }
  const [before, after] = [text.slice(0, range.from), text.slice(range.to)]
  return [{ range, text: `${/\w$/.test(before) ? ' ' : ''}${word}${/^\w/.test(after) ? ' ' : ''}` }]
}

/** `f: x -> x^2` without its head; a ratio as a quotient. */
function colon(place: Place): readonly Repair[] {
  const { at, after, tokens } = place
  const arrow = at + 2
  const isHead = at === 1 && after?.kind === 'name' && tokens[arrow]?.problem?.code === 'refused-arrow'
  return [isHead ? place.leaveOut(0, arrow + 1) : place.replace(at, at + 1, '/')]
}

/** `x => x^2` without its head; or `>=`, written the wrong way round. */
function arrow(place: Place): readonly Repair[] {
  const { at, tokens } = place
  const isHead = at === 1 || partners(tokens).get(0) === at - 1
  return [...(isHead ? [place.leaveOut(0, at + 1)] : []), place.replace(at, at + 1, '>=')]
}

/** A condition among numbers counts as 1 where it holds and as 0 elsewhere; behind `2if(` it is in its place. */
function conditionOutside(place: Place): readonly Repair[] {
  const { at, operands, tokens } = place
  const from = operands.stretchBefore(at, partsConditions)
  const to = operands.stretchAfter(at, partsConditions)
  if (tokens[from - 2]?.text === 'if' && tokens[from - 1]?.text === '(')
    return [place.replace(from - 2, from - 1, '*if')]
  const isInPieces = tokens[from - 1]?.text === '{' && tokens[to]?.kind === 'comma'
  return isInPieces ? [] : [place.replace(from, to, `if(${place.typed(from, to)}, 1, 0)`)]
}

/** What is no condition, compared with 0: a number alone was meant as a value. */
function conditionMissing(place: Place): readonly Repair[] {
  const { text, error } = place
  const found = text.slice(error.range.from, error.range.to)
  return /^[\d.\s]*$/.test(found) ? [] : [atError(place)(`${found} > 0`)]
}
