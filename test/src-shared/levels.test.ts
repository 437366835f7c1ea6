import { contourLevels, levelSpacings, niceStep, roundedUp } from '@shared/levels'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandHeights } from '../../src-renderer/plots/bands'
import { bowl, gridOf, unit } from '../src-renderer/plots/samples'

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

const heightsOf = (f: (x: number, y: number) => number) => gridOf(f, unit, unit).values

test('however they are spaced, levels ascend strictly between the least and the greatest finite value', () => {
  const wild = fc.oneof(fc.double(), fc.constantFrom(0, 1, 1, 1e300, -1e300, 1.7e308, -1.7e308, 5e-324, 1e17))
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (values, count) => {
      const finite = values.filter(Number.isFinite)
      for (const spacing of levelSpacings) {
        const levels = contourLevels(values, { count, spacing })
        expect(levels.values.length).toBeLessThanOrEqual(3 * count)
        const bounds = [Math.min(...finite), ...levels.values, Math.max(...finite)]
        if (levels.values.length > 0)
          expect(bounds.filter((bound, index) => !(bound > (bounds[index - 1] ?? Number.NEGATIVE_INFINITY)))).toEqual(
            []
          )
        const heights = bandHeights(levels)
        expect(heights).toHaveLength(levels.values.length + 1)
        expect(heights.filter((height, band) => !(height >= (heights[band - 1] ?? 0) && height <= 1))).toEqual([])
      }
    }),
    { seed: 31, numRuns: 400 }
  )
})

test('between any two levels of equal areas lies equally much of the picture', () => {
  for (const f of [bowl, himmelblau, (x: number, y: number) => Math.exp(x) * Math.sin(y)]) {
    const values = heightsOf(f)
    for (const count of [5, 15]) {
      const levels = contourLevels(values, { count, spacing: 'area' })
      expect(levels.spacing).toBe('area')
      expect(levels.values).toHaveLength(count)
      const bounds = [-Infinity, ...levels.values, Infinity]
      for (let band = 0; band <= count; band++) {
        const inside = values.filter((v) => v >= (bounds[band] as number) && v < (bounds[band + 1] as number))
        expect(inside.length / values.length).toBeCloseTo(1 / (count + 1), 2)
      }
    }
  }
})

test('logarithmic levels have one ratio, in f where it has one sign, else above its least value', () => {
  const cases: readonly (readonly [(x: number, y: number) => number, number])[] = [
    [(x, y) => Math.exp((x + y) / 2), 0],
    [bowl, 0],
    [(x, y) => -bowl(x, y), 0],
    [(x, y) => 100 + bowl(x, y), 100],
    [(x, y) => bowl(x, y) - 7, -7]
  ]
  for (const [f, origin] of cases) {
    for (const count of [6, 15]) {
      const levels = contourLevels(heightsOf(f), { count, spacing: 'log' })
      expect(levels.spacing).toBe('log')
      expect(levels.origin).toBeCloseTo(origin, 12)
      expect(levels.values.length).toBeGreaterThan(count / 2.2)
      expect(levels.values.length).toBeLessThan(2 * count)
      const sizes = levels.values.map((level) => Math.abs(level - levels.origin)).sort((a, b) => a - b)
      const ratios = sizes.slice(1).map((size, index) => size / (sizes[index] as number))
      for (const ratio of ratios) expect(ratio / (ratios[0] as number)).toBeCloseTo(1, 9)
    }
  }
})

test('linear levels are even multiples of a round number, however the values crowd', () => {
  const values = heightsOf((x, y) => Math.exp(bowl(x, y) / 4))
  const { values: levels, spacing } = contourLevels(values, { count: 15, spacing: 'linear' })
  expect(spacing).toBe('even')
  const step = (levels[1] as number) - (levels[0] as number)
  expect(niceStep(step)).toBe(step)
  levels.forEach((level, index) => {
    expect(level / step).toBeCloseTo(index + 1, 9)
  })
})

