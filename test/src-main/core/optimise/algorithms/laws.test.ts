import { compile } from '@core/objective'
import { trustRegion } from '@core/optimise/algorithms/trust-region'
import { openedStep } from '@core/optimise/opened'
import { symmetricEigen } from '@shared/eigen'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineOf, opened, planOf, walked } from '../../../../support/algorithm-runs'
import { plainNelderMead } from '../../../../support/plain-nelder-mead'
import { problems } from '../../../../support/problems'

type Matrix = readonly (readonly number[])[]
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, part, i) => sum + part * (b[i] ?? Number.NaN), 0)
const times = (matrix: Matrix, a: readonly number[]) => matrix.map((row) => dot(row, a))
const norm = (a: readonly number[]) => Math.hypot(...a)
const minus = (a: readonly number[], b: readonly number[]) => a.map((part, i) => part - (b[i] ?? Number.NaN))

/** Near enough for sums of products that were added up in another order. */
function expectNear(a: readonly number[], b: readonly number[], relative = 1e-9) {
  expect(norm(minus(a, b)), `${a} and ${b}`).toBeLessThanOrEqual(relative * Math.max(norm(a), norm(b), 1e-300))
}

/** Every step of the runs from the usual starts, as far as they move, opened. */
function openedSteps(id: string, steps: number) {
  return problems.flatMap((problem) => {
    const objective = compile(problem.formula, problem.variables)
    const plan = planOf(id, problem.start, steps)
    const taken = walked(objective, plan).points.length - 1
    return Array.from({ length: taken }, (_, k) => k + 1).flatMap((step) => {
      const { algorithm, before, after } = openedStep(objective, plan, step)
      if (!algorithm) throw new Error('not opened')
      const isAtRest = algorithm.lines[0]?.id === 'rest'
      return isAtRest ? [] : [{ name: problem.name, step, objective, algorithm, before, after }]
    })
  })
}

/** A quadratic with random positive curvatures in n variables, with its matrix: f = ½xᵀAx − bᵀx. */
const anyQuadratic = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n + 2 * n, maxLength: n * n + 2 * n })
    )
  )
  .map(([n, numbers]) => {
    const root = Array.from({ length: n }, (_, i) => numbers.slice(i * n, i * n + n))
    const matrix = root.map((row, i) => root.map((other, j) => dot(row, other) + (i === j ? n : 0)))
    const b = numbers.slice(n * n, n * n + n)
    const start = numbers.slice(n * n + n)
    const variables = Array.from({ length: n }, (_, i) => `x${i}`)
    const terms = matrix.flatMap((row, i) => row.map((entry, j) => `(${entry})*x${i}*x${j}/2`))
    const formula = [...terms, ...b.map((entry, i) => `(${-entry})*x${i}`)].join(' + ')
    return { n, matrix, b, start, variables, formula, objective: compile(formula, variables) }
  })

describe.each(['wolfe', 'conjugate', 'bfgs', 'lbfgs'])('%s', (id) => {
  const c1 = 1e-4
  const c2 = id === 'wolfe' || id === 'conjugate' ? 0.1 : 0.9

  test('takes only lengths at which the strong Wolfe conditions hold, or says that it found none', () => {
    let settled = 0
    const steps = openedSteps(id, 40)
    for (const { name, step, objective, algorithm, before, after } of steps) {
      const accepted = algorithm.trials.at(-1)
      const move = minus(after.point, before.point)
      expect(accepted?.outcome, `${name}, step ${step}`).toBe('accepted')
      expect(accepted?.point).toEqual(after.point)
      const alpha = accepted?.length ?? Number.NaN
      const slope = lineOf({ algorithm }, 'slope')['slope'] as number
      expect(slope).toBeLessThan(0)
      const room = 1e-13 * Math.abs(before.value)
      expect(after.value).toBeLessThanOrEqual(before.value + c1 * alpha * slope + room)
      if (!algorithm.lines.some((line) => line.id === 'flat')) continue
      settled++
      // The slope along the move is α times the one along the direction.
      const there = dot(objective.gradient(after.point), move)
      expect(Math.abs(there), `${name}, step ${step}`).toBeLessThanOrEqual(
        c2 * Math.abs(alpha * slope) * (1 + 1e-6) +
          1e-9 * norm(after.gradient) * norm(move) +
          1e-12 * norm(after.gradient)
      )
    }
    expect(settled).toBeGreaterThan(0.9 * steps.length)
  })

  test('asks for each gradient once: the one at the point it arrives at costs nothing more', () => {
    const problem = problems[0]
    if (!problem) throw new Error('no problem')
    const objective = compile(problem.formula, problem.variables)
    const { points } = walked(objective, planOf(id, problem.start, 10))
    points.slice(1).forEach(({ evaluations, gradients }, k) => {
      const { algorithm } = openedStep(objective, planOf(id, problem.start, 10), k + 1)
      const before = k === 0 ? 1 : (points[k]?.gradients ?? Number.NaN)
      expect(gradients - before).toBe(algorithm?.trials.length)
      expect(evaluations).toBe(gradients)
    })
  })
})

