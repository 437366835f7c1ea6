import { numeral } from '@shared/numbers/numeral'
import type { CriticalPoint, GridSamples } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Place } from '../figure'
import { type Anatomy, type ContourData, indexAt, type PlaneData, type PlanePoint, wayFrom, wayTo } from '../figure'
import { anatomyGround, anatomyNeedles, magnified } from './anatomy'
import { fieldMarks } from './arrows'
import { bandHeights } from './bands'
import { type Compass, compass, cross, dialTip, disc, type Hint } from './compass'
import { criticalLegend, criticalLines, criticalMarks, lowestLines, lowestMarks } from './critical'
import { crowdMarks } from './crowd'
import { stepLines } from './curve'
import { endNames } from './end-names'
import { between, type Frame, framePixel, framePlace, isWithin, nearTo, type Pixel } from './frame'
import { bilinear, groundOf } from './grid'
import { readable } from './hover'
import { apart, type Inscription, inscriptionSize, inscriptionsOf } from './inscriptions'
import { areaOf, keepsShape, plotMargins, unitShape } from './layout'
import { groundColour, inkOn, type Look, lineOn, runLook, sliceColours } from './look'
import { dots, line, type Mark } from './marks'
import { type Canvas, flatOptions, type Handle, marginsOf, type Plot } from './plot'
import { pointedOnContour } from './pointed'
import { sliceNote } from './slice'
import { toldOnContour } from './told'

/**
 * What is to be known of the picture: that there is nothing to see, that its angles deceive – though 1:1 `isWanted` –, how
 * its levels are spaced.
 */
function noteOf(data: ContourData, isWanted: boolean, words: Words['plots']): string | null {
  const { range, values } = data.samples.levels
  if (!range) return words.nowhere
  if (data.samples.tooFine) return words.tooFine
  if (values.length === 0) return words.constant
  const angles = data.square ? null : isWanted ? words.tooLongForSquare : deceivedBy(data, words)
  const gaps = hasGreyArea(data.samples) ? words.undefinedGrey : null
  const notes = [sliceNote(data, words), gradientNote(data, words), gaps, angles, spacingNote(data, words)].filter(
    (note) => note !== null
  )
  return notes.length > 0 ? notes.join(' · ') : null
}

/** What is not seen at a right angle though it is at one, as a sentence; null if nothing such is drawn. */
function deceivedBy(data: ContourData, words: Words['plots']): string | null {
  if (data.principal && data.point && data.curvature?.principal) return words.notSquareAxes
  const isSteep = data.point !== null && Math.abs(data.point.slopeX) + Math.abs(data.point.slopeY) > 0
  const hasArrows = data.field.towards !== 'none' || isSteep || (data.gradient !== null && data.step !== null)
  return hasArrows ? words.notSquare : null
}

/** Says why no arrows stand at the point though f has a value there; null where they do, or where ∇f = 0. */
function gradientNote({ point }: ContourData, words: Words['plots']): string | null {
  if (!point || !Number.isFinite(point.value)) return null
  return Number.isNaN(point.slopeX) || Number.isNaN(point.slopeY) ? words.noGradient : null
}

/** Says that the levels are not evenly spaced, or null. */
function spacingNote(data: ContourData, words: Words['plots']): string | null {
  const { spacing, origin, range } = data.samples.levels
  switch (spacing) {
    case 'even':
      return null
    case 'finer-below':
      return words.finerBelow
    case 'finer-above':
      return words.finerAbove
    case 'area':
      return words.equalAreas
    case 'log': {
      const shifted = `(f ${origin < 0 ? '+' : '−'} ${numeral(Math.abs(origin), 3)})`
      return words.logarithmic({ value: origin !== 0 ? shifted : range && range.max <= 0 ? '|f|' : 'f' })
    }
  }
}

