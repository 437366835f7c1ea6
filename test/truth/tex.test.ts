import { derivationLines, derivationSteps } from '@core/symbolic/derivation'
import { tidiedDerivative } from '@core/symbolic/derivative'
import { FormulaError } from '@shared/language/error'
import { parse } from '@shared/language/parser'
import { print } from '@shared/language/print'
import type { Syntax } from '@shared/language/syntax'
import { names } from '@shared/language/tree'
import { typeset } from '@shared/language/typeset'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { symbolsOf } from '@shared/methods/method'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trees } from '../src-shared/language/random'
import { evaluate } from '../support/evaluate'
import { call, formulas, name, negative, sum } from '../support/formulas'
import { type Judgement, seed, tally, trials, uniform } from '../support/truth'

const range = { from: 0, to: 0 }

/** Letters that side by side spell functions, constants and words: p·i, l·n·x, a·s·i·n·x, d·x, 2.5·f. */
const letters = 'x x y z t p i s n l o g d f a c'.split(' ')

/** Formulas of the shapes that are set without brackets: powers, products and quotients of few things, in functions. */
const shapes: fc.Arbitrary<Syntax> = fc.letrec<{ tree: Syntax; leaf: Syntax }>((tie) => {
  const digits = fc
    .constantFrom('0', '1', '2', '10', '2.5', '1e-7', '2e3')
    .map((text): Syntax => ({ kind: 'number', value: Number(text), digits: text, range }))
  const constants = fc
    .constantFrom('pi' as const, 'e' as const)
    .map((name): Syntax => ({ kind: 'constant', name, range }))
  const names = fc.constantFrom(...letters).map(name)
  const { tree, leaf } = { tree: tie('tree'), leaf: tie('leaf') }
  const raised = (base: Syntax, exponent: Syntax): Syntax => ({ kind: 'power', base, exponent, range })
  const e: Syntax = { kind: 'constant', name: 'e', range }
  return {
    leaf: fc.oneof({ weight: 4, arbitrary: names }, { weight: 2, arbitrary: digits }, constants),
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 2, arbitrary: leaf },
      { weight: 1, arbitrary: tree.map(negative) },
      { weight: 1, arbitrary: fc.tuple(leaf, tree).map(([u, v]) => sum(u, v)) },
      {
        weight: 4,
        arbitrary: fc
          .array(fc.tuple(fc.boolean(), fc.boolean(), tree), { minLength: 2, maxLength: 4 })
          .map((all): Syntax => {
            const factors = all.map(([a, b, factor], i) => ({ divide: a && b && i > 0, factor }))
            return { kind: 'product', factors, range }
          })
      },
      { weight: 2, arbitrary: fc.tuple(tree, fc.oneof(digits, tree)).map(([u, v]) => raised(u, v)) },
      { weight: 1, arbitrary: tree.map((of) => raised(e, of)) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom('sin', 'log', 'tan', 'log2', 'exp', 'sqrt', 'cbrt', 'abs', 'floor', 'sigmoid', 'asin'),
            tree
          )
          .map(([called, of]) => call(called, of))
      },
      { weight: 1, arbitrary: fc.tuple(tree, leaf).map(([u, v]) => call('logbase', u, v)) }
    )
  }
}).tree

const points = 12
const random = uniform(7)
const coordinates = Array.from({ length: points * 40 }, () => 4 * random() - 1.2)

/**
 * The value at a point, and how far it would move were all numbers and values of functions off by more than any
 * rounding, and factors multiplied in another order: infinite where that overflows and this does not.
 */
