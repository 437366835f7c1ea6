import type { Remedy, Suggestion } from '@shared/protocol'
import type { Pulse } from '../pulse'
import { History } from './history'
import { norm } from './norm'
import { courseOf, type Plan } from './plan'
import { type Finished, restOf, settledStep } from './rest'
import { runStretches } from './run'
import type { Stretch } from './stretch'

/** Steps that all trials for one run may take together, and one of them where the run itself has more. */
const mostSteps = 150_000
const longestTrial = 10_000
/** Operations of f and its gradient in all trials together: a long formula is tried less often, so as not to be waited for. */
const mostOperations = 5e6
/** Where a run needs more steps than it has: how many more than those after which it has settled may be set, to be safe. */
const safely = [1, 1.2, 1.5, 2]
/** A run that rises by more than so many times the way down has exploded first: nobody wants it, though it settles. */
const highest = 100

/** How a trial run ended. */
interface Outcome {
  /** Null: not in a minimum. */
  readonly settled: Suggestion | null
  /** In a minimum or elsewhere. */
  readonly isAtRest: boolean
  /** f at the end; NaN if it broke off. */
  readonly value: number
  /** f was never higher than at the start, and f and its slope are smaller in the end. */
  readonly isCalm: boolean
}
const nothing: Outcome = { settled: null, isAtRest: false, value: Number.NaN, isCalm: false }

/** Trial runs, each the run with one change, on a common budget of steps. */
export class Trials {
  /** The steps a trial may take without more being set. */
  readonly own: number
  readonly #finished: Finished
  readonly #pulse: Pulse | undefined
  /** Steps. */
  #left: number

  constructor(finished: Finished, pulse: Pulse | undefined) {
    this.#finished = finished
    this.#pulse = pulse
    this.#left = Math.min(mostSteps, mostOperations / finished.objective.cost)
    this.own = Math.min(longestTrial, finished.plan.steps)
  }

  /** Nothing is left of the budget. */
  get isOver(): boolean {
    return this.#left <= 0
  }

  /** The first of the remedies with which a run of `room` steps settles. */
  first(remedies: readonly Remedy[], room: number): Suggestion | null {
    for (const remedy of remedies) {
      const { settled } = this.run(remedy, room)
      if (settled) return settled
    }
    return null
  }

  /** The remedy with which a run of `room` steps settles soonest, of those before it gets worse again. */
  best(remedies: readonly Remedy[], room: number): Suggestion | null {
    let best: Suggestion | null = null
    for (const remedy of remedies) {
      const { settled } = this.run(remedy, room)
      if (best && (settled === null || settled.steps >= best.steps)) break
      if (settled) best = settled
    }
    return best
  }

  /** The same with a round number of steps that is just enough, tried as well. */
  inMore(found: Suggestion | null): Suggestion | null {
    if (!found || found.enough) return found
    for (const more of safely) {
      const room = roundedUp(more * found.steps)
      if (room >= found.room) break
      const { settled } = room > this.#finished.plan.steps ? this.run(found, room) : nothing
      if (settled) return settled
    }
    return found
  }

  /** Whether a run of `room` steps with the remedy settles in a minimum. */
  run(remedy: Remedy, room: number): Outcome {
    if (this.isOver || room < 1) return nothing
    const { objective, plan: present } = this.#finished
    const plan = changed({ ...present, steps: room }, remedy)
    const first = objective.value(plan.start)
    if (!Number.isFinite(first)) return nothing
    const course = courseOf(objective, plan)
    const history = new History(plan.start, first, plan.steps)
    let end = first
    let most = first
    const keep = (stretch: Stretch) => {
      history.addStretch(stretch)
      end = stretch.value(stretch.count - 1)
      for (let row = 0; row < stretch.count; row++) most = Math.max(most, stretch.value(row))
    }
    const { note, ...ending } = runStretches(course, keep, this.#pulse)
    this.#left -= history.taken
    const isBroken = ending.reason === 'diverged' || ending.reason === 'left-domain' || note !== undefined
    const finished = { objective, plan, course, history, ending, lost: null }
    const rest = isBroken ? null : restOf(finished)
    const unsettled: Outcome = {
      settled: null,
      isAtRest: rest !== null,
      value: isBroken ? Number.NaN : end,
      isCalm: !isBroken && most <= first && end < first && norm(history.gradient) < norm(objective.gradient(plan.start))
    }
    const comesDown = most - first <= highest * (first - end)
    if (rest?.kind !== 'minimum' || !comesDown) return unsettled
    const steps = settledStep(finished, rest, this.#pulse)
    // To begin at the minimum is no way to find it.
    if (steps === 0 && remedy.change === 'start') return unsettled
    this.#left -= history.taken
    return { ...unsettled, settled: { ...remedy, steps, room, enough: room <= present.steps } }
  }
}

function changed(plan: Plan, remedy: Remedy): Plan {
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

/** Two significant digits, never below. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.ceil(Number((value / unit).toPrecision(12))) * unit
}
