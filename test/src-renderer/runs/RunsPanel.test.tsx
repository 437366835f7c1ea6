import { blank, withFormula, withGradient, withStart } from '@shared/experiment/edit'
import { freshRun, withMethod, withSetting } from '@shared/experiment/runs'
import { isFixedRate } from '@shared/methods/method'
import { methodIds, methods } from '@shared/methods/table'
import { describe, expect, it, vi } from 'vitest'
import { CrowdFields } from '../../../src-renderer/runs/CrowdFields'
import { VerdictLine } from '../../../src-renderer/runs/Outcome'
import { AddRun, RunsPanel } from '../../../src-renderer/runs/RunsPanel'
import { StopFields } from '../../../src-renderer/runs/StopFields'
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
  inLaboratory(
    (scene) => (
      <>
        <AddRun />
        <RunsPanel scene={scene} />
        <StopFields />
        <CrowdFields scene={scene} />
        <VerdictLine scene={scene} />
      </>
    ),
    experiment,
    language
  )

const methodList = () => named<HTMLSelectElement>('select', 'Method')

describe('runs', () => {
  it('are added, duplicated and removed, each step undone alone', () => {
    const { lab } = panel()
    const ids = () => lab.experiment().runs.map(({ id }) => id)
    button('Add').click()
    expect(ids()).toEqual(['run-1', 'run-2'])
    button('Settings').click()
    button('Duplicate this run').click()
    expect(ids()).toEqual(['run-1', 'run-3', 'run-2'])
    expect(allNamed('select', 'Method')).toHaveLength(3)
    button('Remove this run').click()
    expect(ids()).toEqual(['run-3', 'run-2'])
    lab.undo()
    lab.undo()
    expect(ids()).toEqual(['run-1', 'run-2'])
  })

  it('may all be removed', () => {
    panel()
    button('Settings').click()
    button('Remove this run').click()
    expect(document.body.textContent).toContain('No run yet.')
  })

  it('are eight at most, and the buttons say so', () => {
    const { lab } = panel()
    for (let more = 0; more < 7; more++) button('Add').click()
    expect(lab.experiment().runs).toHaveLength(8)
    expect(button('Add').disabled).toBe(true)
    expect(button('Add').title).toBe('Eight runs are the most that can be told apart.')
    button('Settings').click()
    expect(button('Duplicate this run').disabled).toBe(true)
  })

  it('are hidden in the plots by a press on their mark, and shown again, which is no change to undo', () => {
    const { lab } = panel()
    button('Run 1 is drawn').click()
    expect(lab.experiment().view.hidden).toEqual(['run-1'])
    expect(button('Run 1 is drawn').getAttribute('aria-pressed')).toBe('false')
    button('Run 1 is drawn').click()
    expect([lab.experiment().view.hidden, lab.canUndo()]).toEqual([undefined, false])
  })

  it('leave the selection to one that is drawn when they are hidden, and take it when they are shown', () => {
    const more = ['run-2', 'run-3'].map((id, index) => ({ ...freshRun([], 'adam'), id, colour: index + 1 }))
    const { lab } = panel({ ...blank(), runs: [freshRun([], 'descent'), ...more] })
    lab.selectRun(1)
    button('Run 2 is drawn').click()
    expect(lab.run()).toBe(2)
    button('Run 3 is drawn').click()
    expect(lab.run()).toBe(0)
    button('Run 1 is drawn').click()
    expect(lab.run()).toBe(0)
    button('Run 2 is drawn').click()
    expect([lab.run(), lab.experiment().view.hidden]).toEqual([1, ['run-3', 'run-1']])
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
    expect([...methodList().options].map(({ value }) => value).toSorted()).toEqual(methodIds.toSorted())
    for (const group of methodList().querySelectorAll('optgroup')) expect(group.children.length).toBeGreaterThan(0)
    const adaptive = document.querySelector('optgroup[label="A rate for each coordinate"]')
    expect([...(adaptive?.querySelectorAll('option') ?? [])].map(({ text }) => text)).toContain('Adam')
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
    button('Settings').click()
    const choice = (label: string) =>
      [...document.querySelectorAll<HTMLElement>('.run-part label')].find((one) => one.textContent === label)
    const lines = (which: '' | '.replaced') => {
      const rule = document.querySelector(`.update-rule${which || ':not(.replaced)'}`)
      return [...(rule?.querySelectorAll('annotation') ?? [])].map((line) => line.textContent)
    }
    const book = ['v \\leftarrow \\mu v - \\eta\\nabla f', 'x \\leftarrow x + v']
    const library = ['b \\leftarrow \\mu b + \\nabla f', 'x \\leftarrow x - \\eta b']
    expect(lines('')).toEqual(book)
    expect(lines('.replaced')).toEqual(library)
    expect(document.body.textContent).toContain('The marked lines differ; PyTorch:')
    expect(document.body.textContent).toContain('Usual settings, PyTorch: η = 0.001')
    choice('PyTorch')?.click()
    expect(lab.experiment().runs[0]?.convention).toBe('library')
    expect(lines('')).toEqual(library)
    expect(lines('.replaced')).toEqual(book)
    choose(methodList(), 'descent')
    expect(choice('PyTorch')).toBeUndefined()
  })

  it('marks the lines of its rule that are others in the other convention', () => {
    panel({ ...blank(), runs: [freshRun([], 'adagrad', 'library')] })
    button('Settings').click()
    const marked = [...document.querySelectorAll('.marked annotation')].map((line) => line.textContent)
    // The library has a rate of its own; the sum of squares is the same in both.
    expect(marked).toHaveLength(2)
    expect(marked[0]).toContain('\\eta_t')
  })

  it('shows only the learning rate until all settings are wanted', () => {
    panel({ ...blank(), runs: [freshRun([], 'momentum')] })
    expect(allNamed('input', 'momentum')).toHaveLength(0)
    button('Settings').click()
    expect(field('momentum').value).toBe('0.9')
    expect(slider('momentum').getAttribute('aria-valuetext')).toBe('0.9')
    expect(button('Settings').getAttribute('aria-expanded')).toBe('true')
  })

  it('says what it and each of its settings mean once they are opened', () => {
    const { lab } = panel({ ...blank(), runs: [freshRun([], 'momentum')] })
    const { meanings, settings } = lab.words().methods
    const shown = () =>
      [...document.querySelectorAll('.run p.meaning, .run p.meaning span')].map((one) => one.textContent)
    expect(shown()).toEqual([])
    button('Settings').click()
    expect(shown()).toEqual(expect.arrayContaining([meanings.momentum, settings.lr.meaning, settings.momentum.meaning]))
  })
})

