import { blank, withFormula, withGradient, withStart } from '@shared/experiment/edit'
import { freshRun, withSetting } from '@shared/experiment/runs'
import { describe, expect, it } from 'vitest'
import { RunsPanel } from '../../../src-renderer/panels/RunsPanel'
import {
  alerts,
  allNamed,
  button,
  choose,
  experimentNamed,
  field,
  inLaboratory,
  named,
  shows,
  slider,
  soon,
  type
} from '../laboratory'

const panel = (experiment = blank(), language: 'en' | 'ja' = 'en') =>
  inLaboratory((scene) => <RunsPanel scene={scene} />, experiment, language)

const methodList = () => named<HTMLSelectElement>('select', 'Method')

describe('runs', () => {
  it('are added, duplicated and removed, each step undone alone', () => {
    const { lab } = panel()
    const ids = () => lab.experiment().runs.map(({ id }) => id)
    button('Add').click()
    expect(ids()).toEqual(['run-1', 'run-2'])
    button('Duplicate this run').click()
    expect(ids()).toEqual(['run-1', 'run-3', 'run-2'])
    expect(allNamed('select', 'Method')).toHaveLength(3)
    allNamed('button', 'Remove this run')[0]?.click()
    expect(ids()).toEqual(['run-3', 'run-2'])
    lab.undo()
    lab.undo()
    expect(ids()).toEqual(['run-1', 'run-2'])
  })

  it('may all be removed', () => {
    panel()
    button('Remove this run').click()
    expect(document.body.textContent).toContain('No run yet.')
  })

  it('are eight at most, and the buttons say so', () => {
    const { lab } = panel()
    for (let more = 0; more < 7; more++) button('Add').click()
    expect(lab.experiment().runs).toHaveLength(8)
    expect(button('Add').disabled).toBe(true)
    expect(button('Add').title).toBe('Eight runs are the most that can be told apart.')
    expect(button('Duplicate this run').disabled).toBe(true)
  })

  it('are told apart by line and number', () => {
    panel({ ...blank(), runs: [freshRun([], 'descent'), { ...freshRun([], 'adam'), id: 'run-2', colour: 1 }] })
    const lines = ['Run 1', 'Run 2'].map((name) => named('svg', name).querySelector('line') as Element)
    const look = (line: Element) => [line.getAttribute('stroke'), line.getAttribute('stroke-dasharray')]
    expect(look(lines[0] as Element)).not.toEqual(look(lines[1] as Element))
  })
})

describe('the method of a run', () => {
  it('is chosen from the table and brings its own settings', () => {
    const { lab } = panel()
    expect([...methodList().options].map(({ text }) => text)).toEqual([
      'Gradient descent',
      'Momentum',
      'AdaGrad',
      'Adam'
    ])
    choose(methodList(), 'adam')
    expect(lab.experiment().runs[0]).toMatchObject({
      method: 'adam',
      convention: 'book',
      settings: { lr: 0.001, beta1: 0.9, beta2: 0.999, eps: 1e-7 }
    })
    expect(methodList().value).toBe('adam')
  })

  it('says which update rule it follows, and lets the other be chosen where there is one', () => {
    const { lab } = panel({ ...blank(), runs: [freshRun([], 'momentum')] })
    button('All settings').click()
    const choice = (label: string) =>
      [...document.querySelectorAll<HTMLElement>('.update-rule label')].find((one) => one.textContent === label)
    const lines = () => [...document.querySelectorAll('.update-rule annotation')].map((line) => line.textContent)
    expect(lines()).toEqual(['v \\leftarrow \\mu v - \\eta\\nabla f', 'x \\leftarrow x + v'])
    choice('PyTorch')?.click()
    expect(lab.experiment().runs[0]?.convention).toBe('library')
    expect(lines()).toEqual(['b \\leftarrow \\mu b + \\nabla f', 'x \\leftarrow x - \\eta b'])
    choose(methodList(), 'descent')
    expect(choice('PyTorch')).toBeUndefined()
  })

  it('shows only the learning rate until all settings are wanted', () => {
    panel({ ...blank(), runs: [freshRun([], 'momentum')] })
    expect(allNamed('input', 'momentum')).toHaveLength(0)
    button('All settings').click()
    expect(field('momentum').value).toBe('0.9')
    expect(slider('momentum').getAttribute('aria-valuetext')).toBe('0.9')
    expect(button('Fewer settings').getAttribute('aria-pressed')).toBe('true')
  })
})

