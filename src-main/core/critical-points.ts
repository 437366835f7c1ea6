import type { Interval } from '@shared/experiment/experiment'
import type { CriticalReport } from '@shared/protocol'
import type { Objective } from './objective'
import type { Pulse } from './pulse'

/** The points of a plane in which both slopes are 0, the other coordinates as in `point`. */
export function criticalPoints(
  _objective: Objective,
  _axes: readonly [number, number],
  _point: readonly number[],
  _ranges: { readonly x: Interval; readonly y: Interval },
  _pulse: Pulse
): CriticalReport {
  return { points: [], connected: false }
}
