import type { Cursor } from './cursor'
import { isRefusedSign } from './refusals'
import type { Syntax } from './syntax'
import { wholeNumber } from './whole-number'

/** 171! is no double. */
const largest = 170

export const seesFactorial = ({ next }: Cursor): boolean => next !== undefined && isRefusedSign(next, '!')

/** n! of a whole number, or of what is one once the index of a series has its value; the sign comes next. */
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
