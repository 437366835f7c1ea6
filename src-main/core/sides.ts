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
}

/** f and f′. */
export type Sampled = readonly [value: number, slope: number]

/** Where a side is looked at: distances from the place, in powers of 2 relative to its size. */
export interface Distances {
  /** The first of seven. */
  readonly first: number
  readonly apart: number
}

/** From well outside of rounding to well inside of everything else. */
const usual: Distances = { first: -10, apart: 3 }
/** Where more digits are lost near the place than that, as by (x³ − 8)/(x − 2) near 2. */
export const farther: Distances = { first: -5, apart: 1 }

/** All of them nearer than 2^`nearer`, where something else is close. */
function exponents({ first, apart }: Distances, nearer: number): readonly number[] {
  const start = Math.max(-46, Math.min(first, nearer))
  const closer = Math.max(1, Math.min(apart, Math.round((start + 28) / 6)))
  return Array.from({ length: 7 }, (_, i) => start - i * closer)
}

/** At 0, where nothing tells the size of things, they are taken to be of size 1; the smallest numbers have nothing beside them. */
const smallestSize = 2 ** -980

/** The power of 2 that a number is the size of. */
const sizeOf = (a: number) => (a === 0 ? 1 : 2 ** Math.floor(Math.log2(Math.max(Math.abs(a), smallestSize))))

/** How far a number may be from where a formula wants it, for rounding alone: a few of its last bits. */
export const blurOf = (a: number) => sizeOf(a) * 2 ** -50

/** Where a function is not defined. */
export const nothing: Side = { slope: NaN, error: 0, value: NaN, blur: 0, jumps: false, isDefined: false }

/**
 * The side of `a` in the given direction, from the values and exact slopes of `f` at points that approach it, all of
 * them nearer than `reach`. `here` is f(a), NaN where that is not finite.
 */
export function sideOf(
  f: (x: number) => Sampled,
  a: number,
  here: number,
  direction: 1 | -1,
  reach = Number.POSITIVE_INFINITY,
  distances = usual
): Side {
  const nearer = Math.floor(Math.log2(reach / sizeOf(a)))
  const places = exponents(distances, nearer).map((exponent) => a + direction * sizeOf(a) * 2 ** exponent)
  const steps = places.map((place) => place - a)
  const samples = places.map((place) => f(place))
  const [nearest = Number.NaN] = samples.at(-1) ?? []
  if (Number.isNaN(nearest)) return nothing

  const ownSlope = limitOf(samples.map(([, slope]) => slope))
  const approached = limitBeforeRounding(samples.map(([value]) => value))
  const from = Number.isNaN(here) ? (approached?.value ?? Number.NaN) : here
  const rises = samples.map(([value]) => value - from)
  const rise = limitOf(rises)
  // What f changes by on the last step anyway is no jump.
  const change = Math.abs((ownSlope?.value ?? 0) * (steps.at(-1) ?? 0))
  const blur = rounding * Math.abs(from) + (Number.isFinite(change) ? change : 0)
  const jumps = !rise || !(Math.abs(rise.value) <= rise.error + blur)
  const limit =
    jumps || Number.isNaN(here)
      ? { value: shortest(approached?.value ?? Number.NaN, approached?.error ?? 0), blur: approached?.error ?? 0 }
      : { value: here, blur: 0 }
  // Beside x²·sin(1/x) at 0 the slope settles on nothing, the quotient does.
  const quotients = jumps ? [] : rises.map((value, i) => value / (steps[i] ?? Number.NaN))
  const slope = ownSlope ?? limitOf(quotients)
  if (!slope) return { slope: Number.NaN, error: 0, ...limit, jumps, isDefined: true }
  return { slope: shortest(slope.value, slope.error), error: slope.error, ...limit, jumps, isDefined: true }
}

/** Relative: rounding stays below it, what is to be told apart is above. */
const rounding = 2 ** -40
/** Relative: a sequence whose last two steps are smaller has settled, even if only rounding moves it. */
const settled = 2 ** -24
/** A sequence whose steps shrink more slowly than this, from one distance to the next, does not settle. */
const slowest = 0.9
/** Steps that shrink by less than rounding can explain do not shrink. */
const steady = 1 - 2 ** -12
/** A sequence that goes this way and that has settled when its last three values are this much closer than all. */
const closer = 2 ** -6

interface Limit {
  readonly value: number
  readonly error: number
}

/** What the sequence approaches; null where that cannot be told. */
function limitOf(sequence: readonly number[]): Limit | null {
  const values = sequence.slice(1 + sequence.findLastIndex((value) => !Number.isFinite(value)))
  const last = sequence.at(-1) ?? Number.NaN
  if (Math.abs(last) === Number.POSITIVE_INFINITY) return { value: last, error: 0 }
  if (values.length < 4) return null
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? Number.NaN))
  const [before = 0, final = 0] = steps.slice(-2)
  const size = Math.max(...values.slice(-3).map(Math.abs))
  const ratios = steps.slice(1).map((step, i) => (step === 0 ? 0 : step / (steps[i] ?? Number.NaN)))
  const isSettled = Math.max(Math.abs(before), Math.abs(final)) <= settled * size
  if (!isSettled) {
    // The logarithm is the slowest to grow: by the same step each time, wherever it began.
    const isSteady = ratios.every((ratio) => ratio > steady)
    const grows = ratios.every((ratio) => ratio > slowest) && (final * last > 0 || isSteady)
    if (grows) return { value: final * Number.POSITIVE_INFINITY, error: 0 }
    if (!ratios.every((ratio) => Math.abs(ratio) < slowest)) {
      const left = spread(values.slice(-3))
      return left <= closer * spread(values) ? { value: extrapolated(values), error: left } : null
    }
  }
  const [earlier, value] = [extrapolated(values.slice(0, -1)), extrapolated(values)]
  return { value, error: 4 * Math.abs(value - earlier) + 2 ** -44 * size }
}

/**
 * The same for values that lose their digits as they approach, as those of (1 − cos x)/x² at 0 do: without the last
 * ones if with them it cannot be told.
 */
function limitBeforeRounding(sequence: readonly number[]): Limit | null {
  return limitOf(sequence) ?? limitOf(sequence.slice(0, -1)) ?? limitOf(sequence.slice(0, -2))
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

/** The limit of what approaches it by any power of the distance: Aitken's Δ² of the last three values. */
function extrapolated(values: readonly number[]): number {
  const [a = 0, b = 0, c = 0] = values.slice(-3)
  const ratio = (c - b) / (b - a)
  return Math.abs(ratio) < slowest ? c + ((c - b) * ratio) / (1 - ratio) : c
}

/** Of the numbers within `error` of `value` one with the fewest digits: −1 rather than −0.99999998. */
function shortest(value: number, error: number): number {
  if (Math.abs(value) <= error) return 0
  for (let digits = 1; digits < 17; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.abs(short - value) <= error) return short
  }
  return value
}

/** Relative: a slope that differs by less is the same one, seen from beside. */
const same = 2 ** -30

/** Whether the slopes of both sides and the one that is used may be one number. */
export function isSmooth(left: Side, right: Side, used: number): boolean {
  if (left.jumps || right.jumps || !Number.isFinite(used)) return false
  return [left, right].every(({ slope, error }) => {
    return Math.abs(slope - used) <= error + same * Math.abs(used)
  })
}