test('in an interval, every third trial halves it: also where the parabolas lead astray, the minimum is found', () => {
  // f falls evenly up to a wall just before the first trial; beyond it, it falls again.
  const walk = { formula: '10^8/(1 + exp(-10^7*(x - 1))) - x', variables: ['x'], start: [0] }
  const { algorithm, after } = opened(walk, 'wolfe', 1, { reach: 1 + 1e-4 })
  expect(algorithm.lines.map(({ id }) => id)).toContain('flat')
  expect(after.point[0]).toBeCloseTo(1, 5)
  expect(algorithm.trials.length).toBeLessThan(60)
})

describe.each(['armijo', 'newton'])('%s', (id) => {
  test('takes the first length at which f falls enough, each half of the one before', () => {
    for (const { algorithm, before } of openedSteps(id, 30)) {
      const slope = lineOf({ algorithm }, 'slope')['slope'] as number
      algorithm.trials.forEach(({ length, value, outcome }, k) => {
        expect(length).toBe(0.5 ** k)
        const isLow = value <= before.value + 1e-4 * length * slope
        expect(outcome).toBe(Number.isFinite(value) ? (isLow ? 'accepted' : 'too-high') : 'undefined')
      })
      expect(algorithm.trials.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1)
    }
  })
})

describe.each(['newton', 'trust-region'])('%s', (id) => {
  test('spends in a step a gradient with f, n for the Hessian, and one for each trial', () => {
    const steps = new Set<number>()
    for (const { formula, variables, start } of problems) {
      const objective = compile(formula, variables)
      const plan = planOf(id, start, 6)
      const { points } = walked(objective, plan)
      points.slice(1).forEach(({ evaluations, gradients }, k) => {
        const { algorithm } = openedStep(objective, plan, k + 1)
        if (algorithm?.lines[0]?.id === 'rest') return
        const before = points[k]
        expect(evaluations - (before?.evaluations ?? 0)).toBe(1 + variables.length + (algorithm?.trials.length ?? 0))
        expect(gradients - (before?.gradients ?? 0)).toBe(1)
        steps.add(variables.length)
      })
    }
    expect([...steps].sort()).toEqual([2, 3, 4])
  })
})

test('BFGS: H turns the change of the gradient into the change of the point, is symmetric and positive definite', () => {
  let updates = 0
  for (const { algorithm, name, step } of openedSteps('bfgs', 25)) {
    const update = algorithm.lines.find(({ id }) => id === 'update')?.values
    if (!update) continue
    updates++
    const H = update['H_next'] as Matrix
    const [s, y] = [update['s'] as number[], lineOf({ algorithm }, 'y')['y'] as number[]]
    const size = Math.max(...H.flat().map(Math.abs))
    expect(norm(minus(times(H, y), s)), `${name}, step ${step}`).toBeLessThanOrEqual(1e-9 * size * norm(y))
    H.forEach((row, i) => {
      expect(row).toEqual(H.map((other) => other[i]))
    })
    const least = symmetricEigen(H)?.[0]?.value ?? Number.NaN
    expect(least, `${name}, step ${step}`).toBeGreaterThan(-1e-12 * size)
  }
  expect(updates).toBeGreaterThan(200)
})

test('L-BFGS that remembers every step goes where BFGS goes on a quadratic, as long as both begin with the same H', () => {
  fc.assert(
    fc.property(anyQuadratic, ({ n, start, objective }) => {
      // Two steps: BFGS scales the first H by the first step, L-BFGS every H by the last one.
      const full = walked(objective, planOf('bfgs', start, 2)).points
      const limited = walked(objective, planOf('lbfgs', start, 2, { memory: Math.max(n, 2) })).points
      full.forEach(({ point }, k) => {
        expectNear(point, limited[k]?.point ?? [], 1e-8)
      })
    }),
    { seed: 1989, numRuns: 60 }
  )
})

