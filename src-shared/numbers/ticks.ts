import { numeral, powerOfTen } from './numeral'

interface Range {
  readonly min: number
  readonly max: number
}

/** As fine as a step may be for ticks to be multiples of it to a thousandth, in distances between doubles. */
const finest = 1000

/** The distance of a positive double to the next one. */
const grainOf = (size: number) => 2 ** (Math.floor(Math.log2(size)) - 52)

/**
 * The multiples of `step` – of two significant digits – in a range, its ends included but for rounding. Where doubles
 * are not much closer together than that, the step is made a multiple of their distance.
 */
export function multiples({ min, max }: Range, step: number): readonly number[] {
  const grain = grainOf(Math.min(Math.abs(min), Math.abs(max)))
  const isCoarse = step < finest * grain
  const unit = isCoarse ? Math.ceil(step / grain) * grain : step
  const [mantissa = 0, exponent = 0] = step.toExponential(1).split('e').map(Number)
  // Read from decimal digits, so that the third tenth is 0.3 and not 0.30000000000000004.
  const multiple = (times: number) => (isCoarse ? times * unit : Number(`${times * mantissa * 10}e${exponent - 1}`))
  const [first, last] = [Math.ceil(min / unit - 1e-9), Math.floor(max / unit + 1e-9)]
  const all = Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index) + 0)
  return [...new Set(all)].filter((tick) => tick >= min - 1e-6 * unit && tick <= max + 1e-6 * unit)
}

/** Multiples of 1, 2 or 5 × 10ⁿ in the range: at most about `count` of them, and always two. */
export function evenTicks(range: Range, count: number): readonly number[] {
  const length = range.max - range.min
  if (!(length > 0) || !Number.isFinite(length)) return []
  const least = length / Math.max(count, 2)
  const power = Math.floor(Math.log10(least))
  const steps = [10, 5, 2, 1, 0.5, 0.2, 0.1].map((factor) => Number(`${factor}e${power}`))
  const fitting = steps.filter((step) => step >= least * (1 - 1e-9))
  const finer = steps.slice(fitting.length)
  return [...fitting.slice(-1), ...finer].map((step) => multiples(range, step)).find((ticks) => ticks.length > 1) ?? []
}

/** The ticks of an axis as they are written, no two alike. Each is its text, and what is `common` to all applied to it. */
export interface TickTexts {
  readonly texts: readonly string[]
  /** For the end of the axis: empty, or as `×10⁻⁷`, `+10⁹`, `×10⁻⁷ + 10⁹`. */
  readonly common: string
}

/**
 * The texts of ascending ticks: as few digits as tell each to a thousandth of the distance between two; where one of them
 * has more than `room` letters, only what is left of all without a power of ten, or without a number that is near to all.
 */
export function tickTexts(ticks: readonly number[], room: number): TickTexts {
  const gap = Math.min(...ticks.slice(1).map((tick, index) => tick - (ticks[index] as number)))
  const choices = [0, nearAll(ticks)].flatMap((offset) => {
    const rests = ticks.map((tick) => tick - offset)
    return [0, exponentOf(Math.max(...rests.map(Math.abs)))].map((power) => ({
      texts: rests.map((rest) => shiftedText(rest, power, gap / 2000)),
      common: commonText(offset, power)
    }))
  })
  const fits = ({ texts }: TickTexts) => texts.every((text) => text.length <= room && !text.includes('e'))
  return choices.find(fits) ?? (choices.at(-1) as TickTexts)
}

/** The power of ten at or below a size; of 0 that is 0. */
const exponentOf = (size: number) => Number((size || 1).toExponential().split('e')[1])

/** The number of few digits that is nearest to all ticks and not farther from 0 than they are; 0 of those on both sides. */
function nearAll(ticks: readonly number[]): number {
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 0]
  if (first <= 0 && last >= 0) return 0
  const power = Math.ceil(Math.log10(last - first) - 1e-9)
  const [mantissa = '', exponent] = Math.min(Math.abs(first), Math.abs(last)).toExponential().split('e')
  const digits = Number(exponent) - power + 1
  // The digits of the mantissa, and the point behind the first of them.
  return digits > 0 ? Math.sign(first) * Number(`${mantissa.slice(0, digits + 1)}e${exponent}`) : 0
}

/** `value` ÷ 10^`power` in as few digits as miss the value by no more than `tolerance`. */
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

/** A number in as few digits as are read back as it. */
function shortest(size: number): string {
  const digits = size.toExponential().replace(/e.*|\./g, '').length
  return numeral(size, digits)
}
