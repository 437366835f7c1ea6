import type { Bend, Break } from '@shared/protocol'
import { crossings, type Distance, rounder, touched as touchesOf } from './crossings'
import { isCrossed } from './guards'
import type { Line } from './line'
import { isSmooth, type Side, sideOf } from './sides'
import { farther, lostFrom, mostBreaks, oddPart, placeFoundTo, sameLimit, samePlace, sameSlope } from './thresholds'

/** A break, wherever it lies among samples, and how near to it nothing else is to be told. */
export interface Interruption extends Omit<Break, 'after'> {
  /** Samples right beside it are this far from it. */
  readonly beside: number
}

/** A place where f and f′ go on, and the slope there, which is not the one that is used. */
export interface Mended {
  readonly kind: 'smooth'
  readonly at: number
  readonly slope: number
}

/** What interrupts f, f′ or, if asked for, f″ on a line. */
export interface Interruptions {
  readonly breaks: readonly Interruption[]
  readonly bends: readonly Omit<Bend, 'after'>[]
  readonly mended: readonly Mended[]
  readonly tooMany: boolean
}

const none: Interruptions = { breaks: [], bends: [], mended: [], tooMany: false }

/**
 * Every break of f between the first and the last of the ascending places `x`, these included, ascending. `values`: f
 * at `x`; `second`: f″ is wanted too. Of those that lie denser than the places some may be missed; where f breaks more
 * often than can be shown, none is told.
 */
export function interruptions(line: Line, x: Float64Array, values: Float64Array, second: boolean): Interruptions {
  const [low = 0, high = 0] = [x[0], x.at(-1)]
  if (!(low < high)) return none
  const beside = (at: number) => samePlace * Math.max(Math.abs(at), high - low)
  const all = suspects(line, x, values)
  if (!all) return { ...none, tooMany: true }
  // What rounding keeps from 0, and from the ends, is there.
  const marked = low < 0 && high > 0 ? [low, 0, high] : [low, high]
  const places = merged(
    all.map((at) => marked.find((mark) => Math.abs(at - mark) <= beside(mark)) ?? at),
    beside
  )
  const breaks: Interruption[] = []
  const bends: Omit<Bend, 'after'>[] = []
  const mended: Mended[] = []
  for (const [index, at] of places.entries()) {
    if (line.isSpent()) return { ...none, tooMany: true }
    const reach = Math.min(at - (places[index - 1] ?? -Infinity), (places[index + 1] ?? Infinity) - at) / 2
    const interruption = interruptionAt(line, at, reach, beside(at), high - low)
    if (interruption?.kind === 'smooth') mended.push(interruption)
    else if (interruption) breaks.push(interruption)
    const bend = interruption || !second ? null : bendAt(line, at, reach, high - low)
    if (bend) bends.push(bend)
  }
  return breaks.length > mostBreaks ? { ...none, tooMany: true } : { breaks, bends, mended, tooMany: false }
}

/** What f″ does where f and f′ go on: null where it goes on as well, or does nothing that could be told. */
function bendAt(line: Line, at: number, reach: number, width: number): Omit<Bend, 'after'> | null {
  const side = (direction: 1 | -1) =>
    sideOf((x) => [line.at(x)[1], line.second(x)], at, line.at(at)[1], direction, reach, width)
  const [left, right] = agreed(at, side(-1), side(1))
  const isSame = left.slope === right.slope && Number.isFinite(left.slope)
  if (isSame || Number.isNaN(left.slope) || Number.isNaN(right.slope)) return null
  return { at, left: left.slope, right: right.slope }
}

/** Whether two limits are the same, as far as they are known. */
const isSame = (a: number, b: number, blur: number) =>
  Math.abs(a - b) <= blur + sameLimit * Math.max(Math.abs(a), Math.abs(b))

