import type { Problem, ProblemCode } from '../problem'
import type { Range } from '../range'
import { FormulaError } from './error'
import { limits } from './limits'
import type { Token, TokenKind } from './tokens'

/** The closing bracket of each opening one. */
export const closing: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '|': '|',
  '⌊': '⌋',
  '⌈': '⌉',
  '\\begin{cases}': '\\end{cases}'
}

/** A position among the tokens of a formula that moves on as they are parsed, and the errors to throw there. */
export class Cursor {
  /** Index of the next token. */
  at = 0
  readonly #tokens: readonly Token[]
  readonly #text: string
  #depth = 0

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens
    this.#text = text
  }

  /** The tokens from the next one up to the end of the bracket around them. */
  ahead(): readonly Token[] {
    let depth = 0
    for (let at = this.at; at < this.#tokens.length; at++) {
      const { kind } = this.#tokens[at] as Token
      if (kind === 'open') depth++
      if (kind === 'close' && depth-- === 0) return this.#tokens.slice(this.at, at)
    }
    return this.#tokens.slice(this.at)
  }

  /** Whether the bracket that opens at this index holds a comma at its own level. */
  hasCommaInBracket(open: number): boolean {
    let depth = 0
    for (let at = open; at < this.#tokens.length; at++) {
      const { kind } = this.#tokens[at] as Token
      if (kind === 'open') depth++
      if (kind === 'close' && --depth === 0) return false
      if (kind === 'comma' && depth === 1) return true
    }
    return false
  }

  /** Whether a name stands among the tokens taken from this index on. */
  tookName(name: string, since: number): boolean {
    return this.#tokens.slice(since, this.at).some(({ kind, text }) => kind === 'name' && text === name)
  }

  get next(): Token | undefined {
    return this.#tokens[this.at]
  }

  get previous(): Token | undefined {
    return this.#tokens[this.at - 1]
  }

  get following(): Token | undefined {
    return this.#tokens[this.at + 1]
  }

  /** The token after `following`. */
  get second(): Token | undefined {
    return this.#tokens[this.at + 2]
  }

  /** Where the next token begins in the text as typed. */
  get from(): number {
    return this.next?.from ?? this.#text.length
  }

  take(): Token {
    return this.#tokens[this.at++] as Token
  }

  sees(kind: TokenKind, ...texts: readonly string[]): boolean {
    const { next } = this
    return next?.kind === kind && (texts.length === 0 || texts.includes(next.text))
  }

  typed({ from, to }: Range): string {
    return this.#text.slice(from, to)
  }

  /** The range from there to the end of the last token taken. */
  since(from: number): Range {
    return { from, to: this.previous?.to ?? from }
  }

  /** Takes the bracket that closes `open`. Throws FormulaError if another token comes next. */
  close(open: Token): void {
    const expected = closing[open.text] ?? ')'
    const { next } = this
    if (!next) this.fail('bracket-unclosed', { bracket: this.typed(open), expected })
    if (next.kind !== 'close') this.unexpected()
    if (next.text !== expected) this.fail('bracket-mismatched', { expected, found: this.typed(next) }, next)
    this.take()
  }

  /**
   * What is parsed between this and `ascend` is one level deeper. A pair of calls, because a closure would cost stack.
   */
  descend(): void {
    if (this.#depth >= limits.depth) this.fail('formula-too-deep', { most: limits.depth }, this.previous)
    this.#depth++
  }

  ascend<T>(read: T): T {
    this.#depth--
    return read
  }

  fail(code: ProblemCode, values: Problem['values'] = {}, at?: Range): never {
    const { from, to } = at ?? this.next ?? { from: this.#text.length, to: this.#text.length }
    throw new FormulaError(code, values, { from, to })
  }

  /** Throws the FormulaError for a next token with which no operand can begin. */
  operandMissing(): never {
    const { next } = this
    if (!next) this.fail('formula-unfinished')
    const isStray = next.kind === 'close' && this.#depth === 0
    if (isStray || next.problem || ['keyword', 'text', 'subscript'].includes(next.kind)) this.unexpected()
    this.fail('operand-missing', { found: this.typed(next) }, next)
  }

  /** Throws the FormulaError for a next token before which the formula could have ended. */
  unexpected(): never {
    const { next } = this
    if (!next) this.fail('formula-unfinished')
    const { problem } = next
    if (problem) this.fail(problem.code, problem.values, problem.range)
    const [before, after] = [this.previous, this.following]
    if (next.kind === 'comma' && before?.kind === 'number' && /^\d{3}$/.test(after?.text ?? '')) {
      this.fail('number-comma', { number: `${before.text}${after?.text}` }, next)
    }
    const word = this.typed(next)
    this.fail(stray(next), { found: word, bracket: word, word }, next)
  }
}

/** The problem that an unexpected token of each kind is; `stray` adds those that depend on its text. */
const strays: Readonly<Partial<Record<TokenKind, ProblemCode>>> = {
  close: 'bracket-unopened',
  comma: 'comma-outside',
  equals: 'equals-unexpected',
  relation: 'condition-outside',
  keyword: 'python-inside',
  colon: 'colon-unexpected',
  text: 'text-unexpected',
  separator: 'text-unexpected',
  subscript: 'text-unexpected'
}

function stray({ kind, text }: Token): ProblemCode {
  if (kind === 'keyword' && ['and', 'or', 'not'].includes(text)) return 'condition-outside'
  if (kind === 'keyword' && ['if', 'else'].includes(text)) return 'else-unexpected'
  if (kind === 'separator' && text === '&') return 'refused-logic'
  return strays[kind] ?? 'operand-missing'
}
