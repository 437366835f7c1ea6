import type { Break } from '@shared/protocol'
import { crossings, type Distance, rounder, touched } from './crossings'
import { isCrossed } from './kinks'
import type { Line } from './line'
import { blurOf, isSmooth, type Side, sideOf } from './sides'

/** A break, wherever it lies among samples, and how near to it nothing else is to be told. */
export interface Interruption extends Omit<Break, 'after'> {
  /** Samples right beside it are this far from it. */
  readonly beside: number
}

/** Where there are more, they are not to be told from one another, and none is told. */
const mostBreaks = 500
/** Some of which are none: two distances may tell of one place, or one of a place where f goes on. */
const mostSuspects = 2 * mostBreaks

/**
 * Every break of f between the first and the last of the ascending places `x`, these included, ascending. `values`: f
 * at `x`. Of those that lie denser than the places some may be missed; where f breaks more often than can be shown,
 * none is told.
 */
export function interruptions(line: Line, x: Float64Array, values: Float64Array): readonly Interruption[] {
  const [low = 0, high = 0] = [x[0], x.at(-1)]
  if (!(low < high)) return []
  const beside = (at: number) => nearest * Math.max(Math.abs(at), high - low)
  const all = suspects(line, x, values, beside)
  if (!all) return []
  const places = merged(
    all.map((at) => (at - low <= beside(low) ? low : high - at <= beside(high) ? high : at)),
    beside
  )
  const found: Interruption[] = []
  for (const [index, at] of places.entries()) {
    if (line.isSpent()) return []
    const apart = Math.min(at - (places[index - 1] ?? -Infinity), (places[index + 1] ?? Infinity) - at)
    const interruption = interruptionAt(line, at, apart / 2, beside(at), high - low)
    if (interruption) found.push(interruption)
  }
  return found.length > mostBreaks ? [] : found
}

/** Relative to the range and to the place itself: what lies nearer to it is not to be told from it. */
const nearest = 2 ** -50

/** Whether two limits are the same, as far as they are known. */
const isSame = (a: number, b: number, blur: number) =>
  Math.abs(a - b) <= blur + 2 ** -40 * Math.max(Math.abs(a), Math.abs(b))

/** The places where the distances say that f may break, and where it ends, in no order; null: too many, or too costly. */
function suspects(
  line: Line,
  x: Float64Array,
  values: Float64Array,
  beside: (at: number) => number
): readonly number[] | null {
  const isDefined: Distance = (at) => (Number.isNaN(line.at(at)[0]) ? -1 : 1)
  const distance = (k: number): Distance => {
    return (at) => line.breakDistances(at)[k] as number
  }
  const [low, high] = [x[0] as number, x.at(-1) as number]
  const places = new Set([low, high].filter((end) => isMet(line, end, beside(end))))
  const touches: number[] = []
  const add = (found: readonly number[]) => {
    for (const place of found) places.add(place)
  }
  let [last, before] = [low, line.breakDistances(low).slice()]
  let [other, beyond] = [Number.NaN, before]
  const often = new Uint32Array(before.length)
  const look = (here: number) => {
    const now = line.breakDistances(here).slice()
    for (let k = 0; k < now.length; k++) {
      const [far, near, at] = [beyond[k] as number, before[k] as number, now[k] as number]
      if (isCrossed(near, at) || (often[k] as number) > fewTimes) {
        const found = crossings(distance(k), last, here)
        often[k] = (often[k] as number) + found.length
        add(found)
      }
      if (other < last && isNearest(far, near, at)) touches.push(...touched(distance(k), other, last, here))
    }
    ;[other, beyond, last, before] = [last, before, here, now]
  }
  for (let i = 1; i < x.length; i++) {
    const here = x[i] as number
    if (Number.isNaN(values[i - 1]) !== Number.isNaN(values[i])) add(crossings(isDefined, last, here))
    look(last + oddPart * (here - last))
    look(here)
    if (places.size + touches.length > mostSuspects || line.isSpent()) return null
  }
  for (const touch of touches) {
    const blur = vague * Math.abs(touch)
    if (![...places].some((place) => Math.abs(place - touch) <= blur)) places.add(touch)
  }
  return [...places]
}

/** Relative: a place that is only touched is not known better. */
const vague = 2 ** -33

/** A distance that leaps more often than this may leap between two places where it is about the same. */
const fewTimes = 8

/** The distances of floor x are 0 at every whole sample: between two it is looked at as well, at no round part. */
const oddPart = 0.382

