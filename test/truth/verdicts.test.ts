import { compile, type Objective } from '@core/objective'
import { courseOf, type Plan } from '@core/optimise/plan'
import { runCourse } from '@core/optimise/run'
import { type Finding, findingOf } from '@core/verdict/finding'
import { follow } from '@core/verdict/follow'
import { quadraticRate } from '@core/verdict/quadratic'
import { fixedRateMethods } from '@shared/methods/fixed-rate'
import { schedules } from '@shared/methods/schedules'
import { defaultSettings } from '@shared/methods/setting'
import { methods } from '@shared/methods/table'
import { expect, test } from 'vitest'
import { type Judgement, tally, trials, uniform } from '../support/truth'

/** Smooth, kinked, with several minima, unbounded, with domains, with plateaus and poles; of one to three variables. */
const formulas: readonly string[] = [
  'x^2',
  '(x-1.1)^2',
  '2x^2 - 3x + 1',
  'x^4',
  'x^4 - 3x^3 + 2',
  'x^4/4 - x^2/2',
  'x^3',
  'x^3 - 3x',
  'exp(x) - 2x',
  'exp(-x)',
  'exp(-x^2)',
  '1 - exp(-x^2)',
  'x^2/(1+x^2)',
  'ln(1+x^2)',
  'log(x)',
  'x*log(x)',
  'x - log(x)',
  'sqrt(x)',
  'sqrt(1+x^2)',
  '1/x',
  'x + 1/x',
  'abs(x)',
  'abs(x)^1.5',
  'cbrt(x^2)',
  'sqrt(abs(x))',
  'abs(x-1) + abs(x+2)',
  'max(x, -2x)',
  'max(x^2, 1)',
  'floor(x) + x^2/100',
  'x + sin(4x)',
  'sin(x)',
  'cos(x) + x^2/20',
  'x^2/20 - cos(3x)',
  'tanh(x)',
  'tanh(x)^2',
  'x*exp(-x^2)',
  'relu(x) + relu(-x)/2',
  'x',
  '-x^2',
  'atan(x)',
  'x^2 + y^2',
  'x^2/20 + y^2',
  'x^2 - y^2',
  'x*y',
  '4x^2 + 4xy + 2y^2 + 5',
  '(x-y)^2',
  '(1 - x)^2 + 100(y - x^2)^2',
  '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2',
  '(x + 2y - 7)^2 + (2x + y - 5)^2',
  '20 + x^2 - 10cos(2*pi*x) + y^2 - 10cos(2*pi*y)',
  '-20exp(-0.2sqrt((x^2+y^2)/2)) - exp((cos(2*pi*x)+cos(2*pi*y))/2) + 20 + e',
  '(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (4y^2 - 4)*y^2',
  'sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1',
  '(x^2+y^2-1)^2',
  'abs(x) + abs(y)',
  'abs(x) + 2y^2',
  'max(x, y, -x - y)',
  'x^2 + y^4',
  'x^2/(1 + x^2) + y^2/(1 + y^2)',
  'x^3 - 3x*y^2',
  'sin(x)*cos(y)',
  'x^2 + exp(y)',
  'x*log(x) + y^2',
  'sqrt(x^2 + y^2)',
  'y + x^2',
  'log(1 + exp(-x)) + x^2/100 + y^2',
  'x^2 + 10y^2 + z^2/10',
  '(x-1)^2 + (y-2)^2*(1+z^2) + z^2',
  'x^4 + y^4 + z^4 - x*y*z',
  'abs(x) + y^2 + z^4',
  'sin(x) + sin(y) + z^2'
]

const names = ['x', 'y', 'z']
const made = new Map<string, Objective>()
function objectiveOf(formula: string): Objective {
  const used = names.filter((name) => new RegExp(`(?<![a-z])${name}(?![a-z])|xy`).test(formula))
  const variables = names.slice(0, Math.max(1, ...used.map((name) => names.indexOf(name) + 1)))
  const known = made.get(formula) ?? compile(formula, variables)
  made.set(formula, known)
  return known
}

