import type { Interval } from '@shared/experiment/experiment'
import { stepLines, stepSlope } from './curve'
import { type CurveData, indexAt } from './figure'
import { brokenLine, heightAt } from './gaps'
import { type Look, runLook } from './look'
import { dotRadius, type Mark } from './marks'
import { numeral } from './numerals'
import { type Canvas, flatOptions, type Plot } from './plot'
import { valueRange } from './ranges'

/** The steps of one run at their slopes, up to the selected step: what drives each step is read off here. */
function runMarks(data: CurveData, look: Look, run: number): readonly Mark[] {
  const trace = data.traces[run]
  const now = trace && data.step !== null ? indexAt(trace, data.step) : -1
  if (!trace || now < 0) return []
  const { colour, halo } = runLook(look, trace.colour)
  const places = Array.from({ length: now + 1 }, (_, index) => [
    trace.x[index] as number,
    stepSlope(data, trace, index)
  ])
  const at = places[now] as number[]
  const radius = Math.max(dotRadius(places.length), 1.5)
  const dots: Mark = { mark: 'dots', places, colour, halo, radius, opacity: 1 }
  return run === data.selected ? [dots, { mark: 'ring', at, colour: look.ink, halo: look.card, radius: 8.5 }] : [dots]
}

/** Whether f′ grows to the right of the point: then its name has room below the curve. */
function isRising({ samples, point, x }: CurveData): boolean {
  const at = point?.at ?? NaN
  const further = at + (x.max - x.min) / 50
  return heightAt(samples, samples.slopes, further) > heightAt(samples, samples.slopes, at)
}

/** The point (a, f′(a)) with its coordinates. */
function pointMarks(data: CurveData, at: readonly [number, number], look: Look): readonly Mark[] {
  const text = `(${numeral(at[0])}, ${numeral(at[1])})`
  return [
    { mark: 'guide', x: at[0], y: null, colour: look.zero, width: 1, dash: [3, 4] },
    { mark: 'dots', places: [at], colour: look.tangent, halo: look.card, radius: 5, opacity: 1 },
    { mark: 'text', at, dx: 10, dy: isRising(data) ? 20 : -9, text, colour: look.tangent, halo: look.card, size: 12 }
  ]
}

/** The vertical range of f′: the wanted one, or one chosen from the slopes over the visible part of the axis. */
export function slopeRange({ samples, point, x, slopeY }: CurveData): Interval {
  if (slopeY) return slopeY
  const visible = Float64Array.from(samples.slopes).filter((_, index) => {
    const at = samples.x[index] as number
    return at >= x.min && at <= x.max
  })
  const inView = point && point.at >= x.min && point.at <= x.max
  return valueRange(visible, inView ? [point.slope] : [])
}

/** y = f′(x) under the curve of the same data: the same horizontal axis, the point (a, f′(a)) or the steps of the runs. */
export function slopePlot(data: CurveData, canvas: Canvas): Plot {
  const { samples, variable, slopeName, point, x, traces } = data
  const { look } = canvas
  const y = slopeRange(data)
  const at = point && Number.isFinite(point.slope) ? ([point.at, point.slope] as const) : null
  const runs = traces.map((_, run) => run)
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: brokenLine(samples, samples.slopes, y),
            borderColor: look.secant,
            borderWidth: 2.2,
            pointRadius: 0,
            spanGaps: false
          }
        ]
      },
      options: flatOptions(canvas, { x, y }, { x: variable, y: slopeName })
    },
    below: [],
    above: [...runs.flatMap((run) => runMarks(data, look, run)), ...(at ? pointMarks(data, at, look) : [])],
    handles: at ? [{ id: 'point', at }] : [],
    trails: traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.x,
      y: Float64Array.from(trace.steps, (_, index) => stepSlope(data, trace, index)),
      lines: (index) => stepLines(trace, index, { variables: [variable] }, canvas)
    })),
    picking: traces.length > 0 ? 'nearest' : 'none',
    readout: ([at = NaN]) => {
      const slope = heightAt(samples, samples.slopes, at)
      if (!Number.isFinite(slope)) return null
      return { at: [at, slope], lines: [`${variable} = ${numeral(at, 4)}`, `${slopeName} ≈ ${numeral(slope, 4)}`] }
    },
    note: null
  }
}

/** y = f″(x) under the curve of the same data, over the same horizontal axis. */
export function secondPlot(data: CurveData, canvas: Canvas): Plot {
  const { samples, variable, x } = data
  const y = valueRange(samples.seconds)
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: samples.seconds.length > 0 ? brokenLine(samples, samples.seconds, y) : [],
            borderColor: canvas.look.path,
            borderWidth: 2.2,
            pointRadius: 0,
            spanGaps: false
          }
        ]
      },
      options: flatOptions(canvas, { x, y }, { x: variable, y: `f″(${variable})` })
    },
    below: [],
    above: [],
    handles: [],
    trails: [],
    picking: 'none',
    readout: () => null,
    note: null
  }
}
