import type { Interval } from '@shared/experiment/experiment'
import type { CriticalPoint, CriticalReport } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { type Bend, bendsAt, kindAround, kindByBends } from './kind'
import { isConnected, isUnderflow } from './level'
import { type Settled, settled } from './newton'
import { lengthOf, type Pair, type Plane, planeOf } from './plane'
import { type Starts, startsIn } from './starts'

const mostPoints = 60
/** Of lines and areas that are level so many points are given. */
const mostExamples = 12

/** All lengths here are parts of the view. A place this near, by Newton's step, is there. */
const near = 1e-7
/** A flat place in what rounding makes of f cannot be told more exactly … */
const rough = 1e-3
/** … if the slope is this part of the usual one. */
const roundedSlope = 1e-11
/** Points with curvature and flat ones that are this near are one. */
const same = { bent: 1e-4, flat: 2e-3 }
/** Examples of what is level are not nearer to each other. */
const apart = 0.15
/** A coordinate this near to a round number may be it. */
const round = { bent: 1e-9, flat: 1e-3 }
/** Beyond the edge of the view by rounding alone. */
const edge = 1e-12
/** f is defined at this distance all around: the end of a domain is no critical point. */
const around = 1e-6
/** How far f is looked at around a point that its Hessian does not decide. */
const farthest = 0.02

interface Found {
  readonly at: Pair
  readonly slope: number
  readonly bends: readonly Bend[]
}

/**
 * The points of a part of the plane of the coordinates `axes` in which both slopes are 0, the other coordinates as in
 * `point`: by Newton's method on the gradient from many places. They are points where f is differentiable, so neither
 * kinks nor ends of the domain; and the slope vanishes there, it does not only become small, as far out on e^(−x²).
 * Of more than 60 those nearest the middle of the view are given.
 */
export function criticalPoints(
  objective: Objective,
  axes: readonly [number, number],
  point: readonly number[],
  ranges: { readonly x: Interval; readonly y: Interval },
  pulse: Pulse
): CriticalReport {
  const plane = planeOf(objective, axes, point, ranges, pulse)
  const starts = startsIn(plane)
  const search = new Search(plane, starts)
  for (const place of starts.places) {
    if (search.single.length > mostPoints) break
    search.from(place)
  }
  const { single, level } = search
  const all = [...single.slice(0, mostPoints), ...level.slice(0, mostExamples)]
  const points = all.map((found) => described(plane, found, all))
  const report = { points: points.sort((one, other) => one.value - other.value), connected: level.length > 0 }
  return single.length > mostPoints ? { ...report, more: true } : report
}

/** What was found so far. */
class Search {
  readonly #plane: Plane
  readonly #starts: Starts
  /** Points that stand alone. */
  readonly single: Found[] = []
  /** Examples of lines and areas. */
  readonly level: Found[] = []
  /** What is no critical point, although it looks like one. */
  readonly #false: Pair[] = []

  constructor(plane: Plane, starts: Starts) {
    this.#plane = plane
    this.#starts = starts
  }

  from(start: Pair) {
    const plane = this.#plane
    const end = settled(plane, start, (at) => this.#isKnown(at, same.bent))
    if (!end || !isThere(end, this.#starts.usual) || this.#isKnown(end.at, same.bent)) return
    const isFlat = bendsAt(plane, end.at).some((bend) => bend.isFlat)
    if (isFlat && (this.#isKnown(end.at, same.flat) || this.#isExampleNear(end.at))) return
    const place = rounded(plane, end, isFlat ? round.flat : round.bent)
    if (!isWithin(plane, place.at)) return
    // At the very place there may be no curvature: beside the minimum of |x|^1.5 it grows without end.
    const isBent = plane.isBent(place.at)
    const bends = bendsAt(plane, place.at).map((bend) => ({ ...bend, isFlat: bend.isFlat || !isBent }))
    const found = { ...place, bends }
    if (!isInside(plane, found.at)) this.#false.push(found.at)
    else if (!isConnected(plane, found.at, bends)) this.single.push(found)
    else if (found.slope === 0 && isUnderflow(plane, found.at, this.#starts)) this.#false.push(found.at)
    else this.level.push(found)
  }

  #isKnown(at: Pair, within: number): boolean {
    return this.single.some((known) => this.#plane.distance(at, known.at) < within)
  }

  #isExampleNear(at: Pair): boolean {
    const isNear = (known: Pair) => this.#plane.distance(at, known) < apart
    return this.level.some((known) => isNear(known.at)) || this.#false.some(isNear)
  }
}

/** Whether a way has ended at a place without slope, as far as that can be told. */
function isThere({ slope, left }: Settled, usual: number): boolean {
  return left <= near || (left <= rough && slope <= roundedSlope * usual)
}

/** In the view; what is beyond its edge by rounding alone was on it. */
function isWithin({ x, y }: Plane, at: Pair): boolean {
  const isIn = (range: Interval, a: number) => {
    const margin = edge * widthOf(range)
    return a >= range.min - margin && a <= range.max + margin
  }
  return isIn(x, at[0]) && isIn(y, at[1])
}

/** f is defined there and all around, and differentiable. */
function isInside(plane: Plane, at: Pair): boolean {
  // Beside a hole rounding may make a critical point: of sin(x)/x at 0.
  const hole = [0, 1].map((axis) => roundNear(at[axis as 0 | 1], around * widthOf(axis === 0 ? plane.x : plane.y)))
  const isDefined = [0, 1, 2, 3, 4, 5, 6, 7].every((turn) => {
    const angle = (turn * Math.PI) / 4
    return Number.isFinite(plane.value(plane.moved(at, [Math.cos(angle), Math.sin(angle)], around)))
  })
  return (
    isDefined &&
    [at, hole as [number, number]].every((each) => Number.isFinite(plane.value(each))) &&
    plane.isSmooth(at)
  )
}

/** The point with one or both coordinates round, if the slope is no larger there. */
function rounded(plane: Plane, { at, slope }: Settled, within: number): { at: Pair; slope: number } {
  const x = roundNear(at[0], within * widthOf(plane.x))
  const y = roundNear(at[1], within * widthOf(plane.y))
  const rounder = [[x, y] as const, [x, at[1]] as const, [at[0], y] as const]
  for (const there of rounder) {
    const size = lengthOf(plane.slope(there))
    if (size <= slope) return { at: there, slope: size }
  }
  return { at, slope }
}

/** The number of the fewest digits within `tolerance`. */
function roundNear(a: number, tolerance: number): number {
  if (Math.abs(a) <= tolerance) return 0
  for (let digits = 1; digits < 16; digits++) {
    const short = Number(a.toPrecision(digits))
    if (Math.abs(short - a) <= tolerance) return short
  }
  return a
}

function described(plane: Plane, { at, bends }: Found, all: readonly Found[]): CriticalPoint {
  const decided = kindByBends(bends)
  const others = all.map((other) => plane.distance(at, other.at)).filter((distance) => distance > 0)
  const far = Math.min(farthest, 0.4 * Math.min(...others, 1))
  return {
    x: at[0],
    y: at[1],
    value: plane.value(at),
    kind: decided ?? kindAround(plane, at, far),
    decided: decided !== null
  }
}

const widthOf = ({ min, max }: Interval) => max - min
