import { reportOf } from '@core/optimise/report'
import { verdictOf as judged } from '@core/verdict/verdict'
import { describe, expect, test } from 'vitest'
import { banana, bowl, hills, remedied, reported, type Trial, verdictOf } from './trial'

const well = { f: 'x^4/4 - x^2/2 + y^2', start: [0, 2], lr: 0.1, steps: 200 }
const fit = { f: '((x+y-2)^2 + (2x+y-3)^2 + (3x+y-5)^2)/3', start: [0, 0], lr: 0.2 }

/** What is suggested, and for what. */
const cases: [change: string, trial: Trial][] = [
  ['lr', { ...bowl, lr: 1.02 }],
  ['lr', { ...bowl, lr: 0.08 }],
  ['lr', { ...bowl, lr: 0.9 }],
  ['lr', { ...hills, lr: 0.002 }],
  ['lr', { ...hills, lr: 0.05 }],
  ['lr', { f: 'x^2/20 + y^2', start: [-7, 2], steps: 30, lr: 1.5, method: 'adagrad' }],
  ['lr', { f: '2x^2 + x*y + y^2', start: [1, 1], steps: 60, lr: 0.5 }],
  ['lr', { f: 'x - log(x)', start: [3], steps: 20, lr: 5 }],
  ['lr', { ...fit, steps: 200 }],
  ['lr', { ...fit, steps: 30 }],
  ['lr', { ...bowl, lr: 0.3, steps: 100, schedule: { id: 'step', settings: { gamma: 0.1, every: 2 } } }],
  ['lr', { ...bowl, lr: 0.01, steps: 60, stop: { step: 0.05 } }],
  ['lr', { ...banana, lr: 0.5 }],
  ['momentum', { f: 'x^2', start: [1], method: 'momentum', lr: 0.05, steps: 400, settings: { momentum: 1 } }],
  ['steps', { ...banana, lr: 0.001 }],
  ['steps', { ...bowl, method: 'momentum', lr: 0.01, settings: { momentum: 0.97 }, steps: 300 }],
  ['steps', { ...banana, method: 'bfgs', steps: 8 }],
  ['steps', { ...banana, method: 'nelder-mead', steps: 20 }],
  ['start', well],
  ['start', { f: 'cos(x)', start: [0], lr: 0.5, steps: 50 }],
  ['start', { f: well.f, start: well.start, method: 'bfgs', steps: 50 }],
  ['start', { ...well, start: [0, 0], method: 'adam' }],
  ['start', { ...well, lr: 0.01, steps: 60 }],
  ['start', { f: 'cos(x) + cos(y)', start: [0, 0], lr: 0.5, steps: 60 }]
]

