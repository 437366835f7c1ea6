import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnHeights, heightsOf, logShift, raised, wantsLogHeight } from '../../../src-renderer/plots/heights'
import { bowl, bowlSurface, gridOf, unit } from './samples'

const over = (f: (x: number, y: number) => number) => ({
  ...bowlSurface,
  traces: [],
  step: null,
  gradient: null,
  samples: gridOf(f, unit, unit)
})
const logOf = (f: (x: number, y: number) => number) => ({ ...over(f), scale: 'log' as const })

test('a linear height is the value itself', () => {
  const { scale, ground } = raised(over(bowl))
  expect(scale.name).toBe('f')
  expect(ground.samples.values).toEqual(gridOf(bowl, unit, unit).values)
  expect([scale.height(-3), scale.value(-3), scale.slope(-3)]).toEqual([-3, -3, 1])
})

test('a function well above 0 is raised by its plain logarithm', () => {
  const { scale } = raised(logOf((x, y) => 10 + bowl(x, y)))
  expect(scale.name).toBe('log₁₀ f')
  expect([scale.height(1000), scale.shift]).toEqual([3, 0])
})

test('where f reaches 0 or less, as much is added as gives every value a logarithm, and the axis says how much', () => {
  const { scale, ground } = raised(logOf((x, y) => x + y))
  expect(scale.name).toMatch(/^log₁₀\(f \+ \d+(\.\d+)?\)$/)
  expect(scale.name).toBe(`log₁₀(f + ${scale.shift})`)
  expect(ground.samples.values.every(Number.isFinite)).toBe(true)
})

const spread = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 })

test('after its shift every value is positive, and stays so when marked values are lower', () => {
  fc.assert(
    fc.property(spread, spread, (values, marked) => {
      const shift = logShift(Float64Array.from(values), marked)
      expect(Math.min(...values, ...marked) + shift).toBeGreaterThan(0)
    }),
    { seed: 51, numRuns: 500 }
  )
})

test('heights rise with values, value() undoes height(), slope() is its derivative', () => {
  const { scale } = raised(logOf((x, y) => x * y))
  fc.assert(
    fc.property(fc.double({ min: -24, max: 25, noNaN: true }), (value) => {
      expect(scale.value(scale.height(value))).toBeCloseTo(value, 9)
      const h = 1e-5
      const quotient = (scale.height(value + h) - scale.height(value - h)) / (2 * h)
      expect(scale.slope(value) / quotient).toBeCloseTo(1, 6)
      expect(quotient).toBeGreaterThan(0)
    }),
    { seed: 52 }
  )
})

test('the heights of a grid are the same object until their shift changes', () => {
  const data = logOf((x, y) => x - y)
  expect(raised(data).ground.samples).toBe(raised({ ...data }).ground.samples)
})

test('typed ends are values of f, also where heights are logarithms', () => {
  expect(drawnHeights({ ...over(bowl), z: { min: 5, max: 20 } })).toEqual({
    min: 5,
    max: 20,
    cutsAbove: true,
    cutsBelow: true
  })
  const logarithmic = { ...logOf((x, y) => 10 + bowl(x, y)), z: { min: 10, max: 100 } }
  expect(drawnHeights(logarithmic)).toEqual({ min: 1, max: 2, cutsAbove: false, cutsBelow: false })
})

test('a typed end without a logarithm leaves a range of finite length', () => {
  for (const z of [
    { min: -5, max: 20 },
    { min: -9, max: -5 }
  ]) {
    const { min, max } = drawnHeights({ ...logOf((x, y) => 10 + bowl(x, y)), z })
    expect(max - min).toBeGreaterThan(0)
    expect(Number.isFinite(max - min)).toBe(true)
  }
})

test('what a field is offered for the range lies about where the surface is drawn now', () => {
  expect(heightsOf(over(bowl))).toMatchObject({ min: 0, max: 50 })
  expect(heightsOf(logOf((x, y) => 10 + bowl(x, y)))).toEqual({ min: 10, max: 60 })
})

test('the box does not follow the point over the surface, only what stands out of it', () => {
  const plain = drawnHeights(over(bowl))
  const point = { x: 1, y: 2, value: 5, slopeX: 2, slopeY: 4 }
  expect(drawnHeights({ ...over(bowl), point })).toEqual(plain)
  expect(drawnHeights({ ...over(bowl), point: { ...point, value: 80 } }).max).toBe(80)
})

test('logarithmic heights are offered where valleys vanish beside the highest part, not where they are no better', () => {
  expect(wantsLogHeight(over(bowl))).toBe(false)
  const steep = over((x, y) => Math.exp(2 * x) + y * y)
  expect(wantsLogHeight(steep)).toBe(true)
  expect(wantsLogHeight({ ...steep, scale: 'log' })).toBe(false)
  expect(wantsLogHeight({ ...steep, z: { min: 0, max: 20 } })).toBe(false)
  expect(wantsLogHeight(over(() => 3))).toBe(false)
  expect(wantsLogHeight(over(() => Number.NaN))).toBe(false)
})
