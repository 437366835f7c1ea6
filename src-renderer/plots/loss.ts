import type { Interval } from '@shared/interval'
import { countNumeral, numeral, powerOfTen } from '@shared/numbers/numeral'
import { scientific } from '@shared/numbers/rounded'
import { evenTicks, tickTexts } from '@shared/numbers/ticks'
import { indexAt, type LossData, type Trace } from '../figure'
import { inkOf, type Look, runLook } from './look'
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

const isPower = (value: number) => scientific(value).mantissa === '1'

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

/** Where a logarithmic axis ends: below, f is rounding. Of an f that is itself not much greater, it does not. */
const rounded = { floor: 1e-12, most: 1e-9 }

/** From so many steps, or evaluations, on their axis is logarithmic: a run does most of its way in the first of them. */
const long = 2000

/** How a step is placed on its axis: there is a place for step 0 on the logarithmic one too. */
const stretched = (count: number) => Math.log10(1 + count)

/** Of a stretched axis: 0 and powers of ten. */
const stretchedNumbers: Numbering = {
  ticks: ({ max }, count) => {
    const last = Math.floor(max)
    const step = [1, 2, 3].find((each) => last / each <= count - 1) ?? 4
    const powers = Array.from({ length: last }, (_, index) => index + 1).filter((power) => power % step === 0)
    return [0, ...powers.map((power) => stretched(10 ** power))]
  },
  texts: (ticks) => ({
    texts: ticks.map((at) => {
      const power = Math.round(Math.log10(Math.max(10 ** at - 1, 1)))
      return at === 0 ? '0' : power <= 3 ? numeral(10 ** power) : powerOfTen(power)
    }),
    common: ''
  }),
  origin: false
}

/** Powers of ten over an axis that ends at `floor`, which stands for all that is below. */
const flooredNumbers = (floor: number): Numbering => ({
  ...decadeNumbers,
  ticks: (range, count) => [floor, ...decadeNumbers.ticks(range, count).filter((tick) => tick > 30 * floor)],
  texts: ([first, ...ticks], room) => {
    const { texts, common } = decadeNumbers.texts(ticks, room)
    return { texts: first === undefined ? [] : [`≤${powerOfTen(Math.round(Math.log10(floor)))}`, ...texts], common }
  }
})

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

function noteOf(
  { scale, traces }: LossData,
  { log, base }: Height,
  floor: number | null,
  words: Canvas['words']
): string | null {
  if (scale !== 'log') return null
  const notes = [
    base === 0 ? null : words.aboveLeast,
    floor === null ? null : words.atFloor({ floor: powerOfTen(Math.round(Math.log10(floor))) }),
    !log && traces.some(hasNone) ? words.notPositive : null
  ].filter((note) => note !== null)
  return notes.length > 0 ? notes.join(' ') : null
}

/** Where a logarithmic axis ends though values are below; null where it holds all of them. */
function floorOf(traces: readonly Trace[], { min, max }: Interval): number | null {
  const isBelow = (floor: number) => traces.some(({ values }) => Array.from(values).some((value) => value < floor))
  if (max > rounded.most) return isBelow(rounded.floor) ? rounded.floor : null
  // A power of ten as well, for its number.
  const floor = 10 ** Math.floor(Math.log10(min / logMargin))
  return floor > 0 && isBelow(floor) ? floor : null
}

/**
 * f over the steps of each run, or over what they spent; of long runs on a logarithmic axis. A logarithmic axis of f ends
 * at its floor, where all that is below is drawn and marked; where f is negative it shows f − its least value, if that is
 * known. Otherwise, and where no run has two positive values, the axis is linear. All this is said in the note.
 */
