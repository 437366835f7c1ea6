import type { Scheme } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import type { PointReport } from '@shared/protocol'
import { difference } from './difference'
import type { Objective } from './objective'

/** All that is known of f at a point; a scheme of differences without a quotient says why. */
export function pointReport(objective: Objective, point: readonly number[], h: number): PointReport {
  return {
    value: objective.value(point),
    gradient: objective.gradient(point),
    kinks: objective.kinks(point),
    differences: {
      forward: quotients(objective, point, 'forward', h),
      backward: quotients(objective, point, 'backward', h),
      central: quotients(objective, point, 'central', h)
    }
  }
}

function quotients(objective: Objective, point: readonly number[], scheme: Scheme, h: number) {
  try {
    return { values: difference(objective, point, scheme, h) }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { problem: { code: error.code, values: error.values } }
  }
}
