import type { Area } from './layout'

interface Pixel {
  readonly x: number
  readonly y: number
}

/** Pixels by height, in rows of so many CSS pixels: a text is low, and only a few of them are near it. */
export type Rows = ReadonlyMap<number, readonly Pixel[]>
const rowHeight = 8

export function rowsOf(pixels: readonly Pixel[]): Rows {
  const rows = new Map<number, Pixel[]>()
  for (const pixel of pixels) {
    const row = Math.floor(pixel.y / rowHeight)
    const there = rows.get(row)
    if (there) there.push(pixel)
    else rows.set(row, [pixel])
  }
  return rows
}

/** The rows that may have pixels between two heights. */
export function rowsBetween(rows: Rows, top: number, base: number): readonly (readonly Pixel[])[] {
  const found: (readonly Pixel[])[] = []
  const first = Math.floor(top / rowHeight)
  for (let row = 0; row <= (base - top) / rowHeight + 1; row++) {
    const there = rows.get(first + row)
    if (there) found.push(there)
  }
  return found
}

/** From the place a text belongs to, CSS pixels right and down to the left end of its base line. */
export interface Offset {
  readonly dx: number
  readonly dy: number
}

/** About how wide a text is in a broad font; Japanese letters are square. */
export function roughWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter) * size, 0)
}

