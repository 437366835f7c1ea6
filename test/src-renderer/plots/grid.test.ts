import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bilinear } from '../../../src-renderer/plots/grid'
import { gridOf, sampled } from './samples'

const x = { min: -2, max: 3 }
const y = { min: 10, max: 11 }

test('bilinear() is exact for functions of the form a + bx + cy + dxy', () => {
  const number = fc.double({ min: -10, max: 10, noNaN: true })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(number, number, number, number, share, share, (a, b, c, d, u, v) => {
      const f = (p: number, q: number) => a + b * p + c * q + d * p * q
      const samples = gridOf(f, x, y, 7)
      const place = [x.min + u * 5, y.min + v] as const
      expect(bilinear({ samples, x, y }, samples.values, ...place)).toBeCloseTo(f(...place), 6)
    }),
    { seed: 7, numRuns: 200 }
  )
})

test('bilinear() is NaN outside and beside a hole, but not on the sound side of it', () => {
  const samples = gridOf((p) => (p > 0.4 ? NaN : p), x, y, 11)
  const at = (p: number) => bilinear({ samples, x, y }, samples.values, p, 10.5)
  expect(at(3.01)).toBeNaN()
  expect(at(0.2)).toBeNaN()
  expect(at(0)).toBeCloseTo(0, 12)
  expect(at(-0.7)).toBeCloseTo(-0.7, 12)
})

test('bilinear() reads nothing across a break, and on both sides of it all the samples', () => {
  const f = (x: number, y: number) => (x < 0.05 ? y : 10 + y)
  const field = { value: f, guards: 1, guardsAt: (x: number) => [x - 0.05] }
  const samples = sampled(field, { min: -1, max: 1 }, { min: 0, max: 1 }, 21)
  const at = (p: number, q: number) => bilinear({ samples, x: samples.x, y: samples.y }, samples.values, p, q)
  expect(samples.cuts.edges).toHaveLength(21)
  for (const q of [0, 0.3, 0.62, 1]) {
    expect(at(0, q)).toBeCloseTo(q, 9)
    expect(at(0.04, q)).toBeNaN()
    expect(at(0.1, q)).toBeCloseTo(10 + q, 9)
    expect(at(-0.13, q)).toBeCloseTo(q, 9)
  }
})
