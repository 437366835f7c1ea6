import type { ConditionPlaces } from './condition-places'
import type { Cursor } from './cursor'
import type { Spelling } from './spelling'
import type { Syntax } from './syntax'

/** The rules of the grammar that the rooms beside the parser – conditions, pieces, calls, series – need of it. */
export interface Grammar {
  readonly cursor: Cursor
  readonly places: ConditionPlaces
  readonly spelling: Spelling
  /** What the index of each series that is being written out stands for, and the letter of the vector: a number, an element. */
  readonly bound: Map<string, number | string>
  /** The free names met so far, in their order. */
  readonly names: Set<string>
  /** The letter that stands for a whole vector. */
  vector: string | null
  /** Whatever can stand in brackets: a sum, or Python's choice between sums. */
  expression(): Syntax
  sum(): Syntax
  /** A product with the signs before it. */
  term(): Syntax
  /** An atom with its exponents. */
  power(): Syntax
  atom(): Syntax
  /** What stands in brackets, or between bars. */
  bracket(): Syntax
  /** The tree of a formula of the program's own over `values`, set in place of the tokens from `from` on. */
  formula(text: string, values: Readonly<Record<string, Syntax>>, from: number): Syntax
}
