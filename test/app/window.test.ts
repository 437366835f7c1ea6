import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode, fileVersion } from '@shared/experiment/codec'
import { examples } from '@shared/experiment/examples'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { save } from '../../src-main/files/store'
import { answerDialogs, newFolder, type Running, removeFolder, runToEnd, start } from './harness'

let folder: string
let file: string
beforeAll(async () => {
  folder = newFolder()
  file = join(folder, 'サドル.gradlab')
  const [example] = examples
  if (example) await save(file, encode({ ...example.experiment, title: 'Kept on the disk', example: null }))
})
afterAll(async () => {
  await shared?.close()
  removeFolder(folder)
})

let running: Running[] = []
afterEach(async () => {
  for (const lab of running) await lab.close()
  running = []
})

/** Starts the program, which is ended after the test. Starts with the same profile remember each other. */
async function open(options: { profile?: string; words?: readonly string[]; language?: 'ja' | 'en' } = {}) {
  const lab = await start({
    ...options,
    folder,
    environment: { XDG_CONFIG_HOME: join(folder, options.profile ?? 'profile') }
  })
  running.push(lab)
  return lab
}

/** The program of the tests after which it goes on as it was, started by the first of them. */
let shared: Running | undefined
const sharedProfile = () => ({ XDG_CONFIG_HOME: join(folder, 'shared') })
async function openShared(): Promise<Running> {
  shared ??= await start({ folder, environment: sharedProfile() })
  return shared
}

/** Waits as long as a busy machine may need. */
const eventually = <Result>(look: () => Promise<Result>) => expect.poll(look, { timeout: 10_000 })
const title = ({ app }: Running) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '')
const titled = (lab: Running, pattern: RegExp) => eventually(() => title(lab)).toMatch(pattern)
/** As if the document had been edited. */
const edited = ({ page }: Running) => page.evaluate(() => window.bridge.describe({ title: 'Edited', changed: true }))

describe('the window', () => {
  it('has the size the program is designed for, and opens where it was closed', async () => {
    const bounds = { x: 60, y: 40, width: 1100, height: 740 }
    const boundsOf = ({ app }: Running) =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    const first = await open({ profile: 'bounds' })
    expect(await boundsOf(first)).toMatchObject({ width: 1280, height: 800 })
    const least = await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())
    expect(least).toEqual([1024, 700])
    // A window that is only about to be shown takes back the size it was made with.
    const isShown = () => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await eventually(isShown).toBe(true)
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), bounds)
    await eventually(() => first.page.evaluate(() => window.innerWidth)).toBe(bounds.width)
    expect(await boundsOf(first)).toEqual(bounds)
    await first.quit()
    expect(await first.ended).toBe(0)
    expect(await boundsOf(await open({ profile: 'bounds' }))).toEqual(bounds)
  })

  it('has the system’s language in menu and title until another one is chosen', async () => {
    const lab = await open({ profile: 'language', language: 'ja' })
    const labels = () => lab.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    await titled(lab, /– 勾配ラボ$/)
    expect(await labels()).toEqual(['ファイル(&F)', '編集(&E)', '表示(&V)', 'ヘルプ(&H)'])
    await lab.page.evaluate(() =>
      window.bridge.setPreferences({ language: 'en', theme: 'dark', welcome: true, layouts: {} })
    )
    await titled(lab, /– Gradient Lab$/)
    expect(await labels()).toEqual(['&File', '&Edit', '&View', '&Help'])
    expect(await lab.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    await lab.quit()
    await lab.ended
    await titled(await open({ profile: 'language', language: 'ja' }), /– Gradient Lab$/)
  })
})

describe('closing with unsaved changes', () => {
  it('asks, and stays open on Cancel or when it is not said where to save', async () => {
    const lab = await open()
    await titled(lab, /^[^•]/)
    await edited(lab)
    await titled(lab, /^• Edited – Gradient Lab$/)
    const cancelled = await answerDialogs(lab.app, { button: 2 })
    await lab.quit()
    await eventually(cancelled).toMatchObject([
      { kind: 'question', options: { message: 'Save the changes to “Edited”?' } }
    ])
    const nowhere = await answerDialogs(lab.app, { button: 0, save: null })
    await lab.quit()
    await eventually(async () => (await nowhere()).map(({ kind }) => kind)).toEqual(['question', 'save'])
    expect(await title(lab)).toMatch(/^• Edited/)
  })

  it('closes without saving when told so', async () => {
    const lab = await open()
    await edited(lab)
    await answerDialogs(lab.app, { button: 1 })
    await lab.quit()
    expect(await lab.ended).toBe(0)
  })

  it('saves first when told so', async () => {
    const lab = await open()
    await edited(lab)
    const saved = join(folder, 'saved.gradlab')
    await answerDialogs(lab.app, { button: 0, save: saved })
    await lab.quit()
    expect(await lab.ended).toBe(0)
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ program: 'gradient-lab', version: fileVersion })
  })
})

