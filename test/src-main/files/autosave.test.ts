import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Draft } from '@shared/bridge'
import { encode } from '@shared/experiment/codec'
import { blank, withFormula } from '@shared/experiment/edit'
import type { Problem } from '@shared/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave } from '../../../src-main/files/autosave'

let folder: string
let told: Problem[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'autosave-'))
  told = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The program, started. It ends without a word, as by `kill -9`: nothing is called any more. */
const start = () => new Autosave(folder, (problem) => told.push(problem))
const of = (formula: string) => encode(withFormula(blank(), formula))
const draft = (formula: string, more: Partial<Draft> = {}): Draft => ({
  title: 'Mine',
  text: of(formula),
  past: [of('1'), of('x')],
  future: [of('x + 1')],
  unsaved: true,
  ...more
})
const file = { path: '/home/me/a.gradlab', digest: 'abc' }
const idOf = async (autosave: Autosave) => (await autosave.leftovers())[0]?.id ?? 'none'

describe('unsaved work', () => {
  it('is offered at the next start, with its history and its file', async () => {
    await start().keep({ draft: draft('x^2'), file })
    const next = start()
    expect(await next.leftovers()).toMatchObject([{ title: 'Mine', formula: 'x^2', problem: null }])
    const [past, future] = [['1', 'x'], ['x + 1']].map((all) => all.map((one) => withFormula(blank(), one)))
    const documents = { past, present: withFormula(blank(), 'x^2'), future }
    expect(await next.take(await idOf(next))).toEqual({ draft: draft('x^2'), file, documents })
  })

  it('is its newest state, however fast it changes', async () => {
    const autosave = start()
    await Promise.all(['x', 'x^2', 'x^3', 'x^4'].map((one) => autosave.keep({ draft: draft(one), file: null })))
    expect(await start().leftovers()).toMatchObject([{ formula: 'x^4' }])
  })

  it('is not there any more once it is saved, or let go', async () => {
    const autosave = start()
    await autosave.keep({ draft: draft('x'), file })
    await autosave.keep({ draft: draft('x', { unsaved: false }), file })
    expect(readdirSync(folder)).toEqual([])
    // The page can still be given it back.
    expect(autosave.latest?.draft.text).toBe(of('x'))
    await autosave.keep({ draft: draft('x'), file })
    await autosave.clear()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that nobody decides about stays, beside that of later starts', async () => {
    await start().keep({ draft: draft('x'), file: null })
    const second = start()
    await second.leftovers()
    await second.keep({ draft: draft('y'), file: null })
    await second.clear()
    const third = start()
    expect(await third.leftovers()).toMatchObject([{ formula: 'x' }])
    await third.keep({ draft: draft('z'), file: null })
    expect((await start().leftovers()).map(({ formula }) => formula)).toEqual(['z', 'x'])
  })

  it('that is gone on with is on the disk all the time, until it is saved', async () => {
    await start().keep({ draft: draft('x'), file: null })
    const next = start()
    await next.take(await idOf(next))
    expect(await next.leftovers()).toEqual([])
    expect(await start().leftovers()).toMatchObject([{ formula: 'x' }])
    await next.keep({ draft: draft('x + 2'), file: null })
    expect(await start().leftovers()).toMatchObject([{ formula: 'x + 2' }])
    await next.clear()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that was let go for that of an earlier start is not offered again', async () => {
    await start().keep({ draft: draft('x'), file: null })
    const next = start()
    await next.keep({ draft: draft('y'), file: null })
    await next.take(await idOf(next))
    expect(await start().leftovers()).toMatchObject([{ formula: 'x' }])
  })

  it('that was gone on with and not touched again goes when the window is closed', async () => {
    await start().keep({ draft: draft('x'), file: null })
    const next = start()
    await next.take(await idOf(next))
    await next.clear()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that is not wanted goes', async () => {
    await start().keep({ draft: draft('x'), file: null })
    const next = start()
    await next.discard(await idOf(next))
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['damaged', 'draft-broken', (text: string) => text.slice(0, 200)],
    ['of another shape', 'draft-broken', () => '{"at": 1}'],
    ['not text', 'file-not-text', () => Buffer.of(255)],
    ['of a newer program', 'document-newer', (text: string) => text.replace('\\"version\\": 3', '\\"version\\": 99')]
  ])('that is %s is told about and left alone', async (_, code, spoil) => {
    const id = '1700000000000-0.draft'
    const whole = JSON.stringify({ at: 1, title: 'Mine', file: null, text: of('x'), past: [], future: [] })
    writeFileSync(join(folder, id), spoil(whole))
    const autosave = start()
    expect(await autosave.leftovers()).toMatchObject([{ id, at: expect.any(Number), problem: { code } }])
    await expect(autosave.take(id)).rejects.toMatchObject({ code })
    await autosave.keep({ draft: draft('y'), file: null })
    await autosave.clear()
    expect(readdirSync(folder)).toEqual([id])
  })
})

describe('a folder', () => {
  it('that cannot be written to is told about once, and work goes on', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    writeFileSync(join(folder, 'file'), '')
    const autosave = new Autosave(join(folder, 'file', 'drafts'), (problem) => told.push(problem))
    for (const one of ['x', 'y']) await autosave.keep({ draft: draft(one), file: null })
    expect(told).toEqual([{ code: 'draft-refused', values: {} }])
    expect(autosave.latest?.draft.text).toBe(of('y'))
    expect(await autosave.leftovers()).toEqual([])
    complaint.mockRestore()
  })

  it('is the only one that is touched, whatever the page asks for', async () => {
    const inner = join(folder, 'drafts')
    writeFileSync(join(folder, 'other.draft'), 'precious')
    const autosave = new Autosave(inner, () => undefined)
    await autosave.keep({ draft: draft('x'), file: null })
    await autosave.discard('../other.draft')
    await expect(autosave.take('../other.draft')).rejects.toMatchObject({ code: 'draft-gone' })
    expect(readdirSync(folder).sort()).toEqual(['drafts', 'other.draft'])
  })
})
