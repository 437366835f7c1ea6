import { compile } from '@core/objective'
import { periodOf } from '@core/verdict/cycle'
import { follow } from '@core/verdict/follow'
import * as thresholds from '@core/verdict/thresholds'
import { Trials } from '@core/verdict/trial'
import type { Suggestion, Verdict } from '@shared/protocol'
import { expect, test } from 'vitest'
import { banana, bowl, reported, type Trial, verdictOf } from './trial'

const is = (told: Partial<Verdict>, trial: Trial) => () => expect(verdictOf(trial)).toMatchObject(told)
const suggests = (suggestion: Partial<Suggestion> | null, trial: Trial) => () => {
  if (suggestion) expect(verdictOf(trial).suggestion).toMatchObject(suggestion)
  else expect(verdictOf(trial).suggestion).toBeNull()
}

/** x² at rates with which it takes so many steps to come within 10⁻⁴ of its way. */
const settlesIn = (steps: number): Trial => ({
  f: 'x^2',
  start: [1],
  lr: -Math.expm1(Math.log(1e-4) / steps) / 2,
  steps: 100
})
const forward = (h: number): Trial => ({
  f: 'x^2',
  start: [3],
  lr: 0.1,
  steps: 200,
  gradient: { method: 'forward', h }
})
/** A narrow valley that gradient descent with central differences comes down slowly. */
const slowly = (lr: number, method: 'central' | 'exact'): Trial => ({ ...banana, lr, gradient: { method, h: 1e-4 } })
const steep = (scale: number): Trial => ({ f: `${scale}*(x^2 + x^4/1000)`, start: [1], lr: 1, steps: 60 })
const rounded = (radius: number): Trial => ({ f: `sqrt(x^2 + ${radius}^2)`, start: [100], lr: 0.5, steps: 300 })
const frictionless = (steps: number): Trial => ({
  f: 'x^2 + x^4/1e6',
  start: [1],
  method: 'momentum',
  lr: 0.1,
  steps,
  settings: { momentum: 1 }
})
const narrow = (ratio: number): Trial => ({ f: `x^2/2 + ${ratio}*y^2/2`, start: [3, 1], lr: 1e-4, steps: 15 })
const fading = (lr: number): Trial => ({
  f: 'x^2',
  start: [3],
  lr,
  steps: 3000,
  schedule: { id: 'exponential', settings: { gamma: 0.99 } }
})
const noisy = (sigma: number, seed = 1) => ({ sigma, seed })

/** 64 points that go round in so many steps, each time larger by a part of their size, the first `spoiled` of them elsewhere. */
const round = (period: number, grows = 0, spoiled = 0) =>
  Array.from({ length: 64 }, (_, k) =>
    Float64Array.of((1 + (k % period)) * (1 + (grows * k) / period) + (k < spoiled ? 9 : 0))
  )

/** Whether a rate is a remedy, with which x² grows by 1.96 a step for so many steps, and then calms down. */
function isRemedy(growing: number): boolean {
  const plan = reported({
    f: 'x^2',
    start: [1],
    lr: 0.1,
    steps: 60,
    schedule: { id: 'step', settings: { gamma: 0.4, every: growing } }
  }).plan
  const trial = new Trials(follow(compile('x^2', ['x']), plan), undefined).run({ change: 'lr', value: 1.2 }, 60)
  return trial?.settled != null
}

/** How many trials of 12,000 steps of x² + y² are granted. */
function trialsGranted(): number {
  const { objective, plan } = reported({ ...bowl, lr: 0.1 })
  const trials = new Trials(follow(objective, plan), undefined)
  let count = 0
  while (trials.run({ change: 'steps' }, 12_000)) count++
  return count
}

