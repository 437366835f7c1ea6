import { fewestDigits } from '../digits'
import { approaches, type Limit, limitOf, type Sample } from './limits'
import { closer, farthest, lostFrom, nearest, sameLimit, samePlace, sameSlope } from './thresholds'

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
  /** That limit is the function's value at the place. */
  readonly meets: boolean
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
export const blurOf = (a: number) => sizeOf(a) * samePlace

/** Where a function is not defined. */
export const nothing: Side = {
  slope: NaN,
  error: 0,
  value: NaN,
  blur: 0,
  meets: false,
  isDefined: false,
  steepness: 0
}

const fewestSamples = 8

/** Where a side is looked at: distances, the nearest last. */
function stepsOf(a: number, reach: number, width: number): readonly number[] {
  const size = sizeOf(a)
  const first = Math.max(2 ** -44 * size, Math.min(farthest * Math.max(size, 1), 0.9 * reach))
  const last = a === 0 ? nearest * Math.min(1, width) : nearest * size
  const count = Math.max(fewestSamples, 1 + Math.floor(Math.log(last / first) / Math.log(closer)))
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
  const samples = stepsOf(a, reach, width).map((distance): Sample => {
    const place = a + direction * distance
    const [value, slope] = f(place)
    return { step: place - a, value, slope }
  })
  const defined = samples.findLastIndex(({ value }) => !Number.isNaN(value))
  if (defined < 0 || Math.abs((samples[defined] as Sample).step) > lostFrom * sizeOf(a)) {
    if (defined < samples.length - 1) return nothing
  }
  if (!samples.some(({ value }) => Number.isFinite(value))) return nothing
  const { values, slopes } = approaches(samples, blurOf(a))
  const steepness = Math.max(
    0,
    ...slopes.heights.filter((slope, k) => slopes.isTrue[k] && Number.isFinite(slope)).map(Math.abs)
  )
  const approached = limitOf(values)
  const meets = approached ? isMet(here, approached) : values.heights.at(-1) === here
  const slope = limitOf(slopes)
  return {
    ...(meets ? { value: here + 0, blur: 0 } : limitTold(approached)),
    slope: slope ? fewestDigits(slope.value, slope.error) : Number.NaN,
    error: slope?.error ?? 0,
    meets,
    isDefined: true,
    steepness
  }
}

const limitTold = (limit: Limit | null) =>
  limit ? { value: fewestDigits(limit.value, limit.error), blur: limit.error } : { value: Number.NaN, blur: 0 }

/** Whether f(a) is what is approached. */
function isMet(here: number, limit: Limit): boolean {
  // Where f is steep, as ∛x is, the place need not be quite the one that is meant; where digits are lost, nor is f(a).
  const blur = limit.error + sameLimit * Math.abs(limit.value) + 4 * limit.left
  return Number.isFinite(limit.value) && Math.abs(here - limit.value) <= blur
}

/** Whether the slopes of both sides and the one that is used may be one number. */
export function isSmooth(left: Side, right: Side, used: number): boolean {
  if (!left.meets || !right.meets || !Number.isFinite(used)) return false
  return [left, right].every(({ slope, error, steepness }) => {
    return Math.abs(slope - used) <= error + sameSlope * Math.max(Math.abs(used), steepness)
  })
}
