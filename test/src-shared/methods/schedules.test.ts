import { parse } from '@shared/language/parser'
import { typeset } from '@shared/language/typeset'
import { valueAt } from '@shared/language/value'
import { type Schedule, scheduleNamed, schedules } from '@shared/methods/schedules'
import { defaultSettings, isWithin } from '@shared/methods/setting'
import { words } from '@shared/words/index'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const treeOf = ({ factor, settings }: Schedule) => parse(factor, { names: ['t', ...settings.map(({ id }) => id)] })

function factorAt(id: string, settings: Readonly<Record<string, number>>, t: number): number {
  const schedule = scheduleNamed(id)
  if (!schedule) throw new Error(`no ${id}`)
  return valueAt(treeOf(schedule).tree, new Map(Object.entries({ ...settings, t })))
}

describe.each(schedules.map((schedule) => [schedule.id, schedule] as const))('the schedule %s', (id, schedule) => {
  test('reads t and all of its settings, nothing else', () => {
    const names = id === 'constant' ? [] : ['t', ...schedule.settings.map((setting) => setting.id)]
    expect(treeOf(schedule).names.toSorted()).toEqual(names.toSorted())
  })

  test('has defaults and sliders that its own bounds allow', () => {
    for (const setting of schedule.settings)
      for (const value of [setting.default, setting.slider.min, setting.slider.max])
        expect(isWithin(setting, value)).toBe(true)
  })

  test('multiplies the learning rate by at least 0 and at most 1, at any step, with any settings', () => {
    const settings = fc.record(
      Object.fromEntries(
        schedule.settings.map(({ id: name, min, max, minIncluded, whole }) => [
          name,
          whole
            ? fc.integer({ min, max })
            : fc.double({ min: minIncluded ? min : 1e-300, max: Math.min(max, 1e300), noNaN: true })
        ])
      )
    )
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 1_000_000 }), (given, t) => {
        const factor = factorAt(id, given, t)
        expect(factor).toBeGreaterThanOrEqual(0)
        expect(factor).toBeLessThanOrEqual(1)
      }),
      { seed: 5, numRuns: 200 }
    )
  })

  test('never rises after its warm-up', () => {
    const settings: Readonly<Record<string, number>> = defaultSettings(schedule)
    const factors = Array.from({ length: 300 }, (_, k) => factorAt(id, settings, (settings['warmup'] ?? 1) + k))
    expect(factors).toEqual(factors.toSorted((a, b) => b - a))
  })

  test('has a name, a meaning and a word for each setting in both languages', () => {
    for (const { methods: texts } of Object.values(words)) {
      expect(texts.schedules.names).toHaveProperty(id)
      expect(texts.schedules.meanings).toHaveProperty(id)
      for (const setting of schedule.settings) expect(texts.settings).toHaveProperty(setting.id)
    }
  })

  test('is typeset with the letters of its settings alone', () => {
    const symbols = new Map(schedule.settings.map(({ id: name, symbol }) => [name, symbol]))
    const tex = typeset(treeOf(schedule).tree, { names: (name) => symbols.get(name) })
    expect(tex).not.toContain('mathrm')
    for (const symbol of symbols.values()) expect(tex).toContain(symbol)
  })
})

describe('by hand', () => {
  test('step decay: 10 steps of 1, 10 of 0.5, then 0.25', () => {
    const factors = [1, 10, 11, 20, 21].map((t) => factorAt('step', { gamma: 0.5, every: 10 }, t))
    expect(factors).toEqual([1, 1, 0.5, 0.5, 0.25])
  })

  test('exponential decay: 1, 0.5, 0.25', () => {
    expect([1, 2, 3].map((t) => factorAt('exponential', { gamma: 0.5 }, t))).toEqual([1, 0.5, 0.25])
  })

  test('1/t decay with δ = 1: 1, 1/2, 1/3, and with δ = 0.01 half of it after 100 steps', () => {
    expect([1, 2, 3].map((t) => factorAt('inverse', { decay: 1 }, t))).toEqual([1, 1 / 2, 1 / 3])
    expect(factorAt('inverse', { decay: 0.01 }, 101)).toBe(0.5)
  })

  test('cosine over 4 steps down to a fifth: 1, then halfway (0.6) after 2, 0.2 after 4, and it stays there', () => {
    const factors = [1, 3, 5, 6, 1000].map((t) => factorAt('cosine', { period: 4, final: 0.2 }, t))
    for (const [i, expected] of [1, 0.6, 0.2, 0.2, 0.2].entries()) expect(factors[i]).toBeCloseTo(expected, 15)
  })

  test('warm-up over 4 steps, then the cosine over 2: 1/4, 2/4, 3/4, 1, 1, 1/2, 0, 0', () => {
    const factors = [1, 2, 3, 4, 5, 6, 7, 8].map((t) => factorAt('warmup', { warmup: 4, period: 2, final: 0 }, t))
    for (const [i, expected] of [0.25, 0.5, 0.75, 1, 1, 0.5, 0, 0].entries())
      expect(factors[i]).toBeCloseTo(expected, 15)
  })
})

test.each(['__proto__', 'constructor', '', 'Cosine'])('there is no schedule %j', (id) => {
  expect(scheduleNamed(id)).toBeUndefined()
})