test('L-BFGS: the two loops give −H∇f of the matrix that the remembered pairs make', () => {
  for (const problem of problems.slice(0, 16)) {
    const objective = compile(problem.formula, problem.variables)
    const plan = planOf('lbfgs', problem.start, 8, { memory: 4 })
    const taken = walked(objective, plan).points.length - 1
    for (let step = 2; step <= taken; step++) {
      const { algorithm, before } = openedStep(objective, plan, step)
      const { algorithm: earlier } = openedStep(objective, plan, step - 1)
      const [S, Y] = [earlier?.memory['S'] as Matrix | undefined, earlier?.memory['Y'] as Matrix | undefined]
      const forward = algorithm?.lines.find(({ id }) => id === 'forward')?.values
      if (!S || !Y || !forward) continue
      expect(S.length).toBeLessThanOrEqual(4)
      let H = S[0]?.map((_, i) => S[0]?.map((__, j) => (i === j ? (forward['gamma'] as number) : 0)) ?? []) ?? []
      S.forEach((s, k) => {
        H = updated(H, s, Y[k] ?? [])
      })
      const size = Math.max(...H.flat().map(Math.abs))
      const expected = times(H, before.gradient).map((part) => -part)
      expect(norm(minus(forward['p'] as number[], expected)), problem.name).toBeLessThanOrEqual(
        1e-7 * size * norm(before.gradient)
      )
    }
  }
})

/** (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ, as it is written. */
function updated(H: Matrix, s: readonly number[], y: readonly number[]): number[][] {
  const rho = 1 / dot(y, s)
  const left = s.map((si, i) => y.map((yj, j) => (i === j ? 1 : 0) - rho * si * yj))
  const half = left.map((row) =>
    H.map((_, j) =>
      dot(
        row,
        H.map((other) => other[j] ?? Number.NaN)
      )
    )
  )
  return half.map((row, i) => left.map((other, j) => dot(row, other) + rho * (s[i] ?? 0) * (s[j] ?? 0)))
}

test('conjugate gradients end on a quadratic of n variables in about n steps, if the search is almost exact', () => {
  fc.assert(
    fc.property(anyQuadratic, ({ n, start, objective }) => {
      const { points } = walked(objective, planOf('conjugate', start, 2 * n + 2, { c2: 0.01 }))
      const first = norm(points[0]?.gradient ?? [])
      const least = Math.min(...points.map(({ gradient }) => norm(gradient)))
      expect(least).toBeLessThanOrEqual(1e-3 * first)
    }),
    { seed: 1952, numRuns: 60 }
  )
})

test('conjugate gradients leave a maximum at which rounding alone leaves a gradient', () => {
  const starts: Record<string, [number, number]> = {
    '(x^2 + y - 11)^2 + (x + y^2 - 7)^2': [-0.27084459, -0.92303856],
    'sin(x)*sin(y) + x^2/10 + y^2/30': [1e-14, 1e-15]
  }
  for (const [formula, start] of Object.entries(starts)) {
    const { points } = walked(compile(formula, ['x', 'y']), planOf('conjugate', start, 60))
    expect(norm(points.at(-1)?.gradient ?? [])).toBeLessThan(1e-6)
  }
})

test('Newton’s method is at the minimum of a quadratic after one step', () => {
  fc.assert(
    fc.property(anyQuadratic, ({ start, matrix, b, objective }) => {
      const { points } = walked(objective, planOf('newton', start, 1))
      expect(norm(minus(times(matrix, points[1]?.point ?? [...start]), b))).toBeLessThanOrEqual(
        1e-9 * (norm(b) + norm(times(matrix, start)) + 1)
      )
    }),
    { seed: 1685, numRuns: 100 }
  )
})

test('the trust region’s steps stay within its radius, and the radius changes as algorithm 4.1 says', () => {
  let trials = 0
  for (const { name, step, algorithm, before } of openedSteps('trust-region', 40)) {
    let region = algorithm.lines.find(({ values }) => 'region' in values)?.values['region'] as number
    const ratios = algorithm.lines.filter(({ id }) => id === 'ratio')
    for (const line of algorithm.lines) {
      const p = line.values['p'] as number[] | undefined
      if (['inside', 'dogleg', 'edge'].includes(line.id) && p) {
        trials++
        expect(line.values['region']).toBe(region)
        expect(norm(p), `${name}, step ${step}`).toBeLessThanOrEqual(region * (1 + 1e-12))
      }
      if (line.id === 'grow' || line.id === 'shrink') region = line.values['region_next'] as number
    }
    for (const [k, { id, values }] of algorithm.lines.entries()) {
      if (id !== 'ratio') continue
      const ratio = values['ratio'] as number
      const tried = algorithm.lines.slice(0, k).findLast((line) => ['inside', 'dogleg', 'edge'].includes(line.id))
      const [length, radius] = [norm(tried?.values['p'] as number[]), tried?.values['region'] as number]
      const isShort = length < radius * (1 - 1e-9)
      const change = ratio < 0.25 ? 'shrink' : ratio > 0.75 && !isShort ? 'grow' : undefined
      const next = algorithm.lines[k + 1]
      expect(next && ['shrink', 'grow'].includes(next.id) ? next.id : undefined, `${name}, step ${step}`).toBe(change)
      if (change)
        expectNear(
          [next?.values['region_next'] as number],
          [change === 'shrink' ? length / 4 : Math.min(2 * radius, 1000)]
        )
    }
    expect(algorithm.memory['region']).toBe(region)
    expect(norm(minus(algorithm.trials.at(-1)?.point ?? [], before.point))).toBeLessThanOrEqual(
      (algorithm.radius ?? 0) * (1 + 1e-9) + 1e-12 * norm(before.point)
    )
    expect(ratios.at(-1)?.values['ratio']).toBeGreaterThan(0.1)
  }
  expect(trials).toBeGreaterThan(200)
})

