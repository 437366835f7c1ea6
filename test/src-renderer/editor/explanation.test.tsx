import { functions } from '@shared/language/functions'
import type { Token } from '@shared/language/tokens'
import { words } from '@shared/words/index'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { context } from '../../../src-renderer/editor/context'
import { type Explanation, explanationOf } from '../../../src-renderer/editor/explanation'
import { stateOf } from './editor-view'

/** What is said of a word in the experiment of a formula. */
function explained(
  kind: Token['kind'],
  text: string,
  language: 'en' | 'ja' = 'en',
  formula = 'k*x^2'
): Explanation | null {
  return explanationOf({ kind, text, from: 0, to: text.length }, stateOf(formula, formula, language).field(context))
}
const texts = (explanation: Explanation | null) =>
  explanation?.facts.map((fact) => ('text' in fact ? fact.text : fact.tex)) ?? []

describe('the explanation of', () => {
  it('a function is its meaning and its derivative', () => {
    const sine = explained('function', 'sin')
    expect(sine).toMatchObject({ title: '\\operatorname{sin}(x)', meaning: words.en.functions.sin })
    expect(texts(sine)).toContain('\\frac{d}{dx}\\,\\sin x = \\cos x')
    expect(explained('function', 'sin', 'ja')?.meaning).toBe(words.ja.functions.sin)
  })

  it('a function of two arguments has a derivative in each', () => {
    const [first, second] = texts(explained('function', 'atan2')).filter((tex) => tex.includes('\\partial'))
    expect(first).toMatch(/^\\frac\{\\partial\}\{\\partial a\}/)
    expect(second).toMatch(/^\\frac\{\\partial\}\{\\partial b\}/)
  })

  it('a function of any number of arguments has derivatives in two', () => {
    const [first, second] = texts(explained('function', 'min')).filter((tex) => tex.includes('\\partial'))
    expect(first).toContain('\\min(a, b) = \\begin{cases} 1 & a < b \\\\ 0 & a > b')
    expect(second).toContain('\\min(a, b) = \\begin{cases} 1 & b < a')
  })

  it('a function says where it is defined', () => {
    const domain = (name: string) => explained('function', name)?.facts.filter((fact) => 'label' in fact)
    expect(domain('sqrt')).toEqual([{ label: 'Domain', tex: 'x \\ge 0' }])
    expect(domain('log')?.map((fact) => 'tex' in fact && fact.tex)).toContain(
      'a > 0\\text{ and }b > 0\\text{ and }b \\ne 1'
    )
    expect(domain('sin')).toEqual([])
  })

  it('a function names its other spellings', () => {
    expect(texts(explained('function', 'asin'))).toContain('Also written arcsin')
  })

  it('a sum or a function in pieces says what it is written with', () => {
    const explanation = explained('function', 'piecewise', 'ja')
    expect(explanation?.meaning).toBe(words.ja.editor.forms.piecewise.meaning)
    expect(explanation?.title).toContain(words.ja.editor.forms.piecewise.arguments)
    expect(explained('keyword', 'if', 'ja')).toEqual(explanation)
    expect(explained('keyword', 'else')).toBeNull()
  })

  it('a constant has its value to 15 digits', () => {
    expect(texts(explained('constant', 'pi'))).toEqual(['\\pi \\approx 3.14159265358979'])
    expect(texts(explained('constant', 'e'))).toEqual(['e \\approx 2.71828182845905'])
  })

  it('a variable has its range, a parameter its value', () => {
    expect(explained('name', 'x')).toMatchObject({ meaning: 'variable', facts: [{ text: 'Range: −5 … 5' }] })
    expect(texts(explained('name', 'k'))).toEqual(['k = 1'])
    expect(explained('name', 'q')).toBeNull()
  })

  it('a number or a sign is none', () => {
    expect(explained('number', '2')).toBeNull()
    expect(explained('operator', '+')).toBeNull()
  })

  it('every function of the table can be typeset', () => {
    for (const row of functions.filter(({ hidden }) => !hidden)) {
      const explanation = explained('function', row.written ?? row.name)
      expect(explanation, row.name).not.toBeNull()
      for (const fact of explanation?.facts ?? []) {
        if ('tex' in fact) expect(() => katex.renderToString(fact.tex), `${row.name}: ${fact.tex}`).not.toThrow()
      }
    }
  })
})
