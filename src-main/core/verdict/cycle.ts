import { distance } from '../vector'
import { longestPeriod, rounds, sameAgain } from './thresholds'

/**
 * After how many steps the last points come back, each within rounding to where it was; null if they do not, or stand
 * still, or are too few to tell.
 */
export function periodOf(points: readonly Float64Array[]): number | null {
  const last = points.slice(-rounds * longestPeriod)
  if (last.length < rounds * longestPeriod) return null
  for (let period = 2; period <= longestPeriod; period++) {
    const size = Math.max(...last.slice(-period).map((point) => distance(point, last.at(-1) as Float64Array)))
    const isBack = (point: Float64Array, i: number) =>
      i < period || distance(point, last[i - period] as Float64Array) <= sameAgain * size
    if (size > 0 && last.every(isBack)) return period
  }
  return null
}
