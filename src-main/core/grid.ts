import type { Interval } from '@shared/experiment/experiment'
import type { GridSamples } from '@shared/protocol'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'
import { spaced } from './spaced'

/** Samples between two beats: the longest formula there can be takes milliseconds for one with its gradient. */
const samplesPerBeat = 16

/**
 * f on a grid over two coordinates, `axes` (horizontal, vertical), by default the first two; with the exact slopes
 * in both if `gradient`, otherwise those are empty. Where both axes are the same, the vertical one counts. The other
 * coordinates are held at `point`, by default 0.
 */
export function sampleGrid(
  objective: Objective,
  rangeX: Interval,
  rangeY: Interval,
  columns: number,
  rows: number,
  options: {
    readonly axes?: readonly [number, number]
    readonly gradient?: boolean
    readonly point?: ArrayLike<number>
    readonly pulse?: Pulse
  } = {}
): GridSamples {
  const {
    axes = [0, 1],
    point = new Float64Array(objective.variables.length),
    gradient = false,
    pulse = steady
  } = options
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
