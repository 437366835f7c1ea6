import { EditorView } from '@codemirror/view'
import { blank, withFormula } from '@shared/experiment/edit'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { tellContext } from '../../../src-renderer/editor/context'
import { colours } from '../../../src-renderer/editor/highlighting'
import { viewOf } from './editor-view'

/** What is coloured, and how. */
function coloured(text: string, formula = text) {
  const view = viewOf(text, [colours, EditorView.lineWrapping], formula)
  const now = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...view.dom.querySelectorAll('[class^="token-"]')].map((span) => [span.textContent, span.className])
    )
  return { view, now }
}

describe('the colours', () => {
  it('tell the kinds of tokens apart', () => {
    expect(coloured('2sin(x) + pi # a note').now()).toMatchObject({
      2: 'token-number',
      sin: 'token-function',
      x: 'token-name',
      pi: 'token-constant',
      '# a note': 'token-comment'
    })
  })

  it('tell variables from parameters, also in words made of several names', () => {
    expect(coloured('ax^2 + x[0]').now()).toMatchObject({
      a: 'token-parameter',
      x: 'token-name',
      'x[0]': 'token-name'
    })
  })

  it('follow the document when a letter changes its role', () => {
    const { view, now } = coloured('k*x')
    expect(now()).toMatchObject({ k: 'token-parameter' })
    const { variables } = withFormula(blank(), 'x + y')
    view.dispatch({ effects: tellContext.of({ words: words.en, variables, parameters: [] }) })
    expect(now()).toMatchObject({ k: 'token-name' })
  })

  it('follow the text, and mark what is no word of the language', () => {
    const { view, now } = coloured('2sin(x) + pi')
    view.dispatch({ changes: { from: 0, to: 12, insert: 'y§' } })
    expect(now()).toEqual({ y: 'token-name', '§': 'token-unknown' })
  })

  it('of a long text are those around the caret', () => {
    const { view } = coloured(`k + ${'0*x + '.repeat(2_000)}y`, 'k + x + y')
    const names = () => [...view.dom.querySelectorAll('.token-name, .token-parameter')].map((span) => span.textContent)
    expect(names().at(-1)).toBe('y')
    expect(names()).not.toContain('k')
    view.dispatch({ selection: { anchor: 0 } })
    expect(names()[0]).toBe('k')
    expect(names()).not.toContain('y')
    expect(names().length).toBeLessThan(400)
  })

  it('are those of the parser for full-width text too', () => {
    expect(coloured('２ｓｉｎ（ｘ）').now()).toMatchObject({
      '２': 'token-number',
      ｓｉｎ: 'token-function',
      ｘ: 'token-name'
    })
  })
})
