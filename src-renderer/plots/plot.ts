import type { Interval } from '@shared/experiment/experiment'
import type { Words } from '@shared/words/index'
import type { ChartConfiguration } from 'chart.js'
import { cellMargins, fullMargins, type Margins, type Size } from './layout'
import type { Look } from './look'
import type { Mark, Place } from './marks'
import { numeral } from './numerals'

/** What every plot is drawn for. */
export interface Canvas {
  readonly size: Size
  readonly look: Look
  readonly words: Words['plots']
  /** `cell`: one of several small plots. */
  readonly room: 'full' | 'cell'
}

/** Something that can be dragged: its name and where it is, in the units of the axes. */
export interface Handle {
  readonly id: string
  readonly at: Place
}

/** The steps of one run where they are drawn, for clicks and hovering. */
export interface Trail {
  /** Index of the run among the figure's traces. */
  readonly run: number
  readonly steps: ArrayLike<number>
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  /** What hovering over point `index` says. */
  readonly lines: (index: number) => readonly string[]
}

/** One flat plot as data: what chart.js draws, and what is drawn below and above its curves. */
export interface Plot {
  /** Above a small plot. */
  readonly name: string
  readonly config: ChartConfiguration<'line', { x: number; y: number }[]>
  readonly below: readonly Mark[]
  readonly above: readonly Mark[]
  readonly handles: readonly Handle[]
  readonly trails: readonly Trail[]
  /** `nearest`: a click must be near a step's dot; `across`: any click selects the step nearest in x. */
  readonly picking: 'nearest' | 'across' | 'none'
  /** What hovering over a place without a step says, and the place it is about; null: nothing. */
  readonly readout: (at: Place) => { readonly at: Place; readonly lines: readonly string[] } | null
  /** One sentence to show with the plot, or null. */
  readonly note: string | null
}

interface AxisText {
  readonly title: string
  /** About how many CSS pixels there are for one tick. */
  readonly room: number
}

function axis(canvas: Canvas, range: Interval, text: AxisText, length: number) {
  const { look, room } = canvas
  return {
    min: range.min,
    max: range.max,
    border: { display: false },
    title: {
      display: room === 'full' && text.title !== '',
      text: text.title,
      color: look.soft,
      font: { family: look.font, size: 13 },
      padding: 2
    },
    grid: {
      color: (context: { tick?: { value?: number } }) => (context.tick?.value === 0 ? look.zero : look.line),
      drawTicks: false,
      lineWidth: 1
    },
    ticks: {
      color: look.soft,
      font: { family: look.font, size: room === 'full' ? 12 : 10 },
      includeBounds: false,
      maxRotation: 0,
      autoSkip: true,
      padding: 6,
      maxTicksLimit: Math.max(2, Math.floor(length / text.room)),
      callback: (value: number | string) => numeral(Number(value), 6)
    }
  }
}

/** The margins a plot has unless its shape asks for more. */
export function marginsFor(room: Canvas['room']): Margins {
  return room === 'full' ? fullMargins : cellMargins
}

/** chart.js options of a plot over `x` and `y`, with margins that do not depend on its labels. */
export function flatOptions(
  canvas: Canvas,
  ranges: { readonly x: Interval; readonly y: Interval },
  titles: { readonly x: string; readonly y: string },
  margins: Margins = marginsFor(canvas.room)
): NonNullable<Plot['config']['options']> {
  const { size, room } = canvas
  const least = marginsFor(room)
  const across = axis(canvas, ranges.x, { title: titles.x, room: 56 }, size.width - margins.left - margins.right)
  const up = axis(canvas, ranges.y, { title: titles.y, room: 32 }, size.height - margins.top - margins.bottom)
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    events: [],
    font: { family: canvas.look.font },
    layout: {
      autoPadding: false,
      padding: {
        left: margins.left - least.left,
        right: margins.right,
        top: margins.top,
        bottom: margins.bottom - least.bottom
      }
    },
    scales: {
      x: {
        type: 'linear',
        ...across,
        afterFit: (scale) => {
          scale.height = least.bottom
        }
      },
      y: {
        type: 'linear',
        ...up,
        afterFit: (scale) => {
          scale.width = least.left
        }
      }
    },
    plugins: { legend: { display: false }, tooltip: { enabled: false } }
  }
}
