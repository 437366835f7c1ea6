import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digitsApart, digitsOfDifference, digitsOfMove } from '../../../src-renderer/figures/digits'

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

it('no fewer digits than these would tell two numbers apart', () => {
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

it('a move is shown to the digits it can be read from', () => {
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
])('%d and %d to so many digits that %d of their difference are seen: %d', (one, other, wanted, digits) => {
  expect(digitsOfDifference(one, other, wanted)).toBe(digits)
})
