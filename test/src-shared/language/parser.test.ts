import { FormulaError } from '@shared/language/error'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import { ProblemError } from '@shared/problem'
import { describe, expect, test } from 'vitest'
import { parametersOf, variablesOf } from '../../support/formula-names'

const read = (text: string, vocabulary?: Parameters<typeof parse>[1]) => print(parse(text, vocabulary).tree)

function problem(text: string, vocabulary?: Parameters<typeof parse>[1]): FormulaError {
  try {
    parse(text, vocabulary)
  } catch (error) {
    if (error instanceof FormulaError) return error
  }
  throw new Error(`${text} should be refused`)
}

describe('a formula', () => {
  test('lists its names in the order of their first appearance', () => {
    expect(parse('b + y*x + a*y').names).toEqual(['b', 'y', 'x', 'a'])
  })

  test('keeps the text as it was typed', () => {
    expect(parse(' ｘ＾２ # 二乗 ').text).toBe(' ｘ＾２ # 二乗 ')
  })

  test('has its variables in canonical order and its other letters as parameters', () => {
    const formula = parse('b*x10 + a*x2 + z + t + x')
    expect(variablesOf(formula)).toEqual(['x', 'z', 't', 'x2', 'x10'])
    expect(parametersOf(formula)).toEqual(['b', 'a'])
  })

  test('has the names of its left-hand side as variables, used or not', () => {
    const formula = parse('L(w, b) = (w + a)^2')
    expect(formula.arguments).toEqual(['w', 'b'])
    expect(variablesOf(formula)).toEqual(['w', 'b'])
    expect(parametersOf(formula)).toEqual(['a'])
  })

  test('names on the left may be multiplied side by side on the right', () => {
    expect(read('f(a, b) = ab')).toBe('a*b')
  })
})

test('each letter of a word has its range', () => {
  const { tree } = parse('3 + xyz[1]')
  const product = tree.kind === 'sum' ? tree.terms[1]?.term : undefined
  const ranges = product?.kind === 'product' ? product.factors.map(({ factor }) => factor.range) : []
  expect(ranges).toEqual([
    { from: 4, to: 5 },
    { from: 5, to: 6 },
    { from: 6, to: 10 }
  ])
})

test('each part of a word with a function in it has its range', () => {
  const { tree } = parse('3 + xsin2y')
  const product = tree.kind === 'sum' ? tree.terms[1]?.term : undefined
  const [x, sine] = product?.kind === 'product' ? product.factors.map(({ factor }) => factor) : []
  const argument = sine?.kind === 'call' ? sine.arguments[0] : undefined
  expect([x, sine, argument].map((node) => node?.range)).toEqual([
    { from: 4, to: 5 },
    { from: 5, to: 10 },
    { from: 8, to: 10 }
  ])
})

test('a superscript has its range', () => {
  const { tree } = parse('3 + e⁻²ˣ')
  const power = tree.kind === 'sum' ? tree.terms[1]?.term : undefined
  const exponent = power?.kind === 'power' ? power.exponent : undefined
  const product = exponent?.kind === 'negate' ? exponent.of : undefined
  const factors = product?.kind === 'product' ? product.factors.map(({ factor }) => factor) : []
  expect([power, exponent, ...factors].map((node) => node?.range)).toEqual([
    { from: 4, to: 8 },
    { from: 5, to: 8 },
    { from: 6, to: 7 },
    { from: 7, to: 8 }
  ])
  expect(problem('3 + xˢᵍ').range).toEqual({ from: 5, to: 7 })
})

