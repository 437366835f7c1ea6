import type { Condition as ConditionSyntax, ProductSyntax, SumSyntax, Syntax } from '@shared/language/syntax'
import { decimalPlaces, isOne, negative, type Rational } from './rational'
import {
  type Base,
  type Condition,
  constant,
  type Factor,
  negate,
  type Sum,
  sumKey,
  type Term,
  TooLong,
  unlessTooLong
} from './terms'

const range = { from: 0, to: 0 }

/**
 * A sum in normal form as a formula is written: coefficient, letters, brackets, functions; factors with a negative
 * exponent in the denominator. `order`: the order of names within a product. Null if a number is too long.
 */
export function written(sum: Sum, order: readonly string[]): Syntax | null {
  return unlessTooLong(() => new Writing(order).sum(sum))
}

class Writing {
  readonly #order: readonly string[]

  constructor(order: readonly string[]) {
    this.#order = order
  }

  sum(sum: Sum): Syntax {
    const terms: SumSyntax['terms'] = sum.map((term, i) => {
      const minus = term.coefficient.over < 0n
      const written = this.#term(minus ? { ...term, coefficient: negative(term.coefficient) } : term)
      return minus && i === 0
        ? { minus: false, term: { kind: 'negate', of: written, range } }
        : { minus, term: written }
    })
    const [first] = terms
    if (!first) return digits('0')
    return terms.length > 1 ? { kind: 'sum', terms, range } : first.term
  }

  /** A term with a positive coefficient. */
  #term({ coefficient, factors }: Term): Syntax {
    const ordered = [...factors].sort((a, b) => this.#rank(a.base) - this.#rank(b.base))
    const over = ordered.filter(({ exponent }) => exponent.over > 0n).map((factor) => this.#factor(factor))
    const under = ordered
      .filter(({ exponent }) => exponent.over < 0n)
      .map(({ base, exponent }) => this.#factor({ base, exponent: negative(exponent) }))

    const [number, divisor] = digitsOf(coefficient)
    if (number !== '1' || over.length === 0) over.unshift(digits(number))
    if (divisor !== '1') under.unshift(digits(divisor))
    if (under.length === 0) return product(over)
    return { kind: 'product', factors: [...factorsOf(product(over)), { divide: true, factor: product(under) }], range }
  }

  #factor({ base, exponent }: Factor): Syntax {
    const written = this.#base(base)
    if (exponent.over === 1n && exponent.under === 2n && !exponent.decimal)
      return { kind: 'call', name: 'sqrt', arguments: [written], range }
    return isOne(exponent) ? written : { kind: 'power', base: written, exponent: rational(exponent), range }
  }

  #base(base: Base): Syntax {
    switch (base.kind) {
      case 'constant':
        return { kind: 'constant', name: base.name, range }
      case 'name':
        return { kind: 'name', name: base.name, range }
      case 'call':
        return { kind: 'call', name: base.name, arguments: base.arguments.map((of) => this.sum(of)), range }
      case 'group':
        return this.sum(base.sum)
      case 'power':
        return { kind: 'power', base: this.sum(base.base), exponent: this.#exponent(base.exponent), range }
      case 'pieces':
        return {
          kind: 'piecewise',
          pieces: base.pieces.map(({ condition, value }) => ({
            condition: this.#condition(condition),
            value: this.sum(value)
          })),
          otherwise: base.otherwise && this.sum(base.otherwise),
          range
        }
    }
  }

  /** −(x² + y²) rather than −x² − y². */
  #exponent(exponent: Sum): Syntax {
    const isNegative = exponent.length > 1 && exponent.every(({ coefficient }) => coefficient.over < 0n)
    return isNegative ? { kind: 'negate', of: this.sum(negate(exponent)), range } : this.sum(exponent)
  }

  #condition(condition: Condition): ConditionSyntax {
    switch (condition.kind) {
      case 'comparison':
        return { ...condition, left: this.sum(condition.left), right: this.sum(condition.right), range }
      case 'not':
        return { kind: 'not', of: this.#condition(condition.of), range }
      case 'junction':
        return { ...condition, of: condition.of.map((one) => this.#condition(one)), range }
    }
  }

  /**
   * The order of factors: constants, letters that are no variables, variables, powers, brackets, exponentials,
   * functions.
   */
  #rank(base: Base): number {
    if (base.kind === 'name') {
      const position = this.#order.indexOf(base.name)
      return position < 0 ? ranks.letter : ranks.name + position / this.#order.length
    }
    if (base.kind === 'power' && sumKey(base.base) === sumKey(constant('e'))) return ranks.exponential
    return ranks[base.kind]
  }
}

const ranks = { constant: 0, letter: 1, name: 2, power: 3, group: 4, exponential: 5, call: 6, pieces: 7 }

function factorsOf(tree: Syntax): ProductSyntax['factors'] {
  return tree.kind === 'product' ? tree.factors : [{ divide: false, factor: tree }]
}

function product(factors: readonly Syntax[]): Syntax {
  const [first] = factors
  if (first && factors.length === 1) return first
  return { kind: 'product', factors: factors.map((factor) => ({ divide: false, factor })), range }
}

/** A nonnegative number. */
function rational(value: Rational): Syntax {
  const [number, divisor] = digitsOf(value)
  return divisor === '1'
    ? digits(number)
    : { kind: 'product', factors: [...factorsOf(digits(number)), { divide: true, factor: digits(divisor) }], range }
}

function digits(text: string): Syntax {
  return { kind: 'number', value: Number(text), digits: text, range }
}

/** Numerator and denominator; for a decimal, its digits over 1. */
function digitsOf(value: Rational): readonly [string, string] {
  const decimals = value.decimal ? decimalPlaces(value) : null
  const [over, under] =
    decimals === null ? [value.over, value.under] : [(value.over * 10n ** BigInt(decimals)) / value.under, 1n]
  if (!decimals) return [wholeDigits(over), wholeDigits(under)]
  const [number, divisor] = [String(over), String(under)]
  if (number.length > maxDigits) throw new TooLong()
  if (decimals - number.length >= 5) return [`${number}e-${decimals}`, divisor]
  const padded = number.padStart(decimals + 1, '0')
  return [`${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`, divisor]
}

/** A whole number, with a power of ten if it has many trailing zeros. */
function wholeDigits(value: bigint): string {
  const text = String(value)
  if (text.length <= maxDigits) return text
  const significant = text.replace(/0+$/, '')
  if (significant.length > maxDigits) throw new TooLong()
  return `${significant}e${text.length - significant.length}`
}

const maxDigits = 15