describe('a suggestion', () => {
  test.each(cases)('is to change the %s, and does what it says: %j', (change, trial) => {
    const { plan, objective, verdict } = reported(trial)
    const { suggestion } = verdict
    if (!suggestion) throw new Error(`no suggestion for ${verdict.kind}`)
    expect(suggestion.change).toBe(change)
    const retried = judged(objective, remedied(plan, suggestion, suggestion.room))
    expect(['minimum', 'near']).toContain(retried.kind)
    expect(retried.step).toBe(suggestion.steps)
    expect(suggestion.steps).toBeLessThanOrEqual(suggestion.room)
    expect(suggestion.enough).toBe(suggestion.room <= plan.steps)
  })

  test('of a learning rate is two digits of 1/λmax on a quadratic, never above', () => {
    // λmax = 3 + √2 = 4.414…, 1/λmax = 0.2265…
    const { suggestion } = verdictOf({ f: '2x^2 + x*y + y^2', start: [1, 1], steps: 60, lr: 0.5 })
    expect(suggestion).toMatchObject({ change: 'lr', value: 0.22, enough: true })
  })

  test('of a learning rate is the fastest of theory where 1/λmax needs more steps than the run has', () => {
    // λ = (17 ± √265)/3: 1/λmax = 0.09 needs 347 steps, 2/(λmax + λmin) = 3/17 fewer.
    expect(verdictOf({ ...fit, steps: 200 }).suggestion).toMatchObject({ change: 'lr', value: 0.17, enough: true })
  })

  test('that needs more steps than the run has says so, with a round number of steps that is enough', () => {
    expect(verdictOf({ ...fit, steps: 30 }).suggestion).toMatchObject({ value: 0.17, room: 170, enough: false })
    const { suggestion } = verdictOf({ ...banana, lr: 0.001 })
    expect(suggestion).toMatchObject({ change: 'steps', enough: false })
    expect(String(suggestion?.room)).toMatch(/^[1-9][0-9]0*$/)
  })

  test('of a start is off the saddle by a round number, and little', () => {
    expect(verdictOf(well).suggestion).toMatchObject({ change: 'start', start: [0.1, 2] })
  })

  test('is not made where none converges', () => {
    expect(verdictOf({ f: 'x', start: [1], steps: 20, lr: 0.1 }).suggestion).toBeNull()
    expect(verdictOf({ f: 'exp(-x)', start: [1], steps: 20, lr: 0.1 }).suggestion).toBeNull()
    expect(verdictOf({ f: 'x^2 - y^2', start: [2, 0], steps: 200, lr: 0.1 }).suggestion).toBeNull()
    expect(verdictOf({ f: 'floor(x)', start: [3], steps: 20, lr: 0.1 }).suggestion).toBeNull()
  })

  test('is not made where 1/λmax is no number, and the run goes on all the same', () => {
    const verdict = verdictOf({ f: '1e-310*x^2', start: [3], steps: 50, lr: 0.1 })
    expect(verdict).toMatchObject({ kind: 'unmoved', suggestion: null })
  })

  test('is not made where all is well, or what was wanted is reached', () => {
    expect(verdictOf({ ...bowl, lr: 0.3, steps: 100 }).suggestion).toBeNull()
    expect(verdictOf({ ...bowl, lr: 0.08, stop: { target: 30 } })).toMatchObject({
      kind: 'descending',
      suggestion: null
    })
  })

  test.each(['step', 'exponential'])('is none that explodes first, though a %s decay calms it', (id) => {
    const settings: Record<string, number> = id === 'step' ? { gamma: 0.5, every: 20 } : { gamma: 0.98 }
    const gradient: Trial['gradient'] = { method: 'central', h: 1e-4 }
    const trial = { f: 'x^2/20 + y^2', start: [-7, 2], steps: 40, lr: 0.8, gradient, schedule: { id, settings } }
    const { plan, objective, verdict } = reported(trial)
    const { suggestion } = verdict
    const { values } = suggestion
      ? reportOf(objective, remedied(plan, suggestion, suggestion.room), 1000)
      : { values: [0] }
    expect(Math.max(...values)).toBeLessThanOrEqual(objective.value(plan.start))
  })

  test.each([
    { f: 'x^4 - 4x^2 + x + y^2', start: [0.2, 2] },
    { f: 'x^2/20 + y^2', start: [-7, 2] },
    { f: 'x^2/20 + y^2', start: [-7, 2], method: 'momentum' },
    { f: 'x^2/20 + y^2', start: [-7, 2], method: 'bfgs' },
    { ...banana, method: 'newton' }
  ])('of more steps is not for one that settles within those it has: %j', { timeout: 60_000 }, (trial) => {
    for (const lr of trial.method === 'bfgs' || trial.method === 'newton' ? [undefined] : [0.05, 0.3, 0.9]) {
      for (let steps = 1; steps <= 60; steps += 9) {
        const { suggestion } = verdictOf({ ...trial, steps, ...(lr !== undefined && { lr }) })
        if (suggestion && !suggestion.enough) expect([lr, steps, suggestion.steps > steps]).toEqual([lr, steps, true])
      }
    }
  })

  test('is none where h is too small for a difference quotient, though a run may end in the minimum by luck', () => {
    const trial = {
      f: 'x^2 + (y - 1e6)^2',
      start: [3, 1e6],
      steps: 15,
      gradient: { method: 'central', h: 1e-12 }
    } as const
    expect(reported({ ...trial, lr: 0.5 })).toMatchObject({
      verdict: { kind: 'minimum' },
      notes: [{ values: { variable: 'y' } }]
    })
    expect(verdictOf({ ...trial, lr: 0.01 })).toMatchObject({ kind: 'descending', suggestion: null })
  })

  test.each([
    { f: 'x^4 + y^4', start: [4, 5], steps: 15, lr: 100 },
    { f: 'exp(x^2) + y^2', start: [3, 1], steps: 15, lr: 1 }
  ])('is at least a rate that does not diverge, where none settles: %j', (trial) => {
    const { plan, objective, verdict } = reported(trial)
    const { suggestion } = verdict
    expect(suggestion).toMatchObject({ change: 'lr', unsettled: true, enough: true, room: 15 })
    if (!suggestion) return
    const { values } = reportOf(objective, remedied(plan, suggestion, suggestion.room), 100)
    expect(Math.max(...values)).toBe(values[0])
    expect(values.at(-1)).toBeLessThan((values[0] ?? 0) / 10)
  })
})
