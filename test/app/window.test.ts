import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '@shared/experiment/codec'
import { examples } from '@shared/experiment/examples'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { save } from '../../src-main/files/store'
import { answerDialogs, newFolder, type Running, removeFolder, runToEnd, start } from './harness'

const running: Running[] = []
let folder: string
let file: string

/** Starts the program with the profile that all starts of one test share. */
async function open(words: readonly string[] = [], language: 'ja' | 'en' = 'en'): Promise<Running> {
  const lab = await start({ words, language, folder })
  running.push(lab)
  return lab
}

beforeEach(async () => {
  folder = newFolder()
  file = join(folder, 'サドル.gradlab')
  const [example] = examples
  if (example) await save(file, encode({ ...example.experiment, title: 'Kept on the disk', example: null }))
})
afterEach(async () => {
  for (const lab of running.splice(0)) await lab.close()
  removeFolder(folder)
})

const title = ({ app }: Running) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '')
const titled = (lab: Running, pattern: RegExp) => expect.poll(() => title(lab), { timeout: 10_000 }).toMatch(pattern)
/** As if the document had been edited. */
const edited = ({ page }: Running) => page.evaluate(() => window.bridge.describe({ title: 'Edited', changed: true }))

describe('the window', () => {
  it('has the size the program is designed for, and a smallest one', async () => {
    const { app } = await open()
    const sizes = await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return { size: window?.getSize(), least: window?.getMinimumSize(), visible: window?.isVisible() }
    })
    expect(sizes).toEqual({ size: [1280, 800], least: [1024, 700], visible: true })
  })

  it('opens where it was closed', async () => {
    const bounds = { x: 60, y: 40, width: 1100, height: 740 }
    const first = await open()
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), bounds)
    await expect
      .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()))
      .toEqual(bounds)
    await first.quit()
    expect(await first.ended).toBe(0)
    const second = await open()
    expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
      bounds
    )
  })

  it('has the system’s language in menu and title until another one is chosen', async () => {
    const lab = await open([], 'ja')
    const labels = () => lab.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    await titled(lab, /– 勾配ラボ$/)
    expect(await labels()).toEqual(['ファイル(&F)', '編集(&E)', '表示(&V)', 'ヘルプ(&H)'])
    await lab.page.evaluate(() => window.bridge.setPreferences({ language: 'en', theme: 'dark' }))
    await titled(lab, /– Gradient Lab$/)
    expect(await labels()).toEqual(['&File', '&Edit', '&View', '&Help'])
    expect(await lab.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    await lab.quit()
    await lab.ended
    const again = await open([], 'ja')
    await titled(again, /– Gradient Lab$/)
  })

  it('shows unsaved changes', async () => {
    const lab = await open()
    await titled(lab, /^[^•]/)
    await edited(lab)
    await titled(lab, /^• Edited – Gradient Lab$/)
  })
})

describe('closing with unsaved changes', () => {
  it('asks, and stays open on Cancel', async () => {
    const lab = await open()
    await edited(lab)
    const asked = await answerDialogs(lab.app, { button: 2 })
    await lab.quit()
    await expect.poll(asked).toHaveLength(1)
    expect(await asked()).toMatchObject([{ kind: 'question', options: { message: 'Save the changes to “Edited”?' } }])
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
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ program: 'gradient-lab', version: 1 })
  })

  it('stays open when the question where to save is cancelled', async () => {
    const lab = await open()
    await edited(lab)
    const asked = await answerDialogs(lab.app, { button: 0, save: null })
    await lab.quit()
    await expect.poll(async () => (await asked()).map(({ kind }) => kind)).toEqual(['question', 'save'])
    expect(await title(lab)).toContain('Gradient Lab')
  })
})

describe('a session file', () => {
  it('named on the command line is opened', async () => {
    const lab = await open(['サドル.gradlab'])
    await titled(lab, /^Kept on the disk – /)
    expect(lab.complaints).toEqual([])
  })

  it('given to a second start opens in the window that is there', async () => {
    const lab = await open()
    await titled(lab, /Gradient Lab/)
    const second = await runToEnd([file], { folder })
    expect(second).toMatchObject({ code: 0, errors: [] })
    await titled(lab, /^Kept on the disk – /)
    expect(await lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('is among the recent files afterwards, also at the next start', async () => {
    const recent = (lab: Running) =>
      lab.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.items[0]?.submenu?.items[2]?.submenu?.items.map(({ label }) => label)
      )
    const first = await open([file])
    await titled(first, /^Kept on the disk – /)
    await expect.poll(() => recent(first)).toEqual([file])
    await first.quit()
    await first.ended
    const second = await open()
    expect(await recent(second)).toEqual([file])
    await second.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items[0]?.submenu?.items[2]?.submenu?.items[0]?.click()
    )
    await titled(second, /^Kept on the disk – /)
  })

  it('dropped on the window is opened', async () => {
    const lab = await open()
    await titled(lab, /Gradient Lab/)
    const mouse = await lab.page.context().newCDPSession(lab.page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: [file], dragOperationsMask: 1 }
      await mouse.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data })
    }
    await titled(lab, /^Kept on the disk – /)
  })

  it('that only the page has made up is not one on the disk', async () => {
    const lab = await open()
    const reply = await lab.page.evaluate(() => window.bridge.openDropped(new File(['{}'], 'made up.gradlab')))
    expect(reply).toEqual({ kind: 'problem', problem: { code: 'file-not-on-disk', values: {} } })
  })

  it('that cannot be read leaves the document, its file and the window as they were', async () => {
    const lab = await open([file])
    await titled(lab, /^Kept on the disk – /)
    const broken = join(folder, 'broken.gradlab')
    await save(broken, '{"program": "gradient-lab", "version": 99}')
    await answerDialogs(lab.app, { open: broken })
    const reply = await lab.page.evaluate(() => window.bridge.openFile())
    expect(reply).toMatchObject({ kind: 'problem', problem: { code: 'document-newer' } })
    const text = readFileSync(file, 'utf8').replace('Kept on the disk', 'Changed')
    await lab.page.evaluate((text) => window.bridge.saveFile({ text, title: '', as: false }), text)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(readFileSync(broken, 'utf8')).toContain('99')
  })

  it('is offered a name made from the title, and gets its ending', async () => {
    const lab = await open()
    const asked = await answerDialogs(lab.app, { save: join(folder, 'no ending') })
    const reply = await lab.page.evaluate(() => window.bridge.saveFile({ text: '{}', title: 'a/b: 勾配', as: true }))
    expect(reply).toEqual({ kind: 'saved', name: 'no ending.gradlab' })
    expect(existsSync(join(folder, 'no ending.gradlab'))).toBe(true)
    const [question] = await asked()
    expect(question?.options['defaultPath']).toMatch(/\/a b 勾配\.gradlab$/)
  })
})
