import { gradientMethods } from '@shared/experiment/experiment'
import { freshRun } from '@shared/experiment/runs'
import { parse } from '@shared/language/parser'
import type { StepReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradientLine, rateLine } from '../../../src-renderer/steps/gradient-line'
import { evaluate } from '../../support/evaluate'
import { plainTeX } from '../../support/plain-tex'

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
    tex: '\\nabla f = \\htmlClass{of-gradient}{(2,\\ 8,\\ \\ldots)}',
    comment: 'the gradient, by backward difference'
  })
})

it('of one variable the gradient is the derivative', () => {
  const one = { ...report, before: { point: [1], value: 0, gradient: [-4] } }
  const line = gradientLine(one, 'exact', [0], words.en.lab.stepPanel)
  expect(line?.tex).toBe("\\nabla f = f' = \\htmlClass{of-gradient}{(-4)}")
})

it('with noise the line is the sum of the gradient and the noise, and of a simplex there is none', () => {
  const { stepPanel } = words.en.lab
  const noisy = { ...report, noise: [0.5, 1, -1] }
  expect(gradientLine(noisy, 'central', [1], stepPanel)).toEqual({
    tex: '\\nabla f = (-5,\\ \\ldots) + (1,\\ \\ldots) = \\htmlClass{of-gradient}{(-4,\\ \\ldots)}',
    comment: stepPanel.noisy
  })
  // f′ is the derivative without the noise.
  const one = { ...report, before: { point: [1], value: 0, gradient: [2.5] }, noise: [0.5] }
  expect(gradientLine(one, 'exact', [0], stepPanel)?.tex).toBe('\\nabla f = 2 + 0.5 = \\htmlClass{of-gradient}{2.5}')
  const simplex = { lines: [], memory: {}, trials: [], simplex: { before: [], after: [] }, radius: null }
  expect(gradientLine({ ...report, algorithm: simplex }, 'exact', [0], stepPanel)).toBeNull()
})

it('the learning rate has a line where a schedule made it, by the name of the schedule', () => {
  const run = { ...freshRun([], 'descent'), settings: { lr: 0.2 } }
  expect(rateLine(report, run, words.en)).toBeNull()
  expect(rateLine(report, { ...run, schedule: { id: 'cosine', settings: {} } }, words.en)).toEqual({
    tex: '\\eta = 0.2 \\times 0.25 = \\htmlClass{of-rate}{0.05}',
    comment: 'the learning rate of this step (Cosine)'
  })
})

describe('a line of the gradient or the rate', () => {
  const worth = (tex: string) => evaluate(parse(tex.replaceAll('\\times', '\\cdot'), { names: [] }).tree, {})
  /** Whether it says “=” though its written numbers do not give the written result to half a unit of its fifth digit. */
  function isFalse(line: string): boolean {
    const [, left = '', sign, right = ''] =
      /^\\\S+(?: f(?: = f')?)? = (.*) (=|\\approx) (.*)$/.exec(plainTeX(line)) ?? []
    if (sign !== '=') return false
    const result = worth(right)
    return Math.abs(worth(left) - result) > 0.5000001 * 10 ** (Math.floor(Math.log10(Math.abs(result))) - 4)
  }
  const anyNumber = fc.double({ min: 0.001, max: 1000, noNaN: true })

  it('says “=” only where its written numbers give the written result', { timeout: 60_000 }, () => {
    expect(isFalse('\\nabla f = 1.2346 + 2.3457 = 3.5802')).toBe(true)
    const signs = new Set<string>()
    fc.assert(
      fc.property(anyNumber, anyNumber, fc.boolean(), (slope, noise, isAgainst) => {
        const noisy = {
          ...report,
          before: { ...report.before, gradient: [slope] },
          noise: [isAgainst ? -noise : noise]
        }
        const { tex = '' } = gradientLine(noisy, 'exact', [0], words.en.lab.stepPanel) ?? {}
        signs.add(/=.*(=|approx)/.exec(tex)?.[1] ?? '')
        expect(isFalse(tex), tex).toBe(false)
        const run = { ...freshRun([], 'descent'), settings: { lr: noise } }
        const made = rateLine({ ...report, lr: slope }, { ...run, schedule: { id: 'step', settings: {} } }, words.en)
        expect(isFalse(made?.tex ?? ''), made?.tex).toBe(false)
      }),
      { seed: 1951, numRuns: 400 }
    )
    expect(signs).toContain('=')
  })

  it('says “≈” where what is written cannot give it', () => {
    const gradient = [1e-9]
    const noisy = { ...report, before: { ...report.before, gradient }, noise: [1 / 3] }
    expect(gradientLine(noisy, 'exact', [0], words.en.lab.stepPanel)?.tex).toContain('\\approx')
  })
})