function values(tree: Syntax, free: readonly string[], point: number): readonly [value: number, error: number] {
  const place = (k: number) => coordinates[(point * 7 + k * 11) % coordinates.length] ?? 1
  const at = Object.fromEntries(free.map((name, k) => [name, place(k)]))
  const value = evaluate(tree, at)
  const errors = [1e-10, -1e-10, 3e-10].map((by) => {
    const off = (value: number): Syntax => ({ kind: 'number', value: value * (1 + by), digits: '', range })
    const disturbed = (inner: Syntax): Syntax => {
      if (inner.kind === 'constant') return off(inner.name === 'pi' ? Math.PI : Math.E)
      if (inner.kind === 'name') return off(at[inner.name] ?? 1)
      if (inner.kind === 'number') return Number.isInteger(inner.value) ? inner : off(inner.value)
      const parts = rebuilt(inner, disturbed)
      if (parts.kind === 'call') return productOf([off(1), parts])
      if (parts.kind !== 'product') return parts
      return { ...parts, factors: [{ divide: false, factor: off(1) }, ...parts.factors.toReversed()] }
    }
    const beside = evaluate(disturbed(tree), at)
    if (Object.is(beside, value) || beside === value) return 0
    return Number.isFinite(beside - value) ? Math.abs(beside - value) : Infinity
  })
  return [value, Math.max(...errors)]
}

const productOf = (of: readonly Syntax[]): Syntax => ({
  kind: 'product',
  factors: of.map((factor) => ({ divide: false, factor })),
  range
})

/** How a tree read from TeX compares with the tree that was set, by its values at points of both signs. */
function compared(tree: Syntax, again: Syntax): 'same' | 'other' | 'unknown' {
  const free = [...new Set([...names(tree), ...names(again)])]
  let known = false
  for (let point = 0; point < points; point++) {
    const [value, error] = values(tree, free, point)
    const [read] = values(again, free, point)
    const isShaky = error === Infinity || error > 1e-3 * Math.abs(value)
    if (isShaky || (Number.isNaN(value) && Number.isNaN(read))) continue
    if (value === read || Math.abs(value - read) <= 1e-9 * Math.abs(value) + 10 * error) known = true
    else return 'other'
  }
  return known ? 'same' : 'unknown'
}

/** `tex` read with the names of `tree`, and with none given: the same function, or – only then – a refusal. */
function judged(tree: Syntax, tex: string): Judgement {
  const wrong = (why: string): Judgement => ({ wrong: `${print(tree)} is set ${tex}: ${why}` })
  try {
    const again = parse(tex, { names: [...names(tree)] }).tree
    const verdict = compared(tree, again)
    if (verdict === 'other') return wrong(`reads as ${print(again)}`)
    try {
      const free = parse(tex).tree
      if (compared(tree, free) === 'other') return wrong(`pasted, reads as ${print(free)}`)
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
    }
    return verdict === 'same' ? 'right' : 'untold'
  } catch (error) {
    if (error instanceof FormulaError) return wrong(`refused, ${error.code}`)
    throw error
  }
}

const oracle = 'the value of the formula that was set'

