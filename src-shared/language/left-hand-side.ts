import { spelling, type Vocabulary } from './spelling'
import type { Token } from './tokens'

/** A formula without its left-hand side `f(x, y) =` or its `lambda x, y:`. */
export interface RightHandSide {
  readonly body: readonly Token[]
  /** The arguments that the left-hand side names. */
  readonly arguments: readonly string[]
  /** The names the formula may use, with those of the left-hand side. */
  readonly vocabulary: Vocabulary
}

/** Letters that books use for a value or a function. */
const values = ['y', 'z', 'f', 'g', 'h', 'l', 'j']

/**
 * Drops the left-hand side of `tokens`: a value (`y =`) or a function of letters (`f(x, y) =`). Anything else stays,
 * for the parser to refuse the `=` after it.
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

/** Whether the tokens before an equals sign are a derivative: `dy/dx`, `d/dx f(x)`. */
export function isDerivative(left: readonly Token[]): boolean {
  return /^(?:frac\{d[a-z]?\}\{d[a-z]\}|d[a-z]?\/d[a-z])/.test(left.map(({ text }) => text).join(''))
}

/** Whether an equals sign is an update: `x -= …`, `x = x - …`, `x_{k+1} = x_k - …`. */
export function isUpdate(left: readonly Token[], right: readonly Token[]): boolean {
  const [name] = left
  if (name?.kind !== 'name') return false
  if (/^[-+*/]$/.test(left.at(-1)?.text ?? '')) return true
  // The old value may have an index: x_k, x[0], x_{k}.
  const old = /^([A-Za-z])\w*(?:[[{][^\]}]*[\]}])?[-+]/.exec(right.map(({ text }) => text).join(''))
  return old?.[1] === name.text.charAt(0)
}