/** A ground's colours by bands, and its marks. */
interface Bands {
  readonly key: string
  readonly colours: readonly string[]
  /** From below: grey where f has no values, the bands, the lines of the levels. */
  readonly marks: readonly Mark[]
}

/** The bands of a grid stay the same object while colours do, so that their picture can be kept. */
const known = new WeakMap<GridSamples, Bands>()

function bandsOf({ samples, map }: ContourData, look: Look): Bands {
  const key = [look.theme, map].join()
  const last = known.get(samples)
  if (last?.key === key) return last
  const colours = bandHeights(samples.levels).map((height) => groundColour(look, map, height))
  const lines = samples.lines.map((lines, level): Mark => {
    return { mark: 'levels', lines, colour: lineOn(look, map, colours[level + 1] as string) }
  })
  const bands: Mark = { mark: 'bands', samples, colours }
  const found = { key, colours, marks: [...undefinedGround(samples, look), bands, ...lines] }
  known.set(samples, found)
  return found
}

/** Whether f has no value somewhere, though it has some. */
const hasGaps = ({ values }: GridSamples) => values.some(Number.isNaN) && values.some(Number.isFinite)

/** Whether more of it than single samples, as on a pole, is grey. */
const hasGreyArea = ({ values, columns }: GridSamples) =>
  values.some(
    (value, n) =>
      Number.isNaN(value) &&
      (n + 1) % columns > 0 &&
      [n + 1, n + columns, n + columns + 1].every((other) => Number.isNaN(values[other]))
  )

/** What is seen where no band covers it: as grey as undefined stretches of a curve. */
function undefinedGround(samples: GridSamples, { soft }: Look): readonly Mark[] {
  if (!hasGaps(samples)) return []
  const { x, y } = samples
  const corners = [
    [x.min, y.min],
    [x.max, y.min],
    [x.max, y.max],
    [x.min, y.max]
  ]
  return [{ mark: 'sheet', cells: [corners], colour: soft, opacity: 0.1 }]
}

/** The colour of the band a value lies in. */
function bandColour({ colours }: Bands, levels: readonly number[], value: number): string {
  const above = levels.filter((level) => level <= value).length
  return colours[above] as string
}

/** The values of the levels that are written on their lines, but for those that would lie under `covered` pixels. */
function visibleInscriptions(data: ContourData, frame: Frame, covered: readonly Pixel[]): readonly Inscription[] {
  if (!data.levels.labels) return []
  const isCovered = nearTo(covered, 13)
  return inscriptionsOf(groundOf(data), frame).filter(({ spine }) => !spine.some(isCovered))
}

function inscriptionMark(
  { level, text, spine }: Inscription,
  bands: Bands,
  data: ContourData,
  look: Look,
  frame: Frame
): Mark {
  const ground = bands.colours[level + 1] as string
  return {
    mark: 'inscription',
    at: framePlace(frame, spine[2] as Pixel),
    along: framePlace(frame, spine[4] as Pixel),
    text,
    colour: inkOn(look, data.map, ground),
    halo: ground,
    size: inscriptionSize
  }
}

function runMarks(data: PlaneData, { look, room }: Canvas, run: number): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const style = runLook(look, trace.colour)
  const now = indexAt(trace, data.step)
  const place = (index: number) => [trace.x[index] as number, trace.y[index] as number]
  if (trace.cover) return [{ mark: 'cover', cover: trace.cover, step: data.step, colour: style.colour }]
  const later = wayFrom(trace, Math.max(now, 0)).map(place)
  const steps = Array.from({ length: now + 1 }, (_, index) => place(index))
  return [
    ...(later.length > 1 && room === 'full'
      ? [
          {
            mark: 'path',
            places: later,
            colour: style.colour,
            halo: null,
            width: 1.4,
            dash: style.dash,
            opacity: 0.35
          } satisfies Mark
        ]
      : []),
    line(wayTo(trace, now).map(place), style, 1),
    ...dots(steps, style, trace.steps[now] ?? 0)
  ]
}

