import type { Interval } from '@shared/interval'
import type { CriticalPoint, CriticalReport } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { cornersIn, kindOfCorner } from './corners'
import { kindAround, kindByBends } from './kind'
import { closeParts, partAround, partAroundMiddle, partWith, type View } from './parts'
import { type Pair, type Plane, planeOf } from './plane'
import { type Found, Search } from './search'

const mostPoints = 60
/** Of lines and areas that are level so many points are given. */
const mostExamples = 12

/** How far f is looked at around a point that its Hessian does not decide, a part of the plane. */
const farthest = 0.02

/** Cells across and up, of the view and of a part of it. */
const cells = { view: 48, part: 24 }
/** How often a part is made smaller by what is found in it. */
const mostTimes = 4
/** So many points are looked at from near. */
const mostRough = 12
/** This much of what is seen from near is no way. */
const exact = 1e-4
/** A corner this near to another point, by the view, is that one. */
const cornerNear = 1e-4
/** Starts this much farther out than the 60th point may still lead to a nearer one. */
const farther = 1.5
/** Operations that looking at places may take, beyond the first look: about a second of the longest formulas. */
const mostWork = 5e7

/**
 * The points of a part of the plane of the coordinates `axes` in which both slopes are 0, the other coordinates as in
 * `point`: by Newton's method on the gradient from many places. They are points where f is differentiable, and the slope
 * vanishes there, it does not only become small, as far out on e^(−x²). And corners at which f is critical
 * (`corners.ts`); ends of the domain are none.
 * Of more than 60 that are found those nearest the middle of the view are given. It is a search: what is much smaller
 * than the view may be missed.
 */
export function criticalPoints(
  objective: Objective,
  axes: readonly [number, number],
  point: readonly number[],
  ranges: { readonly x: Interval; readonly y: Interval },
  pulse: Pulse
): CriticalReport {
  const view = { x: ascending(ranges.x), y: ascending(ranges.y) }
  if (isTooNarrow(view.x) || isTooNarrow(view.y)) return { points: [], connected: false }
  const most = mostWork / objective.cost
  let looks = 0
  const counting = {
    beat() {
      looks++
      pulse.beat()
    }
  }
  const planeOfPart = (part: View) => planeOf(objective, axes, point, part, counting)
  const { single, level } = foundIn(view, planeOfPart, () => looks < most)
  const all = [...single.slice(0, mostPoints), ...level.slice(0, mostExamples)]
  const plane = planeOfPart(view)
  const known = [...single, ...level].map(({ at }) => at)
  const corners = cornersIn(plane, () => looks < most).filter(
    ({ at }) => !known.some((other) => plane.distance(at, other) < cornerNear)
  )
  const places = [...all, ...corners].map(({ at }) => at)
  const points = [
    ...all.map((found) => described(found, places)),
    ...corners
      .slice(0, mostPoints - Math.min(mostPoints, single.length))
      .map(({ at }) => describedCorner(plane, at, places))
  ]
  const report = {
    points: points.sort((one, other) => one.value - other.value),
    connected: level.length > 0 || corners.some(({ isLevel }) => isLevel)
  }
  return single.length + corners.length > mostPoints ? { ...report, more: true } : report
}

/** Both ways round are one range. */
const ascending = ({ min, max }: Interval): Interval => (min <= max ? { min, max } : { min: max, max: min })

/** Between ends that are so few numbers apart nothing can be told; nor where their distance is no number. */
function isTooNarrow({ min, max }: Interval): boolean {
  const width = max - min
  return !(Number.isFinite(width) && width > 2 ** -32 * Math.max(Math.abs(min), Math.abs(max)))
}

/**
 * What is found in a view: in all of it first, then in parts of it where more may be, near the middle, near 0 and
 * around what is known already, as long as that is affordable. `single`: those nearest the middle first.
 */
function foundIn(view: View, planeOfPart: (part: View) => Plane, isAffordable: () => boolean) {
  const plane = planeOfPart(view)
  const single: Found[] = []
  const level: Found[] = []
  const middle = [view.x.min / 2 + view.x.max / 2, view.y.min / 2 + view.y.max / 2] as const
  const far = ({ at }: Found) => plane.distance(middle, at)
  const search = (there: Plane, cellCount: number, examples: Found[]) => {
    let count = 0
    let last = Number.POSITIVE_INFINITY
    new Search(there, cellCount, single, examples).everywhere((distance) => {
      // Of many the farthest are not wanted; which ones that are changes with each that is found.
      if (single.length > count) last = distanceOfLast(single.map(({ at }) => there.distance(middle, at)))
      count = single.length
      return isAffordable() && distance <= farther * last
    })
  }
  search(plane, cells.view, level)
  // Flat in the view may be bent, seen from near, and somewhere else; and what is flat indeed is found again.
  for (const rough of single.filter(({ isVague }) => isVague).slice(0, mostRough)) {
    if (!isAffordable()) break
    single.splice(single.indexOf(rough), 1)
    const before = single.length
    const near = planeOfPart(partAround(view, rough.at))
    search(near, cells.part, [])
    // What is around it is seen better from far.
    const same = single.findIndex((found) => found.isVague && near.distance(found.at, rough.at) < exact)
    if (same >= 0) single[same] = rough
    else if (single.length === before) single.push(rough)
  }
  const parts = single.length > mostPoints ? [] : closeParts(view)
  for (const part of parts) if (isAffordable()) search(planeOfPart(part), cells.part, [])
  for (let time = 0; time < mostTimes && isAffordable(); time++) {
    const last = distanceOfLast(single.map(far))
    const places = single.map(({ at }) => at)
    const part = last < Number.POSITIVE_INFINITY ? partAroundMiddle(view, last) : partWith(view, places)
    const before = single.length
    if (part) search(planeOfPart(part), cells.part, [])
    if (single.length === before) break
  }
  return { single: single.sort((one, other) => far(one) - far(other)), level }
}

/** How far the last of the points that are given is from the middle; infinite if there are fewer. */
const distanceOfLast = (distances: readonly number[]) =>
  [...distances].sort((one, other) => one - other)[mostPoints - 1] ?? Number.POSITIVE_INFINITY

/** How far f may be looked at around a point without meeting another, a part of the plane. */
function roomAround(plane: Plane, at: Pair, places: readonly Pair[]): number {
  const others = places.map((other) => plane.distance(at, other)).filter((distance) => distance > 0)
  return Math.min(farthest, 0.4 * Math.min(...others, 1))
}

function described({ at, bends, plane }: Found, places: readonly Pair[]): CriticalPoint {
  const decided = kindByBends(bends)
  return {
    x: at[0],
    y: at[1],
    value: plane.value(at),
    kind: decided ?? kindAround(plane, at, roomAround(plane, at, places)),
    decided: decided !== null
  }
}

function describedCorner(plane: Plane, at: Pair, places: readonly Pair[]): CriticalPoint {
  const kind = kindOfCorner(plane, at, roomAround(plane, at, places))
  return { x: at[0], y: at[1], value: plane.value(at), kind, decided: false, corner: true }
}
