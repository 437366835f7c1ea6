import type { Cursor } from './cursor'
import type { Grammar } from './grammar'
import type { Syntax } from './syntax'
import { wholeNumber } from './whole-number'

/** Whether a superscript is the degree of a root that follows, with no base before it: `³√x`. */
export const seesRaisedRoot = ({ next, following }: Cursor): boolean =>
  next?.kind === 'superscript' && /^\d+$/.test(next.text) && following?.kind === 'root' && following.text === '2'

/** √ atom, ∛ atom, ³√ atom, \sqrt{…}, \sqrt[n]{…} */
export function root(grammar: Grammar): Syntax {
  const { cursor } = grammar
  const sign = cursor.take()
  if (sign.kind === 'superscript') cursor.take()
  const isTeX = cursor.typed(sign).startsWith('\\')
  const degree: Syntax =
    isTeX && cursor.sees('open', '[')
      ? grammar.bracket()
      : { kind: 'number', value: Number(sign.text), digits: sign.text, range: { from: sign.from, to: sign.to } }
  cursor.descend()
  const of = cursor.ascend(grammar.atom())
  const whole = wholeNumber(degree)
  const own = whole === 2 ? 'sqrt' : whole === 3 ? 'cbrt' : undefined
  if (own) return { kind: 'call', name: own, arguments: [of], range: cursor.since(sign.from) }
  // A root of odd degree is real for negative numbers; a power with exponent 1/n is undefined there.
  const isOdd = whole !== undefined && whole % 2 !== 0 && whole > 3
  return grammar.formula(isOdd ? 'sign(a)*abs(a)^(1/n)' : 'a^(1/n)', { a: of, n: degree }, sign.from)
}