/** Where the two slices through a point lie, in their colours. */
function sliceLines({ x, y }: PlanePoint, look: Look): readonly Mark[] {
  const [across, up] = sliceColours(look)
  const line = (place: { readonly x: number | null; readonly y: number | null }, colour: string): readonly Mark[] => [
    { mark: 'guide', ...place, colour: look.card, width: 3.4, dash: [] },
    { mark: 'guide', ...place, colour, width: 1.8, dash: [6, 3] }
  ]
  return [...line({ x: null, y }, across), ...line({ x, y: null }, up)]
}

/**
 * What stands on the ground with a gradient, from below: pixels that `marks` cover, and a few that `lines` do. `hints`:
 * what hovering over an arrow says.
 */
interface Standing {
  readonly lines: readonly Mark[]
  readonly marks: readonly Mark[]
  readonly grip: readonly Mark[]
  readonly covers: readonly Pixel[]
  readonly crossing: readonly Pixel[]
  readonly hints: readonly Hint[]
}

/**
 * The point of the slices, or the selected step of the selected run. Names keep clear of the pixels that are `taken`.
 */
function standing(data: ContourData, canvas: Canvas, frame: Frame, taken: readonly Pixel[]): Standing {
  const { look, room } = canvas
  const { point } = data
  const trace = data.traces[data.selected]
  const index = trace && data.step !== null ? indexAt(trace, data.step) : -1
  const step = trace && index >= 0 ? [trace.x[index] as number, trace.y[index] as number] : null
  // A simplex or a trust region may be so small that a ring of the usual size would hide it.
  const isNarrow = data.anatomy?.simplex || (data.anatomy?.radius ?? null) !== null
  const radius = isNarrow ? 3 : room === 'full' ? 9 : 6
  const ring: readonly Mark[] = step ? [{ mark: 'ring', at: step, colour: look.ink, halo: look.card, radius }] : []
  if (!point) {
    const bare: Standing = { lines: [], marks: ring, grip: [], covers: [], crossing: [], hints: [] }
    // The arrows of a step that is told are on their way.
    if (!step || data.told) return bare
    if (data.anatomy) return dissected(data.anatomy, data, canvas, frame, taken, bare)
    const { marks, ...arrows } = gradients(data, step, canvas, frame, taken)
    return { ...bare, marks: [...marks, ...ring], ...arrows }
  }
  const at = [point.x, point.y]
  const slopes = [point.slopeX, point.slopeY] as const
  const crossing = cross(framePixel(frame, at), frame)
  const { marks, covers, hints } = compass(data, canvas, frame, { at, slopes }, [...taken, ...crossing])
  const grip: readonly Mark[] = [{ mark: 'grip', at, colour: look.point, halo: look.card }]
  return { lines: sliceLines(point, look), marks: [...ring, ...marks], grip, covers, crossing, hints }
}

/** −∇f that explains the step to the `end`, where it began; at the start, or where that is not known or not in sight, −∇f at the end. */
function gradients(data: ContourData, end: Place, canvas: Canvas, frame: Frame, taken: readonly Pixel[]): Compass {
  const { departure, gradient } = data
  const isSeen = departure && isWithin(framePixel(frame, departure.at), frame.area, -1)
  const stand = isSeen
    ? { at: departure.at, slopes: departure.gradient, sentence: canvas.words.downhillAtStart }
    : gradient && { at: end, slopes: gradient }
  return stand ? compass(data, canvas, frame, stand, taken) : { marks: [], covers: [], hints: [] }
}

