import { exponential } from '@shared/language/exponential'
import type { FunctionRow } from '@shared/language/function-row'
import {
  functionNamed,
  functionSpelt,
  functions,
  functionWords,
  rowsWritten,
  shorthands
} from '@shared/language/functions'
import { isName } from '@shared/language/names'
import { parse } from '@shared/language/parser'
import { typeset } from '@shared/language/typeset'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { closedForms } from '../../support/closed-forms'
import { evaluate } from '../../support/evaluate'

/** Central difference of order 4: (8(f(a+h) − f(a−h)) − (f(a+2h) − f(a−2h))) / 12h. */
function slope(f: (a: number) => number, a: number): number {
  const h = 1e-3 * Math.max(Math.abs(a), 0.1)
  return (8 * (f(a + h) - f(a - h)) - (f(a + 2 * h) - f(a - 2 * h))) / (12 * h)
}

/** Where the row's derivative in one argument is off by more than the difference quotient can be, or undefined. */
function disagreement(row: FunctionRow, place: number, at: readonly number[]): string | undefined {
  const parameters = row.parameters.map((name, i) => [name, at[i] ?? 0] as const)
  const rule = parse(row.derivatives[place] ?? '', { names: row.parameters, hidden: true }).tree
  const exact = evaluate(rule, Object.fromEntries(parameters))
  const f = (moved: number) => row.value(...at.map((number, i) => (i === place ? moved : number)))
  const measured = slope(f, at[place] ?? 0)
  if (!Number.isFinite(measured)) return undefined
  const scale = Math.max(Math.abs(exact), Math.abs(f(at[place] ?? 0)), 1e-3)
  if (Math.abs(exact - measured) < 1e-6 * scale) return undefined
  return `${row.name}(${at}) in place ${place}: rule ${exact}, measured ${measured}`
}

/** Points away from the kinks and the ends of the domains. */
const grid = [-7.3, -2.6, -1.45, -0.81, -0.37, 0.21, 0.63, 0.88, 1.35, 2.7, 5.4]
/** Second arguments: none equal to a first one, and no first one near a multiple. */
const others = [-6.7, -2.23, -1.19, -0.71, -0.33, 0.31, 0.57, 0.93, 1.61, 2.9, 5.3]

function points(row: FunctionRow): readonly (readonly number[])[] {
  if (row.name === 'sincderivative') return grid.flatMap((a) => [0, 1, 2].map((n) => [n, a]))
  return row.parameters.length === 1 ? grid.map((a) => [a]) : grid.flatMap((a) => others.map((b) => [a, b]))
}

function disagreements(row: FunctionRow): readonly string[] {
  return points(row).flatMap((at) =>
    row.derivatives.flatMap((_, place) => {
      const isOrder = row.name === 'sincderivative' && place === 0
      return (isOrder ? undefined : disagreement(row, place, at)) ?? []
    })
  )
}

describe('the derivative of each function in each argument', () => {
  test.each(functions.map((row) => [row.name, row] as const))(
    '%s: the rule agrees with difference quotients',
    (_, row) => {
      expect(row.derivatives).toHaveLength(row.parameters.length)
      expect(disagreements(row)).toEqual([])
      expect(points(row).some((at) => Number.isFinite(row.value(...at)))).toBe(true)
    }
  )

  test('a planted mistake is detected', () => {
    const sine = functionNamed('sin')
    expect(disagreements({ ...sine, derivatives: ['-cos(a)'] })).not.toEqual([])
    expect(
      disagreements({ ...functionNamed('atan2'), derivatives: ['unit(b, a)/hypot(a, b)', 'unit(a, b)/hypot(a, b)'] })
    ).not.toEqual([])
  })

  test('derivatives are finite where a naive formula overflows', () => {
    const at = (name: string, ...values: number[]) => {
      const row = functionNamed(name)
      const scope = Object.fromEntries(row.parameters.map((parameter, i) => [parameter, values[i] ?? 0]))
      return row.derivatives.map((rule) => evaluate(parse(rule, { names: row.parameters, hidden: true }).tree, scope))
    }
    expect(at('sigmoid', -1000)).toEqual([0])
    expect(at('sigmoid', 1000)).toEqual([0])
    expect(at('softplus', 1000)).toEqual([1])
    expect(at('tanh', 1000)).toEqual([0])
    expect(at('sech', 1000)).toEqual([-0])
    expect(at('gauss', 1e200)).toEqual([-0])
    expect(at('erf', 1e200)).toEqual([0])
    expect(at('acosh', 1e300)[0]).toBeCloseTo(1e-300, 310)
    expect(at('asinh', 1e300)[0]).toBeCloseTo(1e-300, 310)
    expect(at('hypot', 5e200, 12e200)[0]).toBeCloseTo(5 / 13, 15)
    expect(at('atan2', 0, 1e-200)).toEqual([1e200, -0])
    expect(at('sinc', 0)).toEqual([0])
    expect(at('pow', 0, 0)[0]).toBe(0)
    expect(at('pow', 0, 2)).toEqual([0, 0])
  })
})

