import type { StopRules } from '@shared/experiment/experiment'
import type { StopReason } from '@shared/protocol'
import { distance, norm } from '../vector'
import type { Stretch } from './stretch'

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
  readonly #restsBetween: boolean
  #isFirst = true

  /** `restsBetween`: a step without a move is no sign of the end, as the best corner of a simplex often stays. */
  constructor(rules: StopRules, dimension: number, restsBetween = false) {
    this.#rules = rules
    this.#before = new Float64Array(dimension)
    this.#restsBetween = restsBetween
  }

  /** Why the run ends at the point of a row; undefined: it goes on. */
  reasonAt(stretch: Stretch, row: number): StopReason | undefined {
    const { target, gradient: slope, step, evaluations: budget } = this.#rules
    if (isOn(target) && stretch.value(row) <= target) return 'target'
    if (isOn(slope) && norm(stretch.gradient(row)) <= slope) return 'small-gradient'
    if (isOn(step) && this.#isSmall(this.#moved(stretch.point(row)), step)) return 'small-step'
    return isOn(budget) && stretch.evaluations(row) >= budget ? 'evaluations' : undefined
  }

  /** Whether it took more to come to the point of a row than may be spent. */
  isOverBudget(stretch: Stretch, row: number): boolean {
    const { evaluations: budget } = this.#rules
    return isOn(budget) && stretch.evaluations(row) > budget
  }

  #isSmall(moved: number, most: number): boolean {
    return moved <= most && !(moved === 0 && this.#restsBetween)
  }

  /** How far a point is from the one before. */
  #moved(point: Float64Array): number {
    const moved = this.#isFirst ? Number.POSITIVE_INFINITY : distance(point, this.#before)
    this.#isFirst = false
    this.#before.set(point)
    return moved
  }
}

/** Callers without types may leave a rule out. */
const isOn = (rule: number | null | undefined): rule is number => typeof rule === 'number'
