import { isCrossed } from '../breaks'
import type { Field } from './field'
import { turningPoint } from './turning'

/** What f does at a place between two neighbours of a grid where a guard function says that it may break. */
export interface EdgeBreak {
  /** The place, as a share of the way from the first to the second. */
  readonly at: number
  /** f just before and just after: NaN where it is not defined, infinite at a pole. The same finite number: f goes on. */
  readonly before: number
  readonly after: number
}

/** Whether f does not go on there. */
export const isBroken = (found: EdgeBreak | undefined): found is EdgeBreak =>
  found !== undefined && (found.before !== found.after || !Number.isFinite(found.before))

/** A straight way between two neighbours of a grid: f at (x, y) for every share of it from 0 to 1. */
export interface Edge {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Halvings of the edge with which a place is found. */
const placeHalvings = 24
/** … and at which f is compared on both sides of it: farther in, formulas such as (1 − cos x)/x² are rounding. */
const [far, near, nearest] = [6, 10, 14]
/** f on the edge. */
export const alongEdge =
  (field: Field, { from, to }: Edge) =>
  (share: number): number =>
    field.value(...placeOn({ from, to }, share))

/** The place on an edge. */
export function placeOn({ from, to }: Edge, share: number): [number, number] {
  // Exactly the ends at 0 and 1.
  return [from[0] * (1 - share) + to[0] * share, from[1] * (1 - share) + to[1] * share]
}

/**
 * Whether a guard function with these values at four neighbours may come down to 0 and go up again between the middle
 * two: if it is convex there, the straight line through either pair beside the edge is no more than 0 at the end of the
 * edge. NaN where there is no neighbour.
 */
export const mayTouch = (before: number, a: number, b: number, behind: number): boolean =>
  a * b > 0 && !(2 * Math.abs(a) > Math.abs(before)) && !(2 * Math.abs(b) > Math.abs(behind))

/**
 * The break between two neighbours with the values `first` and `last`; null where no guard function says that there may
 * be one. `guards` are their values at four neighbours in a row, of which the edge has the middle two. Where f breaks several times, all of the edge between its ends is the break.
 */
export function breakBetween(
  field: Field,
  edge: Edge,
  [first, last]: readonly [number, number],
  guards: readonly ArrayLike<number>[]
): EdgeBreak | null {
  if (Number.isNaN(first) && Number.isNaN(last)) return null
  if (Number.isNaN(first) !== Number.isNaN(last)) return endOfDomain(field, edge, first, last)
  const f = alongEdge(field, edge)
  let found: EdgeBreak | null = null
  for (let guard = 0; guard < field.guards; guard++) {
    const [before, a, b, behind] = guards.map((some) => some[guard]) as [number, number, number, number]
    const guardAt = (share: number) => field.guardsAt(...placeOn(edge, share))[guard] as number
    const passed = isCrossed(a, b) ? passing(guardAt, a, b) : null
    const at = passed ?? (mayTouch(before, a, b, behind) ? touching(guardAt, a, b) : null)
    if (at === null) continue
    const next = judged(f, at, passed === null ? touchFarther : 0)
    // A guard that goes on falling is least at an end, from where the next edge may have a jump; a pole there is on both.
    const isEnd = Math.abs(at - 0.5) > 0.5 - 2 ** -nearest
    if (passed === null && isEnd && Number.isFinite(next.before)) continue
    if (found && !isBroken(next)) continue
    const isSecond: boolean = found !== null && isBroken(found) && Math.abs(found.at - at) > 2 ** -nearest
    found = isSecond ? { at: 0.5, before: first, after: last } : next
  }
  return found
}

function endOfDomain(field: Field, edge: Edge, first: number, last: number): EdgeBreak {
  const f = alongEdge(field, edge)
  let [defined, not] = Number.isNaN(last) ? [0, 1] : [1, 0]
  let value = Number.isNaN(last) ? first : last
  for (let halving = 0; halving < placeHalvings; halving++) {
    const middle = (defined + not) / 2
    const here = f(middle)
    if (Number.isNaN(here)) not = middle
    else {
      defined = middle
      value = here
    }
  }
  const limit = limitOf(approach(f, defined, Number.isNaN(last) ? -1 : 1))
  if (!Number.isFinite(limit)) value = limit
  return Number.isNaN(last)
    ? { at: defined, before: value, after: Number.NaN }
    : { at: defined, before: Number.NaN, after: value }
}

/** Where a guard function with these values at the ends passes 0 or leaps; null where it only comes near. */
function passing(guardAt: (share: number) => number, before: number, after: number): number | null {
  let [low, high, left, right] = [0, 1, before, after]
  for (let halving = 0; halving < placeHalvings; halving++) {
    const middle = (low + high) / 2
    const value = guardAt(middle)
    if (Number.isNaN(value)) return null
    if (value === 0) return middle
    const isLeft =
      Math.sign(left) === Math.sign(right)
        ? Math.abs(value - left) > Math.abs(right - value)
        : Math.sign(value) !== Math.sign(left)
    if (isLeft) [high, right] = [middle, value]
    else [low, left] = [middle, value]
    // What only grows quickly does not leap.
    if (!isCrossed(left, right)) return null
  }
  return (low + high) / 2
}

/** A place where a guard function touches 0 is found as exactly as by halving. */
const placeSections = 35
/** … and is one where it is less than this part of what it is at an end: sums such as x² − 2xy + y² are rounded there. */
const touched = 1e-6
/** … for which f is compared fewer halvings away. */
const touchFarther = 4

/** Where a guard function with these values at the ends comes down to 0 between them; null where it does not. */
function touching(guardAt: (share: number) => number, first: number, last: number): number | null {
  const { at, value } = turningPoint(guardAt, first > 0, placeSections)
  return Math.abs(value) <= touched * Math.max(Math.abs(first), Math.abs(last)) ? at : null
}

/** A gap between both sides that does not close as they come nearer is one: those of √ and ∛ close by a half and more. */
const closing = 0.6
/** What changes no less as the place comes nearer, as a logarithm does, has no limit … */
const lasting = 0.9
/** … unless it changes by no more than this part of itself, which may be rounding. */
const felt = 1 / 64

/** What f does at a place of the edge, from its values on both sides near the place, and nearer; `farther`: in halvings. */
function judged(f: (share: number) => number, at: number, farther: number): EdgeBreak {
  const [left, right] = [approach(f, at, -1, farther), approach(f, at, 1, farther)]
  const [before, after] = [limitOf(left), limitOf(right)]
  const broken = { at, before, after }
  const gap = Math.abs(before - after)
  if (!Number.isFinite(gap)) return broken
  const wideGap = Math.abs(left[1] - right[1])
  const isRounding = gap <= 16 * Number.EPSILON * Math.max(Math.abs(before), Math.abs(after))
  // What f changes by on the last halvings where it goes on, as at a kink, from what it did on those before.
  const slope = (Math.abs(left[1] - before) + Math.abs(right[1] - after)) * 2 ** (near - nearest)
  const isKept = gap >= closing * wideGap && gap > 2 * slope && gap <= 2 * wideGap
  if (isKept && !isRounding) return broken
  const value = Math.abs(before) < Math.abs(after) ? after : before
  return { at, before: value, after: value }
}

/** f farther from a place, nearer, and nearest to it. */
type Approach = readonly [number, number, number]

function approach(f: (share: number) => number, at: number, side: -1 | 1, farther = 0): Approach {
  const value = (halvings: number) => f(at + side * 2 ** (farther - halvings))
  return [value(far), value(near), value(nearest)]
}

function limitOf([far, near, nearest]: Approach): number {
  // At a hole, as of x/x, the nearest value may be none.
  if (Number.isNaN(nearest)) return near
  const change = nearest - near
  const isEndless = change / (near - far) >= lasting && Math.abs(change) > felt * Math.abs(near)
  return isEndless ? Math.sign(change) * Infinity : nearest
}
