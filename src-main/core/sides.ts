/** What a function of one coordinate does just beside a place. */
export interface Side {
  /** The limit of its slope: ±∞ where it is vertical, NaN where it is not defined or settles on nothing. */
  readonly slope: number
  /** How far `slope` may be off. */
  readonly error: number
  /** The function's limit is not its value at the place. */
  readonly jumps: boolean
  /** The function is defined there. */
  readonly isDefined: boolean
}

/** f and f′. */
type Sampled = readonly [value: number, slope: number]

/** Distances from the place, in powers of 2 relative to its size: from well outside of rounding to well inside of everything else. */
const exponents = [-10, -13, -16, -19, -22, -25, -28]

/** At 0, where nothing tells the size of things, they are taken to be of size 1; the smallest numbers have nothing beside them. */
const smallestSize = 2 ** -980

/** The power of 2 that a number is the size of. */
const sizeOf = (a: number) => (a === 0 ? 1 : 2 ** Math.floor(Math.log2(Math.max(Math.abs(a), smallestSize))))

/** How far a number may be from where a formula wants it, for rounding alone: a few of its last bits. */
export const blurOf = (a: number) => sizeOf(a) * 2 ** -50

/**
 * The side of `a` in the given direction, from the values and exact slopes of `f` at points that approach it.
 * `here` is f(a), finite.
 */
export function sideOf(f: (x: number) => Sampled, a: number, here: number, direction: 1 | -1): Side {
  const steps = exponents.map((exponent) => direction * sizeOf(a) * 2 ** exponent)
  const samples = steps.map((step) => f(a + step))
  const [nearest = Number.NaN] = samples.at(-1) ?? []
  if (Number.isNaN(nearest)) return { slope: Number.NaN, error: 0, jumps: false, isDefined: false }

  const ownSlope = limitOf(samples.map(([, slope]) => slope))
  const rises = samples.map(([value]) => value - here)
  const rise = limitOf(rises)
  // What f changes by on the last step anyway is no jump.
  const change = Math.abs((ownSlope?.value ?? 0) * (steps.at(-1) ?? 0))
  const blur = rounding * Math.abs(here) + (Number.isFinite(change) ? change : 0)
  const jumps = !rise || !(Math.abs(rise.value) <= rise.error + blur)
  // Beside x²·sin(1/x) at 0 the slope settles on nothing, the quotient does.
  const quotients = jumps ? [] : rises.map((value, i) => value / (steps[i] ?? Number.NaN))
  const slope = ownSlope ?? limitOf(quotients)
  if (!slope) return { slope: Number.NaN, error: 0, jumps, isDefined: true }
  return { slope: shortest(slope.value, slope.error), error: slope.error, jumps, isDefined: true }
}

/** Relative: rounding stays below it, what is to be told apart is above. */
const rounding = 2 ** -40
/** Relative: a sequence whose last two steps are smaller has settled, even if only rounding moves it. */
const settled = 2 ** -24
/** A sequence whose steps shrink more slowly than this, from one distance to the next, does not settle. */
const slowest = 0.9
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
    // The logarithm is the slowest to grow: by the same step each time.
    const grows = ratios.every((ratio) => ratio > slowest) && final * last > 0
    if (grows) return { value: final * Number.POSITIVE_INFINITY, error: 0 }
    if (!ratios.every((ratio) => Math.abs(ratio) < slowest)) {
      const left = spread(values.slice(-3))
      return left <= closer * spread(values) ? { value: extrapolated(values), error: left } : null
    }
  }
  const [earlier, value] = [extrapolated(values.slice(0, -1)), extrapolated(values)]
  return { value, error: 4 * Math.abs(value - earlier) + 2 ** -44 * size }
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
