import type { Body, GridSamples } from '@shared/protocol'
import type { Objective } from './objective'
import type { Pulse } from './pulse'

export function samplePlane(_objective: Objective, _where: Omit<Body<'plane'>, 'subject'>, _pulse: Pulse): GridSamples {
  throw new RangeError('plane')
}
