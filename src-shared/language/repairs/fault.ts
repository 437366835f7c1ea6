import type { ProblemCode } from '../../problem'
import type { Range } from '../../range'
import type { FormulaError } from '../error'
import { isVariable } from '../names'
import { type Token, tokens } from '../tokens'
import { Operands, withoutComments } from './operands'

/** A change of the text that removes its first problem: what stands at `range` is replaced by `text`. */
export interface Repair {
  readonly range: Range
  readonly text: string
}

/** A problem among the tokens of its text, and the changes that can be made there. */
export class Fault {
  readonly text: string
  readonly error: FormulaError
  readonly tokens: readonly Token[]
  /** Index of the token at which the problem is; the number of tokens if it is at the end of the text. */
  readonly at: number
  readonly operands: Operands

  constructor(text: string, error: FormulaError) {
    this.text = text
    this.error = error
    this.tokens = withoutComments(tokens(text))
    const at = this.tokens.findIndex(({ to }) => to > error.position)
    this.at = at < 0 ? this.tokens.length : at
    this.operands = new Operands(this.tokens)
  }

  get token(): Token | undefined {
    return this.tokens[this.at]
  }
  get before(): Token | undefined {
    return this.tokens[this.at - 1]
  }
  get after(): Token | undefined {
    return this.tokens[this.at + 1]
  }

  /** The text of the tokens `from` to `to`, the latter exclusive, as typed. */
  typed(from: number, to: number): string {
    const { from: begin, to: end } = this.range(from, to)
    return this.text.slice(begin, end)
  }

  /** The range of these tokens; if there are none, an empty range behind the token before. */
  range(from: number, to: number): Range {
    const end = this.tokens[to - 1]?.to ?? 0
    return { from: from < to ? (this.tokens[from]?.from ?? end) : end, to: end }
  }

  replace(from: number, to: number, text: string): Repair {
    return { range: this.range(from, to), text }
  }

  /**
   * Leaves out these tokens, and with them a space that would otherwise begin or end the text, or precede a closing
   * bracket.
   */
  leaveOut(from: number, to: number): Repair {
    const range = this.range(from, to)
    const next = this.tokens[to]
    if (from === 0) return { range: { from: range.from, to: next?.from ?? range.to }, text: '' }
    const isLast = next === undefined || ['close', 'comma', 'colon'].includes(next.kind)
    return { range: { from: isLast ? this.range(from - 1, from).to : range.from, to: range.to }, text: '' }
  }

  /** The operands on both sides of the sign at the problem, as arguments of a call. */
  asCall(name: string, between: string): readonly Repair[] {
    const { at, operands } = this
    const [from, to] = [operands.productBefore(at), operands.factorAfter(at + 1)]
    if (from === at || to === at + 1) return []
    return [this.replace(from, to, `${name}(${this.typed(from, at)}${between}${this.typed(at + 1, to)})`)]
  }

  /** Appends `text` behind the last token, before a comment at the end. */
  append(text: string): Repair {
    return this.replace(this.tokens.length, this.tokens.length, text)
  }

  /** A product or quotient at these tokens, in brackets if what precedes binds tighter. */
  holding(from: number, product: string): string {
    const before = this.tokens[from - 1]
    const isTight = before !== undefined && (['/', '^'].includes(before.text) || before.kind === 'function')
    return isTight ? `(${product})` : product
  }

  /** The variable to fill in where one is missing: the first of the text, or x. */
  get variable(): string {
    return this.tokens.find(({ kind, text }) => kind === 'name' && isVariable(text))?.text ?? 'x'
  }
}

/** Guesses by the code of the problem. Those that do not help are dropped afterwards. */
export type GuessTable = Readonly<Partial<Record<ProblemCode, (fault: Fault) => readonly Repair[]>>>

/** Replaces the whole range of the problem. */
export const atError =
  ({ error }: Fault) =>
  (text: string): Repair => ({ range: error.range, text })
