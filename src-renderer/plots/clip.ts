import type { Interval } from '@shared/interval'
import { niceStep, roundedUp } from '@shared/levels'
import type { Cuts, GridSamples } from '@shared/protocol'
import { quantile } from '@shared/quantile'
import type { Place } from '../figure'
import { bilinear, cutsBySample, cutThrough, type Ground, gridCoordinate } from './grid'

/** x, y, z. */
export type Corner = readonly [number, number, number]

/** The heights a surface is drawn between, and which of them cut something off. */
export interface HeightRange extends Interval {
  readonly cutsBelow: boolean
  readonly cutsAbove: boolean
}

/** Whether a height is a number with which distances, and a few of them together, do not overflow. */
const isNear = (value: number) => Math.abs(value) < Number.MAX_VALUE / 16

/**
 * The ordinary heights of a surface: those of nine tenths of it, with a quarter of their span on either side. Beyond
 * the double span lies what would flatten the rest, if it is a spike.
 */
function ordinary(sorted: Float64Array) {
  const low = quantile(sorted, 0.05)
  const high = quantile(sorted, 0.95)
  const span = high - low
  return { low, high, top: high + span / 4, bottom: low - span / 4, far: 2 * span }
}

/**
 * Whether the corner at `index` is the tip of a spike, as beside a pole: from it to a neighbour, f loses more than two
 * fifths of its distance to the height `rest`. A hill of a smooth f, however high, goes down by little steps.
 */
function isSpike({ columns, values }: Heights, index: number, rest: number): boolean {
  const value = values[index] as number
  const column = index % columns
  const neighbours = [
    ...(column > 0 ? [index - 1] : []),
    ...(column < columns - 1 ? [index + 1] : []),
    index - columns,
    index + columns
  ]
  return neighbours.some((other) => {
    const loss = (value - (values[other] ?? Number.NaN)) / (value - rest)
    return loss > 0.4
  })
}

/** A grid of heights, row by row, with its breaks: at a pole they are infinite. */
type Heights = Pick<GridSamples, 'columns' | 'values'> & { readonly cuts?: Pick<Cuts, 'before' | 'after'> }

/**
 * The range of heights that shows a surface well: all of them, unless there are poles, or spikes that would flatten the
 * rest; then up (or down) to a round number beyond the rest. `marked` heights are always shown.
 */
export function heightRange(heights: Heights, marked: readonly number[] = []): HeightRange {
  const { values } = heights
  const sorted = values.filter(isNear).sort()
  const shown = marked.filter(isNear)
  const least = Math.min(sorted[0] ?? Infinity, ...shown)
  const most = Math.max(sorted[sorted.length - 1] ?? -Infinity, ...shown)
  if (!(most >= least)) return { min: -1, max: 1, cutsBelow: false, cutsAbove: false }
  if (most === least) return { min: least - 1, max: least + 1, cutsBelow: false, cutsAbove: false }
  const { low, high, top, bottom, far } = ordinary(sorted)
  const tip = (height: number | undefined) => values.indexOf(height as number)
  const highest = sorted[sorted.length - 1] as number
  const lowest = sorted[0] as number
  const reaches = (end: number) => heights.cuts?.before.includes(end) || heights.cuts?.after.includes(end) || false
  const [isDeep, isTall] = far > 0 ? [reaches(-Infinity), reaches(Infinity)] : [false, false]
  const cutsAbove = isTall || (far > 0 && highest - high > far && isSpike(heights, tip(highest), high))
  const cutsBelow = isDeep || (far > 0 && low - lowest > far && isSpike(heights, tip(lowest), low))
  const step = niceStep(((cutsAbove ? top : most) - (cutsBelow ? bottom : least)) / 5)
  const max = cutsAbove ? roundedUp(Math.max(top, ...shown), step) : most
  const min = cutsBelow ? -roundedUp(-Math.min(bottom, ...shown), step) : least
  return { min, max, cutsBelow: isDeep || (cutsBelow && min > least), cutsAbove: isTall || (cutsAbove && max < most) }
}

const inside = (range: Interval, value: number) => value >= range.min && value <= range.max

