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

/** Which picture shows what: the language, and the step of the first example. */
const pictures = [
  { file: 'descend.ja.png', language: 'ja', step: 7 },
  { file: 'descend.en.png', language: 'en', step: 7 }
]

run(async () => {
  const executable = await setUp({ virtualScreen: true })
  build(root)
  const screen = await openVirtualScreen()
  try {
    for (const picture of pictures) await take(picture, executable, screen.environment)
  } finally {
    screen.close()
  }
  return 0
})

/**
 * @param {typeof pictures[number]} picture
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} environment
 */
async function take({ file, language, step }, executable, environment) {
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
    const scrubber = page.locator('.playback input[type=range]')
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('.playback input'))?.value > 0)
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('.playback input'))?.value === '0')
    await scrubber.fill(String(step))
    await scrubber.blur()
    // The surface is redrawn when nothing has moved for a moment.
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(root, 'docs/pictures', file) })
    say(`docs/pictures/${file}`)
  } finally {
    await app.evaluate(({ app }) => app.exit()).catch(() => undefined)
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
