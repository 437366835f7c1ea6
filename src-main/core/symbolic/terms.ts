import { functionNamed } from '@shared/language/functions'
import type { Relation } from '@shared/language/syntax'
import type { Rational } from './rational'
import * as rational from './rational'

/**
 * The normal form of derivatives: a sum of products, in the order in which they were written. Like terms are added and
 * equal factors combined into powers; brackets are not expanded, because 4x(x² + y − 11) says more.
 */
export type Sum = readonly Term[]

/** coefficient · factor · factor …; the coefficient is not 0. */
export interface Term {
  readonly coefficient: Rational
  readonly factors: readonly Factor[]
}

export interface Factor {
  readonly base: Base
  /** Not 0. */
  readonly exponent: Rational
}

/** A factor that is not taken apart. Equal bases have equal keys, whatever the order in which they were written. */
export type Base = { readonly key: string } & (
  | { readonly kind: 'constant'; readonly name: 'pi' | 'e' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Sum[] }
  /** A sum in brackets. */
  | { readonly kind: 'group'; readonly sum: Sum }
  /** A power whose exponent is not a number. */
  | { readonly kind: 'power'; readonly base: Sum; readonly exponent: Sum }
  | ({ readonly kind: 'pieces' } & Pieces)
)

/** A piecewise function: the first condition that holds decides. */
export interface Pieces {
  readonly pieces: readonly { readonly condition: Condition; readonly value: Sum }[]
  /** Null: undefined elsewhere. */
  readonly otherwise: Sum | null
}

export type Condition =
  | { readonly kind: 'comparison'; readonly relation: Relation; readonly left: Sum; readonly right: Sum }
  | { readonly kind: 'junction'; readonly word: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** The maximum length of a key in characters. It can double with every level of nesting. */
const maxCharacters = 6000

/** Thrown if a sum, or a number in it, becomes too long to be read: see `unlessTooLong`. */
export class TooLong extends Error {}

function limit(characters: number): void {
  if (characters > maxCharacters) throw new TooLong()
}

/** The result of `work` with sums; null if one of them becomes too long to be read. */
export function unlessTooLong<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof TooLong) return null
    throw error
  }
}

export const nothing: Sum = []

export function number(value: Rational): Sum {
  return rational.isZero(value) ? nothing : [{ coefficient: value, factors: [] }]
}

export const one = number(rational.one)

export function constant(name: 'pi' | 'e'): Sum {
  return single({ kind: 'constant', name, key: name === 'pi' ? '\\pi' : '\\e' })
}

export function name(name: string): Sum {
  return single({ kind: 'name', name, key: name })
}

/** A function of sums. Roots and exp become powers, which can be combined with others. Null if a power is undefined. */
export function call(name: string, of: readonly Sum[]): Sum | null {
  const [first = nothing] = of
  if (name === 'sqrt') return power(first, number(half))
  if (name === 'exp') return power(constant('e'), first)
  if (name === 'log' && sumKey(first) === sumKey(constant('e'))) return one
  const isNegative = of.length === 1 && first.length > 0 && first.every(({ coefficient }) => coefficient.over < 0n)
  const parity = isNegative ? functionNamed(name).parity : undefined
  if (parity) {
    const positive = single(callOf(name, [negate(first)]))
    return parity === 'odd' ? negate(positive) : positive
  }
  return single(callOf(name, of))
}

function callOf(name: string, of: readonly Sum[]): Base {
  return { kind: 'call', name, arguments: of, key: `${name}(${of.map(sumKey).join()})` }
}

const half: Rational = { over: 1n, under: 2n, decimal: false }

/** A piecewise function, without last pieces that equal what follows them. */
export function inPieces({ pieces, otherwise }: Pieces): Sum {
  const key = otherwise && sumKey(otherwise)
  const last = pieces.findLastIndex(({ value }) => sumKey(value) !== key)
  if (otherwise && last < 0) return otherwise
  const needed = pieces.slice(0, last + 1)
  const keys = needed.map(({ condition, value }) => `${conditionKey(condition)}:${sumKey(value)}`)
  return single({ kind: 'pieces', pieces: needed, otherwise, key: `{${keys.join(';')};${key}}` })
}

