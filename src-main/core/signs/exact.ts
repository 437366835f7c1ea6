import type { Rational } from '../symbolic/rational'
import * as rational from '../symbolic/rational'

/**
 * An exact real number: a sum of rational multiples of products of √2, ∛5, π, e^(1/2), log 3 … By a theorem of
 * Besicovitch (J. London Math. Soc. 15, 1940) roots of distinct primes are linearly independent, so that a number is 0
 * if no term is left; the converse is not used.
 */
export type Exact = ReadonlyMap<string, ExactTerm>

interface ExactTerm {
  /** Not 0. */
  readonly coefficient: Rational
  /**
   * Exponents: of `pi` and `e`, of the logarithm of a prime (`log 2`), and of a prime itself (`2`), the latter between
   * 0 and 1.
   */
  readonly powers: ReadonlyMap<string, Rational>
}

/** The maximum number of terms. */
const maxTerms = 24
/** The largest prime factor that is searched for. */
const maxFactor = 10_000n

export const nothing: Exact = new Map()

export const exactly = (value: Rational): Exact => single(value)

export const whole = (value: number): Exact => single(rational.whole(value))

const one = whole(1)

export const pi: Exact = single(rational.one, [['pi', rational.one]])

/** e^r. */
const powerOfE = (exponent: Rational): Exact => single(rational.one, [['e', exponent]])

function single(coefficient: Rational, powers: readonly (readonly [string, Rational])[] = []): Exact {
  if (rational.isZero(coefficient)) return nothing
  const kept = powers.filter(([, exponent]) => !rational.isZero(exponent)).sort(([a], [b]) => (a < b ? -1 : 1))
  const key = kept.map(([atom, { over, under }]) => `${atom}^${over}/${under}`).join(' ')
  return new Map([[key, { coefficient, powers: new Map(kept) }]])
}

export const isZero = (a: Exact): boolean => a.size === 0

export const isSame = (a: Exact, b: Exact): boolean => isZero(minus(a, b))

/** The value, if it is rational. */
export function asRational(a: Exact): Rational | null {
  if (a.size === 0) return rational.zero
  const only = a.get('')
  return only && a.size === 1 ? only.coefficient : null
}

export function plus(...all: readonly Exact[]): Exact {
  const terms = new Map<string, ExactTerm>()
  for (const [key, term] of all.flatMap((one) => [...one])) {
    const before = terms.get(key)
    const coefficient = before ? rational.plus(before.coefficient, term.coefficient) : term.coefficient
    if (rational.isZero(coefficient)) terms.delete(key)
    else terms.set(key, { ...term, coefficient })
  }
  return terms
}

export const negative = (a: Exact): Exact =>
  new Map([...a].map(([key, term]) => [key, { ...term, coefficient: rational.negative(term.coefficient) }]))

export const minus = (a: Exact, b: Exact): Exact => plus(a, negative(b))

/** The product; null if it has too many terms. */
export function times(a: Exact, b: Exact): Exact | null {
  if (a.size * b.size > maxTerms ** 2) return null
  const product = plus(...[...a.values()].flatMap((left) => [...b.values()].map((right) => timesTerm(left, right))))
  return product.size > maxTerms ? null : product
}

function timesTerm(a: ExactTerm, b: ExactTerm): Exact {
  const powers = new Map(a.powers)
  for (const [atom, exponent] of b.powers) {
    const before = powers.get(atom)
    powers.set(atom, before ? rational.plus(before, exponent) : exponent)
  }
  return reduced(rational.times(a.coefficient, b.coefficient), powers)
}

