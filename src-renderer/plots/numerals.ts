import { exponentText } from '@shared/words/numbers'

const minus = '−'

/** A number as it stands in a plot: at most `digits` significant digits, a true minus sign, powers of ten when long. */
export function numeral(value: number, digits = 5): string {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : minus + '∞'
  if (value === 0) return '0'
  // Rounded first, so that what reads as 0.0001 is written in one way only.
  const size = Number(Math.abs(value).toPrecision(digits))
  const plain = size >= 1e-4 && size < 10 ** Math.max(digits, 6)
  // Not of `size`: the largest numbers round to infinity.
  const text = plain ? String(size) : scientific(Math.abs(value), digits)
  return (value < 0 ? minus : '') + text
}

function scientific(size: number, digits: number): string {
  const [mantissa, exponent] = size.toExponential(digits - 1).split('e') as [string, string]
  return `${Number(mantissa)}e${exponent.replace('+', '').replace('-', minus)}`
}

/** A number where there is little room: of six letters or more as a power of ten, if that is shorter; of five, if by two. */
export function shortNumeral(value: number): string {
  const text = numeral(value)
  if (text.length < 5) return text
  const power = Number.isFinite(value) && value !== 0 ? (value < 0 ? minus : '') + scientific(Math.abs(value), 4) : text
  return text.length - power.length >= (text.length > 5 ? 1 : 2) ? power : text
}

/** `10⁻⁴`. */
export const powerOfTen = (exponent: number): string => `10${exponentText(exponent)}`

/** A number in powers of ten as they are written by hand, `2.5×10⁻³`; from 0.01 to 1000 without. */
export function powerNumeral(value: number, digits: number): string {
  const size = Number(Math.abs(value).toPrecision(digits))
  if (!Number.isFinite(value) || value === 0 || (size >= 0.01 && size < 1000)) return numeral(value, digits)
  const [factor, exponent] = Math.abs(value)
    .toExponential(digits - 1)
    .split('e')
    .map(Number) as [number, number]
  return `${value < 0 ? minus : ''}${factor === 1 ? '' : `${factor}×`}${powerOfTen(exponent)}`
}

/** The equation of a line through a point of the curve: `y = 6.0001(x − 3) + 9`; a slope that reads as 1 is not written. */
export function tangentEquation(at: number, value: number, slope: number, variable = 'x', dependent = 'y'): string {
  const shift = at === 0 ? variable : `(${variable} ${at < 0 ? '+' : minus} ${numeral(Math.abs(at))})`
  const rest = value === 0 ? '' : ` ${value < 0 ? minus : '+'} ${numeral(Math.abs(value))}`
  if (slope === 0) return `${dependent} = ${numeral(value)}`
  const factor = numeral(slope).replace(/^(−?)1$/, '$1')
  return `${dependent} = ${factor}${shift}${rest}`
}
