import { expect, test } from 'vitest'
import { contourLevels, niceStep, roundedUp } from '../../../src-renderer/plots/levels'
import { bowl, gridOf, unit } from './samples'

const himmelblau = (x: number, y: number) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2

test('levels ascend strictly between the least and the greatest value', () => {
  for (const f of [bowl, himmelblau, (x: number) => x, (x: number, y: number) => -himmelblau(x, y)]) {
    const { values } = gridOf(f, unit, unit)
    const levels = contourLevels(values).values
    expect(levels.length).toBeGreaterThanOrEqual(8)
    expect(levels.length).toBeLessThanOrEqual(25)
    levels.forEach((level, index) => {
      expect(level).toBeGreaterThan(Math.min(...values))
      expect(level).toBeLessThan(Math.max(...values))
      if (index > 0) expect(level).toBeGreaterThan(levels[index - 1] as number)
    })
  }
})

test('levels of an evenly spread function are multiples of a round number', () => {
  const { values, spacing } = contourLevels(gridOf((x) => x, unit, unit).values)
  expect(spacing).toBe('even')
  for (const level of values) expect(Math.abs(level - Math.round(level * 2) / 2)).toBeLessThan(1e-9)
})

test('where most of the picture is low, about half of the levels are low', () => {
  const samples = gridOf((x, y) => Math.exp(bowl(x, y) / 4), unit, unit)
  const sorted = [...samples.values].sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1] as number
  const { values, spacing } = contourLevels(samples.values)
  expect(spacing).toBe('finer-below')
  expect(Math.abs(values.filter((level) => level < median).length - values.length / 2)).toBeLessThanOrEqual(1)
})

test('a constant or undefined function has no levels', () => {
  expect(contourLevels([2, 2, 2]).values).toEqual([])
  expect(contourLevels([NaN, Infinity]).values).toEqual([])
})

test('steps are 1, 2 or 5 times a power of ten, and roundedUp() does not overshoot by a rounding error', () => {
  expect([0.013, 0.02, 7, 34, 99].map(niceStep)).toEqual([0.01, 0.02, 5, 20, 100])
  expect(roundedUp(0.30000000000000004, 0.1)).toBe(0.3)
  expect(roundedUp(0.31, 0.1)).toBe(0.4)
})
