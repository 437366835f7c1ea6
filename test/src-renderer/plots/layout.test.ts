import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areaOf,
  cellAreas,
  cellColumns,
  cellMargins,
  fullMargins,
  keepsShape,
  plotMargins,
  shapedMargins
} from '../../../src-renderer/plots/layout'

const size = fc.record({ width: fc.integer({ min: 200, max: 2000 }), height: fc.integer({ min: 200, max: 1500 }) })

const shape = fc.double({ min: 0.2, max: 5, noNaN: true })

test('shapedMargins() gives the area the shape asked for and never makes a margin smaller', () => {
  fc.assert(
    fc.property(size, shape, (box, shape) => {
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
    fc.property(size, fc.integer({ min: 1, max: 36 }), fc.option(shape), (box, count, each) => {
      const cells = cellAreas(count, box, each)
      expect(cells).toHaveLength(count)
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

test('plots in cells have the shape asked for, as large as any number of columns lets them be', () => {
  fc.assert(
    fc.property(
      size,
      fc.integer({ min: 1, max: 25 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (box, count, each) => {
        const plotOf = (columns?: number) => {
          const [cell = box] = cellAreas(count, box, each, columns)
          return areaOf(cell, plotMargins(cell, cellMargins, each))
        }
        const { width, height } = plotOf()
        // Elsewhere there would be but strips.
        fc.pre(Math.abs(width / height / each - 1) < 1e-2)
        for (let columns = 1; columns <= count; columns++) {
          const other = plotOf(columns)
          if (Math.abs(other.width / other.height / each - 1) < 1e-2) expect(other.width).toBeLessThanOrEqual(width + 1)
        }
      }
    ),
    { seed: 9, numRuns: 100 }
  )
})

test('a shape that would leave but a strip is not kept', () => {
  const box = { width: 480, height: 480 }
  const kept = (each: number) => keepsShape(box, plotMargins(box, fullMargins, each), each)
  expect([1, 4, 1 / 4, 8, 50, 1 / 50].map(kept)).toEqual([true, true, true, true, false, false])
  expect(areaOf(box, plotMargins(box, fullMargins, 50))).toEqual(areaOf(box))
})
