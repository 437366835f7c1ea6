import type { Objective } from '../objective'
import type { Terrain } from './method'
import type { Slope } from './slope'

/** The terrain of one run, with what was spent on it. */
export class CountedTerrain implements Terrain {
  /** Gradients asked for; and evaluations of f, of ∇f with f, and of Hessians, which count as n. */
  gradients = 0
  evaluations = 0
  readonly #objective: Objective
  readonly #slope: Slope
  /** The point asked about last, with f and ∇f there. */
  readonly #point: Float64Array
  readonly #gradient: Float64Array
  #value = Number.NaN

  constructor(objective: Objective, slope: Slope) {
    this.#objective = objective
    this.#slope = slope
    this.#point = new Float64Array(objective.variables.length).fill(Number.NaN)
    this.#gradient = new Float64Array(objective.variables.length)
  }

  value(point: Float64Array): number {
    this.evaluations++
    return this.#objective.value(point)
  }

  slope(point: Float64Array, out: Float64Array): number {
    if (!this.#isLast(point)) {
      this.evaluations++
      this.gradients++
      this.#point.set(point)
      this.#value = this.#slope.at(point, this.#gradient)
    }
    out.set(this.#gradient)
    return this.#value
  }

  hessian(point: Float64Array): number[][] {
    this.evaluations += point.length
    return this.#objective.hessian(point)
  }

  #isLast(point: Float64Array): boolean {
    for (let i = 0; i < point.length; i++) if (point[i] !== this.#point[i]) return false
    return true
  }
}