describe('declared names', () => {
  const names = ['lr', 'beta1', 'weight_decay', 'm', 'g']

  test('are single names however many letters they have', () => {
    expect(read('x*(1 - lr*weight_decay) - lr*g', { names })).toBe('x*(1 - lr*weight_decay) - lr*g')
    expect(read('m + (1 - beta1)*(g - m)', { names })).toBe('m + (1 - beta1)*(g - m)')
  })

  test('come before functions', () => {
    expect(parse('exp + 1', { names: ['exp'] }).names).toEqual(['exp'])
  })

  test('are found in another case of letters if that is unambiguous', () => {
    expect(read('LR*x', { names })).toBe('lr*x')
    expect(problem('Ab', { names: ['ab', 'AB'], variables: [] }).code).toBe('name-unknown')
  })

  test('are suggested', () => {
    expect(problem('weigth_decay*x', { names }).values['suggestion']).toBe('weight_decay')
  })

  test('may be f, g or h before a bracket', () => {
    expect(read('g(x+1)', { names })).toBe('g*(x + 1)')
    expect(problem('g(x+1)').code).toBe('function-itself')
  })
})

describe('where the variables are fixed', () => {
  test('no other name is free', () => {
    expect(read('a*x + y', { variables: ['x', 'y'], names: ['a'] })).toBe('a*x + y')
    expect(problem('a*x + b', { variables: ['x'], names: ['a'] })).toMatchObject({ code: 'name-unknown', position: 6 })
    expect(problem('3 + xq', { variables: ['x'] })).toMatchObject({ code: 'name-unknown', position: 4 })
  })

  test('x0, x1 … are the first, second … variable unless one is called so', () => {
    expect(read('x[0] + x1 + x_0', { variables: ['u', 'v'] })).toBe('u + v + u')
    expect(read('x[0] + x0', { variables: ['x1', 'x0'] })).toBe('x0 + x0')
    expect(parse('x[1]', { variables: ['x', 'y'] }).names).toEqual(['y'])
  })

  test('an index beyond them is an error, never a product', () => {
    const { code, position, values } = problem('1 + x[2]', { variables: ['x', 'y'] })
    expect([code, position, values]).toEqual(['index-beyond', 4, { name: 'x[2]', count: 2 }])
    expect(problem('y[0]', { variables: ['x', 'y'] }).code).toBe('name-unknown')
  })

  test('letters side by side are a product of known names only', () => {
    expect(read('4xy', { variables: ['x', 'y'] })).toBe('4*x*y')
    expect(problem('ax', { variables: ['x'] }).position).toBe(0)
  })
})

describe('a whole vector', () => {
  test('has the given number of elements, at least as many as the text refers to, and two by default', () => {
    expect(read('np.sum(x**2)')).toBe('x0^2 + x1^2')
    expect(read('np.sum(x**2)', { dimension: 3 })).toBe('x0^2 + x1^2 + x2^2')
    expect(read('np.sum(x**2)', { dimension: 1 })).toBe('x0^2')
    expect(read('np.sum(x) + x[3]', { dimension: 2 })).toBe('(x0 + x1 + x2 + x3) + x3')
    expect(read('np.sum(x) + sum(i, 0, 2, x[i])')).toBe('(x0 + x1 + x2) + (x0 + x1 + x2)')
  })

  test('is given by the formula, and its letter on the left-hand side is no variable of its own', () => {
    expect(parse('np.sum(x**2)')).toMatchObject({ vector: 'x', names: ['x0', 'x1'], arguments: [] })
    expect(parse('f(w) = np.sum(w**2)')).toMatchObject({ vector: 'w', arguments: [] })
    expect(parse('x[0]**2')).toMatchObject({ vector: null })
    expect(variablesOf(parse('np.sum(a*x**2) + y', { dimension: 3 }))).toEqual(['y', 'x0', 'x1', 'x2'])
  })

  test('is all indexed variables where these are fixed, or else all variables', () => {
    expect(read('np.sum(x**2)', { variables: ['x0', 'x1', 'x2'] })).toBe('x0^2 + x1^2 + x2^2')
    expect(read('np.sum(x**2)', { variables: ['y', 'x10', 'x2'] })).toBe('x2^2 + x10^2')
    expect(read('np.sum(x**2)', { variables: ['u', 'v'] })).toBe('u^2 + v^2')
    expect(read('np.sum(w**2) + a', { variables: ['w0', 'w1'], names: ['a'] })).toBe('(w0^2 + w1^2) + a')
    expect(problem('np.sum(w)', { variables: ['x0', 'x1'] }).code).toBe('name-unknown')
    expect(problem('x + np.sum(x)', { variables: ['x0', 'x1'] })).toMatchObject({ code: 'name-unknown', position: 0 })
    expect(problem('np.sum(x) + sum(i, 1, 2, x[i])', { variables: ['x0', 'x1'] })).toMatchObject({
      code: 'index-beyond',
      values: { name: 'x[2]', count: 2 }
    })
  })

  test('may have a thousand elements', () => {
    expect(parse('np.sum(x**2)', { dimension: 1000 }).names.length).toBe(1000)
    expect(problem('np.sum(x**2) + x[1000]').values).toEqual({ found: 1001, most: 1000 })
  })
})

