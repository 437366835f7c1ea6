import { compile } from '@core/objective'
import { Cancelled } from '@core/pulse'
import { comparisonReport } from '@core/study/comparison'
import { defaultSettings } from '@shared/methods/setting'
import { conventionsOf, methodNamed, methods } from '@shared/methods/table'
import type { ComparisonReport, RunRequest } from '@shared/protocol'
import { describe, expect, test } from 'vitest'

const runOf = (method: string, change: Partial<RunRequest> = {}): RunRequest => {
  const row = methodNamed(method, conventionsOf(method)[0] ?? '')
  if (!row) throw new Error(`no ${method}`)
  return { method, convention: row.convention, settings: defaultSettings(row), start: [], ...change }
}

interface Asked {
  readonly start: readonly number[]
  readonly budget: number
  readonly runs: readonly RunRequest[]
}

function compared(formula: string, { start, budget, runs }: Asked, beat = () => {}) {
  const variables = ['x', 'y'].slice(0, start.length)
  const subject = { formula, variables, parameters: {} }
  const gradient = { method: 'exact', h: 1e-4 } as const
  const body = { subject, gradient, start: [...start], budget, runs: [...runs] }
  return comparisonReport(compile(formula, variables), body, { beat })
}

type Found = Extract<ComparisonReport[number], { readonly tried: unknown }>
function found(entry: ComparisonReport[number] | undefined): Found {
  if (!entry || 'problem' in entry) throw new Error(`no rate: ${JSON.stringify(entry)}`)
  return entry
}

const valley = { start: [-7, 2], budget: 40, runs: [runOf('descent'), runOf('momentum')] }
const banana = '(1 - x)^2 + 100(y - x^2)^2'

describe('the learning rate of a fair comparison', () => {
  test('gets gradient descent in a long valley as low as any of a thousand rates, by the closed form of its path', () => {
    const { lr, value } = found(compared('x^2/20 + y^2', valley)[0])
    if (lr === null) throw new Error('no rate')
    const at = (rate: number, step: number) =>
      (49 / 20) * (1 - rate / 10) ** (2 * step) + 4 * (1 - 2 * rate) ** (2 * step)
    const rates = Array.from({ length: 1000 }, (_, i) => 10 ** (-3 + (4 * i) / 1000))
    const least = Math.min(...rates.map((rate) => Math.max(at(rate, 36), at(rate, 40))))
    expect(value).toBeCloseTo(at(lr, 40), 12)
    // The best rate has two digits: within a few hundredths of the best there is.
    expect(Math.max(at(lr, 36), at(lr, 40))).toBeLessThan(1.3 * least)
  })

  test.each(['x^2/20 + y^2', banana, 'abs(x) + abs(y)', 'cos(x)*cos(y)', '(x^2 + y - 11)^2 + (x + y^2 - 7)^2'])(
    'is the one of those tried that ends lowest: %s',
    (formula) => {
      for (const entry of compared(formula, {
        ...valley,
        runs: methods.map(({ id }) => runOf(id)),
        start: [-1.2, 1]
      })) {
        const { lr, tried } = found(entry)
        if (lr === null) continue
        const calm = tried.filter(({ astray }) => !astray)
        const ends = calm.map(({ value }) => value).filter(Number.isFinite)
        const mine = tried.find((one) => one.lr === lr)?.value ?? Number.NaN
        const start = compile(formula, ['x', 'y']).value([-1.2, 1])
        expect(mine - Math.min(...ends)).toBeLessThanOrEqual(1e-13 * (Math.abs(start) + Math.abs(mine)))
        expect(tried.map((one) => one.lr)).toEqual(tried.map((one) => one.lr).sort((a, b) => a - b))
      }
    }
  )

  test('is not one with which f first leaps far up, though AdaGrad comes back from any leap', () => {
    const { lr, tried } = found(compared('x^2/20 + y^2', { ...valley, runs: [runOf('adagrad')] })[0])
    if (lr === null) throw new Error('no rate')
    // From (−7, 2), where f is 6.45, its first step is as long as the rate along both axes.
    const first = (rate: number) => (rate - 7) ** 2 / 20 + (rate - 2) ** 2
    expect(first(lr)).toBeLessThan(2.01 * 6.45)
    const leaps = tried.filter(({ astray }) => astray)
    expect(leaps.length).toBeGreaterThan(5)
    for (const leap of leaps) expect(first(leap.lr)).toBeGreaterThan(1.99 * 6.45)
    expect(Math.min(...leaps.map(({ value }) => value))).toBeLessThan(1e-20)
  })

  test('does not depend on the one that the run has now, nor on the other runs', () => {
    const [first] = compared(banana, { ...valley, start: [-1.2, 1] })
    const [again] = compared(banana, {
      ...valley,
      start: [-1.2, 1],
      runs: [runOf('descent', { settings: { lr: 77 } })]
    })
    expect(again).toEqual(first)
  })

  test('is found where all usual ones are much too large, or much too small', () => {
    const steep = found(compared('1e9*(x^2 + y^2)', valley)[0])
    expect(steep.lr).toBe(5e-10)
    expect(steep.value).toBe(0)
    expect(found(compared('1e-7*(x^2 + y^2)', valley)[0]).lr).toBe(5e6)
  })

  test('is the one that is there first where several reach the bottom: 1/2 for x² in one step', () => {
    const { lr, value } = found(compared('x^2', { ...valley, start: [3], budget: 500 })[0])
    expect([lr, value]).toEqual([0.5, 0])
  })

  test.each([60, 61])('is not one that only has luck with its last step: %d evaluations', (budget) => {
    // |x| from 1.013 in steps of 0.02 ends at 0.013 or −0.007, by turns.
    const { tried } = found(compared('abs(x)', { ...valley, start: [1.013], budget })[0])
    expect(tried.find((one) => one.lr === 0.02)?.value).toBeCloseTo(0.013, 10)
  })
})

