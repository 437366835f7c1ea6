import { countNumeral, exponentText, numeral, powerNumeral, powerOfTen } from '@shared/numbers/numeral'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumeral } from '../../support/read-numeral'

test('numbers have a true minus sign, no trailing zeros and no noise of rounding', () => {
  expect([0.1 + 0.2, -2, 6.0001, 1e-10, -1.5e21, 0, NaN, -Infinity].map((value) => numeral(value))).toEqual([
    '0.3',
    '−2',
    '6.0001',
    '10⁻¹⁰',
    '−1.5×10²¹',
    '0',
    '–',
    '−∞'
  ])
})

test('values that round to the same number are written alike', () => {
  expect([9.99999e-5, -9.99999e-5, 1e-4].map((value) => numeral(value, 2))).toEqual(['0.0001', '−0.0001', '0.0001'])
  expect([999999.6, 1e6].map((value) => numeral(value))).toEqual(['10⁶', '10⁶'])
})

test('numeral() parses to the number, to five digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
      const read = readNumeral(numeral(value))
      expect(Math.abs(read - value)).toBeLessThanOrEqual(0.51e-4 * Math.abs(value))
    }),
    { seed: 11, numRuns: 500 }
  )
})

test('the largest double is written like any other, although it rounds to more than that', () => {
  expect(numeral(Number.MAX_VALUE)).toBe('1.7977×10³⁰⁸')
  expect(numeral(-Number.MAX_VALUE, 4)).toBe('−1.798×10³⁰⁸')
})

test('powers of ten have superscript exponents', () => {
  expect([0, 12, -4].map(exponentText)).toEqual(['⁰', '¹²', '⁻⁴'])
  expect([-16, 0, 3].map(powerOfTen)).toEqual(['10⁻¹⁶', '10⁰', '10³'])
})

test('small and large numbers are written with powers of ten, the others plainly', () => {
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

test('counts are in groups of three from five digits on', () => {
  const all = [0, 15, 2229, 20_000, 123_456, 4_294_967_295, -15_000]
  expect(all.map(countNumeral).map((text) => text.replaceAll('\u2009\u2060', '_'))).toEqual([
    '0',
    '15',
    '2229',
    '20_000',
    '123_456',
    '4_294_967_295',
    '−15_000'
  ])
})
