import { guardsOf } from '@core/breaks'
import { breakBetween, isBroken } from '@core/contour/breaks'
import { compile } from '@core/objective'
import { describe, expect, it } from 'vitest'

/** The break between two neighbours of a grid; null if no guard function indicates one. */
function between(formula: string, a: number, b: number) {
  const objective = compile(formula, ['x', 'y'])
  const guardsAt = (x: number, y: number) => Float64Array.from(guardsOf(objective).jumps([x, y]))
  const field = {
    value: (x: number, y: number) => objective.value([x, y]),
    guards: guardsAt(a, 0.3).length,
    guardsAt
  }
  const edge = { from: [a, 0.3], to: [b, 0.3] } as const
  const ends = [field.value(a, 0.3), field.value(b, 0.3)] as const
  const guards = [2 * a - b, a, b, 2 * b - a].map((x) => guardsAt(x, 0.3))
  return breakBetween(field, edge, ends, guards)
}

describe('between two neighbours of a grid', () => {
  it.each([
    ['floor(x) + y', 0.8, 1.1, 2 / 3, 0.3, 1.3],
    // A jump that is small relative to the slope.
    ['x + 0.0013*floor(x)', 0.8, 1.1, 2 / 3, 1, 1.0013],
    ['sign(x)', 0.5, -0.3, 5 / 8, 1, -1],
    // A guard function that touches 0.
    ['x/sqrt((x + y)^2 - 2(x + y)*y + y^2)', -0.3, 0.34, 15 / 32, -1, 1]
  ])('f breaks: %s', (formula, a, b, at, before, after) => {
    const found = between(formula, a, b)
    expect(found?.at).toBeCloseTo(at, 3)
    expect(found?.before).toBeCloseTo(before, 4)
    expect(found?.after).toBeCloseTo(after, 4)
    expect(found?.before).not.toBe(found?.after)
  })

  it.each([
    'sqrt(abs(x))',
    'cbrt(x)',
    'cbrt(x)^2',
    'abs(x)',
    'x/x',
    'sin(x)/x',
    '1/log(abs(x))',
    'e^(-1/x^2)',
    // Rounding noise: of 1 part in 10¹⁶ here, and of one in ten here as x tends to 0.
    'x*(1/x) + y',
    '(1 - cos(x/3000))/x^2*10^8',
    // Guard functions that come near 0.
    '1/(1 - cos(x) + 10^(-5))',
    'log(1.00001 - cos(x))'
  ])('f is continuous, also across a kink and a hole: %s', (formula) => {
    const found = between(formula, -0.3, 0.7)
    if (found) expect(found.before).toBe(found.after)
    if (found) expect(isBroken(found)).toBe(false)
  })

  it('a jump a hundred times as large as rounding is one', () => {
    expect(between('1 + 10^(-14)*sign(x)', -0.3, 0.7)).toMatchObject({ before: 1 - 1e-14, after: 1 + 1e-14 })
  })

  it('f is continuous across a kink at any point of the edge', () => {
    for (let at = 0; at < 1; at += 0.0037) {
      const found = between('abs(x) + 3', -at, 1 - at)
      if (found) expect(found.before, `at ${at}`).toBe(found.after)
    }
  })

  it.each([
    ['1/x', -Infinity, Infinity],
    ['1/x^2', Infinity, Infinity],
    ['1/abs(x)', Infinity, Infinity],
    ['-1/sqrt(abs(x))', -Infinity, -Infinity],
    ['1/cbrt(x^2)', Infinity, Infinity],
    ['log(abs(x))', -Infinity, -Infinity],
    ['log(x^2) + 20', -Infinity, -Infinity],
    ['abs(x)^(-0.1)', Infinity, Infinity],
    ['e^(1/x)', 0, Infinity],
    // Guard functions that touch 0.
    ['1/(1 - cos(x))', Infinity, Infinity],
    ['-1/((x + y)^2 - 2(x + y)*y + y^2)', -Infinity, -Infinity],
    ['log(1 - cos(x))', -Infinity, -Infinity]
  ])('f tends to infinity: %s', (formula, before, after) => {
    // At any point between the two.
    for (const at of [0.001, 0.3, 0.5, 0.71, 0.998]) {
      const found = between(formula, -at, 1 - at)
      expect(found?.at).toBeCloseTo(at, 6)
      expect(found).toMatchObject({ before, after })
    }
  })

  it.each([
    ['sqrt(x)', -0.3, 0.7, 0.3],
    ['sqrt(x)', 0.7, -0.3, 0.7]
  ])('f ends: %s', (formula, a, b, at) => {
    const found = between(formula, a, b)
    expect(found?.at).toBeCloseTo(at, 6)
    const [inside, outside] = a > 0 ? [found?.before, found?.after] : [found?.after, found?.before]
    expect(inside).toBeCloseTo(0, 3)
    expect(outside).toBeNaN()
  })

  it('f tends to infinity at the end of its domain', () => {
    expect(between('log(x)', -0.3, 0.7)).toMatchObject({ before: NaN, after: -Infinity })
  })

  it('the whole edge is a break if f breaks more than once', () => {
    expect(between('floor(x) + floor(x + 0.2)', 0.7, 1.15)).toEqual({ at: 0.5, before: 0, after: 2 })
  })
})
