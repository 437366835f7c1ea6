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
    const a = moved[i] as number
    const at = (coordinate: number) => {
      if (coordinate === a && lost < 0) lost = i
      moved[i] = coordinate
      return objective.value(moved)
    }
    out[i] = quotients[scheme](at, a, h, here)
    moved[i] = a
  }
  return lost
}

/** Each scheme in its order of operations, to the last rounding; `here` is f(a). */
const quotients: Record<Scheme, (f: (a: number) => number, a: number, h: number, here: number) => number> = {
  forward: (f, a, h, here) => (f(a + h) - here) / h,
  backward: (f, a, h, here) => (here - f(a - h)) / h,
  central: (f, a, h) => (f(a + h) - f(a - h)) / (2 * h)
}
