import type { Interval } from '@shared/experiment/experiment'
import type { CurveData, CurvePoint, Secant } from './figure'
import { freeSpot, roughWidth } from './labels'
import { areaOf, type Size } from './layout'
import type { Mark, Place } from './marks'
import { tangentEquation } from './numerals'
import { isInside } from './paint'
import { type Canvas, marginsFor } from './plot'

interface Pixel {
  readonly x: number
  readonly y: number
}

/** Where texts find room: the plot in pixels, and the pixels of what is drawn in it. */
interface Room {
  readonly pixel: (x: number, y: number) => Pixel
  readonly taken: readonly Pixel[]
  readonly canvas: Canvas
}

/** A line over the whole plot. */
interface Line {
  readonly at: Place
  readonly slope: number
}

const heightOf = ({ at: [x = NaN, y = NaN], slope }: Line, place: number) => y + slope * (place - x)

/** Where along the horizontal axis a line is in the plot. */
function visible({ at: [at = NaN, value = NaN], slope }: Line, x: Interval, y: Interval): Interval {
  const ends = slope === 0 ? [x.min, x.max] : [y.min, y.max].map((height) => at + (height - value) / slope)
  return { min: Math.max(x.min, Math.min(...ends)), max: Math.min(x.max, Math.max(...ends)) }
}

/** The pixels of a line through `corners`, none farther than about 4 from the next: what a text can cover. */
function pixelsAlong(corners: readonly Pixel[], { width, height }: Size): readonly Pixel[] {
  return corners.flatMap((from, index) => {
    const to = corners[index + 1]
    const distance = to ? Math.hypot(to.x - from.x, to.y - from.y) : 0
    // Longer leaps lie outside the plot for the most part, or have no end.
    const parts = to && distance < 2 * (width + height) ? Math.ceil(distance / 4) : 1
    return Array.from({ length: Math.max(parts, 1) }, (_, part) =>
      to && part > 0
        ? { x: from.x + ((to.x - from.x) * part) / parts, y: from.y + ((to.y - from.y) * part) / parts }
        : from
    )
  })
}

function roomOf(data: CurveData, lines: readonly Line[], y: Interval, canvas: Canvas): Room {
  const area = areaOf(canvas.size, marginsFor(canvas.room))
  const pixel = (x: number, value: number) => ({
    x: area.left + ((x - data.x.min) / (data.x.max - data.x.min)) * area.width,
    y: area.top + ((y.max - value) / (y.max - y.min)) * area.height
  })
  const { samples } = data
  const curve = Array.from(samples.x, (x, index) => pixel(x, samples.values[index] as number))
  const drawn = lines.map((line) => {
    const { min, max } = visible(line, data.x, y)
    return [min, max].map((x) => pixel(x, heightOf(line, x)))
  })
  return { pixel, taken: [curve, ...drawn].flatMap((corners) => pixelsAlong(corners, canvas.size)), canvas }
}

/** A text beside the first of the `places` that is in the plot, where it covers least. */
function label(
  { pixel, taken, canvas }: Room,
  places: readonly Place[],
  text: string,
  colour: string
): readonly Mark[] {
  const size = 13
  const area = areaOf(canvas.size, marginsFor(canvas.room))
  const seen = ([x = NaN, y = NaN]: Place) => isInside(pixel(x, y), area)
  const at = places.find(seen)
  if (!at) return []
  const spot = freeSpot(pixel(at[0] as number, at[1] as number), roughWidth(text, size), size, area, taken)
  return [{ mark: 'text', at, ...spot, text, colour, halo: canvas.look.card, size }]
}

/** The room that is left beside the texts of `marks`. */
function besides(room: Room, marks: readonly Mark[]): Room {
  const covered = marks.flatMap((mark) => {
    if (mark.mark !== 'text') return []
    const [x = NaN, y = NaN] = mark.at
    const at = room.pixel(x, y)
    const width = roughWidth(mark.text, mark.size)
    return [0, 0.25, 0.5, 0.75, 1].flatMap((share) =>
      [0, 0.5, 1].map((up) => ({ x: at.x + mark.dx + share * width, y: at.y + mark.dy - up * mark.size }))
    )
  })
  // Each counts like a whole stretch of line: a text over a text cannot be read at all.
  return { ...room, taken: [...room.taken, ...Array.from({ length: 10 }, () => covered).flat()] }
}

