import { levelLines } from '@core/contour/lines'
import { contourLevels } from '@shared/levels'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { curvePlot } from '../../../src-renderer/plots/curve'
import type { Plot } from '../../../src-renderer/plots/plot'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { surfaceMarks } from '../../../src-renderer/plots/surface'
import { surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { bowlContour, bowlSurface, canvas, squareCurve } from './samples'

const wild = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1e308, -1e308, Number.MAX_VALUE, 5e-324, Infinity, -Infinity, NaN, 1, 1 + 2 ** -52)
)
const values = (count: number) =>
  fc.array(wild, { minLength: count, maxLength: count }).map((list) => Float64Array.from(list))

function expectFiniteAxes({ config }: Plot): void {
  for (const axis of ['x', 'y']) {
    const { min, max } = config.options?.scales?.[axis] ?? {}
    expect([min, max].every(Number.isFinite), `${axis}: ${min} … ${max}`).toBe(true)
  }
}

test('whatever the values of a curve, its plots have finite axes and points chart.js can place', () => {
  fc.assert(
    fc.property(values(30), values(30), wild, wild, (heights, slopes, value, slope) => {
      const x = Float64Array.from({ length: 30 }, (_, index) => index - 1)
      const data = {
        ...squareCurve,
        samples: { x, values: heights, slopes, seconds: slopes, breaks: [], bends: [], tooMany: false },
        point: { at: 3, value, slope },
        secant: { from: { x: 3, value }, to: { x: 4, value: slope }, slope: value }
      }
      for (const plot of [curvePlot(data, canvas), slopePlot(data, canvas)]) expectFiniteAxes(plot)
    }),
    { seed: 21, numRuns: 300 }
  )
})

test('whatever the values of a grid, contour and surface can be drawn', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(values(49), values(49), wild, (heights, slopes, value) => {
      const field = { value: (x: number, y: number) => heights[7 * y + x] ?? NaN, guards: 0, guardsAt: () => [] }
      const levels = contourLevels(heights)
      const places = Float64Array.of(0, 1, 2, 3, 4, 5, 6)
      const lattice = { xs: places, ys: places, values: heights, breaks: new Map() }
      const lines = levelLines(field, lattice, levels.values)
      const samples = {
        ...bowlContour.samples,
        columns: 7,
        rows: 7,
        values: heights,
        slopesX: slopes,
        slopesY: heights,
        levels,
        lines
      }
      const point = { x: 1, y: 2, value, slopeX: value, slopeY: 1 }
      expectFiniteAxes(
        contourPlot({ ...bowlContour, samples, point, field: { towards: 'descent', density: 8 }, both: true }, canvas)
      )
      for (const style of ['shaded', 'wireframe'] as const) {
        const data = { ...bowlSurface, samples, point, style }
        const scene = surfaceScene(data, canvas.look, canvas.words, { corners: 9, parts: 9, ratio: 1 })
        expect(Number.isFinite(scene.box.z.max - scene.box.z.min)).toBe(true)
        surfaceMarks(data, scene, canvas.look, canvas.words)
      }
    }),
    { seed: 22, numRuns: 150 }
  )
})
