import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { type Learner, learnerAt, typeset } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.withoutSurface()
  for (const key of ['Home', 'ArrowRight']) await lab.page.keyboard.press(key)
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const text = words.ja.lab
const { settings, names, conventions } = words.ja.methods
const run = (number: number) => lab.page.getByRole('region', { name: text.runs.colour(number), exact: true })
const method = (number: number) => run(number).getByRole('combobox', { name: text.runs.method })
const alerts = () => run(1).getByRole('alert').allTextContents()

describe('the settings of a run', () => {
  it('come with the method, each with its bounds and what it means', async () => {
    await method(1).selectOption({ label: names.adam })
    await learner.toggleSettings()
    for (const { name, meaning } of [settings.lr, settings.beta1, settings.beta2, settings.eps]) {
      await run(1).getByRole('textbox', { name, exact: true }).waitFor()
      await run(1).getByText(meaning, { exact: true }).waitFor()
    }
    await learner.type(settings.beta1.name, '1')
    expect((await alerts()).join()).toContain(settings.beta1.name)
    await learner.type(settings.beta1.name, '0.5')
    expect(await alerts()).toEqual([])
    await expect.poll(async () => (await learner.table())[1]?.slice(0, 3)).toEqual(['0', '4', '5'])
  })

  it('show what another convention of the same method changes', async () => {
    const rule = () => typeset(run(1).locator('.update-rule .marked'))
    const book = await rule()
    await learner.option(words.ja.methods.convention, conventions.library).click()
    await expect.poll(rule).not.toEqual(book)
    await learner.option(words.ja.methods.convention, conventions.book).click()
    await expect.poll(rule).toEqual(book)
  })

  it('have a schedule of the learning rate with a small chart of it', async () => {
    const schedule = run(1).getByRole('combobox', { name: text.runs.schedule.heading })
    await schedule.selectOption({ label: words.ja.methods.schedules.names.exponential })
    const before = (await learner.table()).at(-1)
    await run(1).locator('.rates polyline').waitFor()
    await learner.type(settings.gamma.name, '0.5')
    await expect.poll(async () => (await learner.table()).at(-1)).not.toEqual(before)
    await schedule.selectOption({ label: words.ja.methods.schedules.names.constant })
    await learner.toggleSettings()
  })
})

describe('many starts', () => {
  it('are drawn and said in one sentence', async () => {
    const { heading, layout, layouts, moving } = text.runs.crowd
    await learner.inSheet(heading, async (sheet) => {
      await learner.option(layout, layouts.ring).click()
      await expect.poll(() => sheet.locator('.outcome').textContent()).toContain(moving(8))
      await learner.option(layout, layouts.none).click()
    })
  })
})

describe('a run of a million steps', () => {
  const work = () => lab.page.locator('.dock > .long-work')

  it('shows how far it has come, lets one type meanwhile, and is ended with what there is', async () => {
    await learner.inSheet(text.gradient.heading, () =>
      learner.option(text.gradient.heading, text.gradient.central).click()
    )
    await learner.enterFunction('sin(x)^2*exp(cos(y)) + sqrt(1 + x^2 + y^2)')
    await learner.toggleSettings()
    for (let more = 1; more < 8; more++) await run(1).getByRole('button', { name: text.runs.duplicate }).click()
    await learner.type(words.ja.methods.settings.steps.name, '1000000')
    await work().waitFor()
    await expect.poll(() => work().textContent()).toMatch(/計算中… \d+ %/)
    await learner.type(text.toolbar.title, 'meanwhile')
    expect(await learner.field(text.toolbar.title).inputValue()).toBe('meanwhile')
    expect(await work().count()).toBe(1)
    await learner.button(text.runs.progress.cancel).click()
    await expect.poll(() => work().count()).toBe(0)
    await learner.atStep(1, 1_000_000)
    await expect.poll(() => run(8).locator('.outcome').textContent()).not.toBe('')
  })

  it('gives way to the next question', async () => {
    await learner.type(words.ja.methods.settings.steps.name, '999999')
    await work().waitFor()
    await learner.type(words.ja.methods.settings.steps.name, '20')
    await expect.poll(() => work().count()).toBe(0)
    await learner.atStep(1, 20)
    await learner.drawn()
  })
})
