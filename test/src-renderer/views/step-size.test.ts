import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reachedStep, stepOnAxis } from '../../../src-renderer/views/step-size'

const range = { min: -5, max: 5 }

describe('h, when the end of the secant is dragged', () => {
  it('is its distance from a, on either side, without digits no hand can mean', () => {
    expect(reachedStep(1.5, 1, range)).toBe(0.5)
    expect(reachedStep(0.25, 1, range)).toBe(0.75)
    expect(reachedStep(1.234567, 1, range)).toBe(0.23)
    expect(reachedStep(1.00234, 1, { min: 0.9, max: 1.1 })).toBe(0.0023)
  })

  it('is never 0', () => {
    expect(reachedStep(1, 1, range)).toBe(0.01)
    const ends = fc.tuple(fc.double({ min: -300, max: 300, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    fc.assert(
      fc.property(ends, ([power, a]) => {
        const width = 10 ** power
        const least = reachedStep(a, a, { min: a, max: a + width })
        if (a + width > a) expect(least).toBeGreaterThan(0)
      }),
      { seed: 4 }
    )
  })
})

describe('h on an axis of powers of ten', () => {
  it('is exactly a power of ten where one is near', () => {
    for (let power = -16; power <= 0; power++) expect(stepOnAxis(power + 0.05)).toBe(Number(`1e${power}`))
    expect(stepOnAxis(-4.04)).toBe(1e-4)
  })

  it('has two digits elsewhere, and stays between 1e-16 and 1', () => {
    expect(stepOnAxis(Math.log10(2.34e-7))).toBe(2.3e-7)
    expect([stepOnAxis(-20), stepOnAxis(3)]).toEqual([1e-16, 1])
  })
})
