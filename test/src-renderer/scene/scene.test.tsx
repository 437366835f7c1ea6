import { withCrowdLayout } from '@shared/experiment/crowd'
import { blank, withFormula, withGradient, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withMethod, withRunAdded, withSetting } from '@shared/experiment/runs'
import { describe, expect, it } from 'vitest'
import { lastOpenable } from '../../../src-renderer/figures/runs'
import { experimentNamed, inLaboratory, soon } from '../laboratory'

const opened = (id: string) => inLaboratory(() => null, experimentNamed(id))

describe('the scene of an experiment', () => {
  it('has its derivatives and its runs', async () => {
    const { scene } = opened('descent-2d')
    await soon(() => expect(scene.analysis().last?.answer.derivatives).toEqual(['2x_0', '2x_1']))
    await soon(() => expect(scene.reports()?.[0]).toMatchObject({ taken: 15, stop: 'steps' }))
  })

  it('opens the selected step', async () => {
    const { lab, scene } = opened('descent-2d')
    expect(scene.opened()).toBeUndefined()
    lab.selectStep(1)
    await soon(() => expect(scene.opened()?.before).toEqual({ point: [4, 5], value: 41, gradient: [8, 10] }))
    lab.selectStep(0)
    expect(scene.opened()).toBeUndefined()
  })

  it('keeps the step opened before, until the selected one is', async () => {
    const { lab, scene } = opened('descent-2d')
    lab.selectStep(1)
    await soon(() => expect(scene.opened()?.step).toBe(1))
    lab.selectStep(9)
    expect(scene.opened()?.step).toBe(1)
    await soon(() => expect(scene.opened()?.step).toBe(9))
  })

  it('shows no step of another run under the name of the selected one, and keeps that of a run that is changed', async () => {
    const two = withRunAdded(experimentNamed('descent-2d'))
    const [first, second] = two.runs
    const { lab, scene } = inLaboratory(() => null, withSetting(two, second?.id ?? '', 'lr', 0.4))
    lab.selectStep(3)
    await soon(() => expect(scene.opened()?.lr).toBe(0.08))
    lab.selectRun(1)
    expect(scene.opened()).toBeUndefined()
    await soon(() => expect(scene.opened()?.lr).toBe(0.4))
    lab.change((experiment) => withSetting(experiment, second?.id ?? '', 'lr', 0.08))
    expect(scene.opened()?.lr).toBe(0.4)
    await soon(() => expect(scene.opened()?.lr).toBe(0.08))
    // Set alike, both have one step.
    lab.selectRun(0)
    expect(scene.opened()?.lr).toBe(0.08)
    lab.change((experiment) => withMethod(experiment, first?.id ?? '', 'momentum', 'book'))
    expect(scene.opened()).toBeUndefined()
  })

  it('shows no crowd of another run under the name of the selected one', async () => {
    const two = withRunAdded(experimentNamed('descent-2d'))
    const far = withCrowdLayout(withSetting(two, two.runs[1]?.id ?? '', 'lr', 0.4), 'random')
    const { lab, scene } = inLaboratory(() => null, withView(far, { tab: 'descend' }))
    await soon(() => expect(scene.crowd()).toBeDefined())
    lab.selectRun(1)
    expect(scene.crowd()).toBeUndefined()
    await soon(() => expect(scene.crowd()).toBeDefined())
  })

  it('opens no step beyond the end of a run', async () => {
    // √x from 0.04 by 0.1: the first step leads to −0.21, where there is no root.
    const root = withFormula({ ...blank(), start: [0.04] }, 'sqrt(x)')
    const { lab, scene } = inLaboratory(() => null, root)
    await soon(() => expect(scene.reports()?.[0]).toMatchObject({ stop: 'left-domain' }))
    lab.selectStep(7)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(lab.step()).toBe(7)
    expect(scene.opened()).toBeUndefined()
  })

  it('tells the step that is taken, and ends that with a change of the function, of a run or of the start', async () => {
    for (const change of [
      (experiment: Experiment) => withFormula(experiment, 'x0^2 + 2*x1^2'),
      (experiment: Experiment) => withSetting(experiment, experiment.runs[0]?.id ?? '', 'lr', 0.4),
      (experiment: Experiment) => ({ ...experiment, start: [1, 1] })
    ]) {
      const { lab, scene } = opened('descent-2d')
      await soon(() => expect(scene.reports()?.[0]).toMatchObject({ taken: 15 }))
      lab.selectStep(0)
      lab.selectStep(1)
      expect(scene.story.from()).toBe(0)
      // What only looks otherwise does not end it.
      lab.look((view) => ({ ...view, direction: 33 }))
      expect(scene.story.from()).toBe(0)
      lab.change(change)
      expect(scene.story.from(), String(change)).toBeNull()
    }
  })

  it('computes runs anew when a setting changes, and the function when it does', async () => {
    const { lab, scene } = opened('descent-2d')
    const end = () => {
      const [report] = scene.reports() ?? []
      return report && 'points' in report ? [...report.points.slice(-2)] : []
    }
    await soon(() => expect(end()).toHaveLength(2))
    const id = lab.experiment().runs[0]?.id ?? ''
    lab.change((experiment) => withSetting(experiment, id, 'lr', 0.5))
    await soon(() => expect(end()).toEqual([0, 0]))
    lab.change((experiment) => withFormula(experiment, 'x0^2'))
    await soon(() => expect(scene.reports()?.[0]).toMatchObject({ points: expect.objectContaining({ 0: 4, 1: 0 }) }))
  })

  it('shows no run of two variables on a function of one', () => {
    const { lab, scene } = opened('descent-2d')
    lab.change((experiment) => withFormula(experiment, 'x^2'))
    expect(scene.reports()).toBeUndefined()
  })

  it('plays over the steps of the experiment', () => {
    const { lab, scene } = opened('descent-2d')
    lab.selectStep(15)
    scene.playback.play()
    expect(lab.step()).toBe(0)
    expect(scene.playback.playing()).toBe(true)
    scene.playback.pause()
  })

  it('rests at the step of another document that is opened while it plays', () => {
    const { lab, scene } = opened('descent-2d')
    lab.selectStep(0)
    scene.playback.play()
    const other = experimentNamed('book-optimizers')
    lab.begin({ ...other, view: { ...other.view, selected: { run: 1, step: 7 } } })
    expect([scene.playback.playing(), lab.step(), lab.run()]).toEqual([false, 7, 1])
  })
})

describe('the selected step', () => {
  it('of a new function whose run ends before is the end of that run, and stays where the run goes on', async () => {
    const line = withGradient(experimentNamed('descent-1d'), { method: 'exact' })
    const { lab, scene } = inLaboratory(() => null, line)
    lab.selectStep(12)
    lab.change((experiment) => withFormula(experiment, '2x^2'))
    await soon(() => expect(scene.runs().last?.question.body.subject.formula).toBe('2x^2'))
    expect(lab.step()).toBe(12)
    // From 8 it is lost within a few steps.
    lab.change((experiment) => withFormula(experiment, '50x^4'))
    await soon(() => expect(scene.runs().last?.question.body.subject.formula).toBe('50x^4'))
    await soon(() => expect(scene.reports()?.[0]).toMatchObject({ stop: 'diverged' }))
    const report = scene.reports()?.[0]
    const end = report && 'taken' in report ? lastOpenable(report) : Number.NaN
    expect(end).toBeLessThan(12)
    await soon(() => expect(lab.step()).toBe(end))
    // It was only on the way to a function whose run goes on.
    lab.change((experiment) => withFormula(experiment, '50x^4/100000'))
    await soon(() => expect(lab.step()).toBe(12))
  })
})
