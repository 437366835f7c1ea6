import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import { indexAt, type VariablesData } from '../figure'
import { cellColumns, type Size } from './layout'
import { runLook } from './look'
import type { Mark } from './marks'
import { type Canvas, flatOptions, type Plot } from './plot'
import { grownRange, padded } from './ranges'

/** A small chart is not made narrower than this while there are fewer columns to be had: CSS pixels. */
const leastWidth = 220

/** Nor are rows made lower than this on a sheet that has no more room below: a picture, not the screen. */
const leastHeight = 100

/** Beside one another on a sheet so wide that can be as high as it takes. */
export const variableColumns = (count: number, width: number): number =>
  Math.max(1, Math.min(count, Math.floor(width / leastWidth)))

/** Beside one another on a sheet of this size, smaller where all would not fit on it otherwise. */
export function columnsOn(size: Size, count: number): number {
  const columns = variableColumns(count, size.width)
  return Math.ceil(count / columns) * leastHeight <= size.height ? columns : cellColumns(count, size, 1.6)
}

/** How many times the range of the selected run grows at most for the others: one that diverges leaves the picture. */
const mostGrowth = 6

/** The value of each variable over the steps of each run: a small chart a variable, named after it. */
export function variablePlots(data: VariablesData, canvas: Canvas): readonly Plot[] {
  return data.names.map((name, axis) => variablePlot(data, name, axis, canvas))
}

function variablePlot(
  { traces, values, step, selected }: VariablesData,
  name: string,
  axis: number,
  canvas: Canvas
): Plot {
  const { look, words } = canvas
  const along = traces.map((_, run) => values[run]?.[axis] ?? [])
  const last = Math.max(1, ...traces.map(({ steps }) => steps[steps.length - 1] ?? 0))
  const y = rangeOf(along, selected)
  const marks: Mark[] = []
  if (step !== null) {
    marks.push({ mark: 'guide', x: Math.min(step, last), y: null, colour: look.soft, width: 1, dash: [4, 3] })
    for (const [run, trace] of traces.entries()) {
      const index = indexAt(trace, step)
      const { colour, halo, marker } = runLook(look, trace.colour)
      const place = [trace.steps[index] ?? Number.NaN, along[run]?.[index] ?? Number.NaN]
      marks.push({ mark: 'dots', places: [place], colour, halo, marker, radius: run === selected ? 4 : 3, opacity: 1 })
    }
  }
  return {
    name,
    config: {
      type: 'line',
      data: {
        datasets: traces.map(({ steps, colour: number }, run) => {
          const { colour, dash } = runLook(look, number)
          return {
            data: Array.from(steps, (step, index) => ({ x: step, y: along[run]?.[index] ?? Number.NaN })),
            borderColor: colour,
            borderDash: [...dash],
            borderWidth: run === selected ? 1.8 : 1.3,
            pointRadius: 0,
            order: run === selected ? 0 : 1
          }
        })
      },
      options: flatOptions(canvas, { x: { min: 0, max: last }, y }, { x: words.step, y: name })
    },
    below: [],
    above: marks,
    handles: [],
    trails: traces.map((trace, run) => ({
      run,
      steps: trace.steps,
      x: trace.steps,
      y: along[run] ?? [],
      lines: (index) => [
        `${trace.name} · ${words.stepNumber({ step: trace.steps[index] as number })}`,
        `${name} = ${numeral(along[run]?.[index] ?? Number.NaN)}`
      ]
    })),
    picking: 'across',
    readout: () => null,
    note: null
  }
}

function rangeOf(along: readonly ArrayLike<number>[], selected: number): Interval {
  // Of a run that is hidden, or could not be made, there are no values.
  const own = [along[selected], ...along].find((values) => values && values.length > 0) ?? []
  let [min, max] = [Infinity, -Infinity]
  for (let index = 0; index < own.length; index++) {
    min = Math.min(min, own[index] as number)
    max = Math.max(max, own[index] as number)
  }
  const range = padded(min <= max ? { min, max } : { min: -1, max: 1 }, 0.08)
  return along.reduce((grown, values) => grownRange(grown, values, mostGrowth), range)
}
