import { between, crossings, rounder, touched } from '@core/breaks/crossings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ordinary = fc.integer({ min: -400_000, max: 400_000 }).map((steps) => steps / 100_000)
const scale = fc.constantFrom(1e-200, 1e-9, 1, 7, 1e9, 1e200)

describe('crossings', () => {
  it('are where a distance passes 0, to the last digit', () => {
    fc.assert(
      fc.property(ordinary, scale, fc.boolean(), (root, size, isFalling) => {
        const distance = (x: number) => (isFalling ? root - x : x - root) * size
        expect(crossings(distance, -4.1, 4.3)).toEqual([root])
        expect(crossings((x) => Math.sinh(distance(x) / size), -4.1, 4.3)).toEqual([root])
      }),
      { seed: 51 }
    )
  })

  it('are where a distance leaps, be it without a change of sign', () => {
    fc.assert(
      fc.property(ordinary, scale, (place, size) => {
        expect(crossings((x) => (x < place ? 1 : 3) * size, -4.1, 4.3)).toEqual([place])
        expect(crossings((x) => (x <= place ? 0.9 : 0) * size, -4.1, 4.3)).toEqual([expect.closeTo(place, 12)])
      }),
      { seed: 52 }
    )
  })

  it('are several where they lie in different eighths', () => {
    expect(new Set(crossings((x) => x - Math.floor(x), 0.5, 4.5))).toEqual(new Set([1, 2, 3, 4]))
  })

  it('are none where a distance only grows quickly', () => {
    expect(crossings(Math.exp, -700, 700)).toEqual([])
    expect(crossings((x) => 1 + x ** 20, -2, 2)).toEqual([])
    expect(crossings(() => Number.NaN, -2, 2)).toEqual([])
  })

  it('are in the middle of the zeros that rounding makes of one', () => {
    expect(crossings((x) => x - Math.sin(x), -0.3, 0.4)).toEqual([0])
    expect(crossings((x) => Math.max(0, x), -0.3, 0.4)).toEqual([0])
  })
})

describe('a touch', () => {
  it('is found where a distance comes down to 0 and goes up again', () => {
    fc.assert(
      fc.property(
        ordinary,
        scale,
        fc.constantFrom(1, 2, 4),
        fc.constantFrom(30, 36, 41, 49, 52, 61, 70),
        (place, size, degree, share) => {
          const distance = (x: number) => size * Math.abs(x - place) ** degree
          // Of three evenly spaced the one in the middle is then the nearest.
          const [low, high] = [place - share / 100, place + 1 - share / 100]
          const found = touched(distance, low, (low + high) / 2, high)
          expect(found).toHaveLength(1)
          expect(found[0]).toBeCloseTo(place, 10)
        }
      ),
      { seed: 53, numRuns: 300 }
    )
  })

  it('is found where the distance is rounding alone', () => {
    expect(touched((x) => x * x - 2 * x + 1, 0.9, 0.96, 1.1)).toEqual([1])
    expect(touched((x) => x ** 4 - 4 * x * x + 4, 1.3, 1.4, 1.5)).toEqual([expect.closeTo(Math.SQRT2, 9)])
    expect(touched((x) => 1 + Math.cos(x), 3, 3.1, 3.2)).toEqual([expect.closeTo(Math.PI, 12)])
    expect(touched((x) => 1 - Math.cos(x), -0.2, 0.03, 0.2)).toEqual([0])
  })

  it('is two crossings where the distance passes 0 twice', () => {
    expect(touched((x) => x * x - 1e-6, -0.2, 0.03, 0.2)).toEqual([-0.001, 0.001])
  })

  it('is none where the distance keeps away from 0', () => {
    for (const rest of [1, 1e-3, 1e-9]) expect(touched((x) => x * x + rest, -0.2, 0.03, 0.2)).toEqual([])
  })
})

describe('a number between two others', () => {
  const any = fc.double({ noNaN: true, noDefaultInfinity: true })

  it('is strictly between them, and there is none only between neighbours', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        if (low === high) return
        const middle = between(low, high)
        if (middle === undefined) return expect(high - low).toBeLessThanOrEqual(Math.abs(high) * Number.EPSILON)
        expect(middle).toBeGreaterThan(low)
        expect(middle).toBeLessThan(high)
      }),
      { seed: 54, numRuns: 2000 }
    )
  })

  it('is round where it can be', () => {
    expect([between(0.2, 0.41), between(-1, 3), between(0.99, 1.02), between(120, 170)]).toEqual([0.3, 0, 1, 150])
    expect([rounder(0.30000000000000004, 0.3), rounder(1, 1.0000000000000002)]).toEqual([0.3, 1])
  })
})
