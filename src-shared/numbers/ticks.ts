import { numeral, powerOfTen } from './numeral'

interface Range {
  readonly min: number
  readonly max: number
}

/**
 * The smallest step that is not adjusted, in units of the spacing of doubles: ticks are then multiples of it to a
 * thousandth.
 */
const minSpacings = 1000

/** The spacing of doubles at a positive number (its ulp). */
const spacingAt = (size: number) => 2 ** (Math.floor(Math.log2(size)) - 52)

/**
 * The multiples of `step` in a range, its ends included up to rounding. `step` has at most two significant digits. A
 * step not much larger than the spacing of doubles becomes a multiple of that.
 */
export function multiples({ min, max }: Range, step: number): readonly number[] {
  const spacing = spacingAt(Math.min(Math.abs(min), Math.abs(max)))
  const isCoarse = step < minSpacings * spacing
  const unit = isCoarse ? Math.ceil(step / spacing) * spacing : step
  const [mantissa = 0, exponent = 0] = step.toExponential(1).split('e').map(Number)
  // Parsed from decimal digits, so that the third tenth is 0.3 and not 0.30000000000000004.
  const multiple = (times: number) => (isCoarse ? times * unit : Number(`${times * mantissa * 10}e${exponent - 1}`))
  const [first, last] = [Math.ceil(min / unit - 1e-9), Math.floor(max / unit + 1e-9)]
  const all = Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index) + 0)
  return [...new Set(all)].filter((tick) => tick >= min - 1e-6 * unit && tick <= max + 1e-6 * unit)
}

/** Multiples of 1, 2 or 5 × 10ⁿ in the range: at most about `count`, and at least two. */
export function evenTicks(range: Range, count: number): readonly number[] {
  const length = range.max - range.min
  if (!(length > 0) || !Number.isFinite(length)) return []
  const minStep = length / Math.max(count, 2)
  const power = Math.floor(Math.log10(minStep))
  const steps = [10, 5, 2, 1, 0.5, 0.2, 0.1].map((factor) => Number(`${factor}e${power}`))
  const fitting = steps.filter((step) => step >= minStep * (1 - 1e-9))
  const finer = steps.slice(fitting.length)
  return [...fitting.slice(-1), ...finer].map((step) => multiples(range, step)).find((ticks) => ticks.length > 1) ?? []
}

/** The labels of an axis, no two alike: a text for each tick, and `common`, which applies to all of them. */
export interface TickTexts {
  readonly texts: readonly string[]
  /** Shown at the end of the axis: empty, or as `×10⁻⁷`, `+10⁹`, `×10⁻⁷ + 10⁹`. */
  readonly common: string
}

/**
 * The labels of ascending ticks, in as few digits as give each to a thousandth of the distance between two. Where one
 * is longer than `maxLength` characters, a power of ten is factored out, an offset near all ticks subtracted, or both.
 */
export function tickTexts(ticks: readonly number[], maxLength: number): TickTexts {
  const gap = Math.min(...ticks.slice(1).map((tick, index) => tick - (ticks[index] as number)))
  const choices = [0, commonOffset(ticks)].flatMap((offset) => {
    const rests = ticks.map((tick) => tick - offset)
    return [0, exponentOf(Math.max(...rests.map(Math.abs)))].map((power) => ({
      texts: rests.map((rest) => shiftedText(rest, power, gap / 2000)),
      common: commonText(offset, power)
    }))
  })
  const fits = ({ texts }: TickTexts) => texts.every((text) => text.length <= maxLength && !text.includes('e'))
  return choices.find(fits) ?? (choices.at(-1) as TickTexts)
}

/** The exponent of a size in scientific notation; of 0 it is 0. */
const exponentOf = (size: number) => Number((size || 1).toExponential().split('e')[1])

/**
 * The offset: the number with few digits that is nearest to all ticks and not farther from 0 than they are; 0 if 0 is
 * among them.
 */
function commonOffset(ticks: readonly number[]): number {
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 0]
  if (first <= 0 && last >= 0) return 0
  const power = Math.ceil(Math.log10(last - first) - 1e-9)
  const [mantissa = '', exponent] = Math.min(Math.abs(first), Math.abs(last)).toExponential().split('e')
  const digits = Number(exponent) - power + 1
  // All digits up to the power of ten of the ticks' distance.
  return digits > 0 ? Math.sign(first) * Number(`${mantissa.slice(0, digits + 1)}e${exponent}`) : 0
}

/** `value` ÷ 10^`power` in as few digits as keep the error within `tolerance`. */
function shiftedText(value: number, power: number, tolerance: number): string {
  for (let digits = 1; ; digits++) {
    const text = value.toExponential(digits - 1)
    if (digits < 17 && !(Math.abs(Number(text) - value) <= tolerance)) continue
    const [mantissa, exponent] = text.split('e')
    return String(Number(`${mantissa}e${Number(exponent) - power}`)).replace('-', '−')
  }
}

function commonText(offset: number, power: number): string {
  const factor = power === 0 ? '' : `×${powerOfTen(power)}`
  if (offset === 0) return factor
  const sign = offset < 0 ? '−' : '+'
  const size = shortest(Math.abs(offset))
  return factor === '' ? sign + size : `${factor} ${sign} ${size}`
}

/** A number in as few digits as identify the double. */
function shortest(size: number): string {
  const digits = size.toExponential().replace(/e.*|\./g, '').length
  return numeral(size, digits)
}
