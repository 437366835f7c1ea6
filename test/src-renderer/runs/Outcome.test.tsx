import { blank, withFormula, withStart, withSteps, withStop } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withMethod, withRun, withRunAdded, withSetting } from '@shared/experiment/runs'
import { describe, expect, it, vi } from 'vitest'
import { VerdictLine } from '../../../src-renderer/runs/Outcome'
import { bridge, tell } from '../../support/bridge'
import { button, inLaboratory, shows, soon } from '../laboratory'

const experimentOf = (formula: string, start: readonly number[], steps: number): Experiment =>
  withSteps(withStart(withFormula(blank(), formula), start), steps)
const outcome = (experiment: Experiment, language: 'en' | 'ja' = 'en') =>
  inLaboratory((scene) => <VerdictLine scene={scene} />, experiment, language)

const bowl = withSetting(experimentOf('x^2 + y^2', [4, 5], 15), 'run-1', 'lr', 1.02)
const well = withSetting(experimentOf('x^4/4 - x^2/2 + y^2', [0, 2], 200), 'run-1', 'lr', 0.1)
const banana = experimentOf('(1 - x)^2 + 100(y - x^2)^2', [-1.2, 1], 10)

describe('what would help is applied with a click, and undone with another', () => {
  it('a learning rate', async () => {
    const { lab } = outcome(bowl)
    await shows('Diverging: 1.04 times farther with each step. With a learning rate below 1 it converges (2 ÷ the')
    await shows('Learning rate 0.5 gets to a minimum in 1 step (checked).')
    button('Use 0.5').click()
    await shows('Converged in 1 step: minimum at (0, 0).')
    expect(document.querySelector('.outcome button')).toBeNull()
    lab.undo()
    await shows('Diverging')
    expect(lab.experiment()).toEqual(bowl)
  })

  it('another start: the shared one of the only run', async () => {
    const { lab } = outcome(well)
    await shows('The start (0.1, 2) gets to a minimum')
    button('Start there').click()
    expect(lab.experiment()).toMatchObject({ start: [0.1, 2], runs: [{ start: null }] })
    await shows('Converged')
    lab.undo()
    expect(lab.experiment()).toEqual(well)
  })

  it('another start: its own where several runs share one, or it has one already', async () => {
    const { lab } = outcome(withRunAdded(well))
    await shows('The start (0.1, 2) gets to a minimum')
    button('Start there').click()
    expect(lab.experiment()).toMatchObject({ start: [0, 2], runs: [{ start: [0.1, 2] }, { start: null }] })
  })

  it('its own start where it has one', async () => {
    const { lab } = outcome(withRun(withStart(well, [3, 3]), 'run-1', { start: [0, 2] }))
    await shows('The start (0.1, 2) gets to a minimum')
    button('Start there').click()
    expect(lab.experiment()).toMatchObject({ start: [3, 3], runs: [{ start: [0.1, 2] }] })
  })

  it('more steps, which all runs take', async () => {
    const { lab } = outcome(withMethod(banana, 'run-1', 'bfgs', 'library'))
    await shows(/With the same settings it gets to a minimum in \d+ steps/)
    const [, steps] = /minimum in (\d+) steps/.exec(document.body.textContent ?? '') ?? []
    const [, most] = /Take (\d+) steps/.exec(document.body.textContent ?? '') ?? []
    button(`Take ${most} steps`).click()
    expect(lab.experiment().steps).toBe(Number(most))
    await shows(`Converged in ${steps} steps: minimum at (1, 1).`)
    lab.undo()
    expect(lab.experiment().steps).toBe(10)
  })

  it('a learning rate that needs more steps takes them along, in one change', async () => {
    const { lab } = outcome(withSetting(banana, 'run-1', 'lr', 0.5), 'ja')
    await shows('学習率 0.001 なら 20\u2009\u2060871 回で極小点に着きます（ステップ数 21\u2009\u2060000 で確認済み）')
    document.querySelector<HTMLButtonElement>('.outcome button')?.click()
    expect(lab.experiment()).toMatchObject({ runs: [{ settings: { lr: 0.001 } }] })
    expect(lab.experiment().steps).toBeGreaterThan(10_000)
    await shows('回で収束：極小点 (')
    lab.undo()
    expect(lab.experiment().steps).toBe(10)
  })
})

