import type { Remedy } from '@shared/protocol'
import { courseOf, type Plan } from '../optimise/plan'
import { runStretches } from '../optimise/run'
import type { Stretch } from '../optimise/stretch'
import type { Pulse } from '../pulse'
import { norm } from '../vector'
import { type Followed, isBroken } from './follow'
import { History } from './history'
import { type Rest, restOf } from './rest'
import { budget, trialBudget } from './thresholds'
import { Windows } from './windows'

/** How a trial run went. */
export interface Trial {
  readonly remedy: Remedy
  /** From this step on it stays at a minimum; null: it does not come to one. */
  readonly settled: number | null
  readonly rest: Rest | null
  /** f at the end; NaN if it broke off. */
  readonly value: number
  /** f was never higher than at the start, and f and its slope are smaller in the end. */
  readonly isCalm: boolean
}

/** Trial runs, each a run with one change, on a common budget. */
export class Trials {
  readonly #followed: Followed
  readonly #pulse: Pulse | undefined
  /** Operations. */
  #left: number = trialBudget.operations

  constructor(followed: Followed, pulse: Pulse | undefined) {
    this.#followed = followed
    this.#pulse = pulse
  }

  /** Runs the plan with a remedy in it for so many steps; null if the budget is used up, or f is nothing at its start. */
  run(remedy: Remedy, steps: number): Trial | null {
    const { objective } = this.#followed
    const plan = { ...remedied(this.#followed.plan, remedy), steps, stop: undefined }
    const first = objective.value(plan.start)
    if (this.#left <= 0 || this.#pulse?.isEnough?.() || !Number.isFinite(first)) return null
    const course = courseOf(objective, plan)
    const history = new History(plan.start, first, steps)
    let most = first
    const keep = (stretch: Stretch) => {
      history.addStretch(stretch)
      for (let row = 0; row < stretch.count; row++) most = Math.max(most, stretch.value(row))
    }
    const { note, ...ending } = runStretches(course, keep, this.#pulse && { beat: () => this.#pulse?.beat() })
    this.#left -= history.taken * (objective.cost + budget.overhead.loop)
    const future = { history, ending, lost: null, windows: new Windows(plan.start.length, 0, 1) }
    const rest = note ? null : restOf({ objective, plan, course, history, ending, lost: null, future }, this.#pulse)
    const end = isBroken(ending) || note ? Number.NaN : objective.value(history.end)
    const isDown = norm(history.gradient) < norm(objective.gradient(plan.start))
    // A run that rises by far more than its way down has exploded first: nobody wants it, though it settles.
    const isWanted = rest?.kind === 'minimum' && most - first <= trialBudget.rise * (first - end)
    // To begin at the minimum is no way to find it.
    const isMoving = rest !== null && (rest.step > 0 || remedy.change !== 'start')
    const settled = isWanted && isMoving ? rest.step : null
    return { remedy, settled, rest, value: end, isCalm: most <= first && end < first && isDown }
  }
}

/** The plan with one change. */
export function remedied(plan: Plan, remedy: Remedy): Plan {
  switch (remedy.change) {
    case 'lr':
    case 'momentum':
    case 'eps':
      return { ...plan, settings: { ...plan.settings, [remedy.change]: remedy.value } }
    case 'start':
      return { ...plan, start: remedy.start }
    case 'steps':
      return plan
  }
}