/** `change` of a sum; if that is piecewise, of each piece. */
export function ofEachPiece(sum: Sum, change: (part: Sum) => Sum | null): Sum | null {
  const [term] = sum
  const [factor] = term?.factors ?? []
  if (sum.length !== 1 || !term || term.factors.length !== 1 || factor?.base.kind !== 'pieces') return change(sum)
  if (!rational.isOne(factor.exponent)) return change(sum)
  const scaled = (value: Sum) => ofEachPiece(multiply(number(term.coefficient), value), change)
  const otherwise = factor.base.otherwise && scaled(factor.base.otherwise)
  const pieces = factor.base.pieces.map(({ condition, value }) => ({ condition, value: scaled(value) }))
  if (
    (factor.base.otherwise && !otherwise) ||
    !pieces.every((piece): piece is Pieces['pieces'][number] => piece.value !== null)
  )
    return null
  return inPieces({ pieces, otherwise })
}

/** The value of a sum that is a number. */
export function asNumber(sum: Sum): Rational | undefined {
  if (sum.length === 0) return rational.zero
  const [term] = sum
  return sum.length === 1 && term?.factors.length === 0 ? term.coefficient : undefined
}

export function add(...sums: readonly Sum[]): Sum {
  const terms = new Map<string, Term>()
  let length = 0
  for (const term of sums.flat()) {
    const key = productKey(term)
    length += key.length
    limit(length)
    const before = terms.get(key)
    const coefficient = before ? rational.plus(before.coefficient, term.coefficient) : term.coefficient
    terms.set(key, { coefficient, factors: before?.factors ?? term.factors })
  }
  return [...terms.values()].filter(({ coefficient }) => !rational.isZero(coefficient))
}

export function multiply(...sums: readonly Sum[]): Sum {
  let coefficient = rational.one
  const factors = new Map<string, Factor>()
  for (const sum of sums) {
    const term = asTerm(sum)
    if (!term) return nothing
    coefficient = rational.times(coefficient, term.coefficient)
    for (const { base, exponent } of term.factors) {
      const before = factors.get(base.key)
      factors.set(base.key, { base, exponent: before ? rational.plus(before.exponent, exponent) : exponent })
    }
  }
  return opened({ coefficient, factors: [...factors.values()].filter(({ exponent }) => !rational.isZero(exponent)) })
}

export function negate(sum: Sum): Sum {
  return sum.map((term) => ({ ...term, coefficient: rational.negative(term.coefficient) }))
}

/** a/b; null for b = 0, where it is undefined. */
export function divide(a: Sum, b: Sum): Sum | null {
  const inverse = power(b, number(rational.whole(-1)))
  return inverse && multiply(a, inverse)
}

/** base^exponent; null for an undefined power of 0, and for a number too long to be read. */
export function power(base: Sum, exponent: Sum): Sum | null {
  const by = asNumber(exponent)
  if (!by) return single({ kind: 'power', base, exponent, key: `(${sumKey(base)})^(${sumKey(exponent)})` })
  if (rational.isZero(by)) return one
  const term = asTerm(base)
  if (!term) return by.over > 0n ? nothing : null
  const times = rational.wholeValue(by)
  const [only] = term.factors
  if (times !== undefined && (Math.abs(times) <= 64 || rational.isOne(term.coefficient))) {
    const coefficient = rational.power(term.coefficient, times)
    const factors = term.factors.map((factor) => ({ ...factor, exponent: rational.times(factor.exponent, by) }))
    return coefficient && opened({ coefficient, factors })
  }
  // (x²)^½ is not x.
  const plain = term.factors.length === 1 && rational.isOne(term.coefficient) && only && rational.isOne(only.exponent)
  return opened({ coefficient: rational.one, factors: [{ base: plain ? only.base : group(base), exponent: by }] })
}

