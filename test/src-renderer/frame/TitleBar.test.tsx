import { Tabs } from '@kobalte/core/tabs'
import { examples } from '@shared/experiment/examples'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actions } from '../../../src-renderer/commands/actions'
import type { DocumentFile } from '../../../src-renderer/file/document-file'
import { TitleBar } from '../../../src-renderer/frame/TitleBar'
import { GradientFields } from '../../../src-renderer/function/GradientFields'
import { bridge } from '../../support/bridge'
import { alerts, allNamed, button, field, inLaboratory, named, slider, soon, type } from '../laboratory'

const file = {
  replace: vi.fn<DocumentFile['replace']>(async () => {}),
  begin: vi.fn<DocumentFile['begin']>(async () => {}),
  open: vi.fn<DocumentFile['open']>(async () => {}),
  openDropped: vi.fn<DocumentFile['openDropped']>(async () => {}),
  takeOpened: vi.fn<DocumentFile['takeOpened']>(async () => {}),
  save: vi.fn<DocumentFile['save']>(async () => true),
  recover: vi.fn<DocumentFile['recover']>(async () => false),
  saveAndClose: vi.fn<DocumentFile['saveAndClose']>(async () => {})
} satisfies DocumentFile
const done = vi.fn<(action: string) => void>()
const actions = new Proxy({} as Actions, { get: (_, action) => () => done(String(action)) })
beforeEach(() => void vi.clearAllMocks())

const toolbar = (language: 'en' | 'ja' = 'en') =>
  inLaboratory(
    () => (
      <>
        <Tabs>
          <TitleBar file={file} actions={actions} />
        </Tabs>
        <GradientFields />
      </>
    ),
    undefined,
    language
  )

/** Opens the last menu and chooses from it. */
async function choose(name: string): Promise<void> {
  button('More').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
  const item = () =>
    [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((one) => one.textContent?.startsWith(name))
  await soon(() => expect(item()).toBeDefined())
  item()?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
  item()?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0 }))
}

describe('the toolbar', () => {
  it('does what its buttons say', () => {
    toolbar()
    for (const name of ['Save', 'Export']) button(name).click()
    expect(file.save).toHaveBeenCalledOnce()
    expect(done).toHaveBeenCalledWith('export')
  })

  it('lists the recent files, and opens the one that is chosen', async () => {
    bridge.recentFiles.mockResolvedValueOnce(['b.gradlab', 'a.gradlab'])
    toolbar()
    await choose('a.gradlab')
    expect(bridge.openRecent).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('makes the page larger', async () => {
    toolbar()
    await choose('Larger')
    expect(bridge.zoom).toHaveBeenCalledExactlyOnceWith('in')
  })

  it.each([
    ['New', 'new'],
    ['Open', 'open'],
    ['Save as…', 'save-as'],
    ['About', 'about']
  ])('has %s behind its last button', async (name, action) => {
    toolbar()
    await choose(name)
    expect(done).toHaveBeenCalledExactlyOnceWith(action)
  })

  it('undoes and redoes what there is to undo and redo', () => {
    const { lab } = toolbar()
    expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, true])
    type(field('Title of the experiment'), 'Mine')
    button('Undo').click()
    expect(lab.experiment().title).toBe('')
    expect(field('Title of the experiment').value).toBe('')
    button('Redo').click()
    expect(lab.experiment().title).toBe('Mine')
  })

  it('takes a title whole, or says that there is no room for it', () => {
    const { lab } = toolbar()
    type(field('Title of the experiment'), 't'.repeat(200))
    expect(lab.notice()).toBeNull()
    type(field('Title of the experiment'), 'u'.repeat(201))
    expect([lab.experiment().title, field('Title of the experiment').value]).toEqual(Array(2).fill('t'.repeat(200)))
    expect(lab.notice()).toEqual({ text: lab.words().lab.tooLong({ most: 200 }), bad: true })
  })

  it('says that there are unsaved changes', () => {
    const { lab } = toolbar()
    expect(document.querySelector('.unsaved')?.textContent).toBe('')
    type(field('Title of the experiment'), 'Mine')
    expect(document.querySelector('.unsaved')?.textContent).toBe('There are unsaved changes')
    lab.markSaved(lab.experiment())
    expect(document.querySelector('.unsaved')?.textContent).toBe('')
  })

  it('switches the language at once, and shows the name of the other one', () => {
    const { lab } = toolbar()
    button('日本語').click()
    expect(lab.language()).toBe('ja')
    for (const name of ['保存', '書き出し']) expect(button(name)).toBeInstanceOf(HTMLElement)
    expect(named('section', '勾配の求め方').textContent).toContain('前進')
    expect(button('English').lang).toBe('en')
    button('English').click()
    expect(lab.language()).toBe('en')
  })

  it('switches the colours', () => {
    const { lab } = toolbar()
    button('Dark colours').click()
    expect(lab.theme()).toBe('dark')
    button('Light colours').click()
    expect(lab.theme()).toBe('light')
  })

  it('offers all examples, opened by one click', async () => {
    toolbar()
    button('Examples').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    await soon(() => expect(document.querySelectorAll('[role="menuitem"]')).toHaveLength(examples.length))
    const item = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((one) =>
      one.textContent?.includes('x^4')
    )
    item?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    item?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0 }))
    expect(file.replace).toHaveBeenCalledWith(examples.find(({ id }) => id === 'two-minima')?.experiment)
  })
})

describe('how the gradient is obtained', () => {
  const radio = (value: string) => document.querySelector<HTMLInputElement>(`input[value="${value}"]`)

  it('is chosen, and a difference scheme has its step size', () => {
    const { lab } = toolbar()
    expect(allNamed('input', 'Step size h')).toEqual([])
    radio('central')?.click()
    expect(lab.experiment().gradient).toEqual({ method: 'central', h: 1e-4 })
    type(field('Step size h'), '1e-8')
    expect(lab.experiment().gradient.h).toBe(1e-8)
    slider('Slide h').value = '1000'
    slider('Slide h').dispatchEvent(new Event('input', { bubbles: true }))
    expect(lab.experiment().gradient.h).toBe(1)
  })

  it('has no step size of 0', () => {
    const { lab } = toolbar()
    radio('forward')?.click()
    type(field('Step size h'), '0')
    expect(alerts()).toEqual(['h must not be 0.'])
    lab.prefer({ language: 'ja' })
    expect(alerts()).toEqual(['h は 0 以外にしてください。'])
    expect(lab.experiment().gradient.h).toBe(1e-4)
  })
})
