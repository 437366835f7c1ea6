import { difference } from '@core/difference'
import { differenceErrors } from '@core/difference-errors'
import { compile } from '@core/objective'
import { Cancelled, steady } from '@core/pulse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const schemes = ['forward', 'backward', 'central'] as const
const errorsOf = (formula: string, a: number) => differenceErrors(compile(formula, ['x']), 0, [a], steady)
type Errors = ReturnType<typeof errorsOf>

/** Functions that rounding treats as theory says: with their second and third derivatives at `a`. */
const usual: readonly (readonly [formula: string, a: number, second: number, third: number])[] = [
  ['sin(x)', 1, -Math.sin(1), -Math.cos(1)],
  ['sin(x)', 2.5, -Math.sin(2.5), -Math.cos(2.5)],
  ['exp(x)', 0, 1, 1],
  ['exp(x)', 1, Math.E, Math.E],
  ['exp(x)', -3, Math.exp(-3), Math.exp(-3)],
  ['x^3', 1, 6, 6],
  ['x^3', -2.3, -13.8, 6],
  ['log(x)', 2, -1 / 4, 1 / 4],
  ['1/x', 0.3, 2 / 0.3 ** 3, -6 / 0.3 ** 4],
  ['sqrt(x)', 2, -1 / (4 * 2 ** 1.5), 3 / (8 * 2 ** 2.5)],
  ['cosh(x)', 2, Math.cosh(2), Math.sinh(2)],
  ['1e300*sin(x)', 1, -1e300 * Math.sin(1), -1e300 * Math.cos(1)],
  ['sin(1e6*x)', 1, -1e12 * Math.sin(1e6), -1e18 * Math.cos(1e6)]
]

