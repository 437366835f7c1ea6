import { ahead, areEqual, areFinite, dot, norm } from '../../vector'
import type { Oracle } from '../method'
import { fallsEnough, type Line, noteTrial } from './line'
import type { Notes } from './notes'

/** A point of the line: φ(α) = f(x + αp) and φ′(α). */
interface Place {
  readonly length: number
  readonly value: number
  readonly slope: number
}

const mostBrackets = 25
/** Trials in an interval, those not counted that only come back from too far out. */
const mostZooms = 60
/** How much farther the next trial lies where f still falls, beside the last one. */
const nearest = 1.1
const farthest = 4
/** An interval is cut no nearer to its ends than this; in every third trial in the middle. */
const margin = 0.05
/** Where f is not defined it is cut nearer to where it is. */
const retreat = 0.3

/**
 * A search for a length at which the strong Wolfe conditions hold: f falls enough (with c1), and the slope has become
 * flat enough (with c2). Nocedal & Wright, (3.7), algorithms 3.5 and 3.6, cubic interpolation (3.59).
 */
export class WolfeSearch {
  /** x + αp of the length that was found, and ∇f there. */
  readonly landing: Float64Array
  readonly gradient: Float64Array
  readonly #oracle: Oracle
  readonly #c1: number
  readonly #c2: number
  #notes: Notes | null = null

  constructor(oracle: Oracle, dimension: number, { c1, c2 }: { readonly c1: number; readonly c2: number }) {
    this.#oracle = oracle
    this.#c1 = c1
    this.#c2 = c2
    this.landing = new Float64Array(dimension)
    this.gradient = new Float64Array(dimension)
  }

  /**
   * The length; 0 where none was found at which f falls. Where none meets both conditions – at a kink, or where f falls
   * for ever – it is the one of those tried, falling enough, at which f is lowest. `first`: the length tried first.
   */
  length(line: Line, first: number, notes: Notes | null): number {
    this.#notes = notes
    const start: Place = { length: 0, value: line.value, slope: line.slope }
    let before = start
    let length = first
    for (let trial = 0; trial < mostBrackets; trial++) {
      const here = this.#look(line, length)
      if (isTooHigh(here, line, this.#c1) || (trial > 0 && here.value >= before.value)) {
        this.#note(here, 'too-high')
        return this.#zoomed(line, before, here)
      }
      if (this.#isFlat(line, here)) return this.#found(line, here)
      this.#note(here, 'too-steep')
      if (here.slope >= 0) return this.#zoomed(line, here, before)
      length = fartherOut(before, here)
      before = here
    }
    return this.#lowest(line, before)
  }

  /** A length between `low` and `high`: of the two, `low` falls enough and is lower, and its slope leads to `high`. */
  #zoomed(line: Line, low: Place, high: Place): number {
    const home = Math.max(1, norm(line.point)) / norm(line.direction)
    for (let trial = 0, counted = 0; counted < mostZooms; trial++) {
      const length = between(low, high, trial)
      if (length === low.length || length === high.length) break
      // Farther from x than x from 0, and f has fallen nowhere yet.
      if (low.length > 0 || !(length > home)) counted++
      const here = this.#look(line, length)
      if (isTooHigh(here, line, this.#c1) || here.value >= low.value) {
        this.#note(here, 'too-high')
        // So near to the start that nothing lies between.
        if (areEqual(this.landing, line.point)) break
        high = here
        continue
      }
      if (this.#isFlat(line, here)) return this.#found(line, here)
      this.#note(here, 'too-steep')
      if (here.slope * (high.length - low.length) >= 0) high = low
      low = here
    }
    return this.#lowest(line, low)
  }

  #look(line: Line, length: number): Place {
    ahead(line.point, length, line.direction, this.landing)
    const value = this.#oracle.slope(this.landing, this.gradient)
    const isDefined = Number.isFinite(value) && areFinite(this.gradient)
    return { length, value: isDefined ? value : Number.NaN, slope: dot(this.gradient, line.direction) }
  }

  #isFlat(line: Line, { slope }: Place): boolean {
    return Math.abs(slope) <= -this.#c2 * line.slope
  }

  #found(line: Line, here: Place): number {
    noteTrial(this.#notes, this.landing, here, 'accepted')
    const { length: alpha, value: f_next, slope: slope_next } = here
    this.#notes?.line('enough', { f: line.value, f_next, alpha, slope: line.slope })
    this.#notes?.line('flat', { slope_next, slope: line.slope })
    return alpha
  }

  #lowest(line: Line, { length }: Place): number {
    if (length === 0) return 0
    const here = this.#look(line, length)
    // Lost in rounding: f falls no more.
    if (areEqual(this.landing, line.point)) return 0
    noteTrial(this.#notes, this.landing, here, 'accepted')
    this.#notes?.line('lowest', { f: line.value, f_next: here.value, alpha: length, slope: line.slope })
    return length
  }

  #note(here: Place, outcome: 'too-high' | 'too-steep') {
    noteTrial(this.#notes, this.landing, here, Number.isNaN(here.value) ? 'undefined' : outcome)
  }
}

const isTooHigh = (here: Place, line: Line, c1: number) => !fallsEnough(line, c1, here.length, here.value)

/** The next trial where f still falls at `here`: where the cubic through both has its minimum, within bounds. */
function fartherOut(before: Place, here: Place): number {
  const wanted = cubicMinimum(before, here)
  const most = farthest * here.length
  return wanted > here.length ? Math.min(Math.max(wanted, nearest * here.length), most) : most
}

function between(low: Place, high: Place, trial: number): number {
  const width = high.length - low.length
  if (Number.isNaN(high.value)) return low.length + retreat * width
  const share = trial % 3 === 2 ? 0.5 : (cubicMinimum(low, high) - low.length) / width
  return low.length + width * (Number.isNaN(share) ? 0.5 : Math.min(Math.max(share, margin), 1 - margin))
}

/** Where the cubic with the values and slopes of two places has its minimum; NaN where it has none. (3.59) */
function cubicMinimum(a: Place, b: Place): number {
  const d1 = a.slope + b.slope - (3 * (a.value - b.value)) / (a.length - b.length)
  const d2 = Math.sign(b.length - a.length) * Math.sqrt(d1 * d1 - a.slope * b.slope)
  return b.length - ((b.length - a.length) * (b.slope + d2 - d1)) / (b.slope - a.slope + 2 * d2)
}
