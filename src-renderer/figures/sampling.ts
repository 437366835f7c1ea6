import type { Interval, Surface } from '@shared/experiment/experiment'

/** Points of a contour's grid: fine enough that its lines look smooth. */
export const contourCorners = { columns: 101, rows: 101 } as const

/** At least so many cells of a surface along each side. */
const surfaceCells = 50
/** A surface with more grid lines than this is a solid block. */
const mostCells = 200

/** Points of a surface's grid: where its grid lines cross, if their distance is given, and between them. */
export function surfaceSize(
  { spacing }: Surface,
  ranges: { readonly x: Interval; readonly y: Interval }
): { readonly columns: number; readonly rows: number } {
  const corners = (range: Interval) => {
    const lines = spacing === null ? surfaceCells : Math.round((range.max - range.min) / spacing)
    const wanted = Math.min(mostCells, Math.max(1, lines))
    return wanted * Math.ceil(surfaceCells / wanted) + 1
  }
  return { columns: corners(ranges.x), rows: corners(ranges.y) }
}
