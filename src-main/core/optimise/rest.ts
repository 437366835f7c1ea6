import { isFixedRate } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { EigenPair } from '../eigen'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import {
  curvatures,
  decreaseAhead,
  distanceToStationary,
  isIndefinite,
  isStationaryAhead,
  stationaryKind
} from './critical'
import type { History } from './history'
import { isFaded, isLowestAround } from './nearby'
import { newtonPoint } from './newton'
import { distance, norm } from './norm'
import type { Plan } from './plan'
import { type Course, runStretches } from './run'
import { isEdgeNear, isPoleNear } from './singularity'
import type { Ending } from './stop'
import type { Stretch } from './stretch'

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

/** A run has settled when what is still to come is this small beside the size of its motion: less than can be seen … */
const settledBesideMotion = 1e-4
/** … or beside the coordinates themselves, where no double lies in between. */
const settledBesidePoint = 1e-12
/**
 * A saddle holds a run up before it is reached: this close to it, beside the size of the motion. A run that was to end
 * where the gradient is small has ended well this close to a minimum.
 */
const near = 1e-2
/** A line search finds nothing lower where f has no more digits to fall: so many of its last ones. */
const lastDigits = 64 * Number.EPSILON

export interface Rest {
  /** `shifted`: where a difference quotient is 0, but f has a slope, since h is large. */
  readonly kind: 'minimum' | 'maximum' | 'saddle' | 'level' | 'shifted'
  /** The place itself, as far as it can be foretold from the end. */
  readonly place: Float64Array
  /** Being this close to it is being there. */
  readonly tolerance: number
}

/**
 * Where a run has come to rest: nothing carries it on, and the stationary point foretold by gradient and curvature is
 * there (`isStationaryAhead`) and within the tolerance (a small step alone only says that the learning rate is small), or
 * f is higher all around, as at a kink. Null if it has not, and where f falls without bound.
 */
export function restOf(finished: Finished): Rest | null {
  const rest = foundRest(finished)
  return rest && isAtPole(finished) ? null : rest
}

function foundRest(finished: Finished): Rest | null {
  const { objective, history, ending } = finished
  const { end, size } = history
  const settled = settledWithin(history)
  const close = Math.max(near * size, settled)
  const lastStep = lastStepOf(history)
  if (isCarriedOn(finished.plan) && lastStep > close) return null
  const pairs = curvatures(objective, end)
  const gradient = trustedGradient(finished)
  if (pairs && !isFaded(objective, end, pairs, size)) {
    const there = distanceToStationary(gradient, pairs)
    const ahead = there <= close ? Math.max(there, stepAhead(finished, lastStep, settled)) : there
    const isSearchedOut = ending.reason === 'line-search' && isUsedUp(finished, gradient, pairs)
    const isWanted = ending.reason === 'small-gradient'
    const isHere = ahead <= settled || isSearchedOut
    const isNear = ahead <= close && (isWanted || (lastStep <= close && isIndefinite(pairs)))
    if ((isHere || isNear) && isStationaryAhead(objective, end, gradient, pairs, settled)) {
      const kind = isShifted(finished, pairs) ? 'shifted' : stationaryKind(objective, end, pairs, settled)
      const tolerance = isHere ? Math.max(settled, isSearchedOut ? lastStep : 0) : close
      const foretold = newtonPoint(end, gradient, pairs)
      return { kind, place: distance(foretold, end) <= tolerance ? foretold : end, tolerance }
    }
  }
  const isLowest =
    isStill(finished) &&
    settled > 0 &&
    isLowestAround(objective, end, [settled, 10 * settled]) &&
    isLowestOfTail(finished, 10 * settled) &&
    !isEdgeNear(objective, end, settled)
  return isLowest ? { kind: 'minimum', place: end, tolerance: settled } : null
}

/** Whether f was nowhere lower towards the end, farther off than this: a run that is thrown about rests nowhere. */
function isLowestOfTail({ objective, history }: Finished, far: number): boolean {
  const { end } = history
  const value = objective.value(end)
  const { points, values } = history.tail()
  return points.every((point, i) => (values[i] as number) >= value || distance(point, end) <= far)
}

/** Whether a run ended, lower than it began, where f falls without bound. */
export function isAtPole({ objective, history }: Finished): boolean {
  const { end, size, startValue } = history
  return objective.value(end) < startValue && isPoleNear(objective, end, size)
}

