import { lastDigits } from '../rounding'
import { clearlyWavy, followed, fromIntegral, isWellKnown, keepsOn, lostFrom, settledTo, unnoticed } from './thresholds'

/** f and f′ at one of the points that approach a place. */
export interface Sample {
  /** How far from the place, with its sign. */
  readonly step: number
  readonly value: number
  readonly slope: number
}

/** What is approached, and how far it may be off. */
export interface Limit {
  readonly value: number
  readonly error: number
  /** How far the nearest height that can be trusted is from it. */
  readonly left: number
}

/** f or f′ at the samples, the nearest to the place last, and what of it can be trusted. */
export interface Approach {
  readonly heights: readonly number[]
  readonly steps: readonly number[]
  /** How far rounding was seen to move each. */
  readonly noise: readonly number[]
  /** How far its change from the sample before is from the integral of f′. */
  readonly residuals: readonly number[]
  /** Whether what happens between a sample and the one before is what f′ says. */
  readonly isTrue: readonly boolean[]
  /** How far the rounding of the place itself may move each: sin(x)/(x − π) is infinite beside the double π. */
  readonly drift: readonly number[]
  /** What is not larger may be rounding altogether. */
  readonly nothing: number
}

/**
 * f and f′ as they approach a place known to within `blur`. Between two samples f has to change by the integral of f′.
 * Where it does not, either it oscillates faster than the samples or only the rounding of both is left – which need not
 * look like noise: (x − sin x)/x³ ends in nothing but zeros.
 */
export function approaches(
  samples: readonly Sample[],
  blur: number
): { readonly values: Approach; readonly slopes: Approach } {
  const steps = samples.map(({ step }) => step)
  const heights = samples.map(({ value }) => value)
  const values = { heights, steps, noise: [0], residuals: [0], isTrue: [false], drift: [0], nothing: 0 }
  const slopes = {
    heights: samples.map(({ slope }) => slope),
    steps,
    noise: [0],
    residuals: [],
    isTrue: [false],
    drift: [0],
    nothing: (lastDigits * largest(heights, 0, heights.length)) / Math.abs(steps[0] as number)
  }
  for (let k = 1; k < samples.length; k++) {
    const [far, near] = [samples[k - 1] as Sample, samples[k] as Sample]
    const width = far.step - near.step
    const change = far.value - near.value
    const integral = (width * (far.slope + near.slope)) / 2
    const residual = Math.abs(change - integral)
    const seen = Math.max(Math.abs(change), Math.abs(integral))
    const height = largest(heights, k - followed, k)
    const drift = (4 * Math.abs(near.value) * blur) / Math.abs(near.step)
    const isIntegral = residual <= fromIntegral * seen
    values.drift.push(drift)
    slopes.drift.push(drift / Math.abs(near.step))
    values.noise.push(residual)
    values.residuals.push(residual)
    slopes.noise.push((2 * residual) / Math.abs(width))
    values.isTrue.push(isIntegral || residual <= unnoticed * height)
    slopes.isTrue.push(isIntegral || (seen <= lastDigits * height && Number.isFinite(near.slope)))
  }
  return { values, slopes }
}

/** What is approached: ±∞ where it grows without bound; null where that cannot be known. */
export function limitOf(approach: Approach): Limit | null {
  const { heights, steps } = approach
  let limit: Limit | null = null
  for (const [index, [start, end]] of stretchesOf(approach).entries()) {
    // So deep, what agrees with itself again is rounding.
    if (index > 0 && Math.abs(steps[start] as number) < lostFrom * Math.abs(steps[0] as number)) break
    if (isWavy(approach, end)) continue
    const isInfinite = !isDrift(approach, end) && growsOutward(heights, start, end)
    limit = settledIn(approach, start, end) ?? (isInfinite ? infinite(heights[end] as number) : limit)
  }
  return limit ?? vanishing(approach) ?? overflow(heights)
}

const infinite = (height: number): Limit => ({
  value: Math.sign(height) * Number.POSITIVE_INFINITY,
  error: 0,
  left: Number.POSITIVE_INFINITY
})

const fewest = 5

/** Stretches of samples, from one to another, that can be trusted, the farthest first. */
function stretchesOf({ heights, isTrue }: Approach): [start: number, end: number][] {
  const stretches: [number, number][] = []
  let start = 0
  for (let k = 1; k <= heights.length; k++) {
    if (k < heights.length && isTrue[k] && Number.isFinite(heights[k]) && Number.isFinite(heights[k - 1])) continue
    if (k - start >= fewest) stretches.push([start, k - 1])
    start = k
  }
  return stretches
}

/**
 * Whether waves come after a stretch, as those of cos(0.001/x): f changes by far less between two samples than f′ says,
 * because each wave undoes the one before. Rounding leaves both of the same size.
 */
function isWavy({ heights, residuals }: Approach, end: number): boolean {
  const later = heights.slice(end + 1).map((height) => Math.abs(height - (heights[end] as number)))
  const size = Math.max(0, ...later)
  const off = residuals.slice(end + 1 + (later.length >> 1)).sort((a, b) => a - b)
  return (off[off.length >> 1] ?? 0) > clearlyWavy * size
}

/** Whether what grows may be the rounding of the place, and grows as that does: so does the slope of cos(x)/(x − π/2). */
function isDrift({ heights, drift }: Approach, end: number): boolean {
  const [last, first] = [end, end - 4].map((k) => [Math.abs(heights[k] as number), drift[k] as number] as const)
  if (!last || !first || last[0] > last[1]) return false
  return last[0] / first[0] > (last[1] / first[1]) ** 0.75
}

