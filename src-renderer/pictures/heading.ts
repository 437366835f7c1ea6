import type { Figure, Trace } from '../figure'
import type { Area } from '../plots/layout'
import { type Look, runLook } from '../plots/look'
import { markerAt } from '../plots/paint'

/** A run as a legend shows it. */
type Named = Pick<Trace, 'name' | 'colour'>

/** What stands above a picture: its title, what is to be known of it, the runs, under which terms they are compared. */
export interface Heading {
  readonly title: string
  readonly note: string | null
  readonly runs: readonly Named[]
  readonly caption: string | null
}

const margin = 20
/** CSS pixels from one base line to the next, and the room above and below a title of one line. */
const lines = { title: 22, run: 22, caption: 18 }
const aroundTitle = 12
const sample = 30

/** The runs a picture's legend lists; small plots that are named after their runs need none. */
export function legendRuns(figure: Figure): readonly Named[] {
  const drawn = (traces: readonly Trace[]) => traces.filter(({ steps }) => steps.length > 0)
  switch (figure.plot) {
    case 'runs':
    case 'joint':
    case 'slope':
    case 'second':
    case 'errors':
    case 'lens':
    case 'direction':
    case 'signs':
      return []
    case 'sweep':
      return figure.data.runs
    case 'steps':
      return drawn(figure.data.kind === 'curve' ? figure.data.curve.traces : figure.data.contour.traces)
    default:
      return drawn(figure.data.traces)
  }
}

/** A line of letters: the place of its left end, or of its right one, and of its middle. */
interface Text {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly font: string
  readonly colour: string
  readonly align: 'left' | 'right'
}

/** A heading laid out: every letter of it within the width, however many lines that takes. */
export interface LaidHeading {
  readonly texts: readonly Text[]
  /** The piece of line of each run, where its left end is. */
  readonly samples: readonly { readonly trace: Named; readonly x: number; readonly y: number }[]
  readonly height: number
}

/** Lays out a heading in a picture `width` CSS pixels wide. */
export function headingOf(context: CanvasRenderingContext2D, heading: Heading, width: number, look: Look): LaidHeading {
  const within = width - 2 * margin
  const fonts = { title: `600 16px ${look.font}`, run: `13px ${look.font}`, caption: `12px ${look.font}` }
  const measure = (font: string) => (text: string) => {
    context.font = font
    return context.measureText(text).width
  }
  const texts: Text[] = []
  let top = 10
  const write = (all: readonly string[], step: number, font: string, colour: string, x = margin) => {
    for (const text of all) {
      texts.push({ text, x, y: top + step / 2, font, colour, align: 'left' })
      top += step
    }
  }
  const { title, note } = heading
  if (title !== '' || note) {
    const all = captionLines(title, within, measure(fonts.title))
    const isBeside = all.length <= 1 && measure(fonts.title)(title) + margin + measure(fonts.run)(note ?? '') <= within
    const middle = top + (aroundTitle + lines.title) / 2
    top += aroundTitle / 2
    write(all, lines.title, fonts.title, look.ink)
    if (all.length === 0 && isBeside) top += lines.title
    top += aroundTitle / 2
    if (note && isBeside) {
      texts.push({ text: note, x: width - margin, y: middle, font: fonts.run, colour: look.soft, align: 'right' })
    } else if (note) write(captionLines(note, within, measure(fonts.run)), lines.caption, fonts.run, look.soft)
  }
  const samples: { trace: Named; x: number; y: number }[] = []
  let x = margin
  for (const [index, trace] of heading.runs.entries()) {
    const names = captionLines(trace.name, within - sample - 8, measure(fonts.run))
    const length = sample + 8 + Math.max(0, ...names.map(measure(fonts.run))) + 22
    if (index > 0 && (x + length - 22 > width - margin || names.length > 1)) {
      x = margin
      top += lines.run
    }
    const first = top
    samples.push({ trace, x, y: top + lines.run / 2 })
    write(names, lines.run, fonts.run, look.ink, x + sample + 8)
    // Another may stand beside the last line of its name.
    top = Math.max(first, top - lines.run)
    x = names.length > 1 ? width : x + length
  }
  if (heading.runs.length > 0) top += lines.run
  write(captionLines(heading.caption ?? '', within, measure(fonts.caption)), lines.caption, fonts.caption, look.soft)
  return { texts, samples, height: top }
}

/** Paints a heading at the upper edge of a picture. */
export function paintHeading(context: CanvasRenderingContext2D, { texts, samples }: LaidHeading, look: Look): void {
  context.save()
  context.textBaseline = 'middle'
  for (const { trace, x, y } of samples) paintSample(context, trace, { left: x, top: y }, look)
  for (const { text, x, y, font, colour, align } of texts) {
    context.font = font
    context.fillStyle = colour
    context.textAlign = align
    context.fillText(text, x, y)
  }
  context.restore()
}

/**
 * A text in lines no longer than `length`, broken after a separator: a comma, a colon, a dot or a space; within a word
 * only where that is longer than a line.
 */
export function captionLines(caption: string, length: number, measure: (text: string) => number): readonly string[] {
  const parts = caption.match(/[^、：・ ]*[、：・ ]*/g)?.filter((part) => part !== '') ?? []
  const all: string[] = []
  const fits = (text: string) => measure(text.trimEnd()) <= length
  for (const part of parts) {
    const last = all.at(-1)
    if (last !== undefined && fits(last + part)) all[all.length - 1] = last + part
    else if (fits(part)) all.push(part)
    else {
      for (const letter of part) {
        const before = all.at(-1)
        if (before !== undefined && fits(before + letter)) all[all.length - 1] = before + letter
        else all.push(letter)
      }
    }
  }
  return all.map((text) => text.trimEnd())
}

function paintSample(
  context: CanvasRenderingContext2D,
  trace: Named,
  { left, top }: Pick<Area, 'left' | 'top'>,
  look: Look
): void {
  const { colour, dash, marker } = runLook(look, trace.colour)
  context.strokeStyle = colour
  context.lineWidth = 2
  context.setLineDash([...dash])
  context.beginPath()
  context.moveTo(left, top)
  context.lineTo(left + sample, top)
  context.stroke()
  context.setLineDash([])
  markerAt(context, { x: left + sample / 2, y: top }, 3.4, marker)
  context.fillStyle = colour
  context.fill()
}
