import { isCrossed } from './kinks'

/** A number for every x of an interval that passes 0, or leaps, at the places looked for. */
export type Distance = (x: number) => number

/** Intervals between samples are looked at in this many parts: several places may lie in one. */
const parts = 8

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
  if (left === 0 || right === 0) return left === 0 ? from : to
  return rounder(from, to)
}

/**
 * The place at which a distance that is of one sign at `low`, `middle` and `high`, and nearest to 0 at `middle`,
 * touches 0, as 1 + cos x does; the two at which it passes 0 if it does; none if it keeps away.
 */
export function touched(distance: Distance, low: number, middle: number, high: number): readonly number[] {
  let [from, best, to] = [low, middle, high]
  let nearest = distance(middle)
  const sign = Math.sign(nearest)
  for (let round = 1, before = nearest; ; round++) {
    const places = [between(from, best), between(best, to)].filter((place) => place !== undefined)
    if (places.length === 0) return [best]
    for (const place of places) {
      if (place <= from || place >= to) continue
      const value = distance(place)
      const isNearer = Math.abs(value) < Math.abs(nearest) || Math.sign(value) !== sign
      // Between the nearest and its neighbour on either side: the one that is farther out is the new end.
      const [inner, outer] = isNearer ? [place, best] : [best, place]
      if (outer < inner) from = outer
      else to = outer
      if (!isNearer) continue
      best = place
      nearest = value
      if (Math.sign(value) !== sign)
        return middleOfZeros(value, [...crossings(distance, from, best), ...crossings(distance, best, to)])
    }
    if (round % patience > 0) continue
    if (!(Math.abs(nearest) < Math.abs(before) / 2)) return []
    before = nearest
  }
}

/** Rounding makes a stretch of zeros of a place that is touched: it lies in the middle. */
function middleOfZeros(value: number, borders: readonly number[]): readonly number[] {
  const [first, last] = [borders[0], borders.at(-1)]
  if (value !== 0 || first === undefined || last === undefined || first === last) return borders
  return [between(first, last) ?? first]
}

/** In this many rounds, each of which halves the interval, a distance that goes to 0 is halved at least. */
const patience = 4

/**
 * A number well between two others, a round one where one is near the middle, since formulas mean round numbers; 0 if
 * it is between them; undefined where there is none.
 */
export function between(low: number, high: number): number | undefined {
  if (low < 0 && high > 0) return 0
  if (high <= 0) {
    const opposite = between(-high, -low)
    return opposite === undefined || opposite === 0 ? opposite : -opposite
  }
  // Far apart, as 0 and 1 are, half of the numbers there are lie below a number that is no half.
  const isFar = high / 16 > low
  const middle = isFar ? Math.sqrt(Math.max(low, Number.MIN_VALUE)) * Math.sqrt(high) : low + (high - low) / 2
  const digits = Math.floor(Math.log10(isFar ? middle : (high - low) / 2))
  // Whole powers of ten are exact, tenths are not.
  const round =
    digits < 0 ? Math.round(middle * 10 ** -digits) / 10 ** -digits : Math.round(middle / 10 ** digits) * 10 ** digits
  for (const number of [round, middle]) if (number > low && number < high) return number
  return undefined
}

/** Of two numbers the one with the shorter decimals. */
export function rounder(a: number, b: number): number {
  return String(b).length < String(a).length ? b : a
}
