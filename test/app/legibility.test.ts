import { type Example, examples } from '@shared/experiment/examples'
import { type Language, words } from '@shared/words/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { type Learner, learnerAt } from './learner'
import { illegible } from './legibility'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())

/** The window's size and language, and someone who reads it. */
async function arrange([width, height]: readonly [number, number], language: Language): Promise<void> {
  await lab.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size[0], size[1]), [
    width,
    height
  ] as const)
  await lab.page.waitForFunction((width) => innerWidth === width, width)
  const other = words[language === 'ja' ? 'en' : 'ja'].lab.toolbar.otherLanguage
  const button = lab.page.getByRole('button', { name: other, exact: true })
  if (await button.count()) await button.click()
  learner = learnerAt(lab, language)
  await lab.page.waitForFunction((language) => document.documentElement.lang === language, language)
}

/** Everything computed has arrived. */
const settled = async () => {
  const waiting = lab.page.locator('.run .outcome:empty')
  await expect.poll(() => waiting.count()).toBe(0)
  await expect.poll(() => lab.page.locator('main .stale').count()).toBe(0)
}

/** One example for each way the window can be laid out. */
const shown: readonly Example['id'][] = [
  'descent-2d',
  'derivative-x2',
  'partial-quadratic',
  'descent-1d',
  'descent-1d-grid',
  'learning-rate',
  'book-optimizers'
]

// In English the narrow window alone: what fits there fits the wide one.
describe.each([
  ['ja', 1280, 800],
  ['ja', 1024, 700],
  ['en', 1024, 700]
] as const)('in the language %s and %s × %s pixels', (language, width, height) => {
  beforeAll(() => arrange([width, height], language))

  it('the first line and every tab can be read', async () => {
    const found: Record<string, string[]> = {}
    for (const { id } of examples.filter((example) => shown.includes(example.id))) {
      await learner.openExample(id)
      await settled()
      found[id] = await illegible(lab.page)
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })

  it('dialogs, menus and all settings of a run can be read', async () => {
    const { lab: text } = words[language]
    await learner.openExample('book-optimizers')
    await learner.button(text.runs.settings).last().click()
    await settled()
    expect(await illegible(lab.page)).toEqual([])
    await learner.button(text.runs.settings).click()
    await learner.button(text.toolbar.export).click()
    const dialog = lab.page.getByRole('dialog', { name: text.export.heading })
    await dialog.getByRole('img').waitFor()
    expect(await illegible(lab.page)).toEqual([])
    await lab.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await lab.page.getByRole('banner').getByRole('button', { name: text.examples.open }).click()
    await lab.page.getByRole('menuitem').first().waitFor()
    expect(await illegible(lab.page)).toEqual([])
    await lab.page.keyboard.press('Escape')
    await lab.page.getByRole('menuitem').first().waitFor({ state: 'detached' })
  })
})

it('a text that is cut, covered, outside or broken would be found', async () => {
  await lab.page.evaluate(() => {
    const planted = document.createElement('div')
    planted.innerHTML = `
      <div style="position:fixed;left:9px;top:9px;width:30px;overflow:hidden;white-space:nowrap">Planted and cut</div>
      <div style="position:absolute;left:300px;top:300px">Planted below</div>
      <div style="position:absolute;left:304px;top:302px">Planted above</div>
      <div style="position:fixed;left:-20px;top:400px">Planted outside</div>
      <button type="button" style="position:fixed;left:400px;top:400px;width:60px;height:90px">Planted and broken</button>`
    document.body.append(planted)
  })
  const faults = (await illegible(lab.page)).filter((fault) => fault.includes('Planted'))
  expect(faults).toEqual(
    expect.arrayContaining([
      expect.stringContaining('cut off at the side: “Planted and cut”'),
      'over one another: “Planted below” and “Planted above”',
      'outside the window: “Planted outside”',
      'broken inside a button: “Planted and broken”'
    ])
  )
})
