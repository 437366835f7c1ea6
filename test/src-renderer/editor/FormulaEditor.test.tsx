import { completionStatus, startCompletion } from '@codemirror/autocomplete'
import { EditorView, runScopeHandlers } from '@codemirror/view'
import { blank, withFormula, withParameter } from '@shared/experiment/edit'
import { readFormula } from '@shared/experiment/reading'
import { words } from '@shared/words/index'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actionsOf } from '../../../src-renderer/commands/actions'
import { FormulaEditor } from '../../../src-renderer/editor/FormulaEditor'
import { colours } from '../../../src-renderer/editor/highlighting'
import { textTokensField } from '../../../src-renderer/editor/tokens'
import type { DocumentFile } from '../../../src-renderer/file/document-file'
import type { Lab } from '../../../src-renderer/lab/lab'
import { alerts, button, inLaboratory, soon } from '../laboratory'
import { stateOf, typeInto } from './editor-view'

/** The editor of an experiment with this formula, the caret at the end. */
function editor(formula = 'x^2', language: 'en' | 'ja' = 'en') {
  const { lab, scene } = inLaboratory(() => <FormulaEditor />, withFormula(blank(), formula), language)
  const view = EditorView.findFromDOM(document.querySelector('.cm-editor') as HTMLElement) as EditorView
  view.dispatch({ selection: { anchor: view.state.doc.length } })
  const caret = () => view.state.selection.main.head
  return { lab, scene, view, caret, text: () => view.state.doc.toString(), formula: () => lab.experiment().formula }
}

/** Presses a key in the editor; whether it was taken: if not, the browser does what it does elsewhere. */
const press = (view: EditorView, key: string, keyCode: number, more: KeyboardEventInit = {}) =>
  runScopeHandlers(view, new KeyboardEvent('keydown', { key, keyCode, ...more } as KeyboardEventInit), 'editor')

/** Types, and waits for the list of completions; one that has just come up under the fingers takes no key. */
async function open(view: EditorView, text: string): Promise<void> {
  typeInto(view, text)
  startCompletion(view)
  await soon(() => expect(completionStatus(view.state)).toBe('active'))
  await new Promise((resolve) => setTimeout(resolve, 100))
}

const offered = () => [...document.querySelectorAll('.repairs button')].map(({ textContent }) => textContent)

describe('corrections', () => {
  it('are offered as buttons once typing rests, in the language of the moment', async () => {
    const { view, lab } = editor('')
    typeInto(view, 'x 2')
    expect(offered()).toEqual([])
    await soon(() => expect(offered()).toEqual(['Write x^2', 'Write 2*x']))
    lab.prefer({ language: 'ja' })
    expect(offered()).toEqual(['x^2 に直す', '2*x に直す'])
  })

  it('say when something is added or left out', async () => {
    const { view } = editor('')
    view.dispatch({ changes: { from: 0, insert: '(x+1' } })
    await soon(() => expect(offered()).toEqual(['Add )']))
    view.dispatch({ changes: { from: 0, to: 4, insert: 'x+1)' } })
    await soon(() => expect(offered()).toEqual(['Remove )', 'Write (x+1)']))
  })

  it('are made by one press, which one undo takes back', async () => {
    const { view, formula, text, caret, lab } = editor('x')
    typeInto(view, ' 2 + y')
    await soon(() => expect(offered()).toContain('Write x^2'))
    button('Write x^2').click()
    expect(formula()).toBe('x^2 + y')
    expect(caret()).toBe(3)
    expect(alerts()).toEqual([])
    expect(offered()).toEqual([])
    expect(view.hasFocus).toBe(true)
    // happy-dom tells of a changed selection in the midst of the change, where a browser waits.
    view.contentDOM.blur()
    lab.undo()
    expect(text()).toBe('x 2 + y')
    lab.redo()
    expect(text()).toBe('x^2 + y')
  })

  it.each([
    ['Alt+Enter', 'Enter', 13, { altKey: true }],
    ['Ctrl+.', '.', 190, { ctrlKey: true }]
  ])('are made by %s in the editor, the first of them, at once', async (_, key, code, held) => {
    const { view, text, caret } = editor('')
    typeInto(view, 'x 2')
    expect(press(view, key, code, held)).toBe(true)
    expect(text()).toBe('x^2')
    expect(caret()).toBe(3)
    press(view, key, code, held)
    expect(text()).toBe('x^2')
  })

  it('tell of that key on the first button only', async () => {
    editor('x 2')
    await soon(() => expect(offered().length).toBe(2))
    const titles = [...document.querySelectorAll<HTMLElement>('.repairs button')].map(({ title }) => title)
    expect(titles).toEqual([words.en.editor.repairs.key, ''])
  })

  it('go when the text is read again', async () => {
    const { view } = editor('x 2')
    await soon(() => expect(offered().length).toBe(2))
    view.dispatch({ changes: { from: 1, to: 3, insert: '' } })
    expect(offered()).toEqual([])
  })
})

