import { expect, test } from 'vitest'
import { arrowLength, gradientMarks, steepness } from '../../../src-renderer/plots/arrows'
import { bowlContour, canvas, gridOf, unit } from './samples'

test('steepness() of a plane is the size of its gradient', () => {
  const samples = gridOf((x, y) => 3 * x - 4 * y, unit, { min: 0, max: 2 })
  expect(steepness({ samples, x: unit, y: { min: 0, max: 2 } })).toBeCloseTo(5, 9)
})

test('one wild corner does not make all other arrows short', () => {
  const samples = gridOf((x, y) => Math.exp(x * x) + y, unit, unit)
  expect(steepness({ samples, x: unit, y: unit })).toBeLessThan(10_000)
})

test('arrows grow with the gradient, from nothing to twice the ordinary', () => {
  const lengths = [0, 1e-6, 0.01, 1, 100, 1e9].map((norm) => arrowLength(norm, 1))
  expect(lengths[0]).toBe(0)
  expect(lengths[3]).toBe(1)
  for (let index = 1; index < lengths.length; index++) {
    expect(lengths[index]).toBeGreaterThan(lengths[index - 1] as number)
    expect(lengths[index]).toBeLessThan(2)
  }
  expect(arrowLength(NaN, 1)).toBe(0)
})

test('where a run has come to rest there is no arrow any more, and a short one has no name', () => {
  const marks = (norm: number) => gradientMarks(bowlContour, canvas, [1, 1], [norm, 0], false)
  expect(marks(1e-5)).toEqual([])
  expect(marks(0.2)).toMatchObject([{ mark: 'arrow', label: '' }])
  expect(marks(8)).toMatchObject([{ mark: 'arrow', label: canvas.words.mostDecrease }])
})
