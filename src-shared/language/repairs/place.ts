import type { ProblemCode } from '../../problem'
import type { FormulaError } from '../error'
import { isVariable } from '../names'
import type { Range } from '../syntax'
import { type Token, tokens } from '../tokens'
import { Operands, withoutComments } from './operands'

/** A change of the text that mends its first problem: what stands at `range` becomes `text`. */
export interface Repair {
  readonly range: Range
  readonly text: string
}

/** The place of a problem among the tokens, and the changes one can make there. */
export class Place {
  readonly text: string
  readonly error: FormulaError
  readonly tokens: readonly Token[]
  /** The token at which the problem is; their number at the end of the text. */
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

  /** As it was typed: the tokens from one index up to another. */
  typed(from: number, to: number): string {
    const { from: begin, to: end } = this.stretch(from, to)
    return this.text.slice(begin, end)
  }

  /** The stretch of text of these tokens; an empty one stands behind the token before. */
  stretch(from: number, to: number): Range {
    const end = this.tokens[to - 1]?.to ?? 0
    return { from: from < to ? (this.tokens[from]?.from ?? end) : end, to: end }
  }

  replace(from: number, to: number, text: string): Repair {
    return { range: this.stretch(from, to), text }
  }

  /** Without these tokens, and without a space that then would begin or end the text, or stand before a bracket that closes. */
  leaveOut(from: number, to: number): Repair {
    const range = this.stretch(from, to)
    const next = this.tokens[to]
    if (from === 0) return { range: { from: range.from, to: next?.from ?? range.to }, text: '' }
    const isLast = next === undefined || ['close', 'comma', 'colon'].includes(next.kind)
    return { range: { from: isLast ? this.stretch(from - 1, from).to : range.from, to: range.to }, text: '' }
  }

  /** What stands before and behind the sign at the problem, put into a call. */
  asCall(name: string, between: string): readonly Repair[] {
    const { at, operands } = this
    const [from, to] = [operands.productBefore(at), operands.factorAfter(at + 1)]
    if (from === at || to === at + 1) return []
    return [this.replace(from, to, `${name}(${this.typed(from, at)}${between}${this.typed(at + 1, to)})`)]
  }

  /** Puts `text` behind the last token: a comment at the end stays one. */
  append(text: string): Repair {
    return this.replace(this.tokens.length, this.tokens.length, text)
  }

  /** A product or a quotient at these tokens holds together only in brackets. */
  holding(from: number, product: string): string {
    const before = this.tokens[from - 1]
    const isTight = before !== undefined && (['/', '^'].includes(before.text) || before.kind === 'function')
    return isTight ? `(${product})` : product
  }

  /** The variable to put where one is missing: the first of the text, or x. */
  get variable(): string {
    return this.tokens.find(({ kind, text }) => kind === 'name' && isVariable(text))?.text ?? 'x'
  }
}

/** What may be meant where a problem is, by its code. What does not mend it is dropped afterwards. */
export type GuessTable = Readonly<Partial<Record<ProblemCode, (place: Place) => readonly Repair[]>>>

/** A replacement of the whole stretch that the problem marks. */
export const atError =
  ({ error }: Place) =>
  (text: string): Repair => ({ range: error.range, text })
