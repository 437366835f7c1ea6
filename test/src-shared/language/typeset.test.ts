import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { typeset, typesetCondition, typesetName, typesetNumber } from '@shared/language/typeset'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'

describe('names given as numbers', () => {
  const names = ['lr', 'g', 'v']
  const set = (text: string, values: Readonly<Record<string, number>>) =>
    typeset(parse(text, { names }).tree, {
      names: (name) => (name in values ? typesetNumber(values[name] ?? 0) : name === 'lr' ? '\\eta' : undefined)
    })

  test('a setting is typeset as its letter', () => {
    expect(set('x - lr*g', {})).toBe('x - \\eta g')
  })

  test('numbers are separated by a dot', () => {
    expect(set('x - lr*g', { x: 4, lr: 0.08, g: 8 })).toBe('4 - 0.08 \\cdot 8')
  })

  test('a negative number is in brackets except at the beginning', () => {
    expect(set('x - lr*g', { x: -4, lr: 0.08, g: -8 })).toBe('-4 - 0.08 \\cdot (-8)')
    expect(set('x + v', { x: 1, v: -2.5 })).toBe('1 + (-2.5)')
    expect(set('x*v', { x: -1, v: 2 })).toBe('(-1) \\cdot 2')
    expect(set('x^2', { x: -3 })).toBe('(-3)^2')
    expect(set('-x', { x: -3 })).toBe('-(-3)')
    expect(set('sin x', { x: -3 })).toBe('\\sin(-3)')
    expect(set('v/x', { x: -3, v: -1 })).toBe('\\frac{-1}{-3}')
  })

  test('a gradient has brackets as a base, and none as a factor', () => {
    const gradient = (text: string) =>
      typeset(parse(text, { names }).tree, { names: (name) => (name === 'g' ? '\\nabla f' : undefined) })
    expect(gradient('v + g^2')).toBe('v + (\\nabla f)^2')
    expect(gradient('x g')).toBe('x\\nabla f')
    expect(gradient('(1 + x) g')).toBe('(1 + x)\\nabla f')
  })

  test('an operator ends with its brackets: a dot follows', () => {
    const operator = (text: string) =>
      typeset(parse(text, { names }).tree, { names: (name) => (name === 'g' ? '\\frac{d}{dx}(x^2)' : undefined) })
    expect(operator('g(1 + x)')).toBe('\\frac{d}{dx}(x^2) \\cdot (1 + x)')
    expect(operator('g sin x')).toBe('\\frac{d}{dx}(x^2) \\cdot \\sin x')
    expect(operator('3g + x g')).toBe('3 \\cdot \\frac{d}{dx}(x^2) + x\\frac{d}{dx}(x^2)')
  })

  test('a power of ten is in brackets as a base', () => {
    expect(set('x^2', { x: 1e-9 })).toBe('(10^{-9})^2')
    expect(set('x^2', { x: 3e12 })).toBe('(3 \\times 10^{12})^2')
  })
})

test('|a| > 0 is typeset as a ≠ 0', () => {
  const set = (condition: string) => {
    const { tree } = parse(`piecewise(${condition}, 1)`)
    return tree.kind === 'piecewise' ? tree.pieces.map((piece) => typesetCondition(piece.condition)) : []
  }
  expect(set('|x| > 0')).toEqual(['x \\ne 0'])
  expect(set('|x - 1| > 0 and x > 0')).toEqual(['x \\ne 1\\text{ and }x > 0'])
  expect(set('|x - y - 1| > 0')).toEqual(['x - y - 1 \\ne 0'])
  expect(set('|x| > 1')).toEqual(['\\lvert x\\rvert > 1'])
})