/** Moves the whole part of a prime's exponent into the coefficient: 2^(3/2) is 2·2^(1/2). */
function reduced(coefficient: Rational, powers: ReadonlyMap<string, Rational>): Exact {
  let all = coefficient
  const left: (readonly [string, Rational])[] = []
  for (const [atom, exponent] of powers) {
    if (!/^\d+$/.test(atom)) {
      left.push([atom, exponent])
      continue
    }
    const floor =
      exponent.over >= 0n ? exponent.over / exponent.under : -((-exponent.over + exponent.under - 1n) / exponent.under)
    const prime: Rational = { over: BigInt(atom), under: 1n, decimal: false }
    all = rational.times(all, rational.power(prime, Number(floor)) ?? rational.one)
    left.push([atom, rational.plus(exponent, { over: -floor, under: 1n, decimal: false })])
  }
  return single(all, left)
}

/** 1/a; null for 0, and if it has no such form. Of two terms with square roots it has; of more, it is not computed. */
export function inverse(a: Exact): Exact | null {
  const [only, second, ...more] = a.values()
  if (!only || more.length > 0) return null
  if (!second) return ofTerm(only, rational.whole(-1))
  const conjugate = minus(oneTerm(only), oneTerm(second))
  const norm = times(a, conjugate)
  const [, isLong] = norm?.values() ?? []
  const under = norm && !isLong ? inverse(norm) : null
  return under && times(conjugate, under)
}

const oneTerm = ({ coefficient, powers }: ExactTerm): Exact => single(coefficient, [...powers])

/** A power of a term; the coefficient has to be positive if the exponent is not whole. */
function ofTerm({ coefficient, powers }: ExactTerm, by: Rational): Exact | null {
  const raised = new Map([...powers].map(([atom, exponent]) => [atom, rational.times(exponent, by)] as const))
  const times = rational.wholeValue(by)
  if (times !== undefined) {
    const inner = rational.power(coefficient, times)
    return inner && reduced(inner, raised)
  }
  const primes = coefficient.over > 0n ? primesOf(coefficient) : null
  if (!primes) return null
  for (const [prime, exponent] of primes) {
    const more = rational.times(rational.whole(exponent), by)
    const before = raised.get(prime)
    raised.set(prime, before ? rational.plus(before, more) : more)
  }
  return reduced({ ...rational.one, decimal: coefficient.decimal }, raised)
}

/** The prime factors of a positive fraction with their exponents; null if one is too large. */
function primesOf({ over, under }: Rational): ReadonlyMap<string, number> | null {
  const found = new Map<string, number>()
  for (const [number, sign] of [
    [over, 1],
    [under, -1]
  ] as const) {
    let rest = number
    for (let prime = 2n; prime * prime <= rest; prime++) {
      if (prime > maxFactor) return null
      for (; rest % prime === 0n; rest /= prime) found.set(`${prime}`, (found.get(`${prime}`) ?? 0) + sign)
    }
    if (rest > 1n) found.set(`${rest}`, (found.get(`${rest}`) ?? 0) + sign)
  }
  return found
}

/** a to a rational power; null if it has no such form. */
export function power(a: Exact, by: Rational): Exact | null {
  const count = rational.wholeValue(by)
  const [only, ...more] = a.values()
  if (rational.isZero(by)) return one
  if (!only) return by.over > 0n ? nothing : null
  if (more.length === 0) return ofTerm(only, by)
  if (count === undefined || Math.abs(count) > 16) return null
  let product: Exact | null = one
  for (let i = 0; i < Math.abs(count); i++) product = product && times(product, a)
  return product && count < 0 ? inverse(product) : product
}

/** The natural logarithm of a positive number of one term; null for others. */
export function logarithm(a: Exact): Exact | null {
  const [only, ...more] = a.values()
  if (!only || more.length > 0 || only.coefficient.over <= 0n) return null
  const primes = primesOf(only.coefficient)
  const parts: Exact[] = []
  const add = (prime: string, by: Rational) => parts.push(single(by, [[`log ${prime}`, rational.one]]))
  for (const [prime, exponent] of primes ?? []) add(prime, rational.whole(exponent))
  for (const [atom, exponent] of only.powers) {
    if (atom === 'e') parts.push(exactly(exponent))
    else if (/^\d+$/.test(atom)) add(atom, exponent)
    else return null
  }
  return primes && plus(...parts)
}

