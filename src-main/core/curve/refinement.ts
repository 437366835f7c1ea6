import type { Interruption, Line } from '../breaks'
import { joined, type Trace, traced } from './trace'

/** A plot is taken to be this large, in pixels … */
const plot = { width: 1000, height: 500 }
/** … and a line that leaves the curve by less than this to be the curve. */
const tolerance = 0.25
/** The trace becomes at most so many times as long, and in places by so many halvings denser, than it was asked for. */
const longest = 4
const mostHalvings = 8
/** The part of what an answer may cost that is left for this. */
const share = 1 / 3

/**
 * The trace with more places where the polyline through it would be seen to leave f, f′ or f″: halfway between two
 * that are too far apart, again and again, the worst first where there are too many. Never across a break. `samples`:
 * how many places were asked for.
 */
export function refined(line: Line, trace: Trace, breaks: readonly Interruption[], samples: number): Trace {
  const width = (trace.x.at(-1) ?? 0) - (trace.x[0] ?? 0)
  if (!(width > 0 && width < Number.POSITIVE_INFINITY)) return trace
  const limits = breaks.flatMap(({ left, right }) => [left, right])
  const steepness = breaks.flatMap(({ slopeLeft, slopeRight }) => [slopeLeft, slopeRight])
  const view: View = {
    pixel: plot.width / width,
    least: width / (samples - 1) / 2 ** (mostHalvings - 0.5),
    values: heightsOf(trace.values, limits.some(isInfinite)),
    slopes: heightsOf(trace.slopes, steepness.some(isInfinite)),
    seconds: heightsOf(trace.seconds, breaks.length > 0)
  }
  let fine = trace
  for (let halving = 0; halving < mostHalvings && !line.isSpent(share); halving++) {
    const room = Math.max(0, longest * samples - fine.x.length)
    const places = halfways(fine, breaks, view).slice(0, room)
    if (places.length === 0) break
    fine = joined(fine, traced(line, Float64Array.from(places).sort(), trace.seconds.length > 0))
  }
  return fine
}

const isInfinite = (limit: number) => Math.abs(limit) === Number.POSITIVE_INFINITY

interface View {
  /** Pixels for a unit of x. */
  readonly pixel: number
  /** Neighbours are not parted that are nearer than this. */
  readonly least: number
  readonly values: Heights
  readonly slopes: Heights
  readonly seconds: Heights
}

/** The vertical axis of a plot. */
interface Heights {
  /** Pixels for a unit; 0 where there is nothing to be seen. */
  readonly pixel: number
  /** What is seen lies between these. */
  readonly low: number
  readonly high: number
}

/** A curve with poles is shown as high as nine tenths of its values are, and at most this many times that beyond. */
const aroundBulk = 2

function heightsOf(values: Float64Array, hasPoles: boolean): Heights {
  const sorted = values.filter(Number.isFinite).sort()
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? 0
  const [least, most] = hasPoles ? [at(0.05), at(0.95)] : [at(0), at(1)]
  const height = most - least
  if (!(height > 0 && height < Number.POSITIVE_INFINITY)) return { pixel: 0, low: least, high: most }
  const around = hasPoles ? aroundBulk * height : Number.POSITIVE_INFINITY
  return { pixel: plot.height / height, low: least - around, high: most + around }
}

/** The places halfway between neighbours whose line is too far from the curve, the farthest first. */
function halfways(trace: Trace, breaks: readonly Interruption[], view: View): number[] {
  const { x, values, slopes, seconds } = trace
  const found: { readonly at: number; readonly off: number }[] = []
  let next = 0
  for (let i = 1; i < x.length; i++) {
    const [from, to] = [x[i - 1] as number, x[i] as number]
    while ((breaks[next]?.at ?? Number.POSITIVE_INFINITY) < from) next++
    if (to - from < view.least || (breaks[next]?.at ?? Number.POSITIVE_INFINITY) <= to) continue
    const off = Math.max(
      offFunction(values, slopes, i, to - from, view),
      offDerivative(slopes, values, i, to - from, view.pixel, view.slopes),
      offDerivative(seconds, slopes, i, to - from, view.pixel, view.seconds)
    )
    if (off > tolerance) found.push({ at: from + (to - from) / 2, off })
  }
  return found.sort((one, other) => other.off - one.off).map(({ at }) => at)
}

/** How many pixels the cubic with these values and slopes at both ends is at most from the line between them, about. */
function offFunction(values: Float64Array, slopes: Float64Array, i: number, step: number, view: View): number {
  const { from, to, mean, rounding } = strokeOf(values, i, step)
  const turns = Math.abs((slopes[i - 1] as number) - mean) + Math.abs((slopes[i] as number) - mean)
  return across((turns * step) / 8 - rounding, step, from, to, view.pixel, view.values)
}

/** The same for a derivative, of which the mean between both ends is known: its course is taken for a parabola. */
function offDerivative(
  derivative: Float64Array,
  whole: Float64Array,
  i: number,
  step: number,
  pixel: number,
  heights: Heights
): number {
  const [from, to] = [derivative[i - 1] as number, derivative[i] as number]
  const { mean, rounding } = strokeOf(whole, i, step)
  return across(1.5 * (Math.abs(mean - from / 2 - to / 2) - rounding / step), step, from, to, pixel, heights)
}

/** From one height to the next: both, the mean slope, and what rounding does to the difference. */
function strokeOf(heights: Float64Array, i: number, step: number) {
  const [from, to] = [heights[i - 1] as number, heights[i] as number]
  return { from, to, mean: (to - from) / step, rounding: 4 * Number.EPSILON * (Math.abs(from) + Math.abs(to)) }
}

/** The line between two heights is in the plot, if it is there at all. */
function isSeen(from: number, to: number, { pixel, low, high }: Heights): boolean {
  return pixel > 0 && Math.max(from, to) >= low && Math.min(from, to) <= high
}

/**
 * A vertical distance from the line between two heights, `step` along, as the distance across it, in pixels; 0 if it is
 * none or not to be seen.
 */
function across(distance: number, step: number, from: number, to: number, pixel: number, heights: Heights): number {
  if (!isSeen(from, to, heights) || !(distance > 0)) return 0
  const [run, climb] = [step * pixel, (to - from) * heights.pixel]
  return (distance * heights.pixel * run) / Math.hypot(run, climb)
}
