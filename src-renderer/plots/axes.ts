import type { Interval } from '@shared/interval'
import { niceStep } from '@shared/levels'
import { multiples, tickTexts } from '@shared/numbers/ticks'
import type { Place } from '../figure'
import { roughWidth } from './labels'
import { type Look, nameFont } from './look'
import type { Mark } from './marks'
import { type Box, projected, type Sight, scenePlace } from './projection'

/** The axes of a surface's box: which of its edges carry them, and where their numbers stand. */

/** The distance of lines and numbers on an axis: about five of them. */
export const axisStep = (range: Interval): number => niceStep((range.max - range.min) / 5)

interface Pixel {
  readonly x: number
  readonly y: number
}

interface Rectangle extends Pixel {
  readonly width: number
  readonly height: number
}

/** One edge of the box as an axis, with everything that is known about it on the screen. */
interface Edge {
  readonly range: Interval
  /** Which part of it has numbers; absent: all. */
  readonly numbered?: Interval
  readonly name: string
  /** The place at a value of the axis. */
  readonly place: (value: number) => Place
  readonly pixel: (value: number) => Pixel
  /** Away from the box, of length 1, across the edge. */
  readonly outwards: Pixel
  /** CSS pixels. */
  readonly length: number
}

/** Letter sizes in CSS pixels. */
const numberSize = 12
const nameSize = 16
/** CSS pixels between an edge and its numbers. */
const distance = 7
/** CSS pixels that numbers on an axis need from one to the next. */
const room = { beside: 34, above: 22 }
/** Letters of the longest number on an axis. */
const letters = 6

/** The marks of the three axes, as the box is seen. `names`: of x, y and the heights, which have numbers between `heights`. */
export function axisMarks(
  box: Box,
  names: readonly [string, string, string],
  sight: Sight,
  look: Look,
  heights: Interval = box.z
): readonly Mark[] {
  const edges = edgesOf(box, names, sight).map((edge, axis) => (axis === 2 ? { ...edge, numbered: heights } : edge))
  const written: Rectangle[] = []
  const numbered = edges.map((edge) => {
    const numbers = numbersOf(edge, written, look)
    written.push(...numbers.boxes)
    return numbers
  })
  return edges.flatMap((edge, axis) => {
    const { range, place } = edge
    const line: Mark = {
      mark: 'path',
      places: [place(range.min), place(range.max)],
      colour: look.zero,
      halo: null,
      width: 1.5,
      dash: [],
      opacity: 1
    }
    const { marks = [], common = '' } = numbered[axis] ?? {}
    const named = common === '' ? edge : { ...edge, name: `${edge.name} (${common})` }
    const name = axis === 2 ? heightName(named, written, sight, look) : nameOf(named, written, sight, look)
    return [line, ...marks, name]
  })
}

/**
 * The edges that carry axes: of the floor – or, seen from below, the ceiling – the two at the sides turned to the camera,
 * and of the upright edges the left one of those that outline the box.
 */
function edgesOf(box: Box, [across, deep, high]: readonly [string, string, string], sight: Sight): readonly Edge[] {
  const { view } = sight
  /** Where the camera is, seen from the box: along x, along the heights, against y. */
  const [toX, toZ, toY] = [view[2] as number, view[6] as number, -(view[10] as number)]
  const front = { x: toX > 0 ? box.x.max : box.x.min, y: toY > 0 ? box.y.max : box.y.min }
  const back = { x: toX > 0 ? box.x.min : box.x.max, y: toY > 0 ? box.y.min : box.y.max }
  const level = toZ >= 0 ? box.z.min : box.z.max
  const edge = (range: Interval, name: string, place: (value: number) => Place): Edge => {
    const pixel = (value: number) => projected(sight, scenePlace(box, place(value)))
    const [from, to] = [pixel(range.min), pixel(range.max)]
    const centre = projected(sight, [0, 0, 0])
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const across = { x: (to.y - from.y) / (length || 1), y: -(to.x - from.x) / (length || 1) }
    const side = across.x * ((from.x + to.x) / 2 - centre.x) + across.y * ((from.y + to.y) / 2 - centre.y)
    return { range, name, place, pixel, length, outwards: side < 0 ? { x: -across.x, y: -across.y } : across }
  }
  const upright = [
    edge(box.z, high, (z) => [front.x, back.y, z]),
    edge(box.z, high, (z) => [back.x, front.y, z])
  ] as const
  return [
    edge(box.x, across, (x) => [x, front.y, level]),
    edge(box.y, deep, (y) => [front.x, y, level]),
    upright[0].pixel(box.z.min).x < upright[1].pixel(box.z.min).x ? upright[0] : upright[1]
  ]
}

/** The text whose middle lies outwards from a pixel of the edge, so far that it just keeps clear of it. */
function beside({ outwards }: Edge, at: Pixel, text: string, size: number, clear: number): Rectangle {
  const width = roughWidth(text, size)
  const reach = clear + (Math.abs(outwards.x) * width + Math.abs(outwards.y) * size) / 2
  return { x: at.x + outwards.x * reach - width / 2, y: at.y + outwards.y * reach - size / 2, width, height: size }
}

