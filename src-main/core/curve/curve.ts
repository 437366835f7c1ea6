import type { Interval } from '@shared/interval'
import type { CurveSamples } from '@shared/protocol'
import { type Interruption, interruptions, type Line, lineOf } from '../breaks'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import { spaced } from '../spaced'
import { refined } from './refinement'
import { joined, lastUpTo, type Trace, traced } from './trace'

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
  const { breaks, bends, mended, tooMany } = interruptions(line, even.x, even.values, second)
  const sides = sidesOf(line, breaks, even)
  const coarse = sides.length === 0 ? even : joined(even, traced(line, sides, second))
  const trace = refined(line, coarse, breaks, samples)
  for (const { at, slope } of mended) {
    const index = lastUpTo(trace.x, at)
    if (trace.x[index] === at) trace.slopes[index] = slope
  }
  const last = trace.x.length - 2
  const after = (at: number) => Math.max(0, Math.min(last, lastUpTo(trace.x, at)))
  return {
    ...trace,
    breaks: breaks.map(({ beside: _, ...found }) => ({ after: after(found.at), ...found })),
    bends: bends.map((found) => ({ after: after(found.at), ...found })),
    tooMany
  }
}

/**
 * The places right before and right after the breaks, inside of the trace: not those where so many digits are lost that
 * f or its slope is nowhere near its limit, as the slope is beside the hole of (x² − 1)/(x − 1).
 */
function sidesOf(line: Line, breaks: readonly Interruption[], { x, values, slopes }: Trace): readonly number[] {
  if (breaks.length === 0) return []
  const blurs = [values, slopes].map((heights) => lost * usualSize(heights))
  const isKept = (place: number, limits: readonly [number, number]) =>
    place > (x[0] as number) &&
    place < (x.at(-1) as number) &&
    line.at(place).every((height, i) => isNear(height, limits[i] as number, blurs[i] as number))
  return breaks.flatMap(({ at, beside, left, right, slopeLeft, slopeRight }) => [
    ...(isKept(at - beside, [left, slopeLeft]) ? [at - beside] : []),
    ...(isKept(at + beside, [right, slopeRight]) ? [at + beside] : [])
  ])
}

/** Of the usual size of heights, and of a limit: what is right beside its place and farther from it is lost. */
const lost = 1e-3

function isNear(height: number, limit: number, blur: number): boolean {
  if (Number.isNaN(limit)) return Number.isNaN(height)
  return (
    Number.isFinite(height) && (!Number.isFinite(limit) || Math.abs(height - limit) <= blur + lost * Math.abs(limit))
  )
}

/** Half of the heights are less. */
function usualSize(heights: Float64Array): number {
  const sizes = heights.map(Math.abs).filter(Number.isFinite).sort()
  return sizes[sizes.length >> 1] ?? 0
}
