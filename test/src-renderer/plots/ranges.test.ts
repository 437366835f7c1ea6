import { quantile } from '@shared/quantile'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calmRange, grownRange, valueRange, zoomed } from '../../../src-renderer/plots/ranges'

const seed = { seed: 20_240_601, numRuns: 200 }
const interval = fc
  .tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0.01, max: 200, noNaN: true }))
  .map(([min, length]) => ({ min, max: min + length }))
const length = (range: { min: number; max: number }) => range.max - range.min

const places = Float64Array.from({ length: 801 }, (_, index) => -5 + index / 80)
const rangeOf = (f: (x: number) => number, poles: readonly number[] = [], marked: readonly number[] = []) =>
  calmRange(places, places.map(f), poles, marked)

test('a smooth curve is seen whole, however sharp its peaks', () => {
  const peak = (x: number) => Math.exp(-200 * x * x)
  for (const f of [(x: number) => x * x, (x: number) => x ** 9, Math.exp, Math.sin, peak]) {
    const { min, max } = rangeOf(f)
    const values = places.map(f)
    expect(min).toBeLessThanOrEqual(Math.min(...values))
    expect(max).toBeGreaterThanOrEqual(Math.max(...values))
    expect(max - min).toBeCloseTo(1.12 * (Math.max(...values) - Math.min(...values)), 6)
  }
})

const turns = (count: number) => Array.from({ length: 2 * count }, (_, index) => (index - count + 0.5) * Math.PI)

test.each<readonly [string, (x: number) => number, readonly number[], number, number]>([
  ['1/x', (x) => 1 / x, [0], 4, 8],
  ['1/x²', (x) => 1 / (x * x), [0], 6, 14],
  ['tan x', Math.tan, turns(2), 4, 8],
  ['tan 20x', (x) => Math.tan(20 * x), turns(32).map((pole) => pole / 20), 2, 12],
  ['log x', Math.log, [0], 1.6, 2.2],
  ['x + 1/(x − 1)', (x) => x + 1 / (x - 1), [1], 5, 15]
])('a pole does not flatten the rest: %s', (_, f, poles, least, most) => {
  const { max } = rangeOf(f, poles)
  expect(max).toBeGreaterThan(least)
  expect(max).toBeLessThan(most)
})

test('log x is followed some way down to its pole', () => {
  const { min } = rangeOf(Math.log, [0])
  expect(min).toBeLessThan(-2)
  expect(min).toBeGreaterThan(-4)
})

test('a marked value is in the range, but does not pull it up a pole', () => {
  expect(rangeOf(Math.sin, [], [40, NaN]).max).toBeGreaterThan(40)
  const calm = rangeOf((x) => 1 / x, [0])
  expect(rangeOf((x) => 1 / x, [0], [calm.max + 2]).max).toBeGreaterThan(calm.max + 2)
  expect(rangeOf((x) => 1 / x, [0], [1e6])).toEqual(calm)
})

test('any values make a range with a finite length, one that shows them unless they are at the end of the doubles', () => {
  const wild = fc.oneof(fc.double(), fc.constantFrom(1e300, -1e300, 1e308, -1e308, 0, 5e-324))
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 20 }), (values) => {
      const { min, max } = valueRange(values)
      expect(max - min).toBeGreaterThan(0)
      expect(Number.isFinite(max - min)).toBe(true)
      for (const value of values) {
        if (Number.isFinite(value) && Math.abs(value) <= 1e307) expect(value >= min && value <= max).toBe(true)
      }
    }),
    { ...seed, examples: [[[]], [[3, 3, 3]], [[NaN, 1e300]], [[1e308, -1e308]], [[1e308]], [[5e-324]]] }
  )
})

test('a constant that is one but for rounding stays flat', () => {
  const { min, max } = rangeOf((x) => Math.sin(x) ** 2 + Math.cos(x) ** 2)
  expect(max - min).toBe(2)
})

test('a curve that is nowhere a number, and one that is so at a single place, have a range', () => {
  expect(rangeOf(() => NaN)).toEqual({ min: -1, max: 1 })
  expect(rangeOf(() => Infinity, [0])).toEqual({ min: -1, max: 1 })
  expect(rangeOf((x) => (x === 0 ? 7 : NaN))).toEqual({ min: 6, max: 8 })
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