describe('the name of a function, letter by letter', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  const key = (view: EditorView, letters: string) => {
    for (const letter of letters) {
      const at = view.state.selection.main.head
      const change = { changes: { from: at, insert: letter }, selection: { anchor: at + 1 } }
      view.dispatch({ ...change, userEvent: 'input.type' })
    }
  }
  const names = (lab: Lab) => lab.experiment().variables.map(({ name }) => name)

  it('is told when it is followed by something: no variable s comes and goes', () => {
    const { view, lab, text, formula } = editor('x + ')
    key(view, 'sin')
    expect([text(), formula(), names(lab)]).toEqual(['x + sin', 'x + ', ['x']])
    key(view, '(y')
    expect(formula()).toBe('x + sin(y')
  })

  it('is told when the typing rests, for it may be a name as it is', () => {
    const { view, lab, formula } = editor('x + ')
    key(view, 't')
    vi.advanceTimersByTime(500)
    expect(formula()).toBe('x + ')
    vi.advanceTimersByTime(200)
    expect([formula(), names(lab)]).toEqual(['x + t', ['x', 't']])
  })

  it('is told when the caret or the focus leaves it', () => {
    const { view, formula } = editor('x + ')
    key(view, 's')
    view.dispatch({ selection: { anchor: 0 } })
    expect(formula()).toBe('x + s')
    view.dispatch({ selection: { anchor: 5 } })
    key(view, 'i')
    view.contentDOM.dispatchEvent(new FocusEvent('blur'))
    expect(formula()).toBe('x + si')
  })

  it.each(['save', 'save-as', 'save-and-close', 'undo', 'export'] as const)('is told before the wish to %s', (wish) => {
    const { view, lab, scene, formula } = editor('x + ')
    const seen: string[] = []
    const see = async () => void seen.push(formula())
    vi.spyOn(lab, 'undo').mockImplementation(see)
    const file = { begin: see, open: see, save: see, saveAndClose: see, takeOpened: see, openDropped: see }
    key(view, 't')
    actionsOf(lab, scene, file as unknown as DocumentFile, { export: see, help: see, about: see })[wish]()
    expect(seen).toEqual(['x + t'])
  })

  it('stays while other things of the document change, and goes when its formula does', () => {
    const { view, lab, text, formula } = editor('a x')
    key(view, ' + s')
    lab.change((experiment) => withParameter(experiment, 'a', { value: 2 }))
    expect(text()).toBe('a x + s')
    lab.change((experiment) => withFormula(experiment, 'x^3'))
    vi.advanceTimersByTime(1000)
    expect([text(), formula()]).toEqual(['x^3', 'x^3'])
  })

  it('does not hold back a letter with which no function begins', () => {
    const { view, formula } = editor('x + ')
    key(view, 'y')
    expect(formula()).toBe('x + y')
  })
})

describe('several lines', () => {
  it('are typed with Enter, which a formula takes for a space', () => {
    const { view, formula, lab } = editor('x^2')
    press(view, 'Enter', 13)
    typeInto(view, '+ 1')
    expect(formula()).toBe('x^2\n+ 1')
    expect(lab.formula()).toMatchObject({ names: ['x'] })
    expect(alerts()).toEqual([])
  })

  it('begin a change of their own, which undo takes back alone', () => {
    const { view, lab, text } = editor('')
    typeInto(view, 'x^2')
    press(view, 'Enter', 13)
    typeInto(view, '+ 1')
    lab.undo()
    expect(text()).toBe('x^2')
    lab.undo()
    expect(text()).toBe('')
  })

  it('are kept as they were pasted', () => {
    const { view, formula } = editor('')
    const pasted = '(x - 1)**2 \\\n    + x # a note\n    + 1'
    view.dispatch({ changes: { from: 0, insert: pasted }, userEvent: 'input.paste' })
    expect(formula()).toBe(pasted)
  })

  it('end in any way a file ends them, and that alone is no change', () => {
    const { lab, text } = editor('x^2\r\n+ 1')
    expect(text()).toBe('x^2\n+ 1')
    expect(lab.canUndo()).toBe(false)
  })
})

