import { kinksAt } from '@core/breaks'
import { compileOutputs } from '@core/compile/outputs'
import { gradient, hessianTimes } from '@core/derivative'
import { Graph } from '@core/graph'
import { lower } from '@core/lower'
import { compile, compileTree } from '@core/objective'
import { functions } from '@shared/language/functions'
import type { Syntax } from '@shared/language/syntax'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coordinate, formulas, name } from '../../support/formulas'
import { besideHyperdual, hyperdual } from '../../support/hyperdual'

const names = ['x', 'y', 'z']
const points = fc.tuple(coordinate, coordinate, coordinate)
/** Below this, numbers lose digits to underflow. */
const smallest = 1e-300
/** Numbers at which formulas are often undefined. */
const odd = fc.constantFrom(0, 1, -1, -2.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
const run = { seed: 20_261_124, numRuns: 1000 }

/**
 * By how many times its expected error the gradient differs from central differences: truncation is estimated from
 * two step sizes, rounding from the size of f.
 */
function disagreement(f: (point: number[]) => number, gradient: readonly number[], point: readonly number[]): number {
  let worst = 0
  for (const [i, exact] of gradient.entries()) {
    const quotient = (h: number) => {
      const [up, down] = [h, -h].map((step) => point.map((a, k) => (k === i ? a + step : a)))
      return (f(up ?? []) - f(down ?? [])) / (2 * h)
    }
    const h = 1e-4 * Math.max(Math.abs(point[i] ?? 0), 1)
    const [fine, coarse] = [quotient(h), quotient(2 * h)]
    const size = Math.max(...[-2, -1, 0, 1, 2].map((k) => Math.abs(f(point.map((a, j) => (j === i ? a + k * h : a))))))
    const expected = smallest + Math.abs(coarse - fine) + (16 * 2 ** -52 * (size + Math.abs(point[i] ?? 0))) / h
    // Near a pole or a wild oscillation the quotients themselves are far from settled.
    if (Number.isFinite(exact) && Math.abs(coarse - fine) < 0.01 * Math.abs(fine)) {
      worst = Math.max(worst, Math.abs(fine - exact) / expected)
    }
  }
  return worst
}

describe('the exact gradient', () => {
  it('is that of hyper-dual numbers, to rounding, and so is the Hessian', () => {
    let compared = 0
    fc.assert(
      fc.property(formulas(names), points, (tree, point) => {
        const objective = compileTree(tree, names)
        const ours = { gradient: objective.gradient(point), hessian: objective.hessian(point) }
        const beside = besideHyperdual(tree, names, point, ours)
        expect(beside.worst).toBeLessThanOrEqual(1)
        compared += beside.compared
      }),
      run
    )
    // The law says nothing where a formula is not defined: most are.
    expect(compared).toBeGreaterThan(run.numRuns * 9)
  })

  it('is what central differences approach', () => {
    fc.assert(
      fc.property(formulas(names), points, (tree, point) => {
        const objective = compileTree(tree, names)
        expect(disagreement((at) => objective.value(at), objective.gradient(point), point)).toBeLessThan(20)
      }),
      { ...run, numRuns: 400 }
    )
  })

  it('has a Hessian that is symmetric, though each row is computed by itself', () => {
    let compared = 0
    fc.assert(
      fc.property(formulas(names), points, (tree, point) => {
        const graph = new Graph()
        const [variables, direction] = [0, 1].map(() => names.map(() => graph.input()))
        if (!variables || !direction) return
        const f = lower(graph, tree, new Map(names.map((variable, i) => [variable, variables[i] ?? 0])))
        graph.makeRoomForDerivatives()
        const row = compileOutputs(graph, hessianTimes(graph, gradient(graph, f, variables), direction, variables))
        const hessian = names.map((_, i) => {
          const output = new Float64Array(names.length)
          row(Float64Array.of(...point, ...names.map((_, j) => (i === j ? 1 : 0))), output)
          return output
        })
        for (const [i, p] of names.entries()) {
          for (const [j, q] of names.entries()) {
            const at = Object.fromEntries(names.map((variable, k) => [variable, point[k] ?? 0]))
            const { mixed } = hyperdual(tree, at, p, q)
            if (j >= i || !Number.isFinite(mixed.value) || !(mixed.error < 1e100)) continue
            const difference = Math.abs((hessian[i]?.[j] ?? 0) - (hessian[j]?.[i] ?? 0))
            expect(difference).toBeLessThanOrEqual(8 * mixed.error + smallest)
            compared++
          }
        }
      }),
      { ...run, numRuns: 500 }
    )
    expect(compared).toBeGreaterThan(run.numRuns)
  })

  it('is NaN wherever f is, and so is the Hessian, whatever the numbers', () => {
    let undefinedPlaces = 0
    fc.assert(
      fc.property(formulas(names), fc.tuple(odd, odd, odd), (tree, point) => {
        const objective = compileTree(tree, names)
        if (!Number.isNaN(objective.value(point))) return
        undefinedPlaces++
        expect(objective.gradient(point).every(Number.isNaN)).toBe(true)
        expect(objective.hessian(point).flat().every(Number.isNaN)).toBe(true)
      }),
      { ...run, numRuns: 400 }
    )
    expect(undefinedPlaces).toBeGreaterThan(50)
  })

  it('would be caught by those differences if it were off by a thousandth', () => {
    const objective = compile('x^3*sin(y) + z', names)
    const point = [1.2, 0.7, 3]
    const value = (at: number[]) => objective.value(at)
    const [dx = 0, dy = 0, dz = 0] = objective.gradient(point)
    expect(disagreement(value, [dx, dy, dz], point)).toBeLessThan(10)
    for (const wrong of [
      [dx * 1.001, dy, dz],
      [dx, -dy, dz],
      [dy, dx, dz],
      [dx, dy, dz + 0.001]
    ]) {
      expect(disagreement(value, wrong, point)).toBeGreaterThan(1000)
    }
  })

  it('changes places with the variables', () => {
    const one = compile('x^2*y - exp(y)', ['x', 'y'])
    const other = compile('x^2*y - exp(y)', ['y', 'x'])
    expect(other.gradient([0.5, 3])).toEqual(one.gradient([3, 0.5]).reverse())
  })

  it.each(['x^2', '4x^2 + 4x*y + 2y^2 + 5', '(1-x)^2 + 100*(y-x^2)^2', '(x^2+y-11)^2 + (x+y^2-7)^2'])(
    'of the polynomial %s is exact in small whole numbers',
    (text) => {
      const objective = compile(text, ['x', 'y'])
      for (const point of [
        [3, -2],
        [0, 0],
        [-5, 4]
      ] as const) {
        // A cubic or quartic is met exactly by the quotient with five points, here in whole numbers.
        const quotient = (f: (step: number) => number) => (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / 12
        expect(objective.gradient(point)).toEqual([
          quotient((step) => objective.value([point[0] + step, point[1]])),
          quotient((step) => objective.value([point[0], point[1] + step]))
        ])
      }
    }
  )
})

describe('every function', () => {
  // The hidden ones are derivatives of others, and so are met in second derivatives.
  const rows = functions.filter(({ hidden }) => !hidden)
  it.each(rows.map((row) => [row.name, row] as const))(
    '%s has the derivatives that differences show, first and second',
    (_, row) => {
      const variables = names.slice(0, row.parameters.length)
      const tree: Syntax = { kind: 'call', name: row.name, arguments: variables.map(name), range: { from: 0, to: 0 } }
      const objective = compileTree(tree, variables)
      let compared = 0
      for (const a of [-4.3, -1.7, -0.62, 0.31, 0.83, 1.9, 5.7]) {
        for (const b of [0.45, 2.6, -1.4]) {
          const point = [a, b].slice(0, variables.length)
          if (!Number.isFinite(objective.value(point)) || kinksAt(objective, point).some((kink) => kink !== null))
            continue
          expect(disagreement((at) => objective.value(at), objective.gradient(point), point)).toBeLessThan(50)
          for (const [i, row] of objective.hessian(point).entries()) {
            expect(disagreement((at) => objective.gradient(at)[i] ?? Number.NaN, row, point)).toBeLessThan(50)
          }
          compared++
        }
      }
      expect(compared).toBeGreaterThan(0)
    }
  )
})

describe('zero, infinity and NaN', () => {
  const slope = (text: string, x: number) => compile(text, ['x']).gradient([x])[0]
  const curvature = (text: string, x: number) => compile(text, ['x']).hessian([x])[0]?.[0]

  it.each([
    ['1/(1+exp(-x))'],
    ['sigmoid(x)'],
    ['exp(-x^2)'],
    ['1/(1+exp(x^2))'],
    ['tanh(x)'],
    ['sech(x)'],
    ['1/cosh(x)^2']
  ])('%s is flat, not undefined, far out', (text) => {
    for (const x of [-1000, -800, 800, 1000]) {
      expect(slope(text, x)).toBe(0)
      expect(curvature(text, x)).toBe(0)
    }
  })

  it.each([
    ['log(cosh(x))', 380, 1, 0],
    ['log(cosh(x))', -650, -1, 0],
    ['log(exp(x) + exp(-x))', 600, 1, 0],
    ['exp(x)/(1 + exp(x))^2', 250, -Math.exp(-250), Math.exp(-250)],
    ['exp(x)/(1 + exp(x))^2', -250, Math.exp(-250), Math.exp(-250)],
    [
      'x^3/exp(x)',
      532,
      (3 / 532 - 1) * 532 ** 3 * Math.exp(-532),
      (6 / 532 ** 2 - 6 / 532 + 1) * 532 ** 3 * Math.exp(-532)
    ],
    ['x/cosh(x)', 600, (1 - 600) * 2 * Math.exp(-600), (600 - 2) * 2 * Math.exp(-600)],
    ['1/(1 + exp(x) + exp(-x))', 690, -Math.exp(-690), Math.exp(-690)],
    ['1/(sigmoid(x)*exp(-x))', 300, Math.exp(300), Math.exp(300)],
    ['atan(exp(x))', 150, Math.exp(-150), -Math.exp(-150)],
    ['asinh(1 + exp(x))', 408, 1, 0],
    // (x + ε)(1 − 3ε), ε = e⁻ˣ.
    ['softplus(x)/(1 + exp(-x))^3', 133, 1, (7 - 3 * 133) * Math.exp(-133)],
    // Divisors that are sums of what is 0 somewhere; from 50 digits.
    ['(x^3 - exp(x))/(sinh(x) + (3 + x^2))', -566, 5.578205321500157e-238, 5.548586346285418e-238],
    ['1/sqrt(x + exp(2x))', 300, -Math.exp(-300), Math.exp(-300)],
    ['(1 + sinh(x)^2)^(-0.5)', 300, -2 * Math.exp(-300), 2 * Math.exp(-300)],
    ['x*sinh(x)*exp(-x)/(sinh(x) + x)', 600, -1.587587535249582e-258, 1.584937138696578e-258]
  ])('%s at %d has the slope and the curvature that it has, of their size and sign', (text, x, first, second) => {
    const close = (ours: number | undefined, exact: number) =>
      Math.abs((ours ?? Number.NaN) - exact) <= 1e-12 * Math.abs(exact) + (exact === 0 ? 1e-15 : 0)
    expect([slope(text, x), close(slope(text, x), first)]).toEqual([expect.anything(), true])
    expect([curvature(text, x), close(curvature(text, x), second)]).toEqual([expect.anything(), true])
  })

  it('softplus has slope 1 far out and 0 on the other side', () => {
    expect([slope('softplus(x)', 1000), slope('softplus(x)', -1000)]).toEqual([1, 0])
  })

  it.each(['log(x)', 'sqrt(x)', 'x/x - 1 + asin(x - 3)', '0*log(x)'])(
    '%s has no gradient where it has no value',
    (text) => {
      const f = compile(text, ['x', 'y'])
      expect(f.value([-1, 2])).toBeNaN()
      expect(f.gradient([-1, 2])).toEqual([Number.NaN, Number.NaN])
      expect(f.hessian([-1, 2])).toEqual([
        [Number.NaN, Number.NaN],
        [Number.NaN, Number.NaN]
      ])
    }
  )

  it('what is multiplied by nothing contributes nothing, however steep', () => {
    // ∂/∂x of y·√x at (0, 0): the adjoint of √x is y = 0, its slope ∞.
    expect(compile('y*sqrt(x)', ['x', 'y']).gradient([0, 0])).toEqual([0, 0])
    expect(slope('x*abs(x)', 0)).toBe(0)
    // √ is infinitely steep at 0, but its argument does not change.
    expect(slope('sqrt(floor(x))', 0.5)).toBe(0)
    expect(slope('sqrt(0x)', 3)).toBe(0)
    for (const text of ['sqrt(relu(x))', 'sqrt(max(x, 0))', 'max(0, x^3, x)^0.3', 'sqrt(max(0, 1 - x^2))']) {
      expect([slope(text, -2), curvature(text, -2)]).toEqual([0, 0])
    }
  })

  it.each([
    ['abs(x)', 0, 0],
    ['relu(x)', 0, 0],
    ['sign(x)', 0, 0],
    ['max(x, -x)', 0, 0],
    ['max(x, 3x)', 0, 2],
    ['min(x, 3x)', 0, 2],
    ['floor(x)', 2, 0],
    ['ceil(x)', 2, 0],
    ['round(x)', 2.5, 0],
    ['floor(x)', 2.3, 0]
  ])('the derivative of %s at %d is by convention %d', (text, x, expected) => {
    expect(slope(text, x)).toBe(expected)
  })

  it('a tie of any number of arguments shares equally', () => {
    const max = compile('max(x, y, 2z)', names)
    expect(max.gradient([2, 2, 1])).toEqual([1 / 3, 1 / 3, 2 / 3])
    expect(max.gradient([2, 1, 1])).toEqual([1 / 2, 0, 1])
    expect(max.gradient([2, 1, 0])).toEqual([1, 0, 0])
    expect(max.hessian([2, 2, 1])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0]
    ])
    expect(compile('min(x, y, z, x)', names).gradient([1, 5, 1])).toEqual([2 / 3, 0, 1 / 3])
    expect(compile('max(x, y)', names).gradient([1, 1, 0])).toEqual([1 / 2, 1 / 2, 0])
  })

  it('a slope beyond the largest double is infinite, not undefined', () => {
    expect(slope('sqrt(x)', 0)).toBe(Number.POSITIVE_INFINITY)
    expect(slope('exp(x)', 1000)).toBe(Number.POSITIVE_INFINITY)
  })
})
