import { words } from '@shared/words/index'
import axe from 'axe-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { inOtherLanguage, settled } from './language'
import { type Learner, learnerAt } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await lab.page.evaluate(`${axe.source};0`)
})
afterAll(() => lab?.close())

const tabs = ['differentiate', 'partial', 'descend'] as const

/** What is wrong with the part of the page that `selector` finds, as rule and element. */
async function faults(selector = 'html'): Promise<string[]> {
  const found = await lab.page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: { run: (...what: object[]) => Promise<axe.AxeResults> } }
    // Formulas are read from their MathML; what is seen of them is thousands of elements.
    const where = { include: [[selector]], exclude: [['.katex-html']] }
    const { violations } = await axe.run(where, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html: html.slice(0, 160) })))
  }, selector)
  return (
    found
      // It does not know that formulas are read from their MathML.
      .filter(({ id, html }) => !(id === 'empty-table-header' && html.includes('scope=')))
      .map(({ id, html }) => `${id}: ${html}`)
  )
}

it('finds a planted fault', async () => {
  await lab.page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img id="planted">'))
  expect(await faults('#planted')).not.toEqual([])
  await lab.page.evaluate(() => document.querySelector('#planted')?.remove())
})

it('every tab, every tab of the inspector, every sheet, menu and dialog is accessible', async () => {
  const found: Record<string, string[]> = {}
  const opened = new Set<string>()
  const note = async (name: string, selector?: string) => {
    const wrong = await faults(selector)
    if (wrong.length > 0) found[name] = wrong
  }
  for (const tab of tabs) {
    await learner.openTab(tab)
    await settled(lab)
    await note(tab)
    await learner.eachInspected(async (name) => {
      await settled(lab)
      await note(`${tab}: ${name}`, '.inspector')
    })
    for (const button of await lab.page.locator('button[aria-haspopup]:visible:enabled').all()) {
      const title = (await button.getAttribute('title')) ?? ''
      if (opened.has(title)) continue
      opened.add(title)
      await button.click()
      await note(title, '[role="dialog"], [role="menu"]')
      await learner.closeSheet()
      // Escape gives the focus back to what opened it.
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  }
  for (const key of ['F1', 'Control+e']) {
    await lab.page.keyboard.press(key)
    await lab.page.getByRole('dialog').waitFor()
    await note(key, '[role="dialog"]')
    await learner.closeSheet()
  }
  expect(found).toEqual({})
})

it('every tab is accessible in the other language and in the dark', async () => {
  learner = await inOtherLanguage(lab, learner)
  await learner.button(words.en.lab.toolbar.dark).click()
  for (const tab of tabs) {
    await learner.openTab(tab)
    await settled(lab)
    expect(await faults(), tab).toEqual([])
  }
})
