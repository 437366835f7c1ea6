import { compile } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { optimiserOf } from '@core/optimise/rule'
import { Cancelled, steady } from '@core/pulse'
import { ratesReport } from '@core/study/rates'
import { findingOf } from '@core/verdict/finding'
import { follow } from '@core/verdict/follow'
import { growthNearRest } from '@core/verdict/stability'
import { verdictOf } from '@core/verdict/verdict'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { defaultSettings } from '@shared/methods/setting'
import { conventionsOf, methodNamed } from '@shared/methods/table'
import type { Fate, RatesReport } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const planOf = (method: string, start: readonly number[], change: Partial<Plan> = {}): Plan => {
  const row = methodNamed(method, conventionsOf(method)[0] ?? '')
  if (!row) throw new Error(`no ${method}`)
  const settings = { ...defaultSettings(row), ...change.settings }
  const gradient = { method: 'exact', h: 1e-4 } as const
  return { method, convention: row.convention, start, steps: 100, gradient, ...change, settings }
}

const report = (formula: string, plan: Plan) =>
  ratesReport(compile(formula, ['x', 'y'].slice(0, plan.start.length)), plan, steady)

/** Rates that a limit says something else of than was found, but for those within one part of the slider. */
function against(limit: number, { rates, fates }: RatesReport): readonly [number, Fate][] {
  const part = (rates[1] as number) / (rates[0] as number)
  return rates.flatMap((rate, i): [number, Fate][] => {
    const fate = fates[i] as Fate
    const isAt = rate < limit * part && rate > limit / part
    const isRight = rate < limit ? fate === 'settles' || fate === 'descends' : fate === 'leaves'
    return isAt || isRight ? [] : [[rate, fate]]
  })
}

const curvature = fc.double({ min: 0.3, max: 2000, noNaN: true })
const coordinate = fc.oneof(
  fc.double({ min: 0.5, max: 5, noNaN: true }),
  fc.double({ min: -5, max: -0.5, noNaN: true })
)

