import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import type { Place } from '../figure'
import { type CurveData, indexAt } from '../figure'
import { breakMarks, isWithin, polesOf } from './breaks'
import { stepLines, stepSlope, visibleSamples } from './curve'
import { brokenLine, type Piece, piecesOf } from './gaps'
import { derivativeReadout } from './hover'
import { type Look, runLook } from './look'
import { dots, type Mark } from './marks'
import { type Canvas, curveLine, flatOptions, type Handle, type Plot } from './plot'
import { pointedOnAxis, pointedOnSlope } from './pointed'
import { calmRange } from './ranges'
import { besideCurve, besideDot, besideLines, emptyRoom, labels, pixelSize, type Wish, wish } from './room'
import { columnMarks, placeGuides } from './signs-on-curve'

/** The steps of one run at their slopes, up to the selected step: what drives each step is read off here. */
function runMarks(data: CurveData, slopes: readonly Piece[], look: Look, run: number): readonly Mark[] {
  const trace = data.traces[run]
  const now = trace && data.step !== null ? indexAt(trace, data.step) : -1
  if (!trace || now < 0) return []
  const places = Array.from({ length: now + 1 }, (_, index) => [
    trace.x[index] as number,
    stepSlope(slopes, trace, index)
  ])
  const at = places[now] as number[]
  // However many: they all lie on f′.
  const steps = dots(places, runLook(look, trace.colour), 0)
  const ring: Mark = { mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8.5 }
  return run === data.selected ? [...steps, ring] : steps
}

/** A derivative of the curve: which, its name, its vertical range, its colour. */
interface Derivative {
  readonly course: 'slopes' | 'seconds'
  readonly name: string
  readonly y: Interval
  readonly colour: string
}

/** The heights at the point: one – or two beside a corner, which the derivative does not take on. */
function pointHeights({ point, kink, secondSlope }: CurveData, course: Derivative['course']): readonly number[] {
  if (!point) return []
  if (course === 'seconds') return kink || secondSlope === null ? [] : [secondSlope]
  return !kink ? [point.slope] : kink.left === kink.right ? [kink.left] : [kink.left, kink.right]
}

/**
 * The point (a, f′(a)) with its coordinates: a dot to be taken hold of, or open dots where there is no derivative.
 * Where there is nothing to be shown of it, its vertical line can be taken hold of.
 */
function pointLayer(
  data: CurveData,
  { course, y, colour }: Derivative,
  pieces: readonly Piece[],
  canvas: Canvas
): { readonly marks: readonly Mark[]; readonly handles: readonly Handle[] } {
  const { point, kink } = data
  if (!point) return { marks: [], handles: [] }
  const { look } = canvas
  const heights = pointHeights(data, course)
  const places = heights.filter((height) => isWithin(y, height)).map((height): Place => [point.at, height])
  const guide: Mark = { mark: 'guide', x: point.at, y: null, colour: look.zero, width: 1, dash: [3, 4] }
  if (places.length === 0) {
    // At the edge that it lies behind, at the foot if there is nothing: elsewhere it would be read as a value.
    const at = [point.at, heights.some((height) => height > y.max) ? y.max : y.min]
    return {
      marks: [guide, { mark: 'grip', at, colour: look.soft, halo: look.card }],
      handles: [{ id: 'point', at }]
    }
  }
  const pointColour = course === 'slopes' ? look.tangent : colour
  const dots: Mark = kink
    ? { mark: 'circles', places, colour: pointColour, ground: look.card, radius: 4.5, width: 2 }
    : { mark: 'dots', places, colour: pointColour, halo: look.card, radius: 5, opacity: 1 }
  const line = [
    [point.at, y.min],
    [point.at, y.max]
  ]
  const room = besideLines(besideCurve(emptyRoom(data.x, y, canvas), pieces), [line])
  const free = places.reduce((left, at) => besideDot(left, at, 7), room)
  const wishes = places.map((at): Wish => {
    const text = `(${at.map((coordinate) => numeral(coordinate)).join(', ')})`
    return { ...wish([at], text, pointColour, 12), manner: 'near' }
  })
  return { marks: [guide, dots, ...labels(free, wishes)], handles: places.map((at) => ({ id: 'point', at })) }
}

/** The range of a derivative over the visible part of the axis, with its heights at the point if there are no poles. */
function derivativeRange(data: CurveData, course: Derivative['course'], others: readonly number[]): Interval {
  const { x, values } = visibleSamples(data, course)
  const poles = polesOf(data, course)
  const isShown = poles.length === 0 && data.point !== null && isWithin(data.x, data.point.at)
  return calmRange(x, values, poles, isShown ? [...others, ...pointHeights(data, course)] : others)
}

/** The vertical range of f′: the wanted one, or one chosen from the slopes over the visible part of the axis. */
export const slopeRange = (data: CurveData): Interval => data.slopeY ?? derivativeRange(data, 'slopes', [])

