import { type Area, areaOf, fullMargins, type Margins, plotMargins, type Size } from './layout'

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
const gap = { right: 30, below: 30 }
/** Of that the canvas of the plane has so much: half of a handle at its right, half of a number below it. */
const edge = { right: 10, below: 8 }
/** Above all: the name of the slice at the right. */
const top = 26
/** Of what there is for both, a slice takes so much, in so many CSS pixels at least. */
const share = { right: 0.28, below: 0.25 }
const least = { right: 96, below: 84 }
/** A slice is at most so much of the plane's side: what is left over is empty. */
const most = 0.8

/**
 * Where plane and slices stand in `size`, so that each slice has its axis in common with the plane: below it, and turned at
 * its right. Where the plane is larger with both slices upright at its right, they stand there. `shape`: of the plane's
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
  const others = besideOneAnother(size)
  if (pixelsOf(plane) < pixelsOf(planeIn(others, shape))) return others
  const right = Math.min(width - plane.width, most * Math.max(plane.width, plane.height))
  const below = Math.min(height - plane.height, most * Math.max(plane.width, plane.height))
  const left = all.left + (width - plane.width - right) / 2
  const head = all.top + (height - plane.height - below) / 2
  const middle = left + plane.width + gap.right
  const foot = head + plane.height + gap.below
  const within = (axes: Area, canvas: Area): Seat => ({ area: canvas, margins: marginsIn(axes, canvas) })
  // Canvases begin and end at whole pixels, that of the plane below the last number of its axis.
  const [side, floor] = [left + plane.width + edge.right, head + plane.height + edge.below].map(Math.ceil) as [
    number,
    number
  ]
  const [end, base] = [size.width, size.height]
  return [
    {
      ...within({ left, top: head, ...plane }, { left: 0, top: 0, width: side, height: floor }),
      bare: true
    },
    within(
      { left, top: foot, width: plane.width, height: below },
      { left: 0, top: floor, width: side, height: base - floor }
    ),
    {
      ...within(
        { left: middle, top: head, width: right, height: plane.height },
        { left: side, top: 0, width: end - side, height: Math.min(Math.ceil(foot + fullMargins.bottom), base) }
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

const pixelsOf = ({ width, height }: Size): number => width * height

/** The axes of the plane, which are narrower or lower than its seat where they have a shape. */
function planeIn([{ area, margins }]: Seats, shape: number | null): Size {
  return areaOf(area, plotMargins(area, margins, shape))
}

/** The axes of the plane in a joint figure, of which its samples are to have all pixels. */
export const planeArea = (size: Size, shape: number | null): Size => planeIn(jointSeats(size, shape), shape)
