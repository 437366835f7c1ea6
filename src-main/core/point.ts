import type { Scheme } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import type { Kink, PointReport, Tangents } from '@shared/protocol'
import { kinksAt } from './breaks'
import { planeCurvature } from './curvature'
import { difference } from './difference'
import type { Objective } from './objective'

/**
 * All that is known of f at a point; a scheme of differences without a quotient says why. `axes`: the plane whose
 * second derivatives are wanted too.
 */
export function pointReport(
  objective: Objective,
  point: readonly number[],
  h: number,
  axes: readonly [number, number] | null = null
): PointReport {
  const kinks = kinksAt(objective, point)
  return {
    curvature: axes && planeCurvature(objective, point, axes),
    value: objective.value(point),
    gradient: objective.gradient(point).map((slope, i) => limitOf(kinks[i]) ?? slope),
    kinks: kinks.map((kink) => (limitOf(kink) === null ? kink : null)),
    differences: {
      forward: quotients(objective, point, 'forward', h),
      backward: quotients(objective, point, 'backward', h),
      central: quotients(objective, point, 'central', h)
    }
  }
}

/**
 * The derivative where f goes on and its slope tends to the same number from both sides, as of (eˣ − 1)/x with 1 at 0: what
 * the chosen piece has there is none. Null where there is no such limit.
 */
function limitOf(kink: Kink | null | undefined): number | null {
  return kink && !kink.jumps && kink.left === kink.right && Number.isFinite(kink.left) ? kink.left : null
}

function quotients(objective: Objective, point: readonly number[], scheme: Scheme, h: number) {
  try {
    return { values: difference(objective, point, scheme, h) }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { problem: { code: error.code, values: error.values } }
  }
}

/** f and its slope along one coordinate at several `places` of it, the other coordinates as in `point`. */
export function tangentsAt(
  objective: Objective,
  along: number,
  point: readonly number[],
  places: readonly number[]
): Tangents {
  const at = Float64Array.from(point)
  const gradient = new Float64Array(point.length)
  const [values, slopes] = [new Float64Array(places.length), new Float64Array(places.length)]
  for (const [index, place] of places.entries()) {
    at[along] = place
    values[index] = objective.gradientInto(at, gradient)
    slopes[index] = gradient[along] as number
  }
  return { values, slopes }
}
