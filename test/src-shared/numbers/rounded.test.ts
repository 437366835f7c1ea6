import { scientific, significant, toDecimals } from '@shared/numbers/rounded'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('a rounded number', () => {
  test('has the requested digits, and is the nearest such number', () => {
    expect(significant(123.456, 2)).toBe(120)
    expect(significant(-0.00015049, 3)).toBe(-0.00015)
    expect(toDecimals(2.345678, 2)).toBe(2.35)
    expect(Object.is(toDecimals(-0.001, 2), 0)).toBe(true)
    const law = (value: number, digits: number) => {
      const off = Math.abs(significant(value, digits) - value)
      // Half of the last digit, and the rounding of a double.
      const half = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits)
      expect(off).toBeLessThanOrEqual(half * 1.000001 + Math.abs(value) * Number.EPSILON)
    }
    const sized = fc.double({ min: 1e-200, max: 1e200, noNaN: true })
    fc.assert(fc.property(sized, fc.integer({ min: 1, max: 15 }), law), { seed: 4, numRuns: 300 })
  })

  test('is mantissa · 10^exponent, exactly if all digits are kept', () => {
    expect(scientific(123.456, 2)).toEqual({ mantissa: '1.2', exponent: 2 })
    expect(scientific(200, 3)).toEqual({ mantissa: '2', exponent: 2 })
    expect(scientific(-1e-7)).toEqual({ mantissa: '-1', exponent: -7 })
    fc.assert(
      fc.property(finite, (value) => {
        const { mantissa, exponent } = scientific(value)
        expect(Number(`${mantissa}e${exponent}`)).toBe(value + 0)
      }),
      { seed: 4, numRuns: 300 }
    )
  })
})
