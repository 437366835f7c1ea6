import type { Interval } from '@shared/interval'
import type { Cuts, GridSamples } from '@shared/protocol'
import type { PlaneData } from '../figure'

/** A grid of samples with the ranges it spans. */
export interface Ground {
  readonly samples: GridSamples
  readonly x: Interval
  readonly y: Interval
}

/** The samples with the ranges they span. */
export function groundOf({ samples }: PlaneData): Ground {
  return { samples, x: samples.x, y: samples.y }
}

/** Column or row `index` of `count` over a range, in the units of its axis. */
export function gridCoordinate(range: Interval, index: number, count: number): number {
  return range.min + ((range.max - range.min) * index) / (count - 1)
}

/** Whether a break passes through a cell, through its lower edge, through its left edge: bits of its lower left sample. */
export const cutThrough = { cell: 1, right: 2, up: 4 } as const

/** The cuts of a grid do not change. */
const known = new WeakMap<Cuts, Uint8Array>()

/** By sample: through what of its cell breaks of f pass, as bits of `cutThrough`. */
export function cutsBySample({ columns, rows, cuts }: GridSamples): Uint8Array {
  const last = known.get(cuts)
  if (last) return last
  const found = new Uint8Array(columns * rows)
  const mark = (sample: number, bit: number) => {
    if (sample >= 0) found[sample] = (found[sample] as number) | bit
  }
  for (const edge of cuts.edges) {
    const sample = edge >> 1
    const isUp = edge % 2 === 1
    mark(sample, cutThrough.cell | (isUp ? cutThrough.up : cutThrough.right))
    mark(sample - (isUp ? 1 : columns), cutThrough.cell)
  }
  known.set(cuts, found)
  return found
}

/**
 * `heights` (values or slopes of the grid) between the four samples around (x, y); NaN outside, beside a hole, and where a
 * break of f passes between them: both sides of it end at samples.
 */
export function bilinear(
  { samples, x: spanX, y: spanY }: Ground,
  heights: ArrayLike<number>,
  x: number,
  y: number
): number {
  const { columns, rows } = samples
  const u = ((x - spanX.min) / (spanX.max - spanX.min)) * (columns - 1)
  const v = ((y - spanY.min) / (spanY.max - spanY.min)) * (rows - 1)
  // A millionth of a cell: the last grid line may miss the edge by rounding.
  if (!(u >= -1e-6 && v >= -1e-6 && u <= columns - 1 + 1e-6 && v <= rows - 1 + 1e-6)) return NaN
  const column = Math.min(Math.max(Math.floor(u), 0), columns - 2)
  const row = Math.min(Math.max(Math.floor(v), 0), rows - 2)
  // On a grid line but for rounding is on it.
  const share = (part: number) => (part < 1e-8 ? 0 : part > 1 - 1e-8 ? 1 : part)
  const right = share(u - column)
  const up = share(v - row)
  const corner = (dx: number, dy: number) => heights[(row + dy) * columns + column + dx] as number
  const isBetween = (share: number) => share > 0 && share < 1
  const cuts = cutsBySample(samples)
  const place = row * columns + column
  const isCut =
    isBetween(right) && isBetween(up)
      ? (cuts[place] as number) & cutThrough.cell
      : isBetween(right)
        ? (cuts[place + up * columns] as number) & cutThrough.right
        : isBetween(up)
          ? (cuts[place + right] as number) & cutThrough.up
          : 0
  if (isCut !== 0) return NaN
  const between = (a: number, b: number, share: number) => (share === 0 ? a : share === 1 ? b : a + (b - a) * share)
  return between(between(corner(0, 0), corner(1, 0), right), between(corner(0, 1), corner(1, 1), right), up)
}
