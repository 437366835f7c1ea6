import { spelling, type Vocabulary } from './spelling'
import type { Token } from './tokens'

/** What stands before `=`: `y =`, `f(x, y) =`. */
export interface LeftHandSide {
  /** How many tokens it has, `=` included; 0 if there is none. */
  readonly length: number
  /** The names in its brackets. */
  readonly arguments: readonly string[]
  /** The names the right-hand side may use, given those it may use anyway. */
  vocabulary(given: Vocabulary): Vocabulary
}

const none: LeftHandSide = { length: 0, arguments: [], vocabulary: (given) => given }

/** Letters that stand for a value or a function, as books write them. */
const values = ['y', 'z', 'f', 'g', 'h', 'l', 'j']

/**
 * The left-hand side with which `tokens` begin: a value (`y =`) or a function of letters (`f(x, y) =`).
 * Anything else is none: an `=` after it is for the parser to refuse.
 */
export function leftHandSide(tokens: readonly Token[]): LeftHandSide {
  const equals = tokens.findIndex(({ kind }) => kind === 'equals')
  const [name, open, ...rest] = tokens.slice(0, Math.max(equals, 0))
  if (!name || !values.includes(name.text.toLowerCase())) return none
  if (!open) return { ...none, length: equals + 1 }
  const close = rest.pop()
  const isList = rest.length % 2 === 1 && rest.every(({ kind }, at) => kind === (at % 2 ? 'comma' : 'name'))
  if (open.text !== '(' || close?.text !== ')' || !isList) return none
  const names = spelling(
    rest.filter((_, at) => at % 2 === 0),
    {}
  ).tokens
  if (names.some(({ kind }) => kind !== 'name')) return none
  const read = [...new Set(names.map(({ text }) => text))]
  return {
    length: equals + 1,
    arguments: read,
    vocabulary: (given) => (given.variables ? given : { names: [...(given.names ?? []), ...read] })
  }
}
