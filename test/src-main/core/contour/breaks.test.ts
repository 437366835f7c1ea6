import { breakBetween } from '@core/contour/breaks'
import { compile } from '@core/objective'
import { describe, expect, it } from 'vitest'

/** What f does between two neighbours of a grid, as the formula makes one look: null where there is nothing to look at. */
function between(formula: string, a: number, b: number) {
  const objective = compile(formula, ['x', 'y'])
  const guardsAt = (x: number, y: number) => Float64Array.from(objective.breakGuards([x, y]))
  const field = {
    value: (x: number, y: number) => objective.value([x, y]),
    guards: guardsAt(a, 0.3).length,
    guardsAt
  }
  const edge = { from: [a, 0.3], to: [b, 0.3] } as const
  const ends = [field.value(a, 0.3), field.value(b, 0.3)] as const
  return breakBetween(field, edge, ends, guardsAt(a, 0.3), guardsAt(b, 0.3))
}

describe('between two neighbours of a grid', () => {
  it.each([
    ['floor(x) + y', 0.8, 1.1, 2 / 3, 0.3, 1.3],
    // A small jump beside a slope.
    ['x + 0.0013*floor(x)', 0.8, 1.1, 2 / 3, 1, 1.0013],
    ['sign(x)', 0.5, -0.3, 5 / 8, 1, -1]
  ])('f breaks: %s', (formula, a, b, at, before, after) => {
    const found = between(formula, a, b)
    expect(found?.at).toBeCloseTo(at, 3)
    expect(found?.before).toBeCloseTo(before, 4)
    expect(found?.after).toBeCloseTo(after, 4)
    expect(found?.before).not.toBe(found?.after)
  })

  it.each(['sqrt(abs(x))', 'cbrt(x)', 'abs(x)', 'x/x', 'sin(x)/x', '1/x^2', 'log(abs(x))'])(
    'f goes on, also over a kink, a hole, and a pole that is the same on both sides: %s',
    (formula) => {
      const found = between(formula, -0.3, 0.7)
      if (found) expect(found.before).toBe(found.after)
    }
  )

  it('f goes on over a kink wherever it lies', () => {
    for (let at = 0; at < 1; at += 0.0037) {
      const found = between('abs(x) + 3', -at, 1 - at)
      if (found) expect(found.before, `at ${at}`).toBe(found.after)
    }
  })

  it('f goes to infinity on both sides of a pole, the other way', () => {
    const { at, before, after } = between('1/x', -0.3, 0.7) ?? { at: NaN, before: NaN, after: NaN }
    expect(at).toBeCloseTo(0.3, 3)
    expect([before < -1e3, after > 1e3]).toEqual([true, true])
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

  it('f is broken all the way where it breaks more than once', () => {
    expect(between('floor(x) + floor(x + 0.2)', 0.7, 1.15)).toEqual({ at: 0.5, before: 0, after: 2 })
  })
})
