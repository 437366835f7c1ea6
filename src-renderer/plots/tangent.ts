import type { Interval } from '@shared/experiment/experiment'
import type { CurveData, CurvePoint } from './figure'
import { freeSpot, roughWidth } from './labels'
import { areaOf } from './layout'
import type { Mark, Place } from './marks'
import { numeral, tangentEquation } from './numerals'
import { type Canvas, marginsFor } from './plot'

/** Where texts find room: the plot in pixels, and the pixels of what is drawn in it. */
interface Room {
  readonly pixel: (x: number, y: number) => { readonly x: number; readonly y: number }
  readonly taken: readonly { readonly x: number; readonly y: number }[]
  readonly canvas: Canvas
}

function roomOf(data: CurveData, point: CurvePoint, y: Interval, canvas: Canvas): Room {
  const area = areaOf(canvas.size, marginsFor(canvas.room))
  const pixel = (x: number, value: number) => ({
    x: area.left + ((x - data.x.min) / (data.x.max - data.x.min)) * area.width,
    y: area.top + ((y.max - value) / (y.max - y.min)) * area.height
  })
  const { samples, secant } = data
  const curve = Array.from(samples.x, (x, index) => pixel(x, samples.values[index] as number))
  const slopes = [point.slope, ...(secant ? [(secant.value - point.value) / secant.h] : [])]
  const lines = slopes.flatMap((slope) =>
    Array.from({ length: 120 }, (_, index) => {
      const x = data.x.min + ((data.x.max - data.x.min) * index) / 119
      return pixel(x, point.value + slope * (x - point.at))
    })
  )
  return { pixel, taken: [...curve, ...lines], canvas }
}

/** A text beside `at` where it covers least. */
function label({ pixel, taken, canvas }: Room, at: Place, text: string, colour: string): Mark {
  const size = 13
  const [x = NaN, y = NaN] = at
  const area = areaOf(canvas.size, marginsFor(canvas.room))
  const spot = freeSpot(pixel(x, y), roughWidth(text, size), size, area, taken)
  return { mark: 'text', at, ...spot, text, colour, halo: canvas.look.card, size }
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

/** The point of a curve: its vertical line, the secant, the tangent with its equation, the grip. `y`: the plot's range. */
export function pointMarks(data: CurveData, y: Interval, canvas: Canvas): readonly Mark[] {
  const { point } = data
  if (!point) return []
  if (!Number.isFinite(point.value)) return undefinedMarks(point.at, y, canvas)
  const { look } = canvas
  const at = [point.at, point.value]
  const room = roomOf(data, point, y, canvas)
  const tangent: readonly Mark[] = Number.isFinite(point.slope)
    ? [
        { mark: 'slope', at, slope: point.slope, reach: null, colour: look.tangent, width: 1.8, dash: [], opacity: 1 },
        label(room, at, tangentEquation(point.at, point.value, point.slope, data.variable), look.tangent)
      ]
    : []
  return [
    { mark: 'guide', x: point.at, y: null, colour: look.zero, width: 1, dash: [3, 4] },
    ...secantMarks(data, point, besides(room, tangent)),
    ...tangent,
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

function secantMarks({ secant }: CurveData, point: CurvePoint, room: Room): readonly Mark[] {
  if (!secant || !Number.isFinite(secant.value)) return []
  const { look, words } = room.canvas
  const other = [point.at + secant.h, secant.value]
  const slope = (secant.value - point.value) / secant.h
  const line = { colour: look.secant, opacity: 1, dash: [6, 4], width: 1.6, reach: null }
  return [
    { mark: 'slope', at: [point.at, point.value], slope, ...line },
    { mark: 'dots', places: [other], colour: look.secant, halo: look.card, radius: 4, opacity: 1 },
    label(room, other, `${words.secant} ${numeral(slope)}`, look.secant)
  ]
}