test('the trust region takes no step uphill, not even where rounding makes the parabola foretell a rise', () => {
  const settings = { radius: 1e30, radius_max: 1e30, eta: 0, delta: 1e-3 }
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 40, maxLength: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 40 }), numbers, (n, all) => {
      // Kahan 1966, Canad. Math. Bull. 9, 757–801: no pivot is small, and yet all but singular.
      const root = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (__, j) => (j < i ? 0 : 0.8 ** i * (i === j ? 1 : -0.6)))
      )
      const columns = root.map((_, j) => root.map((row) => row[j] ?? Number.NaN))
      const hessian = columns.map((column) => columns.map((other) => dot(column, other)))
      const uphill = { value: () => 1, slope: () => 1, hessian: () => hessian, noise: null }
      const [point, gradient] = [new Float64Array(n), Float64Array.from(all.slice(0, n))]
      if (gradient.every((part) => part === 0)) return
      expect(trustRegion(settings).setOut(n, uphill).next(point, gradient, 1, 0)).toBe('line-search')
      expect(point.every((coordinate) => coordinate === 0)).toBe(true)
    }),
    { seed: 1966, numRuns: 50 }
  )
})

test('the dogleg is never above the Cauchy point of its parabola', () => {
  let seen = 0
  for (const { algorithm, before } of openedSteps('trust-region', 40)) {
    const matrix = algorithm.lines.findLast(({ values }) => 'B' in values)?.values['B'] as Matrix
    const model = (p: readonly number[]) => dot(before.gradient, p) + dot(p, times(matrix, p)) / 2
    for (const { id, values } of algorithm.lines) {
      if (id !== 'dogleg') continue
      seen++
      const [p, cauchy, region] = [values['p'] as number[], values['p_cauchy'] as number[], values['region'] as number]
      expect(norm(p)).toBeCloseTo(region, 6)
      expect(model(p)).toBeLessThanOrEqual(model(cauchy) + 1e-9 * Math.abs(model(cauchy)))
    }
  }
  expect(seen).toBeGreaterThan(20)
})

test('Nelder–Mead goes as another writing-down of the same papers, bit for bit', () => {
  for (const { name, formula, variables, start } of problems) {
    const objective = compile(formula, variables)
    for (const size of [1, 0.25]) {
      const { points } = walked(objective, planOf('nelder-mead', start, 120, { size }))
      const plain = plainNelderMead((point) => objective.value(point), start, size, 120)
      points.slice(1).forEach(({ point }, k) => {
        expect(point, `${name}, step ${k + 1}`).toEqual(plain[k])
      })
    }
  }
})

test.each(['floor(x) + floor(2*y)', 'max(abs(x), abs(y))', 'abs(x) + abs(y)', 'floor(x*y)', '7 + 0*x*y'])(
  'Nelder–Mead treats corners that are equally low as those papers say: %s',
  (formula) => {
    const objective = compile(formula, ['x', 'y'])
    for (const start of [
      [3, 2],
      [2.5, -1.5],
      [0, 0]
    ]) {
      const { points } = walked(objective, planOf('nelder-mead', start, 40))
      const plain = plainNelderMead((point) => objective.value(point), start, 1, 40)
      expect(points.slice(1).map(({ point }) => point)).toEqual(plain)
    }
  }
)

test('Nelder–Mead keeps the best corner: f never rises, and the point shown is a corner', () => {
  const walk = { formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', variables: ['x', 'y'], start: [0, 0] }
  for (let step = 1; step <= 30; step++) {
    const { algorithm, before, after } = opened(walk, 'nelder-mead', step)
    expect(after.value).toBeLessThanOrEqual(before.value)
    expect(algorithm.simplex?.after[0]).toEqual(after.point)
    expect(algorithm.simplex?.before).toHaveLength(3)
  }
})
