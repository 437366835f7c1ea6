import { compile } from '@core/objective'
import { describe, expect, test } from 'vitest'
import { planOf, walked } from '../../../../support/algorithm-runs'
import { type KnownProblem, problemNamed, problems } from '../../../../support/problems'

/** Evaluations – a Hessian counts as many as there are variables – within which a minimum has to be reached. */
const budget = 500
const secondOrder = ['conjugate', 'bfgs', 'lbfgs', 'newton', 'trust-region']

/** Where a method needs more than its usual settings and the budget, and why. */
const exceptions: readonly { problem: string; method: string; reason: string; settings?: object; budget?: number }[] = [
  {
    problem: 'Meyer',
    method: 'bfgs',
    reason: 'the valley is bent, and 10⁹ times steeper across than along',
    budget: 600
  },
  { problem: 'Meyer', method: 'lbfgs', reason: 'as for BFGS', budget: 600 },
  {
    problem: 'Meyer',
    method: 'newton',
    reason: 'its least curvature is far below a thousandth of the largest, to which the shift raises it',
    settings: { delta: 1e-8 },
    budget: 1100
  },
  { problem: 'Meyer', method: 'trust-region', reason: 'as for Newton', settings: { delta: 1e-8 }, budget: 1300 },
  {
    problem: 'Brown badly scaled',
    method: 'trust-region',
    reason: 'the minimum is a million away, and a step no longer than the largest radius of 1000',
    settings: { radius_max: 1e7 }
  }
]

/** Where a method does not get to one of the minima, and why that is as it should be. */
const failures: readonly { problem: string; method: string; reason: string }[] = [
  {
    problem: 'Powell badly scaled',
    method: 'conjugate',
    reason: 'in the valley, where curvatures differ by 10¹², no length makes f fall any more in 16 digits'
  },
  { problem: 'Brown badly scaled', method: 'conjugate', reason: 'curvatures differ by 10¹²: as above' },
  {
    problem: 'Meyer',
    method: 'conjugate',
    reason: 'curvatures differ by 10⁹: many thousands of steps along the valley'
  },
  {
    problem: 'Box three-dimensional',
    method: 'conjugate',
    reason: 'ends in another zero of f: all points with x = y and z = 0 are minima too'
  }
]

const isFor =
  (name: string, id: string) =>
  ({ problem, method }: { problem: string; method: string }) =>
    problem === name && method === id

/** Evaluations after which the run has reached one of the minima; NaN if it has not. */
function spentAt({ formula, variables, start, minima }: KnownProblem, id: string, settings: object, most: number) {
  const { points } = walked(compile(formula, variables), planOf(id, start, most, settings))
  const arrived = points.find(({ point, value }) =>
    minima.some(
      ({ at, value: lowest }) =>
        Math.abs(value - Number(lowest)) <= 1e-6 * Math.max(Math.abs(Number(lowest)), 1e-2) + lastDigit(lowest) &&
        at.every((coordinate, i) => {
          const known = Number(coordinate)
          return (
            Math.abs((point[i] ?? Number.NaN) - known) <= lastDigit(coordinate) + 1e-3 * Math.max(1, Math.abs(known))
          )
        })
    )
  )
  return arrived?.evaluations ?? Number.NaN
}

/** What is not known of a number as published; of a bare 0 or 3 everything is. */
const lastDigit = (text: string) => (text.includes('.') ? 10 ** -(text.split('.')[1] ?? '').length : 0)

describe.each(secondOrder)('%s', (id) => {
  const able = problems.filter(({ name }) => !failures.some(isFor(name, id)))

  test.each(able)('gets from the usual start to a published minimum within the budget: $name', (problem) => {
    const exception = exceptions.find(isFor(problem.name, id))
    const most = exception?.budget ?? budget
    expect(spentAt(problem, id, exception?.settings ?? {}, most), `of ${most} evaluations`).toBeLessThanOrEqual(most)
  })
})

test.each(failures)('$method does not get to the minimum of $problem: $reason', ({ problem, method }) => {
  expect(spentAt(problemNamed(problem), method, {}, 1000)).toBeNaN()
})

test.each(exceptions)('$method needs its exception for $problem: $reason', ({ problem, method }) => {
  const spent = spentAt(problemNamed(problem), method, {}, budget)
  expect(spent <= budget).toBe(false)
})

test('no second-order method has more exceptions than it has problems it solves without', () => {
  for (const id of secondOrder) {
    const odd = [...exceptions, ...failures].filter(({ method }) => method === id)
    expect(odd.length).toBeLessThanOrEqual(4)
  }
})

const easy = [
  'sphere',
  'Booth',
  'Himmelblau',
  'McCormick',
  'Branin',
  'six-hump camel',
  'Styblinski and Tang',
  'Zakharov'
]

test.each(['armijo', 'wolfe', 'nelder-mead'])('%s gets to the minima of well-rounded functions', (id) => {
  for (const name of easy) expect(spentAt(problemNamed(name), id, {}, budget), name).toBeLessThanOrEqual(budget)
})

test('gradient descent creeps where second-order methods are done: Rosenbrock takes it more than 1000 steps', () => {
  for (const id of ['armijo', 'wolfe']) expect(spentAt(problemNamed('Rosenbrock'), id, {}, 1000)).toBeNaN()
})
