import type { Interval } from '@shared/experiment/experiment'
import { areaOf, cellArea, cellMargins, type Size } from './layout'

const span = (range: Interval) => range.max - range.min

/** The range with `fraction` of its length added on both sides; a range without length becomes 2 long. */
export function padded(range: Interval, fraction: number): Interval {
  const pad = span(range) > 0 ? span(range) * fraction : Math.max(1, Math.abs(range.max) * fraction)
  return {
    min: Math.max(range.min - pad, -Number.MAX_VALUE),
    max: Math.min(range.max + pad, Number.MAX_VALUE)
  }
}

function finite(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter(Number.isFinite).sort()
}

/** The value below which the fraction `share` of the ascending `sorted` lies. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (at - below) * (high - low)
}

/**
 * The vertical range that shows `values` well, with `marked` values always in it. The range of all values, unless a
 * few of them – those beside a pole – are so far from the rest that they would flatten it: then the range of the rest.
 */
export function valueRange(values: ArrayLike<number>, marked: readonly number[] = []): Interval {
  const sorted = finite(values)
  const shown = marked.filter(Number.isFinite)
  if (sorted.length === 0 && shown.length === 0) return { min: -1, max: 1 }
  let low = sorted[0] ?? Infinity
  let high = sorted[sorted.length - 1] ?? -Infinity
  if (sorted.length >= 20) {
    const inner = quantile(sorted, 0.99) - quantile(sorted, 0.01)
    if (high - low > 3 * inner && inner > 0) {
      const calm = { min: quantile(sorted, 0.06), max: quantile(sorted, 0.94) }
      const reach = span(calm) * 0.25
      low = Math.max(low, calm.min - reach)
      high = Math.min(high, calm.max + reach)
    }
  }
  return padded({ min: Math.min(low, ...shown), max: Math.max(high, ...shown) }, 0.06)
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

/**
 * The two ranges, one of them widened about its middle, so that one unit is equally long on both axes of a contour
 * whose element is `size` CSS pixels large – or of each of `cells` small ones in it. Ask for the grid over these ranges.
 */
export function squareRanges(
  x: Interval,
  y: Interval,
  size: Size,
  cells = 1
): { readonly x: Interval; readonly y: Interval } {
  const area = cells > 1 ? areaOf(cellArea(0, cells, size), cellMargins) : areaOf(size)
  const unit = Math.max(span(x) / Math.max(area.width, 1), span(y) / Math.max(area.height, 1))
  return { x: widened(x, unit * area.width), y: widened(y, unit * area.height) }
}

function widened(range: Interval, length: number): Interval {
  const extra = (length - span(range)) / 2
  return extra > 0 ? { min: range.min - extra, max: range.max + extra } : range
}

/** The range with `factor` times its length, the value `about` staying in its place: a turn of the wheel. */
export function zoomed(range: Interval, about: number, factor: number): Interval {
  return { min: about - (about - range.min) * factor, max: about + (range.max - about) * factor }
}
