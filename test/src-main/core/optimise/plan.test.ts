import { compile } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { run } from '@core/script'
import { ProblemError } from '@shared/problem'
import { words } from '@shared/words/index'
import { expect, test } from 'vitest'

const bowl = compile('x^2 + y^2', ['x', 'y'])
const sound: Plan = {
  method: 'momentum',
  convention: 'book',
  settings: { lr: 0.1, momentum: 0.9 },
  start: [3, 4],
  steps: 10,
  gradient: { method: 'central', h: 1e-4 }
}

function problemOf(change: Readonly<Record<string, unknown>>): ProblemError {
  const before = bowl.counts.gradients
  try {
    run(bowl, { ...sound, ...change } as Plan)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect(bowl.counts.gradients).toBe(before)
    return error
  }
  throw new Error('nothing was refused')
}

const scheduled = (settings: Readonly<Record<string, number>>) => ({ schedule: { id: 'exponential', settings } })
const unsafe = JSON.parse('{"lr": 0.1, "momentum": 0.9, "__proto__": 1}')

test('the sound plan runs', () => {
  expect(run(bowl, sound).points).toHaveLength(11)
})

test.each<[string, string, string, Readonly<Record<string, unknown>>]>([
  ['an unknown method', 'method-unknown', 'method', { method: 'kalman' }],
  ['a method called __proto__', 'method-unknown', 'method', { method: '__proto__' }],
  ['a method called constructor', 'method-unknown', 'method', { method: 'constructor' }],
  ['no method', 'method-missing', 'method', { method: undefined }],
  ['a method that is null', 'method-missing', 'method', { method: null }],
  ['an unknown convention', 'convention-unknown', 'convention', { convention: 'keras' }],
  ['a convention called __proto__', 'convention-unknown', 'convention', { convention: '__proto__' }],
  ['no convention', 'convention-missing', 'convention', { convention: null }],
  ['no settings', 'setting-missing', 'lr', { settings: undefined }],
  ['settings that are null', 'setting-missing', 'lr', { settings: null }],
  ['a missing setting', 'setting-missing', 'momentum', { settings: { lr: 0.1 } }],
  ['a setting that is null', 'setting-missing', 'momentum', { settings: { lr: 0.1, momentum: null } }],
  ['a setting only inherited', 'setting-missing', 'lr', { settings: Object.create({ lr: 0.1, momentum: 0.9 }) }],
  ['a setting that is text', 'setting-not-finite', 'lr', { settings: { lr: '0.1', momentum: 0.9 } }],
  ['a setting that is NaN', 'setting-not-finite', 'lr', { settings: { lr: Number.NaN, momentum: 0.9 } }],
  ['an infinite setting', 'setting-not-finite', 'lr', { settings: { lr: Number.POSITIVE_INFINITY, momentum: 0.9 } }],
  ['a learning rate of 0', 'setting-out-of-bounds', 'lr', { settings: { lr: 0, momentum: 0.9 } }],
  ['a negative learning rate', 'setting-out-of-bounds', 'lr', { settings: { lr: -0.1, momentum: 0.9 } }],
  ['momentum above 1', 'setting-out-of-bounds', 'momentum', { settings: { lr: 0.1, momentum: 1.01 } }],
  ['an unknown setting', 'setting-unknown', 'beta1', { settings: { lr: 0.1, momentum: 0.9, beta1: 0.9 } }],
  ['a setting called __proto__', 'setting-unknown', '__proto__', { settings: unsafe }],
  [
    'a setting called constructor',
    'setting-unknown',
    'constructor',
    { settings: { lr: 0.1, momentum: 0.9, constructor: 1 } }
  ],
  ['a start that is too short', 'start-length', 'start', { start: [3] }],
  ['a start that is too long', 'start-length', 'start', { start: [3, 4, 5] }],
  ['no start', 'start-length', 'start', { start: null }],
  ['a start with NaN', 'start-not-finite', 'start', { start: [3, Number.NaN] }],
  ['an infinite start', 'start-not-finite', 'start', { start: [Number.NEGATIVE_INFINITY, 4] }],
  ['a start with text', 'start-not-finite', 'start', { start: ['3', 4] }],
  ['steps that are not whole', 'setting-out-of-bounds', 'steps', { steps: 1.5 }],
  ['negative steps', 'setting-out-of-bounds', 'steps', { steps: -1 }],
  ['too many steps', 'setting-out-of-bounds', 'steps', { steps: 1_000_001 }],
  ['no steps', 'setting-missing', 'steps', { steps: undefined }],
  ['an unknown schedule', 'schedule-unknown', 'schedule', { schedule: { id: 'lunar', settings: {} } }],
  ['a schedule called __proto__', 'schedule-unknown', 'schedule', { schedule: { id: '__proto__', settings: {} } }],
  ['a schedule without its settings', 'setting-missing', 'schedule.gamma', { schedule: { id: 'exponential' } }],
  ['a setting of a schedule out of bounds', 'setting-out-of-bounds', 'schedule.gamma', scheduled({ gamma: 1.5 })],
  ['a setting of a schedule that is NaN', 'setting-not-finite', 'schedule.gamma', scheduled({ gamma: Number.NaN })],
  [
    'a setting that the schedule has not',
    'schedule-setting-unknown',
    'schedule.every',
    scheduled({ gamma: 0.5, every: 2 })
  ],
  ['negative noise', 'setting-out-of-bounds', 'sigma', { noise: { sigma: -1, seed: 1 } }],
  ['infinite noise', 'setting-not-finite', 'sigma', { noise: { sigma: Number.POSITIVE_INFINITY, seed: 1 } }],
  ['noise that is text', 'setting-not-finite', 'sigma', { noise: { sigma: '1', seed: 1 } }],
  ['a seed that is not whole', 'setting-out-of-bounds', 'seed', { noise: { sigma: 1, seed: 0.5 } }],
  ['a seed too large', 'setting-out-of-bounds', 'seed', { noise: { sigma: 1, seed: 2 ** 32 } }],
  ['a bound of the gradient that is NaN', 'setting-not-finite', 'stop.gradient', { stop: { gradient: Number.NaN } }],
  ['a target that is infinite', 'setting-not-finite', 'stop.target', { stop: { target: Number.NEGATIVE_INFINITY } }],
  ['a bound of the step that is negative', 'setting-out-of-bounds', 'stop.step', { stop: { step: -1e-3 } }],
  ['half an evaluation', 'setting-out-of-bounds', 'stop.evaluations', { stop: { evaluations: 0.5 } }],
  ['more evaluations than may be spent', 'setting-out-of-bounds', 'stop.evaluations', { stop: { evaluations: 1e9 } }],
  ['an unknown rule to end by', 'stop-unknown', 'stop.gradent', { stop: { gradent: 1e-3 } }],
  ['a rule to end by called constructor', 'stop-unknown', 'stop.constructor', { stop: { constructor: 1 } }],
  ['no rules but a truth value', 'stop-unknown', 'stop', { stop: false }],
  ['no rules but a number', 'stop-unknown', 'stop.7', { stop: 7 }],
  ['a schedule that is 0', 'schedule-unknown', 'schedule', { schedule: 0 }],
  ['a schedule that is empty text', 'schedule-unknown', 'schedule', { schedule: '' }],
  ['a schedule that is text', 'schedule-unknown', 'schedule', { schedule: 'exponential' }],
  ['a schedule without a name', 'schedule-unknown', 'schedule', { schedule: {} }],
  [
    'a schedule for a method without a learning rate',
    'schedule-without-rate',
    'schedule',
    { method: 'newton', settings: { c1: 1e-4, shrink: 0.5, delta: 1e-3 }, ...scheduled({ gamma: 0.5 }) }
  ],
  ['noise that is 0', 'setting-missing', 'sigma', { noise: 0 }],
  ['noise that is false', 'setting-missing', 'sigma', { noise: false }],
  ['noise with an unknown setting', 'noise-unknown', 'noise.sead', { noise: { sigma: 1, seed: 1, sead: 2 } }],
  ['an unknown gradient', 'gradient-unknown', 'gradient', { gradient: { method: 'constructor', h: 1e-4 } }],
  ['no gradient', 'gradient-missing', 'gradient', { gradient: undefined }],
  ['h of 0', 'difference-step', 'h', { gradient: { method: 'forward', h: 0 } }],
  ['an infinite h', 'difference-step', 'h', { gradient: { method: 'forward', h: Number.POSITIVE_INFINITY } }]
])('%s is refused as %s, naming %s, before anything runs', (_, code, field, change) => {
  const problem = problemOf(change)
  expect(problem.code).toBe(code)
  expect(problem.values['field']).toBe(field)
  for (const { problems } of Object.values(words))
    expect(problems[problem.code](problem.values)).not.toMatch(/undefined/)
})

