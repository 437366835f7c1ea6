import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from '@shared/experiment/codec'
import { blank } from '@shared/experiment/edit'
import { endings, formats } from '@shared/formats'
import { words } from '@shared/words/index'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Recent } from '../../../src-main/files/recent'
import { SessionFile } from '../../../src-main/files/session-file'

const { dialog } = vi.hoisted(() => ({
  dialog: { showOpenDialog: vi.fn(), showSaveDialog: vi.fn(), showMessageBox: vi.fn() }
}))
vi.mock('electron', () => ({ dialog }))

let folder: string
let file: SessionFile
let recent: Recent

beforeEach(() => {
  vi.resetAllMocks()
  folder = mkdtempSync(join(tmpdir(), 'session-file-'))
  recent = []
  file = new SessionFile({
    window: {} as never,
    words: () => words.en,
    recent: {
      get value() {
        return recent
      },
      set: (value) => {
        recent = value
      },
      saved: async () => undefined
    },
    documents: folder
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(at(name), 'utf8')
const choose = (name: string | null) =>
  dialog.showSaveDialog.mockResolvedValueOnce({ filePath: name === null ? '' : at(name) })
const save = (text: string, as = false) => file.save({ text, title: 'Mine', as })

it('a session that is opened is read once, and comes as a document', async () => {
  writeFileSync(at('a.gradlab'), encode(blank()))
  const parse = vi.spyOn(JSON, 'parse')
  expect(await file.open(at('a.gradlab'))).toEqual({ kind: 'opened', experiment: blank(), name: 'a.gradlab' })
  expect(parse).toHaveBeenCalledOnce()
})

/** Opens a session file of this name. */
async function opened(name: string): Promise<void> {
  writeFileSync(at(name), encode(blank()))
  expect(await file.open(at(name))).toMatchObject({ kind: 'opened', name })
}

describe('saving', () => {
  it('goes to the file that was opened, without a question', async () => {
    await opened('a.gradlab')
    expect(await save('new')).toEqual({ kind: 'saved', name: 'a.gradlab' })
    expect(read('a.gradlab')).toBe('new')
    expect(dialog.showSaveDialog).not.toHaveBeenCalled()
  })

  it('asks for a file under the document’s title where there is none, and keeps to it', async () => {
    choose('b.gradlab')
    await save('one')
    await save('two')
    expect(dialog.showSaveDialog).toHaveBeenCalledOnce()
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: at('Mine.gradlab') })
    expect(read('b.gradlab')).toBe('two')
    expect(recent).toEqual([at('b.gradlab')])
  })

  it('keeps the last of several saves, however long the first takes', async () => {
    await opened('a.gradlab')
    await Promise.all([save('x'.repeat(2_000_000)), save('last')])
    expect(read('a.gradlab')).toBe('last')
  })

  it('that ends late does not lend its file to a document begun meanwhile', async () => {
    await opened('a.gradlab')
    await Promise.all([save('of a'), file.forget()])
    choose(null)
    expect(await save('of the new one')).toEqual({ kind: 'cancelled' })
    expect(read('a.gradlab')).toBe('of a')
  })

  it('that ends late does not lend its file to a document opened meanwhile', async () => {
    await opened('a.gradlab')
    await Promise.all([save('of a'), opened('b.gradlab')])
    await save('of b')
    expect([read('a.gradlab'), read('b.gradlab')]).toEqual(['of a', 'of b'])
  })

  it('of more than could be opened again is refused, and the file stays as it was', async () => {
    await opened('a.gradlab')
    const before = read('a.gradlab')
    // Of three bytes each.
    const text = '勾'.repeat(7_000_000)
    expect(await save(text)).toMatchObject({ kind: 'problem', problem: { code: 'file-too-large' } })
    expect(read('a.gradlab')).toBe(before)
  })

  it('goes on after one that failed', async () => {
    choose('none/a.gradlab')
    expect(await save('lost')).toMatchObject({ kind: 'problem', problem: { code: 'folder-missing' } })
    choose('a.gradlab')
    expect(await save('kept')).toMatchObject({ kind: 'saved' })
  })
})

/** Presses the button with this label in the next question. */
const press = (label: string) =>
  dialog.showMessageBox.mockImplementationOnce(async (_window, { buttons }) => ({ response: buttons.indexOf(label) }))
const texts = words.en.program.dialog

describe('a file that somebody else', () => {
  it.each([
    ['changed', () => writeFileSync(at('a.gradlab'), encode(blank()).replace('{', '{ ')), texts.changedElsewhere],
    ['replaced by what cannot be read', () => writeFileSync(at('a.gradlab'), Buffer.of(255)), texts.changedElsewhere],
    ['deleted', () => rmSync(at('a.gradlab')), texts.gone]
  ])('%s is written only when the user agrees, and another file can be chosen', async (_, meddle, message) => {
    await opened('a.gradlab')
    meddle()
    const found = existsSync(at('a.gradlab')) ? readFileSync(at('a.gradlab')) : null
    press(texts.cancel)
    expect(await save('mine')).toEqual({ kind: 'cancelled' })
    expect(dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({ message: message({ file: 'a.gradlab' }) })
    expect(existsSync(at('a.gradlab')) ? readFileSync(at('a.gradlab')) : null).toEqual(found)

    press(found ? texts.overwrite : texts.saveAgain)
    expect(await save('mine')).toEqual({ kind: 'saved', name: 'a.gradlab' })
    expect(read('a.gradlab')).toBe('mine')
    await save('mine again')
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(2)

    meddle()
    press(texts.saveElsewhere)
    choose('b.gradlab')
    expect(await save('elsewhere')).toEqual({ kind: 'saved', name: 'b.gradlab' })
    expect(read('b.gradlab')).toBe('elsewhere')
  })

  it('only touched, or marked as UTF-8, is what it was', async () => {
    await opened('a.gradlab')
    writeFileSync(at('a.gradlab'), `\ufeff${read('a.gradlab')}`)
    await save('mine')
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
    expect(read('a.gradlab')).toBe('mine')
  })
})

describe('the name that was typed', () => {
  it.each([
    ['plain', 'plain.gradlab'],
    ['rate 0.08', 'rate 0.08.gradlab'],
    ['own.json', 'own.json'],
    ['勾配.実験', '勾配.実験']
  ])('%s becomes %s', async (typed, name) => {
    choose(typed)
    expect(await save('text')).toEqual({ kind: 'saved', name })
    expect(read(name)).toBe('text')
  })

  it('replaces a file it was not asked about only when the user agrees', async () => {
    writeFileSync(at('old.gradlab'), 'old')
    choose('old')
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
    expect(await save('new')).toEqual({ kind: 'cancelled' })
    expect(read('old.gradlab')).toBe('old')
    choose('old')
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
    await save('new')
    expect(read('old.gradlab')).toBe('new')
  })
})

describe('opening', () => {
  it('what is no session leaves the document’s file as it was', async () => {
    await opened('a.gradlab')
    writeFileSync(at('b.gradlab'), '{')
    expect(await file.open(at('b.gradlab'))).toMatchObject({ kind: 'problem' })
    await save('of a')
    expect([read('a.gradlab'), read('b.gradlab')]).toEqual(['of a', '{'])
  })

  it('takes a file that is gone off the recent ones', async () => {
    recent = [at('gone.gradlab'), at('other.gradlab')]
    expect(await file.open(at('gone.gradlab'))).toMatchObject({ problem: { code: 'file-missing' } })
    expect(recent).toEqual([at('other.gradlab')])
  })

  it('takes an offered file once', async () => {
    writeFileSync(at('a.gradlab'), encode(blank()))
    file.offer(at('a.gradlab'))
    expect(await file.takeOffered()).toMatchObject({ kind: 'opened', name: 'a.gradlab' })
    expect(await file.takeOffered()).toEqual({ kind: 'cancelled' })
  })
})

describe('exporting', () => {
  it('writes what it is given, and leaves the document’s file as it was', async () => {
    await opened('a.gradlab')
    choose('picture.png')
    expect(await file.export({ name: 'x: y', format: 'picture', bytes: Uint8Array.of(1, 2) })).toMatchObject({
      kind: 'saved'
    })
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: at('x y.png') })
    expect([...readFileSync(at('picture.png'))]).toEqual([1, 2])
    await save('of a')
    expect(read('a.gradlab')).toBe('of a')
    expect(existsSync(at('x y.png'))).toBe(false)
  })

  it.each(formats)('offers a %s under its own ending, which no other format has', async (format) => {
    choose(null)
    await file.export({ name: 'x', format, bytes: new Uint8Array() })
    const [, { defaultPath, filters }] = dialog.showSaveDialog.mock.calls[0] ?? []
    expect(defaultPath).toBe(at(`x.${endings[format]}`))
    expect(filters).toEqual([{ name: words.en.program.dialog.formats[format], extensions: [endings[format]] }])
    expect(new Set(Object.values(endings)).size).toBe(formats.length)
  })

  it('brings a long file in pieces, which is there when the last has come', async () => {
    choose('steps.csv')
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(await file.export({ name: 'steps', format: 'table', bytes: bytes('a'), more: true })).toMatchObject({
      kind: 'saved'
    })
    expect(await file.exportMore({ bytes: bytes('b'), end: null })).toEqual({ kind: 'saved', name: 'steps.csv' })
    expect(existsSync(at('steps.csv'))).toBe(false)
    await file.exportMore({ bytes: bytes('c'), end: 'keep' })
    expect(read('steps.csv')).toBe('abc')
    expect(await file.exportMore({ bytes: bytes('d'), end: null })).toEqual({ kind: 'cancelled' })
  })

  it('leaves nothing of a long file that cannot take its name in the end, or of one that cannot be written', async () => {
    choose('steps.csv')
    await file.export({ name: 'steps', format: 'table', bytes: new Uint8Array(9), more: true })
    mkdirSync(at('steps.csv'))
    expect(await file.exportMore({ bytes: new Uint8Array(9), end: 'keep' })).toMatchObject({ kind: 'problem' })
    expect(readdirSync(folder)).toEqual(['steps.csv'])
    expect(await file.exportMore({ bytes: new Uint8Array(9), end: 'keep' })).toEqual({ kind: 'cancelled' })

    const unwritable = 7 as unknown as Uint8Array
    choose('more.csv')
    const begun = await file.export({ name: 'more', format: 'table', bytes: unwritable, more: true })
    expect(begun).toMatchObject({ kind: 'problem' })
    expect(readdirSync(folder)).toEqual(['steps.csv'])

    choose('more.csv')
    await file.export({ name: 'more', format: 'table', bytes: new Uint8Array(9), more: true })
    expect(await file.exportMore({ bytes: unwritable, end: null })).toMatchObject({ kind: 'problem' })
    expect(readdirSync(folder)).toEqual(['steps.csv'])
  })

  it('forgets a long file that is not wanted any more, or was left for another', async () => {
    for (const leave of [() => file.exportMore({ bytes: new Uint8Array(), end: 'drop' }), () => file.dropExport()]) {
      choose('steps.csv')
      await file.export({ name: 'steps', format: 'table', bytes: new Uint8Array(9), more: true })
      await leave()
      expect(readdirSync(folder)).toEqual([])
    }
  })
})
