import { compile } from '@core/objective'
import { openedStep } from '@core/optimise/opened'
import type { Plan } from '@core/optimise/plan'
import { factorOf } from '@core/optimise/schedule'
import { run } from '@core/script'
import { scheduleNamed, schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { describe, expect, test } from 'vitest'

const parabola = compile('x^2', ['x'])
const plan: Plan = {
  method: 'descent',
  convention: 'book',
  settings: { lr: 0.1 },
  start: [8],
  steps: 4,
  gradient: { method: 'exact', h: 1e-4 }
}
const halved = { id: 'step', settings: { gamma: 0.5, every: 2 } }

test('a learning rate that is halved after every 2 steps: 8 · 0.8 · 0.8 · 0.9 · 0.9', () => {
  const { points } = run(parabola, { ...plan, schedule: halved })
  const expected = [8, 6.4, 5.12, 4.608, 4.1472]
  for (const [k, [x]] of points.entries()) expect(x).toBeCloseTo(expected[k] ?? 0, 12)
})

test('an opened step tells its learning rate, and the rule reads that', () => {
  const rates = [1, 2, 3, 4].map((step) => {
    const { lr, lines } = openedStep(parabola, { ...plan, schedule: halved }, step)
    expect(lines[0]?.operands['lr']).toEqual([lr])
    return lr
  })
  expect(rates).toEqual([0.1, 0.1, 0.05, 0.05])
})

test('a constant learning rate is one without a schedule', () => {
  const constant = { ...plan, schedule: { id: 'constant', settings: {} } }
  expect(run(parabola, constant)).toEqual(run(parabola, plan))
})

describe.each(schedules.map((schedule) => [schedule.id, schedule] as const))('the schedule %s', (_, schedule) => {
  test('gives each step of a run its own rate, whatever the method does with it', () => {
    const settings = defaultSettings(schedule)
    const factor = factorOf({ schedule, settings })
    const { points } = run(parabola, { ...plan, steps: 40, schedule: { id: schedule.id, settings } })
    for (let step = 1; step <= 40; step++) {
      const [before = 0] = points[step - 1] ?? []
      expect(points[step]?.[0]).toBe(before - 0.1 * factor(step) * (2 * before))
    }
  })

  test('is a row that is found by its name', () => {
    expect(scheduleNamed(schedule.id)).toBe(schedule)
  })
})
