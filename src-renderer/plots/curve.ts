import { limits } from '@shared/experiment/limits'
import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import type { Place } from '../figure'
import { type CurveData, indexAt, type Trace, wayTo } from '../figure'
import { anatomyOnCurve, magnified } from './anatomy'
import { breakMarks, isWithin, polesOf, visibleBreaks } from './breaks'
import { lowestMarks } from './critical'
import { crowdMarks } from './crowd'
import { brokenLine, type Course, heightAt, type Piece, piecesOf } from './gaps'
import { valueReadout } from './hover'
import { inkOf, type Look, runLook, sliceColours } from './look'
import { dots, type Mark } from './marks'
import { type Canvas, curveLine, flatOptions, type Plot } from './plot'
import { pointedOnCurve } from './pointed'
import { calmRange } from './ranges'
import { emptyRoom, pixelOf, pixelSize } from './room'
import { columnMarks, placeMarks } from './signs-on-curve'
import { pointLayer } from './tangent'
import { toldOnCurve } from './told'

/** The values of the steps that lie over the visible part of the axis. */
function stepValues({ x, traces, step }: CurveData): readonly number[] {
  if (step === null) return []
  return traces.flatMap((trace) =>
    Array.from({ length: indexAt(trace, step) + 1 }, (_, index) => index)
      .filter((index) => isWithin(x, trace.x[index] as number))
      .map((index) => trace.values[index] as number)
  )
}

/** The values of all other marked points over it. */
function pointValues({ x, point, pinned, secant }: CurveData): readonly number[] {
  const points = [...(point ? [point] : []), ...pinned].filter(({ at }) => isWithin(x, at))
  const ends = secant ? [secant.from, secant.to].filter((end) => isWithin(x, end.x)) : []
  return [...points, ...ends].map(({ value }) => value)
}

/**
 * The curve's vertical range: the wanted one, or one chosen from the values over the visible part of the axis. Where
 * there are poles it does not follow the point towards them: it stands still while that is dragged.
 */
export function curveRange(data: CurveData): Interval {
  if (data.y) return data.y
  const { x, values } = visibleSamples(data, 'values')
  const poles = polesOf(data, 'values')
  const points = poles.length > 0 ? [] : pointValues(data)
  return calmRange(x, values, poles, [...stepValues(data), ...points, ...visibleBreaks(data).map(({ value }) => value)])
}

/** The samples of a course over the visible part of the axis. */
export function visibleSamples(
  { samples, x }: CurveData,
  course: Course
): { readonly x: readonly number[]; readonly values: readonly number[] } {
  const places = Array.from(samples.x)
  const first = places.findIndex((at) => at >= x.min)
  const end = places.findIndex((at) => at > x.max)
  const [from, to] = [first < 0 ? places.length : first, end < 0 ? places.length : end]
  return { x: places.slice(from, to), values: Array.from(samples[course].slice(from, to)) }
}

/** Step `index` of a run, for hovering. */
export function stepLines(
  trace: Trace,
  index: number,
  names: { readonly variables: readonly string[] },
  canvas: Canvas
): readonly string[] {
  const coordinates = [trace.x, trace.y].slice(0, names.variables.length)
  return [
    `${trace.name} · ${canvas.words.stepNumber({ step: trace.steps[index] as number })}`,
    ...coordinates.map((values, axis) => `${names.variables[axis]} = ${numeral(values[index] as number)}`),
    `f = ${numeral(trace.values[index] as number)}`
  ]
}

/**
 * Slope of the tangent a run saw at its point `index`: the size is the run's own, the sign that of the curve there.
 * `slopes`: f′ in pieces.
 */
export function stepSlope(slopes: readonly Piece[], trace: Trace, index: number): number {
  const size = trace.norms[index] as number
  // At a corner f′ has no sign, but a run may have taken it for 0.
  if (size === 0) return 0
  const exact = heightAt(slopes, trace.x[index] as number)
  return Number.isFinite(size) ? Math.sign(exact) * size : exact
}

