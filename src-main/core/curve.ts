import type { Interval } from '@shared/experiment/experiment'
import type { CurveSamples } from '@shared/protocol'
import { interruptions } from './breaks'
import { lineOf } from './line'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'
import { refined } from './refinement'
import { spaced } from './spaced'
import { joined, lastUpTo, traced } from './trace'

/**
 * f and its exact slope, `second` also with its second derivative, along one coordinate, by default the first: at
 * `samples` evenly spaced places with both ends, right beside every break, and in between where a line from one to the
 * next would be seen not to be the curve. The range may be given either way round; x ascends. The other coordinates
 * are held at `point`, by default 0.
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
  const even = traced(line, spaced(range, samples), second)
  const breaks = interruptions(line, even.x, even.values)
  const [low = 0, high = 0] = [even.x[0], even.x.at(-1)]
  const sides = breaks.flatMap(({ at, beside }) => [at - beside, at + beside]).filter((at) => at > low && at < high)
  const coarse = sides.length === 0 ? even : joined(even, traced(line, sides, second))
  const trace = refined(line, coarse, breaks, samples)
  const last = trace.x.length - 2
  return {
    ...trace,
    breaks: breaks.map(({ beside: _, ...found }) => ({
      after: Math.max(0, Math.min(last, lastUpTo(trace.x, found.at))),
      ...found
    }))
  }
}