test('no run spends more than the budget, and one without a learning rate is run as it is', () => {
  for (const budget of [1, 7, 40]) {
    for (const { id, settings } of methods) {
      const { lr, evaluations, steps, tried } = found(
        compared(banana, { start: [-1.2, 1], budget, runs: [runOf(id)] })[0]
      )
      expect(evaluations).toBeLessThanOrEqual(budget)
      expect(steps).toBeLessThanOrEqual(budget)
      const hasRate = settings.some((setting) => setting.id === 'lr')
      expect([lr !== null, tried.length > 0]).toEqual([hasRate, hasRate])
    }
  }
})

test('noise is that of one seed for all', () => {
  const noisy = (seed: number) => runOf('descent', { noise: { sigma: 0.1, seed } })
  const [one, other] = compared('x^2 + y^2', { ...valley, runs: [noisy(1), noisy(2)] })
  expect(other).toEqual(one)
})

test('a run that is not sound has its own problem, the others their rates', () => {
  const runs = [
    runOf('momentum', { settings: { lr: 0.1, momentum: 3 } }),
    runOf('descent'),
    runOf('descent', { method: '__proto__' })
  ]
  const [bad, good, unknown] = compared('x^2 + y^2', { ...valley, runs })
  expect(bad).toMatchObject({ setting: 'momentum', problem: { code: 'setting-out-of-bounds' } })
  expect(found(good).lr).toBe(0.5)
  expect(unknown).toMatchObject({ setting: 'method' })
})

test('where no rate is any good that is said: √x at 0 has no slope', () => {
  expect(compared('sqrt(x)', { ...valley, start: [0] })[0]).toMatchObject({
    setting: 'lr',
    problem: { code: 'no-rate-holds' }
  })
})

test('it is cancelled at once', () => {
  let beats = 0
  const beat = () => {
    if (++beats > 3) throw new Cancelled()
  }
  expect(() => compared(banana, { ...valley, budget: 100_000 }, beat)).toThrow(Cancelled)
  expect(beats).toBe(4)
})
