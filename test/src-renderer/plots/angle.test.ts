import fc from 'fast-check'
import { expect, test } from 'vitest'
import { degreesOf, unitVector, wholeDegrees } from '../../../src-renderer/plots/angle'

test('a direction is the direction of its unit vector', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 35_999 }), (hundredths) => {
      const [x, y] = unitVector(hundredths / 100)
      expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
      expect(degreesOf(x, y)).toBeCloseTo(hundredths / 100, 9)
    }),
    { seed: 51, numRuns: 500 }
  )
})

test('quarter turns are exact', () => {
  const quarters = [0, 90, 180, 270, 360, -90].map((degrees) => unitVector(degrees).map((part) => part + 0))
  expect(quarters).toEqual([
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
    [1, 0],
    [0, -1]
  ])
})

test('directions are told from 0 to below 360', () => {
  expect([degreesOf(1, -1e-9), degreesOf(1, 0), degreesOf(-1, -0), degreesOf(0, -2)]).toEqual([0, 0, 180, 270])
  expect([359.6, -0.4, -90, 725].map(wholeDegrees)).toEqual([0, 0, 270, 5])
})
