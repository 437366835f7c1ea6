import { blank, withFormula, withGradient, withStart, withSteps, withStop, withVariable } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withSetting } from '@shared/experiment/runs'
import type { Question, Reply } from '@shared/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { bridge } from '../../support/bridge'
import { ask } from '../../support/core-ask'
import { experimentNamed, inLaboratory, soon } from '../laboratory'

afterEach(() => {
  bridge.ask = ask
  bridge.cancel.mockClear()
})

const race = (experiment: Experiment) => inLaboratory(() => null, experiment)
const plane = experimentNamed('descent-2d')

/** Answers nothing until it is told to, and keeps what was asked. */
function late(name: Question['name']) {
  const asked: Question[] = []
  const answers: ((reply: Reply) => void)[] = []
  bridge.ask = ((question: Question) => {
    if (question.name !== name) return ask(question)
    asked.push(question)
    return new Promise((resolve) => answers.push(resolve))
  }) as typeof ask
  return { asked, answer: (reply: Reply) => answers.at(-1)?.(reply) }
}

describe('the budget of a comparison', () => {
  it('is as many evaluations as the runs may spend, else as they were compared with last, else as they have steps', async () => {
    const { lab, scene } = race(withSteps(plane, 77))
    const { comparison } = scene
    expect(comparison.budget()).toBe(77)
    lab.change((experiment) => withStop(experiment, { evaluations: 50 }))
    expect(comparison.budget()).toBe(50)
    comparison.compare()
    await soon(() => expect(lab.experiment().comparison?.budget).toBe(50))
    lab.change((experiment) => withStop(experiment, { evaluations: null }))
    expect(comparison.budget()).toBe(50)
    lab.change((experiment) => withStop(withSteps(experiment, 0), { evaluations: null }))
    expect(comparison.budget()).toBe(50)
  })

  it('is at least 1', () => {
    expect(race(withSteps(plane, 0)).scene.comparison.budget()).toBe(1)
  })

  it('stays as it was typed while the document is changed, and goes with it', () => {
    const { lab, scene } = race(plane)
    scene.comparison.setBudget(4321)
    lab.change((experiment) => withSteps(experiment, 20))
    expect(scene.comparison.budget()).toBe(4321)
    lab.begin(withSteps(blank(), 77))
    expect(scene.comparison.budget()).toBe(77)
  })
})

describe('what was compared', () => {
  it.each<readonly [string, (experiment: Experiment) => Experiment]>([
    ['the way to the gradient', (experiment) => withGradient(experiment, { method: 'central' })],
    ['the start', (experiment) => withStart(experiment, [1, 2])],
    ['the function', (experiment) => withFormula(experiment, 'x0^2 + 3 x1^2')],
    ['the steps', (experiment) => withSteps(experiment, 5)],
    ['a rule that ends runs', (experiment) => withStop(experiment, { gradient: 1e-3 })],
    ['a run', (experiment) => withSetting(experiment, experiment.runs[0]?.id ?? '', 'lr', 0.01)]
  ])('is no longer shown once %s is another', async (_, change) => {
    const { lab, scene } = race(plane)
    scene.comparison.compare()
    await soon(() => expect(scene.comparison.report()).toBeDefined())
    lab.change(change)
    expect(scene.comparison.report()).toBeUndefined()
  })

  it('is no longer computed once it is of no use, and its answer changes nothing', async () => {
    const { asked, answer } = late('comparison')
    const { lab, scene } = race(plane)
    scene.comparison.compare()
    await soon(() => expect(asked).toHaveLength(1))
    expect(bridge.cancel).not.toHaveBeenCalledWith('comparison')
    lab.change((experiment) => withSteps(experiment, 20))
    expect(bridge.cancel).toHaveBeenCalledWith('comparison')
    expect(scene.comparison.working()).toBe(false)
    const before = lab.experiment()
    answer(await ask(asked[0] as Question))
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(lab.experiment()).toBe(before)
  })

  it('asks for every run from the shared start, with the schedule and noise it has', async () => {
    const { asked } = late('comparison')
    const [run] = plane.runs
    const noisy = { ...run, noise: { sigma: 0.5, seed: 3 }, start: [9, 9] } as Experiment['runs'][number]
    const { scene } = race(withGradient({ ...plane, runs: [noisy] }, { method: 'forward' }))
    scene.comparison.setBudget(40)
    scene.comparison.compare()
    await soon(() => expect(asked).toHaveLength(1))
    expect(asked[0]?.body).toMatchObject({
      budget: 40,
      start: plane.start,
      gradient: { method: 'forward' },
      runs: [{ noise: { sigma: 0.5, seed: 3 } }]
    })
  })
})

describe('the lowest point', () => {
  it('is looked for from within the ranges of the variables', async () => {
    const ranged = withVariable(blank(), 'x', { min: 40, max: 50 })
    const { asked } = late('minimum')
    race(ranged).scene.minimum.search()
    await soon(() => expect(asked).toHaveLength(1))
    expect(asked[0]?.body).toMatchObject({ ranges: [{ min: 40, max: 50 }], start: ranged.start })
  })

  it('is no longer looked for once the function is another', async () => {
    const { asked } = late('minimum')
    const { lab, scene } = race(plane)
    scene.minimum.search()
    await soon(() => expect(asked).toHaveLength(1))
    lab.change((experiment) => withFormula(experiment, 'x0^2 + 3 x1^2'))
    expect(bridge.cancel).toHaveBeenCalledWith('minimum')
    expect(scene.minimum.working()).toBe(false)
  })

  it('is kept while the start moves, but not once the ranges it was sought in are others', async () => {
    const { lab, scene } = race(blank())
    scene.minimum.search()
    await soon(() => expect(scene.minimum.report()).toBeDefined())
    lab.change((experiment) => withStart(experiment, [1]))
    expect(scene.minimum.report()).toBeDefined()
    lab.change((experiment) => withVariable(experiment, 'x', { min: 2, max: 50 }))
    expect(scene.minimum.report()).toBeUndefined()
  })
})
