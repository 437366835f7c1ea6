import {
  blank,
  stepLookedAt,
  withFormula,
  withParameter,
  withStepLookedAt,
  withSteps,
  withTangent,
  withTitle
} from '@shared/experiment/edit'
import { FormulaError } from '@shared/language/error'
import { createEffect } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLab } from '../../../src-renderer/lab/lab'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory } from '../laboratory'

const opened = (...rest: Parameters<typeof inLaboratory> extends [unknown, ...infer Rest] ? Rest : never) =>
  inLaboratory(() => null, ...rest).lab

beforeEach(() => void vi.clearAllMocks())

describe('the document', () => {
  it('is changed, undone and redone', () => {
    const lab = opened()
    const first = lab.experiment()
    lab.change((experiment) => withTitle(experiment, 'Mine'))
    expect([lab.experiment().title, lab.canUndo(), lab.canRedo()]).toEqual(['Mine', true, false])
    lab.undo()
    expect(lab.experiment()).toBe(first)
    expect([lab.canUndo(), lab.canRedo()]).toEqual([false, true])
    lab.redo()
    expect(lab.experiment().title).toBe('Mine')
  })

  it('takes a drag as one change, however long the hand rests in it', () => {
    const lab = opened()
    const first = lab.experiment()
    const time = vi.spyOn(performance, 'now')
    const changeAt = (milliseconds: number, steps: number) => {
      time.mockReturnValue(milliseconds)
      lab.change((experiment) => withSteps(experiment, steps), 'steps')
    }
    window.dispatchEvent(new Event('pointerdown'))
    changeAt(1e6, 3)
    changeAt(1e6 + 4000, 4)
    window.dispatchEvent(new Event('pointerup'))
    changeAt(1e6 + 8000, 5)
    time.mockRestore()
    lab.undo()
    expect(lab.experiment().steps).toBe(4)
    lab.undo()
    expect(lab.experiment()).toBe(first)
  })

  it('goes back to what was opened or saved, with its view and its step, and undo brings the changes back', () => {
    const lab = opened(experimentNamed('descent-2d'))
    lab.selectStep(3)
    lab.noteSelected()
    lab.markSaved(lab.experiment())
    const kept = lab.experiment()
    lab.change((experiment) => withSteps(experiment, 40))
    lab.look((view) => ({ ...view, tab: 'partial' }))
    lab.selectStep(9)
    const changed = lab.experiment()
    expect(lab.revert()).toBe(true)
    expect([lab.experiment(), lab.step(), lab.unsaved()]).toEqual([kept, 3, false])
    lab.undo()
    expect([lab.experiment().steps, lab.unsaved()]).toEqual([changed.steps, true])
  })

  it('goes back to how it was looked at without a change that undo would name', () => {
    const lab = opened(experimentNamed('descent-2d'))
    lab.look((view) => ({ ...view, tab: 'partial' }))
    expect(lab.revert()).toBe(false)
    expect([lab.experiment().view.tab, lab.canUndo()]).toEqual(['descend', false])
  })

  it('has an h that is looked at, which no run uses: 1 at first, undone like other numbers, and in older files their own', () => {
    const lab = opened()
    const used = lab.experiment().gradient
    expect(stepLookedAt(lab.experiment())).toBe(1)
    lab.change((experiment) => withStepLookedAt(experiment, 0.5), 'h')
    expect([stepLookedAt(lab.experiment()), lab.experiment().gradient]).toEqual([0.5, used])
    lab.undo()
    expect(stepLookedAt(lab.experiment())).toBe(1)
    const { h: _, ...older } = lab.experiment().view
    expect(stepLookedAt({ ...lab.experiment(), view: older })).toBe(used.h)
  })

  it('is unsaved after a change, and saved again after undo', () => {
    const lab = opened()
    expect(lab.unsaved()).toBe(false)
    lab.change((experiment) => withTitle(experiment, 'Mine'))
    expect(lab.unsaved()).toBe(true)
    lab.undo()
    expect(lab.unsaved()).toBe(false)
    lab.redo()
    lab.markSaved(lab.experiment())
    expect(lab.unsaved()).toBe(false)
    lab.undo()
    expect(lab.unsaved()).toBe(true)
  })

  it('looked at in another way is neither unsaved nor something to undo', () => {
    const lab = opened()
    lab.look((view) => ({ ...view, loss: 'log' }))
    expect(lab.experiment().view.loss).toBe('log')
    expect([lab.unsaved(), lab.canUndo()]).toEqual([false, false])
  })

  it('does not jump to another tab when a change is undone', () => {
    const lab = opened()
    const first = lab.experiment()
    lab.change((experiment) => withSteps(experiment, 7))
    lab.look((view) => ({ ...view, tab: 'differentiate' }))
    lab.undo()
    expect(lab.experiment()).toEqual({ ...first, view: { ...first.view, tab: 'differentiate' } })
    expect(lab.unsaved()).toBe(false)
    lab.redo()
    expect([lab.experiment().steps, lab.experiment().view.tab, lab.unsaved()]).toEqual([7, 'differentiate', true])
  })

  it('loses a tangent that was pinned when that is undone, and gets it back', () => {
    const lab = opened()
    lab.change((experiment) => withTangent(experiment, { along: 'x', at: 2 }))
    lab.undo()
    expect(lab.experiment().view.tangents).toEqual([])
    lab.redo()
    expect(lab.experiment().view.tangents).toEqual([{ along: 'x', at: 2 }])
  })

  it('comes back as it was looked at when another document is undone', () => {
    const lab = opened(experimentNamed('book-derivative'))
    lab.begin(experimentNamed('descent-1d'), true)
    lab.undo()
    expect(lab.experiment()).toEqual(experimentNamed('book-derivative'))
  })

  it('lets vertical ranges go with the function they were made for, and has them again with it', () => {
    const lab = opened(experimentNamed('derivative-x2'))
    const curve = { min: -10, max: 110 }
    const surface = { min: 0, max: 2 }
    lab.look((view) => ({ ...view, values: curve, surface: { ...view.surface, range: surface } }))
    const text = lab.experiment().formula
    const held = () => [lab.experiment().view.values, lab.experiment().view.surface.range]
    const type = (formula: string) => lab.change((experiment) => withFormula(experiment, formula))
    // Not another function: more spaces, and a text on its way to be one.
    type(`${text}  `)
    type(`${text} + `)
    expect(held()).toEqual([curve, surface])
    type(`${text} + 1`)
    expect(held()).toEqual([null, null])
    type(text)
    expect(held()).toEqual([curve, surface])
    type('sin(x)')
    expect(held()).toEqual([null, null])
    lab.undo()
    expect(held()).toEqual([curve, surface])
    lab.redo()
    expect(held()).toEqual([null, null])
  })

  it('looked at in another way stays unsaved if it was', () => {
    const lab = opened()
    lab.change((experiment) => withTitle(experiment, 'Mine'))
    lab.look((view) => ({ ...view, loss: 'log' }))
    expect(lab.unsaved()).toBe(true)
  })

  it('gives way to another without history, or – what was only tried out – as a change', () => {
    const lab = opened()
    lab.begin(experimentNamed('saddle'), true)
    expect(lab.unsaved()).toBe(false)
    lab.undo()
    expect(lab.experiment().formula).toBe('x^2')
    lab.begin(experimentNamed('saddle'))
    expect([lab.canUndo(), lab.canRedo(), lab.unsaved()]).toEqual([false, false, false])
  })

  it('is told to the window with its title', () => {
    const lab = opened()
    expect(bridge.describe).toHaveBeenLastCalledWith({ title: 'Untitled experiment', changed: false })
    lab.change((experiment) => withTitle(experiment, 'Mine'))
    expect(bridge.describe).toHaveBeenLastCalledWith({ title: 'Mine', changed: true })
  })
})

