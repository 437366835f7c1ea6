import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curvePlot } from '../../../src-renderer/plots/curve'
import { arrowSpot, freeSpot, roughWidth, wrapped } from '../../../src-renderer/plots/labels'
import { areaOf } from '../../../src-renderer/plots/layout'
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

test('the name of a secant does not lie over a steep tangent', () => {
  const point = { at: 3, value: 9, slope: -300 }
  const secant = { from: { x: 3, value: 9 }, to: { x: 3.01, value: 6 }, slope: -300 }
  const { above } = curvePlot({ ...squareCurve, y: { min: -10, max: 80 }, point, secant }, canvas)
  const plot = areaOf(canvas.size)
  const across = plot.width / 10
  const at = { x: plot.left + 4 * across, y: plot.top + plot.height * (71 / 90) }
  const texts = above.flatMap((mark) => (mark.mark === 'text' ? [mark] : []))
  expect(texts).toHaveLength(2)
  for (const {
    text,
    dx,
    dy,
    at: [x = NaN, y = NaN]
  } of texts) {
    const left = plot.left + (x + 1) * across + dx
    const base = plot.top + (plot.height * (80 - y)) / 90 + dy
    // Where the tangent is at the middle of the text's height: down by 300 units for one to the right.
    const line = at.x + (base - 6 - at.y) / ((300 * plot.height) / 90 / across)
    expect(line < left || line > left + roughWidth(text, 13)).toBe(true)
  }
})

test('the name of an arrow is inside the plot and covers neither the arrow nor its opposite', () => {
  const [width, size] = [110, 12]
  fc.assert(
    fc.property(
      fc.record({ x: fc.integer({ min: 60, max: 540 }), y: fc.integer({ min: 20, max: 400 }) }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.integer({ min: 20, max: 100 }),
      (from, angle, length) => {
        const reach = { x: length * Math.cos(angle), y: length * Math.sin(angle) }
        const { x, y } = arrowSpot(from, { x: from.x + reach.x, y: from.y + reach.y }, width, size, area)
        expect(x).toBeGreaterThanOrEqual(area.left)
        expect(x + width).toBeLessThanOrEqual(area.left + area.width)
        expect(y - size).toBeGreaterThanOrEqual(area.top)
        expect(y).toBeLessThanOrEqual(area.top + area.height)
        for (let share = -1; share <= 1; share += 0.1) {
          const at = { x: from.x + share * reach.x, y: from.y + share * reach.y }
          expect(at.x > x && at.x < x + width && at.y > y - size && at.y < y).toBe(false)
        }
      }
    ),
    { seed: 9, numRuns: 500 }
  )
})

test('the name of an arrow with room around it stands beyond its tip', () => {
  const { x, y } = arrowSpot({ x: 200, y: 200 }, { x: 250, y: 200 }, 100, 12, area)
  expect([x, Math.round(y)]).toEqual([258, 204])
})

test('Japanese letters are taken for square, others for narrower', () => {
  expect(roughWidth('割線', 12)).toBe(24)
  expect(roughWidth('ab', 10)).toBeCloseTo(12.4, 9)
})

test('wrapped() keeps every line within the width, and loses nothing but the spaces at its ends', () => {
  const letters = fc.constantFrom(...'abc  .、。傾き誤差')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 60, max: 300 }), (list, width) => {
      const text = list.join('').replaceAll(/ +(?=[、。])/g, '')
      const lines = wrapped(text, 10, width)
      for (const line of lines) {
        // A word is not parted, nor a full stop from its letter.
        const parts = line.match(/[^ ]+/g) ?? []
        expect(roughWidth(line, 10) <= width || parts.length <= 1).toBe(true)
        expect(/^[、。]/.test(line) && line !== lines[0]).toBe(false)
      }
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
    { seed: 10, numRuns: 300 }
  )
  expect(wrapped('ここでは f に傾きがない、ので測れません。', 10, 101)).toEqual([
    'ここでは f に傾きが',
    'ない、ので測れませ',
    'ん。'
  ])
})
