import { quantile } from './ranges'

/** Ascending levels of a contour, and whether their distances are equal. */
export interface Levels {
  readonly values: readonly number[]
  readonly spacing: 'even' | 'finer-below' | 'finer-above'
}

/** The number of the form 1, 2 or 5 × 10ⁿ nearest to `step`. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const lead = step / power
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power
}

/** The least multiple of `step` not below `value`. */
export function roundedUp(value: number, step: number): number {
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12))
}

/**
 * About `count` levels for the finite ones of `values`. Evenly spaced at round numbers, unless most of the picture
 * would then lie between two of them: then finer where the values crowd, so that half of the levels lie on either
 * side of the median (levels min + (max − min)·tᵖ for equal steps of t).
 */
export function contourLevels(values: ArrayLike<number>, count = 15): Levels {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort()
  const least = sorted[0]
  const most = sorted[sorted.length - 1]
  if (least === undefined || most === undefined || !(most > least) || !Number.isFinite(most - least)) {
    return { values: [], spacing: 'even' }
  }
  const height = most - least
  const middle = (quantile(sorted, 0.5) - least) / height
  if (middle > 0.18 && middle < 0.82) return { values: evenLevels(least, most, count), spacing: 'even' }
  const below = middle <= 0.18
  const share = Math.max(below ? middle : 1 - middle, 1e-6)
  const power = Math.log(share) / Math.log(0.5)
  const steps = Array.from({ length: count }, (_, index) => ((index + 0.5) / count) ** power)
  return below
    ? { values: steps.map((step) => least + height * step), spacing: 'finer-below' }
    : { values: steps.reverse().map((step) => most - height * step), spacing: 'finer-above' }
}

function evenLevels(least: number, most: number, count: number): readonly number[] {
  const step = niceStep((most - least) / count)
  const levels: number[] = []
  for (let index = Math.floor(least / step) + 1; index * step < most; index++) levels.push(index * step)
  return levels
}
