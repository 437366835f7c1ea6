import type { Interval } from '@shared/interval'
import type { Place } from '../figure'
import type { Piece } from './gaps'
import { freeSpotAmong, type Manner, type Rows, roughWidth, rowsBetween, rowsOf } from './labels'
import { type Area, areaOf, type Margins } from './layout'
import type { Mark } from './marks'
import { isInside } from './paint'
import { type Canvas, marginsOf } from './plot'

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
  /** See `Canvas.turned`. */
  readonly turned?: true | undefined
}

/** A text, of lines below one another, and where it may stand: beside one of the places, an earlier one if possible. */
export interface Wish {
  readonly places: readonly Place[]
  readonly lines: readonly { readonly text: string; readonly colour: string }[]
  readonly size: number
  readonly manner: Manner
  /** Left out where it would cover anything. */
  readonly optional: boolean
}

/** A text of one line around its places, which must be there. */
export function wish(places: readonly Place[], text: string, colour: string, size: number): Wish {
  return { places, lines: [{ text, colour }], size, manner: 'around', optional: false }
}

/** From one base line to the next, in letter sizes. */
const lineHeight = 1.4

/** CSS pixels from one pixel of a line to the next: what a text can cover. */
const grain = 4

/** The room of a plot of which nothing is drawn yet. */
export function emptyRoom(x: Interval, y: Interval, canvas: Canvas, margins: Margins = marginsOf(canvas)): Room {
  const { size, look, turned } = canvas
  return { x, y, area: areaOf(size, margins), taken: [], halo: look.card, turned }
}

/** Where a place of the plot is, in CSS pixels. */
export function pixelOf({ x, y, area, turned }: Room, [across = Number.NaN, up = Number.NaN]: Place): Pixel {
  const [right, above] = [(across - x.min) / (x.max - x.min), (up - y.min) / (y.max - y.min)]
  const [shareX, shareY] = turned ? [above, right] : [right, above]
  return { x: area.left + shareX * area.width, y: area.top + (1 - shareY) * area.height }
}

/** How much of the axes one CSS pixel is. */
export function pixelSize({ x, y, area, turned }: Room): Pixel {
  const [lengthX, lengthY] = turned ? [area.height, area.width] : [area.width, area.height]
  return { x: (x.max - x.min) / lengthX, y: (y.max - y.min) / lengthY }
}

/** The room left beside lines through `corners`. */
export function besideLines(room: Room, lines: readonly (readonly Place[])[]): Room {
  return {
    ...room,
    taken: [...room.taken, ...lines.flatMap((corners) => pixelsAlong(pixelsOf(room, corners), room.area))]
  }
}

/** The room left beside a curve. */
export function besideCurve(room: Room, pieces: readonly Piece[]): Room {
  const lines = pieces.map(({ x, heights }) => x.map((at, index): Place => [at, heights[index] as number]))
  return besideLines(room, lines)
}

/** The room left beside a dot of `radius` CSS pixels. */
export function besideDot(room: Room, at: Place, radius: number): Room {
  const { x, y } = pixelOf(room, at)
  // Many pixels: a dot is more than a piece of line.
  const disc = [0, 0.5, 1].flatMap((share) =>
    Array.from({ length: share === 0 ? 1 : 12 }, (_, index) => ({
      x: x + share * radius * Math.cos((index * Math.PI) / 6),
      y: y + share * radius * Math.sin((index * Math.PI) / 6)
    }))
  )
  return { ...room, taken: [...room.taken, ...disc] }
}

const pixelsOf = (room: Room, places: readonly Place[]) => places.map((place) => pixelOf(room, place))

