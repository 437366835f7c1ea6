import { type EigenPair, symmetricEigen } from '@shared/eigen'

/**
 * The plane in which a path of many variables moves most: its two principal components.
 * K. Pearson, “On lines and planes of closest fit to systems of points in space”, Philosophical Magazine 2 (1901),
 * 559–572; of the paths of optimisers: H. Li et al., “Visualizing the loss landscape of neural nets”, NeurIPS 2018.
 */
export interface PrincipalPlane {
  /** The last point of the path: there the plane shows f as it is, and both coordinates are 0. */
  readonly origin: readonly number[]
  /** Of length 1 and perpendicular; the largest share of each is positive. */
  readonly across: readonly number[]
  readonly up: readonly number[]
  /** How much of the path's variance lies along each, 0 … 1; NaN where the path does not move. */
  readonly shares: readonly [number, number]
}

/**
 * `points`: coordinates row by row, `dimension` (at least 2) in each, at least one row, all finite. Where the path has
 * no second direction, or none at all, an axis that is perpendicular to the first takes its place. `moments`: the
 * covariance of all points, row by row, where `points` are only some of them.
 */
export function principalPlane(
  points: ArrayLike<number>,
  dimension: number,
  moments: Float64Array | null = null
): PrincipalPlane {
  const count = Math.floor(points.length / dimension)
  const origin = Array.from({ length: dimension }, (_, i) => points[(count - 1) * dimension + i] ?? 0)
  const { matrix, total } = moments ? known(moments, origin) : covariance(points, dimension, count)
  // Smallest first, and at least two: of finite points the covariance is finite.
  const [second, first] = (symmetricEigen(matrix) as EigenPair[]).slice(-2) as [EigenPair, EigenPair]
  const across = first.value > negligible * total ? towards(first.vector) : axisAlong(dimension, null)
  const hasSecond = second.value > negligible * total
  return {
    origin,
    across,
    up: hasSecond ? towards(second.vector) : axisAlong(dimension, across),
    shares: total > 0 ? [first.value / total, hasSecond ? second.value / total : 0] : [Number.NaN, Number.NaN]
  }
}

/** A share of the variance this small is rounding: of points in a line, about the square of a double's. */
const negligible = 1e-24

/** Coordinates of a point in the plane, from its origin. */
export function inPlane({ origin, across, up }: PrincipalPlane, point: ArrayLike<number>): readonly [number, number] {
  let [x, y] = [0, 0]
  for (let i = 0; i < origin.length; i++) {
    const away = (point[i] ?? 0) - (origin[i] ?? 0)
    x += away * (across[i] ?? 0)
    y += away * (up[i] ?? 0)
  }
  return [x, y]
}

/** The point of the plane with these coordinates. */
export const onPlane = ({ origin, across, up }: PrincipalPlane, x: number, y: number): number[] =>
  origin.map((at, i) => at + x * (across[i] ?? 0) + y * (up[i] ?? 0))

/** A coordinate that changes by no more than this beside its size does not move: that is rounding. */
const unmoved = 8 * Number.EPSILON

/** The covariance of the coordinates, scaled so that no square overflows, and the sum of its diagonal: 0 where nothing moves. */
function covariance(points: ArrayLike<number>, dimension: number, count: number) {
  // Beside the first point: of equal points no mean is ever a little beside them.
  const beside = (k: number, i: number) => (points[k * dimension + i] as number) - (points[i] as number)
  const rows = Array.from({ length: count }, (_, k) => k)
  const mean = Float64Array.from({ length: dimension }, (_, i) => {
    const far = rows.reduce((most, k) => Math.max(most, Math.abs(beside(k, i))), 0)
    const size = rows.reduce((most, k) => Math.max(most, Math.abs(points[k * dimension + i] as number)), 0)
    return far <= unmoved * size ? Number.NaN : rows.reduce((sum, k) => sum + beside(k, i) / count, 0)
  })
  const fromMean = (k: number, i: number) => {
    const middle = mean[i] as number
    return Number.isNaN(middle) ? 0 : beside(k, i) - middle
  }
  let size = 0
  for (const k of rows) for (let i = 0; i < dimension; i++) size = Math.max(size, Math.abs(fromMean(k, i)))
  const scale = size || 1
  const matrix = Array.from({ length: dimension }, () => new Array<number>(dimension).fill(0))
  const away = new Float64Array(dimension)
  for (const k of rows) {
    for (let i = 0; i < dimension; i++) away[i] = fromMean(k, i) / scale
    for (let i = 0; i < dimension; i++) {
      const row = matrix[i] as number[]
      for (let j = 0; j < dimension; j++) row[j] = (row[j] as number) + (away[i] as number) * (away[j] as number)
    }
  }
  return { matrix, total: matrix.reduce((sum, row, i) => sum + (row[i] as number), 0) }
}

/** A covariance that is known. A coordinate that does not move has none. */
function known(moments: Float64Array, origin: readonly number[]) {
  const moves = origin.map((at, i) => (moments[i * (origin.length + 1)] as number) > (unmoved * at) ** 2)
  const matrix = origin.map((_, i) =>
    origin.map((__, j) => (moves[i] && moves[j] ? (moments[i * origin.length + j] as number) : 0))
  )
  return { matrix, total: matrix.reduce((sum, row, i) => sum + (row[i] as number), 0) }
}

/** The same direction, its largest share (of equal ones the first) positive. */
function towards(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce((best, share) => (Math.abs(share) > Math.abs(best) * (1 + 1e-9) ? share : best), 0)
  return largest < 0 ? vector.map((share) => -share) : vector
}

/** The axis least along `other`, made perpendicular to it; the first axis if there is no other. */
function axisAlong(dimension: number, other: readonly number[] | null): readonly number[] {
  const sizes = (other ?? new Array<number>(dimension).fill(0)).map(Math.abs)
  const least = sizes.indexOf(Math.min(...sizes))
  const along = other?.[least] ?? 0
  const free = sizes.map((_, i) => Number(i === least) - along * (other?.[i] ?? 0))
  const length = Math.hypot(...free)
  return free.map((share) => share / length)
}
