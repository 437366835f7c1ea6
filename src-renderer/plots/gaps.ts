import type { CurveSamples } from '@shared/protocol'

/**
 * Whether the curve jumps between the samples `index` and `index` + 1, so that no line may join them.
 * The exact slopes at both ends say what the change can be: at a jump it is several times larger than they allow,
 * and across a pole it has the opposite sign. `scale`: the visible height; smaller changes than 1 % of it are no jumps.
 */
export function jumps({ x, values, slopes }: CurveSamples, index: number, scale: number): boolean {
  const change = (values[index + 1] as number) - (values[index] as number)
  const left = slopes[index] as number
  const right = slopes[index + 1] as number
  if (!Number.isFinite(change) || Number.isNaN(left) || Number.isNaN(right)) return false
  const most = ((x[index + 1] as number) - (x[index] as number)) * Math.max(Math.abs(left), Math.abs(right))
  if (Math.abs(change) < 0.01 * scale) return false
  const opposite = change * left < 0 && change * right < 0
  return Math.abs(change) > 4 * most || (opposite && Math.abs(change) > Math.min(0.5 * most, scale))
}

/**
 * The samples' `heights` (values or slopes) as chart.js points, with a point without height wherever the curve jumps.
 * `scale`: the visible height; heights are cut at ten times it, which chart.js still places exactly.
 */
export function brokenLine(
  samples: CurveSamples,
  heights: ArrayLike<number>,
  range: { readonly min: number; readonly max: number }
): { x: number; y: number }[] {
  const scale = range.max - range.min
  const cut = (height: number) => Math.min(Math.max(height, range.min - 10 * scale), range.max + 10 * scale)
  const points: { x: number; y: number }[] = []
  for (let index = 0; index < samples.x.length; index++) {
    const x = samples.x[index] as number
    const height = heights[index] as number
    points.push({ x, y: Number.isFinite(height) ? cut(height) : NaN })
    if (index + 1 < samples.x.length && jumps(samples, index, scale)) {
      points.push({ x: (x + (samples.x[index + 1] as number)) / 2, y: NaN })
    }
  }
  return points
}

/** The value between the two samples nearest to `x`, or NaN outside them or at a gap. */
export function heightAt(samples: CurveSamples, heights: ArrayLike<number>, x: number): number {
  const last = samples.x.length - 1
  if (!(x >= (samples.x[0] as number) && x <= (samples.x[last] as number))) return NaN
  let low = 0
  let high = last
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((samples.x[middle] as number) <= x) low = middle
    else high = middle
  }
  const left = samples.x[low] as number
  const right = samples.x[high] as number
  const share = right > left ? (x - left) / (right - left) : 0
  return (heights[low] as number) * (1 - share) + (heights[high] as number) * share
}
