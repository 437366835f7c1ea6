import type { GridSamples } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { fieldMarks, gradientMarks } from './arrows'
import { contoursOf } from './bands'
import { stepLines } from './curve'
import { type ContourData, indexAt, type PlaneData } from './figure'
import { bilinear, groundOf } from './grid'
import { type Margins, shapedMargins } from './layout'
import { groundColour, type Look, runLook } from './look'
import { type Mark, way } from './marks'
import { numeral } from './numerals'
import { type Canvas, flatOptions, type Handle, marginsFor, type Plot } from './plot'

/** What is to be known of the picture: that its angles deceive, otherwise how its levels are spaced. */
function noteOf(data: ContourData, words: Words['plots']): string | null {
  const hasArrows =
    data.field.towards !== 'none' || data.point !== null || (data.gradient !== null && data.step !== null)
  return hasArrows && !data.square ? words.notSquare : spacingNote(data, words)
}

/** Says that the levels are not evenly spaced, or null. */
function spacingNote(data: ContourData, words: Words['plots']): string | null {
  const { samples, x, y } = groundOf(data)
  const { spacing } = contoursOf(samples, x, y).levels
  return spacing === 'even' ? null : spacing === 'finer-below' ? words.finerBelow : words.finerAbove
}

/** The bands of a grid stay the same object while ranges and theme do, so that their picture can be kept. */
const known = new WeakMap<GridSamples, { readonly key: string; readonly mark: Mark }>()

function bands(data: ContourData, look: Look): Mark {
  const { samples, x, y } = groundOf(data)
  const key = [look.theme, data.map, x.min, x.max, y.min, y.max].join()
  const last = known.get(samples)
  if (last?.key === key) return last.mark
  const { regions } = contoursOf(samples, x, y)
  const top = Math.max(regions.length - 1, 1)
  const mark: Mark = {
    mark: 'bands',
    line: look.contourLine,
    bands: regions.map(({ rings }, index) => ({
      colour: groundColour(look, data.map, regions.length > 1 ? index / top : 0.5),
      rings
    }))
  }
  known.set(samples, { key, mark })
  return mark
}

function runMarks(data: PlaneData, { look, room }: Canvas, run: number): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const style = runLook(look, trace.colour)
  const now = indexAt(trace, data.step)
  const places = Array.from(trace.steps, (_, index) => [trace.x[index] as number, trace.y[index] as number])
  const later = places.slice(Math.max(now, 0))
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
    ...way(places.slice(0, now + 1), style, 1)
  ]
}

function pointMarks(data: ContourData, canvas: Canvas): readonly Mark[] {
  const { point } = data
  if (!point) return []
  const { look } = canvas
  const at = [point.x, point.y]
  return [
    { mark: 'guide', x: point.x, y: point.y, colour: look.ink, width: 1.2, dash: [5, 4] },
    ...gradientMarks(data, canvas, at, [point.slopeX, point.slopeY], data.both),
    { mark: 'grip', at, colour: look.point, halo: look.card }
  ]
}

/** The ring at the selected step of the selected run, with the arrow −∇f. */
function selectionMarks(data: ContourData, canvas: Canvas): readonly Mark[] {
  const trace = data.traces[data.selected]
  if (!trace || data.step === null) return []
  const index = indexAt(trace, data.step)
  if (index < 0) return []
  const at = [trace.x[index] as number, trace.y[index] as number]
  const { look, room } = canvas
  return [
    ...(data.gradient ? gradientMarks(data, canvas, at, data.gradient, data.both) : []),
    { mark: 'ring', at, colour: look.ink, halo: look.card, radius: room === 'full' ? 9 : 6 }
  ]
}

function handlesOf(data: ContourData): readonly Handle[] {
  const starts = data.traces.flatMap((trace, run) =>
    trace.steps.length > 0 ? [{ id: `start-${run}`, at: [trace.x[0] as number, trace.y[0] as number] }] : []
  )
  return [
    ...(data.point ? [{ id: 'point', at: [data.point.x, data.point.y] }] : []),
    ...(data.draggable && data.step !== null ? starts : [])
  ]
}

/** The margins of the contour: larger where a 1:1 contour does not fill its element. */
function marginsOf(data: ContourData, canvas: Canvas): Margins {
  const margins = marginsFor(canvas.room)
  if (!data.square) return margins
  const shape = (data.x.max - data.x.min) / (data.y.max - data.y.min)
  return shapedMargins(canvas.size, margins, shape)
}

/** Filled contours of f over two variables, darker where lower, with the ways of the runs. */
export function contourPlot(data: ContourData, canvas: Canvas, name = ''): Plot {
  const { look, room } = canvas
  const margins = marginsOf(data, canvas)
  const runs = data.traces.map((_, run) => run)
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const ground = groundOf(data)
  const handles = room === 'full' ? handlesOf(data) : []
  const grips = handles
    .filter(({ id }) => id !== 'point')
    .map(({ id, at }): Mark => {
      const trace = data.traces[Number(id.slice('start-'.length))]
      return { mark: 'grip', at, colour: runLook(look, trace?.colour ?? 0).colour, halo: look.card }
    })
  return {
    name,
    config: {
      type: 'line',
      data: { datasets: [] },
      options: flatOptions(canvas, data, { x: data.variables[0], y: data.variables[1] }, { margins, grid: false })
    },
    below: [bands(data, look)],
    above: [
      ...(data.field.towards !== 'none' ? fieldMarks(data, canvas, margins) : []),
      ...order.flatMap((run) => runMarks(data, canvas, run)),
      ...grips,
      ...selectionMarks(data, canvas),
      ...pointMarks(data, canvas)
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
    readout: ([x = NaN, y = NaN]) => {
      const value = bilinear(ground, ground.samples.values, x, y)
      const place = `${data.variables[0]} = ${numeral(x, 4)}, ${data.variables[1]} = ${numeral(y, 4)}`
      if (!Number.isFinite(value)) return { at: [x, y], lines: [place, canvas.words.undefinedHere] }
      return { at: [x, y], lines: [place, `f ≈ ${numeral(value, 4)}`] }
    },
    note: noteOf(data, canvas.words)
  }
}
