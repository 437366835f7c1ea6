import type { MinimumReport } from '@shared/protocol'
import { fallsSteadily, isBottomless } from '../../landscape/unbounded'
import type { Objective } from '../../objective'
import { spreadPoints } from '../../spread'
import { norm } from '../../vector'
import { type Bottom, type Ground, type WayDown, wayDown } from './bottom'
import { type Box, rangesOf, widened } from './box'

/** Boxes around, each twice as wide as the one before, and the points looked at in each. */
const doublings = 60
const points = 64
/** From this box on the lowest values have to fall steadily. */
const settlingIn = 7
/** Descents begin in a box so many times as wide, as many, and so many more for each variable; they end in another. */
const descents = { from: 3, within: 1000, reach: 0.01, always: 4, each: 4 }
/** No further one begins after so many operations. */
const mostOperations = 2e6

/**
 * What f does outside of the box: falls below every bound, as far as it was followed, is lower than at the bottom inside by
 * more than the tolerance, or neither is seen.
 */
export function outsideOf(ground: Ground, lowest: Bottom, tolerance: number): MinimumReport['outside'] {
  const { objective, box } = ground
  const size = Math.max(...box.widths)
  const fallsAlong = (from: Float64Array) => (direction: Float64Array) => isBottomless(objective, from, direction, size)
  if (directions(box).some(fallsAlong(lowest.point))) return 'bottomless'
  const least = lowestInBoxes(ground)
  if (least.includes(Number.NEGATIVE_INFINITY)) return 'bottomless'
  if (fallsSteadily(settlingIn, doublings - 1, (k) => least[k] ?? Number.NaN)) return 'bottomless'
  const ways = waysOutside(ground, lowest.point)
  if (ways.some(({ isBottomless }) => isBottomless)) return 'bottomless'
  // Where f falls along a valley, or from one minimum to the next, their places tell the direction.
  const places = ways.flatMap(({ bottom }) => bottom ?? []).sort((a, b) => a.value - b.value)
  const falls = places.some(({ point }, i) =>
    [lowest, ...places.slice(i + 1)].some((higher) => {
      const way = point.map((coordinate, k) => coordinate - (higher.point[k] as number))
      const length = norm(way)
      return length > 0 && fallsAlong(higher.point)(way.map((part) => part / length))
    })
  )
  if (falls) return 'bottomless'
  const isLower = [...least, ...ways.map(({ value }) => value)].some((value) => value < lowest.value - tolerance)
  return isLower ? 'lower' : null
}

function waysOutside({ objective, box, pulse }: Ground, lowest: Float64Array): WayDown[] {
  const wide: Ground = { objective, box: widened(box, descents.within), pulse: { beat: () => pulse.beat() } }
  const ranges = rangesOf(widened(box, descents.from))
  const { counts, cost, variables } = objective
  const spent = () =>
    (counts.values + counts.gradients + counts.hessians * variables.length) * (cost + box.low.length ** 2)
  const before = spent()
  const ways: WayDown[] = []
  for (const start of [lowest, ...spreadPoints(ranges, descents.always + descents.each * box.low.length, 1)]) {
    if (spent() - before > mostOperations) break
    if (Number.isFinite(objective.value(start))) ways.push(wayDown(wide, start, descents.reach))
  }
  return ways
}

/** Of length 1, along the axes. */
function directions({ widths }: Box): Float64Array[] {
  return widths.flatMap((_, i) => [1, -1].map((sign) => new Float64Array(widths.length).fill(sign, i, i + 1)))
}

/** The lowest of some values of f in each of the boxes around, NaN where f is not defined. */
function lowestInBoxes({ objective, box, pulse }: Ground): number[] {
  return Array.from({ length: doublings }, (_, k) => {
    pulse.beat()
    return leastOf(objective, spreadPoints(rangesOf(widened(box, 2 ** (k + 1))), points, 1 + k))
  })
}

function leastOf(objective: Objective, places: readonly Float64Array[]): number {
  const values = places.map((place) => objective.value(place)).filter((value) => !Number.isNaN(value))
  return values.length > 0 ? Math.min(...values) : Number.NaN
}
