import { words } from '@shared/words/index'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { type Learner, learnerAt, typeset } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja', moves: true })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())

const { lab: text, runs } = words.ja
const rate = () => learner.field(words.ja.methods.settings.lr.name).inputValue()
/** The line that is in sight without scrolling. */
const verdict = () => lab.page.locator('.verdict-line')
const stepPanel = () => lab.page.getByRole('region', { name: text.stepPanel.rule, exact: true })

// One story: each part begins where the one before it ended.

it('the first picture moves once by itself and rests at step 0', async () => {
  await expect.poll(() => learner.step(), { timeout: 15_000 }).not.toBe(text.playback.step({ step: 0, last: 15 }))
  await expect.poll(() => learner.step(), { timeout: 15_000 }).toBe(text.playback.step({ step: 15, last: 15 }))
  await learner.atStep(0, 15)
  await learner.button(text.playback.play).waitFor()
  await lab.page.getByText('点は、勾配（最も増える向き）の逆へ少しずつ進みます。').waitFor()
  await stepPanel().getByText(text.stepPanel.startText).waitFor()
})

it('“next step” shows the update rule with the numbers of the first step, and the next question', async () => {
  await learner.button(text.first.next).click()
  await learner.atStep(1, 15)
  const lines = async () => (await typeset(stepPanel())).join(' ')
  await expect.poll(lines).toContain('x0:4−0.08×8=3.36')
  expect(await lines()).toContain('x1:5−0.08×10=4.2')
  expect(await lines()).toContain('f:41→28.93')
  await lab.page.getByText('学習率を変えると？').waitFor()
})

it('steps are walked by button, by arrow key, to both ends', async () => {
  const { forward, back, toEnd, toStart } = text.playback
  await learner.button(forward).click()
  await learner.atStep(2, 15)
  await learner.button(back).click()
  await learner.atStep(1, 15)
  // Straight from the clicked button.
  await lab.page.keyboard.press('ArrowRight')
  await learner.atStep(2, 15)
  await lab.page.keyboard.press('ArrowLeft')
  await lab.page.keyboard.press('ArrowLeft')
  await learner.atStep(0, 15)
  await learner.button(toEnd).click()
  await learner.atStep(15, 15)
  await learner.button(toStart).click()
  await learner.atStep(0, 15)
  await lab.page.keyboard.press('End')
  await learner.atStep(15, 15)
})

it('a learning rate of 1.02 diverges, and the remedy that is offered helps', async () => {
  await learner.button('1.02').click()
  const growing = runs.verdict.bound({ growing: runs.verdict.growing({ factor: '1.04' }), bound: '1', curvature: '2' })
  await verdict().getByText(growing).waitFor()
  await verdict().getByRole('button', { name: '0.5 にする' }).click()
  await verdict()
    .getByText(runs.verdict.minimum({ steps: 1, point: '(0, 0)' }))
    .waitFor()
  expect(await rate()).toBe('0.5')
})

it('undo goes back to the first learning rate, redo to the last', async () => {
  for (const value of ['1.02', '0.08']) {
    await lab.page.keyboard.press('Control+z')
    await expect.poll(rate).toBe(value)
  }
  for (const value of ['1.02', '0.5']) {
    await lab.page.keyboard.press('Control+Shift+Z')
    await expect.poll(rate).toBe(value)
  }
})

it('played, it goes from the start to the end, and a pause holds it', async () => {
  await learner.button(text.playback.toStart).click()
  await learner.button(text.playback.play).first().click()
  await expect.poll(() => learner.step()).not.toBe(text.playback.step({ step: 0, last: 15 }))
  await learner.button(text.playback.pause).click()
  const held = await learner.step()
  await learner.button(text.playback.play).waitFor()
  expect(await learner.step()).toBe(held)
  await learner.button(text.playback.play).click()
  await learner.atStep(15, 15)
})

it('a function of one’s own is typed over the first one and leads to its tangent', async () => {
  await learner.button(text.first.own).click()
  await lab.page.keyboard.insertText('x^2')
  const echo = () => typeset(lab.page.getByRole('region', { name: text.function.heading, exact: true }))
  await expect.poll(echo).toEqual(['f(x)=x2', 'f′(x)=2x'])
  await lab.page.getByRole('img', { name: text.plots.curve, exact: true }).waitFor()
  await learner.button(text.first.toTangent).click()
  await lab.page.getByRole('tabpanel', { name: text.tabs.differentiate, exact: true }).waitFor()
  await learner.drawn()
  expect(lab.complaints).toEqual([])
})
