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

/** The tabs in their order: what is done on each before its picture is taken. */
const tabs = {
  differentiate: (/** @type {Page} */ page) => type(page, 'sin(x) + x^2/8'),
  partial: async (/** @type {Page} */ page) => {
    await type(page, '(x^2 + y - 11)^2 + (x + y^2 - 7)^2')
    await page.locator('.partial input[type=radio][value=critical]').check({ force: true })
    await page.waitForSelector('.critical')
  },
  // The first example, at its seventh step.
  descend: async (/** @type {Page} */ page) => {
    const scrubber = page.locator('.playback input[type=range]')
    await scrubber.fill('7')
    await scrubber.blur()
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
 * Takes a picture of every tab.
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
    await page.waitForFunction(() => document.querySelectorAll('canvas').length >= 3)
    // The first play-through is over when the program rests at the start again.
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('.playback input'))?.value > 0)
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('.playback input'))?.value === '0')
    // The last tab first: it shows the example, which what is typed on the others replaces.
    for (const [place, [tab, prepare]] of [...Object.entries(tabs).entries()].reverse()) {
      await page.getByRole('tab').nth(place).click()
      await prepare(page)
      // The surface is redrawn when nothing has moved for a moment.
      await page.waitForTimeout(2500)
      await page.screenshot({ path: join(root, 'docs/pictures', `${tab}.${language}.png`) })
      say(`docs/pictures/${tab}.${language}.png`)
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
