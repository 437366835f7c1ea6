import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import { tickTexts } from '@shared/numbers/ticks'
import type { Words } from '@shared/words/index'
import type { DirectionData, Place } from '../figure'
import { degreesOf, unitVector } from './angle'
import { roughWidth } from './labels'
import { areaOf } from './layout'
import type { Look } from './look'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Handle, marginsOf, type Numbering, type Plot } from './plot'
import { besideDot, besideLines, emptyRoom, labels, pixelOf, pixelSize, type Room, wish } from './room'

/** All directions, in degrees. */
const turn: Interval = { min: 0, max: 360 }
const labelSize = 11.5
/** CSS pixels above the greatest and below the least value: room for their names. */
const headroom = 25

/** Of a gradient that is longer no axis can be made; nor of one that is hardly longer than the least number. */
const extremes = { longest: Number.MAX_VALUE / 8, shortest: 1e-300 }

const quarterTurns: Numbering = { ticks: () => [0, 90, 180, 270, 360], texts: tickTexts, origin: true }

/** The directional derivative in a direction: ∇f · u. */
export function directional([across, up]: DirectionData['slopes'], degrees: number): number {
  const [x, y] = unitVector(degrees)
  return across * x + up * y
}

/** A direction as the axis shows it: a full turn is at its end, not at its beginning. */
const onAxis = (degrees: number) => (degrees >= 0 && degrees <= 360 ? degrees : ((degrees % 360) + 360) % 360)

/** Where along ∇f, against it and along the contour line the directional derivative is ‖∇f‖, −‖∇f‖ and 0. */
interface Stations {
  readonly most: Place
  readonly least: Place
  readonly level: readonly Place[]
}

/** Null where ∇f is 0. */
function stationsOf({ slopes }: DirectionData): Stations | null {
  const norm = Math.hypot(...slopes)
  if (norm === 0) return null
  const steepest = degreesOf(...slopes)
  return {
    most: [steepest, norm],
    least: [(steepest + 180) % 360, -norm],
    level: [90, 270].map((quarter) => [(steepest + quarter) % 360, 0])
  }
}

/** Whether the gradient is one that can be drawn. */
const isKnown = (slopes: DirectionData['slopes']) => Math.hypot(...slopes) <= extremes.longest

/** Nothing can be said, or the same of every direction: a sentence; otherwise null. */
function noteOf({ slopes, gradient }: DirectionData, words: Words['plots']): string | null {
  if (!isKnown(slopes)) return words.direction.none
  return Math.hypot(...slopes) === 0 ? words.direction.flat({ gradient }) : null
}

/**
 * The directional derivative over all directions: a cosine as high as ‖∇f‖. Along ∇f it is greatest, against it least,
 * along the contour line 0.
 */
export function directionPlot(data: DirectionData, canvas: Canvas): Plot {
  const { look, words } = canvas
  const known = isKnown(data.slopes)
  const y = rangeOf(Math.hypot(...data.slopes), canvas)
  const curve = Array.from({ length: 181 }, (_, index): [number, number] => [
    2 * index,
    directional(data.slopes, 2 * index)
  ])
  const stations = known ? stationsOf(data) : null
  const value = directional(data.slopes, data.direction)
  const grip: Place = [onAxis(data.direction), value]
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: known ? curve.map(([across, up]) => ({ x: across, y: up })) : [],
            borderColor: look.curve,
            borderWidth: 2.2,
            pointRadius: 0
          }
        ]
      },
      options: flatOptions(
        canvas,
        { x: turn, y },
        { x: words.direction.angle, y: '∇f·u' },
        { numbering: { x: quarterTurns } }
      )
    },
    below: [],
    above: known
      ? [
          { mark: 'guide', x: grip[0] as number, y: null, colour: look.accent, width: 1.2, dash: [5, 4] },
          ...(stations ? stationMarks(stations, look) : []),
          ...nameMarks(curve, y, stations, data, grip, canvas),
          { mark: 'grip', at: grip, colour: look.accent, halo: look.card }
        ]
      : [],
    handles: known ? handlesAlong(grip, y) : [],
    trails: [],
    picking: 'nearest',
    readout: ([degrees = NaN]) => {
      if (!known) return null
      const whole = Math.round(degrees)
      const height = directional(data.slopes, whole)
      return { at: [whole, height], lines: [`${whole}°`, `∇f·u = ${numeral(height, 6)}`] }
    },
    note: noteOf(data, words)
  }
}

