import { fewestDigits } from '../digits'
import { approaches, type Limit, limitOf, type Rung, staircase } from './limits'

/** What a function of one coordinate does just beside a place. */
export interface Side {
  /** The limit of its slope: ±∞ where it is vertical, NaN where it is not defined or settles on nothing. */
  readonly slope: number
  /** How far `slope` may be off. */
  readonly error: number
  /** The limit of the function itself: ±∞ at a pole, NaN where it is not defined or settles on nothing. */
  readonly value: number
  /** How far `value` may be off. */
  readonly blur: number
  /** That limit is not the function's value at the place. */
  readonly jumps: boolean
  /** The function is defined there. */
  readonly isDefined: boolean
  /** How steep the function is around. */
  readonly steepness: number
}

/** f and f′. */
export type Sampled = readonly [value: number, slope: number]

/** At 0, where nothing tells the size of things, they are taken to be of size 1; the smallest numbers have nothing beside them. */
const smallestSize = 2 ** -980

/** The power of 2 that a number is the size of. */
const sizeOf = (a: number) => (a === 0 ? 1 : 2 ** Math.floor(Math.log2(Math.max(Math.abs(a), smallestSize))))

/** How far a number may be from where a formula wants it, for rounding alone: a few of its last bits. */
export const blurOf = (a: number) => sizeOf(a) * 2 ** -50

/** Where a function is not defined. */
export const nothing: Side = {
  slope: NaN,
  error: 0,
  value: NaN,
  blur: 0,
  jumps: false,
  isDefined: false,
  steepness: 0
}

/**
 * The farthest rung is this far away, or this many times the place's size, whatever is visible: rounding is told from a
 * limit only by what is farther out.
 */
const farthest = 0.37
/** Each rung is so much nearer than the one before: by no round number, or rounding would be the same on many. */
const closer = 0.53
/** Relative to the place's size: so near the place itself is not known well enough. */
const nearest = 2 ** -42
const fewestRungs = 8
/** The slopes from here on inwards tell how steep f is. */
const near = 2 ** -8
/** Relative to the place's size: where f is not defined from here on inwards, it may be for rounding. */
const veryNear = 2 ** -20

/** Where a side is looked at: distances, the nearest last. */
function stepsOf(a: number, reach: number, width: number): readonly number[] {
  const size = sizeOf(a)
  const first = Math.max(2 ** -44 * size, Math.min(farthest * Math.max(size, 1), 0.9 * reach))
  const last = a === 0 ? nearest * Math.min(1, width) : nearest * size
  const count = Math.max(fewestRungs, 1 + Math.floor(Math.log(last / first) / Math.log(closer)))
  return Array.from({ length: count }, (_, k) => first * closer ** k)
}

/**
 * The side of `a` in the given direction, from the values and exact slopes of `f` at points that approach it, all of
 * them nearer than `reach`. `here` is f(a), NaN where that is not finite; `width`: of what is looked at.
 */
export function sideOf(
  f: (x: number) => Sampled,
  a: number,
  here: number,
  direction: 1 | -1,
  reach = Number.POSITIVE_INFINITY,
  width = 1
): Side {
  const rungs = stepsOf(a, reach, width).map((distance): Rung => {
    const place = a + direction * distance
    const [value, slope] = f(place)
    return { step: place - a, value, slope }
  })
  const defined = rungs.findLastIndex(({ value }) => !Number.isNaN(value))
  if (defined < 0 || Math.abs((rungs[defined] as Rung).step) > veryNear * sizeOf(a)) {
    if (defined < rungs.length - 1) return nothing
  }
  if (!rungs.some(({ value }) => Number.isFinite(value))) return nothing
  const steps = rungs.map(({ step }) => step)
  const { values, slopes } = approaches(rungs, blurOf(a))
  const steepness = Math.max(
    0,
    ...slopes.heights
      .filter((slope, k) => slopes.isTrue[k] && Number.isFinite(slope) && Math.abs(steps[k] as number) <= near)
      .map(Math.abs)
  )
  const approached = limitOf(values, steps) ?? staircase(rungs)
  const beside = [1, 2, 3, 4].map((times) => f(a + direction * times * blurOf(a))[0])
  const jumps = isApart(here, approached, values.heights, beside)
  const from = Number.isNaN(here) || jumps ? approached?.value : here
  const found = limitOf(slopes, steps) ?? quotientLimit(rungs, jumps ? undefined : from)
  // Of f that settles on nothing, as cos(1/x) does, an endless slope is one of its swings.
  const slope = found && (Number.isFinite(found.value) || from !== undefined) ? found : null
  return {
    ...(jumps || Number.isNaN(here) ? limitTold(approached) : { value: here + 0, blur: 0 }),
    slope: slope ? fewestDigits(slope.value, slope.error) : Number.NaN,
    error: slope?.error ?? 0,
    jumps,
    isDefined: true,
    steepness
  }
}

const limitTold = (limit: Limit | null) =>
  limit ? { value: fewestDigits(limit.value, limit.error), blur: limit.error } : { value: Number.NaN, blur: 0 }

/** Relative: rounding stays below it, what is to be told apart is above. */
const rounding = 2 ** -40

/** Whether f(a) is not what is approached. */
function isApart(here: number, limit: Limit | null, heights: readonly number[], beside: readonly number[]): boolean {
  if (Number.isNaN(here)) return true
  if (!limit) {
    const half = heights.slice(heights.length >> 1)
    const distances = half.map((height) => Math.abs(height - here))
    const isNearing = distances.every((distance, i) => i === 0 || distance < (distances[i - 1] as number))
    const [first = 0, last = 0] = [distances[0], distances.at(-1)]
    // Slowly, but towards it, and not through the roof.
    const isBounded = Math.abs(half.at(-1) as number) <= 4 * Math.abs(half[0] as number)
    return !(isNearing && isBounded && last < 0.9 * first)
  }
  if (!Number.isFinite(limit.value)) return true
  // Where f is steep, as ∛x is, the place need not be quite the one that is meant; where digits are lost, nor is f(a).
  const changes = beside.map((height) => Math.abs(height - limit.value)).filter(Number.isFinite)
  const change = limit.isLost ? limit.left : Math.min(Math.max(0, ...changes), limit.left)
  const blur = limit.error + rounding * Math.abs(limit.value) + 4 * change
  return !(Math.abs(here - limit.value) <= blur)
}

/** The limit of (f(x) − f(a))/(x − a): beside x²·sin(1/x) at 0 the slope settles on nothing, this does. */
function quotientLimit(rungs: readonly Rung[], from: number | undefined): Limit | null {
  if (from === undefined || !Number.isFinite(from)) return null
  const heights = rungs.map(({ value, step }) => (value - from) / step)
  return limitOf({ heights, noise: [], residues: [], isTrue: [], drift: [], nothing: 0, gentle: 0 }, [])
}

/** Relative: a slope that differs by less is the same one, seen from beside. */
const same = 2 ** -30

/** Whether the slopes of both sides and the one that is used may be one number. */
export function isSmooth(left: Side, right: Side, used: number): boolean {
  if (left.jumps || right.jumps || !Number.isFinite(used)) return false
  return [left, right].every(({ slope, error, steepness }) => {
    return Math.abs(slope - used) <= error + same * Math.max(Math.abs(used), steepness)
  })
}
