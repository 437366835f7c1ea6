import type { Problem } from '../problem'
import type { Range } from '../range'
import { formSpelt, formWords } from './forms'
import { functionSpelt, functionWords, isHidden } from './functions'
import { limits } from './limits'
import { isName, isVariable, ordered } from './names'
import { runTogether } from './run-together'
import { namedElsewhere, nearest } from './suggestion'
import type { Token } from './tokens'

/** The names a formula may use. */
export interface Vocabulary {
  /** Names in addition to the usual letters, e.g. the settings and the state of an update rule. */
  readonly names?: readonly string[]
  /**
   * The variables, where they are fixed: then no other name is free, and x0 or x[0] is the first of them unless a
   * variable has that name.
   */
  readonly variables?: readonly string[]
  /**
   * The number of elements of a whole vector (`np.sum(x**2)`) where the names are free: at least as many as the text
   * refers to by index, 2 by default. Where the variables are fixed, the vector x is all of x0, x1 … among them, or all
   * variables if there are none of these.
   */
  readonly dimension?: number
  /** Hidden functions are known as well, in the formulas of function rows. */
  readonly hidden?: boolean
}

/** The tokens of a text after names have been resolved, and what the text says of its names. */
export interface Spelling {
  /**
   * Each `name` token is one canonical name (`x_0` and `x[0]` are `x0`, `X` is `x`). A word of several letters is split
   * where that is its only reading (`4xy`); one without a reading is of kind `unknown`.
   */
  readonly tokens: readonly Token[]
  /** Names with a meaning inside of a series only: its index, or the letter of a whole vector. */
  readonly inSeriesOnly: ReadonlySet<string>
  /** The name of a vector's element, e.g. `x3`; undefined where the names are fixed and there is no such element. */
  element(letter: string, index: number): string | undefined
  /** Whether the text refers to elements of it: `x0`, `x[0]`. */
  isIndexed(letter: string): boolean
  /** Whether it has an index in brackets or as a subscript somewhere: `x[0]`, `x_i`. */
  isBracketed(letter: string): boolean
  /** Whether it is declared as a name, e.g. on the left-hand side. */
  isDeclared(letter: string): boolean
  /**
   * The number of elements of a vector, possibly too many to name; none where the names are fixed and the letter is no
   * vector.
   */
  size(letter: string): number
  /** The names of all these elements. */
  elements(letter: string): readonly string[]
}

export function spelling(tokens: readonly Token[], vocabulary: Vocabulary): Spelling {
  const reader = new Reader(tokens, vocabulary)
  return {
    tokens: read(tokens, reader),
    inSeriesOnly: reader.inSeriesOnly,
    element: (letter, index) => reader.named(`${letter}${index}`),
    isIndexed: (letter) => reader.isIndexed(letter),
    isBracketed: (letter) => reader.isBracketed(letter),
    isDeclared: (letter) => reader.isDeclared(letter),
    size: (letter) => reader.size(letter),
    elements: (letter) => reader.elements(letter)
  }
}

function read(tokens: readonly Token[], reader: Reader): readonly Token[] {
  const read: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const [open, number, close] = tokens.slice(at + 1, at + 4)
    const transpose = transposeAt(tokens, at)
    const isDeclared = (token.kind === 'function' || token.kind === 'constant') && reader.isDeclared(token.text)
    if (transpose) read.push(refused(token, { code: 'refused-transpose', values: transpose }))
    else if (isDeclared) read.push({ ...token, kind: 'name' })
    else if (token.kind !== 'name') read.push(token)
    else if (isDifferential(token) && isOfQuotient(tokens, at)) {
      read.push(refused(token, { code: 'refused-derivative', values: { word: token.text } }))
    } else if (reader.isHidden(token.text)) read.push({ ...token, kind: 'function' })
    else if (isSlice(tokens, at)) read.push(refused(token, { code: 'index-slice', values: { name: token.text } }))
    else if (open?.text === '[' && number && /^\d+$/.test(number.text) && close?.text === ']') {
      const indexed = { ...token, to: close.to, text: `${token.text}_${Number(number.text)}` }
      read.push(...reader.word(indexed, undefined, undefined))
      at += 3
    } else read.push(...reader.word(token, tokens[at - 1], open))
  }
  return read
}

