import type { Interval } from '@shared/interval'
import { fewestDigits } from '../digits'
import { type Bend, bendsAt } from './kind'
import { isConnected, isUnderflow } from './level'
import { type Settled, settled, wholeSteps } from './newton'
import { lengthOf, type Pair, type Plane } from './plane'
import { type Cell, changesSign, middleOf, type Starts, startsIn } from './starts'

/** All lengths here are parts of the plane that is searched. A place this near, by Newton's step, is there. */
const near = 1e-7
/** A flat place in what rounding makes of f cannot be told more exactly … */
const rough = 1e-3
/** … if the slope is this part of the usual one. */
const roundedSlope = 1e-11
/** Points with curvature and flat ones that are this near are one. */
const same = { bent: 1e-4, flat: 2e-3 }
/** Examples of what is level are not nearer to each other. */
const apart = 0.15
/** A coordinate this near to a number of few digits may be that one. */
const fewDigits = { bent: 1e-9, flat: 1e-3 }
/** Beyond the edge by rounding alone. */
const edge = 1e-12
/** f is defined, and has no kink, at this distance all around: the end of a domain is no critical point. */
const around = 1e-6
/** How often a cell is quartered, and how many places in quarters are started from. */
const deepest = 4
const mostInCells = 300

export interface Found {
  readonly at: Pair
  readonly slope: number
  readonly bends: readonly Bend[]
  /** It is flat, or was before rounding hid it: where it is, is not known as exactly as of others. */
  readonly isVague: boolean
  /** In which it was found, and by which it is measured. */
  readonly plane: Plane
}

/** A search for places without slope in a plane. `single` and `level` are what is found, here and in other planes. */
export class Search {
  readonly #plane: Plane
  readonly #starts: Starts
  readonly #single: Found[]
  readonly #level: Found[]
  /** What is no critical point, although it looks like one. */
  readonly #refused: Pair[] = []
  #inCells = 0

  /** `single`: points that stand alone; `level`: examples of lines and areas. `cells`: across and up. */
  constructor(plane: Plane, cells: number, single: Found[], level: Found[]) {
    this.#plane = plane
    this.#starts = startsIn(plane, cells)
    this.#single = single
    this.#level = level
  }

