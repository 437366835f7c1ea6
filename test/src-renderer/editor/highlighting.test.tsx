import { EditorView } from '@codemirror/view'
import { afterEach, expect, it } from 'vitest'
import { colours } from '../../../src-renderer/editor/highlighting'

let view: EditorView
afterEach(() => view.destroy())

const coloured = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...view.dom.querySelectorAll('[class^="token-"]')].map((span) => [span.textContent, span.className])
  )

it('each kind of token has its colour, and typing recolours', () => {
  view = new EditorView({ parent: document.body, doc: '2sin(x) + pi', extensions: [colours] })
  expect(coloured()).toMatchObject({ 2: 'token-number', sin: 'token-function', x: 'token-name', pi: 'token-constant' })
  view.dispatch({ changes: { from: 0, to: 12, insert: 'y§' } })
  expect(coloured()).toEqual({ y: 'token-name', '§': 'token-unknown' })
})
