import { type Schedule, schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { scheduledRates, typesetFactor } from '../../../src-renderer/figures/schedule'

const named = (id: string) => schedules.find((schedule) => schedule.id === id) as Schedule

describe('the rates of a schedule', () => {
  it('are those of each step where there are few', () => {
    const rates = scheduledRates(named('exponential'), { gamma: 0.5 }, 0.4, 4, 100)
    expect(rates).toEqual([
      { step: 1, rate: 0.4 },
      { step: 2, rate: 0.2 },
      { step: 3, rate: 0.1 },
      { step: 4, rate: 0.05 }
    ])
  })

  it('are some of a million, the first and the last among them', () => {
    const rates = scheduledRates(named('constant'), {}, 0.1, 1_000_000, 280)
    expect(rates).toHaveLength(280)
    expect([rates[0]?.step, rates.at(-1)?.step]).toEqual([1, 1_000_000])
    expect(scheduledRates(named('constant'), {}, 0.1, 0, 280)).toEqual([])
  })

  it.each(schedules.map(({ id }) => id))('are finite for %s, and its formula can be typeset', (id) => {
    const schedule = named(id)
    const rates = scheduledRates(schedule, defaultSettings(schedule), 0.1, 500, 500)
    expect(rates.every(({ rate }) => rate >= 0 && rate <= 0.1)).toBe(true)
    const tex = typesetFactor(schedule)
    expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow()
    for (const { symbol } of schedule.settings) expect(tex).toContain(symbol)
  })
})