/** Whether a run stands still where f ends, with a slope. */
export function isAtEdge(finished: Finished): boolean {
  const { objective, history } = finished
  return isStill(finished) && isEdgeNear(objective, history.end, settledWithin(history))
}

const isStill = ({ history, ending }: Finished) =>
  ending.reason === 'line-search' || lastStepOf(history) <= settledWithin(history)

const settledWithin = ({ end, size }: History) => Math.max(settledBesideMotion * size, settledBesidePoint * norm(end))

function lastStepOf(history: History): number {
  const [last, before] = history.tail().points.slice(-2).reverse()
  return last && before ? distance(last, before) : Number.POSITIVE_INFINITY
}

/** Whether h is so large that the place where a difference quotient is 0 is visibly not where the slope is. */
function isShifted({ objective, plan, history }: Finished, pairs: readonly EigenPair[]): boolean {
  const { end, size } = history
  const { method, h } = plan.gradient
  const visible = near * (size || Math.max(1, norm(end)))
  if (method === 'exact' || 2 * h <= visible) return false
  return distanceToStationary(Float64Array.from(objective.gradient(end)), pairs) > visible
}

/**
 * How long the next step is: the last one, if that is short or something carries the point on; otherwise, where a long
 * step has just arrived, it is taken.
 */
function stepAhead(finished: Finished, lastStep: number, short: number): number {
  const { course, history, ending } = finished
  if (lastStep <= short || isCarriedOn(finished.plan)) return lastStep
  if (ending.reason === 'line-search') return 0
  const { end, taken } = history
  const next = end.slice()
  const look = (stretch: Stretch) => {
    if (stretch.count > 0) next.set(stretch.point(stretch.count - 1))
  }
  const { reason } = runStretches({ ...course, stop: undefined, steps: taken + 1 }, look)
  return reason === 'diverged' || reason === 'left-domain' ? Number.POSITIVE_INFINITY : distance(end, next)
}

/** Whether a memory of earlier steps, or noise, carries the point on, though there may be no slope. */
function isCarriedOn(plan: Plan): boolean {
  const row = methodNamed(plan.method, plan.convention)
  const isNoisy = (plan.noise?.sigma ?? 0) > 0
  return isNoisy || (row !== undefined && isFixedRate(row) && row.inertia !== undefined)
}

function isUsedUp({ objective, history }: Finished, gradient: Float64Array, pairs: readonly EigenPair[]): boolean {
  return decreaseAhead(gradient, pairs) <= lastDigits * Math.abs(objective.value(history.end))
}

/**
 * ∇f at the end as the run saw it. A difference quotient is 0 where the slope is 0 within h – or where the values of f
 * are equal by rounding: there the exact slope is taken, as it is where h was lost. Noise is no slope.
 */
function trustedGradient({ objective, plan, history, lost }: Finished): Float64Array {
  const { end, gradient } = history
  const { method, h } = plan.gradient
  const isNoisy = (plan.noise?.sigma ?? 0) > 0
  if (method === 'exact' && !isNoisy) return gradient
  const exact = objective.gradient(end)
  if (lost !== null || isNoisy) return Float64Array.from(exact)
  const slopeAt = (i: number, by: number) => objective.gradient(end.with(i, (end[i] as number) + by))[i] as number
  const isPassed = (i: number) => slopeAt(i, -2 * h) * slopeAt(i, 2 * h) <= 0
  return gradient.map((quotient, i) => (isPassed(i) ? quotient : (exact[i] as number)))
}

/**
 * The step from which on a run is at rest, found by running it again: it stays there, in steps that are no longer – so that
 * a run of so many steps ends at rest, and one of fewer does not.
 */
export function settledStep({ plan, course, history }: Finished, { place, tolerance }: Rest, pulse?: Pulse): number {
  // Within half of it no step is longer.
  const last = history.nearAfter(place, tolerance / 2)
  if (last < 0) return 0
  const arrival = isCarriedOn(plan) ? 1 : 0
  const before = history.start.slice()
  let settled = 0
  const look = (stretch: Stretch) => {
    for (let row = 0; row < stretch.count; row++) {
      const point = stretch.point(row)
      const step = stretch.from + row
      if (distance(point, before) > tolerance) settled = step + arrival
      if (distance(point, place) > tolerance) settled = step + 1
      before.set(point)
    }
  }
  runStretches({ ...course, steps: Math.min(last + 1, history.taken) }, look, pulse)
  return Math.min(settled, history.taken)
}
