import type { Stretch } from '../optimise/stretch'

/** Where a run was during some of its steps: a box around its points, and between which values f was. */
export interface Window {
  readonly least: Float64Array
  readonly most: Float64Array
  lowest: number
  highest: number
}

/** Into so many parts the steps are divided. */
const count = 4

/** Where a run was from step `from` on, that included, until step `to`, in four parts of equal length. */
export class Windows {
  readonly from: number
  readonly to: number
  readonly parts: readonly Window[]

  constructor(dimension: number, from: number, to: number) {
    this.from = from
    this.to = to
    this.parts = Array.from({ length: count }, () => emptyWindow(dimension))
  }

  /** Takes the points of a run, in their order. */
  add({ rows, width, dimension, from, count: ofStretch }: Stretch) {
    for (let row = Math.max(0, this.from - from); row < ofStretch; row++) {
      const step = Math.max(0, from + row - this.from - 1)
      const part = Math.min(count - 1, Math.floor((step * count) / Math.max(1, this.to - this.from)))
      const window = this.parts[part] as Window
      const at = row * width
      for (let i = 0; i < dimension; i++) {
        const coordinate = rows[at + i] as number
        if (coordinate < (window.least[i] as number)) window.least[i] = coordinate
        if (coordinate > (window.most[i] as number)) window.most[i] = coordinate
      }
      const value = rows[at + dimension] as number
      if (value < window.lowest) window.lowest = value
      if (value > window.highest) window.highest = value
    }
  }

  /** All from part number `first` on. */
  since(first: number): Window {
    const all = emptyWindow(this.parts[0]?.least.length ?? 0)
    for (const { least, most, lowest, highest } of this.parts.slice(first)) {
      for (const [i, low] of least.entries()) {
        all.least[i] = Math.min(all.least[i] as number, low)
        all.most[i] = Math.max(all.most[i] as number, most[i] as number)
      }
      all.lowest = Math.min(all.lowest, lowest)
      all.highest = Math.max(all.highest, highest)
    }
    return all
  }
}

const emptyWindow = (dimension: number): Window => ({
  least: new Float64Array(dimension).fill(Number.POSITIVE_INFINITY),
  most: new Float64Array(dimension).fill(Number.NEGATIVE_INFINITY),
  lowest: Number.POSITIVE_INFINITY,
  highest: Number.NEGATIVE_INFINITY
})

/** Whether a point lies in the box. */
export const isWithin = (point: Float64Array, { least, most }: Window) =>
  point.every((coordinate, i) => coordinate >= (least[i] as number) && coordinate <= (most[i] as number))

export const middleOf = ({ least, most }: Window) => least.map((low, i) => (low + (most[i] as number)) / 2)

/** Half of the box's diagonal: no point in it is farther from the middle. */
export const radiusOf = ({ least, most }: Window) =>
  Math.sqrt(least.reduce((sum, low, i) => sum + ((most[i] as number) - low) ** 2, 0)) / 2
