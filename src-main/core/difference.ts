import type { Scheme } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import type { Objective } from './objective'

/**
 * The difference quotients of f at a point with step size h, one per coordinate.
 * Throws a ProblemError where h is 0 or not finite, or so small that a ± h rounds to a.
 */
export function difference(objective: Objective, point: ArrayLike<number>, scheme: Scheme, h: number): number[] {
  if (h === 0 || !Number.isFinite(h)) throw new ProblemError('difference-step')
  const out = new Float64Array(objective.variables.length)
  const lost = differenceInto(objective, point, scheme, h, out)
  if (lost >= 0) {
    throw new ProblemError('difference-lost', { variable: objective.variables[lost] ?? '', at: point[lost] ?? 0, h })
  }
  return [...out]
}

/**
 * Writes the quotients into `out` as they come, and returns the first coordinate a at which a ± h rounds to a, −1 if
 * there is none: for runs, which go on with a quotient of 0 and say so.
 */
export function differenceInto(
  objective: Objective,
  point: ArrayLike<number>,
  scheme: Scheme,
  h: number,
  out: Float64Array
): number {
  const moved = Float64Array.from(point)
  const here = scheme === 'central' ? Number.NaN : objective.value(point)
  let lost = -1
  for (let i = 0; i < moved.length; i++) {
    if (lost < 0 && isLost[scheme](moved[i] as number, h)) lost = i
    out[i] = quotientAlong(objective, moved, i, scheme, h, here)
  }
  return lost
}

/**
 * The quotient along one coordinate of `point` as it comes: 0 where a ± h rounds to a, NaN where f has no value.
 * `here`: f(point), which central does not need. The point is moved meanwhile, and back.
 */
export function quotientAlong(
  objective: Objective,
  point: Float64Array,
  along: number,
  scheme: Scheme,
  h: number,
  here: number
): number {
  const a = point[along] as number
  const at = (coordinate: number) => {
    point[along] = coordinate
    return objective.value(point)
  }
  const quotient = quotients[scheme](at, a, h, here)
  point[along] = a
  return quotient
}

/** Each scheme in its order of operations, to the last rounding; `here` is f(a). */
const quotients: Record<Scheme, (f: (a: number) => number, a: number, h: number, here: number) => number> = {
  forward: (f, a, h, here) => (f(a + h) - here) / h,
  backward: (f, a, h, here) => (here - f(a - h)) / h,
  central: (f, a, h) => (f(a + h) - f(a - h)) / (2 * h)
}

/** Whether a place that the scheme asks f at rounds to a. */
const isLost: Record<Scheme, (a: number, h: number) => boolean> = {
  forward: (a, h) => a + h === a,
  backward: (a, h) => a - h === a,
  central: (a, h) => a + h === a || a - h === a
}