describe('a method with code of its own', () => {
  it.each(['trust-region', 'nelder-mead'])('shows the lines of its usual steps, each with what it is for: %s', (id) => {
    const method = methods.find((row) => row.id === id)
    if (!method || isFixedRate(method)) throw new Error(`${id} has no lines`)
    panel({ ...blank(), runs: [freshRun([], id)] })
    button('Settings').click()
    const lines = [...document.querySelectorAll('.update-rule .line')]
    expect(lines).toHaveLength(method.lines.filter((line) => !line.aside).length)
    for (const line of lines) {
      const tex = line.querySelector('annotation')?.textContent ?? ''
      for (const { id } of method.settings) expect(tex).not.toContain(`{${id}}`)
      expect(line.querySelector('.meaning')?.textContent).toMatch(/\w/)
    }
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

  it('goes back to its usual value by a button that is there only then', () => {
    const { lab } = panel()
    button('Settings').click()
    button('Back to the usual 0.01').click()
    expect(lab.experiment().runs[0]?.settings['lr']).toBe(0.01)
    expect(allNamed('button', 'Back to the usual 0.01')).toEqual([])
  })

  it('dragged in one go is undone in one go', () => {
    const { lab } = panel()
    for (const text of ['0.2', '0.3', '0.4']) type(field('learning rate'), text)
    lab.undo()
    expect(lab.experiment().runs[0]?.settings['lr']).toBe(0.1)
  })
})

describe('the schedule of a run', () => {
  const list = () => named<HTMLSelectElement>('select', 'Learning rate over the steps')

  it('is chosen, set, and shown as a small chart of the rates', () => {
    const { lab } = panel()
    button('Settings').click()
    expect(document.querySelector('.rates')).toBeNull()
    choose(list(), 'step')
    expect(lab.experiment().runs[0]?.schedule).toEqual({ id: 'step', settings: { gamma: 0.5, every: 10 } })
    // 30 steps by 0.1, halved after 10 and after 20 of them.
    expect(named('svg', '0.1 → 0.025 in 30 steps').querySelector('polyline')).not.toBeNull()
    type(field('steps between'), '20')
    expect(lab.experiment().runs[0]?.schedule.settings['every']).toBe(20)
    named('svg', '0.1 → 0.05 in 30 steps')
    type(field('steps between'), '2.5')
    expect(alerts()).toHaveLength(1)
    lab.undo()
    lab.undo()
    expect(lab.experiment().runs[0]?.schedule.id).toBe('constant')
  })

  it('tells the highest rate, where that is neither the first nor the last', () => {
    panel()
    button('Settings').click()
    choose(list(), 'warmup')
    // By 0.1, risen in 10 of 30 steps and fallen in 20: 0.1 · (1 + cos(19π/20))/2 in the last one.
    named('svg', `0.01 → 0.1 → ${(0.05 * (1 + Math.cos((19 * Math.PI) / 20))).toPrecision(3)} in 30 steps`)
  })

  it('is not offered for a method whose steps have no learning rate', () => {
    const algorithm = methods.find((row) => !isFixedRate(row))
    if (!algorithm) return
    panel({ ...blank(), runs: [freshRun([], algorithm.id, algorithm.convention)] })
    button('Settings').click()
    expect(allNamed('select', 'Learning rate over the steps')).toEqual([])
  })
})

describe('the noise of a run', () => {
  it('has a size, and once that is not 0 a seed, typed or rolled', () => {
    const { lab } = panel()
    const noise = () => lab.experiment().runs[0]?.noise
    button('Settings').click()
    expect(allNamed('button', 'Another seed')).toEqual([])
    type(field('standard deviation'), '-1')
    expect(alerts()).toEqual(['The standard deviation must be at least 0, not −1.'])
    type(field('standard deviation'), '0.5')
    expect(noise()).toEqual({ sigma: 0.5, seed: 1 })
    type(field('seed'), '7')
    expect(noise()).toEqual({ sigma: 0.5, seed: 7 })
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.42)
    button('Another seed').click()
    expect(noise()?.seed).toBe(4200)
    type(field('seed'), '4294967296')
    expect(alerts()).toEqual([
      'The seed must be an integer from 0 to 4\u2009\u2060294\u2009\u2060967\u2009\u2060295, not 4294967296.'
    ])
  })
})

describe('the update rule', () => {
  it.each(['book', 'library'] as const)('of the %s is that again after a method that has only one', (convention) => {
    const { lab } = panel({ ...blank(), runs: [freshRun([], 'adam', convention)] })
    choose(methodList(), 'adamw')
    expect(lab.experiment().runs[0]?.convention).toBe('library')
    choose(methodList(), 'newton')
    choose(methodList(), 'adam')
    expect(lab.experiment().runs[0]?.convention).toBe(convention)
  })
})

it('noise is not offered for a method that asks for no gradient', () => {
  const { lab } = panel()
  button('Settings').click()
  expect(allNamed('input', 'standard deviation')).toHaveLength(1)
  lab.change((experiment) => withMethod(experiment, 'run-1', 'nelder-mead', 'library'))
  expect(allNamed('input', 'standard deviation')).toEqual([])
})

describe('what ends a run early', () => {
  const box = (name: string) =>
    [...document.querySelectorAll<HTMLLabelElement>('label.check')]
      .find((label) => label.textContent?.trim() === name)
      ?.querySelector('input') as HTMLInputElement

  it('is nothing until it is asked for, and is told in short beside the heading', () => {
    const { lab } = panel()
    const told = () => button('Stop early').textContent
    expect(told()).toBe('Stop early')
    box('gradient ‖∇f‖ at most').click()
    box('evaluations spent').click()
    expect(lab.experiment().stop).toEqual({ gradient: 1e-6, step: null, target: null, evaluations: 1000 })
    type(field('gradient ‖∇f‖ at most'), '0.5')
    expect(told()).toBe('Stop early ‖∇f‖ ≤ 0.5, evaluations ≥ 1000')
    box('gradient ‖∇f‖ at most').click()
    box('evaluations spent').click()
    expect(told()).toBe('Stop early')
  })

  it('refuses a bound that cannot be', () => {
    const { lab } = panel()
    box('step ‖Δx‖ at most').click()
    type(field('step ‖Δx‖ at most'), '-1e-3')
    expect(alerts()).toEqual(['The bound on ‖Δx‖ must be at least 0, not −0.001.'])
    box('evaluations spent').click()
    type(field('evaluations spent'), '0.5')
    expect(alerts()).toContain(
      'The number of evaluations must be an integer from 1 to 100\u2009\u2060000\u2009\u2060000, not 0.5.'
    )
    type(field('evaluations spent'), '0')
    expect(alerts()).toContain(
      'The number of evaluations must be an integer from 1 to 100\u2009\u2060000\u2009\u2060000, not 0.'
    )
    box('value f at most').click()
    type(field('value f at most'), '-3')
    expect(lab.experiment().stop).toEqual({ gradient: null, step: 1e-8, target: -3, evaluations: 1000 })
  })
})

describe('many starts', () => {
  const plane = withFormula(blank(), 'x^2 + 3 y^2')
  const layout = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('.race-sheet .choice label')].find((label) => label.textContent === name)

  it('are laid out around the start of the selected run, and may become runs', () => {
    const { lab } = panel(plane)
    layout('ring')?.click()
    expect(lab.experiment().crowd).toMatchObject({ layout: 'ring', count: 8, radius: 3 })
    type(field('number of starts'), '9')
    expect(button('Make them runs').disabled).toBe(true)
    type(field('number of starts'), '5')
    button('Make them runs').click()
    expect(lab.experiment().runs).toHaveLength(5)
    expect(new Set(lab.experiment().runs.map(({ start }) => String(start))).size).toBe(5)
    lab.undo()
    expect(lab.experiment().runs).toHaveLength(1)
  })

  it('say how many they really are in a square', () => {
    panel(plane)
    layout('grid')?.click()
    expect(document.body.textContent).toContain('9 in the square')
    type(field('number of starts'), '145')
    expect(alerts()).toEqual(['The number of starts must be an integer from 1 to 144, not 145.'])
  })

  it('are even or random over one variable', () => {
    panel()
    const names = [...document.querySelectorAll('.race-sheet .choice label')].map((label) => label.textContent)
    expect(names).toEqual(['none', 'even', 'random'])
  })

  it('say where they ended', async () => {
    const { lab } = panel(plane)
    lab.change((experiment) => withSetting(experiment, 'run-1', 'lr', 0.15))
    lab.change((experiment) => ({ ...experiment, steps: 200 }))
    layout('ring')?.click()
    await shows('Of 8: 8 → minimum (0, 0).')
  })
})

