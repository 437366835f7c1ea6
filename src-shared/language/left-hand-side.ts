import { spelling, type Vocabulary } from './spelling'
import type { Token } from './tokens'

/** A formula without what stands before it, `f(x, y) =` or `lambda x, y:`. */
export interface RightHandSide {
  readonly body: readonly Token[]
  /** The names that were called its arguments there. */
  readonly arguments: readonly string[]
  /** The names the formula may use, given those it may use anyway. */
  readonly vocabulary: Vocabulary
}

/** Letters that stand for a value or a function, as books write them. */
const values = ['y', 'z', 'f', 'g', 'h', 'l', 'j']

/**
 * Drops the left-hand side with which `tokens` begin: a value (`y =`) or a function of letters (`f(x, y) =`).
 * Anything else stays: an `=` after it is for the parser to refuse.
 */
export function leftHandSide(tokens: readonly Token[], given: Vocabulary): RightHandSide {
  const equals = tokens.findIndex(({ kind }) => kind === 'equals')
  const [name, open, ...rest] = tokens.slice(0, Math.max(equals, 0))
  const none = { body: tokens, arguments: [], vocabulary: given }
  if (!name || !values.includes(name.text.toLowerCase())) return none
  const body = tokens.slice(equals + 1)
  if (!open) return { ...none, body }
  const close = rest.pop()
  const isList = rest.length % 2 === 1 && rest.every(({ kind }, at) => kind === (at % 2 ? 'comma' : 'name'))
  if (open.text !== '(' || close?.text !== ')' || !isList) return none
  const names = spelling(
    rest.filter((_, at) => at % 2 === 0),
    {}
  ).tokens
  if (names.some(({ kind }) => kind !== 'name')) return none
  const read = [...new Set(names.map(({ text }) => text))]
  const vocabulary = given.variables ? given : { ...given, names: [...(given.names ?? []), ...read] }
  return { body, arguments: read, vocabulary }
}

/** Whether a value, a function or nothing is differentiated before an equals sign: `dy/dx`, `d/dx f(x)`. */
export function isDerivative(left: readonly Token[]): boolean {
  return /^(?:frac\{d[a-z]?\}\{d[a-z]\}|d[a-z]?\/d[a-z])/.test(left.map(({ text }) => text).join(''))
}

/** Whether an equals sign gives a name its next value: `x -= …`, `x = x - …`, `x_{k+1} = x_k - …`. */
export function isUpdate(left: readonly Token[], right: readonly Token[]): boolean {
  const [name] = left
  if (name?.kind !== 'name') return false
  if (/^[-+*/]$/.test(left.at(-1)?.text ?? '')) return true
  // The old value may have an index: x_k, x[0], x_{k}.
  const old = /^([A-Za-z])\w*(?:[[{][^\]}]*[\]}])?[-+]/.exec(right.map(({ text }) => text).join(''))
  return old?.[1] === name.text.charAt(0)
}