describe('what is set in TeX, read back, is the same function', () => {
  test('of random formulas', { timeout: 600_000 }, () => {
    const cases = [
      ...fc.sample(trees, { seed, numRuns: trials(1000, 10_000) }),
      ...fc.sample(shapes, { seed, numRuns: trials(2000, 40_000) }),
      ...fc.sample(formulas(letters), { seed, numRuns: trials(1000, 10_000) })
    ]
    const { wrong } = tally({ check: 'TeX of a formula, read back', oracle }, cases, (tree) =>
      judged(tree, typeset(tree, { whole: true }))
    )
    expect(wrong).toEqual([])
  })

  test('of derivatives and of each line of their derivation', { timeout: 600_000 }, () => {
    const cases = fc.sample(formulas(['x', 'y', 'a']), { seed, numRuns: trials(200, 3000) })
    const lines = cases.flatMap((tree) => {
      const derivative = tidiedDerivative(tree, 'x', ['x', 'y'])
      if (!derivative) return []
      const steps = derivationSteps(tree, 'x', derivative) ?? []
      const set = derivationLines(steps, 'x', ['x', 'y'])
      return [
        { tree: derivative.tree, tex: typeset(derivative.tree, { whole: true }) },
        ...steps.map(({ tree: line }, i) => ({ tree: line, tex: set[i]?.tex ?? '' }))
      ]
    })
    const { wrong } = tally({ check: 'TeX of a derivative, read back', oracle }, lines, ({ tree, tex }) =>
      judged(withLetters(tree), withoutOperators(tex))
    )
    expect(wrong).toEqual([])
  })

  test('and a planted error would be noticed: brackets left out, a name for a product', () => {
    const judge = (text: string, tex: string) => judged(parse(text, { names: ['p', 'i', 'x'] }).tree, tex)
    expect(judge('sin(x*e^x)^2', '\\sin^2 xe^x')).toHaveProperty('wrong')
    expect(judge('p*i', 'pi')).toHaveProperty('wrong')
    expect(judge('(x + 1)/x', '\\frac{x - 1}{x}')).toHaveProperty('wrong')
    expect(judge('(x + 1)/x', '\\frac{1 + x}{x}')).toBe('right')
  })

  test('and rounding, overflow in another order of factors, is not told as one', () => {
    const judge = (text: string, tex: string) => judged(parse(text, { names: ['x', 'y'] }).tree, tex)
    expect(judge('sin(exp(10)^10)', '\\sin((e^{10})^{10})')).toBe('untold')
    expect(judge('1e300*x^40*y^40', 'x^{40}(10^{300}y^{40})')).toBe('right')
    expect(judge('1e300*x^40*y^40', 'x^{40}(10^{299}y^{40})')).toHaveProperty('wrong')
  })

  test('of update rules', () => {
    const lines = fixedRateMethods.flatMap((method) => {
      const symbols = symbolsOf(method)
      return method.rule.map(({ formula }) => ({ tree: parse(formula, { names: Object.keys(symbols) }).tree, symbols }))
    })
    const { wrong } = tally({ check: 'TeX of an update rule, read back', oracle }, lines, ({ tree }) =>
      judged(tree, typeset(tree))
    )
    expect(wrong).toEqual([])
  })
})

/** What is still to be differentiated as letters: q0, q1 … in the order in which they stand. */
function withLetters(tree: Syntax): Syntax {
  let count = 0
  const within = (inner: Syntax): Syntax =>
    inner.kind === 'name' && inner.name.startsWith('∂') ? { ...inner, name: `q${count++}` } : rebuilt(inner, within)
  return within(tree)
}

/** The tree with each of its operands changed, from left to right; numbers, constants, names and conditions as they are. */
function rebuilt(tree: Syntax, within: (inner: Syntax) => Syntax): Syntax {
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'name':
      return tree
    case 'negate':
      return { ...tree, of: within(tree.of) }
    case 'sum':
      return { ...tree, terms: tree.terms.map(({ minus, term }) => ({ minus, term: within(term) })) }
    case 'product':
      return { ...tree, factors: tree.factors.map(({ divide, factor }) => ({ divide, factor: within(factor) })) }
    case 'power':
      return { ...tree, base: within(tree.base), exponent: within(tree.exponent) }
    case 'call':
      return { ...tree, arguments: tree.arguments.map(within) }
    case 'piecewise': {
      const pieces = tree.pieces.map(({ condition, value }) => ({ condition, value: within(value) }))
      return { ...tree, pieces, otherwise: tree.otherwise && within(tree.otherwise) }
    }
  }
}

/** The TeX of a line with the same letters in the place of each `\\frac{∂}{∂x}(…)`. */
function withoutOperators(tex: string): string {
  const operator = /\\frac\{(?:d|\\partial)\}\{(?:d|\\partial )x\}/
  let rest = tex
  for (let count = 0; ; count++) {
    const match = operator.exec(rest)
    if (!match) return rest
    const start = match.index + match[0].length
    let [depth, end] = [0, start]
    do {
      if (rest.charAt(end) === '(') depth++
      if (rest.charAt(end) === ')') depth--
      end++
    } while ((depth > 0 || !/\)$/.test(rest.slice(start, end))) && end < rest.length)
    rest = `${rest.slice(0, match.index)}{q_{${count}}}${rest.slice(end)}`
  }
}
