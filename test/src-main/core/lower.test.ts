import { compile, compileTree } from '@core/objective'
import { describe, expect, it } from 'vitest'
import { name, number, product, sum } from '../../support/formulas'

const at = (text: string, x: number) => compile(text, ['x']).value([x])

describe('lowering', () => {
  it('multiplies whole powers out, so that x^2 is x·x digit for digit', () => {
    for (const x of [0.1, 3.0001, -7.3, 1e-3, 12345.678]) {
      expect(at('x^2', x)).toBe(x * x)
      expect(at('x^3', x)).toBe(x * x * x)
      expect(at('x^4', x)).toBe(x * x * (x * x))
      expect(at('x^-2', x)).toBe(1 / (x * x))
      expect(at('x^17', x)).toBe(x ** 17)
    }
  })

  it('takes 0^0 for 1, and a fractional power of a negative number for undefined', () => {
    expect(at('x^0', 0)).toBe(1)
    expect(compile('x^y', ['x', 'y']).value([0, 0])).toBe(1)
    expect(at('x^(1/3)', -8)).toBeNaN()
    expect(at('cbrt(x)', -8)).toBe(-2)
  })

  it('takes e in e^x for the number itself, not for its nearest double', () => {
    for (const x of [1, 2, 50, -300.5]) expect(at('e^x', x)).toBe(Math.exp(x))
  })

  it('adds and multiplies from left to right', () => {
    expect(at('x + 1 - x', 1e16)).toBe(1e16 + 1 - 1e16)
    expect(at('x/3*3', 0.7)).toBe((0.7 / 3) * 3)
    expect(at('x*3/3', 0.7)).toBe((0.7 * 3) / 3)
  })

  it('takes min, max and hypot of any number of arguments, and passes NaN on', () => {
    expect(at('max(1, x, 2)', 5)).toBe(5)
    expect(at('min(x, -1, 2)', 5)).toBe(-1)
    expect(at('max(x)', -5)).toBe(-5)
    expect(at('hypot(x)', -5)).toBe(5)
    expect(at('hypot(x, 4, 12)', 3)).toBeCloseTo(13, 14)
    expect(at('max(1, log(x), 2)', -1)).toBeNaN()
  })

  it.each([
    ['x/x', 0],
    ['sin(x)/x', 0],
    ['0*(1/x)', 0],
    ['0*log(x)', 0],
    ['0*x', Number.POSITIVE_INFINITY]
  ])('finds %s undefined at %d', (text, x) => {
    expect(at(text, x)).toBeNaN()
  })

  it('takes a sum of 20,000 terms and a product of 5,000 factors in a moment, with their derivatives', () => {
    const start = performance.now()
    const long = compileTree(sum(...Array.from({ length: 20_000 }, (_, i) => product(number(i % 100), name('x')))), [
      'x'
    ])
    expect(long.value([2])).toBe(2 * 200 * 4950)
    expect(long.gradient([2])).toEqual([200 * 4950])
    expect(long.hessian([2])).toEqual([[0]])
    const factors = Array.from({ length: 5000 }, (_, i) => sum(name('x'), number((i % 7) / 1e4)))
    const high = compileTree(product(...factors), ['x'])
    const f = high.value([1])
    expect(f).toBeCloseTo(
      factors.reduce((all, _, i) => all * (1 + (i % 7) / 1e4), 1),
      10
    )
    const logarithmic = factors.reduce((all, _, i) => all + 1 / (1 + (i % 7) / 1e4), 0)
    expect((high.gradient([1])[0] ?? 0) / f).toBeCloseTo(logarithmic, 6)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('refuses a formula of too many nodes quickly and by name', () => {
    const start = performance.now()
    const terms = Array.from({ length: 30_000 }, (_, i) => product(number(i), name('x')))
    expect(() => compileTree(sum(...terms), ['x'])).toThrowError(expect.objectContaining({ code: 'formula-too-large' }))
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
