/**
 * Consecutive points of a run, a row each. Row r lies from place r · width on: the coordinates, f, ∇f as the run saw it,
 * and what was spent to come there, gradients and evaluations.
 */
export class Stretch {
  readonly rows: Float64Array
  /** The step that the first row belongs to, and how many rows there are. */
  from = 0
  count = 0
  readonly dimension: number
  readonly width: number

  /** With room for `capacity` rows. */
  constructor(dimension: number, capacity: number) {
    this.dimension = dimension
    this.width = 2 * dimension + 3
    this.rows = new Float64Array(capacity * this.width)
  }

  get capacity(): number {
    return this.rows.length / this.width
  }

  /** Makes it empty, to be filled from a step on. */
  begin(from: number) {
    this.from = from
    this.count = 0
  }

  add(point: Float64Array, value: number, gradient: Float64Array, gradients: number, evaluations: number) {
    const { rows, dimension } = this
    const at = this.count++ * this.width
    for (let i = 0; i < dimension; i++) {
      rows[at + i] = point[i] as number
      rows[at + dimension + 1 + i] = gradient[i] as number
    }
    rows[at + dimension] = value
    rows[at + 2 * dimension + 1] = gradients
    rows[at + 2 * dimension + 2] = evaluations
  }

  /** Adds the rows of another from `first` to before `end`, if there are any. */
  append(other: Stretch, first: number, end: number) {
    if (end <= first) return
    this.rows.set(other.rows.subarray(first * this.width, end * this.width), this.count * this.width)
    this.count += end - first
  }

  /** Of a row: views, not copies. */
  point(row: number): Float64Array {
    const at = row * this.width
    return this.rows.subarray(at, at + this.dimension)
  }

  gradient(row: number): Float64Array {
    const at = row * this.width + this.dimension + 1
    return this.rows.subarray(at, at + this.dimension)
  }

  value(row: number): number {
    return this.rows[row * this.width + this.dimension] as number
  }

  gradients(row: number): number {
    return this.rows[row * this.width + 2 * this.dimension + 1] as number
  }

  evaluations(row: number): number {
    return this.rows[row * this.width + 2 * this.dimension + 2] as number
  }
}