/** Slope of the straight line through points in logarithms, by least squares. */
function fittedSlope(points: readonly (readonly [h: number, error: number])[]): number {
  const logs = points.map(([h, error]) => [Math.log10(h), Math.log10(error)] as const)
  const mean = (of: 0 | 1) => logs.reduce((sum, log) => sum + log[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const product = logs.reduce((sum, [u, v]) => sum + (u - x) * (v - y), 0)
  return product / logs.reduce((sum, [u]) => sum + (u - x) ** 2, 0)
}

/** The largest error of each half decade from `low` to `high`. */
function largest({ steps, errors }: Errors, scheme: (typeof schemes)[number], low: number, high: number) {
  const places = [...steps.keys()].filter((index) => (steps[index] ?? 0) >= low && (steps[index] ?? 0) < high)
  return Array.from({ length: Math.floor(places.length / 8) }, (_, group) => {
    const eight = places.slice(8 * group, 8 * group + 8)
    const middle = ((steps[eight[3] ?? 0] ?? 0) * (steps[eight[4] ?? 0] ?? 0)) ** 0.5
    return [middle, Math.max(...eight.map((index) => errors[scheme][index] ?? 0))] as const
  })
}

/** Below `low` rounding is nearly all there is of a scheme's error, above `high` truncation; at `balance` they are equal. */
function sidesOf({ truncation, rounding, best }: Errors, scheme: (typeof schemes)[number]) {
  const { factor, order } = truncation[scheme]
  const balance = (rounding / factor) ** (1 / (order + 1))
  return { low: balance / 8, high: balance * 12, best: best[scheme], balance }
}

describe('the errors of difference quotients', () => {
  it('are asked for 16 step sizes a decade from 1e-16 to 1, of which the powers of ten are exact', () => {
    const { steps } = errorsOf('x^2', 3)
    expect(steps).toHaveLength(257)
    for (let power = -16; power <= 0; power++) expect(steps[(power + 16) * 16]).toBe(Number(`1e${power}`))
    const ratios = [...steps.slice(1)].map((h, index) => h / (steps[index] ?? 0))
    for (const ratio of ratios) expect(ratio).toBeCloseTo(10 ** (1 / 16), 12)
  })

  it('are those of the quotients, along one coordinate of many', () => {
    const f = compile('x^3*y + sin(y)', ['x', 'y'])
    const { steps, errors, exact, at } = differenceErrors(f, 1, [2, 0.7], steady)
    expect([exact, at]).toEqual([8 + Math.cos(0.7), 0.7])
    for (const scheme of schemes) {
      for (const index of [100, 150, 192, 256]) {
        const [, quotient = NaN] = difference(f, [2, 0.7], scheme, steps[index] ?? 0)
        expect(errors[scheme][index]).toBe(Math.abs(quotient - exact))
      }
    }
  })

  it('cost no more for one of fifty variables than for one alone', () => {
    const names = Array.from({ length: 50 }, (_, i) => `x${i}`)
    const f = compile(names.map((name) => `sin(${name})`).join(' + '), names)
    differenceErrors(
      f,
      20,
      names.map((_, i) => i / 10),
      steady
    )
    expect(f.counts.values).toBeLessThan(257 * 5 + 2000)
  })

  it('are |f′(a)| where a + h rounds to a: the quotient is 0', () => {
    const { steps, errors } = errorsOf('exp(x)', 1)
    expect(steps[0]).toBe(1e-16)
    expect(errors.forward[0]).toBe(Math.E)
    const far = errorsOf('3x', 1e300)
    for (const scheme of schemes) expect(far.errors[scheme].every((error) => error === 3)).toBe(true)
    expect(far.best).toEqual({ forward: NaN, backward: NaN, central: NaN })
  })

  it('are NaN where f has no value at one of the places, and known elsewhere', () => {
    const { errors, steps, best } = errorsOf('log(x)', 0.5)
    expect(steps[256]).toBe(1)
    expect([errors.backward[256], errors.central[256]]).toEqual([NaN, NaN])
    expect(errors.forward[256]).toBeCloseTo(2 - Math.log(3), 12)
    expect(best.central).toBeGreaterThan(1e-7)
  })

  it('are unknown where f has no derivative: undefined, a kink, a jump, a vertical tangent, too large', () => {
    for (const [formula, a] of [
      ['log(x)', -1],
      ['abs(x)', 0],
      ['floor(x)', 1],
      ['cbrt(x)', 0],
      ['sqrt(x)', 0],
      ['x^2', 1e200]
    ] as const) {
      const { exact, errors, truncation, rounding, best } = errorsOf(formula, a)
      expect([exact, rounding], formula).toEqual([NaN, NaN])
      for (const scheme of schemes) {
        expect(errors[scheme].every(Number.isNaN), formula).toBe(true)
        expect([truncation[scheme].factor, best[scheme]], formula).toEqual([NaN, NaN])
      }
    }
  })

  it('are all 0 for a constant, which no step size is best for', () => {
    const { errors, truncation, rounding, best } = errorsOf('5', 2)
    for (const scheme of schemes) {
      expect(errors[scheme].every((error) => error === 0)).toBe(true)
      expect([truncation[scheme].factor, best[scheme]]).toEqual([0, NaN])
    }
    expect(rounding).toBe(0)
  })

  it('show that they live, and are given up when they are no longer wanted', () => {
    let beats = 0
    const pulse = {
      beat: () => {
        if (++beats > 100) throw new Cancelled()
      }
    }
    expect(() => differenceErrors(compile('x^2', ['x']), 0, [1], pulse)).toThrow(Cancelled)
  })
})

describe('the truncation error', () => {
  it.each(usual)('of %s at %d is |f″|/2 · h one-sided and |f‴|/6 · h² central', (formula, a, second, third) => {
    const { truncation } = errorsOf(formula, a)
    for (const scheme of ['forward', 'backward'] as const) {
      expect(truncation[scheme].order).toBe(1)
      expect(truncation[scheme].factor / (Math.abs(second) / 2)).toBeCloseTo(1, 6)
    }
    expect(truncation.central.order).toBe(2)
    expect(truncation.central.factor / (Math.abs(third) / 6)).toBeCloseTo(1, 6)
  })

  it.each(usual)('of %s at %d falls by one decade a decade one-sided, by two central', (formula, a) => {
    const found = errorsOf(formula, a)
    for (const scheme of schemes) {
      const { high } = sidesOf(found, scheme)
      const slope = fittedSlope(largest(found, scheme, high, high * 100))
      expect(Math.abs(slope - found.truncation[scheme].order), scheme).toBeLessThan(0.1)
    }
  })

  it.each(usual)('of %s at %d is measured as predicted, within a factor of 1.3', (formula, a) => {
    const found = errorsOf(formula, a)
    for (const scheme of schemes) {
      const { high } = sidesOf(found, scheme)
      const { factor, order } = found.truncation[scheme]
      for (const [index, h] of found.steps.entries()) {
        if (h < high || h > high * 100) continue
        const ratio = (found.errors[scheme][index] ?? NaN) / (factor * h ** order)
        expect(Math.abs(Math.log(ratio)), `${scheme}, h = ${h}`).toBeLessThan(Math.log(1.3))
      }
    }
  })

  type Term = readonly [factor: number, order: number]
  const terms: readonly (readonly [formula: string, a: number, forward: Term, backward: Term, central: Term])[] = [
    ['sin(x)', 0, [1 / 6, 2], [1 / 6, 2], [1 / 6, 2]],
    ['x^3 - 3x^2', 1, [1, 2], [1, 2], [1, 2]],
    ['x^4', 0, [1, 3], [1, 3], [0, 1]],
    ['x^5', 0, [1, 4], [1, 4], [1, 4]],
    ['x^2 + x^5', 0, [1, 1], [1, 1], [1, 4]],
    ['cos(x)', 0, [1 / 2, 1], [1 / 2, 1], [0, 1]],
    ['x^2', 3, [1, 1], [1, 1], [0, 1]],
    ['2x + 1', 1, [0, 1], [0, 1], [0, 1]],
    ['floor(x)', 1.5, [0, 1], [0, 1], [0, 1]],
    ['x*abs(x)', 0, [1, 1], [1, 1], [1, 1]],
    ['abs(x)^3', 0, [1, 2], [1, 2], [0, 1]]
  ]
  it.each(terms)('of %s at %d has the first order that does not vanish', (formula, a, forward, backward, central) => {
    const { truncation } = errorsOf(formula, a)
    const expected = { forward, backward, central }
    for (const scheme of schemes) {
      const [factor, order] = expected[scheme]
      expect(truncation[scheme].factor).toBeCloseTo(factor, 3)
      expect(truncation[scheme].order).toBe(order)
    }
  })

  it('is unknown where f″ settles on nothing', () => {
    expect(errorsOf('x^1.5', 0).truncation.forward.factor).toBeNaN()
    expect(errorsOf('x^4*sin(1/x) + 0*abs(x)', 1e-3).truncation.forward.factor).toBeGreaterThan(0)
  })
})

describe('the power of the truncation error', () => {
  it('of the central quotient is nothing where all odd derivatives are 0 but for rounding', () => {
    for (const [formula, a] of [
      ['sin(x)', Math.PI / 2],
      ['cos(x)', Math.PI],
      ['sin(3x)', Math.PI / 6]
    ] as const) {
      const { truncation } = errorsOf(formula, a)
      expect(truncation.central.factor, formula).toBe(0)
      expect(truncation.forward.order, formula).toBe(1)
    }
  })

  it('of what no whole power tells is unknown', () => {
    for (const power of [2.1, 2.25, 2.75, 3.5]) {
      expect(errorsOf(`abs(x)^${power}`, 0).truncation.forward.factor, `${power}`).toBeNaN()
    }
  })
})

describe('the rounding error', () => {
  it.each(usual)('of %s at %d is that of two values and of a + h: about u(|f| + |a·f′|)', (formula, a) => {
    const { rounding, exact } = errorsOf(formula, a)
    const classic = 2 ** -53 * (Math.abs(compile(formula, ['x']).value([a])) + Math.abs(a * exact))
    expect(rounding / classic).toBeGreaterThan(0.5)
    expect(rounding / classic).toBeLessThan(2.5)
  })

  it.each(usual)('of %s at %d grows by a decade a decade as h shrinks, in its largest', (formula, a) => {
    const found = errorsOf(formula, a)
    const lost = Math.abs(a) * 2 ** -52
    const low = Math.max(lost * 30, 1e-16)
    for (const scheme of schemes) {
      const slope = fittedSlope(largest(found, scheme, low, sidesOf(found, scheme).low))
      expect(Math.abs(slope + 1), scheme).toBeLessThan(0.12)
    }
  })

  it.each(usual)('of %s at %d is bounded by theory, and not by much', (formula, a) => {
    const found = errorsOf(formula, a)
    for (const scheme of schemes) {
      const measured = largest(found, scheme, 1e-16, sidesOf(found, scheme).low / 4).map(([h, error]) => error * h)
      expect(Math.max(...measured) / found.rounding, scheme).toBeLessThan(2)
      expect(Math.max(...measured) / found.rounding, scheme).toBeGreaterThan(1 / 4)
    }
  })

  describe('is that of theory at any distance from where f has no bounds or ends:', () => {
    it.each([
      ['1/x', 0, 'both'],
      ['1/(x-1)', 1, 'both'],
      ['1/(x-1)^2', 1, 'both'],
      ['1/x^3', 0, 'both'],
      ['1/sin(x)', 0, 'both'],
      ['tan(x)', Math.PI / 2, 'both'],
      ['log(x)', 0, 'right'],
      ['sqrt(x)', 0, 'right'],
      ['cbrt(x-1)', 1, 'both'],
      // Its poles are beside the axis, where no formula tells them.
      ['1/(1e20*x^2+1)', 0, 'both'],
      ['1/(1e20*(x-1)^2+1)', 1, 'both']
    ] as const)('%s near %d', (formula, end, sides) => {
      fc.assert(
        fc.property(fc.double({ min: -12, max: -1, noNaN: true }), fc.boolean(), (power, isLeft) => {
          const a = end + (isLeft && sides === 'both' ? -1 : 1) * 10 ** power
          const { rounding, exact } = errorsOf(formula, a)
          const theory = 2 ** -53 * (Math.abs(compile(formula, ['x']).value([a])) + Math.abs(a * exact))
          expect(rounding / theory).toBeGreaterThan(0.1)
          expect(rounding / theory).toBeLessThan(10)
        }),
        { seed: 19, numRuns: 150 }
      )
    })
  })

  it('counts the terms that cancel in f, not only what they leave', () => {
    // f(a) is 1e-6, its terms are about 1.
    const found = errorsOf('x^2 - 2x + 1', 1.001)
    expect(found.rounding).toBeGreaterThan(2 ** -54)
    const measured = largest(found, 'forward', 1e-15, 1e-10).map(([h, error]) => error * h)
    expect(Math.max(...measured) / found.rounding).toBeGreaterThan(1 / 3)
    expect(Math.max(...measured) / found.rounding).toBeLessThan(1.5)
    for (const formula of ['exp(x) - 1', '1 - cos(x)', 'cos(x)']) {
      expect(errorsOf(formula, 0).rounding, formula).toBeGreaterThan(2 ** -55)
    }
  })

  it('is nothing where nothing is rounded', () => {
    for (const formula of ['x^2', 'x', 'x^3', 'sin(x)']) expect(errorsOf(formula, 0).rounding).toBeLessThan(1e-100)
  })
})

describe('the best step size', () => {
  it.each(usual)('of %s at %d is where both errors are about equal', (formula, a) => {
    const found = errorsOf(formula, a)
    for (const scheme of schemes) {
      const { best, balance } = sidesOf(found, scheme)
      expect(best / balance, scheme).toBeGreaterThan(1 / 5)
      expect(best / balance, scheme).toBeLessThan(5)
    }
  })

  it('is of the size of √u one-sided and of ∛u central, for functions of size 1', () => {
    for (const [formula, a] of [
      ['sin(x)', 1],
      ['exp(x)', 0],
      ['x^3', 1],
      ['atan(x)', 0.5]
    ] as const) {
      const { best } = errorsOf(formula, a)
      for (const scheme of ['forward', 'backward'] as const) {
        expect(Math.abs(Math.log10(best[scheme] / 2 ** (-53 / 2)))).toBeLessThan(0.7)
      }
      expect(Math.abs(Math.log10(best.central / 2 ** (-53 / 3)))).toBeLessThan(0.7)
    }
  })

  it('is not a lucky hit: the errors around it are small too', () => {
    const { steps, errors, best } = errorsOf('sin(x)', 0.5)
    const least = Math.min(...errors.forward)
    const lucky = steps[errors.forward.indexOf(least)] ?? NaN
    expect(lucky).toBeLessThan(best.forward / 10)
    const around = errors.forward.filter((_, index) => Math.abs(Math.log10((steps[index] ?? 0) / lucky)) < 0.25)
    expect(Math.max(...around)).toBeGreaterThan(10 * least)
  })

  it('is the largest one where truncation is nothing, the smallest where rounding is', () => {
    expect(errorsOf('x^2', 1).best.central).toBe(1)
    expect(errorsOf('2x + 1', 1).best.central).toBe(1)
    expect(errorsOf('x^2', 0).best.forward).toBe(1e-16)
  })
})
