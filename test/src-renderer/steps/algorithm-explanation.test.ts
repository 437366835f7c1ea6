import { compile } from '@core/objective'
import { stepAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { algorithms } from '@shared/methods/algorithms'
import type { Algorithm } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import { ProblemError } from '@shared/problem'
import type { AlgorithmStep } from '@shared/protocol'
import { renderToString } from 'katex'
import { describe, expect, it } from 'vitest'
import { algorithmExplanation, quantityTeX } from '../../../src-renderer/steps/algorithm-explanation'
import { sideValue } from '../../support/algorithm-line'

const method: Algorithm = {
  id: 'invented',
  convention: 'book',
  family: 'search',
  settings: [],
  symbols: {
    x: 'x',
    next: 'x^{+}',
    g: '\\nabla f',
    p: 'p',
    alpha: '\\alpha',
    slope: "\\varphi'(0)",
    B: 'B',
    lambda: '\\lambda'
  },
  lines: [
    { id: 'downhill', tex: '{p} \\leftarrow -{g}' },
    { id: 'slope', tex: '{slope} \\leftarrow {g}^{\\top} {p}' },
    { id: 'move', tex: '{next} \\leftarrow {x} + {alpha} \\, {p}' },
    { id: 'bent', tex: '{B} \\leftarrow \\nabla^2 f, \\quad {lambda} \\le 0' },
    { id: 'half', tex: '{slope} \\leftarrow \\frac{1}{2} \\cdot {alpha}' },
    { id: 'compared', tex: '{slope} \\le {alpha} \\cdot {slope}' },
    { id: 'inverse', tex: '{p} \\leftarrow -{B}^{-1} {g}' },
    { id: 'shared', tex: '{slope} \\leftarrow 1 \\,/\\, {alpha}' },
    { id: 'wordless', tex: '\\nabla^2 f' }
  ],
  source: ''
}

const stepOf = (...lines: AlgorithmStep['lines']): AlgorithmStep => ({
  lines,
  memory: {},
  trials: [],
  simplex: null,
  radius: null
})
const told = (id: string, values: AlgorithmStep['lines'][number]['values']) =>
  algorithmExplanation(stepOf({ id, values }), method, {})[0]

describe('a line of an algorithm', () => {
  it('is its formula with symbols, then with columns of numbers and what came out', () => {
    expect(told('move', { x: [4, 5], alpha: 0.5, p: [-8, -10], next: [0, 0] })).toEqual({
      id: 'move',
      rule: '{x^{+}} \\leftarrow {x} + {\\alpha} \\, {p}',
      numbers:
        '{\\begin{pmatrix} 4 \\\\ 5 \\end{pmatrix}} + {0.5} \\, {\\begin{pmatrix} -8 \\\\ -10 \\end{pmatrix}}' +
        ' = \\begin{pmatrix} 0 \\\\ 0 \\end{pmatrix}'
    })
  })

  it('has plain numbers for one variable, with crosses and brackets between them', () => {
    expect(told('move', { x: [4], alpha: 0.5, p: [-8], next: [0] })?.numbers).toBe('{4} + {0.5} \\times {(-8)} = 0')
    expect(told('move', { x: [4], alpha: 1, p: [-4 + 4e-16], next: [4e-16 + 1e-20] })?.numbers).toBe(
      '{4} + {1} \\times {(-4)} \\approx 4 \\times 10^{-16}'
    )
    expect(told('slope', { g: [8], p: [-8], slope: -64 })?.numbers).toBe('{8} \\times {(-8)} = -64')
    expect(told('downhill', { g: [-8], p: [8] })?.numbers).toBe('-{(-8)} = 8')
  })

  it('has brackets around a number of one variable that a power or a division is taken of, and no transpose', () => {
    expect(told('inverse', { B: [[7.324e-4]], g: [2], p: [-2731] })?.numbers).toBe(
      '-{(7.324 \\times 10^{-4})}^{-1} \\times {2} = -2731'
    )
    expect(told('inverse', { B: [[0.5]], g: [2], p: [-4] })?.numbers).toBe('-{0.5}^{-1} \\times {2} = -4')
    expect(told('shared', { slope: 4.47e-8, alpha: 2e-8 })?.numbers).toBe(
      '1 \\,/\\, {(2 \\times 10^{-8})} = 4.47 \\times 10^{-8}'
    )
    expect(told('slope', { g: [4.47e-8], p: [2], slope: 8.94e-8 })?.numbers).toBe(
      '{4.47 \\times 10^{-8}} \\times {2} = 8.94 \\times 10^{-8}'
    )
  })

  it('shows by its symbol what no number leads to, and keeps what is noted behind a comma', () => {
    expect(
      told('bent', {
        B: [
          [1, 0],
          [0, -2]
        ],
        lambda: -2
      })?.numbers
    ).toBe('B = \\begin{pmatrix} 1 & 0 \\\\ 0 & -2 \\end{pmatrix}, \\quad {-2} \\le 0')
  })

  it('leaves the braces of TeX alone', () => {
    const half = told('half', { alpha: 0.25, slope: 0.125 })
    expect(half?.numbers).toBe('\\frac{1}{2} \\times {0.25} = 0.125')
    expect(half?.rule).toBe("{\\varphi'(0)} \\leftarrow \\frac{1}{2} \\cdot {\\alpha}")
  })

  it('that assigns nothing is written once, with its numbers', () => {
    expect(told('compared', { slope: -64, alpha: 0.1 })?.numbers).toBe('{-64} \\le {0.1} \\times {(-64)}')
  })

  it('without names has no numbers', () => {
    expect(told('wordless', {})?.numbers).toBeNull()
  })

  it('which the method does not have is passed over', () => {
    expect(told('unknown', {})).toBeUndefined()
  })
})

describe('a quantity', () => {
  it('is written in full up to four rows and columns, and otherwise by its size', () => {
    const identity = (n: number) =>
      Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)))
    expect(quantityTeX(identity(4))).toContain('1 & 0 & 0 & 0')
    expect(quantityTeX(identity(50))).toBe('[\\,50 \\times 50\\,]')
  })

  it('that is a long column has its first and last numbers', () => {
    expect(quantityTeX([1, 2, 3, 4, 5, 6])).toBe('\\begin{pmatrix} 1 \\\\ 2 \\\\ \\vdots \\\\ 6 \\end{pmatrix}')
  })

  it('that is empty or not finite is still written', () => {
    expect(quantityTeX([])).toBe('\\begin{pmatrix}  \\end{pmatrix}')
    expect(quantityTeX([Number.NaN, Number.POSITIVE_INFINITY])).toContain('\\infty')
  })
})

