import type { RunReport } from '@shared/protocol'
import { norm } from './norm'
import { Stretch } from './stretch'

/**
 * The points of a run, thinned while they come so that no more than `most` (at least 2) are kept: the first, the
 * last, and between them one of each 2ᵏ pairs of steps with the smallest k that fits, as by chance: every 2ᵏ-th step of a
 * run that goes to and fro would always be at the same place. Of two paths the one that is thinned less has every step of
 * the other, as far as it goes. What is kept is as the run made it.
 */
export class Path {
  readonly #most: number
  /** Pair number p has the steps p << pair …: where there is no room for pairs, there is one step in each. */
  readonly #pair: 0 | 1
  /** k. */
  #level = 0
  #steps = new Int32Array(16)
  #kept: Stretch
  /** The newest stretch. */
  #newest: Stretch | null = null

  constructor(dimension: number, most: number) {
    this.#most = Math.max(2, most)
    this.#pair = most > 2 ? 1 : 0
    this.#kept = new Stretch(dimension, this.#steps.length)
  }

  /** Takes the stretches of a run in their order, from step 0 on, without a gap. The newest has to stay as it is. */
  add(stretch: Stretch) {
    const { from, count } = stretch
    if (count === 0) return
    for (let step = this.#next(from); step < from + count; step = this.#next(step + 1)) {
      if (this.#kept.count === this.#most) this.#thin()
      if (this.#isKept(step)) this.#keep(stretch, step)
    }
    this.#newest = stretch
  }

  /** What was kept so far: see `RunReport` for the shapes. */
  kept(): Pick<RunReport, 'steps' | 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
    const newest = this.#newest
    const last = newest ? newest.from + newest.count - 1 : -1
    if (newest && this.#steps[this.#kept.count - 1] !== last) {
      if (this.#kept.count === this.#most) this.#thin()
      this.#keep(newest, last)
    }
    return { steps: this.#steps.slice(0, this.#kept.count), ...columnsOf(this.#kept) }
  }

  /** The first step from `step` on that is to be kept. */
  #next(step: number): number {
    if (this.#isKept(step)) return step
    const pair = step >> this.#pair
    const block = pair >> this.#level
    const kept = keptOf(block, this.#level)
    return (kept < pair ? keptOf(block + 1, this.#level) : kept) << this.#pair
  }

  #isKept(step: number): boolean {
    const pair = step >> this.#pair
    return keptOf(pair >> this.#level, this.#level) === pair
  }

  #keep(stretch: Stretch, step: number) {
    const { count, capacity } = this.#kept
    if (count === capacity) this.#grow(Math.min(2 * count, Math.max(this.#most, count + 1)))
    this.#steps[count] = step
    this.#kept.addRow(stretch, step - stretch.from)
  }

  #grow(room: number) {
    const [steps, kept] = [this.#steps, this.#kept]
    this.#steps = new Int32Array(room)
    this.#steps.set(steps)
    this.#kept = new Stretch(kept.dimension, room)
    for (let row = 0; row < kept.count; row++) this.#kept.addRow(kept, row)
  }

  /** Keeps one of each two. */
  #thin() {
    this.#level++
    let count = 0
    for (let i = 0; i < this.#kept.count; i++) {
      const step = this.#steps[i] as number
      if (!this.#isKept(step)) continue
      this.#steps[count] = step
      this.#kept.putRow(count++, this.#kept, i)
    }
    this.#kept.count = count
  }
}

/** Which of the pairs block · 2ᵏ … (block + 1) · 2ᵏ − 1 is kept, k = `level`: one of the two halves, and so on in that. */
function keptOf(block: number, level: number): number {
  let pair = block
  for (let k = level; k > 0; k--) pair = 2 * pair + halfOf(pair, k)
  return pair
}

/** 0 or 1, as if thrown, but always the same; 0 for the first block: the start is kept. */
function halfOf(block: number, level: number): number {
  if (block === 0) return 0
  let mix = Math.imul(block ^ Math.imul(level, 0x9e3779b1), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) & 1
}

/** The rows of a stretch by what they are: see `RunReport` for the shapes. */
export function columnsOf(
  stretch: Stretch
): Pick<RunReport, 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
  const { count, dimension, width, rows } = stretch
  const points = new Float64Array(count * dimension)
  const values = new Float64Array(count)
  const norms = new Float64Array(count)
  const gradients = new Int32Array(count)
  const evaluations = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < dimension; i++) points[row * dimension + i] = rows[row * width + i] as number
    values[row] = stretch.value(row)
    norms[row] = norm(stretch.gradient(row))
    gradients[row] = stretch.gradients(row)
    evaluations[row] = stretch.evaluations(row)
  }
  return { points, values, norms, gradients, evaluations }
}
