import type { Interval } from '@shared/experiment/experiment'
import { numeral, powerOfTen } from '@shared/numbers/numeral'
import { evenTicks, tickTexts } from '@shared/numbers/ticks'
import { indexAt, type LossData, type Trace } from './figure'
import { runLook } from './look'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Numbering, type Plot } from './plot'
import { padded } from './ranges'

const isPositive = (value: number) => value > 0 && Number.isFinite(value)

/** Whether a run makes a line on a logarithmic axis. */
function hasLine({ values }: Trace): boolean {
  return Array.from(values).filter(isPositive).length >= 2
}

/** Whether a value is 0 or less, so that it has no place on a logarithmic axis. */
const hasNone = ({ values }: Trace) => Array.from(values).some((value) => value <= 0)

/** A part of the greatest value: what lies less than this below 0 is 0 but for rounding. */
const rounding = 1e-9

/** Whether a logarithmic axis suits the runs: one of them makes a line on it, and none goes down to really negative values. */
function suitsLogarithm(traces: readonly Trace[]): boolean {
  if (!traces.some(hasNone)) return true
  const { min, max } = extent(traces, Number.isFinite)
  return traces.some(hasLine) && min >= -rounding * max
}

/** From the least to the greatest of the values that can be `shown`. */
function extent(traces: readonly Trace[], shown: (value: number) => boolean): Interval {
  let min = Infinity
  let max = -Infinity
  for (const { values } of traces) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      if (!shown(value)) continue
      min = Math.min(min, value)
      max = Math.max(max, value)
    }
  }
  return min <= max ? { min, max } : { min: 0.1, max: 1 }
}

/** Powers of ten over a logarithmic axis, whose ends are positive and finite: at most about `count` of them. */
function decades(range: Interval, count: number): readonly number[] {
  const first = Math.ceil(Math.log10(range.min) - 1e-9)
  const last = Math.floor(Math.log10(range.max) + 1e-9)
  const step = [1, 2, 3, 5, 10, 20, 30, 50, 100].find((each) => (last - first + 1) / each <= count) ?? 200
  const powers: number[] = []
  for (let power = first; power <= last; power++) if (power % step === 0) powers.push(Number(`1e${power}`))
  return powers.length >= 2 ? powers : evenTicks(range, count)
}

const isPower = (value: number) => value.toExponential().startsWith('1e')

/** Of a logarithmic axis: powers of ten, plain while they are short, and where it has less than two, even steps. */
export const decadeNumbers: Numbering = {
  ticks: decades,
  texts: (ticks, room) => {
    const plain = tickTexts(ticks, room)
    const isPlain = plain.common === '' && plain.texts.every((text) => text.length <= room && !text.includes('e'))
    if (isPlain || !ticks.every(isPower)) return plain
    return { texts: ticks.map((tick) => powerOfTen(Math.round(Math.log10(tick)))), common: '' }
  },
  origin: false
}

/** Room above and below on a logarithmic axis, as a factor: about a seventh of a decade. */
const logMargin = 1.4

/** What the vertical axis shows: f itself, or how far it is above the least value. */
interface Height {
  readonly log: boolean
  /** Subtracted from every value. */
  readonly base: number
}

function heightOf({ traces, scale, least }: LossData): Height {
  if (scale !== 'log') return { log: false, base: 0 }
  if (suitsLogarithm(traces)) return { log: true, base: 0 }
  if (least === null) return { log: false, base: 0 }
  const above = traces.map((trace) => raisedBy(trace, least))
  return suitsLogarithm(above) && above.some(hasLine) ? { log: true, base: least } : { log: false, base: 0 }
}

const raisedBy = (trace: Trace, base: number): Trace =>
  base === 0 ? trace : { ...trace, values: Float64Array.from(trace.values, (value) => value - base) }

function noteOf({ scale, traces }: LossData, { log, base }: Height, words: Canvas['words']): string | null {
  if (scale !== 'log') return null
  if (base !== 0) return words.aboveLeast
  if (!traces.some(hasNone)) return null
  return log ? words.leftOut : words.notPositive
}

/**
 * f over the steps of each run, or over what they spent. On a logarithmic axis the values that reach 0 leave the picture;
 * where f is negative it shows f − its least value, if that is known. Otherwise, and where no run has two positive
 * values, the axis is linear. All this is said in the note.
 */
export function lossPlot(data: LossData, canvas: Canvas): Plot {
  const { selected, step, spent } = data
  const { look, words } = canvas
  const height = heightOf(data)
  const { log, base } = height
  const traces = data.traces.map((trace) => raisedBy(trace, base))
  const along = (run: number): ArrayLike<number> => spent?.[run] ?? traces[run]?.steps ?? []
  const shown = log ? isPositive : Number.isFinite
  const values = extent(traces, shown)
  const y = log
    ? { min: values.min / logMargin, max: Math.min(values.max * logMargin, Number.MAX_VALUE) }
    : padded(values, 0.06)
  const last = Math.max(1, ...traces.map((_, run) => along(run)[along(run).length - 1] ?? 0))
  const titles = { x: spent ? words.evaluations : words.step, y: base === 0 ? 'f' : words.differenceToLeast }
  const options = flatOptions(
    canvas,
    { x: { min: 0, max: last }, y },
    titles,
    log ? { numbering: { y: decadeNumbers } } : {}
  )
  const marks: Mark[] = []
  if (step !== null) {
    const chosen = traces[selected]
    const at = spent ? chosen && (along(selected)[indexAt(chosen, step)] ?? NaN) : step
    // Beyond the end of all runs there is nothing to point at.
    if (at !== undefined && at <= last)
      marks.push({ mark: 'guide', x: at, y: null, colour: look.soft, width: 1, dash: [4, 3] })
    traces.forEach((trace, run) => {
      const index = indexAt(trace, step)
      const value = trace.values[index] ?? NaN
      const place = [along(run)[index] ?? NaN, shown(value) ? value : NaN]
      const { colour, halo, marker } = runLook(look, trace.colour)
      marks.push({
        mark: 'dots',
        places: [place],
        colour,
        halo,
        marker,
        radius: run === selected ? 5 : 3.5,
        opacity: 1
      })
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
            data: Array.from(along(run), (x, index) => {
              const value = trace.values[index] as number
              return { x, y: shown(value) ? value : NaN }
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
                type: 'logarithmic'
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
      x: along(run),
      // What has no place on the axis is found at its lower end.
      y: log ? Float64Array.from(trace.values, (value) => (value <= 0 ? y.min : value)) : trace.values,
      lines: (index) => hoverLines(data, run, index, words)
    })),
    picking: 'across',
    readout: () => null,
    note: noteOf(data, height, words)
  }
}

/** What hovering over a step of a run says: whose it is, f there, what was spent to get there. */
function hoverLines(
  { traces, spent }: LossData,
  run: number,
  index: number,
  words: Canvas['words']
): readonly string[] {
  const trace = traces[run]
  if (!trace) return []
  const count = spent?.[run]?.[index]
  return [
    `${trace.name} · ${words.stepNumber({ step: trace.steps[index] as number })}`,
    `f = ${numeral(trace.values[index] as number)}`,
    ...(count === undefined ? [] : [words.evaluationCount({ count })])
  ]
}
