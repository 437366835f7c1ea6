/** The end of a run is judged by its last half: at least this many steps (or all), at most that many. */
const shortestTail = 30
const longestTail = 2000

/**
 * What a run's verdict remembers of it. It does not depend on how the path is thinned for the screen.
 */
export class History {
  readonly start: Float64Array
  /** The largest distance from the start so far: the size of the whole motion. */
  extent = 0
  readonly startValue: number
  /** ∇f at the newest point, as the run saw it. */
  readonly gradient: Float64Array
  /** The newest points, as a ring: row r % rows. */
  readonly #points: Float64Array
  readonly #values: Float64Array
  #seen = 0

  /** `steps`: how many the run is going to take. */
  constructor(start: ArrayLike<number>, startValue: number, steps: number) {
    this.start = Float64Array.from(start)
    this.startValue = startValue
    this.gradient = new Float64Array(start.length)
    const tail = Math.min(steps, longestTail, Math.max(shortestTail, Math.ceil(steps / 2)))
    this.#values = new Float64Array(tail + 1)
    this.#points = new Float64Array((tail + 1) * this.start.length)
  }

  add(point: Float64Array, value: number, gradient: Float64Array) {
    this.gradient.set(gradient)
    const row = this.#seen % this.#values.length
    this.#points.set(point, row * point.length)
    this.#values[row] = value
    this.#seen++
    let squares = 0
    for (let i = 0; i < point.length; i++) squares += ((point[i] as number) - (this.start[i] as number)) ** 2
    const away = Math.sqrt(squares)
    if (away > this.extent) this.extent = away
  }

  /** Steps seen: one less than points. */
  get taken(): number {
    return this.#seen - 1
  }

  /** The last point. */
  get end(): Float64Array {
    return this.#row(this.#seen - 1)
  }

  /** The newest points, oldest first: one more than steps. */
  tail(): { points: Float64Array[]; values: number[] } {
    const rows = Math.min(this.#seen, this.#values.length)
    const order = Array.from({ length: rows }, (_, i) => this.#seen - rows + i)
    return {
      points: order.map((i) => this.#row(i)),
      values: order.map((i) => this.#values[i % this.#values.length] ?? Number.NaN)
    }
  }

  #row(i: number): Float64Array {
    const n = this.start.length
    const row = i % this.#values.length
    return this.#points.slice(row * n, (row + 1) * n)
  }
}
