import type { Interval } from '@shared/interval'
import type { Words } from '@shared/words/index'
import type { Place, SurfaceData } from '../figure'
import { type Corner, clippedLine, clippedPolygon } from './clip'
import { bilinear, gridCoordinate } from './grid'
import type { Setting } from './heights'
import { faded, type Look, runLook, sliceColours } from './look'
import type { Mark } from './marks'

/** Sheets laid over the surface at the point: the planes of its slices, or a polynomial that touches it. */

/** How far the halves of a slice plane stay from the surface, in heights of the box: which is hidden is then certain. */
const gap = 2e-3

/** Cells of a slice plane beside and above one another, on either side of the surface. */
const planeCells = { across: 36, up: 6 }

/**
 * The plane over the line from (x0, y0) to (x1, y1), from floor to ceiling of the box: cells that meet at the surface.
 * Over a hole it goes through.
 */
export function slicePlane(
  { ground, box }: Setting,
  from: readonly [number, number],
  to: readonly [number, number]
): readonly (readonly Place[])[] {
  const { min, max } = box.z
  const columns = Array.from({ length: planeCells.across + 1 }, (_, index) => {
    const share = index / planeCells.across
    const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    const height = bilinear(ground, ground.samples.values, x, y)
    const middle = Number.isNaN(height) ? min : Math.min(Math.max(height, min), max)
    const stack = (bottom: number, top: number) =>
      Array.from(
        { length: planeCells.up + 1 },
        (_, row): Place => [x, y, bottom + ((top - bottom) * row) / planeCells.up]
      )
    const hair = gap * (max - min)
    return [stack(min, Math.max(min, middle - hair)), stack(Math.min(max, middle + hair), max)] as const
  })
  return columns.slice(1).flatMap((right, index) => {
    const left = columns[index] as typeof right
    return [0, 1].flatMap((half) => quads(left[half] as readonly Place[], right[half] as readonly Place[]))
  })
}

/** The cells between two rows of places. */
function quads(one: readonly Place[], other: readonly Place[]): readonly (readonly Place[])[] {
  return one
    .slice(1)
    .map((place, index) => [one[index] as Place, place, other[index + 1] as Place, other[index] as Place])
}

/** A polynomial about the point, over a part of the plane. */
export interface Patch {
  readonly x: Interval
  readonly y: Interval
  readonly value: (x: number, y: number) => number
  /** Cells along each side. */
  readonly cells: number
}

const inside = (range: Interval, value: number) => value >= range.min && value <= range.max

/** The part of `range` within `share` of its length around `at`. */
function around(range: Interval, at: number, share: number): Interval {
  const reach = (share * (range.max - range.min)) / 2
  return { min: Math.max(range.min, at - reach), max: Math.min(range.max, at + reach) }
}

/** f(a, b) + f_x·(x − a) + f_y·(y − b), a third of the picture wide; null where f has no derivatives. */
export function tangentPatch({ point, x, y }: SurfaceData): Patch | null {
  if (!point) return null
  const { value, slopeX, slopeY } = point
  if (!inside(x, point.x) || !inside(y, point.y)) return null
  if (![value, slopeX, slopeY].every(Number.isFinite)) return null
  return {
    x: around(x, point.x, 1 / 3),
    y: around(y, point.y, 1 / 3),
    value: (u, v) => value + slopeX * (u - point.x) + slopeY * (v - point.y),
    cells: 12
  }
}

/**
 * The Taylor polynomial of order 2, f(a, b) + ∇f·d + ½ dᵀHd with d = (x − a, y − b), half the picture wide; null where f
 * has no second derivatives.
 */
export function taylorPatch(data: SurfaceData): Patch | null {
  const tangent = tangentPatch(data)
  const { point, curvature, x, y } = data
  if (!tangent || !point || !curvature?.hessian.every(Number.isFinite)) return null
  const [xx, xy, yy] = curvature.hessian
  return {
    x: around(x, point.x, 1 / 2),
    y: around(y, point.y, 1 / 2),
    value: (u, v) => {
      const [dx, dy] = [u - point.x, v - point.y]
      return tangent.value(u, v) + (xx * dx * dx) / 2 + xy * dx * dy + (yy * dy * dy) / 2
    },
    cells: 20
  }
}

