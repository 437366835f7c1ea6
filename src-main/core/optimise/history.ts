import { distance } from './norm'
import { Stretch } from './stretch'

/** The end of a run is judged by its last half: at least this many steps (or all), at most that many. */
const shortestTail = 30
const longestTail = 2000

/** A run that went farther than so many times the way from its start to its end was thrown off and came back. */
const thrown = 10

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
  /** Of each stretch its last step, the point there, and how far its other points are from that one. */
  readonly #balls: { readonly last: number; readonly centre: Float64Array; readonly radius: number }[] = []

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

  /**
   * A step after which the run was never farther than `tolerance` from a place; −1: it never was. At most a stretch later
   * than the first such step.
   */
  nearAfter(place: Float64Array, tolerance: number): number {
    // Less than all of it, for the rounding of distances.
    const sure = tolerance * (1 - 1e-9)
    const ball = this.#balls.findLast(({ centre, radius }) => !(distance(centre, place) + radius <= sure))
    return ball?.last ?? -1
  }

  /** Takes the rows of a stretch into `extent`, and the ball they lie in. */
  #measure({ rows, count, width, from }: Stretch) {
    const { start } = this
    const newest = (count - 1) * width
    let farthest = this.#extent
    let radius = 0
    for (let at = 0; at < count * width; at += width) {
      let fromStart = 0
      let fromNewest = 0
      for (let i = 0; i < start.length; i++) {
        const coordinate = rows[at + i] as number
        fromStart += (coordinate - (start[i] as number)) ** 2
        fromNewest += (coordinate - (rows[newest + i] as number)) ** 2
      }
      if (fromStart > farthest) farthest = fromStart
      if (fromNewest > radius) radius = fromNewest
    }
    this.#extent = farthest
    const centre = rows.slice(newest, newest + start.length)
    this.#balls.push({ last: from + count - 1, centre, radius: Math.sqrt(radius) })
  }
}
