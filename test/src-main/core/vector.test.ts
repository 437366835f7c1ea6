import { distance, norm } from '@core/vector'
import { expect, test } from 'vitest'

test('norm is right where squares overflow or vanish', () => {
  expect(norm([3, 4])).toBe(5)
  expect(norm([3e200, 4e200]) / 1e200).toBeCloseTo(5, 12)
  expect(norm([3e-200, 4e-200]) / 1e-200).toBeCloseTo(5, 12)
  expect(norm([])).toBe(0)
  expect(norm([0, 0])).toBe(0)
  expect(norm([1, Number.NaN])).toBeNaN()
})

test('a distance is the same both ways, and right where its square would overflow', () => {
  expect(distance([1, 2], [4, 6])).toBe(5)
  expect(distance([4, 6], [1, 2])).toBe(5)
  expect(distance([1.5e200, 0], [-1.5e200, -4e200]) / 1e200).toBeCloseTo(5, 12)
})
