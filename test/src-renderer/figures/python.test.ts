import { blank, withFormula } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withMethod } from '@shared/experiment/runs'
import { algorithms } from '@shared/methods/algorithms'
import { defaultSettings } from '@shared/methods/setting'
import type { Question } from '@shared/protocol'
import { words } from '@shared/words/index'
import { expect, test } from 'vitest'
import { pythonOf } from '../../../src-renderer/figures/python'
import { ask } from '../../support/core-ask'

const subject = { formula: 'x^2 + 10y^2', variables: ['x', 'y'], parameters: {} }

test('after a fair comparison every method with code of its own can be copied as Python', async () => {
  const plain = withFormula(blank(), subject.formula)
  const [first] = plain.runs
  if (!first) throw new Error('A new document has no run')
  for (const method of algorithms) {
    const run = { ...first, method: method.id, convention: method.convention, settings: defaultSettings(method) }
    const experiment: Experiment = {
      ...plain,
      start: [3, 4],
      runs: [run],
      steps: 1000,
      stop: { gradient: null, step: null, target: null, evaluations: 12 }
    }
    const script = await pythonOf(ask, experiment, 'A title', subject, [0], words.en)
    const told = /After (\d+) steps the 12 evaluations/.exec(script ?? '')?.[1]
    const steps = /range\(1, (\d+)\)/.exec(script ?? '')?.[1]
    // Newton's method and the trust region are at rest before that.
    expect(Number(steps) - 1, method.id).toBe(told === undefined ? 1000 : Number(told))
    expect(Number(told ?? 0), method.id).toBeLessThan(12)
  }
})

const plain = withFormula(blank(), subject.formula)
const scriptOf = (experiment: Experiment, about = subject) => pythonOf(ask, experiment, 'A title', about, [0], words.en)

test('the script begins at the own start of the run, where it has one', async () => {
  const { runs } = plain
  const shared: Experiment = { ...plain, start: [3, 4] }
  const own: Experiment = { ...shared, runs: runs.map((run) => ({ ...run, start: [1.5, -2.5] })) }
  expect(await scriptOf(shared)).toContain('[3.0, 4.0]')
  expect(await scriptOf(own)).toContain('[1.5, -2.5]')
  expect(await scriptOf(own)).not.toContain('[3.0, 4.0]')
})

test('the script ends by the rules by which the run ends, and by no others', async () => {
  const none = { gradient: null, step: null, target: null, evaluations: null }
  const bounds = { gradient: 0.00123, step: 0.00456, target: 0.789 }
  const read = async (stop: Experiment['stop']) => {
    const script = await scriptOf({ ...plain, stop })
    return Object.entries(bounds).flatMap(([rule, bound]) => (script?.includes(`<= ${bound}:`) ? [rule] : []))
  }
  expect(await read(none)).toEqual([])
  expect(await read({ ...none, ...bounds })).toEqual(['gradient', 'step', 'target'])
  for (const [rule, bound] of Object.entries(bounds)) expect(await read({ ...none, [rule]: bound })).toEqual([rule])
})

test('the second derivatives are looked for where the method asks for them, and not elsewhere', async () => {
  const by = (method: string, convention: 'book' | 'library' = 'book') =>
    withMethod(plain, plain.runs[0]?.id ?? '', method, convention)
  const asked: string[] = []
  const noting: typeof ask = (question) => {
    if (question.name === 'analysis') asked.push((question as Question<'analysis'>).body.subject.formula)
    return ask(question)
  }
  const newton = await pythonOf(noting, by('newton'), 'A title', subject, [0], words.en)
  expect(asked).toHaveLength(3)
  // f = x² + 10y²: its Hessian is the diagonal of 2 and 20.
  expect(newton?.replaceAll(/\s+/g, ' ')).toMatch(/def hessian.*2(\.0)?, 0(\.0)?\].*0(\.0)?, 20(\.0)?\]/)
  asked.length = 0
  expect(await pythonOf(noting, by('bfgs'), 'A title', subject, [0], words.en)).not.toContain('hessian')
  expect(asked).toHaveLength(1)
})