test('the rho of RMSprop may be called alpha, as in the library, but not both', () => {
  const settings = { lr: 0.1, eps: 1e-8, momentum: 0 }
  const plan = { ...sound, method: 'rmsprop', convention: 'library' }
  const points = run(bowl, { ...plan, settings: { ...settings, rho: 0.9 } }).points
  expect(run(bowl, { ...plan, settings: { ...settings, alpha: 0.9 } }).points).toEqual(points)
  const both = problemOf({ ...plan, settings: { ...settings, rho: 0.9, alpha: 0.9 } })
  expect([both.code, both.values['field']]).toEqual(['setting-unknown', 'alpha'])
})

test('a learning rate that stays may be said of any method, and absent parts are absent, also as null', () => {
  const schedule = { id: 'constant', settings: {} }
  const newton = { ...sound, method: 'newton', settings: { c1: 1e-4, shrink: 0.5, delta: 1e-3 } }
  expect(run(bowl, { ...newton, schedule }).points.length).toBeGreaterThan(1)
  const absent = { schedule: null, noise: null, stop: null } as unknown as Partial<Plan>
  expect(run(bowl, { ...sound, ...absent }).points).toEqual(run(bowl, sound).points)
})

test('momentum = 1 is allowed, as an experiment', () => {
  expect(run(bowl, { ...sound, settings: { lr: 0.1, momentum: 1 } }).points).toHaveLength(11)
})

