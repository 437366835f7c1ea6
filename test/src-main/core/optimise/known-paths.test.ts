import { compile } from '@core/objective'
import { courseOf } from '@core/optimise/plan'
import { optimiserOf } from '@core/optimise/rule'
import { type Course, runCourse } from '@core/optimise/run'
import { factorOf } from '@core/optimise/schedule'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import type { FixedRate } from '@shared/methods/method'
import { scheduleNamed, schedules } from '@shared/methods/schedules'
import { describe, expect, test } from 'vitest'
import { type KnownPath, knownPaths, knownRates } from '../../../support/torch-paths/read'

const paths = [...knownPaths('library'), ...knownPaths('book')]

/** Beside max(1, |x|), for each step made: what the rounding of a few operations may add up to. */
const rounding = 1e-15

/** By how many times that bound the run and the known path differ, at the worst of the known points. */
function disagreement(known: KnownPath, { settings = known.settings, optimiser }: Change = {}): number {
  const [method = '', convention = ''] = known.name.split(' ')
  const objective = compile(known.formula, [...known.variables])
  const last = Math.max(...known.points.map(({ step }) => step))
  const course = courseOf(objective, {
    method,
    convention,
    settings,
    schedule: known.schedule ?? undefined,
    start: known.start,
    steps: last,
    gradient: { method: 'exact', h: 1e-4 }
  })
  const path: number[][] = []
  runCourse({ ...course, ...(optimiser && { optimiser }) }, (_, point) => path.push([...point]))
  return Math.max(
    ...known.points.flatMap(({ step, point }) =>
      point.map((coordinate, i) => {
        const gap = Math.abs((path[step]?.[i] ?? Number.NaN) - coordinate)
        return gap / (rounding * step * Math.max(1, Math.abs(coordinate)))
      })
    )
  )
}

interface Change {
  readonly settings?: Readonly<Record<string, number>>
  readonly optimiser?: Course['optimiser']
}

const rows = fixedRateMethods.map((row) => [`${row.id} ${row.convention}`, row] as const)
const pathsOf = (name: string) => paths.filter((known) => known.name === name)

describe.each(rows)('%s', (name, row) => {
  test('goes where torch.optim, or the formula in 30-digit arithmetic, goes', () => {
    expect(pathsOf(name).length).toBeGreaterThanOrEqual(5)
    const astray = pathsOf(name).filter((known) => !(disagreement(known) <= 1))
    expect(astray).toEqual([])
  })

  test.each(row.settings.map(({ id }) => id))('goes elsewhere with a millionth less %s', (id) => {
    const less = ({ settings }: KnownPath) => ({ settings: { ...settings, [id]: (settings[id] ?? 0) * (1 - 1e-6) } })
    expect(pathsOf(name).some((known) => disagreement(known, less(known)) > 1)).toBe(true)
  })
})

/** The same row with one line written otherwise. */
const rewritten = (name: string, target: string, formula: string): FixedRate => {
  const row = rows.find(([one]) => one === name)?.[1]
  if (!row) throw new Error(`no ${name}`)
  return { ...row, rule: row.rule.map((line) => (line.target === target ? { target, formula } : line)) }
}

test.each([
  ['adam library', 'x', 'x - rate*m/sqrt(v/(1 - beta2^t) + eps)'],
  ['adam library', 'x', 'x - rate*sqrt(1 - beta2^t)*m/(sqrt(v) + eps)'],
  ['adam book', 'x', 'x - rate*m/(sqrt(v) + eps*sqrt(1 - beta2^t))'],
  ['rmsprop library', 'buf', 'momentum*buf + g/sqrt(h + eps)'],
  ['adadelta library', 'delta', '(sqrt(a) + eps)/(sqrt(s) + eps)*g'],
  ['adamax library', 'u', 'max(beta2*u, abs(g)) + eps'],
  ['adamw library', 'shrunk', 'x*(1 - weight_decay)'],
  ['nadam library', 'mu_next', 'mu'],
  ['nesterov book', 'x', 'x + momentum*v - (1 + momentum)*lr*g']
])('%s with %s ← %s would be noticed', (name, target, formula) => {
  const wrong = rewritten(name, target, formula)
  const noticed = pathsOf(name).filter(
    (known) => !known.schedule && disagreement(known, { optimiser: optimiserOf(wrong, known.settings) }) > 1
  )
  expect(noticed).not.toEqual([])
})

describe('a schedule', () => {
  const rates = knownRates()

  test('that changes the learning rate is known from torch.optim.lr_scheduler, alone and along a path', () => {
    const changing = schedules.map(({ id }) => id).filter((id) => id !== 'constant')
    expect([...new Set(rates.map(({ id }) => id))].sort()).toEqual(changing.toSorted())
    expect([...new Set(paths.flatMap(({ schedule }) => schedule?.id ?? []))].sort()).toEqual(changing.toSorted())
  })

  test.each(rates.map((known) => [known.id, known.settings, known] as const))('%s with %j', (id, settings, known) => {
    const schedule = scheduleNamed(id)
    const factor = schedule && factorOf({ schedule, settings })
    const gaps = known.rates.map(({ step, rate }) => Math.abs((factor?.(step) ?? Number.NaN) - rate))
    // The library makes each rate from the one before: a rounding error a step.
    expect(Math.max(...gaps)).toBeLessThan(1e-13)
  })
})
