import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { curvatures, distanceToStationary, isIndefinite, stationaryKind } from './critical'
import type { History } from './history'
import { distance, norm } from './path'
import { type Course, runCourse } from './run'

/** A run has settled when what is still to come is this small beside the size of its motion: less than can be seen … */
const settledBesideMotion = 1e-4
/** … or beside the coordinates themselves, where no double lies in between. */
const settledBesidePoint = 1e-12
/** A saddle holds a run up before it is reached: this close to it, beside the size of the motion. */
const nearSaddle = 1e-2

export interface Rest {
  readonly kind: 'minimum' | 'maximum' | 'saddle' | 'level'
  /** Being this close to the end is being there. */
  readonly tolerance: number
}

/**
 * Where a run has come to rest: its last step is within the tolerance, and so is the stationary point foretold by
 * gradient and curvature (a small step alone only says that the learning rate is small). Null if it has not.
 * `gradient`: ∇f at the end as the run saw it – a difference quotient is 0 at a place slightly beside the true one.
 */
export function restOf(objective: Objective, history: History, gradient: Float64Array): Rest | null {
  const { end, extent } = history
  const settled = Math.max(settledBesideMotion * extent, settledBesidePoint * norm(end))
  const near = Math.max(nearSaddle * extent, settled)
  const [last, before] = history.tail().points.slice(-2).reverse()
  const lastStep = last && before ? distance(last, before) : Number.POSITIVE_INFINITY
  if (lastStep > near) return null
  const pairs = curvatures(objective, end)
  if (!pairs) return null
  const ahead = Math.max(lastStep, distanceToStationary(gradient, pairs))
  if (ahead <= settled) return { kind: stationaryKind(objective, end, pairs), tolerance: settled }
  return ahead <= near && isIndefinite(pairs) ? { kind: 'saddle', tolerance: near } : null
}

/** The step from which on a run stays within `tolerance` of its end: found by running it again. */
export function settledStep(course: Course, end: Float64Array, tolerance: number, pulse?: Pulse): number {
  let settled = 0
  const farAway = (step: number, point: Float64Array) => {
    let squares = 0
    for (let i = 0; i < point.length; i++) squares += ((point[i] as number) - (end[i] as number)) ** 2
    if (squares > tolerance * tolerance) settled = step + 1
  }
  runCourse(course, farAway, pulse)
  return settled
}
