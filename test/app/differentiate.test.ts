import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { areaOf } from '../../src-renderer/plots/layout'
import { type Running, start } from './harness'
import { type Learner, learnerAt, typeset } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
  await learner.openExample('derivative-x2')
  await learner.inspect('numbers')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const text = words.ja.lab
const exactRow = text.differentiate.exact({ name: 'f′(a)' })

/** The numbers of a row of the tab beside the curve, as they are read. */
async function cellsOf(name: string): Promise<string[]> {
  const card = lab.page.getByRole('region', { name: text.differentiate.numbers, exact: true })
  const row = card.getByRole('row').filter({ has: lab.page.getByRole('rowheader', { name, exact: true }) })
  return row.getByRole('cell').allTextContents()
}
const numberOf = async (name: string) => Number((await cellsOf(name))[0])
const fieldValue = (name: string) => learner.field(name).inputValue()

/** Places in a plot whose axes reach over these ranges, in pixels of the window. */
async function placesIn(title: string, x: readonly [number, number], y: readonly [number, number]) {
  const plot = lab.page.getByRole('img', { name: title, exact: true })
  const box = await plot.boundingBox()
  if (!box) throw new Error(`${title} is not in sight`)
  const area = areaOf(box)
  return {
    canvas: plot.locator('canvas').first(),
    at: (across: number, up: number): [number, number] => [
      box.x + area.left + ((across - x[0]) / (x[1] - x[0])) * area.width,
      box.y + area.top + ((y[1] - up) / (y[1] - y[0])) * area.height
    ]
  }
}

/** Takes hold where the hand shows that it can, and lets go at the last of the places. */
async function drag(canvas: ReturnType<Running['page']['locator']>, ...places: readonly [number, number][]) {
  const [first, ...others] = places
  if (first) await lab.page.mouse.move(...first)
  await expect.poll(() => canvas.evaluate((element) => element.style.cursor)).toBe('grab')
  await lab.page.mouse.down()
  for (const place of others) await lab.page.mouse.move(...place)
  await lab.page.mouse.up()
}

describe('a point on the curve', () => {
  it('is dragged, and all numbers follow it', async () => {
    await learner.drawn()
    const colours = async () => (await learner.plots())[0]?.colours
    const before = await colours()
    // The axes of the example.
    const { canvas, at } = await placesIn(text.plots.curve, [0, 10], [-10, 110])
    await drag(canvas, at(3, 9), at(4, 16), at(5, 25))
    const place = async () => Number(await fieldValue(text.differentiate.at))
    await expect.poll(place).toBeCloseTo(5, 1)
    const a = await place()
    await expect.poll(() => numberOf(exactRow)).toBeCloseTo(2 * a, 8)
    expect(await numberOf('f(a)')).toBeCloseTo(a * a, 8)
    expect(await numberOf('f″(a)')).toBe(2)
    expect(await numberOf(text.gradient.forward)).toBeCloseTo(2 * a + 1, 6)
    expect(await numberOf(text.gradient.backward)).toBeCloseTo(2 * a - 1, 6)
    expect(await numberOf(text.gradient.central)).toBeCloseTo(2 * a, 8)
    expect(await colours()).not.toEqual(before)
  })

  it('is set exactly by typing, also with full-width digits', async () => {
    await learner.type(text.differentiate.at, '２．５')
    await expect.poll(() => cellsOf('f(a)')).toEqual(['6.25'])
  })

  it('is not moved by what is no number: a sentence says what to type', async () => {
    await learner.field(text.differentiate.at).fill('zwei')
    await lab.page.getByRole('main').getByRole('alert').getByText(text.notANumber).waitFor()
    await learner.field(text.differentiate.at).blur()
    expect(await fieldValue(text.differentiate.at)).toBe('2.5')
  })
})

