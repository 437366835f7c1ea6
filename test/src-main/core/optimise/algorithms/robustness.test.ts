import { compile } from '@core/objective'
import { openedStep } from '@core/optimise/opened'
import type { Plan } from '@core/optimise/plan'
import { algorithms } from '@shared/methods/algorithms'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf, walked } from '../../../../support/algorithm-runs'

/** Bowls, saddles, plateaus, kinks, jumps, poles, edges of the domain, no bottom, far too steep, nothing at all. */
const formulas = [
  'x^2 + 3*y^2',
  'x^2 - y^2',
  '-x^2 - y^4',
  'x^4 + y^4',
  'x^3 - 3*x*y^2',
  'exp(-x^2 - y^2)',
  'x^2/(1 + x^2) + y^2',
  'abs(x) + 2*abs(y)',
  'max(x, -2*x) + abs(y)^1.5',
  'floor(x) + y^2',
  'sqrt(x) + y^2',
  'ln(x)^2 + ln(y)^2',
  '1/x + y',
  'tan(x) + y^2',
  'x + y',
  'exp(x^2 + y^2)',
  '10^150*x^2 + y^2',
  '10^(-150)*(x^2 + y^2)',
  'cbrt(x) + y^2',
  'x*y',
  '0*x + 7 + 0*y',
  'sin(30*x)*cos(20*y)'
].map((formula) => ({ formula, objective: compile(formula, ['x', 'y']) }))

const tenths = fc.integer({ min: -60, max: 60 }).map((whole) => whole / 10)
const schemes = ['exact', 'forward', 'backward', 'central'] as const
const anyRun = fc
  .record({
    on: fc.constantFrom(...formulas),
    start: fc.tuple(tenths, tenths),
    method: fc.constantFrom(...schemes)
  })
  .filter(({ on, start }) => Number.isFinite(on.objective.value(start)))
/** Trials that a single step may need at the very most. */
const mostTrials = 2300

describe.each(algorithms)('$id', ({ id }) => {
  const withScheme = (plan: Plan, method: (typeof schemes)[number]): Plan => ({
    ...plan,
    gradient: { method, h: 1e-5 }
  })

  test('ends on any function with a reason of the list, every point finite, f never higher than before', () => {
    fc.assert(
      fc.property(anyRun, ({ on, start, method }) => {
        const { points, ending } = walked(on.objective, withScheme(planOf(id, start, 40), method))
        expect(['steps', 'line-search', 'diverged', 'left-domain']).toContain(ending.reason)
        points.forEach(({ point, value }, k) => {
          expect(point.every(Number.isFinite) && Number.isFinite(value)).toBe(true)
          expect(value).toBeLessThanOrEqual(points[k - 1]?.value ?? Number.POSITIVE_INFINITY)
        })
        expect(points.at(-1)?.evaluations).toBeLessThan(mostTrials * Math.max(points.length, 2))
      }),
      { seed: 2006, numRuns: 150 }
    )
  })

  test('takes the same step opened or not, bit for bit', () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 1, max: 12 }), ({ on, start, method }, step) => {
        const plan = withScheme(planOf(id, start, step), method)
        const { points, ending } = walked(on.objective, plan)
        if (points.length < step || (points.length === step && ending.reason !== 'line-search')) {
          expect(() => openedStep(on.objective, plan, step)).toThrow('there is no step')
          return
        }
        const { before, after, algorithm } = openedStep(on.objective, plan, step)
        const isFound = points.length > step
        expect(after.point).toEqual(points[isFound ? step : step - 1]?.point)
        expect(algorithm?.lines.at(-1)?.id === 'none').toBe(!isFound)
        expect(before.point).toEqual(points[step - 1]?.point)
      }),
      { seed: 1847, numRuns: 60 }
    )
  })

  test.each([1, 7, 50])('works with %i variables', (n) => {
    const variables = Array.from({ length: n }, (_, i) => `x${i}`)
    const formula = variables.map((name, i) => `${i + 1}*(${name} - 1)^2 + ${name}^4`).join(' + ')
    const objective = compile(formula, variables)
    const { points } = walked(
      objective,
      planOf(
        id,
        variables.map(() => 2),
        60
      )
    )
    const [first, last] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 0]
    // The simplex needs far more steps where variables are many: Nelder, Mead 1965, section 4.
    expect(last).toBeLessThan(id === 'nelder-mead' && n > 1 ? first : 0.5 * first)
  })

  test('runs twice with the same bits', () => {
    const objective = compile('100*(y - x^2)^2 + (1 - x)^2', ['x', 'y'])
    const once = walked(objective, planOf(id, [-1.2, 1], 30))
    expect(walked(objective, planOf(id, [-1.2, 1], 30))).toEqual(once)
  })
})

test('a simplex whose best corner stays for a while is not at the end of its way for that', () => {
  const objective = compile('100*(y - x^2)^2 + (1 - x)^2', ['x', 'y'])
  const stop = { gradient: null, step: 1e-6, target: null, evaluations: null }
  const { points, ending } = walked(objective, { ...planOf('nelder-mead', [-1.2, 1], 500), stop })
  const stays = points.filter(({ point }, k) => points[k - 1]?.point.every((before, i) => before === point[i]))
  expect(stays.length).toBeGreaterThan(5)
  expect(ending.reason).toBe('small-step')
  expect(points.at(-1)?.value).toBeLessThan(1e-8)
})

test.each([
  ['armijo', { initial: 1e60, shrink: 0.95 }],
  ['armijo', { initial: Number.MAX_VALUE, shrink: 0.95 }],
  ...['wolfe', 'conjugate', 'bfgs', 'lbfgs'].flatMap((id) =>
    [1e60, 1e200, Number.MAX_VALUE].map((reach) => [id, { reach }] as const)
  ),
  ['trust-region', { radius: Number.MAX_VALUE, radius_max: Number.MAX_VALUE }]
] as const)('%s comes down from however far it begins: %j', (id, settings) => {
  for (const formula of ['x^2', 'x^4 + x', 'x^2 - cos(x)', 'exp(x) - 2*x', 'x^2 - 10*log(10 - x)']) {
    const { points, ending } = walked(compile(formula, ['x']), planOf(id, [3], 1, settings))
    expect(ending.reason, formula).toBe('steps')
    expect(points.at(-1)?.value).toBeLessThan(points[0]?.value ?? Number.NaN)
  }
})

test('backtracking ends where no double is small enough, although the smallest ones do not shrink', () => {
  // At 0 a step is lost only below the smallest double.
  const objective = compile('max(x, -2*x) + x', ['x'])
  const { points, ending } = walked(objective, planOf('armijo', [0], 3, { shrink: 0.95 }))
  expect(['line-search', 'steps']).toContain(ending.reason)
  expect(points.at(-1)?.point).toEqual([0])
})
