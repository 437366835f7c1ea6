import { examples } from '@shared/experiment/examples'
import { words } from '@shared/words/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { inOtherLanguage, settled, untranslated } from './language'
import { type Learner, learnerAt } from './learner'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

/** The numbers of one column, by its heading. */
const column = (table: string[][], name: string) =>
  table.slice(1).map((row) => Number(row[table[0]?.indexOf(name) ?? -1]))
const rounded = (value: number | undefined, digits: number) => value?.toPrecision(digits)

describe('every built-in example', () => {
  // The first one is on the screen from the start, so it is opened last.
  const all = examples.toSorted((a, b) => Number(a.id === 'descent-2d') - Number(b.id === 'descent-2d'))

  // Every other one in the other language: what is said of an example stands in one table with both.
  it.each(all)('$id opens with one click, its note in sight and its plots drawn, in one language', async (example) => {
    const { id, experiment } = example
    await learner.openExample(id)
    const { title, tryThis } = words[learner.language].examples[id]
    const note = lab.page.getByRole('region', { name: title, exact: true })
    const box = await note.getByText(tryThis).boundingBox()
    const height = await lab.page.evaluate(() => innerHeight)
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(height)
    // The runs are in their colours; the first one is vermilion.
    const runColour = experiment.view.tab === 'descend' ? '#d55e00' : null
    expect(await learner.drawn({ runColour })).toBeGreaterThanOrEqual(experiment.view.arrangement === 'linked' ? 2 : 1)
    await settled(lab)
    expect(await untranslated(lab, learner.language)).toEqual([])
    learner = await inOtherLanguage(lab, learner)
  })
})

describe('the numbers of the examples', () => {
  beforeAll(async () => {
    if (learner.language !== 'ja') learner = await inOtherLanguage(lab, learner)
  })

  it('descent-1d ends at 0.58512 from 8 and at 0.65827 from 9', async () => {
    await learner.openExample('descent-1d')
    expect(column(await learner.table(), 'x')[15]?.toFixed(5)).toBe('0.58512')
    await learner.button('9').click()
    await expect.poll(async () => column(await learner.table(), 'x')[15]?.toFixed(5)).toBe('0.65827')
  })

  it('descent-2d multiplies both coordinates by 1 − 2 × 0.08 in every step', async () => {
    await learner.openExample('descent-2d')
    const table = await learner.table()
    for (const [name, start] of [
      ['x0', 4],
      ['x1', 5]
    ] as const) {
      const path = column(table, name)
      expect(path).toHaveLength(16)
      for (const [k, x] of path.entries()) expect(x).toBeCloseTo(start * (1 - 2 * 0.08) ** k, 12)
    }
  })

  it.each([
    ['0.1', 9, ['-6.11110793e-10', '8.14814391e-10']],
    ['10', 9, ['-2.58983747e+13', '-1.29524862e+12']],
    ['1e-10', 9, ['-2.99999994', '3.99999992']]
  ] as const)('book-descent with the learning rate %s ends where the book prints', async (lr, digits, printed) => {
    await learner.openExample('book-descent')
    await learner.button(lr).click()
    const end = async () => {
      const table = await learner.table()
      return ['x0', 'x1'].map((name) => rounded(column(table, name)[100], digits))
    }
    await expect.poll(end).toEqual(printed)
  })

  it('derivative-x2 shows 7 for h = 1, 6.0001 for 0.0001, and the copied quotient with its two mistakes beside it', async () => {
    await learner.openExample('derivative-x2')
    const row = lab.page.getByRole('main').getByRole('row').filter({ hasText: words.ja.lab.gradient.forward })
    const cells = async () => {
      const [quotient, error] = await row.getByRole('cell').allTextContents()
      return [Number(quotient).toFixed(4), error]
    }
    await learner.inspect('numbers')
    await expect.poll(cells).toEqual(['7.0000', '1'])
    await learner.type(words.ja.lab.gradient.h, '1e-4')
    await expect.poll(cells).toEqual(['6.0001', '0.0001'])
    await learner.inspect('note')
    const rows = lab.page.getByRole('table', { name: words.ja.lab.note.comparison }).getByRole('row')
    expect(await rows.locator('td:nth-child(2) .katex-html').allTextContents()).toEqual(['9.0005', '90006', '6.0001'])
  })
})
