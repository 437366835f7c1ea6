import type { CriticalPoint } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { PlaneData } from './figure'
import { between, type Frame, framePixel, framePlace, isWithin, type Pixel } from './frame'
import { roughWidth } from './labels'
import type { Look } from './look'
import type { Mark, Place } from './marks'
import { numeral } from './numerals'
import type { Canvas } from './plot'

/** The signs of critical points, of which `place` says where they stand. */
export function criticalMarks(
  points: readonly CriticalPoint[],
  place: (point: CriticalPoint) => Place,
  look: Look
): readonly Mark[] {
  return points.map((point) => signOf(point.kind, place(point), look))
}

function signOf(kind: CriticalPoint['kind'], at: Place, look: Look): Mark {
  return { mark: 'sign', at, kind, colour: look.ink, halo: look.card }
}

/** What hovering over a critical point says: what it is, where, and how high. */
export function criticalLines(
  { x, y, value, kind }: CriticalPoint,
  variables: PlaneData['variables'],
  words: Words['plots']
): readonly string[] {
  const place = `${variables[0]} = ${numeral(x, 6)}, ${variables[1]} = ${numeral(y, 6)}`
  return [words.kinds[kind], place, `f = ${numeral(value, 6)}`]
}

const kinds = ['minimum', 'maximum', 'saddle', 'level'] as const

/** CSS pixels: of the letters, of a line of them, of a sign, from one entry to the next, and around them all. */
const legend = { size: 11.5, line: 19, sign: 18, gap: 12, inset: 6 }

/** What the signs mean, and the pixels this covers. */
interface Legend {
  readonly marks: readonly Mark[]
  readonly covers: readonly Pixel[]
}

/**
 * What each sign in the picture means: a row at that edge of the plot where it covers the fewest signs, or a column
 * where the plot is narrow. It stays where it is while the point moves.
 */
export function criticalLegend(points: readonly CriticalPoint[], frame: Frame, canvas: Canvas): Legend {
  const { look, words } = canvas
  const { area } = frame
  const seen = points.map(({ x, y }) => framePixel(frame, [x, y]))
  const shown = kinds.filter((kind) => points.some((point, index) => point.kind === kind && isSeen(seen[index], frame)))
  // A tenth more: a name must not reach the next sign, whatever the font.
  const widths = shown.map((kind) => legend.sign + 1.1 * roughWidth(words.kinds[kind], legend.size))
  const row = widths.reduce((sum, width) => sum + width + legend.gap, legend.gap)
  const isRow = row <= area.width - 2 * legend.inset
  const width = isRow ? row : Math.max(...widths) + 2 * legend.gap
  const height = isRow ? legend.line + 4 : shown.length * legend.line + 6
  const fits = width <= area.width - 2 * legend.inset && height <= area.height / 2
  if (shown.length === 0 || !fits) return { marks: [], covers: [] }
  const spot = emptiest(seen, { width, height }, frame)
  const place = (x: number, y: number) => framePlace(frame, { x, y })
  const card = [
    place(spot.x, spot.y),
    place(spot.x + width, spot.y),
    place(spot.x + width, spot.y + height),
    place(spot.x, spot.y + height)
  ]
  const entries = shown.flatMap((kind, index): readonly Mark[] => {
    const before = isRow ? widths.slice(0, index).reduce((sum, each) => sum + each + legend.gap, 0) : 0
    const left = spot.x + legend.gap + before
    const middle = spot.y + height / 2 + (isRow ? 0 : (index - (shown.length - 1) / 2) * legend.line)
    const at = place(left + 6, middle)
    const text = words.kinds[kind]
    const name = { text, colour: look.ink, halo: look.card, size: legend.size }
    return [signOf(kind, at, look), { mark: 'text', at, dx: legend.sign - 6, dy: legend.size * 0.36, ...name }]
  })
  const lines = Array.from({ length: Math.ceil(height / 6) + 1 }, (_, index) => spot.y + Math.min(6 * index, height))
  return {
    marks: [{ mark: 'sheet', cells: [card], colour: look.card, opacity: 0.82 }, ...entries],
    covers: lines.flatMap((y) => between({ x: spot.x, y }, { x: spot.x + width, y }, 6))
  }
}

const isSeen = (pixel: Pixel | undefined, { area }: Frame) => pixel !== undefined && isWithin(pixel, area, -1)

/** The upper left corner of the box that covers the fewest of the pixels, in a corner or at the middle of an edge. */
function emptiest(
  pixels: readonly Pixel[],
  { width, height }: { readonly width: number; readonly height: number },
  { area }: Frame
): Pixel {
  const [left, right] = [area.left + legend.inset, area.left + area.width - width - legend.inset]
  const [top, bottom] = [area.top + legend.inset, area.top + area.height - height - legend.inset]
  const spots = [bottom, top].flatMap((y) => [left, right, (left + right) / 2].map((x) => ({ x, y })))
  // A sign is about this large.
  const reach = 10
  const covered = ({ x, y }: Pixel) =>
    pixels.filter((at) => at.x > x - reach && at.x < x + width + reach && at.y > y - reach && at.y < y + height + reach)
      .length
  const counts = spots.map(covered)
  return spots[counts.indexOf(Math.min(...counts))] as Pixel
}
