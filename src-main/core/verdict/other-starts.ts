import { curvatures } from '../landscape/stationary'
import type { Objective } from '../objective'
import type { Followed } from './follow'

/** How far a start is shifted, in units of the coordinate's power of ten: little first. */
const shifts = [0.1, 0.5, 1, 2, 5]
/** More coordinates than these are not tried one by one. */
const mostAxes = 3

/** A coordinate, and which way. */
type Way = readonly [axis: number, sign: number]

/**
 * Starts beside that of a run which did not come down: shifted along the coordinates in which f falls from where it
 * ended – off a saddle or a maximum, in all such at once, along the slope of a plateau – or, where none does, along the
 * first few.
 */
export function shiftedStarts({ objective, plan, future }: Followed): number[][] {
  const { end } = future.history
  const start = Array.from(plan.start)
  const tried = waysDown(objective, end)
  return shifts.flatMap((shift) =>
    tried.map((ways) =>
      ways.reduce((shifted, [axis, sign]) => {
        const from = start[axis] as number
        return shifted.with(axis, Number((from + sign * shift * unitOf(from)).toPrecision(12)))
      }, start)
    )
  )
}

/** Each a few coordinates to be moved together. */
function waysDown(objective: Objective, end: Float64Array): Way[][] {
  const bent = (curvatures(objective, end) ?? [])
    .filter(({ value }) => value < 0)
    .map(({ vector }) => strongest(vector))
  const axes = [...new Set(bent)]
  if (axes.length > 0) return [1, -1].map((sign) => axes.map((axis): Way => [axis, sign]))
  const gradient = objective.gradient(end)
  const steepest = strongest(gradient)
  const slope = gradient[steepest] as number
  if (slope !== 0) return [[[steepest, -Math.sign(slope)]]]
  return [...end.keys()].slice(0, mostAxes).flatMap((axis): Way[][] => [[[axis, 1]], [[axis, -1]]])
}

/** The coordinate with the largest share. */
function strongest(shares: readonly number[]): number {
  const sizes = shares.map(Math.abs)
  return sizes.indexOf(Math.max(...sizes))
}

/** 1 for coordinates up to 10, then 10 … */
const unitOf = (coordinate: number) => 10 ** Math.max(0, Math.ceil(Math.log10(Math.abs(coordinate) || 1)) - 1)
