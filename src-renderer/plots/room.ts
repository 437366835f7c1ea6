import type { Interval } from '@shared/experiment/experiment'
import type { Piece } from './gaps'
import { freeSpotAmong, roughWidth } from './labels'
import { type Area, areaOf } from './layout'
import type { Mark, Place } from './marks'
import { isInside } from './paint'
import { type Canvas, marginsFor } from './plot'

interface Pixel {
  readonly x: number
  readonly y: number
}

/** Where texts find room in a plot: its ranges and its area in CSS pixels, and the pixels of what is drawn in it. */
export interface Room {
  readonly x: Interval
  readonly y: Interval
  readonly area: Area
  readonly taken: readonly Pixel[]
  readonly halo: string
}

/** A text and where it may stand: beside one of the places, an earlier one if possible. */
export interface Wish {
  readonly places: readonly Place[]
  readonly text: string
  readonly colour: string
  readonly size: number
  /** Left out where it would cover anything. */
  readonly optional: boolean
}

/** CSS pixels from one pixel of a line to the next: what a text can cover. */
const grain = 4

/** The room of a plot of which nothing is drawn yet. */
export function emptyRoom(x: Interval, y: Interval, canvas: Canvas): Room {
  return { x, y, area: areaOf(canvas.size, marginsFor(canvas.room)), taken: [], halo: canvas.look.card }
}

/** Where a place of the plot is, in CSS pixels. */
export function pixelOf({ x, y, area }: Room, [across = Number.NaN, up = Number.NaN]: Place): Pixel {
  return {
    x: area.left + ((across - x.min) / (x.max - x.min)) * area.width,
    y: area.top + ((y.max - up) / (y.max - y.min)) * area.height
  }
}

/** How much of the axes one CSS pixel is. */
export function pixelSize({ x, y, area }: Room): Pixel {
  return { x: (x.max - x.min) / area.width, y: (y.max - y.min) / area.height }
}

/** The room left beside lines through `corners`. */
export function besideLines(room: Room, lines: readonly (readonly Place[])[]): Room {
  return { ...room, taken: [...room.taken, ...lines.flatMap((corners) => pixelsAlong(room, corners))] }
}

/** The room left beside a curve. */
export function besideCurve(room: Room, pieces: readonly Piece[]): Room {
  const lines = pieces.map(({ x, heights }) => x.map((at, index): Place => [at, heights[index] as number]))
  return besideLines(room, lines)
}

/** The room left beside a dot of `radius` CSS pixels. */
export function besideDot(room: Room, at: Place, radius: number): Room {
  const { x, y } = pixelOf(room, at)
  const shifts = [-radius, -radius / 2, 0, radius / 2, radius]
  // Each counts several times: a dot is more than a piece of line.
  const block = shifts.flatMap((dx) => shifts.map((dy) => ({ x: x + dx, y: y + dy })))
  return { ...room, taken: [...room.taken, ...block] }
}

/** The pixels of a line through `corners` within the plot, one for each cell of the grain. */
function pixelsAlong(room: Room, corners: readonly Place[]): readonly Pixel[] {
  const { area } = room
  const cells = new Map<number, Pixel>()
  let from: Pixel | null = null
  for (const corner of corners) {
    const to = inReach(pixelOf(room, corner), area)
    const parts = from ? Math.min(Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / grain), 1e4) : 1
    for (let part = 1; part <= parts; part++) {
      const share = part / parts
      const at = from ? { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share } : to
      if (isInside(at, area)) cells.set(Math.round(at.x / grain) * 1e5 + Math.round(at.y / grain), at)
    }
    from = to
  }
  return [...cells.values()]
}

/** The pixel, or above or below the plot if it is farther away than is of use. */
function inReach({ x, y }: Pixel, { left, top, width, height }: Area): Pixel {
  const within = (value: number, low: number, length: number) =>
    Math.min(Math.max(value, low - length), low + 2 * length)
  return { x: within(x, left, width), y: within(y, top, height) }
}

/** The texts that were wished for, in their order: each covers as little as possible, the ones before least of all. */
export function labels(room: Room, wishes: readonly Wish[]): readonly Mark[] {
  const marks: Mark[] = []
  let { taken } = room
  for (const { places, text, colour, size, optional } of wishes) {
    const seen = places.filter((place) => isInside(pixelOf(room, place), room.area))
    const width = roughWidth(text, size)
    const pixels = seen.map((place) => pixelOf(room, place))
    const spot = freeSpotAmong(pixels, width, size, room.area, taken)
    if (!spot || (optional && !spot.free)) continue
    const at = pixels[spot.index] as Pixel
    marks.push({ mark: 'text', at: seen[spot.index] as Place, ...spot.offset, text, colour, halo: room.halo, size })
    taken = [...taken, ...pixelsUnder({ x: at.x + spot.offset.dx, y: at.y + spot.offset.dy }, width, size)]
  }
  return marks
}

/** The pixels of a text whose base line begins at `at`: ten times each, for a text over a text cannot be read at all. */
function pixelsUnder(at: Pixel, width: number, size: number): readonly Pixel[] {
  const columns = Math.max(2, Math.ceil(width / 8))
  const across = Array.from({ length: columns + 1 }, (_, column) => at.x + (column / columns) * width)
  const block = across.flatMap((x) => [0, 0.5, 1].map((up) => ({ x, y: at.y - up * size })))
  return Array.from({ length: 10 }, () => block).flat()
}