export function lossPlot(data: LossData, canvas: Canvas): Plot {
  const { selected, step, spent } = data
  const { look, words } = canvas
  const height = heightOf(data)
  const { log, base } = height
  const traces = data.traces.map((trace) => raisedBy(trace, base))
  const values = extent(traces, log ? isPositive : Number.isFinite)
  const floor = log ? floorOf(traces, values) : null
  const y = log
    ? { min: floor ?? values.min / logMargin, max: Math.min(values.max * logMargin, Number.MAX_VALUE) }
    : padded(values, 0.06)
  /** Where a value is drawn; NaN where it is not. */
  const drawn = (value: number) =>
    floor !== null && value < floor ? floor : (log ? isPositive(value) : Number.isFinite(value)) ? value : NaN
  const counts = traces.map((trace, run): ArrayLike<number> => spent?.[run] ?? trace.steps)
  const last = Math.max(1, ...counts.map((count) => count[count.length - 1] ?? 0))
  const isLong = last > long
  const across = isLong ? stretched : (count: number) => count
  const along = counts.map((count) => (isLong ? Float64Array.from(count, stretched) : count))
  const counted = spent ? words.evaluations : words.step
  const titles = {
    x: isLong ? words.onLogAxis({ name: counted }) : counted,
    y: base === 0 ? 'f' : words.differenceToLeast
  }
  const options = flatOptions(canvas, { x: { min: 0, max: across(last) }, y }, titles, {
    numbering: {
      ...(log && { y: floor === null ? decadeNumbers : flooredNumbers(floor) }),
      ...(isLong && { x: stretchedNumbers })
    }
  })
  const dot = (run: number, index: number, radius: number): Mark => {
    const { colour, halo, marker } = runLook(look, traces[run]?.colour ?? 0)
    const places = [[along[run]?.[index] ?? NaN, drawn(traces[run]?.values[index] ?? NaN)]]
    return { mark: 'dots', places, colour, halo, marker, radius, opacity: 1 }
  }
  const marks: Mark[] =
    floor === null ? [] : traces.flatMap((trace, run) => floorMark(trace, along[run] ?? [], floor, look))
  if (step !== null) {
    const chosen = traces[selected]
    const at = spent ? chosen && counts[selected]?.[indexAt(chosen, step)] : step
    // Beyond the end of all runs there is nothing to point at.
    if (at !== undefined && at <= last)
      marks.push({ mark: 'guide', x: across(at), y: null, colour: look.soft, width: 1, dash: [4, 3] })
    marks.push(...traces.map((trace, run) => dot(run, indexAt(trace, step), run === selected ? 5 : 3.5)))
  }
  return {
    name: '',
    config: {
      type: 'line',
      data: {
        datasets: traces.map((trace, run) => {
          const { colour, dash } = runLook(look, trace.colour)
          return {
            data: Array.from(along[run] ?? [], (x, index) => ({ x, y: drawn(trace.values[index] as number) })),
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
      x: along[run] ?? [],
      // What has no place on the axis is found at its lower end.
      y: log ? Float64Array.from(trace.values, (value) => Math.max(value, y.min)) : trace.values,
      lines: (index) => hoverLines(data, run, index, words)
    })),
    picking: 'across',
    readout: ([x = NaN, up = NaN]) => {
      const found = nearestPoint(along, x)
      if (!found) return null
      const at = found.at
      // Runs that have ended before have nothing there.
      const stops = along.flatMap((places, run) => {
        const index = indexAt({ steps: places }, at + 1e-9)
        return index >= 0 && (places[places.length - 1] as number) >= at - 1e-9 ? [{ run, index }] : []
      })
      return {
        at: [at, up],
        lines: [
          `${counted} ${countNumeral(counts[found.run]?.[found.index] ?? 0)}`,
          ...stops.map(({ run, index }) => ({
            text: `${data.traces[run]?.name}: ${numeral(data.traces[run]?.values[index] ?? NaN)}`,
            colour: inkOf(look, runLook(look, data.traces[run]?.colour ?? 0).colour)
          }))
        ],
        marks: [
          { mark: 'guide', x: at, y: null, colour: look.ink, width: 1, dash: [] },
          ...stops.map(({ run, index }) => dot(run, index, 3.5))
        ]
      }
    },
    note: noteOf(data, height, floor, words)
  }
}

/** Says of a run where it goes below the floor: a mark on the floor, pointing down. */
function floorMark({ values, colour }: Trace, along: ArrayLike<number>, floor: number, look: Look): readonly Mark[] {
  const first = Array.from(values).findIndex((value) => value < floor)
  if (first < 0) return []
  const { colour: ink, halo } = runLook(look, colour)
  return [
    {
      mark: 'dots',
      places: [[along[first] as number, floor]],
      colour: ink,
      halo,
      marker: 'inverted',
      radius: 4.5,
      opacity: 1
    }
  ]
}

/** The point of any run that is nearest along the axis. */
function nearestPoint(along: readonly ArrayLike<number>[], x: number) {
  const candidates = along.flatMap((places, run) => {
    const before = indexAt({ steps: places }, x)
    return [before, before + 1]
      .filter((index) => index >= 0 && index < places.length)
      .map((index) => ({ run, index, at: places[index] as number }))
  })
  const [nearest] = candidates.sort((one, other) => Math.abs(one.at - x) - Math.abs(other.at - x))
  return nearest
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
