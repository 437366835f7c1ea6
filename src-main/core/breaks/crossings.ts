import { fewestDigits } from '../digits'
import { isCrossed } from './guards'
import { flat, lostFrom, mostDigits, parts, placeFoundTo, touchSeenFrom, uneven } from './thresholds'

/** A number for every x of an interval that passes 0, or leaps, at the places looked for. */
export type Distance = (x: number) => number

/**
 * The places between `low` and `high` at which a distance passes 0, touches the end of a stretch of zeros, or leaps:
 * at most one in each eighth of the interval, each as exact as numbers are.
 */
export function crossings(distance: Distance, low: number, high: number): readonly number[] {
  const places: number[] = []
  let [from, before] = [low, distance(low)]
  for (let part = 1; part <= parts; part++) {
    const to = part === parts ? high : low + (high - low) * (part / parts)
    const after = distance(to)
    if (to > from && isCrossed(before, after)) {
      const place = crossing(distance, from, before, to, after)
      if (place !== undefined) places.push(place)
    }
    from = to
    before = after
  }
  return places
}

/** The place where the distance, `before` at `low` and `after` at `high`, passes 0 or leaps; undefined if it does neither. */
function crossing(distance: Distance, low: number, before: number, high: number, after: number): number | undefined {
  let [from, to, left, right] = [low, high, before, after]
  for (;;) {
    const middle = between(from, to)
    if (middle === undefined) break
    const value = distance(middle)
    if (Number.isNaN(value)) return undefined
    const isLeft =
      Math.sign(left) === Math.sign(right)
        ? Math.abs(value - left) > Math.abs(right - value)
        : Math.sign(value) !== Math.sign(left)
    if (isLeft) [to, right] = [middle, value]
    else [from, left] = [middle, value]
    // A distance that only grows quickly is soon seen not to leap.
    if (!isCrossed(left, right)) return undefined
  }
  if (left === 0) return middleOfZeros(distance, from, low)
  if (right === 0) return middleOfZeros(distance, to, high)
  return rounder(from, to)
}

/**
 * Of the zeros that begin at `edge` and go on towards `end` the middle one, if rounding makes so many of a single one,
 * as of x − sin x; otherwise the first.
 */
function middleOfZeros(distance: Distance, edge: number, end: number): number {
  const size = edge * end > 0 ? Math.abs(edge) : 1
  const most = edge + Math.sign(end - edge) * lostFrom * size
  const isMany = distance(edge + (most - edge) / 1024) === 0 && distance(most) !== 0
  if (!isMany) return edge
  let [zero, other] = [edge, most]
  while (Math.abs(other - zero) > placeFoundTo * size) {
    const middle = (zero + other) / 2
    if (distance(middle) === 0) zero = middle
    else other = middle
  }
  const middle = (edge + zero) / 2
  return Math.abs(middle) <= placeFoundTo ? 0 : fewestDigits(middle, placeFoundTo * size, mostDigits)
}

/**
 * The place at which a distance that is of one sign at `low`, `middle` and `high`, and nearest to 0 at `middle`,
 * touches 0, as 1 + cos x does; the two at which it passes 0 if it does; none if it keeps away.
 */
export function touched(distance: Distance, low: number, middle: number, high: number): readonly number[] {
  let [from, best, to] = [low, middle, high]
  let [left, nearest, right] = [distance(from), distance(best), distance(to)]
  const sign = Math.sign(nearest)
  for (;;) {
    // Where it keeps away, all three are soon about the same; where it touches, one stays farther out than the nearest,
    // unless it is right beside that, and the place in the middle of the longer part.
    const isFlat = Math.max(Math.abs(left), Math.abs(right)) <= flat * Math.abs(nearest)
    if (isFlat && Math.max(best - from, to - best) <= uneven * Math.min(best - from, to - best)) break
    const isLeft = best - from > to - best
    const place = isLeft ? halfway(from, best) : halfway(best, to)
    if (place === undefined) return [best]
    const value = distance(place)
    // √(x² − 2x + 1) is undefined at places near 1; what is under the root tells where.
    if (Number.isNaN(value)) return []
    if (Math.sign(value) !== sign) {
      const borders = [...crossings(distance, from, place), ...crossings(distance, place, to)]
      return isTouch(value, borders, place) ? vertex(distance, place) : borders
    }
    if (Math.abs(value) < Math.abs(nearest)) {
      if (isLeft) [to, right] = [best, nearest]
      else [from, left] = [best, nearest]
      best = place
      nearest = value
    } else if (isLeft) [from, left] = [place, value]
    else [to, right] = [place, value]
  }
  // So near to it what keeps away is rounding.
  return to - from <= lostFrom * Math.abs(best) ? vertex(distance, best) : []
}

