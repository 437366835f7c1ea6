import { isCrossed } from '../breaks'
import type { Field } from './field'
import { turningPoint } from './turning'

/**
 * The behaviour of f between two neighbours of a grid, at a point where a guard function indicates a possible break.
 */
export interface EdgeBreak {
  /** The point, as a fraction of the edge from the first neighbour to the second. */
  readonly at: number
  /**
   * The one-sided limits of f: NaN where f is undefined, infinite at a pole. Equal and finite if f is continuous there.
   */
  readonly before: number
  readonly after: number
}

/** Whether f is discontinuous there. */
export const isBroken = (found: EdgeBreak | undefined): found is EdgeBreak =>
  found !== undefined && (found.before !== found.after || !Number.isFinite(found.before))

/** The edge between two neighbours of a grid, from their coordinates. */
export interface Edge {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Bisections by which a point on an edge is located. */
const bisections = 24
/**
 * f is compared on both sides at these negative powers of 2; closer, formulas such as (1 − cos x)/x² are rounding
 * noise.
 */
const [far, near, nearest] = [6, 10, 14]
/** f as a function of the fraction of the edge, from 0 to 1. */
export const alongEdge =
  (field: Field, { from, to }: Edge) =>
  (share: number): number =>
    field.value(...pointOn({ from, to }, share))

/** The point at a fraction of an edge. */
function pointOn({ from, to }: Edge, share: number): [number, number] {
  // This form is exact at 0 and 1.
  return [from[0] * (1 - share) + to[0] * share, from[1] * (1 - share) + to[1] * share]
}

/**
 * Whether a guard function with these values at four neighbours may touch 0 between the middle two: if it is convex,
 * the straight line through either outer pair, extrapolated across the edge, has to reach 0. NaN: no such neighbour.
 */
export const mayTouch = (before: number, a: number, b: number, behind: number): boolean =>
  a * b > 0 && !(2 * Math.abs(a) > Math.abs(before)) && !(2 * Math.abs(b) > Math.abs(behind))

/**
 * The break between two neighbours with the values `first` and `last`; null if no guard function indicates one.
 * `guards` are their values at four neighbours in a row, of which the edge joins the middle two. If f breaks several
 * times, the whole edge counts as the break.
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
    const guardAt = (share: number) => field.guardsAt(...pointOn(edge, share))[guard] as number
    const crossed = isCrossed(a, b) ? crossing(guardAt, a, b) : null
    const at = crossed ?? (mayTouch(before, a, b, behind) ? touchPoint(guardAt, a, b) : null)
    if (at === null) continue
    const next = breakAt(f, at, crossed === null ? touchHalvings : 0)
    // A monotone guard has its minimum at an end; a jump there belongs to the next edge, a pole to both.
    const isEnd = Math.abs(at - 0.5) > 0.5 - 2 ** -nearest
    if (crossed === null && isEnd && Number.isFinite(next.before)) continue
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
  for (let halving = 0; halving < bisections; halving++) {
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

/** Where a guard function with these values at the ends crosses 0 or jumps; null if it does neither. */
function crossing(guardAt: (share: number) => number, before: number, after: number): number | null {
  let [low, high, left, right] = [0, 1, before, after]
  for (let halving = 0; halving < bisections; halving++) {
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
    // A steep but continuous function does not jump.
    if (!isCrossed(left, right)) return null
  }
  return (low + high) / 2
}

/** Sections in the search for a point where a guard function touches 0; as accurate as the bisections. */
const sections = 35
/**
 * The guard touches 0 if it falls below this fraction of its value at an end: sums such as x² − 2xy + y² are rounded
 * there.
 */
const touchTolerance = 1e-6
/** At such a point f is compared this many halvings farther out. */
const touchHalvings = 4

/** Where a guard function with these values at the ends touches 0 between them; null if it does not. */
function touchPoint(guardAt: (share: number) => number, first: number, last: number): number | null {
  const { at, value } = turningPoint(guardAt, first > 0, sections)
  return Math.abs(value) <= touchTolerance * Math.max(Math.abs(first), Math.abs(last)) ? at : null
}

/**
 * The difference between both sides is a jump if it does not shrink below this fraction on approach: for √ and ∛ it
 * shrinks to a half or less.
 */
const jumpRatio = 0.6
/** The limit is infinite if the change of f on approach does not shrink below this fraction, as for a logarithm … */
const divergenceRatio = 0.9
/** … unless the change is below this fraction of f, where it may be rounding. */
const minChange = 1 / 64

/**
 * The behaviour of f at a point of the edge, from its values on both sides at three distances. `farther`: how many
 * halvings farther out these are.
 */
function breakAt(f: (share: number) => number, at: number, farther: number): EdgeBreak {
  const [left, right] = [approach(f, at, -1, farther), approach(f, at, 1, farther)]
  const [before, after] = [limitOf(left), limitOf(right)]
  const broken = { at, before, after }
  const gap = Math.abs(before - after)
  if (!Number.isFinite(gap)) return broken
  const wideGap = Math.abs(left[1] - right[1])
  const isRounding = gap <= 16 * Number.EPSILON * Math.max(Math.abs(before), Math.abs(after))
  // The change of f over the last halvings if it is continuous, as at a kink, extrapolated from the ones before.
  const slope = (Math.abs(left[1] - before) + Math.abs(right[1] - after)) * 2 ** (near - nearest)
  const isKept = gap >= jumpRatio * wideGap && gap > 2 * slope && gap <= 2 * wideGap
  if (isKept && !isRounding) return broken
  const value = Math.abs(before) < Math.abs(after) ? after : before
  return { at, before: value, after: value }
}

/** f far from a point, near it, and nearest to it. */
type Approach = readonly [number, number, number]

function approach(f: (share: number) => number, at: number, side: -1 | 1, farther = 0): Approach {
  const value = (halvings: number) => f(at + side * 2 ** (farther - halvings))
  return [value(far), value(near), value(nearest)]
}

function limitOf([far, near, nearest]: Approach): number {
  // Near a hole, as of x/x, the nearest value may be NaN.
  if (Number.isNaN(nearest)) return near
  const change = nearest - near
  const isEndless = change / (near - far) >= divergenceRatio && Math.abs(change) > minChange * Math.abs(near)
  return isEndless ? Math.sign(change) * Infinity : nearest
}
