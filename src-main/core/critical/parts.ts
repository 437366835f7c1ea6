import type { Interval } from '@shared/interval'
import type { Pair } from './plane'

/** What is looked at of the plane. */
export interface View {
  readonly x: Interval
  readonly y: Interval
}

/** How many times smaller than the view the parts are in which it is looked again, down to the size 1 of usual things. */
const closer = [8, 64, 512, 4096, 32768]
const usual = 1
/** Of a part with what is known, how much wider it is, and how much of the view it has at most. */
const roomy = 3
const mostOfView = 0.5
/** A part is not flatter than that. */
const flattest = 1 / 2

/** Parts around the middle, and around 0 if it is not there: formulas are about small numbers. */
export function closeParts(view: View): readonly View[] {
  const middle = middleOf(view)
  const zero = [isInside(view.x, 0) ? 0 : middle[0], isInside(view.y, 0) ? 0 : middle[1]] as const
  const isMiddle = zero[0] === middle[0] && zero[1] === middle[1]
  return (isMiddle ? [middle] : [middle, zero]).flatMap((centre) =>
    closer
      .filter((times) => Math.max(widthOf(view.x), widthOf(view.y)) / times > usual / 8)
      .map((times) => partOf(view, centre, [halfOf(view.x, times), halfOf(view.y, times)]))
  )
}

/** Half of a range so many times narrower, but not narrower than usual: as a part of it. */
const halfOf = (range: Interval, times: number) => Math.max(1 / times, Math.min(1, usual / widthOf(range))) / 2

/** The part around a place that is so small that what is rough in the view is clear in it. */
export function partAround(view: View, at: Pair): View {
  return partOf(view, at, [1 / (2 * clearer), 1 / (2 * clearer)])
}

const clearer = 64

/** The part up to a distance from the middle, by the view. */
export function partAroundMiddle(view: View, distance: number): View | null {
  const half = distance * 1.1
  return half < mostOfView ? partOf(view, middleOf(view), [half, half]) : null
}

/** The part with all these places in it; null where that is one of them, or most of the view. */
export function partWith(view: View, places: readonly Pair[]): View | null {
  if (places.length < 2) return null
  const spans = ([0, 1] as const).map((axis) => {
    const along = places.map((at) => at[axis])
    return { min: Math.min(...along), max: Math.max(...along) }
  })
  const [across, up] = spans as [Interval, Interval]
  const shares = [widthOf(across) / widthOf(view.x), widthOf(up) / widthOf(view.y)] as const
  const most = Math.max(...shares)
  const halves = shares.map((share) => (roomy / 2) * Math.max(share, flattest * most)) as unknown as Pair
  return most * roomy < mostOfView ? partOf(view, middleOf({ x: across, y: up }), halves) : null
}

/** Around a place, with half the width and height as parts of those of the view, and no farther than that. */
function partOf(view: View, centre: Pair, halves: Pair): View {
  const along = (range: Interval, at: number, half: number): Interval => ({
    min: Math.max(range.min, at - half * widthOf(range)),
    max: Math.min(range.max, at + half * widthOf(range))
  })
  return { x: along(view.x, centre[0], halves[0]), y: along(view.y, centre[1], halves[1]) }
}

const middleOf = ({ x, y }: View): Pair => [x.min / 2 + x.max / 2, y.min / 2 + y.max / 2]
const isInside = ({ min, max }: Interval, a: number) => min < a && a < max
const widthOf = ({ min, max }: Interval) => max - min
