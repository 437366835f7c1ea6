import { compile } from '@core/objective'
import { stepAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { parse } from '@shared/language/parser'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { type FixedRate, symbolsOf } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import type { StepReport } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explanation as dyed } from '../../../src-renderer/steps/explanation'
import { evaluate } from '../../support/evaluate'
import { plainTeX } from '../../support/plain-tex'

const explanation = (...step: Parameters<typeof dyed>) =>
  dyed(...step).map((line) => ({ ...line, numbers: line.numbers.map((one) => ({ ...one, tex: plainTeX(one.tex) })) }))

const methodOf = (id: string, convention = 'book'): FixedRate => {
  const method = fixedRateMethods.find((row) => row.id === id && row.convention === convention)
  if (!method) throw new Error(`There is no method ${id}`)
  return method
}

const anywhere = { point: [], value: 0, gradient: [] }
/** A report written by hand: only its lines are read. */
const reportOf = (...lines: StepReport['lines']): StepReport => ({
  step: 1,
  before: anywhere,
  after: anywhere,
  lines,
  memory: {},
  lr: null,
  noise: null,
  algorithm: null
})

describe('a step of', () => {
  it('gradient descent is its rule, then the same with numbers', () => {
    const report = reportOf({
      target: 'x',
      operands: { x: [4, -5], lr: [0.08, 0.08], g: [8, -10] },
      result: [3.36, -4.2]
    })
    expect(explanation(report, methodOf('descent'), ['x0', 'x1'], [0, 1])).toEqual([
      {
        target: 'x',
        rule: 'x \\leftarrow x - \\eta\\nabla f',
        numbers: [
          { variable: 'x_0', tex: '4 - 0.08 \\times 8 = 3.36' },
          { variable: 'x_1', tex: '-5 - 0.08 \\times (-10) = -4.2' }
        ]
      }
    ])
  })

  it('has the gradient and the rate in the colours of their own, and its result in bold', () => {
    const report = reportOf({ target: 'x', operands: { x: [4], lr: [0.08], g: [-8e-7] }, result: [4.000000064] })
    expect(dyed(report, methodOf('descent'), ['x'], [0])[0]?.numbers[0]?.tex).toBe(
      '4 - \\htmlClass{of-rate}{0.08} \\times (\\htmlClass{of-gradient}{-8 \\times 10^{-7}}) = \\mathbf{4.000000064}'
    )
  })

  it('momentum has a line for its memory, with the coordinate below the letter', () => {
    const report = reportOf(
      { target: 'v', operands: { momentum: [0.9], v: [-0.5], lr: [0.1], g: [3] }, result: [-0.75] },
      { target: 'x', operands: { x: [2], v: [-0.75] }, result: [1.25] }
    )
    const [memory, coordinate] = explanation(report, methodOf('momentum'), ['x'], [0])
    expect(memory).toEqual({
      target: 'v',
      rule: 'v \\leftarrow \\mu v - \\eta\\nabla f',
      numbers: [{ variable: '{v}_{x}', tex: '0.9 \\times (-0.5) - 0.1 \\times 3 = -0.75' }]
    })
    expect(coordinate?.rule).toBe('x \\leftarrow x + v')
    expect(coordinate?.numbers).toEqual([{ variable: 'x', tex: '2 + (-0.75) = 1.25' }])
  })

  it('Adam shows the rate of the step by its own letter', () => {
    const operands = Object.fromEntries(Object.keys(symbolsOf(methodOf('adam'))).map((name) => [name, [1]]))
    const lines = methodOf('adam').rule.map(({ target }) => ({ target, operands, result: [1] }))
    const rules = explanation(reportOf(...lines), methodOf('adam'), ['x'], []).map(({ rule }) => rule)
    expect(rules[0]).toBe('m \\leftarrow m + (1 - \\beta_1)(\\nabla f - m)')
    expect(rules[2]).toBe('\\eta_t \\leftarrow \\frac{\\eta\\sqrt{1 - \\beta_2^t}}{1 - \\beta_1^t}')
    expect(rules[3]).toBe('x \\leftarrow x - \\frac{\\eta_tm}{\\sqrt{v} + \\varepsilon}')
  })

  it('Adam tells once what is the same for every coordinate', () => {
    const operands = Object.fromEntries(Object.keys(symbolsOf(methodOf('adam'))).map((name) => [name, [1, 1]]))
    const lines = methodOf('adam').rule.map(({ target }) => ({ target, operands, result: [1, 1] }))
    const told = explanation(reportOf(...lines), methodOf('adam'), ['x', 'y'], [0, 1])
    expect(told.map(({ target, numbers }) => [target, ...numbers.map(({ variable }) => variable)])).toEqual([
      ['m', '{m}_{x}', '{m}_{y}'],
      ['v', '{v}_{x}', '{v}_{y}'],
      ['rate', '\\eta_t'],
      ['x', 'x', 'y']
    ])
  })

  it('many variables is told for the wanted coordinates alone', () => {
    const report = reportOf({ target: 'x', operands: { x: [1, 2, 3], lr: [1, 1, 1], g: [0, 0, 1] }, result: [1, 2, 2] })
    const [line] = explanation(report, methodOf('descent'), ['a', 'b', 'c'], [2])
    expect(line?.numbers).toEqual([{ variable: 'c', tex: '3 - 1 \\times 1 = 2' }])
  })
})

/** Between a formula with numbers and what came out. */
const relation = / (?:=|\\approx) /

