import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { looks } from '../../src-renderer/plots/look'
import { type Running, start } from './harness'
import { covered } from './layout'
import { type Learner, learnerAt } from './learner'

const { dimensions, python } = words.ja

/** Rosenbrock's function of fifty variables. */
const valley = '\\sum_{i=0}^{48} (100(x_{i+1} - x_i^2)^2 + (1 - x_i)^2)'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.openExample('descent-2d')
  await learner.enterFunction(valley)
  await learner.type(words.ja.methods.settings.steps.name, '400')
  await learner.type(words.ja.methods.settings.lr.name, '0.0001')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

describe('fifty variables', () => {
  it('are seen over the plane in which the run moves most, with how much of it that is', async () => {
    await lab.page.getByText(dimensions.principal, { exact: true }).click()
    await lab.page.locator('.shares').waitFor()
    expect(await learner.drawn({ runColour: looks.light.runs[0]?.colour ?? null })).toBe(2)
    const share = await lab.page.locator('.shares').textContent()
    expect(share).toMatch(/^経路の分散の \d+(\.\d+)? % を説明する平面（/)
    expect(Number(/\d+(\.\d+)?/.exec(share ?? '')?.[0])).toBeGreaterThan(90)
  })

  it('have a choice of axes that covers no other control', async () => {
    await learner.resize(1024, 700)
    expect(await covered(lab.page)).toEqual([])
    await learner.openTab('partial')
    expect(await covered(lab.page)).toEqual([])
    // What is covered would be found.
    const help = lab.page.locator('.plot > h3 > .plot-help').first()
    await help.evaluate((button) => Object.assign(button.style, { position: 'absolute', right: '30px' }))
    expect((await covered(lab.page)).length).toBeGreaterThan(0)
    await learner.openTab('descend')
    await learner.resize(1280, 800)
  })

  it('have all their numbers in the table', async () => {
    const [heading, first] = await learner.table()
    expect(heading).toHaveLength(1 + 50 + 2)
    expect(first?.[50]).toBe('3')
  })

  it('are shown one by one over the steps, the last of them below', async () => {
    await learner.arrange('variables')
    const charts = lab.page.getByRole('img', { name: dimensions.variablesTitle, exact: true }).locator('canvas')
    await expect.poll(() => charts.count()).toBe(50)
    await charts.last().scrollIntoViewIfNeeded()
    // A copy is read: Chromium warns of a canvas on the screen that is read again and again.
    const inked = () =>
      charts.last().evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas
        const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
        copy?.drawImage(canvas, 0, 0)
        const pixels = copy?.getImageData(0, 0, width, height).data ?? []
        return pixels.filter((value, at) => at % 4 === 3 && value > 0).length
      })
    await expect.poll(inked).toBeGreaterThan(100)
    await learner.arrange('linked')
  })

  it('are copied as a Python script, from the card of the run', async () => {
    await lab.app.evaluate(({ clipboard }) => clipboard.clear())
    await learner.toggleSettings()
    await learner.button(python.copy).click()
    const copied = () => lab.app.evaluate(({ clipboard }) => clipboard.readText())
    await expect.poll(copied).toContain('optimizer = Descent(lr=0.0001)')
    expect(await copied()).toContain('(1 - x[0])**2')
  })
})
