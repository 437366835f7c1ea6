import type { Interval } from '@shared/interval'
import { quantile } from '@shared/quantile'

const span = (range: Interval) => range.max - range.min

/** Ends of ranges stay within this, so that the length between them is a number as well. */
const farthest = Number.MAX_VALUE / 4
/** Values nearer to one another than this part of their size differ by rounding: a constant is no mountain range. */
const rounding = 1e-12

/** The range with `fraction` of its length added on both sides; a range without length becomes 2 long or longer. */
export function padded(range: Interval, fraction: number): Interval {
  const size = Math.max(Math.abs(range.min), Math.abs(range.max))
  const pad = span(range) > rounding * size ? span(range) * fraction : Math.max(1, size * fraction)
  return {
    min: Math.min(Math.max(range.min - pad, -farthest), farthest / 2),
    max: Math.max(Math.min(range.max + pad, farthest), -farthest / 2)
  }
}

function finite(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter(Number.isFinite).sort()
}

/** The range that shows all of the `values` that are finite, with a little room; without any, −1 to 1. */
export function valueRange(values: ArrayLike<number>): Interval {
  let [min, max] = [Infinity, -Infinity]
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    if (!Number.isFinite(value)) continue
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return min <= max ? padded({ min, max }, 0.06) : { min: -1, max: 1 }
}

/** How near to a pole a curve is left out of its range at first: a part of the axis, and of the way to the next pole. */
const besidePole = { axis: 0.04, next: 0.13 }
/** Then the range follows the curve towards its poles, by this part of its length at most on each side. */
const towardsPole = 0.75
/** A marked value farther out than this many lengths of the range is left out of the picture as well. */
const mostMarked = 2

/**
 * The vertical range that shows a curve well: all of its `heights` over the ascending places `x`, or with `poles`
 * what they are away from these and some of the way up. It is made larger for `marked` heights outside of it, but not
 * for those far up a pole.
 */
export function calmRange(
  x: ArrayLike<number>,
  heights: ArrayLike<number>,
  poles: readonly number[],
  marked: readonly number[]
): Interval {
  const values = Array.from(heights).filter(Number.isFinite)
  if (values.length === 0) return valueRange(marked)
  const whole = extent(values)
  const shown = poles.length === 0 ? whole : followed(whole, awayFrom(x, heights, poles), values)
  const range = valueRange([shown.min, shown.max])
  const far = poles.length === 0 ? Infinity : mostMarked * span(shown)
  const outside = marked.filter(
    (value) =>
      Number.isFinite(value) &&
      !(value >= range.min && value <= range.max) &&
      value >= shown.min - far &&
      value <= shown.max + far
  )
  return outside.length === 0 ? range : valueRange([shown.min, shown.max, ...outside])
}

/** The heights away from poles – `inner`, if there are any – and some of the way on towards the poles. */
function followed(all: Interval, inner: readonly number[], values: readonly number[]): Interval {
  const calm = inner.length > 0 ? extent(inner) : middleOf(values)
  const reach = towardsPole * span(calm)
  return { min: Math.max(all.min, calm.min - reach), max: Math.min(all.max, calm.max + reach) }
}

const extent = (values: readonly number[]): Interval => {
  const sorted = finite(values)
  return { min: sorted[0] as number, max: sorted[sorted.length - 1] as number }
}

/** Where poles are everywhere: the middle of the values. */
function middleOf(values: readonly number[]): Interval {
  const sorted = finite(values)
  return { min: quantile(sorted, 0.1), max: quantile(sorted, 0.9) }
}

/** The heights that are not beside one of the ascending `poles`. */
function awayFrom(x: ArrayLike<number>, heights: ArrayLike<number>, poles: readonly number[]): readonly number[] {
  const axis = (x[x.length - 1] as number) - (x[0] as number)
  const reaches = poles.map((pole, index) => {
    const ways = [pole - (poles[index - 1] ?? -Infinity), (poles[index + 1] ?? Infinity) - pole]
    return Math.min(besidePole.axis * axis, besidePole.next * Math.min(...ways.filter((way) => way > 0)))
  })
  const calm: number[] = []
  let next = 0
  for (let index = 0; index < heights.length; index++) {
    const at = x[index] as number
    const height = heights[index] as number
    while (next < poles.length - 1 && (poles[next + 1] as number) - at < at - (poles[next] as number)) next++
    const isNear = Math.abs(at - (poles[next] as number)) < (reaches[next] as number)
    if (!isNear && Number.isFinite(height)) calm.push(height)
  }
  return calm
}

/** The range made wider where `values` leave it, but at most `most` times as wide: a diverging run leaves the picture. */
export function grownRange(range: Interval, values: ArrayLike<number>, most = 20): Interval {
  const reach = (span(range) * (most - 1)) / 2
  let { min, max } = range
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    if (!Number.isFinite(value)) continue
    min = Math.min(min, Math.max(value, range.min - reach))
    max = Math.max(max, Math.min(value, range.max + reach))
  }
  const pad = 0.05 * (max - min)
  return { min: min < range.min ? min - pad : min, max: max > range.max ? max + pad : max }
}

/** The range with `factor` times its length, the value `about` staying in its place: a turn of the wheel. */
export function zoomed(range: Interval, about: number, factor: number): Interval {
  return { min: about - (about - range.min) * factor, max: about + (range.max - about) * factor }
}