/** Whether the places where a distance passes 0 are what rounding makes of one that is touched. At 0 it makes nothing else of 0. */
function isTouch(value: number, borders: readonly number[], place: number): boolean {
  const extent = Math.max(place, ...borders) - Math.min(place, ...borders)
  return extent <= lostFrom * (place === 0 && value === 0 ? 1 : Math.abs(place))
}

/** The place near `from` that a distance touches 0 at: a round number, if one is near enough; none if it has gaps there. */
function vertex(distance: Distance, from: number): readonly number[] {
  const size = Math.abs(from)
  // What makes it uneven shifts the middle by the square of how far apart its sides are taken.
  const even =
    (4 * evenAbout(distance, from, (touchSeenFrom / 2) * size) - evenAbout(distance, from, touchSeenFrom * size)) / 3
  const place = Math.abs(even - from) <= lostFrom * size ? fewestDigits(even, placeFoundTo * size, mostDigits) : from
  return Number.isNaN(distance(place)) ? [] : [place]
}

/** The place near `from` on both sides of which, so far `apart`, a distance is the same. */
function evenAbout(distance: Distance, from: number, apart: number): number {
  let place = from
  // At once for a parabola, by halves for a corner.
  for (let round = 0; round < 24; round++) {
    const [left, middle, right] = [distance(place - apart), distance(place), distance(place + apart)]
    const shift = (apart * (left - right)) / (2 * (left - 2 * middle + right))
    if (!(Math.abs(shift) < apart)) break
    place += shift
    if (Math.abs(shift) < placeFoundTo * apart) break
  }
  return place
}

/**
 * A number well between two others: halfway, or where that leaves half of all numbers there are on one side, as between
 * 0 and 1, halfway in the logarithm. A round one where one is near, since formulas mean round numbers; 0 if it is
 * between them; undefined where there is none.
 */
export function between(low: number, high: number): number | undefined {
  if (low < 0 && high > 0) return 0
  if (high <= 0) return mirrored(between, low, high)
  if (high / 16 <= low) return halfway(low, high)
  const middle = Math.sqrt(Math.max(low, Number.MIN_VALUE)) * Math.sqrt(high)
  return firstBetween(low, high, [rounded(middle, middle), middle])
}

/** The same, always halfway. */
function halfway(low: number, high: number): number | undefined {
  if (low < 0 && high > 0) return 0
  if (high <= 0) return mirrored(halfway, low, high)
  const middle = low + (high - low) / 2
  return firstBetween(low, high, [rounded(middle, (high - low) / 2), middle])
}

function mirrored(choose: typeof between, low: number, high: number): number | undefined {
  const opposite = choose(-high, -low)
  return opposite === undefined || opposite === 0 ? opposite : -opposite
}

/** Rounded to the first digit of `size`. */
function rounded(number: number, size: number): number {
  const digits = Math.floor(Math.log10(size))
  // Whole powers of ten are exact, tenths are not.
  return digits < 0
    ? Math.round(number * 10 ** -digits) / 10 ** -digits
    : Math.round(number / 10 ** digits) * 10 ** digits
}

const firstBetween = (low: number, high: number, numbers: readonly number[]) =>
  numbers.find((number) => number > low && number < high)

/** Of two numbers the one with the shorter decimals. */
export function rounder(a: number, b: number): number {
  return String(b).length < String(a).length ? b : a
}
