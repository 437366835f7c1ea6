import type { Interval } from '@shared/interval'
import { toDecimals } from '@shared/numbers/rounded'

/**
 * Where a hand put something down that sees `range`, without digits no hand can mean: rounded to the power of ten at or
 * below a thousandth of the range. A position in, a position out, in the variable's unit.
 */
export function placed(value: number, { min, max }: Interval): number {
  const decimals = 3 - Math.floor(Math.log10(max - min))
  if (!Number.isFinite(value) || !Number.isFinite(decimals) || decimals > 100) return value
  if (decimals >= 0) return toDecimals(value, decimals)
  const unit = 10 ** -decimals
  return Math.round(value / unit) * unit + 0
}

/** The same, held within the range: what is put down stays in sight. */
export const placedWithin = (value: number, range: Interval): number =>
  Math.min(Math.max(placed(value, range), range.min), range.max)

/** A range that was dragged or zoomed to: both ends rounded as places in it. */
export const placedRange = (range: Interval): Interval => ({
  min: placed(range.min, range),
  max: placed(range.max, range)
})

/** As wide as `range`, or as it must be for `at` to be told from its ends, with `at` in its middle. */
export function rangeAround(at: number, { min, max }: Interval): Interval {
  const half = Math.max((max - min) / 2, Math.abs(at) * 1e-6)
  return placedRange({ min: at - half, max: at + half })
}
