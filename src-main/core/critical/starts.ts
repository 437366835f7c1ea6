import { spaced } from '../spaced'
import { lengthOf, type Pair, type Plane } from './plane'

/** Cells of the view beside one another and above one another; of every `each`-th in both directions one starts anyway. */
const cells = 48
const each = 4

export interface Starts {
  /** Nearest the middle of the view first. */
  readonly places: readonly Pair[]
  /** The size of slopes in the view: half of them are less. */
  readonly usual: number
  /** Corners of cells where there is a slope, be it ever so small. */
  readonly sloping: readonly Pair[]
}

/**
 * Where to start looking for places without slope: in the cells of the view at whose corners both slopes change sign,
 * at the corners where the slope is less than all around, and in some cells everywhere.
 */
export function startsIn(plane: Plane): Starts {
  const [xs, ys] = [spaced(plane.x, cells + 1), spaced(plane.y, cells + 1)]
  const corner = (column: number, row: number): Pair => [xs[column] as number, ys[row] as number]
  const slopes = Array.from(ys, (_, row) => Array.from(xs, (__, column) => plane.slope(corner(column, row))))
  const slopeAt = (column: number, row: number) => slopes[row]?.[column]
  const places: Pair[] = []
  const sloping: Pair[] = []
  for (let row = 0; row <= cells; row++) {
    for (let column = 0; column <= cells; column++) {
      if (lengthOf(slopeAt(column, row) as Pair) > 0) sloping.push(corner(column, row))
      if (isLeast(slopeAt, column, row)) places.push(corner(column, row))
      if (row === cells || column === cells) continue
      const corners = [0, 1, 2, 3].map((index) => slopeAt(column + (index & 1), row + (index >> 1)) as Pair)
      const isEach = row % each === each / 2 && column % each === each / 2
      if (isEach || (changesSign(corners, 0) && changesSign(corners, 1))) places.push(between(corner, column, row))
    }
  }
  const sizes = slopes
    .flat()
    .map(lengthOf)
    .filter((size) => size > 0 && Number.isFinite(size))
  const usual = sizes.sort((one, other) => one - other)[sizes.length >> 1] ?? 0
  const middle = [plane.x.min / 2 + plane.x.max / 2, plane.y.min / 2 + plane.y.max / 2] as const
  const far = new Map(places.map((place) => [place, plane.distance(middle, place)]))
  places.sort((one, other) => (far.get(one) as number) - (far.get(other) as number))
  return { places, usual, sloping }
}

/** The middle of a cell. */
function between(corner: (column: number, row: number) => Pair, column: number, row: number): Pair {
  const [[left, low], [right, high]] = [corner(column, row), corner(column + 1, row + 1)]
  return [left / 2 + right / 2, low / 2 + high / 2]
}

function changesSign(slopes: readonly Pair[], axis: 0 | 1): boolean {
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