const value = (name: string, ...of: number[]) => functionNamed(name).value(...of)

describe('values', () => {
  test.each(functions.filter(({ hidden }) => !hidden).map((row) => [row.name, row] as const))(
    '%s has the values that are known in closed form',
    (name, row) => {
      const known = closedForms[name] ?? []
      expect(known.length).toBeGreaterThanOrEqual(2)
      for (const [expected, ...of] of known) {
        const error = Math.abs(row.value(...of) - expected)
        expect([name, of, error <= 4 * 2 ** -53 * Math.abs(expected)]).toEqual([name, of, true])
      }
    }
  )

  test('erf agrees with another implementation to the last digits', () => {
    // Python's math.erf
    const table = [
      [1e-300, 1.1283791670955126e-300],
      [1e-9, 1.1283791670955127e-9],
      [0.1, 0.1124629160182849],
      [0.5, 0.5204998778130465],
      [0.84, 0.7651427114549946],
      [0.85, 0.7706680576083526],
      [1, 0.8427007929497149],
      [1.24, 0.9205051842990297],
      [1.26, 0.9252359418101295],
      [2, 0.9953222650189527],
      [2.8, 0.9999249868053346],
      [2.9, 0.9999589021219005],
      [3.5, 0.9999992569016276],
      [5, 0.9999999999984626],
      [6.1, 1.0]
    ] as const
    for (const [a, expected] of table) {
      expect(Math.abs(value('erf', a) / expected - 1)).toBeLessThan(3e-16)
      expect(value('erf', -a)).toBe(-value('erf', a))
    }
    expect(value('erf', Number.NaN)).toBeNaN()
    expect(value('erf', Number.NEGATIVE_INFINITY)).toBe(-1)
  })

  test('sinc and its derivatives are continuous where the series meets the recurrence', () => {
    for (const n of [0, 1, 2, 3]) {
      const edge = n + 1
      const [inside, outside] = [edge, edge + 1e-15].map((a) => value('sincderivative', n, a))
      expect(inside).toBeCloseTo(outside ?? Number.NaN, 13)
    }
    expect(value('sincderivative', 2, 0)).toBeCloseTo(-1 / 3, 15)
  })

  test('halves are rounded to the even number', () => {
    expect([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.2, 1e300].map((a) => value('round', a))).toEqual([
      -2, -2, -0, 0, 2, 2, 3, 1e300
    ])
  })

  test('a remainder has the sign of the divisor', () => {
    expect([value('mod', 7, 3), value('mod', -7, 3), value('mod', 7, -3), value('mod', -7, -3)]).toEqual([1, 2, -2, -1])
    expect(value('mod', 6, 3)).toBe(0)
    expect(value('mod', 1, 0)).toBeNaN()
  })

  test('a logarithm to a base is exact at whole powers of it', () => {
    expect([
      value('logbase', 8, 2),
      value('logbase', 1000, 10),
      value('logbase', 125, 5),
      value('logbase', 1 / 9, 3)
    ]).toEqual([3, 3, 3, -2])
  })

  test('sigmoid and softplus neither overflow nor lose small values', () => {
    expect([value('sigmoid', -1000), value('sigmoid', 1000), value('softplus', 1000)]).toEqual([0, 1, 1000])
    expect(value('sigmoid', -700)).toBeCloseTo(Math.exp(-700), 320)
    expect(value('softplus', -40)).toBe(Math.exp(-40))
  })

  test('every function propagates NaN, in every argument', () => {
    for (const row of functions.filter(({ hidden }) => !hidden)) {
      for (const place of row.parameters.keys()) {
        const at = row.parameters.map((_, i) => (i === place ? Number.NaN : 1.5))
        expect([row.name, place, row.value(...at)]).toEqual([row.name, place, Number.NaN])
      }
    }
    expect(value('hypot', Number.POSITIVE_INFINITY, Number.NaN)).toBeNaN()
  })

  test('a function and its inverse undo each other', () => {
    for (const { name, inverse, value } of functions) {
      if (!inverse) continue
      expect(functionNamed(inverse).inverse).toBe(name)
      const samples = grid.filter((a) => Number.isFinite(value(a)))
      expect(samples.length).toBeGreaterThan(0)
      for (const a of samples) expect(value(functionNamed(inverse).value(value(a)))).toBeCloseTo(value(a), 9)
    }
  })

  test('have the parity and the quotient of their rows', () => {
    for (const { name, parameters, value, parity, quotient } of functions) {
      for (const at of [0.3, 0.7, 0.99, 1.4, 2.5]) {
        const [there, opposite] = [value(at), value(-at)]
        if (parity) expect(opposite, name).toBe(parity === 'even' ? there : -there)
        else if (parameters.length === 1 && Number.isFinite(there) && name !== 'floor' && name !== 'ceil')
          expect(Math.abs(opposite) === Math.abs(there) && there !== 0 && !/slope|acos|asec/.test(name), name).toBe(
            false
          )
        if (!quotient) continue
        const is = evaluate(parse(quotient, { names: ['a'] }).tree, { a: at })
        expect(Math.abs(is - there), name).toBeLessThan(1e-14 * Math.max(1, Math.abs(there)))
      }
    }
  })

  test('min, max and hypot of many are those of two, taken pairwise', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 6 }), (of) => {
        for (const { value, variadic } of functions) {
          if (!variadic) continue
          const pairwise = of.reduce((a, b) => value(a, b))
          const together = value(...of)
          expect(Math.abs(together - pairwise)).toBeLessThanOrEqual(1e-15 * of.length * Math.abs(together))
        }
      }),
      { seed: 2, numRuns: 200 }
    )
    for (const { value, variadic } of functions) {
      if (variadic) expect(evaluate(parse(variadic.one, { names: ['a'] }).tree, { a: -2 })).toBe(value(-2))
    }
  })
})

