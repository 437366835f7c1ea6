import type { Syntax } from '@shared/language/syntax'
import { names } from '@shared/language/tree'
import { added, count, type Factor, multiplied, negated, raised } from '../symbolic/draft'
import type { Rational } from '../symbolic/rational'
import * as rational from '../symbolic/rational'
import { asRational } from './exact'
import { digits, exactForm } from './exact-form'
import { exactValue } from './exact-value'

/** The coefficients of a polynomial in ascending order, the last not 0. Empty: 0. */
type Polynomial = readonly Rational[]

interface Quotient {
  readonly over: Polynomial
  readonly under: Polynomial
}

const maxDegree = 16
/** The maximum number of divisors of a whole number that is factored. */
const maxDivisors = 200
const largestNumber = 10_000_000n

const trimmed = (all: readonly Rational[]): Polynomial =>
  all.slice(0, all.findLastIndex((coefficient) => !rational.isZero(coefficient)) + 1)

const at = (polynomial: Polynomial, degree: number): Rational => polynomial[degree] ?? rational.zero

function plus(a: Polynomial, b: Polynomial): Polynomial {
  const length = Math.max(a.length, b.length)
  return trimmed(Array.from({ length }, (_, degree) => rational.plus(at(a, degree), at(b, degree))))
}

function times(a: Polynomial, b: Polynomial): Polynomial | null {
  if (a.length + b.length - 2 > maxDegree) return null
  const all = Array.from({ length: Math.max(0, a.length + b.length - 1) }, () => rational.zero)
  for (const [i, left] of a.entries()) {
    for (const [j, right] of b.entries()) all[i + j] = rational.plus(at(all, i + j), rational.times(left, right))
  }
  return trimmed(all)
}

const scaled = (a: Polynomial, by: Rational): Polynomial => a.map((coefficient) => rational.times(coefficient, by))

/** A formula as a quotient of polynomials with rational coefficients in `variable`; null if it is none. */
function quotientOf(tree: Syntax, variable: string): Quotient | null {
  const one: Polynomial = [rational.one]
  if (tree.kind === 'name' && tree.name === variable) return { over: [rational.zero, rational.one], under: one }
  if (!names(tree).has(variable)) {
    const value = exactValue(tree, new Map())
    const only = value && asRational(value)
    return only ? { over: trimmed([only]), under: one } : null
  }
  switch (tree.kind) {
    case 'negate': {
      const inner = quotientOf(tree.of, variable)
      return inner && { ...inner, over: scaled(inner.over, rational.whole(-1)) }
    }
    case 'sum':
      return tree.terms.reduce<Quotient | null>(
        (all, { minus, term }) => {
          const part = quotientOf(term, variable)
          if (!all || !part) return null
          const [left, right, under] = [
            times(all.over, part.under),
            times(part.over, all.under),
            times(all.under, part.under)
          ]
          return (
            left && right && under && { over: plus(left, minus ? scaled(right, rational.whole(-1)) : right), under }
          )
        },
        { over: [], under: one }
      )
    case 'product':
      return tree.factors.reduce<Quotient | null>(
        (all, { divide, factor }) => {
          const part = quotientOf(factor, variable)
          if (!all || !part || (divide && part.over.length === 0)) return null
          const [over, under] = divide ? [part.under, part.over] : [part.over, part.under]
          const [above, below] = [times(all.over, over), times(all.under, under)]
          return above && below && { over: above, under: below }
        },
        { over: one, under: one }
      )
    case 'power': {
      const exponent = exactValue(tree.exponent, new Map())
      const by = exponent && asRational(exponent)
      const times = by ? rational.wholeValue(by) : undefined
      if (times === undefined || Math.abs(times) > maxDegree) return null
      const factors = Array.from({ length: Math.abs(times) }, () => ({ divide: times < 0, factor: tree.base }))
      return quotientOf({ ...multipliedOut(factors), range: tree.range }, variable)
    }
    default:
      return null
  }
}

