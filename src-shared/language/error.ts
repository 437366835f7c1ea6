import { type ProblemCode, ProblemError } from '../problem'
import type { Range } from './syntax'

/** A formula that cannot be read, and where. */
export class FormulaError extends ProblemError {
  override readonly name = 'FormulaError'
  override readonly range: Range
  /** UTF-16 offset into the text as typed; at its end, the text's length. */
  readonly position: number

  constructor(code: ProblemCode, values: Readonly<Record<string, string | number>>, range: Range) {
    super(code, values, range)
    this.range = range
    this.position = range.from
  }
}
