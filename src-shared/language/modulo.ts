import type { Cursor } from './cursor'
import { isRefusedSign } from './refusals'

/** Tokens with which an operand can begin. */
const begins = ['number', 'name', 'constant', 'function', 'open', 'root', 'fraction']

/**
 * Whether `mod` or `%` comes next as an operator between two operands: neither a call `mod(a, b)` nor per cent as in
 * `50% x`.
 */
export function seesModulo(cursor: Cursor): boolean {
  const { previous, next, following } = cursor
  if (next?.kind === 'function' && next.text === 'mod') {
    return following !== undefined && !(following.kind === 'open' && cursor.hasCommaInBracket(cursor.at + 1))
  }
  if (!next || !following || !isRefusedSign(next, '%')) return false
  const isPerCent = previous?.kind === 'number' && previous.to === next.from && following.kind !== 'number'
  const isSigned = ['+', '-'].includes(following.text)
  return !isPerCent && (isSigned || begins.includes(following.kind))
}
