import type { Fault, GuessTable, Repair } from './fault'
import { wordsNear } from './names'

/** Functions without arguments, or with too few or too many of them. */
export const atCalls: GuessTable = {
  'function-alone': functionAlone,
  'function-power': powerOfFunction,
  'function-inverse': powerOfFunction,
  'sum-incomplete': sumIncomplete,
  'argument-count': argumentCount
}

/** `sin` alone as `sin` of a variable; before a stray operator, of the product behind it, up to the next function. */
function functionAlone(fault: Fault): readonly Repair[] {
  const { at, after, operands } = fault
  const name = fault.typed(at, at + 1)
  const from = after?.text === '-' ? at + 1 : at + 2
  const ends = ['-', '*'].includes(after?.text ?? '')
    ? [operands.productAfter(at + 2), operands.factorAfter(at + 2)]
    : []
  const applied = ends
    .filter((to) => to > at + 2)
    .map((to) => fault.replace(at, to, `${name}(${fault.typed(from, to)})`))
  return [...applied, fault.replace(at, at + 1, `${name}(${fault.variable})`)]
}

/** `sin^-2(x)` as a power of the value: sin(x)^-2. */
function powerOfFunction(fault: Fault): readonly Repair[] {
  const { at, before, token, operands } = fault
  if (before?.kind !== 'function') return []
  const argument = operands.exponentAfter(at)
  const to = operands.argumentAfter(argument)
  if (to === argument) return []
  const exponent = token?.kind === 'superscript' ? `(${token.text})` : fault.typed(at + 1, argument)
  const inner = fault.typed(argument, to)
  const applied = fault.tokens[argument]?.kind === 'open' ? inner : `(${inner})`
  return [fault.replace(at - 1, to, `${fault.typed(at - 1, at)}${applied}^${exponent}`)]
}

/** A sum without an index as one over the elements of a vector. */
function sumIncomplete(fault: Fault): readonly Repair[] {
  const { at, token, after, operands } = fault
  if (!after) return [fault.replace(at, at + 1, `${token?.text}(x)`)]
  const to = operands.productAfter(at + 1)
  const inner = fault.typed(at + 1, to)
  return to === at + 1 ? [] : [fault.replace(at, to, `${token?.text}(${inner})`)]
}

/**
 * `x mod 2`; another function that takes as many arguments as there are. No argument is dropped, because each was
 * meant.
 */
function argumentCount(fault: Fault): readonly Repair[] {
  const { at, token, before, error, operands } = fault
  const found = Number(error.values['found'])
  if (token?.text === 'mod' && found === 1 && before) return fault.asCall('mod', ', ')
  if (token?.text === 'atan' && found === 2) return [angle(fault)]
  const isTooFew = String(error.values['expected'])
    .split(' / ')
    .every((count) => Number(count) > found)
  return isTooFew && operands.partner(at + 1) ? wordsNear(fault).map((word) => fault.replace(at, at + 1, word)) : []
}

/** `atan(y, x)` as atan2; Mathematica's `ArcTan[x, y]` has the arguments in reverse order. */
function angle(fault: Fault): Repair {
  const { at, after, operands } = fault
  const close = operands.partner(at + 1)
  if (after?.text !== '[' || close === undefined) return fault.replace(at, at + 1, 'atan2')
  const [x = '', y = ''] = operands.parts([at + 2, close]).map((part) => fault.typed(...part))
  return fault.replace(at, close + 1, `atan2(${y}, ${x})`)
}