const multipliedOut = (factors: readonly Factor[]): Syntax => ({
  kind: 'product',
  factors: [{ divide: false, factor: count(1) }, ...factors],
  range: { from: 0, to: 0 }
})

/** a/b; null if there is a remainder. */
function dividedExactly(a: Polynomial, b: Polynomial): Polynomial | null {
  const inverse = rational.power(at(b, b.length - 1), -1)
  if (!inverse) return null
  const rest = [...a]
  const quotient: Rational[] = []
  for (let degree = a.length - b.length; degree >= 0; degree--) {
    const factor = rational.times(at(rest, degree + b.length - 1), inverse)
    quotient[degree] = factor
    for (const [i, of] of b.entries()) {
      rest[degree + i] = rational.plus(at(rest, degree + i), rational.negative(rational.times(factor, of)))
    }
  }
  return rest.every((one) => rational.isZero(one)) ? trimmed(quotient) : null
}

interface Factored {
  readonly content: Rational
  /** Primitive, with a positive leading coefficient. */
  readonly factors: readonly { readonly of: Polynomial; readonly times: number }[]
}

/** A polynomial as a product: powers of x, linear factors with rational roots, and the rest. */
function factored(polynomial: Polynomial): Factored | null {
  const common = polynomial.reduce((all, one) => rational.commonDivisor(all, one), rational.zero)
  if (rational.isZero(common)) return null
  const isNegative = at(polynomial, polynomial.length - 1).over < 0n
  const content = isNegative ? rational.negative(common) : common
  let rest = scaled(polynomial, rational.power(content, -1) ?? rational.one).map((one) => ({ ...one, decimal: false }))
  const factors: { of: Polynomial; times: number }[] = []
  const take = (linear: Polynomial) => {
    let count = 0
    for (let next = dividedExactly(rest, linear); next && rest.length > 1; next = dividedExactly(rest, linear)) {
      rest = [...next] as typeof rest
      count++
    }
    if (count > 0) factors.push({ of: linear, times: count })
  }
  take([rational.zero, rational.one])
  const [lowest, highest] = [at(rest, 0).over, at(rest, rest.length - 1).over]
  const [over, under] = [divisors(lowest), divisors(highest)]
  for (const q of under) {
    for (const p of over) {
      for (const sign of [1n, -1n]) {
        if (rest.length <= 1) break
        take([
          { over: sign * p, under: 1n, decimal: false },
          { over: q, under: 1n, decimal: false }
        ])
      }
    }
  }
  // The rest is 1 once its content is in the linear factors.
  const left = rest.length > 1 ? rest : []
  const scale = rest.length === 1 ? at(rest, 0) : rational.one
  if (left.length > 0) factors.push({ of: left, times: 1 })
  return { content: rational.times(content, scale), factors }
}

function divisors(number: bigint): readonly bigint[] {
  const size = number < 0n ? -number : number
  if (size === 0n || size > largestNumber) return []
  const all: bigint[] = []
  for (let by = 1n; by * by <= size; by++) {
    if (size % by === 0n) all.push(by, ...(by * by === size ? [] : [size / by]))
  }
  return all.length > maxDivisors ? [] : all.sort((a, b) => (a < b ? -1 : 1))
}

/**
 * A formula in one variable in factored form, if it is a polynomial or a sum of quotients of polynomials, or has such
 * factors: 3x² − 3 as 3(x + 1)(x − 1). Null if that is no other form of it.
 */
export function factoredForm(tree: Syntax, variable: string): Syntax | null {
  return formIn(tree, variable, 2)
}

/** `min`: the number of factors that make it another form. */
function formIn(tree: Syntax, variable: string, min: number): Syntax | null {
  if (tree.kind === 'negate') {
    const inner = formIn(tree.of, variable, min)
    return inner && negated(inner)
  }
  if (tree.kind !== 'product') {
    const quotient = tree.kind === 'sum' || min === 2 ? quotientOf(tree, variable) : null
    return quotient && formOf(quotient, variable, min)
  }
  const forms = tree.factors.map(({ divide, factor }) =>
    divide || factor.kind !== 'sum' || !names(factor).has(variable) ? null : formIn(factor, variable, 1)
  )
  const factors = tree.factors.map(({ divide, factor }, i) => ({ divide, factor: forms[i] ?? factor }))
  return forms.some((form) => form !== null) ? multiplied(gathered(factors)) : null
}

