import { compile } from '@core/objective'
import { stepAnswer } from '@core/optimise/answers'
import { steady } from '@core/pulse'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import type { FixedRate, Method } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import { methodNamed, methods } from '@shared/methods/table'
import { numeral } from '@shared/numbers/numeral'
import type { StepReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factorOf, worthAtEnd } from '../../../src-renderer/figures/inertia'
import { isNormalised } from '../../../src-renderer/steps/normalising'
import { coordinateReasons, rateReasons, sharesOf, stepReasons } from '../../../src-renderer/steps/reasons'
import { readNumeral } from '../../support/read-numeral'

const sentences = words.en.lab.stepPanel
const names = { name: (axis: number) => 'xy'[axis] ?? '', slope: (axis: number) => `∂f/∂${'xy'[axis]}` }

const methodOf = (id: string, convention = 'book'): FixedRate => {
  const method = methodNamed(id, convention)
  if (!method || !('rule' in method)) throw new Error(`There is no rule ${id}`)
  return method
}

const objective = compile('x^2/20 + y^2 + x*y/3', ['x', 'y'])
const question = (method: Method, start: readonly number[], settings: Readonly<Record<string, number>> = {}) => ({
  subject: { formula: '', variables: ['x', 'y'], parameters: {} },
  gradient: { method: 'exact' as const, h: 1e-4 },
  run: {
    method: method.id,
    convention: method.convention,
    settings: { ...defaultSettings(method), ...settings },
    start: [...start]
  }
})
const opened = (
  method: FixedRate,
  step: number,
  settings: Readonly<Record<string, number>> = {},
  start: readonly number[] = [-7, 2]
): StepReport => stepAnswer(objective, { ...question(method, start, settings), step }, steady)

describe('the shares of a step', () => {
  it('add up to the move, with every method', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixedRateMethods),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0.01, 0.1),
        (method, step, lr) => {
          const report = opened(method, step, { lr })
          for (const axis of [0, 1]) {
            const { move, decay, inertia, push } = sharesOf(method, report, axis)
            expect(decay + inertia + push).toBeCloseTo(move, 12)
          }
        }
      ),
      { seed: 1847, numRuns: 60 }
    )
  })

  it('of momentum are the old velocity, damped, and −ηg', () => {
    const before = opened(methodOf('momentum'), 3, { lr: 0.1, momentum: 0.9 })
    const report = opened(methodOf('momentum'), 4, { lr: 0.1, momentum: 0.9 })
    for (const axis of [0, 1]) {
      const { inertia, push } = sharesOf(methodOf('momentum'), report, axis)
      expect(inertia).toBeCloseTo(0.9 * (before.memory['v']?.[axis] ?? Number.NaN), 12)
      expect(push).toBeCloseTo(-0.1 * (report.before.gradient[axis] ?? Number.NaN), 12)
    }
  })

  it('of AdamW have the weight decay apart', () => {
    const report = opened(methodOf('adamw', 'library'), 5, { lr: 0.1, weight_decay: 0.5 })
    const { decay } = sharesOf(methodOf('adamw', 'library'), report, 0)
    expect(decay).toBeCloseTo(-0.1 * 0.5 * (report.before.point[0] ?? Number.NaN), 12)
  })
})