function widthOf(letter: string): number {
  if (letter > '⺀') return 1
  if (' ()[].,:;|ijlt⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(letter)) return 0.4
  return '=+−∝≈≤≥×'.includes(letter) ? 0.84 : 0.62
}

/** A sentence as lines no wider than `width`, about; Japanese is parted anywhere but before a comma or a full stop. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  for (const part of text.match(/(?:[⺀-\uffff]|[^ ⺀-\uffff]+)[、。，．）」]* ?| /gu) ?? []) {
    const last = lines.at(-1)
    if (last !== undefined && roughWidth((last + part).trim(), size) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trim())
}

/** Where a text may stand: `around` its place or else at an edge of the plot; only `near` it; at best `level` with it. */
export type Manner = 'around' | 'near' | 'level'

/** CSS pixels above or below the nearest places. */
const farther = [12, 26, 46, 70, 100]

/** Places along an edge of the area that are tried. */
const columns = Array.from({ length: 9 }, (_, index) => index / 8)

/** Beside `at`, nearest first, then farther above and below, then along the upper and the lower edge of the area. */
function offsets(at: Pixel, width: number, size: number, area: Area, manner: Manner): readonly Offset[] {
  const [lowX, highX] = [area.left + 4 - at.x, area.left + area.width - width - 4 - at.x]
  const [right, left] = [Math.min(14, highX), Math.max(-14 - width, lowX)]
  const near = [
    { dx: right, dy: size + 9 },
    { dx: left, dy: -14 },
    { dx: right, dy: -14 },
    { dx: left, dy: size + 9 }
  ]
  const level = manner === 'level' ? [right, left].map((dx) => ({ dx, dy: 0.36 * size })) : []
  const far = farther.flatMap((step) => near.map(({ dx, dy }) => ({ dx, dy: dy > 0 ? dy + step : dy - step })))
  if (manner === 'near') return [...near, ...far.slice(0, 12)]
  const [lowY, highY] = [area.top + size + 6 - at.y, area.top + area.height - 9 - at.y]
  const edges = [lowY, highY, lowY + 2 * size, highY - 2 * size].flatMap((dy) =>
    columns.map((share) => ({ dx: lowX + share * (highX - lowX), dy }))
  )
  return [...level, ...near, ...far, ...edges]
}

/**
 * Where a text beside `at` covers the fewest of the `obstacles` – pixels of the lines around – and none of it is cut
 * off at the area's edge. `width` and `size`: of the text, in CSS pixels.
 */
export function freeSpot(at: Pixel, width: number, size: number, area: Area, obstacles: readonly Pixel[]): Offset {
  return cheapest(at, { width, size }, area, rowsOf(obstacles), 'around').offset
}

/** Whether a text may stand where its base line begins, in CSS pixels. */
export type Allows = (at: Pixel) => boolean

/**
 * The same beside one of several places, an earlier one if that covers no more: which, where, and whether the text
 * covers nothing there. Null without any place, or where none is allowed.
 */
export function freeSpotAmong(
  places: readonly Pixel[],
  text: { readonly width: number; readonly size: number },
  area: Area,
  obstacles: readonly Pixel[],
  manner: Manner,
  allows: Allows = () => true
): { readonly index: number; readonly offset: Offset; readonly free: boolean } | null {
  let best: { index: number; offset: Offset; free: boolean } | null = null
  let least = Infinity
  const rows = rowsOf(obstacles)
  for (const [index, at] of places.entries()) {
    if (least <= index) break
    // The edges of the plot are the same for all of them.
    const { offset, cost, covered } = cheapest(at, text, area, rows, index === 0 ? manner : 'near', allows)
    if (cost + index >= least) continue
    least = cost + index
    best = { index, offset, free: covered === 0 }
  }
  return best
}

function cheapest(
  at: Pixel,
  { width, size }: { readonly width: number; readonly size: number },
  area: Area,
  obstacles: Rows,
  manner: Manner,
  allows: Allows = () => true
): { readonly offset: Offset; readonly cost: number; readonly covered: number } {
  let best = { offset: { dx: 14, dy: size + 9 }, cost: Infinity, covered: 0 }
  for (const offset of offsets(at, width, size, area, manner)) {
    const [left, base] = [at.x + offset.dx, at.y + offset.dy]
    const [right, top] = [left + width, base - size]
    const cut =
      left < area.left || right > area.left + area.width || top < area.top || base + 4 > area.top + area.height
    const away = Math.hypot(offset.dx, offset.dy) / 30 + (cut ? 3000 : 0)
    if (away >= best.cost || !allows({ x: left, y: base })) continue
    const covered = covers({ x: left, y: base }, width, size, obstacles)
    // A near place may cover a little more than a far one, but not a whole line where there is a free one.
    const cost = 3 * covered + away
    if (cost < best.cost) best = { offset, cost, covered: covered + (cut ? 1 : 0) }
  }
  return best
}

/**
 * Where the name of an arrow from `from` to `tip` stands: the left end of its base line. Beyond the tip, or – where the
 * area's edge would push it over the arrow, the ring it starts from, or the opposite arrow – beside it.
 */
export function arrowSpot(from: Pixel, tip: Pixel, width: number, size: number, area: Area): Pixel {
  const reach = { x: tip.x - from.x, y: tip.y - from.y }
  const length = Math.hypot(reach.x, reach.y)
  const beyond = { x: tip.x + (reach.x / length) * 8, y: tip.y + (reach.y / length) * 10 + size * 0.35 }
  const spots = [
    { x: reach.x >= 0 ? beyond.x : beyond.x - width, y: beyond.y },
    { x: tip.x - width / 2, y: Math.min(from.y, tip.y) - 12 },
    { x: tip.x - width / 2, y: Math.max(from.y, tip.y) + size + 10 },
    { x: tip.x + 14, y: tip.y + size * 0.35 },
    { x: tip.x - width - 14, y: tip.y + size * 0.35 }
  ].map(({ x, y }) => ({
    x: Math.max(Math.min(x, area.left + area.width - width - 4), area.left + 4),
    y: Math.max(Math.min(y, area.top + area.height - 5), area.top + size + 1)
  }))
  const arrows = Array.from({ length: 41 }, (_, index) => (index - 20) / 20).map((share) => ({
    x: from.x + share * reach.x,
    y: from.y + share * reach.y
  }))
  const ring = Array.from({ length: 12 }, (_, index) => ({
    x: from.x + 9 * Math.cos((index * Math.PI) / 6),
    y: from.y + 9 * Math.sin((index * Math.PI) / 6)
  }))
  const rows = rowsOf([...arrows, ...ring])
  const covered = spots.map((spot) => covers(spot, width, size, rows))
  return spots[covered.indexOf(Math.min(...covered))] as Pixel
}

/**
 * Where the name of what points from `from` to `tip` covers the fewest of the `obstacles`, inside the area: the left end
 * of its base line. Beyond the tip if that is as good as any other place. Null where it is allowed nowhere.
 */
export function tipSpot(
  from: Pixel,
  tip: Pixel,
  width: number,
  size: number,
  area: Area,
  obstacles: readonly Pixel[],
  allows: Allows
): Pixel | null {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y)
  const out = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length }
  const beyond = [8, 18].flatMap((gap) => {
    const at = { x: tip.x + out.x * gap, y: tip.y + out.y * (gap + 2) + size * 0.35 }
    return [out.x >= 0 ? at.x : at.x - width, at.x - width / 2].map((x) => ({ x, y: at.y }))
  })
  const beside = offsets(tip, width, size, area, 'around').map(({ dx, dy }) => ({ x: tip.x + dx, y: tip.y + dy }))
  const rows = rowsOf(obstacles)
  let best: Pixel | null = null
  let least = Infinity
  for (const { x, y } of [...beyond, ...beside]) {
    const spot = {
      x: Math.max(Math.min(x, area.left + area.width - width - 4), area.left + 4),
      y: Math.max(Math.min(y, area.top + area.height - 5), area.top + size + 1)
    }
    const away = Math.hypot(spot.x + width / 2 - tip.x, spot.y - size / 2 - tip.y)
    const cost = covers(spot, width, size, rows) + away / 50
    if (cost < least && allows(spot)) {
      least = cost
      best = spot
    }
  }
  return best
}

/** How many of the `obstacles` lie under a text whose base line begins at `at`, or hardly beside it. */
function covers(at: Pixel, width: number, size: number, obstacles: Rows): number {
  let covered = 0
  for (const row of rowsBetween(obstacles, at.y - size - 4, at.y + 7)) {
    for (const { x, y } of row) {
      if (x > at.x - 4 && x < at.x + width + 4 && y > at.y - size - 4 && y < at.y + 7) covered++
    }
  }
  return covered
}