/** The value of a line as it stands there: its TeX read as a formula. */
const worth = (tex: string) => evaluate(parse(tex.replaceAll('\\times', '\\cdot'), { names: [] }).tree, {})

/**
 * The lines of an explanation that, read as formulas, do not give what the run computed. Every number is shown to five
 * digits, so a result may be off by half a unit of its fifth digit, and a difference by that of its terms.
 */
function misread(report: StepReport, method: FixedRate): readonly string[] {
  return explanation(report, method, ['x', 'y'], [0, 1]).flatMap(({ numbers }, at) =>
    numbers.flatMap(({ tex }, axis) => {
      const line = report.lines[at] as StepReport['lines'][number]
      const result = line.result[axis] ?? Number.NaN
      // What counts in a formula in pieces may be small beside what only decides which piece holds.
      const largest = tex.includes('cases')
        ? 10 * Math.abs(result)
        : Math.max(...Object.values(line.operands).map((of) => Math.abs(of[axis] ?? 0)), Math.abs(result))
      const [made = Number.NaN, shown = Number.NaN] = tex.split(relation).map(worth)
      const isRight = Math.abs(made - result) <= 5e-4 * largest && Math.abs(shown - result) <= 5e-5 * Math.abs(result)
      return isRight ? [] : [tex]
    })
  )
}

/** Whether “=” stands where the written numbers do not give the written result: to half a unit of its fifth digit, reckoned in doubles. */
function isFalse(tex: string): boolean {
  if (!tex.includes(' = ')) return false
  const [made = Number.NaN, shown = Number.NaN] = tex.split(' = ').map(worth)
  const half = shown === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(shown))) - 4)
  return Math.abs(made - shown) > half * (1 + 1e-6)
}

describe('a line comes out by hand:', () => {
  it('a false one would be seen', () => {
    expect(isFalse('-0.094203 - 0.95 \\times (-0.18841) = 0.084782')).toBe(true)
    expect(isFalse('-0.094203 - 0.95 \\times (-0.18841) = 0.084787')).toBe(false)
  })

  it('its numbers have more digits where these are needed', () => {
    const report = reportOf({
      target: 'x',
      operands: { x: [-0.0942034], lr: [0.95], g: [-0.1884054] },
      result: [0.08478173]
    })
    const [line] = explanation(report, methodOf('descent'), ['x'], [0])
    expect(line?.numbers[0]?.tex).toBe('-0.0942034 - 0.95 \\times (-0.1884054) = 0.084782')
  })

  it('where nothing but rounding is left, it is only nearly so', () => {
    const report = reportOf({
      target: 'x',
      operands: { x: [4], lr: [0.5], g: [8 - 1e-15] },
      result: [4 - 0.5 * (8 - 1e-15)]
    })
    const [line] = explanation(report, methodOf('descent'), ['x'], [0])
    expect(line?.numbers[0]?.tex).toMatch(/^4 - 0\.5 \\times 8 \\approx 4\.\d+ \\times 10\^\{-16\}$/)
  })
})

describe('for every method, what is read is what was computed:', () => {
  const objective = compile('x^2/20 + y^2 + x*y/3', ['x', 'y'])
  const opened = (method: FixedRate, start: number[], step: number, lr: number) =>
    stepAnswer(
      objective,
      {
        subject: { formula: '', variables: ['x', 'y'], parameters: {} },
        gradient: { method: 'exact', h: 1e-4 },
        run: { method: method.id, convention: method.convention, settings: { ...defaultSettings(method), lr }, start },
        step
      },
      steady
    )
  const anyStep = fc.record({
    start: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 })),
    step: fc.integer({ min: 1, max: 12 }),
    lr: fc.constantFrom(0.01, 0.1, 0.5)
  })

  it.each(fixedRateMethods)('$id, $convention', (method) => {
    fc.assert(
      fc.property(anyStep, ({ start, step, lr }) => {
        const report = opened(method, start, step, lr)
        expect(report.lines.map(({ target }) => target)).toEqual(method.rule.map(({ target }) => target))
        expect(misread(report, method)).toEqual([])
        const lines = explanation(report, method, ['x', 'y'], [0, 1]).flatMap(({ numbers }) => numbers)
        expect(lines.map(({ tex }) => tex).filter(isFalse)).toEqual([])
      }),
      { seed: 1964, numRuns: 40 }
    )
  })

  it.each(fixedRateMethods)('$id, $convention: a wrong result would be seen', (method) => {
    const report = opened(method, [-7, 2], 3, 0.1)
    for (const [at, line] of report.lines.entries()) {
      // By more than the digits of the largest number in the line leave open.
      const largest = Math.max(...Object.values(line.operands).flatMap((of) => of.map(Math.abs)))
      const wrong = { ...line, result: line.result.map((value) => 1.01 * value + 0.01 * (1 + largest)) }
      const told = explanation(report, method, ['x', 'y'], [0, 1])[at]?.numbers ?? []
      expect(told.length).toBeGreaterThan(0)
      expect(misread({ ...report, lines: report.lines.with(at, wrong) }, method)).toHaveLength(told.length)
    }
  })

  it('the last line about x ends where the step ended', () => {
    for (const method of fixedRateMethods) {
      const report = opened(method, [-7, 2], 3, 0.1)
      const moves = explanation(report, method, ['x', 'y'], [0]).filter(({ target }) => target === 'x')
      const [x] = moves.at(-1)?.numbers ?? []
      expect(worth(x?.tex.split(relation)[1] ?? '')).toBeCloseTo(report.after.point[0] ?? Number.NaN, 3)
    }
  })
})
