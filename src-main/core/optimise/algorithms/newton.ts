import { copied, copiedRows, dot } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { type Backtracking, backtrackedLength } from './backtracking'
import { downhill, isAtRest } from './descent'
import { type Line, noteLine, noteMove, notFound } from './line'
import { modifiedHessianAt, newtonStep } from './modified-hessian'
import { motionOf, type Notes, type Stepping } from './notes'

/** `delta`: the least curvature after a shift, as a share of the largest. */
type NewtonSettings = Omit<Backtracking, 'first'> & { readonly delta: number }

/**
 * Newton's method, damped by backtracking; where the Hessian is not positive definite it is shifted. Nocedal & Wright,
 * algorithm 3.2 and section 3.4; Gill, Murray, Wright 1981, Practical Optimization, 4.4.
 */
export function dampedNewton(settings: NewtonSettings): Optimiser {
  return { setOut: (dimension, oracle) => motionOf(new DampedNewton(settings, dimension, oracle)) }
}

class DampedNewton implements Stepping {
  readonly #settings: NewtonSettings
  readonly #oracle: Oracle
  readonly #direction: Float64Array
  readonly #landing: Float64Array

  constructor(settings: NewtonSettings, dimension: number, oracle: Oracle) {
    this.#settings = settings
    this.#oracle = oracle
    this.#direction = new Float64Array(dimension)
    this.#landing = new Float64Array(dimension)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    const line =
      this.#newtonLine(point, gradient, value, notes) ?? downhill(point, gradient, value, this.#direction, notes)
    const alpha = backtrackedLength(this.#oracle, line, { ...this.#settings, first: 1 }, this.#landing, notes)
    if (alpha === 0) return notFound(notes, point)
    noteMove(notes, line, alpha, this.#landing)
    point.set(this.#landing)
    return
  }

  /** The line along −B⁻¹∇f; null without second derivatives, or where rounding leaves nothing of its slope. */
  #newtonLine(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null): Line | null {
    const hessian = modifiedHessianAt(this.#oracle, point, this.#settings.delta, notes)
    if (!hessian) return null
    const direction = this.#direction
    newtonStep(hessian, gradient, direction)
    notes?.line('newton', { p: copied(direction), B: copiedRows(hessian.matrix), g: copied(gradient) })
    const line = { point, value, gradient, direction, slope: dot(gradient, direction) }
    noteLine(notes, line)
    return line.slope < 0 ? line : null
  }

  remembered() {
    return {}
  }
}
