import { isFixedRate } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { Verdict } from '@shared/protocol'
import type { EigenPair } from '../eigen'
import type { Pulse } from '../pulse'
import { fallsForEver } from './bottomless'
import { curvatures } from './critical'
import { poleBetween } from './leap'
import { isKinkWithin } from './nearby'
import { norm } from './norm'
import { overflows } from './overflow'
import { type Pace, paceOf } from './pace'
import { isPlateau } from './plateau'
import { isQuadratic, leadingRate, witnesses } from './quadratic'
import { withoutResidue } from './residue'
import { type Finished, isAtEdge, isAtPole, restOf, settledStep } from './rest'
import { naturalRates, suggestionFor } from './suggestion'
import { isDriven, isWandering } from './wandering'

/** A run that is this far off, beside max(1, ‖start‖), and higher than it began has diverged, even if it stays there. */
const thrownOff = 1e6
/** A run that got no farther than this, beside max(1, ‖start‖), has hardly moved. */
const hardlyAway = 1e-6
/** |1 − ηλ| within this of 1 neither grows nor shrinks. */
const unchanged = 1e-12
/** So near to where a line search gave up a kink is looked for, beside the size of the motion. */
const kinkNear = 1e-6

/** What is seen, before a remedy is looked for. */
type Finding = Pick<Verdict, 'kind' | 'step' | 'at' | 'factor' | 'curvature'>

/**
 * How a run went. The first that holds:
 * - zero-epsilon: a rule with ε = 0 divided 0 by 0 in its first step.
 * - diverged, left-domain, overflow: it broke off, at `step`.
 * - minimum, maximum, saddle, level: it has come to rest, or is held up by a saddle (`restOf`), from `step` on.
 * - shifted: it has come to rest where a difference quotient is 0, and with its large h the slope is not.
 * - pole: f falls without bound where it ended (`isAtPole`).
 * - start: it took no steps.
 * - noisy: it wanders around a minimum, driven by the noise (`isWandering`).
 * - drifting: the noise drives it to and fro, but not around a minimum.
 * - edge: it stands still where f ends (`isAtEdge`).
 * - kink: a line search found nothing lower, and the slope is quite another one beside the point.
 * - misled: a line search found nothing lower in a direction made of noise.
 * - bottomless: f falls for ever from where it ended, and it slows down nowhere; also where it broke off (`fallsForEver`).
 * - growing: gradient descent on a quadratic with |1 − ηλ| > 1 in a direction it moves in – a theorem, with λ as
 *   `curvature` – or steps and f measured to grow towards the end (`paceOf`), or f merely higher than at the start;
 *   diverged if it is far off by then.
 * - leapt: f is higher than at the start since a step, `step`, led across a pole, to be found at `at` (`poleBetween`).
 * - rounded: it stands still though f has a slope there; or, no plateau, it moves so little that f stays the same.
 * - zigzag, bouncing: it oscillates, and calms down or not.
 * - flat: it creeps over a plateau (`isPlateau`).
 * - descending, unchanged: none of these, and f is lower than at the start, or as high.
 */
export function verdictOf(finished: Finished, pulse?: Pulse): Verdict {
  pulse?.beat()
  const theorem = quadraticRate(finished)
  const finding = findingOf(finished, theorem, pulse)
  const natural = theorem && theorem.most > 0 ? naturalRates(theorem.least, theorem.most) : []
  return { ...finding, suggestion: suggestionFor(finding.kind, finished, natural, pulse) }
}

/** Whether it is noise that keeps a run from settling: its verdict is noisy or drifting. */
export function isKeptByNoise(finished: Finished): boolean {
  if (!((finished.plan.noise?.sigma ?? 0) > 0)) return false
  const { kind } = findingOf(finished, quadraticRate(finished))
  return kind === 'noisy' || kind === 'drifting'
}

