import { compile } from '@core/objective'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bardData, gaussianData, kowalikData, meyerData, problemNamed, problems } from '../../../../support/problems'

/** The functions once more, as plain sums: they share nothing with the formulas but the measured data. */
const { exp, sin, cos, atan, PI, sqrt, min, abs, log } = Math
type Form = (x: number, y: number, z: number, w: number) => number
const sumTo = (most: number, term: (i: number) => number) => {
  let sum = 0
  for (let i = 1; i <= most; i++) sum += term(i)
  return sum
}
const datum = (data: readonly number[], i: number) => data[i - 1] ?? Number.NaN
const closedForms: Readonly<Record<string, Form>> = {
  Rosenbrock: (x, y) => 100 * (y - x * x) ** 2 + (1 - x) ** 2,
  'Freudenstein and Roth': (x, y) =>
    (x - 13 + 5 * y * y - y ** 3 - 2 * y) ** 2 + (x - 29 + y ** 3 + y * y - 14 * y) ** 2,
  'Powell badly scaled': (x, y) => (1e4 * x * y - 1) ** 2 + (exp(-x) + exp(-y) - 1.0001) ** 2,
  'Brown badly scaled': (x, y) => (x - 1e6) ** 2 + (y - 2e-6) ** 2 + (x * y - 2) ** 2,
  Beale: (x, y) => sumTo(3, (i) => (([1.5, 2.25, 2.625][i - 1] ?? 0) - x * (1 - y ** i)) ** 2),
  'Jennrich and Sampson': (x, y) => sumTo(10, (i) => (2 + 2 * i - exp(i * x) - exp(i * y)) ** 2),
  'helical valley': (x, y, z) => {
    const turns = (atan(y / x) + (x > 0 ? 0 : PI)) / (2 * PI)
    return 100 * (z - 10 * turns) ** 2 + 100 * (sqrt(x * x + y * y) - 1) ** 2 + z * z
  },
  Bard: (x, y, z) => sumTo(15, (i) => (datum(bardData, i) - x - i / ((16 - i) * y + min(i, 16 - i) * z)) ** 2),
  Gaussian: (x, y, z) => sumTo(15, (i) => (x * exp((-y * ((8 - i) / 2 - z) ** 2) / 2) - datum(gaussianData, i)) ** 2),
  Meyer: (x, y, z) => sumTo(16, (i) => (x * exp(y / (45 + 5 * i + z)) - datum(meyerData, i)) ** 2),
  'Gulf research and development': (x, y, z) =>
    sumTo(99, (i) => (exp(-(abs(25 + (-50 * log(i / 100)) ** (2 / 3) - y) ** z) / x) - i / 100) ** 2),
  'Box three-dimensional': (x, y, z) =>
    sumTo(10, (i) => (exp(-0.1 * i * x) - exp(-0.1 * i * y) - z * (exp(-0.1 * i) - exp(-i))) ** 2),
  'Powell singular': (x, y, z, w) =>
    (x + 10 * y) ** 2 + (sqrt(5) * (z - w)) ** 2 + ((y - 2 * z) ** 2) ** 2 + (sqrt(10) * (x - w) ** 2) ** 2,
  Wood: (x, y, z, w) =>
    (10 * (y - x * x)) ** 2 +
    (1 - x) ** 2 +
    (sqrt(90) * (w - z * z)) ** 2 +
    (1 - z) ** 2 +
    (sqrt(10) * (y + w - 2)) ** 2 +
    ((y - w) / sqrt(10)) ** 2,
  'Kowalik and Osborne': (x, y, z, w) =>
    kowalikData.reduce((sum, [v, u]) => sum + (v - (x * u * (u + y)) / (u * (u + z) + w)) ** 2, 0),
  'Brown and Dennis': (x, y, z, w) =>
    sumTo(20, (i) => ((x + (i / 5) * y - exp(i / 5)) ** 2 + (z + w * sin(i / 5) - cos(i / 5)) ** 2) ** 2)
}

/** A unit of the last digit of a number as published: some are rounded, others cut off. */
const lastDigit = (text: string) => 10 ** -(text.split('.')[1] ?? '').length

test('there are enough of them: 16 least-squares problems and as many surfaces, no name twice', () => {
  expect(problems.filter(({ source }) => source.startsWith('Moré'))).toHaveLength(16)
  expect(problems.length).toBeGreaterThanOrEqual(32)
  expect(new Set(problems.map(({ name }) => name)).size).toBe(problems.length)
})

describe.each(problems)('$name', ({ formula, variables, start, minima }) => {
  const objective = compile(formula, variables)

  test('is defined at its start, with its gradient', () => {
    expect(start).toHaveLength(variables.length)
    expect(Number.isFinite(objective.value(start))).toBe(true)
    expect(objective.gradient(start).every(Number.isFinite)).toBe(true)
  })

  test.each(minima)(
    'has a minimum at $at with f = $value: the gradient vanishes within the published digits',
    ({ at, value }) => {
      const point = at.map(Number)
      let corrected = point
      for (let correction = 0; correction < 6; correction++) {
        const move = newtonCorrection(objective.hessian(corrected), objective.gradient(corrected))
        corrected = corrected.map((coordinate, i) => coordinate + (move[i] ?? Number.NaN))
      }
      corrected.forEach((coordinate, i) => {
        expect(Math.abs(coordinate - (point[i] ?? 0))).toBeLessThanOrEqual(lastDigit(at[i] ?? ''))
      })
      expect(Math.abs(objective.value(corrected) - Number(value))).toBeLessThanOrEqual(Math.max(lastDigit(value), 1e-9))
      for (const side of nearby(corrected))
        expect(objective.value(side)).toBeGreaterThanOrEqual(objective.value(corrected) * (1 - 1e-12))
    }
  )
})

test.each(Object.entries(closedForms))('%s is the same function as a plain sum', (name, form) => {
  const { formula, variables, start } = problemNamed(name)
  const objective = compile(formula, variables)
  const near = fc.tuple(...start.map((at) => fc.double({ min: at - 0.2, max: at + 0.2, noNaN: true })))
  fc.assert(
    fc.property(near, (point) => {
      const [x = 0, y = 0, z = 0, w = 0] = point
      const plain = form(x, y, z, w)
      expect(Math.abs(objective.value(point) - plain)).toBeLessThanOrEqual(1e-9 * Math.abs(plain) + 1e-12)
    }),
    { seed: 1981, numRuns: 30 }
  )
})

/** −H⁻¹g by elimination with pivots; zero where there is no gradient. */
function newtonCorrection(hessian: readonly (readonly number[])[], gradient: readonly number[]): number[] {
  if (gradient.every((part) => part === 0)) return gradient.map(() => 0)
  const rows = hessian.map((row, i) => [...row, -(gradient[i] ?? 0)])
  const n = rows.length
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.NaN
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (abs(cell(i, k)) > abs(cell(pivot, k))) pivot = i
    ;[rows[k], rows[pivot]] = [rows[pivot] ?? [], rows[k] ?? []]
    for (let i = 0; i < n; i++) {
      if (i === k) continue
      const share = cell(i, k) / cell(k, k)
      rows[i] = (rows[i] ?? []).map((entry, j) => entry - share * cell(k, j))
    }
  }
  return rows.map((_, i) => cell(i, n) / cell(i, i))
}

/** A little to both sides along each coordinate. */
function nearby(point: readonly number[]): number[][] {
  return point.flatMap((coordinate, i) =>
    [-1e-4, 1e-4].map((by) => point.with(i, coordinate + by * Math.max(1, abs(coordinate))))
  )
}
