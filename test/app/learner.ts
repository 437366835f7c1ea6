import type { Example } from '@shared/experiment/examples'
import type { Tab, View } from '@shared/experiment/experiment'
import { type Language, type Words, words } from '@shared/words/index'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { answerDialogs, type Running } from './harness'
import { type Colours, coloursIn, inkOf, pictureIn, pixelsOf } from './png'

/** Someone who sits before the window: what they do and what they see, by the names they read. */
export interface Learner {
  readonly lab: Running
  readonly language: Language
  /** A button in the window, by its name. */
  button(name: string): Locator
  /** A field for a number or a text, by its name. */
  field(name: string): Locator
  openExample(id: Example['id']): Promise<void>
  openTab(tab: Tab): Promise<void>
  /** Chooses a tab of the inspector. */
  inspect(tab: keyof Words['frame']['tabs'] | View['topic']): Promise<void>
  /** Does something in each tab of the inspector, told its name; those there is no room for are in a menu. */
  eachInspected(action: (name: string) => Promise<void>): Promise<void>
  /** Opens the sheet behind a chip or a button: the sheet. */
  openSheet(name: string): Promise<Locator>
  /** Does something in the sheet behind a chip or a button, and closes it. */
  inSheet<Result>(name: string, action: (sheet: Locator) => Promise<Result>): Promise<Result>
  /** Presses Escape until there is no sheet, menu or dialog. */
  closeSheet(): Promise<void>
  /** Opens the menu behind the last button of the title bar. */
  openMore(): Promise<void>
  /** Opens or closes all settings of a run. */
  toggleSettings(run?: number): Promise<void>
  arrange(arrangement: View['arrangement']): Promise<void>
  /** Unfolds the column at the left. */
  unfold(): Promise<void>
  /** The size of the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  /** Makes the window so narrow that no surface is drawn after each change, which without a graphics card takes long. */
  withoutSurface(): Promise<void>
  /** Puts a function in place of the one that is there, all at once: with every key the pictures would be drawn anew. */
  enterFunction(text: string): Promise<void>
  /** Types a value in place of the one that is there. */
  type(name: string, text: string): Promise<void>
  /** Which step is selected, as the playback bar says. */
  step(): Promise<string | null>
  /** Waits until this step is selected. */
  atStep(step: number, last: number): Promise<void>
  /** The table of steps, as it is copied: rows of numbers as text, the heading first. */
  table(): Promise<string[][]>
  /** One of the choices of a group. */
  option(group: string, name: string): Locator
  /** The function, what the chips say, the values of all fields and choices: what has been set, in the order of the window. */
  settings(): Promise<string[]>
  /** What is in each plot now: its title and its colours. */
  plots(): Promise<readonly { readonly title: string; readonly colours: Colours }[]>
  /** Waits until every plot is drawn and none is greyed, the first one with this colour; how many there are. */
  drawn(wish?: { readonly runColour?: string | null }): Promise<number>
}

/** Typeset mathematics as it is read, without its invisible letters: `x0:4−0.08×8=3.36`. */
export async function typeset(place: Locator): Promise<string[]> {
  const texts = await place.locator('.katex-html').allTextContents()
  return texts.map((text) => text.replaceAll(/[\s\u200b\u2061]/g, ''))
}

