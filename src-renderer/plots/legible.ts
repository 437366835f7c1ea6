import type { Place } from '../figure'
import { between, type Pixel } from './frame'
import { roughWidth } from './labels'
import type { Area } from './layout'
import type { Mark } from './marks'

/** Where places of a surface's box are seen, and on what ground their names must stay. */
export interface Screen {
  readonly area: Area
  readonly pixel: (place: Place) => Pixel
}

const nameSize = 12
/** An arrow seen from its end is no longer than this, in CSS pixels: it points nowhere, and has no name. */
const leastNamed = 10

/** CSS pixels that an arrow should be long at least, for which it is drawn at most so many times as long. */
const visible = { length: 28, times: 3 }

type Arrow = Extract<Mark, { mark: 'arrow' }>

/** The arrow, made longer where it points at the eye or away from it and would hide behind the point it starts from. */
function legible(arrow: Arrow, { pixel }: Screen): Arrow {
  const [from, tip] = [pixel(arrow.from), pixel(arrow.towards)]
  const times = Math.min(visible.length / Math.hypot(tip.x - from.x, tip.y - from.y), visible.times)
  if (!(times > 1)) return arrow
  const longer = arrow.from.map((start, axis) => start + times * ((arrow.towards[axis] as number) - start))
  return { ...arrow, towards: longer }
}

/** Pixels of a text whose base line begins at `at`, so dense that no other text fits between them. */
const underText = ({ x, y }: Pixel, width: number, size: number): readonly Pixel[] =>
  [0, 0.5, 1].flatMap((up) => between({ x, y: y - up * size }, { x: x + width, y: y - up * size }, 6))

const discAround = ({ x, y }: Pixel, radius: number): readonly Pixel[] =>
  [radius, radius / 2].flatMap((distance) =>
    Array.from({ length: 10 }, (_, index) => ({
      x: x + distance * Math.cos((index * Math.PI) / 5),
      y: y + distance * Math.sin((index * Math.PI) / 5)
    }))
  )

/** The pixels a name must not cover. Lines and sheets are no obstacle: its halo sets it off from them. */
export function pixelsTaken(marks: readonly Mark[], { pixel }: Screen): readonly Pixel[] {
  return marks.flatMap((mark): readonly Pixel[] => {
    if (mark.mark === 'arrow') return between(pixel(mark.from), pixel(mark.towards))
    if (mark.mark === 'grip' || mark.mark === 'ring' || mark.mark === 'sign') return discAround(pixel(mark.at), 9)
    if (mark.mark !== 'text') return []
    const at = pixel(mark.at)
    return underText({ x: at.x + mark.dx, y: at.y + mark.dy }, roughWidth(mark.text, mark.size), mark.size)
  })
}

/**
 * Where the name of an arrow from `from` to `tip` begins: near its tip, on its side of the point, clear of `obstacles`;
 * what cannot be had is given up from the last to the first.
 */
function spotBeside(from: Pixel, tip: Pixel, width: number, area: Area, obstacles: readonly Pixel[]): Pixel {
  const rows = Array.from({ length: 17 }, (_, row) => tip.y + nameSize * 0.4 + (row - 8) * 7)
  const columns = [tip.x + 8, tip.x - width - 8, ...[0.5, 0.2, 0.8].map((share) => tip.x - share * width)]
  let best = tip
  let least = Infinity
  for (const row of rows) {
    for (const column of columns) {
      const x = Math.max(Math.min(column, area.left + area.width - width - 4), area.left + 4)
      const y = Math.max(Math.min(row, area.top + area.height - 5), area.top + nameSize + 1)
      const away = Math.hypot(beyond(tip.x, x, x + width), beyond(tip.y, y - nameSize, y))
      const side = (x + width / 2 - from.x) * (tip.x - from.x) + (y - nameSize / 2 - from.y) * (tip.y - from.y)
      const cost = away + (side < 0 ? 40 : 0) + 40 * covered({ x, y }, width, obstacles)
      if (cost >= least) continue
      least = cost
      best = { x, y }
    }
  }
  return best
}

/** How far a number lies outside of a range. */
const beyond = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0)

/** How many of the `obstacles` lie under a name that begins at `at`, or hardly beside it. */
function covered(at: Pixel, width: number, obstacles: readonly Pixel[]): number {
  return obstacles.filter(({ x, y }) => beyond(x, at.x, at.x + width) < 4 && beyond(y, at.y - nameSize, at.y) < 5)
    .length
}

/**
 * The marks with their arrows long enough to be seen, and the names of these as texts of their own at the end: inside the area, clear of the arrows, the
 * points, one another and `others` as far as there is room.
 */
export function withLegibleArrows(all: readonly Mark[], others: readonly Mark[], screen: Screen): readonly Mark[] {
  const marks = all.map((mark) => (mark.mark === 'arrow' ? legible(mark, screen) : mark))
  const obstacles = [...pixelsTaken([...marks, ...others], screen)]
  const names = marks.flatMap((mark): readonly Mark[] => {
    if (mark.mark !== 'arrow' || mark.label === '') return []
    const [from, tip] = [screen.pixel(mark.from), screen.pixel(mark.towards)]
    if (!(Math.hypot(tip.x - from.x, tip.y - from.y) >= leastNamed)) return []
    const width = roughWidth(mark.label, nameSize)
    const spot = spotBeside(from, tip, width, screen.area, obstacles)
    obstacles.push(...underText(spot, width, nameSize))
    return [
      {
        mark: 'text',
        at: mark.from,
        dx: spot.x - from.x,
        dy: spot.y - from.y,
        text: mark.label,
        colour: mark.colour,
        halo: mark.halo ?? 'transparent',
        size: nameSize
      }
    ]
  })
  return [...marks.map((mark) => (mark.mark === 'arrow' ? { ...mark, label: '' } : mark)), ...names]
}
