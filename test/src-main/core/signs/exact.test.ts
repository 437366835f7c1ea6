import { candidates } from '@core/signs/candidates'
import * as exact from '@core/signs/exact'
import { exactForm } from '@core/signs/exact-form'
import { exactValue } from '@core/signs/exact-value'
import { factoredForm } from '@core/signs/factors'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { valueAt } from '@shared/language/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const tree = (text: string) => parse(text, { names: ['x'] }).tree
const exactOf = (text: string, at = '0') => {
  const x = exactValue(tree(at), new Map())
  return x && exactValue(tree(text), new Map([['x', x]]))
}

describe('an exact value', () => {
  it.each([
    ['sqrt(2)*sqrt(3)', 'sqrt(6)'],
    ['(sqrt(3) + sqrt(2))*(sqrt(3) - sqrt(2))', '1'],
    ['1/(1 + sqrt(2))', 'sqrt(2) - 1'],
    ['sqrt(8) - 2*sqrt(2)', '0'],
    ['2^(3/2)/4', 'sqrt(2)/2'],
    ['sin(pi/3)^2 + cos(pi/3)^2', '1'],
    ['tan(pi/12)', '2 - sqrt(3)'],
    ['log(8)/log(2)', '3'],
    ['e^(2*log(3))', '9'],
    ['log(6) - log(2) - log(3)', '0'],
    ['asin(1/2) + acos(1/2)', 'pi/2'],
    ['atan(sqrt(3))', 'pi/3'],
    ['cbrt(-16)', '-2*cbrt(2)'],
    ['0.1 + 0.2', '0.3']
  ])('of %s is %s', (text, form) => {
    const value = exactOf(text)
    const shown = value && exactForm(value)
    expect(shown && print(shown)).toBe(form)
  })

  it('is null where there is no such form, or no value', () => {
    for (const text of ['sin(1)', 'e^sqrt(2)', 'log(pi)', '1/0', 'sqrt(-1)', 'log(0)']) expect(exactOf(text)).toBeNull()
  })

  it('reports where a formula may break, and nowhere else', () => {
    const breaks = (text: string, at: string) => {
      let isBorder = false
      exactValue(tree(text), new Map([['x', exactValue(tree(at), new Map()) ?? exact.nothing]]), () => {
        isBorder = true
      })
      return isBorder
    }
    const at: readonly (readonly [string, string, string])[] = [
      ['1/(x^2 - 2)', 'sqrt(2)', '2'],
      ['tan(x)', 'pi/2', 'pi/3'],
      ['abs(3x - 0.9)', '0.3', '0.4'],
      ['floor(2x)', '3/2', '1/3'],
      ['piecewise(x < 1, 1, x)', '1', '2'],
      ['sqrt(x)', '0', '1']
    ]
    for (const [text, place, other] of at)
      expect([text, breaks(text, place), breaks(text, other)]).toEqual([text, true, false])
  })

  it('of any sum, product and power agrees with floating point', () => {
    const leaf = fc.constantFrom('2', '3', '1/3', 'sqrt(2)', 'sqrt(3)', 'pi', 'e', 'log(2)', 'cbrt(5)', 'sin(pi/4)')
    const text = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree'))
          .map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
        tie('tree').map((a) => `(${a})^2`)
      )
    })).tree
    fc.assert(
      fc.property(text, (formula) => {
        const value = exactOf(formula)
        if (!value) return
        const double = valueAt(tree(formula), new Map())
        expect(Math.abs(exact.doubleOf(value) - double)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(double)) ** 2)
      }),
      { seed: 3, numRuns: 300 }
    )
  })
})

describe('candidates', () => {
  it.each([
    '3/7',
    '-5/12',
    'pi/6',
    '-7*pi/4',
    'sqrt(2)',
    '(3 - sqrt(5))/2',
    '-sqrt(30)/5',
    'cbrt(2)',
    '1/e',
    'log(2)',
    'log(3)/2',
    '0'
  ])('near a number include its closed form, as of %s', (text) => {
    const value = exactOf(text) ?? exact.nothing
    const near = exact.doubleOf(value)
    expect([...candidates(near, near)].some((one) => exact.isSame(one, value))).toBe(true)
  })
})

describe('a factored form', () => {
  it('has the same value, and shows the roots', () => {
    const root = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1, 2, 3))
    fc.assert(
      fc.property(
        fc.array(root, { minLength: 2, maxLength: 4 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (roots, x) => {
          let all = [2]
          for (const [p, q] of roots) all = [...all, 0].map((_, k) => q * (all[k - 1] ?? 0) - p * (all[k] ?? 0))
          const formula = tree(all.map((coefficient, k) => `(${coefficient})*x^${k}`).join(' + '))
          const form = factoredForm(formula, 'x')
          const [value, other] = [formula, form ?? formula].map((one) => valueAt(one, new Map([['x', x]])))
          const size = all.reduce((sum, coefficient, k) => sum + Math.abs(coefficient * x ** k), 0)
          expect(Math.abs((value as number) - (other as number))).toBeLessThanOrEqual(1e-12 * size + 1e-300)
          for (const [p, q] of roots)
            expect(Math.abs(valueAt(form ?? formula, new Map([['x', p / q]])))).toBeLessThan(1e-7)
          expect(form && print(form)).toMatch(/\(|\^/)
        }
      ),
      { seed: 5, numRuns: 60 }
    )
  })

  it('is null for what is no polynomial, or cannot be factored', () => {
    for (const text of ['x', '3x', 'x^2 + 1', 'sin(x)', 'e^x - 1']) expect(factoredForm(tree(text), 'x')).toBeNull()
  })
})