/** Settings that are tried beside the defaults. */
const usual: Readonly<Record<string, readonly number[]>> = {
  momentum: [0, 0.5, 0.95, 1],
  rho: [0.5, 0.9, 0.999],
  beta1: [0, 0.5, 0.99],
  beta2: [0.5, 0.9],
  eps: [0, 1e-4, 0.1, 1]
}

interface Case {
  readonly formula: string
  readonly plan: Plan
}

function* cases(count: number): Iterable<Case> {
  const next = uniform()
  const pick = <T>(all: readonly T[]) => all[Math.floor(next() * all.length)] as T
  for (let made = 0; made < count; ) {
    const formula = next() < 0.15 ? quadratic(next) : pick(formulas)
    const objective = objectiveOf(formula)
    const method =
      next() < 0.35 ? pick(fixedRateMethods.slice(0, 4)) : next() < 0.8 ? pick(fixedRateMethods) : pick(methods)
    const hasRate = method.settings.some(({ id }) => id === 'lr')
    const lr = Number((10 ** (4 * next() - 3.3)).toPrecision(next() < 0.5 ? 1 : 3))
    const schedule = pick(schedules)
    const start = objective.variables.map(() => Math.round((next() - 0.5) * 80) / 10)
    const isScheduled = 'rule' in method && next() < 0.15
    const isNoisy = next() < 0.1
    const others = method.settings.filter(({ id }) => id in usual && next() < 0.3)
    const plan: Plan = {
      method: method.id,
      convention: method.convention,
      settings: {
        ...defaultSettings(method),
        ...(hasRate && { lr }),
        ...Object.fromEntries(others.map(({ id }) => [id, pick(usual[id] as readonly number[])]))
      },
      start,
      steps: Math.round(10 ** (1 + 1.6 * next())),
      gradient: { method: next() < 0.9 ? 'exact' : 'central', h: 1e-4 },
      ...(isScheduled && { schedule: { id: schedule.id, settings: defaultSettings(schedule) } }),
      ...(isNoisy && { noise: { sigma: 10 ** (4 * next() - 3), seed: Math.floor(1000 * next()) } })
    }
    if (!Number.isFinite(objective.value(start))) continue
    made++
    yield { formula, plan }
  }
}

/** A random positive or indefinite one. */
function quadratic(next: () => number): string {
  const n = () => Number((10 ** (3 * next() - 1.5)).toPrecision(2))
  const sign = next() < 0.15 ? '-' : '+'
  return `${n()}*x^2 ${sign} ${n()}*y^2 + ${(next() - 0.5).toFixed(2)}*x*y + ${(next() * 4).toFixed(1)}*x`
}

/** So many times longer every run is continued. */
const times = 20

/** How the same run goes on, all rules left out. */
function continued(objective: Objective, plan: Plan, atLeast: number) {
  const points: Float64Array[] = []
  const values: number[] = []
  const { reason } = runCourse(
    courseOf(objective, {
      ...plan,
      steps: Math.min(1e6, Math.max(times * plan.steps, plan.steps + 2000, atLeast)),
      stop: undefined
    }),
    (_, point, value) => {
      points.push(point.slice())
      values.push(value)
    }
  )
  return { points, values, reason }
}

const apart = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.hypot(...Array.from(a, (one, i) => one - (b[i] as number)))

function judge({ formula, plan }: Case): Judgement {
  const objective = objectiveOf(formula)
  const followed = follow(objective, plan)
  const verdict = findingOf(followed, quadraticRate(followed))
  const { points, values, reason } = continued(objective, plan, verdict.until ?? 0)
  const fault = faultOf(objective, plan, verdict, points, values, reason)
  if (fault === null) return verdict.kind === 'unjudged' ? 'untold' : 'right'
  const { method, convention, settings, start, steps, schedule, gradient, noise } = plan
  return {
    wrong: `${fault}: ${formula} ${JSON.stringify({ method, convention, settings, start, steps, schedule: schedule?.id, gradient, noise })} told ${JSON.stringify(verdict)}`
  }
}