describe('the step size', () => {
  it('is dragged where its errors are shown; numbers, errors and the quotient follow', async () => {
    await learner.type(text.gradient.h, '1e-4')
    await learner.inspect('errors')
    const { canvas, at } = await placesIn(text.differentiate.errors, [-16, 0], [0, 1])
    await drag(canvas, at(-4, 0.5), at(-3, 0.5), at(-2, 0.5))
    await expect.poll(() => fieldValue(text.gradient.h)).toBe('0.01')
    await learner.inspect('numbers')
    await expect.poll(() => numberOf(text.gradient.forward)).toBeCloseTo(5.01, 12)
    expect((await cellsOf(text.gradient.forward)).slice(1)).toEqual(['0.01', '0.002'])
    const quotient = await typeset(lab.page.locator('.quotient-lines'))
    expect(quotient.join()).toContain('f(2.51)−f(2.5)')
  })

  it('goes to 0 by itself, so that the secant becomes the tangent', async () => {
    await learner.type(text.gradient.h, '2')
    await learner.button(text.differentiate.shrinkHint).click()
    await expect.poll(() => fieldValue(text.gradient.h), { timeout: 15_000 }).toBe('0.0001')
    await expect.poll(() => numberOf(text.gradient.forward)).toBeCloseTo(5.0001, 6)
  })

  it('that is lost in a is explained, and there is no quotient', async () => {
    await learner.type(text.gradient.h, '1e-17')
    const problem = words.ja.problems['difference-lost']({ variable: 'x', at: 2.5, h: 1e-17 })
    await lab.page.getByRole('main').getByText(problem).waitFor()
    expect(await cellsOf(text.gradient.central)).toEqual(['–', '–', '–'])
    await learner.type(text.gradient.h, '1e-4')
    await expect.poll(() => cellsOf(text.gradient.central)).not.toContain('–')
  })
})

it('a tangent stays while the point moves on, until it is removed', async () => {
  const group = lab.page.getByRole('group', { name: text.differentiate.pinned, exact: true })
  await learner.button(text.differentiate.pin).click()
  await learner.type(text.differentiate.at, '7')
  await expect.poll(() => cellsOf('f(a)')).toEqual(['49'])
  await learner.button(text.differentiate.unpin({ at: 'x = 2.5' })).click()
  await expect.poll(() => group.count()).toBe(0)
})

describe('the sign table', () => {
  const table = () => lab.page.getByRole('table', { name: words.ja.signs.title, exact: true })
  /** What a row says to the ear, without its heading. */
  const row = async (at: number) => (await table().getByRole('row').nth(at).getByRole('cell').allInnerTexts()).join('|')

  it('of x³ − 9x² + 24x stands below the curve, each column below its x', async () => {
    await learner.enterFunction('x^3 - 9x^2 + 24x')
    await lab.page.getByRole('checkbox', { name: words.ja.signs.show, exact: true }).check()
    const { '+': positive, '-': negative } = words.ja.signs.sign
    await expect.poll(() => row(1)).toMatch(new RegExp(`${positive}.*0.*${negative}.*0.*${positive}`, 's'))
    const { maximum, minimum } = words.ja.plots.signs
    expect(await row(2)).toMatch(new RegExp(`${maximum}.*20.*${minimum}.*16`, 's'))
    const { at } = await placesIn(text.plots.curve, [0, 10], [0, 1])
    for (const x of [2, 4]) {
      const name = words.ja.signs.pick({ column: words.ja.signs.place({ at: String(x), name: 'x' }) })
      const box = await learner.button(name).boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(at(x, 0)[0], -0.5)
    }
  })

  it('says why f rises or falls in a column that is chosen', async () => {
    const gap = words.ja.signs.pick({ column: words.ja.signs.gap({ from: '2', to: '4', name: 'x' }) })
    await learner.button(gap).click()
    await lab.page.getByText(words.ja.signs.chosen.falls({ slope: 'f′(x)' })).waitFor()
  })

  it('is copied as TeX', async () => {
    await lab.app.evaluate(({ clipboard }) => clipboard.clear())
    await learner.button(words.ja.signs.copy).click()
    await expect
      .poll(() => lab.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/x & \\cdots & 2 & \\cdots & 4 & \\cdots.*\\nearrow.*\\searrow.*\\nearrow/s)
  })
})