describe('shorthands', () => {
  const read = (text: string, x: number) => evaluate(parse(text).tree, { x })

  test.each<[string, number, number]>([
    ['np.clip(x, -1, 2)', 5, 2],
    ['np.clip(x, -1, 2)', -5, -1],
    ['np.clip(x, -1, 2)', 0.5, 0.5],
    ['np.exp2(x)', 10, 1024],
    ['np.radians(x)', 180, Math.PI],
    ['np.deg2rad(x)', 90, Math.PI / 2],
    ['np.degrees(x)', Math.PI, 180],
    ['np.rad2deg(x)', Math.PI / 2, 90],
    ['np.heaviside(x, 0.5)', -3, 0],
    ['np.heaviside(x, 0.5)', 0, 0.5],
    ['np.heaviside(x, 0.5)', 1e-300, 1],
    ['np.trunc(x)', -2.7, -2],
    ['np.fix(x)', 2.7, 2],
    ['np.fmod(x, 3)', -7, -1],
    ['np.fmod(x, -3)', 7, 1],
    ['np.floor_divide(x, 2)', -3, -2],
    ['np.fmax(x, 2)', 3, 3],
    ['np.fmin(x, 2)', 3, 2],
    ['np.float_power(x, 3)', 2, 8],
    ['math.pow(x, 3)', -2, -8],
    ['np.reciprocal(x)', 4, 0.25],
    ['np.square(x)', -3, 9],
    ['np.true_divide(x, 4)', 3, 0.75],
    ['np.logaddexp(x, 0)', 1000, 1000]
  ])('%s at %d is %d', (text, x, expected) => {
    expect(read(text, x)).toBe(expected)
  })

  test('clip and heaviside propagate NaN', () => {
    expect(read('clip(x, -1, 2)', Number.NaN)).toBeNaN()
    expect(read('heaviside(x, 1)', Number.NaN)).toBeNaN()
  })
})

describe('names of functions', () => {
  test('no spelling means two things', () => {
    const spellings = [...functions, ...shorthands].flatMap(({ name, aliases }) => [name, ...aliases])
    const twice = spellings.filter((name, at) => spellings.indexOf(name) !== at)
    expect(twice).toEqual(['pow'])
    expect(exponential.find(({ name }) => name === 'pow')?.hidden).toBe(true)
  })

  test('every spelling is understood in any case and is no name for a variable', () => {
    for (const word of functionWords()) {
      expect(functionSpelt(word.toUpperCase())).toBe(functionSpelt(word))
      expect(isName(word)).toBe(false)
    }
  })

  test('a hidden function that is typed is an unknown name', () => {
    for (const { name, parameters } of functions.filter(({ hidden, name }) => hidden && name !== 'pow')) {
      const call = `${name}(${parameters.map(() => 'x').join(', ')})`
      expect(() => parse(call)).toThrow(expect.objectContaining({ code: 'name-unknown' }))
      expect(parse(call, { names: ['x'], hidden: true }).tree).toMatchObject({ kind: 'call', name })
      expect(functionSpelt(name)).toBeUndefined()
    }
  })

  test('log has a row for one argument and one for two', () => {
    expect(rowsWritten('log').map(({ name }) => name)).toEqual(['log', 'logbase'])
  })

  test('exactly the functions and shorthands that are offered have a help line in both languages', () => {
    const offered = [...functions.filter(({ hidden, written }) => !hidden && !written), ...shorthands].map(
      ({ name }) => name
    )
    expect(Object.keys(words.en.functions).sort()).toEqual([...offered].sort())
    expect(Object.keys(words.ja.functions).sort()).toEqual([...offered].sort())
  })

  test('an unknown canonical name is an error', () => {
    expect(() => functionNamed('foo')).toThrow(RangeError)
  })

  test('KaTeX typesets a call of each function and each of its derivatives', () => {
    for (const row of functions) {
      const call = `${row.written ?? row.name}(${row.parameters.join(', ')})`
      for (const text of [call, ...row.derivatives]) {
        const tex = typeset(parse(text, { names: row.parameters, hidden: true }).tree)
        expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' })).not.toThrow()
      }
    }
  })
})