/** What is wrong about a verdict; null if nothing is. */
function faultOf(
  objective: Objective,
  plan: Plan,
  verdict: Finding,
  points: readonly Float64Array[],
  values: readonly number[],
  reason: string
): string | null {
  const last = points.length - 1
  const taken = Math.min(plan.steps, last)
  const [start, end, far] = [points[0], points[taken], points[last]] as [Float64Array, Float64Array, Float64Array]
  const size = Math.max(...points.map((point) => apart(point, start)))
  const same = 2e-3 * Math.min(size, 10 * apart(start, far)) + 1e-9 * Math.max(1, ...far.map(Math.abs))
  const isBroken = reason === 'diverged' || reason === 'left-domain'
  const staysAt = (place: ArrayLike<number>, from: number, until: number, by: number) =>
    points.slice(from, until + 1).every((point) => apart(point, place) <= by)
  const hasSettled = !isBroken && staysAt(far, Math.floor(0.75 * last), last, same / 10)
  const at = verdict.at ?? end
  /** Where it is after all may be a little nearer than what is told, or a little farther. */
  const place = apart(far, at) <= same && objective.value(far) < objective.value(at) ? far : at
  const isLowest = () => {
    const next = uniform(7)
    const here = objective.value(place)
    // What is lower nearer than it takes to be there is the minimum itself.
    const isThere = (other: readonly number[]) => apart(other, place) <= same / 10
    return Array.from({ length: 60 }, (_, i) => {
      const by = 10 ** -(1 + (i % 4)) * Math.min(1, size || 1) * 0.05
      return Array.from(place, (coordinate) => coordinate + by * 2 * (next() - 0.5))
    }).every((other) => isThere(other) || !(objective.value(other) < here - 1e-9 * Math.max(1e-3, Math.abs(here))))
  }
  switch (verdict.kind) {
    case 'minimum':
      if (last < plan.steps && isBroken) return isLowest() ? null : 'no minimum'
      if (isBroken) return 'it breaks off'
      if (!staysAt(at, verdict.step, last, same)) return 'it does not stay'
      return isLowest() ? null : 'no minimum'
    case 'near':
      if (
        isBroken ||
        !staysAt(at, verdict.step, Math.min(last, verdict.until ?? 0), (verdict.size ?? 0) * 1.01 + same / 100)
      )
        return 'it does not stay'
      return isLowest() ? null : 'no minimum'
    case 'rest':
      if (isBroken || !staysAt(at, verdict.step, last, same)) return 'it does not stay'
      if (verdict.of === 'shifted') return null
      return isLowest() && verdict.of !== 'level' ? 'a minimum' : null
    case 'circling':
      if (isBroken) return 'it breaks off'
      if (!staysAt(at, taken, Math.min(last, verdict.until ?? last), (verdict.size ?? 0) * (1 + 1e-9)))
        return 'it leaves'
      return hasSettled && isLowest() ? 'it settles' : null
    case 'growing':
      if (reason === 'diverged') return null
      if (verdict.factor !== undefined) return apart(far, start) > 2 * apart(end, start) ? null : 'it does not grow'
      return values.slice(taken).every((value) => value > (values[0] as number)) ? null : 'it comes down again'
    case 'diverged':
      // It may stand still where h is lost.
      return reason === 'diverged' || (values[last] as number) > (values[0] as number) ? null : 'it did not'
    case 'left-domain':
      return isBroken || last < (verdict.until ?? 0) ? null : 'it did not'
    case 'unbounded':
      if (isBroken || last === taken) return null
      if (verdict.at) {
        // Towards a pole: nearer and nearer to it f is lower and lower, in some direction.
        const nearer = [1e-4, 1e-6, 1e-8].map((by) =>
          Array.from(at).flatMap((coordinate, i) =>
            [by, -by].map((step) => objective.value(Array.from(at).with(i, coordinate + step * (size || 1))))
          )
        ) as [number[], number[], number[]]
        return nearer[0].some((value, way) =>
          [value, nearer[1][way] as number, nearer[2][way] as number].every(
            (one, k, all) => k === 0 || one < (all[k - 1] as number)
          )
        )
          ? null
          : 'there is no pole'
      }
      // Far out a quotient is lost, and the run stands still, though f falls on.
      if (hasSettled && plan.gradient.method !== 'exact')
        return [1, 10, 100, 1000].every((times, k, all) => {
          const [value, before] = [times, all[k - 1] ?? 0].map((on) =>
            objective.value(far.map((coordinate, i) => coordinate + on * (coordinate - (start[i] as number))))
          ) as [number, number]
          return value < before || value === Number.NEGATIVE_INFINITY
        })
          ? null
          : 'it does not fall on'
      return (values[last] as number) <= (values[taken] as number) && !hasSettled ? null : 'it does not fall on'
    case 'unmoved': {
      const from = Math.min(verdict.step, last)
      const isSame = values.slice(from).every((value) => value === values[last])
      const still = 1e-6 * Math.max(1, ...far.map(Math.abs))
      if (!isSame && !staysAt(far, from, last, still)) return 'it moves'
      return values.slice(taken).every((value) => value > (values[0] as number)) && !verdict.cause
        ? 'it was thrown off'
        : null
    }
    case 'slow': {
      if (isBroken) return 'it breaks off'
      const until = Math.min(last, verdict.until ?? last)
      // The highest of each fifth of the time after its end is below the lowest of the one before.
      const fifths = Array.from({ length: 5 }, (_, i) =>
        values.slice(
          taken + Math.floor(((until - taken) * i) / 5),
          taken + Math.floor(((until - taken) * (i + 1)) / 5) + (i === 4 ? 1 : 0)
        )
      )
      const falls = fifths.every((now, i) => i === 0 || Math.max(...now) <= Math.min(...(fifths[i - 1] as number[])))
      if (!falls || !((values[until] as number) < (values[taken] as number))) return 'it does not fall'
      const slope = apart(
        objective.gradient(points[until] as Float64Array),
        far.map(() => 0)
      )
      return slope < 1e-12 && staysAt(far, Math.floor(0.5 * until), until, same / 10) && isLowest()
        ? 'it was there'
        : null
    }
    case 'descending':
      if (isBroken) return 'it breaks off'
      if (verdict.settles !== undefined)
        return verdict.settles > last || staysAt(far, verdict.settles, last, same) ? null : 'it does not settle then'
      return values.slice(Math.floor(0.9 * last)).every((value) => value < (values[taken] as number))
        ? null
        : 'it does not get lower'
    case 'unjudged':
      return staysAt(at, taken, Math.min(last, verdict.until ?? last), (verdict.size ?? 0) * (1 + 1e-9))
        ? null
        : 'it leaves'
    case 'edge': {
      if (!staysAt(at, taken, last, same)) return 'it goes on'
      const isDefined = [1e-6, 1e-4, 1e-2].every((by) =>
        Array.from(at).every((coordinate, i) =>
          [by, -by].every(
            (step) => !Number.isNaN(objective.value(Array.from(at).with(i, coordinate + step * (size || 1))))
          )
        )
      )
      return isDefined ? 'there is no edge' : null
    }
    case 'kink':
    case 'stuck':
    case 'start':
      return null
  }
}

test('what is said of a run holds when it is continued twenty times longer', { timeout: 1_200_000 }, () => {
  const check = { check: 'Verdicts on runs', oracle: 'the same runs, continued 20 times longer' }
  const { right, untold, wrong } = tally(check, cases(trials(40, 3000)), judge)
  expect(wrong.length).toBeLessThanOrEqual(0.005 * (right + wrong.length))
  expect(untold).toBeLessThanOrEqual(0.1 * (right + untold + wrong.length))
})