/** 0, if nothing is seen but rounding: of (3x − 0.9)/(x − 0.3), which is 3, the slope is never quite 0. */
function vanishing({ heights, drift, nothing }: Approach): Limit | null {
  const isNone = heights.every((height, k) => Math.abs(height) <= nothing + (drift[k] as number))
  return isNone ? { value: 0, error: nothing, left: nothing } : null
}

/** Samples of which the last are too near to the place to be known well, and those before them that are looked at. */
const [tooNear, many] = [4, 8]

/** Whether heights end in changes away from 0 that do not shrink from sample to sample, as those of a power or a logarithm. */
function growsOutward(heights: readonly number[], start: number, last: number): boolean {
  const end = last - tooNear
  const first = end - many
  if (first < start) return false
  const changes = heights.slice(first + 1, end + 1).map((height, i) => height - (heights[first + i] as number))
  const isOutward = (changes.at(-1) as number) * (heights[end] as number) > 0
  return isOutward && changes.every((change, i) => i === 0 || change / (changes[i - 1] as number) >= keepsOn)
}

/** ∞, if heights grow beyond the largest number. */
function overflow(heights: readonly number[]): Limit | null {
  const last = heights.at(-1) as number
  if (Math.abs(last) !== Number.POSITIVE_INFINITY) return null
  const first = heights.findLastIndex((height) => height !== last) + 1
  const grown = heights.slice(Math.max(0, first - 3), first)
  if (first === 0 || grown.length < 2) return null
  const grows = grown.every((height, i) => height * last > 0 && !(Math.abs(height) <= Math.abs(grown[i - 1] ?? 0)))
  return grows ? infinite(last) : null
}

/** What a stretch settles on, from as near as it does. */
function settledIn({ heights, steps, noise, drift }: Approach, start: number, end: number): Limit | null {
  const height = heights[end] as number
  const limit = (value: number, error: number): Limit => ({ value, error, left: Math.abs(height - value) })
  if (heights.slice(start, end).every((other) => other === height)) return limit(height, lastDigits * Math.abs(height))
  const rounding = roundings(noise, start, end)
  const columns = extrapolations(heights, steps, start, end)
  const limitAt = (k: number): Limit | null => {
    const scale = largest(heights, Math.max(start, k - followed), k)
    const blur = lastDigits * scale + (rounding[k - start] as number) + (drift[k] as number)
    let best: Limit | null = null
    for (const column of columns) {
      const [value, last, first] = [column[k - start], column[k - start - 1], column[k - start - 2]]
      if (value === undefined || last === undefined || first === undefined) continue
      const away = 2 * Math.max(Math.abs(value - last), Math.abs(last - first))
      const isSettled = away <= settledTo * scale && blur <= isWellKnown * scale
      if (isSettled && !(best && best.error <= away + blur)) best = limit(value, away + blur)
    }
    return best
  }
  for (let k = end; k >= start + 2; k--) {
    const found = limitAt(k)
    if (found) return bestFrom(found, k, start, limitAt)
  }
  return null
}

/** What rounding may do to each sample: no more than it is seen to do on three farther in, since it does ever more. */
function roundings(noise: readonly number[], start: number, end: number): readonly number[] {
  const levels: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (let k = end; k >= start; k--) {
    const from = Math.max(start + 1, Math.min(k, end - 2))
    least = Math.min(least, Math.max(...noise.slice(from, from + 3)))
    levels.push(least)
  }
  return levels.reverse()
}

/** The limit as it is known best, from samples farther away that agree with it. */
function bestFrom(found: Limit, k: number, start: number, limitAt: (k: number) => Limit | null): Limit {
  let best = found
  for (let i = k - 1; i >= start + 2; i--) {
    const other = limitAt(i)
    if (!other) continue
    if (Math.abs(other.value - best.value) > 8 * (other.error + best.error)) break
    if (other.error < best.error) best = other
  }
  return best
}

const mostColumns = 6

/**
 * The heights themselves; without the first power of the distance, the first two …, by Neville's rule; and without any
 * one power, be it a fraction, by Aitken's. Each from `start` on, undefined where too few samples are before.
 */
function extrapolations(heights: readonly number[], steps: readonly number[], start: number, end: number) {
  const columns: (number | undefined)[][] = [heights.slice(start, end + 1)]
  for (let power = 1; power < mostColumns; power++) {
    const last = columns[power - 1] as (number | undefined)[]
    columns.push(
      last.map((height, i) => {
        const previous = last[i - 1]
        if (i < power || height === undefined || previous === undefined) return undefined
        return height + (height - previous) / ((steps[start + i - power] as number) / (steps[start + i] as number) - 1)
      })
    )
  }
  columns.push(columns[0]?.map((_, i) => (i < 2 ? undefined : aitken(heights, start + i))) ?? [])
  return columns
}

function aitken(heights: readonly number[], k: number): number | undefined {
  const [a, b, c] = [heights[k - 2] as number, heights[k - 1] as number, heights[k] as number]
  const ratio = (c - b) / (b - a)
  return Math.abs(ratio) < 1 ? c + ((c - b) * ratio) / (1 - ratio) : undefined
}

/** The largest size among finite heights from one index to another, both included. */
function largest(heights: readonly number[], from: number, to: number): number {
  const sizes = heights.slice(Math.max(0, from), to + 1).map(Math.abs)
  return Math.max(0, ...sizes.filter(Number.isFinite))
}