/** By threshold: what is told on the one side of it, and on the other. If it is moved, one of both is told otherwise. */
const sides: Readonly<Record<string, readonly (() => void)[]>> = {
  'budget.times': [is({ kind: 'slow', until: 4200 }, { f: 'x^2/(1 + x^2)', start: [6], lr: 0.001, steps: 200 })],
  'budget.least': [is({ kind: 'slow', until: 2050 }, { ...bowl, lr: 1e-10, steps: 50 })],
  // With a cost of 7 for f and its gradient: 2·10⁷/37 …
  'budget.operations': [is({ kind: 'slow', until: 60_000 + 540_541 }, { ...bowl, lr: 1e-10, steps: 60_000 })],
  'budget.overhead.loop': [is({ kind: 'slow', until: 60_000 + 540_541 }, { ...bowl, lr: 1e-10, steps: 60_000 })],
  // … and 2·10⁷/1007.
  'budget.overhead.plain': [is({ until: 1500 + 19_861 }, { ...bowl, lr: 0.1, steps: 1500, noise: noisy(1) })],
  // 0.84^k ≤ 10⁻⁴ for k ≥ 52.8.
  settledRelativeToMotion: [is({ kind: 'minimum', step: 53 }, { ...bowl, lr: 0.08, steps: 200 })],
  // 10⁻³·0.8^k ≤ 10⁻⁶ for k ≥ 30.96.
  settledRelativeToPoint: [
    is({ kind: 'minimum', step: 31 }, { f: '(x - 1e6)^2', start: [1e6 + 1e-3], lr: 0.1, steps: 200 })
  ],
  // Level from −a to a, a being 0.0095 and 0.011 of the way.
  looksAround: [
    is({ kind: 'minimum' }, { f: 'max(x^2, 0.9e-4)', start: [1], lr: 0.5, steps: 5 }),
    is({ kind: 'rest', of: 'level' }, { f: 'max(x^2, 1.2e-4)', start: [1], lr: 0.5, steps: 5 })
  ],
  // Of 2,000 steps after its end it has to stay for the last 200.
  staysFor: [
    is({ kind: 'descending', settles: 1801 }, settlesIn(1800)),
    () => expect(verdictOf(settlesIn(1950))).not.toHaveProperty('settles')
  ],
  lastDigits: [
    is({ kind: 'minimum' }, { f: 'sqrt(1 + x^2 + 3y^2) + 1e12', start: [3.9, -3], method: 'conjugate', steps: 100 }),
    is({ kind: 'stuck' }, { f: 'x^2 + y^2 + 1e9', start: [3, 1], method: 'bfgs', steps: 100, noise: noisy(0.1) })
  ],
  // Thrown 5,120 off, it ends 5 from its start: as near as 10⁻⁴·10·5 is there.
  thrown: [
    is(
      { kind: 'minimum', step: 25 },
      { ...bowl, start: [4, 3], lr: 1.5, steps: 400, schedule: { id: 'step', settings: { gamma: 0.5, every: 10 } } }
    )
  ],
  near: [
    // 0.8^k of the way is left: 0.93 % after 21 steps, 1.2 % after 20.
    is({ kind: 'minimum', step: 21 }, { ...bowl, lr: 0.1, steps: 300, stop: { gradient: 0.12 } }),
    is({ kind: 'descending', step: 20 }, { ...bowl, lr: 0.1, steps: 300, stop: { gradient: 0.15 } })
  ],
  // The quotient is 0 at −h/2, of a way of 3.
  visiblyOff: [is({ kind: 'minimum' }, forward(0.005)), is({ kind: 'rest', of: 'shifted' }, forward(0.007))],
  neutral: [
    // By 1 ± 2·10⁻⁶ with each step, and by 1 ± 4·10⁻⁷.
    is({ kind: 'growing' }, { f: 'x^2', start: [3], lr: 1.000001, steps: 60 }),
    is({ kind: 'circling' }, { f: 'x^2', start: [3], lr: 1.0000002, steps: 60 })
  ],
  sameCurvature: [
    is({ kind: 'growing', bound: expect.closeTo(1, 6) }, { f: 'x^2 + 4e-11x^4', start: [1], lr: 1.02, steps: 8 }),
    () => expect(verdictOf({ f: 'x^2 + 2e-10x^4', start: [1], lr: 1.02, steps: 8 })).not.toHaveProperty('bound')
  ],
  noSlope: [
    is({ kind: 'growing', curvature: 2 }, { f: 'x^2/20 + y^2', start: [2, 2e-15], lr: 1.02, steps: 5 }),
    () =>
      expect(verdictOf({ f: 'x^2/20 + y^2', start: [2, 5e-16], lr: 1.02, steps: 5 })).not.toHaveProperty('curvature')
  ],
  sameAgain: [() => expect([periodOf(round(3, 5e-7)), periodOf(round(3, 5e-6))]).toEqual([3, null])],
  rounds: [
    () => expect([periodOf(round(5).slice(1)), periodOf(round(5)), periodOf(round(5, 0, 1))]).toEqual([null, 5, null])
  ],
  longestPeriod: [() => expect([periodOf(round(8)), periodOf(round(9))]).toEqual([8, null])],
  // On its way into the cycle it was 1.07 times as far off, or 1.12 times.
  roundCycle: [
    is({ kind: 'circling', period: 2 }, { f: 'x^4 - 3x^3 + 2', start: [-1], lr: 0.1, steps: 40 }),
    () => expect(verdictOf({ f: 'x^4 - 3x^3 + 2', start: [-1], lr: 0.1, steps: 30 })).not.toHaveProperty('period')
  ],
  keepsSize: [
    is({ kind: 'circling' }, { f: 'max(x, -2x)', start: [3.7], method: 'nesterov', lr: 0.03, steps: 34 }),
    is(
      { kind: 'unjudged' },
      { ...bowl, lr: 0.1, steps: 600, noise: noisy(1, 2), schedule: { id: 'inverse', settings: { decay: 0.01 } } }
    )
  ],
  // It has come to rest where 600η·0.99^k = 6·10⁻¹²: at 1.25·10⁻⁶ and at 0.8·10⁻⁶.
  noRate: [
    () => expect(verdictOf(fading(0.8e-8))).not.toHaveProperty('cause'),
    is({ kind: 'unmoved', cause: 'schedule' }, fading(1.25e-8))
  ],
  farLower: [
    is(
      { kind: 'minimum' },
      {
        f: '0.01x^2 + y^2 + 100z^2',
        start: [-3, 4, 1],
        method: 'adam',
        lr: 0.5,
        steps: 300,
        schedule: { id: 'step', settings: { gamma: 0.6, every: 20 } }
      }
    ),
    is({ kind: 'rest', of: 'jump' }, { f: 'floor(x) + x^2/100', start: [3.5], lr: 1, steps: 600 })
  ],
  // 23 · 12,000 · 37 is more than 10⁷, 22 are not.
  'trialBudget.operations': [() => expect(trialsGranted()).toBe(23)],
  'trialBudget.patience': [
    suggests({ change: 'lr', steps: 921 }, narrow(200)),
    suggests({ change: 'steps' }, narrow(220))
  ],
  'trialBudget.long': [
    suggests({ change: 'steps', steps: 29_822 }, slowly(0.0007, 'central')),
    suggests(null, slowly(0.00068, 'central'))
  ],
  'trialBudget.longest': [
    suggests({ change: 'steps', room: 100_000 }, slowly(0.00021, 'exact')),
    suggests(null, slowly(0.0002, 'exact'))
  ],
  // 1.96⁶ is 57, 1.96⁷ is 111.
  'trialBudget.rise': [() => expect([isRemedy(6), isRemedy(7)]).toEqual([true, false])],
  'ladder.smaller': [suggests({ value: 5e-10 }, steep(1e9)), suggests(null, steep(3e9))],
  'ladder.larger': [suggests({ value: 0.01 }, { f: 'x^2 + x^4/1000', start: [1], lr: 1e-5, steps: 60 })],
  'ladder.usual': [suggests({ value: 10 }, { f: 'x^2/100 + x^4/10000', start: [1], lr: 0.01, steps: 60 })],
  // Below the rate 0.5 these are 0.2, 0.1, 0.05 and 0.02; those below twice the radius settle.
  'ladder.calm': [suggests({ value: 0.05 }, rounded(0.03)), suggests(null, rounded(0.02))],
  'ladder.momenta': [
    suggests({ change: 'momentum', value: 0.5 }, frictionless(20)),
    suggests({ change: 'momentum', value: 0.8 }, frictionless(100)),
    suggests({ change: 'momentum', value: 0.9 }, frictionless(200))
  ]
}

/** The names of all numbers, those in tables after the name of the table. */
const namesIn = (table: object, before = ''): readonly string[] =>
  Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? namesIn(value, `${before}${name}.`) : [before + name]
  )

test('every threshold has something on either side', () => {
  expect(Object.keys(sides).sort()).toEqual([...namesIn(thresholds)].sort())
  for (const [name, found] of Object.entries(sides)) expect([name, found.length > 0]).toEqual([name, true])
})

test.each(Object.entries(sides))('%s decides between both', (_, looks) => {
  for (const look of looks) look()
})
