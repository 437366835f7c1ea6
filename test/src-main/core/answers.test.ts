import { answers } from '@core/answers'
import { Cancelled, steady } from '@core/pulse'
import { parse } from '@shared/language/parser'
import { typeset } from '@shared/language/typeset'
import { type Body, type RequestName, requests } from '@shared/protocol'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const subject = { formula: '4x^2 + 4xy + 2y^2 + 5', variables: ['x', 'y'], parameters: {} }

/** The body as the protocol lets it through. */
const checked = <Name extends RequestName>(name: Name, body: Body<Name>): Body<Name> =>
  v.parse(requests[name].body, body) as Body<Name>

describe('the answer to', () => {
  it('an analysis is the TeX of each derivative', () => {
    expect(answers.analysis(checked('analysis', { subject }), steady).derivatives).toEqual(['8x + 4y', '4x + 4y'])
    const parameters = { a: 2 }
    const withParameter = { formula: 'a x^2', variables: ['x'], parameters }
    expect(answers.analysis({ subject: withParameter }, steady).derivatives).toEqual(['2ax'])
  })

  it('an analysis has each derivative as a formula too, which is set as its TeX', () => {
    const parameters = { a: 2 }
    for (const formula of ['4x^2 + 4xy + a y^2', 'sin(x y)/(1 + x^2)', 'abs(x) + x^y', 'piecewise(x < 0, -x, x^2) y']) {
      const variables = ['x', 'y']
      const { derivatives, formulas } = answers.analysis({ subject: { formula, variables, parameters } }, steady)
      const trees = formulas.map((text) => parse(text ?? '', { variables, names: ['a'], hidden: true }).tree)
      expect(trees.map((tree) => typeset(tree, { whole: true }))).toEqual(derivatives)
    }
  })

  it('an analysis leaves out what is too long to read', () => {
    const formula = Array.from({ length: 40 }, (_, i) => `sin(${i + 1}x)`).join('*')
    expect(answers.analysis({ subject: { ...subject, formula } }, steady).derivatives[0]).toBeNull()
  })

  it('an analysis checks far out what is defined only there', () => {
    const of = (formula: string) =>
      answers.analysis({ subject: { formula, variables: ['x'], parameters: {} } }, steady).derivatives
    expect(of('log(x - 1000)')).toEqual(['\\frac{1}{x - 1000}'])
    expect(of('asin(x + 5000)')).toEqual([expect.any(String)])
    expect(of('sqrt(1e5 - x)*asin(x - 5000)')).toEqual([expect.any(String)])
  })

  it('an analysis says of a function that is nowhere defined that it is so', () => {
    for (const formula of ['x/0', 'log(-1 - x^2)', 'sqrt(-2)*x']) {
      const analysis = answers.analysis({ subject: { formula, variables: ['x'], parameters: {} } }, steady)
      expect(analysis).toEqual({ derivatives: [null], formulas: [null], gaps: [null], nowhere: true })
    }
    expect(answers.analysis({ subject }, steady)).not.toHaveProperty('nowhere')
  })

  it('an analysis of a long sum has the derivative of each of its terms', () => {
    const variables = Array.from({ length: 50 }, (_, i) => `x${i}`)
    const of = (formula: string) => answers.analysis({ subject: { formula, variables, parameters: {} } }, steady)
    expect(of('np.sum(x**2)').derivatives).toEqual(variables.map((_, i) => `2x${i < 10 ? `_${i}` : `_{${i}}`}`))
    expect(of('np.mean((x - 1)**2)').derivatives[7]).toBe('\\frac{x_7 - 1}{25}')
  })

  it('an analysis of the largest formulas is there at once', () => {
    const many = Array.from({ length: 50 }, (_, i) => `x${i}`)
    const sum = many.map((name) => `(${name} - 1)^2 + 100*sin(${name})`).join(' + ')
    const texts = [sum, 'x*'.repeat(9999) + 'x', `x${'+x'.repeat(9999)}`, `${'sin('.repeat(400)}x${')'.repeat(400)}`]
    for (const formula of texts) {
      const variables = formula.includes('x0') ? many : ['x']
      const begun = process.cpuUsage()
      answers.analysis({ subject: { formula, variables, parameters: {} } }, steady)
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000)
    }
  })

  it('a derivation is the lines by rules, those of the limit, and the derivative as it is computed', () => {
    const { rules, limit, computed } = answers.derivation(checked('derivation', { subject, along: 1 }), steady)
    expect(rules?.[0]?.tex).toContain('\\frac{\\partial}{\\partial y}')
    expect(rules?.at(-1)?.tex).toBe('4\\textcolor{gray}{x} + 4y')
    expect(limit?.at(-1)?.tex).toBe('4\\textcolor{gray}{x} + 4y')
    expect(computed).toContain('\\textcolor{gray}{')
    const sine = answers.derivation(
      { subject: { formula: 'sin x', variables: ['x'], parameters: {} }, along: 0 },
      steady
    )
    expect(sine).toMatchObject({ limit: null, computed: '\\cos x' })
    expect(sine.rules?.at(-1)?.tex).toBe('\\cos x')
  })

  it('a derivation leaves out what is too long to read, or nowhere defined', () => {
    const of = (formula: string) =>
      answers.derivation({ subject: { formula, variables: ['x'], parameters: {} }, along: 0 }, steady)
    const long = Array.from({ length: 40 }, (_, i) => `sin(${i + 1}x)`).join('*')
    expect(of(long)).toEqual({ rules: null, limit: null, computed: null })
    expect(of('x/0')).toMatchObject({ rules: null, limit: null })
  })

  it('a point is all that is known there', () => {
    const report = answers.point(checked('point', { subject, point: [1, 2], h: 1e-4, axes: null }), steady)
    expect(report).toMatchObject({ value: 25, gradient: [16, 12], kinks: [null, null] })
    const { forward, central } = report.differences
    expect('values' in forward && forward.values[0]).toBeCloseTo(16.0004, 7)
    expect('values' in central && central.values[0]).toBeCloseTo(16, 7)
  })

  it('a point, while the derivatives of a large function are made, looks whether it is still wanted, each time', () => {
    const large = { formula: 'x'.repeat(19_000), variables: ['x'], parameters: {} }
    const unwanted = () => {
      throw new Cancelled()
    }
    expect(() => answers.point({ subject: large, point: [1], h: 1, axes: null }, { beat: unwanted })).toThrow(Cancelled)
    expect(answers.point({ subject: large, point: [1], h: 1, axes: null }, steady).gradient).toEqual([19_000])
  })

  it('a point with a useless h says why there is no quotient, and gives the rest', () => {
    const report = answers.point({ subject, point: [1, 2], h: 0, axes: null }, steady)
    expect(report.gradient).toEqual([16, 12])
    expect(report.differences.forward).toEqual({ problem: { code: 'difference-step', values: {} } })
    const lost = answers.point({ subject, point: [1, 2], h: 1e-20, axes: null }, steady).differences.central
    expect(lost).toMatchObject({ problem: { code: 'difference-lost', values: { variable: 'x' } } })
  })

  it('a curve and a grid are samples of the function', () => {
    const curve = checked('curve', {
      subject,
      along: 1,
      point: [1, 0],
      range: { min: 0, max: 1 },
      samples: 2,
      second: false
    })
    const { values } = answers.curve(curve, steady)
    expect([values[0], values.at(-1)]).toEqual([9, 15])
    const grid = answers.grid(
      checked('grid', {
        subject,
        axes: [0, 1],
        point: [0, 0],
        x: { min: 0, max: 1 },
        y: { min: 0, max: 1 },
        columns: 2,
        rows: 2,
        centred: false,
        levels: { count: 15, spacing: 'auto' },
        gradient: true
      }),
      steady
    )
    expect([...grid.values]).toEqual([5, 9, 7, 15])
    expect([...grid.slopesX]).toEqual([0, 8, 4, 12])
  })

  it('the same question with another value of a parameter is another', () => {
    const value = (a: number) =>
      answers.point(
        { subject: { formula: 'a x', variables: ['x'], parameters: { a } }, point: [3], h: 1, axes: null },
        steady
      ).value
    expect([value(1), value(2), value(1)]).toEqual([3, 6, 3])
  })

  it('the same formula with other roles for its names is another', () => {
    const value = (variables: string[], parameters: Record<string, number>) =>
      answers.point(
        {
          subject: { formula: 'x - y', variables, parameters },
          point: [5, 3].slice(0, variables.length),
          h: 1,
          axes: null
        },
        steady
      ).value
    expect(value(['x', 'y'], {})).toBe(2)
    expect(value(['y', 'x'], {})).toBe(-2)
    expect(value(['x'], { y: 1 })).toBe(4)
    expect(value(['y'], { x: 1 })).toBe(-4)
  })

  it('a formula that cannot be read is its problem, with its place', () => {
    const unreadable = { ...subject, formula: 'x + ' }
    for (const ask of [
      () => answers.analysis({ subject: unreadable }, steady),
      () => answers.point({ subject: unreadable, point: [0, 0], h: 1, axes: null }, steady)
    ]) {
      expect(ask).toThrowError(expect.objectContaining({ code: 'formula-unfinished', position: 4 }))
    }
  })

  it('runs and a step are those of the optimisers', () => {
    const run = { method: 'descent', convention: 'book' as const, settings: { lr: 0.1 }, start: [1, 1] }
    const gradient = { method: 'exact' as const, h: 1e-4 }
    const simple = { formula: 'x^2 + y^2', variables: ['x', 'y'], parameters: {} }
    const [report] = answers.runs({ subject: simple, gradient, steps: 3, runs: [run], columns: 100, views: [] }, steady)
    if (!report || 'problem' in report) throw new Error('the run was refused')
    expect(report.points.at(-1)).toBeCloseTo(0.512, 12)
    expect(answers.step({ subject: simple, gradient, run, step: 1 }, steady).after.point[0]).toBeCloseTo(0.8, 12)
  })
})