/** The common factors of all terms and, if wanted, the common denominator: x⁻¹ − x⁻²·log x is x⁻²·(x − log x). */
export function factored(sum: Sum, withDenominator = true): { readonly common: Sum; readonly rest: Sum } {
  const bases = new Map(sum.flatMap(({ factors }) => factors.map(({ base }) => [base.key, base] as const)))
  const common: Factor[] = []
  for (const [key, base] of bases) {
    const exponents = sum.map(({ factors }) => factors.find((factor) => factor.base.key === key)?.exponent)
    const lowest = exponents.reduce<Rational>((least, exponent = rational.zero) => {
      return rational.isLess(exponent, least) ? exponent : least
    }, exponents[0] ?? rational.zero)
    if (!rational.isZero(lowest) && (withDenominator || lowest.over > 0n)) common.push({ base, exponent: lowest })
  }
  const denominator = withDenominator ? rational.commonDenominator(sum.map((term) => term.coefficient)) : rational.one
  const inverse = {
    coefficient: denominator,
    factors: common.map(({ base, exponent }) => ({ base, exponent: rational.negative(exponent) }))
  }
  const rest = add(...sum.map((term) => multiply([term], [inverse])))
  const coefficient = { over: 1n, under: denominator.over, decimal: false }
  return { common: [{ coefficient, factors: common }], rest }
}

/** c·cos²u + c·sin²u as c, wherever both occur in a sum. */
export function withUnitCircles(sum: Sum): Sum {
  for (const [i, term] of sum.entries()) {
    const cosine = term.factors.find(({ base, exponent }) => {
      return base.kind === 'call' && base.name === 'cos' && rational.wholeValue(exponent) === 2
    })
    if (cosine?.base.kind !== 'call') continue
    const others = term.factors.filter((factor) => factor !== cosine)
    const sine = { base: callOf('sin', cosine.base.arguments), exponent: cosine.exponent }
    const partner = productKey({ coefficient: term.coefficient, factors: [...others, sine] })
    const match = sum.findIndex(
      (other) => productKey(other) === partner && rational.isEqual(other.coefficient, term.coefficient)
    )
    if (match < 0) continue
    const rest = sum.map((other, k) => (k === i ? { ...term, factors: others } : other)).filter((_, k) => k !== match)
    return withUnitCircles(add(rest))
  }
  return sum
}

/** The sum with all brackets expanded whose exponent is a whole number; null if that is too long. */
export function expanded(sum: Sum): Sum | null {
  const all = multipliedOut(sum, add)
  return all && add(all)
}

/**
 * The products of an expansion. Like terms are added only if `together` does so, after each bracket. Null if there are
 * too many.
 */
export function multipliedOut(sum: Sum, together: (products: Sum) => Sum = (products) => products): Sum | null {
  const all: Term[] = []
  for (const { coefficient, factors } of sum) {
    let product: Sum = number(coefficient)
    for (const factor of factors) {
      const times = factor.base.kind === 'group' ? (rational.wholeValue(factor.exponent) ?? 0) : 0
      if (factor.base.kind !== 'group' || times < 1 || times > 4) {
        const single: Sum = [{ coefficient: rational.one, factors: [factor] }]
        product = product.flatMap((term) => multiply([term], single))
        continue
      }
      const inner = multipliedOut(factor.base.sum, together)
      if (!inner) return null
      for (let i = 0; i < times; i++) {
        product = together(product.flatMap((a) => inner.flatMap((b) => multiply([a], [b]))))
        if (product.length > maxExpanded) return null
      }
    }
    all.push(...product)
  }
  return together(all)
}

const maxExpanded = 24

function single(base: Base): Sum {
  limit(base.key.length)
  return [{ coefficient: rational.one, factors: [{ base, exponent: rational.one }] }]
}

function group(sum: Sum): Base {
  const key = `(${sumKey(sum)})`
  limit(key.length)
  return { kind: 'group', sum, key }
}

/** A sum as one factor of a product; null for 0. */
function asTerm(sum: Sum): Term | null {
  const [first] = sum
  if (!first) return null
  return sum.length === 1
    ? first
    : { coefficient: rational.one, factors: [{ base: group(sum), exponent: rational.one }] }
}

