import type { RunReport } from '@shared/protocol'
import type { Spent } from './run'

/**
 * The points of a run, thinned while they come so that no more than `most` (at least 2) are kept: the first, the
 * last, and between them every 2ᵏ-th step with the smallest k that fits. What is kept is as the run made it.
 */
export class Path {
  readonly #dimension: number
  readonly #most: number
  #every = 1
  #count = 0
  #steps: Int32Array
  /** Rows of: the coordinates, f, ‖∇f‖, gradients and evaluations spent. */
  #rows: Float64Array
  /** The newest row, kept or not. */
  readonly #newest: Float64Array
  #newestStep = -1

  constructor(dimension: number, most: number) {
    this.#dimension = dimension
    this.#most = Math.max(2, most)
    this.#steps = new Int32Array(16)
    this.#newest = new Float64Array(dimension + 4)
    this.#rows = new Float64Array(16 * this.#newest.length)
  }

  /** Takes the points in the order of their steps, from step 0 on, without a gap. */
  add(step: number, point: Float64Array, value: number, norm: number, spent: Spent) {
    this.#newest.set(point)
    this.#newest[this.#dimension] = value
    this.#newest[this.#dimension + 1] = norm
    this.#newest[this.#dimension + 2] = spent.gradients
    this.#newest[this.#dimension + 3] = spent.evaluations
    this.#newestStep = step
    if (step % this.#every !== 0) return
    if (this.#count === this.#most) this.#thin()
    if (step % this.#every === 0) this.#keep()
  }

  /** What was kept so far: see `RunReport` for the shapes. */
  kept(): Pick<RunReport, 'steps' | 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
    if (this.#count > 0 && this.#steps[this.#count - 1] !== this.#newestStep) {
      if (this.#count === this.#most) this.#thin()
      this.#keep()
    }
    const points = this.#columns(0, this.#dimension)
    const values = this.#columns(this.#dimension, 1)
    const norms = this.#columns(this.#dimension + 1, 1)
    const gradients = Int32Array.from(this.#columns(this.#dimension + 2, 1))
    const evaluations = Int32Array.from(this.#columns(this.#dimension + 3, 1))
    return { steps: this.#steps.slice(0, this.#count), points, values, norms, gradients, evaluations }
  }

  /** Of each row, `width` numbers from place `from` on. */
  #columns(from: number, width: number): Float64Array {
    const whole = this.#newest.length
    const columns = new Float64Array(this.#count * width)
    for (let i = 0; i < this.#count; i++) {
      for (let j = 0; j < width; j++) columns[i * width + j] = this.#rows[i * whole + from + j] as number
    }
    return columns
  }

  #keep() {
    const { length: width } = this.#newest
    if (this.#count === this.#steps.length) {
      const room = Math.min(2 * this.#count, Math.max(this.#most, this.#count + 1))
      this.#steps = grown(this.#steps, new Int32Array(room))
      this.#rows = grown(this.#rows, new Float64Array(room * width))
    }
    this.#steps[this.#count] = this.#newestStep
    this.#rows.set(this.#newest, this.#count * width)
    this.#count++
  }

  /** Keeps the multiples of twice the distance. */
  #thin() {
    const { length: width } = this.#newest
    this.#every *= 2
    let count = 0
    for (let i = 0; i < this.#count; i++) {
      const step = this.#steps[i] as number
      if (step % this.#every !== 0) continue
      this.#steps[count] = step
      this.#rows.copyWithin(count * width, i * width, (i + 1) * width)
      count++
    }
    this.#count = count
  }
}

function grown<Numbers extends Int32Array | Float64Array>(old: Numbers, fresh: Numbers): Numbers {
  fresh.set(old)
  return fresh
}

/** ‖v‖, also where the squares would overflow or vanish. */
export function norm(v: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < v.length; i++) sum += (v[i] as number) ** 2
  return sum > 1e-290 && sum < 1e290 ? Math.sqrt(sum) : Math.hypot(...Array.from(v))
}

/** ‖a − b‖. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return norm(Float64Array.from(a, (coordinate, i) => coordinate - (b[i] as number)))
}
