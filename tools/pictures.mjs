// npm run pictures: the README's pictures, taken of the program itself in a real window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { machineSwitches } from './electron/runtime.mjs'
import { build } from './setup/build.mjs'
import { root, setUp } from './setup/prepare.mjs'
import { run, say } from './setup/say.mjs'
import { openVirtualScreen } from './setup/screen.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** Pictures in the order in which they are taken: the tab, by its place, and what is done on it before. */
const pictures = {
  // The first example, at its seventh step: what is typed on the others replaces it.
  descend: { tab: 2, prepare: (/** @type {Page} */ page) => goTo(page, '7') },
  partial: {
    tab: 1,
    prepare: async (/** @type {Page} */ page) => {
      await type(page, '(x^2 + y - 11)^2 + (x + y^2 - 7)^2')
      await page.locator('.pane-tabs').getByRole('tab').nth(3).click()
      await page.waitForSelector('.critical')
    }
  },
  differentiate: { tab: 0, prepare: (/** @type {Page} */ page) => type(page, 'sin(x) + x^2/8') },
  // Four methods on equal terms, with the lowest point.
  race: {
    tab: 2,
    prepare: async (/** @type {Page} */ page) => {
      await page.locator('.toolbar .menu-button').first().click()
      await page
        .getByRole('menuitem')
        .filter({ hasText: /four methods|4 つの手法/ })
        .click()
      await page.waitForFunction(() => document.querySelectorAll('.run').length === 4)
      await page.locator('select.arrangement').selectOption('linked')
      await page.locator('.race-buttons button').nth(2).click()
      await page.waitForSelector('.race-sheet .lowest')
      await page.keyboard.press('Escape')
      await page.locator('.pane-tabs').getByRole('tab').nth(4).click()
      await page.locator('.fair-comparison .primary').click()
      await page.waitForSelector('.plot-caption')
      await page.locator('.pane-tabs').getByRole('tab').nth(3).click()
      await goTo(page, '30')
    }
  }
}

const languages = ['ja', 'en']

run(async () => {
  const executable = await setUp({ virtualScreen: true })
  build(root)
  const screen = await openVirtualScreen()
  try {
    for (const language of languages) await take(language, executable, screen.environment)
  } finally {
    screen.close()
  }
  return 0
})

/**
 * Takes all pictures in one language.
 * @param {string} language
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} environment
 */
async function take(language, executable, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'gradient-lab-pictures-'))
  const app = await _electron.launch({
    executablePath: executable,
    args: [...machineSwitches(), root],
    env: /** @type {Record<string, string>} */ ({ ...environment, XDG_CONFIG_HOME: folder, LANGUAGE: language })
  })
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  try {
    const page = await app.firstWindow()
    // Of a function typed for the picture before nothing is to be kept.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    })
    await page.waitForFunction(() => document.querySelectorAll('canvas').length >= 2)
    // The first play-through is over when the program rests at the start again.
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('.playback input'))?.value > 0)
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('.playback input'))?.value === '0')
    for (const [name, { tab, prepare }] of Object.entries(pictures)) {
      await page.locator('.toolbar').getByRole('tab').nth(tab).click()
      await prepare(page)
      // The surface is redrawn when nothing has moved for a moment.
      await page.waitForTimeout(2500)
      await page.screenshot({ path: join(root, 'docs/pictures', `${name}.${language}.png`) })
      say(`docs/pictures/${name}.${language}.png`)
    }
  } finally {
    await app.evaluate(({ app }) => app.exit()).catch(() => undefined)
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Types a function in the place of the one that is there. @param {Page} page @param {string} formula */
async function type(page, formula) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(formula)
  await page.keyboard.press('Escape')
}

/** Selects a step. @param {Page} page @param {string} step */
async function goTo(page, step) {
  const scrubber = page.locator('.playback input[type=range]')
  await scrubber.fill(step)
  await scrubber.blur()
}
