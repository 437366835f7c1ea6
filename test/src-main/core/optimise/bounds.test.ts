import { compile } from '@core/objective'
import { courseOf, type Plan } from '@core/optimise/plan'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings, type Setting } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import { ProblemError } from '@shared/problem'
import { words } from '@shared/words/index'
import { describe, expect, test } from 'vitest'

const bowl = compile('x^2 + y^2', ['x', 'y'])
const exact = { method: 'exact', h: 1e-4 } as const

const planOf = ({ id, convention }: Pick<Plan, 'convention'> & { readonly id: string }, settings: unknown): Plan => ({
  method: id,
  convention,
  settings: settings as Plan['settings'],
  start: [3, 4],
  steps: 5,
  gradient: exact
})

/** The code and the field of the problem a plan is refused with; null where it is sound. */
function refusal(plan: Plan): { readonly code: string; readonly field: unknown } | null {
  const asked = bowl.counts.gradients
  try {
    courseOf(bowl, plan)
    return null
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect(bowl.counts.gradients).toBe(asked)
    for (const { problems } of Object.values(words))
      expect(problems[error.code](error.values)).not.toMatch(/undefined|NaN|\[object/)
    return { code: error.code, field: error.values['field'] }
  }
}

/** The double next to a number, up or down. */
function beside(value: number, way: 1 | -1): number {
  if (value === 0) return way * Number.MIN_VALUE
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(way * Math.sign(value)))
  return view.getFloat64(0)
}

/** The outermost allowed values, and those just outside. */
function edges({ min, max, minIncluded, maxIncluded, whole }: Setting) {
  const up = (value: number) => (whole ? value + 1 : beside(value, 1))
  const down = (value: number) => (whole ? value - 1 : beside(value, -1))
  const inside = [minIncluded ? min : up(min), maxIncluded ? max : Number.isFinite(max) ? down(max) : Number.MAX_VALUE]
  const outside = [minIncluded ? down(min) : min, ...(Number.isFinite(max) ? [maxIncluded ? up(max) : max] : [])]
  return { inside, outside }
}

const unusable = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '0.5', true, [0.5], {}]

describe.each(methods.map((method) => [`${method.id} ${method.convention}`, method] as const))('%s', (_, method) => {
  const usual: Readonly<Record<string, number>> = defaultSettings(method)

  test('runs with its usual settings', () => {
    expect(refusal(planOf(method, usual))).toBeNull()
  })

  test.each(method.settings.map((setting) => [setting.id, setting] as const))(
    'takes %s up to its bounds and not beyond, and no other thing for it',
    (id, setting) => {
      const given = (value: unknown) => refusal(planOf(method, { ...usual, [id]: value }))
      const { inside, outside } = edges(setting)
      for (const value of inside) expect([value, given(value)]).toEqual([value, null])
      for (const value of outside)
        expect([value, given(value)]).toEqual([value, { code: 'setting-out-of-bounds', field: id }])
      for (const value of unusable)
        expect([value, given(value)]).toEqual([value, { code: 'setting-not-finite', field: id }])
      if (setting.whole) expect(given(setting.min + 0.5)).toEqual({ code: 'setting-out-of-bounds', field: id })
    }
  )

  test.each(method.settings.map(({ id }) => id))('fills in nothing for %s', (id) => {
    const missing = { code: 'setting-missing', field: id }
    const { [id]: _given, ...others } = usual
    expect(refusal(planOf(method, others))).toEqual(missing)
    expect(refusal(planOf(method, { ...usual, [id]: null }))).toEqual(missing)
    expect(refusal(planOf(method, { ...usual, [id]: undefined }))).toEqual(missing)
    expect(refusal(planOf(method, Object.create(usual)))?.code).toBe('setting-missing')
  })

  test.each(['__proto__', 'constructor', 'toString', 'learning_rate', 'LR', ''])('has no setting %j', (name) => {
    const settings = Object.defineProperty({ ...usual }, name, { value: 0.5, enumerable: true })
    expect(refusal(planOf(method, settings))).toEqual({ code: 'setting-unknown', field: name })
  })
})

describe.each(schedules.map((schedule) => [schedule.id, schedule] as const))('the schedule %s', (id, schedule) => {
  const usual: Readonly<Record<string, number>> = defaultSettings(schedule)
  const scheduled = (settings: unknown) =>
    refusal({ ...planOf({ id: 'descent', convention: 'book' }, { lr: 0.1 }), schedule: { id, settings } as never })

  test('runs with its usual settings, and has no others', () => {
    expect(scheduled(usual)).toBeNull()
    expect(scheduled({ ...usual, lr: 1 })).toEqual({ code: 'schedule-setting-unknown', field: 'schedule.lr' })
  })

  test.each(schedule.settings.map((setting) => [setting.id, setting] as const))(
    'takes %s up to its bounds and not beyond, and fills in nothing for it',
    (name, setting) => {
      const field = `schedule.${name}`
      const given = (value: unknown) => scheduled({ ...usual, [name]: value })
      const { inside, outside } = edges(setting)
      for (const value of inside) expect([value, given(value)]).toEqual([value, null])
      for (const value of outside)
        expect([value, given(value)]).toEqual([value, { code: 'setting-out-of-bounds', field }])
      for (const value of unusable)
        expect([value, given(value)]).toEqual([value, { code: 'setting-not-finite', field }])
      if (setting.whole) expect(given(setting.min + 0.5)).toEqual({ code: 'setting-out-of-bounds', field })
      expect(given(null)).toEqual({ code: 'setting-missing', field })
    }
  )
})

describe('alpha', () => {
  const named = fixedRateMethods.filter(({ settings }) => settings.some(({ aliases }) => aliases?.includes('alpha')))
  const renamed = (method: (typeof named)[number]) => {
    const { rho, ...others }: Readonly<Record<string, number>> = defaultSettings(method)
    return { ...others, alpha: rho }
  }

  test.each(named.map((method) => [`${method.id} ${method.convention}`, method] as const))(
    'is accepted for the rho of %s, with the same bounds, but not beside it',
    (_, method) => {
      expect(refusal(planOf(method, renamed(method)))).toBeNull()
      expect(refusal(planOf(method, { ...renamed(method), alpha: 1 }))).toEqual({
        code: 'setting-out-of-bounds',
        field: 'rho'
      })
      expect(refusal(planOf(method, { ...defaultSettings(method), alpha: 0.9 }))).toEqual({
        code: 'setting-unknown',
        field: 'alpha'
      })
    }
  )

  test('belongs to RMSprop, of the book and of the library, and to AdaDelta', () => {
    expect(named.map(({ id, convention }) => `${id} ${convention}`)).toEqual([
      'rmsprop book',
      'rmsprop library',
      'adadelta library'
    ])
  })
})

test.each(['__proto__', 'constructor', 'hasOwnProperty', '', 'Adam', 'sgd'])('there is no method %j', (id) => {
  expect(refusal(planOf({ id, convention: 'book' }, { lr: 0.1 }))).toEqual({ code: 'method-unknown', field: 'method' })
})

test.each(fixedRateMethods.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) === i))(
  '%s has no convention but its own',
  (id) => {
    for (const convention of ['__proto__', 'keras', '']) {
      const expected = { code: 'convention-unknown', field: 'convention' }
      expect(refusal(planOf({ id, convention }, { lr: 0.1 }))).toEqual(expected)
    }
  }
)
