import { pairBars } from '../bars'
import { closing } from '../cursor'
import { FormulaError } from '../error'
import type { Token } from '../tokens'

/** The tokens of a text that may be broken, its comments left out, and its bars made brackets as far as they can be paired. */
export function withoutComments(all: readonly Token[]): readonly Token[] {
  const found = all.filter(({ kind }) => kind !== 'comment')
  try {
    return pairBars(found)
  } catch (error) {
    if (error instanceof FormulaError) return found
    throw error
  }
}

/** Each bracket's partner, by index, both ways; brackets of different kinds are no partners, and end what is between. */
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

/** Indices of tokens, the end exclusive. */
export type Stretch = readonly [from: number, to: number]

/** Finds operands among tokens that as a whole may make no sense. Stretches are of token indices, the end exclusive. */
export class Operands {
  readonly tokens: readonly Token[]
  readonly #partners: ReadonlyMap<number, number>

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
    this.#partners = partners(tokens)
  }

  /** Where the number, name, bracket or call begins that ends before token `end`, with the base if it is an exponent; `end` if there is none. */
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

  /** Where the product begins that ends before token `end`, its sign included. */
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

  /** Where the factor ends that begins with token `from`: signs, a number, name, bracket or call, and its exponents. */
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

  /** Where the product ends that begins with token `from`; before a function that is only written beside it. */
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

  /** Where the exponent ends that may begin at `at`, between a function and its argument; `at` if there is none. */
  exponentAfter(at: number): number {
    if (this.tokens[at]?.kind === 'superscript') return at + 1
    if (!isOperator(this.tokens[at], '^')) return at
    const signed = isSign(this.tokens[at + 1]) ? at + 2 : at + 1
    return this.#atomAfter(signed)
  }

  /** Where a function's argument ends: its bracket, or what is written side by side. */
  argumentAfter(from: number): number {
    let at = from
    while (this.tokens[at]?.kind === 'function') at = this.exponentAfter(at + 1)
    if (this.tokens[at]?.kind === 'open') return this.#atomAfter(at)
    while (['number', 'name', 'constant'].includes(this.tokens[at]?.kind ?? '')) at = this.factorAfter(at)
    return at
  }

  /** Where the stretch begins that ends before token `end` and holds no token that `stops`, brackets in it being whole. */
  stretchBefore(end: number, stops: (token: Token) => boolean): number {
    let at = end
    while (at > 0) {
      const before = this.tokens[at - 1] as Token
      const partner = this.#partners.get(at - 1)
      if (stops(before) || (isBracket(before) && (partner === undefined || partner > at - 1))) break
      at = partner ?? at - 1
    }
    return at
  }

  /** Where such a stretch ends that begins with token `from`. */
  stretchAfter(from: number, stops: (token: Token) => boolean): number {
    let at = from
    while (at < this.tokens.length) {
      const next = this.tokens[at] as Token
      const partner = this.#partners.get(at)
      if (stops(next) || (isBracket(next) && (partner === undefined || partner < at))) break
      at = (partner ?? at) + 1
    }
    return at
  }

  /** The bracket that belongs to the one at this index. */
  partner(at: number): number | undefined {
    return this.#partners.get(at)
  }

  /** The pairs of brackets in which token `at` stands, itself one of them or not, innermost first. */
  bracketsAround(at: number): readonly Stretch[] {
    const around = [...this.#partners].filter(([from, to]) => from <= at && at <= to)
    return around.sort(([a], [b]) => b - a)
  }

  /** What is between the commas of a stretch, or between other tokens that part it; none if a bracket in it has no partner. */
  parts([from, to]: Stretch, part = ({ kind }: Token): boolean => kind === 'comma'): readonly Stretch[] {
    const found: Stretch[] = []
    for (let begin = from; begin <= to; ) {
      const end = Math.min(this.stretchAfter(begin, part), to)
      if (end < to && !part(this.tokens[end] as Token)) return []
      found.push([begin, end])
      begin = end + 1
    }
    return found
  }

  /** What is in the brackets, if the stretch is nothing but these. */
  unwrapped(stretch: Stretch): Stretch {
    const [from, to] = stretch
    return this.#partners.get(from) === to - 1 && from < to - 1 ? [from + 1, to - 1] : stretch
  }

  /** Whether signs part the stretch into terms. */
  isSum([from, to]: Stretch): boolean {
    return this.stretchAfter(from + 1, isSign) < to
  }
}
