import { type ProblemCode, ProblemError } from '../problem'
import type { Range } from '../range'

/** The longest part of the text that is quoted, in characters; the error's range says where all of it stands. */
const maxQuoted = 40

const quoted = (value: string | number) =>
  typeof value === 'string' && value.length > maxQuoted ? `${value.slice(0, maxQuoted)}…` : value

/** A formula that cannot be parsed: the problem, and its range in the text. */
export class FormulaError extends ProblemError {
  override readonly name = 'FormulaError'
  override readonly range: Range
  /** UTF-16 offset into the text as typed; at its end, the text's length. */
  readonly position: number

  constructor(code: ProblemCode, values: Readonly<Record<string, string | number>>, range: Range) {
    super(code, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, quoted(value)])), range)
    this.range = range
    this.position = range.from
  }
}
