import type { Quantity } from '@shared/protocol'
import { areFinite, copied, copiedRows, dot, norm, product } from '../../vector'
import type { Optimiser, Oracle } from '../method'
import { downhill, FirstTrial, isAtRest, type WolfeSettings } from './descent'
import { type Line, noteLine, noteMove, notFound } from './line'
import { motionOf, type Notes, type Stepping } from './notes'
import { WolfeSearch } from './wolfe'

/**
 * BFGS with the inverse Hessian H estimated. Broyden, Fletcher, Goldfarb, Shanno 1970; Nocedal & Wright, algorithm 6.1,
 * (6.17), first H scaled as in (6.20).
 */
export function bfgs(settings: WolfeSettings): Optimiser {
  return { setOut: (dimension, oracle) => motionOf(new Bfgs(settings, dimension, oracle)) }
}

/** y·s this small beside ‖y‖‖s‖ is rounding: it tells nothing of the curvature. */
const leastCurvature = 1e-14

/** How x and ∇f changed in a step, and whether f curved upwards along it: only then can an estimate learn from it. */
export function changeOf(line: Line, search: WolfeSearch, notes: Notes | null) {
  const { point, gradient } = line
  const s = search.landing.map((there, i) => there - (point[i] as number))
  const y = search.gradient.map((there, i) => there - (gradient[i] as number))
  const ys = dot(y, s)
  notes?.line('s', { s: copied(s), x: copied(point), next: copied(search.landing) })
  notes?.line('y', { y: copied(y), g: copied(gradient), g_next: copied(search.gradient) })
  const isCurved = ys > leastCurvature * norm(y) * norm(s) && Number.isFinite(dot(y, y)) && Number.isFinite(1 / ys)
  if (!isCurved) notes?.line('skip', { y: copied(y), s: copied(s), curvature: ys })
  return { s, y, ys, isCurved }
}

class Bfgs implements Stepping {
  /** Where nothing is known of the curvature. */
  readonly #first: FirstTrial
  readonly #search: WolfeSearch
  readonly #direction: Float64Array
  /** n rows of n; empty before anything is known. */
  #inverse: Float64Array[] = []

  constructor(settings: WolfeSettings, dimension: number, oracle: Oracle) {
    this.#first = new FirstTrial(settings.reach)
    this.#search = new WolfeSearch(oracle, dimension, settings)
    this.#direction = new Float64Array(dimension)
  }

  take(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null) {
    if (isAtRest(gradient, notes)) return
    let line = this.#inverse.length > 0 ? this.#quasiNewton(point, gradient, value, notes) : null
    if (!line) {
      this.#inverse = []
      line = downhill(point, gradient, value, this.#direction, notes)
    }
    const first = this.#inverse.length > 0 ? 1 : this.#first.length(line, notes)
    const alpha = this.#search.length(line, first, notes)
    if (alpha === 0) return notFound(notes, point)
    noteMove(notes, line, alpha, this.#search.landing)
    this.#first.remember(line, alpha)
    this.#learn(line, notes)
    point.set(this.#search.landing)
    return
  }

  /** The line along −H∇f; null where that does not lead down, as rounding may make it. */
  #quasiNewton(point: Float64Array, gradient: Float64Array, value: number, notes: Notes | null): Line | null {
    const direction = this.#direction
    product(this.#inverse, gradient, direction, -1)
    notes?.line('quasi-newton', { p: copied(direction), H: copiedRows(this.#inverse), g: copied(gradient) })
    const line = { point, value, gradient, direction, slope: dot(gradient, direction) }
    noteLine(notes, line)
    return line.slope < 0 ? line : null
  }

  #learn(line: Line, notes: Notes | null) {
    const { s, y, ys, isCurved } = changeOf(line, this.#search, notes)
    if (!isCurved) return
    if (this.#inverse.length === 0) {
      const scale = ys / dot(y, y)
      this.#inverse = Array.from(s, (_, i) => new Float64Array(s.length).fill(scale, i, i + 1))
      notes?.line('scale', { H: copiedRows(this.#inverse), y: copied(y), s: copied(s) })
    }
    const before = notes && copiedRows(this.#inverse)
    updateInverse(this.#inverse, s, y, ys)
    if (notes && before) {
      const rho = 1 / ys
      const V = Array.from(y, (yi, i) => Array.from(s, (sj, j) => (i === j ? 1 : 0) - rho * yi * sj))
      notes.line('rho', { rho, y: copied(y), s: copied(s) })
      notes.line('without', { V, rho, y: copied(y), s: copied(s) })
      notes.line('update', { H_next: copiedRows(this.#inverse), V, H: before, rho, s: copied(s) })
    }
    if (!this.#inverse.every(areFinite)) this.#inverse = []
  }

  remembered(): Readonly<Record<string, Quantity>> {
    return this.#inverse.length > 0 ? { H: copiedRows(this.#inverse) } : {}
  }
}

/** H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ with ρ = 1/y·s, multiplied out so that H stays symmetric to the last bit. (6.17) */
function updateInverse(inverse: Float64Array[], s: Float64Array, y: Float64Array, ys: number) {
  const hy = new Float64Array(s.length)
  product(inverse, y, hy)
  const share = 1 + dot(y, hy) / ys
  for (let i = 0; i < s.length; i++) {
    for (let j = 0; j <= i; j++) {
      const [si, sj, hi, hj] = [s[i] as number, s[j] as number, hy[i] as number, hy[j] as number]
      const entry = ((inverse[i] as Float64Array)[j] as number) + (share * si * sj - (hi * sj + si * hj)) / ys
      ;(inverse[i] as Float64Array)[j] = entry
      ;(inverse[j] as Float64Array)[i] = entry
    }
  }
}
