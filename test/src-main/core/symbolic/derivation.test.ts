import { compileOutputs } from '@core/compile/outputs'
import { gradient } from '@core/derivative'
import { Graph } from '@core/graph'
import { lower } from '@core/lower'
import { derivation } from '@core/symbolic/answers'
import { derivationLines, derivationSteps, type Step } from '@core/symbolic/derivation'
import { tidiedDerivative } from '@core/symbolic/derivative'
import { examples } from '@shared/experiment/examples'
import { functions } from '@shared/language/functions'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import { typeset } from '@shared/language/typeset'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { formulas, name, product } from '../../../support/formulas'

const names = ['x', 'y', 'z']

function stepsOf(tree: Syntax, variable: string, order: readonly string[] = names): readonly Step[] | null {
  const result = tidiedDerivative(tree, variable, order)
  return result && derivationSteps(tree, variable, result)
}

/** TeX of the lines, each after the name of its rule. */
function blackboard(text: string, variables: readonly string[] = ['x']): readonly string[] | null {
  const steps = stepsOf(parse(text).tree, 'x', variables)
  return steps && derivationLines(steps, 'x', variables).map(({ rule, tex }) => `${rule}: ${tex}`)
}

/** Relative to the line, or to this part of the largest one, because a line may be a difference of larger numbers. */
const tolerance = 1e-6

/**
 * How often lines were compared with the exact derivative of f, and whether one of them differs: what is still to be
 * differentiated in a line is worth its own exact derivative.
 */
function compared(f: Syntax, variable: string, steps: readonly Step[], free: readonly string[]) {
  const graph = new Graph()
  const inputs = free.map((input) => [input, graph.input()] as const)
  const scope = new Map(inputs)
  const x = scope.get(variable) ?? graph.input()
  const value = lower(graph, f, scope)
  const below = new Map<string, readonly [Syntax, number]>()
  for (const { pending } of steps) for (const [key, of] of pending) below.set(key, [of, lower(graph, of, scope)])
  graph.makeRoomForDerivatives()
  const [exact = value] = gradient(graph, value, [x])
  const all = new Map(scope)
  for (const [key, [, node]] of below) all.set(key, gradient(graph, node, [x])[0] ?? graph.constant(0))
  const lines = steps.map(({ tree }) => lower(graph, tree, all))
  const compute = compileOutputs(graph, [value, exact, ...lines])
  const output = new Float64Array(2 + lines.length)
  let times = 0
  let differs = false
  for (let i = 0; i < 24; i++) {
    const point = Float64Array.from(free, (_, k) => 4 * (((i * free.length + k + 1) * 0.6180339887498949) % 1) - 1.3)
    compute(point, output)
    const [at = Number.NaN, slope = Number.NaN, ...written] = output
    if (!Number.isFinite(at) || !Number.isFinite(slope)) continue
    const size = Math.max(1e-3, Math.abs(at) * 1e-4, Math.abs(slope))
    for (const line of written) {
      if (!Number.isFinite(line)) continue
      times++
      if (Math.abs(line - slope) > tolerance * size) differs = true
    }
  }
  return { times, differs }
}

