import type { View, Way } from '@shared/protocol'
import { Stretch } from './stretch'

/**
 * In pixels: with it no point of the whole way is farther than an eighth of a pixel, √2 times as much, from the way that is
 * kept, nor from what there is of that at any step in between. It is half a pixel of a picture four times as large.
 */
const tolerance = 0.088

/** A way of more corners than this fills an area: what is drawn of it are the pixels it covers. */
const mostCorners = 6000

/**
 * The way of a run over a plane, thinned while it comes: kept are points of it, so few that a line through them passes by
 * every other within an eighth of a pixel. From each corner a cone of directions is narrowed by each point that follows to those
 * that pass it closely enough; a point out of the cone, or one that turns back, makes the one before it the next corner.
 * After J. Sklansky & V. Gonzalez, “Fast polygonal approximation of digitized curves”, Pattern Recognition 12 (1980).
 */
export class Wayfinder {
  readonly #view: View
  readonly #across: Form
  readonly #up: Form
  #steps: number[] = []
  #corners: Stretch
  readonly #cover: Cover
  /** It has so many corners that it is told by what it covers. */
  #fills = false
  /** The last corner; NaN where there is none to go on from. */
  #x = Number.NaN
  #y = Number.NaN
  /** The right and the left edge of the cone, of length 1, if there is one. */
  #hasCone = false
  #rightX = 0
  #rightY = 0
  #leftX = 0
  #leftY = 0
  /** How far from the corner the way was since. */
  #far = 0
  /** The point before: its row in the stretch that is read, or −1 if it is the one of `#last`. */
  #before = -1
  #beforeX = Number.NaN
  #beforeY = Number.NaN
  #last: Stretch

  constructor(dimension: number, view: View) {
    this.#view = view
    // From the coordinates of a row to pixels.
    this.#across = formOf(view.across, view.columns / (view.x.max - view.x.min), view.x.min)
    this.#up = formOf(view.up, view.rows / (view.y.max - view.y.min), view.y.min)
    this.#corners = new Stretch(dimension, 64)
    this.#cover = new Cover(view)
    this.#last = new Stretch(dimension, 1)
  }

