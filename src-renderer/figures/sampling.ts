import type { Experiment, Surface } from '@shared/experiment/experiment'
import { limits } from '@shared/experiment/limits'
import type { Interval } from '@shared/interval'
import type { GridSize } from '../answers/questions'
import { areaOf, cellAreas, cellMargins, fullMargins, plotMargins, type Size, unitShape } from '../plots/layout'
import { planeArea } from '../plots/seats'
import { contourCells } from './descent'

/** A picture with more pixels has one sample for several of them. */
const mostSamples = 1_000_000

/**
 * How contours stand in their element: how many small ones, of which shape; null: as wide and high as it lets them. `joint`:
 * the one there is has slices beside it.
 */
export interface ContourSheet {
  readonly cells: number
  readonly joint?: true
  readonly shape: number | null
}

/** How the contours of an experiment over these ranges stand in their element. */
export const contourSheet = (
  experiment: Experiment,
  { x, y }: { readonly x: Interval; readonly y: Interval }
): ContourSheet => ({
  cells: contourCells(experiment),
  shape: experiment.view.square ? unitShape(x, y) : null
})

/**
 * The grid of a contour in an element of this size in CSS pixels, or of each of the small ones in it, `ratio` samples to a
 * CSS pixel along each side: one in the middle of every pixel of the picture, or fewer, `most` in all.
 */
export function contourSize(
  size: Size,
  { cells, joint, shape }: ContourSheet,
  ratio: number,
  most = mostSamples
): GridSize {
  const [cell] = cells > 1 ? cellAreas(cells, size, shape) : []
  const { width, height } = cell
    ? areaOf(cell, plotMargins(cell, cellMargins, shape))
    : joint
      ? planeArea(size, shape)
      : areaOf(size, plotMargins(size, fullMargins, shape))
  const fit = Math.min(1, Math.sqrt(most / (width * height * ratio * ratio)))
  const count = (length: number) => Math.min(Math.max(Math.round(length * ratio * fit), 2), limits.samples)
  return { columns: count(width), rows: count(height), centred: true }
}

/** At least so many cells of a surface along each side. */
const surfaceCells = 100
/** A surface with more grid lines than this is a solid block. */
const mostCells = 200

/** Points of a surface's grid: where its grid lines cross, if their distance is given, and between them. */
export function surfaceSize({ spacing }: Surface, ranges: { readonly x: Interval; readonly y: Interval }): GridSize {
  const corners = (range: Interval) => {
    const lines = spacing === null ? surfaceCells : Math.round((range.max - range.min) / spacing)
    const wanted = Math.min(mostCells, Math.max(1, lines))
    return wanted * Math.ceil(surfaceCells / wanted) + 1
  }
  return { columns: corners(ranges.x), rows: corners(ranges.y), centred: false }
}
