import { isName } from './names'
import type { Vocabulary } from './spelling'
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
const values = ['y', 'z', 'f', 'g', 'h', 'F', 'L', 'J']

/**
 * The left-hand side with which `tokens` begin: a value (`y =`) or a function of letters (`f(x, y) =`).
 * Anything else before an `=` is left for the parser to refuse.
 */
export function leftHandSide(tokens: readonly Token[]): LeftHandSide {
  const equals = tokens.findIndex(({ kind }) => kind === 'equals')
  const [name, open, ...rest] = tokens.slice(0, Math.max(equals, 0))
  if (!name || !values.includes(name.text)) return none
  if (!open) return { ...none, length: equals + 1 }
  const close = rest.pop()
  const names = rest.filter((_, at) => at % 2 === 0)
  const isList =
    names.length > 0 && rest.length % 2 === 1 && rest.every((token, at) => token.kind === (at % 2 ? 'comma' : 'name'))
  const read = names.map(({ text }) => text.replace('_', ''))
  if (open.text !== '(' || close?.text !== ')' || !isList || !read.every(isName)) return none
  return {
    length: equals + 1,
    arguments: [...new Set(read)],
    vocabulary: (given) => (given.variables ? given : { names: [...(given.names ?? []), ...read] })
  }
}
