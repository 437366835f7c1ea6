import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { parse } from '@shared/language/parser'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { completions } from '../../../src-renderer/editor/completions'
import { stateOf, viewOf } from './editor-view'

interface Asked {
  readonly language?: 'en' | 'ja'
  /** The person asked for it. */
  readonly explicit?: boolean
  /** What the document says; otherwise it is what is typed. */
  readonly formula?: string
}

/** What is offered at the bar in `text`, or at its end. */
function offered(
  text: string,
  { language = 'en', explicit = false, formula = 'x^2' }: Asked = {}
): CompletionResult | null {
  const at = text.includes('‸') ? text.indexOf('‸') : text.length
  const state = stateOf(text.replace('‸', ''), formula, language)
  return completions(new CompletionContext(state, at, explicit)) as CompletionResult | null
}

const labels = (text: string, asked?: Asked) => offered(text, asked)?.options.map(({ label }) => label) ?? []

/** What the text becomes when the offer of this label is taken, the caret shown. */
function taken(text: string, label: string, formula = 'x^2', explicit = false): string {
  const at = text.includes('‸') ? text.indexOf('‸') : text.length
  const view = viewOf(text.replace('‸', ''), [], formula)
  const result = completions(new CompletionContext(view.state, at, explicit)) as CompletionResult
  const option = result.options.find((one) => one.label === label)
  if (typeof option?.apply !== 'function') throw new Error(`${label} is not offered`)
  option.apply(view, option, result.from, result.to ?? at)
  const { head } = view.state.selection.main
  return `${view.state.sliceDoc(0, head)}‸${view.state.sliceDoc(head)}`
}

function isReadable(text: string): boolean {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}

describe('completion', () => {
  it('begins with the second letter of a word, or when it is asked for', () => {
    expect(offered('x + s')).toBeNull()
    expect(offered('x + si')?.from).toBe(4)
    expect(offered('x + ', { explicit: true })?.from).toBe(4)
    expect(offered('x + 12')).toBeNull()
  })

  it('offers only what begins with what is typed', () => {
    expect([...labels('si')].sort()).toEqual(['sigma', 'sigmoid', 'sign', 'sin', 'sinc', 'sinh'])
    expect(labels('xy')).toEqual([])
    expect(labels('4xy')).toEqual([])
  })

  it('puts first what is typed in full', () => {
    expect(labels('log')[0]).toBe('log')
    expect(labels('SIN')).toContain('sin')
  })

  it('does not come in the middle of a word, nor in a comment', () => {
    expect(offered('si‸n')).toBeNull()
    expect(offered('x # si')).toBeNull()
    expect(offered('si‸(x)')).not.toBeNull()
  })

  it('finds a function by its other names', () => {
    expect(labels('arcs')).toEqual(expect.arrayContaining(['asin']))
    expect(labels('ln')).toEqual(['log'])
    expect(labels('maxi')).toEqual(['max'])
    expect(labels('wher')).toEqual(['piecewise'])
  })

  it('knows the names of the document', () => {
    const formula = 'alpha*x10^2 + beta'
    expect(labels('al', { formula })).toEqual(['alpha'])
    expect(labels('x1', { formula })).toEqual(['x10'])
    expect(offered('be', { formula, language: 'ja' })?.options[0]?.detail).toBe(words.ja.editor.parameter)
    expect(labels('', { formula, explicit: true }).slice(0, 3)).toEqual(['x10', 'alpha', 'beta'])
  })

  it('says nothing of a name that stands there already', () => {
    expect(offered('alpha', { formula: 'alpha*x' })).toBeNull()
    expect(offered('alpha')).toBeNull()
  })

  it('knows the Greek letters, which may be new names', () => {
    expect(labels('al')).toEqual(['alpha'])
    expect(labels('lam')).toEqual([])
    expect(labels('\\lam')).toEqual(['\\lambda'])
  })

  it('begins behind np. with the first letter, and offers what Python has there', () => {
    expect(labels('2*np.s', { formula: 's + x' })).toEqual(expect.arrayContaining(['sum', 'sin', 'sqrt']))
    expect(labels('2*np.s', { formula: 's + x' })).not.toContain('s')
    expect(labels('math.p')).toContain('pi')
    expect(offered('np.')).toBeNull()
    expect(offered('x.s')).toBeNull()
  })

  it('says what each function is and takes, in the person’s language', () => {
    const option = (language: 'en' | 'ja') =>
      offered('at', { language })?.options.find(({ label }) => label === 'atan2')
    expect(option('en')).toMatchObject({ detail: words.en.functions.atan2, displayLabel: 'atan2(a, b)' })
    expect(option('ja')).toMatchObject({ detail: words.ja.functions.atan2 })
    expect(offered('ma')?.options.find(({ label }) => label === 'max')?.displayLabel).toBe('max(a, b, …)')
  })

  it('offers nothing that cannot be written, and says of everything what it is', () => {
    const options = [...(offered('', { explicit: true })?.options ?? []), ...(offered('\\')?.options ?? [])]
    expect(options.length).toBeGreaterThan(60)
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length)
    for (const { label, detail, apply } of options) {
      expect(detail, label).toBeTruthy()
      const view = viewOf('', [])
      if (typeof apply !== 'function') throw new Error(`${label} writes nothing`)
      apply(view, { label }, 0, 0)
      const { head } = view.state.selection.main
      const around = [view.state.sliceDoc(0, head), view.state.sliceDoc(head).replace('{}', '{2}')]
      const insides = ['', '2', 'x', 'x, y', 'x, y, z', 'x < 1, y, z', 'i, 1, 3, x', 'x, x']
      const isRead = insides
        .map((inside) => around.join(inside))
        .some((text) => isReadable(text) || isReadable(`x${text}`) || isReadable(`if(1${text}, x, y)`))
      expect(isRead, label).toBe(true)
    }
  })
})

describe('what is taken', () => {
  it('comes with its brackets, the caret between them', () => {
    expect(taken('2*si', 'sin')).toBe('2*sin(‸)')
    expect(taken('arcta', 'atan')).toBe('atan(‸)')
  })

  it('in the middle of a word takes the place of the whole word', () => {
    expect(taken('2 s‸n(x)', 'sin', 'x', true)).toBe('2 sin(‸x)')
    expect(taken('s‸om', 'sum', 'x', true)).toBe('sum(‸)')
  })

  it('keeps a bracket that is there', () => {
    expect(taken('si‸(x)', 'sin')).toBe('sin(‸x)')
  })

  it('is a name as it is', () => {
    expect(taken('al‸ + 1', 'alpha', 'alpha*x')).toBe('alpha‸ + 1')
  })

  it('is TeX after a backslash', () => {
    expect(taken('\\fr', '\\frac')).toBe('\\frac{‸}{}')
    expect(taken('\\si', '\\sin')).toBe('\\sin(‸)')
    expect(taken('2\\al', '\\alpha')).toBe('2\\alpha‸')
  })
})
