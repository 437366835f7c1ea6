import { type ProblemCode, ProblemError } from '../problem'
import type { Range } from './syntax'

/** Of a longer stretch of the text only the beginning is quoted: its range says where the rest is. */
const mostQuoted = 40

const quoted = (value: string | number) =>
  typeof value === 'string' && value.length > mostQuoted ? `${value.slice(0, mostQuoted)}…` : value

/** A formula that cannot be read, and where. */
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
