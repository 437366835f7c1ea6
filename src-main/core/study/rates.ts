import type { Setting } from '@shared/methods/setting'
import { methodNamed } from '@shared/methods/table'
import { significant } from '@shared/numbers/rounded'
import type { Fate, RatesReport } from '@shared/protocol'
import { isKinkWithin } from '../landscape/neighbourhood'
import { curvatures } from '../landscape/stationary'
import type { Objective } from '../objective'
import { courseOf, type Plan } from '../optimise/plan'
import type { Pulse } from '../pulse'
import { distance, norm } from '../vector'
import { findingOf, isOnItsWay } from '../verdict/finding'
import { type Followed, follow } from '../verdict/follow'
import { quadraticRate } from '../verdict/quadratic'
import { restOf } from '../verdict/rest'
import { growthNearRest } from '../verdict/stability'
import { near, neutral, settledRelativeToMotion } from '../verdict/thresholds'

/** Parts of the slider. */
const parts = 50
/** Of the rates that are tried: they are told as they are, so that what is said of one is what was seen. */
const rateDigits = 2
/** Steps of each of the runs; how they go on tells the rest. */
const longest = 200
/** Halvings of the slider until the limit is known to six digits. */
const halvings = 24

/**
 * What becomes of a run with each learning rate that its slider offers: every one is run and judged as runs are, all of
 * them together at about the cost of one verdict. See `follow` for what is thrown.
 */
export function ratesReport(objective: Objective, plan: Plan, pulse: Pulse): RatesReport {
  const row = methodNamed(plan.method, plan.convention)?.settings.find(({ id }) => id === 'lr')
  if (!row) return { rates: [], fates: [], limit: null }
  const beat: Pulse = { beat: () => pulse.beat() }
  const rates = Array.from({ length: parts }, (_, part) => significant(rateAt(row, (part + 0.5) / parts), rateDigits))
  const outcomes = rates.map((lr) => {
    const short = { ...withRate(plan, lr), steps: Math.min(plan.steps, longest) }
    return outcomeOf(
      follow(objective, short, beat, () => {}, 1 / parts),
      plan.steps,
      beat
    )
  })
  const place = onlyPlace(
    outcomes.flatMap(({ minimum }) => minimum ?? []),
    plan.start
  )
  return { rates, fates: outcomes.map(({ fate }) => fate), limit: place && limitAt(objective, plan, row, place, beat) }
}

interface Outcome {
  readonly fate: Fate
  /** The minimum that it comes to, be it after its steps. */
  readonly minimum?: Float64Array
}

/** `steps`: how many the run itself has. */
function outcomeOf(followed: Followed, steps: number, pulse: Pulse): Outcome {
  const finding = findingOf(followed, quadraticRate(followed), pulse)
  const { kind, at, settles } = finding
  switch (kind) {
    case 'minimum':
    case 'near':
      return { fate: 'settles', minimum: Float64Array.from(at ?? []) }
    case 'descending': {
      if (settles === undefined) return { fate: 'descends' }
      const rest = restOf(followed, pulse)
      if (rest?.kind !== 'minimum') return { fate: 'other' }
      return { fate: settles <= steps ? 'settles' : 'descends', minimum: rest.place }
    }
    case 'slow':
      return { fate: 'descends' }
    case 'circling':
      return { fate: isOnItsWay(followed, finding) ? 'descends' : 'oscillates' }
    case 'growing':
    case 'diverged':
    case 'left-domain':
    case 'unbounded':
      return { fate: 'leaves' }
    default:
      return { fate: 'other' }
  }
}

const withRate = (plan: Plan, lr: number): Plan => ({ ...plan, settings: { ...plan.settings, lr } })

/** The rate at a position of the slider, 0 … 1. */
const rateAt = ({ slider: { min, max } }: Setting, position: number) => min * (max / min) ** position

/** The place that all are; null if there are several, or none. */
function onlyPlace(places: readonly Float64Array[], start: ArrayLike<number>): Float64Array | null {
  const [first] = places
  if (!first) return null
  const beside = near * (distance(Float64Array.from(start), first) || Math.max(1, norm(first)))
  return places.every((place) => distance(place, first) <= beside) ? first : null
}

/**
 * The rate from which on a disturbance of the state at rest at a minimum grows: see `growthNearRest`. The steepest
 * curvature decides, for no rule is carried away sooner by a gentler one.
 */
function limitAt(objective: Objective, plan: Plan, row: Setting, place: Float64Array, pulse: Pulse): number | null {
  const isSteady = (!plan.schedule || plan.schedule.id === 'constant') && !plan.noise?.sigma
  const { optimiser, slope } = courseOf(objective, plan)
  if (!isSteady || !optimiser.loopOn || !slope.isExact) return null
  if (isKinkWithin(objective, place, settledRelativeToMotion * Math.max(1, norm(place)))) return null
  const steepest = Math.max(...(curvatures(objective, place) ?? []).map(({ value }) => value))
  if (!(steepest > 0 && steepest < Number.POSITIVE_INFINITY)) return null
  /** Whether it is carried away with the rate at this position; null where that is not to be told. */
  const isCarriedAway = (position: number) => {
    pulse.beat()
    const growth = growthNearRest(courseOf(objective, withRate(plan, rateAt(row, position))).optimiser, steepest)
    return growth === null ? null : growth > 1 + neutral
  }
  if (isCarriedAway(0) !== false || isCarriedAway(1) !== true) return null
  let [below, above] = [0, 1]
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (below + above) / 2
    if (isCarriedAway(middle)) above = middle
    else below = middle
  }
  return rateAt(row, (below + above) / 2)
}