describe('keys', () => {
  it('Tab leaves the field', () => {
    const { view, text } = editor('x^2')
    expect(press(view, 'Tab', 9)).toBe(false)
    expect(text()).toBe('x^2')
  })

  it.each([
    ['Tab', 9],
    ['Enter', 13]
  ])('%s takes what is offered while a list is open', async (key, code) => {
    const { view, text, caret } = editor('')
    await open(view, 'arcta')
    expect(press(view, key, code)).toBe(true)
    expect(text()).toBe('atan()')
    expect(caret()).toBe(5)
  })

  it('Enter never breaks the line under an open list', async () => {
    const { view, text } = editor('')
    typeInto(view, 'arcta')
    startCompletion(view)
    await soon(() => expect(completionStatus(view.state)).toBe('active'))
    expect(press(view, 'Enter', 13)).toBe(true)
    expect(text()).not.toContain('\n')
  })

  it('a bracket typed into those that came with a name is one more: what is typed is never dropped', async () => {
    const { view, text } = editor('')
    await open(view, 'arcta')
    press(view, 'Tab', 9)
    typeInto(view, '(x+1)/2')
    expect(text()).toBe('atan((x+1)/2)')
  })

  it('Tab goes from the numerator to the denominator, and from there leaves the field', async () => {
    const { view, text, caret } = editor('')
    await open(view, '\\fra')
    press(view, 'Tab', 9)
    expect([text(), caret()]).toEqual(['\\frac{}{}', 6])
    typeInto(view, '1')
    expect(press(view, 'Tab', 9)).toBe(true)
    typeInto(view, 'x')
    expect(text()).toBe('\\frac{1}{x}')
    expect(press(view, 'Tab', 9)).toBe(false)
  })

  it('Escape closes the list', async () => {
    const { view, text } = editor('')
    await open(view, 'si')
    press(view, 'Escape', 27)
    expect(completionStatus(view.state)).toBeNull()
    press(view, 'Enter', 13)
    expect(text()).toBe('si\n')
  })

  it.each([2, 4, 5])(
    'Ctrl-I explains the word at the caret, before (%s), in and behind it, Escape puts that away',
    (anchor) => {
      const { view } = editor('k*sin(x)')
      view.dispatch({ selection: { anchor } })
      press(view, 'i', 73, { ctrlKey: true })
      const shown = () => document.querySelector('.explanation')?.textContent ?? null
      expect(shown()).toContain(words.en.functions.sin)
      press(view, 'Escape', 27)
      expect(shown()).toBeNull()
    }
  )
})

it('a key in the longest of texts costs no more than a moment, the drawing aside', () => {
  const text = 'x^2+y*3\n+'.repeat(2_100) + '1'
  const { state } = stateOf(text, 'x + y', 'en', colours).update({ changes: { from: text.length, insert: '2' } })
  const begun = process.cpuUsage()
  const next = state.update({ changes: { from: text.length, insert: '3' } }).state
  expect(readFormula({ ...blank(), formula: next.doc.toString() }).names).toEqual(['x', 'y'])
  expect(next.field(textTokensField).names.at(-1)?.text).toBe('132')
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(500)
})

describe('the caret', () => {
  it('stays at the place of a change that is undone', () => {
    const { view, lab, caret, text } = editor('x^2 + y^2')
    view.dispatch({ selection: { anchor: 3 } })
    typeInto(view, '0')
    lab.undo()
    expect(text()).toBe('x^2 + y^2')
    expect(caret()).toBe(3)
  })

  it('stands behind what changes among like letters', () => {
    const { lab, caret, text } = editor('222')
    for (const [formula, place] of [
      ['22222', 5],
      ['22', 2],
      ['2222', 4]
    ] as const) {
      lab.change((experiment) => withFormula(experiment, formula))
      expect([text(), caret()]).toEqual([formula, place])
    }
  })
})

describe('an input method', () => {
  const compose = (view: EditorView, kind: 'compositionstart' | 'compositionend') =>
    view.contentDOM.dispatchEvent(new CompositionEvent(kind, { bubbles: true }))

  it('composes undisturbed: the function follows when it is finished', async () => {
    const { view, formula, lab } = editor('x')
    compose(view, 'compositionstart')
    for (const text of ['ｓ', 'ｓｉ', 'ｓｉｎ']) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
      expect(formula()).toBe('x')
      expect(alerts()).toEqual([])
    }
    view.dispatch({ changes: { from: 3, insert: '（ｘ）' } })
    compose(view, 'compositionend')
    await soon(() => expect(formula()).toBe('ｓｉｎ（ｘ）'))
    expect(lab.formula()).toMatchObject({ names: ['x'] })
  })

  it('is not asked to choose from a list, nor given brackets', () => {
    const { view, text } = editor('')
    compose(view, 'compositionstart')
    typeInto(view, 'si(')
    expect(text()).toBe('si(')
    expect(completionStatus(view.state)).toBeNull()
  })

  it('keeps its text when the document changes meanwhile', async () => {
    const { view, lab, text, formula } = editor('x')
    lab.change((experiment) => withFormula(experiment, 'x^3'))
    compose(view, 'compositionstart')
    view.dispatch({ changes: { from: 3, insert: '＋' } })
    lab.undo()
    expect(text()).toBe('x^3＋')
    compose(view, 'compositionend')
    await soon(() => expect(formula()).toBe('x^3＋'))
    expect(text()).toBe('x^3＋')
  })
})