/** The selected step taken apart, around the `bare` ring at its end. */
function dissected(
  anatomy: Anatomy,
  data: ContourData,
  canvas: Canvas,
  frame: Frame,
  taken: readonly Pixel[],
  bare: Standing
): Standing {
  const stand = { at: anatomy.from, slopes: anatomy.gradient ?? ([0, 0] as const) }
  const end = framePixel(frame, anatomy.to)
  const larger = magnified(anatomy, (place) => framePixel(frame, place))
  const needles = anatomyNeedles(larger, canvas, frame)
  const { marks, covers, hints } = compass(data, canvas, frame, stand, [...taken, ...disc(end, 10)], needles)
  const ground = anatomyGround(larger, canvas)
  return { ...bare, lines: ground, marks: [...bare.marks, ...marks], covers: [...covers, ...disc(end, 10)], hints }
}

/** The lines of the slices: that along the horizontal axis moves up and down, the other one across. */
const sliceHandles = ({ x, y }: PlanePoint): readonly Handle[] => [
  { id: 'slice-across', at: [Number.NaN, y] },
  { id: 'slice-up', at: [x, Number.NaN] }
]

function handlesOf(data: ContourData, frame: Frame): readonly Handle[] {
  const { point, direction } = data
  const at = point && [point.x, point.y]
  const starts = data.traces.flatMap((trace, run) =>
    trace.steps.length > 0 ? [{ id: `start-${run}`, at: [trace.x[0] as number, trace.y[0] as number] }] : []
  )
  return [
    ...(at ? [{ id: 'point', at }] : []),
    ...(point ? sliceHandles(point) : []),
    ...(at && direction !== null && isWithin(framePixel(frame, at), frame.area, -1)
      ? [{ id: 'direction', at: dialTip(frame, at, direction) }]
      : []),
    ...(data.draggable && data.step !== null ? starts : [])
  ]
}

/** Dots at the starts that can be dragged, in the colours of their runs. */
function startGrips(handles: readonly Handle[], data: ContourData, look: Look): readonly Mark[] {
  return handles
    .filter(({ id }) => id.startsWith('start-'))
    .map(({ id, at }) => {
      const trace = data.traces[Number(id.slice('start-'.length))]
      return { mark: 'grip', at, colour: runLook(look, trace?.colour ?? 0).colour, halo: look.card }
    })
}

/** How near the pointer must come to a critical point, and to an arrow, in CSS pixels. */
const [signReach, arrowReach] = [10, 5]

/** What hovering over a place says: what the arrow there means, that it is the lowest point, which critical point it is, or f there – exactly, if the formula is at hand. */
function readoutOf(data: ContourData, { words }: Canvas, frame: Frame, hints: readonly Hint[]): Plot['readout'] {
  const ground = groundOf(data)
  const { area } = frame
  const unit = { x: (data.x.max - data.x.min) / area.width, y: (data.y.max - data.y.min) / area.height }
  return ([x = NaN, y = NaN]) => {
    const here = framePixel(frame, [x, y])
    const hint = hints.find(({ covers }) => apart([here], covers) < arrowReach)
    if (hint) return { at: [x, y], lines: [hint.sentence] }
    const { lowest } = data
    if (lowest && apart([here], [framePixel(frame, [lowest.x, lowest.y])]) < signReach) {
      const at = [lowest.x, lowest.y]
      return { at, lines: lowestLines(at, lowest.value, data.variables, words) }
    }
    const distance = (point: CriticalPoint) => apart([here], [framePixel(frame, [point.x, point.y])])
    const [nearest] = [...data.critical].sort((a, b) => distance(a) - distance(b))
    if (nearest && distance(nearest) < signReach) {
      return { at: [nearest.x, nearest.y], lines: criticalLines(nearest, data.variables, words) }
    }
    const at = [readable(x, unit.x), readable(y, unit.y)] as const
    const value = data.f ? data.f(...at) : bilinear(ground, ground.samples.values, ...at)
    const place = `${data.variables[0]} = ${numeral(at[0], 6)}, ${data.variables[1]} = ${numeral(at[1], 6)}`
    if (Number.isNaN(value)) return { at, lines: [place, words.undefinedHere] }
    if (!Number.isFinite(value)) return { at, lines: [place, words.infiniteHere] }
    return { at, isGround: true, lines: [place, data.f ? `f = ${numeral(value, 6)}` : `f ≈ ${numeral(value, 4)}`] }
  }
}

