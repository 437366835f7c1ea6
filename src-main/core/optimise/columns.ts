import { Stretch } from './stretch'

/**
 * What a chart over the steps has to show of a run, found while it comes: of each 2ᵏ steps the first, the last, and where
 * each coordinate and f are least and greatest, with the smallest k for which there are no more than `most` columns of such
 * steps. A line through these points covers the same pixels as the line through all, on an axis of any scale, as long as
 * a column is no wider than a pixel: U. Jugel et al., “M4: a visualization-oriented time series data aggregation”,
 * VLDB 2014. The first `dotted` steps, whose dots are drawn one by one, are kept all.
 */
export class Columns {
  readonly #most: number
  readonly #dotted: number
  /** k. */
  #level = 0
  #steps = new Int32Array(16)
  #rows: Stretch

  constructor(dimension: number, most: number, dotted: number) {
    this.#most = Math.max(1, most)
    this.#dotted = dotted
    this.#rows = new Stretch(dimension, this.#steps.length)
  }

  /** Whether every step is kept. */
  get isWhole(): boolean {
    return this.#level === 0
  }

  /** The rows that are kept, and the step of each, ascending. */
  get kept(): { readonly steps: Int32Array; readonly rows: Stretch } {
    if (!this.isWhole) this.#tidy()
    return { steps: this.#steps.subarray(0, this.#rows.count), rows: this.#rows }
  }

  /** Takes the stretches of a run in their order, from step 0 on, without a gap. */
  add(stretch: Stretch) {
    const end = stretch.from + stretch.count
    for (let start = stretch.from; start < end; ) {
      while (start >> this.#level >= this.#most) {
        this.#level++
        this.#tidy()
      }
      const isDotted = start < this.#dotted
      const column = ((start >> this.#level) + 1) << this.#level
      const stop = Math.min(end, isDotted ? Math.min(column, this.#dotted) : column)
      if (isDotted || stop - start <= 2) for (let step = start; step < stop; step++) this.#keep(stretch, step)
      else
        for (const row of telling(stretch, start - stretch.from, stop - stretch.from))
          this.#keep(stretch, row + stretch.from)
      start = stop
    }
  }

  #keep(stretch: Stretch, step: number) {
    if (this.#rows.count === this.#rows.capacity) this.#grow(2 * this.#rows.count)
    this.#steps[this.#rows.count] = step
    this.#rows.addRow(stretch, step - stretch.from)
  }

  #grow(room: number) {
    const [steps, rows] = [this.#steps, this.#rows]
    this.#steps = new Int32Array(room)
    this.#steps.set(steps)
    this.#rows = new Stretch(rows.dimension, room)
    for (let row = 0; row < rows.count; row++) this.#rows.addRow(rows, row)
  }

  /** Leaves of each column what is to be kept of it. */
  #tidy() {
    const { count } = this.#rows
    let place = 0
    const put = (row: number) => {
      this.#steps[place] = this.#steps[row] as number
      this.#rows.putRow(place++, this.#rows, row)
    }
    for (let start = 0; start < count; ) {
      const step = this.#steps[start] as number
      const column = step >> this.#level
      let end = start + 1
      while (step >= this.#dotted && end < count && (this.#steps[end] as number) >> this.#level === column) end++
      // In their order, and never ahead of what is still to be read.
      for (const row of telling(this.#rows, start, end)) put(row)
      start = end
    }
    this.#rows.count = place
  }
}

/** Of rows `from` … `to` − 1 the first, the last, and those where a coordinate or f is least or greatest; ascending. */
function telling({ rows, width, dimension }: Stretch, from: number, to: number): readonly number[] {
  if (to - from <= 2) return to - from === 2 ? [from, from + 1] : [from]
  const found = [from, to - 1]
  for (let quantity = 0; quantity <= dimension; quantity++) {
    let [least, greatest] = [Infinity, -Infinity]
    let [low, high] = [from, from]
    for (let row = from, at = from * width + quantity; row < to; row++, at += width) {
      const value = rows[at] as number
      if (value < least) {
        least = value
        low = row
      }
      if (value > greatest) {
        greatest = value
        high = row
      }
    }
    if (!found.includes(low)) found.push(low)
    if (!found.includes(high)) found.push(high)
  }
  return found.sort((a, b) => a - b)
}
