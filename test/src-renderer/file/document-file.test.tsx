import { decode, encode } from '@shared/experiment/codec'
import { blank, withFormula, withNotes, withSteps, withTitle } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDocumentFile, type DocumentFile } from '../../../src-renderer/file/document-file'
import type { Lab } from '../../../src-renderer/lab/lab'
import { bridge } from '../../support/bridge'
import { experimentNamed, inLaboratory } from '../laboratory'

let lab: Lab
let file: DocumentFile
beforeEach(() => {
  vi.clearAllMocks()
  lab = inLaboratory(() => null).lab
  file = createDocumentFile(lab)
})

const saddle = experimentNamed('saddle')
const edit = () => lab.change((experiment) => withTitle(experiment, 'Mine'))
const saysYes = () => bridge.saveFile.mockResolvedValueOnce({ kind: 'saved', name: 'Mine.gradlab' })
const opening = (experiment: Experiment) =>
  bridge.openFile.mockResolvedValueOnce({ kind: 'opened', experiment, name: 'saddle.gradlab' })

const left = withFormula(blank(), 'x^4')
const recovered = (filed: boolean) =>
  bridge.recover.mockResolvedValueOnce({
    kind: 'recovered',
    draft: { title: '', text: encode(left), past: [encode(blank())], future: [], unsaved: true },
    documents: { past: [blank()], present: left, future: [] },
    filed
  })

describe('saving', () => {
  it('writes the document as it reads back, under its title', async () => {
    edit()
    saysYes()
    expect(await file.save()).toBe(true)
    expect(bridge.saveFile).toHaveBeenCalledWith({ text: expect.any(String), title: 'Mine', as: false })
    expect(decode(bridge.saveFile.mock.calls[0]?.[0].text ?? '')).toEqual(lab.experiment())
    expect(lab.unsaved()).toBe(false)
    expect(lab.notice()).toEqual({ text: 'Saved as “Mine.gradlab”.', bad: false })
  })

  it('keeps the selected step, where it is found again when it is opened', async () => {
    lab.begin(experimentNamed('learning-rate'))
    lab.selectStep(3)
    lab.selectRun(2)
    saysYes()
    await file.save()
    const text = bridge.saveFile.mock.calls[0]?.[0].text ?? ''
    lab.begin(experimentNamed('saddle'))
    expect(lab.step()).toBe(lab.experiment().steps)
    bridge.openFile.mockResolvedValueOnce({ kind: 'opened', experiment: decode(text), name: 'Mine.gradlab' })
    await file.open()
    expect([lab.step(), lab.run(), lab.unsaved()]).toEqual([3, 2, false])
  })

  it('that is cancelled leaves it unsaved, without a word', async () => {
    edit()
    expect(await file.save(true)).toBe(false)
    expect(lab.unsaved()).toBe(true)
    expect(lab.notice()).toBeNull()
  })

  it('that fails says why and leaves it unsaved', async () => {
    edit()
    bridge.saveFile.mockResolvedValueOnce({ kind: 'problem', problem: { code: 'difference-step', values: {} } })
    expect(await file.save()).toBe(false)
    expect(lab.unsaved()).toBe(true)
    expect(lab.notice()?.bad).toBe(true)
  })

  it('of what no file may hold is refused in a sentence, before anything is written', async () => {
    lab.change((experiment) => ({ ...experiment, start: experiment.start.map(() => Number.NaN) }))
    expect(await file.save()).toBe(false)
    expect(bridge.saveFile).not.toHaveBeenCalled()
    expect(lab.notice()?.bad).toBe(true)
  })

  it('keeps what was changed meanwhile unsaved', async () => {
    edit()
    bridge.saveFile.mockImplementationOnce(async () => {
      lab.change((experiment) => withNotes(experiment, 'one more thing'))
      return { kind: 'saved', name: 'Mine.gradlab' }
    })
    await file.save()
    expect(lab.unsaved()).toBe(true)
  })

  it('before closing closes only what is saved', async () => {
    edit()
    await file.saveAndClose()
    expect(bridge.closeWindow).not.toHaveBeenCalled()
    saysYes()
    await file.saveAndClose()
    expect(bridge.closeWindow).toHaveBeenCalledOnce()
  })
})

describe('opening', () => {
  it('takes the document of the file', async () => {
    opening(saddle)
    await file.open()
    expect(lab.experiment()).toEqual(saddle)
    expect([lab.unsaved(), lab.canUndo()]).toEqual([false, false])
  })

  it('reads no text of a session: what comes from the main process has been read', async () => {
    const parse = vi.spyOn(JSON, 'parse')
    opening(saddle)
    await file.open()
    recovered(false)
    await file.recover('1')
    expect(parse).not.toHaveBeenCalled()
  })

  it('something broken says so, and keeps what is there', async () => {
    const before = lab.experiment()
    bridge.openFile.mockResolvedValueOnce({ kind: 'problem', problem: { code: 'document-not-ours', values: {} } })
    await file.open()
    expect(lab.experiment()).toBe(before)
    expect(lab.notice()?.bad).toBe(true)
  })

  it('asks once about unsaved changes: to keep them means to open nothing', async () => {
    edit()
    await file.open()
    expect(bridge.askAboutChanges).toHaveBeenCalledOnce()
    expect(bridge.openFile).not.toHaveBeenCalled()
    expect(lab.experiment().title).toBe('Mine')
  })

  it('after the changes were let go, or saved', async () => {
    edit()
    bridge.askAboutChanges.mockResolvedValueOnce('discard')
    opening(saddle)
    await file.open()
    expect(lab.experiment()).toEqual(saddle)
    edit()
    bridge.askAboutChanges.mockResolvedValueOnce('save')
    saysYes()
    opening(blank())
    await file.open()
    expect(bridge.saveFile).toHaveBeenCalledOnce()
    expect(lab.experiment()).toEqual(blank())
  })

  it('not after they could not be saved', async () => {
    edit()
    bridge.askAboutChanges.mockResolvedValueOnce('save')
    await file.open()
    expect(bridge.openFile).not.toHaveBeenCalled()
  })

  it('takes dropped files and those the program was given, too', async () => {
    const dropped = new File([], 'saddle.gradlab')
    bridge.openDropped.mockResolvedValueOnce({ kind: 'opened', experiment: saddle, name: 'saddle.gradlab' })
    await file.openDropped([dropped])
    expect(bridge.openDropped).toHaveBeenCalledWith(dropped)
    expect(lab.experiment()).toEqual(saddle)
    expect(lab.notice()).toBeNull()
    bridge.takeOpened.mockResolvedValueOnce({ kind: 'problem', problem: { code: 'difference-step', values: {} } })
    await file.takeOpened()
    expect(lab.notice()?.bad).toBe(true)
  })
})

