import fc from 'fast-check'
import { expect, it } from 'vitest'
import { standingNumerals } from '../../../src-renderer/figures/standing-numerals'
import type { Standing } from '../../../src-renderer/figures/standings'

const row = (run: number, place: number | null, value: number): Standing => ({
  run,
  place,
  isTied: false,
  report: null,
  problem: null,
  value,
  distance: value,
  reached: null
})
const texts = (values: readonly number[], isOrder = true) =>
  standingNumerals(
    values.map((value, index) => row(index, index + 1, value)),
    'value',
    isOrder
  )

it('numbers of the board have four digits, powers of ten two', () => {
  expect(texts([-1.23456, 0.0012346, 3.21e-7, 0, 12])).toEqual(['−1.235', '0.001235', '3.2×10⁻⁷', '0', '12'])
  expect(texts([12345.6, 123456, 1234567, -999999.7, NaN])).toEqual(['12346', '123456', '1.2×10⁶', '−10⁶', '–'])
})

it('so many more that different places are seen to differ, where the board is ordered by them', () => {
  expect(texts([-0.01236, -0.01234])).toEqual(['−0.01236', '−0.01234'])
  expect(texts([1.234561e-9, 1.234562e-9, 1])).toEqual(['1.234561×10⁻⁹', '1.234562×10⁻⁹', '1'])
  expect(texts([1.234561, 1.234562], false)).toEqual(['1.235', '1.235'])
})

it('no two places have one number', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 8 }), (values) => {
      // 0 and −0 are one number.
      const different = [...new Set(values.map((value) => value + 0))].sort((a, b) => a - b)
      expect(new Set(texts(different)).size, JSON.stringify(different)).toBe(different.length)
    }),
    { seed: 1847 }
  )
})

it('equals of one place, and rows without one, get no more digits', () => {
  const tied = [row(0, 1, 0.1234561), row(1, 1, 0.1234562), row(2, null, 0.1234563)]
  expect(standingNumerals(tied, 'distance', true)).toEqual(['0.1235', '0.1235', '0.1235'])
})
