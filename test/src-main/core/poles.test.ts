import { javascript } from '@core/compile/javascript'
import { tape } from '@core/compile/tape'
import { sampleCurve } from '@core/curve/curve'
import { gradient } from '@core/derivative'
import { Graph } from '@core/graph'
import { lowerFunction } from '@core/lower'
import { compile, compileTree } from '@core/objective'
import { functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { valueAt } from '@shared/language/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { call, formulas, name, number, power, sum } from '../../support/formulas'
import { Underflow, valueOrNone } from '../../support/poles'

const at = (text: string, x: number) => compile(text, ['x']).value([x])

describe('what is made of a pole', () => {
  it.each([
    ['1/x', 0],
    ['log(x)', 0],
    ['exp(-1/x^2)', 0],
    ['atan(1/x)', 0],
    ['1/(1 + 1/x)', 0],
    ['tanh(1/x)', 0],
    ['1/log(abs(x))', 0],
    ['x/(1/x)', 0],
    ['1/(1/x)', 0],
    ['(1/x)^0', 0],
    ['min(1/x, 5)', 0],
    ['piecewise(1/x > 3, 1, 2)', 0],
    ['sign(1/x^2)', 0],
    ['mod(1, 1/x)', 0],
    ['x^-2', 0],
    ['atan(x^-1.5)', 0],
    ['atan(x^(x - 1))', 0],
    ['tanh(atanh(x))', 1],
    ['exp(log1p(x))', -1],
    ['exp(log2(x))', 0],
    ['atan(csc(x))', 0],
    ['1/coth(x)', 0],
    ['atan(1/(3x*(x - 1)^2))', 1],
    ['1/0', 3]
  ])('has no value: %s at %d', (text, x) => {
    const f = compile(text, ['x'])
    expect(f.value([x])).toBeNaN()
    expect([...f.gradient([x]), ...f.hessian([x]).flat()]).toEqual([Number.NaN, Number.NaN])
    expect(valueAt(parse(text).tree, new Map([['x', x]]))).toBeNaN()
  })

  it('counts only in the piece that is chosen, and in what decides', () => {
    expect(at('piecewise(x > 0, exp(-1/x), 0)', 0)).toBe(0)
    expect(at('piecewise(abs(x) > 0 and 1/x > 3, 1, 2)', 0)).toBe(2)
    expect(at('exp(-1/x) if x > 0 else log(x + 2)', 0)).toBeCloseTo(Math.LN2, 15)
  })

  it('is not what overflows: ±∞ goes on, and so does what is divided by an underflow', () => {
    expect(at('exp(x)', 1000)).toBe(Number.POSITIVE_INFINITY)
    expect(at('1/(1 + exp(x))', 1000)).toBe(0)
    expect(at('1/exp(-x)', 1000)).toBe(Number.POSITIVE_INFINITY)
    expect(at('1/(1 + 1/exp(-x))', 1000)).toBe(0)
    expect(at('1/(1 + 1/(exp(-x) + exp(-2x)))', 1000)).toBe(0)
    expect(at('exp(-1/x^2)', 1e-200)).toBe(0)
    expect(at('log(sech(x))', 1000)).toBe(Number.NEGATIVE_INFINITY)
  })

  it('is not what is defined by a convention: sinc 0, acot 0, 0^0', () => {
    expect([at('sinc(x)', 0), at('acot(x)', 0), at('acot(x)', -0), at('x^0', 0)]).toEqual([
      1,
      Math.PI / 2,
      Math.PI / 2,
      1
    ])
  })

  const special = fc.constantFrom(0, 1, -1, 0.5, 2, -0.125, 3)
  /** Random formulas in which much is divided, and made finite again. */
  const trees = fc
    .tuple(
      formulas(['x', 'y']),
      formulas(['x', 'y']),
      fc.constantFrom('atan', 'tanh', 'exp', 'sign', 'acoth', 'cot', 'log1p')
    )
    .map(([one, other, around]): Syntax => sum(call(around, power(one, -1)), call('atan', call('log', other))))

  it('is told alike by code, tape and page, and by an evaluator that never makes such an infinity', () => {
    const counts = { poles: 0, numbers: 0 }
    const names = ['x', 'y']
    fc.assert(
      fc.property(trees, special, special, (tree, x, y) => {
        let expected: number
        try {
          expected = valueOrNone(tree, { x, y })
        } catch (error) {
          if (error instanceof Underflow) return
          throw error
        }
        const graph = new Graph()
        const inputs = names.map(() => graph.input())
        const f = lowerFunction(graph, tree, new Map(names.map((name, i) => [name, inputs[i] ?? 0])))
        const outputs = [f, ...gradient(graph, f, inputs)]
        const needed = graph.below(outputs)
        const [code, played] = [javascript, tape].map((way) => {
          const output = new Float64Array(outputs.length)
          way(graph, needed, outputs)(Float64Array.of(x, y), output)
          return output
        })
        expect(code).toEqual(played)
        const page = valueAt(tree, new Map(Object.entries({ x, y })))
        // The sign of a zero aside.
        expect([(code?.[0] ?? 0) + 0, page + 0]).toEqual([expected + 0, expected + 0])
        if (Number.isNaN(expected)) {
          expect(compileTree(tree, names).gradient([x, y]).every(Number.isNaN)).toBe(true)
          counts.poles++
        } else counts.numbers++
      }),
      { seed: 20_261_201, numRuns: 600 }
    )
    expect(counts.poles).toBeGreaterThan(100)
    expect(counts.numbers).toBeGreaterThan(100)
  }, 60_000)

  it('costs a long chain of quotients no more than a step each', () => {
    let chain: Syntax = name('x')
    for (let i = 0; i < 200; i++) chain = sum(number(1), power(chain, -1))
    expect(compileTree(chain, ['x']).value([1])).toBeCloseTo((1 + Math.sqrt(5)) / 2, 12)
    expect(valueAt(chain, new Map([['x', 1]]))).toBeCloseTo((1 + Math.sqrt(5)) / 2, 12)
  })
})

describe('the poles of each function', () => {
  const special = [0, 0.07, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2, 3, 17.25].flatMap((a) => [a, -a])
  const typed = functions.filter(({ hidden }) => !hidden)

  it.each(typed.map((row) => [row.name, row] as const))('%s is never infinite: its row says where', (_, row) => {
    const variables = ['x', 'y'].slice(0, row.parameters.length)
    const f = compile(`${row.written ?? row.name}(${variables})`, variables)
    const points = variables.length === 1 ? special.map((a) => [a]) : special.flatMap((a) => special.map((b) => [a, b]))
    expect(points.filter((point) => Math.abs(f.value(point)) === Number.POSITIVE_INFINITY)).toEqual([])
    // Nor is it said to have a pole where it is a number.
    const lost = points.filter((point) => Number.isFinite(row.value(...point)) && Number.isNaN(f.value(point)))
    expect(lost).toEqual([])
  })

  it.each(typed.filter(({ range }) => range).map((row) => [row.name, row] as const))(
    '%s has the sign that its row says, and is 0 only by underflow unless that is in it',
    (_, row) => {
      const around = fc.double({ min: -700, max: 700, noNaN: true })
      fc.assert(
        fc.property(fc.tuple(...row.parameters.map(() => around)), (point) => {
          const value = row.value(...point)
          if (!Number.isFinite(value)) return
          if (row.range !== 'nonnegative' && row.name !== 'gauss') expect(value).not.toBe(0)
          if (row.range !== 'nonzero') expect(value).toBeGreaterThanOrEqual(0)
        }),
        { seed: 5, numRuns: 200 }
      )
    }
  )
})

describe('a curve', () => {
  const told = (text: string) =>
    sampleCurve(compile(text, ['x']), { min: -5, max: 5 }, 400).breaks.map(({ kind, at, value, left, right }) => ({
      kind,
      at,
      value,
      left,
      right
    }))

  it.each([
    ['exp(-1/x^2)', 'hole', 0, 0],
    ['1/(1 + 1/x^2)', 'hole', 0, 0],
    ['tanh(1/x)', 'jump', -1, 1],
    ['atan(1/x)', 'jump', -Math.PI / 2, Math.PI / 2]
  ])('of %s has a %s at 0, and no value there', (text, kind, left, right) => {
    const close = (number: number) => expect.closeTo(number, 8)
    expect(told(text)).toEqual([{ kind, at: 0, value: Number.NaN, left: close(left), right: close(right) }])
  })
})
