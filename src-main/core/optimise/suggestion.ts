import { isWithin } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import type { Verdict } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { History } from './history'
import { courseOf, type Plan } from './plan'
import { restOf, settledStep } from './rest'
import { runCourse } from './run'

/** Steps that all trials of one suggestion may take together, and one of them. */
const mostSteps = 60_000
const longestTrial = 10_000
/** Operations of f and its gradient in all trials together: a long formula is tried less often, so as not to be waited for. */
const mostOperations = 5e6
/** A smaller rate may take this many steps, though the run has fewer, if no other settles: it cures divergence first of all. */
const patience = 1000
/** How far the search goes: smaller rates over ten decades, larger ones over three. */
const smallerRates = 30
const largerRates = 9
/** The largest rate anyone would try first. */
const usual = 10

type Suggestion = NonNullable<Verdict['suggestion']>
type Trial = Omit<Suggestion, 'enough'>

/** Which way to look: `smaller` where the run overshoots, `larger` where it is too slow. */
export type Direction = 'smaller' | 'larger'

/**
 * A learning rate that was tried and settles in a minimum, and after how many steps it did; null if none was found.
 * One that settles in the run's own number of steps comes first. `natural`: rates that theory proposes (see
 * `naturalRates`); they are tried before all others, and the first that settles is the answer.
 */
export function suggestedRate(
  objective: Objective,
  plan: Plan,
  direction: Direction,
  natural: readonly number[],
  pulse?: Pulse
): Suggestion | null {
  const row = methodNamed(plan.method, plan.convention)
  const setting = row?.settings.find(({ id }) => id === 'lr')
  const present = plan.settings['lr']
  if (!setting || present === undefined) return null
  const proposed = natural.filter((lr) => isWithin(setting, lr))
  const ladder = (direction === 'smaller' ? ratesBelow(present) : ratesAbove(present)).filter((lr) =>
    isWithin(setting, lr)
  )
  const trials = new Trials(objective, plan, pulse)
  const own = Math.min(longestTrial, plan.steps)
  const found = trials.first(proposed, own) ?? trials.best(ladder, own)
  if (found) return { ...found, enough: true }
  if (direction === 'larger' || own >= patience) return null
  const longer = trials.first(proposed, patience) ?? trials.best(ladder, patience)
  return longer && { ...longer, enough: false }
}

/**
 * Rates for gradient descent on a quadratic with curvatures from `least` to `most`, both positive: 1/most, with which
 * nothing oscillates, and 2/(most + least), which is the fastest in the end. To two digits, never above.
 */
export function naturalRates(least: number, most: number): number[] {
  return [1 / most, 2 / (most + least)].map(roundedDown)
}

/** Trial runs on a common budget of steps. */
class Trials {
  readonly #objective: Objective
  readonly #plan: Plan
  readonly #pulse: Pulse | undefined
  /** Steps. */
  #left: number

  constructor(objective: Objective, plan: Plan, pulse: Pulse | undefined) {
    this.#objective = objective
    this.#plan = plan
    this.#pulse = pulse
    this.#left = Math.min(mostSteps, mostOperations / objective.cost)
  }

  /** The first of the rates with which a run of `room` steps settles. */
  first(rates: readonly number[], room: number): Trial | null {
    for (const lr of rates) {
      const steps = this.#settledAfter(lr, room)
      if (steps !== null) return { lr, steps }
    }
    return null
  }

  /** The rate with which a run of `room` steps settles soonest, of those before it gets worse again. */
  best(rates: readonly number[], room: number): Trial | null {
    let best: Trial | null = null
    for (const lr of rates) {
      const steps = this.#settledAfter(lr, room)
      if (best && (steps === null || steps >= best.steps)) break
      if (steps !== null) best = { lr, steps }
    }
    return best
  }

  /** After how many steps a run with this learning rate has settled in a minimum; null if it has not. */
  #settledAfter(lr: number, room: number): number | null {
    if (this.#left <= 0 || room < 1) return null
    const plan = { ...this.#plan, steps: room, settings: { ...this.#plan.settings, lr } }
    const course = courseOf(this.#objective, plan)
    const history = new History(plan.start, Number.NaN, plan.steps)
    const ending = runCourse(course, (_, point, value, gradient) => history.add(point, value, gradient), this.#pulse)
    this.#left -= history.taken
    if (ending.reason !== 'steps' || ending.note) return null
    const rest = restOf(this.#objective, history, history.gradient)
    return rest?.kind === 'minimum' ? settledStep(course, history.end, rest.tolerance, this.#pulse) : null
  }
}

const mantissas = [1, 2, 5] as const
const roundRate = (rung: number) => Number(`${mantissas[((rung % 3) + 3) % 3]}e${Math.floor(rung / 3)}`)

/** 1, 2, 5, 10 …: those below `lr`, the largest first; above `usual` only tenths, since hardly any can be right there. */
function ratesBelow(lr: number): number[] {
  const tenths: number[] = []
  for (let decade = Math.floor(Math.log10(lr)); 10 ** decade > usual; decade--) tenths.push(Number(`1e${decade}`))
  const rung = Math.ceil(3 * Math.log10(Math.min(lr, usual))) + 1
  const ladder = Array.from({ length: smallerRates + 3 }, (_, i) => roundRate(rung - i))
  return [...tenths, ...ladder.filter((rate) => rate <= usual).slice(0, smallerRates)].filter((rate) => rate < lr)
}

/** 1, 2, 5, 10 …: those above `lr`, the smallest first. */
function ratesAbove(lr: number): number[] {
  const rung = Math.floor(3 * Math.log10(lr)) - 1
  const ladder = Array.from({ length: largerRates + 3 }, (_, i) => roundRate(rung + i))
  return ladder.filter((rate) => rate > lr).slice(0, largerRates)
}

/** Two significant digits, never above: what is shown is what was tried. */
function roundedDown(value: number): number {
  const unit = Math.floor(Math.log10(value)) - 1
  // The nearest whole number first, so that 0.5 does not become 0.49.
  const units = Number((value / 10 ** unit).toPrecision(12))
  return Number(`${Math.floor(units)}e${unit}`)
}
