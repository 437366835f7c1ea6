import { planeCurvature } from '@core/curvature'
import { compile } from '@core/objective'
import { describe, expect, test } from 'vitest'

const curvatureOf = (formula: string, point: readonly number[], axes: readonly [number, number] = [0, 1]) =>
  planeCurvature(compile(formula, ['x', 'y', 'z'].slice(0, point.length)), point, axes)

describe('planeCurvature', () => {
  test('gives second derivatives and the directions in which f bends most and least', () => {
    // H = [[2, 1], [1, 2]]: 1 along (1, −1), 3 along (1, 1).
    const { hessian, principal } = curvatureOf('x^2 + x*y + y^2', [3, -2])
    expect(hessian).toEqual([2, 1, 2])
    expect(principal?.map(({ value }) => value)).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)])
    for (const { direction } of principal ?? []) expect(Math.hypot(...direction)).toBeCloseTo(1, 14)
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = (principal ?? []).map(({ direction }) => direction)
    expect([ax + ay, bx - by]).toEqual([expect.closeTo(0, 14), expect.closeTo(0, 14)])
  })

  test('looks at the plane of the two variables alone', () => {
    expect(curvatureOf('x^2*z + y^3 + x*y*z^2', [1, 2, 3], [2, 0]).hessian).toEqual([4, 2 + 12, 6])
  })

  test('of one variable has one second derivative', () => {
    expect(curvatureOf('x^3', [2], [0, 0]).hessian).toEqual([12, 12, 12])
  })

  test('has no second derivative where there is no first one', () => {
    expect(curvatureOf('abs(x) + y^2', [0, 1])).toEqual({ hessian: [NaN, NaN, 2], principal: null })
    expect(curvatureOf('x^2 + abs(y)', [1, 0])).toEqual({ hessian: [2, NaN, NaN], principal: null })
    expect(curvatureOf('abs(x) + y^2', [1, 1]).hessian).toEqual([0, 0, 2])
  })

  describe('has no second derivative where the first has none, at any place:', () => {
    const beside = [NaN, 0, 2]
    test.each([
      ['max(x-a,0)^2 + y^2', beside],
      ['(x-a)*abs(x-a) + y^2', beside],
      ['abs(x-a)^1.5 + y^2', beside],
      ['piecewise(x<a, (x-a)^2, 3(x-a)^2) + y^2', beside],
      ['abs(x-a)*y', [0, NaN, 0]],
      ['abs(x-a)*abs(y)', [0, NaN, 0]],
      ['max(0, x-a-y)^2', [NaN, NaN, NaN]]
    ] as const)('%s', (formula, hessian) => {
      for (const a of [0, 1, -0.5, 3, 1e3, -7.25]) {
        const objective = compile(formula, ['x', 'y'], { a })
        expect(planeCurvature(objective, [a, 0], [0, 1]).hessian).toEqual(hessian)
      }
    })
  })

  test('has none where only rounding keeps the point from the kink', () => {
    // 3 · 0.3 is not quite 0.9.
    for (const [formula, a] of [
      ['max(3x - 0.9, 0)^2 + x + y^2', 0.3],
      ['abs(7x - 0.7)^1.5 + x + y^2', 0.1]
    ] as const) {
      expect(curvatureOf(formula, [a, 0]).hessian).toEqual([NaN, 0, 2])
    }
  })

  test('has the second derivatives that both sides of a kink agree on', () => {
    expect(curvatureOf('abs(x)^3 + y^2', [0, 0]).hessian).toEqual([0, 0, 2])
    expect(curvatureOf('abs(x^2) + y^2', [0, 0]).hessian).toEqual([2, 0, 2])
    expect(curvatureOf('max(x, 0)^2 + y^2', [0.5, 0]).hessian).toEqual([2, 0, 2])
    expect(curvatureOf('x*abs(x) + y^2', [-1e-6, 0]).hessian).toEqual([-2, 0, 2])
  })

  test('has no mixed second derivative where the order of differentiation matters', () => {
    // Peano's: along x = 0 the slope towards x is −y, along y = 0 that towards y is x.
    const peano = 'piecewise(x^2+y^2 > 0, x*y*(x^2-y^2)/(x^2+y^2), 0)'
    expect(curvatureOf(peano, [0, 0]).hessian[1]).toBeNaN()
    expect(curvatureOf(peano, [1, 0]).hessian[1]).toBeCloseTo(1, 12)
  })

  test('is 0 where it is only what rounding leaves of terms that cancel', () => {
    for (const formula of ['acos(cos(x)) + y^2', 'asin(sin(x)) + y^2', 'atan(tan(x)) + y^2']) {
      for (const a of [0.3, 0.7, 1, 1.3])
        expect(curvatureOf(formula, [a, 0]).hessian, `${formula} ${a}`).toEqual([0, 0, 2])
    }
    expect(curvatureOf('acos(cos(x))', [1], [0, 0]).hessian).toEqual([0, 0, 0])
  })

  test('is kept however small it is', () => {
    for (const small of [1e-12, 1e-17, 1e-30, 1e-200]) {
      const objective = compile('x + a*x^2 + 3*y', ['x', 'y'], { a: small })
      for (const x of [0, 1, -7.3]) expect(planeCurvature(objective, [x, 0], [0, 1]).hessian).toEqual([2 * small, 0, 0])
    }
  })

  test('is unknown where f is not defined', () => {
    expect(curvatureOf('ln(x) + y', [-1, 0])).toEqual({ hessian: [NaN, NaN, NaN], principal: null })
  })
})