/** Whether two texts keep clear of each other, by `gap` CSS pixels beside one another. */
const apart = (a: Rectangle, b: Rectangle, gap = 3) =>
  a.x > b.x + b.width + gap || b.x > a.x + a.width + gap || a.y > b.y + b.height + 1 || b.y > a.y + a.height + 1

function textAt(
  place: Place,
  at: Pixel,
  box: Rectangle,
  text: string,
  size: number,
  colour: string,
  halo: string
): Extract<Mark, { mark: 'text' }> {
  // The base line of letters lies about an eighth of their height over the lower side.
  return { mark: 'text', at: place, dx: box.x - at.x, dy: box.y + size * 0.87 - at.y, text, colour, halo, size }
}

interface Numbers {
  readonly marks: readonly Mark[]
  readonly boxes: readonly Rectangle[]
  /** What all of them have in common. */
  readonly common: string
}

/**
 * Numbers at multiples of the step, as many as there is room for; none over or close beside what is `written` already.
 * Closer ones where not even two of them stand.
 */
function numbersOf(edge: Edge, written: readonly Rectangle[], look: Look): Numbers {
  const { range, length, outwards } = edge
  const step = axisStep(range)
  const needed = Math.abs(outwards.x) > Math.abs(outwards.y) ? room.above : room.beside
  const lines = (length * step) / (range.max - range.min)
  const wide = [1, 2, 5, 10].find((each) => each * lines >= needed)
  let most: Numbers = { marks: [], boxes: [], common: '' }
  for (const every of wide === undefined ? [] : [10, 5, 2, 1].filter((each) => each <= wide)) {
    const found = numbersAt(edge, multiples(edge.numbered ?? range, every * step), written, look)
    if (found.boxes.length > most.boxes.length) most = found
    if (most.boxes.length > 1) break
  }
  return most
}

function numbersAt(edge: Edge, ticks: readonly number[], written: readonly Rectangle[], look: Look): Numbers {
  const { texts, common } = tickTexts(ticks, letters)
  const boxes: Rectangle[] = []
  const marks = ticks.flatMap((value, index) => {
    const at = edge.pixel(value)
    const text = texts[index] as string
    const box = beside(edge, at, text, numberSize, distance)
    // Where two axes meet, two numbers side by side would be read as one.
    if (!written.every((other) => apart(box, other, 14)) || !boxes.every((other) => apart(box, other))) return []
    boxes.push(box)
    return [textAt(edge.place(value), at, box, text, numberSize, look.soft, look.card)]
  })
  return { marks, boxes, common }
}

/** The name of an axis, farther out than its numbers. */
function nameOf(edge: Edge, written: Rectangle[], sight: Sight, look: Look): Mark {
  const { name, outwards } = edge
  const widest = roughWidth('−0.5', numberSize)
  const numbers = Math.abs(outwards.x) * widest + Math.abs(outwards.y) * numberSize
  const far = [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => spotBeside(edge, share, distance + numbers + 3))
  return placedName(name, edge, far, written, sight, look)
}

/** The name of the heights over the upper end of their axis. */
function heightName(edge: Edge, written: Rectangle[], sight: Sight, look: Look): Mark {
  const at = edge.pixel(edge.range.max)
  const width = roughWidth(edge.name, nameSize)
  const box = { x: at.x - Math.min(width, nameSize), y: at.y - nameSize - 12, width, height: nameSize }
  return placedName(edge.name, edge, [{ value: edge.range.max, at, box }], written, sight, look)
}

/** A place on an edge, and where a name would stand. */
interface Spot {
  readonly value: number
  readonly at: Pixel
  readonly box: Rectangle
}

function spotBeside(edge: Edge, share: number, clear: number): Spot {
  const { range, name } = edge
  const value = range.min + share * (range.max - range.min)
  const at = edge.pixel(value)
  return { value, at, box: beside(edge, at, name, nameSize, clear) }
}

/** The first of the spots – others lie along the edge – that is inside the picture and over nothing `written`. */
function placedName(
  name: string,
  edge: Edge,
  best: readonly Spot[],
  written: Rectangle[],
  { size }: Sight,
  look: Look
): Mark {
  const along = [1, 0, 0.9, 0.1, 0.75, 0.25, 0.55, 0.45].flatMap((share) =>
    [distance, distance + 20, -distance - 20].map((clear) => spotBeside(edge, share, clear))
  )
  const isInside = ({ x, y, width, height }: Rectangle) =>
    x >= 2 && y >= 2 && x + width <= size.width - 2 && y + height <= size.height - 2
  const spots = [...best, ...along]
  const free = spots.filter(({ box }) => written.every((other) => apart(box, other)))
  const { value, at, box } = (free.find(({ box }) => isInside(box)) ?? free[0] ?? spots[0]) as Spot
  written.push(box)
  return { ...textAt(edge.place(value), at, box, name, nameSize, look.ink, look.card), font: nameFont(look, name) }
}