describe('several files dropped', () => {
  const files = ['notes.txt', 'saddle.gradlab', 'other.gradlab'].map((name) => new File([], name))

  it('are told about: the first session among them is opened', async () => {
    bridge.openDropped.mockResolvedValueOnce({ kind: 'opened', experiment: saddle, name: 'saddle.gradlab' })
    await file.openDropped(files)
    expect(bridge.openDropped).toHaveBeenCalledWith(files[1])
    expect(lab.experiment()).toEqual(saddle)
    expect(lab.notice()?.text).toBe('Opened “saddle.gradlab”: one file at a time. 2 others were not opened.')
  })

  it('leave the reason to be read why none was opened', async () => {
    bridge.openDropped.mockResolvedValueOnce({ kind: 'problem', problem: { code: 'document-not-json', values: {} } })
    await file.openDropped(files)
    expect(lab.notice()?.bad).toBe(true)
    await file.openDropped([])
    expect(bridge.openDropped).toHaveBeenCalledOnce()
  })
})

describe('work that was left behind', () => {
  it('is gone on with: unsaved, with its history, and belonging to its file', async () => {
    recovered(true)
    expect(await file.recover('1')).toBe(true)
    expect([lab.experiment(), lab.unsaved(), lab.canUndo()]).toEqual([left, true, true])
    lab.undo()
    await file.replace(saddle)
    expect(bridge.askAboutChanges).toHaveBeenCalledOnce()
  })

  it('does not take the place of work of today without a question', async () => {
    edit()
    expect(await file.recover('1')).toBe(false)
    expect(bridge.recover).not.toHaveBeenCalled()
    bridge.askAboutChanges.mockResolvedValueOnce('discard')
    bridge.recover.mockResolvedValueOnce({ kind: 'problem', problem: { code: 'draft-gone', values: {} } })
    expect(await file.recover('1')).toBe(false)
    expect(lab.experiment().title).toBe('Mine')
    expect(lab.notice()?.bad).toBe(true)
  })
})

describe('another experiment', () => {
  it('takes the place of what was only tried out without a question, and undo brings that back', async () => {
    lab.change((experiment) => withSteps(experiment, 77))
    await file.replace(saddle)
    expect(bridge.askAboutChanges).not.toHaveBeenCalled()
    expect(bridge.forgetFile).toHaveBeenCalledOnce()
    expect(lab.experiment()).toEqual(saddle)
    expect(lab.notice()?.text).toBe('Undo brings back what you had before.')
    lab.undo()
    expect(lab.experiment().steps).toBe(77)
  })

  it('is looked at after another, however many, without a word', async () => {
    for (const { experiment } of examples) await file.replace(experiment)
    expect(bridge.askAboutChanges).not.toHaveBeenCalled()
    expect(lab.notice()).toBeNull()
  })

  it.each([
    ['a function of one’s own', () => lab.change((experiment) => withFormula(experiment, 'x^4 - x'))],
    ['a function that cannot be read yet', () => lab.change((experiment) => withFormula(experiment, 'x^4 -'))],
    ['a title', () => lab.change((experiment) => withTitle(experiment, 'Mine'))],
    ['notes', () => lab.change((experiment) => withNotes(experiment, 'mine'))]
  ])('asks before it replaces work with %s', async (_, change) => {
    change()
    const work = lab.experiment()
    await file.begin()
    expect(bridge.askAboutChanges).toHaveBeenCalledOnce()
    expect(lab.experiment()).toBe(work)
    expect(bridge.forgetFile).not.toHaveBeenCalled()
  })

  it('asks before it replaces changes to a file', async () => {
    opening(saddle)
    await file.open()
    lab.change((experiment) => withSteps(experiment, 77))
    await file.begin()
    expect(bridge.askAboutChanges).toHaveBeenCalledOnce()
    bridge.askAboutChanges.mockResolvedValueOnce('discard')
    await file.begin()
    expect(lab.experiment()).toEqual(blank())
    expect(lab.canUndo()).toBe(false)
  })

  it('keeps changes in the history that went back to what was saved, when another takes its place', async () => {
    opening(saddle)
    await file.open()
    lab.change((experiment) => withSteps(experiment, 77))
    lab.revert()
    await file.begin()
    expect(bridge.askAboutChanges).not.toHaveBeenCalled()
    lab.undo()
    lab.undo()
    expect(lab.experiment().steps).toBe(77)
  })
})
