import { compile, type Objective } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { reportOf } from '@core/optimise/report'
import { verdictOf as judged } from '@core/verdict/verdict'
import { isFixedRate } from '@shared/methods/method'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import type { RunReport, Verdict } from '@shared/protocol'
import { words } from '@shared/words/index'
import { suggestionWords, verdictSentence } from '@shared/words/verdict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remedied } from '../verdict/trial'

/** Valleys, plateaus, kinks, poles, edges of the domain, functions without a bottom. */
const objectives = [
  'x^2 + y^2',
  'x^2/20 + y^2',
  'x^2 - y^2',
  '4x^2 + 4xy + 2y^2 + 5',
  '(1 - x)^2 + 100(y - x^2)^2',
  '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  'abs(x) + abs(y)',
  'x^2/(1 + x^2) + y^2/(1 + y^2)',
  'sqrt(x) + y^2',
  '1/x + y',
  'x*log(x*y)',
  'exp(x + y)',
  'sin(3x)*cos(2y)',
  'max(x, y, -x - y)',
  'floor(x) + y',
  'tan(x) + y^3',
  '0*x + 7 + 0*y'
].map((formula) => ({ formula, objective: compile(formula, ['x', 'y']) }))

const tenths = fc.integer({ min: -60, max: 60 }).map((whole) => whole / 10)
const anySchedule = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.constantFrom(...schedules).map((schedule) => ({ id: schedule.id, settings: defaultSettings(schedule) }))
)
const anyNoise = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.record({ sigma: fc.constantFrom(0, 1e-6, 0.1, 1), seed: fc.integer({ min: 0, max: 99 }) })
)
const anyStop = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.record({
    gradient: fc.constantFrom(null, null, 1e-3, 0.1),
    step: fc.constantFrom(null, null, 1e-4, 0.01),
    target: fc.constantFrom(null, null, 0, 1),
    evaluations: fc.constantFrom(null, null, 20, 150)
  })
)
/** Every method, the plainest as often as all the others together: most of what is told apart is told of it. */
const anyMethod = fc.oneof(
  fc.constantFrom(...methods),
  fc.constantFrom(...methods.filter(({ id }) => id === 'descent' || id === 'momentum'))
)
const anyPlan = fc
  .record({
    method: anyMethod,
    lr: fc.integer({ min: -40, max: 30 }).map((exponent) => 10 ** (exponent / 10)),
    start: fc.tuple(tenths, tenths),
    steps: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 300 })),
    gradient: fc.constantFrom('exact', 'forward', 'backward', 'central') as fc.Arbitrary<Plan['gradient']['method']>,
    schedule: anySchedule,
    noise: anyNoise,
    stop: anyStop
  })
  .map(
    ({ method, lr, start, steps, gradient, schedule, ...more }): Plan => ({
      method: method.id,
      convention: method.convention,
      settings: { ...defaultSettings(method), ...(method.settings.some(({ id }) => id === 'lr') && { lr }) },
      start,
      steps,
      gradient: { method: gradient, h: 1e-4 },
      schedule: isFixedRate(method) ? schedule : undefined,
      ...more
    })
  )
const anyRun = fc
  .tuple(fc.constantFrom(...objectives), anyPlan)
  .filter(([{ objective }, { start }]) => Number.isFinite(objective.value(start)))

/** Run once, judged by each law. */
const runs = fc.sample(anyRun, { seed: 1847, numRuns: 400 }).map(([{ formula, objective }, plan]) => {
  return { formula, objective, plan, report: { ...reportOf(objective, plan, 64), verdict: judged(objective, plan) } }
})

type Judged = RunReport & { readonly verdict: Verdict }

function law(holds: (report: Judged, plan: Plan, objective: Objective) => void) {
  for (const { formula, objective, plan, report } of runs) {
    try {
      holds(report, plan, objective)
    } catch (error) {
      throw new Error(`not for ${formula} and ${JSON.stringify(plan)}: ${error}`, { cause: error })
    }
  }
}

test('the runs end in every way that the laws speak of', () => {
  const kinds = new Set<string>(runs.map(({ report }) => report.verdict.kind))
  for (const kind of ['start', 'minimum', 'rest', 'growing', 'circling', 'diverged', 'left-domain', 'descending']) {
    expect(kinds).toContain(kind)
  }
  expect(runs.filter(({ report }) => report.verdict.suggestion).length).toBeGreaterThan(20)
})

test('a run takes all of its steps unless it says why not', () => {
  law(({ taken, stop, steps, values, norms, evaluations }, plan, objective) => {
    expect(stop === 'steps' ? taken === plan.steps : taken <= plan.steps).toBe(true)
    expect([steps[0], steps.at(-1)]).toEqual([0, taken])
    const { gradient, target, evaluations: budget } = plan.stop ?? {}
    if (stop === 'target') expect(values.at(-1)).toBeLessThanOrEqual(target ?? Number.NaN)
    if (stop === 'small-gradient') expect(norms.at(-1)).toBeLessThanOrEqual(gradient ?? Number.NaN)
    if (stop === 'evaluations') {
      // With one step more it would have spent too much.
      const on = reportOf(objective, { ...plan, steps: taken + 1, stop: undefined }, taken + 2)
      expect(evaluations.at(-1)).toBeLessThanOrEqual(budget ?? Number.NaN)
      if (on.taken > taken) expect(on.evaluations.at(-1)).toBeGreaterThan(budget ?? Number.NaN)
    }
    if (stop === 'small-step') expect(plan.stop?.step).not.toBeNull()
    if (stop === 'line-search') expect(plan.settings).not.toHaveProperty('lr')
  })
})