const isDifferential = ({ text }: Token): boolean => /^d[a-z]$/.test(text)

/** Part of `dy/dx`, `d/dx`, `d(x^2)/dx` or `\\frac{dy}{dx}`. */
function isOfQuotient(tokens: readonly Token[], at: number): boolean {
  const texts = (from: number, to: number) =>
    tokens
      .slice(Math.max(from, 0), to)
      .map(({ text }) => text)
      .join('')
  if (/^(?:\/d[a-z]|\}\{d[a-z]\})/.test(texts(at + 1, at + 5))) return true
  return /(?:^|[^a-z])d(?:[a-z]|\(.*\))?(?:\/|\}\{)$/.test(texts(at - 40, at))
}

/** `w^T x`: an exponent T that occurs nowhere else, between a name or a bracket and a factor. Its base, as typed. */
function transposeAt(tokens: readonly Token[], at: number): Problem['values'] | undefined {
  if (tokens[at]?.text !== 'T') return undefined
  const inBraces = tokens[at - 1]?.text === '{' && tokens[at + 1]?.text === '}' ? 1 : 0
  const [base, sign] = tokens.slice(Math.max(at - 2 - inBraces, 0), at - inBraces)
  const factor = tokens[at + 1 + inBraces]
  const isProduct = factor?.text === '*' || ['name', 'open', 'function'].includes(factor?.kind ?? '')
  if (sign?.text !== '^' || !base || !['name', 'close'].includes(base.kind) || !isProduct) return undefined
  const isAlone = tokens.every(({ kind, text }, other) => other === at || kind !== 'name' || !/^T/i.test(text))
  return isAlone ? { name: base.kind === 'name' ? base.text : 'x' } : undefined
}

/** `x[1:]`: a colon in the bracket of an index. Only a few tokens are examined. */
function isSlice(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== '[') return false
  const inside = tokens.slice(at + 2, at + 12)
  const colon = inside.findIndex(({ kind }) => kind === 'colon')
  return colon >= 0 && !inside.slice(0, colon).some(({ kind }) => kind === 'open' || kind === 'close')
}

/** The names that series give their index: `i` in `sum(i, 1, 10, …)` and in `\sum_{i=1}^{10}`. */
function indices(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ kind, text }, at) => {
    if (kind !== 'name') return []
    const [name, open, after] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]]
    const isCalled = isSeries(name) && open?.kind === 'open' && after?.kind === 'comma'
    const isBelow = name?.kind === 'subscript' && open?.text === '{' && after?.kind === 'equals'
    return isCalled || isBelow ? [text] : []
  })
}

export const isSeries = (token: Token | undefined): token is Token =>
  token?.kind === 'function' && !['piecewise', undefined].includes(formSpelt(token.text))

/** Part of a word: `pi`, or a letter that may have an index. */
const partPattern = /pi|[a-z](?:_?\d+)?/giy

const longestFunction = Math.max(...functionWords().map(({ length }) => length))

/** Before a bracket these are taken for undefined functions, not for factors. */
const functionLetters = ['f', 'g', 'h']
/**
 * Before a bracket these may be a function or a factor: σ the sigmoid, Γ the gamma function, which the language lacks.
 */
const doubtfulLetters: ReadonlyMap<string, 'sigma-applied' | 'gamma-applied'> = new Map([
  ['sigma', 'sigma-applied'],
  ['gamma', 'gamma-applied']
])

class Reader {
  readonly #names: readonly string[]
  readonly #variables: readonly string[] | undefined
  /** Names that stand by themselves somewhere in the text: not directly behind a number, unless their index is 0. */
  readonly #seen: ReadonlySet<string>

