import { type Area, areaOf, fullMargins, type Margins, type Size } from './layout'

/** Where one of the three plots of a joint figure stands, and how. */
export interface Seat {
  readonly area: Area
  readonly margins: Margins
  readonly bare?: true
  readonly turned?: true
}

/** Of a joint figure: the plane, the slice along its horizontal axis, that along the other. */
export type Seats = readonly [plane: Seat, across: Seat, up: Seat]

/** CSS pixels between the axes of plane and slices: at its right, and below it, where the lower one has its name. */
const gap = { right: 12, below: 30 }
/** Above all: the name of the slice at the right. */
const top = 26
/** Of what there is for both, a slice takes so much, in so many CSS pixels at least. */
const share = { right: 0.28, below: 0.25 }
const least = { right: 96, below: 84, plane: 150 }
/** A slice is at most so much of the plane's side: what is left over is empty. */
const most = 0.8

/**
 * Where plane and slices stand in `size`, so that each slice has its axis in common with the plane: below it, and turned at
 * its right. Where the plane would be too small so, the slices stand at its right as they are. `shape`: of the plane's
 * axes, width through height; null: any.
 */
export function jointSeats(size: Size, shape: number | null): Seats {
  const all = areaOf(size, { ...fullMargins, top })
  const [width, height] = [all.width - gap.right, all.height - gap.below]
  const across = width - Math.max(share.right * width, least.right)
  const up = height - Math.max(share.below * height, least.below)
  const plane = {
    width: shape === null ? across : Math.min(across, up * shape),
    height: shape === null ? up : Math.min(up, across / shape)
  }
  if (Math.min(plane.width, plane.height) < least.plane) return besideOneAnother(size)
  const right = Math.min(width - plane.width, most * Math.max(plane.width, plane.height))
  const below = Math.min(height - plane.height, most * Math.max(plane.width, plane.height))
  const left = all.left + (width - plane.width - right) / 2
  const head = all.top + (height - plane.height - below) / 2
  const middle = left + plane.width + gap.right
  const foot = head + plane.height + gap.below
  const within = (axes: Area, canvas: Area): Seat => ({ area: canvas, margins: marginsIn(axes, canvas) })
  // Canvases begin and end at whole pixels, that of the plane below the last number of its axis.
  const [edge, floor] = [Math.ceil(middle - gap.right / 2), Math.ceil(foot - gap.below + 8)]
  const [end, base] = [size.width, size.height]
  return [
    {
      ...within({ left, top: head, ...plane }, { left: 0, top: 0, width: edge, height: floor }),
      bare: true
    },
    within(
      { left, top: foot, width: plane.width, height: below },
      { left: 0, top: floor, width: edge, height: base - floor }
    ),
    {
      ...within(
        { left: middle, top: head, width: right, height: plane.height },
        { left: edge, top: 0, width: end - edge, height: Math.min(Math.ceil(foot + fullMargins.bottom), base) }
      ),
      bare: true,
      turned: true
    }
  ]
}

const marginsIn = (axes: Area, canvas: Area): Margins => ({
  left: axes.left - canvas.left,
  top: axes.top - canvas.top,
  right: canvas.left + canvas.width - axes.left - axes.width,
  bottom: canvas.top + canvas.height - axes.top - axes.height
})

/** The plane at the left, the slices one above the other at its right. */
function besideOneAnother({ width, height }: Size): Seats {
  const [half, middle] = [Math.round(width / 2), Math.round(height / 2)]
  const slice = { left: half, width: width - half }
  const margins = { ...fullMargins, top }
  return [
    { area: { left: 0, top: 0, width: half, height }, margins: fullMargins },
    { area: { ...slice, top: 0, height: middle }, margins },
    { area: { ...slice, top: middle, height: height - middle }, margins }
  ]
}

/** The axes of the plane in a joint figure, of which its samples are to have all pixels. */
export const planeArea = (size: Size, shape: number | null): Area => {
  const [{ area, margins }] = jointSeats(size, shape)
  return areaOf(area, margins)
}