describe('each line of a derivation equals the exact derivative', () => {
  it('for random formulas', () => {
    let read = 0
    fc.assert(
      fc.property(formulas(names), fc.constantFrom(...names), (tree, variable) => {
        const steps = stepsOf(tree, variable)
        if (!steps) return
        const { times, differs } = compared(tree, variable, steps, names)
        expect(differs).toBe(false)
        if (times > steps.length) read++
      }),
      { seed: 20_261_125, numRuns: 300 }
    )
    expect(read).toBeGreaterThan(100)
  })

  it('for each built-in example', () => {
    for (const { experiment } of examples) {
      const { tree } = parse(experiment.formula)
      const variables = experiment.variables.map(({ name: variable }) => variable)
      for (const variable of variables) {
        const steps = stepsOf(tree, variable, variables)
        if (!steps) throw new Error(`no derivation of ${experiment.formula} along ${variable}`)
        const { times, differs } = compared(tree, variable, steps, variables)
        expect(times, experiment.formula).toBeGreaterThan(steps.length)
        expect(differs, experiment.formula).toBe(false)
      }
    }
  })

  it('for every function, of the variable and of an expression in it', () => {
    for (const { name: called, parameters, hidden } of functions) {
      if (hidden) continue
      for (const inner of [name('x'), product(name('x'), name('y'))]) {
        const of = parameters.map((_, i) => (i === 0 ? inner : name('z')))
        const tree: Syntax = { kind: 'call', name: called, arguments: of, range: { from: 0, to: 0 } }
        for (const variable of parameters.length > 1 ? ['x', 'z'] : ['x']) {
          const steps = stepsOf(tree, variable)
          expect(steps, called).not.toBeNull()
          expect(steps && compared(tree, variable, steps, names).differs, called).toBe(false)
        }
      }
    }
  })

  it('a planted error in any line is detected', () => {
    const { tree } = parse('x^2 sin(3x) + x/(1 + x^2)')
    const steps = stepsOf(tree, 'x', ['x']) ?? []
    expect(steps.length).toBeGreaterThan(5)
    expect(compared(tree, 'x', steps, ['x']).differs).toBe(false)
    for (const at of steps.keys()) {
      for (const wrong of ['0', 'x']) {
        const range = { from: 0, to: 0 }
        const planted = steps.map((step, i): Step => {
          if (i !== at) return step
          const terms = [step.tree, parse(wrong).tree].map((term) => ({ minus: false, term }))
          return { ...step, tree: { kind: 'sum', terms, range } }
        })
        expect(compared(tree, 'x', planted, ['x']).differs).toBe(wrong === 'x')
      }
    }
  })
})

