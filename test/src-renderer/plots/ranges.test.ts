import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf, cellArea, cellMargins, fullMargins } from '../../../src-renderer/plots/layout'
import { grownRange, quantile, squareRanges, valueRange, zoomed } from '../../../src-renderer/plots/ranges'

const seed = { seed: 20_240_601, numRuns: 200 }
const interval = fc
  .tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0.01, max: 200, noNaN: true }))
  .map(([min, length]) => ({ min, max: min + length }))
const size = fc.record({ width: fc.integer({ min: 200, max: 2000 }), height: fc.integer({ min: 150, max: 1500 }) })
const length = (range: { min: number; max: number }) => range.max - range.min

test('squareRanges() makes one unit equally many pixels on both axes and keeps all that was visible', () => {
  fc.assert(
    fc.property(interval, interval, size, (x, y, box) => {
      const wide = squareRanges(x, y, box)
      const area = areaOf(box, fullMargins)
      expect(area.width / length(wide.x)).toBeCloseTo(area.height / length(wide.y), 6)
      for (const [inner, outer] of [[x, wide.x] as const, [y, wide.y] as const]) {
        expect(outer.min).toBeLessThanOrEqual(inner.min + 1e-9)
        expect(outer.max).toBeGreaterThanOrEqual(inner.max - 1e-9)
        expect(outer.min + outer.max).toBeCloseTo(inner.min + inner.max, 6)
      }
    }),
    seed
  )
})

test('squareRanges() fits the small plots of a sheet as well', () => {
  const box = { width: 940, height: 480 }
  const wide = squareRanges({ min: -5, max: 5 }, { min: -5, max: 5 }, box, 4)
  const area = areaOf(cellArea(0, 4, box), cellMargins)
  expect(area.width / length(wide.x)).toBeCloseTo(area.height / length(wide.y), 6)
})

test('squareRanges() leaves one of the two ranges as it was', () => {
  fc.assert(
    fc.property(interval, interval, size, (x, y, box) => {
      const wide = squareRanges(x, y, box)
      expect(Math.min(length(wide.x) / length(x), length(wide.y) / length(y))).toBeCloseTo(1, 9)
    }),
    seed
  )
})

test('valueRange() shows every value of a curve without poles', () => {
  for (const f of [(x: number) => x * x, (x: number) => x ** 8, Math.exp, Math.sin, (x: number) => x ** 3 - 3 * x]) {
    const values = Float64Array.from({ length: 501 }, (_, index) => f(-3 + (6 * index) / 500))
    const range = valueRange(values)
    expect(range.min).toBeLessThanOrEqual(Math.min(...values))
    expect(range.max).toBeGreaterThanOrEqual(Math.max(...values))
  }
})

test('valueRange() does not let a pole flatten the rest', () => {
  for (const f of [(x: number) => 1 / x, (x: number) => 1 / (x * x), Math.tan]) {
    const values = Float64Array.from({ length: 800 }, (_, index) => f(-5 + (10 * index) / 799))
    expect(length(valueRange(values))).toBeLessThan(60)
    expect(Math.max(...values)).toBeGreaterThan(100)
  }
})

test('valueRange() always holds the marked values, ignores what is not finite, and never has no length', () => {
  const values = [1, NaN, Infinity, 2, -Infinity]
  const range = valueRange(values, [40, NaN])
  expect(range.max).toBeGreaterThan(40)
  expect(length(valueRange([3, 3, 3]))).toBeGreaterThan(0)
  expect(length(valueRange([]))).toBeGreaterThan(0)
})

test('grownRange() follows a run that leaves, but not one that diverges', () => {
  expect(grownRange(unitRange, [0, 0.5])).toEqual(unitRange)
  expect(grownRange(unitRange, [0, 1.4]).max).toBeGreaterThan(1.4)
  expect(length(grownRange(unitRange, [1e30, NaN, -1e30], 4))).toBeLessThan(9)
})

const unitRange = { min: -1, max: 1 }

test('zoomed() keeps the place under the pointer and undoes itself', () => {
  fc.assert(
    fc.property(
      interval,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (range, share, factor) => {
        const about = range.min + share * length(range)
        const near = zoomed(range, about, factor)
        expect((about - near.min) / length(near)).toBeCloseTo(share, 6)
        const back = zoomed(near, about, 1 / factor)
        expect(back.min).toBeCloseTo(range.min, 6)
        expect(back.max).toBeCloseTo(range.max, 6)
      }
    ),
    seed
  )
})

test('quantile() is the median of an odd list and the mean of the middle two of an even one', () => {
  expect(quantile([1, 5, 9], 0.5)).toBe(5)
  expect(quantile([1, 5, 7, 9], 0.5)).toBe(6)
})
