import { exponentText } from '@shared/words/numbers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numeral, powerNumeral, powerOfTen, shortNumeral, tangentEquation } from '../../../src-renderer/plots/numerals'

test('numbers have a true minus sign, no trailing zeros and no noise of rounding', () => {
  expect([0.1 + 0.2, -2, 6.0001, 1e-10, -1.5e21, 0, NaN, -Infinity].map((value) => numeral(value))).toEqual([
    '0.3',
    '−2',
    '6.0001',
    '1e−10',
    '−1.5e21',
    '0',
    '–',
    '−∞'
  ])
})

test('what rounds to one number is written in one way', () => {
  expect([9.99999e-5, -9.99999e-5, 1e-4].map((value) => numeral(value, 2))).toEqual(['0.0001', '−0.0001', '0.0001'])
  expect([999999.6, 1e6].map((value) => numeral(value))).toEqual(['1e6', '1e6'])
})

test('numeral() is the number to five digits, read back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
      const read = Number(numeral(value).replaceAll('−', '-'))
      expect(Math.abs(read - value)).toBeLessThanOrEqual(0.51e-4 * Math.abs(value))
    }),
    { seed: 11, numRuns: 500 }
  )
})

test('the tangent is written in point-slope form', () => {
  expect(tangentEquation(3, 9, 6.0001)).toBe('y = 6.0001(x − 3) + 9')
  expect(tangentEquation(-2, -1, -1, 't')).toBe('y = −(t + 2) − 1')
  expect(tangentEquation(0, 0, 2)).toBe('y = 2x')
  expect(tangentEquation(0, 5, 0)).toBe('y = 5')
  expect(tangentEquation(1, 2, -3, 'y', 'z')).toBe('z = −3(y − 1) + 2')
  expect(tangentEquation(1, 1, 1.0000001)).toBe('y = (x − 1) + 1')
  expect(tangentEquation(1, 1, -0.9999999)).toBe('y = −(x − 1) + 1')
})

test('where there is little room a long number is written in the shorter way', () => {
  expect([200_000, -50_000, 2000, 0.05, 0, -1e-7].map(shortNumeral)).toEqual([
    '2e5',
    '−5e4',
    '2000',
    '0.05',
    '0',
    '−1e−7'
  ])
  expect([60_000, 12_345, 15_000, -5000, 0.001, 150_000].map(shortNumeral)).toEqual([
    '6e4',
    '12345',
    '15000',
    '−5000',
    '0.001',
    '1.5e5'
  ])
  expect([1234.5, Infinity, NaN].map(shortNumeral)).toEqual(['1234.5', '∞', '–'])
})

test('the largest number is written like any other, though it rounds to more than there is', () => {
  expect(numeral(Number.MAX_VALUE)).toBe('1.7977e308')
  expect(numeral(-Number.MAX_VALUE, 4)).toBe('−1.798e308')
})

test('powers of ten have raised exponents', () => {
  expect([0, 12, -4].map(exponentText)).toEqual(['⁰', '¹²', '⁻⁴'])
  expect([-16, 0, 3].map(powerOfTen)).toEqual(['10⁻¹⁶', '10⁰', '10³'])
})

test('small and large numbers are written in powers of ten as by hand, the others plainly', () => {
  expect([0.0025, -2.5e-9, 1e-5, 9.999e-6, 0.01, 999.4, 1000, 0].map((value) => powerNumeral(value, 3))).toEqual([
    '2.5×10⁻³',
    '−2.5×10⁻⁹',
    '10⁻⁵',
    '10⁻⁵',
    '0.01',
    '999',
    '10³',
    '0'
  ])
  expect([NaN, Infinity].map((value) => powerNumeral(value, 3))).toEqual(['–', '∞'])
})
