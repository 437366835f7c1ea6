import { examples } from '@shared/experiment/examples'
import { type Language, words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { looks } from '../../src-renderer/plots/look'
import { type Running, start } from './harness'
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
const other = (language: Language): Language => (language === 'ja' ? 'en' : 'ja')

/** Everything that can be read in the window or is read aloud, but for the button with the other language's name. */
const texts = () =>
  lab.page.evaluate(() => {
    const all: string[] = []
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest('[lang], .katex-mathml, script')) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
        all.push(element.getAttribute(name) ?? '')
      }
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) all.push(node.textContent ?? '')
    }
    return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))]
  })

/** Letters and punctuation of Japanese. */
const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/
/** Three words of English in a row. */
const english = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i
const unworded = /undefined|\bNaN\b|\[object|\bnull\b/

async function untranslated(language: Language): Promise<string[]> {
  const foreign = language === 'en' ? japanese : english
  return (await texts()).filter((text) => foreign.test(text) || unworded.test(text))
}

/** Presses the button with the other language's name. */
async function switchLanguage(): Promise<void> {
  await learner.button(words[learner.language].lab.toolbar.otherLanguage).click()
  learner = learnerAt(lab, other(learner.language))
  await lab.page.waitForFunction((language) => document.documentElement.lang === language, learner.language)
}

async function settled(): Promise<void> {
  await expect.poll(() => lab.page.locator('.run .outcome:empty').count()).toBe(0)
  await expect.poll(() => lab.page.locator('main .stale').count()).toBe(0)
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

  it('is the only one to be seen, in every example and in both languages', async () => {
    const found: string[] = []
    for (const { id } of examples) {
      await learner.openExample(id)
      for (let turn = 0; turn < 2; turn++) {
        if (turn === 1) await switchLanguage()
        await settled()
        found.push(...(await untranslated(learner.language)).map((text) => `${id}, ${learner.language}: ${text}`))
      }
    }
    expect(found).toEqual([])
  })

  it('is the only one to be seen in every tab, dialog and menu, and in what is said about a broken formula', async () => {
    for (let turn = 0; turn < 2; turn++) {
      const { lab: text } = words[learner.language]
      await learner.openExample('book-optimizers')
      await learner.button(text.runs.more).last().click()
      for (const tab of ['differentiate', 'partial', 'descend'] as const) {
        await lab.page.getByRole('tab', { name: text.tabs[tab], exact: true }).click()
        await settled()
        expect(await untranslated(learner.language)).toEqual([])
      }
      await learner.button(text.toolbar.export).click()
      await lab.page.getByRole('dialog').getByRole('img').waitFor()
      for (const kind of ['animation', 'table'] as const) {
        await learner.option(text.export.heading, text.export[kind]).click()
        expect(await untranslated(learner.language)).toEqual([])
      }
      await lab.page.keyboard.press('Escape')
      await learner.button(text.toolbar.about).click()
      await lab.page.getByRole('dialog', { name: text.about.heading }).waitFor()
      const strange = (await untranslated(learner.language)).filter((line) => line !== 'Gradient Lab')
      expect(strange).toEqual([])
      await lab.page.keyboard.press('Escape')
      await lab.page.getByRole('dialog').waitFor({ state: 'detached' })
      await learner.typeFunction('x^2 + ')
      await lab.page.getByRole('alert').waitFor()
      expect(await untranslated(learner.language)).toEqual([])
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
