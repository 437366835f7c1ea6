import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { type Learner, learnerAt, typeset } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const { frame, lab: text } = words.ja
const steps = () => lab.page.getByRole('region', { name: text.derivation.heading, exact: true })
/** A part of the window, by its class. */
const boxOf = async (part: string) =>
  (await lab.page.locator(`.${part}`).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

describe('how a derivative is found', () => {
  it('is shown beside the plots, inside the window, one rule a line', async () => {
    await learner.drawn()
    await learner.enterFunction('x^2 sin x')
    await learner.button(text.derivation.open('x')).click()
    await expect.poll(() => typeset(steps())).toContain('=2xsinx+x2cosx')
    await steps().getByText(words.ja.derivation.rules.product).waitFor()
    const [inspector, hero] = [await boxOf('inspector'), await boxOf('hero')]
    const window = await lab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    expect(inspector.x).toBeGreaterThanOrEqual(hero.x + hero.width)
    expect(inspector.x + inspector.width).toBeLessThanOrEqual(window.width)
    expect(inspector.y + inspector.height).toBeLessThanOrEqual(window.height)
  })

  it('follows what is typed beside it', async () => {
    await learner.enterFunction('x^3')
    await expect.poll(() => typeset(steps())).toContain('=3x2')
    await learner.option(text.derivation.way, text.derivation.limit).click()
    await expect.poll(async () => (await typeset(steps())).at(-1)).toBe('=3x2')
    await steps().getByText(words.ja.derivation.rules.expand, { exact: true }).waitFor()
  })

  it('is enlarged by a button to all the room of the plots, and comes back with Escape', async () => {
    const [before, bench] = [await boxOf('inspector'), await boxOf('bench')]
    const inspector = lab.page.locator('.inspector')
    await inspector.getByRole('button', { name: frame.enlarge, exact: true }).click()
    const large = await boxOf('inspector')
    expect(large.width).toBeGreaterThan(bench.width - 30)
    expect(large.height).toBeGreaterThan(bench.height - 30)
    expect(await lab.page.locator('.hero').isVisible()).toBe(false)
    await inspector.getByRole('button', { name: frame.restore, exact: true }).waitFor()
    await lab.page.keyboard.press('Escape')
    await expect.poll(() => boxOf('inspector')).toEqual(before)
    await learner.drawn()
  })

  it('is copied as TeX', async () => {
    await lab.app.evaluate(({ clipboard }) => clipboard.clear())
    await learner.button(text.derivation.copy).click()
    await lab.page.getByText(text.copied).waitFor()
    const copied = await lab.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toMatch(/^\\begin\{align\*\}\nf'\(x\) &= \\lim_\{h \\to 0\}/)
    expect(copied).toContain(`\\text{${words.ja.derivation.rules.limit}}`)
  })
})

describe('a parameter', () => {
  const value = () => learner.field(text.function.parameter('a')).inputValue()

  it('moves by itself, the plots follow, and one undo takes all of it back', async () => {
    await learner.enterFunction('a x^2')
    // The run that plays by itself in a first start has come to its end.
    await learner.button(text.playback.play).waitFor()
    await learner.drawn()
    const colours = async () => (await learner.plots())[0]?.colours
    const before = await colours()
    await learner.openSheet(text.function.parameters)
    await learner.button(text.function.animate('a')).click()
    await expect.poll(async () => Number(await value())).toBeGreaterThan(2)
    await learner.button(text.function.pause('a')).click()
    expect(Number(await value())).toBeGreaterThan(2)
    await learner.closeSheet()
    await learner.drawn()
    expect(await colours()).not.toEqual(before)
    await lab.page.keyboard.press('Control+z')
    await lab.page.locator('.function-bar').getByText('a = 1', { exact: true }).waitFor()
    await expect.poll(colours).toEqual(before)
    expect(await learner.field(text.function.editor).textContent()).toBe('a x^2')
  })
})
