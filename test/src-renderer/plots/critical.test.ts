import type { CriticalPoint } from '@shared/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contourPlot } from '../../../src-renderer/plots/contour'
import { criticalLegend } from '../../../src-renderer/plots/critical'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { type Frame, framePixel } from '../../../src-renderer/plots/frame'
import type { Mark } from '../../../src-renderer/plots/marks'
import { surfaceMarks } from '../../../src-renderer/plots/surface'
import { surfaceScene } from '../../../src-renderer/plots/surface-scene'
import { bowlContour, bowlSurface, canvas, squareCurve, unit } from './samples'

const frame: Frame = { area: { left: 64, top: 12, width: 380, height: 270 }, x: unit, y: unit }

const kinds = ['minimum', 'maximum', 'saddle', 'level'] as const
const pointAt = (kind: CriticalPoint['kind'], x: number, y: number): CriticalPoint => ({
  x,
  y,
  value: 0,
  kind,
  decided: true
})

/** Those of Himmelblau's function, to two digits. */
const himmelblau = [
  pointAt('minimum', 3, 2),
  pointAt('minimum', 3.58, -1.85),
  pointAt('minimum', -3.78, -3.28),
  pointAt('minimum', -2.81, 3.13),
  pointAt('saddle', 3.39, 0.07),
  pointAt('saddle', 0.09, 2.88),
  pointAt('saddle', -3.07, -0.08),
  pointAt('saddle', -0.13, -1.95),
  pointAt('maximum', -0.27, -0.92)
]

const of = <Name extends Mark['mark']>(marks: readonly Mark[], name: Name) =>
  marks.filter((mark): mark is Extract<Mark, { mark: Name }> => mark.mark === name)

test('every critical point has the sign of its kind where it is, and each sign is explained once', () => {
  const { above } = contourPlot({ ...bowlContour, critical: himmelblau }, canvas)
  const signs = of(above, 'sign')
  expect(signs.slice(0, 9).map(({ kind, at }) => ({ kind, at }))).toEqual(
    himmelblau.map(({ kind, x, y }) => ({ kind, at: [x, y] }))
  )
  expect(signs.slice(9).map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'saddle'])
  const names = of(above, 'text').map(({ text }) => text)
  expect(['minimum', 'maximum', 'saddle'].every((name) => names.includes(name))).toBe(true)
})

test('a plot without critical points, and a small one, have no legend', () => {
  expect(of(contourPlot(bowlContour, canvas).above, 'sheet')).toEqual([])
  const small = { ...canvas, room: 'cell' as const, size: { width: 200, height: 150 } }
  expect(of(contourPlot({ ...bowlContour, critical: himmelblau }, small).above, 'sheet')).toEqual([])
  expect(criticalLegend([pointAt('saddle', 40, 0)], frame, canvas)).toEqual({ marks: [], covers: [] })
})

test('the legend is inside the plot and covers no sign where any place for it is free', () => {
  const point = fc.record({
    kind: fc.constantFrom(...kinds),
    x: fc.double({ min: -4.8, max: 4.8, noNaN: true }),
    // The upper quarter stays free.
    y: fc.double({ min: -4.8, max: 2.5, noNaN: true })
  })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), fc.boolean(), (found, narrow) => {
      const seen: Frame = narrow ? { ...frame, area: { ...frame.area, width: 150 } } : frame
      const points = found.map(({ kind, x, y }) => pointAt(kind, x, y))
      const { marks, covers } = criticalLegend(points, seen, canvas)
      const [card] = of(marks, 'sheet')[0]?.cells ?? []
      const corners = (card ?? []).map((place) => framePixel(seen, place))
      const [low, high] = [corners[0], corners[2]]
      if (!low || !high) throw new Error('There is no legend.')
      expect(low.x).toBeGreaterThan(seen.area.left)
      expect(high.x).toBeLessThan(seen.area.left + seen.area.width)
      expect(low.y).toBeGreaterThan(seen.area.top)
      expect(high.y).toBeLessThan(seen.area.top + seen.area.height)
      expect(of(marks, 'sign')).toHaveLength(new Set(found.map(({ kind }) => kind)).size)
      const isCovered = points.some(({ x, y }) => {
        const at = framePixel(seen, [x, y])
        return at.x > low.x && at.x < high.x && at.y > low.y && at.y < high.y
      })
      if (!narrow) expect(isCovered).toBe(false)
      expect(covers.length).toBeGreaterThan(20)
    }),
    { seed: 63, numRuns: 300 }
  )
})

test('hovering over a sign says what it is, where and how high', () => {
  const critical = [{ ...pointAt('saddle', 0.0866775, 2.8842547), value: 67.719151 }]
  const { readout } = contourPlot({ ...bowlContour, critical }, canvas)
  expect(readout([0.1, 2.9])).toEqual({
    at: [0.0866775, 2.8842547],
    lines: ['saddle', 'x0 = 0.0866775, x1 = 2.88425', 'f = 67.7192']
  })
  expect(readout([1, 1])?.lines).toHaveLength(2)
})

test('the lowest point is a star on contour, surface and curve, and hovering over it says so', () => {
  const lowest = { x: 1, y: -2, value: 0.25 }
  const contour = contourPlot({ ...bowlContour, lowest }, canvas)
  expect(of(contour.above, 'sign')).toMatchObject([{ kind: 'lowest', at: [1, -2] }, { kind: 'lowest' }])
  expect(of(contour.above, 'text').map(({ text }) => text)).toContain(canvas.words.kinds.lowest)
  expect(contour.readout([1.02, -2])).toEqual({
    at: [1, -2],
    lines: [canvas.words.kinds.lowest, 'x0 = 1, x1 = −2', 'f = 0.25']
  })
  expect(contour.readout([3, 3])?.lines[0]).not.toBe(canvas.words.kinds.lowest)
  const scene = surfaceScene(bowlSurface, canvas.look, canvas.words, { corners: 20, parts: 20, ratio: 1 })
  const marks = surfaceMarks({ ...bowlSurface, lowest }, scene, canvas.look, canvas.words)
  expect(of(marks, 'sign')).toMatchObject([{ kind: 'lowest', at: [1, -2, 0.25] }])
  const curve = curvePlot({ ...squareCurve, lowest: { x: 0, value: 0 } }, canvas)
  expect(of(curve.above, 'sign')).toMatchObject([{ kind: 'lowest', at: [0, 0] }])
})