describe('the title', () => {
  it('is its own, or that of the example it came from, or “untitled”', () => {
    const lab = opened(experimentNamed('saddle'))
    expect(lab.title()).toBe(lab.words().examples.saddle.title)
    lab.change((experiment) => withTitle(experiment, 'Mine'))
    expect(lab.title()).toBe('Mine')
    lab.begin(blank())
    expect(lab.title()).toBe('Untitled experiment')
  })

  it('is no longer the example’s when the function is another', () => {
    const lab = opened(experimentNamed('saddle'))
    lab.change((experiment) => withFormula(experiment, 'x^3 + y'))
    expect(lab.title()).toBe('Untitled experiment')
  })
})

describe('the function', () => {
  it('is the last one that could be read while the text cannot be', () => {
    const lab = opened()
    lab.change((experiment) => withFormula(experiment, 'x^'))
    expect(lab.formula()).toBeInstanceOf(FormulaError)
    expect(lab.subject()).toEqual({ formula: 'x^2', variables: ['x'], parameters: {} })
    lab.change((experiment) => withFormula(experiment, 'a x^3'))
    expect(lab.subject()).toEqual({ formula: 'a x^3', variables: ['x'], parameters: { a: expect.any(Number) } })
  })

  it('is that of the document which undo and redo bring back, though its own text cannot be read', () => {
    const lab = opened()
    const write = (text: string) => lab.change((experiment) => withFormula(experiment, text))
    for (const text of ['a x^3', 'a x^3 +', 'y z', 'y z +']) write(text)
    expect(lab.subject()).toEqual({ formula: 'y z', variables: ['y', 'z'], parameters: {} })
    lab.undo()
    lab.undo()
    expect(lab.experiment().formula).toBe('a x^3 +')
    expect(lab.subject()).toEqual({ formula: 'a x^3', variables: ['x'], parameters: { a: 1 } })
    expect(lab.reading()?.names).toEqual(['a', 'x'])
    lab.look((view) => ({ ...view, loss: 'log' }))
    lab.redo()
    lab.redo()
    expect(lab.experiment().formula).toBe('y z +')
    expect(lab.subject()).toEqual({ formula: 'y z', variables: ['y', 'z'], parameters: {} })
  })

  it('has the parameters of now while its text cannot be read', () => {
    const lab = opened()
    for (const text of ['a x', 'a x +']) lab.change((experiment) => withFormula(experiment, text))
    lab.change((experiment) => withParameter(experiment, 'a', { value: 4 }))
    expect(lab.subject()).toEqual({ formula: 'a x', variables: ['x'], parameters: { a: 4 } })
  })

  it('is the same object while it is the same function, so that nothing is asked again', () => {
    const subjects: unknown[] = []
    const { lab } = inLaboratory((_, own) => {
      createEffect(() => subjects.push(own.subject()))
      return null
    })
    lab.change((experiment) => withTitle(experiment, 'Mine'))
    lab.look((view) => ({ ...view, loss: 'log' }))
    expect(subjects).toHaveLength(1)
  })
})

