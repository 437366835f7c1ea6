import { budgetOnly, commonSeed } from '@shared/experiment/comparison'
import { limits } from '@shared/experiment/limits'
import { isWithin, type Setting } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import { ProblemError } from '@shared/problem'
import type { Answer, Body } from '@shared/protocol'
import type { Objective } from '../objective'
import { refusal } from '../optimise/answers'
import { courseOf, type Plan } from '../optimise/plan'
import { runCourse, type Visit } from '../optimise/run'
import { type Pulse, steady } from '../pulse'

/** The first rates tried: 1, 2, 5, 10 … from 1e-6 to 1e3; if the best is the last of them, farther, to these decades. */
const decades = { least: -6, most: 3, leastOfAll: -15, mostOfAll: 9 } as const
const mantissas = [1, 2, 5] as const
/** Then between the neighbours of the best one: rates about this many times apart, and again closer. All have two digits. */
const closer = [1.25, 1.1, 1.03] as const
/** A rate is judged by the highest f of this last part of its budget: luck at the very last step does not count. */
const judged = 0.1
/**
 * A rate with which f rises this many times as far above its start as it falls at best goes astray: it is only taken where
 * all do. AdaGrad comes back from any first leap, and would win with one of a million.
 */
const astray = 1
/** Ends this close beside the way f has fallen are equal: the difference is rounding. */
const equal = 1e-14

type Entry = Answer<'comparison'>[number]
type Try = Extract<Entry, { readonly tried: unknown }>['tried'][number]

/**
 * For each run the learning rate with which it gets lowest: all begin at `start` and may spend `budget` evaluations,
 * all with the noise of one seed. The rates tried do not depend on the one that a run has now. Of rates that end
 * equally low the one that was there first counts, then the smaller.
 */
export function comparisonReport(
  objective: Objective,
  { gradient, start, budget, runs }: Body<'comparison'>,
  pulse: Pulse = steady
): Answer<'comparison'> {
  // A run that is cut short would not be comparable.
  const whole: Pulse = { beat: () => pulse.beat() }
  const seed = commonSeed(runs)
  return runs.map((run, index): Entry => {
    pulse.progress?.(index / runs.length)
    const noise = run.noise && seed !== undefined ? { ...run.noise, seed } : run.noise
    const steps = Math.min(budget, limits.steps)
    const plan: Plan = { ...run, noise, start, gradient, steps, stop: budgetOnly(budget) }
    try {
      return compared(objective, plan, whole)
    } catch (error) {
      if (error instanceof ProblemError) return refusal(error)
      throw error
    }
  })
}

function compared(objective: Objective, plan: Plan, pulse: Pulse): Entry {
  const setting = methodNamed(plan.method, plan.convention)?.settings.find(({ id }) => id === 'lr')
  if (!setting) {
    const { value, steps, evaluations } = triedRun(objective, plan, pulse)
    return { lr: null, value, steps, evaluations, tried: [] }
  }
  const sweep = new Sweep(objective, plan, setting, pulse)
  const lr = sweep.best()
  if (lr === null) throw new ProblemError('no-rate-holds', { field: 'lr' })
  const { value, steps, evaluations } = sweep.runWith(lr)
  return { lr, value, steps, evaluations, tried: sweep.tried() }
}

/** The learning rates of one run. */
class Sweep {
  readonly #objective: Objective
  readonly #plan: Plan
  readonly #setting: Setting
  readonly #pulse: Pulse
  /** By the rate: f as it is judged, NaN where it diverged or left the domain. */
  readonly #scores = new Map<number, number>()
  /** By the rate: the highest f on its way. */
  readonly #peaks = new Map<number, number>()

  constructor(objective: Objective, plan: Plan, setting: Setting, pulse: Pulse) {
    this.#objective = objective
    this.#plan = plan
    this.#setting = setting
    this.#pulse = pulse
  }

  /** Null: with none does it stay where f is defined. */
  best(): number | null {
    for (let decade = decades.least; decade <= decades.most; decade++) this.#tryDecade(decade)
    for (let decade = decades.least - 1; decade >= decades.leastOfAll && this.#isAtEnd(0); decade--) {
      this.#tryDecade(decade)
    }
    for (let decade = decades.most + 1; decade <= decades.mostOfAll && this.#isAtEnd(-1); decade++) {
      this.#tryDecade(decade)
    }
    for (const apart of closer) this.#tryAround(this.#first(), apart)
    return this.#first()
  }

