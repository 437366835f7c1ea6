import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { freeSpot, roughWidth } from '../../../src-renderer/plots/labels'
import type { Mark } from '../../../src-renderer/plots/marks'
import { canvas, squareCurve } from './samples'

const area = { left: 50, top: 10, width: 500, height: 400 }

test('a text stands beside its place where nothing is in the way', () => {
  expect(freeSpot({ x: 300, y: 200 }, 80, 12, area, [])).toEqual({ dx: 14, dy: -14 })
})

test('a text avoids a line that has room on one side', () => {
  const rising = Array.from({ length: 400 }, (_, index) => ({ x: 100 + index, y: 400 - index }))
  const at = { x: 300, y: 200 }
  const { dx, dy } = freeSpot(at, 80, 12, area, rising)
  for (const { x, y } of rising) {
    const inside = x > at.x + dx && x < at.x + dx + 80 && y > at.y + dy - 12 && y < at.y + dy
    expect(inside).toBe(false)
  }
})

test('a text is never cut off, wherever its place is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 550 }), fc.integer({ min: 10, max: 410 }), (x, y) => {
      const { dx, dy } = freeSpot({ x, y }, 120, 12, area, [])
      expect(x + dx).toBeGreaterThanOrEqual(area.left)
      expect(x + dx + 120).toBeLessThanOrEqual(area.left + area.width)
      expect(y + dy - 12).toBeGreaterThanOrEqual(area.top)
      expect(y + dy).toBeLessThanOrEqual(area.top + area.height)
    }),
    { seed: 8, numRuns: 200 }
  )
})

test('the names of secant and tangent do not cover each other when h is small', () => {
  const point = { at: 3, value: 9, slope: 6 }
  const secant = { from: { x: 3, value: 9 }, to: { x: 3.0001, value: 9.00060001 }, slope: 6.0001 }
  const { above } = curvePlot({ ...squareCurve, point, secant }, canvas)
  const [first, second] = above.filter((mark): mark is Extract<Mark, { mark: 'text' }> => mark.mark === 'text')
  if (!first || !second) throw new Error('two texts')
  const apart =
    Math.abs(first.dy - second.dy) >= 13 ||
    first.dx + roughWidth(first.text, 13) < second.dx ||
    second.dx + roughWidth(second.text, 13) < first.dx
  expect(apart).toBe(true)
})

test('Japanese letters are taken for square', () => {
  expect(roughWidth('割線', 12)).toBe(24)
  expect(roughWidth('ab', 10)).toBeCloseTo(11.6, 9)
})
