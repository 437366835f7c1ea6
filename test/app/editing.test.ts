import { words } from '@shared/words/index'
import type { Locator } from 'playwright-core'
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
const functionBar = () => lab.page.getByRole('region', { name: text.function.heading, exact: true })

describe('a typed function', () => {
  it('shows itself and its derivatives as mathematics', async () => {
    await learner.enterFunction('sin(x)*y^2')
    await expect.poll(() => typeset(functionBar())).toEqual(['f(x,y)=sinx⋅y2', '∇f=(y2cosx,2ysinx)'])
    const whole = ['f(x,y)=sinx⋅y2', '∂x∂f=y2cosx', '∂y∂f=2ysinx']
    await learner.inSheet(text.function.reading, (sheet) => expect.poll(() => typeset(sheet)).toEqual(whole))
    await learner.drawn()
  })

  it('that is broken is explained at its place, and the last picture stays, greyed', async () => {
    await learner.drawn()
    const before = (await learner.plots()).length
    await learner.enterFunction('x^2 + ')
    await lab.page.keyboard.type('(y^2')
    // The editor has closed the bracket by itself.
    await lab.page.keyboard.press('Delete')
    await functionBar().getByRole('alert').waitFor()
    expect(await functionBar().getByRole('alert').textContent()).toBe(
      words.ja.problems['bracket-unclosed']({ bracket: '(', expected: ')' })
    )
    expect(await functionBar().locator('.cm-lintRange-error, .cm-lintPoint-error').count()).toBeGreaterThan(0)
    await expect.poll(() => lab.page.locator('main .stale').count()).toBe(before)
  })

  it('that is mended is drawn at once', async () => {
    await lab.page.keyboard.insertText(')')
    await expect.poll(() => functionBar().getByRole('alert').count()).toBe(0)
    await expect.poll(() => typeset(functionBar())).toEqual(['f(x,y)=x2+y2', '∇f=(2x,2y)'])
    await learner.drawn()
  })

  it('has a slider for a letter that is no variable', async () => {
    await learner.enterFunction('a*x^2 + y^2')
    await learner.inSheet(text.function.parameters, async (sheet) => {
      await sheet.getByRole('slider', { name: text.function.parameter('a'), exact: true }).waitFor()
      await learner.field(text.function.parameter('a')).fill('3')
    })
    await lab.page.locator('.function-bar').getByText('a = 3').waitFor()
    await expect.poll(() => typeset(functionBar())).toEqual(['f(x,y)=ax2+y2', '∇f=(2ax,2y)'])
    await learner.drawn()
  })
})

describe('undo and redo', () => {
  it('take back and restore every kind of change, one by one', async () => {
    const { page } = lab
    await learner.openExample('saddle')
    const sliderOfRate = page.getByRole('slider', { name: words.ja.methods.settings.lr.name, exact: true }).first()
    const { parameters, rangesAndStart } = text.function
    const inSheet = (name: string, change: (sheet: Locator) => Promise<unknown>) => () => learner.inSheet(name, change)
    const changes: Readonly<Record<string, () => Promise<unknown>>> = {
      'the function': () => learner.enterFunction('x^2 - k*y^2'),
      'the value of a parameter': inSheet(parameters, () => learner.field(text.function.parameter('k')).fill('2')),
      'a variable made a parameter': inSheet(rangesAndStart, () =>
        learner.button(text.function.toParameter('y')).click()
      ),
      'a parameter made a variable': inSheet(parameters, () => learner.button(text.function.toVariable('y')).click()),
      'a range': inSheet(rangesAndStart, () => learner.field(text.function.to('x')).fill('4')),
      'the start': inSheet(rangesAndStart, (sheet) => sheet.getByLabel(text.function.startOf('y')).fill('0.5')),
      'the source of the gradient': inSheet(text.gradient.heading, () =>
        learner.option(text.gradient.heading, text.gradient.central).click()
      ),
      'the step size h': inSheet(text.gradient.heading, () => learner.field(text.gradient.h).fill('0.001')),
      'the number of steps': () => learner.field(words.ja.methods.settings.steps.name).fill('20'),
      'a learning rate, by its slider': () => sliderOfRate.press('PageUp'),
      'a run more': () => learner.button(text.runs.add).click(),
      'a run duplicated': () => learner.button(text.runs.duplicate).first().click(),
      'a run less': () => learner.button(text.runs.remove).first().click(),
      'a method': () => page.getByRole('combobox', { name: text.runs.method }).first().selectOption('adam'),
      'the title': () => learner.field(text.toolbar.title).fill('鞍点'),
      'the notes': () => learner.field(text.note.notes).fill('y = 0 の上では落ちない')
    }
    // Duplicate and remove stand among a run's settings, the notes behind their heading.
    await learner.toggleSettings()
    await page.getByText(text.note.notes, { exact: true }).click()
    const settled: string[][] = [await learner.settings()]
    for (const [name, change] of Object.entries(changes)) {
      await change()
      await expect.poll(() => learner.settings(), { message: name }).not.toEqual(settled.at(-1))
      settled.push(await learner.settings())
    }
    const names = Object.keys(changes)
    for (let at = names.length - 1; at >= 0; at--) {
      await page.keyboard.press('Control+z')
      await expect.poll(() => learner.settings(), { message: `undo ${names[at]}` }).toEqual(settled[at])
    }
    for (const [at, name] of names.entries()) {
      await page.keyboard.press('Control+Shift+Z')
      await expect.poll(() => learner.settings(), { message: `redo ${name}` }).toEqual(settled[at + 1])
    }
    expect(await learner.button(text.toolbar.redo).isDisabled()).toBe(true)
  })
})