describe('the number of steps', () => {
  it('is a whole number up to a million', () => {
    const { lab } = panel({ ...blank(), runs: [] })
    type(field('number of steps'), '1e6')
    expect(lab.experiment().steps).toBe(1e6)
    for (const text of ['1000001', '-1', '2.5']) {
      type(field('number of steps'), text)
      const sentence = `The number of steps must be an integer from 0 to 1\u2009\u2060000\u2009\u2060000, not ${text.replace('-', '−')}.`
      expect(alerts(), text).toEqual([sentence])
    }
    expect(lab.experiment().steps).toBe(1e6)
  })
})

describe('the start of a run', () => {
  it('is the shared one until it gets its own', () => {
    const { lab } = panel()
    const start = () => lab.experiment().runs[0]?.start
    button('Settings').click()
    button('Own start').click()
    expect(start()).toEqual([3])
    type(field('Start value of x'), '-2')
    expect(start()).toEqual([-2])
    button('Use the shared start').click()
    expect(start()).toBeNull()
  })

  it('of many variables is left to their list', () => {
    const { lab } = panel(withFormula(blank(), 'x y z w u v t'))
    button('Settings').click()
    button('Own start').click()
    expect(lab.experiment().runs[0]?.start).toHaveLength(7)
    expect(allNamed('input', 'Start value of x')).toEqual([])
    expect(document.querySelector('.own-start')?.textContent).toContain('set in the list of variables')
  })
})

