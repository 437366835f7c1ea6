import type { Token } from '../tokens'
import { wordsNear } from './names'
import { partners } from './operands'
import type { GuessTable, Place, Repair } from './place'

/** Functions without their arguments, or with too few or too many of them. */
export const atCalls: GuessTable = {
  'function-alone': functionAlone,
  'function-power': powerOfFunction,
  'function-inverse': powerOfFunction,
  'sum-incomplete': sumIncomplete,
  'argument-count': argumentCount
}

/** `sin` of a variable; of what stands behind a sign that parts the two, as far as the next function. */
function functionAlone(place: Place): readonly Repair[] {
  const { at, after, operands } = place
  const name = place.typed(at, at + 1)
  const from = after?.text === '-' ? at + 1 : at + 2
  const ends = ['-', '*'].includes(after?.text ?? '')
    ? [operands.productAfter(at + 2), operands.factorAfter(at + 2)]
    : []
  const applied = ends
    .filter((to) => to > at + 2)
    .map((to) => place.replace(at, to, `${name}(${place.typed(from, to)})`))
  return [...applied, place.replace(at, at + 1, `${name}(${place.variable})`)]
}

/** `sin^-2(x)` as a power of the value: sin(x)^-2. */
function powerOfFunction(place: Place): readonly Repair[] {
  const { at, before, token, operands } = place
  if (before?.kind !== 'function') return []
  const argument = operands.exponentAfter(at)
  const to = operands.argumentAfter(argument)
  if (to === argument) return []
  const exponent = token?.kind === 'superscript' ? `(${token.text})` : place.typed(at + 1, argument)
  const inner = place.typed(argument, to)
  const applied = place.tokens[argument]?.kind === 'open' ? inner : `(${inner})`
  return [place.replace(at - 1, to, `${place.typed(at - 1, at)}${applied}^${exponent}`)]
}

/** A sum without its index is one over the elements of a vector. */
function sumIncomplete(place: Place): readonly Repair[] {
  const { at, token, after, operands } = place
  if (!after) return [place.replace(at, at + 1, `${token?.text}(x)`)]
  const to = operands.productAfter(at + 1)
  const inner = place.typed(at + 1, to)
  return to === at + 1 ? [] : [place.replace(at, to, `${token?.text}(${inner})`)]
}

/** Arguments beyond those the function takes are left out; where one is missing, another function may be meant. */
function argumentCount(place: Place): readonly Repair[] {
  const { at, tokens, error } = place
  const close = partners(tokens).get(at + 1)
  const found = Number(error.values['found'])
  const fewer = String(error.values['expected'])
    .split(' / ')
    .map(Number)
    .filter((count) => count < found)
  if (fewer.length === 0) return wordsNear(place).map((word) => place.replace(at, at + 1, word))
  const from = close && argumentCommas(tokens, at + 1, close)[Math.max(...fewer) - 1]
  return close === undefined || from === undefined ? [] : [place.leaveOut(from, close)]
}

/** The indices of the commas between the arguments in a bracket. */
function argumentCommas(tokens: readonly Token[], open: number, close: number): readonly number[] {
  const found: number[] = []
  const pairs = partners(tokens)
  for (let at = open + 1; at < close; at++) {
    if (tokens[at]?.kind === 'open') at = pairs.get(at) ?? at
    else if (tokens[at]?.kind === 'comma') found.push(at)
  }
  return found
}
