import { pairBars } from '../bars'
import { closing } from '../cursor'
import { FormulaError } from '../error'
import type { Token } from '../tokens'

/** The tokens of a text that may not parse, without comments, bars made brackets if they can be paired. */
export function withoutComments(all: readonly Token[]): readonly Token[] {
  const found = all.filter(({ kind }) => kind !== 'comment')
  try {
    return pairBars(found)
  } catch (error) {
    if (error instanceof FormulaError) return found
    throw error
  }
}

/** The matching bracket of each bracket, by index, in both directions; brackets of different kinds do not match. */
export function partners(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const open: number[] = []
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === 'open') open.push(at)
    if (kind !== 'close') continue
    const partner = open.pop()
    if (partner === undefined || closing[tokens[partner]?.text ?? ''] !== text) continue
    found.set(partner, at).set(at, partner)
  }
  return found
}

const isBracket = ({ kind }: Token) => kind === 'open' || kind === 'close' || kind === 'bar'
const isSign = (token: Token | undefined) => token?.text === '+' || token?.text === '-'
const endsOperand = (token: Token | undefined) =>
  token !== undefined && ['number', 'constant', 'name', 'superscript', 'close'].includes(token.kind)
const isOperator = (token: Token | undefined, ...signs: readonly string[]) =>
  token?.kind === 'operator' && signs.includes(token.text)

/** A span of token indices, the end exclusive. */
export type Span = readonly [from: number, to: number]

/** Finds operands among tokens that may not parse as a whole. All positions are token indices, ends exclusive. */
export class Operands {
  readonly tokens: readonly Token[]
  readonly #partners: ReadonlyMap<number, number>

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
    this.#partners = partners(tokens)
  }

  /**
   * Start of the number, name, bracket or call that ends before token `end`; with its base, if it is an exponent. `end`
   * if there is none.
   */
  powerBefore(end: number): number {
    let from = end
    let before = end
    for (;;) {
      let last = before - 1
      while (this.tokens[last]?.kind === 'superscript') last -= 1
      if (!endsOperand(this.tokens[last])) return from
      from = this.#atomFrom(last)
      if (!isOperator(this.tokens[from - 1], '^')) return from
      before = from - 1
    }
  }

  #atomFrom(last: number): number {
    if (this.tokens[last]?.kind !== 'close') return last
    const open = this.#partners.get(last)
    if (open === undefined) return last
    return this.tokens[open - 1]?.kind === 'function' ? open - 1 : open
  }

  /** Start of the product that ends before token `end`, with its sign. */
  productBefore(end: number): number {
    let at = end
    while (at > 0) {
      const before = this.tokens[at - 1] as Token
      const partner = this.#partners.get(at - 1)
      if (before.kind === 'close' && partner !== undefined) at = partner
      else if (isSign(before) && endsOperand(this.tokens[at - 2])) break
      else if (['operator', 'function', 'root', 'fraction'].includes(before.kind) || endsOperand(before)) at -= 1
      else break
    }
    return at
  }

  /** End of the factor that begins with token `from`: signs, a number, name, bracket or call, and its exponents. */
  factorAfter(from: number): number {
    let at = from
    for (;;) {
      while (isSign(this.tokens[at])) at += 1
      at = this.#atomAfter(at)
      while (this.tokens[at]?.kind === 'superscript') at += 1
      if (!isOperator(this.tokens[at], '^')) return at
      at += 1
    }
  }

  #atomAfter(from: number): number {
    let at = from
    while (this.tokens[at]?.kind === 'root') at += 1
    switch (this.tokens[at]?.kind) {
      case 'open':
        return (this.#partners.get(at) ?? at) + 1
      case 'function':
        return this.argumentAfter(this.exponentAfter(at + 1))
      case 'number':
      case 'name':
      case 'constant':
        return at + 1
      default:
        return at
    }
  }

  /** End of the product that begins with token `from`; a function that is merely juxtaposed does not belong to it. */
  productAfter(from: number): number {
    let at = this.factorAfter(from)
    for (;;) {
      const isWritten = isOperator(this.tokens[at], '*', '/')
      const isOver = !isWritten && (isSign(this.tokens[at]) || this.tokens[at]?.kind === 'function')
      const next = this.factorAfter(isWritten ? at + 1 : at)
      if (isOver || next <= (isWritten ? at + 1 : at)) return at
      at = next
    }
  }

  /** End of the exponent that may begin at `at`, between a function and its argument; `at` if there is none. */
  exponentAfter(at: number): number {
    if (this.tokens[at]?.kind === 'superscript') return at + 1
    if (!isOperator(this.tokens[at], '^')) return at
    const signed = isSign(this.tokens[at + 1]) ? at + 2 : at + 1
    return this.#atomAfter(signed)
  }

  /** End of a function's argument: of its bracket, or of what is juxtaposed. */
  argumentAfter(from: number): number {
    let at = from
    while (this.tokens[at]?.kind === 'function') at = this.exponentAfter(at + 1)
    if (this.tokens[at]?.kind === 'open') return this.#atomAfter(at)
    while (['number', 'name', 'constant'].includes(this.tokens[at]?.kind ?? '')) at = this.factorAfter(at)
    return at
  }

  /** Start of the span that ends before token `end` and holds no token that `stops`; brackets in it are balanced. */
  spanBefore(end: number, stops: (token: Token) => boolean): number {
    let at = end
    while (at > 0) {
      const before = this.tokens[at - 1] as Token
      const partner = this.#partners.get(at - 1)
      if (stops(before) || (isBracket(before) && (partner === undefined || partner > at - 1))) break
      at = partner ?? at - 1
    }
    return at
  }

  /** End of such a span that begins with token `from`. */
  spanAfter(from: number, stops: (token: Token) => boolean): number {
    let at = from
    while (at < this.tokens.length) {
      const next = this.tokens[at] as Token
      const partner = this.#partners.get(at)
      if (stops(next) || (isBracket(next) && (partner === undefined || partner < at))) break
      at = (partner ?? at) + 1
    }
    return at
  }

  /** Index of the bracket that matches the one at this index. */
  partner(at: number): number | undefined {
    return this.#partners.get(at)
  }

  /** The pairs of brackets around token `at` or with it as one of them, innermost first. */
  bracketsAround(at: number): readonly Span[] {
    const around = [...this.#partners].filter(([from, to]) => from <= at && at <= to)
    return around.sort(([a], [b]) => b - a)
  }

  /** The parts of a span between commas, or between tokens that are `part`; none if a bracket in it is unbalanced. */
  parts([from, to]: Span, part = ({ kind }: Token): boolean => kind === 'comma'): readonly Span[] {
    const found: Span[] = []
    for (let begin = from; begin <= to; ) {
      const end = Math.min(this.spanAfter(begin, part), to)
      if (end < to && !part(this.tokens[end] as Token)) return []
      found.push([begin, end])
      begin = end + 1
    }
    return found
  }

  /** The span without the brackets around it, if there is one pair around all of it. */
  unwrapped(span: Span): Span {
    const [from, to] = span
    return this.#partners.get(from) === to - 1 && from < to - 1 ? [from + 1, to - 1] : span
  }

  /** Whether the span is a sum. */
  isSum([from, to]: Span): boolean {
    return this.spanAfter(from + 1, isSign) < to
  }
}