/** The point of a curve: its vertical line, secant and tangent with their equations, the grip. `y`: the plot's range. */
export function pointMarks(data: CurveData, y: Interval, canvas: Canvas): readonly Mark[] {
  const { point, secant, variable, dependent } = data
  if (!point) return []
  if (!Number.isFinite(point.value)) return undefinedMarks(point.at, y, canvas)
  const { look } = canvas
  const at = [point.at, point.value]
  const tangent = Number.isFinite(point.slope) ? { at, slope: point.slope } : null
  const chord = secant && [secant.from, secant.to].every(({ value }) => Number.isFinite(value)) ? secant : null
  const lines = [...(tangent ? [tangent] : []), ...(chord ? [lineThrough(chord, point)] : [])]
  const room = roomOf(data, lines, y, canvas)
  const named = tangent
    ? label(room, [at], tangentEquation(point.at, point.value, point.slope, variable, dependent), look.tangent)
    : []
  return [
    { mark: 'guide', x: point.at, y: null, colour: look.zero, width: 1, dash: [3, 4] },
    ...(chord ? secantMarks(data, point, chord, tangent, besides(room, named)) : []),
    ...(tangent
      ? [{ mark: 'slope', ...tangent, reach: null, colour: look.tangent, width: 1.8, dash: [], opacity: 1 } as const]
      : []),
    ...named,
    { mark: 'grip', at, colour: look.tangent, halo: look.card }
  ]
}

function undefinedMarks(at: number, y: Interval, { look, words }: Canvas): readonly Mark[] {
  const middle = [at, (y.min + y.max) / 2]
  const text = words.undefinedHere
  return [
    { mark: 'guide', x: at, y: null, colour: look.zero, width: 1, dash: [4, 4] },
    { mark: 'text', at: middle, dx: 8, dy: 0, text, colour: look.soft, halo: look.card, size: 12 }
  ]
}

/** The secant as a line through the point, if that is one of its ends: else (central) through its left end. */
function lineThrough({ from, to, slope }: Secant, point: CurvePoint): Line {
  const { x, value } = to.x === point.at ? to : from
  return { at: [x, value], slope }
}

/** Whether nobody could tell two lines from one another: nowhere in the plot are they a pixel and a half apart. */
function coincide(a: Line, b: Line, { min, max }: Interval, { pixel }: Room): boolean {
  return [min, max].every((x) => Math.abs(pixel(x, heightOf(a, x)).y - pixel(x, heightOf(b, x)).y) < 1.5)
}

/** The secant with its two ends and its equation; where it has become the tangent, that line is not drawn twice. */
function secantMarks(
  data: CurveData,
  point: CurvePoint,
  secant: Secant,
  tangent: Line | null,
  room: Room
): readonly Mark[] {
  const { look, words } = room.canvas
  const line = lineThrough(secant, point)
  const [x = NaN, y = NaN] = line.at
  const text = `${words.secant} ${tangentEquation(x, y, secant.slope, data.variable, data.dependent)}`
  const ends = [secant.to, secant.from].map((end): Place => [end.x, end.value])
  const far = ends.filter(([end]) => end !== point.at)
  const hidden = tangent !== null && coincide(line, tangent, data.x, room)
  const drawn = { ...line, colour: look.secant, opacity: 1, dash: [6, 4], width: 1.6, reach: null }
  return [
    ...(hidden ? [] : [{ mark: 'slope', ...drawn } as const]),
    { mark: 'dots', places: far, colour: look.secant, halo: look.card, radius: 4, opacity: 1 },
    ...label(room, [...far, [point.at, point.value]], text, look.secant)
  ]
}
