import { computedDerivative } from '@core/computed'
import { compileTree } from '@core/objective'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import { typeset } from '@shared/language/typeset'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../support/evaluate'
import {
  call,
  comparison,
  coordinate,
  formulas,
  junction,
  name,
  not,
  number,
  pieces,
  power,
  sum
} from '../../support/formulas'

const names = ['x', 'y', 'z']
const x = name('x')

const printed = (tree: Syntax | null) => (tree ? print(tree) : null)
const computed = (text: string, variable = 'x') =>
  printed(computedDerivative(parse(text, { variables: names }).tree, variable, names))

describe('the derivative as it is computed', () => {
  it('is worth what the exact gradient is, bit for bit, wherever it is finite', () => {
    let compared = 0
    fc.assert(
      fc.property(formulas(names), fc.tuple(coordinate, coordinate, coordinate), (tree, point) => {
        const gradient = compileTree(tree, names).gradient(point)
        for (const [i, variable] of names.entries()) {
          const derivative = computedDerivative(tree, variable, names)
          if (!derivative) continue
          const value = compileTree(derivative, names).value(point)
          const exact = gradient[i] as number
          if (!Number.isFinite(value) || !Number.isFinite(exact)) continue
          expect(value + 0).toBe(exact)
          const [x = 0, y = 0, z = 0] = point
          const evaluated = evaluate(derivative, { x, y, z })
          expect(Math.abs(evaluated - exact)).toBeLessThanOrEqual(1e-12 * Math.abs(exact))
          compared++
        }
      }),
      { seed: 20_261_124, numRuns: 1000 }
    )
    expect(compared).toBeGreaterThan(2000)
  })

  it.each([
    ['x^2', 'x + x'],
    ['7', '0'],
    ['3x', '3'],
    ['x^3', 'x*x + x*x + x*x'],
    ['x*y', 'y'],
    ['sin(2x)', '2*cos(2*x)'],
    ['pi*x + e', 'pi'],
    ['1/x', '-1/x/x'],
    ['x^y', 'powslope(x, y)'],
    ['sqrt(x)', '1/(2*sqrt(x))'],
    ['-x*y', '-y'],
    ['x/0', '1/0'],
    ['x*y*z', 'y*z'],
    ['x/3', '1/3'],
    ['0.123456789x', '0.123456789'],
    ['x/7e5', '0.0000014285714285714286']
  ])('of %s in x is %s', (text, expected) => {
    expect(computed(text)).toBe(expected)
  })

  it.each<[string, Syntax, string]>([
    [
      'x where x > 0',
      pieces(comparison(x, '>', number(0)), power(x, 2), x),
      'piecewise(x <= 0, 1, 0) + piecewise(x > 0, 1, 0)*x + piecewise(x > 0, 1, 0)*x'
    ],
    [
      'joined conditions',
      pieces(
        not(junction('or', comparison(x, '<', number(0)), comparison(x, '>=', number(2)))),
        call('sin', x),
        number(1)
      ),
      'piecewise(not (x < 0 or x >= 2), 1, 0)*cos(x)'
    ],
    [
      'what is true of every x',
      sum(
        x,
        pieces(junction('and', comparison(number(1), '<', number(2)), comparison(x, '<', number(2))), x, number(1))
      ),
      '1 + piecewise(0 < 1 and x < 2, 1, 0)'
    ],
    [
      'of cases, nothing said of others',
      call('sin', pieces(comparison(x, '>', number(0)), x, null)),
      'piecewise(x > 0, cos(piecewise(x > 0, x)), 0)'
    ]
  ])('keeps the pieces: %s', (_, tree, expected) => {
    expect(printed(computedDerivative(tree, 'x', ['x']))).toBe(expected)
  })

  it('can be typeset, whatever row it needs', () => {
    for (const text of ['x^y', 'max(x, y, 2x)', 'hypot(x, y)', 'relu(x)*abs(x)', 'sinc(x)', 'mod(x, y)']) {
      const derivative = computedDerivative(parse(text, { variables: names }).tree, 'x', names)
      expect(derivative && typeset(derivative)).not.toBe('')
    }
  })

  it('is left out where it is too long to read, at once', () => {
    const begun = process.cpuUsage()
    expect(computed(Array.from({ length: 12 }, (_, i) => `sin(${i + 1}x)`).join('*'))).toBeNull()
    // Shared parts are written out: this one would have 2^60 nodes.
    expect(computed(`${'sin('.repeat(60)}x${')'.repeat(60)}`)).toBeNull()
    expect(computed(`${'('.repeat(60)}x${'+y)^2'.repeat(60)}`)).toBeNull()
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000)
  })
})