describe('the index of a sum', () => {
  test('is a number inside of it and unknown outside where the names are fixed', () => {
    expect(read('sum(k, 1, 2, k*x)', { variables: ['x'] })).toBe('1*x + 2*x')
    expect(problem('sum(k, 1, 2, k*x) + k', { variables: ['x'] })).toMatchObject({ code: 'name-unknown', position: 20 })
    expect(parse('sum(k, 1, 2, k*x) + k').names).toEqual(['x', 'k'])
  })

  test('hides a variable of the same name, and comes back after an inner sum', () => {
    expect(read('x + sum(x, 1, 2, x^2)')).toBe('x + (1^2 + 2^2)')
    expect(read('sum(i, 1, 2, sum(i, 5, 5, i)*i*x)')).toBe('5*1*x + 5*2*x')
  })

  test('runs over nothing if the upper bound is below the lower one', () => {
    expect(parse('sum(k, 2, 1, k*y) + x').names).toEqual(['y', 'x'])
    expect(read('sum(k, 2, 1, k*y) + prod(k, 2, 1, y)')).toBe('0 + 1')
  })

  test('has its range in the text as typed', () => {
    const { tree } = parse('1 + sum(i, 1, 2, x[i])')
    const sum = tree.kind === 'sum' ? tree.terms[1]?.term : undefined
    expect(sum?.range).toEqual({ from: 4, to: 22 })
    expect(sum?.kind === 'sum' && sum.terms.map(({ term }) => term.range)).toEqual([
      { from: 17, to: 21 },
      { from: 17, to: 21 }
    ])
  })
})

describe('a function pasted from Python', () => {
  test('has its parameters as variables, used or not', () => {
    const formula = parse('def f(a, b):\n    return a*c\n')
    expect(variablesOf(formula)).toEqual(['a', 'b'])
    expect(parametersOf(formula)).toEqual(['c'])
  })

  test('renames parameters that are words by the usual letters that are free', () => {
    expect(parse('lambda weight, bias: weight*a + bias')).toMatchObject({ arguments: ['x', 'y'] })
    expect(read('lambda weight, x: weight*x + y')).toBe('z*x + y')
    expect(parse('lambda aa, bb, cc, dd, ee, ff, gg, hh: aa*hh').arguments.join(' ')).toBe('x0 x1 x2 x3 x4 x5 x6 x7')
  })

  test('has an indexed or summed parameter as the vector', () => {
    expect(parse('def f(p):\n    return p[0]**2 + p[2]')).toMatchObject({ names: ['p0', 'p2'], arguments: [] })
    expect(read('def f(theta): return np.sum(theta**2)', { dimension: 3 })).toBe('theta0^2 + theta1^2 + theta2^2')
    expect(parse('def f(params): return np.mean(params)')).toMatchObject({ vector: 'x', names: ['x0', 'x1'] })
  })

  test('binds its parameters by position where the variables are fixed and have other names', () => {
    expect(read('def f(a, b): return a - b', { variables: ['u', 'v'] })).toBe('u - v')
    expect(read('def f(a, b): return a - b', { variables: ['b', 'a'] })).toBe('a - b')
    expect(read('def f(w): return w[0] - w[1]', { variables: ['u', 'v'] })).toBe('u - v')
    expect(read('def f(w): return np.sum(w**2)', { variables: ['u', 'v'] })).toBe('u^2 + v^2')
    expect(read('def f(weight): return weight**2', { variables: ['x'] })).toBe('x^2')
  })

  test('has its range in the text as typed', () => {
    const text = 'def f(weight):\n    return 2 * weight\n'
    const { tree } = parse(text)
    expect(text.slice(tree.range.from, tree.range.to)).toBe('2 * weight')
  })
})

