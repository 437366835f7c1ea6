import type { Verdict } from '@shared/protocol'
import type { EigenPair } from '../eigen'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { curvatures } from './critical'
import type { History } from './history'
import { overflows } from './overflow'
import { type Pace, paceOf } from './pace'
import { norm } from './path'
import type { Plan } from './plan'
import { isPlateau } from './plateau'
import { isQuadratic, leadingRate, witnesses } from './quadratic'
import { restOf, settledStep } from './rest'
import type { Course } from './run'
import type { Ending } from './stop'
import { naturalRates, suggestedRate } from './suggestion'

/** A run that is over, as its verdict sees it. */
export interface Finished {
  readonly objective: Objective
  readonly plan: Plan
  readonly course: Course
  readonly history: History
  readonly ending: Ending
  /** The step from which on h was too small for a difference quotient: the run's own gradient is not to be trusted. */
  readonly lost: number | null
}

/** A run that is this far off, beside max(1, ‖start‖), and higher than it began has diverged, even if it stays there. */
const thrownOff = 1e6
/** A run that got no farther than this, beside max(1, ‖start‖), has hardly moved. */
const hardlyAway = 1e-6
/** |1 − ηλ| within this of 1 neither grows nor shrinks. */
const unchanged = 1e-12

/** What is seen, before a remedy is looked for. */
type Finding = Pick<Verdict, 'kind' | 'step' | 'factor' | 'curvature'>

/**
 * How a run went. The first that holds:
 * - diverged, left-domain, overflow: it broke off, at `step`.
 * - start: no steps were asked for.
 * - minimum, maximum, saddle, level: it has come to rest, or is held up by a saddle (`restOf`), from `step` on.
 * - growing: gradient descent on a quadratic with |1 − ηλ| > 1 in a direction it moves in – a theorem, with λ as
 *   `curvature` – or steps and f measured to grow towards the end (`paceOf`), or f merely higher than at the start;
 *   diverged if it is far off by then.
 * - rounded: it stands still though f has a slope there; or, no plateau, it moves so little that f stays the same.
 * - zigzag, bouncing: it oscillates, and calms down or not.
 * - flat: it creeps over a plateau (`isPlateau`).
 * - descending: none of these.
 */
export function verdictOf(finished: Finished, pulse?: Pulse): Verdict {
  pulse?.beat()
  const theorem = quadraticRate(finished)
  const finding = findingOf(finished, theorem, pulse)
  const direction = remedies[finding.kind]
  const natural = theorem && theorem.most > 0 ? naturalRates(theorem.least, theorem.most) : []
  const { objective, plan } = finished
  const suggestion = direction ? suggestedRate(objective, plan, direction, natural, pulse) : null
  return { ...finding, suggestion }
}

/** Where to look for a better learning rate; nothing where there is none to be found. */
const remedies: Partial<Record<Verdict['kind'], 'smaller' | 'larger'>> = {
  diverged: 'smaller',
  'left-domain': 'smaller',
  overflow: 'smaller',
  growing: 'smaller',
  bouncing: 'smaller',
  descending: 'larger',
  flat: 'larger',
  rounded: 'larger'
}

function findingOf(finished: Finished, theorem: Theorem | null, pulse?: Pulse): Finding {
  const { objective, course, history, ending } = finished
  const found = (kind: Verdict['kind'], step = history.taken): Finding => ({
    kind,
    step,
    factor: null,
    curvature: null
  })
  if (ending.reason === 'left-domain' && overflows(objective, history.end)) return found('overflow', ending.step)
  if (ending.reason === 'diverged' || ending.reason === 'left-domain') return found(ending.reason, ending.step)
  if (history.taken === 0) return found('start', 0)

  const rest = restOf(objective, history, trustedGradient(finished))
  if (rest) return found(rest.kind, settledStep(course, history.end, rest.tolerance, pulse))

  const { points, values } = history.tail()
  const pace = paceOf(points, values)
  if (theorem && theorem.factor > 1 + unchanged) {
    return { ...found('growing'), factor: theorem.factor, curvature: theorem.curvature }
  }
  if (!theorem && pace.grows) return { ...found('growing'), factor: pace.factor }
  const isHigher = (values.at(-1) ?? 0) > history.startValue
  if (isHigher && history.extent > thrownOff * Math.max(1, norm(history.start)))
    return found('diverged', finished.lost ?? history.taken)
  if (pace.length === 0 && !isHigher) return found('rounded')
  if (pace.oscillates) return found(calmsDown(pace, theorem) ? 'zigzag' : 'bouncing')
  if (isPlateau(objective, history.end, pace.length)) return found('flat')
  if (hasNoEffect(finished)) return found('rounded')
  return found(isHigher ? 'growing' : 'descending')
}

const calmsDown = (pace: Pace, theorem: Theorem | null) => (theorem ? theorem.factor < 1 - unchanged : pace.calms)

function hasNoEffect({ history, objective }: Finished): boolean {
  const { start, startValue, end, extent } = history
  return extent <= hardlyAway * Math.max(1, norm(start)) && objective.value(end) === startValue
}

/**
 * ∇f at the end as the run saw it. A difference quotient is 0 where the slope is 0 within h – or where the values of f
 * are equal by rounding: there the exact slope is taken, as it is where h was lost.
 */
function trustedGradient({ objective, plan, history, lost }: Finished): Float64Array {
  const { end, gradient } = history
  const { method, h } = plan.gradient
  // Noise is no slope.
  if (plan.noise && plan.noise.sigma > 0) return Float64Array.from(objective.gradient(end))
  if (method === 'exact') return gradient
  const exact = objective.gradient(end)
  if (lost !== null) return Float64Array.from(exact)
  const slopeAt = (i: number, by: number) => objective.gradient(end.with(i, (end[i] as number) + by))[i] as number
  const isPassed = (i: number) => slopeAt(i, -2 * h) * slopeAt(i, 2 * h) <= 0
  return gradient.map((quotient, i) => (isPassed(i) ? quotient : (exact[i] as number)))
}

interface Theorem {
  /** |1 − ηλ| for the direction that counts in the end, and its λ. */
  readonly factor: number
  readonly curvature: number
  /** The smallest positive λ and λmax; 0 where none is positive. */
  readonly least: number
  readonly most: number
}

/** What is known for sure of the run: only for plain gradient descent on a quadratic. */
function quadraticRate({ objective, plan, history, lost }: Finished): Theorem | null {
  const { start, end } = history
  const lr = plan.settings['lr']
  if (plan.method !== 'descent' || lr === undefined || lost !== null || plan.steps === 0) return null
  const { points } = history.tail()
  const middle = points[Math.floor(points.length / 2)] ?? end
  if (!isQuadratic(objective, witnesses(start, middle, end))) return null
  const pairs = curvatures(objective, start)
  const rate = pairs && leadingRate(Float64Array.from(objective.gradient(start)), pairs, lr)
  return rate && { ...rate, ...positiveBounds(pairs) }
}

function positiveBounds(pairs: readonly EigenPair[]): { least: number; most: number } {
  const positive = pairs.map(({ value }) => value).filter((value) => value > 0)
  return positive.length > 0 ? { least: Math.min(...positive), most: Math.max(...positive) } : { least: 0, most: 0 }
}
