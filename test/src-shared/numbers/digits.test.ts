import { digitsApart, digitsOfDifference, digitsOfMove, judgedDigits, numeralsApart } from '@shared/numbers/digits'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNumeral } from '../../support/read-numeral'

it.each([
  [3, 2.9999999, 6, 10, 8],
  [3, 2.99999998, 6, 10, 9],
  [3, 2.6, 6, 10, 6],
  [3, 3, 6, 10, 6],
  [3, 3 - 1e-14, 6, 10, 6],
  [0, 1e-300, 5, 12, 5],
  [Number.NaN, 3, 5, 12, 5]
])('%d and %d are told apart, from %d to %d digits, by %d', (one, other, least, most, digits) => {
  expect(digitsApart(one, other, least, most)).toBe(digits)
})

it('fewer digits would not tell two numbers apart', () => {
  const near = fc.tuple(
    fc.double({ noNaN: true, min: 0.1, max: 10 }),
    fc.double({ noNaN: true, min: -1e-3, max: 1e-3 })
  )
  fc.assert(
    fc.property(near, ([one, by]) => {
      const digits = digitsApart(one, one + by, 1, 12)
      const texts = (count: number) => [one, one + by].map((value) => value.toPrecision(count))
      const [a, b] = texts(digits)
      if (a === b) expect(Math.abs(by)).toBeLessThan(2e-11)
      else if (digits > 1) expect(new Set(texts(digits - 1)).size).toBe(1)
    }),
    { seed: 1614 }
  )
})

it('a move is shown in digits that tell its ends apart', () => {
  const moves = [
    [4, 3.36],
    [1.3468, 1.34679],
    [4, 3.9999999992],
    [4, 4 - 1e-14]
  ] as const
  expect(moves.map(([before, after]) => digitsOfMove(before, after))).toEqual([5, 8, 12, 5])
})

it.each([
  [25, 24.999, 6, 10],
  [5, 5.0000000001, 1, 11],
  [3, 2, 6, 6],
  [1, 1 + 2 ** -52, 6, 17],
  [7, 7, 6, 6]
])('the difference of %d and %d has %d digits if these have %d', (one, other, wanted, digits) => {
  expect(digitsOfDifference(one, other, wanted)).toBe(digits)
})

it.each([
  [2.0001, 2, '2.000', '1', ''],
  [1.9999, 2, '1.999', '9', ''],
  [6.5, 6, '6', '.5', ''],
  [-0.00123456, -0.001235, '−0.00123', '456', ''],
  [10, 20, '', '10', ''],
  [-3, 7, '', '−3', ''],
  [2, 2, '2', '', ''],
  [0, 0, '0', '', ''],
  [0, 1, '', '0', ''],
  [1e-9, 0, '', '1', '×10⁻⁹'],
  [1.25e300, 1.2501e300, '1.25', '', '×10³⁰⁰'],
  [1.26e300, 1.25e300, '1.2', '6', '×10³⁰⁰'],
  [1234567.25, 1234567, '123456', '7.25', '']
])('%d, where %d is exact, has the correct digits %j, the wrong ones %j and the power %j', (value, exact, ...parts) => {
  expect(Object.values(judgedDigits(value, exact))).toEqual(parts)
})

it('judged digits add up to the number, and −log₁₀ of its relative error of them are correct', () => {
  const number = fc.double({ noNaN: true, min: 1e-300, max: 1e300 })
  const error = fc.integer({ min: -15, max: -1 })
  fc.assert(
    fc.property(number, fc.boolean(), error, (size, isNegative, power) => {
      const exact = isNegative ? -size : size
      const value = exact * (1 + 0.5 * 10 ** power)
      const { right, wrong, power: scale } = judgedDigits(value, exact)
      expect(Math.abs(readNumeral(right + wrong + scale) / value - 1)).toBeLessThan(scale ? 5.1e-12 : 1e-15)
      const digits = (text: string) => text.replace(/^[−0.]+/, '').replace('.', '').length
      // Half a unit of digit −power is wrong; the 16th digit is itself not sure.
      if (wrong !== '' && power > -15) expect(digits(right)).toBe(-power)
    }),
    { seed: 2026 }
  )
})

it('numbers shown together are written alike only if they are equal', () => {
  expect(numeralsApart([10, 10.0001], 5)).toEqual(['10', '10.0001'])
  expect(numeralsApart([10, 10], 5)).toEqual(['10', '10'])
  expect(numeralsApart([-1, 1, 2.00004, 2], 4)).toEqual(['−1', '1', '2.00004', '2'])
  expect(numeralsApart([1, Number.NaN, -Infinity], 4)).toEqual(['1', '–', '−∞'])
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  const near = fc.tuple(number, fc.integer({ min: -4, max: 4 })).map(([one, ulps]) => [one, one * (1 + ulps * 2e-16)])
  fc.assert(
    fc.property(fc.oneof(near, fc.array(number, { minLength: 2, maxLength: 3 })), (values) => {
      const texts = numeralsApart(values, 4)
      for (const [index, one] of values.entries())
        for (const [place, other] of values.entries()) expect(texts[index] === texts[place]).toBe(one === other)
    }),
    { seed: 5 }
  )
})
