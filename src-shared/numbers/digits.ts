import { numeral, powerOfTen } from './numeral'

/**
 * How many significant digits tell two numbers apart: as few as needed, from `least` to `most`. `least` also where they
 * are equal, or so nearly that `most` digits would not show it.
 */
export function digitsApart(one: number, other: number, least: number, most: number): number {
  if (one === other) return least
  for (let digits = least; digits <= most; digits++) {
    if (one.toExponential(digits - 1) !== other.toExponential(digits - 1)) return digits
  }
  return least
}

/** Numbers that stand beside one another: in as many digits, and at least so many, as tell those apart that differ. */
export function numeralsApart(values: readonly number[], digits: number): readonly string[] {
  const pairs = values.flatMap((one, index) => values.slice(index + 1).map((other) => [one, other] as const))
  const needed = pairs.map(([one, other]) => (Number.isFinite(one - other) ? digitsApart(one, other, digits, 17) : 0))
  return values.map((value) => numeral(value, Math.max(digits, ...needed)))
}

/** The digits that show a move from one number to another: 5 where these do, otherwise two beyond the first that does. */
export function digitsOfMove(before: number, after: number): number {
  const digits = digitsApart(before, after, 5, 12)
  return digits === 5 ? 5 : Math.min(digits + 2, 12)
}

/** How many significant digits of two nearly equal numbers show their difference to `wanted` digits. 17 are all there are. */
export function digitsOfDifference(one: number, other: number, wanted: number): number {
  const apart = Math.abs(one - other)
  if (apart === 0 || !Number.isFinite(apart)) return wanted
  const place = (size: number) => Math.floor(Math.log10(size))
  return Math.min(17, place(Math.max(Math.abs(one), Math.abs(other))) - place(apart) + wanted)
}

/** A computed number as it is written, taken apart after the digits that are right. */
export interface JudgedDigits {
  readonly right: string
  readonly wrong: string
  /** The power of ten after a very large or small number, as `×10⁻⁷`; otherwise empty. */
  readonly power: string
}

/** As many significant digits as a double is good for. */
const doubleDigits = 16
/** Beside a power of ten, which takes the room of the others. */
const scientificDigits = 14

/**
 * `value` in 16 significant digits, in 14 where a power of ten stands behind them. About −log₁₀ of its relative error of
 * them are right: of 1.9999, which is to be 2, the first four.
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

/** Where the first `count` significant digits of a number's text end; 0 for none, so that no sign stands alone. */
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
