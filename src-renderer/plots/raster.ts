import { bandOf } from '@shared/levels'
import type { GridSamples } from '@shared/protocol'
import { cutsBySample, cutThrough } from './grid'

/** Opaque `#rrggbb` of each band, from below the first level to above the last. */
type Colours = readonly string[]

/** f at a sample; at one without a value between two that have one, as at a hole of x/x, the value beside it. */
function filled({ values, columns, rows }: GridSamples, sample: number): number {
  const value = values[sample] as number
  if (!Number.isNaN(value)) return value
  const ways = [
    { step: 1, at: sample % columns, last: columns - 1 },
    { step: columns, at: Math.floor(sample / columns), last: rows - 1 }
  ]
  for (const { step, at, last } of ways) {
    if (at === 0 || at === last) continue
    const [before, behind] = [values[sample - step] as number, values[sample + step] as number]
    if (!Number.isNaN(before) && !Number.isNaN(behind)) return behind
  }
  return value
}

/**
 * A picture of the bands between the levels, pixel by pixel from the top, red, green, blue and opacity: transparent where
 * f is not defined. Between samples f is taken to be bilinear, but across a break the nearest sample counts. `across`
 * and `up`: where pixels lie in columns and rows of the grid.
 */
export function bandRaster(
  samples: GridSamples,
  colours: Colours,
  across: Float64Array,
  up: Float64Array
): Uint8ClampedArray<ArrayBuffer> {
  const { columns, rows, values } = samples
  const levels = samples.levels.values
  const cuts = cutsBySample(samples)
  const paints = colours.map((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)))
  const pixels = new Uint8ClampedArray(4 * across.length * up.length)
  const limit = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1)
  const lefts = Int32Array.from(across, (at) => Math.min(Math.floor(limit(at, columns)), Math.max(columns - 2, 0)))
  const rights = Float64Array.from(across, (at, index) => limit(at, columns) - (lefts[index] as number))
  for (let j = 0; j < up.length; j++) {
    const low = Math.min(Math.floor(limit(up[j] as number, rows)), Math.max(rows - 2, 0))
    const above = limit(up[j] as number, rows) - low
    for (let i = 0; i < across.length; i++) {
      const right = rights[i] as number
      const corner = low * columns + (lefts[i] as number)
      const isOnSample =
        Math.abs(right - Math.round(right)) < onSample && Math.abs(above - Math.round(above)) < onSample
      let value: number
      if (isOnSample || ((cuts[corner] as number) & cutThrough.cell) !== 0) {
        value = filled(samples, corner + (right < 0.5 ? 0 : 1) + (above < 0.5 ? 0 : columns))
      } else {
        const bottom = values[corner] as number
        const top = values[corner + columns] as number
        const from = bottom + right * ((values[corner + 1] as number) - bottom)
        value = from + above * (top + right * ((values[corner + columns + 1] as number) - top) - from)
      }
      const paint = paints[bandOf(levels, value)]
      if (!paint) continue
      const at = 4 * (j * across.length + i)
      pixels[at] = paint[0] as number
      pixels[at + 1] = paint[1] as number
      pixels[at + 2] = paint[2] as number
      pixels[at + 3] = 255
    }
  }
  return pixels
}

/** In columns and rows: a pixel this near to a sample is on it. */
const onSample = 1e-3
