import type { Break } from '@shared/protocol'
import { crossings, type Distance, rounder, touched } from './crossings'
import { isCrossed } from './kinks'
import type { Line } from './line'
import { blurOf, isSmooth, type Sampled, type Side, sideOf } from './sides'

/** A break, wherever it lies among samples, and how near to it nothing else is to be told. */
export interface Interruption extends Omit<Break, 'after'> {
  /** Samples right beside it are this far from it. */
  readonly beside: number
}

/** Where there are more, they are not to be told from one another, and none is told. */
const mostBreaks = 500

/**
 * Every break of f between the first and the last of the ascending places `x`, these included, ascending. `values`: f
 * at `x`. Of several between two places at least one is found of each kind of distance; where f breaks more often
 * than can be shown, none.
 */
export function interruptions(line: Line, x: Float64Array, values: Float64Array): readonly Interruption[] {
  const [low = 0, high = 0] = [x[0], x.at(-1)]
  if (!(low < high)) return []
  const beside = (at: number) => Math.max(besideOf(at, high - low), Math.abs(at) * Number.EPSILON)
  const places = merged(suspects(line, x, values, beside), beside).map((at) =>
    Math.abs(at - low) <= beside(at) ? low : Math.abs(at - high) <= beside(at) ? high : at
  )
  if (places.length > 4 * mostBreaks) return []
  const found: Interruption[] = []
  for (const [index, at] of places.entries()) {
    if (line.isSpent()) return []
    const apart = Math.min(at - (places[index - 1] ?? -Infinity), (places[index + 1] ?? Infinity) - at)
    const interruption = interruptionAt(line, at, Math.min(apart / 2, (high - low) / 8), beside(at))
    if (interruption) found.push(interruption)
  }
  return found.length > mostBreaks ? [] : found
}

/** Relative to the range: what lies nearer to a place is not to be told from it, however far in one looks. */
const nearest = 2 ** -40

/** Relative: how far in a side is looked at that settles on nothing from farther away. */
const veryNear = 2 ** -20

/** Whether two limits are the same, as far as they are known. */
const isSame = (a: number, b: number, blur: number) =>
  Math.abs(a - b) <= blur + 2 ** -40 * Math.max(Math.abs(a), Math.abs(b))

const besideOf = (at: number, width: number) => Math.min(blurOf(at), width * nearest)

/** Where f may break: the distances say so, or f ends. In no order. */
function suspects(line: Line, x: Float64Array, values: Float64Array, beside: (at: number) => number): number[] {
  const places: number[] = []
  const isDefined: Distance = (at) => (Number.isNaN(line.at(at)[0]) ? -1 : 1)
  const distance = (k: number): Distance => {
    return (at) => line.breakDistances(at)[k] as number
  }
  const add = (found: readonly number[]) => {
    for (const place of found) places.push(place)
  }
  let [farther, before]: (Float64Array | undefined)[] = []
  for (let i = 0; i < x.length && !line.isSpent(); i++) {
    const here = x[i] as number
    const now = line.breakDistances(here).slice()
    const [last, other] = [x[i - 1], x[i - 2]]
    if (last !== undefined && before) {
      if (Number.isNaN(values[i - 1]) !== Number.isNaN(values[i])) add(crossings(isDefined, last, here))
      for (let k = 0; k < now.length; k++) {
        const [far, near, at] = [farther?.[k], before[k] as number, now[k] as number]
        if (isCrossed(near, at)) add(crossings(distance(k), last, here))
        else if (other !== undefined && far !== undefined && isNearest(far, near, at)) {
          add(touched(distance(k), other, last, here))
        }
      }
    }
    farther = before
    before = now
  }
  for (const end of [x[0] as number, x.at(-1) as number]) if (isMet(line, end, beside(end))) places.push(end)
  return places
}

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
    if (last !== undefined && place - last <= 4 * beside(place)) all[all.length - 1] = rounder(last, place)
    else all.push(place)
  }
  return all
}

/** What f does at `at`, where nothing else is nearer than `reach`; null where it and its slope go on. */
function interruptionAt(line: Line, at: number, reach: number, beside: number): Interruption | null {
  const [own, used] = line.at(at)
  const here = Number.isFinite(own) ? own : Number.NaN
  const side = (direction: 1 | -1) => settledSide((x) => line.at(x), at, here, direction, reach)
  const [left, right] = [side(-1), side(1)]
  const limits = { left: left.value, right: right.value, slopeLeft: left.slope, slopeRight: right.slope }
  const found = (kind: Break['kind'], value = here) => ({ kind, at, value, ...limits, beside })

  if (!left.isDefined && !right.isDefined) return Number.isNaN(here) ? null : found('hole')
  const poles = [left, right].filter(({ value }) => Math.abs(value) === Infinity)
  if (poles.length > 0) {
    const isPart = poles.some(({ value }) => {
      const [near] = line.at(at + (value === left.value ? -beside : beside))
      return here * value > 0 && Math.abs(here) >= Math.abs(near)
    })
    // Rounding alone may have kept it from being infinite.
    return found('pole', isPart ? Number.NaN : here)
  }
  if (!left.isDefined || !right.isDefined) return found('edge')
  if (!left.jumps && !right.jumps && !Number.isNaN(here)) return isSmooth(left, right, used) ? null : found('corner')
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return found('hole')
  if (isSame(left.value, right.value, left.blur + right.blur)) {
    return isSame(here, left.value, left.blur) ? (isSmooth(left, right, used) ? null : found('corner')) : found('hole')
  }
  return found('jump')
}

/** The side as it is seen from ordinary distances, or where it settles on nothing there, from very near. */
function settledSide(f: (x: number) => Sampled, at: number, here: number, direction: 1 | -1, reach: number): Side {
  const side = sideOf(f, at, here, direction, reach)
  if (!side.isDefined || !(Number.isNaN(side.value) || Number.isNaN(side.slope))) return side
  const nearer = sideOf(f, at, here, direction, Math.min(reach, veryNear * Math.max(blurOf(at), reach)))
  return Number.isNaN(nearer.value) || Number.isNaN(nearer.slope) ? side : nearer
}
