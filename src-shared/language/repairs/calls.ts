import { wordsNear } from './names'
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

/** `x mod 2`; another function that takes as many arguments as there are. None is left out: each was meant. */
function argumentCount(place: Place): readonly Repair[] {
  const { at, token, before, error, operands } = place
  const found = Number(error.values['found'])
  if (token?.text === 'mod' && found === 1 && before) return place.asCall('mod', ', ')
  if (token?.text === 'atan' && found === 2) return [angle(place)]
  const isTooFew = String(error.values['expected'])
    .split(' / ')
    .every((count) => Number(count) > found)
  return isTooFew && operands.partner(at + 1) ? wordsNear(place).map((word) => place.replace(at, at + 1, word)) : []
}

/** `atan(y, x)`; Mathematica's `ArcTan[x, y]` has the arguments in the other order. */
function angle(place: Place): Repair {
  const { at, after, operands } = place
  const close = operands.partner(at + 1)
  if (after?.text !== '[' || close === undefined) return place.replace(at, at + 1, 'atan2')
  const [x = '', y = ''] = operands.parts([at + 2, close]).map((part) => place.typed(...part))
  return place.replace(at, close + 1, `atan2(${y}, ${x})`)
}
