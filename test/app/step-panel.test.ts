import { numeral } from '@shared/numbers/numeral'
import { words } from '@shared/words/index'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { looks } from '../../src-renderer/plots/look'
import { type Running, start } from './harness'
import { type Learner, learnerAt, typeset } from './learner'
import { pixelsOf } from './png'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())

const { lab: text } = words.ja
const panel = () => lab.page.getByRole('region', { name: text.stepPanel.rule, exact: true })
const arrows = () => panel().getByRole('checkbox', { name: text.stepPanel.arrows })

/** Step 7 of Adam as the textbook has it, on x₀² + x₁² from (4, 5), with η = 0.5: coordinate by coordinate. */
function adamAtSeven() {
  const [lr, beta1, beta2, eps] = [0.5, 0.9, 0.999, 1e-7]
  return [4, 5].map((start) => {
    let [x, m, v] = [start, 0, 0]
    let step = { gradient: 0, inertia: 0, move: 0 }
    for (let t = 1; t <= 7; t++) {
      const g = 2 * x
      const old = m
      m += (1 - beta1) * (g - m)
      v += (1 - beta2) * (g * g - v)
      const rate = (lr * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t)
      const scaled = rate / (Math.sqrt(v) + eps)
      x -= scaled * m
      step = { gradient: g, inertia: -scaled * beta1 * old, move: -scaled * m }
    }
    return step
  })
}

/** The rows of the table of moves, by their first cell. */
async function moves(): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await panel()
    .getByRole('table', { name: text.stepPanel.moves })
    .locator('tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
  return new Map(rows.map(([name = '', ...cells]) => [name, cells]))
}

// One story: each part begins where the one before it ended.

it('Adam at step 7 is told by the panel: what moved it, per coordinate, and why', async () => {
  await learner.openExample('descent-2d')
  await lab.page.locator('select:has(option[value="adam"])').first().selectOption('adam')
  await learner.type(words.ja.methods.settings.lr.name, '0.5')
  await learner.button(text.playback.toStart).click()
  for (let step = 1; step <= 7; step++) await learner.button(text.playback.forward).click()
  await learner.atStep(7, 15)
  await panel().getByText(text.stepPanel.heading(7)).waitFor()
  const parts = panel().getByRole('checkbox', { name: text.stepPanel.arrows })
  await parts.check()
  const wanted = adamAtSeven()
  const cells = (of: (step: (typeof wanted)[number]) => number) => wanted.map((step) => numeral(of(step), 4))
  await expect
    .poll(async () => (await moves()).get(text.stepPanel.move)?.slice(0, 2))
    .toEqual(cells(({ move }) => move))
  const told = await moves()
  expect(told.get(text.stepPanel.downhill)?.slice(0, 2)).toEqual(cells(({ gradient }) => -gradient))
  expect(told.get(text.stepPanel.inertia)?.slice(0, 2)).toEqual(cells(({ inertia }) => inertia))
  expect(told.get(text.stepPanel.push)?.slice(0, 2)).toEqual(cells(({ move, inertia }) => move - inertia))
  const [first] = wanted
  const signed = (value: number) => (value > 0 ? '+' : '') + numeral(value, 3)
  const { move = 0, inertia = 0 } = first ?? {}
  const { share, comma, shares } = text.stepPanel
  const summands = [share.inertia({ move: signed(inertia) }), share.push({ move: signed(move - inertia) })].join(comma)
  await panel()
    .getByText(shares({ name: 'x₀', parts: summands, move: signed(move) }))
    .waitFor()
  await parts.uncheck()
})

it('every line of its rule stands there with this step’s numbers', async () => {
  const lines = await typeset(panel())
  for (const letter of ['m', 'v']) expect(lines.filter((line) => line.startsWith(`${letter}x`))).toHaveLength(2)
  expect(lines.some((line) => line.startsWith('x0:') && line.includes('='))).toBe(true)
})

it('its arrows are drawn on the contour when they are wanted', async () => {
  const purple = async () => {
    const [contour] = await learner.plots()
    return contour ? pixelsOf(looks.light.secant, contour.colours) : 0
  }
  expect(await purple()).toBeLessThan(5)
  await arrows().check()
  await expect.poll(purple, { timeout: 10_000 }).toBeGreaterThan(30)
  await arrows().uncheck()
  await expect.poll(purple, { timeout: 10_000 }).toBeLessThan(5)
})

it('enlarged, it follows the step, speaks the other language, and comes back with Escape', async () => {
  const inspector = lab.page.locator('.inspector')
  const before = await panel().boundingBox()
  await inspector.getByRole('button', { name: words.ja.frame.enlarge, exact: true }).click()
  expect((await panel().boundingBox())?.width).toBeGreaterThan(1000)
  await panel().getByText(text.stepPanel.heading(7)).waitFor()
  await learner.button(text.playback.back).click()
  await panel().getByText(text.stepPanel.heading(6)).waitFor()
  await learner.button(text.toolbar.otherLanguage).click()
  const { stepPanel } = words.en.lab
  const english = lab.page.getByRole('region', { name: stepPanel.rule, exact: true })
  await english.getByText(stepPanel.heading(6)).waitFor()
  await english.getByText('together').first().waitFor()
  await lab.page.keyboard.press('Escape')
  await expect.poll(() => english.boundingBox()).toEqual(before)
  await learner.button(words.en.lab.toolbar.otherLanguage).click()
})

it('a line search shows the lengths it tried, and which one it took', async () => {
  await lab.page.locator('select:has(option[value="armijo"])').first().selectOption('armijo')
  await learner.button(text.playback.toStart).click()
  await learner.button(text.playback.forward).click()
  const trials = panel().getByRole('table', { name: text.stepPanel.trials })
  await trials.getByText(text.stepPanel.outcomes.accepted, { exact: true }).waitFor()
  expect(await trials.locator('tbody tr.on').count()).toBe(1)
})

it('nothing of it is a warning or an error', () => {
  expect(lab.complaints).toEqual([])
})
