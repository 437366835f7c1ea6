import { topics } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { areaOf } from '../../src-renderer/plots/layout'
import { jointSeats, type Seat } from '../../src-renderer/plots/seats'
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

/** A plot of the contour with its slices, and a place of it in pixels of the window: shares of its axes, from the lower left. */
async function plotOf(part: 'plane' | 'across' | 'up') {
  const figure = lab.page.getByRole('img', { name: text.partial.joint, exact: true })
  const box = await figure.boundingBox()
  if (!box) throw new Error('The contour is not in sight')
  const index = ['plane', 'across', 'up'].indexOf(part)
  const { area, margins } = jointSeats(box, 1)[index] as Seat
  const { left, top, width, height } = areaOf(area, margins)
  return {
    canvas: figure.locator('canvas:not([style*="pointer-events"])').nth(index),
    at: (across: number, up: number): [number, number] => [
      box.x + area.left + left + across * width,
      box.y + area.top + top + (1 - up) * height
    ]
  }
}

describe('a slice', () => {
  it.each([
    ['across', 'x', 0.6, (along: number, value: number) => [along, value]],
    ['up', 'y', 0.7, (along: number, value: number) => [value, along]]
  ] as const)(
    '%s: its point is dragged along it, and the other one and the numbers follow',
    async (part, name, start, order) => {
      await learner.drawn()
      // From −5 to 5, the point at (1, 2): somewhere on its line the hand shows that it can take hold.
      const { canvas, at } = await plotOf(part)
      const cursor = () => canvas.evaluate((element) => element.style.cursor)
      const place = (along: number, value: number) => at(...(order(along, value) as [number, number]))
      for (let value = 0; value <= 1 && (await cursor()) !== 'grab'; value += 0.02)
        await lab.page.mouse.move(...place(start, value))
      expect(await cursor()).toBe('grab')
      const other = await coordinate(name === 'x' ? 'y' : 'x')
      await lab.page.mouse.down()
      for (const along of [0.5, 0.3, 0.2]) await lab.page.mouse.move(...place(along, 0.5))
      await lab.page.mouse.up()
      await expect.poll(() => coordinate(name)).toBeCloseTo(-3, 1)
      expect(await coordinate(name === 'x' ? 'y' : 'x')).toBe(other)
      const [x, y] = [await coordinate('x'), await coordinate('y')]
      const written = (value: number) => `${value}`.replace('-', '−')
      const moved = name === 'x' ? x : y
      await expect
        .poll(() => typeset(numbers()))
        .toContain(`∂${name}∂f(${written(x)},${written(y)})=${written(2 * moved)}`)
    }
  )

  it('goes where the contour is clicked', async () => {
    const { at } = await plotOf('plane')
    await lab.page.mouse.click(...at(0.5, 0.8))
    await expect.poll(() => coordinate('x')).toBeCloseTo(0, 1)
    expect(await coordinate('y')).toBeCloseTo(3, 1)
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
