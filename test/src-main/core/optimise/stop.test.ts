import { compile } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { reportOf } from '@core/optimise/report'
import { algorithms } from '@shared/methods/algorithms'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import { describe, expect, test } from 'vitest'

const parabola = compile('x^2', ['x'])
/** x is halved in each step: x_k = 8/2^k, f = x², f′ = 2x, and the step to x_k is as long as x_k. */
const plan: Plan = {
  method: 'descent',
  convention: 'book',
  settings: { lr: 0.25 },
  start: [8],
  steps: 100,
  gradient: { method: 'exact', h: 1e-4 }
}
const never = { gradient: null, step: null, target: null, evaluations: null }
const ended = (change: Partial<typeof never> | Record<string, number>, steps = 100) => {
  const { stop, taken } = reportOf(parabola, { ...plan, steps, stop: { ...never, ...change } }, 200)
  return { stop, taken }
}

describe('a run ends by a rule', () => {
  test('where the gradient is at most a bound: 2 · 8/2^7 = 1/8', () => {
    expect(ended({ gradient: 0.125 })).toEqual({ stop: 'small-gradient', taken: 7 })
  })

  test('after a step that was at most so long: 8/2^5 = 1/4', () => {
    expect(ended({ step: 0.25 })).toEqual({ stop: 'small-step', taken: 5 })
  })

  test('where f is at most a target: (8/2^4)² = 1/4', () => {
    expect(ended({ target: 0.25 })).toEqual({ stop: 'target', taken: 4 })
    expect(ended({ target: 64 })).toEqual({ stop: 'target', taken: 0 })
  })

  test('when so many evaluations are spent: gradient descent takes one a step', () => {
    expect(ended({ evaluations: 13 })).toEqual({ stop: 'evaluations', taken: 13 })
  })

  test('before a step that would take more evaluations than are left, whatever the method', () => {
    const banana = compile('(1 - x)^2 + 100(y - x^2)^2', ['x', 'y'])
    for (const row of methods) {
      for (const budget of [1, 5, 30, 31, 5000]) {
        const stop = { ...never, evaluations: budget }
        const settings = { ...defaultSettings(row), ...('lr' in defaultSettings(row) ? { lr: 1e-5 } : {}) }
        const method = { method: row.id, convention: row.convention, settings }
        const run = { ...plan, ...method, start: [-1.2, 1], steps: 10_000, stop }
        const { evaluations, values, steps, taken } = reportOf(banana, run, 100)
        expect(evaluations.at(-1), `${row.id}, ${budget}`).toBeLessThanOrEqual(budget)
        expect([steps.at(-1), values.every(Number.isFinite)], `${row.id}, ${budget}`).toEqual([taken, true])
      }
    }
  })

  test('before such a step also where another rule would hold behind it', () => {
    const banana = compile('(1 - x)^2 + 100(y - x^2)^2', ['x', 'y'])
    const rules = { step: 0.2, target: 1, gradient: 1e-3 }
    for (const row of algorithms) {
      for (const [rule, bound] of Object.entries(rules)) {
        const method = { method: row.id, convention: row.convention, settings: defaultSettings(row) }
        const free = { ...plan, ...method, start: [-1.2, 1], steps: 10_000, stop: { ...never, [rule]: bound } }
        const whole = reportOf(banana, free, 20_000)
        const needed = whole.evaluations.at(-1) ?? 0
        // One less than what the run needs to come to where the rule holds.
        const poor = { ...free, stop: { ...free.stop, evaluations: needed - 1 } }
        const { stop, taken, evaluations } = reportOf(banana, poor, 20_000)
        const most = whole.evaluations.findLastIndex((spent) => spent < needed)
        expect([stop, taken], `${row.id}, ${rule}, ${needed}`).toEqual(['evaluations', most])
        expect(evaluations.at(-1), `${row.id}, ${rule}, ${needed}`).toBeLessThan(needed)
        expect(reportOf(banana, { ...poor, stop: { ...free.stop, evaluations: needed } }, 10).stop).toBe(whole.stop)
      }
    }
  })

  test('by the first that holds', () => {
    expect(ended({ gradient: 0.125, step: 0.25, target: 0.25, evaluations: 5 })).toEqual({ stop: 'target', taken: 4 })
  })

  test('in its last step too, and never where none is on', () => {
    expect(ended({ gradient: 0.125 }, 7)).toEqual({ stop: 'small-gradient', taken: 7 })
    expect(ended({ gradient: 0.125 }, 6)).toEqual({ stop: 'steps', taken: 6 })
    expect(ended({})).toEqual({ stop: 'steps', taken: 100 })
  })

  test('far along a long run, at the very point', () => {
    const creeping = { ...plan, settings: { lr: 1e-4 }, steps: 100_000, stop: { ...never, target: 1e-6 } }
    const { taken, stop, values } = reportOf(parabola, creeping, 50_000)
    // 8·(1 − 2e-4)^k ≤ 1e-3 first for k = log(8000)/−log(1 − 2e-4) = 44,931.5
    expect([taken, stop]).toEqual([44_932, 'target'])
    expect(values.at(-1)).toBeLessThanOrEqual(1e-6)
  })
})

test('a point that stands still costs a rule its gradient all the same', () => {
  const { gradients, evaluations } = reportOf(parabola, { ...plan, start: [0], steps: 9 }, 200)
  expect([gradients.at(-1), evaluations.at(-1)]).toEqual([9, 9])
})
