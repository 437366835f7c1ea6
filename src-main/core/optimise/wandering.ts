import type { Objective } from '../objective'
import { curvatures, distanceToStationary } from './critical'
import { distance, norm } from './norm'

/** Fewer points tell nothing of their spread. */
const fewest = 20
/** Slopes along the way are no larger than so many times the noise: it is the noise that drives the point. */
const driven = 3

/** The middle of the first half and that of the second lie no farther apart than this, beside the spread. */
const staying = 1.5

/**
 * Whether the last points of a run with noise of standard deviation σ wander around a minimum: it lies among them,
 * their middle stays where it is, and the slopes they meet are hardly larger than the noise – so that it is the noise
 * that keeps them from settling, and not a learning rate that is too large.
 */
export function isWandering(objective: Objective, points: readonly Float64Array[], sigma: number): boolean {
  if (!(sigma > 0) || points.length < fewest) return false
  const middle = mean(points)
  const spread = rootMeanSquare(points.map((point) => distance(point, middle)))
  const half = Math.floor(points.length / 2)
  const drift = distance(mean(points.slice(0, half)), mean(points.slice(half)))
  if (!(spread > 0) || drift > staying * spread) return false
  const pairs = curvatures(objective, middle)
  if (!pairs?.every(({ value }) => value >= 0) || !pairs.some(({ value }) => value > 0)) return false
  if (!(distanceToStationary(Float64Array.from(objective.gradient(middle)), pairs) <= spread)) return false
  return isDriven(objective, points, sigma)
}

/** Whether the slopes at these points are hardly larger than the noise: what moves to and fro there is its work. */
export function isDriven(objective: Objective, points: readonly Float64Array[], sigma: number): boolean {
  const met = rootMeanSquare(points.map((point) => norm(objective.gradient(point))))
  return met <= driven * sigma * Math.sqrt(objective.variables.length)
}

function mean(points: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(points[0]?.length ?? 0)
  for (const point of points) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (point[i] as number)
  return sum.map((part) => part / points.length)
}

const rootMeanSquare = (numbers: readonly number[]) =>
  Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0) / numbers.length)