describe('a step of every algorithm', () => {
  const objective = compile('(1 - x)^2 + 10(y - x^2)^2', ['x', 'y'])
  const opened = (row: Algorithm, step: number, start: readonly number[] = [-1.2, 1]) =>
    stepAnswer(
      objective,
      {
        subject: { formula: '', variables: ['x', 'y'], parameters: {} },
        gradient: { method: 'exact', h: 1e-4 },
        run: { method: row.id, convention: row.convention, settings: defaultSettings(row), start: [...start] },
        step
      },
      steady
    ).algorithm

  it.each(algorithms)('$id: its lines can be set, every name of them with a number', (row) => {
    for (let step = 1; step <= 6; step++) {
      const told = opened(row, step)
      const lines = told ? algorithmExplanation(told, row, defaultSettings(row)) : []
      expect(lines.length).toBe(told?.lines.length)
      for (const { rule, numbers } of lines) {
        for (const tex of [rule, numbers ?? '']) expect(() => renderToString(tex, { throwOnError: true })).not.toThrow()
        const left = [...(numbers ?? '').matchAll(/{([A-Za-z]\w*)}/g)].map(([, name]) => name)
        expect(left.filter((name) => name !== 'pmatrix' && name !== 'smallmatrix')).toEqual([])
      }
    }
  })

  it.each(algorithms)('$id: no line reads what it makes, which would stand for two numbers', (row) => {
    for (const { tex } of row.lines) {
      const [, target, right = ''] = /^{(\w+)} \\leftarrow (.*)$/s.exec(tex.split(', ')[0] ?? '') ?? []
      if (target !== undefined) expect(right, tex).not.toContain(`{${target}}`)
    }
  })

  it('has lines that are true: both sides are equal, and what is compared holds', () => {
    const told = algorithms.flatMap((row) => starts.flatMap((start) => statementsOf(row, start)))
    for (const { row, statement, left, relation, right } of told) {
      expect(left.length, statement).toBe(right.length)
      const scale = Math.max(...left.map(Math.abs), ...right.map(Math.abs), Number.MIN_VALUE)
      const over = left.map((value, index) => (value - (right[index] ?? Number.NaN)) / scale)
      const isEqual = relation === '=' || relation === '\\leftarrow'
      const most = Math.max(...over.map((part) => (isEqual ? Math.abs(part) : part)))
      expect(most, `${row}: ${statement} with ${left} and ${right}`).toBeLessThan(1e-6)
    }
    const checked = new Set(told.map(({ row, id }) => `${row} ${id}`))
    const all = algorithms.flatMap(({ id: row, lines }) =>
      lines.filter(({ aside }) => !aside).map(({ id }) => `${row} ${id}`)
    )
    // These speak of corners and of pairs, or make what has no formula.
    expect(all.filter((name) => !checked.has(name))).toEqual([
      'lbfgs explained',
      'lbfgs corrected',
      'lbfgs keep',
      'newton hessian',
      'trust-region hessian',
      'nelder-mead simplex',
      'nelder-mead centre',
      'nelder-mead take-expanded',
      'nelder-mead take-reflected',
      'nelder-mead shrink',
      'nelder-mead best'
    ])
  })

  const starts = [
    [-1.2, 1],
    [0, 2],
    [0.3, 5]
  ]

  /** What the lines of the first steps say, with both sides as numbers; nothing of sides that no number is known for. */
  function statementsOf(row: Algorithm, start: readonly number[]) {
    const told = []
    for (let step = 1; step <= 40; step++) {
      const taken = run(row, step, start)
      if (!taken) return told
      for (const { id, values } of taken.lines) {
        const worth = (name: string) => (Object.hasOwn(values, name) ? values[name] : defaultSettings(row)[name])
        for (const statement of row.lines.find((line) => line.id === id)?.tex.split(', \\quad ') ?? []) {
          const [, one = '', relation, other = ''] = /^(.*?) (\\leftarrow|=|\\le|<) (.*)$/s.exec(statement) ?? []
          const [left, right] = [one, other].map((side) => sideValue(side, worth, start.length)?.flat())
          // 0 is written for the point all of whose coordinates are 0, too.
          const whole = other === '0' ? left?.map(() => 0) : right
          if (left && whole) told.push({ row: row.id, id, statement, left, relation, right: whole })
        }
      }
    }
    return told
  }

  /** Undefined behind the end of the run. */
  function run(row: Algorithm, step: number, start: readonly number[]) {
    try {
      return opened(row, step, start)
    } catch (error) {
      if (error instanceof ProblemError) return undefined
      throw error
    }
  }
})
