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
})
afterAll(() => lab?.close())
afterEach(() => expect(lab.complaints).toEqual([]))

const text = words.ja.lab
/** f and its derivative, as the function bar reads the text. */
const reading = () => typeset(lab.page.getByRole('region', { name: text.function.heading, exact: true }))
const editorText = () =>
  learner
    .field(text.function.editor)
    .evaluate((editor) => [...editor.querySelectorAll('.cm-line')].map(({ textContent }) => textContent).join('\n'))
describe('a function', () => {
  it('pasted from a Python book is read, over several lines', async () => {
    await learner.enterFunction(
      'import numpy as np\n\ndef function_2(x):\n    # two variables\n    return x[0]**2 + x[1]**2'
    )
    await expect.poll(reading).toEqual(['f(x0,x1)=x02+x12', '∇f=(2x0,2x1)'])
    expect((await editorText()).split('\n')).toHaveLength(5)
    await learner.drawn()
  })

  it('of a whole vector has as many variables as are wanted', async () => {
    await learner.enterFunction('np.sum(x**2)')
    await expect.poll(reading).toContain('f(x0,x1)=x02+x12')
    const dimension = text.function.dimensionOf('x')
    await learner.inSheet(text.function.rangesAndStart, async () => {
      await learner.type(dimension, '50')
      await expect.poll(() => learner.field(text.function.startOf('x49')).count()).toBe(1)
      await learner.type(text.function.startOfAll, '1')
    })
    await learner.drawn()
    const last = (await learner.table()).at(-1)
    // 50 coordinates, the step's number before them, f and ‖∇f‖ behind.
    expect(last).toHaveLength(53)
    expect(new Set(last?.slice(1, 51)).size).toBe(1)
    await learner.inSheet(text.function.rangesAndStart, () => learner.type(dimension, '2'))
  })

  it('in pieces is drawn, and its corner is told from both sides', async () => {
    await learner.enterFunction('piecewise(x < 0, -x, x^2)')
    await learner.openTab('differentiate')
    await learner.inspect('numbers')
    await learner.type(text.differentiate.at, '0')
    const { kink } = text
    await lab.page.getByText(kink.corner({ left: '−1', right: '0' }), { exact: false }).waitFor()
    await learner.drawn()
  })
})

describe('a correction', () => {
  it('is made by one click and taken back by one undo', async () => {
    await learner.enterFunction('x 2 + 1')
    await learner.button(words.ja.editor.repairs.write('x^2')).click()
    await expect.poll(editorText).toBe('x^2 + 1')
    await expect.poll(reading).toEqual(['f(x)=x2+1', 'f′(x)=2x'])
    await learner.button(text.toolbar.undo).click()
    await expect.poll(editorText).toBe('x 2 + 1')
  })
})

describe('the editor', () => {
  it('explains a function under the pointer, from its first letter on', async () => {
    await learner.enterFunction('2sin(x) + 1')
    await learner
      .field(text.function.editor)
      .getByText('sin', { exact: true })
      .hover({ position: { x: 2, y: 8 } })
    const note = lab.page.locator('.cm-tooltip-hover')
    await note.waitFor()
    expect(await note.textContent()).toContain(words.ja.functions.sin)
    expect(await typeset(note)).toEqual(expect.arrayContaining([expect.stringContaining('cos')]))
    await lab.page.mouse.move(5, 5)
    await note.waitFor({ state: 'detached' })
  })

  it('takes a second line with Enter', async () => {
    await learner.enterFunction('x^2')
    await lab.page.keyboard.press('Enter')
    await lab.page.keyboard.type('+ 3')
    await expect.poll(editorText).toBe('x^2\n+ 3')
    await expect.poll(reading).toContain('f(x)=x2+3')
  })
})
