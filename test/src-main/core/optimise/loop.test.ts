import { compile, compileTree } from '@core/objective'
import { openedStep } from '@core/optimise/opened'
import { courseOf, type Plan } from '@core/optimise/plan'
import { reportOf } from '@core/optimise/report'
import { type Course, runCourse } from '@core/optimise/run'
import { isFixedRate } from '@shared/methods/method'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulas } from '../../../support/formulas'

/** Sums, powers, functions, pieces, parameters, one to three variables; some are left, some thrown off. */
const objectives = [
  compile('x^2', ['x']),
  compile('(1 - x)^2 + 100(y - x^2)^2', ['x', 'y']),
  compile('a x^2 + sin(b y)*exp(-x^2)', ['x', 'y'], { a: 0.3, b: 2, unused: 5 }),
  compile('sqrt(x) + y^2', ['x', 'y']),
  compile('abs(x) + max(y, -2y, z^2)', ['x', 'y', 'z']),
  compile('x^4 if x > 0 else x^2 - x^3', ['x']),
  compile('-exp(x + y)', ['x', 'y'])
]

const rates = [1e-3, 0.05, 0.7, 40]

/** Every point of a course as one row of numbers, and how it ended. */
function walked(course: Course) {
  const rows: (readonly number[])[] = []
  const ending = runCourse(course, (step, point, value, gradient, { gradients, evaluations }) =>
    rows.push([step, ...point, value, ...gradient, gradients, evaluations])
  )
  return { rows, ending }
}

/** The same course, step by step. */
function plain(course: Course): Course {
  const { setOut } = course.optimiser
  return { ...course, optimiser: { setOut } }
}

const rows = methods.filter(isFixedRate).map((method) => [`${method.id} ${method.convention}`, method] as const)

describe.each(rows)('the loop made for %s', (_, method) => {
  const planOf = (change: Partial<Plan>, lr: number, dimension: number): Plan => ({
    method: method.id,
    convention: method.convention,
    settings: { ...defaultSettings(method), lr },
    start: [0.7, -1.3, 2.1].slice(0, dimension),
    steps: 700,
    gradient: { method: 'exact', h: 1e-4 },
    ...change
  })

  test('makes the same bits as step by step, whatever the function, the learning rate and the schedule', () => {
    for (const [index, objective] of objectives.entries()) {
      for (const [place, lr] of rates.entries()) {
        // Each schedule with every learning rate, and most functions.
        const { id, ...schedule } = schedules[(index + place) % schedules.length] ?? { id: 'constant', settings: [] }
        const plan = planOf({ schedule: { id, settings: defaultSettings(schedule) } }, lr, objective.variables.length)
        const course = courseOf(objective, plan)
        expect(course.optimiser.loopOn?.(objective)).toBeTruthy()
        expect(walked(course), JSON.stringify(plan)).toEqual(walked(plain(course)))
      }
    }
  })

  test('has the same zeros, of which one is negative where the formula gives a slope of −0', () => {
    const ridge = compile('-x^2 + y^2', ['x', 'y'])
    const course = courseOf(ridge, planOf({ start: [0, 1.5] }, 0.01, 2))
    expect(walked(course)).toEqual(walked(plain(course)))
  })

  test('keeps them over many steps, where powers of the decay rates have long vanished', () => {
    const [, valley = objectives[0]] = objectives
    if (!valley) throw new Error('no function')
    const settings = method.settings.map(({ id }) => id)
    const course = courseOf(valley, {
      ...planOf({}, 1e-4, 2),
      steps: 42_000,
      settings: {
        ...defaultSettings(method),
        ...(settings.includes('beta1') && { beta1: 0.9 }),
        ...(settings.includes('beta2') && { beta2: 0.999 }),
        lr: 1e-4
      }
    })
    const [made, stepwise] = [walked(course), walked(plain(course))]
    expect(made.rows.length).toBe(stepwise.rows.length)
    const different = made.rows.findIndex((row, step) =>
      row.some((number, i) => !Object.is(number, stepwise.rows[step]?.[i]))
    )
    expect(different).toBe(-1)
  })

  test('leads to the same opened step, far along, as step by step', () => {
    const [, valley] = objectives
    if (!valley) throw new Error('no function')
    const plan = planOf({ steps: 3000, schedule: { id: 'exponential', settings: { gamma: 0.9999 } } }, 1e-3, 2)
    const { points, values, steps } = reportOf(valley, plan, 3001)
    for (const step of [1, 512, 513, 514, 2001, 2002, 2003, 3000]) {
      if (step >= steps.length) continue
      const { before, after, lines } = openedStep(valley, plan, step)
      expect([before.point, before.value]).toEqual([[...points.slice(2 * step - 2, 2 * step)], values[step - 1]])
      expect([after.point, after.value]).toEqual([[...points.slice(2 * step, 2 * step + 2)], values[step]])
      // What a line reads of the memory is what the step before left: the same as without the loop.
      const { memory } = step > 1 ? openedStep(valley, plan, step - 1) : { memory: method.memory }
      for (const name of Object.keys(method.memory)) {
        const read = lines.find(({ operands }) => Object.hasOwn(operands, name))
        if (read && lines.findIndex(({ target }) => target === name) >= lines.indexOf(read)) {
          const left = memory[name] ?? Number.NaN
          expect(read.operands[name]).toEqual(typeof left === 'number' ? [left, left] : left)
        }
      }
    }
  })

  test('is ended by the rules where step by step is', () => {
    const bowl = objectives[0]
    if (!bowl) throw new Error('no function')
    for (const stop of [
      { gradient: 1e-3, step: null, target: null, evaluations: null },
      { gradient: null, step: 1e-4, target: null, evaluations: null },
      { gradient: null, step: null, target: 1e-5, evaluations: null },
      { gradient: null, step: null, target: null, evaluations: 601 }
    ]) {
      const course = courseOf(bowl, planOf({ stop, steps: 3000 }, 0.05, 1))
      const [made, stepwise] = [walked(course), walked(plain(course))]
      expect([made.rows, made.ending]).toEqual([stepwise.rows, stepwise.ending])
    }
  })
})

test('a loop makes the same bits for random functions with a parameter', () => {
  let walkedFar = 0
  fc.assert(
    fc.property(
      formulas(['x', 'y', 'a']),
      fc.constantFrom(...methods.filter(isFixedRate)),
      fc.constantFrom(...rates),
      fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })),
      (tree, method, lr, start) => {
        const objective = compileTree(tree, ['x', 'y'], { a: 0.75 })
        const point = start.map((eighths) => eighths / 8)
        fc.pre(Number.isFinite(objective.value(point)))
        const course = courseOf(objective, {
          method: method.id,
          convention: method.convention,
          settings: { ...defaultSettings(method), lr },
          start: point,
          steps: 520,
          gradient: { method: 'exact', h: 1e-4 }
        })
        const made = walked(course)
        walkedFar += made.rows.length > 100 ? 1 : 0
        expect(made).toEqual(walked(plain(course)))
      }
    ),
    { seed: 1964, numRuns: 120 }
  )
  expect(walkedFar).toBeGreaterThan(20)
})