  /** From places everywhere, those nearest the middle first, as long as `isWanted` says so of their distance from it. */
  everywhere(isWanted: (distance: number) => boolean) {
    for (const { at, distance } of this.#starts.places) {
      if (!isWanted(distance)) return
      this.#from(at)
    }
    for (const cell of this.#starts.crossed) this.#inside(cell, deepest, isWanted)
  }

  /** Where both slopes change sign in a cell and nothing was found, it is quartered: the way to a narrow hill is short. */
  #inside(cell: Cell, depth: number, isWanted: (distance: number) => boolean) {
    const { low, high } = cell
    const isHeld = this.#single.some(({ at }) => [0, 1].every((i) => isBetween(at, cell, i as 0 | 1)))
    if (isHeld || depth === 0) return
    const middle = middleOf(cell)
    const [xs, ys] = [[low[0], middle[0], high[0]] as const, [low[1], middle[1], high[1]] as const]
    for (const quarter of [0, 1, 2, 3]) {
      const [column, row] = [quarter & 1, quarter >> 1]
      const part: Cell = {
        low: [xs[column] as number, ys[row] as number],
        high: [xs[column + 1] as number, ys[row + 1] as number]
      }
      if (!isCrossed(this.#plane, part)) continue
      if (this.#inCells++ >= mostInCells || !isWanted(0)) return
      this.#from(middleOf(part))
      this.#inside(part, depth - 1, isWanted)
    }
  }

  #from(start: Pair) {
    const plane = this.#plane
    const end = this.#end(start)
    if (!end || this.#isKnown(end.at, same.bent) || this.#isRefused(end.at, same.bent)) return
    const isVague = end.left > near || bendsAt(plane, end.at).some((bend) => bend.isFlat)
    if (isVague && (this.#isKnown(end.at, same.flat) || this.#isExampleNear(end.at))) return
    const place = withFewDigits(plane, end, isVague ? fewDigits.flat : fewDigits.bent)
    if (!isWithin(plane, place.at)) return
    if (!isInside(plane, place.at)) {
      this.#refused.push(place.at)
      return
    }
    // At the very place there may be no curvature: beside the minimum of |x|^1.5 it grows without end.
    const isBent = plane.isBent(place.at)
    const bends = bendsAt(plane, place.at).map((bend) => ({ ...bend, isFlat: bend.isFlat || !isBent }))
    const found = { ...place, bends, isVague: isVague || bends.some((bend) => bend.isFlat), plane }
    if (!isConnected(plane, found.at, bends)) this.#single.push(found)
    else if (found.slope === 0 && isUnderflow(plane, found.at, this.#starts)) this.#refused.push(found.at)
    else this.#level.push(found)
  }

  /** Where the way from a place ends without slope: that of steps that never climb, or else of whole steps. */
  #end(start: Pair): Settled | null {
    let isKnown = false
    const isKnownAt = (at: Pair) => {
      isKnown = this.#isKnown(at, same.bent)
      return isKnown
    }
    const end = settled(this.#plane, start, isKnownAt)
    if (end && isThere(end, this.#starts.usual)) return end
    const other = isKnown ? null : wholeSteps(this.#plane, start)
    const last = other && settled(this.#plane, other, isKnownAt)
    return last && isThere(last, this.#starts.usual) ? last : null
  }

  #isKnown(at: Pair, within: number): boolean {
    return this.#single.some(({ at: known, plane, isVague }) => {
      if (this.#plane.distance(at, known) < within) return true
      // Rounding makes others of a flat place, seen from near.
      return isVague && plane.distance(at, known) < same.flat
    })
  }

  #isExampleNear(at: Pair): boolean {
    return this.#isRefused(at, apart) || this.#level.some((known) => this.#plane.distance(at, known.at) < apart)
  }

  #isRefused(at: Pair, within: number): boolean {
    return this.#refused.some((known) => this.#plane.distance(at, known) < within)
  }
}

const isBetween = (at: Pair, { low, high }: Cell, axis: 0 | 1) => at[axis] >= low[axis] && at[axis] <= high[axis]

function isCrossed(plane: Plane, { low, high }: Cell): boolean {
  const slopes = [low, high, [low[0], high[1]] as const, [high[0], low[1]] as const].map((at) => plane.slope(at))
  return changesSign(slopes, 0) && changesSign(slopes, 1)
}

/** Whether a way has ended at a place without slope, as far as that can be told. */
function isThere({ slope, left }: Settled, usual: number): boolean {
  return left <= near || (left <= rough && slope <= roundedSlope * usual)
}

/** In the plane; what is beyond its edge by rounding alone was on it. */
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
  const [x, y] = [fewestDigits(at[0], around * widthOf(plane.x)), fewestDigits(at[1], around * widthOf(plane.y))]
  const isDefined = [0, 1, 2, 3, 4, 5, 6, 7].every((turn) => {
    const angle = (turn * Math.PI) / 4
    return Number.isFinite(plane.value(plane.moved(at, [Math.cos(angle), Math.sin(angle)], around)))
  })
  return (
    isDefined && Number.isFinite(plane.value(at)) && Number.isFinite(plane.value([x, y])) && plane.isSmooth(at, around)
  )
}

/** The place with one or both coordinates of few digits, if the slope is no larger there. */
function withFewDigits(plane: Plane, { at, slope }: Settled, within: number): { at: Pair; slope: number } {
  const x = fewestDigits(at[0], within * widthOf(plane.x))
  const y = fewestDigits(at[1], within * widthOf(plane.y))
  const shorter = [[x, y] as const, [x, at[1]] as const, [at[0], y] as const]
  for (const there of shorter) {
    const size = lengthOf(plane.slope(there))
    if (size <= slope) return { at: there, slope: size }
  }
  return { at, slope }
}

const widthOf = ({ min, max }: Interval) => max - min
