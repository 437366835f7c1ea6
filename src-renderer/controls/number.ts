import { parse } from '@shared/language/parser'
import { valueAt } from '@shared/language/value'
import { scientific, significant } from '@shared/numbers/rounded'
import { ProblemError } from '@shared/problem'

/**
 * The number a person typed: decimal digits with an optional exponent, full-width characters, a typographic minus and
 * spaces around it accepted; or a formula without names, as `1/2` or `2π`. Null if it is not a finite number.
 */
export function typedNumber(text: string): number | null {
  const value = readNumber(text)
  return Number.isFinite(value) ? value : null
}

/** Whether the text is a number, but beyond 1.8e308. */
export const isTooLarge = (text: string): boolean => Math.abs(readNumber(text)) === Number.POSITIVE_INFINITY

/** Infinite where digits make a number that is too large; NaN where the text is none. */
function readNumber(text: string): number {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[−–—ー‐]/, '-')
    .replace(/([eE])[−–—ー‐]/, '$1-')
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return Number(plain)
  const value = calculated(text)
  return Number.isFinite(value) ? value : Number.NaN
}

/** The value of a formula without names; NaN for all else, and for a number whose exponent is still to be typed. */
function calculated(text: string): number {
  if (/\de[-+]?$/i.test(text)) return Number.NaN
  try {
    const { tree, names } = parse(text)
    return names.length === 0 ? valueAt(tree, new Map()) : Number.NaN
  } catch (error) {
    if (error instanceof ProblemError) return Number.NaN
    throw error
  }
}

/** Letters a field has room for in any place; a longer number makes it grow. */
const room = 6

/** The text of a field that reads back as the same number: plain, or with a power of ten where it is long and that shorter. */
export function numberText(value: number): string {
  const { mantissa, exponent } = scientific(value)
  const [plain, power] = [String(value).replace('e+', 'e'), `${mantissa}e${exponent}`]
  return plain.length > room && power.length < plain.length ? power : plain
}

/** Where a value stands on a slider from 0 to 1, linear or logarithmic; clamped. */
export function sliderPosition(value: number, min: number, max: number, scale: 'linear' | 'log'): number {
  const place =
    scale === 'log' ? Math.log(Math.max(value, min) / min) / Math.log(max / min) : (value - min) / (max - min)
  return Math.min(1, Math.max(0, place))
}

/**
 * The value at a position from 0 to 1, rounded to two significant digits (three on a linear scale's range) so that it
 * reads well, but never beyond the slider's ends, which are themselves reached.
 */
export function sliderValue(position: number, min: number, max: number, scale: 'linear' | 'log'): number {
  if (position <= 0) return min
  if (position >= 1) return max
  return Math.min(max, Math.max(min, scale === 'log' ? onLogScale(position, min, max) : onScale(position, min, max)))
}

const onLogScale = (position: number, min: number, max: number) => significant(min * (max / min) ** position, 2)

function onScale(position: number, min: number, max: number): number {
  const step = 10 ** (Math.floor(Math.log10(max - min)) - 2)
  const value = Math.round((min + position * (max - min)) / step) * step
  return significant(value, 12)
}
