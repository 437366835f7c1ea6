import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldStep, stepOnAxis } from '../../../src-renderer/point/step-size'

const range = { min: -5, max: 5 }
/** On a plot of 500 pixels over ten units. */
const pixel = 0.02
const sizes = fc.double({ min: -16, max: 0.5, noNaN: true }).map((power) => 10 ** power)

/** Where a hand may take hold of the grip of h, from a: it is at least 16 pixels out, and the hand in its reach. */
const grabs = fc
  .tuple(sizes, fc.integer({ min: -13, max: 13 }), fc.boolean(), fc.boolean())
  .map(([size, beside, isLeft, isNegative]) => {
    const from = Math.max(size, 16 * pixel) + beside * pixel
    return { h: isNegative ? -size : size, from: isLeft ? -from : from }
  })

describe('h, when its grip is dragged', () => {
  it('is what it was where the hand took hold, and from there on follows without a leap, growing outwards', () => {
    fc.assert(
      fc.property(grabs, (grab) => {
        const out = Math.sign(grab.from)
        expect(heldStep(grab, grab.from, range)).toBe(grab.h)
        let before = Math.abs(heldStep(grab, -out * 2, range))
        for (let hand = -2; hand < 5; hand += pixel) {
          const h = Math.abs(heldStep(grab, out * hand, range))
          // Rounding to two digits, or to what a hand can mean, may step back by half of the last.
          expect(h).toBeGreaterThanOrEqual(before * 0.85)
          expect(h < before * 4 || h < before + 2 * pixel).toBe(true)
          before = h
        }
      }),
      { seed: 6, numRuns: 60 }
    )
  })

  it('becomes small towards a and beyond, but never 0, and keeps its sign', () => {
    fc.assert(
      fc.property(grabs, fc.double({ min: -10, max: 10, noNaN: true }), (grab, hand) => {
        const h = heldStep(grab, hand, range)
        expect(Math.sign(h)).toBe(Math.sign(grab.h))
        expect(Math.abs(h)).toBeGreaterThanOrEqual(1e-16)
        if (hand * grab.from < 0) expect(Math.abs(h)).toBeLessThan(0.3)
      }),
      { seed: 7, numRuns: 500 }
    )
    expect(heldStep({ h: 1, from: 1 }, -4, range)).toBe(1e-16)
  })

  it('is where the hand is, far enough out: the grip meets it', () => {
    for (const h of [1e-16, 1e-8, 1e-4, 0.1]) expect(heldStep({ h, from: 0.3 }, 2.5, range)).toBeCloseTo(2.5, 0)
    expect(heldStep({ h: 1e-4, from: 0.3 }, 2.5, range)).toBe(2.5)
    expect(heldStep({ h: -1e-4, from: -0.3 }, -2.5, range)).toBe(-2.5)
  })

  it('keeps its distance from a hand that took hold beside the grip', () => {
    expect(heldStep({ h: 1, from: 1.1 }, 2.1, range)).toBe(2)
    expect(heldStep({ h: 1, from: -1.1 }, -2.1, range)).toBe(2)
  })

  it('comes into the picture with the hand where it was beyond', () => {
    expect(heldStep({ h: 50, from: 4 }, 3.5, range)).toBe(3.5)
    expect(heldStep({ h: 50, from: 4 }, 4.5, range)).toBe(50.5)
  })

  it('can be made a power of ten, and has no digits that no hand can mean', () => {
    const found = new Set<number>()
    for (let hand = -1; hand < 2; hand += pixel) found.add(heldStep({ h: 1e-4, from: 0.3 }, hand, range))
    for (const h of [1e-3, 1e-4, 1e-5, 1e-6]) expect(found).toContain(h)
    expect(heldStep({ h: 1, from: 1 }, 1.234567, range)).toBe(1.23)
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
