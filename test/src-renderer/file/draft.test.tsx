import type { Draft } from '@shared/bridge'
import { decode } from '@shared/experiment/codec'
import { blank, withFormula, withNotes, withSteps } from '@shared/experiment/edit'
import { limits } from '@shared/experiment/limits'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftOf, historyIn, keepDrafts } from '../../../src-renderer/file/draft'
import { begun, restored } from '../../../src-renderer/lab/history'
import type { Lab } from '../../../src-renderer/lab/lab'
import { bridge } from '../../support/bridge'
import { inLaboratory } from '../laboratory'

const documents = ['x', 'x^2', 'x^3', 'x^4', 'x^5'].map((text) => withFormula(blank(), text))
const [a = blank(), b = blank(), c = blank(), d = blank(), e = blank()] = documents

/** A draft as the main process hands it back. */
const recovered = (draft: Draft) => ({
  draft,
  documents: {
    past: draft.past.map((text) => decode(text)),
    present: decode(draft.text),
    future: draft.future.map((text) => decode(text))
  }
})

describe('a draft', () => {
  it('gives back the document and its history', () => {
    const history = { past: [a, b], present: c, future: [d, e] }
    const draft = draftOf(restored(history), 'Mine', true)
    expect(draft).toMatchObject({ title: 'Mine', unsaved: true })
    expect(draft && historyIn(recovered(draft))).toEqual(history)
  })

  it('that was recovered is handed over again without being written anew', () => {
    const draft = draftOf(restored({ past: [a, b], present: c, future: [d] }), '', true)
    if (!draft) throw new Error('no draft')
    const history = historyIn(recovered(draft))
    const stringify = vi.spyOn(JSON, 'stringify')
    expect(draftOf(restored(history), '', true)).toEqual(draft)
    expect(stringify).not.toHaveBeenCalled()
  })

  it('of a long history holds the nearest changes, in at most a million characters', () => {
    const long = (step: number) => withNotes(withSteps(blank(), step), 'n'.repeat(limits.notes))
    const past = Array.from({ length: 500 }, (_, step) => long(step))
    const draft = draftOf(restored({ past, present: long(500), future: [] }), '', true)
    const texts = [...(draft?.past ?? []), draft?.text ?? '']
    expect(texts.join('').length).toBeLessThan(1_000_000)
    expect(texts.map((text) => decode(text).steps)).toEqual([492, 493, 494, 495, 496, 497, 498, 499, 500])
  })

  it('leaves out what no file can hold', () => {
    const broken = { ...b, start: [Number.NaN] }
    expect(draftOf(restored({ past: [a, broken], present: c, future: [] }), '', true)?.past).toEqual([])
    expect(draftOf(begun(broken), '', true)).toBeNull()
  })
})

describe('the document', () => {
  let lab: Lab
  beforeEach(() => {
    vi.useFakeTimers()
    vi.clearAllMocks()
    lab = inLaboratory((_, lab) => {
      keepDrafts(lab)
      return null
    }).lab
    bridge.keepDraft.mockClear()
  })
  afterEach(() => vi.useRealTimers())
  const handed = () => bridge.keepDraft.mock.calls.map(([draft]) => [decode(draft.text).steps, draft.unsaved])
  const step = (steps: number) => lab.change((experiment) => withSteps(experiment, steps), 'steps')

  it('is handed over every two seconds while it changes, and never while it does not', () => {
    for (let steps = 1; steps <= 50; steps++) {
      step(steps)
      vi.advanceTimersByTime(100)
    }
    expect(handed()).toEqual([
      [20, true],
      [40, true]
    ])
    vi.advanceTimersByTime(60_000)
    expect(handed().slice(2)).toEqual([[50, true]])
  })

  it('is handed over at once when it is saved, and when it is another one', () => {
    step(1)
    vi.advanceTimersByTime(2000)
    lab.markSaved(lab.experiment())
    lab.begin(withSteps(blank(), 7))
    expect(handed()).toEqual([
      [1, true],
      [1, false],
      [7, false]
    ])
  })

  it('stays to be recovered where an example took its place unsaved, until something is saved', () => {
    const [first, second] = [withSteps(blank(), 5), withSteps(blank(), 7)]
    step(3)
    lab.begin(first, true)
    lab.begin(second, true)
    expect(handed()).toEqual([
      [3, true],
      [3, true]
    ])
    const [draft] = bridge.keepDraft.mock.calls.at(-1) ?? []
    lab.restore(draft ? historyIn(recovered(draft)) : begun(blank()), true)
    expect(lab.experiment().steps).toBe(3)
    lab.redo()
    expect(lab.experiment().steps).toBe(5)
    lab.begin(second, true)
    lab.markSaved(second)
    expect(handed().at(-1)).toEqual([7, false])
  })

  it('goes on after a crash as it was: unsaved, with its history', () => {
    lab.restore({ past: [a], present: b, future: [c] }, true)
    expect([lab.experiment(), lab.unsaved(), lab.canUndo(), lab.canRedo()]).toEqual([b, true, true, true])
    lab.undo()
    expect(lab.experiment().formula).toBe(a.formula)
    lab.restore({ past: [], present: b, future: [] }, false)
    expect(lab.unsaved()).toBe(false)
  })
})
