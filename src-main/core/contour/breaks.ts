import { isCrossed } from '../kinks'
import type { Field } from './field'

/** What f does at a place between two neighbours of a grid where a guard function says that it may break. */
export interface EdgeBreak {
  /** The place, as a share of the way from the first to the second. */
  readonly at: number
  /** f just before and just after: NaN where it is not defined, very large beside a pole. The same number: f goes on. */
  readonly before: number
  readonly after: number
}

/** A straight way between two neighbours of a grid: f at (x, y) for every share of it from 0 to 1. */
export interface Edge {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Halvings of the edge after which f is compared on both sides: farther in, formulas such as (1 − cos x)/x² are rounding. */
const [wide, close] = [9, 14]
/** Halvings with which the end of a domain is found. */
const endHalvings = 24

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
 * The break between two neighbours with the values `first` and `last`; null where no guard function, of those with the
 * values `guardsFirst` and `guardsLast` there, says that there may be one. Where f breaks several times, all of the
 * edge between its ends is the break.
 */
export function breakBetween(
  field: Field,
  edge: Edge,
  [first, last]: readonly [number, number],
  guardsFirst: ArrayLike<number>,
  guardsLast: ArrayLike<number>
): EdgeBreak | null {
  if (Number.isNaN(first) && Number.isNaN(last)) return null
  if (Number.isNaN(first) !== Number.isNaN(last)) return endOfDomain(field, edge, first, last)
  let found: EdgeBreak | null = null
  for (let guard = 0; guard < field.guards; guard++) {
    const [before, after] = [guardsFirst[guard] as number, guardsLast[guard] as number]
    if (!isCrossed(before, after)) continue
    const next = breakAt(field, edge, guard, [before, after], [first, last])
    if (!next || (found && next.before === next.after)) continue
    const isSecond: boolean = found !== null && found.before !== found.after && found.at !== next.at
    found = isSecond ? { at: 0.5, before: first, after: last } : next
  }
  return found
}

function endOfDomain(field: Field, edge: Edge, first: number, last: number): EdgeBreak {
  const f = alongEdge(field, edge)
  let [defined, not] = Number.isNaN(last) ? [0, 1] : [1, 0]
  let value = Number.isNaN(last) ? first : last
  for (let halving = 0; halving < endHalvings; halving++) {
    const middle = (defined + not) / 2
    const here = f(middle)
    if (Number.isNaN(here)) not = middle
    else {
      defined = middle
      value = here
    }
  }
  return Number.isNaN(last)
    ? { at: defined, before: value, after: Number.NaN }
    : { at: defined, before: Number.NaN, after: value }
}

/** The break at the place where a guard function passes 0 or leaps; null where it only comes near. */
function breakAt(
  field: Field,
  edge: Edge,
  guard: number,
  [before, after]: readonly [number, number],
  [first, last]: readonly [number, number]
): EdgeBreak | null {
  const f = alongEdge(field, edge)
  const guardAt = (share: number) => field.guardsAt(...placeOn(edge, share))[guard] as number
  let [low, high, left, right] = [0, 1, before, after]
  let wideGap: readonly [number, number] = [first, last]
  for (let halving = 1; halving <= close; halving++) {
    const middle = (low + high) / 2
    const value = guardAt(middle)
    if (Number.isNaN(value)) return null
    if (value === 0) {
      // f there belongs to one side or to none.
      const beside = (halvings: number) =>
        [f(Math.max(0, middle - 2 ** -halvings)), f(Math.min(1, middle + 2 ** -halvings))] as const
      return judged(middle, [first, last], beside(wide), beside(close))
    }
    const isLeft =
      Math.sign(left) === Math.sign(right)
        ? Math.abs(value - left) > Math.abs(right - value)
        : Math.sign(value) !== Math.sign(left)
    if (isLeft) [high, right] = [middle, value]
    else [low, left] = [middle, value]
    // What only grows quickly does not leap.
    if (!isCrossed(left, right)) return null
    if (halving === wide) wideGap = [f(low), f(high)]
  }
  const here = [f(low), f(high)] as const
  const at = (low + high) / 2
  return judged(at, [first, last], wideGap, here)
}

/** A gap between both sides that does not close as they come nearer is one: those of √ and ∛ close by a half and more … */
const closing = 0.6
/** … and what grows by more than this on one side goes to infinity. */
const growing = 1.15

/** What f does at a place, from its values at both ends of the edge, near the place, and nearer. */
function judged(
  at: number,
  ends: readonly [number, number],
  near: readonly [number, number],
  nearest: readonly [number, number]
): EdgeBreak {
  // At a hole, as of x/x, the nearest value may be none.
  const side = (k: 0 | 1) => (Number.isNaN(nearest[k]) ? near[k] : nearest[k])
  const [left, right] = [side(0), side(1)]
  if (Number.isNaN(left) || Number.isNaN(right)) return { at, before: left, after: right }
  const grows = ([0, 1] as const).map((k) => {
    const size = Math.abs(side(k))
    return size === Infinity || (size > growing * Math.abs(near[k]) && size > Math.abs(ends[k]))
  })
  const broken = { at, before: left, after: right }
  const middle = Math.abs(left) < Math.abs(right) ? right : left
  const whole = { at, before: middle, after: middle }
  // Infinite the same way on both sides, as 1/x²: every level below is crossed on either of them.
  if (grows[0] && grows[1]) return Math.sign(left) === Math.sign(right) ? whole : broken
  if (!Number.isFinite(left - right)) return broken
  const [wideGap, gap] = [Math.abs(near[0] - near[1]), Math.abs(left - right)]
  const isRounding = gap <= 16 * Number.EPSILON * Math.max(Math.abs(left), Math.abs(right))
  // What f changes by on the last halvings where it goes on, as at a kink, from what it did on those before.
  const slope = (Math.abs(near[0] - left) + Math.abs(near[1] - right)) * 2 ** (wide - close)
  const isKept = gap >= closing * wideGap && gap > 2 * slope && (grows[0] || grows[1] || gap <= 2 * wideGap)
  return isKept && !isRounding ? broken : whole
}
