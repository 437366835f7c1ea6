import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { printed, python } from '../support/python'
import { animationIn } from './gif'
import { answerDialogs, type Running, start } from './harness'
import { type Learner, learnerAt } from './learner'
import { coloursIn, inkOf, pictureIn, pixelsOf } from './png'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.openExample('learning-rate')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const { lab: text, table: headings } = words.ja
/** The first four colours of runs, in light and in dark windows the same: pictures are for paper. */
const runColours = ['#d55e00', '#0072b2', '#009e73', '#cc79a7']

/** Does `action`, which opens a dialog for saving, and reads what was saved. */
async function savedBy(name: string, action: () => Promise<unknown>): Promise<Buffer> {
  const file = join(lab.folder, name)
  const asked = await answerDialogs(lab.app, { save: file })
  await action()
  await lab.page.getByRole('status').getByText(text.export.saved({ name })).waitFor()
  expect((await asked()).map(({ kind }) => kind)).toEqual(['save'])
  return readFileSync(file)
}

/** Chooses in the dialog what is exported, then saves. */
async function exported(name: string, choose: () => Promise<unknown>): Promise<Buffer> {
  await lab.page.keyboard.press('Control+e')
  const dialog = lab.page.getByRole('dialog', { name: text.export.heading })
  await choose()
  return savedBy(name, async () => {
    await dialog.getByRole('button', { name: text.export.save }).click()
    await dialog.waitFor({ state: 'detached', timeout: 30_000 })
  })
}

describe('an exported picture', () => {
  it.each([1, 4])('has %s times its size in pixels, and every run in its colour', async (scale) => {
    const png = await exported(`x${scale}.png`, () => learner.option(text.export.scale, `${scale}×`).click())
    const picture = pictureIn(png)
    expect([picture.width, picture.height]).toEqual([1280 * scale, 800 * scale])
    const colours = coloursIn(picture)
    expect(inkOf(colours)).toBeGreaterThan(0.1)
    for (const colour of runColours) expect(pixelsOf(colour, colours), colour).toBeGreaterThan(50 * scale)
  })

  it('is also saved and copied by a right click on the plot', async () => {
    await learner.inspect('loss')
    const plot = lab.page.getByRole('img', { name: text.plots.loss, exact: true })
    const item = (name: string) => lab.page.getByRole('menuitem', { name, exact: true })
    const png = await savedBy('loss.png', async () => {
      await plot.click({ button: 'right', position: { x: 40, y: 40 } })
      await item(text.plots.save).click()
    })
    expect(pixelsOf(runColours[0] as string, coloursIn(pictureIn(png)))).toBeGreaterThan(50)
    await lab.app.evaluate(({ clipboard }) => clipboard.clear())
    await plot.click({ button: 'right', position: { x: 40, y: 40 } })
    await item(text.plots.copy).click()
    await lab.page.getByRole('status').getByText(text.copied).waitFor()
    expect(await lab.app.evaluate(({ clipboard }) => clipboard.has('image/png'))).toBe(true)
  })

  it('is not saved when the dialog is cancelled', async () => {
    await lab.page.keyboard.press('Control+e')
    const asked = await answerDialogs(lab.app, { save: null })
    const dialog = lab.page.getByRole('dialog', { name: text.export.heading })
    await dialog.getByRole('button', { name: text.export.save }).click()
    await expect.poll(async () => (await asked()).length).toBe(1)
    // What was chosen stays to be chosen again.
    await dialog.getByRole('button', { name: text.export.save, disabled: false }).waitFor()
    await dialog.getByRole('button', { name: text.cancel }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(existsSync(join(lab.folder, 'null'))).toBe(false)
    expect(await lab.page.getByRole('alert').count()).toBe(0)
  })
})

describe('an exported animation', () => {
  it('is a GIF that repeats, with one frame a step, all of one size', async () => {
    const gif = await exported('run.gif', () => learner.option(text.export.heading, text.export.animation).click())
    const { version, width, height, repeats, frames } = animationIn(gif)
    expect({ version, width, height, repeats }).toEqual({ version: 'GIF89a', width: 800, height: 600, repeats: 0 })
    expect(frames.map(({ delay }) => delay)).toEqual([...Array(15).fill(200), 1000])
    for (const { box } of frames) expect(box).toEqual([0, 0, 800, 600])
    // Every frame shows something else.
    expect(new Set(frames.map(({ data }) => data.toString('latin1'))).size).toBe(16)
  })
})

describe('an exported table', () => {
  it('has every step of every run with all digits, for spreadsheets', async () => {
    const table = await learner.table()
    const csv = await exported('steps.csv', () => learner.option(text.export.heading, text.export.table).click())
    const lines = csv.toString('utf8').split('\r\n')
    const { run, step, value, norm, gradients, evaluations } = headings
    expect(lines[0]).toBe(`\uFEFF${[run, step, 'x', 'y', value, norm, gradients, evaluations].join(',')}`)
    expect(lines).toHaveLength(1 + 4 * 16 + 1)
    const first = lines.slice(1, 17).map((line) => line.split(',').slice(1, -2))
    expect(first).toEqual(table.slice(1))
  })
})

describe('an exported script', () => {
  it.skipIf(!python)('of all runs ends where each of them ends when Python runs it', async () => {
    const table = await learner.table()
    const kind = words.ja.python.kind
    const script = await exported('run.py', () => learner.option(text.export.heading, kind).click())
    const lines = printed(script.toString('utf8')).trim().split('\n')
    expect(lines).toHaveLength(4)
    // Behind the name of the first run: its steps, x, y and f.
    const found = lines[0]?.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi)?.slice(-4) ?? []
    const [steps, ...numbers] = found
    const last = table.at(-1)?.map(Number) ?? []
    expect(Number(steps)).toBe(last[0])
    // NumPy prints eight digits of a point.
    for (const [at, number] of numbers.map(Number).entries()) expect(number).toBeCloseTo(last[at + 1] ?? NaN, 6)
  })
})