function findingOf(finished: Finished, theorem: Theorem | null, pulse?: Pulse): Finding {
  const { objective, history, ending, plan } = finished
  const found = (kind: Verdict['kind'], step = history.taken): Finding => ({
    kind,
    step,
    factor: null,
    curvature: null
  })
  if (ending.reason === 'diverged' && dividesByZero(finished)) return found('zero-epsilon', ending.step)
  const isBroken = ending.reason === 'diverged' || ending.reason === 'left-domain'
  if (isBroken && fallsOn(finished)) return found('bottomless')
  if (ending.reason === 'left-domain' && overflows(objective, history.end)) return found('overflow', ending.step)
  if (ending.reason === 'diverged' || ending.reason === 'left-domain') return found(ending.reason, ending.step)
  if (history.taken === 0 && ending.reason === 'steps') return found('start', 0)

  const rest = restOf(finished)
  if (rest) {
    const settled = found(rest.kind, settledStep(finished, rest, pulse))
    return rest.kind === 'level' ? settled : { ...settled, at: readable(finished, rest.place, rest.kind !== 'minimum') }
  }
  if (isAtPole(finished)) return { ...found('pole'), at: readable(finished, history.end, true) }
  if (history.taken === 0 && ending.reason !== 'line-search') return found('start', 0)

  const { points, values } = history.tail()
  const sigma = plan.noise?.sigma ?? 0
  if (isWandering(objective, points, sigma)) return found('noisy')
  const stopped = (kind: Verdict['kind']) => ({ ...found(kind), at: readable(finished, history.end, false) })
  if (isAtEdge(finished)) return stopped('edge')
  if (ending.reason === 'line-search') {
    if (sigma === 0 && fallsOn(finished)) return found('bottomless')
    if (isAtKink(finished)) return stopped('kink')
    return found(sigma > 0 ? 'misled' : 'rounded')
  }

  const pace = paceOf(points, values)
  const isDrivenByNoise = sigma > 0 && isDriven(objective, points, sigma)
  if (theorem && theorem.factor > 1 + unchanged) {
    return { ...found('growing'), factor: theorem.factor, curvature: theorem.curvature }
  }
  if (!theorem && pace.grows && !isDrivenByNoise) return { ...found('growing'), factor: pace.factor }
  const isHigher = (values.at(-1) ?? 0) > history.startValue
  if (isHigher && history.extent > thrownOff * Math.max(1, norm(history.start)))
    return found('diverged', finished.lost ?? history.taken)
  if (pace.length === 0 && !isHigher && isFixedRateRun(finished)) return found('rounded')
  if (!pace.slows && !isDrivenByNoise && fallsOn(finished)) return found('bottomless')
  if (pace.oscillates && !isDrivenByNoise && !isSimplex(finished))
    return found(calmsDown(pace, theorem) ? 'zigzag' : 'bouncing')
  const isLower = (values.at(-1) ?? 0) < history.startValue
  if (isDrivenByNoise && !(isLower && (pace.calms || !pace.oscillates))) return found('drifting')
  if (isPlateau(objective, history.end, pace.length)) return found('flat')
  if (hasNoEffect(finished)) return found('rounded')
  if (isHigher) return leapIn(finished) ?? found('growing')
  return found(isLower ? 'descending' : 'unchanged')
}

const readable = ({ objective, history }: Finished, place: Float64Array, canRise: boolean) =>
  withoutResidue(objective, place, history.size, canRise)

const calmsDown = (pace: Pace, theorem: Theorem | null) => (theorem ? theorem.factor < 1 - unchanged : pace.calms)

/** Whether f falls for ever from the end of a run on: the way it went last, as a whole, or downhill. */
function fallsOn({ objective, history }: Finished): boolean {
  const { start, startValue, end, extent } = history
  if (!(objective.value(end) < startValue)) return false
  const before = history.tail().points.at(-2) ?? start
  const ways = [
    end.map((coordinate, i) => coordinate - (before[i] as number)),
    end.map((coordinate, i) => coordinate - (start[i] as number)),
    Float64Array.from(objective.gradient(end), (part) => -part)
  ]
  return ways.some((way) => {
    const length = norm(way)
    if (!(length > 0 && length < Number.POSITIVE_INFINITY)) return false
    const direction = way.map((part) => part / length)
    return fallsForEver(objective, end, direction, extent)
  })
}

/** The first step of the last ones that led across a pole to where f is higher than at the start. */
function leapIn({ objective, history }: Finished): Finding | null {
  const { points } = history.tail()
  const first = history.taken - points.length + 1
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    const pole = before && poleBetween(objective, before, point)
    if (pole) return { kind: 'leapt', step: first + i, at: Array.from(pole), factor: null, curvature: null }
  }
  return null
}

/** The best corner of a simplex hops from side to side: that is no oscillation. */
const isSimplex = ({ plan }: Finished) => {
  const row = methodNamed(plan.method, plan.convention)
  return row !== undefined && !isFixedRate(row) && row.family === 'simplex'
}

/** Squares of slopes are what rules with an ε divide by; after the first step there is none that has always been 0. */
function dividesByZero({ plan, history }: Finished): boolean {
  return plan.settings['eps'] === 0 && history.taken === 0 && history.gradient.some((slope) => slope * slope === 0)
}

/** The simplex of Nelder and Mead may shrink for a while and its best corner stay: nothing is too small by that. */
function isFixedRateRun({ plan }: Finished): boolean {
  const row = methodNamed(plan.method, plan.convention)
  return row !== undefined && isFixedRate(row)
}

function isAtKink({ objective, history }: Finished): boolean {
  const { end, size } = history
  return isKinkWithin(objective, end, kinkNear * (size || Math.max(1, norm(end))))
}

function hasNoEffect({ history, objective }: Finished): boolean {
  const { start, startValue, end, extent } = history
  return extent <= hardlyAway * Math.max(1, norm(start)) && objective.value(end) === startValue
}

interface Theorem {
  /** |1 − ηλ| for the direction that counts in the end, and its λ. */
  readonly factor: number
  readonly curvature: number
  /** The smallest positive λ and λmax; 0 where none is positive. */
  readonly least: number
  readonly most: number
}

/** What is known for sure of the run: only for plain gradient descent on a quadratic, at one learning rate and without noise. */
function quadraticRate({ objective, plan, history, lost }: Finished): Theorem | null {
  const { start, end } = history
  const lr = plan.settings['lr']
  if (plan.method !== 'descent' || lr === undefined || lost !== null || plan.steps === 0) return null
  if ((plan.schedule && plan.schedule.id !== 'constant') || (plan.noise && plan.noise.sigma > 0)) return null
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
