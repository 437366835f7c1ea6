import type { EigenPair } from '@shared/eigen'
import { isFaded, isKinkWithin, isLowestAround, isTornAround } from '../landscape/neighbourhood'
import { isEdgeNear, isPoleNear } from '../landscape/singularity'
import {
  curvatures,
  decreaseAhead,
  distanceToStationary,
  isStationaryAhead,
  newtonPoint,
  stationaryKind,
  withoutCurvature
} from '../landscape/stationary'
import { runStretches } from '../optimise/run'
import type { Stretch } from '../optimise/stretch'
import type { Pulse } from '../pulse'
import { distance, norm } from '../vector'
import { type Followed, isBroken } from './follow'
import type { History } from './history'
import { growthNearRest } from './stability'
import {
  farLower,
  lastDigits,
  looksAround,
  near,
  neutral,
  settledRelativeToMotion,
  settledRelativeToPoint,
  staysFor,
  visiblyOff
} from './thresholds'

export interface Rest {
  /**
   * `shifted`: where a difference quotient is 0, but f has a slope, since h is large; `jump`: f jumps beside it, to
   * lower values.
   */
  readonly kind: 'minimum' | 'maximum' | 'saddle' | 'level' | 'shifted' | 'jump'
  /** The place itself, as far as it can be foretold from the end. */
  readonly place: Float64Array
  /** From this step on the run was never farther from it than it takes to be there, as far as it was followed … */
  readonly step: number
  /** … but this far. */
  readonly farthest: number
}

/**
 * Where a run comes to rest, followed on: it stays at the stationary point foretold by gradient and curvature, or where f
 * is higher all around, as at a kink. Null if it does not, and where f falls without bound.
 */
export function restOf(followed: Followed, pulse?: Pulse): Rest | null {
  const { future } = followed
  if (isBroken(future.ending) || isAtPole(followed)) return null
  const found = placeOf(followed)
  if (!found) return null
  const { step, farthest } = arrival(followed, found.place, found.tolerance, pulse)
  const { taken } = future.history
  const isStaying =
    future.ending.reason === 'line-search' || step <= taken - staysFor * (taken - followed.history.taken)
  return isStaying ? { kind: found.kind, place: found.place, step, farthest } : null
}

/** The place beside the end of the run, what kind of place it is, and how near is there. */
function placeOf(followed: Followed): (Pick<Rest, 'kind' | 'place'> & { readonly tolerance: number }) | null {
  const { objective, future } = followed
  const { end, size } = future.history
  const tolerance = settledWithin(future.history)
  const pairs = curvatures(objective, end)
  const gradient = trustedGradient(followed)
  if (pairs && !isFaded(objective, end, pairs, size)) {
    const ahead = decreaseAhead(gradient, pairs)
    // A search that f has no more digits for is there, but on a way on which f may fall for ever.
    const isSearchedOut = future.ending.reason === 'line-search' && ahead <= lastDigits * Math.abs(objective.value(end))
    const left = isSearchedOut ? withoutCurvature(pairs) : pairs
    const isHere = distanceToStationary(gradient, left) <= tolerance
    if (isHere && isStationaryAhead(objective, end, gradient, pairs, tolerance)) {
      const foretold = newtonPoint(end, gradient, pairs)
      const place = distance(foretold, end) <= tolerance ? foretold : end
      const kind = kindAt(followed, pairs, place, ahead)
      if (kind) return { kind, place, tolerance }
    }
  }
  // Where f is smooth within that, gradient and Hessian have told all there is.
  const isLowest =
    tolerance > 0 &&
    isLowestAround(objective, end, [tolerance, 10 * tolerance]) &&
    !isEdgeNear(objective, end, tolerance) &&
    isKinkWithin(objective, end, tolerance)
  return isLowest ? { kind: 'minimum', place: end, tolerance } : null
}

/** `ahead`: how much f is foretold to fall on the way from the end to the place. Null if there is none. */
function kindAt(
  followed: Followed,
  pairs: readonly EigenPair[],
  place: Float64Array,
  ahead: number
): Rest['kind'] | null {
  const { objective, future } = followed
  const { end, size } = future.history
  const exact = Float64Array.from(objective.gradient(end))
  if (isShifted(followed, exact, pairs)) return 'shifted'
  const beside = settledRelativeToMotion * sizeAt(size, end)
  if (isTornAround(objective, place, objective.value(end) - farLower * ahead, beside)) return 'jump'
  return stationaryKind(objective, end, place, looksAround * sizeAt(size, end))
}