/** The patch as cells within the heights of the surface. */
export function patchCells({ heights, scale }: Setting, patch: Patch): readonly (readonly Place[])[] {
  const count = patch.cells + 1
  const rows = Array.from({ length: count }, (_, row) => {
    const y = gridCoordinate(patch.y, row, count)
    return Array.from({ length: count }, (_, column): Place => {
      const x = gridCoordinate(patch.x, column, count)
      return [x, y, scale.height(patch.value(x, y))]
    })
  })
  const height = (place: Place) => place[2] as number
  return rows
    .slice(1)
    .flatMap((row, index) => quads(rows[index] as readonly Place[], row))
    .map((cell) => {
      const below = clippedPolygon(
        cell,
        cell.map((place) => heights.max - height(place))
      )
      return clippedPolygon(
        below,
        below.map((place) => height(place) - heights.min)
      )
    })
    .filter((cell) => cell.length > 2)
}

/** A line on the patch, from (x0, y0) to (x1, y1), within the heights of the surface. */
function patchLine(
  { heights, scale }: Setting,
  patch: Patch,
  from: readonly [number, number],
  to: readonly [number, number]
): readonly (readonly Corner[])[] {
  const places = Array.from({ length: 49 }, (_, index): Corner => {
    const [x, y] = [from[0] + ((to[0] - from[0]) * index) / 48, from[1] + ((to[1] - from[1]) * index) / 48]
    return [x, y, scale.height(patch.value(x, y))]
  })
  return clippedLine(places, heights)
}

/** The hue of tangent plane and Taylor polynomial: on none of the grounds, and of no arrow. */
export const patchColour = (look: Look) => runLook(look, 2).colour

const path = (places: readonly Place[], colour: string, width: number, halo: string | null): Mark => ({
  mark: 'path',
  places,
  colour,
  halo,
  width,
  dash: [],
  opacity: 1
})

/** The patch with a few grid lines; those through the point have the colours of the slices, whose tangents they are. */
function patchMarks(setting: Setting, patch: Patch, at: readonly [number, number], look: Look): readonly Mark[] {
  const colour = patchColour(look)
  const ownColours = sliceColours(look)
  const lines = Array.from({ length: 7 }, (_, index) => [
    gridCoordinate(patch.x, index, 7),
    gridCoordinate(patch.y, index, 7)
  ])
  const over = (x: number) => patchLine(setting, patch, [x, patch.y.min], [x, patch.y.max])
  const across = (y: number) => patchLine(setting, patch, [patch.x.min, y], [patch.x.max, y])
  return [
    { mark: 'sheet', cells: patchCells(setting, patch), colour, opacity: 0.34 },
    ...lines.flatMap(([x = 0, y = 0]) => [...over(x), ...across(y)]).map((each) => path(each, colour, 1, null)),
    ...across(at[1]).map((each) => path(each, ownColours[0], 2, faded(look.card, 0.6))),
    ...over(at[0]).map((each) => path(each, ownColours[1], 2, faded(look.card, 0.6)))
  ]
}

/** The polynomial that is laid over the surface; null if there is none, or another overlay. */
function patchOf(data: SurfaceData): Patch | null {
  return data.overlay === 'tangent' ? tangentPatch(data) : data.overlay === 'taylor' ? taylorPatch(data) : null
}

/** Says that there is no such polynomial at the point, though one is wanted; null if there is nothing to say. */
export function sheetNote(data: SurfaceData, words: Words['plots']): string | null {
  const { point, overlay, x, y } = data
  const wanted = overlay === 'tangent' || overlay === 'taylor'
  if (!point || !wanted || !inside(x, point.x) || !inside(y, point.y) || patchOf(data)) return null
  return overlay === 'tangent' ? words.noTangent : words.noTaylor
}

/** What `data.overlay` lays over the surface at the point. */
export function sheetMarks(data: SurfaceData, setting: Setting, look: Look): readonly Mark[] {
  const { point, overlay, x, y } = data
  if (!point || overlay === 'none' || setting.ground.samples.values.every(Number.isNaN)) return []
  if (overlay === 'slices') {
    const plane = (colour: string, from: readonly [number, number], to: readonly [number, number]): Mark => ({
      mark: 'sheet',
      cells: slicePlane(setting, from, to),
      colour,
      opacity: 0.2
    })
    const [across, up] = sliceColours(look)
    return [
      ...(inside(y, point.y) ? [plane(across, [x.min, point.y], [x.max, point.y])] : []),
      ...(inside(x, point.x) ? [plane(up, [point.x, y.min], [point.x, y.max])] : [])
    ]
  }
  const patch = patchOf(data)
  return patch ? patchMarks(setting, patch, [point.x, point.y], look) : []
}