  /** Takes the stretches of a run in their order, from step 0 on, without a gap. */
  add(stretch: Stretch) {
    if (stretch.count === 0) return
    const { rows, width } = stretch
    const [across, up] = [this.#across, this.#up]
    for (let row = 0; row < stretch.count; row++) {
      const x = across(rows, row * width)
      const y = up(rows, row * width)
      // A run at rest need not be looked at.
      if (x === this.#beforeX && y === this.#beforeY) {
        this.#before = row
        continue
      }
      this.#cover.line(this.#beforeX, this.#beforeY, x, y, stretch.from + row)
      if (!this.#fills) this.#go(stretch, row, x, y)
      this.#before = row
      this.#beforeX = x
      this.#beforeY = y
    }
    this.#last.begin(stretch.from + stretch.count - 1)
    this.#last.addRow(stretch, stretch.count - 1)
    this.#before = -1
  }

  /** The corners with their steps, and how the way is told in terms of `steps`, ascending, among which theirs are. */
  kept(): { readonly steps: readonly number[]; readonly rows: Stretch; readonly way: (steps: Int32Array) => Way } {
    const { from } = this.#last
    if (this.#fills) {
      const { cells, since } = this.#cover.covered
      return { steps: [], rows: this.#last, way: () => ({ view: this.#view, cells, since }) }
    }
    if (this.#steps.at(-1) !== from) this.#keep(this.#last, 0, from)
    const corners = this.#steps
    const way = (steps: Int32Array): Way => {
      let index = 0
      return {
        view: this.#view,
        kept: Int32Array.from(corners, (step) => {
          while (steps[index] !== step) index++
          return index
        })
      }
    }
    return { steps: corners, rows: this.#corners, way }
  }

  #go(stretch: Stretch, row: number, x: number, y: number) {
    const isPoint = Number.isFinite(x) && Number.isFinite(y)
    if (Number.isNaN(this.#x) || !isPoint) {
      if (!isPoint && !Number.isNaN(this.#x)) this.#turn(stretch)
      this.#begin(stretch, row, isPoint ? x : Number.NaN, y)
    } else if (!this.#follows(x - this.#x, y - this.#y)) {
      this.#turn(stretch)
      this.#follows(x - this.#x, y - this.#y)
    }
    this.#fills = this.#steps.length > mostCorners
  }

  /** Makes a point a corner. */
  #begin(stretch: Stretch, row: number, x: number, y: number) {
    this.#keep(stretch, row, stretch.from + row)
    this.#x = x
    this.#y = y
    this.#hasCone = false
    this.#far = 0
  }

  /** Makes the point before a corner, unless it is one. */
  #turn(stretch: Stretch) {
    const [from, row] = this.#before < 0 ? [this.#last, 0] : [stretch, this.#before]
    if (this.#steps.at(-1) === from.from + row) return
    this.#begin(from, row, this.#beforeX, this.#beforeY)
  }

  /** Whether the way to a point so far from the corner passes by all since; if so, the cone is narrowed to what passes by it. */
  #follows(dx: number, dy: number): boolean {
    const distance = Math.sqrt(dx * dx + dy * dy)
    if (this.#hasCone) {
      const isInCone = this.#rightX * dy - this.#rightY * dx >= 0 && this.#leftX * dy - this.#leftY * dx <= 0
      if (!isInCone || distance < this.#far - tolerance) return false
    }
    if (distance > tolerance) {
      const sine = tolerance / distance
      const cosine = Math.sqrt(1 - sine * sine)
      const [ux, uy] = [dx / distance, dy / distance]
      const [rightX, rightY] = [ux * cosine + uy * sine, uy * cosine - ux * sine]
      const [leftX, leftY] = [ux * cosine - uy * sine, uy * cosine + ux * sine]
      if (!this.#hasCone || this.#rightX * rightY - this.#rightY * rightX > 0) {
        this.#rightX = rightX
        this.#rightY = rightY
      }
      if (!this.#hasCone || this.#leftX * leftY - this.#leftY * leftX < 0) {
        this.#leftX = leftX
        this.#leftY = leftY
      }
      this.#hasCone = true
    }
    if (distance > this.#far) this.#far = distance
    return true
  }

  #keep(stretch: Stretch, row: number, step: number) {
    const { count, capacity, dimension } = this.#corners
    if (count === capacity) {
      const old = this.#corners
      this.#corners = new Stretch(dimension, 2 * capacity)
      for (let each = 0; each < count; each++) this.#corners.addRow(old, each)
    }
    this.#steps.push(step)
    this.#corners.addRow(stretch, row)
  }
}

/** A coordinate of a row that begins at a place, in pixels. */
type Form = (rows: Float64Array, at: number) => number

function formOf(weights: readonly number[], scale: number, begin: number): Form {
  const places = weights.flatMap((weight, place) => (weight === 0 ? [] : [place]))
  const factors = places.map((place) => (weights[place] as number) * scale)
  const start = begin * scale
  const [place, factor] = [places[0], factors[0]]
  if (place !== undefined && factor !== undefined && places.length === 1)
    return (rows, at) => factor * (rows[at + place] as number) - start
  return (rows, at) => {
    let sum = -start
    for (let k = 0; k < places.length; k++) sum += (factors[k] as number) * (rows[at + (places[k] as number)] as number)
    return sum
  }
}

/** The pixels of a view that lines cover, in the order in which they do. */
class Cover {
  readonly #columns: number
  readonly #rows: number
  /** Which are covered. */
  readonly #isCovered: Uint8Array
  #cells = new Int32Array(1024)
  #since = new Int32Array(1024)
  #count = 0

  constructor({ columns, rows }: View) {
    this.#columns = columns
    this.#rows = rows
    this.#isCovered = new Uint8Array(columns * rows)
  }

  get covered(): { readonly cells: Int32Array; readonly since: Int32Array } {
    return { cells: this.#cells.slice(0, this.#count), since: this.#since.slice(0, this.#count) }
  }

  /** A line between two places in pixels, drawn at a step. */
  line(fromX: number, fromY: number, toX: number, toY: number, step: number) {
    const [dx, dy] = [toX - fromX, toY - fromY]
    if (!(Math.abs(dx) < Infinity && Math.abs(dy) < Infinity)) return
    const [column, row] = [Math.floor(toX), Math.floor(toY)]
    if (column === Math.floor(fromX) && row === Math.floor(fromY)) return this.#dot(column, row, step)
    // Where the line is within the view, as shares of it: W. Liang & B. Barsky.
    let [enter, leave] = [0, 1]
    if (dx !== 0) {
      const [left, right] = [-fromX / dx, (this.#columns - fromX) / dx]
      enter = Math.max(enter, Math.min(left, right))
      leave = Math.min(leave, Math.max(left, right))
    }
    if (dy !== 0) {
      const [low, high] = [-fromY / dy, (this.#rows - fromY) / dy]
      enter = Math.max(enter, Math.min(low, high))
      leave = Math.min(leave, Math.max(low, high))
    }
    const parts = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (leave - enter))
    if (!(parts >= 0)) return
    const stride = parts > 0 ? (leave - enter) / parts : 0
    for (let part = 0; part <= parts; part++) {
      const at = enter + part * stride
      this.#dot(Math.floor(fromX + at * dx), Math.floor(fromY + at * dy), step)
    }
  }

  #dot(column: number, row: number, step: number) {
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return
    const cell = row * this.#columns + column
    if (this.#isCovered[cell] === 1) return
    this.#isCovered[cell] = 1
    if (this.#count === this.#cells.length) {
      this.#cells = doubled(this.#cells)
      this.#since = doubled(this.#since)
    }
    this.#cells[this.#count] = cell
    this.#since[this.#count++] = step
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}