/** A product as a sum: 1·(a + b) is a + b, −(a + b) is −a − b, (2a + 2b)/2 is a + b, and |u|² is u². */
function opened(term: Term): Sum {
  const plain = withoutBars(term)
  if (plain) return plain
  const [only] = term.factors
  if (term.factors.length !== 1 || only?.base.kind !== 'group' || !rational.isOne(only.exponent)) return [term]
  const { over, under } = term.coefficient
  if (over === 1n && under === 1n) return only.base.sum
  if (over === -1n && under === 1n) return negate(only.base.sum)
  if (under === 1n) return [term]
  const inner = only.base.sum.map((part) => ({
    ...part,
    coefficient: rational.times(part.coefficient, term.coefficient)
  }))
  return inner.every(({ coefficient }) => coefficient.under === 1n) ? inner : [term]
}

/**
 * |u|ⁿ for even n as uⁿ, sign(u)·|u|ⁿ for odd n as uⁿ, and u·sign(u) as |u|, which are equal wherever defined. Null if
 * there is none of these.
 */
function withoutBars({ coefficient, factors }: Term): Sum | null {
  for (const factor of factors) {
    const { base, exponent } = factor
    const times = rational.wholeValue(exponent)
    if (base.kind !== 'call' || times === undefined) continue
    const [inner = nothing] = base.arguments
    const find = (other: Base) => factors.find(({ base: { key } }) => key === other.key)
    const without = (...gone: readonly Factor[]): Sum => [
      { coefficient, factors: factors.filter((other) => !gone.includes(other)) }
    ]
    if (base.name === 'abs') {
      const sign = find(callOf('sign', base.arguments))
      const isOdd = times % 2 !== 0
      if (isOdd && !(sign && rational.isOne(sign.exponent))) continue
      const bare = power(inner, number(exponent))
      if (bare) return multiply(isOdd && sign ? without(factor, sign) : without(factor), bare)
    }
    if (base.name === 'sign' && times === 1) {
      const [only] = asTerm(inner)?.factors ?? []
      const same = only && inner.length === 1 && isBare(inner) ? find(only.base) : undefined
      if (!same || (rational.wholeValue(same.exponent) ?? 0) < 1) continue
      const less = rational.plus(same.exponent, rational.whole(-1))
      return multiply(
        without(factor, same),
        power([{ coefficient: rational.one, factors: [{ ...same, exponent: rational.one }] }], number(less)) ?? one,
        single(callOf('abs', base.arguments))
      )
    }
  }
  return null
}

/** Whether the sum is a single factor. */
function isBare([term]: Sum): boolean {
  const [only, ...more] = term?.factors ?? []
  return !!term && !!only && more.length === 0 && rational.isOne(only.exponent) && rational.isOne(term.coefficient)
}

function productKey({ factors }: Term): string {
  return factors
    .map(({ base, exponent }) => `${base.key}^${exponent.over}/${exponent.under}`)
    .sort()
    .join('*')
}

export function sumKey(sum: Sum): string {
  return sum
    .map((term) => `${term.coefficient.over}/${term.coefficient.under}*${productKey(term)}`)
    .sort()
    .join('+')
}

/** Equal for equal conditions. */
export function conditionKey(condition: Condition): string {
  switch (condition.kind) {
    case 'comparison':
      return `${sumKey(condition.left)}${condition.relation}${sumKey(condition.right)}`
    case 'not':
      return `!(${conditionKey(condition.of)})`
    case 'junction':
      return `(${condition.of.map(conditionKey).join(condition.word)})`
  }
}

/** The length of a sum: its factors and terms, those in brackets too. */
export function length(sum: Sum): number {
  let total = 0
  for (const { factors } of sum) {
    total++
    for (const { base } of factors) {
      if (base.kind === 'group') total += length(base.sum)
      else if (base.kind === 'call') total += 1 + base.arguments.reduce((all, argument) => all + length(argument), 0)
      else if (base.kind === 'power') total += length(base.base) + length(base.exponent)
      else if (base.kind === 'pieces') total += base.pieces.reduce((all, { value }) => all + 1 + length(value), 1)
      else total++
    }
  }
  return total
}
