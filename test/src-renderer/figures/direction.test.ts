import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { degreesOf, unitVector } from '../../../src-renderer/plots/angle'

const slope = fc.double({ min: -1e3, max: 1e3, noNaN: true }).filter((value) => Math.abs(value) > 1e-3)
const product = (a: readonly [number, number], b: readonly [number, number]) => a[0] * b[0] + a[1] * b[1]

describe('the directional derivative', () => {
  it('is greatest along the gradient, where it is its magnitude, and 0 at a right angle to it', () => {
    fc.assert(
      fc.property(slope, slope, fc.integer({ min: 0, max: 359 }), (p, q, degrees) => {
        const size = Math.hypot(p, q)
        const steepest = degreesOf(p, q)
        // The direction is known to a hundredth of a degree.
        expect(product([p, q], unitVector(steepest)) / size).toBeCloseTo(1, 6)
        expect(Math.abs(product([p, q], unitVector(steepest + 90)) / size)).toBeLessThan(1e-4)
        expect(product([p, q], unitVector(degrees))).toBeLessThanOrEqual(size * (1 + 1e-12))
      }),
      { seed: 72, numRuns: 300 }
    )
  })
})
