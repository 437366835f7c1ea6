import type { DifferenceErrors } from '@shared/protocol'
import { difference } from './difference'
import type { Objective } from './objective'
import type { Pulse } from './pulse'

/** The errors of the difference quotients along one coordinate for all step sizes from 1e-16 to 1. */
export function differenceErrors(
  objective: Objective,
  along: number,
  point: readonly number[],
  pulse: Pulse
): DifferenceErrors {
  const exact = objective.gradient(point)[along] ?? Number.NaN
  const steps = Float64Array.from({ length: 257 }, (_, index) => 10 ** (-16 + index / 16))
  const errorsOf = (scheme: 'forward' | 'backward' | 'central') =>
    steps.map((h) => {
      pulse.beat()
      try {
        return Math.abs((difference(objective, point, scheme, h)[along] ?? Number.NaN) - exact)
      } catch {
        return Number.NaN
      }
    })
  const unknown = { factor: Number.NaN, order: 1 }
  return {
    steps,
    exact,
    errors: { forward: errorsOf('forward'), backward: errorsOf('backward'), central: errorsOf('central') },
    truncation: { forward: unknown, backward: unknown, central: { ...unknown, order: 2 } },
    rounding: Number.NaN,
    best: { forward: Number.NaN, backward: Number.NaN, central: Number.NaN }
  }
}
