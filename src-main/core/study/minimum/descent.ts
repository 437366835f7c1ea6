import type { Objective } from '../../objective'
import type { Pulse } from '../../pulse'
import { areFinite, dot, product } from '../../vector'
import { type Box, clamped } from './box'

/** Weak Wolfe conditions: f falls enough, and its slope has become flat enough. */
const wolfe = { c1: 1e-4, c2: 0.9 }
const mostTrials = 60
/** Where f still falls the next trial lies at most so many times as far. */
const farther = 4
/** An interval is cut no nearer to its ends than this. */
const margin = 0.1
/** y·s this small relative to ‖y‖‖s‖ is rounding: it tells nothing of the curvature. */
const leastCurvature = 1e-14

/** A point with f and ∇f. */
export interface Place {
  readonly point: Float64Array
  readonly value: number
  readonly gradient: Float64Array
}

/** Lengths are relative to the ranges. */
export interface Extent {
  /** How far the first trial goes. */
  readonly reach: number
  readonly steps: number
  /** A step shorter than this is the last one. */
  readonly precision: number
}

/** A trial along a direction. */
interface Trial extends Place {
  readonly length: number
  readonly slope: number
}

/**
 * From `start` down to a local minimum within a box: BFGS on the face of the box on which f falls, with the line search of
 * Lewis & Overton, which also serves at kinks. When a bound is met or left the curvature is learnt anew. Nocedal & Wright, (6.17), (6.20); Lewis & Overton 2013,
 * Nonsmooth optimization via quasi-Newton methods, algorithm 2.6.
 */
export function descent(
  objective: Objective,
  box: Box,
  start: Float64Array,
  { steps, precision, reach: first }: Extent,
  pulse: Pulse
): Place {
  const metric = new Metric(box)
  let here = placeAt(objective, clamped(box, start))
  if (!Number.isFinite(here.value) || !areFinite(here.gradient)) return here
  let reach = first
  for (let count = 0; count < steps; count++) {
    pulse.beat()
    const direction = metric.downhill(here)
    const slope = dot(here.gradient, direction)
    if (!(slope < 0)) {
      if (!metric.forget()) return here
      continue
    }
    const length = scaledLength(box, direction)
    const next = trialAlong(objective, box, here, { direction, slope, first: metric.isPlain ? reach / length : 1 })
    if (!next) {
      if (!metric.forget()) return here
      continue
    }
    const step = next.length * length
    metric.learn(here, next)
    here = next
    if (!Number.isFinite(here.value) || !(step > precision)) return here
    reach = Math.min(reach, step)
  }
  return here
}

/** The coordinates at a bound beyond which alone f falls, and those whose range has no width. */
export function heldAt({ low, high }: Box, { point, gradient }: Place): boolean[] {
  return Array.from(point, (coordinate, i) => {
    const [isLow, isHigh] = [coordinate <= (low[i] as number), coordinate >= (high[i] as number)]
    const slope = gradient[i] as number
    return (isLow && isHigh) || (isLow && slope > 0) || (isHigh && slope < 0)
  })
}

function placeAt(objective: Objective, point: Float64Array): Place {
  const gradient = new Float64Array(point.length)
  const value = objective.gradientInto(point, gradient)
  return { point, value, gradient }
}

/** What is known of the curvature on the face of the box: an estimate of the inverse Hessian, in units of the ranges. */
class Metric {
  readonly #box: Box
  /** n rows of n; null before anything is known. */
  #inverse: Float64Array[] | null = null
  #held: boolean[] = []

  constructor(box: Box) {
    this.#box = box
  }

  get isPlain(): boolean {
    return this.#inverse === null
  }

  /** Begins anew; false if nothing was known. */
  forget(): boolean {
    const had = this.#inverse !== null
    this.#inverse = null
    return had
  }