/** The shape of a contour with one unit equally long on both axes; null where it may have any. */
export const shapeOf = ({ square, x, y }: ContourData): number | null => (square ? unitShape(x, y) : null)

/** Filled contours of f over two variables, darker where lower, with the ways of the runs. */
export function contourPlot(wanted: ContourData, canvas: Canvas, name = ''): Plot {
  const { look, room } = canvas
  const shape = shapeOf(wanted)
  const margins = plotMargins(canvas.size, marginsOf(canvas), shape)
  // Where one unit could be equally long only in a strip, it is not.
  const data = { ...wanted, square: shape !== null && keepsShape(canvas.size, margins, shape) }
  const runs = data.traces.map((_, run) => run)
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const frame = { area: areaOf(canvas.size, margins), x: data.x, y: data.y }
  const bands = bandsOf(data, look)
  const handles = room === 'full' ? handlesOf(data, frame) : []
  const marked = [...data.critical, ...(data.lowest ? [{ ...data.lowest, kind: 'lowest' as const }] : [])]
  const signs = marked.flatMap(({ x, y }) => disc(framePixel(frame, [x, y]), 6))
  const legend = room === 'full' ? criticalLegend(marked, frame, canvas) : { marks: [], covers: [] }
  const signed = [...signs, ...legend.covers]
  const names =
    room === 'full'
      ? endNames({ ...frame, taken: signed, halo: look.card }, data.traces, data.selected, data.step, look)
      : { marks: [], covers: [] }
  const taken = [...signed, ...names.covers]
  const stand = standing(data, canvas, frame, taken)
  const inscriptions =
    room === 'full' ? visibleInscriptions(data, frame, [...taken, ...stand.covers, ...stand.crossing]) : []
  const ink = (value: number) => inkOn(look, data.map, bandColour(bands, data.samples.levels.values, value))
  const isTaken = nearTo([...taken, ...stand.covers, ...inscriptions.flatMap(({ spine }) => spine)], 9)
  const isFree = (from: Pixel, to: Pixel) => !between(from, to).some(isTaken)
  return {
    name,
    config: {
      type: 'line',
      data: { datasets: [] },
      options: flatOptions(canvas, data, { x: data.variables[0], y: data.variables[1] }, { margins, grid: false })
    },
    below: bands.marks,
    above: [
      ...fieldMarks(data, frame, ink, isFree),
      ...inscriptions.map((inscription) => inscriptionMark(inscription, bands, data, look, frame)),
      ...(room === 'full' ? crowdMarks(data.crowd, data.step, 'y', look) : []),
      // A run that came to it is seen on it.
      ...lowestMarks(data.lowest ? [data.lowest.x, data.lowest.y] : null, look),
      ...order.flatMap((run) => runMarks(data, canvas, run)),
      ...names.marks,
      ...startGrips(handles, data, look),
      ...(data.samples.levels.range ? stand.lines : []),
      ...stand.marks,
      ...criticalMarks(data.critical, ({ x, y }) => [x, y], look),
      ...legend.marks,
      ...(data.samples.levels.range ? stand.grip : [])
    ],
    handles,
    trails: data.traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.x,
      y: trace.y,
      lines: (index) => stepLines(trace, index, data, canvas)
    })),
    picking: room === 'full' ? 'nearest' : 'none',
    ...(room === 'full' && { pointed: (pointed) => pointedOnContour(data, canvas, frame, pointed) }),
    ...(data.told && room === 'full' && { told: (time) => toldOnContour(data, canvas, frame, time) }),
    readout: readoutOf(data, canvas, frame, room === 'full' ? stand.hints : []),
    note: noteOf(data, wanted.square, canvas.words)
  }
}