describe('what becomes of a run with each rate of its slider', () => {
  test('changes on a bowl within one part of where the theorem says: 2/λ for gradient descent, 2(1 + μ)/λ with momentum', () => {
    const law = (a: number, b: number, x: number, y: number, mu: number | null) => {
      const plan = mu === null ? planOf('descent', [x, y]) : planOf('momentum', [x, y], { settings: { momentum: mu } })
      const found = report(`${a / 2}*x^2 + ${b / 2}*y^2`, plan)
      const limit = (2 * (1 + (mu ?? 0))) / Math.max(a, b)
      expect(against(limit, found)).toEqual([])
      expect((found.limit ?? Number.NaN) / limit).toBeCloseTo(1, 4)
    }
    const momentum = fc.option(fc.constantFrom(0.5, 0.8), { nil: null })
    fc.assert(fc.property(curvature, curvature, coordinate, coordinate, momentum, law), { numRuns: 4, seed: 12 })
  }, 60_000)

  test('would be found wrong if one rate were', () => {
    const found = report('x^2 + y^2', planOf('descent', [4, 5]))
    const planted = { ...found, fates: found.fates.with(10, 'leaves') }
    expect(against(1, planted)).toEqual([[found.rates[10], 'leaves']])
    expect(against(1.5, found)).not.toEqual([])
  })

  test('covers the slider evenly, and does not depend on the rate that the run has', () => {
    const [small, large] = [1e-3, 9].map((lr) => report('x^2', planOf('descent', [3], { settings: { lr } })))
    expect(small).toEqual(large)
    const { rates = [] } = small ?? {}
    expect(rates).toHaveLength(50)
    const halfPart = 1e5 ** (0.5 / 50)
    for (const [part, rate] of rates.entries()) {
      expect(Math.abs(rate / (1e-4 * halfPart ** (2 * part + 1)) - 1)).toBeLessThan(0.04)
      expect(Number(rate.toPrecision(2))).toBe(rate)
    }
  })

  test('is told of rates as they are written: a run with one of them ends so', () => {
    for (const plan of [planOf('descent', [4, 5], { steps: 15 }), planOf('momentum', [4, 5], { steps: 40 })]) {
      const objective = compile('x^2 + y^2', ['x', 'y'])
      const { rates, fates } = ratesReport(objective, plan, steady)
      for (const [part, lr] of rates.entries()) {
        // Where it changes.
        if (fates[part] === fates[part - 1] && fates[part] === fates[part + 1]) continue
        const { kind } = findingOf(follow(objective, { ...plan, settings: { ...plan.settings, lr } }), null)
        expect(['minimum', 'near'].includes(kind), `η ${lr}: ${kind}, ${fates[part]}`).toBe(fates[part] === 'settles')
      }
    }
  })

  test('oscillates about two valleys, a corner, and with noise', () => {
    // f′ of the corner is ±1: it steps to and fro over it for ever.
    const { fates, limit } = report('abs(x)', planOf('descent', [0.303]))
    expect(fates.at(-1)).toBe('oscillates')
    expect(limit).toBeNull()
    const noisy = report('x^2', planOf('descent', [1], { noise: { sigma: 1, seed: 1 } }))
    expect(noisy.fates).toContain('oscillates')
    expect(noisy.limit).toBeNull()
  })

  test('descends where it oscillates only later, as the verdict of the run has it', () => {
    const objective = compile('abs(x)', ['x'])
    const plan = planOf('descent', [50.3])
    const { rates, fates } = report('abs(x)', plan)
    const kinds = rates.map((lr) => verdictOf(objective, { ...plan, settings: { ...plan.settings, lr } }).kind)
    expect(new Set(kinds)).toEqual(new Set(['slow', 'descending', 'circling']))
    expect(fates).toEqual(kinds.map((kind) => (kind === 'circling' ? 'oscillates' : 'descends')))
  })

  test('leaves beyond the limit by difference quotients too, whose h is lost far out', () => {
    const forward = { method: 'forward', h: 1e-4 } as const
    expect(against(1, report('x^2', planOf('descent', [8], { gradient: forward, steps: 15 })))).toEqual([])
  })

  test('tells no limit where none is a theorem', () => {
    expect(report('x^2', planOf('descent', [1], { gradient: { method: 'central', h: 1e-4 } })).limit).toBeNull()
    const schedule = { id: 'exponential', settings: { gamma: 0.9 } }
    expect(report('x^2', planOf('descent', [1], { schedule })).limit).toBeNull()
    // Two minima are come to, by rate.
    expect(report('x^4 - 3x^2 + x', planOf('descent', [2])).limit).toBeNull()
    expect(report('x', planOf('descent', [2]))).toMatchObject({ limit: null })
  })

  test('is nothing of a method without a rate', () => {
    expect(report('x^2', planOf('nelder-mead', [1]))).toEqual({ rates: [], fates: [], limit: null })
  })

  test('stops when it is no longer wanted', () => {
    const beat = () => {
      throw new Cancelled()
    }
    expect(() => ratesReport(compile('x^2', ['x']), planOf('descent', [1]), { beat })).toThrow(Cancelled)
  })

  test('is limited by the steepest curvature, for no rule is carried away sooner by a gentler one', () => {
    const law = (index: number, lr: number, gentle: number, times: number) => {
      const row = fixedRateMethods[index % fixedRateMethods.length]
      if (!row) return
      const optimiser = optimiserOf(row, { ...defaultSettings(row), lr })
      const [gentler, steeper] = [gentle, gentle * times].map((value) => growthNearRest(optimiser, value))
      if (gentler == null || steeper == null) return
      if (gentler > 1 + 1e-6) expect(steeper, `${row.id} ${row.convention}`).toBeGreaterThan(1 + 1e-6)
    }
    const rate = fc.integer({ min: -8, max: 2 }).map((power) => 10 ** (power / 2))
    const place = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(
        place,
        rate,
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        law
      ),
      {
        numRuns: 40,
        seed: 5
      }
    )
  }, 60_000)
})
