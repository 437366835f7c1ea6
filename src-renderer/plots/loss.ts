import type { Interval } from '@shared/experiment/experiment'
import { indexAt, type LossData, type Trace } from './figure'
import { runLook } from './look'
import type { Mark } from './marks'
import { numeral } from './numerals'
import { type Canvas, flatOptions, type Plot } from './plot'
import { padded } from './ranges'

/** Whether f can stand on a logarithmic axis. */
function isPositive(traces: readonly Trace[]): boolean {
  return traces.every((trace) => Array.from(trace.values).every((value) => !(value <= 0)))
}

function extent(traces: readonly Trace[]): Interval {
  let min = Infinity
  let max = -Infinity
  for (const { values } of traces) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      if (!Number.isFinite(value)) continue
      min = Math.min(min, value)
      max = Math.max(max, value)
    }
  }
  return min <= max ? { min, max } : { min: 0.1, max: 1 }
}

/** Powers of ten over a logarithmic axis, whose ends are positive and finite: at most about `count` of them. */
export function decades(range: Interval, count: number): readonly number[] {
  const first = Math.ceil(Math.log10(range.min) - 1e-9)
  const last = Math.floor(Math.log10(range.max) + 1e-9)
  const step = [1, 2, 3, 5, 10, 20, 30, 50, 100].find((each) => (last - first + 1) / each <= count) ?? 200
  const powers: number[] = []
  for (let power = first; power <= last; power++) if (power % step === 0) powers.push(10 ** power)
  return powers.length >= 2 ? powers : [range.min, range.max]
}

/** Room above and below on a logarithmic axis, as a factor: about a seventh of a decade. */
const logMargin = 1.4

/** f over the steps of each run. A logarithmic axis is given up, with a note, where f is not positive. */
export function lossPlot(data: LossData, canvas: Canvas): Plot {
  const { traces, selected, step } = data
  const { look, words, size } = canvas
  const log = data.scale === 'log' && isPositive(traces)
  const values = extent(traces)
  const y = log
    ? { min: values.min / logMargin, max: Math.min(values.max * logMargin, Number.MAX_VALUE) }
    : padded(values, 0.06)
  const last = Math.max(1, ...traces.map((trace) => trace.steps[trace.steps.length - 1] ?? 0))
  const options = flatOptions(canvas, { x: { min: 0, max: last }, y }, { x: words.step, y: 'f' })
  const ticks = log ? decades(y, Math.max(2, Math.floor(size.height / 32))) : []
  const marks: Mark[] = []
  if (step !== null) {
    marks.push({ mark: 'guide', x: Math.min(step, last), y: null, colour: look.soft, width: 1, dash: [4, 3] })
    traces.forEach((trace, run) => {
      const index = indexAt(trace, step)
      const place = [trace.steps[index] ?? NaN, trace.values[index] ?? NaN]
      const { colour, halo } = runLook(look, trace.colour)
      marks.push({ mark: 'dots', places: [place], colour, halo, radius: run === selected ? 5 : 3.5, opacity: 1 })
    })
  }
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: traces.map((trace, run) => {
          const { colour, dash } = runLook(look, trace.colour)
          return {
            data: Array.from(trace.steps, (x, index) => {
              const value = trace.values[index] as number
              return { x, y: Number.isFinite(value) ? value : NaN }
            }),
            borderColor: colour,
            borderDash: [...dash],
            borderWidth: run === selected ? 2.2 : 1.5,
            pointRadius: 0,
            order: run === selected ? 0 : 1
          }
        })
      },
      options: log
        ? {
            ...options,
            scales: {
              ...options.scales,
              y: {
                ...options.scales?.['y'],
                type: 'logarithmic',
                afterBuildTicks: (scale) => {
                  scale.ticks = ticks.map((value) => ({ value, major: true }))
                }
              } as NonNullable<typeof options.scales>[string]
            }
          }
        : options
    },
    below: [],
    above: marks,
    handles: [],
    trails: traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.steps,
      y: trace.values,
      lines: (index) => [
        `${trace.name} · ${words.stepNumber({ step: trace.steps[index] as number })}`,
        `f = ${numeral(trace.values[index] as number)}`
      ]
    })),
    picking: 'across',
    readout: () => null,
    note: data.scale === 'log' && !log ? words.notPositive : null
  }
}
