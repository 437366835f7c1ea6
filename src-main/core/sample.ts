import type { Interval } from '@shared/experiment/experiment'
import type { CurveSamples, GridSamples } from '@shared/protocol'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'

/** Samples between two beats: the longest formula there can be takes milliseconds for one with its gradient. */
const samplesPerBeat = 16

/** What is not sampled over: the other coordinates are held at `point`, by default 0. */
export interface Held {
  readonly point?: ArrayLike<number>
  readonly pulse?: Pulse
}

/**
 * f and its exact slope, `second` also with its second derivative, at equally spaced x along one coordinate, by default the first; both ends are
 * included. The range may be given either way round; x ascends.
 */
export function sampleCurve(
  objective: Objective,
  range: Interval,
  samples: number,
  options: Held & { readonly along?: number; readonly second?: boolean } = {}
): CurveSamples {
  const { along = 0, point = origin(objective), second = false, pulse = steady } = options
  const x = spaced(range, samples)
  const values = new Float64Array(samples)
  const slopes = new Float64Array(samples)
  const seconds = new Float64Array(second ? samples : 0)
  const at = Float64Array.from(point)
  const gradient = new Float64Array(objective.variables.length)
  for (let i = 0; i < samples; i++) {
    if (i % samplesPerBeat === 0) pulse.beat()
    at[along] = x[i] as number
    values[i] = objective.gradientInto(at, gradient)
    slopes[i] = gradient[along] as number
    if (second) seconds[i] = objective.hessian(at)[along]?.[along] ?? Number.NaN
  }
  return { x, values, slopes, seconds, breaks: [] }
}

/**
 * f on a grid over two coordinates, `axes` (horizontal, vertical), by default the first two; with the exact slopes
 * in both if `gradient`, otherwise those are empty. Where both axes are the same, the vertical one counts.
 */
export function sampleGrid(
  objective: Objective,
  rangeX: Interval,
  rangeY: Interval,
  columns: number,
  rows: number,
  options: Held & { readonly axes?: readonly [number, number]; readonly gradient?: boolean } = {}
): GridSamples {
  const { axes = [0, 1], point = origin(objective), gradient = false, pulse = steady } = options
  const [horizontal, vertical] = axes
  const [xs, ys] = [spaced(rangeX, columns), spaced(rangeY, rows)]
  const values = new Float64Array(columns * rows)
  const slopesX = new Float64Array(gradient ? columns * rows : 0)
  const slopesY = new Float64Array(gradient ? columns * rows : 0)
  const at = Float64Array.from(point)
  const slopes = new Float64Array(objective.variables.length)
  for (let place = 0; place < values.length; place++) {
    if (place % samplesPerBeat === 0) pulse.beat()
    at[horizontal] = xs[place % columns] as number
    at[vertical] = ys[Math.floor(place / columns)] as number
    if (gradient) {
      values[place] = objective.gradientInto(at, slopes)
      slopesX[place] = slopes[horizontal] as number
      slopesY[place] = slopes[vertical] as number
    } else values[place] = objective.value(at)
  }
  return { columns, rows, values, slopesX, slopesY }
}

function origin(objective: Objective): Float64Array {
  return new Float64Array(objective.variables.length)
}

/** `count` ascending numbers from the lower to the upper end, so formed that −5 … 5 in hundredths hits every 0.1 exactly. */
export function spaced({ min, max }: Interval, count: number): Float64Array {
  const [low, high] = min <= max ? [min, max] : [max, min]
  const last = count - 1
  const places = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const place = last === 0 ? low : (low * (last - i) + high * i) / last
    // Overflow: near the largest double nobody looks for round numbers.
    places[i] = Number.isFinite(place) ? place : low * ((last - i) / last) + high * (i / last)
  }
  return places
}
