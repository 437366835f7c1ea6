import type { Interval } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import { degreesOf, unitVector } from './angle'
import type { DirectionData } from './figure'
import type { Look } from './look'
import type { Mark, Place } from './marks'
import { numeral } from './numerals'
import { type Canvas, evenTicks, flatOptions, type Handle, type Numbering, type Plot } from './plot'
import { besideDot, besideLines, emptyRoom, labels, type Room, type Wish, wish } from './room'

/** All directions, in degrees. */
const turn: Interval = { min: 0, max: 360 }
/** Room above the greatest and below the least value, as a share of ‖∇f‖. */
const headroom = 0.45
const labelSize = 11.5

/** Quarter turns on the horizontal axis. */
const numbering: Numbering = {
  ticks: (range, count) => (range === turn ? [0, 90, 180, 270, 360] : evenTicks(range, count)),
  text: (value) => numeral(value, 6),
  origin: true
}

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

/** Null where ∇f is 0, or unknown. */
function stationsOf({ slopes }: DirectionData): Stations | null {
  const norm = Math.hypot(...slopes)
  if (!(norm > 0) || !Number.isFinite(norm)) return null
  const steepest = degreesOf(...slopes)
  return {
    most: [steepest, norm],
    least: [(steepest + 180) % 360, -norm],
    level: [90, 270].map((quarter) => [(steepest + quarter) % 360, 0])
  }
}

/** Nothing can be said, or the same of every direction: a sentence; otherwise null. */
function noteOf({ slopes }: DirectionData, words: Words['plots']): string | null {
  const norm = Math.hypot(...slopes)
  return Number.isFinite(norm) ? (norm === 0 ? words.direction.flat : null) : words.direction.none
}

/**
 * The directional derivative over all directions: a cosine as high as ‖∇f‖. Along ∇f it is greatest, against it least,
 * along the contour line 0.
 */
export function directionPlot(data: DirectionData, canvas: Canvas): Plot {
  const { look, words } = canvas
  const norm = Math.hypot(...data.slopes)
  const isKnown = Number.isFinite(norm)
  // Of numbers that are hardly larger than the least there is an axis cannot be made.
  const height = isKnown && norm > 1e-300 ? Math.min((1 + headroom) * norm, Number.MAX_VALUE / 4) : 1
  const y = { min: -height, max: height }
  const curve = Array.from({ length: 181 }, (_, index): [number, number] => [
    2 * index,
    directional(data.slopes, 2 * index)
  ])
  const stations = stationsOf(data)
  const value = directional(data.slopes, data.direction)
  const grip: Place = [onAxis(data.direction), value]
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: isKnown ? curve.map(([across, up]) => ({ x: across, y: up })) : [],
            borderColor: look.curve,
            borderWidth: 2.2,
            pointRadius: 0
          }
        ]
      },
      options: flatOptions(canvas, { x: turn, y }, { x: words.direction.angle, y: 'Dᵤf' }, { numbering })
    },
    below: [],
    above: isKnown
      ? [
          { mark: 'guide', x: grip[0] as number, y: null, colour: look.accent, width: 1.2, dash: [5, 4] },
          ...(stations ? stationMarks(stations, look) : []),
          ...labels(roomOf(curve, y, stations, grip, canvas), wishesOf(stations, grip, canvas)),
          { mark: 'grip', at: grip, colour: look.accent, halo: look.card }
        ]
      : [],
    handles: isKnown ? handlesAlong(grip, y) : [],
    trails: [],
    picking: 'nearest',
    readout: ([degrees = NaN]) =>
      isKnown
        ? {
            at: [degrees, directional(data.slopes, degrees)],
            lines: [`${numeral(degrees, 3)}°`, `Dᵤf = ${numeral(directional(data.slopes, degrees), 6)}`]
          }
        : null,
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

function roomOf(curve: readonly Place[], y: Interval, stations: Stations | null, grip: Place, canvas: Canvas): Room {
  const lines = besideLines(emptyRoom(turn, y, canvas), [
    curve,
    [
      [grip[0] as number, y.min],
      [grip[0] as number, y.max]
    ]
  ])
  const dots = stations ? [stations.most, stations.least, ...stations.level] : []
  return [grip, ...dots].reduce((room, at) => besideDot(room, at, 7), lines)
}

/** The names of the directions that stand out; what the handle is at, where there is room for it. */
function wishesOf(stations: Stations | null, grip: Place, { look, words }: Canvas): readonly Wish[] {
  const named = (places: readonly Place[], text: string, colour: string) => wish(places, text, colour, labelSize)
  const near = { manner: 'near', optional: true } as const
  const own = { ...named([grip], numeral(grip[1] as number, 4), look.accent), ...near }
  if (!stations) return [own]
  const { most, least, level } = stations
  const { direction } = words
  return [
    named([most], direction.greatest({ value: numeral(most[1] as number, 4) }), look.increase),
    named([least], direction.least({ value: numeral(least[1] as number, 4) }), look.decrease),
    own,
    { ...named(level, direction.along, look.soft), ...near }
  ]
}

/** The grip, and places all along its guide. */
function handlesAlong(grip: Place, { min, max }: Interval): readonly Handle[] {
  const shares = Array.from({ length: 13 }, (_, index) => index / 12)
  const guide = shares.map((share) => [grip[0] as number, min + share * (max - min)])
  return [grip, ...guide].map((at) => ({ id: 'direction', at }))
}
