import { numeral } from '@shared/numbers/numeral'
import { significant } from '@shared/numbers/rounded'
import type { GridSamples } from '@shared/protocol'
import { type Frame, framePixel, framePlace, isWithin, type Pixel } from './frame'
import { bilinear, type Ground } from './grid'
import { roughWidth } from './labels'

/** The value of a level, written on one of its lines. */
export interface Inscription {
  /** Index of the level. */
  readonly level: number
  readonly text: string
  /** Places along the line from end to end of the text, in CSS pixels; the third of five is its middle. */
  readonly spine: readonly Pixel[]
}

/** Letters of a level in CSS pixels. */
export const inscriptionSize = 11

/** CSS pixels: from the plot's edge, between texts, between two texts of one level, and from a text to other lines. */
const room = { edge: 12, others: 22, same: 170, lines: 7.5 }
/** Texts on the lines of one level. */
const mostTexts = 2
/** How far a line may stray from the straight text on it, in CSS pixels. */
const bend = 3.4

/** So many digits are not too many for a level that they tell exactly. */
const exactDigits = 5

/** The level exactly if that is short; otherwise as short as it can be told from its neighbours, rounded invisibly. */
export function levelTexts(levels: readonly number[]): readonly string[] {
  return levels.map((level, index) => {
    if (significant(level, exactDigits) === level) return numeral(level, exactDigits)
    const gap = gapAround(levels, index)
    for (let digits = 1; digits < 15; digits++) {
      if (Math.abs(significant(level, digits) - level) < gap / 50) return numeral(level, digits)
    }
    return numeral(level, 15)
  })
}

/** The distance of a level to the nearer of its neighbours; its own size if it has none. */
function gapAround(levels: readonly number[], index: number): number {
  const level = levels[index] as number
  const gaps = [levels[index - 1], levels[index + 1]].flatMap((other) =>
    other === undefined ? [] : [Math.abs(level - other)]
  )
  return Math.min(...gaps, gaps.length === 0 ? Math.abs(level) || 1 : Infinity)
}

/** The texts of a grid stay where they are while ranges and levels do. */
const known = new WeakMap<GridSamples, { readonly key: string; readonly found: readonly Inscription[] }>()

/**
 * Where values are written on contour lines: on straight stretches, clear of the edge, of one another and of other
 * lines; first those of every fourth level, so that where there is little room they are spread over all heights.
 */
export function inscriptionsOf(ground: Ground, frame: Frame): readonly Inscription[] {
  const { x, y, area } = frame
  const key = [x.min, x.max, y.min, y.max, area.left, area.top, area.width, area.height].join()
  const last = known.get(ground.samples)
  if (last?.key === key) return last.found
  const { lines } = ground.samples
  const levels = ground.samples.levels.values
  const texts = levelTexts(levels)
  const order = levels.map((_, index) => index).sort((a, b) => rank(a) - rank(b))
  const found: Inscription[] = []
  for (const index of order) {
    const text = texts[index] as string
    const level = levels[index] as number
    const bounds = { below: levels[index - 1] ?? -Infinity, level, above: levels[index + 1] ?? Infinity }
    const spots = (lines[index] ?? [])
      .flatMap((line) => straightSpots(line, frame, roughWidth(text, inscriptionSize) + 8))
      .sort((a, b) => a.cost - b.cost)
    const own: (readonly Pixel[])[] = []
    for (const { spine } of spots) {
      if (own.length === mostTexts) break
      const clear =
        found.every(({ spine: other }) => apart(spine, other) >= room.others) &&
        own.every((other) => apart(spine, other) >= room.same)
      if (!clear || !isOnLevel(spine, bounds, ground, frame)) continue
      own.push(spine)
      found.push({ level: index, text, spine })
    }
  }
  known.set(ground.samples, { key, found })
  return found
}

const rank = (index: number) => (index % 4 === 0 ? 0 : index % 2 === 0 ? 1 : 2)

