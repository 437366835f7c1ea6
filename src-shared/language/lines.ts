import type { Cursor } from './cursor'
import type { Token } from './tokens'

/** Where the lines and statements of Python code begin among the tokens. */
export class Lines {
  readonly #text: string
  readonly #tokens: readonly Token[]

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text
    this.#tokens = tokens
  }

  /** Whether a line begins at this token: not if the line before ends with a backslash. */
  begin(at: number): boolean {
    const between = this.#text.slice(this.#tokens[at - 1]?.to ?? 0, this.#tokens[at]?.from)
    return between.includes('\n') && !/^[^#]*\\[ \t]*\r?\n/.test(between)
  }

  /**
   * The tokens of the statement that begins at this index. It ends before a `;`, or before a line that does not
   * continue it.
   */
  statement(from: number): readonly Token[] {
    let depth = 0
    let at = from
    for (; at < this.#tokens.length; at++) {
      const [before, token] = [this.#tokens[at - 1], this.#tokens[at] as Token]
      const isNext = before && this.begin(at) && !leadsOn(before) && !goesOn(token)
      if (at > from && depth <= 0 && (isNext || token.text === ';')) break
      if (token.kind === 'open') depth++
      if (token.kind === 'close') depth--
    }
    return this.#tokens.slice(from, at)
  }

  /** Throws FormulaError at the first token that begins a line and does not continue the statement before. */
  refuseStatements(cursor: Cursor): void {
    const end = cursor.at + this.statement(cursor.at).length
    const next = this.#tokens[end]
    if (next && next.text !== ';') cursor.fail('python-statement', {}, next)
  }
}

const leadsOn = ({ kind }: Token): boolean => ['operator', 'relation', 'comma', 'keyword', 'function'].includes(kind)

const goesOn = ({ kind, text }: Token): boolean =>
  ['operator', 'relation', 'close', 'comma'].includes(kind) || ['and', 'or', 'else'].includes(text)
