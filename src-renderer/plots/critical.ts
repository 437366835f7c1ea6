import { numeral } from '@shared/numbers/numeral'
import type { CriticalPoint } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Place, PlaneData } from '../figure'
import { between, type Frame, framePixel, framePlace, isWithin, type Pixel } from './frame'
import { roughWidth } from './labels'
import type { Look } from './look'
import type { Mark } from './marks'
import type { Canvas } from './plot'

/** The signs of critical points, of which `place` says where they stand. */
export function criticalMarks(
  points: readonly CriticalPoint[],
  place: (point: CriticalPoint) => Place,
  look: Look
): readonly Mark[] {
  return points.map((point) => signOf(point.kind, place(point), look))
}

/** The star of the lowest point; nothing without one. */
export function lowestMarks(at: Place | null, look: Look): readonly Mark[] {
  return at ? [signOf('lowest', at, look)] : []
}

/** What hovering over the lowest point says. */
export function lowestLines(
  place: Place,
  value: number,
  variables: readonly string[],
  words: Words['plots']
): readonly string[] {
  const coordinates = variables.map((name, axis) => `${name} = ${numeral(place[axis] ?? Number.NaN, 6)}`)
  return [words.kinds.lowest, coordinates.join(', '), `f = ${numeral(value, 6)}`]
}

/** What a sign can stand for. */
type SignKind = Extract<Mark, { readonly mark: 'sign' }>['kind']

/** A place with a sign. */
type Signed = Pick<CriticalPoint, 'x' | 'y'> & { readonly kind: SignKind }

function signOf(kind: SignKind, at: Place, look: Look): Mark {
  return { mark: 'sign', at, kind, colour: look.ink, halo: look.card }
}

/** What hovering over a critical point says: what it is, where, and how high. */
export function criticalLines(
  { x, y, value, kind, corner }: CriticalPoint,
  variables: PlaneData['variables'],
  words: Words['plots']
): readonly string[] {
  const place = `${variables[0]} = ${numeral(x, 6)}, ${variables[1]} = ${numeral(y, 6)}`
  return [corner ? words.corner({ kind: words.kinds[kind] }) : words.kinds[kind], place, `f = ${numeral(value, 6)}`]
}

const kinds = ['lowest', 'minimum', 'maximum', 'saddle', 'level'] as const

/** CSS pixels: of the letters, of a line of them, of a sign, from one entry to the next, and around them all. */
const legend = { size: 11, line: 18, sign: 17, gap: 9, inset: 5 }

/** What the signs mean, and the pixels this covers. */
interface Legend {
  readonly marks: readonly Mark[]
  readonly covers: readonly Pixel[]
}

/**
 * What each sign in the picture means, on a card at the edge of the plot where it covers the fewest signs: a row if
 * nothing else covers fewer. It stays where it is while the point moves.
 */
export function criticalLegend(points: readonly Signed[], frame: Frame, canvas: Canvas): Legend {
  const seen = points.filter(({ x, y }) => isWithin(framePixel(frame, [x, y]), frame.area, -1))
  const shown = kinds.filter((kind) => seen.some((point) => point.kind === kind))
  const names = shown.map((kind) => canvas.words.kinds[kind])
  const signs = seen.map(({ x, y }) => framePixel(frame, [x, y]))
  const [card] = shown
    .map((_, rows) => cardOf(names, rows + 1))
    .flatMap((card) => spotsOf(card, frame).map((spot) => ({ ...card, spot, covered: coveredBy(card, spot, signs) })))
    .sort((one, other) => one.covered - other.covered)
  if (!card) return { marks: [], covers: [] }
  const { look } = canvas
  const { spot, width, height } = card
  const place = (right: number, down: number) => framePlace(frame, { x: spot.x + right, y: spot.y + down })
  const corners = [place(0, 0), place(width, 0), place(width, height), place(0, height)]
  const entries = shown.flatMap((kind, index): readonly Mark[] => {
    const { x, y } = card.entries[index] as Pixel
    const at = place(x + 6, y)
    const name = { text: names[index] as string, colour: look.ink, halo: look.card, size: legend.size }
    return [signOf(kind, at, look), { mark: 'text', at, dx: legend.sign - 6, dy: legend.size * 0.36, ...name }]
  })
  const lines = Array.from({ length: Math.ceil(height / 6) + 1 }, (_, index) => spot.y + Math.min(6 * index, height))
  return {
    marks: [{ mark: 'sheet', cells: [corners], colour: look.card, opacity: 0.82 }, ...entries],
    covers: lines.flatMap((y) => between({ x: spot.x, y }, { x: spot.x + width, y }, 6))
  }
}

/** A card with its entries in rows, of each the middle of its left end. */
interface Card {
  readonly width: number
  readonly height: number
  readonly entries: readonly Pixel[]
}

function cardOf(names: readonly string[], rows: number): Card {
  const columns = Math.ceil(names.length / rows)
  // A little more: a name must not reach the next sign, whatever the font.
  const widths = names.map((name) => legend.sign + 1.17 * roughWidth(name, legend.size) + legend.gap)
  const lefts = [legend.gap]
  for (let column = 0; column < columns; column++) {
    const widest = Math.max(...widths.filter((_, index) => index % columns === column))
    lefts.push((lefts[column] as number) + widest)
  }
  const entries = names.map((_, index) => ({
    x: lefts[index % columns] as number,
    y: 2 + (Math.floor(index / columns) + 0.5) * legend.line
  }))
  return { width: lefts[columns] as number, height: rows * legend.line + 4, entries }
}

/** The upper left corners a card may have: in the corners of the plot and at the middles of its edges, if it fits. */
function spotsOf({ width, height }: Card, { area }: Frame): readonly Pixel[] {
  if (width > area.width - 2 * legend.inset || height > area.height / 2) return []
  const [left, right] = [area.left + legend.inset, area.left + area.width - width - legend.inset]
  const [top, bottom] = [area.top + legend.inset, area.top + area.height - height - legend.inset]
  return [bottom, top].flatMap((y) => [left, right, (left + right) / 2].map((x) => ({ x, y })))
}

/** How many of the signs a card covers. */
function coveredBy({ width, height }: Card, { x, y }: Pixel, signs: readonly Pixel[]): number {
  // A sign is about this large.
  const reach = 8
  return signs.filter(
    (at) => at.x > x - reach && at.x < x + width + reach && at.y > y - reach && at.y < y + height + reach
  ).length
}
