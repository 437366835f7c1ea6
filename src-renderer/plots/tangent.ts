import type { CurveData, CurvePoint, Secant } from './figure'
import type { Piece } from './gaps'
import { type Look, runLook, sliceColours } from './look'
import type { Mark, Place } from './marks'
import { numeral, tangentEquation } from './numerals'
import type { Canvas, Handle } from './plot'
import {
  besideCurve,
  besideDot,
  besideLines,
  emptyRoom,
  labels,
  pixelOf,
  pixelSize,
  type Room,
  type Wish,
  wish
} from './room'
import { stepBracket } from './step-bracket'

/** A line over the whole plot; a slope of ±∞ is a vertical one. */
interface Line {
  readonly at: Place
  readonly slope: number
}

/** What is drawn of the point of a curve, and what can be taken hold of. */
interface PointLayer {
  readonly marks: readonly Mark[]
  readonly handles: readonly Handle[]
}

const textSize = 13
/** CSS pixels: how far inside the plot a point is held that lies above or below it. */
const inset = 10

const heightOf = ({ at: [x = Number.NaN, y = Number.NaN], slope }: Line, place: number) =>
  place === x ? y : y + slope * (place - x)

/** Where a line enters and leaves the plot, from left to right; a vertical one in the direction of its slope. */
function ends({ at, slope }: Line, { x, y }: Room): readonly [Place, Place] {
  const [across = Number.NaN, up = Number.NaN] = at
  if (Math.abs(slope) === Infinity) {
    const [low, high]: [Place, Place] = [
      [across, y.min],
      [across, y.max]
    ]
    return slope > 0 ? [low, high] : [high, low]
  }
  const crossings = slope === 0 ? [x.min, x.max] : [y.min, y.max].map((height) => across + (height - up) / slope)
  const left = Math.max(x.min, Math.min(...crossings))
  const right = Math.min(x.max, Math.max(...crossings))
  return [
    [left, heightOf({ at, slope }, left)],
    [right, heightOf({ at, slope }, right)]
  ]
}

/** Places between two, for the texts of the line through them. */
function between([x0 = Number.NaN, y0 = Number.NaN]: Place, [x1 = Number.NaN, y1 = Number.NaN]: Place) {
  return [0.5, 0.7, 0.3, 0.85, 0.15].map((share): Place => [x0 + share * (x1 - x0), y0 + share * (y1 - y0)])
}

/** One tangent, or one that begins at the point and goes to one side, to the edge of the plot. */
interface Tangent {
  readonly line: Line
  /** Null: the line goes on through the point. */
  readonly ends: readonly [Place, Place]
  readonly half: boolean
}

/** The tangent at the point: two halves at a corner, one at an end of the domain, none where f jumps. */
function tangentsAt(point: CurvePoint, { kink }: CurveData, room: Room): readonly Tangent[] {
  const at = [point.at, point.value]
  const whole = (slope: number): readonly Tangent[] => {
    const line = { at, slope }
    return Number.isNaN(slope) ? [] : [{ line, ends: ends(line, room), half: false }]
  }
  if (!kink) return whole(point.slope)
  const { left, right, jumps } = kink
  if (jumps) return []
  if (left === right) return whole(left)
  const halves = [left, right].map((slope, side): Tangent => {
    const line = { at, slope }
    return { line, ends: [at, ends(line, room)[side] as Place], half: true }
  })
  return halves.filter(({ line }) => !Number.isNaN(line.slope))
}

function tangentMark({ line, ends, half }: Tangent, colour: string): Mark {
  return half
    ? { mark: 'path', places: ends, colour, halo: null, width: 1.8, dash: [], opacity: 1 }
    : { mark: 'slope', ...line, reach: null, colour, width: 1.8, dash: [], opacity: 1 }
}

/** The colours of tangent and secant; in a slice the tangent has the slice's, and the secant none. */
function huesOf({ side }: CurveData, look: Look): { readonly tangent: string; readonly secant: string } {
  return side === undefined ? look : { tangent: sliceColours(look)[side], secant: look.ink }
}

/** The equation of a line through a place of the curve. */
function equation({ at: [x = Number.NaN, y = Number.NaN], slope }: Line, { variable, dependent }: CurveData): string {
  if (Math.abs(slope) === Infinity) return `${variable} = ${numeral(x)}`
  return tangentEquation(x, y, slope, variable, dependent)
}