describe('a setting', () => {
  it('is typed or dragged', () => {
    const { lab } = panel()
    const rate = () => lab.experiment().runs[0]?.settings['lr']
    type(field('learning rate'), '0.5')
    expect(rate()).toBe(0.5)
    expect(slider('learning rate').getAttribute('aria-valuetext')).toBe('0.5')
    slider('learning rate').value = '0'
    slider('learning rate').dispatchEvent(new Event('input', { bubbles: true }))
    expect(rate()).toBe(1e-4)
    expect(field('learning rate').value).toBe('0.0001')
  })

  it('outside of its bounds is refused with them', () => {
    const { lab } = panel()
    type(field('learning rate'), '0')
    expect(alerts()).toEqual(['The learning rate (lr) must be greater than 0, not 0.'])
    expect(lab.experiment().runs[0]?.settings['lr']).toBe(0.1)
  })

  it('dragged in one go is undone in one go', () => {
    const { lab } = panel()
    for (const text of ['0.2', '0.3', '0.4']) type(field('learning rate'), text)
    lab.undo()
    expect(lab.experiment().runs[0]?.settings['lr']).toBe(0.1)
  })
})

describe('the number of steps', () => {
  it('is a whole number up to a million', () => {
    const { lab } = panel({ ...blank(), runs: [] })
    type(field('Number of steps'), '1e6')
    expect(lab.experiment().steps).toBe(1e6)
    for (const text of ['1000001', '-1', '2.5']) {
      type(field('Number of steps'), text)
      expect(alerts(), text).toEqual(['A whole number from 0 to 1,000,000.'])
    }
    expect(lab.experiment().steps).toBe(1e6)
  })
})

describe('the start of a run', () => {
  it('is the shared one until it gets its own', () => {
    const { lab } = panel()
    const start = () => lab.experiment().runs[0]?.start
    button('All settings').click()
    button('Own start').click()
    expect(start()).toEqual([3])
    type(field('Start value of x'), '-2')
    expect(start()).toEqual([-2])
    button('Use the shared start').click()
    expect(start()).toBeNull()
  })

  it('of many variables is left to their list', () => {
    const { lab } = panel(withFormula(blank(), 'x y z w u v t'))
    button('All settings').click()
    button('Own start').click()
    expect(lab.experiment().runs[0]?.start).toHaveLength(7)
    expect(allNamed('input', 'Start value of x')).toEqual([])
    expect(document.querySelector('.own-start')?.textContent).toContain('set in the list of variables')
  })
})

describe('how a run went', () => {
  const outcomes = () => [...document.querySelectorAll('.outcome')].map((outcome) => outcome.textContent)

  it('is said in words, in the language of the moment', async () => {
    const { lab } = panel(experimentNamed('descent-2d'))
    await shows(/15 steps/)
    lab.prefer({ language: 'ja' })
    await shows(/15 回/)
  })

  it('comes with a learning rate that was tried, applied by a button', async () => {
    const { lab } = panel(withSetting(blank(), 'run-1', 'lr', 1.02))
    await soon(() => expect(document.querySelector('.outcome .bad')).not.toBeNull())
    const remedy = document.querySelector<HTMLButtonElement>('.outcome button')
    remedy?.click()
    const rate = lab.experiment().runs[0]?.settings['lr'] ?? Number.NaN
    expect(rate).toBeLessThan(1)
    expect(remedy?.textContent).toContain(String(rate))
    await soon(() => expect(document.querySelector('.outcome .bad')).toBeNull())
  })

  it('comes with what was noticed on the way', async () => {
    panel(withGradient(withStart(blank(), [1e20]), { method: 'forward', h: 1e-4 }))
    await soon(() => expect(outcomes()[0]).toContain('h = 0.0001 is too small beside x'))
  })

  it('that cannot be computed is a problem of its own, and none of the others', async () => {
    const wrong = { ...freshRun([], 'descent'), settings: { lr: -1 } }
    const right = { ...freshRun([], 'descent'), id: 'run-2', settings: { lr: 0.5 } }
    panel({ ...blank(), runs: [wrong, right] })
    await soon(() => expect(outcomes()[1]).toContain('Converged in 1 step'))
    expect(outcomes()[0]).toContain('must be greater than 0')
    expect(document.querySelectorAll('.outcome .bad')).toHaveLength(1)
  })
})

it('a run is selected by a press on its card', () => {
  const { lab } = panel(experimentNamed('learning-rate'))
  document.querySelectorAll('.run')[2]?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(lab.run()).toBe(2)
  expect(document.querySelectorAll('.run')[2]?.classList.contains('selected')).toBe(true)
})
