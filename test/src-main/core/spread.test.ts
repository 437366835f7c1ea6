import { spreadPoints } from '@core/spread'
import { expect, test } from 'vitest'

test('the first point is the middle, and all lie within the ranges, either way round', () => {
  const points = spreadPoints(
    [
      { min: -1, max: 3 },
      { min: 8, max: 2 }
    ],
    100
  )
  expect([...(points[0] ?? [])]).toEqual([1, 5])
  for (const [x = Number.NaN, y = Number.NaN] of points) {
    expect(x >= -1 && x <= 3 && y >= 2 && y <= 8).toBe(true)
  }
})

test.each([1, 2, 3, 4])('sixteen times 2^n points leave none of 2^n equal parts empty in %d dimensions', (n) => {
  const unit = Array.from({ length: n }, () => ({ min: 0, max: 1 }))
  const parts = spreadPoints(unit, 16 * 2 ** n).map((point) =>
    [...point].map((share) => Math.floor(2 * share)).join('')
  )
  const counts = [...new Set(parts)].map((part) => parts.filter((other) => other === part).length)
  expect(counts).toHaveLength(2 ** n)
  for (const count of counts) expect(Math.abs(count - 16)).toBeLessThanOrEqual(6)
})
