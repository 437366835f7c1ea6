import { blank, withFormula, withStart } from '@shared/experiment/edit'
import type { Experiment, Run } from '@shared/experiment/experiment'
import { freshRun } from '@shared/experiment/runs'
import { schedules } from '@shared/methods/schedules'
import { methods } from '@shared/methods/table'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainSymbol, shownName } from '../../../src-renderer/figures/names'
import { methodName, runNames } from '../../../src-renderer/figures/run-names'

const withRuns = (...runs: readonly Run[]): Experiment => ({ ...blank(), runs })
const descent = (lr: number, start: readonly number[] | null = null): Run => ({
  ...freshRun([], 'descent'),
  settings: { lr },
  start
})

it('a run alone is called by its method', () => {
  expect(runNames(withRuns(descent(0.1)), words.en)).toEqual(['Gradient descent'])
  expect(runNames(withRuns(descent(0.1), freshRun([], 'adam')), words.en)).toEqual(['Gradient descent', 'Adam'])
})

it('runs of one method are told apart by what differs, and by nothing else', () => {
  expect(runNames(withRuns(descent(0.08), descent(0.5)), words.en)).toEqual([
    'Gradient descent η = 0.08',
    'Gradient descent η = 0.5'
  ])
  expect(runNames(withRuns(descent(0.1, [2]), descent(0.1)), words.en)).toEqual([
    'Gradient descent (2)',
    'Gradient descent (3)'
  ])
  const momentum = freshRun([], 'momentum')
  const heavy = { ...momentum, settings: { ...momentum.settings, momentum: 0.5 } }
  expect(runNames(withRuns(momentum, heavy), words.en)).toEqual(['Momentum μ = 0.9', 'Momentum μ = 0.5'])
  expect(runNames(withRuns(freshRun([], 'adam', 'book'), freshRun([], 'adam', 'library')), words.ja)[0]).toMatch(
    /^Adam /
  )
})

it('schedule and noise are told where they differ', () => {
  const cosine = { ...descent(0.1), schedule: { id: 'cosine', settings: { period: 100, final: 0 } } }
  expect(runNames(withRuns(descent(0.1), cosine), words.en)).toEqual([
    'Gradient descent',
    'Gradient descent Cosine (T = 100, r = 0)'
  ])
  const noisy = (seed: number) => ({ ...descent(0.1), noise: { sigma: 0.5, seed } })
  expect(runNames(withRuns(noisy(1), noisy(2)), words.en)).toEqual([
    'Gradient descent σ = 0.5 (seed 1)',
    'Gradient descent σ = 0.5 (seed 2)'
  ])
})

it('numbers that differ late are written as far as that, the others are not', () => {
  expect(runNames(withRuns(descent(0.1234561), descent(0.1234562), descent(0.123456789)), words.en)).toEqual([
    'Gradient descent η = 0.1234561',
    'Gradient descent η = 0.1234562',
    'Gradient descent η = 0.123457'
  ])
})

it('starts in many variables are told by the coordinates in which they differ', () => {
  const place = (changes: Readonly<Record<number, number>>) => Array.from({ length: 50 }, (_, i) => changes[i] ?? 1)
  const many = withStart(
    withFormula(blank(), Array.from({ length: 50 }, (_, i) => `x${i}^2`).join(' + ')),
    place({ 30: 2.5 })
  )
  const runs = [
    descent(0.1, place({ 3: 2 })),
    descent(0.1),
    descent(0.1, place({ 3: 2, 49: 4 })),
    descent(0.1, place({}))
  ]
  expect(runNames({ ...many, runs }, words.en)).toEqual([
    'Gradient descent (x₃ = 2, x₃₀ = 1, x₄₉ = 1, …)',
    'Gradient descent (x₃ = 1, x₃₀ = 2.5, x₄₉ = 1, …)',
    'Gradient descent (x₃ = 2, x₃₀ = 1, x₄₉ = 4, …)',
    'Gradient descent (x₃ = 1, x₃₀ = 1, x₄₉ = 1, …)'
  ])
})

it('names are those of the language', () => {
  const experiment = withRuns(descent(0.1))
  expect(runNames(experiment, words.ja)).toEqual([words.ja.methods.names.descent])
  expect(runNames(experiment, words.ja)).not.toEqual(runNames(experiment, words.en))
})

it('every method of the table has a name in both languages', () => {
  for (const { id } of methods)
    for (const language of Object.values(words)) expect(methodName(id, language)).not.toBe(id)
})

it('runs that are set differently are called differently', () => {
  const row = fc.constantFrom(...methods)
  const anyRun = row.chain(({ id, convention, settings }) =>
    fc.record({
      id: fc.uuid(),
      method: fc.constant(id),
      convention: fc.constant(convention),
      settings: fc.record(
        Object.fromEntries(settings.map((setting) => [setting.id, fc.constantFrom(0.1, 0.25, 0.25000001)]))
      ),
      schedule: fc.constantFrom(...schedules).chain(({ id, settings }) =>
        fc.record({
          id: fc.constant(id),
          settings: fc.record(
            Object.fromEntries(settings.map((setting) => [setting.id, fc.constantFrom(1, setting.default)]))
          )
        })
      ),
      noise: fc.record({ sigma: fc.constantFrom(0, 0.5), seed: fc.constantFrom(1, 2) }),
      start: fc.constantFrom(null, [1], [2], [2.0000001]),
      colour: fc.nat(7)
    })
  )
  const isSame = (one: Run, other: Run) =>
    one.method === other.method &&
    one.convention === other.convention &&
    JSON.stringify(one.settings) === JSON.stringify(other.settings) &&
    JSON.stringify(one.schedule) === JSON.stringify(other.schedule) &&
    // Without noise its seed means nothing.
    one.noise.sigma === other.noise.sigma &&
    (one.noise.sigma === 0 || one.noise.seed === other.noise.seed) &&
    JSON.stringify(one.start) === JSON.stringify(other.start)
  fc.assert(
    fc.property(fc.array(anyRun, { minLength: 2, maxLength: 5 }), (runs) => {
      const names = runNames(withRuns(...runs), words.en)
      for (const [at, run] of runs.entries())
        for (const [place, other] of runs.entries())
          if (!isSame(run, other)) expect(names[at], JSON.stringify([run, other])).not.toBe(names[place])
    }),
    { seed: 1847 }
  )
})

it('the letter of every setting can be written without TeX', () => {
  expect(plainSymbol('\\beta_1')).toBe('β₁')
  for (const { settings } of methods)
    for (const { symbol } of settings) expect(plainSymbol(symbol)).toMatch(/^\p{L}[₀-₉]?$/u)
})

it('an index in a name is written low', () => {
  expect(shownName('x10')).toBe('x₁₀')
  expect(shownName('alpha')).toBe('alpha')
})
