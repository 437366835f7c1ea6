import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areaOf,
  cellArea,
  cellColumns,
  cellMargins,
  fullMargins,
  shapedMargins
} from '../../../src-renderer/plots/layout'

const size = fc.record({ width: fc.integer({ min: 200, max: 2000 }), height: fc.integer({ min: 200, max: 1500 }) })

test('shapedMargins() gives the area the shape asked for and never makes a margin smaller', () => {
  fc.assert(
    fc.property(size, fc.double({ min: 0.2, max: 5, noNaN: true }), (box, shape) => {
      for (const margins of [fullMargins, cellMargins]) {
        const shaped = shapedMargins(box, margins, shape)
        const area = areaOf(box, shaped)
        expect(area.width / area.height).toBeCloseTo(shape, 4)
        for (const side of ['left', 'right', 'top', 'bottom'] as const) {
          expect(shaped[side]).toBeGreaterThanOrEqual(margins[side] - 1e-9)
        }
      }
    }),
    { seed: 3, numRuns: 200 }
  )
})

test('sixteen plots are four by four, four are two by two', () => {
  expect(cellColumns(16, { width: 940, height: 560 })).toBe(4)
  expect(cellColumns(16, { width: 700, height: 420 })).toBe(4)
  expect(cellColumns(4, { width: 940, height: 560 })).toBe(2)
})

test('cells lie inside the sheet and do not touch', () => {
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 16 }), (box, count) => {
      const cells = Array.from({ length: count }, (_, index) => cellArea(index, count, box))
      cells.forEach((cell, index) => {
        expect(cell.left + cell.width).toBeLessThanOrEqual(box.width + 1e-6)
        expect(cell.top + cell.height).toBeLessThanOrEqual(box.height + 1e-6)
        for (const other of cells.slice(index + 1)) {
          const apart =
            cell.left + cell.width <= other.left ||
            cell.top + cell.height <= other.top ||
            other.left + other.width <= cell.left
          expect(apart).toBe(true)
        }
      })
    }),
    { seed: 4, numRuns: 100 }
  )
})
