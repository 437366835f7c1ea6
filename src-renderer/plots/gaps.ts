import type { Interval } from '@shared/interval'
import type { Break, CurveSamples } from '@shared/protocol'

/** What is drawn of the samples: f, f′ or f″. */
export type Course = 'values' | 'slopes' | 'seconds'

/** A stretch of a curve that may be drawn in one go, from left to right. Towards a pole its last height is ±∞. */
export interface Piece {
  readonly x: readonly number[]
  readonly heights: readonly number[]
}

/** What interrupts a course: a place between two samples, with the limits from both sides. */
interface Gap {
  readonly after: number
  readonly at: number
  readonly left: number
  readonly right: number
  /** What joins both sides, where the course goes on; NaN where it does not. */
  readonly joint: number
}

/** The limits of f, f′ or f″ on both sides of a break: NaN where there is none, or none is known. */
export function limitsAt(found: Break, course: Course): readonly [number, number] {
  switch (course) {
    case 'values':
      return [found.left, found.right]
    case 'slopes':
      return [found.slopeLeft, found.slopeRight]
    case 'seconds':
      return [Number.NaN, Number.NaN]
  }
}

/** The gaps of a course, ascending: the curve itself goes on at a corner, and what only bends is a gap of f″ alone. */
function gapsOf({ breaks, bends }: CurveSamples, course: Course): readonly Gap[] {
  const gaps = breaks.map((found): Gap => {
    const [left, right] = limitsAt(found, course)
    const joint = course === 'values' && found.kind === 'corner' ? found.value : Number.NaN
    return { after: found.after, at: found.at, left, right, joint }
  })
  if (course !== 'seconds') return gaps
  return [...gaps, ...bends.map((bend) => ({ ...bend, joint: Number.NaN }))].sort((one, other) => one.at - other.at)
}

/**
 * The samples as pieces: none crosses a break or a sample without a value; each goes on to its limit at the break, be
 * it infinite. A sample at the very place of a break belongs to no piece: its height need not be either limit.
 */
export function piecesOf(samples: CurveSamples, course: Course): readonly Piece[] {
  const { x } = samples
  const gaps = gapsOf(samples, course)
  const heights = samples[course]
  const pieces: Piece[] = []
  let piece: { x: number[]; heights: number[] } = { x: [], heights: [] }
  const add = (at: number, height: number) => {
    piece.x.push(at)
    piece.heights.push(height)
  }
  const close = () => {
    if (piece.x.length > 1 && piece.heights.some(Number.isFinite)) pieces.push(piece)
    piece = { x: [], heights: [] }
  }
  let next = 0
  for (let index = 0; index < heights.length; index++) {
    const at = x[index] as number
    const height = heights[index] as number
    const here = [gaps[next - 1], gaps[next]].some((gap) => gap?.at === at && Number.isNaN(gap.joint))
    if (!here) {
      if (Number.isFinite(height)) add(at, height)
      else close()
    }
    for (let gap = gaps[next]; gap?.after === index; gap = gaps[++next]) {
      if (Number.isNaN(gap.joint)) {
        if (piece.x.length > 0 && !Number.isNaN(gap.left)) add(gap.at, gap.left)
        close()
        if (!Number.isNaN(gap.right)) add(gap.at, gap.right)
      } else if (gap.at > at) add(gap.at, gap.joint)
    }
  }
  close()
  return pieces
}

/**
 * The pieces as one chart.js line, with a point without height between any two. Heights are cut at ten times the
 * visible height, which chart.js still places exactly: towards a pole the line leaves the plot on the right side.
 * `pixel`: the height of a CSS pixel, of which the line keeps within a twentieth.
 */
export function brokenLine(pieces: readonly Piece[], range: Interval, pixel: number): { x: number; y: number }[] {
  const scale = range.max - range.min
  const [low, high] = [range.min - 10 * scale, range.max + 10 * scale]
  return pieces.flatMap(({ x, heights }, place) => {
    const points = heights.map((height, index) => ({ x: x[index] as number, y: Math.min(Math.max(height, low), high) }))
    const line = thinned(points, pixel / 20)
    return place === 0 ? line : [{ x: x[0] as number, y: Number.NaN }, ...line]
  })
}

/**
 * The points of a line without those it passes within `tolerance` of in height: a line of thousands of tiny strokes is
 * drawn slowly, and roughly. Where x stands still, all stay.
 */
function thinned(points: readonly { x: number; y: number }[], tolerance: number): { x: number; y: number }[] {
  const kept = points.slice(0, 1)
  let [low, high] = [-Infinity, Infinity]
  for (let index = 1; index < points.length; index++) {
    const point = points[index] as { x: number; y: number }
    const next = points[index + 1]
    const from = kept.at(-1) as { x: number; y: number }
    const run = point.x - from.x
    low = Math.max(low, (point.y - tolerance - from.y) / run)
    high = Math.min(high, (point.y + tolerance - from.y) / run)
    const slope = next && next.x > point.x && run > 0 ? (next.y - from.y) / (next.x - from.x) : Number.NaN
    if (slope >= low && slope <= high) continue
    kept.push(point)
    low = -Infinity
    high = Infinity
  }
  return kept
}

/** Index of the last of the ascending `places` at or before `x`; −1 before the first. */
function lastAtOrBefore(count: number, place: (index: number) => number, x: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(middle) <= x) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The height between two neighbours of a piece, or NaN in the gaps, outside of all pieces, and beside a pole. */
export function heightAt(pieces: readonly Piece[], x: number): number {
  const piece = pieces[lastAtOrBefore(pieces.length, (index) => pieces[index]?.x[0] as number, x)]
  if (!piece) return Number.NaN
  const last = piece.x.length - 1
  if (!(x <= (piece.x[last] as number))) return Number.NaN
  const low = Math.min(
    lastAtOrBefore(last + 1, (index) => piece.x[index] as number, x),
    last - 1
  )
  const [left, right] = [piece.x[low] as number, piece.x[low + 1] as number]
  const [from, to] = [piece.heights[low] as number, piece.heights[low + 1] as number]
  if (!Number.isFinite(from) || !Number.isFinite(to)) return Number.NaN
  const share = right > left ? (x - left) / (right - left) : 0
  return from * (1 - share) + to * share
}

/** Where f is not defined, as far as samples and breaks tell: between two of them that have a value. */
export function undefinedStretches({ x, values, breaks }: CurveSamples): readonly Interval[] {
  const stretches: Interval[] = []
  const last = values.length - 1
  for (let first = 0; first <= last; first++) {
    if (!Number.isNaN(values[first])) continue
    let end = first
    while (end < last && Number.isNaN(values[end + 1])) end++
    // A lone place without a value is a hole, not a stretch.
    const before = breaks.filter(({ after }) => after === first - 1 || after === first)[0]
    const behind = breaks.filter(({ after }) => after === end || after === end - 1).at(-1)
    const min = first === 0 ? (x[0] as number) : (before?.at ?? (x[first] as number))
    const max = end === last ? (x[last] as number) : (behind?.at ?? (x[end] as number))
    if (max > min) stretches.push({ min, max })
    first = end
  }
  return stretches
}