/** The pixels of a line through `corners` within the area, one for each cell of the grain. */
export function pixelsAlong(corners: readonly Pixel[], area: Area): readonly Pixel[] {
  const cells = new Map<number, Pixel>()
  let from: Pixel | null = null
  for (const corner of corners) {
    const to = inReach(corner, area)
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

/** Texts, and the room that is left beside them. */
export interface Written {
  readonly marks: readonly Mark[]
  readonly room: Room
}

/** The texts that were wished for, in their order: each covers as little as possible, the ones before least of all. */
export const labels = (room: Room, wishes: readonly Wish[]): readonly Mark[] => withLabels(room, wishes).marks

/** The same with the room that is left. */
export function withLabels(room: Room, wishes: readonly Wish[]): Written {
  const marks: Mark[] = []
  let { taken } = room
  for (const { places, lines, size, manner, optional } of wishes) {
    const seen = places.filter((place) => isInside(pixelOf(room, place), room.area))
    const width = Math.max(...lines.map(({ text }) => roughWidth(text, size)))
    const height = size * (1 + lineHeight * (lines.length - 1))
    const pixels = seen.map((place) => pixelOf(room, place))
    const spot = freeSpotAmong(pixels, { width, size: height }, room.area, taken, manner)
    if (!spot || (optional && !spot.free)) continue
    const at = seen[spot.index] as Place
    const { x, y } = pixels[spot.index] as Pixel
    const { dx } = spot.offset
    for (const [index, { text, colour }] of lines.entries()) {
      const dy = spot.offset.dy - (lines.length - 1 - index) * lineHeight * size
      marks.push({ mark: 'text', at, dx, dy, text, colour, halo: room.halo, size })
      taken = [...taken, ...pixelsUnder({ x: x + dx, y: y + dy }, roughWidth(text, size), size)]
    }
  }
  return { marks, room: { ...room, taken } }
}

/** Pixels ten times each: a text over a text cannot be read at all. */
const often = (pixels: readonly Pixel[]) => Array.from({ length: 10 }, () => pixels).flat()

/** The pixels of a text whose base line begins at `at`. */
export function pixelsUnder(at: Pixel, width: number, size: number): readonly Pixel[] {
  const columns = Math.max(2, Math.ceil(width / 8))
  const across = Array.from({ length: columns + 1 }, (_, column) => at.x + (column / columns) * width)
  return often(across.flatMap((x) => [0, 0.5, 1].map((up) => ({ x, y: at.y - up * size }))))
}

/** Of the middle of a text along a line, CSS pixels from the line beyond half its letters. */
const besideLine = [6, 12]

/**
 * A text written along the line between two places, on its upper or its lower side, where it covers nothing: as near as
 * can be to the line's middle, or to the place `near` on it. The first of the `texts` that has such a place, as a mark and
 * the room that is left; null if none has.
 */
export function inscribed(
  room: Room,
  [from, to]: readonly [Place, Place],
  texts: readonly string[],
  { colour, size, near }: { readonly colour: string; readonly size: number; readonly near?: Place }
): { readonly mark: Mark; readonly room: Room } | null {
  const [start, end] = [pixelOf(room, from), pixelOf(room, to)].sort((a, b) => a.x - b.x) as [Pixel, Pixel]
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const rows = rowsOf(room.taken)
  const aim = near && pixelOf(room, near)
  const first = aim ? (aim.x - start.x) * along.x + (aim.y - start.y) * along.y : length / 2
  for (const text of texts) {
    const half = roughWidth(text, size) / 2 + 3
    for (const out of besideLine.flatMap((gap) => [gap + size / 2, -gap - size / 2])) {
      for (let step = 0; step <= (length - 2 * half) / grain; step++) {
        for (const way of step === 0 ? [first] : [first + step * grain, first - step * grain]) {
          if (way < half || way > length - half) continue
          const at = { x: start.x + along.x * way + along.y * out, y: start.y + along.y * way - along.x * out }
          const box = { at, along, half, up: size / 2 + 2 }
          if (!isBoxFree(room.area, rows, box)) continue
          const place = placeOf(room, at)
          const next = placeOf(room, { x: at.x + along.x, y: at.y + along.y })
          const mark: Mark = { mark: 'inscription', at: place, along: next, text, colour, halo: room.halo, size }
          return { mark, room: { ...room, taken: [...room.taken, ...pixelsIn(box)] } }
        }
      }
    }
  }
  return null
}

/** The inverse of `pixelOf`. */
function placeOf(room: Room, { x, y }: Pixel): Place {
  const { area } = room
  const unit = pixelSize(room)
  const [right, above] = [x - area.left, area.top + area.height - y]
  const [alongX, alongY] = room.turned ? [above, right] : [right, above]
  return [room.x.min + alongX * unit.x, room.y.min + alongY * unit.y]
}

/** A turned rectangle: its middle, the direction of its long sides, half of its two lengths. */
interface TurnedBox {
  readonly at: Pixel
  readonly along: Pixel
  readonly half: number
  readonly up: number
}

const turned = ({ at, along }: TurnedBox, across: number, up: number): Pixel => ({
  x: at.x + along.x * across + along.y * up,
  y: at.y + along.y * across - along.x * up
})

function isBoxFree(area: Area, taken: Rows, box: TurnedBox): boolean {
  const { at, along, half, up } = box
  const isIn = [-half, half].every((across) =>
    [-up, up].every((height) => {
      const { x, y } = turned(box, across, height)
      return x >= area.left && x <= area.left + area.width && y >= area.top && y <= area.top + area.height
    })
  )
  if (!isIn) return false
  const reach = Math.abs(along.y) * half + Math.abs(along.x) * up
  return !rowsBetween(taken, at.y - reach, at.y + reach).some((row) =>
    row.some(({ x, y }) => {
      const [dx, dy] = [x - at.x, y - at.y]
      return Math.abs(dx * along.x + dy * along.y) < half && Math.abs(dx * along.y - dy * along.x) < up
    })
  )
}

/** The pixels of a turned text, close together, and as often as those of other texts. */
function pixelsIn(box: TurnedBox): readonly Pixel[] {
  const columns = Math.ceil(box.half / 4)
  const across = Array.from({ length: 2 * columns + 1 }, (_, index) => (index / columns - 1) * box.half)
  return often(across.flatMap((right) => [-box.up, 0, box.up].map((height) => turned(box, right, height))))
}
