import { compile } from '@core/objective'
import { run } from '@core/script'
import type { ScheduleChoice } from '@shared/experiment/experiment'
import { isFixedRate } from '@shared/methods/method'
import { conventionMatters, isSameWay, methodIds, methodNamed } from '@shared/methods/table'
import { expect, test } from 'vitest'

const valley = compile('100(y - x^2)^2 + (1 - x)^2', ['x', 'y'])

/** How far apart the ways of the two conventions come, both with these settings. */
function apart(id: string, settings: Readonly<Record<string, number>>, schedule: ScheduleChoice): number {
  const [book, library] = (['book', 'library'] as const).map((convention) =>
    run(valley, {
      method: id,
      convention,
      settings,
      schedule,
      start: [-1.2, 1],
      steps: 60,
      gradient: { method: 'exact', h: 1e-4 }
    }).points.flatMap((point) => Array.from(point))
  )
  return Math.max(...(book ?? []).map((at, index) => Math.abs(at - (library?.[index] ?? Number.NaN))))
}

const ids = (id: string, convention: string) => methodNamed(id, convention)?.settings.map((setting) => setting.id) ?? []
const constant = { id: 'constant', settings: {} }
const falling = { id: 'exponential', settings: { gamma: 0.9 } }

test.each(methodIds.filter((id) => conventionMatters(id) && ids(id, 'book').join() === ids(id, 'library').join()))(
  'whether the rules of %s lead along one way while η stays is told rightly',
  (id) => {
    const row = methodNamed(id, 'book')
    const settings = Object.fromEntries(row?.settings.map((setting) => [setting.id, setting.default]) ?? [])
    // With a small constant so large that it matters where it is added.
    const slow = { ...settings, lr: 3e-4, ...('eps' in settings && { eps: 0.1 }) }
    expect(apart(id, slow, constant) < 1e-9).toBe(isSameWay(id))
    if (row && isFixedRate(row)) expect(apart(id, slow, falling)).toBeGreaterThan(1e-6)
  }
)

test('it is only told of methods that have two rules with the same settings', () => {
  for (const id of methodIds.filter(isSameWay)) {
    expect(conventionMatters(id)).toBe(true)
    expect(ids(id, 'book')).toEqual(ids(id, 'library'))
  }
  expect(methodIds.filter(isSameWay)).toEqual(['momentum', 'nesterov'])
})
