import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between } from '../../../src-renderer/plots/ease'

const range = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -6, max: 6, noNaN: true }))
  .map(([min, length]) => ({ min, max: min + 10 ** length }))

test('an axis leaves its old range and comes to its new one exactly, and both of its ends go only forwards', () => {
  fc.assert(
    fc.property(range, range, (from, to) => {
      expect(between(from, to, 0)).toEqual(from)
      expect(between(from, to, 1)).toEqual(to)
      const way = Array.from({ length: 21 }, (_, index) => between(from, to, index / 20))
      for (const end of ['min', 'max'] as const) {
        const sign = Math.sign(to[end] - from[end])
        const rounding = 1e-9 * (Math.abs(from[end]) + Math.abs(to[end])) + 1e-300
        for (const [index, { [end]: at }] of way.slice(1).entries())
          expect((at - (way[index]?.[end] ?? NaN)) * sign).toBeGreaterThanOrEqual(-rounding)
      }
      for (const { min, max } of way) expect(max).toBeGreaterThan(min)
    }),
    { seed: 20, numRuns: 500 }
  )
})

test('halfway of the way to a range a hundred times as long it is ten times as long', () => {
  const { min, max } = between({ min: -1, max: 1 }, { min: -100, max: 100 }, 1 - 0.5 ** (1 / 3))
  expect(max - min).toBeCloseTo(20, 9)
  expect(max + min).toBeCloseTo(0, 9)
})
