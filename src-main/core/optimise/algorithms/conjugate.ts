import { copied, dot, norm } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { downhill, FirstTrial, isAtRest, type WolfeSettings } from './descent'
import { type Line, noteLine, noteMove, notFound } from './line'
import { motionOf, type Notes, type Stepping } from './notes'
import { WolfeSearch } from './wolfe'

/**
 * Conjugate gradients, Polak and Ribière's β, never negative. Polak, Ribière 1969, RIRO 3(16), 35–43; Powell 1984, LNM
 * 1066, 122–141 (β ≥ 0); Nocedal & Wright, algorithm 5.4, (5.44), (5.45).
 */
export function conjugateGradients(settings: WolfeSettings): Optimiser {
  return { setOut: (dimension, oracle) => motionOf(new ConjugateGradients(settings, dimension, oracle)) }
}

/** What is gained is the square of this cosine beside what −∇f gains: after a vanishing gradient, when β has no bound, nothing. */
const upright = 1e-6

class ConjugateGradients implements Stepping {
  readonly #first: FirstTrial
  readonly #search: WolfeSearch
  /** The direction; between the steps, that of the last one. */
  readonly #direction: Float64Array
  readonly #lastGradient: Float64Array
  #taken = 0

  constructor(settings: WolfeSettings, dimension: number, oracle: Oracle) {
    this.#first = new FirstTrial(settings.reach)
    this.#search = new WolfeSearch(oracle, dimension, settings)
    this.#direction = new Float64Array(dimension)
    this.#lastGradient = new Float64Array(dimension)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    const line =
      (this.#taken > 0 && this.#conjugate(point, gradient, value, notes)) ||
      downhill(point, gradient, value, this.#direction, notes)
    const alpha = this.#search.length(line, this.#first.length(line, notes), notes)
    if (alpha === 0) return notFound(notes, point)
    noteMove(notes, line, alpha, this.#search.landing)
    this.#first.remember(line, alpha)
    this.#lastGradient.set(gradient)
    this.#taken++
    point.set(this.#search.landing)
    return
  }

  /** The line along −∇f + β·(last direction); null where that does not lead down, or at right angles to ∇f. */
  #conjugate(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null): Line | null {
    const direction = this.#direction
    const last = this.#lastGradient
    const beta = Math.max(0, (dot(gradient, gradient) - dot(gradient, last)) / dot(last, last))
    notes?.line('beta', { beta, g: copied(gradient), g_old: copied(last) })
    const lastDirection = notes && copied(direction)
    for (let i = 0; i < direction.length; i++) direction[i] = beta * (direction[i] as number) - (gradient[i] as number)
    if (lastDirection)
      notes?.line('direction', { p: copied(direction), g: copied(gradient), beta, p_old: lastDirection })
    const line = { point, value, gradient, direction, slope: dot(gradient, direction) }
    noteLine(notes, line)
    // Also where a number is not finite.
    return line.slope < -upright * norm(gradient) * norm(direction) ? line : null
  }

  remembered() {
    return {
      ...this.#first.remembered(),
      ...(this.#taken > 0 && { p_old: copied(this.#direction), g_old: copied(this.#lastGradient) })
    }
  }
}