describe('a derivation', () => {
  it('applies one rule a line, from the outermost inward', () => {
    expect(blackboard('x^2 sin x')).toEqual([
      'begin: \\frac{d}{dx}(x^2\\sin x)',
      'product: \\frac{d}{dx}(x^2) \\cdot \\sin x + x^2\\frac{d}{dx}(\\sin x)',
      'power: 2x\\sin x + x^2\\frac{d}{dx}(\\sin x)',
      'function: 2x\\sin x + x^2\\cos x',
      'factor: x(2\\sin x + x\\cos x)'
    ])
    expect(blackboard('sin(x^2)')).toEqual([
      'begin: \\frac{d}{dx}(\\sin x^2)',
      'chain: \\cos x^2 \\cdot \\frac{d}{dx}(x^2)',
      'power: \\cos x^2 \\cdot 2x',
      'tidy: 2x\\cos x^2'
    ])
  })

  it('has signs and fractions as they are written by hand', () => {
    expect(blackboard('x/cos x')?.at(-1)).toBe('function: \\frac{\\cos x + x\\sin x}{\\cos^2 x}')
    expect(blackboard('e^(x/2)')?.at(2)).toBe('constant-factor: \\frac{e^{x/2}}{2} \\cdot \\frac{d}{dx}(x)')
    expect(blackboard('sin x - (-floor x) - cos x')?.slice(-2)).toEqual([
      'function: \\cos x + 0 - \\frac{d}{dx}(\\cos x)',
      'function: \\cos x + \\sin x'
    ])
  })

  it('in several variables goes term by term, with what is held constant in grey', () => {
    const y = '\\textcolor{gray}{y}'
    const d = (of: string) => `\\frac{\\partial}{\\partial x}(${of})`
    expect(blackboard('4x^2 + 4xy + 2y^2 + 5', ['x', 'y'])).toEqual([
      `begin: ${d(`4x^2 + 4x${y} + 2${y}^2 + 5`)}`,
      `sum: ${d('4x^2')} + ${d(`4x${y}`)} + ${d(`2${y}^2`)} + ${d('5')}`,
      `constant-factor: 4 \\cdot ${d('x^2')} + 4${y}${d('x')} + ${d(`2${y}^2`)} + ${d('5')}`,
      `power: 4 \\cdot 2x + 4${y}${d('x')} + ${d(`2${y}^2`)} + ${d('5')}`,
      `variable: 4 \\cdot 2x + 4${y} \\cdot 1 + ${d(`2${y}^2`)} + ${d('5')}`,
      `constant: 4 \\cdot 2x + 4${y} + 0 + 0`,
      `tidy: 8x + 4${y}`
    ])
  })

  it.each([
    ['x/(x^2 + 1)', ['begin', 'quotient', 'variable', 'sum', 'power', 'constant', 'expand', 'collect']],
    ['x^x', ['begin', 'general-power', 'product', 'variable', 'function', 'tidy']],
    ['2^x', ['begin', 'exponential']],
    ['e^(-x)', ['begin', 'chain', 'constant-factor', 'variable', 'tidy']],
    ['atan2(x, 2x)', ['begin', 'several-arguments', 'variable', 'constant-factor', 'variable', 'expand', 'collect']],
    ['max(x^2, x)', ['begin', 'pieces', 'power', 'variable']],
    ['((x^2 + x) + 1) + 2', ['begin', 'sum', 'power', 'variable', 'constant', 'tidy']],
    ['sin x + cos x + sin x', ['begin', 'sum', 'function', 'function', 'collect']],
    ['7', ['begin', 'constant']],
    ['x', ['begin', 'variable']],
    ['-3x', ['begin', 'constant-factor', 'variable', 'tidy']]
  ])('of %s uses these rules', (text, rules) => {
    expect(stepsOf(parse(text).tree, 'x', ['x'])?.map(({ rule }) => rule)).toEqual(rules)
  })

  it('states each rule as a law, that of a function from its row', () => {
    const laws = (text: string) => {
      const steps = stepsOf(parse(text).tree, 'x', ['x'])
      return steps?.map(({ law }) => law).filter((law) => law !== '')
    }
    expect(laws('x^2')).toEqual(["(x^n)' = n x^{n - 1}"])
    for (const text of ['e^x', 'exp x']) expect(laws(text)).toEqual(["(e^x)' = e^x"])
    for (const text of ['e^(2x)', 'exp(2x)']) expect(laws(text)?.[0]).toBe("(e^u)' = e^uu'")
    expect(laws('tan x')).toEqual(["(\\tan x)' = \\frac{1}{\\cos^2 x}"])
    expect(laws('cos 2x')?.[0]).toBe("(\\cos u)' = -\\sin u \\cdot u'")
    expect(laws('sin x - x')?.[0]).toBe("(u - v)' = u' - v'")
    expect(laws('sin x - x + 1')?.[0]).toBe("(u \\pm v)' = u' \\pm v'")
    expect(laws('atan x')).toEqual(["(\\arctan x)' = \\frac{1}{1 + x^2}"])
  })

  it('states where the law of a function with kinks or jumps holds', () => {
    const law = (text: string) => stepsOf(parse(text).tree, 'x', ['x'])?.[1]?.law
    expect(law('|x|')).toBe("(\\lvert x\\rvert)' = \\operatorname{sign}(x)\\quad(x \\ne 0)")
    expect(law('floor x^2')).toBe("(\\lfloor u\\rfloor)' = 0\\quad(u \\ne \\lfloor u\\rfloor)")
    // With the number in the formula: otherwise the condition of the law and that of f would be two.
    expect(law('mod(x, 3)')).toBe("(\\operatorname{mod}(x, 3))' = 1\\quad(\\frac{x}{3} \\notin \\mathbb{Z})")
    expect(law('mod(x^2, 3)')).toBe("(\\operatorname{mod}(u, c))' = u'\\quad(\\operatorname{mod}(u, c) \\ne 0)")
    expect(law('round x')).toContain('\\quad(x - \\frac{1}{2} \\notin \\mathbb{Z})')
  })

  it('never states a condition twice in a line', () => {
    const bent = functions.filter(({ kink, hidden, parameters }) => kink && !hidden && parameters.length === 1)
    const texts = bent.flatMap(({ name }) => [`${name}(x)`, `2${name}(x)`, `x + ${name}(x)`, `abs(x - 1) + ${name}(x)`])
    const conditionsOf = (law: string) =>
      [...law.matchAll(/\\quad\(((?:(?!\\quad).)*)\)(?=\\quad|$)/g)].flatMap(([, all = '']) => all.split(',\\ '))
    expect(conditionsOf("f' = 0\\quad(x \\ne 0)\\quad(x \\ne 0,\\ (x) \\ne 1)")).toEqual([
      'x \\ne 0',
      'x \\ne 0',
      '(x) \\ne 1'
    ])
    let several = 0
    for (const formula of texts) {
      for (const { law } of derivation({ formula, variables: ['x'], parameters: {} }, 0).rules ?? []) {
        const conditions = conditionsOf(law)
        if (conditions.length > 1) several++
        expect(new Set(conditions).size, `${formula}: ${law}`).toBe(conditions.length)
      }
    }
    expect(several).toBeGreaterThan(0)
    expect(derivation({ formula: '|x|', variables: ['x'], parameters: {} }, 0).rules?.at(-1)?.law).toBe(
      "(\\lvert x\\rvert)' = \\operatorname{sign}(x)\\quad(x \\ne 0)"
    )
  })

  it('states in the law of functions like min what becomes of constant arguments', () => {
    const steps = stepsOf(parse('min(x, y, 0)').tree, 'x', ['x', 'y'])
    expect(steps?.map(({ rule }) => rule)).toEqual(['begin', 'pieces', 'variable'])
    expect(steps?.[1]?.law).toMatch(/^\\min\(u, b, c\)' = \\begin\{cases\} u' & u < b.* \\frac\{u'\}\{3\}/)
    expect(stepsOf(parse('max(x, 1, 2, 3)').tree, 'x', ['x'])?.[1]?.law).toBe('')
  })

  it('ends with the derivative as it is shown, and has no line twice', () => {
    for (const text of ['log10(x)', 'x^2 + 3x', 'x^3', 'sin(x)/x', 'x*x', '2^x', 'log(x, 2)']) {
      const { tree } = parse(text)
      const result = tidiedDerivative(tree, 'x', ['x'])
      const steps = result && derivationSteps(tree, 'x', result)
      const lines = steps && derivationLines(steps, 'x', ['x']).map(({ tex }) => tex)
      expect(lines?.at(-1)).toBe(result && typeset(result.tree))
      expect(new Set(lines).size).toBe(lines?.length)
    }
  })

  it('is TeX that KaTeX accepts, laws too', () => {
    fc.assert(
      fc.property(formulas(names), (tree) => {
        const steps = stepsOf(tree, 'x')
        for (const { tex, law } of steps ? derivationLines(steps, 'x', names) : []) {
          for (const each of [tex, law]) katex.renderToString(each, { throwOnError: true, strict: 'error' })
        }
      }),
      { seed: 20_261_127, numRuns: 40 }
    )
  })

  it('applies one law to all terms of its kind in one line', () => {
    const { tree } = parse('((w + b - 2)^2 + (2w + b - 3)^2 + (3w + b - 5)^2)/3')
    const result = tidiedDerivative(tree, 'w', ['w', 'b'])
    const rules = result && derivationSteps(tree, 'w', result)?.map(({ rule }) => rule)
    expect(rules?.filter((rule) => rule === 'chain')).toHaveLength(1)
    expect(rules?.length).toBeLessThan(12)
  })

  it('does not differentiate the constant terms of a long sum one by one', () => {
    const text = Array.from({ length: 50 }, (_, i) => `x${i}^2`).join(' + ')
    const { tree } = parse(text)
    const result = tidiedDerivative(tree, 'x7', ['x7'])
    const steps = result && derivationSteps(tree, 'x7', result)
    expect(steps?.map(({ rule }) => rule)).toEqual(['begin', 'sum', 'power', 'constant', 'tidy'])
    const lines = steps && derivationLines(steps, 'x7', ['x7'])
    expect(lines?.[1]?.tex).toBe(
      '\\frac{d}{dx_7}(x_7^2) + \\frac{d}{dx_7}(x_0^2 + x_1^2 + x_2^2 + x_3^2 + x_4^2 + x_5^2 + \\cdots + x_{48}^2 + x_{49}^2)'
    )
    expect(lines?.at(-1)?.tex).toBe('2x_7')
  })

  it('is omitted if it is too long: a long formula, a long line, many lines, many factors', () => {
    const nothing = { tree: parse('0').tree, lines: [] }
    const isLeftOut = (text: string) => derivationSteps(parse(text).tree, 'x', nothing) === null
    const sines = (count: number) => Array.from({ length: count }, (_, i) => `sin(${i + 1}x)`).join(' + ')
    const nest = (before: string, after: string, times: number) => before.repeat(times) + 'x' + after.repeat(times)
    const pairs = [
      [`floor(${sines(60)})`, `floor(${sines(6)})`],
      [nest('sin(', ')', 20), nest('sin(', ')', 8)],
      [nest('1 + 2(', ')', 15), nest('1 + 2(', ')', 10)],
      ['x*x*x*x*x*x*x', 'x*x*x*x*x*x']
    ] as const
    for (const [long, short] of pairs) expect([isLeftOut(long), isLeftOut(short)]).toEqual([true, false])
  })
})
