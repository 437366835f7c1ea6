import { numeralsApart } from '@shared/numbers/digits'
import { numeral } from '@shared/numbers/numeral'
import type { CurveData, CurvePoint, Place, Secant } from '../figure'
import type { Piece } from './gaps'
import { roughWidth } from './labels'
import { type Look, type RunLook, runLook, sliceColours } from './look'
import type { Mark } from './marks'
import type { Canvas, Handle } from './plot'
import {
  besideCurve,
  besideDot,
  besideLines,
  emptyRoom,
  inscribed,
  pixelOf,
  pixelSize,
  type Room,
  type Wish,
  type Written,
  wish,
  withLabels
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

/** Places between two, for the texts of the line through them: close enough together for each text to find one near. */
function between([x0 = Number.NaN, y0 = Number.NaN]: Place, [x1 = Number.NaN, y1 = Number.NaN]: Place) {
  return Array.from({ length: 13 }, (_, index) => (index + 1) / 14).map(
    (share): Place => [x0 + share * (x1 - x0), y0 + share * (y1 - y0)]
  )
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

function tangentMark({ line, ends, half }: Tangent, { tangent: colour, width }: ReturnType<typeof huesOf>): Mark {
  return half
    ? { mark: 'path', places: ends, colour, halo: null, width, dash: [], opacity: 1 }
    : { mark: 'slope', ...line, reach: null, colour, width, dash: [], opacity: 1 }
}

/** The colours of tangent and secant; in a slice the tangent is thinner than the curve, whose colour it has, and the secant has none. */
function huesOf({ side }: CurveData, look: Look) {
  const { tangent, secant } = side === undefined ? look : { tangent: sliceColours(look)[side], secant: look.ink }
  return { tangent, secant, width: side === undefined ? 1.8 : 1.2 }
}

/**
 * The equation of a line through a point of the curve: `y = 6.0001(x − 3) + 9`; a slope that reads as 1 is not written.
 * `slopeText`: the slope as it is written.
 */
export function tangentEquation(
  at: number,
  value: number,
  slope: number,
  variable = 'x',
  dependent = 'y',
  slopeText = numeral(slope)
): string {
  const shift = at === 0 ? variable : `(${variable} ${at < 0 ? '+' : '−'} ${numeral(Math.abs(at))})`
  const rest = value === 0 ? '' : ` ${value < 0 ? '−' : '+'} ${numeral(Math.abs(value))}`
  if (slope === 0) return `${dependent} = ${numeral(value)}`
  const factor = slopeText.replace(/^(−?)1$/, '$1')
  return `${dependent} = ${factor}${shift}${rest}`
}

/** The equation of a line through a place of the curve. */
function equation(
  { at: [x = Number.NaN, y = Number.NaN], slope }: Line,
  slopeText: string,
  { variable, dependent }: CurveData
): string {
  if (Math.abs(slope) === Infinity) return `${variable} = ${numeral(x)}`
  return tangentEquation(x, y, slope, variable, dependent, slopeText)
}

/** What is written on a tangent: its equation, or of a slice's, where what matters is its slope, only that. */
function tangentName({ line, half, ends }: Tangent, value: string, data: CurveData, words: Canvas['words']): string {
  if (data.side === undefined || !Number.isFinite(line.slope)) return equation(line, value, data)
  if (!half) return `${data.slopeName} = ${value}`
  const [[from = Number.NaN], [to = Number.NaN]] = ends
  return to < from ? words.left({ value }) : words.right({ value })
}

/**
 * The point of a curve with its vertical line, its tangent and secant with their equations, its step size, and the
 * tangents that stay. `pieces`: the curve, which no text shall cover; `room`: the plot's ranges.
 */
export function pointLayer(
  data: CurveData,
  pieces: readonly Piece[],
  y: Room['y'],
  canvas: Canvas
): PointLayer & Pick<Written, 'room'> {
  const { point } = data
  const bare = emptyRoom(data.x, y, canvas)
  const stay = pinnedTangents(data, canvas)
  const dots = stay.map(({ line }) => line.at)
  const curved = besideLines(
    besideCurve(bare, pieces),
    stay.map(({ line }) => ends(line, bare))
  )
  const room = dots.reduce((left, dot) => besideDot(left, dot, 6), curved)
  const guide: Mark | null = point && {
    mark: 'guide',
    x: point.at,
    y: null,
    colour: canvas.look.zero,
    width: 1,
    dash: [3, 4]
  }
  const layer = !point
    ? { marks: [], handles: [], room }
    : Number.isFinite(point.value)
      ? tangentLayer(data, point, room, canvas)
      : undefinedLayer(point, room, canvas)
  return {
    marks: [
      ...stay.flatMap(({ marks }) => marks),
      ...(guide ? [guide] : []),
      ...pinnedNames(stay, layer.room),
      ...layer.marks
    ],
    handles: layer.handles,
    room: layer.room
  }
}

/**
 * Where f has no value: a mark at the foot of the plot, by which the point is taken hold of, and a sentence beside it, in
 * a plot that is wide enough.
 */
function undefinedLayer(point: CurvePoint, room: Room, { look, words }: Canvas): PointLayer & Pick<Written, 'room'> {
  const held = heldPlace(point, room)
  const text = Number.isNaN(point.value) ? words.undefinedHere : words.infiniteHere
  const asked: Wish = { ...wish([held], text, look.soft, 12), manner: 'near' }
  const isWider = roughWidth(text, 12) > room.area.width
  const written = withLabels(besideDot(room, held, 8), isWider ? [] : [asked])
  return {
    marks: [...written.marks, { mark: 'grip', at: held, colour: look.soft, halo: look.card }],
    handles: [{ id: 'point', at: held }],
    room: written.room
  }
}

function tangentLayer(
  data: CurveData,
  point: CurvePoint,
  room: Room,
  canvas: Canvas
): PointLayer & Pick<Written, 'room'> {
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
  // Few digits on a slice: it is narrow, and all of them are among the numbers.
  // What rounding alone makes of its slope is not told, as long as it is not seen either.
  const isRounding = become && chord && Math.abs(line.slope - whole.line.slope) <= roundingIn(chord)
  const secantsSlope = (isRounding ? whole.line.slope : line?.slope) ?? Number.NaN
  const slopes = [secantsSlope, ...tangents.map((tangent) => tangent.line.slope)]
  const [secantSlope = '', ...slopeTexts] = numeralsApart(slopes, data.side === undefined ? 5 : 4)
  const secantText = canvas.words.secantSlope({ slope: secantSlope })
  const named = tangents.map((tangent, index): Wish => {
    const places = placesOn(tangent, [point.at, point.value], room)
    const text = tangentName(tangent, slopeTexts[index] as string, data, canvas.words)
    const asked = wish(places, text, hues.tangent, textSize)
    if (!become) return asked
    return { ...asked, lines: [...asked.lines, { text: secantText, colour: hues.secant }] }
  })
  const beside = line ? placesBeside(line, [...farEnds, [point.at, point.value]], room) : []
  const apart: readonly Wish[] =
    line && !become ? [{ ...wish(beside, secantText, hues.secant, textSize), manner: 'near' }] : []
  const written = withLabels(free, [...bracket.wishes, ...named, ...apart])
  return {
    marks: [
      ...bracket.marks,
      ...(line && !become ? [secantMark(line, hues.secant)] : []),
      ...(farEnds.length > 0
        ? [{ mark: 'dots', places: farEnds, colour: hues.secant, halo: look.card, radius: 4, opacity: 1 } as const]
        : []),
      ...tangents.map((tangent) => tangentMark(tangent, hues)),
      ...written.marks,
      ...bracket.grips,
      { mark: 'grip', at: held, colour: held[1] === point.value ? hues.tangent : look.soft, halo: look.card }
    ],
    handles: [{ id: 'point', at: held }, ...bracket.handles],
    room: written.room
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

/** Where the point can be taken hold of: its place, or one at an edge of the plot: the lower one where f has no value. */
function heldPlace({ at, value }: CurvePoint, room: Room): Place {
  const { y } = room
  const margin = inset * pixelSize(room).y
  if (!Number.isFinite(value)) return [at, y.min]
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

/** What rounding alone may make of its slope: a unit in the last place of each value, and of x. */
function roundingIn({ from, to, slope }: Secant): number {
  const sizes = [from.value, to.value, slope * from.x, slope * to.x].map(Math.abs)
  return (Number.EPSILON * Math.max(...sizes) * 2) / Math.abs(to.x - from.x)
}

/** The secant as a line through the point, if that is one of its ends: else (central) through its left end. */
function lineThrough({ from, to, slope }: Secant, point: CurvePoint): Line {
  const { x, value } = to.x === point.at ? to : from
  return { at: [x, value], slope }
}

/** Whether nobody could tell two lines from one another: nowhere in the plot are they a pixel and a half apart. */
function coincide(a: Line, b: Line, room: Room): boolean {
  const unit = pixelSize(room).y
  return [room.x.min, room.x.max].every((x) => Math.abs(heightOf(a, x) - heightOf(b, x)) < 1.5 * unit)
}

function secantMark(line: Line, colour: string): Mark {
  return { mark: 'slope', ...line, colour, opacity: 1, dash: [6, 4], width: 1.6, reach: null }
}

/** `f′(2)` of `f′(x)`; `∂f/∂x` stays what it is. */
const slopeAt = (name: string, variable: string, at: number) => name.replace(`(${variable})`, `(${numeral(at)})`)

/** A tangent that stays: its line and its dot, and its slope as it is written along the line. */
interface PinnedTangent {
  readonly line: Line
  readonly colour: string
  readonly marks: readonly Mark[]
  /** Null: its own tangent says as much. */
  readonly text: string | null
}

/** How the tangent that stays as number `index` is told from the others: as none of the eight there can be. */
export function pinnedLook(look: Look, index: number): Pick<RunLook, 'colour' | 'dash'> {
  // The first colour of the runs is the tangent's own, and no full line is drawn so thin.
  const own = (index % 8) + 1
  return own < look.runs.length ? runLook(look, own) : { colour: look.path, dash: [14, 5] }
}

/** Tangents that stay: thin, told apart by colour and dash, each with its dot. */
function pinnedTangents({ pinned, point, slopeName, variable }: CurveData, { look }: Canvas): readonly PinnedTangent[] {
  const drawn = pinned.filter(({ value, slope }) => Number.isFinite(value) && !Number.isNaN(slope))
  return drawn.map(({ at, value, slope }, index) => {
    const line: Line = { at: [at, value], slope }
    const { colour, dash } = pinnedLook(look, index)
    return {
      line,
      colour,
      marks: [
        { mark: 'slope', ...line, reach: null, colour, width: 1.2, dash, opacity: 0.75 },
        { mark: 'dots', places: [line.at], colour, halo: look.card, radius: 3, opacity: 1 }
      ],
      text: at === point?.at ? null : `${slopeAt(slopeName, variable, at)} = ${numeral(slope, 4)}`
    }
  })
}

/** Their slopes, each along its line and near its dot: nothing else tells of many lines which one a text is about. */
function pinnedNames(stay: readonly PinnedTangent[], room: Room): readonly Mark[] {
  let left = room
  return stay.flatMap(({ line, colour, text }) => {
    if (text === null) return []
    const found = inscribed(left, ends(line, room), [text], { colour, size: 11, near: line.at })
    if (!found) return []
    left = found.room
    return [found.mark]
  })
}