test('h is not looked at where the gradient comes from the formula', () => {
  expect(run(bowl, { ...sound, gradient: { method: 'exact', h: 0 } }).points).toHaveLength(11)
})

test.each([
  ['not defined', 'log(x)', -1, '−1'],
  ['infinite', '1/x', 0, '0']
])('a function %s at the start is refused', (_, formula, start, told) => {
  const objective = compile(formula, ['x'])
  const plan = { ...sound, start: [start] }
  expect(() => run(objective, plan)).toThrow(`The function is not defined at the start ${told}.`)
})

test.each([
  ['exp(x^2)*1e300', [9], '9'],
  ['-exp(x^2 + y)', [30, 1], '(30, 1)']
])('%s at a start where it is too large to compute is said to be that', (formula, start, point) => {
  const objective = compile(formula, ['x', 'y'].slice(0, start.length))
  expect(() => run(objective, { ...sound, start })).toThrow(
    `At the start ${point} the function is too large to compute`
  )
})

test('a bound is worded in both languages', () => {
  const { code, values } = problemOf({ settings: { lr: 0, momentum: 0.9 } })
  expect(words.en.problems[code](values)).toBe('The learning rate (lr) must be greater than 0, not 0.')
  expect(words.ja.problems[code](values)).toBe('学習率（lr）には 0 より大きい数を入れてください（0 でした）。')
  const momentum = problemOf({ settings: { lr: 1, momentum: 2 } })
  expect(words.en.problems[momentum.code](momentum.values)).toContain('at least 0 and at most 1')
  expect(words.ja.problems[momentum.code](momentum.values)).toContain('0 以上 1 以下の数')
})
