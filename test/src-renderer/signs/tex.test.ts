import { answers } from '@core/answers'
import { steady } from '@core/pulse'
import { words } from '@shared/words/index'
import katex from 'katex'
import { expect, it } from 'vitest'
import type { SignsData } from '../../../src-renderer/figure'
import { headTeX, tableTeX } from '../../../src-renderer/signs/tex'

const dataOf = (formula: string): SignsData => {
  const subject = { formula, variables: ['x'], parameters: {} }
  const x = { min: -5, max: 5 }
  const table = answers.signs({ subject, along: 0, point: [0], range: x, second: false }, steady)
  return { variable: 'x', names: ['f(x)', 'f′(x)', 'f″(x)'], table, x, even: false, chosen: null }
}

it('a table is an array of TeX, which can be set', () => {
  const tex = tableTeX(dataOf('x^3 - 3x'), words.ja.plots.signs)
  expect(tex).toBe(
    [
      '\\begin{array}{c|ccccc}',
      'x & \\cdots & -1 & \\cdots & 1 & \\cdots \\\\ \\hline',
      "f'(x) & + & 0 & - & 0 & + \\\\ \\hline",
      'f(x) & \\nearrow & \\text{極大 }2 & \\searrow & \\text{極小 }-2 & \\nearrow',
      '\\end{array}'
    ].join('\n')
  )
  for (const formula of ['1/x', 'x^5 - 5x^2 + x', 'sqrt(x)', 'floor(x)', 'sin(x) + x/2']) {
    const set = () => katex.renderToString(tableTeX(dataOf(formula), words.en.plots.signs), { throwOnError: true })
    expect(set).not.toThrow()
  }
})

it('the names before the rows are set as derivatives', () => {
  expect(headTeX('f″(x)')).toBe("f''(x)")
  expect(headTeX('∂f/∂x₁₂')).toBe('\\frac{\\partial f}{\\partial x_{12}}')
  expect(headTeX('∂²f/∂y²')).toBe('\\frac{\\partial^2 f}{\\partial y^2}')
})
