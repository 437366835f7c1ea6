import type { StopRules } from '@shared/experiment/experiment'
import type { StopReason } from '@shared/protocol'
import { distance, norm } from './path'

/** A coordinate beyond this has diverged, though it may still be a double. */
const farthest = 1e100

/** How a run ended. `step`: the last one taken where all were taken, otherwise the one at which it broke off. */
export interface Ending {
  readonly reason: StopReason
  readonly step: number
}

/** Whether a new point has left all bounds, before f is asked about it. */
export function isAway(point: Float64Array): boolean {
  for (let i = 0; i < point.length; i++) if (!(Math.abs(point[i] as number) <= farthest)) return true
  return false
}

/** What the value of f at a new point says: undefined if the point can be kept. */
export function faultOfValue(value: number): 'left-domain' | 'diverged' | undefined {
  if (Number.isNaN(value)) return 'left-domain'
  return Number.isFinite(value) ? undefined : 'diverged'
}

/** A point whose gradient is not finite (√x at 0) can be kept, but not left: f has no slope there. */
export function faultOfGradient(gradient: Float64Array): 'left-domain' | undefined {
  for (let i = 0; i < gradient.length; i++) if (!Number.isFinite(gradient[i])) return 'left-domain'
  return undefined
}

/** The rules by which a run ends of its own accord: each point it comes to is asked about once, in order. */
export class StopWatch {
  readonly #rules: StopRules
  readonly #before: Float64Array
  #isFirst = true

  constructor(rules: StopRules, dimension: number) {
    this.#rules = rules
    this.#before = new Float64Array(dimension)
  }

  /** Whether any rule is on. */
  get isOn(): boolean {
    return Object.values(this.#rules).some((rule) => rule !== null && rule !== undefined)
  }

  /** Why the run ends at a point with this f and ∇f, to come to which took so many evaluations; undefined: it goes on. */
  reasonAt(point: Float64Array, value: number, gradient: Float64Array, evaluations: number): StopReason | undefined {
    const { target, gradient: slope, step, evaluations: budget } = this.#rules
    const moved = this.#isFirst ? Number.POSITIVE_INFINITY : distance(point, this.#before)
    this.#isFirst = false
    this.#before.set(point)
    if (target !== null && value <= target) return 'target'
    if (slope !== null && norm(gradient) <= slope) return 'small-gradient'
    if (step !== null && moved <= step) return 'small-step'
    return budget !== null && evaluations >= budget ? 'evaluations' : undefined
  }
}
