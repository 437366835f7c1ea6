import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { looks } from '../../src-renderer/plots/look'
import { type Running, start } from './harness'
import { inOtherLanguage, settled, untranslated } from './language'
import { type Learner, learnerAt } from './learner'
import { pixelsOf } from './png'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const title = () => lab.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '')

const switchLanguage = async () => {
  learner = await inOtherLanguage(lab, learner)
}

describe('the language', () => {
  it('is switched at once, with the window’s title and the menu, and back', async () => {
    for (const language of ['ja', 'en', 'ja'] as const) {
      if (learner.language !== language) await switchLanguage()
      const example = words[language].examples['descent-2d'].title
      await expect.poll(title).toBe(`${example} – ${words[language].program.name}`)
      await lab.page.getByRole('tab', { name: words[language].lab.tabs.descend, exact: true }).waitFor()
      const menu = () => lab.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label)
      await expect.poll(menu).toBe(words[language].program.menu.file)
    }
  })

  it('is the only one to be seen in every tab, dialog and menu, and in what is said about a broken formula', async () => {
    for (let turn = 0; turn < 2; turn++) {
      const { lab: text } = words[learner.language]
      await learner.openExample('book-optimizers')
      await learner.toggleSettings(4)
      for (const tab of ['differentiate', 'partial', 'descend'] as const) {
        await learner.openTab(tab)
        await learner.eachInspected(async () => {
          await settled(lab)
          expect(await untranslated(lab, learner.language)).toEqual([])
        })
      }
      for (const sheet of [text.function.rangesAndStart, text.gradient.heading, text.runs.stop.heading]) {
        await learner.inSheet(sheet, async () => expect(await untranslated(lab, learner.language)).toEqual([]))
      }
      await learner.button(text.toolbar.export).click()
      await lab.page.getByRole('dialog').getByRole('img').waitFor()
      for (const kind of ['animation', 'table'] as const) {
        await learner.option(text.export.heading, text.export[kind]).click()
        expect(await untranslated(lab, learner.language)).toEqual([])
      }
      await lab.page.keyboard.press('Escape')
      await learner.openMore()
      expect(await untranslated(lab, learner.language)).toEqual([])
      await lab.page.getByRole('menuitem', { name: text.toolbar.about }).click()
      await lab.page.getByRole('dialog', { name: text.about.heading }).waitFor()
      const strange = (await untranslated(lab, learner.language)).filter((line) => line !== 'Gradient Lab')
      expect(strange).toEqual([])
      await lab.page.keyboard.press('Escape')
      await lab.page.getByRole('dialog').waitFor({ state: 'detached' })
      await learner.enterFunction('x^2 + ')
      await lab.page.getByRole('alert').waitFor()
      expect(await untranslated(lab, learner.language)).toEqual([])
      await lab.page.keyboard.press('Control+z')
      await switchLanguage()
    }
  })
})

describe('the colours', () => {
  it('are switched at once, in the plots too, and back', async () => {
    const { toolbar } = words[learner.language].lab
    await learner.openExample('descent-1d')
    const ground = () => lab.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    for (const [theme, button] of [
      ['dark', toolbar.dark],
      ['light', toolbar.light]
    ] as const) {
      await learner.button(button).click()
      await expect.poll(() => lab.page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
      const [run] = looks[theme].runs
      await learner.drawn({ runColour: run?.colour ?? null })
      const [curve] = await learner.plots()
      if (!curve) throw new Error('No plot is in sight')
      expect(pixelsOf(looks[theme].card, curve.colours)).toBeGreaterThan(10_000)
      expect((await ground()) === light).toBe(theme === 'light')
    }
  })
})
