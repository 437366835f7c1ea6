import type { Problem } from '../problem'
import type { Range } from './syntax'

export type TokenKind =
  | 'number'
  | 'function'
  | 'constant'
  | 'name'
  | 'operator'
  | 'superscript'
  | 'root'
  | 'fraction'
  | 'open'
  | 'close'
  | 'bar'
  | 'comma'
  | 'equals'
  | 'relation'
  | 'keyword'
  | 'colon'
  | 'separator'
  | 'text'
  | 'subscript'
  | 'comment'
  | 'unknown'

/** A word, number or sign of the text, where it stands in the text as typed. */
export interface Token extends Range {
  readonly kind: TokenKind
  /** In plain spelling: `×` is `*`, `**` is `^`, `x₀` is `x_0`, `⁻²ˣ` is `-2x`, `Sin` is `sin`, `≤` is `<=`. */
  readonly text: string
  /** Why it cannot be read: kind `unknown` only. */
  readonly problem?: Problem
}

/** What a stretch of text is, before it is known where it stands. */
export interface Sign {
  readonly kind: TokenKind | 'space'
  readonly text: string
  /** Why it cannot be read: kind `unknown` only; without a code the character has no meaning. */
  readonly code?: Problem['code']
  readonly values?: Problem['values']
}