test('every recorded point and value is finite, and so is every slope but perhaps the last of a run that had to stop there', () => {
  law(({ points, values, norms, stop }, { method }) => {
    // Nelder and Mead look at f alone, and may stand on a cusp.
    if (method === 'nelder-mead') return
    expect([...points, ...values].every(Number.isFinite)).toBe(true)
    const mayBeSteep = stop === 'left-domain' || stop === 'target'
    expect([...(mayBeSteep ? norms.slice(0, -1) : norms)].every(Number.isFinite)).toBe(true)
  })
})

test('a recorded value is f at the recorded point', () => {
  law(({ points, values }, _, objective) => {
    values.forEach((value, k) => {
      expect(value).toBe(objective.value(points.slice(2 * k, 2 * k + 2)))
    })
  })
})

test('the verdict agrees with the reason, and its step lies within the run or is the one that broke off', () => {
  law(({ verdict: { kind, step, until }, stop, taken }) => {
    const isBroken = stop === 'diverged' || stop === 'left-domain'
    if (kind === 'left-domain') expect(isBroken || (until ?? 0) > taken).toBe(true)
    if (isBroken) expect(['diverged', 'left-domain', 'unbounded', 'minimum', 'edge']).toContain(kind)
    if (kind === 'start') expect([taken, ['line-search', 'diverged'].includes(stop)]).toEqual([0, false])
    if (kind === 'kink' || kind === 'stuck') expect(stop).toBe('line-search')
    expect(step).toBeGreaterThanOrEqual(0)
    if (until === undefined) expect(step).toBeLessThanOrEqual(isBroken ? taken + 1 : taken)
  })
})

test('only a run with noise is said to be kept from settling by it', () => {
  law(({ verdict }, { noise }) => {
    if (verdict.cause === 'noise') expect(noise?.sigma).toBeGreaterThan(0)
  })
})

test('a run said to fall without end gets lower than it began', () => {
  law(({ verdict, values }) => {
    if (verdict.kind === 'unbounded') expect(Math.min(...values)).toBeLessThan(values[0] ?? Number.NaN)
  })
})

test('f has no slope where it is said to be level', () => {
  law(({ verdict, points }, _, objective) => {
    if (verdict.of === 'level') expect(objective.gradient(points.slice(-2))).toEqual([0, 0])
  })
})

test('a minimum is a place where f is lowest of all places nearby', () => {
  law(({ verdict, points, stop }, plan, objective) => {
    // A difference quotient is 0 at a place of its own, h away.
    if (verdict.kind !== 'minimum' || plan.gradient.method !== 'exact') return
    const end = [...points.slice(-2)]
    const ways = Array.from({ length: points.length / 2 }, (_, k) =>
      Math.hypot((points[2 * k] ?? 0) - (points[0] ?? 0), (points[2 * k + 1] ?? 0) - (points[1] ?? 0))
    )
    // One that was thrown about may be left beside one by chance, within what is little beside its way.
    if (Math.max(plan.settings['lr'] ?? 0, ...ways) > 100) return
    // It has settled to a ten-thousandth of its way, or to a hundredth where that was asked for.
    const far = Math.max(0.01, (stop === 'small-gradient' ? 3e-2 : 3e-4) * Math.max(...ways))
    const here = objective.value(end)
    for (let angle = 0; angle < 2 * Math.PI; angle += Math.PI / 8) {
      const nearby = objective.value([(end[0] ?? 0) + far * Math.cos(angle), (end[1] ?? 0) + far * Math.sin(angle)])
      // Beyond the edge of the domain it is not defined.
      expect(nearby < here - 1e-12 * Math.abs(here)).toBe(false)
    }
  })
})

test('a growth factor is above 1 and told of gradient descent alone, and the rate above the bound', () => {
  law(({ verdict: { kind, factor, bound } }, plan) => {
    if (factor === undefined) return
    expect([['growing', 'unbounded'].includes(kind), factor > 1, plan.method]).toEqual([true, true, 'descent'])
    if (bound !== undefined) expect(plan.settings['lr']).toBeGreaterThan(bound)
    expect([plan.schedule?.id ?? 'constant', plan.noise?.sigma ?? 0]).toEqual(['constant', 0])
  })
})

test('a suggestion does what is said of it', { timeout: 120_000 }, () => {
  let tried = 0
  law(({ verdict: { suggestion } }, plan, objective) => {
    // A few do: each is a run, followed on.
    if (!suggestion || tried++ % 4 > 0) return
    const retried = remedied(plan, suggestion, suggestion.room)
    const { values } = reportOf(objective, retried, 64)
    const verdict = judged(objective, retried)
    if (suggestion.unsettled) expect(values.at(-1)).toBeLessThan(values[0] ?? Number.NaN)
    else expect([['minimum', 'near'].includes(verdict.kind), verdict.step]).toEqual([true, suggestion.steps])
    expect(suggestion.enough).toBe(suggestion.room <= plan.steps)
  })
})

test('every outcome can be said in both languages', () => {
  law(({ verdict, taken, points, stop }, plan) => {
    const ended = { stop, ...(plan.stop && { rules: plan.stop }) }
    const end = [...points.slice(-2)]
    const outcome = { verdict, taken, end, ...ended }
    for (const language of Object.values(words)) {
      const { sentence, button } = suggestionWords(verdict, language) ?? { sentence: '', button: '' }
      expect(verdictSentence(outcome, language) + sentence + button).not.toMatch(/undefined|null|NaN|Infinity/)
    }
  })
})
