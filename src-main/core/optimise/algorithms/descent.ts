import { copied, dot, isZero, norm } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { type Backtracking, backtrackedLength } from './backtracking'
import { type Line, noteLine, noteMove, notFound } from './line'
import { motionOf, type Notes, type Stepping } from './notes'
import { WolfeSearch } from './wolfe'

/** Settings of the methods that search by the strong Wolfe conditions from a first distance on. */
export interface WolfeSettings {
  readonly c1: number
  readonly c2: number
  /** How far the very first trial goes. */
  readonly reach: number
}

/** `initial`: the length that each step tries first. */
type ArmijoSettings = Omit<Backtracking, 'first'> & { readonly initial: number }

/** Gradient descent with backtracking. Armijo 1966, Pacific J. Math. 16, 1–3; Nocedal & Wright, algorithm 3.1. */
export function armijoDescent({ initial, shrink, c1 }: ArmijoSettings): Optimiser {
  const settings = { first: initial, shrink, c1 }
  return { setOut: (dimension, oracle) => motionOf(new ArmijoDescent(settings, dimension, oracle)) }
}

/** Gradient descent with a search by the strong Wolfe conditions. Nocedal & Wright, sections 3.1 and 3.5. */
export function wolfeDescent(settings: WolfeSettings): Optimiser {
  return { setOut: (dimension, oracle) => motionOf(new WolfeDescent(settings, dimension, oracle)) }
}

class ArmijoDescent implements Stepping {
  readonly #settings: Backtracking
  readonly #oracle: Oracle
  readonly #direction: Float64Array
  readonly #landing: Float64Array

  constructor(settings: Backtracking, dimension: number, oracle: Oracle) {
    this.#settings = settings
    this.#oracle = oracle
    this.#direction = new Float64Array(dimension)
    this.#landing = new Float64Array(dimension)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    const line = downhill(point, gradient, value, this.#direction, notes)
    const alpha = backtrackedLength(this.#oracle, line, this.#settings, this.#landing, notes)
    if (alpha === 0) return notFound(notes, point)
    noteMove(notes, line, alpha, this.#landing)
    point.set(this.#landing)
    return
  }

  remembered() {
    return {}
  }
}

class WolfeDescent implements Stepping {
  readonly #first: FirstTrial
  readonly #search: WolfeSearch
  readonly #direction: Float64Array

  constructor(settings: WolfeSettings, dimension: number, oracle: Oracle) {
    this.#first = new FirstTrial(settings.reach)
    this.#search = new WolfeSearch(oracle, dimension, settings)
    this.#direction = new Float64Array(dimension)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    const line = downhill(point, gradient, value, this.#direction, notes)
    const alpha = this.#search.length(line, this.#first.length(line, notes), notes)
    if (alpha === 0) return notFound(notes, point)
    noteMove(notes, line, alpha, this.#search.landing)
    this.#first.remember(line, alpha)
    point.set(this.#search.landing)
    return
  }

  remembered() {
    return this.#first.remembered()
  }
}

/**
 * The length that a search tries first: in the first step a distance, later what would make f fall as much as in the
 * step before; Nocedal & Wright (3.60), here at most ten times the length before.
 */
export class FirstTrial {
  readonly #reach: number
  #alpha = 0
  #slope = 0

  constructor(reach: number) {
    this.#reach = reach
  }

  length({ direction, slope }: Line, notes: Notes | null): number {
    if (this.#alpha > 0) {
      const first = this.#alpha * Math.min(10, this.#slope / slope)
      if (Number.isFinite(first) && first > 0) {
        notes?.line('guess', { first, alpha_old: this.#alpha, slope_old: this.#slope, slope })
        return first
      }
    }
    const first = Math.max(this.#reach / norm(direction), Number.MIN_VALUE)
    notes?.line('first', { first, p: copied(direction) })
    return first
  }

  remember({ slope }: Line, alpha: number) {
    this.#alpha = alpha
    this.#slope = slope
  }

  remembered(): Readonly<Record<string, number>> {
    return this.#alpha > 0 ? { alpha_old: this.#alpha, slope_old: this.#slope } : {}
  }
}

/** Whether the gradient is 0: then there is no way down, and the point stays. */
export function isAtRest(gradient: Float64Array, notes: Notes | null): boolean {
  if (!isZero(gradient)) return false
  notes?.line('rest', { g: copied(gradient) })
  return true
}

/** The line against the gradient. */
export function downhill(
  point: Float64Array,
  gradient: Float64Array,
  value: number,
  direction: Float64Array,
  notes: Notes | null
): Line {
  for (let i = 0; i < direction.length; i++) direction[i] = -(gradient[i] as number)
  notes?.line('downhill', { p: copied(direction), g: copied(gradient) })
  const line = { point, value, gradient, direction, slope: dot(gradient, direction) }
  noteLine(notes, line)
  return line
}
