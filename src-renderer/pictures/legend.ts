import type { Figure, Trace } from '../plots/figure'
import type { Area } from '../plots/layout'
import { type Look, runLook } from '../plots/look'

/** What stands above a picture: its title, the runs with their colours, under which terms they are compared, a note. */
export interface Heading {
  readonly title: string
  readonly runs: readonly Trace[]
  readonly caption: string | null
  readonly note: string | null
}

const margin = 20
const titleLine = 34
const runLine = 22
const captionLine = 18
const sample = 30

/** The runs a picture's legend lists; small plots that are named after their runs need none. */
export function legendRuns(figure: Figure): readonly Trace[] {
  switch (figure.plot) {
    case 'runs':
    case 'slope':
    case 'second':
    case 'errors':
    case 'direction':
      return []
    case 'steps':
      return figure.data.kind === 'curve' ? figure.data.curve.traces : figure.data.contour.traces
    default:
      return figure.data.traces
  }
}

interface Entry {
  readonly trace: Trace
  readonly x: number
  readonly line: number
}

/** The legend's entries, line after line, none wider than the picture. */
function entriesOf(
  context: CanvasRenderingContext2D,
  runs: readonly Trace[],
  width: number,
  look: Look
): readonly Entry[] {
  context.font = `13px ${look.font}`
  let x = margin
  let line = 0
  return runs.map((trace) => {
    const length = sample + 8 + context.measureText(trace.name).width + 22
    if (x > margin && x + length > width - margin) {
      x = margin
      line++
    }
    const entry = { trace, x, line }
    x += length
    return entry
  })
}

/** Paints the heading of a picture `width` CSS pixels wide and returns the height it takes. */
export function paintHeading(context: CanvasRenderingContext2D, heading: Heading, width: number, look: Look): number {
  context.save()
  context.textBaseline = 'middle'
  let top = 10
  if (heading.title !== '' || heading.note) {
    context.fillStyle = look.ink
    context.font = `600 16px ${look.font}`
    context.fillText(heading.title, margin, top + titleLine / 2, width - 2 * margin)
    if (heading.note) {
      const taken = context.measureText(heading.title).width
      context.font = `13px ${look.font}`
      context.fillStyle = look.soft
      context.textAlign = 'right'
      context.fillText(heading.note, width - margin, top + titleLine / 2, Math.max(width - 3 * margin - taken, 40))
      context.textAlign = 'left'
    }
    top += titleLine
  }
  const entries = entriesOf(context, heading.runs, width, look)
  for (const { trace, x, line } of entries) {
    paintEntry(context, trace, { left: x, top: top + line * runLine, width, height: runLine }, look)
  }
  const lines = entries.length > 0 ? (entries[entries.length - 1] as Entry).line + 1 : 0
  top += lines * runLine
  context.fillStyle = look.soft
  context.font = `12px ${look.font}`
  for (const text of captionLines(
    heading.caption ?? '',
    width - 2 * margin,
    (part) => context.measureText(part).width
  )) {
    context.fillText(text, margin, top + captionLine / 2)
    top += captionLine
  }
  context.restore()
  return top
}

/** A caption in lines no longer than `length`, broken after a separator: a comma, a colon, a dot or a space. */
export function captionLines(caption: string, length: number, measure: (text: string) => number): readonly string[] {
  const parts = caption.match(/[^、：・ ]*[、：・ ]*/g)?.filter((part) => part !== '') ?? []
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && measure((last + part).trimEnd()) <= length) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd())
}

function paintEntry(context: CanvasRenderingContext2D, trace: Trace, { left, top, height }: Area, look: Look): void {
  const { colour, dash } = runLook(look, trace.colour)
  const middle = top + height / 2
  context.strokeStyle = colour
  context.lineWidth = 2
  context.setLineDash([...dash])
  context.beginPath()
  context.moveTo(left, middle)
  context.lineTo(left + sample, middle)
  context.stroke()
  context.setLineDash([])
  context.beginPath()
  context.arc(left + sample / 2, middle, 3.4, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
  context.fillStyle = look.ink
  context.font = `13px ${look.font}`
  context.fillText(trace.name, left + sample + 8, middle)
}
