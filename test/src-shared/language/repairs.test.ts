import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { FormulaError } from '@shared/language/error'
import { parse } from '@shared/language/parser'
import { repaired, repairs } from '@shared/language/repairs'
import { formulaProblems } from '@shared/words/en/problems/formula'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const folder = resolve(import.meta.dirname, 'cases')
const typed = readdirSync(folder)
  .flatMap((file) => readFileSync(resolve(folder, file), 'utf8').split('\n'))
  .map((line) => line.slice(0, Math.max(0, line.lastIndexOf(' => '))).replaceAll('⏎', '\n'))

/** The error of a text; null if it parses. */
function refusalOf(text: string): FormulaError | null {
  try {
    parse(text)
    return null
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}

/** The text after each repair that is offered. */
function offered(text: string): readonly string[] {
  const error = refusalOf(text)
  return error ? repairs(text, error).map((repair) => repaired(text, repair)) : []
}

/** Expects the text to parse after each repair, or its first problem to come later. */
function expectMended(text: string) {
  const error = refusalOf(text)
  if (!error) return
  for (const repair of repairs(text, error)) {
    const next = refusalOf(repaired(text, repair))
    if (!next) continue
    const behind = next.position - repair.range.from - repair.text.length
    expect(behind, `${text} → ${repaired(text, repair)}`).toBeGreaterThanOrEqual(0)
    expect(repair.range.to + behind, `${text} → ${repaired(text, repair)}`).toBeGreaterThan(error.position)
  }
}

describe('every repair that is offered', () => {
  const refused = typed.filter((text) => refusalOf(text))

  test('of a refused case mends it', () => {
    for (const text of refused) expectMended(text)
  })

  test('of a refused case inside a longer formula mends that', () => {
    for (const text of refused) {
      for (const around of [`1 + ${text}`, `2*(${text})`, `${text} + y^2`, `sin(${text}) # a note`])
        expectMended(around)
    }
  })

  test('of random text mends it', () => {
    const piece = fc.constantFrom(
      ...'x 2 sin ( ) | + - * / ^ , = % // ; ° ! foo [0] ² √ 1,000 x3 \\frac { } "'.split(' '),
      ' '
    )
    const heap = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(fc.property(heap, expectMended), { seed: 3, numRuns: 1000 })
  }, 20_000)

  test('is one of three at most, all different', () => {
    for (const text of refused) {
      const texts = offered(text)
      expect(texts.length).toBeLessThanOrEqual(3)
      expect(new Set(texts).size).toBe(texts.length)
      expect(texts).not.toContain(text)
    }
  })
})

test('every problem is repaired in some case, except those without any guess', () => {
  const unguessable = [
    'formula-empty',
    'formula-too-long',
    'formula-too-deep',
    'number-too-large',
    'index-slice',
    'index-beyond',
    'index-too-large',
    'sum-bounds',
    'sum-too-long',
    'series-too-large',
    'vector-unclear',
    'vector-second',
    'refused-factorial',
    'refused-limit',
    'refused-update',
    'names-too-large',
    'function-differentiates',
    'function-of-function',
    'function-of-vector',
    'refused-norm',
    'command-accent',
    'refused-dots',
    'function-itself'
  ]
  const mended = new Set(
    [...typed, '\\sine(x)', 'x squared', 'x^2?', 'x @ x', '0,5', 'if x < 0: -x else: x'].flatMap((text) => {
      const error = refusalOf(text)
      return error && repairs(text, error).length > 0 ? [error.code as string] : []
    })
  )
  expect(Object.keys(formulaProblems).filter((code) => !mended.has(code) && !unguessable.includes(code))).toEqual([])
})

describe('what is offered for', () => {
  test.each<[string, ...string[]]>([
    ['x 2', 'x^2', '2*x'],
    ['xの2乗', 'x^2'],
    ['eの-x乗', 'e^-x'],
    ['σ(2x)', 'sigmoid(2x)', 'sigma*(2x)'],
    ['xの二乗 + 2のx乗', 'x^2 + 2^x'],
    ['ルートx + ルート(y+1)', 'sqrt(x) + sqrt(y+1)'],
    ['(x+1)の平方根', 'sqrt((x+1))'],
    ['2分の1 x', '1/2 x'],
    ['x squared plus y squared', 'x^2 + y^2'],
    ['シグマ'],
    ['微分 x^2', 'x^2'],
    ['x^2を微分せよ', 'x^2'],
    ['x^2？', 'x^2'],
    ['x\u200e^2', 'x^2'],
    ['x ? 1 : 2', 'x > 0 ? 1 : 2'],
    ['numerical_diff(f, 3)'],
    ['1/x 2', '1/x^2', '1/x*2'],
    ['x 2^3', 'x^2^3', 'x*2^3'],
    ['x 2 + y 3 - z 4', 'x^2 + y^3 - z^4', '2*x + 3*y - 4*z'],
    ['sin(30°) + cos(60°)', 'sin(30*pi/180) + cos(60*pi/180)'],
    ['0,5x + 0,25y', '0.5x + 0.25y'],
    ['x 2 + y 3 + foo', 'x^2 + y 3 + foo', '2*x + y 3 + foo'],
    ['(x+1)2', '(x+1)^2', '(x+1)*2'],
    ['sin(x)2', 'sin(x)^2', 'sin(x)*2'],
    ['2x3', '2x^3', '2x_3', '2x*3'],
    ['2 3', '2*3'],
    ['1,000', '1000'],
    ['１，０００', '1000'],
    ['x + 1,000,000', 'x + 1000000'],
    ['1 000', '1000', '1*000'],
    ['0,5x', '0.5x'],
    ['1.000,5', '1000.5'],
    ['C(5,2) x'],
    ['1_000', '1000'],
    ['0xFF', '255'],
    ['1..5', '1.5'],
    ['1e5.5', '1*10^5.5'],
    ['alogx', 'a log x'],
    ['xy2', 'xy^2'],
    ['sinn(x)', 'sin(x)', 'sinc(x)', 'sinh(x)'],
    ['lgo(x)', 'log(x)'],
    ['log2x', 'log2 x'],
    ['3bsin(x)', '3b sin(x)'],
    ['ab', 'a*b'],
    ['sin', 'sin(x)'],
    ['y + exp', 'y + exp(y)'],
    ['sin -x', 'sin(-x)', 'sin(x) -x'],
    ['exp -x^2/2 cos 3x', 'exp(-x^2/2) cos 3x', 'exp(-x^2)/2 cos 3x', 'exp(x) -x^2/2 cos 3x'],
    ['sin()', 'sin(x)'],
    ['sin^-2(x)', 'sin(x)^-2'],
    ['sin⁻²(x+1)', 'sin(x+1)^(-2)'],
    ['sin^k(x)', 'sin(x)^k'],
    ['sin^-2 x', 'sin(x)^-2'],
    ['sin(x, y)'],
    ['atan(y, x)', 'atan2(y, x)'],
    ['ArcTan[x, y]', 'atan2(y, x)'],
    ['atan2(y)', 'atan(y)', 'atanh(y)'],
    ['log(x, 2, max(1, 2))'],
    ['(x+1', '(x+1)'],
    ['2*(x+[y-1 # a note', '2*(x+[y-1]) # a note'],
    ['x+1)', 'x+1', '(x+1)'],
    ['（ｘ＋１', '（ｘ＋１)'],
    ['(x+1]', '(x+1)'],
    ['2()', '2'],
    ['x[0', 'x[0]'],
    ['x[y]', 'x(y)'],
    ['|x|y|z|', 'abs(x)y|z|', '|x*abs(y)*z|'],
    ['|x', '|x|', 'x'],
    ['a // b', 'floor(a/b)'],
    ['1 + x @ x', '1 + dot(x, x)'],
    ['1 + 2x // 3 + y', '1 + floor(2x/3) + y'],
    ['50%', '50/100'],
    ['50% x', '50/100*x', 'mod(50, x)'],
    ['x/50% + 1', 'x/(50/100) + 1', 'mod(x/50, + 1)'],
    ['90°', '90*pi/180'],
    ['sin 90°', 'sin (90*pi/180)'],
    ['sin 30度', 'sin (30*pi/180)'],
    ['∂f/∂x'],
    ['∂/∂x (x^2 + y^2)', '(x^2 + y^2)'],
    ['∂f/∂x x^2 y', 'x^2 y'],
    ['cos(2x°)', 'cos(2x*pi/180)'],
    ['sin(x deg)', 'sin(x*pi/180)'],
    ['sin(x rad)', 'sin(x)'],
    ['sind(x)', 'sin(x*pi/180)'],
    ['cosd(x + 1)^2', 'cos((x + 1)*pi/180)^2'],
    ['tg x', 'tan x'],
    ['2ctg(x)', '2cot(x)'],
    ['e⁻ˣ²ᐟ²cos x', 'e^(-x^2/2)cos x'],
    ['%e^x', 'e^x'],
    ['2x . y', '2x * y'],
    ['x.constructor'],
    ['x².', 'x²'],
    ['F.relu(x)', 'relu(x)'],
    ['tf.nn.relu(x)', 'relu(x)'],
    ['torch.nn.functional.relu(x)', 'relu(x)'],
    ['x.sum()', 'sum(x)'],
    ['(x**2).sum()/2', 'sum(x**2)/2'],
    ['x.pow(2)', 'pow(x, 2)'],
    ['x.T @ x', 'dot(x, x)'],
    ['d/dx x^2', 'x^2'],
    ['\\frac{d}{dx} x^2', 'x^2'],
    ['2 dx', '2 d*x'],
    ["f'(x) = 2x"],
    ['∫ x^2 dx', 'x^2'],
    ['exp(-∞)', 'exp(-1e6)'],
    ['sum(x**2 for x in xs)', 'sum(x**2)'],
    ['sum(x**k for k in ks)'],
    ['sum(x**k for k in range(1,6))', 'sum(k, 1, 5, x**k)'],
    ['1 + np.sum([x[i]**2 for i in range(3)])', '1 + sum(i, 0, 2, x[i]**2)'],
    ['sum(x**k for k in range(1, n))'],
    ['sum(x^k, k, 1, 5)', 'sum(k, 1, 5, x^k)'],
    ['sum(x^k, k=1..5)', 'sum(k, 1, 5, x^k)'],
    ['sum(k=1, 5, x^k)', 'sum(k, 1, 5, x^k)'],
    ['Sum[x^k, {k,1,5}]', 'sum(k, 1, 5, x^k)'],
    ['Product[x - k, {k, 3}]/2', 'prod(k, 1, 3, x - k)/2'],
    ['Sum(x**k, (k, 1, 5))', 'sum(k, 1, 5, x**k)'],
    ['\\frac{1}(2)', '\\frac{1}{2}'],
    ['f(x) &= x^2', 'x^2'],
    ['== x', 'x'],
    ['x!'],
    ['x^2; y', 'x^2'],
    ['y = x^2; return y', 'x^2'],
    ['u = x - 1; y = u^2', '(x - 1)^2'],
    ['u = x - 1\nu^2 + 1', '(x - 1)^2 + 1'],
    ['u = x - 1; y = 2ux'],
    ['x = 3; y = u^2'],
    ['if(x >= 0, x^2; -x)', 'if(x >= 0, x^2, -x)'],
    ['POWER(x;2)', 'POWER(x, 2)'],
    ['"x^2"', 'x^2'],
    ["'x^2'", 'x^2'],
    ['`x^2` + 1', 'x^2 + 1'],
    ['“x^2”', 'x^2'],
    ['「x^2」', 'x^2'],
    ['x^2。', 'x^2'],
    ['x^', 'x'],
    ['x+*y', 'x+y', 'x*y'],
    ['*x', 'x'],
    ['x^2, y'],
    ['x^2,', 'x^2'],
    ['max(x,)', 'max(x)'],
    ['f(2) = x', 'x'],
    ['x = 3'],
    ['def f(x=3): return x', 'def f(x): return x'],
    ['def f(x, *, y): return x + y', 'def f(x, y): return x + y'],
    ['def f(*x): return x', 'def f(x): return x'],
    ['def f(x) return x', 'def f(x): return x'],
    ['def f x, y: return x', 'def f (x, y): return x'],
    ['lambda x y: x', 'lambda x, y: x'],
    ['def f(x):\n    x**2', 'def f(x):\n    return x**2'],
    ['def f(x):\n    return x**2\n\nprint(f(3))', 'def f(x):\n    return x**2'],
    ['def f(x):\n  y = x\n  return y\nprint(f(3))', 'def f(x):\n  y = x\n  return y'],
    ['def f(x):\n    s = 0\n    for i in range(3):\n        s += x[i]\n    return s'],
    ['def f(x):\n    y += 1\n    return y'],
    ['def f(x):\n    if x > 0:\n        return x\n    return 0', 'def f(x):\n    return if(x > 0, x, 0)'],
    [
      'def f(x):\n  if x < 0:\n    return -x\n  elif x < 1:\n    return x\n  else:\n    return 1',
      'def f(x):\n  return if(x < 0, -x, x < 1, x, 1)'
    ],
    ['def f(x):\n  if x < 0:\n    y = -x\n  else:\n    y = x\n  return y'],
    ['function y = f(x)\n  y = x.^2;\nend', 'x.^2'],
    ['function f(x) { if (x < 0) { return -x; } else { return x; } }', 'if(x < 0, -x, x)'],
    ['if(x<1) x else 2', 'if(x<1, x, 2)'],
    ['x + return 3', 'x +  3'],
    ['np.sum', 'sum(x)'],
    ['sum 2x*y^2 + 1', 'sum(2x*y^2) + 1'],
    ['np.sum(x**2, axis=0)', 'np.sum(x**2)'],
    ['np.sum(x, 1)'],
    ['np.sum(x) + x', 'np.sum(x) + x[0]'],
    ['if(x>0&&x<1, 2, 3)', 'if(x>0 and x<1, 2, 3)'],
    ['if((x < 0) | (x > 1), 2, 3)', 'if((x < 0) or (x > 1), 2, 3)'],
    ['if(x => 1, 2, 3)', 'if(x >= 1, 2, 3)'],
    ['x => x^2', 'x^2'],
    ['x -> x^2', 'x^2'],
    ['f: x -> x^2', 'x^2'],
    ['x + ||y||_3'],
    ['‖x‖₂ + 1', 'norm(x) + 1'],
    ['\\|x\\|_2^2', 'norm(x)^2'],
    ['‖x‖_1'],
    ['x^T x', 'dot(x, x)'],
    ['(x-1)^{T}(x-1)', 'dot((x-1), (x-1))'],
    ['²x'],
    ['E = m*c^2', 'm*c^2'],
    ['2if(x < 0, 1, 2)', '2*if(x < 0, 1, 2)'],
    ['if(x + 1, 1, 2)', 'if(x + 1 > 0, 1, 2)'],
    ['if(x < 1', 'if(x < 1, 1, 0)'],
    ['if(x < 1)', 'if(x < 1, 1, 0)'],
    ['if(x < 0, 1, 2, 3)'],
    ['x if x > 0', 'if(x > 0, x)', 'x if x > 0 else 0'],
    ['np.piecewise(x, [x < 0, x >= 0], [lambda x: -x, 1])', 'if(x >= 0, 1, x < 0, -x)'],
    ['np.piecewise(x, [(x > 0) & (x < 1)], [1, 0])', 'if((x > 0) and (x < 1), 1, 0)'],
    ['1 + np.select([x < 0, x > 1], [-x, x], 0)', '1 + if(x < 0, -x, x > 1, x, 0)'],
    ['np.select([x < 0], [-x], default=1)', 'if(x < 0, -x, 1)'],
    ['Piecewise((-x, x < 0), (x**2, True))', 'if(x < 0, -x, x**2)'],
    ['Piecewise[{{-x, x < 0}, {x, x < 1}}, 1]', 'if(x < 0, -x, x < 1, x, 1)'],
    ['f(x) = x² (x ≥ 0), -x (x < 0)', 'f(x) = if(x ≥ 0, x², x < 0, -x)'],
    ['x < 0: -x; x >= 0: x^2', 'if(x < 0, -x, x >= 0, x^2)'],
    ['y = 2x, x > 0; 3', 'y = if(x > 0, 2x, 3)'],
    ['{x^2 if x >= 0, -x otherwise}', 'if(x >= 0, x^2, -x)'],
    ['x^2, x > 0', 'if(x > 0, x^2)'],
    ['x^2 (x > 0)', 'if(x > 0, x^2)', 'x^2 (if(x > 0, 1, 0))'],
    ['if x < 0: -x else: x', 'if(x < 0, -x, x)'],
    ['1 : 2', '1 / 2'],
    ['x^2 =', 'x^2'],
    ['']
  ])('%s', (text, ...expected) => {
    expect(offered(text)).toEqual(expected)
  })
})

test('a long text has no repairs: parsing every guess would take too long', () => {
  expect(offered(`(${'x+'.repeat(100)}1`)).toHaveLength(1)
  expect(offered(`(${'x+'.repeat(3000)}1`)).toEqual([])
})

test.each([
  ['powers of functions', `x % ${'x^sin '.repeat(800)}x`],
  ['functions', `${'sin '.repeat(400)}% 2`],
  ['brackets', '('.repeat(400)],
  ['an unknown word', 'qk'.repeat(2_400)],
  ['percent signs', 'x %'.repeat(1_600)],
  ['bars', '|x'.repeat(2_400)],
  ['statements', 'u = x + 1;'.repeat(490)],
  ['choices', 'x<0?1:'.repeat(800)],
  ['pieces', 'x (x>0), '.repeat(500)]
])('many %s take no noticeable time', (_, text) => {
  const error = refusalOf(text)
  if (!error) throw new Error('is read')
  const begun = process.cpuUsage()
  expect(repairs(text, error).length).toBeLessThanOrEqual(3)
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500)
})