function runMarks(
  data: CurveData,
  slopes: readonly Piece[],
  look: Look,
  room: Canvas['room'],
  run: number
): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const style = runLook(look, trace.colour)
  const { colour, dash } = style
  const now = indexAt(trace, data.step)
  if (now < 0) return []
  const places = Array.from({ length: now + 1 }, (_, index) => [
    trace.x[index] as number,
    trace.values[index] as number
  ])
  const selected = run === data.selected
  const last = trace.steps[now] as number
  const isDotted = last < limits.dotted
  const marks: Mark[] = []
  const reach = room === 'full' ? 30 : null
  // Of a long run the points before are not the steps before.
  const first = room === 'full' && isDotted ? Math.max(0, now - 60) : now
  const isNext = first < now && trace.steps[now - 1] === last - 1
  // The step was made of the slope where it began; that where it ended makes the next one, and is dashed beside it.
  const made = isNext ? now - 1 : now
  for (let index = first; selected && !trace.isGradientFree && index <= now; index++) {
    // Its tangent grows while the step from there is told.
    if (data.told && index === now) continue
    const isLong = index === made || index === now
    marks.push({
      mark: 'slope',
      at: places[index] as number[],
      slope: stepSlope(slopes, trace, index),
      reach: isLong && reach !== null ? reach * 5 : reach,
      colour: look.tangent === colour || room === 'cell' ? colour : look.tangent,
      width: index === made ? 1.8 : isLong ? 1.3 : 1,
      dash: isLong && index !== made ? [5, 4] : [],
      opacity: isLong ? 1 : 0.45
    })
  }
  if (trace.cover) marks.push({ mark: 'cover', cover: trace.cover, step: data.step, colour })
  else if (room === 'full')
    marks.push({
      mark: 'path',
      places: wayTo(trace, now).map((index) => places[index] as number[]),
      colour,
      halo: null,
      width: isDotted ? 1 : 1.5,
      dash,
      opacity: isDotted ? 0.55 : 1
    })
  marks.push(...dots(places, style, last))
  const at = places[now]
  if (at && room === 'full') {
    const start = places[0] as number[]
    marks.push({
      mark: 'text',
      at: start,
      dx: 9,
      dy: 4,
      text: '0',
      colour: inkOf(look, colour),
      halo: look.card,
      size: 12
    })
    if (selected) marks.push({ mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8.5 })
  }
  return marks
}

const turnedLine = (line: readonly { x: number; y: number }[], colour: string, width: number): Mark => ({
  mark: 'path',
  places: line.map(({ x, y }) => [x, y]),
  colour,
  halo: null,
  width,
  dash: [],
  opacity: 1
})

/** y = f(x), with a point and its tangent, or with the steps of the runs. */
export function curvePlot(data: CurveData, canvas: Canvas, name = ''): Plot {
  const { look, room } = canvas
  const y = curveRange(data)
  const runs = data.traces.map((_, run) => run)
  // The selected run lies on top.
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const trace = data.traces[data.selected]
  const pieces = piecesOf(data.samples, 'values')
  const slopes = data.traces.length > 0 ? piecesOf(data.samples, 'slopes') : []
  const layer = pointLayer(data, pieces, y, canvas)
  const seen = (place: Place) => pixelOf(emptyRoom(data.x, y, canvas), place)
  const plain = data.step === null ? look.curve : look.path
  const colour = data.side === undefined ? plain : sliceColours(look)[data.side]
  const line = brokenLine(pieces, y, pixelSize(emptyRoom(data.x, y, canvas)).y)
  const width = room === 'full' ? 2.2 : 1.5
  const handles = [
    ...layer.handles.map((handle) => (handle.id === 'h' ? { ...handle, hint: canvas.words.dragH } : handle)),
    ...(trace && data.step === 0 && trace.x.length > 0
      ? [{ id: 'start', at: [trace.x[0] as number, trace.values[0] as number] }]
      : [])
  ]
  return {
    name,
    config: {
      type: 'line',
      data: {
        datasets: canvas.turned ? [] : [curveLine(line, colour, width)]
      },
      options: flatOptions(canvas, { x: data.x, y }, { x: data.variable, y: data.name })
    },
    below: columnMarks(data, look),
    above: [
      // chart.js takes it that the points of a line go from left to right.
      ...(canvas.turned ? [turnedLine(line, colour, width)] : []),
      ...breakMarks(data, 'values', colour, y, canvas),
      ...(room === 'full' ? crowdMarks(data.crowd, data.step, 'values', look) : []),
      ...order.flatMap((run) => runMarks(data, slopes, look, room, run)),
      ...(data.anatomy && room === 'full' ? anatomyOnCurve(magnified(data.anatomy, seen), canvas) : []),
      ...lowestMarks(data.lowest ? [data.lowest.x, data.lowest.value] : null, look),
      ...layer.marks,
      ...placeMarks(data, layer.room, canvas)
    ],
    handles: room === 'full' ? handles : [],
    trails: data.traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.x,
      y: trace.values,
      lines: (index) => stepLines(trace, index, { variables: [data.variable] }, canvas)
    })),
    ...(data.told && room === 'full' && { told: (time) => toldOnCurve(data, pieces, canvas, seen, time) }),
    ...(canvas.turned && { turned: true }),
    picking: room === 'full' ? 'nearest' : 'none',
    ...(room === 'full' && { pointed: (pointed) => pointedOnCurve(data, canvas, pointed) }),
    readout: ([x = NaN, height = NaN]) => valueReadout(data, pieces, [x, height], y, canvas),
    note: data.samples.tooMany ? canvas.words.tooManyBreaks : null
  }
}
