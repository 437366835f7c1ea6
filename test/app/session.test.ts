import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, fileVersion } from '@shared/experiment/codec'
import { words } from '@shared/words/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerDialogs, type Running, start } from './harness'
import { type Learner, learnerAt } from './learner'

let lab: Running
let learner: Learner
let file: string
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.withoutSurface()
  file = join(lab.folder, '谷.gradlab')
})
afterAll(() => lab?.close())

const text = words.ja.lab
const title = () => lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '')
const alert = () => lab.page.getByRole('alert')

/** The copied table of every run: the shortest digits that give the same double again. */
async function tables(): Promise<string[][][]> {
  const all: string[][][] = []
  for (const run of await lab.page.locator('.run').all()) {
    await run.locator('.outcome').click()
    all.push(await learner.table())
  }
  return all
}

/** All that can be seen of an experiment. Reading the tables selects the last run, whose start the settings show. */
const sight = async () => ({
  title: await title(),
  tables: await tables(),
  settings: await learner.settings(),
  outcomes: await lab.page.locator('.outcome').allTextContents()
})
/** A run may still be under way when the rest is there. */
const seconds = { timeout: 10_000 }
let saved: Awaited<ReturnType<typeof sight>>

describe('a session', () => {
  it('with a formula, a parameter, runs and starts of one’s own is saved where the dialog says', async () => {
    await learner.openExample('book-optimizers')
    await learner.enterFunction('x^2/20 + c*y^2 + sin(3x)/7')
    await learner.inSheet(text.function.parameters, () => learner.field(text.function.parameter('c')).fill('0.7'))
    await learner.field(text.toolbar.title).fill('4 つの手法の谷')
    await learner.toggleSettings(4)
    await learner.button(text.runs.remove).click()
    await learner.toggleSettings(1)
    await learner.button(text.runs.duplicate).click()
    await learner.toggleSettings(1)
    await learner.toggleSettings(2)
    await learner.button(text.runs.ownStart).click()
    await learner.field(text.function.startOf('x')).last().fill('-6.1')
    await expect.poll(title).toBe('• 4 つの手法の谷 – 勾配ラボ')
    await learner.toggleSettings(2)

    const asked = await answerDialogs(lab.app, { save: file })
    await lab.page.keyboard.press('Control+s')
    await lab.page.getByText(text.saved({ name: '谷.gradlab' })).waitFor()
    expect(await asked()).toMatchObject([{ kind: 'save' }])
    expect(await title()).toBe('4 つの手法の谷 – 勾配ラボ')
    const experiment = decode(readFileSync(file, 'utf8'))
    expect(experiment).toMatchObject({ formula: 'x^2/20 + c*y^2 + sin(3x)/7', parameters: [{ name: 'c', value: 0.7 }] })
    expect(experiment.runs[1]?.start?.[0]).toBe(-6.1)
    saved = await sight()
    expect(saved.tables).toHaveLength(4)
  })

  it('once saved is saved again without a question', async () => {
    await learner.field(words.ja.methods.settings.steps.name).fill('31')
    await expect.poll(title).toMatch(/^• /)
    const asked = await answerDialogs(lab.app, {})
    await lab.page.keyboard.press('Control+s')
    await expect.poll(title).toMatch(/^[^•]/)
    expect(await asked()).toEqual([])
    expect(decode(readFileSync(file, 'utf8')).steps).toBe(31)
    await lab.page.keyboard.press('Control+z')
    await lab.page.keyboard.press('Control+s')
    await expect.poll(() => decode(readFileSync(file, 'utf8')).steps).toBe(30)
  })

  it('opened again shows the same, its numbers bit for bit', async () => {
    await lab.page.keyboard.press('Control+n')
    await expect.poll(title).toBe(`${text.untitled} – 勾配ラボ`)
    await answerDialogs(lab.app, { open: file })
    await lab.page.keyboard.press('Control+o')
    await expect.poll(title).toBe(saved.title)
    await expect.poll(sight, seconds).toEqual(saved)
  })

  it('that is broken, newer or of another shape is refused with a sentence, and nothing changes', async () => {
    const whole = readFileSync(file, 'utf8')
    const refused: readonly [content: string, sentence: string][] = [
      [whole.slice(0, 200), words.ja.problems['document-not-json']({})],
      [
        whole.replace(`"version": ${fileVersion}`, '"version": 99'),
        words.ja.problems['document-newer']({ version: 99, known: fileVersion })
      ],
      [
        whole.replace('"steps": 30', '"steps": "many"'),
        words.ja.problems['document-kind']({ path: 'steps', kind: 'number' })
      ]
    ]
    for (const [content, sentence] of refused) {
      const other = join(lab.folder, 'other.gradlab')
      writeFileSync(other, content)
      await answerDialogs(lab.app, { open: other })
      await lab.page.keyboard.press('Control+o')
      await alert().filter({ hasText: sentence }).waitFor()
      await learner.button(text.close).click()
      await expect.poll(() => alert().count()).toBe(0)
    }
    await expect.poll(sight, seconds).toEqual(saved)
    // The document still belongs to its own file.
    await learner.field(words.ja.methods.settings.steps.name).fill('29')
    await lab.page.keyboard.press('Control+s')
    await expect.poll(() => decode(readFileSync(file, 'utf8')).steps).toBe(29)
    await lab.page.keyboard.press('Control+z')
    await lab.page.keyboard.press('Control+s')
    await expect.poll(() => decode(readFileSync(file, 'utf8')).steps).toBe(30)
  })

  it('with unsaved changes is asked about once before another takes its place, and before the window closes', async () => {
    await learner.field(words.ja.methods.settings.steps.name).fill('28')
    await expect.poll(title).toMatch(/^• /)
    const asked = await answerDialogs(lab.app, { button: 2 })
    await lab.page.keyboard.press('Control+n')
    await expect.poll(async () => (await asked()).length).toBe(1)
    expect(await title()).toMatch(/^• 4 つの手法の谷/)

    await lab.quit()
    await expect.poll(async () => (await asked()).length).toBe(2)
    expect(await title()).toMatch(/^• 4 つの手法の谷/)

    expect(lab.complaints).toEqual([])
    await answerDialogs(lab.app, { button: 0 })
    await lab.quit()
    expect(await lab.ended).toBe(0)
    expect(decode(readFileSync(file, 'utf8')).steps).toBe(28)
  })
})