describe('the selection', () => {
  it('stays within the steps and the runs there are', () => {
    const lab = opened(experimentNamed('learning-rate'))
    lab.selectStep(1e9)
    expect(lab.step()).toBe(lab.experiment().steps)
    lab.selectStep(-3)
    expect(lab.step()).toBe(0)
    lab.selectStep(2.4)
    expect(lab.step()).toBe(2)
    lab.selectRun(3)
    lab.change((experiment) => ({ ...experiment, runs: experiment.runs.slice(0, 2), steps: 1 }))
    expect([lab.step(), lab.run()]).toEqual([1, 1])
  })

  it('of another document is its whole first run', () => {
    const lab = opened()
    lab.begin(experimentNamed('learning-rate'))
    expect([lab.step(), lab.run()]).toEqual([lab.experiment().steps, 0])
  })
})

describe('the language', () => {
  it('follows the system until it is chosen', () => {
    const lab = opened(blank(), 'en')
    expect(lab.words().lab.runs.heading).toBe('Runs')
    lab.prefer({ language: null })
    expect(lab.language()).toBe('ja')
    expect(lab.words().lab.runs.heading).toBe('実行')
    expect(document.documentElement.lang).toBe('ja')
  })

  it('is not all that is remembered: so is how a tab is laid out, each by itself', () => {
    const lab = opened()
    lab.arrange('descend', { right: 0.3 })
    lab.arrange('descend', { isFolded: true })
    lab.arrange('partial', { isSwapped: true })
    const layouts = { descend: { right: 0.3, isFolded: true }, partial: { isSwapped: true } }
    expect(bridge.setPreferences).toHaveBeenLastCalledWith(expect.objectContaining({ layouts }))
    expect(lab.layout('descend')).toEqual(layouts.descend)
    expect(lab.layout('differentiate')).toEqual({})
  })

  it('and the colours are remembered by the program', () => {
    const lab = opened()
    lab.prefer({ theme: 'dark' })
    expect(bridge.setPreferences).toHaveBeenLastCalledWith({
      language: 'en',
      theme: 'dark',
      welcome: true,
      layouts: {}
    })
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })
})

describe('a notice', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('goes by itself when it is good news', () => {
    const lab = opened()
    lab.tell('Saved.')
    expect(lab.notice()).toEqual({ text: 'Saved.', bad: false })
    vi.advanceTimersByTime(4000)
    expect(lab.notice()).toBeNull()
  })

  it('stays until it is dismissed when it is bad news', () => {
    const lab = opened()
    lab.tell('Not saved.', true)
    vi.advanceTimersByTime(60_000)
    expect(lab.notice()).toEqual({ text: 'Not saved.', bad: true })
    lab.dismissNotice()
    expect(lab.notice()).toBeNull()
  })

  it('goes when there is another document', () => {
    const lab = opened()
    lab.tell('Saved.')
    lab.begin(experimentNamed('saddle'))
    expect(lab.notice()).toBeNull()
  })

  it('is not taken away by the end of the one before', () => {
    const lab = opened()
    lab.tell('One.')
    vi.advanceTimersByTime(3000)
    lab.tell('Two.')
    vi.advanceTimersByTime(3000)
    expect(lab.notice()?.text).toBe('Two.')
  })
})

it('the store is only there inside the laboratory', () => {
  expect(() => useLab()).toThrow('outside')
})
