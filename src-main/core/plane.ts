import type { Body, GridSamples } from '@shared/protocol'
import type { Objective } from './objective'
import { type Pulse, steady } from './pulse'
import { spaced } from './spaced'

/** Samples between two beats, as over two variables: see `grid.ts`. */
const samplesPerBeat = 16

/**
 * f at origin + x·across + y·up, for x and y evenly spaced over their ranges; without slopes. All three are as long as f
 * has variables: what is missing of them is 0.
 */
export function samplePlane(
  objective: Objective,
  { origin, across, up, x, y, columns, rows }: Omit<Body<'plane'>, 'subject'>,
  pulse: Pulse = steady
): GridSamples {
  const [xs, ys] = [spaced(x, columns), spaced(y, rows)]
  const values = new Float64Array(columns * rows)
  const at = new Float64Array(objective.variables.length)
  for (let place = 0; place < values.length; place++) {
    if (place % samplesPerBeat === 0) pulse.beat()
    const [right, upwards] = [xs[place % columns] as number, ys[Math.floor(place / columns)] as number]
    for (let i = 0; i < at.length; i++) at[i] = (origin[i] ?? 0) + right * (across[i] ?? 0) + upwards * (up[i] ?? 0)
    values[place] = objective.value(at)
  }
  return { columns, rows, values, slopesX: new Float64Array(0), slopesY: new Float64Array(0) }
}