describe('what is said of a coordinate', () => {
  const said = (method: FixedRate, report: StepReport, axis: number) =>
    coordinateReasons(report, method, axis, names, sentences)

  it('is the sign of the slope where nothing else moved it', () => {
    expect(said(methodOf('descent'), opened(methodOf('descent'), 1, { lr: 0.1 }, [4, 5]), 1)).toEqual([
      '∂f/∂y is positive, so y went down by 1.13.'
    ])
  })

  it('is never a cause that the numbers contradict', () => {
    for (const method of fixedRateMethods) {
      for (let step = 1; step <= 30; step++) {
        const report = opened(method, step, { lr: 0.3 })
        for (const axis of [0, 1]) {
          const move = (report.after.point[axis] ?? 0) - (report.before.point[axis] ?? 0)
          const slope = report.before.gradient[axis] ?? 0
          const text = said(method, report, axis).join(' ')
          if (text.includes('is positive, so')) expect(slope > 0 && move < 0).toBe(true)
          if (text.includes('is negative, so')) expect(slope < 0 && move > 0).toBe(true)
          if (text.includes('memory is stronger')) expect(slope * move > 0).toBe(true)
          if (text.includes('down')) expect(move < 0).toBe(true)
          if (text.includes('would lower')) expect(move > 0).toBe(true)
        }
      }
    }
  })

  it('names parts that add up to the move, with every method', () => {
    let seen = 0
    for (const method of fixedRateMethods) {
      const decayed: Readonly<Record<string, number>> = method.id === 'adamw' ? { weight_decay: 0.5 } : {}
      for (let step = 1; step <= 12; step++) {
        const report = opened(method, step, { lr: 0.1, ...decayed })
        for (const axis of [0, 1]) {
          const [, parts, move] = /: (.*), together ([^ ]+)\.(?: |$)/.exec(said(method, report, axis)[0] ?? '') ?? []
          if (parts === undefined || move === undefined) continue
          seen++
          const shares = parts.split(', ').map((part) => readNumeral(part.split(' ').at(-1) ?? ''))
          const rounding = 0.005 * Math.max(...shares.map(Math.abs))
          const sum = shares.reduce((total, share) => total + share, 0)
          expect(Math.abs(sum - readNumeral(move)), said(method, report, axis)[0]).toBeLessThan(3 * rounding)
        }
      }
    }
    expect(seen).toBeGreaterThan(50)
  })

  it('has weight decay among the parts, with and without memory', () => {
    const adamw = methodOf('adamw', 'library')
    const [first] = said(adamw, opened(adamw, 1, { lr: 0.1, weight_decay: 0.5 }), 0)
    expect(first).toBe('x: this gradient’s part +0.1, weight decay +0.35, together +0.45.')
    const [later] = said(adamw, opened(adamw, 2, { lr: 0.1, weight_decay: 0.5 }), 0)
    expect(later).toMatch(
      /^x: memory \+[\d.]+, this gradient’s part \+[\d.]+, weight decay \+0\.328, together \+[\d.]+\.$/
    )
  })

  it('is the slope of an algorithm only where it goes straight down', () => {
    const about = (id: string, report: StepReport) => {
      const method = methods.find((row) => row.id === id)
      return method ? [0, 1].flatMap((axis) => coordinateReasons(report, method, axis, names, sentences)) : []
    }
    // x²/20 + y² + xy/3 at (4, 5): Newton's direction −B⁻¹g leads to the middle, −∇f does not.
    const step = (id: string, number: number) => {
      const method = methods.find((row) => row.id === id)
      if (!method) throw new Error(`There is no method ${id}`)
      return stepAnswer(objective, { ...question(method, [4, 5]), step: number }, steady)
    }
    expect(about('newton', step('newton', 1)).join(' ')).not.toContain('so ')
    expect(about('newton', step('newton', 1))).toEqual(['x went down by 4.', 'y went down by 5.'])
    expect(about('armijo', step('armijo', 1)).every((text) => text.startsWith('∂f/∂'))).toBe(true)
    expect(about('nelder-mead', step('nelder-mead', 1)).join(' ')).not.toContain('∂f')
  })

  it('names noise where it turned the sign of the slope', () => {
    const report = opened(methodOf('descent'), 1, { lr: 0.1 }, [4, 5])
    const [g = 0, h = 0] = report.before.gradient
    const [x = 0, y = 0] = report.before.point
    const noisy: StepReport = {
      ...report,
      noise: [-2 * g, 0],
      before: { ...report.before, gradient: [-g, h] },
      after: { ...report.after, point: [x + 0.1 * g, y - 0.1 * h] }
    }
    expect(said(methodOf('descent'), noisy, 0)).toEqual(['x went up by 0.207. Noise turned the sign of ∂f/∂x.'])
    expect(said(methodOf('descent'), noisy, 1)).toEqual(['∂f/∂y is positive, so y went down by 1.13.'])
  })
})

