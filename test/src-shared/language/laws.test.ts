import { FormulaError } from '@shared/language/error'
import { functionWords } from '@shared/language/functions'
import { fold } from '@shared/language/glyphs'
import { isVariable, ordered } from '@shared/language/names'
import { parse } from '@shared/language/parser'
import { print, printCondition } from '@shared/language/print'
import type { PiecewiseSyntax, Syntax } from '@shared/language/syntax'
import { tokens } from '@shared/language/tokens'
import { operands } from '@shared/language/tree'
import { typeset } from '@shared/language/typeset'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../support/evaluate'
import { parametersOf, variablesOf } from '../../support/formula-names'
import { trees } from './random'

const fixed = { seed: 20_240, numRuns: 300 }

/** The same tree without its ranges. */
const withoutRanges = (tree: Syntax): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'range' ? undefined : value)))

/** Random concatenations of what formulas are made of. */
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'xyzabe0123456789.,:<>≤&$+-*/^()[]{}|=!%;_ \n#²⁻⁺ˣⁿ₀ᵢ½√∜⌊⌋∑π−ー×（）　\\😀é�'),
      fc.constantFrom(
        'sin ',
        'log',
        'np.',
        'x[0]',
        'f(x)=',
        '\\frac{',
        '\\frac1',
        '\\sqrt[',
        '\\begin{cases}',
        '\\end{cases}',
        '\\\\',
        '\\text{',
        '\\sum_{i=1}^{2}',
        'sum(i,1,3,',
        'np.sum(',
        'if(x<1,',
        ' if ',
        ' else ',
        ' and ',
        'not ',
        'lambda x:',
        'def f(x):',
        'return ',
        'import ',
        '"""',
        'constructor',
        '__proto__',
        '\\left(',
        '1e5',
        '**',
        '//',
        '\\sqrt',
        'min(x,'
      ),
      fc.constantFrom(...functionWords()),
      fc.string({ unit: 'binary', maxLength: 2 })
    ),
    { maxLength: 25 }
  )
  .map((parts) => parts.join(''))

describe('parse and print', () => {
  test('parsing what was printed gives the tree back', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(withoutRanges(parse(print(tree)).tree)).toEqual(withoutRanges(tree))
      }),
      fixed
    )
  })

  test('the law above fails for a forgotten bracket', () => {
    const careless = (tree: Syntax) => print(tree).replace(/\(([^()]*)\)/g, '$1')
    const check = fc.check(
      fc.property(trees, (tree) => {
        expect(withoutRanges(parse(careless(tree)).tree)).toEqual(withoutRanges(tree))
      }),
      fixed
    )
    expect(check.failed).toBe(true)
  })

  test('a printed formula means the same in full-width characters', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).replace(/ /g, '　')
    fc.assert(
      fc.property(trees, (tree) => {
        expect(withoutRanges(parse(wide(print(tree).toLowerCase())).tree)).toEqual(
          withoutRanges(parse(print(tree).toLowerCase()).tree)
        )
      }),
      fixed
    )
  })

  test.each([
    ['def f(x, y):\n    return ', '\n'],
    ['import numpy as np\n\n\ndef f(x):\n    """x squared."""\n    # a remark\n    return (', '\n    )\n'],
    ['lambda x: ', '  # a remark'],
    ['g = lambda a, b: ', ''],
    ['return ', ''],
    ['f(x, y) = ', ''],
    ['$', '$'],
    ['\\[ ', ' \\]']
  ])('%j before a formula and %j behind it change nothing', (before, after) => {
    fc.assert(
      fc.property(trees, (tree) => {
        const framed = parse(before + print(tree) + after)
        expect(withoutRanges(framed.tree)).toEqual(withoutRanges(tree))
      }),
      { ...fixed, numRuns: 100 }
    )
  })

  const pieces = trees.filter(({ kind }) => kind === 'piecewise') as fc.Arbitrary<PiecewiseSyntax>
  const parts = ({ pieces }: PiecewiseSyntax) =>
    pieces.map(({ condition, value }) => ({ condition: printCondition(condition), value: print(value) }))
  const last = ({ otherwise }: PiecewiseSyntax) => (otherwise ? [print(otherwise)] : [])
  test.each<[string, (tree: PiecewiseSyntax) => string]>([
    [
      'with if and else',
      (tree) => {
        const choices = parts(tree).map(({ condition, value }) => `${value} if ${condition}`)
        return tree.otherwise ? [...choices, print(tree.otherwise)].join(' else ') : print(tree)
      }
    ],
    [
      'in braces',
      (tree) =>
        `{${[...parts(tree).map(({ condition, value }) => `${condition}: ${value}`), ...last(tree)].join(', ')}}`
    ],
    [
      'in TeX',
      (tree) => {
        const lines = parts(tree).map(({ condition, value }) => `${value} & ${condition}`)
        const all = [...lines, ...last(tree).map((value) => `${value} & \\text{sonst}`)]
        return `\\begin{cases}${all.join(' \\\\ ')}\\end{cases}`
      }
    ],
    ['in brackets', (tree) => print(tree).replace('piecewise(', 'If[').slice(0, -1) + ']']
  ])('pieces written %s are the same', (_, written) => {
    fc.assert(
      fc.property(pieces, (tree) => {
        expect(withoutRanges(parse(written(tree)).tree)).toEqual(withoutRanges(tree))
      }),
      { ...fixed, numRuns: 100 }
    )
  })

  test('a sum over numbers is the sum of its terms', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: -3, max: 12 }), fc.integer({ min: 1, max: 4 }), (tree, from, more) => {
        const terms = Array.from(
          { length: more + 1 },
          (_, at) => `(${print(tree).replace(/\bK\b/g, `(${from + at})`)})`
        )
        const sum = parse(`sum(K, ${from}, ${from + more}, ${print(tree)})`).tree
        expect(withoutRanges(sum)).toEqual(withoutRanges(parse(terms.join(' + ')).tree))
      }),
      { ...fixed, numRuns: 100 }
    )
  })

  test('spaces and newlines between tokens change nothing', () => {
    fc.assert(
      fc.property(trees, fc.constantFrom(' ', '\n', '\t', '　', '  # a comment\n'), (tree, space) => {
        const spaced = tokens(print(tree))
          .map(({ text }) => text)
          .join(space)
        expect(withoutRanges(parse(spaced).tree)).toEqual(withoutRanges(parse(print(tree)).tree))
      }),
      fixed
    )
  })
})