  /** Ascending. */
  tried(): Try[] {
    const limit = this.#limit()
    return this.#rates().map((lr) => {
      const value = this.#scores.get(lr) ?? Number.NaN
      return (this.#peaks.get(lr) ?? Number.NaN) > limit ? { lr, value, astray: true } : { lr, value }
    })
  }

  runWith(lr: number): Tried {
    return triedRun(this.#objective, this.#with(lr), this.#pulse)
  }

  #with(lr: number): Plan {
    return { ...this.#plan, settings: { ...this.#plan.settings, lr } }
  }

  #rates(): number[] {
    return [...this.#scores.keys()].sort((one, other) => one - other)
  }

  #try(lr: number) {
    if (!isWithin(this.#setting, lr) || this.#scores.has(lr)) return
    const { score, peak } = this.runWith(lr)
    this.#scores.set(lr, score)
    this.#peaks.set(lr, peak)
  }

  #tryDecade(decade: number) {
    for (const mantissa of mantissas) this.#try(Number(`${mantissa}e${decade}`))
  }

  /** Whether the best so far is the first (0) or the last (−1) of all tried, so that better ones may follow. */
  #isAtEnd(end: 0 | -1): boolean {
    const { rates } = this.#lowest()
    if (rates.length === 0) return end === 0
    return rates.length < this.#scores.size && rates.at(end) === this.#rates().at(end)
  }

  #tryAround(best: number | null, apart: number) {
    if (best === null) return
    const rates = this.#rates()
    const at = rates.indexOf(best)
    const from = rates[at - 1] ?? best
    const to = rates[at + 1] ?? best
    for (let rate = from * apart; rate < to; rate *= apart) this.#try(Number(rate.toPrecision(2)))
  }

  /** The rates that end lowest, ascending, and the f up to which an end is as low as that. None if none ends well. */
  #lowest(): { rates: number[]; level: number } {
    const score = (lr: number) => this.#scores.get(lr) ?? Number.NaN
    const limit = this.#limit()
    const sound = this.#rates().filter((lr) => Number.isFinite(score(lr)))
    const calm = sound.filter((lr) => (this.#peaks.get(lr) ?? Number.NaN) <= limit)
    const candidates = calm.length > 0 ? calm : sound
    const least = Math.min(...candidates.map(score))
    const fallen = Math.abs(this.#objective.value(this.#plan.start) - least)
    const level = least + equal * Math.max(fallen, Math.abs(least))
    return { rates: candidates.filter((lr) => score(lr) <= level), level }
  }

  /** The f above which a rate goes astray. */
  #limit(): number {
    const least = Math.min(...[...this.#scores.values()].filter(Number.isFinite))
    const start = this.#objective.value(this.#plan.start)
    return start + astray * Math.max(start - least, 0)
  }

  /** Of the rates that end lowest the one that was there first. */
  #first(): number | null {
    const { rates, level } = this.#lowest()
    let [first = null, ...others] = rates
    if (others.length === 0 || first === null) return first
    let soonest = this.#arrival(first, level)
    for (const lr of others) {
      const arrival = this.#arrival(lr, level)
      if (arrival < soonest) [first, soonest] = [lr, arrival]
    }
    return first
  }

  /** Evaluations spent until f stays at this level. */
  #arrival(lr: number, level: number): number {
    let arrival = 0
    const watch: Visit = (_, __, value, ___, { evaluations }) => {
      if (!(value <= level)) arrival = evaluations + 1
    }
    runCourse(courseOf(this.#objective, this.#with(lr)), watch, this.#pulse)
    return arrival
  }
}

interface Tried {
  /** f at the end, and the highest f of the last part of the budget: NaN where it diverged or left the domain. */
  readonly value: number
  readonly score: number
  /** The highest f of all. */
  readonly peak: number
  readonly steps: number
  readonly evaluations: number
}

/** A whole run within its budget. */
function triedRun(objective: Objective, plan: Plan, pulse: Pulse): Tried {
  const budget = plan.stop?.evaluations ?? plan.steps
  const end = {
    value: Number.NaN,
    highest: Number.NEGATIVE_INFINITY,
    peak: Number.NEGATIVE_INFINITY,
    steps: 0,
    evaluations: 0
  }
  const watch: Visit = (step, _, value, __, { evaluations }) => {
    end.value = value
    end.peak = Math.max(end.peak, value)
    if (evaluations >= (1 - judged) * budget) end.highest = Math.max(end.highest, value)
    end.steps = step
    end.evaluations = evaluations
  }
  const { reason } = runCourse(courseOf(objective, plan), watch, pulse)
  const isBroken = reason === 'diverged' || reason === 'left-domain'
  const { value, highest, peak, steps, evaluations } = end
  const score = Math.max(highest, value)
  return { value: isBroken ? Number.NaN : value, score: isBroken ? Number.NaN : score, peak, steps, evaluations }
}
