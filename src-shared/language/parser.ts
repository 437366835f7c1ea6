import type { Problem, ProblemCode } from '../problem'
import { pairBars } from './bars'
import { FormulaError } from './error'
import { rowsWritten, shorthandNamed } from './functions'
import { leftHandSide } from './left-hand-side'
import { limits } from './limits'
import { refusePython } from './python'
import { spelled, type Vocabulary } from './spelling'
import { substitute } from './substitute'
import type { Formula, Range, Syntax } from './syntax'
import { type Token, tokens } from './tokens'

/**
 * Reads a formula as a careful teacher would.
 * Throws FormulaError with the place and the reason if it cannot be understood; nothing else, whatever the text is.
 */
export function parse(text: string, vocabulary: Vocabulary = {}): Formula {
  if (text.length > limits.characters) {
    const values = { length: text.length, most: limits.characters }
    throw new FormulaError('formula-too-long', values, { from: limits.characters, to: text.length })
  }
  refusePython(text)
  const written = tokens(text).filter(({ kind }) => kind !== 'comment')
  const side = leftHandSide(written)
  const equals = written.slice(side.length).find(({ kind }) => kind === 'equals')
  if (equals) throw new FormulaError('equals-unexpected', {}, { from: equals.from, to: equals.to })
  const read = pairBars(spelled(written.slice(side.length), side.vocabulary(vocabulary)))
  const parser = new Parser(read, text)
  const tree = parser.formula()
  return { text, tree, names: [...parser.names], arguments: side.arguments, vector: null }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '|': '|' }