/** Space, once look-alikes are folded, and what in TeX only spaces, sizes or encloses. */
const skipped = /^(?:[\s$]|\\(?:left|right)|\\[,;:!> ()[\]\n])*$/

describe('whatever is typed', () => {
  test('is parsed, or refused at a position inside the text', () => {
    let refused = 0
    fc.assert(
      fc.property(scraps, (text) => {
        try {
          parse(text)
        } catch (error) {
          refused++
          expect(error).toBeInstanceOf(FormulaError)
          const { position, range } = error as FormulaError
          expect(Number.isInteger(position) && position >= 0 && position <= text.length).toBe(true)
          expect(range.from <= range.to && range.to <= text.length).toBe(true)
        }
      }),
      { ...fixed, numRuns: 3000 }
    )
    expect(refused).toBeGreaterThan(300)
    expect(refused).toBeLessThan(2970)
  })

  test('is split into consecutive tokens that leave out only space', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        let end = 0
        for (const token of tokens(text)) {
          expect(token.from >= end && token.to > token.from && token.to <= text.length).toBe(true)
          expect(fold(text.slice(end, token.from)).text).toMatch(skipped)
          expect(token.problem !== undefined).toBe(token.kind === 'unknown')
          end = token.to
        }
        expect(fold(text.slice(end)).text).toMatch(skipped)
      }),
      { ...fixed, numRuns: 1000 }
    )
  })
})

describe('every node', () => {
  const nodes = (tree: Syntax): readonly Syntax[] => [tree, ...operands(tree).flatMap(nodes)]

  test('has the range of text that parses to it', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const text = print(tree)
        for (const node of nodes(parse(text).tree)) {
          const { from, to } = node.range
          expect(withoutRanges(parse(text.slice(from, to)).tree)).toEqual(withoutRanges(node))
        }
      }),
      { ...fixed, numRuns: 300 }
    )
  })
})

describe('typesetting', () => {
  test('gives TeX that KaTeX accepts', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        katex.renderToString(typeset(tree), { throwOnError: true, strict: 'error' })
      }),
      { ...fixed, numRuns: 300 }
    )
  })

  test('gives TeX that can be typed in again and has the same value', () => {
    let compared = 0
    fc.assert(
      fc.property(trees, (tree) => {
        const tex = typeset(tree)
        const values = { x: 1.25, y: 0.75, x0: 0.5, x12: 1.5, a: 0.875, K: 2, alpha: 0.3, beta1: 0.9 }
        const [typed, again] = [
          evaluate(tree, values),
          evaluate(parse(tex, { names: Object.keys(values) }).tree, values)
        ]
        if (!Number.isFinite(typed) || !Number.isFinite(again)) return
        compared++
        expect(Math.abs(typed - again)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(typed), 1e-3))
      }),
      { ...fixed, numRuns: 1000 }
    )
    expect(compared).toBeGreaterThan(300)
  })
})

describe('names', () => {
  test('each name is either a variable or a parameter', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const formula = parse(print(tree))
        expect([...variablesOf(formula), ...parametersOf(formula)].sort()).toEqual([...formula.names].sort())
      }),
      fixed
    )
  })

  test('the canonical order does not depend on the order of appearance', () => {
    const some = fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w', 'u', 'v', 't', 'x0', 'x2', 'x10', 'a1', 'a', 'b'))
    fc.assert(
      fc.property(some, some, (names, others) => {
        const shuffled = [...names].sort((a, b) => others.indexOf(a) - others.indexOf(b))
        expect(ordered(shuffled)).toEqual(ordered(names))
      }),
      fixed
    )
    expect(ordered(['x10', 't', 'b', 'x2', 'w', 'a1', 'y', 'x', 'a'])).toEqual([
      'x',
      'y',
      'w',
      't',
      'a',
      'b',
      'a1',
      'x2',
      'x10'
    ])
    expect(['x', 't', 'x0', 'a1', 'a', 'e', 'e1', 'pi', 'sin', 'log2', 'lr'].filter(isVariable)).toEqual([
      'x',
      't',
      'x0',
      'a1'
    ])
  })
})
