/** An exact fraction in lowest terms, `under` > 0. `decimal`: it came from a decimal point and is written with one. */
export interface Rational {
  readonly over: bigint
  readonly under: bigint
  readonly decimal: boolean
}

export const zero = whole(0)
export const one = whole(1)

export function whole(value: number): Rational {
  return { over: BigInt(value), under: 1n, decimal: false }
}

/** Doubles reach from 1e−324 to 1e308, and have 17 digits at most that mean something. */
const farthestPower = 350
const mostWritten = 30

/** The number that decimal digits stand for, e.g. `2.50`, `1e-7` or `1e300`; null where it has more digits than anyone reads. */
export function rationalOf(digits: string): Rational | null {
  const parts = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(digits)
  if (!parts) return null
  const [, before = '', after = '', exponent = '0'] = parts
  const power = Number(exponent) - after.length
  if (Math.abs(power) > farthestPower || before.length + after.length > mostWritten) return null
  const over = BigInt(before + after)
  const decimal = power < 0
  return decimal ? fraction(over, 10n ** BigInt(-power), true) : fraction(over * 10n ** BigInt(power), 1n, false)
}

export function plus(a: Rational, b: Rational): Rational {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under, a.decimal || b.decimal)
}

export function times(a: Rational, b: Rational): Rational {
  return fraction(a.over * b.over, a.under * b.under, a.decimal || b.decimal)
}

export function negative(a: Rational): Rational {
  return { ...a, over: -a.over }
}

/** Powers with more digits are not worked out: that would take long, and nobody reads them. */
const mostDigits = 2000

/** a to a whole power, of which a negative one is not for a = 0; null where it has too many digits. */
export function power(a: Rational, exponent: number): Rational | null {
  const digits = Math.max(String(a.over).length, String(a.under).length)
  if (digits * Math.abs(exponent) > mostDigits && !isOne(a)) return null
  const by = BigInt(Math.abs(exponent))
  return exponent >= 0
    ? fraction(a.over ** by, a.under ** by, a.decimal)
    : fraction(a.under ** by, a.over ** by, a.decimal)
}

/** A whole number that makes all of them whole; 1 where one of them is written with a decimal point. */
export function commonDenominator(all: readonly Rational[]): Rational {
  if (all.some(({ decimal }) => decimal)) return one
  return all.reduce((least, { under }) => {
    const { under: missing } = fraction(least.over, under, false)
    return { over: least.over * missing, under: 1n, decimal: false }
  }, one)
}

/** The largest positive number of which both are whole multiples. */
export function commonDivisor(a: Rational, b: Rational): Rational {
  const under = a.under * b.under
  let [first, second] = [absolute(a.over * b.under), absolute(b.over * a.under)]
  while (second !== 0n) [first, second] = [second, first % second]
  return fraction(first, under, false)
}

/** The root of a fraction of squares; null for any other number. */
export function squareRoot(a: Rational): Rational | null {
  const [over, under] = [a.over, a.under].map((value) => BigInt(Math.round(Math.sqrt(Number(absolute(value))))))
  return over && under && over * over === a.over && under * under === a.under ? fraction(over, under, a.decimal) : null
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

export function isEqual(a: Rational, b: Rational): boolean {
  return a.over === b.over && a.under === b.under
}

export function isLess(a: Rational, b: Rational): boolean {
  return a.over * b.under < b.over * a.under
}

export function isZero(a: Rational): boolean {
  return a.over === 0n
}

export function isOne(a: Rational): boolean {
  return a.over === 1n && a.under === 1n
}

/** The value, if it is whole and small enough to count with. */
export function wholeValue(a: Rational): number | undefined {
  return a.under === 1n && a.over > -1000n && a.over < 1000n ? Number(a.over) : undefined
}

/** Digits after the point that write a fraction out in full: null for one third, and for far too many. */
export function decimalPlaces({ under }: Rational): number | null {
  let places = 0
  for (let rest = under, ten = 1n; ten % rest !== 0n; places++) {
    if (places > farthestPower) return null
    ten *= 10n
  }
  return places
}

function fraction(over: bigint, under: bigint, decimal: boolean): Rational {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under]
  while (b !== 0n) [a, b] = [b, a % b]
  const common = under < 0n ? -a : a
  return { over: over / common, under: under / common, decimal }
}
