import { ahead, areEqual, copied, copiedRows, dot, norm } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { isAtRest } from './descent'
import { noteTrial, notFound } from './line'
import { curvatureAlong, type ModifiedHessian, modifiedHessianAt, newtonStep } from './modified-hessian'
import { motionOf, type Notes, type Stepping } from './notes'

interface TrustSettings {
  /** The first radius and the largest. */
  readonly radius: number
  readonly radius_max: number
  /** A step is taken where f falls by more than this share of what the parabola foretells. */
  readonly eta: number
  /** The least curvature after a shift, as a share of the largest. */
  readonly delta: number
}

/** Nocedal & Wright, algorithm 4.1: below the first ratio the radius shrinks, above the other it grows. */
const poor = 0.25
const good = 0.75
/** Radii from the largest double to the smallest. */
const mostTrials = 1100
/** A step this near to the edge, beside the radius, ends on it. */
const edge = 1e-10

/**
 * Trust region with Powell's dogleg on the exact Hessian, shifted where it is not positive definite. Powell 1970, in
 * Rabinowitz (ed.), Numerical Methods for Nonlinear Algebraic Equations, 87–114; Nocedal & Wright, algorithm 4.1, (4.16).
 * Radii are tried until a step is taken, so that every step of the run moves.
 */
export function trustRegion(settings: TrustSettings): Optimiser {
  return { setOut: (dimension, oracle) => motionOf(new TrustRegion(settings, dimension, oracle)) }
}

class TrustRegion implements Stepping {
  readonly #settings: TrustSettings
  readonly #oracle: Oracle
  readonly #step: Float64Array
  readonly #newton: Float64Array
  readonly #landing: Float64Array
  #radius: number

  constructor(settings: TrustSettings, dimension: number, oracle: Oracle) {
    this.#settings = settings
    this.#oracle = oracle
    this.#step = new Float64Array(dimension)
    this.#newton = new Float64Array(dimension)
    this.#landing = new Float64Array(dimension)
    this.#radius = Math.min(settings.radius, settings.radius_max)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    const hessian = modifiedHessianAt(this.#oracle, point, this.#settings.delta, notes)
    if (hessian) {
      newtonStep(hessian, gradient, this.#newton)
      notes?.line('newton', { p_newton: copied(this.#newton), B: copiedRows(hessian.matrix), g: copied(gradient) })
    }
    for (let trial = 0; trial < mostTrials; trial++) {
      if (hessian) this.#dogleg(hessian, gradient, notes)
      else this.#toEdge(gradient, notes)
      ahead(point, 1, this.#step, this.#landing)
      if (this.#isTaken(gradient, value, hessian, notes)) {
        notes?.line('move', { x: copied(point), p: copied(this.#step), next: copied(this.#landing) })
        point.set(this.#landing)
        return
      }
      if (areEqual(point, this.#landing)) break
    }
    return notFound(notes, point)
  }

  /** The lowest point of the parabola on the way that first goes against the gradient, then to the parabola's own lowest point. */
  #dogleg(hessian: ModifiedHessian, gradient: Float64Array, notes: Notes | null) {
    const [step, newton, radius] = [this.#step, this.#newton, this.#radius]
    if (norm(newton) <= radius) {
      step.set(newton)
      notes?.line('inside', { p: copied(step), p_newton: copied(newton), region: radius })
      return
    }
    const size = norm(gradient)
    const unit = gradient.map((part) => part / size)
    const reach = size / curvatureAlong(hessian, unit)
    const cauchy = unit.map((part) => -reach * part)
    // The same at every radius.
    if (!notes?.lines.some(({ id }) => id === 'cauchy'))
      notes?.line('cauchy', { p_cauchy: copied(cauchy), g: copied(gradient), B: copiedRows(hessian.matrix) })
    if (!(reach < radius)) return this.#toEdge(gradient, notes)
    const leg = newton.map((part, i) => part - (cauchy[i] as number))
    const theta = shareToEdge(cauchy, leg, radius)
    ahead(cauchy, theta, leg, step)
    notes?.line('dogleg', {
      p: copied(step),
      p_cauchy: copied(cauchy),
      p_newton: copied(newton),
      theta,
      region: radius
    })
  }

  /** Against the gradient as far as the radius goes. */
  #toEdge(gradient: Float64Array, notes: Notes | null) {
    const size = norm(gradient)
    for (let i = 0; i < this.#step.length; i++) this.#step[i] = -this.#radius * ((gradient[i] as number) / size)
    notes?.line('edge', { p: copied(this.#step), region: this.#radius, g: copied(gradient) })
  }

  /** Tries the step, and sets the radius by how well the parabola has foretold f. */
  #isTaken(gradient: Float64Array, value: number, hessian: ModifiedHessian | null, notes: Notes | null): boolean {
    const [step, landing, radius] = [this.#step, this.#landing, this.#radius]
    const there = this.#oracle.value(landing)
    const isDefined = Number.isFinite(there)
    const fall = value - there
    const foretold = -dot(gradient, step) - (hessian ? curvatureAlong(hessian, step) / 2 : 0)
    // −∞ is no fall that the parabola could have foretold: such a step was too long.
    const ratio = isDefined ? fall / foretold : Number.NaN
    // Rounding may make both the fall and what is foretold of it negative.
    const isTaken = fall >= 0 && ratio > this.#settings.eta
    const outcome = !isDefined ? 'undefined' : isTaken ? 'accepted' : 'rejected'
    noteTrial(notes, landing, { length: Number.NaN, value: there, slope: Number.NaN }, outcome)
    if (isDefined) notes?.line('ratio', { ratio, f: value, f_next: there, foretold })
    if (notes && isTaken) notes.radius = radius
    const length = norm(step)
    if (!(ratio >= poor)) {
      this.#radius = length / 4
      notes?.line('shrink', { region_next: this.#radius, p: copied(step) })
    } else if (ratio > good && length >= radius * (1 - edge)) {
      this.#radius = Math.min(2 * radius, this.#settings.radius_max)
      notes?.line('grow', { region_next: this.#radius, region: radius })
    }
    return isTaken
  }

  remembered() {
    return { region: this.#radius }
  }
}

/** θ in 0 … 1 with ‖from + θ·leg‖ = radius, where ‖from‖ < radius. */
function shareToEdge(from: Float64Array, leg: Float64Array, radius: number): number {
  const [a, b, c] = [dot(leg, leg), dot(from, leg), dot(from, from) - radius * radius]
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  // The form without cancellation.
  const theta = b > 0 ? -c / (b + root) : (root - b) / a
  return Number.isFinite(theta) ? Math.min(Math.max(theta, 0), 1) : 0
}
