import { compile } from '@core/objective'
import { stepAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { algorithms } from '@shared/methods/algorithms'
import type { Algorithm } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import { numeral } from '@shared/numbers/numeral'
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
  it('Newton: not uphill, where the slope towards the bottom is lost in rounding', () => {
    expect(reason('newton', 'x^2', [1e-170])).toBe(why.levelByRounding)
  })

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

  it('of a search along −∇f alone there is nothing to add', () => {
    expect(reason('armijo', 'x^2 + 3y^2', [2, 1])).toBeNull()
  })
})

describe('what a simplex did', () => {
  /** By where its new corner lies on the line from the worst one through the middle of the others: 2 is twice as far. */
  const kinds: Readonly<Record<string, readonly string[]>> = {
    expanded: ['reflected', 'expanded'],
    'not expanded': ['reflected', 'notExpanded'],
    reflected: ['reflected', 'takenReflected'],
    outside: ['reflected', 'contractedOutside', 'takenContracted'],
    inside: ['reflected', 'contractedInside', 'takenContracted'],
    shrunk: ['reflected', 'shrunk']
  }
  function kindOf({ trials, simplex }: NonNullable<StepReport['algorithm']>): string {
    const before = simplex?.before ?? []
    const fresh = (simplex?.after ?? []).filter((corner) => !before.some((old) => String(old) === String(corner)))
    const tried = trials.filter(({ outcome }) => outcome !== 'first-corner').length
    if (fresh.length !== 1 || tried > 2) return 'shrunk'
    const worst = before.at(-1) as readonly number[]
    const middle = worst.map((_, axis) => {
      const others = before.slice(0, -1).map((corner) => corner[axis] as number)
      return others.reduce((sum, part) => sum + part, 0) / others.length
    })
    const axis = Math.abs((middle[0] as number) - (worst[0] as number)) > 1e-12 ? 0 : 1
    const away = (fresh[0]?.[axis] as number) - (middle[axis] as number)
    const share = away / ((middle[axis] as number) - (worst[axis] as number))
    if (share > 1.5) return 'expanded'
    if (share > 0.75) return tried === 2 ? 'not expanded' : 'reflected'
    return share > 0 ? 'outside' : 'inside'
  }
  /** Words of a sentence that are the same whatever the numbers. */
  const mark = (name: string) => {
    const sentence = why[name as keyof typeof why]
    const text = typeof sentence === 'string' ? sentence : sentence({ worst: '§', height: '§' } as never)
    return text.split('§').reduce((longest, part) => (part.length > longest.length ? part : longest), '')
  }

  it('is told as the corners show it, with the heights that decided', { timeout: 60_000 }, () => {
    const fields: readonly (readonly [string, readonly number[]])[] = [
      ['(1 - x)^2 + 100(y - x^2)^2', [-1.2, 1]],
      ['(x^2 + y - 11)^2 + (x + y^2 - 7)^2', [0, 0]],
      ['abs(x) + 3 abs(y) + sin(5x)', [1.3, 0.4]],
      ['(x - 1)^4', [3]]
    ]
    const seen = new Set<string>()
    for (const [formula, start] of fields) {
      for (let step = 2; step <= 40; step++) {
        const { algorithm } = opened('nelder-mead', formula, start, step)
        if (!algorithm) throw new Error('The step was opened')
        const text = algorithmReason({ algorithm } as StepReport, why) ?? ''
        const kind = kindOf(algorithm)
        seen.add(kind)
        for (const name of kinds[kind] ?? []) expect(text, `${formula}, step ${step}: ${kind}`).toContain(mark(name))
        const [reflected] = algorithm.trials
        expect(text).toContain(`f = ${numeral(reflected?.value ?? Number.NaN, 4)}`.slice(0, 7))
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(kinds).sort())
  })

  it('is told of corners where f has no value, too', () => {
    expect(reason('nelder-mead', '-log(2 - x)', [1.5])).toContain(why.noHeight)
  })
})

describe('the coordinates a step is told of', () => {
  it('are those that moved most, in their order', () => {
    const report = opened('armijo', '5x^2 + y^2/100 + 3z^2 + w^2/1000 + 9u^2', [1, 1, 1, 1, 1])
    expect(mostMoved(report)).toEqual([0, 2, 4])
    expect(mostMoved(opened('armijo', 'x^2 + y^2', [1, 2]))).toEqual([0, 1])
  })
})