describe('a refusal', () => {
  test('is a problem with its range, its values and an English sentence', () => {
    const refusal = problem('2x + ♥')
    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({
      name: 'FormulaError',
      code: 'character-unknown',
      position: 5,
      range: { from: 5, to: 6 },
      values: { character: '♥' },
      message: '“♥” cannot be used in a formula.'
    })
  })

  test.each([
    ['', 0],
    ['  \n ', 4],
    ['1 +', 3],
    ['1 + \n', 5],
    ['(x', 2],
    ['sin(x', 5],
    ['# only a remark', 15],
    ['👍', 0],
    ['x+👍', 2],
    ['ｓｉｎ（ｘ）＋！', 7],
    ['𝑥+?', 3],
    ['\\sin x + \\foo', 9]
  ])('%j is refused at offset %i of the text as typed', (text, position) => {
    expect(problem(text).position).toBe(position)
  })

  test.each([
    ['sn(x)', 'sin'],
    ['sqr(x)', 'sqrt'],
    ['arcsn(x)', 'arcsin'],
    ['lgo(x)', 'log'],
    ['sigmiod(x)', 'sigmoid'],
    ['sinn(x)', 'sin'],
    ['asinx', 'asin x'],
    ['bsin(x)', 'b sin'],
    ['log2x', 'log2 x'],
    ['root(x)', 'sqrt'],
    ['tg x', 'tan'],
    ['loss(x)', ''],
    ['base', ''],
    ['det(x)', ''],
    ['x_max', ''],
    ['qqqqqq', '']
  ])('%s suggests %j', (text, suggestion) => {
    expect(problem(text).values['suggestion']).toBe(suggestion)
  })

  test('gives an invisible character by its code point', () => {
    expect(problem('x\u0000').values).toEqual({ character: 'U+0000' })
    expect(problem('x\u0301').values).toEqual({ character: 'U+0301' })
  })

  test('quotes the text as typed', () => {
    expect(problem('ｌｎ ＋ 1').values).toEqual({ function: 'ｌｎ' })
    expect(problem('np.sin(x, y)').values).toMatchObject({ function: 'np.sin' })
    expect(problem('x＋×2').values).toEqual({ found: '×' })
  })

  test.each(['xq'.repeat(10_000), '9'.repeat(20_000), '1.2.'.repeat(5000), `sin${'x'.repeat(19_000)}q`])(
    'quotes no more than the beginning of %.20s…',
    (text) => {
      const { message, values, range } = problem(text)
      expect(message.length).toBeLessThan(200)
      expect(text).toContain(Object.values(values).join().slice(0, 40))
      expect(range).toEqual({ from: 0, to: text.length })
    }
  )

  test('names the expected number of arguments', () => {
    expect(problem('atan2(y)').values).toEqual({ function: 'atan2', expected: '2', found: 1 })
    expect(problem('log(x, 2, 3)').values).toEqual({ function: 'log', expected: '1 / 2', found: 3 })
    expect(problem('pow(x)').values).toEqual({ function: 'pow', expected: '2', found: 1 })
  })
})

test('newlines are space, and comments end with their line', () => {
  expect(read('x^2 # square\n + y # and\n')).toBe('x^2 + y')
})
