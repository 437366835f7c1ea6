import { topics } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { areaOf } from '../../src-renderer/plots/layout'
import { type Running, start } from './harness'
import { inOtherLanguage } from './language'
import { type Learner, learnerAt, typeset } from './learner'
import { illegible } from './legibility'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.openExample('partial-x2y2')
  await learner.inspect('slopes')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const text = words.ja.lab
const numbers = () => lab.page.getByRole('region', { name: text.partial.numbers, exact: true })
const coordinate = async (name: string) => Number(await learner.field(text.partial.coordinate({ name })).inputValue())

/** The plot of this name, and a place of it in pixels of the window: shares of its axes, from the lower left. */
async function plotNamed(name: string) {
  const plot = lab.page.getByRole('img', { name, exact: true })
  const box = await plot.boundingBox()
  if (!box) throw new Error(`${name} is not in sight`)
  const area = areaOf(box)
  return {
    canvas: plot.locator('canvas').first(),
    at: (across: number, up: number): [number, number] => [
      box.x + area.left + across * area.width,
      box.y + area.top + (1 - up) * area.height
    ]
  }
}

describe('a slice', () => {
  it('is moved by the point that is dragged along the other one, and the numbers follow', async () => {
    await learner.drawn()
    // From −5 to 5, the point at x = 1: somewhere on its vertical line the hand shows that it can take hold.
    const { canvas, at } = await plotNamed(text.partial.slice({ held: 'y = 2' }))
    const cursor = () => canvas.evaluate((element) => element.style.cursor)
    for (let up = 0; up <= 1 && (await cursor()) !== 'grab'; up += 0.02) await lab.page.mouse.move(...at(0.6, up))
    expect(await cursor()).toBe('grab')
    await lab.page.mouse.down()
    for (const across of [0.5, 0.3, 0.2]) await lab.page.mouse.move(...at(across, 0.5))
    await lab.page.mouse.up()
    await expect.poll(() => coordinate('x')).toBeCloseTo(-3, 1)
    const x = await coordinate('x')
    expect(await coordinate('y')).toBe(2)
    await lab.page.getByRole('img', { name: text.partial.slice({ held: `x = −${-x}` }), exact: true }).waitFor()
    await expect.poll(() => typeset(numbers())).toContain(`∂x∂f(−${-x},2)=−${-2 * x}`)
    expect(await typeset(numbers())).toEqual(expect.arrayContaining(['f(x,2)=x2+22', '∂x∂f(x,2)=2x']))
  })

  it('goes where the contour is clicked', async () => {
    const { at } = await plotNamed(text.plots.contour)
    await lab.page.mouse.click(...at(0.5, 0.8))
    // The middle of the contour is 0; how far up one is depends on its shape.
    await expect.poll(() => coordinate('x')).toBeCloseTo(0, 1)
    expect(await coordinate('y')).toBeGreaterThan(2)
  })
})

it('a direction is typed, and the gradient is the one of the greatest slope', async () => {
  await learner.type(text.partial.coordinate({ name: 'x' }), '3')
  await learner.type(text.partial.coordinate({ name: 'y' }), '4')
  await learner.inspect('direction')
  await learner.type(text.partial.angle, '90')
  await expect.poll(async () => (await typeset(numbers())).join()).toContain('=6⋅0+8⋅1=8')
  await learner.button(text.partial.turnToGradient).click()
  await expect.poll(async () => (await typeset(numbers())).join()).toMatch(/≈10$/)
  await numbers()
    .getByText(text.partial.most({ gradient: '∇f', angle: '53.13', size: '10' }))
    .waitFor()
})

it('a critical point is listed, gone to, and said to be a minimum', async () => {
  await learner.enterFunction('(x^2 + y - 11)^2 + (x + y^2 - 7)^2')
  await learner.inspect('critical')
  const rows = numbers().locator('tbody tr')
  await expect.poll(() => rows.count()).toBe(9)
  await learner.button(text.partial.goTo({ kind: words.ja.plots.kinds.minimum, place: '(3, 2)' })).click()
  await expect.poll(() => coordinate('x')).toBe(3)
  expect(await coordinate('y')).toBe(2)
  await learner.inspect('curvature')
  await numbers()
    .getByText(text.partial.stationary.bowl({ zero: '∇f = 0', plane: '' }), { exact: false })
    .waitFor()
  await learner.drawn()
})

describe.each(['ja', 'en'] as const)('in the language %s and 1024 × 700 pixels', (language) => {
  beforeAll(async () => {
    await learner.resize(1024, 700)
    if (learner.language !== language) learner = await inOtherLanguage(lab, learner)
  })

  it('every topic can be read, and so can the settings of the plots', async () => {
    const { plots } = words[language].lab
    for (const topic of topics) {
      await learner.inspect(topic)
      await learner.drawn()
      expect(await illegible(lab.page), topic).toEqual([])
    }
    for (const name of [plots.contourSettings, plots.surfaceSettings]) {
      if (name === plots.surfaceSettings) await lab.page.getByRole('tab', { name: plots.surface }).click()
      await learner.inSheet(name, async () => expect(await illegible(lab.page), name).toEqual([]))
    }
  })
})