/**
 * From which step on the run stays within a distance of a place, and how far it is from it at most; found by running it
 * again.
 */
export function arrival({ course, future }: Followed, place: Float64Array, tolerance: number, pulse?: Pulse) {
  const most = tolerance ** 2
  let step = 0
  let farthest = 0
  const look = (stretch: Stretch) => {
    const { rows, width, count } = stretch
    for (let row = 0; row < count; row++) {
      let square = 0
      for (let i = 0; i < place.length; i++) square += ((rows[row * width + i] as number) - (place[i] as number)) ** 2
      if (!(square <= most)) {
        step = stretch.from + row + 1
        farthest = 0
      } else if (square > farthest) farthest = square
    }
  }
  const { taken } = future.history
  runStretches({ ...course, stop: undefined, steps: taken }, look, pulse && { beat: () => pulse.beat() })
  return { step: Math.min(step, taken), farthest: Math.sqrt(farthest) }
}

/**
 * Whether it is a theorem that a rule at a constant rate does not settle at a minimum for good, however near to it it is:
 * a disturbance in a direction in which there still is a slope grows.
 */
export function isRepelled({ objective, plan, course, future }: Followed, place: Float64Array): boolean {
  const { optimiser } = course
  const isSteady = !plan.schedule || plan.schedule.id === 'constant'
  if (!optimiser.loopOn || !isSteady || (plan.noise?.sigma ?? 0) > 0) return false
  const { end, gradient } = future.history
  const [before = end] = future.history.tail().points.slice(-2)
  const isStill = distance(before, end) === 0
  return (curvatures(objective, place) ?? []).some(({ value, vector }) => {
    const slope = vector.reduce((sum, part, i) => sum + part * (gradient[i] as number), 0)
    if (isStill && slope === 0) return false
    const growth = growthNearRest(optimiser, value)
    return growth !== null && growth > 1 + neutral
  })
}

/** Whether a run that ended by its own rule did so close enough to where it would have come to rest. */
export function isNearlyThere({ history, ending }: Followed, place: Float64Array): boolean {
  const isWanted = ending.reason === 'small-gradient' || ending.reason === 'small-step'
  return isWanted && distance(history.end, place) <= near * history.size
}

/** Whether a run ended, lower than it began, where f falls without bound. */
export function isAtPole({ objective, future }: Followed): boolean {
  const { end, size, startValue } = future.history
  return objective.value(end) < startValue && isPoleNear(objective, end, size)
}

/** Whether a run stands still where f ends, with a slope, and goes on to. */
export function isAtEdge({ objective, history: own, future }: Followed): boolean {
  const { history, ending } = future
  const [before] = history.tail().points.slice(-2)
  const settled = settledWithin(history)
  const isStill = ending.reason === 'line-search' || (before !== undefined && distance(before, history.end) <= settled)
  return isStill && distance(own.end, history.end) <= settled && isEdgeNear(objective, history.end, settled)
}

export const settledWithin = ({ end, size }: History) =>
  Math.max(settledRelativeToMotion * size, settledRelativeToPoint * norm(end))

/** The size of a motion; of none, that of the place. */
const sizeAt = (size: number, end: Float64Array) => size || Math.max(1, norm(end))

/** Whether h is so large that the place where a difference quotient is 0 is visibly not where the slope is. */
function isShifted({ plan, future }: Followed, exact: Float64Array, pairs: readonly EigenPair[]): boolean {
  const { end, size } = future.history
  const { method, h } = plan.gradient
  const visible = visiblyOff * sizeAt(size, end)
  if (method === 'exact' || 2 * h <= visible) return false
  return distanceToStationary(exact, pairs) > visible
}

/**
 * ∇f at the end as the run saw it. A difference quotient is 0 where the slope is 0 within h – or where the values of f
 * are equal by rounding: there the exact slope is taken, as it is where h was lost. Noise is no slope.
 */
function trustedGradient({ objective, plan, future, lost }: Followed): Float64Array {
  const { end, gradient } = future.history
  const { method, h } = plan.gradient
  const isNoisy = (plan.noise?.sigma ?? 0) > 0
  if (method === 'exact' && !isNoisy) return gradient
  const exact = objective.gradient(end)
  if (lost !== null || isNoisy) return Float64Array.from(exact)
  const slopeAt = (i: number, by: number) => objective.gradient(end.with(i, (end[i] as number) + by))[i] as number
  const isPassed = (i: number) => slopeAt(i, -2 * h) * slopeAt(i, 2 * h) <= 0
  return gradient.map((quotient, i) => (isPassed(i) ? quotient : (exact[i] as number)))
}
