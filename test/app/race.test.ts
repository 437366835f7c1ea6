import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { looks } from '../../src-renderer/plots/look'
import { type Running, start } from './harness'
import { type Learner, learnerAt } from './learner'
import { illegible } from './legibility'
import { pixelsOf } from './png'

const { race, lab: text } = words.ja

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.openExample('book-optimizers')
  await learner.arrange('linked')
  await learner.inspect('board')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const board = () => lab.page.getByRole('region', { name: race.board, exact: true })
/** The names on the board, from the first place down. */
const names = () => board().locator('tbody th').allTextContents()
const column = (index: number) => board().locator(`tbody tr > :nth-child(${index})`).allTextContents()
const caption = (title: string) =>
  lab.page
    .locator('.card')
    .filter({ has: lab.page.getByRole('img', { name: title, exact: true }) })
    .locator('.plot-caption')

describe('several runs', () => {
  it('are ranked, in the order of the column that is pressed, and a row selects its run', async () => {
    await learner.drawn()
    await expect.poll(names).toHaveLength(4)
    expect(await illegible(lab.page)).toEqual([])
    const values = (await column(3)).map((value) => Number(value.replace('−', '-')))
    expect(values).toEqual(values.toSorted((a, b) => a - b))
    await learner.button(race.orderBy({ column: race.columns.distance })).click()
    const distances = async () => (await column(4)).map(Number)
    await expect.poll(async () => (await distances()).toSorted((a, b) => a - b).join()).toBe((await distances()).join())
    await board().locator('tbody tr').last().click()
    const [last = ''] = (await names()).slice(-1)
    await lab.page.locator('.verdict-line b').getByText(last, { exact: true }).waitFor()
  })

  it('are drawn over evaluations as well as over steps', async () => {
    await learner.inspect('loss')
    await learner.inSheet(race.lossSettings, () => learner.option(race.lossAlong, race.evaluations).click())
    expect(await learner.drawn()).toBe(3)
    await learner.inspect('board')
  })
})

describe('the lowest point', () => {
  it('is found when the button is pressed, and stands as a star on the contour', async () => {
    const dark = async () => {
      const contour = (await learner.plots()).find(({ title }) => title === text.plots.contour)
      return contour ? pixelsOf(looks.light.ink, contour.colours) : 0
    }
    const before = await dark()
    await learner.inSheet(race.minimum.button, (sheet) =>
      sheet.getByText(race.minimum.found({ point: '(0, 0)' })).waitFor()
    )
    await board()
      .getByText(race.target.found({ point: '(0, 0)' }))
      .waitFor()
    await expect.poll(dark).toBeGreaterThan(before + 30)
  })
})

describe('a fair comparison', () => {
  it('sets every run by one press, prints the terms on the figures, and is taken back by one undo', async () => {
    await learner.button(race.compare.button).click()
    await learner.field(race.compare.budget).fill('30')
    await learner.button(race.compare.go).click()
    await caption(text.plots.contour).waitFor({ timeout: 20_000 })
    expect(await caption(text.plots.contour).textContent()).toMatch(
      /^同じ初期値 \(−7, 2\)・評価 30 回・学習率のある手法は、それぞれ \d+ 通り以上から最良：勾配降下法/
    )
    await learner.inspect('loss')
    await caption(text.plots.loss).waitFor()
    await learner.inspect('board')
    expect(await illegible(lab.page)).toEqual([])
    // No run spent more than another.
    await expect.poll(() => column(7)).toEqual(['30', '30', '30', '30'])
    await learner.button(text.toolbar.undo).click()
    await expect.poll(() => caption(text.plots.contour).count()).toBe(0)
  })

  it('is no longer said to be one when a rate is changed', async () => {
    await learner.button(text.toolbar.redo).click()
    await caption(text.plots.contour).waitFor()
    await lab.page.getByRole('textbox', { name: '学習率', exact: true }).first().fill('0.3')
    await expect.poll(() => caption(text.plots.contour).count()).toBe(0)
  })
})