  /** −H∇f, 0 for coordinates that are held at their bounds. */
  downhill(place: Place): Float64Array {
    const { point, gradient } = place
    const { low, high, widths } = this.#box
    const held = heldAt(this.#box, place)
    if (held.some((isHeld, i) => isHeld !== this.#held[i])) this.#inverse = null
    const direction = new Float64Array(point.length)
    // Taking a coordinate out changes where the others lead.
    for (let isLeading = true; isLeading; ) {
      const slopes = gradient.map((slope, i) => (held[i] ? 0 : slope))
      if (this.#inverse) product(this.#inverse, slopes, direction, -1)
      else for (const [i, slope] of slopes.entries()) direction[i] = -slope * (widths[i] as number) ** 2
      isLeading = false
      for (let i = 0; i < point.length; i++) {
        if (held[i]) direction[i] = 0
        const isBeyond = (direction[i] as number) < 0 ? point[i] === low[i] : direction[i] !== 0 && point[i] === high[i]
        if (!isBeyond) continue
        held[i] = true
        this.#inverse = null
        isLeading = true
      }
    }
    this.#held = held
    return direction
  }

  /** Learns how ∇f has changed with the coordinates that are not held. */
  learn(from: Place, to: Place) {
    const s = to.point.map((there, i) => there - (from.point[i] as number))
    const y = to.gradient.map((there, i) => (this.#held[i] ? 0 : there - (from.gradient[i] as number)))
    const { widths } = this.#box
    const ys = dot(y, s)
    const sizes = Math.sqrt(dot(y, y) * dot(s, s))
    if (!(ys > leastCurvature * sizes && Number.isFinite(sizes) && Number.isFinite(1 / ys))) return
    if (!this.#inverse) {
      const steep = y.reduce((sum, change, i) => sum + (change * (widths[i] as number)) ** 2, 0)
      const scale = ys / steep
      this.#inverse = widths.map((width, i) => new Float64Array(widths.length).fill(scale * width * width, i, i + 1))
    }
    updateInverse(this.#inverse, s, y, ys)
    if (!this.#inverse.every(areFinite)) this.#inverse = null
  }
}

/** H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ with ρ = 1/y·s, multiplied out so that H stays symmetric to the last bit. */
function updateInverse(inverse: readonly Float64Array[], s: Float64Array, y: Float64Array, ys: number) {
  const hy = new Float64Array(s.length)
  product(inverse, y, hy)
  const share = 1 + dot(y, hy) / ys
  for (const [i, row] of inverse.entries()) {
    for (let j = 0; j <= i; j++) {
      const [si, sj, hi, hj] = [s[i] as number, s[j] as number, hy[i] as number, hy[j] as number]
      row[j] = (row[j] as number) + (share * si * sj - (hi * sj + si * hj)) / ys
      ;(inverse[j] as Float64Array)[i] = row[j] as number
    }
  }
}

function scaledLength({ widths }: Box, direction: Float64Array): number {
  return Math.sqrt(direction.reduce((sum, part, i) => sum + (part / (widths[i] as number)) ** 2, 0))
}

/**
 * A place along a direction where f has fallen enough and its slope has become flat enough, or where the direction meets a
 * bound; the lowest of those falling enough where none is flat enough; null where f falls at none.
 */
function trialAlong(
  objective: Objective,
  box: Box,
  from: Place,
  { direction, slope, first }: { readonly direction: Float64Array; readonly slope: number; readonly first: number }
): Trial | null {
  const most = lengthWithin(box, from.point, direction)
  const start: Trial = { ...from, length: 0, slope }
  let low = start
  let high: Trial | null = null
  let length = Math.min(first, most)
  for (let count = 0; count < mostTrials; count++) {
    const point = clamped(
      box,
      from.point.map((coordinate, i) => coordinate + length * (direction[i] as number))
    )
    if (length === most) meetBound(box, from.point, direction, most, point)
    const place = placeAt(objective, point)
    const here: Trial = { ...place, length, slope: dot(place.gradient, direction) }
    if (here.value === Number.NEGATIVE_INFINITY) return here
    const isHigh = !(here.value <= from.value + wolfe.c1 * length * slope && areFinite(place.gradient))
    if (isHigh) high = here
    else {
      low = here
      if (here.slope >= wolfe.c2 * slope || length === most) return here
    }
    const next: number = high ? between(low, high) : Math.min(most, fartherOut(start, low))
    if (next === low.length || next === high?.length) break
    length = next
  }
  return low.length > 0 ? low : null
}

/** How far a direction leads within the box. */
function lengthWithin({ low, high }: Box, point: Float64Array, direction: Float64Array): number {
  let most = Number.POSITIVE_INFINITY
  for (const [i, part] of direction.entries()) {
    if (part === 0) continue
    most = Math.min(most, (((part < 0 ? low : high)[i] as number) - (point[i] as number)) / part)
  }
  return most
}

/** Puts the coordinates that have arrived at a bound exactly there. */
function meetBound({ low, high }: Box, from: Float64Array, direction: Float64Array, most: number, point: Float64Array) {
  for (const [i, part] of direction.entries()) {
    if (part === 0) continue
    const bound = (part < 0 ? low : high)[i] as number
    if ((bound - (from[i] as number)) / part <= most) point[i] = bound
  }
}

/** Where the parabola through the slopes has its lowest point, but not much farther than before. */
function fartherOut(start: Trial, low: Trial): number {
  const lowest = (low.length * start.slope) / (start.slope - low.slope)
  return lowest > low.length ? Math.min(Math.max(lowest, 1.5 * low.length), farther * low.length) : farther * low.length
}

/** Where the parabola with the value and the slope at `low` and the value at `high` is lowest, not too near to its ends. */
function between(low: Trial, high: Trial): number {
  const width = high.length - low.length
  const rise = high.value - low.value - low.slope * width
  const share = Number.isFinite(high.value) && rise > 0 ? (-low.slope * width) / (2 * rise) : 0.5
  return low.length + width * Math.min(Math.max(share, margin), 1 - margin)
}
