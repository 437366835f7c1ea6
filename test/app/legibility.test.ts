import { type Example, examples } from '@shared/experiment/examples'
import { words } from '@shared/words/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, start } from './harness'
import { inOtherLanguage, settled } from './language'
import { type Learner, learnerAt } from './learner'
import { illegible } from './legibility'

let lab: Running
let learner: Learner
beforeAll(async () => {
  lab = await start({ language: 'ja' })
  learner = learnerAt(lab, 'ja')
})
afterAll(() => lab?.close())

/** One example for each way the window can be laid out. */
const shown: readonly Example['id'][] = [
  'descent-2d',
  'derivative-x2',
  'partial-quadratic',
  'descent-1d',
  'descent-1d-grid',
  'learning-rate',
  'book-optimizers'
]

// Each language in one of the two ways a window is laid out, narrow and wide.
describe.each([
  ['ja', 1280, 800],
  ['en', 1024, 700]
] as const)('in the language %s and %s × %s pixels', (language, width, height) => {
  beforeAll(async () => {
    await learner.resize(width, height)
    if (learner.language !== language) learner = await inOtherLanguage(lab, learner)
  })

  it('the first line and every tab can be read', async () => {
    const found: Record<string, string[]> = {}
    for (const { id } of examples.filter((example) => shown.includes(example.id))) {
      await learner.openExample(id)
      await settled(lab)
      found[id] = await illegible(lab.page)
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })

  it('dialogs, menus, sheets and all settings of a run can be read', async () => {
    const { frame, lab: text } = words[language]
    await learner.openExample('book-optimizers')
    const isFolded = width < 1180
    if (isFolded) await learner.unfold()
    await learner.toggleSettings(4)
    await settled(lab)
    expect(await illegible(lab.page)).toEqual([])
    await learner.toggleSettings(4)
    await learner.eachInspected(async (name) => {
      await settled(lab)
      expect(await illegible(lab.page), name).toEqual([])
    })
    const { crowd, stop } = text.runs
    const { reading, rangesAndStart } = text.function
    for (const name of [reading, rangesAndStart, text.gradient.heading, stop.heading, crowd.heading]) {
      await learner.inSheet(name, async () => expect(await illegible(lab.page), name).toEqual([]))
    }
    await learner.openMore()
    expect(await illegible(lab.page)).toEqual([])
    await learner.closeSheet()
    await lab.page.getByRole('banner').getByRole('button', { name: text.examples.open }).click()
    await lab.page.getByRole('menuitem').first().waitFor()
    expect(await illegible(lab.page)).toEqual([])
    await learner.closeSheet()
    await learner.button(text.toolbar.export).click()
    const dialog = lab.page.getByRole('dialog', { name: text.export.heading })
    await dialog.getByRole('img').waitFor()
    expect(await illegible(lab.page)).toEqual([])
    await learner.closeSheet()
    if (isFolded) await learner.button(frame.fold).click()
  })
})

it('a text that is cut, covered, outside or broken would be found', async () => {
  await lab.page.evaluate(() => {
    const planted = document.createElement('div')
    planted.innerHTML = `
      <div style="position:fixed;left:9px;top:9px;width:30px;overflow:hidden;white-space:nowrap">Planted and cut</div>
      <div style="position:absolute;left:300px;top:300px">Planted below</div>
      <div style="position:absolute;left:304px;top:302px">Planted above</div>
      <div style="position:fixed;left:-20px;top:400px">Planted outside</div>
      <button type="button" style="position:fixed;left:400px;top:400px;width:60px;height:90px">Planted and broken</button>`
    document.body.append(planted)
  })
  const faults = (await illegible(lab.page)).filter((fault) => fault.includes('Planted'))
  expect(faults).toEqual(
    expect.arrayContaining([
      expect.stringContaining('cut off at the side: “Planted and cut”'),
      'over one another: “Planted below” and “Planted above”',
      'outside the window: “Planted outside”',
      'broken inside a button: “Planted and broken”'
    ])
  )
})
