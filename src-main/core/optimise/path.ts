import type { RunReport } from '@shared/protocol'
import type { Stretch } from './stretch'

/**
 * The points of a run, thinned while they come so that no more than `most` (at least 2) are kept: the first, the
 * last, and between them every 2ᵏ-th step with the smallest k that fits. What is kept is as the run made it.
 */
export class Path {
  readonly #dimension: number
  readonly #width: number
  readonly #most: number
  #every = 1
  #count = 0
  #steps: Int32Array
  /** Rows of stretches. */
  #rows: Float64Array
  /** The newest row, kept or not. */
  readonly #newest: Float64Array
  #newestStep = -1

  constructor(dimension: number, most: number) {
    this.#dimension = dimension
    this.#width = 2 * dimension + 3
    this.#most = Math.max(2, most)
    this.#steps = new Int32Array(16)
    this.#newest = new Float64Array(this.#width)
    this.#rows = new Float64Array(16 * this.#width)
  }

  /** Takes the stretches of a run in their order, from step 0 on, without a gap. */
  add({ rows, from, count }: Stretch) {
    if (count === 0) return
    for (let step = this.#next(from); step < from + count; step = this.#next(step + 1)) {
      if (this.#count === this.#most) this.#thin()
      if (step % this.#every === 0) this.#keep(rows, step - from, step)
    }
    this.#newest.set(rows.subarray((count - 1) * this.#width, count * this.#width))
    this.#newestStep = from + count - 1
  }

  /** What was kept so far: see `RunReport` for the shapes. */
  kept(): Pick<RunReport, 'steps' | 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
    if (this.#count > 0 && this.#steps[this.#count - 1] !== this.#newestStep) {
      if (this.#count === this.#most) this.#thin()
      this.#keep(this.#newest, 0, this.#newestStep)
    }
    return { steps: this.#steps.slice(0, this.#count), ...columnsOf(this.#rows, this.#count, this.#dimension) }
  }

  /** The first step from `step` on that is to be kept. */
  #next(step: number): number {
    return Math.ceil(step / this.#every) * this.#every
  }

  #keep(rows: Float64Array, row: number, step: number) {
    const width = this.#width
    if (this.#count === this.#steps.length) {
      const room = Math.min(2 * this.#count, Math.max(this.#most, this.#count + 1))
      this.#steps = grown(this.#steps, new Int32Array(room))
      this.#rows = grown(this.#rows, new Float64Array(room * width))
    }
    this.#steps[this.#count] = step
    for (let i = 0; i < width; i++) this.#rows[this.#count * width + i] = rows[row * width + i] as number
    this.#count++
  }

  /** Keeps the multiples of twice the distance. */
  #thin() {
    const width = this.#width
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

/** The first `count` rows of a stretch, or of rows like it, by what they are: see `RunReport` for the shapes. */
export function columnsOf(
  rows: Float64Array,
  count: number,
  dimension: number
): Pick<RunReport, 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
  const width = 2 * dimension + 3
  const points = new Float64Array(count * dimension)
  const values = new Float64Array(count)
  const norms = new Float64Array(count)
  const gradients = new Int32Array(count)
  const evaluations = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const at = row * width
    for (let i = 0; i < dimension; i++) points[row * dimension + i] = rows[at + i] as number
    values[row] = rows[at + dimension] as number
    norms[row] = norm(rows.subarray(at + dimension + 1, at + 2 * dimension + 1))
    gradients[row] = rows[at + 2 * dimension + 1] as number
    evaluations[row] = rows[at + 2 * dimension + 2] as number
  }
  return { points, values, norms, gradients, evaluations }
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