/** What is written on a tangent: its equation, or of a slice's, where what matters is its slope, only that. */
function tangentName({ line, half, ends }: Tangent, data: CurveData, words: Canvas['words']): string {
  if (data.side === undefined || !Number.isFinite(line.slope)) return equation(line, data)
  const slope = numeral(line.slope)
  if (!half) return `${data.slopeName} = ${slope}`
  const [[from = Number.NaN], [to = Number.NaN]] = ends
  return to < from ? words.leftSlope({ slope }) : words.rightSlope({ slope })
}

/**
 * The point of a curve with its vertical line, its tangent and secant with their equations, its step size, and the
 * tangents that stay. `pieces`: the curve, which no text shall cover; `room`: the plot's ranges.
 */
export function pointLayer(data: CurveData, pieces: readonly Piece[], y: Room['y'], canvas: Canvas): PointLayer {
  const { point } = data
  const bare = emptyRoom(data.x, y, canvas)
  const stay = pinnedTangents(data, bare, canvas)
  const room = besideLines(besideCurve(bare, pieces), stay.lines)
  if (!point) return { marks: [...stay.marks, ...labels(room, stay.wishes)], handles: [] }
  const guide: Mark = { mark: 'guide', x: point.at, y: null, colour: canvas.look.zero, width: 1, dash: [3, 4] }
  const layer = Number.isFinite(point.value)
    ? tangentLayer(data, point, room, stay.wishes, canvas)
    : undefinedLayer(point, room, stay.wishes, canvas)
  return { marks: [...stay.marks, guide, ...layer.marks], handles: layer.handles }
}

/** Where f has no value: a sentence on the point's vertical line, by which it is taken hold of. `others`: more texts. */
function undefinedLayer(point: CurvePoint, room: Room, others: readonly Wish[], { look, words }: Canvas): PointLayer {
  const { y } = room
  const held = heldPlace(point, room)
  const places = [0.5, 0.75, 0.25, 0.9, 0.1].map((up) => [point.at, y.min + up * (y.max - y.min)])
  const text = Number.isNaN(point.value) ? words.undefinedHere : words.infiniteHere
  return {
    marks: [
      ...labels(besideDot(room, held, 8), [wish(places, text, look.soft, 12), ...others]),
      { mark: 'grip', at: held, colour: look.soft, halo: look.card }
    ],
    handles: [{ id: 'point', at: held }]
  }
}

function tangentLayer(
  data: CurveData,
  point: CurvePoint,
  room: Room,
  others: readonly Wish[],
  canvas: Canvas
): PointLayer {
  const { secant } = data
  const { look } = canvas
  const hues = huesOf(data, look)
  const held = heldPlace(point, room)
  const tangents = tangentsAt(point, data, room)
  const chord = secant && [secant.from, secant.to].every(({ value }) => Number.isFinite(value)) ? secant : null
  const line = chord && lineThrough(chord, point)
  const farEnds = chord ? [chord.to, chord.from].flatMap((end) => (end.x === point.at ? [] : [[end.x, end.value]])) : []
  const bracket = stepBracket(data, point, room, hues.secant, look.card)
  const lines = [...tangents.map(({ ends }) => ends), ...(line ? [ends(line, room)] : []), ...bracket.lines]
  const dots = [held, ...farEnds, ...bracket.handles.map(({ at }) => at)]
  const free = dots.reduce((left, dot) => besideDot(left, dot, 8), besideLines(room, lines))
  const whole = tangents.find(({ half }) => !half)
  const become = line !== null && whole !== undefined && coincide(line, whole.line, room)
  const secantText = canvas.words.secantSlope({ slope: numeral(line?.slope ?? Number.NaN) })
  const named = tangents.map((tangent): Wish => {
    const places = placesOn(tangent, [point.at, point.value], room)
    const asked = wish(places, tangentName(tangent, data, canvas.words), hues.tangent, textSize)
    if (!become) return asked
    return { ...asked, lines: [...asked.lines, { text: secantText, colour: hues.secant }] }
  })
  const beside = line ? placesBeside(line, [...farEnds, [point.at, point.value]], room) : []
  const apart: readonly Wish[] =
    line && !become ? [{ ...wish(beside, secantText, hues.secant, textSize), manner: 'near' }] : []
  const wishes = [...bracket.wishes, ...named, ...apart, ...others]
  return {
    marks: [
      ...bracket.marks,
      ...(line && !become ? [secantMark(line, hues.secant)] : []),
      ...(farEnds.length > 0
        ? [{ mark: 'dots', places: farEnds, colour: hues.secant, halo: look.card, radius: 4, opacity: 1 } as const]
        : []),
      ...tangents.map((tangent) => tangentMark(tangent, hues.tangent)),
      ...labels(free, wishes),
      ...bracket.grips,
      { mark: 'grip', at: held, colour: held[1] === point.value ? hues.tangent : look.soft, halo: look.card }
    ],
    handles: [{ id: 'point', at: held }, ...bracket.handles]
  }
}

