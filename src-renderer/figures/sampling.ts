import type { Interval, Surface } from '@shared/experiment/experiment'

/** Points of a contour's grid: fine enough that its lines look smooth. */
export const contourCorners = { columns: 101, rows: 101 } as const

/** Points along each side of a surface without a spacing of its own. */
const surfaceCorners = 51
/** A surface with more grid lines than this is a solid block. */
const mostCorners = 201

/** Points of a surface's grid: at the distance of its grid lines, if that is given. */
export function surfaceSize(
  { spacing }: Surface,
  ranges: { readonly x: Interval; readonly y: Interval }
): { readonly columns: number; readonly rows: number } {
  const corners = (range: Interval) =>
    spacing === null
      ? surfaceCorners
      : Math.min(mostCorners, Math.max(2, Math.round((range.max - range.min) / spacing) + 1))
  return { columns: corners(ranges.x), rows: corners(ranges.y) }
}
