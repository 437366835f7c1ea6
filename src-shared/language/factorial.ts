import type { Cursor } from './cursor'
import { isRefusedSign } from './refusals'
import type { Syntax } from './syntax'
import { wholeNumber } from './whole-number'

/** 171! overflows. */
const largest = 170

export const seesFactorial = ({ next }: Cursor): boolean => next !== undefined && isRefusedSign(next, '!')

/**
 * The value of n!, where `of` is a whole number, if need be after the index of a series has been replaced. The `!` is
 * the next token. Throws FormulaError if `of` is no whole number, or n! overflows.
 */
export function factorial(cursor: Cursor, of: Syntax): Syntax {
  const n = wholeNumber(of)
  if (n === undefined || n < 0) return cursor.unexpected()
  const sign = cursor.take()
  const range = { from: of.range.from, to: sign.to }
  if (n > largest) return cursor.fail('number-too-large', { number: `${n}!` }, range)
  let value = 1
  for (let factor = 2; factor <= n; factor++) value *= factor
  return { kind: 'number', value, digits: String(value), range }
}
