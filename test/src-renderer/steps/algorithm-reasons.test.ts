import { compile } from '@core/objective'
import { stepAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { algorithms } from '@shared/methods/algorithms'
import type { Algorithm } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import type { StepReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { algorithmReason } from '../../../src-renderer/steps/algorithm-reasons'
import { mostMoved } from '../../../src-renderer/steps/reasons'

const why = words.en.lab.stepPanel.why
const said = (...sentences: string[]) => sentences.join(why.apart)

/** Step number `step` of a method, opened. */
function opened(id: string, formula: string, start: readonly number[], step = 1, settings = {}): StepReport {
  const method = algorithms.find((one) => one.id === id) as Algorithm
  const variables = ['x', 'y', 'z', 'w', 'u'].slice(0, start.length)
  const run = {
    method: id,
    convention: method.convention,
    settings: { ...defaultSettings(method), ...settings },
    start: [...start]
  }
  const question = {
    subject: { formula, variables, parameters: {} },
    gradient: { method: 'exact' as const, h: 1e-4 },
    run,
    step
  }
  return stepAnswer(compile(formula, variables), question, steady)
}

const reason = (...step: Parameters<typeof opened>) => algorithmReason(opened(...step), why)

describe('why an algorithm went where it went', () => {
  it('Newton: by the bowl fitted here, all the way or as far as f falls', () => {
    expect(reason('newton', 'x^2 + 3y^2', [2, 1])).toBe(said(why.bowl, why.whole))
    expect(reason('newton', 'sqrt(1 + x^2)', [3])).toMatch(/shortened to 1\/\d+ of the way/)
    expect(reason('newton', 'x - 2log(x)', [7])).toBe(said(why.bowl, why.shortenedToDomain({ share: '1/4' })))
    expect(reason('newton', 'x^4 - x^2 + y^2', [0.1, 1])).toContain(why.shiftedBowl)
  })

  it('quasi-Newton: first downhill, then by what the gradients have told of the curvature', () => {
    for (const id of ['bfgs', 'lbfgs']) {
      expect(reason(id, 'x^2 + 3y^2', [2, 1])).toBe(why.noEstimate)
      expect(reason(id, 'x^2 + 3y^2', [2, 1], 2)).toContain(why.quasi)
    }
  })

  it('conjugate gradients: with so much of the direction before', () => {
    expect(reason('conjugate', 'x^2 + 3y^2', [2, 1])).toBeNull()
    expect(reason('conjugate', 'x^2 + 3y^2', [2, 1], 2)).toMatch(/−∇f plus [\d.]+ times the direction before/)
  })

  it('trust region: to the bottom, or as far as the radius goes', () => {
    const at = (radius: number) => reason('trust-region', 'x^2 + 30y^2', [2, 1], 1, { radius, radius_max: 100 })
    expect(at(10)).toBe(said(why.bowl, why.inside({ radius: '10' })))
    expect(at(1.5)).toBe(said(why.bowl, why.dogleg({ radius: '1.5' })))
    expect(at(0.1)).toBe(said(why.bowl, why.edge({ radius: '0.1' })))
  })

  it('says the length of the step that was taken, whatever the function', () => {
    const fields = ['(1 - x)^2 + 100(y - x^2)^2', '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', 'x^4 + y^4 - 3x y']
    for (const id of ['newton', 'bfgs', 'lbfgs']) {
      for (const formula of fields) {
        for (let step = 1; step <= 4; step++) {
          const report = opened(id, formula, [-1.2, 1], step)
          const length = report.algorithm?.trials.findLast(({ outcome }) => outcome === 'accepted')?.length
          const text = algorithmReason(report, why) ?? ''
          if (text.includes('all the way')) expect(length).toBe(1)
          if (text.includes('shortened')) expect(length).toBeLessThan(1)
          if (text.includes('times as far')) expect(length).toBeGreaterThan(1)
        }
      }
    }
  })

  it('of a search along −∇f alone, a simplex or a rule there is nothing to add', () => {
    expect(reason('armijo', 'x^2 + 3y^2', [2, 1])).toBeNull()
    expect(reason('nelder-mead', 'x^2 + 3y^2', [2, 1])).toBeNull()
  })
})

describe('the coordinates a step is told of', () => {
  it('are those that moved most, in their order', () => {
    const report = opened('armijo', '5x^2 + y^2/100 + 3z^2 + w^2/1000 + 9u^2', [1, 1, 1, 1, 1])
    expect(mostMoved(report)).toEqual([0, 2, 4])
    expect(mostMoved(opened('armijo', 'x^2 + y^2', [1, 2]))).toEqual([0, 1])
  })
})
