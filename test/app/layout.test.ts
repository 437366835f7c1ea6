import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { areaOf } from '../../src-renderer/plots/layout'
import { type Running, start } from './harness'
import { inOtherLanguage, settled } from './language'
import { unfit, unreachable } from './layout'
import { type Learner, learnerAt } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const { lab: text, methods } = words.ja
const tabs = ['differentiate', 'partial', 'descend'] as const

/** The element's name of the focus, and whether its focus can be seen. */
const focus = () =>
  lab.page.evaluate(() => {
    const element = document.activeElement
    const name = element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
    // The row of a choice shows the focus of its hidden radio button, the editor that of its text.
    const shown = [element, element?.closest('.formula-editor > div'), element?.closest('label')]
    const isSeen = shown.some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth, boxShadow, opacity } = getComputedStyle(one)
      const isDrawn = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      // A splitter shows itself only then; of a slider it is the knob.
      return isDrawn || (one.matches('.splitter') && opacity !== '1') || one.matches('.slider:focus-visible')
    })
    return { name, role: element?.getAttribute('role') ?? element?.localName ?? '', isSeen }
  })

/** Presses Tab until the focus is on what has this name; on its way the focus is always to be seen. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await lab.page.keyboard.press(key)
    const at = await focus()
    if (at.role !== 'body') expect(at).toMatchObject({ isSeen: true })
    if (at.name === name) return
    passed.push(at.name)
  }
  throw new Error(`The focus never came to ${name}, but to ${passed.join(', ')}`)
}

it('the first minute is walked by keys alone, and the focus is always to be seen', async () => {
  const { keyboard } = lab.page
  await tabTo(text.first.next)
  await keyboard.press('Enter')
  await learner.atStep(1, 15)
  await keyboard.press('ArrowRight')
  await learner.atStep(2, 15)
  // A learning rate of one's own.
  await tabTo(methods.settings.lr.name)
  while ((await focus()).role !== 'input' || (await lab.page.locator(':focus').getAttribute('type')) !== 'text') {
    await tabTo(methods.settings.lr.name)
  }
  await keyboard.press('Control+a')
  await keyboard.type('1.02')
  await lab.page.locator('.verdict-line .bad').waitFor()
  // Another tab of the inspector.
  await tabTo(words.ja.frame.tabs.step)
  await keyboard.press('ArrowRight')
  expect((await focus()).name).toBe(words.ja.frame.tabs.loss)
  await keyboard.press('Enter')
  await lab.page.getByRole('img', { name: text.plots.loss, exact: true }).waitFor()
  // Another tab of the window, and a function.
  await tabTo(text.tabs.descend, 'Shift+Tab')
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowLeft')
  await keyboard.press('Enter')
  await lab.page.getByRole('tabpanel', { name: text.tabs.differentiate, exact: true }).waitFor()
  await tabTo(text.function.editor)
  await keyboard.press('Control+a')
  await keyboard.type('x^2')
  await lab.page.getByRole('img', { name: text.plots.curve, exact: true }).waitFor()
})

describe('at 1280 × 800 pixels, in Japanese, the first example', () => {
  const inside = async (selector: string) => {
    const box = await lab.page.locator(selector).first().boundingBox()
    if (!box) throw new Error(`${selector} is not to be seen`)
    const { x, y, width, height } = box
    expect(x, selector).toBeGreaterThanOrEqual(0)
    expect(y, selector).toBeGreaterThanOrEqual(0)
    expect(x + width, selector).toBeLessThanOrEqual(1280)
    expect(y + height, selector).toBeLessThanOrEqual(800)
    return box
  }

  it('shows rate, contour, verdict and why the step went there, without any scrolling', async () => {
    await learner.openExample('descent-2d')
    await learner.resize(1280, 800)
    await learner.inspect('step')
    for (const method of ['descent', 'momentum', 'newton', 'adam']) {
      await lab.page.getByRole('combobox', { name: text.runs.method }).first().selectOption(method)
      await learner.button(text.playback.toStart).click()
      await learner.button(text.playback.forward).click()
      await learner.atStep(1, 15)
      await settled(lab)
      const steps = lab.page.locator('.step-panel .scroller')
      await steps.locator('.katex').first().waitFor()
      // All but the table of what a search tried, which comes last.
      // Of Adam, with its many lines, where it led and why.
      const told = method === 'adam' ? '.arrival, .reason' : '.arrival, .reason, .rule, .numbers'
      const room = await steps.evaluate((place, told) => {
        const { bottom } = place.getBoundingClientRect()
        const all = [...place.querySelectorAll(told)].filter((one) => !one.closest('table'))
        return Math.min(...all.map((one) => bottom - one.getBoundingClientRect().bottom))
      }, told)
      expect(room, method).toBeGreaterThanOrEqual(0)
      await inside('.step-panel')
      await inside('.verdict-line')
      if (method !== 'newton') await inside('.rate input')
    }
    const contour = await inside('.hero .canvas')
    const { width, height } = areaOf(contour)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(470)
  })
})

describe.each([
  [1024, 700],
  [1280, 800],
  [1920, 1080]
] as const)('at %s × %s pixels', (width, height) => {
  it('nothing is cut off, nothing scrolls within what scrolls, the page does not, in both languages', async () => {
    await learner.resize(width, height)
    await learner.openExample('descent-2d')
    const found: Record<string, string[]> = {}
    for (const tab of tabs) {
      await learner.openTab(tab)
      for (let turn = 0; turn < 2; turn++) {
        await settled(lab)
        found[`${learner.language} ${tab}`] = await unfit(lab.page)
        if (turn === 0) learner = await inOtherLanguage(lab, learner)
      }
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })
})

it('at 640 × 400 pixels, which is twice the size of everything at 1280 × 800, all is reached by scrolling the page', async () => {
  await learner.resize(640, 400)
  const found: Record<string, string[]> = {}
  for (const tab of tabs) {
    await learner.openTab(tab)
    await settled(lab)
    found[tab] = await unreachable(lab.page)
  }
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
})

it('what is cut off, or scrolls within what scrolls, would be found', async () => {
  await learner.resize(1280, 800)
  await lab.page.evaluate(() => {
    const planted = document.createElement('div')
    planted.innerHTML = `
      <div class="dock"><p style="width:30px;overflow:hidden;white-space:nowrap">Planted and cut</p></div>
      <div style="height:50px;overflow:auto"><div style="height:40px;overflow:auto" aria-label="Planted within">
        <p style="height:300px"></p></div><button type="button" style="position:fixed;left:-90px">Planted outside</button><p style="height:90px"></p></div>`
    document.body.append(planted)
  })
  const faults = (await unfit(lab.page)).join('\n')
  expect(faults).toMatch(/wider than its place by \d+ px: p\. “Planted and cut”/)
  expect(faults).toMatch(/scrolls within what scrolls: div\. “Planted within”/)
  expect((await unreachable(lab.page)).join()).toContain('Planted outside')
})