describe('typesetNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [3, '3'],
    [-2.5, '-2.5'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333'],
    [28.9296, '28.9296'],
    [123456, '123456'],
    [1234567, '1.23457 \\times 10^{6}'],
    [999999.7, '10^{6}'],
    [0.001, '0.001'],
    [0.0001, '10^{-4}'],
    [-1.5e-7, '-1.5 \\times 10^{-7}'],
    [1e-10, '10^{-10}'],
    [-1e300, '-10^{300}'],
    [Number.POSITIVE_INFINITY, '\\infty'],
    [Number.NEGATIVE_INFINITY, '-\\infty'],
    [Number.NaN, '\\text{NaN}']
  ])('%d is %s', (value, expected) => {
    expect(typesetNumber(value)).toBe(expected)
  })

  test('has as many digits as asked for', () => {
    expect([2, 4, 15].map((digits) => typesetNumber(Math.PI, digits))).toEqual(['3.1', '3.142', '3.14159265358979'])
  })

  test('what is shown is the number, to the digits shown', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 15 }),
        (value, digits) => {
          const shown = typesetNumber(value, digits)
          const [, sign = '', mantissa = '1', power = '0'] =
            /^(-?)(?:([\d.]+)(?: \\times |$))?(?:10\^\{(-?\d+)\})?$/.exec(shown) ?? []
          const back = Number(`${sign}${mantissa}e${power}`)
          expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 5.01 * 10 ** -digits + Number.MIN_VALUE)
        }
      ),
      { seed: 3, numRuns: 500 }
    )
  })
})

describe('a long formula', () => {
  const sum = (terms: number, of: string) => Array.from({ length: terms }, (_, i) => `${of}${i}`).join(' + ')
  const nested = (before: string, after: string, times: number) => before.repeat(times) + 'x' + after.repeat(times)
  const sines = (levels: number): string =>
    levels === 0
      ? 'x'
      : Array(12)
          .fill(`sin(${sines(levels - 1)})`)
          .join('+')

  test.each([
    ['a sum of 2,000 terms', sum(2000, 'x')],
    ['a product of 9,000 factors', `x${'*x'.repeat(8999)}`],
    ['quotients', `x${'/x'.repeat(8999)}`],
    ['quotients side by side', `x/y${'*x/y'.repeat(2000)}`],
    ['a tower of powers', nested('x^', '', 400)],
    ['functions in functions', nested('sin(', ')', 400)],
    ['roots', nested('sqrt(', ')', 400)],
    ['fractions', nested('1/(1+', ')', 200)],
    ['sums in sums', sines(3)],
    ['bars and dots', nested('sin|2*3*', '|', 150)],
    ['an exponent', `x^(x${'*x'.repeat(4000)}/2)`],
    ['an argument', `sin(x${'*x'.repeat(4000)})`],
    ['pieces', `piecewise(${Array.from({ length: 300 }, (_, i) => `x < ${i}, ${i}`).join(', ')}, x)`],
    ['conditions', `piecewise(${Array.from({ length: 300 }, (_, i) => `x > ${i}`).join(' and ')}, 1, 2)`]
  ])('is typeset short enough for any browser: %s', (_, text) => {
    const { tree } = parse(text)
    const begun = process.cpuUsage()
    const tex = typeset(tree)
    expect(tex).toMatch(/\\cdots|\\vdots/)
    expect(tex.length).toBeLessThan(12_000)
    katex.renderToString(tex, { throwOnError: true, strict: 'error' })
    typeset(tree, { whole: true })
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000)
  })

  test('is typeset in full on request', () => {
    const text = sum(200, 'x')
    const tex = typeset(parse(text).tree, { whole: true })
    expect(tex).not.toContain('cdots')
    expect(print(parse(tex).tree)).toBe(print(parse(text).tree))
  })

  test('has its dots between the first terms and the last', () => {
    expect(typeset(parse(`(${sum(50, 'x')})^2`).tree)).toBe(
      '(x_0 + x_1 + x_2 + x_3 + x_4 + x_5 + \\cdots + x_{48} + x_{49})^2'
    )
  })
})

test('names are typeset with a subscript, Greek letters as such, words upright', () => {
  expect(['x', 'x10', 'alpha', 'beta1', 'lr', 'weight_decay'].map(typesetName)).toEqual([
    'x',
    'x_{10}',
    '\\alpha',
    '\\beta_1',
    '\\mathrm{lr}',
    '\\mathrm{weight\\_decay}'
  ])
})