/** The numbers among the factors combined into one. */
function gathered(factors: readonly Factor[]): readonly Factor[] {
  let isNegative = false
  const flat = factors.flatMap(({ divide, factor }): readonly Factor[] => {
    const bare = factor.kind === 'negate' ? factor.of : factor
    if (bare !== factor) isNegative = !isNegative
    return bare.kind === 'product' && !divide ? bare.factors : [{ divide, factor: bare }]
  })
  const numbers = flat.filter(({ divide, factor }) => !divide && factor.kind === 'number')
  const rest = flat.filter((one) => !numbers.includes(one))
  const value = exactValue(multipliedOut(numbers), new Map())
  const number = value && exactForm(value)
  const front = !number ? numbers : isOne(number) ? [] : [{ divide: false, factor: number }]
  const all = [...front, ...rest]
  return isNegative ? [{ divide: false, factor: negated(multiplied(all)) }] : all
}

const isOne = (tree: Syntax): boolean => tree.kind === 'number' && tree.value === 1

function formOf({ over, under }: Quotient, variable: string, min: number): Syntax | null {
  const [above, below] = [factored(over), factored(under)]
  if (!above || !below) return null
  const [top, bottom] = reduced(above, below)
  const pieces = top.factors.reduce((all, { times }) => all + times, 0)
  const content = rational.times(top.content, rational.power(bottom.content, -1) ?? rational.one)
  // A single factor is the formula itself.
  if (pieces < min && bottom.factors.length === 0) return null
  if (pieces === 1 && rational.isOne(content)) return null
  const isNegative = content.over < 0n
  const [number, divisor] = [isNegative ? -content.over : content.over, content.under].map((one) => digits(String(one)))
  const [numerator, denominator] = [top, bottom].map(({ factors }) =>
    factors.map(({ of, times }) => ({ divide: false, factor: powerOf(written(of, variable), times) }))
  ) as [Factor[], Factor[]]
  const before = (one: Syntax | undefined, rest: readonly Factor[]): readonly Factor[] =>
    !one || (isOne(one) && rest.length > 0) ? rest : [{ divide: false, factor: one }, ...rest]
  const divided = multiplied(before(divisor, denominator))
  const form = multiplied([
    ...before(number, numerator),
    ...(isOne(divided) ? [] : [{ divide: true, factor: divided }])
  ])
  return isNegative ? negated(form) : form
}

/** Without common factors. */
function reduced(above: Factored, below: Factored): readonly [Factored, Factored] {
  const key = (of: Polynomial) => of.map(({ over, under }) => `${over}/${under}`).join()
  const common = (one: Factored, other: Factored): Factored => ({
    ...one,
    factors: one.factors.flatMap(({ of, times }) => {
      const same = other.factors.find((factor) => key(factor.of) === key(of))?.times ?? 0
      return times > same ? [{ of, times: times - same }] : []
    })
  })
  return [common(above, below), common(below, above)]
}

const powerOf = (tree: Syntax, times: number): Syntax => (times === 1 ? tree : raised(tree, count(times)))

/** Highest power first, with whole coefficients. */
function written(polynomial: Polynomial, variable: string): Syntax {
  const name: Syntax = { kind: 'name', name: variable, range: { from: 0, to: 0 } }
  const terms = polynomial.flatMap(({ over }, degree) => {
    if (over === 0n) return []
    const [minus, size] = over < 0n ? [true, -over] : [false, over]
    const power = degree === 0 ? [] : [{ divide: false, factor: powerOf(name, degree) }]
    const number = size === 1n && degree > 0 ? [] : [{ divide: false, factor: digits(String(size)) }]
    return [{ minus, term: multiplied([...number, ...power]) }]
  })
  return added(terms.reverse())
}
