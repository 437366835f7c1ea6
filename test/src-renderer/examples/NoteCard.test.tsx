import { blank } from '@shared/experiment/edit'
import { type Example, examples } from '@shared/experiment/examples'
import { limits } from '@shared/experiment/limits'
import { words } from '@shared/words/index'
import { describe, expect, it, vi } from 'vitest'
import { FoldedNotes, NoteCard, Notes } from '../../../src-renderer/examples/NoteCard'
import type { DocumentFile } from '../../../src-renderer/file/document-file'
import { alerts, button, experimentNamed, inLaboratory, named, type } from '../laboratory'

const replace = vi.fn<DocumentFile['replace']>(async () => {})
const file = { replace } as unknown as DocumentFile
const exampleOf = (id: string) => examples.find((example) => example.id === id) as Example
const card = (id: string) => inLaboratory(() => <NoteCard example={exampleOf(id)} file={file} />, experimentNamed(id))

describe('the note of an example', () => {
  it('says on another tab which one it is about, and leads there', () => {
    const { lab } = card('himmelblau')
    expect(document.body.textContent).not.toContain('This example is about')
    lab.look((view) => ({ ...view, tab: 'partial' }))
    expect(document.body.textContent).toContain('This example is about the tab Descend')
    button('Open it').click()
    expect(lab.experiment().view.tab).toBe('descend')
  })

  it.each(examples.map(({ id }) => id))(
    '%s says what it shows, one thing to try and its scheme, in both languages',
    (id) => {
      const { lab } = card(id)
      for (const language of ['en', 'ja'] as const) {
        lab.prefer({ language })
        const { title, note, tryThis } = lab.words().examples[id]
        for (const text of [title, note, tryThis]) expect(document.body.textContent).toContain(text)
        expect(document.querySelector('p.soft')?.textContent).toMatch(
          language === 'en' ? /^Derivative: ./ : /^微分のしかた：./
        )
      }
    }
  )

  it('has buttons that try something out, and marks what is set', () => {
    const { lab } = card('descent-2d')
    const isOn = (label: string) => button(label).classList.contains('on')
    expect([isOn('0.08'), isOn('1.02')]).toEqual([true, false])
    button('1.02').click()
    expect(lab.experiment().runs[0]?.settings['lr']).toBe(1.02)
    expect([isOn('0.08'), isOn('1.02')]).toEqual([false, true])
    lab.undo()
    expect(isOn('0.08')).toBe(true)
  })

  it('leads to the examples before and after it', () => {
    card(examples[1]?.id ?? '')
    button('Next example ›').click()
    button('‹ Previous example').click()
    expect(replace.mock.calls).toEqual([[examples[2]?.experiment], [examples[0]?.experiment]])
  })

  it('compares the often copied quotients with the right one', () => {
    card('derivative-x2')
    const rows = [...document.querySelectorAll('.comparison tr')]
    const shown = rows.map((row) => row.querySelectorAll('annotation')[1]?.textContent)
    expect(shown).toEqual(['9.0005', '90006', '6.0001'])
    expect(rows.map((row) => row.classList.contains('right'))).toEqual([false, false, true])
  })
})

it('the person’s own notes are part of the document', () => {
  const { lab } = inLaboratory(() => <Notes />)
  type(named<HTMLTextAreaElement>('textarea', 'Notes'), 'Try 0.3 tomorrow')
  expect(lab.experiment().notes).toBe('Try 0.3 tomorrow')
  lab.undo()
  expect(named<HTMLTextAreaElement>('textarea', 'Notes').value).toBe('')
})

it('notes stay as they were folded or unfolded by hand, and unfold when there are some', () => {
  const { lab } = inLaboratory(() => <FoldedNotes />)
  const folding = document.querySelector('details') as HTMLDetailsElement
  expect(folding.open).toBe(false)
  folding.open = true
  lab.change((experiment) => ({ ...experiment, title: 'another' }))
  expect(folding.open).toBe(true)
  type(named<HTMLTextAreaElement>('textarea', 'Notes'), 'a')
  type(named<HTMLTextAreaElement>('textarea', 'Notes'), '')
  expect(folding.open).toBe(true)
  folding.open = false
  lab.change((experiment) => ({ ...experiment, notes: 'Try 0.3' }))
  expect(folding.open).toBe(true)
})

it('notes longer than a file holds are refused with a sentence, whole, and the caret stays', () => {
  const most = 'n'.repeat(limits.notes)
  const { lab } = inLaboratory(() => <Notes />, { ...blank(), notes: most })
  const notes = named<HTMLTextAreaElement>('textarea', 'Notes')
  notes.value = `${most.slice(0, 10)}pasted${most.slice(10)}`
  notes.setSelectionRange(16, 16)
  notes.dispatchEvent(new InputEvent('input', { bubbles: true }))
  expect([notes.value, lab.experiment().notes].map((text) => text === most)).toEqual([true, true])
  expect(notes.selectionStart).toBe(10)
  expect(alerts()).toEqual([words.en.lab.tooLong({ most: limits.notes })])
  type(notes, most.slice(1))
  expect(lab.experiment().notes).toHaveLength(limits.notes - 1)
  expect(alerts()).toEqual([])
})