/** A recursive descent, one method a rule of the grammar. */
class Parser {
  readonly names = new Set<string>()
  readonly #tokens: readonly Token[]
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens
    this.#text = text
  }

  /** formula = sum, to the end */
  formula(): Syntax {
    if (this.#tokens.length === 0) this.#fail('formula-empty')
    const tree = this.#sum()
    if (this.#next) this.#unexpected()
    return tree
  }

  /** sum = term { (+ | -) term } */
  #sum(): Syntax {
    const from = this.#from
    const terms = [{ minus: false, term: this.#term() }]
    while (this.#sees('operator', '+', '-')) {
      const minus = this.#take().text === '-'
      terms.push({ minus, term: this.#term() })
    }
    return terms.length === 1 ? (terms[0] as (typeof terms)[0]).term : { kind: 'sum', terms, range: this.#since(from) }
  }

  /** term = (+ | -) term | product: a sign belongs to the whole product, so −x² and −2x are what they look like. */
  #term(): Syntax {
    return this.#signed(
      () => this.#term(),
      () => this.#product()
    )
  }

  #signed(again: () => Syntax, otherwise: () => Syntax): Syntax {
    if (!this.#sees('operator', '+', '-')) return otherwise()
    const from = this.#from
    const minus = this.#take().text === '-'
    const of = this.#nested(again)
    return minus ? { kind: 'negate', of, range: this.#since(from) } : of
  }

  /** product = power { (* | /) factor | power }, where the second form is written side by side */
  #product(): Syntax {
    const from = this.#from
    const factors = [{ divide: false, factor: this.#power() }]
    for (;;) {
      if (this.#sees('operator', '*', '/')) {
        const divide = this.#take().text === '/'
        factors.push({ divide, factor: this.#factor() })
      } else if (this.#beginsFactor()) factors.push({ divide: false, factor: this.#power() })
      else break
    }
    if (factors.length === 1) return (factors[0] as (typeof factors)[0]).factor
    return { kind: 'product', factors, range: this.#since(from) }
  }

  /** factor = (+ | -) factor | power */
  #factor(): Syntax {
    return this.#signed(
      () => this.#factor(),
      () => this.#power()
    )
  }

  /** Whether something follows that multiplies without a sign. A number does not. */
  #beginsFactor(): boolean {
    const next = this.#next
    if (next?.kind === 'number') this.#refuseNumber(next)
    return next !== undefined && ['function', 'constant', 'name', 'root', 'fraction', 'open'].includes(next.kind)
  }

  #refuseNumber(number: Token): never {
    const before = this.#tokens[this.#at - 1] as Token
    const values = { name: this.#typed(before), number: number.text }
    if (before.kind === 'name' || before.kind === 'constant') this.#fail('number-after-name', values, number)
    this.#fail(before.kind === 'number' ? 'numbers-side-by-side' : 'number-after-factor', values, number)
  }

  /** power = atom raised */
  #power(): Syntax {
    const from = this.#from
    return this.#raised(this.#atom(), from)
  }

  /** raised = superscript raised | ^ exponent | nothing. `from`: where the base begins. */
  #raised(base: Syntax, from: number): Syntax {
    if (this.#sees('superscript')) {
      const exponent = this.#superscript()
      return this.#nested(() => this.#raised({ kind: 'power', base, exponent, range: this.#since(from) }, from))
    }
    if (!this.#sees('operator', '^')) return base
    this.#take()
    const exponent = this.#nested(() => this.#exponent())
    return { kind: 'power', base, exponent, range: this.#since(from) }
  }

  #superscript(): Syntax {
    const { text, from, to } = this.#take()
    const digits = text.replace('-', '')
    const number: Syntax = { kind: 'number', value: Number(digits), digits, range: { from, to } }
    return text.startsWith('-') ? { kind: 'negate', of: number, range: { from, to } } : number
  }

  /** exponent = (+ | -) exponent | power: from the right, x^y^z is x^(y^z). */
  #exponent(): Syntax {
    return this.#signed(
      () => this.#exponent(),
      () => this.#power()
    )
  }

  /** atom = number | constant | name | √ atom | \frac{sum}{sum} | ( sum ) | call */
  #atom(): Syntax {
    const token = this.#next
    const range = { from: token?.from ?? this.#text.length, to: token?.to ?? this.#text.length }
    switch (token?.kind) {
      case 'number':
        this.#take()
        return { kind: 'number', value: Number(token.text), digits: token.text, range }
      case 'constant':
        this.#take()
        return { kind: 'constant', name: token.text === 'pi' ? 'pi' : 'e', range }
      case 'name':
        this.#take()
        this.names.add(token.text)
        return { kind: 'name', name: token.text, range }
      case 'root': {
        this.#take()
        const of = this.#nested(() => this.#atom())
        return { kind: 'call', name: token.text, arguments: [of], range: this.#since(range.from) }
      }
      case 'fraction':
        return this.#fraction()
      case 'open':
        return this.#bracket()
      case 'function':
        return this.#call()
      default:
        return this.#operandMissing()
    }
  }

  #fraction(): Syntax {
    const { from } = this.#take()
    const above = this.#braced()
    const below = this.#braced()
    const factors = [
      { divide: false, factor: above },
      { divide: true, factor: below }
    ]
    return { kind: 'product', factors, range: this.#since(from) }
  }

  #braced(): Syntax {
    if (!this.#sees('open', '{')) this.#fail('brace-missing')
    return this.#bracket()
  }

  /** ( sum ), or | sum | */
  #bracket(): Syntax {
    const open = this.#take()
    if (this.#sees('close')) this.#fail('brackets-empty', { bracket: this.#typed(open) }, open)
    const inner = this.#nested(() => this.#sum())
    this.#close(open)
    if (open.text !== '|') return inner
    return { kind: 'call', name: 'abs', arguments: [inner], range: this.#since(open.from) }
  }

  #close(open: Token): void {
    const expected = closing[open.text] ?? ')'
    const next = this.#next
    if (!next) this.#fail('bracket-unclosed', { bracket: this.#typed(open), expected })
    if (next.kind !== 'close') this.#unexpected()
    if (next.text !== expected) this.#fail('bracket-mismatched', { expected, found: this.#typed(next) }, next)
    this.#take()
  }

  /** call = function [power] ( arguments | side-by-side argument ) */
  #call(): Syntax {
    const name = this.#take()
    const power = this.#functionPower(name)
    const inverse = power?.value === -1 ? this.#inverse(name, power) : undefined
    const read = this.#nested(() => this.#arguments(name))
    const call = this.#applied(inverse ?? name.text, read, name)
    if (!power || inverse) return call
    const { value, range } = power
    const exponent: Syntax = { kind: 'number', value, digits: String(value), range }
    return { kind: 'power', base: call, exponent, range: this.#since(name.from) }
  }

  /** `sin^2(x)`, `sin⁻¹ x`: the whole number between a function and its argument. */
  #functionPower(name: Token): { readonly value: number; readonly range: Range } | undefined {
    const start = this.#next
    if (!start || !(start.kind === 'superscript' || (start.kind === 'operator' && start.text === '^'))) return undefined
    this.#take()
    let text = start.text
    if (start.kind === 'operator') {
      const open = this.#sees('open', '(', '{') ? this.#take() : undefined
      const minus = this.#sees('operator', '-') ? this.#take().text : ''
      text = minus + (this.#sees('number') ? this.#take().text : '?')
      if (open && text.includes('?')) this.#fail('function-power', { function: this.#typed(name) }, start)
      if (open) this.#close(open)
    }
    const value = Number(text)
    if (!Number.isInteger(value) || (value < 1 && value !== -1)) {
      this.#fail('function-power', { function: this.#typed(name) }, start)
    }
    return { value, range: this.#since(start.from) }
  }

  #inverse(name: Token, power: { readonly range: Range }): string {
    const inverse = rowsWritten(name.text)[0]?.inverse
    if (!inverse) this.#fail('function-inverse', { function: this.#typed(name) }, power.range)
    return inverse
  }

  #arguments(name: Token): readonly Syntax[] {
    if (!this.#sees('open')) return [this.#bareArgument(name)]
    if (this.#sees('open', '|')) return [this.#bracket()]
    const open = this.#take()
    if (this.#sees('close')) this.#fail('brackets-empty', { bracket: this.#typed(open) }, open)
    const read = [this.#sum()]
    while (this.#sees('comma')) {
      this.#take()
      read.push(this.#sum())
    }
    this.#close(open)
    return read
  }

  /** Without brackets: the side-by-side product of numbers, names, constants and their powers; or one more function. */
  #bareArgument(name: Token): Syntax {
    if (this.#sees('function')) return this.#call()
    const from = this.#from
    if (!this.#beginsBare() && !this.#sees('number')) {
      if (this.#next?.problem) this.#unexpected()
      this.#fail('function-alone', { function: this.#typed(name) }, name)
    }
    const factors = [{ divide: false, factor: this.#power() }]
    while (this.#beginsBare()) factors.push({ divide: false, factor: this.#power() })
    if (this.#next?.kind === 'number') this.#refuseNumber(this.#next)
    if (factors.length === 1) return (factors[0] as (typeof factors)[0]).factor
    return { kind: 'product', factors, range: this.#since(from) }
  }

  #beginsBare(): boolean {
    return this.#sees('name') || this.#sees('constant') || this.#sees('root') || this.#sees('fraction')
  }

  /** The call node, or what the spelling stands for. Checks the number of arguments. */
  #applied(name: string, read: readonly Syntax[], token: Token): Syntax {
    const range = this.#since(token.from)
    const shorthand = shorthandNamed(name)
    if (shorthand) {
      if (read.length !== shorthand.parameters.length)
        this.#wrongCount(token, [shorthand.parameters.length], read.length)
      const { tree } = parse(shorthand.formula, { names: shorthand.parameters })
      return substitute(tree, new Map(read.map((argument, at) => [shorthand.parameters[at] ?? '', argument])), range)
    }
    const rows = rowsWritten(name)
    const row = rows.find(({ parameters, variadic }) => variadic || parameters.length === read.length)
    if (!row) {
      const expected = rows.map(({ parameters }) => parameters.length)
      this.#wrongCount(token, expected, read.length)
    }
    return { kind: 'call', name: row.name, arguments: read, range }
  }

  #wrongCount(token: Token, expected: readonly number[], found: number): never {
    this.#fail('argument-count', { function: this.#typed(token), expected: expected.join(' / '), found }, token)
  }

  #operandMissing(): never {
    const next = this.#next
    if (!next) this.#fail('formula-unfinished')
    if (next.problem) this.#unexpected()
    if (next.kind === 'close' && this.#depth === 0) this.#unexpected()
    this.#fail('operand-missing', { found: this.#typed(next) }, next)
  }

  /** The formula could have ended before the next token, which does not fit. */
  #unexpected(): never {
    const next = this.#next as Token
    const { problem } = next
    if (problem) this.#fail(problem.code, problem.values, problem.range)
    const before = this.#tokens[this.#at - 1]
    const after = this.#tokens[this.#at + 1]
    if (next.kind === 'comma' && before?.kind === 'number' && /^\d{3}$/.test(after?.text ?? '')) {
      this.#fail('number-comma', { number: `${before.text}${after?.text}` }, next)
    }
    if (next.kind === 'comma') this.#fail('comma-outside', {}, next)
    if (next.kind === 'close') this.#fail('bracket-unopened', { bracket: this.#typed(next) }, next)
    this.#fail('operand-missing', { found: this.#typed(next) }, next)
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  /** Where the next token begins. */
  get #from(): number {
    return this.#next?.from ?? this.#text.length
  }

  #take(): Token {
    return this.#tokens[this.#at++] as Token
  }

  #sees(kind: Token['kind'], ...texts: readonly string[]): boolean {
    const next = this.#next
    return next?.kind === kind && (texts.length === 0 || texts.includes(next.text))
  }

  #typed({ from, to }: Range): string {
    return this.#text.slice(from, to)
  }

  /** The stretch from there to the end of the last token taken. */
  #since(from: number): Range {
    return { from, to: this.#tokens[this.#at - 1]?.to ?? from }
  }

  #nested<T>(read: () => T): T {
    if (this.#depth >= limits.depth) this.#fail('formula-too-deep', { most: limits.depth }, this.#tokens[this.#at - 1])
    this.#depth++
    const result = read()
    this.#depth--
    return result
  }

  #fail(code: ProblemCode, values: Problem['values'] = {}, at?: Range): never {
    const { from, to } = at ?? this.#next ?? { from: this.#text.length, to: this.#text.length }
    throw new FormulaError(code, values, { from, to })
  }
}
