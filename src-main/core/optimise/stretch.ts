/**
 * Consecutive points of a run, a row each. Row r lies from place r · width on: the coordinates, f, ∇f as the run saw it.
 * What was spent to come there is kept beside them, except where a loop has written the rows: then it is one gradient,
 * and with it one evaluation, a step.
 */
export class Stretch {
  readonly rows: Float64Array
  /** The step that the first row belongs to, and how many rows there are. */
  from = 0
  count = 0
  readonly dimension: number
  readonly width: number
  /** Gradients and evaluations, row by row. */
  #spent: Int32Array | null = null

  /** With room for `capacity` rows. */
  constructor(dimension: number, capacity: number) {
    this.dimension = dimension
    this.width = 2 * dimension + 1
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
    const at = this.count * this.width
    for (let i = 0; i < dimension; i++) {
      rows[at + i] = point[i] as number
      rows[at + dimension + 1 + i] = gradient[i] as number
    }
    rows[at + dimension] = value
    this.#spend(this.count++, gradients, evaluations)
  }

  /** Adds a row of another stretch. */
  addRow(other: Stretch, row: number) {
    this.putRow(this.count++, other, row)
  }

  /** Puts a row of another stretch, or of this one, in a place. Number by number: for so few a call takes longer. */
  putRow(place: number, other: Stretch, row: number) {
    const { rows, width } = this
    for (let i = 0; i < width; i++) rows[place * width + i] = other.rows[row * width + i] as number
    this.#spend(place, other.gradients(row), other.evaluations(row))
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
    return this.#spent ? (this.#spent[2 * row] as number) : this.from + row
  }

  evaluations(row: number): number {
    return this.#spent ? (this.#spent[2 * row + 1] as number) : this.from + row
  }

  #spend(row: number, gradients: number, evaluations: number) {
    this.#spent ??= new Int32Array(2 * this.capacity)
    this.#spent[2 * row] = gradients
    this.#spent[2 * row + 1] = evaluations
  }
}