it('says which rule ended a run, in both languages', async () => {
  const ended = withStop(withSetting(bowl, 'run-1', 'lr', 0.1), { gradient: 1 })
  outcome(ended)
  await shows('not converged yet (it comes to rest at step 42). Stopped because ‖∇f‖ ≤ 1.')
})

it('says so in Japanese', async () => {
  outcome(withStop(withSetting(bowl, 'run-1', 'lr', 0.1), { target: 30 }), 'ja')
  await shows('回で目標の f ≤ 30 に到達')
})

it('says of noise that it keeps the run from settling', async () => {
  const noisy = withRun(withSetting(withSteps(bowl, 400), 'run-1', 'lr', 0.1), 'run-1', {
    noise: { sigma: 1, seed: 7 }
  })
  inLaboratory((scene) => <VerdictLine scene={scene} />, noisy, 'ja')
  await shows('勾配のノイズがあるため、一点には落ち着きません')
  await soon(() => expect(document.querySelector('.bad')).toBeNull())
})

describe('a verdict', () => {
  const by = (experiment: Experiment, lr: number) => withSetting(experiment, 'run-1', 'lr', lr)
  const corner = experimentOf('10abs(x - y) + abs(x + y)', [3, 1], 60)

  it.each([
    ['diverged', by(bowl, 1e60)],
    ['growing', bowl],
    ['left-domain', by(experimentOf('sqrt(x)', [0.04], 20), 0.1)],
    ['circling', by(experimentOf('x^2', [3], 20), 1)],
    ['kink', withMethod(corner, 'run-1', 'trust-region', 'book')]
  ] as const)('is red where the run gets nowhere like this: %s', async (kind, experiment) => {
    const { scene } = outcome(experiment)
    await soon(() => expect(scene.verdicts[0]?.verdict()).toMatchObject({ kind }))
    await soon(() => expect(document.querySelector('.outcome .bad')).not.toBeNull())
  })

  it.each([
    ['minimum', by(bowl, 0.5)],
    ['descending', by(bowl, 0.01)]
  ] as const)('is not red where it does: %s', async (kind, experiment) => {
    const { scene } = outcome(experiment)
    await soon(() => expect(scene.verdicts[0]?.verdict()).toMatchObject({ kind }))
    await soon(() => expect(document.querySelector('.outcome p')).not.toBeNull())
    expect(document.querySelector('.outcome .bad')).toBeNull()
  })
})

it('is not told while it is being found: not that of the run as it was before', async () => {
  const { ask } = bridge
  let judge = () => {}
  let gate = Promise.resolve()
  const asking = vi.spyOn(bridge, 'ask').mockImplementation(async (question) => {
    if (question.name === 'verdict') await gate
    return ask(question)
  })
  const { lab, scene } = outcome(bowl)
  await shows('Diverging')
  gate = new Promise((resolve) => {
    judge = resolve
  })
  lab.change((experiment) => withSetting(experiment, 'run-1', 'lr', 0.5))
  await soon(() => expect(scene.reports()?.[0]).toMatchObject({ values: { 1: 0 } }))
  expect(document.querySelector('.outcome')?.textContent).toBe('Judging …')
  tell({ slot: 'verdict-0', share: 0.5 })
  await shows('Judging how it went … 50 %')
  button('Stop here').click()
  expect(bridge.cancel).toHaveBeenCalledWith('verdict-0')
  judge()
  await shows('Converged in 1 step')
  asking.mockRestore()
})

it('of the higher of two valleys says that there is a lower one, once it is known', async () => {
  const high = withSetting(experimentOf('x^4 - 3x^2 + x', [2], 100), 'run-1', 'lr', 0.05)
  const { scene, lab } = outcome(high)
  await shows('minimum at 1.13')
  expect(document.body.textContent).not.toContain('A lower minimum')
  scene.minimum.search()
  await shows(/minimum at 1\.131\. A lower minimum is known: −1\.30\d*\./)
  lab.change((experiment) => withStart(experiment, [-2]))
  await shows(/minimum at −1\.30\d*\.$/)
})