export function learnerAt(lab: Running, language: Language): Learner {
  const { page } = lab
  page.setDefaultTimeout(30_000)
  const text = words[language].lab
  const { frame } = words[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  /** In the row of tabs, or where there is no room in the menu at its end. */
  const inspectNamed = async (name: string) => {
    const found = page.locator('.inspector').getByRole('tab', { name, exact: true })
    if (await found.isVisible()) return found.click()
    await page.locator('.inspector .tab-menu').first().click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  const learner: Learner = {
    lab,
    language,
    button,
    field,
    async openExample(id) {
      const { title } = words[language].examples[id]
      // Of a function typed before nothing is to be kept.
      await answerDialogs(lab.app, { button: 1 })
      await page.getByRole('banner').getByRole('button', { name: text.examples.open }).click()
      await page.getByRole('menuitem').filter({ hasText: title }).first().click()
      // Its title stands there until another one is typed, and nothing is unsaved.
      await page.locator(`.toolbar:not(:has(.unsaved.on)) .title[placeholder="${title}"]`).waitFor()
    },
    openTab: (tab) => page.getByRole('tab', { name: text.tabs[tab], exact: true }).click(),
    async inspect(tab) {
      const { [tab]: name } = { ...frame.tabs, ...text.partial.topics }
      await inspectNamed(name)
    },
    async eachInspected(action) {
      for (const name of await page.locator('.inspector [role="tab"]').allTextContents()) {
        await inspectNamed(name)
        await action(name)
      }
    },
    async openSheet(name) {
      await page.locator(`button[title="${name}"]`).first().click()
      const sheet = page.getByRole('dialog', { name, exact: true })
      await sheet.waitFor()
      return sheet
    },
    async inSheet(name, action) {
      const result = await action(await learner.openSheet(name))
      await learner.closeSheet()
      return result
    },
    async closeSheet() {
      await page.keyboard.press('Escape')
      await page.locator('[role="dialog"], [role="menu"]').waitFor({ state: 'detached' })
    },
    async openMore() {
      await button(frame.more).click()
      await page.getByRole('menu', { name: frame.more, exact: true }).waitFor()
    },
    async toggleSettings(run = 1) {
      const card = page.getByRole('region', { name: text.runs.colour(run), exact: true })
      await card.getByRole('button', { name: text.runs.settings, exact: true }).click()
    },
    async arrange(arrangement) {
      await page.getByRole('combobox', { name: text.plots.arrangement }).selectOption(arrangement)
    },
    unfold: () => button(frame.unfold).click(),
    async withoutSurface() {
      await learner.resize(1024, 700)
      await learner.unfold()
    },
    async resize(width, height) {
      await lab.app.evaluate(
        ({ BrowserWindow }, [width, height]) => {
          const [window] = BrowserWindow.getAllWindows()
          window?.setMinimumSize(300, 300)
          window?.setContentSize(width, height)
        },
        [width, height] as const
      )
      await page.waitForFunction(([width, height]) => innerWidth === width && innerHeight === height, [
        width,
        height
      ] as const)
    },
    async enterFunction(formula) {
      await field(text.function.editor).click()
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(formula)
    },
    async type(name, value) {
      await field(name).fill(value)
      await field(name).blur()
    },
    step: () => page.getByRole('toolbar', { name: text.playback.label }).locator('.step').textContent(),
    async atStep(step, last) {
      await expect.poll(() => learner.step(), { timeout: 10_000 }).toBe(text.playback.step({ step, last }))
    },
    async table() {
      await lab.app.evaluate(({ clipboard }) => clipboard.clear())
      await learner.inspect('table')
      await page.getByRole('region', { name: text.plots.table, exact: true }).getByRole('button').last().click()
      const copied = () => lab.app.evaluate(({ clipboard }) => clipboard.readText())
      await expect.poll(copied).not.toBe('')
      return (await copied()).split('\n').map((line) => line.split('\t'))
    },
    option: (group, name) =>
      page.getByRole('radiogroup', { name: group, exact: true }).getByText(name, { exact: true }),
    settings: () =>
      page
        .locator('input, select, textarea, .cm-content, :is(.function-chips, .race-buttons) > button')
        .evaluateAll((elements) =>
          elements.map((element) => {
            if (element instanceof HTMLButtonElement) return element.textContent
            if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type))
              return `${element.checked}`
            return 'value' in element ? `${element.value}` : (element.textContent ?? '')
          })
        ),
    async plots() {
      const places = await page.locator('main .canvas').evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          // Without the rounded corners of its card, whose edges the compositor smooths now one way, now another.
          const corner = 10
          const part = {
            x: Math.ceil(x) + corner,
            y: Math.ceil(y) + corner,
            width: Math.floor(width) - 1 - 2 * corner,
            height: Math.floor(height) - 1 - 2 * corner
          }
          return { title: element.getAttribute('aria-label') ?? '', part }
        })
      )
      const picture = pictureIn(await page.screenshot({ scale: 'css' }))
      return places.map(({ title, part }) => ({ title, colours: coloursIn(picture, part) }))
    },
    async drawn({ runColour = null } = {}) {
      let count = 0
      const missing = async () => {
        if (await page.locator('main .stale').count()) return ['greyed']
        const plots = await learner.plots()
        count = plots.length
        const empty = plots.filter(({ colours }) => inkOf(colours) < 0.005).map(({ title }) => title)
        const [first] = plots
        if (!first) return ['no plot']
        const pale = runColour !== null && pixelsOf(runColour, first.colours) < 20
        return pale ? [...empty, runColour] : empty
      }
      await expect.poll(missing, { timeout: 15_000, interval: 150 }).toEqual([])
      return count
    }
  }
  return learner
}
