import type { Noise } from '@shared/experiment/experiment'
import type { Objective } from '../objective'
import type { Oracle } from './method'
import { GradientNoise } from './noise'
import type { Slope } from './slope'

/** The oracle of one run, with what was spent on it. */
export class CountedOracle implements Oracle {
  /** Gradients asked for; and evaluations of f, of ∇f with f, and of Hessians, which count as n. */
  gradients = 0
  evaluations = 0
  readonly #objective: Objective
  readonly #slope: Slope
  readonly #noise: GradientNoise | null
  /** The point asked about last, with f and ∇f there. */
  readonly #point: Float64Array
  readonly #gradient: Float64Array
  #value = Number.NaN
  /** A method with code of its own has asked. */
  #isAsked = false

  constructor(objective: Objective, slope: Slope, noise?: Noise) {
    const dimension = objective.variables.length
    this.#objective = objective
    this.#slope = slope
    this.#noise = noise && noise.sigma > 0 ? new GradientNoise(noise, dimension) : null
    this.#point = new Float64Array(dimension).fill(Number.NaN)
    this.#gradient = new Float64Array(dimension)
  }

  /** What was added to the gradient given last, per coordinate; null without noise. */
  get noise(): Float64Array | null {
    return this.#noise?.added ?? null
  }

  value(point: Float64Array): number {
    this.#isAsked = true
    this.evaluations++
    return this.#objective.value(point)
  }

  slope(point: Float64Array, out: Float64Array): number {
    this.#isAsked = true
    return this.#known(point, out)
  }

  /**
   * As `slope`, for the loop, at the point that a step begins with. A rule has its gradient taken anew in each step, also
   * where it stands still; a method with code of its own keeps what it knows.
   */
  arrive(point: Float64Array, out: Float64Array): number {
    if (!this.#isAsked) this.#point.fill(Number.NaN)
    return this.#known(point, out)
  }

  /**
   * As `arrive`, for a method that looks at f alone: what is shown of the gradient is none of its business. It has asked
   * for f there itself, but at the start.
   */
  see(point: Float64Array, out: Float64Array): number {
    if (this.evaluations === 0) this.evaluations = 1
    return this.#slope.at(point, out)
  }

  hessian(point: Float64Array): number[][] {
    this.#isAsked = true
    this.evaluations += point.length
    return this.#objective.hessian(point)
  }

  #known(point: Float64Array, out: Float64Array): number {
    if (!this.#isLast(point)) {
      this.evaluations++
      this.gradients++
      this.#point.set(point)
      this.#value = this.#slope.at(point, this.#gradient)
      this.#noise?.addTo(this.#gradient, this.gradients)
    }
    out.set(this.#gradient)
    return this.#value
  }

  #isLast(point: Float64Array): boolean {
    for (let i = 0; i < point.length; i++) if (point[i] !== this.#point[i]) return false
    return true
  }
}
