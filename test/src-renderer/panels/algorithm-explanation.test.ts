import { compile } from '@core/objective'
import { stepAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { algorithms } from '@shared/methods/algorithms'
import type { Algorithm } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import type { AlgorithmStep } from '@shared/protocol'
import { renderToString } from 'katex'
import { describe, expect, it } from 'vitest'
import { algorithmExplanation, quantityTeX } from '../../../src-renderer/panels/algorithm-explanation'

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
    { id: 'half', tex: '{alpha} \\leftarrow \\frac{1}{2} \\cdot {alpha}' },
    { id: 'compared', tex: '{slope} \\le {alpha} \\cdot {slope}' },
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
    expect(told('slope', { g: [8], p: [-8], slope: -64 })?.numbers).toBe('{8} \\times {(-8)} = -64')
    expect(told('downhill', { g: [-8], p: [8] })?.numbers).toBe('-{(-8)} = 8')
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
    expect(told('half', { alpha: 0.25 })?.numbers).toBe('\\frac{1}{2} \\times {0.25} = 0.25')
    expect(told('half', { alpha: 0.25 })?.rule).toBe('{\\alpha} \\leftarrow \\frac{1}{2} \\cdot {\\alpha}')
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
  const opened = (row: Algorithm, step: number) =>
    stepAnswer(
      objective,
      {
        subject: { formula: '', variables: ['x', 'y'], parameters: {} },
        gradient: { method: 'exact', h: 1e-4 },
        run: { method: row.id, convention: row.convention, settings: defaultSettings(row), start: [-1.2, 1] },
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
})