/** Open where f grows the most, full where it falls the most, as the heads of the arrows on the contour are. */
function stationMarks({ most, least, level }: Stations, look: Look): readonly Mark[] {
  const open = (places: readonly Place[], colour: string, radius: number): Mark => ({
    mark: 'circles',
    places,
    colour,
    ground: look.card,
    radius,
    width: 1.8
  })
  const stem = ([across = NaN, up = NaN]: Place, colour: string): Mark => ({
    mark: 'path',
    places: [
      [across, 0],
      [across, up]
    ],
    colour,
    halo: null,
    width: 1.2,
    dash: [2, 3],
    opacity: 1
  })
  return [
    stem(most, look.increase),
    stem(least, look.decrease),
    open(level, look.soft, 3),
    open([most], look.increase, 4.2),
    { mark: 'dots', places: [least], colour: look.decrease, halo: look.card, radius: 4.2, opacity: 1 }
  ]
}

/** The range of values, with room for names above ‖∇f‖ and below −‖∇f‖. */
function rangeOf(norm: number, canvas: Canvas): Interval {
  if (!(norm >= extremes.shortest && norm <= extremes.longest)) return { min: -1, max: 1 }
  const half = areaOf(canvas.size, marginsOf(canvas)).height / 2
  const height = (half / Math.max(half - headroom, half / 2)) * norm
  return { min: -height, max: height }
}

/** The names of the directions that stand out; what the handle is at, where there is room for it. */
function nameMarks(
  curve: readonly Place[],
  y: Interval,
  stations: Stations | null,
  { gradient }: DirectionData,
  grip: Place,
  canvas: Canvas
): readonly Mark[] {
  const { look, words } = canvas
  const dots = stations ? [stations.most, stations.least, ...stations.level] : []
  const guide = [y.min, y.max].map((up): Place => [grip[0] as number, up])
  const drawn = besideLines(emptyRoom(turn, y, canvas), [curve, guide])
  const room = [grip, ...dots].reduce((left, at) => besideDot(left, at, 7), drawn)
  const near = { manner: 'near', optional: true } as const
  const own = { ...wish([grip], numeral(grip[1] as number, 4), look.accent, labelSize), ...near }
  if (!stations) return labels(room, [own])
  const { most, least, level } = stations
  const value = ([, height = NaN]: Place) => ({ gradient, value: numeral(height, 4) })
  const names = [
    nameBeyond(most, words.direction.greatest(value(most)), look.increase, room),
    nameBeyond(least, words.direction.least(value(least)), look.decrease, room)
  ]
  const left = besideLines(
    room,
    names.flatMap(({ covers }) => covers)
  )
  const along = { ...wish(level, words.direction.along, look.soft, labelSize), ...near }
  return [...names.map(({ mark }) => mark), ...labels(left, [own, along])]
}

/** The name of the highest or the lowest place, above or below it, and the lines it covers. */
function nameBeyond(
  at: Place,
  text: string,
  colour: string,
  room: Room
): { readonly mark: Mark; readonly covers: readonly (readonly Place[])[] } {
  const { area, halo } = room
  const width = 1.1 * roughWidth(text, labelSize)
  const { x } = pixelOf(room, at)
  const [first, last] = [area.left + 4, area.left + area.width - width - 4]
  const left = Math.max(Math.min(x - width / 2, last), first)
  const dy = (at[1] as number) > 0 ? -10 : 10 + 0.75 * labelSize
  const unit = pixelSize(room)
  const place = (right: number, down: number): Place => [
    (at[0] as number) + (left + right - x) * unit.x,
    (at[1] as number) - down * unit.y
  ]
  return {
    mark: { mark: 'text', at, dx: left - x, dy, text, colour, halo, size: labelSize },
    covers: [0, 0.5, 1].map((up) => [place(0, dy - up * labelSize), place(width, dy - up * labelSize)])
  }
}

/** The grip, and places all along its guide. */
function handlesAlong(grip: Place, { min, max }: Interval): readonly Handle[] {
  const shares = Array.from({ length: 13 }, (_, index) => index / 12)
  const guide = shares.map((share) => [grip[0] as number, min + share * (max - min)])
  return [grip, ...guide].map((at) => ({ id: 'direction', at }))
}
