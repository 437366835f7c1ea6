import type { Interval } from './interval'
import { significant } from './numbers/rounded'
import { quantile } from './quantile'

/** `auto`: even unless most of the picture would lie between two levels; `area`: equally much of the picture between any two. */
export const levelSpacings = ['auto', 'linear', 'log', 'area'] as const

/** About how many levels there are to be, and how they are to be spaced. */
export interface LevelChoice {
  readonly count: number
  readonly spacing: (typeof levelSpacings)[number]
}

/** Ascending levels of a contour, and how they are spaced. */
export interface Levels {
  readonly values: readonly number[]
  readonly spacing: 'even' | 'finer-below' | 'finer-above' | 'log' | 'area'
  /** The levels are even in log |f − origin|, if `spacing` is `log`; otherwise 0. */
  readonly origin: number
  /** The least and the greatest finite value; null where there is none. */
  readonly range: Interval | null
}

/** The number of the form 1, 2 or 5 × 10ⁿ nearest to `step`. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const lead = step / power
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power
}

/** The least multiple of `step` not below `value`. */
export function roundedUp(value: number, step: number): number {
  return significant(Math.ceil(value / step - 1e-9) * step, 12)
}

/** How many of the ascending levels are at most the value; −1 for NaN. */
export function bandOf(levels: readonly number[], value: number): number {
  if (Number.isNaN(value)) return -1
  let [low, high] = [0, levels.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((levels[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

const none: Levels = { values: [], spacing: 'even', origin: 0, range: null }

/**
 * About `count` levels for the finite ones of `values`, strictly between the least and the greatest of them; none if
 * these are equal, but for rounding.
 */
export function contourLevels(
  values: ArrayLike<number>,
  { count, spacing }: LevelChoice = { count: 15, spacing: 'auto' }
): Levels {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort()
  const least = sorted[0]
  const most = sorted[sorted.length - 1]
  if (least === undefined || most === undefined || isLevel(least, most)) {
    return { ...none, range: least === undefined || most === undefined ? null : { min: least, max: most } }
  }
  // Differences of the largest numbers overflow; an eighth of them is exact and does not.
  if (!Number.isFinite(2 * (most - least))) {
    const eighth = contourLevels(
      sorted.map((value) => value / 8),
      { count, spacing }
    )
    const values = eighth.values.map((value) => value * 8)
    return { ...eighth, values, origin: eighth.origin * 8, range: { min: least, max: most } }
  }
  const range = { min: least, max: most }
  const found = within(spacings[spacing](sorted, count), range)
  // Of a function with two values no quantile lies between them.
  return found.values.length > 0 ? found : within(evenLevels(sorted, count), range)
}

/** Values that differ by less than this part of their size differ by rounding. */
const rounding = 1e-12

/** Whether values from `least` to `most` are those of a constant. */
function isLevel(least: number, most: number): boolean {
  return !(most / 2 - least / 2 > (rounding / 2) * Math.max(Math.abs(least), Math.abs(most)))
}

/** By which part of the way to its neighbour a level of a crowd may be moved, so that it is a shorter number. */
const moved = 0.2

/**
 * Levels within the range, each rounded to as few digits as move it by less than `moved` of the way to its nearest
 * neighbour or to the end of the range.
 */
function shortened(values: readonly number[], { min, max }: Interval): readonly number[] {
  const bounds = [min, ...[...values].sort((a, b) => a - b), max]
  return bounds.slice(1, -1).map((value, index) => {
    const most = moved * Math.min(value - (bounds[index] as number), (bounds[index + 2] as number) - value)
    for (let digits = 1; digits < 15; digits++) {
      const short = significant(value, digits)
      if (Math.abs(short - value) < most) return short
    }
    return value
  })
}

function within(levels: Spaced, range: Interval): Levels {
  const inside = levels.values.filter((value) => value > range.min && value < range.max)
  return { ...levels, range, values: [...new Set(inside)].sort((a, b) => a - b) }
}

type Spaced = Omit<Levels, 'range'>

/** Levels of ascending values of which the first is less than the last. */
const spacings: Readonly<Record<LevelChoice['spacing'], (sorted: Float64Array, count: number) => Spaced>> = {
  auto: automaticLevels,
  linear: evenLevels,
  log: logarithmicLevels,
  area: equalAreas
}

function ends(sorted: Float64Array): readonly [number, number] {
  return [sorted[0] as number, sorted[sorted.length - 1] as number]
}

/** At least this part of the colours there could be is seen, if levels can be so chosen: beside a pole even ones leave two. */
const leastColours = 0.25

/**
 * Even or finer where the values crowd; where that would leave next to the whole picture in a few colours, as a pole or
 * many decades do, logarithmic if f has one sign, or else of equal areas. A plateau has one colour all the same.
 */
function automaticLevels(sorted: Float64Array, count: number): Spaced {
  const [least, most] = ends(sorted)
  const isRich = ({ values }: Spaced) => coloursSeen(sorted, values) >= leastColours * (count + 1)
  const usual = crowdedLevels(sorted, count)
  if (isRich(usual)) return usual
  const others = [...(least > 0 || most < 0 ? [logarithmicLevels] : []), equalAreas]
  return others.map((choice) => choice(sorted, count)).find(isRich) ?? usual
}

/** How many colours of equal areas are as many as the bands between levels: 1/Σ p² of their shares p (E. H. Simpson, 1949). */
function coloursSeen(sorted: Float64Array, levels: readonly number[]): number {
  const ends = levels.map((level) => sorted.findLastIndex((value) => value < level) + 1).sort((a, b) => a - b)
  const bounds = [0, ...ends, sorted.length]
  const shares = bounds.slice(1).map((bound, index) => (bound - (bounds[index] as number)) / sorted.length)
  return 1 / shares.reduce((sum, share) => sum + share ** 2, 0)
}

/**
 * Evenly spaced, unless most of the picture would then lie between two levels: then finer where the values crowd, so
 * that half of the levels lie on either side of the median (levels min + (max − min)·tᵖ for equal steps of t).
 */
function crowdedLevels(sorted: Float64Array, count: number): Spaced {
  const [least, most] = ends(sorted)
  const height = most - least
  const middle = (quantile(sorted, 0.5) - least) / height
  if (middle > 0.18 && middle < 0.82) return evenLevels(sorted, count)
  const below = middle <= 0.18
  const share = Math.max(below ? middle : 1 - middle, 1e-6)
  const power = Math.log(share) / Math.log(0.5)
  const steps = Array.from({ length: count }, (_, index) => ((index + 0.5) / count) ** power)
  return {
    values: shortened(
      steps.map((step) => (below ? least + height * step : most - height * step)),
      { min: least, max: most }
    ),
    spacing: below ? 'finer-below' : 'finer-above',
    origin: 0
  }
}

/** Multiples of a round number. */
function evenLevels(sorted: Float64Array, count: number): Spaced {
  const [least, most] = ends(sorted)
  const step = niceStep((most - least) / count)
  const first = Math.floor(least / step) + 1
  // Counted, because far from 0 a step may be too small to be felt in the level.
  const values = Array.from({ length: 2 * count + 2 }, (_, index) => significant((first + index) * step, 14))
  return { values, spacing: 'even', origin: 0 }
}

/** The ratio of neighbouring levels nearest to `ratio` whose powers are short numbers, or roots of them. */
function niceRatio(ratio: number): number {
  const near = [2 ** (1 / 8), 2 ** (1 / 4), 2 ** (1 / 2), 2, 5, 10]
  if (ratio > 30) return 10 ** Math.round(Math.log10(ratio))
  const apart = near.map((each) => Math.abs(Math.log(each / ratio)))
  return near[apart.indexOf(Math.min(...apart))] as number
}

/**
 * Distances from `origin` whose logarithms are evenly spaced: powers of one ratio. Origin 0 where f has one sign and is
 * many times larger in one place than in another; otherwise the least value.
 */
function logarithmicLevels(sorted: Float64Array, count: number): Spaced {
  const [least, most] = ends(sorted)
  const [near, far] = most <= 0 ? [-most, -least] : [least, most]
  const origin = near >= 0 && far > 8 * near ? 0 : least
  const sizes = sorted
    .map((value) => Math.abs(value - origin))
    .filter((size) => size > 0)
    .sort()
  // A sample that has hit a zero or a pole by luck would take most of the levels for itself.
  const low = quantile(sizes, 0.005)
  const high = quantile(sizes, 0.995)
  const ratio = niceRatio(Math.min(Math.exp((Math.log(high) - Math.log(low)) / count), 1e100))
  const first = Math.ceil(Math.log(low) / Math.log(ratio) - 1e-9)
  const powers = Array.from({ length: 3 * count }, (_, index) => ratio ** (first + index)).filter(
    (size) => size <= high
  )
  const signed = powers.map((size) => significant(origin + (origin === 0 && most <= 0 ? -size : size), 14))
  return { values: signed, spacing: 'log', origin }
}

/** Between any two neighbours lies equally much of the picture. */
function equalAreas(sorted: Float64Array, count: number): Spaced {
  const values = Array.from({ length: count }, (_, index) => quantile(sorted, (index + 1) / (count + 1)))
  return { values, spacing: 'area', origin: 0 }
}