/** The point between `from` (inside the range) and `beyond` where the line leaves it. */
function exit(from: Corner, beyond: Corner, range: Interval): Corner {
  const edge = beyond[2] > range.max ? range.max : range.min
  const share = (edge - from[2]) / (beyond[2] - from[2])
  return [from[0] + share * (beyond[0] - from[0]), from[1] + share * (beyond[1] - from[1]), edge]
}

/**
 * The part of a polygon where `depths`, given at its corners and linear along its sides, are at least 0. For convex
 * polygons it is convex again; empty where nothing is left, or a depth is unknown.
 */
export function clippedPolygon(polygon: readonly Place[], depths: readonly number[]): readonly Place[] {
  if (depths.some(Number.isNaN)) return []
  return polygon.flatMap((corner, index): readonly Place[] => {
    const next = (index + 1) % polygon.length
    const [depth, other] = [depths[index] as number, depths[next] as number]
    const kept = depth >= 0 ? [corner] : []
    if (depth >= 0 === other >= 0) return kept
    const share = depth / (depth - other)
    const end = polygon[next] as Place
    return [...kept, corner.map((value, axis) => value + share * ((end[axis] as number) - value))]
  })
}

/**
 * The grid as a mesh of (x, y, z), `columns` × `rows` corners resampled from the ground. Corners beyond `z` next to
 * one inside are moved to the edge, so that the mesh ends in a clean cut; the others are NaN, which makes holes.
 */
export function clippedMesh(ground: Ground, z: Interval, columns: number, rows: number): Float64Array {
  return clipped(z, columns, rows, (column, row) => {
    const x = gridCoordinate(ground.x, column, columns)
    const y = gridCoordinate(ground.y, row, rows)
    return [x, y, bilinear(ground, ground.samples.values, x, y)]
  })
}

/**
 * The same where f breaks, with corners on the samples and halfway between them: those halfway are NaN where a break passes
 * between, and the samples beside it are moved to it, so that both sides end at the break and not at their last sample.
 */
export function brokenMesh(ground: Ground, z: Interval): { mesh: Float64Array; columns: number; rows: number } {
  const { samples } = ground
  const moved = samplesAtBreaks(ground, z)
  const cuts = cutsBySample(samples)
  const [columns, rows] = [2 * samples.columns - 1, 2 * samples.rows - 1]
  const mesh = clipped(z, columns, rows, (column, row) => {
    const [left, below] = [column >> 1, row >> 1]
    const [right, above] = [(column + 1) >> 1, (row + 1) >> 1]
    const at = (i: number, j: number) => moved[j * samples.columns + i] as Corner
    const corners = [at(left, below), at(right, below), at(left, above), at(right, above)]
    const cut = cuts[below * samples.columns + left] as number
    const through = left === right ? cutThrough.up : below === above ? cutThrough.right : cutThrough.cell
    const isCut = (left !== right || below !== above) && (cut & through) !== 0
    const mean = (axis: 0 | 1 | 2) => corners.reduce((sum, corner) => sum + corner[axis] / 4, 0)
    return [mean(0), mean(1), isCut ? Number.NaN : mean(2)]
  })
  return { mesh, columns, rows }
}

