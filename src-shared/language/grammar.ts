import type { ConditionPositions } from './condition-positions'
import type { Cursor } from './cursor'
import type { Spelling } from './spelling'
import type { Syntax } from './syntax'

/**
 * The rules of the grammar, and the state of the parser, that the modules for conditions, pieces, calls and series use.
 */
export interface Grammar {
  readonly cursor: Cursor
  readonly conditions: ConditionPositions
  readonly spelling: Spelling
  /**
   * What each index of a series in expansion stands for, and the letter of its vector: a number, or the name of an
   * element.
   */
  readonly bound: Map<string, number | string>
  /** The free names met so far, in order of appearance. */
  readonly names: Set<string>
  /** The letter that stands for a whole vector; null if there is none. */
  vector: string | null
  /** A sum, or Python's conditional expression of sums. */
  expression(): Syntax
  sum(): Syntax
  /** A product with the signs before it. */
  term(): Syntax
  /** An atom with its exponents. */
  power(): Syntax
  atom(): Syntax
  /** What stands in brackets, or between bars. */
  bracket(): Syntax
  /**
   * The tree of one of the program's own formulas over `values`. Its range begins at `from` and ends at the last token
   * taken.
   */
  formula(text: string, values: Readonly<Record<string, Syntax>>, from: number): Syntax
}
