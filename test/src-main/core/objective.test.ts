import { kinksAt } from '@core/breaks'
import { compile } from '@core/objective'
import { FormulaError } from '@shared/language/error'
import { describe, expect, it } from 'vitest'

describe('an objective', () => {
  it('has value, gradient and Hessian in the order of its variables', () => {
    const f = compile('4x^2 + 4x*y + 2y^2 + 5', ['y', 'x'])
    expect(f.variables).toEqual(['y', 'x'])
    expect(f.value([2, 1])).toBe(25)
    expect(f.gradient([2, 1])).toEqual([12, 16])
    expect(f.hessian([2, 1])).toEqual([
      [4, 4],
      [4, 8]
    ])
  })

  it('writes the gradient into an array and returns the value', () => {
    const out = new Float64Array(3)
    expect(compile('x^2 + y', ['x', 'y']).gradientInto(Float64Array.of(3, 1), out)).toBe(10)
    expect([...out]).toEqual([6, 1, 0])
  })

  it('counts what it was asked, each question once', () => {
    const f = compile('x^2', ['x'])
    f.value([1])
    f.gradient([1])
    f.gradientInto([1], new Float64Array(1))
    f.hessian([1])
    kinksAt(f, [1])
    expect(f.counts).toEqual({ values: 1, gradients: 2, hessians: 1 })
  })

  it('has any number of variables, mentioned or not', () => {
    const variables = Array.from({ length: 50 }, (_, i) => `x${i}`)
    const f = compile(
      variables
        .slice(0, 49)
        .map((name, i) => `${i}*${name}^2`)
        .join(' + '),
      variables
    )
    const point = variables.map((_, i) => i / 7)
    expect(f.gradient(point)).toEqual(point.map((x, i) => (i < 49 ? i * (x + x) : 0)))
    const hessian = f.hessian(point)
    expect(hessian).toEqual(variables.map((_, i) => variables.map((_, j) => (i === j && i < 49 ? 2 * i : 0))))
    expect(compile('7', []).value([])).toBe(7)
    expect(compile('7', []).gradient([])).toEqual([])
  })

  it('takes new values of parameters without being compiled anew', () => {
    const f = compile('a*x^2 + b', ['x'], { a: 2, b: 1, unused: 3 })
    expect(f.value([3])).toBe(19)
    expect(f.gradient([3])).toEqual([12])
    f.set({ a: 5, b: 0 })
    expect(f.value([3])).toBe(45)
    expect(f.gradient([3])).toEqual([30])
    expect(f.hessian([3])).toEqual([[10]])
  })

  it('does without a parameter that has no value, and says which', () => {
    const f = compile('a*x', ['x'], { a: 2 })
    expect(() => f.set({})).toThrowError(expect.objectContaining({ code: 'parameter-missing', values: { name: 'a' } }))
    expect(() => f.set(Object.create({ a: 1 }))).toThrowError(expect.objectContaining({ code: 'parameter-missing' }))
    expect(f.value([3])).toBe(6)
  })

  it('two of the same formula do not share their parameters', () => {
    const [one, two] = [1, 2].map((a) => compile('a*x', ['x'], { a }))
    expect([one?.value([3]), two?.value([3])]).toEqual([3, 6])
  })

  it('points at a name it does not know, at its UTF-16 offset', () => {
    expect(() => compile('x + k*x', ['x'])).toThrowError(FormulaError)
    expect(() => compile('x + k*x', ['x'])).toThrowError(expect.objectContaining({ code: 'name-unknown', position: 4 }))
    expect(() => compile('x + y', ['x'])).toThrowError(expect.objectContaining({ position: 4 }))
    expect(() => compile('x +', ['x'])).toThrowError(expect.objectContaining({ position: 3 }))
  })

  it.each([
    [['x', 'y', 'x'], 'variable-twice'],
    [['sin'], 'variable-name'],
    [['e'], 'variable-name'],
    [['__proto__'], 'variable-name'],
    [[''], 'variable-name'],
    [['x;y'], 'variable-name']
  ])('refuses the variables %j', (variables, code) => {
    expect(() => compile('1', variables)).toThrowError(expect.objectContaining({ code }))
  })

  it.each(['sin', 'e', 'PI'])('refuses a parameter called %s', (name) => {
    expect(() => compile('x', ['x'], { [name]: 1 })).toThrowError(expect.objectContaining({ code: 'variable-name' }))
  })

  it('refuses a point of another length', () => {
    const f = compile('x*y', ['x', 'y'])
    const { at } = f.further(({ f }) => [f])
    for (const ask of [() => f.value([1]), () => f.gradient([1]), () => f.hessian([1]), () => at([1])]) {
      expect(ask).toThrowError(expect.objectContaining({ code: 'point-length', values: { expected: 2, given: 1 } }))
    }
  })

  it('reads deep brackets and long products without using up the stack', () => {
    const deep = compile(`${'('.repeat(400)}x${')'.repeat(400)}`, ['x'])
    expect(deep.gradient([2])).toEqual([1])
    const nested = compile(`${'sin('.repeat(200)}x${')'.repeat(200)}`, ['x'])
    let [value, slope] = [0.5, 1]
    for (let i = 0; i < 200; i++) [value, slope] = [Math.sin(value), slope * Math.cos(value)]
    expect(nested.value([0.5])).toBe(value)
    expect(nested.gradient([0.5])[0]).toBeCloseTo(slope, 12)
    const wide = compile(Array.from({ length: 4000 }, () => 'x').join('+'), ['x'])
    expect(wide.gradient([2])).toEqual([4000])
    const long = compile(Array.from({ length: 4000 }, () => 'x').join('*'), ['x'])
    expect(long.gradient([1])).toEqual([4000])
    expect(long.hessian([1])).toEqual([[4000 * 3999]])
  })
})
