import type { Interval } from '@shared/experiment/experiment'
import type { CurveSamples, GridSamples } from '@shared/protocol'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'

/** Samples between two beats: well below a millisecond for a usual formula. */
const samplesPerBeat = 500

/**
 * f and its exact slope at `samples` equally spaced places of one coordinate, both ends included, the other
 * coordinates held at `point`. The interval may be given either way round; x ascends.
 */
export function curve(
  objective: Objective,
  along: number,
  point: ArrayLike<number>,
  range: Interval,
  samples: number,
  pulse: Pulse = steady
): CurveSamples {
  const x = spaced(range, samples)
  const values = new Float64Array(samples)
  const slopes = new Float64Array(samples)
  const at = Float64Array.from(point)
  const gradient = new Float64Array(objective.variables.length)
  for (let i = 0; i < samples; i++) {
    if (i % samplesPerBeat === 0) pulse.beat()
    at[along] = x[i] as number
    values[i] = objective.gradientInto(at, gradient)
    slopes[i] = gradient[along] as number
  }
  return { x, values, slopes }
}

/**
 * f on a grid over the coordinates `axes` (horizontal, vertical), the others held at `point`; with the two slopes if
 * `withSlopes`, otherwise those are empty. Where both axes are the same coordinate, the vertical one counts.
 */
export function grid(
  objective: Objective,
  axes: readonly [number, number],
  point: ArrayLike<number>,
  x: Interval,
  y: Interval,
  columns: number,
  rows: number,
  withSlopes: boolean,
  pulse: Pulse = steady
): GridSamples {
  const xs = spaced(x, columns)
  const ys = spaced(y, rows)
  const values = new Float64Array(columns * rows)
  const slopesX = new Float64Array(withSlopes ? columns * rows : 0)
  const slopesY = new Float64Array(withSlopes ? columns * rows : 0)
  const at = Float64Array.from(point)
  const gradient = new Float64Array(objective.variables.length)
  const [horizontal, vertical] = axes
  for (let place = 0; place < values.length; place++) {
    if (place % samplesPerBeat === 0) pulse.beat()
    at[horizontal] = xs[place % columns] as number
    at[vertical] = ys[Math.floor(place / columns)] as number
    if (withSlopes) {
      values[place] = objective.gradientInto(at, gradient)
      slopesX[place] = gradient[horizontal] as number
      slopesY[place] = gradient[vertical] as number
    } else values[place] = objective.value(at)
  }
  return { columns, rows, values, slopesX, slopesY }
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
