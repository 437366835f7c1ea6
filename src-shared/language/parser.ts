import type { Range } from '../range'
import { pairBars } from './bars'
import { call, refuseNumber } from './calls'
import { stripComments } from './comments'
import { type ConditionPositions, conditionPositions } from './condition-positions'
import { Cursor } from './cursor'
import { equalities } from './equalities'
import { FormulaError } from './error'
import { factorial, seesFactorial } from './factorial'
import { formSpelt } from './forms'
import type { Grammar } from './grammar'
import { isDerivative, isUpdate, leftHandSide, type RightHandSide } from './left-hand-side'
import { limits } from './limits'
import { seesModulo } from './modulo'
import { braced, cases, choice, holdsPieces, piecewise, question, truth } from './pieces'
import { root, seesRaisedRoot } from './roots'
import { series } from './series'
import { isSeries, type Spelling, spelling, type Vocabulary } from './spelling'
import { substitute } from './substitute'
import { spelledOut } from './superscripts'
import type { Formula, ProductSyntax, Syntax } from './syntax'
import { type Token, tokens } from './tokens'
import { valueFirst } from './value-first'
import { wholeNumber } from './whole-number'
import { bound, unwrapped } from './wrapper'

/**
 * Parses a formula as it is written in mathematics, Python or TeX; what is ambiguous is refused, not guessed.
 * Throws FormulaError with the range and the reason if the text cannot be parsed, and nothing else, whatever the text.
 */
export function parse(text: string, vocabulary: Vocabulary = {}): Formula {
  if (text.length > limits.characters) {
    const values = { length: text.length, most: limits.characters }
    throw new FormulaError('formula-too-long', values, { from: limits.characters, to: text.length })
  }
  const { body, arguments: declared, vocabulary: known } = rightHandSide(text, vocabulary)
  const words = spelling(body, known)
  const parser = new Parser(words, text)
  const tree = parser.whole()
  const names = [...parser.names]
  const { vector } = parser
  // If the text names an element beyond those the vector was expanded to, the vector has more of them: parse again.
  const dimension = 1 + Math.max(...names.map((name) => (vector === null ? -1 : indexIn(vector, name))))
  if (!vocabulary.variables && dimension > (vocabulary.dimension ?? 2)) return parse(text, { ...vocabulary, dimension })
  const hasElements = (name: string) => names.some((one) => indexIn(name, one) >= 0 && !declared.includes(one))
  for (const name of declared) if (words.isBracketed(name)) parser.refuseWhole(name)
  return { text, tree, names, arguments: declared.filter((name) => names.includes(name) || !hasElements(name)), vector }
}

/** The tokens of the right-hand side, and what the left-hand side says of its names. */
function rightHandSide(text: string, vocabulary: Vocabulary): RightHandSide {
  const written = valueFirst(equalities(stripComments(tokens(text), text, isFormula).flatMap(spelledOut)))
  // In spreadsheets a formula begins with `=`, and -x^2 and log mean something else.
  const [first] = written
  if (first?.kind === 'equals') throw new FormulaError('equals-first', {}, { from: first.from, to: first.to })
  const code = unwrapped(written, text)
  const right = code.parameters ? bound(code, vocabulary) : leftHandSide(code.body, vocabulary)
  // The error is at the first token that cannot be read, or at an `=` other than that of `\sum_{i=1}`.
  const isRefused = ({ kind, problem }: Token, at: number) =>
    problem !== undefined || (kind === 'equals' && right.body[at - 3]?.kind !== 'subscript')
  const refused = right.body.find(isRefused)
  if (refused?.kind !== 'equals') return right
  const place = { from: refused.from, to: refused.to }
  const [series, open] = right.body.slice(Math.max(right.body.indexOf(refused) - 3, 0))
  if (isSeries(series) && open?.kind === 'open') {
    throw new FormulaError('sum-incomplete', { function: text.slice(series.from, series.to) }, place)
  }
  const before = right.body.slice(0, right.body.indexOf(refused))
  if (isDerivative(before)) {
    throw new FormulaError('refused-derivative', {}, { from: before[0]?.from ?? place.from, to: place.to })
  }
  const isStep = isUpdate(before, right.body.slice(before.length + 1))
  throw new FormulaError(isStep ? 'refused-update' : 'equals-unexpected', {}, place)
}