/** The samples, each beside a break moved to the nearest, with the height that f has there, unless that is far beyond `z`. */
function samplesAtBreaks({ samples, x, y }: Ground, z: Interval): readonly Corner[] {
  const { columns, rows, values, cuts } = samples
  const places = Array.from(
    { length: columns * rows },
    (_, index): Corner => [
      gridCoordinate(x, index % columns, columns),
      gridCoordinate(y, Math.floor(index / columns), rows),
      values[index] as number
    ]
  )
  const moved = [...places]
  const nearest = new Float64Array(places.length).fill(Infinity)
  const isCut = new Set(cuts.edges)
  const isIn = (sample: number) => inside(z, values[sample] as number)
  /** Whether a sample, or one beside it on its side of all breaks, is between the heights. */
  const isSeen = (sample: number) =>
    isIn(sample) ||
    (isIn(sample + columns) && !isCut.has(2 * sample + 1)) ||
    (isIn(sample - columns) && !isCut.has(2 * (sample - columns) + 1)) ||
    ((sample + 1) % columns > 0 && isIn(sample + 1) && !isCut.has(2 * sample)) ||
    (sample % columns > 0 && isIn(sample - 1) && !isCut.has(2 * (sample - 1)))
  // A jump may end just above all samples; towards a pole the surface goes on to the end of the box.
  const reach = { min: 2 * z.min - z.max, max: 2 * z.max - z.min }
  const move = (from: number, to: number, share: number, limit: number) => {
    const isPole = Math.abs(limit) === Infinity && isSeen(from)
    const height = isPole ? (limit > 0 ? z.max : z.min) : limit
    if (!inside(reach, height) || share >= (nearest[from] as number)) return
    const [start, end] = [places[from] as Corner, places[to] as Corner]
    nearest[from] = share
    moved[from] = [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]), height]
  }
  cuts.edges.forEach((edge, index) => {
    const from = edge >> 1
    const to = from + (edge % 2 === 1 ? columns : 1)
    const at = cuts.at[index] as number
    move(from, to, at, cuts.before[index] as number)
    move(to, from, 1 - at, cuts.after[index] as number)
  })
  // Where a break cuts one corner off a cell, the opposite one follows its two neighbours: nothing is left between them.
  for (const cut of cutsBySample(samples).keys()) {
    const edges = [2 * cut, 2 * cut + 1, 2 * (cut + columns), 2 * (cut + 1) + 1].map((edge) => isCut.has(edge))
    if (edges.filter(Boolean).length !== 2 || edges[0] === edges[2]) continue
    const [below, left] = edges
    const opposite = cut + (below ? columns : 0) + (left ? 1 : 0)
    const beside = [opposite + (below ? -columns : columns), opposite + (left ? -1 : 1)] as const
    if (![opposite, ...beside].every((index) => Number.isFinite(values[index]))) continue
    if (nearest[opposite] !== Infinity || beside.some((index) => nearest[index] === Infinity)) continue
    const [one, other] = beside.map((index) => moved[index] as Corner) as [Corner, Corner]
    moved[opposite] = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, (one[2] + other[2]) / 2]
  }
  return moved
}

/** A mesh of corners, clipped at the heights `z`. */
function clipped(
  z: Interval,
  columns: number,
  rows: number,
  corner: (column: number, row: number) => Corner
): Float64Array {
  const mesh = new Float64Array(columns * rows * 3)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = corner(column, row)
      const kept = inside(z, place[2]) ? place : moved(place, column, row)
      mesh.set(kept, (row * columns + column) * 3)
    }
  }
  return mesh

  function moved(place: Corner, column: number, row: number): Corner {
    let nearest: Corner = [place[0], place[1], NaN]
    let least = Infinity
    if (Number.isNaN(place[2])) return nearest
    for (let up = -1; up <= 1; up++) {
      for (let right = -1; right <= 1; right++) {
        const [i, j] = [column + right, row + up]
        if (i < 0 || j < 0 || i >= columns || j >= rows) continue
        const neighbour = corner(i, j)
        if (!inside(z, neighbour[2]) || !Number.isFinite(place[2])) continue
        const edge = exit(neighbour, place, z)
        const distance = Math.hypot(edge[0] - place[0], edge[1] - place[1])
        if (distance >= least) continue
        least = distance
        nearest = edge
      }
    }
    return nearest
  }
}

/** The parts of a line that lie within `z`, cut exactly where it leaves. */
export function clippedLine(line: readonly Corner[], z: Interval): readonly (readonly Corner[])[] {
  const parts: Corner[][] = []
  let part: Corner[] = []
  const finish = () => {
    if (part.length > 1) parts.push(part)
    part = []
  }
  line.forEach((place, index) => {
    const before = line[index - 1]
    const was = before !== undefined && inside(z, before[2])
    const is = inside(z, place[2])
    if (is && !was && before && Number.isFinite(before[2])) part.push(exit(place, before, z))
    if (is) part.push(place)
    if (!is && was) {
      if (Number.isFinite(place[2])) part.push(exit(before, place, z))
      finish()
    }
  })
  finish()
  return parts
}

/** The surface above the line from (x0, y0) to (x1, y1), as `count` + 1 places. */
export function surfaceLine(
  ground: Ground,
  from: readonly [number, number],
  to: readonly [number, number],
  count: number
): readonly Corner[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const x = from[0] + ((to[0] - from[0]) * index) / count
    const y = from[1] + ((to[1] - from[1]) * index) / count
    return [x, y, bilinear(ground, ground.samples.values, x, y)]
  })
}
