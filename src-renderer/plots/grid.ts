import type { Interval } from '@shared/experiment/experiment'
import type { GridSamples } from '@shared/protocol'
import type { PlaneData } from './figure'

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

/** `heights` (values or slopes of the grid) between the four samples around (x, y); NaN outside or beside a hole. */
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
  const right = Math.min(Math.max(u - column, 0), 1)
  const up = Math.min(Math.max(v - row, 0), 1)
  const corner = (dx: number, dy: number) => heights[(row + dy) * columns + column + dx] as number
  const between = (a: number, b: number, share: number) => (share === 0 ? a : share === 1 ? b : a + (b - a) * share)
  return between(between(corner(0, 0), corner(1, 0), right), between(corner(0, 1), corner(1, 1), right), up)
}
