import type { Answer, Body } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'

export function comparisonReport(
  _objective: Objective,
  _body: Body<'comparison'>,
  _pulse: Pulse
): Answer<'comparison'> {
  throw new RangeError('comparison')
}
