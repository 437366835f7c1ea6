/**
 * An exact fraction in lowest terms, `under` > 0. `decimal`: it was typed with a decimal point and is written with one.
 */
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

/** The exponents of doubles lie between −324 and 308, and 17 digits identify one. */
const maxPower = 350
const maxWritten = 30

/** The value of decimal digits, e.g. `2.50`, `1e-7` or `1e300`; null if the exponent is beyond that of any double. */
export function rationalOf(digits: string): Rational | null {
  const parts = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(digits)
  if (!parts) return null
  const [, before = '', after = '', exponent = '0'] = parts
  const power = Number(exponent) - after.length
  if (Math.abs(power) > maxPower || before.length + after.length > maxWritten) return null
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

/** The maximum number of digits of a power: larger ones would take long, and nobody reads them. */
const maxDigits = 2000

/** a to a whole power; null for 0 to a negative power, and if the result has too many digits. */
export function power(a: Rational, exponent: number): Rational | null {
  const digits = Math.max(String(a.over).length, String(a.under).length)
  if (digits * Math.abs(exponent) > maxDigits && !isOne(a)) return null
  const by = BigInt(Math.abs(exponent))
  return exponent >= 0
    ? fraction(a.over ** by, a.under ** by, a.decimal)
    : fraction(a.under ** by, a.over ** by, a.decimal)
}

/** A whole number whose product with each of them is whole; 1 if one of them is written with a decimal point. */
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

/** The square root, if it is rational; otherwise null. */
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

/** The value, if it is a whole number small enough to count with. */
export function wholeValue(a: Rational): number | undefined {
  return a.under === 1n && a.over > -1000n && a.over < 1000n ? Number(a.over) : undefined
}

/** The number of decimals that represent a fraction exactly: null for one third, and for too many. */
export function decimalPlaces({ under }: Rational): number | null {
  let decimals = 0
  for (let rest = under, ten = 1n; ten % rest !== 0n; decimals++) {
    if (decimals > maxPower) return null
    ten *= 10n
  }
  return decimals
}

function fraction(over: bigint, under: bigint, decimal: boolean): Rational {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under]
  while (b !== 0n) [a, b] = [b, a % b]
  const common = under < 0n ? -a : a
  return { over: over / common, under: under / common, decimal }
}
