import { functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { valueAt } from '@shared/language/value'
import { floatText, pythonExpression } from '@shared/python/expression'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulas } from '../../support/formulas'
import { printed, python, runByPython } from '../../support/python'

const scalars = { written: (name: string) => name, isArray: () => false }
const text = (formula: string) => pythonExpression(parse(formula).tree, scalars)

describe('a formula in Python', () => {
  it.each([
    ['x^2/20 + y^2', 'x**2/20 + y**2'],
    ['-x^2', '-x**2'],
    ['(-x)^2', '(-x)**2'],
    ['2^(-x)', '2**(-x)'],
    ['x^y^2', 'x**y**2'],
    ['(x^y)^2', '(x**y)**2'],
    ['x - (y - 1)', 'x - (y - 1)'],
    ['x/(2y)', 'x/(2*y)'],
    ['e^(-x)', 'np.exp(-x)'],
    ['2pi + e', '2*np.pi + np.e'],
    ['007x + 2.50', '7*x + 2.50'],
    ['2*sech(x + 1)', '2*(1 / np.cosh(x + 1))'],
    ['asec(x)', 'np.arccos(1 / x)'],
    ['max(x, y, 1)', 'np.maximum(np.maximum(x, y), 1)'],
    ['hypot(x)', 'np.abs(x)'],
    ['relu(x - 1)', 'np.maximum(x - 1, 0)'],
    ['x + 1/0', 'x + np.nan'],
    ['x*(-8)^0.5', 'x*np.nan'],
    ['erf(x)', 'math.erf(x)'],
    ['piecewise(x < 0, x, 0 < x < 1, x^2, 2)', 'x if x < 0 else x**2 if 0 < x and x < 1 else 2'],
    ['1 + piecewise(x < 0, x)', '1 + (x if x < 0 else np.nan)'],
    ['1/piecewise(x < 0, 0, x)', '1/np.float64(0 if x < 0 else x)'],
    ['piecewise(not (x < 0 or y < 0) and x < 1, 1, 2)', '1 if not (x < 0 or y < 0) and x < 1 else 2']
  ])('%s is %s', (formula, expected) => {
    expect(text(formula)).toBe(expected)
  })

  it('evaluates a condition on an array elementwise', () => {
    const arrays = { written: (name: string) => name, isArray: (name: string) => name === 'x' }
    const { tree } = parse('piecewise(0 < x < 1, x, y)')
    expect(pythonExpression(tree, arrays)).toBe('np.where(np.logical_and(0 < x, x < 1), x, y)')
  })

  it('writes doubles that Python parses to the same bits', () => {
    expect([3, -0, 0.1, 1e-7, 1e21, Number.NaN, -Infinity].map(floatText)).toEqual([
      '3.0',
      '-0.0',
      '0.1',
      '1e-7',
      '1e+21',
      'np.nan',
      '-np.inf'
    ])
  })
})

/** Arguments away from kinks; some outside of some domains. */
const grid = [-7.3, -2.6, -1.45, -0.81, -0.37, 0.21, 0.63, 0.88, 1.35, 2.7, 5.4]
const others = [-6.7, -0.71, 0.57, 2.9]

interface Case {
  readonly tree: Syntax
  readonly at: readonly (readonly [string, number])[]
}

/** The values that Python computes for the cases. */
function pythonValues(cases: readonly Case[]): readonly number[] {
  const lines = cases.map(({ tree, at }) => {
    const values = at.map(([name, value]) => `${name} = np.float64(${floatText(value)})`).join('; ')
    return `${values}; print(repr(float(${pythonExpression(tree, scalars)})))`
  })
  const output = printed(['import math', 'import numpy as np', ...lines].join('\n'))
  return output
    .trim()
    .split('\n')
    .map((line) => ({ inf: Infinity, '-inf': -Infinity, nan: Number.NaN })[line] ?? Number(line))
}

/** The cases in which Python and the program disagree. */
function disagreements(cases: readonly Case[], within: number): readonly unknown[] {
  const found = pythonValues(cases)
  return cases.flatMap(({ tree, at }, index) => {
    const own = valueAt(tree, new Map(at))
    const theirs = found[index] ?? Number.NaN
    if (!Number.isFinite(own)) return []
    return Math.abs(own - theirs) <= within * Math.max(1, Math.abs(own))
      ? []
      : [[pythonExpression(tree, scalars), at, own, theirs]]
  })
}

const callOf = (name: string, parameters: readonly string[]): Syntax => ({
  kind: 'call',
  name,
  arguments: parameters.map((parameter) => ({ kind: 'name', name: parameter, range: { from: 0, to: 0 } })),
  range: { from: 0, to: 0 }
})

describe.skipIf(!python)(runByPython, { timeout: 60_000 }, () => {
  const rows = functions.filter(({ python }) => python !== undefined)
  const cases = rows.flatMap(({ name, parameters }) =>
    grid.flatMap((a) =>
      (parameters.length === 1 ? [0] : others).map((b) => ({
        tree: callOf(name, parameters),
        at: parameters.map((parameter, place) => [parameter, place === 0 ? a : b] as const)
      }))
    )
  )

  it('every function has the same value, and every one that is not hidden a counterpart', () => {
    expect(disagreements(cases, 4e-15)).toEqual([])
    expect(functions.filter(({ hidden, python }) => !hidden && python === undefined)).toEqual([])
  })

  it('a planted mistake is detected', () => {
    const [first] = cases
    const wrong = { ...(first as Case), tree: parse('cos(a) + 1e-14', { names: ['a'] }).tree }
    const right = { ...wrong, tree: parse('cos(a)', { names: ['a'] }).tree }
    expect(disagreements([right], 4e-15)).toEqual([])
    expect(pythonValues([wrong])[0]).not.toBe(pythonValues([right])[0])
  })

  it('random formulas have the same value', () => {
    const trees = fc.sample(formulas(['x', 'y']), { seed: 20_260_502, numRuns: 400 })
    const random = trees.flatMap((tree) => [
      {
        tree,
        at: [
          ['x', 1.3],
          ['y', -0.7]
        ] as const
      },
      {
        tree,
        at: [
          ['x', -2.1],
          ['y', 0.4]
        ] as const
      }
    ])
    expect(disagreements(random, 1e-9)).toEqual([])
  })
})
