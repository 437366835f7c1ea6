import { curvatures } from './critical'
import type { Finished } from './rest'

/** How far a start is shifted, in units of the coordinate's power of ten: little first. */
const shifts = [0.1, 0.5, 1, 2, 5]
/** More coordinates than these are not tried one by one. */
const mostAxes = 3

/**
 * Starts beside that of a run which did not come down: shifted along the coordinates in which f falls from where it
 * ended – off a saddle or a maximum, along the slope of a plateau – or, where none does, along the first few.
 */
export function shiftedStarts({ objective, plan, history }: Finished): number[][] {
  const { end } = history
  const [lowest] = curvatures(objective, end) ?? []
  const gradient = objective.gradient(end)
  const isBent = lowest !== undefined && lowest.value < 0
  const ways = isBent
    ? both(strongest(lowest.vector))
    : strongest(gradient).map((i) => [i, -Math.sign(gradient[i] as number)])
  const tried = ways.length > 0 ? ways : both(Array.from(end, (_, i) => i).slice(0, mostAxes))
  const start = Array.from(plan.start)
  return shifts.flatMap((shift) =>
    tried.map(([axis = 0, sign = 1]) => {
      const from = start[axis] as number
      return start.with(axis, Number((from + sign * shift * unitOf(from)).toPrecision(12)))
    })
  )
}

/** The coordinates that take part, the one with the largest share first; none where all are 0. */
function strongest(shares: readonly number[]): number[] {
  const sizes = shares.map(Math.abs)
  const most = Math.max(...sizes)
  const order = [...sizes.keys()].sort((one, other) => (sizes[other] as number) - (sizes[one] as number))
  return order.filter((i) => most > 0 && (sizes[i] as number) >= most / 2).slice(0, 1)
}

const both = (axes: readonly number[]) =>
  axes.flatMap((axis) => [
    [axis, 1],
    [axis, -1]
  ])

/** 1 for coordinates up to 10, then 10 … */
const unitOf = (coordinate: number) => 10 ** Math.max(0, Math.ceil(Math.log10(Math.abs(coordinate) || 1)) - 1)
