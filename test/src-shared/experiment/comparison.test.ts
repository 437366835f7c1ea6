import { comparedRuns, comparisonHolds, withComparison } from '@shared/experiment/comparison'
import { blank, withGradient, withStart, withSteps, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withMethod, withoutRun, withRun, withRunAdded, withRunDuplicated, withSetting } from '@shared/experiment/runs'
import type { ComparisonReport } from '@shared/protocol'
import { describe, expect, it } from 'vitest'

const two = withRunAdded({ ...blank(), start: [3] }, 'momentum')
const tried = (count: number) => Array.from({ length: count }, (_, index) => ({ lr: 10 ** -index, value: index }))
const report: ComparisonReport = [
  { lr: 0.5, value: 0, steps: 40, evaluations: 40, tried: tried(28) },
  { lr: 0.2, value: 1e-9, steps: 38, evaluations: 40, tried: tried(31) }
]
const compared = comparedRuns(report) ?? []
const fair = withComparison(two, compared, 40)

describe('runs on equal terms', () => {
  it('have their best rates, the shared start, the budget alone to end them, and steps enough for the longest', () => {
    const own = withRun({ ...two, stop: { ...two.stop, gradient: 1e-3 } }, two.runs[1]?.id ?? '', { start: [9] })
    const made = withComparison(own, compared, 40)
    expect(made.runs.map(({ settings }) => settings['lr'])).toEqual([0.5, 0.2])
    expect(made.runs.map(({ start }) => start)).toEqual([null, null])
    expect(made.stop).toEqual({ gradient: null, step: null, target: null, evaluations: 40 })
    expect(made.steps).toBe(40)
    expect(made.comparison).toMatchObject({ start: [3], budget: 40, steps: 40, tried: 28, formula: 'x^2' })
    expect(comparisonHolds(made)).toBe(true)
  })

  it('keep the other settings, and a method without a rate all of them', () => {
    const [first, second] = compared
    if (!first || !second) throw new Error('There are two')
    const made = withComparison(two, [{ ...first, lr: null, tried: [] }, second], 40)
    expect(made.runs[0]?.settings).toEqual(two.runs[0]?.settings)
    expect(made.runs[1]?.settings).toEqual({ ...two.runs[1]?.settings, lr: 0.2 })
    expect(made.comparison?.tried).toBe(31)
    expect(comparisonHolds(made)).toBe(true)
  })

  it('have the noise of one seed, that of the first noisy run', () => {
    const noisy = two.runs.reduce(
      (all, { id }, index) => withRun(all, id, { noise: { sigma: index, seed: 7 + index } }),
      two
    )
    expect(withComparison(noisy, compared, 40).runs.map(({ noise }) => noise.seed)).toEqual([8, 8])
  })

  it('are not made of a report in which a run could not be compared', () => {
    expect(comparedRuns([{ problem: { code: 'setting-not-finite', values: {} }, setting: 'lr' }])).toBeNull()
  })
})

describe('a comparison', () => {
  const first = fair.runs[0]?.id ?? ''
  const second = fair.runs[1]?.id ?? ''
  const ends: readonly [string, (experiment: Experiment) => Experiment][] = [
    ['another function', (old) => ({ ...old, formula: 'x^4' })],
    ['a parameter more', (old) => ({ ...old, parameters: [{ name: 'a', value: 1, min: 0, max: 2 }] })],
    ['another start', (old) => withStart(old, [4])],
    ['a start of its own', (old) => withRun(old, second, { start: [2] })],
    ['another rate', (old) => withSetting(old, first, 'lr', 0.4)],
    ['another setting', (old) => withSetting(old, second, 'momentum', 0.5)],
    ['another method', (old) => withMethod(old, first, 'adam', 'book')],
    ['another convention', (old) => withMethod(old, second, 'momentum', 'library')],
    ['noise', (old) => withRun(old, first, { noise: { sigma: 1, seed: 1 } })],
    ['a schedule', (old) => withRun(old, first, { schedule: { id: 'cosine', settings: {} } })],
    ['one more run', (old) => withRunAdded(old, 'adagrad')],
    ['a copy of a run', (old) => withRunDuplicated(old, first)],
    ['difference quotients', (old) => withGradient(old, { method: 'central' })],
    ['fewer steps', (old) => withSteps(old, 39)],
    ['a rule more that ends runs', (old) => ({ ...old, stop: { ...old.stop, target: 0 } })],
    ['another budget', (old) => ({ ...old, stop: { ...old.stop, evaluations: 50 } })],
    ['no runs', (old) => ({ ...old, runs: [] })]
  ]
  it.each(ends)('no longer holds after %s', (_, change) => {
    expect(comparisonHolds(change(fair))).toBe(false)
  })

  const remains: readonly [string, (experiment: Experiment) => Experiment][] = [
    ['one run fewer', (old) => withoutRun(old, first)],
    ['another colour', (old) => withRun(old, first, { colour: 5 })],
    ['more steps', (old) => withSteps(old, 1000)],
    ['a start of its own that is the shared one', (old) => withRun(old, second, { start: [3] })],
    ['another look at it', (old) => withView(old, { board: 'distance' })],
    ['a change that is taken back', (old) => withSetting(withSetting(old, first, 'lr', 1), first, 'lr', 0.5)],
    ['its settings in another order', reordered]
  ]
  it.each(remains)('still holds after %s', (_, change) => {
    expect(comparisonHolds(change(fair))).toBe(true)
  })

  it('does not hold where none was made', () => {
    expect(comparisonHolds(two)).toBe(false)
  })
})

function reordered(experiment: Experiment): Experiment {
  const turned = (settings: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(settings).reverse())
  return { ...experiment, runs: experiment.runs.map((run) => ({ ...run, settings: turned(run.settings) })) }
}