describe('what is said of the learning rate', () => {
  const said = (method: FixedRate, report: StepReport) => rateReasons(report, method, [0, 1], names, sentences)

  it('is nothing where the rule does not divide by past gradients', () => {
    for (const id of ['descent', 'momentum']) expect(said(methodOf(id), opened(methodOf(id), 3))).toEqual([])
  })

  it('is, for the first step of AdaGrad, that both coordinates moved by it', () => {
    const [sentence] = said(methodOf('adagrad'), opened(methodOf('adagrad'), 1, { lr: 0.1 }))
    expect(sentence).toContain('x, y moved by about the learning rate 0.1')
  })

  it('is, for later steps of AdaGrad, how small it has become: lr/√h', () => {
    const report = opened(methodOf('adagrad'), 8, { lr: 0.5, eps: 0 })
    const [first] = said(methodOf('adagrad'), report)
    const effective = 0.5 / Math.sqrt(report.memory['h']?.[0] ?? Number.NaN)
    expect(first).toContain(`For x the learning rate 0.5 has become ${Number(effective.toPrecision(3))}:`)
  })

  it('leaves out what weight decay moved, and says so', () => {
    const adamw = methodOf('adamw', 'library')
    const [sentence] = said(adamw, opened(adamw, 1, { lr: 0.1, weight_decay: 0.5 }))
    expect(sentence).toContain('Apart from weight decay, x, y moved by about the learning rate 0.1')
    const report = opened(adamw, 60, { lr: 0.1, weight_decay: 0.5 })
    const made = [0, 1].map((axis) => {
      const { inertia, push } = sharesOf(adamw, report, axis)
      return Math.abs(inertia + push) / 0.1
    })
    expect(said(adamw, report)).toEqual(
      ['x', 'y'].map(
        (name, axis) =>
          `Apart from weight decay, ${name} moved by ${numeral(made[axis] ?? NaN, 3)} times the learning rate 0.1: ` +
          'the rule divides by the size of past gradients.'
      )
    )
    // Nothing is taken off a weight of 0.
    expect(said(adamw, opened(adamw, 3, { lr: 0.1, weight_decay: 0 })).join()).not.toContain('decay')
  })

  it('is, for RAdam, nothing before it divides', () => {
    const radam = methodOf('radam', 'library')
    const isDividing = (step: number) => isNormalised(radam, worthAtEnd(opened(radam, step), 0))
    // With β₂ = 0.999, ρ₅ < 5 < ρ₆ (Liu et al. 2020: the variance is tractable from step 6 on).
    expect([1, 4, 5, 6, 7].map(isDividing)).toEqual([false, false, false, true, true])
  })

  it('is, for RAdam, that r is small, which it has multiplied by', () => {
    const radam = methodOf('radam', 'library')
    // r of step 7 with β₂ = 0.999 (Liu et al. 2020, algorithm 2).
    const infinite = 2 / (1 - 0.999) - 1
    const length = infinite - (2 * 7 * 0.999 ** 7) / (1 - 0.999 ** 7)
    const r = Math.sqrt(((length - 4) * (length - 2) * infinite) / ((infinite - 4) * (infinite - 2) * length))
    const told = said(radam, opened(radam, 7, { lr: 0.3 }))
    expect(told).toHaveLength(2)
    for (const sentence of told) expect(sentence).toContain(`and multiplies by rₜ = ${numeral(r, 3)}`)
  })

  it('is, for AdaDelta, the usual past step, which it has multiplied by', () => {
    const adadelta = methodOf('adadelta', 'library')
    const eps = 1e-6
    const a = opened(adadelta, 6).memory['a']
    const told = said(adadelta, opened(adadelta, 7))
    expect(told).toHaveLength(2)
    for (const [axis, sentence] of told.entries())
      expect(sentence).toContain(`√(a + ε) = ${numeral(Math.sqrt((a?.[axis] ?? Number.NaN) + eps), 3)}`)
  })

  it('is, for NAdam, that the weights of the gradients do not add up to 1, which is all of it where they are equal', () => {
    const nadam = methodOf('nadam', 'library')
    const tilted = compile('x + 2*y', ['x', 'y'])
    const at = (step: number) => stepAnswer(tilted, { ...question(nadam, [1, 1], { lr: 0.1, eps: 0 }), step }, steady)
    const told = said(nadam, at(3))
    // Of both coordinates the same is true, and it is said once.
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('x, y moved by 0.732 times the learning rate 0.1')
    expect(told[0]).toContain('add up to 0.732, not to 1')
    for (const step of [2, 3, 5, 9, 20]) {
      const report = at(step)
      const move = Math.abs((report.after.point[0] ?? Number.NaN) - (report.before.point[0] ?? Number.NaN))
      expect(factorOf(nadam, report, 0), `step ${step}`).toBeCloseTo(move / 0.1, 12)
    }
    // Later they do, and a factor next to 1 is no reason.
    expect(said(nadam, opened(nadam, 60, { lr: 0.1 })).join()).not.toContain('add up')
  })

  it('is, where AdaGrad’s rate decays, by how much', () => {
    const adagrad = methodOf('adagrad', 'library')
    expect(said(adagrad, opened(adagrad, 5, { lr: 0.3, lr_decay: 0.25 })).join()).toContain('decayed to 0.5 of itself')
    expect(said(adagrad, opened(adagrad, 5, { lr: 0.3 })).join()).not.toContain('decayed')
  })

  it('depends on what the rule divides by, not on its name', () => {
    const dividing = fixedRateMethods.filter((method) => isNormalised(method, worthAtEnd(opened(method, 9), 0)))
    expect(dividing.map(({ id }) => id)).toEqual(
      fixedRateMethods.filter(({ family }) => family === 'adaptive').map(({ id }) => id)
    )
  })
})