/** The places where the distances say that f may break, and where it ends, in no order; null: too many, or too costly. */
function suspects(line: Line, x: Float64Array, values: Float64Array): readonly number[] | null {
  const isDefined: Distance = (at) => (Number.isNaN(line.at(at)[0]) ? -1 : 1)
  const distance = (k: number): Distance => {
    return (at) => line.guards(at)[k] as number
  }
  const low = x[0] as number
  const places = new Set<number>()
  const touches: number[] = []
  const add = (found: readonly number[]) => {
    for (const place of found) places.add(place)
  }
  let [last, before] = [low, line.guards(low).slice()]
  let [other, beyond] = [Number.NaN, before]
  const look = (here: number) => {
    const now = line.guards(here).slice()
    for (let k = 0; k < now.length; k++) {
      const [far, near, at] = [beyond[k] as number, before[k] as number, now[k] as number]
      if (line.isSpent()) return
      if (isCrossed(near, at)) add(crossings(distance(k), last, here))
      if (other < last && isNearest(far, near, at)) touches.push(...touchesOf(distance(k), other, last, here))
    }
    ;[other, beyond, last, before] = [last, before, here, now]
  }
  for (let i = 1; i < x.length; i++) {
    const here = x[i] as number
    if (Number.isNaN(values[i - 1]) !== Number.isNaN(values[i])) add(crossings(isDefined, last, here))
    if (before.length > 0) look(last + oddPart * (here - last))
    if (before.length > 0) look(here)
    else last = here
    if (places.size + touches.length > 3 * mostBreaks || line.isSpent()) return null
  }
  for (const touch of touches) {
    const near = [...places].filter((place) => Math.abs(place - touch) <= lostFrom * Math.abs(touch))
    const exact = near.find((place) => Math.abs(place - touch) <= placeFoundTo * Math.abs(touch))
    // So near to it there are only those that rounding makes: √(x² − 2x + 1) is undefined at some of them.
    for (const place of near) places.delete(place)
    places.add(exact ?? touch)
  }
  return [...places]
}

/** Whether three distances are of one sign and the middle one is the nearest to 0. */
function isNearest(before: number, here: number, after: number): boolean {
  const isOneSign = here * before > 0 && here * after > 0
  return isOneSign && Math.abs(here) < Math.abs(before) && Math.abs(here) <= Math.abs(after)
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

/** Whether something f is divided by passes 0 at `at`, though no double is where: sin(2x)/sin(x) has a hole at π. */
function passesPole(line: Line, at: number, beside: number): boolean {
  const [far, before, after, beyond] = [-farther, -1, 1, farther].map((times) => {
    return line.poleGuards(at + times * beside).slice()
  })
  if (!far || !before || !after || !beyond) return false
  return before.some((left, k) => {
    const [from, right, to] = [far[k] as number, after[k] as number, beyond[k] as number]
    return left * right < 0 && 4 * Math.abs(left) < Math.abs(from) && 4 * Math.abs(right) < Math.abs(to)
  })
}

/** What f does at `at`, where nothing else is nearer than `reach`; null where it and its slope go on. */
function interruptionAt(
  line: Line,
  at: number,
  reach: number,
  beside: number,
  width: number
): Interruption | Mended | null {
  const [own, used] = line.at(at)
  const finite = Number.isFinite(own) && !passesPole(line, at, beside) ? own : Number.NaN
  const side = (direction: 1 | -1) => sideOf((x) => line.at(x), at, finite, direction, reach, width)
  const [left, right] = agreed(at, side(-1), side(1))
  // √(x² − 5.4x + 7.29) is undefined at 2.7 for rounding alone: what is under the root is not quite 0 there.
  const isLost = Number.isNaN(own) && !line.guards(at).includes(0)
  const here = isLost && left.isDefined && left.value === right.value ? left.value : finite
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
    return found('edge', isLost ? (left.isDefined ? left : right).value : here)
  }
  // The slope that is used may be none of f's: relu(x) − relu(−x) takes 0 at 0 for 1, tan(x)·cos(x) whatever is left.
  const isOne = left.slope === right.slope && Number.isFinite(left.slope)
  const bent = () => {
    const isUnknown = Number.isNaN(left.slope) && Number.isNaN(right.slope)
    if (isUnknown || isSmooth(left, right, used)) return null
    return isOne ? { kind: 'smooth' as const, at, slope: left.slope } : found('corner')
  }
  // Only rounding keeps it from one of them if it is the other.
  const isNext = left.value === right.value && (left.meets || right.meets)
  const isMet = here !== finite || isNext || (left.meets && right.meets)
  if (isMet && !Number.isNaN(here)) return bent()
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return found('hole')
  if (left.value !== right.value) return found('jump')
  return isSame(here, left.value, left.blur) ? bent() : found('hole')
}

/** Both sides, with one number each for limits that are the same as far as they are known: the one that is known better. */
function agreed(at: number, left: Side, right: Side): [Side, Side] {
  const rise = (Math.abs(left.slope) + Math.abs(right.slope)) * Math.abs(at) * placeFoundTo
  const steepness = Math.max(left.steepness, right.steepness)
  const value = common(left.value, left.blur, right.value, right.blur, Number.isFinite(rise) ? rise : 0)
  const slope = common(left.slope, left.error, right.slope, right.error, sameSlope * steepness)
  const both = { ...(value === undefined ? {} : { value }), ...(slope === undefined ? {} : { slope }) }
  return [
    { ...left, ...both },
    { ...right, ...both }
  ]
}

/** One number for two that differ by no more than they are blurred, undefined for others. */
function common(a: number, blurA: number, b: number, blurB: number, blur: number): number | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return undefined
  return isSame(a, b, blurA + blurB + blur) ? (blurA <= blurB ? a : b) : undefined
}
