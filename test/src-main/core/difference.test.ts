import { difference, differenceInto } from '@core/difference'
import { compile } from '@core/objective'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('a difference quotient', () => {
  it('of x^2 at 3 with h = 1e-4 is 6.0001 forward, 5.9999 backward and 6 central', () => {
    const f = compile('x^2', ['x'])
    const [forward, backward, central] = (['forward', 'backward', 'central'] as const).map(
      (scheme) => difference(f, [3], scheme, 1e-4)[0] ?? Number.NaN
    )
    expect(Math.abs((forward ?? 0) - 6.0001)).toBeLessThan(1e-9)
    expect(Math.abs((backward ?? 0) - 5.9999)).toBeLessThan(1e-9)
    expect(Math.abs((central ?? 0) - 6)).toBeLessThan(1e-9)
  })

  it('is formed in the order of its textbook formula, to the last bit', () => {
    const f = (x: number) => 0.01 * (x * x) + 0.1 * x
    const objective = compile('0.01*x^2 + 0.1*x', ['x'])
    const finite = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(finite, fc.double({ min: 1e-6, max: 1, noNaN: true }), (a, h) => {
        expect(difference(objective, [a], 'forward', h)).toEqual([(f(a + h) - f(a)) / h])
        expect(difference(objective, [a], 'backward', h)).toEqual([(f(a) - f(a - h)) / h])
        expect(difference(objective, [a], 'central', h)).toEqual([(f(a + h) - f(a - h)) / (2 * h)])
        expect(difference(objective, [a], 'central', -h)).toEqual([(f(a - h) - f(a + h)) / (2 * -h)])
      }),
      { seed: 3, numRuns: 300 }
    )
  })

  it('moves one coordinate at a time', () => {
    const f = compile('x^2*y + z', ['x', 'y', 'z'])
    const quotients = difference(f, [2, 3, 4], 'central', 1e-3)
    for (const [i, exact] of [12, 4, 1].entries()) expect(quotients[i]).toBeCloseTo(exact, 9)
    expect(f.counts.values).toBe(6)
    difference(f, [2, 3, 4], 'forward', 1e-3)
    expect(f.counts.values).toBe(6 + 4)
  })

  it('has an error of first order one-sided and of second order central', () => {
    const f = compile('exp(x)', ['x'])
    const error = (scheme: 'forward' | 'central', h: number) =>
      Math.abs((difference(f, [1], scheme, h)[0] ?? 0) - Math.E)
    expect(error('forward', 1e-3) / error('forward', 5e-4)).toBeCloseTo(2, 2)
    expect(error('central', 1e-2) / error('central', 5e-3)).toBeCloseTo(4, 2)
  })

  it.each([0, -0, Number.NaN, Number.POSITIVE_INFINITY])('refuses h = %d', (h) => {
    const f = compile('x^2', ['x'])
    expect(() => difference(f, [3], 'forward', h)).toThrowError(expect.objectContaining({ code: 'difference-step' }))
  })

  it('refuses an h that is lost in the coordinate, and says in which', () => {
    const f = compile('x + y', ['x', 'y'])
    for (const scheme of ['forward', 'backward', 'central'] as const) {
      expect(() => difference(f, [1, 1e9], scheme, 1e-8)).toThrowError(
        expect.objectContaining({ code: 'difference-lost', values: { variable: 'y', at: 1e9, h: 1e-8 } })
      )
      expect(difference(f, [1, 1], scheme, 1e-8)).toHaveLength(2)
    }
  })

  it('refuses an h that only one of the places a scheme asks f at loses', () => {
    const f = compile('x', ['x'])
    // Numbers are twice as dense on the side of 0 of a power of 2.
    const isRefused = (a: number, scheme: 'forward' | 'backward' | 'central') => {
      try {
        difference(f, [a], scheme, 1e-16)
        return false
      } catch {
        return true
      }
    }
    for (const a of [1, -1]) {
      const outwards = a > 0 ? 'forward' : 'backward'
      const inwards = a > 0 ? 'backward' : 'forward'
      expect([outwards, inwards, 'central'].map((scheme) => isRefused(a, scheme as 'central'))).toEqual([
        true,
        false,
        true
      ])
    }
  })

  it('goes on in a run: the quotient as it comes, and the coordinate that lost h', () => {
    const f = compile('x + y', ['x', 'y'])
    const out = new Float64Array(2)
    expect(differenceInto(f, [1, 1e9], 'forward', 1e-8, out)).toBe(1)
    expect(out[1]).toBe(0)
    expect(differenceInto(f, [1, 1], 'forward', 1e-8, out)).toBe(-1)
  })

  it('is undefined where f is', () => {
    expect(difference(compile('log(x)', ['x']), [-1], 'central', 1e-4)).toEqual([Number.NaN])
  })
})
