import { words } from '@shared/words/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { type Learner, learnerAt, typeset } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())

const text = words.ja.lab
const sheet = () => lab.page.getByRole('dialog', { name: text.derivation.heading, exact: true })

describe('how a derivative is found', () => {
  it('is shown over the plots, inside the window, one rule a line', async () => {
    await learner.drawn()
    await learner.typeFunction('x^2 sin x')
    await learner.button(text.derivation.open('x')).first().click()
    await expect.poll(() => typeset(sheet())).toContain('=2xsinx+x2cosx')
    await sheet().getByText(words.ja.derivation.rules.product).waitFor()
    const box = await sheet().boundingBox()
    const window = await lab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    expect(box?.x ?? 0).toBeGreaterThan(300)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(window.width)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(window.height)
  })

  it('follows what is typed beside it', async () => {
    await learner.typeFunction('x^3')
    await expect.poll(() => typeset(sheet())).toContain('=3x2')
    await sheet().getByText(text.derivation.limit, { exact: true }).click()
    await expect.poll(async () => (await typeset(sheet())).at(-1)).toBe('=3x2')
    await sheet().getByText(words.ja.derivation.rules.expand, { exact: true }).waitFor()
  })

  it('is carried by its header, and uncovers what was below it', async () => {
    const before = await sheet().boundingBox()
    const { x = 0, y = 0, width = 0 } = before ?? {}
    const isCovered = () =>
      lab.page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('.sheet') !== null, [
        x + 20,
        y + 20
      ] as const)
    expect(await isCovered()).toBe(true)
    await lab.page.mouse.move(x + width / 2, y + 20)
    await lab.page.mouse.down()
    await lab.page.mouse.move(x + width / 2 + 200, y + 60, { steps: 4 })
    await lab.page.mouse.up()
    await lab.page.mouse.move(x + width / 2, y + 300)
    const after = await sheet().boundingBox()
    expect([after?.x, after?.y]).toEqual([x + 200, y + 40])
    const inner = await lab.page.evaluate(() => innerWidth)
    expect((after?.x ?? 0) + (after?.width ?? 0)).toBeLessThanOrEqual(inner)
    expect(await isCovered()).toBe(false)
  })

  it('is copied as TeX', async () => {
    await lab.app.evaluate(({ clipboard }) => clipboard.clear())
    await sheet().getByRole('button', { name: text.derivation.copy, exact: true }).click()
    await lab.page.getByText(text.copied).waitFor()
    const copied = await lab.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toMatch(/^\\begin\{align\*\}\nf'\(x\) &= \\lim_\{h \\to 0\}/)
    expect(copied).toContain(`\\text{${words.ja.derivation.rules.limit}}`)
  })

  it('closes with Escape', async () => {
    await lab.page.keyboard.press('Escape')
    await expect.poll(() => sheet().count()).toBe(0)
    expect(lab.complaints).toEqual([])
  })
})

describe('a parameter', () => {
  const value = () => learner.field(text.function.parameter('a')).inputValue()

  it('moves by itself, the plots follow, and one undo takes all of it back', async () => {
    await learner.typeFunction('a x^2')
    // The run that plays by itself in a first start has come to its end.
    await learner.button(text.playback.play).waitFor()
    await learner.drawn()
    const colours = async () => (await learner.plots())[0]?.colours
    const before = await colours()
    await learner.button(text.function.animate('a')).click()
    await expect.poll(async () => Number(await value())).toBeGreaterThan(2)
    await learner.button(text.function.pause('a')).click()
    expect(Number(await value())).toBeGreaterThan(2)
    await learner.drawn()
    expect(await colours()).not.toEqual(before)
    await lab.page.keyboard.press('Control+z')
    await expect.poll(value).toBe('1')
    await expect.poll(colours).toEqual(before)
    expect(await learner.field(text.function.editor).textContent()).toBe('a x^2')
  })
})
