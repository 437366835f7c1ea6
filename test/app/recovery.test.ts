import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '@shared/experiment/codec'
import { words } from '@shared/words/index'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialogs, newFolder, type Running, removeFolder, start } from './harness'
import { learnerAt } from './learner'

let folder: string
let lab: Running
beforeAll(() => {
  folder = newFolder()
})
afterAll(async () => {
  await lab?.close()
  removeFolder(folder)
})

const { lab: text, problems } = words.ja
/** Waits as long as a busy machine may need. */
const eventually = <Result>(look: () => Promise<Result> | Result) => expect.poll(look, { timeout: 15_000 })
const drafts = async () => {
  const kept = join(await lab.app.evaluate(({ app }) => app.getPath('userData')), 'drafts')
  return existsSync(kept) ? readdirSync(kept).map((name) => join(kept, name)) : []
}
/** The functions in the drafts on the disk. */
const kept = async () => {
  const texts = (await drafts()).filter((path) => path.endsWith('.draft')).map((path) => readFileSync(path, 'utf8'))
  return texts.map((draft) => decode(JSON.parse(draft).text).formula)
}
/** What the page shows. After a crash it is another one than the driver knows. */
const inPage = (script: string) =>
  lab.app.evaluate(
    ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
    script
  ) as Promise<string>
const formula = () => inPage("document.querySelector('.cm-content')?.textContent")

// One story: each part begins where the one before it ended.

it('what was typed is offered after the program was killed, with its history', async () => {
  lab = await start({ folder, language: 'ja' })
  await learnerAt(lab, 'ja').enterFunction('x^4 - 3x')
  await eventually(kept).toEqual(['x^4 - 3x'])
  lab.app.process().kill('SIGKILL')
  await lab.ended

  lab = await start({ folder, language: 'ja' })
  const learner = learnerAt(lab, 'ja')
  await lab.page.getByRole('region', { name: text.leftovers.label }).getByText('x^4 - 3x').waitFor()
  await learner.button(text.leftovers.goOn).click()
  await eventually(formula).toBe('x^4 - 3x')
  expect(await lab.page.getByRole('region', { name: text.leftovers.label }).count()).toBe(0)
  await lab.page.keyboard.press('Control+z')
  await eventually(formula).toBe('x0^2 + x1^2')
  await lab.page.keyboard.press('Control+Shift+Z')
  await eventually(formula).toBe('x^4 - 3x')
  expect(lab.complaints).toEqual([])
})

it('a page whose process dies comes back with the work, and with the file it belongs to', async () => {
  const file = join(folder, '四次.gradlab')
  await answerDialogs(lab.app, { save: file })
  await lab.page.keyboard.press('Control+s')
  await eventually(() => existsSync(file)).toBe(true)
  await eventually(drafts).toEqual([])
  await learnerAt(lab, 'ja').enterFunction('x^4 - 5x')
  await eventually(kept).toEqual(['x^4 - 5x'])
  await lab.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()))
    contents?.forcefullyCrashRenderer()
    return loaded
  })
  await eventually(formula).toBe('x^4 - 5x')
  await eventually(() => inPage('document.body.textContent')).toContain(problems['page-crashed']({}))
  await answerDialogs(lab.app, { button: 0 })
  const [draft = ''] = await drafts()
  await lab.quit()
  expect(await lab.ended).toBe(0)
  expect(decode(readFileSync(file, 'utf8')).formula).toBe('x^4 - 5x')
  expect(existsSync(draft)).toBe(false)
})
