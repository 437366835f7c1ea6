import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { launch } from '../../tools/electron/launch.mjs'

let said: string
beforeEach(() => {
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text
    return true
  })
})
afterEach(() => void vi.restoreAllMocks())

const noScreen = '[12:0101/120000.123456:ERROR:ozone_platform_x11.cc(244)] Missing X server or $DISPLAY'
const slow = '[12:0101/120000.123456:WARNING:gl.cc(1)] GPU stall due to ReadPixels'

/** As if Electron said these lines and ended with this code. */
const ends = (code: number, ...lines: string[]) =>
  launch(process.execPath, ['-e', `console.error(${JSON.stringify(lines.join('\n'))}); process.exit(${code})`], {})

test.each([0, 2])('Electron’s own log is not told when the program ends with %i', async (code) => {
  expect(await ends(code, noScreen, 'a.gradlab: not found', slow)).toBe(code)
  expect(said).toBe('a.gradlab: not found\n')
})

test('the errors of the log are told when Electron fails', async () => {
  expect(await ends(1, slow, noScreen)).toBe(1)
  expect(said).toBe(`${noScreen}\n`)
})

test('what cannot be started is said in a sentence', async () => {
  await expect(launch('/nowhere/electron', [], {})).rejects.toMatchObject({
    name: 'SetupError',
    message: expect.stringMatching(/^Electron could not be started: .*ENOENT/)
  })
})
