import { spaced } from '../spaced'
import { lengthOf, type Pair, type Plane } from './plane'

/** Of every `each`-th cell in both directions one starts anyway. */
const each = 4

/** A rectangle of the plane. */
export interface Cell {
  readonly low: Pair
  readonly high: Pair
}

export interface Starts {
  /** Nearest the middle of the view first, with how far that is. */
  readonly places: readonly { readonly at: Pair; readonly distance: number }[]
  /** Cells at whose corners both slopes change sign, nearest the middle first. */
  readonly crossed: readonly Cell[]
  /** The size of slopes in the view: half of them are less. */
  readonly usual: number
  /** Corners of cells where there is a slope, be it ever so small. */
  readonly sloping: readonly Pair[]
}

/**
 * Where to start looking for places without slope: in the cells of the view at whose corners both slopes change sign,
 * at the corners where the slope is less than all around, and in some cells everywhere. `cells`: how many of them are
 * beside one another and above one another.
 */
export function startsIn(plane: Plane, cells: number): Starts {
  const [xs, ys] = [spaced(plane.x, cells + 1), spaced(plane.y, cells + 1)]
  const corner = (column: number, row: number): Pair => [xs[column] as number, ys[row] as number]
  const slopes = Array.from(ys, (_, row) => Array.from(xs, (__, column) => plane.slope(corner(column, row))))
  const slopeAt = (column: number, row: number) => slopes[row]?.[column]
  const places: Pair[] = []
  const crossed: Cell[] = []
  const sloping: Pair[] = []
  for (let row = 0; row <= cells; row++) {
    for (let column = 0; column <= cells; column++) {
      if (lengthOf(slopeAt(column, row) as Pair) > 0) sloping.push(corner(column, row))
      if (isLeast(slopeAt, column, row)) places.push(corner(column, row))
      if (row === cells || column === cells) continue
      const corners = [0, 1, 2, 3].map((index) => slopeAt(column + (index & 1), row + (index >> 1)) as Pair)
      const isEach = row % each === each / 2 && column % each === each / 2
      const cell = { low: corner(column, row), high: corner(column + 1, row + 1) }
      if (isEach || (touchesZero(corners, 0) && touchesZero(corners, 1))) places.push(middleOf(cell))
      if (changesSign(corners, 0) && changesSign(corners, 1)) crossed.push(cell)
    }
  }
  const sizes = slopes
    .flat()
    .map(lengthOf)
    .filter((size) => size > 0 && Number.isFinite(size))
  const usual = sizes.sort((one, other) => one - other)[sizes.length >> 1] ?? 0
  const middle = [plane.x.min / 2 + plane.x.max / 2, plane.y.min / 2 + plane.y.max / 2] as const
  const far = places.map((at) => ({ at, distance: plane.distance(middle, at) }))
  const cellsFar = crossed.map((cell) => ({ cell, distance: plane.distance(middle, middleOf(cell)) }))
  return {
    places: far.sort((one, other) => one.distance - other.distance),
    crossed: cellsFar.sort((one, other) => one.distance - other.distance).map(({ cell }) => cell),
    usual,
    sloping
  }
}

export const middleOf = ({ low, high }: Cell): Pair => [low[0] / 2 + high[0] / 2, low[1] / 2 + high[1] / 2]

/** Whether slopes are of both signs, along an axis. */
export function changesSign(slopes: readonly Pair[], axis: 0 | 1): boolean {
  return slopes.some((slope) => slope[axis] > 0) && slopes.some((slope) => slope[axis] < 0)
}

function touchesZero(slopes: readonly Pair[], axis: 0 | 1): boolean {
  return slopes.some((slope) => slope[axis] >= 0) && slopes.some((slope) => slope[axis] <= 0)
}

/** The slope at a corner of cells is less than at the corners beside, or equal to some. */
function isLeast(slopeAt: (column: number, row: number) => Pair | undefined, column: number, row: number): boolean {
  const here = lengthOf(slopeAt(column, row) as Pair)
  for (let index = 0; index < 9; index++) {
    const other = slopeAt(column + (index % 3) - 1, row + Math.floor(index / 3) - 1)
    if (other && lengthOf(other) < here) return false
  }
  return Number.isFinite(here)
}
