import { blank } from '@shared/experiment/edit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { surfaceSize } from '../../../src-renderer/figures/sampling'

const { surface } = blank().view
const cellsOf = (spacing: number | null, length: number) => {
  const range = { min: -1, max: length - 1 }
  const { columns, rows } = surfaceSize({ ...surface, spacing }, { x: range, y: { min: 0, max: 5 } })
  return [columns - 1, rows - 1]
}

test('a surface has cells enough to look smooth, however far apart its grid lines are', () => {
  expect(cellsOf(null, 10)).toEqual([100, 100])
  expect(cellsOf(0.3, 10)).toEqual([132, 102])
  expect(cellsOf(100, 10)).toEqual([100, 100])
})

test('grid lines run through samples, unless there are too many of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (lines, spacing) => {
      const [cells = NaN] = cellsOf(spacing, lines * spacing)
      expect(cells % lines).toBe(0)
      expect(cells).toBeGreaterThanOrEqual(100)
      expect(cells).toBeLessThanOrEqual(200)
    }),
    { seed: 31 }
  )
  expect(cellsOf(1e-9, 10)[0]).toBe(200)
})