function isFormula(text: string): boolean {
  try {
    parse(text)
    return true
  } catch (error) {
    if (error instanceof FormulaError) return false
    throw error
  }
}

/** The index of a name as an element of a vector: 3 for `x3` in x; −1 if it is none. */
function indexIn(vector: string, name: string): number {
  const index = name.slice(vector.length)
  return name.startsWith(vector) && /^\d+$/.test(index) ? Number(index) : -1
}

/** Recursive descent, one method for each rule of the grammar. */
class Parser implements Grammar {
  readonly names = new Set<string>()
  readonly cursor: Cursor
  readonly conditions: ConditionPositions
  readonly spelling: Spelling
  readonly bound = new Map<string, number | string>()
  vector: string | null = null
  /** The first token of each free name that is not an element of a vector. */
  readonly #firstTokens = new Map<string, Token>()
  #expanded = 0

  constructor(spelling: Spelling, text: string) {
    const tokens = pairBars(spelling.tokens)
    this.spelling = spelling
    this.cursor = new Cursor(tokens, text)
    this.conditions = conditionPositions(tokens)
  }

  /** The whole formula, to the end of the text. */
  whole(): Syntax {
    if (!this.cursor.next) this.cursor.fail('formula-empty')
    const tree = this.expression()
    if (this.cursor.next) this.cursor.unexpected()
    if (this.vector !== null) this.refuseWhole(this.vector)
    return tree
  }

  /** Refuses a vector that stands for itself, outside of a sum and without an index. */
  refuseWhole(vector: string): void {
    const place = this.#firstTokens.get(vector)
    if (place) this.cursor.fail('vector-outside', { name: vector }, place)
  }

  /** expression = condition ? expression : expression | sum { if condition else sum } */
  expression(): Syntax {
    if (this.conditions.questions.has(this.cursor.at)) return question(this)
    const first = this.sum()
    return this.cursor.sees('keyword', 'if') ? choice(this, first) : first
  }

  /** sum = term { (+ | -) term } */
  sum(): Syntax {
    const from = this.cursor.from
    const terms = [{ minus: false, term: this.term() }]
    while (this.#seesSign()) {
      const minus = this.cursor.take().text === '-'
      terms.push({ minus, term: this.term() })
    }
    return terms.length === 1
      ? (terms[0] as (typeof terms)[0]).term
      : { kind: 'sum', terms, range: this.cursor.since(from) }
  }

  /** term = (+ | -) term | product: a sign applies to the whole product, so that −x² is −(x²). */
  term(): Syntax {
    return this.#seesSign() ? this.#signed(() => this.term()) : this.#product()
  }

