import { gradientMethods } from '@shared/experiment/experiment'
import { freshRun } from '@shared/experiment/runs'
import type { StepReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import { expect, it } from 'vitest'
import { gradientLine, rateLine } from '../../../src-renderer/steps/gradient-line'

const report: StepReport = {
  step: 1,
  before: { point: [1, 2, 3], value: 0, gradient: [2, -4, 8] },
  after: { point: [0, 2, 1], value: 0, gradient: [0, 0, 0] },
  lines: [],
  memory: {},
  lr: 0.05,
  noise: null,
  algorithm: null
}

it('the line of the gradient says by which scheme it was made, in both languages', () => {
  for (const { lab } of Object.values(words)) {
    const comments = gradientMethods.map((source) => gradientLine(report, source, [0], lab.stepPanel)?.comment)
    expect(comments).toEqual(gradientMethods.map((source) => lab.stepPanel.gradientBy[source]))
    expect(new Set(comments).size).toBe(gradientMethods.length)
  }
  const { stepPanel } = words.en.lab
  expect(gradientLine(report, 'backward', [0, 2], stepPanel)).toEqual({
    tex: '\\nabla f = (2,\\ 8,\\ \\ldots)',
    comment: 'the gradient, by backward difference'
  })
})

it('with noise the line is the sum of the gradient and the noise, and of a simplex there is none', () => {
  const { stepPanel } = words.en.lab
  const noisy = { ...report, noise: [0.5, 1, -1] }
  expect(gradientLine(noisy, 'central', [1], stepPanel)).toEqual({
    tex: '\\nabla f = (-5,\\ \\ldots) + (1,\\ \\ldots) = (-4,\\ \\ldots)',
    comment: stepPanel.noisy
  })
  const simplex = { lines: [], memory: {}, trials: [], simplex: { before: [], after: [] }, radius: null }
  expect(gradientLine({ ...report, algorithm: simplex }, 'exact', [0], stepPanel)).toBeNull()
})

it('the learning rate has a line where a schedule made it, by the name of the schedule', () => {
  const run = { ...freshRun([], 'descent'), settings: { lr: 0.2 } }
  expect(rateLine(report, run, words.en)).toBeNull()
  expect(rateLine(report, { ...run, schedule: { id: 'cosine', settings: {} } }, words.en)).toEqual({
    tex: '\\eta = 0.2 \\times 0.25 = 0.05',
    comment: 'the learning rate of this step (Cosine)'
  })
})