describe('how a run went', () => {
  const outcomes = () => [...document.querySelectorAll('.run .outcome')].map((outcome) => outcome.textContent)

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

  it('is told by the card in a word, and stands in full only once', async () => {
    panel(experimentNamed('descent-2d'))
    await soon(() => expect(outcomes()).toEqual(['not converged yet']))
    const sentence = document.querySelector('.verdict-line p')?.textContent ?? ''
    expect(sentence).toMatch(/^Ended after 15 steps/)
    expect(document.body.textContent?.split(sentence)).toHaveLength(2)
  })

  it('comes with what was noticed on the way', async () => {
    panel(withGradient(withStart(blank(), [1e20]), { method: 'forward', h: 1e-4 }))
    await soon(() => expect(outcomes()[0]).toContain('h = 0.0001 is too small beside x'))
  })

  it('that cannot be computed is a problem of its own, and none of the others', async () => {
    const wrong = { ...freshRun([], 'descent'), settings: { lr: -1 } }
    const right = { ...freshRun([], 'descent'), id: 'run-2', settings: { lr: 0.5 } }
    panel({ ...blank(), runs: [wrong, right] })
    await soon(() => expect(outcomes()[1]).toContain('converged'))
    expect(outcomes()[0]).toContain('must be greater than 0')
    expect(document.querySelectorAll('.run .outcome.bad')).toHaveLength(1)
  })
})

it('a run is selected by a press on its card', () => {
  const { lab } = panel(experimentNamed('learning-rate'))
  document.querySelectorAll('.run')[2]?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(lab.run()).toBe(2)
  expect(document.querySelectorAll('.run')[2]?.classList.contains('selected')).toBe(true)
})
