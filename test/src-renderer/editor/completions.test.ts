import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { parse } from '@shared/language/parser'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { completions } from '../../../src-renderer/editor/completions'

/** What is offered behind `text`. `explicit`: the person asked for it. */
const offered = (text: string, language: 'en' | 'ja' = 'en', explicit = false) =>
  completions(words[language])(new CompletionContext(EditorState.create({ doc: text }), text.length, explicit))

describe('completion', () => {
  it('begins with the second letter of a word, or when it is asked for', () => {
    expect(offered('x + s')).toBeNull()
    expect(offered('x + si')?.from).toBe(4)
    expect(offered('x + ', 'en', true)?.from).toBe(4)
    expect(offered('x + 12')).toBeNull()
  })

  it('says what each function is, in the person’s language', () => {
    const detailOf = (language: 'en' | 'ja') =>
      offered('si', language)?.options.find(({ label }) => label === 'sin')?.detail
    expect(detailOf('en')).toBe(words.en.functions.sin)
    expect(detailOf('ja')).toBe(words.ja.functions.sin)
  })

  it('offers nothing that cannot be written, and says of everything what it is', () => {
    const options = offered('si')?.options ?? []
    expect(options.length).toBeGreaterThan(20)
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length)
    for (const { label, detail } of options) {
      expect(detail, label).toBeTruthy()
      const isCall = ['x', 'x, y', 'x, y, z'].some((inside) => {
        try {
          return parse(`${label}(${inside})`).tree.kind === 'call'
        } catch {
          return false
        }
      })
      expect(isCall, label).toBe(true)
    }
  })
})
