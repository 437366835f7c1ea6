import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cellOn } from '../../../src-renderer/plots/cell'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { looks } from '../../../src-renderer/plots/look'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { Recorder } from '../../support/recorder'
import { canvas, curveOf, squareCurve, unit } from './samples'

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    return Recorder.of(this).context as never
  } as never)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Steep, so that many samples lie in one column of pixels. */
const curves = {
  'x³': [(x: number) => x ** 3, (x: number) => 3 * x ** 2],
  'tan x': [Math.tan, (x: number) => 1 / Math.cos(x) ** 2],
  '1/(x² + 0.01)': [(x: number) => 1 / (x * x + 0.01), (x: number) => (-2 * x) / (x * x + 0.01) ** 2]
} as const

test.each(Object.entries(curves))('%s and its slope are drawn through their points, however steep', (_, [f, slope]) => {
  const data = { ...squareCurve, point: null, y: null, samples: curveOf(f, slope, unit, 4001) }
  for (const [plot, colour] of [
    [curvePlot(data, canvas), looks.light.curve],
    [slopePlot(data, canvas), looks.light.secant]
  ] as const) {
    const element = document.createElement('canvas')
    const view = cellOn(element)
    view.update(plot, canvas.size, looks.light, 1)
    const points = (plot.config.data.datasets[0]?.data ?? []).filter(({ y }) => !Number.isNaN(y))
    const strokes = Recorder.of(element).ink.filter((ink) => ink.colour === colour && ink.text === null)
    const corners = strokes.flatMap((ink) => ink.corners)
    expect(corners.length).toBeGreaterThan(10)
    const there = new Set(
      points.map(({ x, y }) => view.pixel([x, y])).map(({ x, y }) => `${x.toFixed(3)}, ${y.toFixed(3)}`)
    )
    expect(corners.filter(([x, y]) => !there.has(`${x.toFixed(3)}, ${y.toFixed(3)}`))).toEqual([])
    view.destroy()
  }
})
