import { numeral, powerOfTen } from './numeral'

/**
 * The smallest number of significant digits, from `min` to `max`, that tells two numbers apart; `min` if they are equal
 * or `max` digits do not tell them apart.
 */
export function digitsApart(one: number, other: number, min: number, max: number): number {
  if (one === other) return min
  for (let digits = min; digits <= max; digits++) {
    if (one.toExponential(digits - 1) !== other.toExponential(digits - 1)) return digits
  }
  return min
}

/** Numbers shown together: in the same number of digits, at least `digits`, that tells different ones apart. */
export function numeralsApart(values: readonly number[], digits: number): readonly string[] {
  const pairs = values.flatMap((one, index) => values.slice(index + 1).map((other) => [one, other] as const))
  const needed = pairs.map(([one, other]) => (Number.isFinite(one - other) ? digitsApart(one, other, digits, 17) : 0))
  return values.map((value) => numeral(value, Math.max(digits, ...needed)))
}

/**
 * The significant digits for two consecutive values: 5 where these tell them apart, otherwise two more than needed, up
 * to 12.
 */
export function digitsOfMove(before: number, after: number): number {
  const digits = digitsApart(before, after, 5, 12)
  return digits === 5 ? 5 : Math.min(digits + 2, 12)
}

/**
 * The number of significant digits in which the difference of two nearly equal numbers has `wanted` digits; at most 17,
 * all there are.
 */
export function digitsOfDifference(one: number, other: number, wanted: number): number {
  const apart = Math.abs(one - other)
  if (apart === 0 || !Number.isFinite(apart)) return wanted
  const place = (size: number) => Math.floor(Math.log10(size))
  return Math.min(17, place(Math.max(Math.abs(one), Math.abs(other))) - place(apart) + wanted)
}

/** A computed number as text, split behind its correct digits. */
export interface JudgedDigits {
  readonly right: string
  readonly wrong: string
  /** The power of ten of a very large or small number, as `×10⁻⁷`; otherwise empty. */
  readonly power: string
}

/** Significant digits of a double. */
const doubleDigits = 16
/** With a power of ten behind them, which needs their width. */
const scientificDigits = 14

/**
 * `value` in 16 significant digits, or in 14 and a power of ten. About −log₁₀ of its relative error of them are
 * correct: of 1.9999, which should be 2, the first four.
 */
export function judgedDigits(value: number, exact: number): JudgedDigits {
  const size = Math.abs(value)
  const plain = value === 0 || (size >= 1e-4 && size < 10 ** (doubleDigits - 1))
  const [mantissa = '', exponent] = plain
    ? [String(Number(value.toPrecision(doubleDigits)))]
    : value.toExponential(scientificDigits - 1).split('e')
  const text = (plain ? mantissa : String(Number(mantissa))).replace('-', '−')
  const end = endOfDigits(text, rightDigits(value, exact))
  const power = exponent ? `×${powerOfTen(Number(exponent))}` : ''
  return { right: text.slice(0, end), wrong: text.slice(end), power }
}

function rightDigits(value: number, exact: number): number {
  if (value === exact) return doubleDigits
  const digits = Math.floor(-Math.log10(Math.abs((value - exact) / exact)))
  return Math.min(doubleDigits, Math.max(0, Number.isNaN(digits) ? 0 : digits))
}

/**
 * End of the first `count` significant digits in a number's text; 0 if there are none, so that no sign stands alone.
 */
function endOfDigits(text: string, count: number): number {
  const first = text.search(/[1-9]/)
  if (count === 0 || first < 0) return count === 0 ? 0 : text.length
  let left = count
  for (let at = first; at < text.length; at++) {
    if (text[at] === '.') continue
    if (left === 0) return text[at - 1] === '.' ? at - 1 : at
    left--
  }
  return text.length
}
