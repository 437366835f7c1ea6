import type { EigenPair } from '@shared/eigen'

/** A curvature this small beside the largest leads nowhere. */
const noCurvature = 1e-12

/** Where Newton's step leads, not along directions without curvature: to the place where the slope is foretold to be 0. */
export function newtonPoint(
  point: Float64Array,
  gradient: ArrayLike<number>,
  pairs: readonly EigenPair[]
): Float64Array {
  const least = noCurvature * Math.max(...pairs.map(({ value }) => Math.abs(value)))
  const next = point.slice()
  for (const { value, vector } of pairs) {
    if (!(Math.abs(value) > least)) continue
    const slope = vector.reduce((sum, part, i) => sum + part * (gradient[i] as number), 0)
    for (const [i, part] of vector.entries()) next[i] = (next[i] as number) - (slope / value) * part
  }
  return next
}