/** Whether of three distances of one sign the middle one is the nearest to 0. */
function isNearest(before: number, here: number, after: number): boolean {
  return here * before > 0 && Math.abs(here) < Math.abs(before) && Math.abs(here) <= Math.abs(after) && here !== 0
}

/** Whether a distance passes 0 at `at` itself, or would but for rounding. */
function isMet(line: Line, at: number, beside: number): boolean {
  const before = line.breakDistances(at - beside).slice()
  const after = line.breakDistances(at + beside)
  return after.some((distance, k) => isCrossed(before[k] as number, distance))
}

/** The places ascending, those of one neighbourhood as the roundest of them. */
function merged(places: readonly number[], beside: (at: number) => number): readonly number[] {
  const all: number[] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = all.at(-1)
    if (last !== undefined && place - last <= 4 * Math.max(beside(place), beside(last)))
      all[all.length - 1] = rounder(last, place)
    else all.push(place)
  }
  return all
}

/** What f does at `at`, where nothing else is nearer than `reach`; null where it and its slope go on. */
function interruptionAt(line: Line, at: number, reach: number, beside: number, width: number): Interruption | null {
  const [own, used] = line.at(at)
  const finite = Number.isFinite(own) ? own : Number.NaN
  const side = (direction: 1 | -1) => sideOf((x) => line.at(x), at, finite, direction, reach, width)
  const [left, right] = agreed(side(-1), side(1))
  // √(x² − 5.4x + 7.29) is undefined at 2.7, as at some places around, for rounding alone.
  const isLost = Number.isNaN(own) && left.isDefined && right.isDefined && left.value === right.value
  const here = isLost && isUndefinedAround(line, at) ? left.value : finite
  const found = (kind: Break['kind'], value = here) => ({
    kind,
    at,
    value,
    left: left.value,
    right: right.value,
    slopeLeft: left.slope,
    slopeRight: right.slope,
    beside
  })

  if (!left.isDefined && !right.isDefined) return Number.isNaN(here) ? null : found('hole')
  const endless = [left, right].filter(({ value }) => Math.abs(value) === Infinity)
  if (endless.length > 0) {
    const near = endless.map((each) => Math.abs(line.at(each === left ? at - beside : at + beside)[0]))
    // Rounding alone may have kept it from being infinite.
    return found('pole', near.some((height) => Math.abs(here) >= height) ? Number.NaN : here)
  }
  if (!left.isDefined || !right.isDefined) {
    // Or from being defined at the very end: √(sin x) at the double next to π.
    const isBeyond = Number.isNaN(here) && !line.breakDistances(at).includes(0)
    return found('edge', isBeyond ? (left.isDefined ? left : right).value : here)
  }
  const bent = () =>
    isSmooth(left, right, used) || (left.slope === right.slope && Number.isFinite(left.slope)) ? null : found('corner')
  const isMet = here !== finite || (!left.jumps && !right.jumps)
  if (isMet && !Number.isNaN(here)) return bent()
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return found('hole')
  if (left.value !== right.value) {
    const rounding = 2 ** -40 * Math.max(Math.abs(left.value), Math.abs(right.value))
    const plain = (height: number) => (Math.abs(height) <= rounding ? 0 : height)
    return { ...found('jump', plain(here)), left: plain(left.value), right: plain(right.value) }
  }
  return isSame(here, left.value, left.blur) ? bent() : found('hole')
}

/** Both sides, with one number each for limits that are the same as far as they are known: the one that is known better. */
function agreed(left: Side, right: Side): [Side, Side] {
  const value = common(left.value, left.blur, right.value, right.blur, 0)
  const slope = common(left.slope, left.error, right.slope, right.error, Math.max(left.steepness, right.steepness))
  const both = { ...(value === undefined ? {} : { value }), ...(slope === undefined ? {} : { slope }) }
  return [
    { ...left, ...both },
    { ...right, ...both }
  ]
}

function common(a: number, blurA: number, b: number, blurB: number, size: number): number | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return undefined
  return isSame(a, b, blurA + blurB + 2 ** -30 * size) ? (blurA <= blurB ? a : b) : undefined
}

/** Whether there are places without a value among those next to `at`. */
function isUndefinedAround(line: Line, at: number): boolean {
  return [-4, -3, -2, -1, 1, 2, 3, 4].some((times) => Number.isNaN(line.at(at + times * blurOf(at))[0]))
}