/** The vertical range of f″, likewise; 0 is always in it, for its sign is what is looked at. */
export const secondRange = (data: CurveData): Interval => data.secondY ?? derivativeRange(data, 'seconds', [0])

/** What lies between f′ and 0, in a colour where it is positive and another where it is negative: there f rises, there it falls. */
function shades(pieces: readonly Piece[], y: Interval, look: Look): readonly Mark[] {
  const within = (height: number) => Math.min(Math.max(height, y.min), y.max)
  const cells = (sign: 1 | -1) =>
    pieces.flatMap(({ x, heights }) =>
      stretches(x, heights, sign).map((line): Place[] => [
        [line[0]?.[0] as number, within(0)],
        ...line.map(([at, height]): Place => [at, within(height)]),
        [line.at(-1)?.[0] as number, within(0)]
      ])
    )
  const shade = (sign: 1 | -1, colour: string): Mark => ({ mark: 'sheet', cells: cells(sign), colour, opacity: 0.1 })
  return [shade(1, look.rise), shade(-1, look.decrease)]
}

/** The parts of a line on one side of 0, each from where it passes 0 to where it does again. */
function stretches(x: ArrayLike<number>, heights: ArrayLike<number>, sign: 1 | -1): readonly [number, number][][] {
  const found: [number, number][][] = []
  let line: [number, number][] = []
  for (let i = 0; i < x.length; i++) {
    const [at, height] = [x[i] as number, heights[i] as number]
    const [last, before] = i > 0 ? [x[i - 1] as number, heights[i - 1] as number] : [at, height]
    const isPassed = before * height <= 0 && before !== height
    const zero = last + ((at - last) * before) / (before - height)
    if (sign * height > 0) {
      if (isPassed) line.push([zero, 0])
      line.push([at, height])
    } else if (line.length > 0) {
      found.push([...line, [isPassed ? zero : at, 0]])
      line = []
    }
  }
  return line.length > 0 ? [...found, line] : found
}

/** A derivative under the curve of the same data: the same horizontal axis, its point, `more` over it. */
function derivativePlot(data: CurveData, derivative: Derivative, canvas: Canvas, more: readonly Mark[]): Plot {
  const { course, name, y, colour } = derivative
  const pieces = piecesOf(data.samples, course)
  const point = pointLayer(data, derivative, pieces, canvas)
  const isShaded = course === 'slopes' && data.traces.length === 0
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: [curveLine(brokenLine(pieces, y, pixelSize(emptyRoom(data.x, y, canvas)).y), colour, 2.2)]
      },
      options: flatOptions(canvas, { x: data.x, y }, { x: data.variable, y: name })
    },
    below: [...(isShaded ? shades(pieces, y, canvas.look) : []), ...columnMarks(data, canvas.look)],
    above: [...placeGuides(data, canvas.look), ...breakMarks(data, course, colour, y, canvas), ...more, ...point.marks],
    handles: point.handles,
    trails: [],
    picking: 'none',
    pointed: (pointed) => (course === 'slopes' ? pointedOnSlope : pointedOnAxis)(canvas, pointed),
    readout: ([x = NaN, height = NaN]) => derivativeReadout(data, { course, name, pieces }, [x, height], y, canvas),
    note: data.samples.tooMany ? canvas.words.tooManyBreaks : null
  }
}

/** y = f′(x) under the curve of the same data: the same horizontal axis, the point (a, f′(a)) or the steps of the runs. */
export function slopePlot(data: CurveData, canvas: Canvas): Plot {
  const { look } = canvas
  const slopes = data.traces.length > 0 ? piecesOf(data.samples, 'slopes') : []
  const derivative = { course: 'slopes', name: data.slopeName, y: slopeRange(data), colour: look.secant } as const
  const steps = data.traces.flatMap((_, run) => runMarks(data, slopes, look, run))
  return {
    ...derivativePlot(data, derivative, canvas, steps),
    trails: data.traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.x,
      y: Float64Array.from(trace.steps, (_, index) => stepSlope(slopes, trace, index)),
      lines: (index) => stepLines(trace, index, { variables: [data.variable] }, canvas)
    })),
    picking: data.traces.length > 0 ? 'nearest' : 'none'
  }
}

/** What the second derivative is called: `f″(x)`, or `∂²f/∂x²` beside other variables. */
const secondName = ({ slopeName, variable }: CurveData) =>
  slopeName.startsWith('∂') ? `∂²f/∂${variable}²` : `f″(${variable})`

/** y = f″(x) under the curve of the same data, over the same horizontal axis; below 0 the curve bends downward. */
export function secondPlot(data: CurveData, canvas: Canvas): Plot {
  const { look } = canvas
  const derivative = { course: 'seconds', name: secondName(data), y: secondRange(data), colour: look.path } as const
  return derivativePlot(data, derivative, canvas, [
    { mark: 'guide', x: null, y: 0, colour: look.zero, width: 1.4, dash: [] }
  ])
}
