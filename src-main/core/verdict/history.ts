import { Stretch } from '../optimise/stretch'
import { distance } from '../vector'
import { thrown } from './thresholds'

/** The end of a run is judged by its last half: at least this many steps (or all), at most that many. */
const shortestTail = 30
const longestTail = 2000

/**
 * What a run's verdict remembers of it. It does not depend on how the path is thinned for the screen.
 */
export class History {
  readonly start: Float64Array
  readonly startValue: number
  /** Steps of the tail. */
  readonly #tail: number
  /** The two newest stretches, the older one full. */
  #older: Stretch
  #newer: Stretch
  /** The square of `extent`. */
  #extent = 0
  /** `steps`: how many the run is going to take. */
  constructor(start: ArrayLike<number>, startValue: number, steps: number) {
    this.start = Float64Array.from(start)
    this.startValue = startValue
    this.#tail = Math.min(steps, longestTail, Math.max(shortestTail, Math.ceil(steps / 2)))
    this.#older = new Stretch(start.length, 0)
    this.#newer = this.#older
  }

  /**
   * The next points. They are not copied: a stretch has to stay as it is until the one after the next is added, and all
   * but the last to be as long as a run makes them.
   */
  addStretch(stretch: Stretch) {
    if (stretch.count === 0) return
    this.#older = this.#newer
    this.#newer = stretch
    this.#measure(stretch)
  }

  /** The largest distance from the start so far. */
  get extent(): number {
    return Math.sqrt(this.#extent)
  }

  /** The size of the motion, to measure what is left of it: `extent`, but not that of an explosion that died down again. */
  get size(): number {
    return Math.min(this.extent, thrown * distance(this.start, this.end))
  }

  /** Steps seen: one less than points. */
  get taken(): number {
    return this.#newer.from + this.#newer.count - 1
  }

  /** The last point. */
  get end(): Float64Array {
    return this.#newer.point(this.#newer.count - 1).slice()
  }

  /** ∇f at the newest point, as the run saw it. */
  get gradient(): Float64Array {
    return this.#newer.gradient(this.#newer.count - 1).slice()
  }

  /** What was spent to come to the newest point: see `RunReport`. */
  get evaluations(): number {
    return this.#newer.evaluations(this.#newer.count - 1)
  }

  /** The newest points, oldest first: one more than steps. */
  tail(): { points: Float64Array[]; values: number[] } {
    const rows = [this.#older, this.#newer].flatMap((stretch) =>
      Array.from({ length: stretch.count }, (_, row) => ({ stretch, row }))
    )
    const tail = rows.slice(-this.#tail - 1)
    return {
      points: tail.map(({ stretch, row }) => stretch.point(row).slice()),
      values: tail.map(({ stretch, row }) => stretch.value(row))
    }
  }

  /** Takes the rows of a stretch into `extent`. */
  #measure({ rows, count, width }: Stretch) {
    const { start } = this
    for (let at = 0; at < count * width; at += width) {
      let fromStart = 0
      for (let i = 0; i < start.length; i++) fromStart += ((rows[at + i] as number) - (start[i] as number)) ** 2
      if (fromStart > this.#extent) this.#extent = fromStart
    }
  }
}