/** e to the power of a rational number plus rational multiples of logarithms; null for others. */
export function exponential(a: Exact): Exact | null {
  let product: Exact | null = one
  for (const { coefficient, powers } of a.values()) {
    const [atom, ...more] = powers
    const prime = atom?.[0].match(/^log (\d+)$/)?.[1]
    const isLog = prime !== undefined && more.length === 0 && atom !== undefined && rational.isOne(atom[1])
    const factor: Exact | null = !atom
      ? powerOfE(coefficient)
      : isLog
        ? reduced(rational.one, new Map([[prime, coefficient]]))
        : null
    product = product && factor && times(product, factor)
  }
  return product
}

/** sin(k·π/12) for k = 0 … 6 as rational multiples of √n. */
const sines: readonly (readonly (readonly [over: number, under: number, root: number])[])[] = [
  [],
  [
    [1, 4, 6],
    [-1, 4, 2]
  ],
  [[1, 2, 1]],
  [[1, 2, 2]],
  [[1, 2, 3]],
  [
    [1, 4, 6],
    [1, 4, 2]
  ],
  [[1, 1, 1]]
]

const tableSine = (k: number): Exact =>
  plus(
    ...(sines[k] ?? []).map(([over, under, root]) => {
      const coefficient: Rational = { over: BigInt(over), under: BigInt(under), decimal: false }
      return times(exactly(coefficient), power(whole(root), half) ?? one) ?? nothing
    })
  )

const half: Rational = { over: 1n, under: 2n, decimal: false }

/** a/(π/12), if that is a whole number; otherwise null. */
function twelfths(a: Exact): number | null {
  if (isZero(a)) return 0
  const times = inverse(pi)
  const turns = times && asRational(multiplied(a, times))
  const count = turns && rational.wholeValue(rational.times(turns, rational.whole(12)))
  return count ?? null
}

const multiplied = (a: Exact, b: Exact): Exact => times(a, b) ?? nothing

/** sin of a multiple of π/12; null for others. */
export function sine(a: Exact): Exact | null {
  const count = twelfths(a)
  if (count === null) return null
  const k = ((count % 24) + 24) % 24
  const quarter = k % 12 <= 6 ? k % 12 : 12 - (k % 12)
  const value = tableSine(quarter)
  return k < 12 ? value : negative(value)
}

export function cosine(a: Exact): Exact | null {
  return sine(plus(a, multiplied(pi, exactly(half))))
}

/** The angle in [−π/2, π/2] with this sine, if it is a multiple of π/12; otherwise null. */
export function arcsine(a: Exact): Exact | null {
  for (let k = -6; k <= 6; k++) {
    const value = k < 0 ? negative(tableSine(-k)) : tableSine(k)
    if (isSame(value, a)) return multiplied(pi, exactly(rational.times(rational.whole(k), twelfth)))
  }
  return null
}

const twelfth: Rational = { over: 1n, under: 12n, decimal: false }

/** The nearest double, or one next to it. */
export function doubleOf(a: Exact): number {
  let sum = 0
  for (const { coefficient, powers } of a.values()) {
    let product = Number(coefficient.over) / Number(coefficient.under)
    for (const [atom, { over, under }] of powers) {
      const base =
        atom === 'pi'
          ? Math.PI
          : atom === 'e'
            ? Math.E
            : atom.startsWith('log ')
              ? Math.log(Number(atom.slice(4)))
              : Number(atom)
      product *= atom === 'e' ? Math.exp(Number(over) / Number(under)) : base ** (Number(over) / Number(under))
    }
    sum += product
  }
  return sum
}

/** 1, −1, or exactly 0; null if that cannot be decided because of cancellation. */
export function signOf(a: Exact): -1 | 0 | 1 | null {
  if (isZero(a)) return 0
  const size = [...a].reduce((all, term) => all + Math.abs(doubleOf(new Map([term]))), 0)
  const value = doubleOf(a)
  return Math.abs(value) > 1e-9 * size ? (value > 0 ? 1 : -1) : null
}
