import type { Interval } from '@shared/interval'
import { powerOfTen } from '@shared/numbers/numeral'
import { evenTicks, type TickTexts, tickTexts } from '@shared/numbers/ticks'
import type { Words } from '@shared/words/index'
import type { ChartConfiguration } from 'chart.js'
import type { Place, Pointed } from '../figure'
import { roughWidth } from './labels'
import { cellMargins, fullMargins, type Margins, type Size } from './layout'
import { type Look, nameFont } from './look'
import type { Mark } from './marks'

/** What every plot is drawn for. */
export interface Canvas {
  readonly size: Size
  readonly look: Look
  readonly words: Words['plots']
  /** `cell`: one of several small plots. */
  readonly room: 'full' | 'cell'
  /** Around the axes; absent: those of its room. */
  readonly margins?: Margins
  /** A plot beside it shares its x axis, and has the numbers and the name of it. */
  readonly bare?: true
  /** Turned by 90°: its x axis goes up, and values to the right. */
  readonly turned?: true
}

/**
 * Something that can be dragged: its name and where it is, in the units of the axes. A coordinate that is NaN: it is a
 * line over the whole plot, which lies under every other handle.
 */
export interface Handle {
  readonly id: string
  readonly at: Place
  /** What hovering over it says, in place of what is said of its place. */
  readonly hint?: string
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

/** A line of what hovering says, in the ink of a run if it is about that. */
export type ReadoutLine = string | { readonly text: string; readonly colour: string }

/** What hovering says, the place it is about, and what marks that in the plot. */
export interface Readout {
  readonly at: Place
  readonly lines: readonly ReadoutLine[]
  readonly marks?: readonly Mark[]
  /** It is about f at its place, of which more can be told. */
  readonly isGround?: true
}

/** What is drawn of the place under the pointer, and said of it where the pointer is. */
export interface Told {
  readonly marks: readonly Mark[]
  readonly lines: readonly ReadoutLine[]
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
  /** What hovering over a place says that is near no step – or, `across`, over any; null: nothing. */
  readonly readout: (at: Place) => Readout | null
  /** What is drawn of the place under the pointer – of this plot or another over the same axes –, and said of it. */
  readonly pointed?: (pointed: Pointed) => Told
  /** What is drawn of the step that is told, at a share of its time from 0 to 1. */
  readonly told?: (time: number) => readonly Mark[]
  /** It is drawn on a canvas that is turned. */
  readonly turned?: true
  /** It is the slice along this axis of the plane beside it: of its places only x counts. */
  readonly along?: 0 | 1
  /** Of a small plot: what it shows is selected, and what a click on it selects. */
  readonly cell?: { readonly marked: boolean; readonly run: number; readonly step: number }
  /** One sentence to show with the plot, or null. */
  readonly note: string | null
}

/** How an axis is numbered. */
export interface Numbering {
  /** Where: at most about `count` places of the range. */
  readonly ticks: (range: Interval, count: number) => readonly number[]
  /** What stands at them, in about `room` letters each. */
  readonly texts: (ticks: readonly number[], room: number) => TickTexts
  /** The line at 0 stands out from the grid. */
  readonly origin: boolean
}

interface AxisText {
  readonly title: string
  /** CSS pixels beyond the far end of the axis to the edge of the canvas, if texts there can reach it. */
  readonly beyond?: number
  /** About how many CSS pixels there are for one tick. */
  readonly room: number
  readonly grid: boolean
  readonly numbering: Numbering
  readonly bare?: boolean
}

export const plainNumbers: Numbering = { ticks: evenTicks, texts: tickTexts, origin: true }

/** Of an axis whose values are exponents: powers of ten, as many decades apart as is a power of two. */
export const powersOfTen: Numbering = {
  ticks: ({ min, max }, count) => {
    const step = 2 ** Math.ceil(Math.log2(Math.max((max - min) / Math.max(count, 2), 1)))
    const first = Math.ceil(min / step)
    return Array.from({ length: Math.max(Math.floor(max / step) - first + 1, 0) }, (_, index) => (first + index) * step)
  },
  texts: (ticks) => ({ texts: ticks.map(powerOfTen), common: '' }),
  origin: false
}

/** What the numbers on the axes of a plot have in common: written at their ends. */
export interface AxisEnds {
  readonly x: string
  readonly y: string
}

declare module 'chart.js' {
  interface PluginOptionsByType<TType> {
    /** Of the plugin that paints what lies below and above the curves. */
    layers?: AxisEnds
  }
}

/** Letters there is room for beside an axis and under it, in a whole plot and in a small one. */
const letters = { full: 7, cell: 5 }
/** CSS pixels between two numbers under an axis; where there would be less, shorter ones are tried. */
const least = 4
const fewest = 2

/** The numbers of an axis between two ends, and whether the last is to be moved inside, by half of it, not to be cut off. */
function numbersOn(text: AxisText, { min, max }: Interval, length: number, room: Canvas['room'], size: number) {
  const ticks = text.numbering.ticks({ min, max }, length / text.room)
  if (text.bare) return { ticks, texts: ticks.map(() => ''), common: '', isCut: false }
  const places = ticks.map((tick) => ((tick - min) / (max - min)) * length)
  const written = (most: number): TickTexts & { readonly isCut: boolean } => {
    const found = text.numbering.texts(ticks, most)
    if (text.beyond === undefined) return { ...found, isCut: false }
    const halves = found.texts.map((each) => roughWidth(each, size) / 2)
    const [last, half] = [places.at(-1) ?? 0, halves.at(-1) ?? 0]
    const isCut = last + half > length + text.beyond
    const centres = isCut ? [...places.slice(0, -1), last - half] : places
    const isCrowded = centres.some((centre, index) => {
      const [before, wide] = [centres[index - 1] ?? -Infinity, (halves[index - 1] ?? 0) + (halves[index] as number)]
      return centre - before < wide + least
    })
    return most > fewest && isCrowded ? written(most - 1) : { ...found, isCut }
  }
  return { ticks, ...written(letters[room]) }
}

function axis(canvas: Canvas, range: Interval, text: AxisText, length: number) {
  const { look, room } = canvas
  const size = room === 'full' ? 12 : 10
  const numbersOver = (shown: Interval) => numbersOn(text, shown, length, room, size)
  /** While the axis is on its way to its range there are others. */
  let numbers = numbersOver(range)
  const { isCut } = numbers
  const family = nameFont(look, text.title)
  const options = {
    min: range.min,
    max: range.max,
    border: { display: false },
    title: {
      display: room === 'full' && text.title !== '' && !text.bare,
      text: text.title,
      color: look.soft,
      // Letters of mathematics are small for their size.
      font: { family, size: family === look.font ? 13 : 15 },
      padding: 2
    },
    afterBuildTicks: (scale: Interval & { ticks: { value: number }[] }) => {
      numbers = numbersOver(scale)
      const { ticks } = numbers
      // Aligned `inner`, chart.js moves the texts of the first and the last tick inside. A tick without a text before the
      // others leaves all of these where they belong but for the last one, which would be cut off.
      scale.ticks = (isCut ? [...ticks.slice(0, 1), ...ticks] : ticks).map((value) => ({ value }))
    },
    grid: {
      display: text.grid,
      color: (context: { tick?: { value?: number } }) =>
        text.numbering.origin && context.tick?.value === 0 ? look.zero : look.line,
      drawTicks: false,
      lineWidth: 1
    },
    ticks: {
      color: look.soft,
      font: { family: look.font, size },
      align: isCut ? ('inner' as const) : ('center' as const),
      maxRotation: 0,
      autoSkip: false,
      // Below a small plot the first one does not touch the lowest of the other axis.
      padding: room === 'full' ? 6 : text.beyond === undefined ? 3 : 5,
      callback: (_: number | string, index: number) => numbers.texts[isCut ? index - 1 : index] ?? ''
    }
  }
  return { options, common: () => numbers.common }
}

/** The margins of a plot that nothing else is known of. */
const usualMargins = { full: fullMargins, cell: cellMargins }

/** The margins a plot has unless its shape asks for more. */
export const marginsOf = ({ margins, room }: Canvas): Margins => margins ?? usualMargins[room]

/**
 * A curve, drawn through each of its points. Of a line without dashes chart.js moves all points in one column of pixels
 * to one place, and where a curve is steep that is a notch: so it is drawn in one dash.
 */
export const curveLine = (data: { x: number; y: number }[], colour: string, width: number) => ({
  data,
  borderColor: colour,
  borderWidth: width,
  borderJoinStyle: 'round' as const,
  borderDash: [1e9],
  pointRadius: 0,
  spanGaps: false
})

/** What belongs to both axes of a plot, as they lie on the screen. */
const onScreen = <Both extends { readonly x?: unknown; readonly y?: unknown }>(both: Both, { turned }: Canvas) =>
  (turned ? { x: both.y, y: both.x } : both) as Both

/** chart.js options of a plot over `x` and `y`, with margins that do not depend on its labels (so their padding is 0). */
export function flatOptions(
  canvas: Canvas,
  wantedRanges: { readonly x: Interval; readonly y: Interval },
  wantedTitles: { readonly x: string; readonly y: string },
  {
    margins = marginsOf(canvas),
    grid = true,
    numbering = {}
  }: {
    readonly margins?: Margins
    readonly grid?: boolean
    readonly numbering?: { readonly x?: Numbering; readonly y?: Numbering }
  } = {}
): NonNullable<Plot['config']['options']> {
  const { size, room, bare = false, turned = false } = canvas
  const [ranges, titles] = [onScreen(wantedRanges, canvas), onScreen(wantedTitles, canvas)]
  const numbers = onScreen({ x: numbering.x ?? plainNumbers, y: numbering.y ?? plainNumbers }, canvas)
  // The numbers have the room they need, and names stand beside them, however wide the margins are.
  const usual = usualMargins[room]
  const least = { left: Math.min(usual.left, margins.left), bottom: Math.min(usual.bottom, margins.bottom) }
  const across = axis(
    canvas,
    ranges.x,
    {
      title: titles.x,
      room: room === 'full' ? 56 : 40,
      grid,
      numbering: numbers.x,
      bare: bare && !turned,
      beyond: margins.right
    },
    size.width - margins.left - margins.right
  )
  const up = axis(
    canvas,
    ranges.y,
    { title: titles.y, room: room === 'full' ? 34 : 26, grid, numbering: numbers.y, bare: bare && turned },
    size.height - margins.top - margins.bottom
  )
  const layers: AxisEnds = {
    get x() {
      return across.common()
    },
    get y() {
      return up.common()
    }
  }
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
        ...across.options,
        afterFit: (scale) => {
          scale.height = least.bottom
          scale.paddingLeft = scale.paddingRight = 0
        }
      },
      y: {
        type: 'linear',
        ...up.options,
        afterFit: (scale) => {
          scale.width = least.left
          scale.paddingTop = scale.paddingBottom = 0
        }
      }
    },
    plugins: { legend: { display: false }, tooltip: { enabled: false }, layers }
  }
}