/** The least distance between the places of two lines of pixels. */
export function apart(one: readonly Pixel[], other: readonly Pixel[]): number {
  return one.reduce(
    (least, { x, y }) => other.reduce((nearest, at) => Math.min(nearest, Math.hypot(at.x - x, at.y - y)), least),
    Infinity
  )
}

interface Spot {
  readonly spine: readonly Pixel[]
  /** Less for straighter and more level stretches. */
  readonly cost: number
}

/** Stretches of a line on which a straight text of this width can stand. */
function straightSpots(line: Float64Array, frame: Frame, width: number): readonly Spot[] {
  const corners = Array.from({ length: line.length / 2 }, (_, index) =>
    framePixel(frame, [line[2 * index] as number, line[2 * index + 1] as number])
  )
  const lengths = [0]
  for (let index = 1; index < corners.length; index++) {
    const [from, to] = [corners[index - 1] as Pixel, corners[index] as Pixel]
    lengths.push((lengths[index - 1] as number) + Math.hypot(to.x - from.x, to.y - from.y))
  }
  const whole = lengths[lengths.length - 1] as number
  // A text around a small ring would hide it.
  if (!(whole > 2.5 * width) || whole > 1e5) return []
  const walk = walkAlong(corners, lengths)
  const spots: Spot[] = []
  const step = Math.max(8, whole / 400)
  const isClosed = line[0] === line.at(-2) && line[1] === line.at(-1)
  const margin = isClosed ? 0 : width / 2
  for (let middle = margin; middle < whole - margin; middle += step) {
    const spine = [-0.5, -0.25, 0, 0.25, 0.5].map((share) => walk((middle + share * width + whole) % whole))
    if (!spine.every((at) => isWithin(at, frame.area, room.edge))) continue
    const [first, last] = [spine[0] as Pixel, spine[4] as Pixel]
    const chord = { x: last.x - first.x, y: last.y - first.y }
    const length = Math.hypot(chord.x, chord.y)
    if (length < 0.94 * width) continue
    const strayed = Math.max(
      ...spine.map(({ x, y }) => Math.abs((x - first.x) * chord.y - (y - first.y) * chord.x) / length)
    )
    if (strayed > bend) continue
    spots.push({ spine, cost: strayed / bend + Math.abs(chord.y) / length })
  }
  return spots
}

/** The place on a line at a distance along it, `lengths` being those of its corners. */
function walkAlong(corners: readonly Pixel[], lengths: readonly number[]): (at: number) => Pixel {
  return (at) => {
    let low = 0
    let high = lengths.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((lengths[middle] as number) <= at) low = middle
      else high = middle
    }
    const [from, to] = [corners[low] as Pixel, corners[high] as Pixel]
    const [start, end] = [lengths[low] as number, lengths[high] as number]
    const share = end > start ? (at - start) / (end - start) : 0
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
  }
}

/**
 * Whether f is at the level all along the spine, which may cut a bend of the line short, and no other line comes near
 * it.
 */
function isOnLevel(
  spine: readonly Pixel[],
  { below, level, above }: { readonly below: number; readonly level: number; readonly above: number },
  ground: Ground,
  frame: Frame
): boolean {
  const height = (pixel: Pixel) => {
    const [x = NaN, y = NaN] = framePlace(frame, pixel)
    return bilinear(ground, ground.samples.values, x, y)
  }
  const gap = Math.min(level - below, above - level)
  const [first, last] = [spine[0] as Pixel, spine[4] as Pixel]
  const length = Math.hypot(last.x - first.x, last.y - first.y)
  const aside = { x: (-(last.y - first.y) / length) * room.lines, y: ((last.x - first.x) / length) * room.lines }
  return spine.every((at) => {
    const sides = [1, -1].map((sign) => height({ x: at.x + sign * aside.x, y: at.y + sign * aside.y }))
    const [low = NaN, high = NaN] = sides.sort((a, b) => a - b)
    const near = Number.isFinite(gap) ? gap : high - low
    return Math.abs(height(at) - level) < near / 4 && low < level && high > level && low > below && high < above
  })
}
