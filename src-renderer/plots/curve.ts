import type { Interval } from '@shared/experiment/experiment'
import { type CurveData, indexAt, type Trace } from './figure'
import { brokenLine, heightAt } from './gaps'
import { type Look, runLook } from './look'
import { dotRadius, type Mark } from './marks'
import { numeral } from './numerals'
import { type Canvas, flatOptions, type Plot } from './plot'
import { valueRange } from './ranges'
import { pointMarks } from './tangent'

const within = (range: Interval, value: number) => value >= range.min && value <= range.max

/** The values of the marked points that lie over the visible part of the axis. */
function marked({ x, point, secant, traces, step }: CurveData): readonly number[] {
  const values: number[] = []
  if (point && within(x, point.at)) values.push(point.value)
  for (const end of secant ? [secant.from, secant.to] : []) if (within(x, end.x)) values.push(end.value)
  if (step === null) return values
  for (const trace of traces) {
    for (let index = 0; index <= indexAt(trace, step); index++) {
      if (within(x, trace.x[index] as number)) values.push(trace.values[index] as number)
    }
  }
  return values
}

/** The curve's vertical range: the wanted one, or one chosen from the values over the visible part of the axis. */
export function curveRange(data: CurveData): Interval {
  if (data.y) return data.y
  const visible = Float64Array.from(data.samples.values).filter((_, index) =>
    within(data.x, data.samples.x[index] as number)
  )
  return valueRange(visible, marked(data))
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

/** Slope of the tangent a run saw at its point `index`: the size is the run's own, the sign that of the curve there. */
export function stepSlope(data: CurveData, trace: Trace, index: number): number {
  const exact = heightAt(data.samples, data.samples.slopes, trace.x[index] as number)
  const size = trace.norms[index] as number
  return Number.isFinite(size) ? Math.sign(exact) * size : exact
}

function runMarks(data: CurveData, look: Look, room: Canvas['room'], run: number): readonly Mark[] {
  const trace = data.traces[run]
  if (!trace || data.step === null) return []
  const { colour, halo, dash } = runLook(look, trace.colour)
  const now = indexAt(trace, data.step)
  if (now < 0) return []
  const places = Array.from({ length: now + 1 }, (_, index) => [
    trace.x[index] as number,
    trace.values[index] as number
  ])
  const selected = run === data.selected
  const radius = Math.max(dotRadius(places.length), 1.5)
  const marks: Mark[] = []
  const reach = room === 'full' ? 30 : null
  const first = room === 'full' ? Math.max(0, now - 60) : now
  for (let index = first; selected && index <= now; index++) {
    const last = index === now
    marks.push({
      mark: 'slope',
      at: places[index] as number[],
      slope: stepSlope(data, trace, index),
      reach: last && reach !== null ? reach * 5 : reach,
      colour: look.tangent === colour || room === 'cell' ? colour : look.tangent,
      width: last ? 1.8 : 1,
      dash: [],
      opacity: last ? 1 : 0.45
    })
  }
  if (room === 'full')
    marks.push({
      mark: 'path',
      places,
      colour,
      halo: null,
      width: 1,
      dash,
      opacity: 0.55
    })
  marks.push({ mark: 'dots', places, colour, halo, radius, opacity: 1 })
  const at = places[now]
  if (at && room === 'full') {
    const start = places[0] as number[]
    marks.push({ mark: 'text', at: start, dx: 9, dy: 4, text: '0', colour, halo: look.card, size: 12 })
    if (selected) marks.push({ mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8.5 })
  } else if (at) marks.push({ mark: 'dots', places: [at], colour, halo, radius: 4.2, opacity: 1 })
  return marks
}

/** y = f(x), with a point and its tangent, or with the steps of the runs. */
export function curvePlot(data: CurveData, canvas: Canvas, name = ''): Plot {
  const { look, room } = canvas
  const y = curveRange(data)
  const runs = data.traces.map((_, run) => run)
  // The selected run lies on top.
  const order = [...runs.filter((run) => run !== data.selected), ...runs.filter((run) => run === data.selected)]
  const trace = data.traces[data.selected]
  const handles = [
    ...(data.point ? [{ id: 'point', at: [data.point.at, data.point.value] }] : []),
    ...(trace && data.step === 0 && trace.x.length > 0
      ? [{ id: 'start', at: [trace.x[0] as number, trace.values[0] as number] }]
      : [])
  ]
  return {
    name,
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: brokenLine(data.samples, data.samples.values, y),
            borderColor: data.step === null ? look.curve : look.path,
            borderWidth: room === 'full' ? 2.2 : 1.5,
            pointRadius: 0,
            spanGaps: false
          }
        ]
      },
      options: flatOptions(canvas, { x: data.x, y }, { x: data.variable, y: data.name })
    },
    below: [],
    above: [...order.flatMap((run) => runMarks(data, look, room, run)), ...pointMarks(data, y, canvas)],
    handles: room === 'full' ? handles : [],
    trails: data.traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.x,
      y: trace.values,
      lines: (index) => stepLines(trace, index, { variables: [data.variable] }, canvas)
    })),
    picking: room === 'full' ? 'nearest' : 'none',
    readout: ([x = NaN]) => {
      const value = heightAt(data.samples, data.samples.values, x)
      if (!Number.isFinite(value)) return null
      return { at: [x, value], lines: [`${data.variable} = ${numeral(x, 4)}`, `f ≈ ${numeral(value, 4)}`] }
    },
    note: null
  }
}
