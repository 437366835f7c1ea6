import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placed, placedRange, placedWithin } from '../../../src-renderer/cards/placed'

const anyRange = fc
  .tuple(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.double({ noNaN: true, min: 1e-6, max: 1e9 }))
  .map(([min, length]) => ({ min, max: min + length }))
const anyShare = fc.double({ noNaN: true, min: 0, max: 1 })

describe('what a hand places', () => {
  it('is moved by no more than half a thousandth of what it sees', () => {
    fc.assert(
      fc.property(anyRange, anyShare, (range, share) => {
        const value = range.min + share * (range.max - range.min)
        expect(Math.abs(placed(value, range) - value)).toBeLessThanOrEqual(0.5001e-3 * (range.max - range.min))
      }),
      { seed: 1632 }
    )
  })

  it('stays in sight, though the hand goes on', () => {
    const range = { min: -5, max: 5 }
    expect([-16.8, 1.23456, 7].map((value) => placedWithin(value, range))).toEqual([-5, 1.23, 5])
  })

  it('stays where it was placed before', () => {
    fc.assert(
      fc.property(anyRange, anyShare, (range, share) => {
        const once = placed(range.min + share * (range.max - range.min), range)
        expect(placed(once, range)).toBe(once)
      }),
      { seed: 1632 }
    )
  })

  it('leaves a range a range', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        const { min, max } = placedRange(range)
        expect(min).toBeLessThan(max)
      }),
      { seed: 1632 }
    )
  })

  it.each([
    [-1.9853492630359735, -6, 6, -1.99],
    [-0.9982874622083688, 0, 1, -0.998],
    [123456.789, 0, 1e6, 123000],
    [-0.00001, -5, 5, 0],
    [1e-12, 0, 1e-9, 1e-12]
  ])('%d, seen from %d to %d, is %d', (value, min, max, round) => {
    expect(placed(value, { min, max })).toBe(round)
  })

  it('keeps what no power of ten can round: no range, no number', () => {
    expect(placed(0.123456789, { min: 1, max: 1 })).toBe(0.123456789)
    expect(placed(Number.NaN, { min: 0, max: 1 })).toBeNaN()
  })
})