describe('a session file', () => {
  it('named on the command line is opened, and is among the recent files at the next start', async () => {
    const recent = (lab: Running) =>
      lab.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.items[0]?.submenu?.items[2]?.submenu?.items.map(({ label }) => label)
      )
    const first = await open({ profile: 'recent', words: ['サドル.gradlab'] })
    await titled(first, /^Kept on the disk – /)
    expect(first.complaints).toEqual([])
    await eventually(() => recent(first)).toEqual([file])
    await first.quit()
    await first.ended
    const second = await open({ profile: 'recent' })
    expect(await recent(second)).toEqual([file])
    await second.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items[0]?.submenu?.items[2]?.submenu?.items[0]?.click()
    )
    await titled(second, /^Kept on the disk – /)
  })

  it('given to a second start opens in the window that is there', async () => {
    const lab = await openShared()
    await titled(lab, /Gradient Lab/)
    expect(await runToEnd([file], { folder, environment: sharedProfile() })).toMatchObject({ code: 0, errors: [] })
    await titled(lab, /^Kept on the disk – /)
    expect(await lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('dropped on the window is opened; one that only the page has made up is not', async () => {
    const lab = await openShared()
    await titled(lab, /Gradient Lab/)
    // A hand drops on what it sees; Chromium never answers for a drag over a page that has not been painted yet.
    await lab.page.locator('main canvas').first().waitFor()
    await lab.page.screenshot()
    const mouse = await lab.page.context().newCDPSession(lab.page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: [file], dragOperationsMask: 1 }
      await mouse.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data })
    }
    await titled(lab, /^Kept on the disk – /)
    const reply = await lab.page.evaluate(() => window.bridge.openDropped(new File(['{}'], 'made up.gradlab')))
    expect(reply).toEqual({ kind: 'problem', problem: { code: 'file-not-on-disk', values: {} } })
  })

  it('that cannot be read leaves the document’s file as it was', async () => {
    const own = join(folder, 'own.gradlab')
    await save(own, readFileSync(file, 'utf8'))
    const lab = await open({ words: [own] })
    await titled(lab, /^Kept on the disk – /)
    const broken = join(folder, 'broken.gradlab')
    await save(broken, '{"program": "gradient-lab", "version": 99}')
    await answerDialogs(lab.app, { open: broken })
    const reply = await lab.page.evaluate(() => window.bridge.openFile())
    expect(reply).toMatchObject({ kind: 'problem', problem: { code: 'document-newer' } })
    await lab.page.evaluate(() => window.bridge.saveFile({ text: '"saved"', title: '', as: false }))
    expect(readFileSync(own, 'utf8')).toBe('"saved"')
    expect(readFileSync(broken, 'utf8')).toContain('99')
  })

  it('is offered a name made from the title, gets its ending, and replaces another file only after a question', async () => {
    const lab = await openShared()
    const saveAs = () => lab.page.evaluate(() => window.bridge.saveFile({ text: '{}', title: 'a/b: 勾配', as: true }))
    const first = await answerDialogs(lab.app, { save: join(folder, 'no ending') })
    expect(await saveAs()).toEqual({ kind: 'saved', name: 'no ending.gradlab' })
    expect((await first())[0]?.options['defaultPath']).toMatch(/\/a b 勾配\.gradlab$/)
    const again = await answerDialogs(lab.app, { save: join(folder, 'no ending'), button: 1 })
    expect(await saveAs()).toEqual({ kind: 'cancelled' })
    expect((await again())[1]?.options['message']).toBe('“no ending.gradlab” already exists. Replace it?')
  })
})

describe('a presentation', () => {
  it('takes the whole screen and magnifies the page, and gives back what was before', async () => {
    const lab = await openShared()
    const state = () =>
      lab.app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0]
        return [window?.isFullScreen(), Math.round(100 * (window?.webContents.getZoomLevel() ?? Number.NaN))]
      })
    await lab.page.evaluate(() => window.bridge.zoom('in'))
    const before = await state()
    await lab.page.keyboard.press('F11')
    await eventually(state).toEqual([true, Number(before[1]) + Math.round((100 * Math.log(1.6)) / Math.log(1.2))])
    expect(await lab.page.locator('.presented-heading').isVisible()).toBe(true)
    await lab.page.keyboard.press('Escape')
    await eventually(state).toEqual(before)
    await lab.page.evaluate(() => window.bridge.zoom('reset'))
  })

  it('ends when the desktop gives the window its frame back', async () => {
    const lab = await openShared()
    await lab.page.keyboard.press('F11')
    await lab.page.locator('.presented-heading').waitFor()
    await eventually(() =>
      lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen())
    ).toBe(true)
    await lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setFullScreen(false))
    await lab.page.locator('.presented-heading').waitFor({ state: 'detached' })
    await lab.page.locator('.toolbar').waitFor()
  })
})

describe('a picture', () => {
  it('is copied to the clipboard', async () => {
    const lab = await openShared()
    await lab.page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 30, height: 20 })
      canvas.getContext('2d')?.fillRect(0, 0, 30, 20)
      const png = await new Promise<Blob | null>((done) => canvas.toBlob(done))
      if (png) await window.bridge.copyImage(new Uint8Array(await png.arrayBuffer()))
    })
    // The clipboard of the runtime is another one from Electron 44 on.
    const copied = await lab.app.evaluate(({ clipboard }) => {
      const older = clipboard as unknown as { availableFormats?(): string[] }
      return older.availableFormats ? older.availableFormats().includes('image/png') : clipboard.has('image/png')
    })
    expect(copied).toBe(true)
  })
})
