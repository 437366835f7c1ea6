import { alongAxes, lowestOf } from '../../landscape/neighbourhood'
import type { Landscape } from '../../objective'
import type { Pulse } from '../../pulse'
import { moved, norm } from '../../vector'

/** The last step of a search along the axes, beside the size of the region; it takes so many in all. */
const lastStep = 1e-14
const mostSteps = 200
/** How far ahead a crease is looked for, at first and at last, beside the size of the region: twice as far where it is found. */
const reach = { first: 1e-2, last: 1e-11 }
const shorter = 1 / 4
/** The first step back to the crease, beside how far it was left. */
const back = 1 / 4

/** A search without slopes, as it is needed where f has kinks. */
export interface Search {
  readonly objective: Landscape
  /** Of the region. */
  readonly size: number
  readonly pulse: Pulse
}

/** Steps along the axes to where f is lower: twice as long after each, halved where there is none. */
export function lowestAlongAxes({ objective, size, pulse }: Search, from: Float64Array, first: number): Float64Array {
  let point = from
  let value = objective.value(point)
  let length = first
  for (let count = 0; count < mostSteps && length > lastStep * size; count++) {
    pulse.beat()
    const lower = lowestOf(objective, alongAxes(point, length))
    const valueThere = lower ? objective.value(lower) : Number.NaN
    if (lower && valueThere < value) {
      point = lower
      value = valueThere
      length *= 2
    } else length /= 2
  }
  return point
}

/**
 * On from a place that is the lowest along the axes and yet may lie on a crease, straight or bent, that leads down: from
 * places ahead – where it went last, then along each axis – the lowest one along the axes is taken if f is lower there.
 * After Hooke & Jeeves 1961, Direct search. It is the place itself where none is lower, within `most` evaluations.
 */
export function downTheCrease(search: Search, from: Float64Array, most: number): Float64Array {
  const { objective, size } = search
  const axes = alongAxes(new Float64Array(from.length), 1)
  const until = objective.counts.values + most
  let point = from
  let directions = axes
  for (let far = reach.first * size; far > reach.last * size; ) {
    const value = objective.value(point)
    let lower: Float64Array | null = null
    for (const direction of directions) {
      if (objective.counts.values > until) return point
      const there = lowestAlongAxes(search, moved(point, direction, far), back * far)
      if (objective.value(there) < value) {
        lower = there
        break
      }
    }
    if (lower) {
      const motion = lower.map((coordinate, i) => coordinate - (point[i] as number))
      const length = norm(motion)
      directions = length > 0 ? [motion.map((part) => part / length), ...axes] : axes
      point = lower
      far *= 2
    } else far *= shorter
  }
  return point
}
