import { blank, withFormula } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { algorithms } from '@shared/methods/algorithms'
import { defaultSettings } from '@shared/methods/setting'
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
    const script = await pythonOf(ask, experiment, 'A title', subject, 0, words.en)
    const told = /After (\d+) steps the 12 evaluations/.exec(script ?? '')?.[1]
    const steps = /range\(1, (\d+)\)/.exec(script ?? '')?.[1]
    // Newton's method and the trust region are at rest before that.
    expect(Number(steps) - 1, method.id).toBe(told === undefined ? 1000 : Number(told))
    expect(Number(told ?? 0), method.id).toBeLessThan(12)
  }
})
