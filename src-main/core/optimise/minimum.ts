import type { Interval } from '@shared/experiment/experiment'
import type { MinimumReport } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'

export function minimumReport(
  _objective: Objective,
  _start: readonly number[],
  _ranges: readonly Interval[],
  _pulse: Pulse
): MinimumReport {
  throw new RangeError('minimum')
}