  /** Letters followed by an index: `x[0]`. */
  readonly #indexedLetters: ReadonlySet<string>
  readonly inSeriesOnly: ReadonlySet<string>
  readonly #dimension: number
  /** The letter of each name as typed where it first occurs. */
  readonly #typedLetters = new Map<string, string>()
  #hasSuggested = false
  readonly #hidden: boolean

  constructor(tokens: readonly Token[], { names = [], variables, dimension = 2, hidden }: Vocabulary) {
    const declared = [...names, ...(variables ?? [])]
    const vectors = variables && tokens.some(isSeries) ? ['x', ...variables.map(letterOf)] : []
    const inSeries = [...indices(tokens), ...vectors]
    this.#names = [...declared, ...inSeries]
    this.inSeriesOnly = new Set(
      inSeries.filter((name) => !declared.includes(name) && (variables !== undefined || !isName(name)))
    )
    this.#variables = variables
    this.#dimension = dimension
    this.#hidden = hidden === true
    const before = (at: number) => tokens[at + 1]?.text === '[' || tokens[at + 1]?.kind === 'subscript'
    this.#indexedLetters = new Set(tokens.filter((_, at) => before(at)).map(({ text }) => text))
    this.#seen = new Set(
      tokens
        .filter(
          (token, at) => token.kind === 'name' && (!isGlued(token, tokens[at - 1]) || /^[A-Za-z]0$/.test(token.text))
        )
        .map((token) => canonical(token.text))
    )
  }

  /** Whether it is a hidden function, and these are known. */
  isHidden(word: string): boolean {
    return this.#hidden && isHidden(word)
  }

  isDeclared(word: string): boolean {
    return this.#names.includes(word)
  }

  size(letter: string): number {
    return this.#variables ? this.elements(letter).length : this.#dimension
  }

  elements(letter: string): readonly string[] {
    const { length } = letter
    if (!this.#variables) return Array.from({ length: this.#dimension }, (_, index) => `${letter}${index}`)
    const indexed = this.#variables.filter((name) => name.startsWith(letter) && /^\d+$/.test(name.slice(length)))
    if (indexed.length > 0) return ordered(indexed)
    return letter === 'x' ? this.#variables : []
  }

  /** The tokens of a word: one name, several factors, or a single token of kind `unknown`. */
  word(token: Token, before: Token | undefined, after: Token | undefined): readonly Token[] {
    const name = this.named(token.text)
    if (/^(?:[A-Za-z]|[a-z]+)_?\d{7,}$/.test(token.text)) {
      return [refused(token, { code: 'index-too-large', values: { most: limits.index } })]
    }
    if (name !== undefined) {
      if (functionLetters.includes(name) && after?.text === '(' && !this.#names.includes(name)) {
        return [refused(token, { code: 'function-itself', values: { name: token.text } })]
      }
      const doubt = doubtfulLetters.get(name)
      if (doubt && after?.text === '(' && !this.#names.includes(name)) {
        return [refused(token, { code: doubt, values: { name: token.text } })]
      }
      if (token.text === 'D' && after?.text === '[') return [refused(token, { code: 'refused-derivative', values: {} })]
      return [this.#isDoubtful(token, before) ? doubtful(token) : this.#name(token, name)]
    }
    if (isDifferential(token) && !this.#names.includes('d') && isVariable(token.text.charAt(1))) {
      return [
        refused(token, { code: 'refused-differential', values: { word: token.text, name: token.text.charAt(1) } })
      ]
    }
    return (
      this.#indexed(token) ?? this.#split(token) ?? this.#runTogether(token, after) ?? [this.#unknown(token, after)]
    )
  }

  /** A name, unless its letter occurs in the other case as well: both could be meant as the same name. */
  #name(token: Token, name: string): Token {
    const [letter, typed] = [letterOf(name), letterOf(canonical(token.text))]
    const first = this.#typedLetters.get(letter) ?? typed
    this.#typedLetters.set(letter, first)
    if (first === typed) return { ...token, text: name }
    return refused(token, { code: 'name-cases', values: { first, second: typed } })
  }

  /** `x_i` with the index of a series: a name, a subscript and a name. */
  #indexed(token: Token): readonly Token[] | undefined {
    const [, letter = '', index = ''] = /^([A-Za-z]|[a-z]+)_([A-Za-z]+)$/.exec(token.text) ?? []
    const name = this.named(letter)
    if (name === undefined || !this.#names.includes(index)) return undefined
    const [below, from] = [token.to - index.length - 1, token.to - index.length]
    return [
      { ...token, text: name, to: below },
      { kind: 'subscript', text: '_', from: below, to: from },
      { ...token, text: index, from }
    ]
  }

  /** The name that a whole word is: itself if declared, then a free letter, then a declared name in another case. */
  named(word: string): string | undefined {
    const name = canonical(word)
    if (this.#names.includes(word)) return word
    if (this.#names.includes(name)) return name
    if (!this.#variables && isName(name)) {
      const lower = name.toLowerCase()
      return isVariable(lower) ? lower : name
    }
    const sameLetters = this.#names.filter((one) => one.toLowerCase() === name.toLowerCase())
    if (sameLetters.length === 1) return sameLetters[0]
    const [, index] = /^x(\d+)$/i.exec(name) ?? []
    return index === undefined ? undefined : this.#variables?.[Number(index)]
  }

  /** `2x3` could be 2·3, 2x³ or 2·x₃, unless an x with an index stands elsewhere by itself. */
  #isDoubtful(token: Token, before: Token | undefined): boolean {
    const [, letter, index] = /^([A-Za-z])(\d+)$/.exec(token.text) ?? []
    if (!letter || !isGlued(token, before) || this.#names.includes(token.text)) return false
    return index !== '0' && !this.isIndexed(letter)
  }

  isBracketed(letter: string): boolean {
    return this.#indexedLetters.has(letter)
  }

  isIndexed(letter: string): boolean {
    if (this.isBracketed(letter)) return true
    return [...this.#seen, ...this.#names].some((name) => name !== letter && letterOf(name) === letter)
  }

  /** `xy` as x·y, if every letter is known; the first one may be unknown, as a coefficient (`ax`). */
  #split(token: Token): readonly Token[] | undefined {
    const parts = token.text.match(partPattern) ?? []
    if (parts.join('') !== token.text || parts.length < 2) return undefined
    const allIndexed = parts.every((one) => /\d/.test(one))
    const isCoefficient = (at: number) =>
      at === 0 && !this.#variables && parts.slice(1).every((one) => isVariable(canonical(one).toLowerCase()))
    const ranges = rangesOf(token, parts)
    const read: Token[] = []
    for (const [at, text] of parts.entries()) {
      const { from, to } = ranges[at] ?? token
      const lower = text.toLowerCase()
      const name = this.named(text)
      if (lower === 'pi' || lower === 'e') read.push({ kind: 'constant', text: lower, from, to })
      else if (name !== undefined && (this.#isKnown(text, name, allIndexed) || isCoefficient(at))) {
        read.push(this.#name({ kind: 'name', text, from, to }, name))
      } else return undefined
    }
    return read
  }

  /**
   * `xsinx` as x·sin x; before a bracket only a word that ends with the function, because `sinx(…)` looks like a call.
   */
  #runTogether(token: Token, after: Token | undefined): readonly Token[] | undefined {
    const parts = runTogether(token.text, (letter) => {
      const name = this.named(letter)
      return name !== undefined && this.#isKnown(letter, name, false)
    })
    if (!parts || (after?.text === '(' && parts.at(-1)?.kind !== 'function')) return undefined
    const ranges = rangesOf(
      token,
      parts.map(({ text }) => text)
    )
    return parts.map(({ kind, text }, at) => {
      const part = { kind, text, ...(ranges[at] ?? token) }
      if (kind === 'name') return this.#name(part, this.named(text) ?? text)
      return { ...part, text: kind === 'function' ? (functionSpelt(text) ?? text) : text.toLowerCase() }
    })
  }

  #isKnown(typed: string, name: string, allIndexed: boolean): boolean {
    if (this.#names.includes(name) || this.#seen.has(name)) return true
    return isVariable(name) && (!/\d/.test(typed) || typed.includes('_') || allIndexed)
  }

  #unknown(token: Token, after: Token | undefined): Token {
    const name = canonical(token.text)
    const [, letter = '', index] = /^(x)(\d+)$/i.exec(name) ?? []
    if (this.#variables && index !== undefined) {
      const values = { name: `${letter}[${index}]`, count: this.#variables.length }
      return refused(token, { code: 'index-beyond', values })
    }
    // Only the first unknown word is reported.
    const suggestion = this.#hasSuggested ? '' : this.#suggestion(token.text, after?.text === '(')
    this.#hasSuggested = true
    return refused(token, { code: 'name-unknown', values: { name: token.text, suggestion } })
  }

  #suggestion(word: string, isCalled: boolean): string {
    const words = [...this.#names, 'pi', ...formWords(), ...functionWords()]
    return this.#apart(word, isCalled) ?? namedElsewhere(word) ?? nearest(word, words) ?? functionWithin(word) ?? ''
  }

  /**
   * `sinx` as `sin x`, `xsin(` as `x sin`: a function directly before or, in front of a bracket, behind known names.
   */
  #apart(word: string, isCalled: boolean): string | undefined {
    const isReadable = (part: string) => {
      const letters = part.replace(/^[\d.]+/, '')
      return this.named(letters) !== undefined || [...letters].every((letter) => isVariable(letter))
    }
    for (let length = Math.min(word.length - 1, longestFunction); length >= 2; length--) {
      const [head, rest] = [word.slice(0, length), word.slice(length)]
      if (!isCalled && functionSpelt(head) && isReadable(rest)) return `${head} ${rest}`
      const [front, tail] = [word.slice(0, word.length - length), word.slice(word.length - length)]
      if (functionSpelt(tail) && isReadable(front)) return `${front} ${tail}`
    }
    return undefined
  }
}

/** `cosine` as `cos`: the longest function with which a word begins. */
function functionWithin(word: string): string | undefined {
  const lower = word.includes('_') ? '' : word.toLowerCase()
  const found = functionWords().filter((name) => name.length >= 3 && lower.startsWith(name))
  return found.sort((a, b) => b.length - a.length)[0]
}

/** The letter of a name with an index. */
const letterOf = (name: string): string => name.replace(/\d+$/, '')

const canonical = (word: string): string => word.replace(/^([A-Za-z]|[a-z]+)_(\d+)$/, '$1$2')

const isGlued = (token: Token, before: Token | undefined): boolean =>
  before?.kind === 'number' && before.to === token.from

function refused(token: Token, problem: Pick<Problem, 'code' | 'values'>): Token {
  const { from, to } = token
  return { ...token, kind: 'unknown', problem: { ...problem, range: { from, to } } }
}

/**
 * The range of each part of a word. If an index before its end had to be folded, or a letter is more than one unit,
 * each part has the range of the whole word.
 */
function rangesOf({ from, to, text }: Token, parts: readonly string[]): readonly Range[] {
  const before = parts.slice(0, -1).join('')
  const isTyped = to - from === text.length || (!before.includes('_') && parts.at(-1)?.includes('_'))
  let end = from
  return parts.map((part, at) => {
    end += part.length
    if (!isTyped) return { from, to }
    return { from: end - part.length, to: at === parts.length - 1 ? to : end }
  })
}

/** Refuses the token at its digits, whose meaning is in doubt. */
function doubtful(token: Token): Token {
  const letter = token.text.charAt(0)
  const number = token.text.slice(1)
  return refused({ ...token, from: token.from + 1 }, { code: 'index-doubtful', values: { name: letter, number } })
}