/** For the equation of a tangent: beside the point, then along the line; along a half one only. */
function placesOn({ ends, half }: Tangent, at: Place, room: Room): readonly Place[] {
  return half ? between(...ends) : [at, ...nearestFirst(between(...ends), at, room)]
}

/** For the equation of a line: beside the dots on it, then farther along it. */
function placesBeside(line: Line, dots: readonly Place[], room: Room): readonly Place[] {
  return [...dots, ...nearestFirst(between(...ends(line, room)), dots[0] as Place, room)]
}

/** Where the point can be taken hold of: its place, or one on its vertical line if that is not in the plot. */
function heldPlace({ at, value }: CurvePoint, room: Room): Place {
  const { y } = room
  const margin = inset * pixelSize(room).y
  if (!Number.isFinite(value)) return [at, (y.min + y.max) / 2]
  if (value >= y.min && value <= y.max) return [at, value]
  return [at, value > y.max ? y.max - margin : y.min + margin]
}

function nearestFirst(places: readonly Place[], to: Place, room: Room): readonly Place[] {
  const target = pixelOf(room, to)
  const distance = (place: Place) => {
    const { x, y } = pixelOf(room, place)
    return Math.hypot(x - target.x, y - target.y)
  }
  return [...places].sort((a, b) => distance(a) - distance(b))
}

/** The secant as a line through the point, if that is one of its ends: else (central) through its left end. */
function lineThrough({ from, to, slope }: Secant, point: CurvePoint): Line {
  const { x, value } = to.x === point.at ? to : from
  return { at: [x, value], slope }
}

/** Whether nobody could tell two lines from one another: nowhere in the plot are they a pixel and a half apart. */
function coincide(a: Line, b: Line, room: Room): boolean {
  return [room.x.min, room.x.max].every(
    (x) => Math.abs(pixelOf(room, [x, heightOf(a, x)]).y - pixelOf(room, [x, heightOf(b, x)]).y) < 1.5
  )
}

function secantMark(line: Line, colour: string): Mark {
  return { mark: 'slope', ...line, colour, opacity: 1, dash: [6, 4], width: 1.6, reach: null }
}

/** `f′(2)` of `f′(x)`; `∂f/∂x` stays what it is. */
const slopeAt = (name: string, variable: string, at: number) => name.replace(`(${variable})`, `(${numeral(at)})`)

/** Tangents that stay: thin, told apart by colour and dash, each with its dot and its slope if there is room. */
function pinnedTangents(
  { pinned, point, slopeName, variable }: CurveData,
  room: Room,
  { look }: Canvas
): {
  readonly marks: readonly Mark[]
  readonly lines: readonly (readonly Place[])[]
  readonly wishes: readonly Wish[]
} {
  const drawn = pinned.filter(({ value, slope }) => Number.isFinite(value) && !Number.isNaN(slope))
  const lines = drawn.map(({ at, value, slope }): Line => ({ at: [at, value], slope }))
  // The first colour of the runs is the tangent's own, and no full line is drawn so thin.
  const looks = drawn.map((_, index) => runLook(look, (index % 7) + 1))
  return {
    marks: drawn.flatMap((_, index): readonly Mark[] => {
      const [line, { colour, dash }] = [lines[index] as Line, looks[index] as (typeof looks)[number]]
      return [
        { mark: 'slope', ...line, reach: null, colour, width: 1.2, dash, opacity: 0.75 },
        { mark: 'dots', places: [line.at], colour, halo: look.card, radius: 3, opacity: 1 }
      ]
    }),
    lines: lines.map((line) => ends(line, room)),
    wishes: drawn.flatMap(({ at, slope }, index): readonly Wish[] => {
      // Its own tangent says as much.
      if (at === point?.at) return []
      const line = lines[index] as Line
      const text = `${slopeAt(slopeName, variable, at)} = ${numeral(slope, 4)}`
      const places = [line.at, ...nearestFirst(between(...ends(line, room)), line.at, room)]
      return [{ ...wish(places, text, looks[index]?.colour ?? look.ink, 11), manner: 'near', optional: true }]
    })
  }
}
