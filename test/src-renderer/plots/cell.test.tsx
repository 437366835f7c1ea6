import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CellView, cellOn } from '../../../src-renderer/plots/cell'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { looks, runLook } from '../../../src-renderer/plots/look'
import { lossPlot } from '../../../src-renderer/plots/loss'
import type { Plot } from '../../../src-renderer/plots/plot'
import { slopePlot } from '../../../src-renderer/plots/slope'
import { Recorder } from '../../support/recorder'
import { bowlContour, bowlTrace, canvas, curveOf, squareCurve, unit } from './samples'

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

test('the dash of each run is on the canvas: of its path over the contours, and of its losses', () => {
  const traces = [0.02, 0.05, 0.08, 0.11].map((lr, colour) => bowlTrace([4, 4 - colour], lr, 15, colour))
  const race = { traces, scale: 'linear', spent: null, least: null, step: 15, selected: 0 } as const
  for (const plot of [contourPlot({ ...bowlContour, traces, step: 15 }, canvas), lossPlot(race, canvas)]) {
    const element = document.createElement('canvas')
    const view = cellOn(element)
    view.update(plot, canvas.size, looks.light, 1)
    for (const { colour } of traces) {
      const run = runLook(looks.light, colour)
      // The lines, not the outlines of markers.
      const strokes = Recorder.of(element).ink.filter((ink) => ink.colour === run.colour && ink.corners.length > 14)
      expect(strokes.map(({ dash }) => dash)).toContainEqual(run.dash)
    }
    view.destroy()
  }
})

describe('axes that come to another range', () => {
  const wide = { min: -10, max: 10 }
  const curveOver = (x: { readonly min: number; readonly max: number }, variable = 'x') => {
    const samples = curveOf(
      (at) => at * at,
      (at) => 2 * at,
      x,
      101
    )
    return curvePlot({ ...squareCurve, variable, point: null, y: { min: 0, max: x.max ** 2 }, x, samples }, canvas)
  }
  const [near, far] = [curveOver(unit), curveOver(wide)]
  /** Where 1 is between the ends of the axis at the moment. */
  const placeOfOne = (view: CellView) => {
    const { left, width } = view.area()
    return (view.pixel([1, 0]).x - left) / width
  }
  const placeIn = ({ min, max }: { readonly min: number; readonly max: number }) => (1 - min) / (max - min)
  const show = (view: CellView, plot: Plot) => view.update(plot, canvas.size, looks.light, 1)
  const reduced = { isReduced: false }
  let view: CellView
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame'] })
    vi.stubGlobal('matchMedia', () => ({ matches: reduced.isReduced }))
    reduced.isReduced = false
    view = cellOn(document.createElement('canvas'), { eases: true })
    show(view, near)
  })
  afterEach(() => {
    view.destroy()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('do so in steps, and stand there in the end', () => {
    show(view, far)
    const seen = Array.from({ length: 20 }, () => {
      vi.advanceTimersByTime(16)
      return placeOfOne(view)
    })
    expect(seen[0]).toBeLessThan(placeIn(unit))
    expect(seen[0]).toBeGreaterThan(placeIn(wide))
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
    expect(new Set(seen).size).toBeGreaterThan(8)
    expect(seen.at(-1)).toBeCloseTo(placeIn(wide), 12)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('go on when the picture becomes finer meanwhile', () => {
    show(view, far)
    vi.advanceTimersByTime(48)
    const before = placeOfOne(view)
    show(view, curveOver(wide))
    expect(placeOfOne(view)).toBeCloseTo(before, 12)
    vi.advanceTimersByTime(300)
    expect(placeOfOne(view)).toBeCloseTo(placeIn(wide), 12)
  })

  test.each<[string, () => void]>([
    ['are in motion', () => show(view, curveOver({ min: -2, max: 2 }))],
    ['belong to another variable', () => show(view, curveOver(unit, 't'))],
    [
      'are looked at by someone who wants no motion',
      () => {
        reduced.isReduced = true
      }
    ]
  ])('stand there at once where they %s', (_, begin) => {
    begin()
    show(view, far)
    expect(placeOfOne(view)).toBeCloseTo(placeIn(wide), 12)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('stand there at once in a picture that is drawn for a file', () => {
    const still = cellOn(document.createElement('canvas'))
    show(still, near)
    show(still, far)
    expect(placeOfOne(still)).toBeCloseTo(placeIn(wide), 12)
    still.destroy()
  })
})
