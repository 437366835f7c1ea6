import type { Levels } from '@shared/levels'
import type { GridSamples } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { bandRaster } from '../../../src-renderer/plots/raster'
import { gridOf } from './samples'

const colours = ['#010000', '#020000', '#030000', '#040000']
const range = { min: 0, max: 4 }

/** f at five times five samples, at 0 … 4, with levels at 1, 2 and 3. */
function samplesOf(f: (x: number, y: number) => number): GridSamples {
  const levels: Levels = { values: [1, 2, 3], spacing: 'even', origin: 0, range: null }
  return { ...gridOf(f, range, range, 5), levels }
}

/** The bands of the pixels at these columns and rows, row by row; 0: transparent. */
function bands(f: (x: number, y: number) => number, across: readonly number[], up: readonly number[]): number[] {
  const pixels = bandRaster(samplesOf(f), colours, Float64Array.from(across), Float64Array.from(up))
  const places = Array.from({ length: across.length * up.length }, (_, pixel) => 4 * pixel)
  for (const at of places) expect([0, 255]).toContain(pixels[at + 3])
  return places.map((at) => pixels[at] as number)
}

const each = [0, 1, 2, 3, 4]

describe('the picture of the bands', () => {
  it('shows at each pixel the band of f there, a level itself with the one above it', () => {
    expect(bands((x) => x, [0.5, 0.99, 1, 1.5, 2.5, 3, 4], [2])).toEqual([1, 1, 2, 2, 3, 4, 4])
    // Bilinear: x·y at (1.5, 1.5) is 2.25.
    expect(bands((x, y) => x * y, [1.5], [1.3, 1.4, 1.5])).toEqual([2, 3, 3])
  })

  it('continues to its edge what is beyond the middles of the samples', () => {
    expect(bands((x, y) => x + y, [-0.5, 4.5], [-0.5, 4.5])).toEqual([1, 4, 4, 4])
  })

  it('shows across a jump the nearer side, without a ramp', () => {
    const jump = (x: number) => (x < 1.5 ? 0 : 3.5)
    const places = [1.1, 1.4, 1.6, 1.9]
    // A grid that does not know of the break has a ramp there.
    expect(bands(jump, places, [2])).toEqual([1, 2, 3, 4])
    const samples = samplesOf(jump)
    const edges = Int32Array.from(each, (row) => 2 * (5 * row + 1))
    const half = Float64Array.from(each, () => 0.5)
    const cut = { ...samples, cuts: { edges, at: half, before: half, after: half } }
    const pixels = bandRaster(cut, colours, Float64Array.from(places), Float64Array.of(2.2))
    expect([0, 4, 8, 12].map((at) => pixels[at])).toEqual([1, 1, 4, 4])
  })

  it('is transparent where f is not defined, up to the edge of the picture', () => {
    const undefinedAt = (isIn: (x: number, y: number) => boolean) => (x: number, y: number) => (isIn(x, y) ? NaN : 2.5)
    expect(
      bands(
        undefinedAt((x) => x === 4),
        each,
        [2]
      )
    ).toEqual([3, 3, 3, 3, 0])
    expect(
      bands(
        undefinedAt((x) => x === 0),
        each,
        [2]
      )
    ).toEqual([0, 3, 3, 3, 3])
    expect(
      bands(
        undefinedAt((_, y) => y === 4),
        [2],
        each
      )
    ).toEqual([3, 3, 3, 3, 0])
    expect(
      bands(
        undefinedAt((_, y) => y === 0),
        [2],
        each
      )
    ).toEqual([0, 3, 3, 3, 3])
    expect(
      bands(
        undefinedAt((x) => x > 0 && x < 3),
        each,
        [2]
      )
    ).toEqual([3, 0, 0, 3, 3])
  })

  it('has no spot at a hole, which is no area', () => {
    expect(bands((x, y) => (x === 2 && y === 2 ? NaN : x), each, [2])).toEqual([1, 2, 4, 4, 4])
    expect(bands((x) => (x === 2 ? NaN : x), each, [0, 4])).toEqual([1, 2, 4, 4, 4, 1, 2, 4, 4, 4])
  })
})
