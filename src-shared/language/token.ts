import type { Problem } from '../problem'
import type { Range } from '../range'

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

/** A word, number or sign, with its range in the text as typed. */
export interface Token extends Range {
  readonly kind: TokenKind
  /** In plain spelling: `×` is `*`, `**` is `^`, `x₀` is `x_0`, `⁻²ˣ` is `-2x`, `Sin` is `sin`, `≤` is `<=`. */
  readonly text: string
  /** Why it cannot be parsed: kind `unknown` only. */
  readonly problem?: Problem
}

/** A token before its range is known. */
export interface Sign {
  readonly kind: TokenKind | 'space'
  readonly text: string
  /** Why it cannot be parsed: kind `unknown` only; absent: the character is unknown. */
  readonly code?: Problem['code']
  readonly values?: Problem['values']
}