test('values so large that their steps are lost in rounding have levels, or none, but end', () => {
  expect(contourLevels([1e17, 1e17 + 16], { count: 15, spacing: 'linear' }).values.length).toBeLessThan(32)
  expect(contourLevels([-1.7e308, 1.7e308], { count: 8, spacing: 'linear' }).values.length).toBeGreaterThan(5)
})

test('a function of two values has levels between them', () => {
  for (const spacing of levelSpacings) {
    expect(contourLevels([0, 0, 0, 5, 5], { count: 9, spacing }).values.length).toBeGreaterThan(0)
  }
})

test('bands between even levels are as high on the map as their values, others by their number', () => {
  const even = contourLevels(heightsOf((x) => x))
  const heights = bandHeights(even)
  even.values.slice(1).forEach((level, index) => {
    const middle = (level + (even.values[index] as number)) / 2
    expect(heights[index + 1]).toBeCloseTo((middle + 5) / 10, 9)
  })
  const areas = contourLevels(heightsOf(himmelblau), { count: 4, spacing: 'area' })
  expect(bandHeights(areas)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(bandHeights(contourLevels([3, 3]))).toEqual([0.5])
})

test('levels that are not even are short numbers, each nearer to its place than to any other', () => {
  const values = Float64Array.from({ length: 400 }, (_, index) => Math.exp(index / 40))
  const { values: levels, spacing } = contourLevels(values, { count: 12, spacing: 'auto' })
  expect(spacing).toBe('finer-below')
  expect(levels).toHaveLength(12)
  const digits = levels.map((level) => level.toExponential().split('e')[0]?.replace('.', '').length)
  expect(Math.max(...(digits.slice(2) as number[]))).toBeLessThanOrEqual(2)
  // Half of the levels lie below the median, where they are even in a power of t.
  const [least = NaN, most = NaN] = [values[0], values[399]]
  const power = Math.log((((values[199] as number) + (values[200] as number)) / 2 - least) / (most - least))
  const exact = levels.map((_, index) => least + (most - least) * ((index + 0.5) / 12) ** (power / Math.log(0.5)))
  levels.forEach((level, index) => {
    const gaps = [index - 1, index + 1].map((other) => Math.abs((exact[other] ?? Infinity) - (exact[index] as number)))
    expect(Math.abs(level - (exact[index] as number))).toBeLessThan(0.25 * Math.min(...gaps))
  })
})

test('a constant that rounding disturbs has no levels', () => {
  const values = Float64Array.from({ length: 500 }, (_, index) => Math.sin(index) ** 2 + Math.cos(index) ** 2)
  expect(new Set(values).size).toBeGreaterThan(1)
  expect(contourLevels(values).values).toEqual([])
  expect(contourLevels([1e300, 1e300 * (1 + 1e-15)]).values).toEqual([])
  expect(contourLevels([0, 5e-324]).values).toEqual([])
})

test('automatic levels leave no picture in one colour because of a pole or many decades, but a plateau', () => {
  const shareOf = (values: Float64Array, levels: readonly number[]) => {
    const bounds = [-Infinity, ...levels, Infinity]
    const sizes = bounds
      .slice(1)
      .map((bound, band) => values.filter((v) => v < bound && v >= (bounds[band] as number)).length)
    return Math.max(...sizes) / values.length
  }
  for (const [f, spacing] of [
    [(x: number, y: number) => 1 / ((x - 0.01) * (y - 0.01)), 'area'],
    [(x: number, y: number) => Math.tan(x * y), 'area'],
    [(x: number, y: number) => Math.exp(10 * x) + y, 'area'],
    [(x: number, y: number) => 1 / Math.abs((x - 0.01) * (y - 0.01)) ** 0.3 - (x - 0.01) ** -9, 'area'],
    [(x: number, y: number) => Math.exp(10 * x + y), 'finer-below']
  ] as const) {
    const values = heightsOf(f)
    const levels = contourLevels(values)
    expect(levels.spacing).toBe(spacing)
    expect(shareOf(values, levels.values)).toBeLessThan(0.5)
  }
  expect(contourLevels(heightsOf(bowl)).spacing).toBe('even')
  expect(contourLevels(heightsOf((x) => (x > 4 ? x : 0))).spacing).toBe('finer-below')
})