describe('what is said of the step', () => {
  const [g, down] = [
    [1, 0],
    [-1, 0]
  ]
  /** A step from the origin with ∇f = (1, 0) there. */
  const to = (point: readonly number[], after: readonly number[], value = -1): StepReport => ({
    step: 1,
    before: { point: [0, 0], value: 0, gradient: g ?? [] },
    after: { point, value, gradient: after },
    lines: [],
    memory: {},
    lr: 0.1,
    noise: null,
    algorithm: null
  })

  it('is nothing where it goes straight down and stays on this side of the valley', () => {
    expect(stepReasons(to(down ?? [], [0.5, 0]), sentences)).toEqual([])
  })

  it('is its angle to −∇f, and that it goes uphill from a right angle on', () => {
    expect(stepReasons(to([-1, 1], [0, 0]), sentences)).toEqual(['The step points 45° away from −∇f.'])
    expect(stepReasons(to([1, 1], [1, 0]), sentences)).toEqual([
      'The step points 135° away from −∇f: it sets out uphill.'
    ])
  })

  it('is its angle to the slope of f, not to the slope with noise in it', () => {
    // Seen: (1, 0). Without the noise it is (1, 1), and the step goes against that.
    const noisy = { ...to([-1, -1], [0, 0]), noise: [0, -1] }
    expect(stepReasons(noisy, sentences)).toEqual([])
    expect(stepReasons({ ...to([-1, 0], [0, 0]), noise: [0, -1] }, sentences)).toEqual([
      'The step points 45° away from −∇f without noise.'
    ])
  })

  it('is that it crossed the valley where the slope along it has turned, and higher where f has grown', () => {
    expect(stepReasons(to([-1, 0], [-0.2, 0]), sentences)).toEqual([sentences.crossed])
    expect(stepReasons(to([-1, 0], [-0.2, 0], 0.5), sentences)).toEqual([sentences.crossedHigher])
    // A thousandth too far is told, not what rounding leaves of a step onto the bottom itself.
    expect(stepReasons(to([-1, 0], [-1e-3, 0]), sentences)).toEqual([sentences.crossed])
    expect(stepReasons(to([-1, 0], [-1e-12, 0]), sentences)).toEqual([])
  })

  it('is nothing of the other side where noise was added to the slope there', () => {
    expect(stepReasons({ ...to([-1, 0], [-0.2, 0]), noise: [0, 0] }, sentences)).toEqual([])
  })

  it('is nothing where it did not move', () => {
    expect(stepReasons(to([0, 0], [1, 0]), sentences)).toEqual([])
  })
})
