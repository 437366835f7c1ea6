import type { Interval } from '@shared/experiment/experiment'
import type { CurveSamples } from '@shared/protocol'
import { interruptions } from './breaks'
import { lineOf } from './line'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'
import { spaced } from './spaced'

/**
 * f and its exact slope, `second` also with its second derivative, at ascending x along one coordinate, by default the
 * first; both ends are included. The range may be given either way round. The other coordinates are held at `point`,
 * by default 0.
 */
export function sampleCurve(
  objective: Objective,
  range: Interval,
  samples: number,
  options: {
    readonly along?: number
    readonly second?: boolean
    readonly point?: ArrayLike<number>
    readonly pulse?: Pulse
  } = {}
): CurveSamples {
  const { along = 0, point = new Float64Array(objective.variables.length), second = false, pulse = steady } = options
  const line = lineOf(objective, along, point, pulse)
  const x = spaced(range, samples)
  const values = new Float64Array(samples)
  const slopes = new Float64Array(samples)
  const seconds = new Float64Array(second ? samples : 0)
  for (const [i, at] of x.entries()) {
    ;[values[i], slopes[i]] = line.at(at) as [number, number]
    if (second) seconds[i] = line.second(at)
  }
  const breaks = interruptions(line, x, values).map(({ beside: _, ...found }) => ({
    after: Math.max(
      0,
      Math.min(
        samples - 2,
        x.findLastIndex((place) => place <= found.at)
      )
    ),
    ...found
  }))
  return { x, values, slopes, seconds, breaks }
}
