import type { GradientSource } from '@shared/experiment/experiment'
import { differenceInto } from '../difference'
import type { Objective } from '../objective'

/** The gradient as a run sees it. */
export interface Slope {
  /** By the formula itself. */
  readonly isExact: boolean
  /** Writes ∇f at `point` into `out` and returns f. */
  at(point: Float64Array, out: Float64Array): number
  /** The first coordinate that was lost in the newest answer because a ± h rounded to a; −1 for none. */
  readonly lost: number
}

/** ∇f by the formula or by a difference scheme, whose quotients are taken as they come. */
export function slopeOf(objective: Objective, source: GradientSource): Slope {
  return source.method === 'exact' ? exactSlope(objective) : new DifferenceSlope(objective, source.method, source.h)
}

/** ∇f by the formula. */
export function exactSlope(objective: Objective): Slope {
  return { isExact: true, at: (point, out) => objective.gradientInto(point, out), lost: -1 }
}

class DifferenceSlope implements Slope {
  readonly isExact = false
  lost = -1
  readonly #objective: Objective
  readonly #scheme: Exclude<GradientSource['method'], 'exact'>
  readonly #h: number

  constructor(objective: Objective, scheme: Exclude<GradientSource['method'], 'exact'>, h: number) {
    this.#objective = objective
    this.#scheme = scheme
    this.#h = h
  }

  at(point: Float64Array, out: Float64Array): number {
    this.lost = differenceInto(this.#objective, point, this.#scheme, this.#h, out)
    return this.#objective.value(point)
  }
}