  #seesSign(): boolean {
    return this.cursor.sees('operator', '+', '-')
  }

  #signed(read: () => Syntax): Syntax {
    const { from } = this.cursor
    const minus = this.cursor.take().text === '-'
    this.cursor.descend()
    const of = this.cursor.ascend(read())
    return minus ? { kind: 'negate', of, range: this.cursor.since(from) } : of
  }

  /** product = power { (* | / | mod) factor | power }, the second alternative being juxtaposition */
  #product(): Syntax {
    const from = this.cursor.from
    const factors: { divide: boolean; factor: Syntax }[] = [{ divide: false, factor: this.power() }]
    /** Each remainder is one level deeper, because it is the dividend of the next. */
    let remainders = 0
    for (;;) {
      if (seesModulo(this.cursor)) {
        const dividend = productOf(factors, this.cursor.since(from))
        this.cursor.take()
        this.cursor.descend()
        remainders++
        const of = [dividend, this.#factor()]
        factors.splice(0, factors.length, {
          divide: false,
          factor: { kind: 'call', name: 'mod', arguments: of, range: this.cursor.since(from) }
        })
        continue
      }
      if (this.cursor.sees('operator', '*', '/')) {
        const divide = this.cursor.take().text === '/'
        factors.push({ divide, factor: this.#factor() })
      } else if (this.#beginsFactor()) {
        this.#refuseCondition()
        factors.push({ divide: false, factor: this.power() })
      } else break
    }
    while (remainders-- > 0) this.cursor.ascend(undefined)
    return productOf(factors, this.cursor.since(from))
  }

  /** factor = (+ | -) factor | power */
  #factor(): Syntax {
    return this.#seesSign() ? this.#signed(() => this.#factor()) : this.power()
  }

  /** Refuses `x^2 (x > 0)`: it may give the condition for x², or be a product with 1 or 0. */
  #refuseCondition(): void {
    if (!this.cursor.sees('open', '(') || !this.conditions.brackets.has(this.cursor.at)) return
    this.cursor.take()
    this.expression()
    this.cursor.unexpected()
  }

  /** Whether a factor follows by juxtaposition. A number is none. */
  #beginsFactor(): boolean {
    const next = this.cursor.next
    if (next?.kind === 'number') refuseNumber(this)
    return next !== undefined && ['function', 'constant', 'name', 'root', 'fraction', 'open'].includes(next.kind)
  }

  /** power = atom [!] raised */
  power(): Syntax {
    const from = this.cursor.from
    const atom = this.atom()
    return this.#raised(seesFactorial(this.cursor) ? factorial(this.cursor, atom) : atom, from)
  }

  /** raised = superscript raised | ^ exponent | nothing. `from`: offset of the base. */
  #raised(base: Syntax, from: number): Syntax {
    if (this.cursor.sees('superscript')) {
      const exponent = this.#superscript()
      this.cursor.descend()
      return this.cursor.ascend(this.#raised({ kind: 'power', base, exponent, range: this.cursor.since(from) }, from))
    }
    if (!this.cursor.sees('operator', '^')) return base
    this.cursor.take()
    this.cursor.descend()
    const exponent = this.cursor.ascend(this.#exponent())
    return { kind: 'power', base, exponent, range: this.cursor.since(from) }
  }

  #superscript(): Syntax {
    const { text, from, to } = this.cursor.take()
    if (text === '') return this.bracket()
    const digits = text.replace('-', '')
    const number = numberTree(digits, { from, to })
    return text.startsWith('-') ? { kind: 'negate', of: number, range: { from, to } } : number
  }

  /** exponent = (+ | -) exponent | power: right-associative, x^y^z is x^(y^z). */
  #exponent(): Syntax {
    return this.#seesSign() ? this.#signed(() => this.#exponent()) : this.power()
  }

  /** atom = number | constant | name | √ atom | \frac{…}{…} | bracket | call */
  atom(): Syntax {
    const token = this.cursor.next
    const range = { from: token?.from ?? this.cursor.from, to: token?.to ?? this.cursor.from }
    if (this.bound.size > 0 && ++this.#expanded > limits.expanded) this.cursor.fail('series-too-large')
    switch (token?.kind) {
      case 'number':
        return numberTree(this.cursor.take().text, range)
      case 'constant':
        this.cursor.take()
        return { kind: 'constant', name: token.text === 'pi' ? 'pi' : 'e', range }
      case 'name':
        return this.#name(this.cursor.take())
      case 'root':
        return root(this)
      case 'superscript':
        return seesRaisedRoot(this.cursor) ? root(this) : this.cursor.operandMissing()
      case 'fraction':
        return this.#fraction()
      case 'open':
        return this.bracket()
      case 'keyword':
        if (token.text !== 'if' || this.cursor.following?.kind !== 'open') return this.cursor.operandMissing()
        this.cursor.descend()
        return this.cursor.ascend(piecewise(this, this.cursor.take()))
      case 'function':
        return this.#form(token) ?? call(this)
      default:
        return this.cursor.operandMissing()
    }
  }

  #form(token: Token): Syntax | undefined {
    const form = formSpelt(token.text)
    if (!form) return undefined
    this.cursor.take()
    this.cursor.descend()
    return this.cursor.ascend(form === 'piecewise' ? piecewise(this, token) : series(this, token))
  }

  #name(token: Token): Syntax {
    const { text, from } = token
    if (this.cursor.sees('open', '[') || this.cursor.sees('subscript')) return this.#element(token)
    const meaning = this.bound.get(text)
    if (typeof meaning === 'number') return signedNumber(meaning, this.cursor.since(from))
    if (meaning !== undefined) return this.#free(meaning, from)
    if (this.spelling.inSeriesOnly.has(text)) this.cursor.fail('name-unknown', { name: text, suggestion: '' }, token)
    if (!this.#firstTokens.has(text)) this.#firstTokens.set(text, token)
    return this.#free(text, from)
  }

  #free(name: string, from: number): Syntax {
    this.names.add(name)
    return { kind: 'name', name, range: this.cursor.since(from) }
  }

  /**
   * `x[i + 1]`, `x_i`, `x_{i+1}`: an element of a vector. The index has to be a whole number, after the index of a
   * series has been replaced.
   */
  #element(token: Token): Syntax {
    const { text: letter, from } = token
    const below = this.cursor.sees('subscript') ? this.cursor.take() : undefined
    const index = below && !this.cursor.sees('open', '{') ? this.atom() : this.bracket()
    const number = wholeNumber(index)
    const place = this.cursor.since(from)
    if (number === undefined || number < 0 || /\d/.test(letter)) {
      this.cursor.fail('index-malformed', { name: letter }, place)
    }
    if (number > limits.index) this.cursor.fail('index-too-large', { most: limits.index }, place)
    const name = this.spelling.element(letter, number)
    if (name !== undefined) return this.#free(name, from)
    return this.cursor.fail('index-beyond', { name: `${letter}[${number}]`, count: this.spelling.size(letter) }, place)
  }

  #fraction(): Syntax {
    const { from } = this.cursor.take()
    const above = this.#fractionPart()
    const below = this.#fractionPart()
    return quotient(above, below, this.cursor.since(from))
  }

  #fractionPart(): Syntax {
    if (this.cursor.sees('open', '{')) return this.bracket()
    const isSingle = this.cursor.sees('number') || this.cursor.sees('name') || this.cursor.sees('constant')
    return isSingle ? this.atom() : this.cursor.fail('brace-missing')
  }

  /** ( expression ), | expression |, ⌊ expression ⌋, or pieces in braces */
  bracket(): Syntax {
    const isCondition = this.cursor.sees('open', '(') && this.conditions.brackets.has(this.cursor.at)
    const open = this.cursor.take()
    if (this.cursor.sees('close')) this.cursor.fail('brackets-empty', { bracket: this.cursor.typed(open) }, open)
    if (isCondition) return truth(this, open)
    this.cursor.descend()
    if (open.text === '\\begin{cases}') return this.cursor.ascend(cases(this, open))
    if (holdsPieces(this, open)) return this.cursor.ascend(braced(this, open))
    const inner = this.cursor.ascend(this.expression())
    this.cursor.close(open)
    const name = { '|': 'abs', '⌊': 'floor', '⌈': 'ceil' }[open.text]
    if (!name) return inner
    return { kind: 'call', name, arguments: [inner], range: this.cursor.since(open.from) }
  }

  formula(text: string, values: Readonly<Record<string, Syntax>>, from: number): Syntax {
    const { tree } = parse(text, { names: Object.keys(values) })
    return substitute(tree, new Map(Object.entries(values)), this.cursor.since(from))
  }
}

function productOf(factors: ProductSyntax['factors'], range: Range): Syntax {
  const [first, ...others] = factors
  return first && others.length === 0 ? first.factor : { kind: 'product', factors: [...factors], range }
}

function signedNumber(value: number, range: Range): Syntax {
  const number = numberTree(String(Math.abs(value)), range)
  return value < 0 ? { kind: 'negate', of: number, range } : number
}

/** A number; `½` is the quotient 1/2. */
function numberTree(text: string, range: Range): Syntax {
  const [digits = '', below] = text.split('/')
  const number: Syntax = { kind: 'number', value: Number(digits), digits, range }
  return below === undefined ? number : quotient(number, numberTree(below, range), range)
}

function quotient(above: Syntax, below: Syntax, range: Range): Syntax {
  const factors = [
    { divide: false, factor: above },
    { divide: true, factor: below }
  ]
  return { kind: 'product', factors, range }
}
