import type { Interval } from '@shared/interval'
import type { Landscape, Objective } from '../../objective'

/** Where is searched: between two bounds for each variable, which may be the same. */
export interface Box {
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** The unit of length of each variable, above 0: the width of its range. */
  readonly widths: readonly number[]
}

export function boxOf(ranges: readonly Interval[]): Box {
  const low = ranges.map(({ min, max }) => Math.min(min, max))
  const high = ranges.map(({ min, max }) => Math.max(min, max))
  const widths = high.map((max, i) => max - (low[i] as number))
  const usual = Math.max(...widths.filter((width) => width > 0 && width < Number.POSITIVE_INFINITY), 0) || 1
  return { low, high, widths: widths.map((width) => (width > 0 && width < Number.POSITIVE_INFINITY ? width : usual)) }
}

/** The box so many times as wide around the same centre, with the same units of length. */
export function widened({ low, high, widths }: Box, times: number): Box {
  const grow = (i: number, side: 1 | -1) =>
    ((low[i] as number) + (high[i] as number)) / 2 + (side * times * ((high[i] as number) - (low[i] as number))) / 2
  return { low: low.map((_, i) => grow(i, -1)), high: high.map((_, i) => grow(i, 1)), widths }
}

/** The same as ranges of the variables. */
export function rangesOf({ low, high }: Box): Interval[] {
  return low.map((min, i) => ({ min, max: high[i] as number }))
}

/** The point of a box that is nearest. */
export function clamped({ low, high }: Box, point: ArrayLike<number>): Float64Array {
  return Float64Array.from(point, (coordinate, i) =>
    Math.min(Math.max(coordinate, low[i] as number), high[i] as number)
  )
}

/** Points are the same within this, by `spacing`. */
export const samePlace = 1e-4

/** How far apart two points are, each coordinate in its own unit. */
export function spacing({ widths }: Box, a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < widths.length; i++) sum += (((a[i] as number) - (b[i] as number)) / (widths[i] as number)) ** 2
  return Math.sqrt(sum)
}

/**
 * f over some coordinates of a box, the others held at a point of it: not defined outside. The coordinates are in units
 * that make the ranges about equally wide, all but the widest by a power of two, so that nothing is rounded.
 */
export class Face implements Landscape {
  readonly #objective: Objective
  readonly #box: Box
  readonly #at: Float64Array
  readonly #free: readonly number[]
  readonly #units: readonly number[]

  constructor(objective: Objective, box: Box, at: Float64Array, free: readonly number[]) {
    this.#objective = objective
    this.#box = box
    this.#at = at.slice()
    this.#free = free
    this.#units = free.map((i) => 2 ** Math.round(Math.log2((box.widths[i] as number) / this.size)))
  }

  /** About the width of all ranges here. */
  get size(): number {
    return Math.max(...this.#box.widths)
  }

  get counts() {
    return this.#objective.counts
  }

  value(place: ArrayLike<number>): number {
    const point = this.lifted(place)
    return this.#contains(point) ? this.#objective.value(point) : Number.NaN
  }

  gradient(place: ArrayLike<number>): number[] {
    const point = this.lifted(place)
    if (!this.#contains(point)) return this.#free.map(() => Number.NaN)
    const slopes = this.#objective.gradient(point)
    return this.#free.map((i, k) => (slopes[i] as number) * (this.#units[k] as number))
  }

  hessian(place: ArrayLike<number>): number[][] {
    const rows = this.#objective.hessian(this.lifted(place))
    return this.#free.map((i, k) =>
      this.#free.map((j, l) => (rows[i]?.[j] as number) * (this.#units[k] as number) * (this.#units[l] as number))
    )
  }

  /** The point of the box. */
  lifted(place: ArrayLike<number>): Float64Array {
    const point = this.#at.slice()
    for (const [k, i] of this.#free.entries()) point[i] = (place[k] as number) * (this.#units[k] as number)
    return point
  }

  /** A direction here as one of the box. */
  liftedDirection(direction: ArrayLike<number>): Float64Array {
    const lifted = new Float64Array(this.#at.length)
    for (const [k, i] of this.#free.entries()) lifted[i] = (direction[k] as number) * (this.#units[k] as number)
    return lifted
  }

  /** A point of the box as one here. */
  lowered(point: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.#free, (i, k) => (point[i] as number) / (this.#units[k] as number))
  }

  #contains(point: Float64Array): boolean {
    const { low, high } = this.#box
    return point.every((coordinate, i) => coordinate >= (low[i] as number) && coordinate <= (high[i] as number))
  }
}
