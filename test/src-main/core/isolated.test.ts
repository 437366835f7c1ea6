import { compile } from '@core/objective'
import { pointReport } from '@core/point'
import { analysis } from '@core/symbolic/answers'
import { describe, expect, it, test } from 'vitest'

const at = (text: string, ...point: number[]) => {
  const variables = ['x', 'y'].slice(0, point.length)
  return pointReport(compile(text, variables, { a: 1 }), point, 1e-4)
}

describe('what is chosen at isolated points', () => {
  it('has a value, and no slope of its own', () => {
    for (const text of [
      'if(x = 0, 5, x^2)',
      'if(x ≠ 0, x^2, 5)',
      'if(not x = 0, x^2, 5)',
      'if(x = 0 or x = 1, 5, x^2)'
    ]) {
      const f = compile(text, ['x'])
      expect([text, f.value([0]), f.gradient([0]), f.hessian([0])]).toEqual([text, 5, [Number.NaN], [[Number.NaN]]])
      expect([text, f.value([2]), f.gradient([2]), f.hessian([2])]).toEqual([text, 4, [4], [[2]]])
    }
  })

  test.each([
    ['if(x = 0, 1, (exp(x) - 1)/x)', 0.5],
    ['if(x ≠ 0, sin(x)/x, 1)', 0],
    ['if(x < 0 or x > 0, (exp(x) - 1)/x, 1)', 0.5]
  ])('takes the derivative from the limits on both sides: %s', (text, slope) => {
    const { gradient, kinks } = at(text, 0)
    expect(gradient[0]).toBeCloseTo(slope, 9)
    expect(kinks).toEqual([null])
  })

  it('has no derivative where f jumps there, or where the sides differ', () => {
    expect(at('if(x = 0, 5, x^2)', 0).kinks).toEqual([{ left: 0, right: 0, jumps: true }])
    expect(at('if(x = 0, 0, abs(x))', 0)).toMatchObject({
      gradient: [Number.NaN],
      kinks: [{ left: -1, right: 1, jumps: false }]
    })
  })

  it('keeps its slope along what does not decide', () => {
    expect(at('if(x = 0, 3y, x y)', 0, 2).gradient[1]).toBe(3)
    expect(at('if(a = 1, x^2, x^3)', 3).gradient).toEqual([6])
    expect(at('if(x = 0 or a = 1, x^2, x^3)', 3).gradient).toEqual([6])
  })

  it('is left out of the derivative to read', () => {
    const formula = (text: string) => analysis({ formula: text, variables: ['x'], parameters: { a: 1 } }).formulas[0]
    expect(formula('if(x = 0, 1, x^2)')).toBe('piecewise(x ≠ 0, 2*x)')
    expect(formula('if(x ≠ 0, x^2, 1)')).toBe('piecewise(x ≠ 0, 2*x)')
    expect(formula('if(x = 0, 1, x < 3, x^2, x)')).toBe('piecewise(x ≠ 0 and x < 3, 2*x, x ≠ 0, 1)')
    expect(formula('if(a = 1, x^2, x)')).toBe('piecewise(a = 1, 2*x, 1)')
  })
})
