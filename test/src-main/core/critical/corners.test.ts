import { criticalPoints } from '@core/critical/points'
import { compile } from '@core/objective'
import { steady } from '@core/pulse'
import type { CriticalPoint } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const range = { min: -3, max: 3 }
const found = (formula: string) =>
  criticalPoints(compile(formula, ['x', 'y']), [0, 1], [0, 0], { x: range, y: range }, steady)
const corners = (formula: string) => found(formula).points.filter(({ corner }) => corner)

const at = (x: number, y: number, kind: CriticalPoint['kind'], value: number) => ({
  x: expect.closeTo(x, 9),
  y: expect.closeTo(y, 9),
  value: expect.closeTo(value, 9),
  kind,
  decided: false,
  corner: true
})

describe('a corner', () => {
  it.each([
    ['abs(x) + abs(y)', at(0, 0, 'minimum', 0)],
    ['abs(x) - abs(y)', at(0, 0, 'saddle', 0)],
    ['-abs(x) - abs(y)', at(0, 0, 'maximum', 0)],
    ['abs(x - 1/3) + abs(y - 1/7)', at(1 / 3, 1 / 7, 'minimum', 0)],
    ['sqrt(x^2 + y^2)', at(0, 0, 'minimum', 0)],
    ['hypot(x - 1, y)', at(1, 0, 'minimum', 0)],
    ['max(x, y, -x - y)', at(0, 0, 'minimum', 0)],
    ['max(abs(x), abs(y))', at(0, 0, 'minimum', 0)],
    ['abs(x) + y^2', at(0, 0, 'minimum', 0)],
    ['abs(y)*(1 + abs(x - 1)/2) + x^2', at(0, 0, 'minimum', 0)],
    ['x^2 + abs(y - x)', at(0, 0, 'minimum', 0)]
  ])('is critical in %s', (formula, corner) => {
    expect(corners(formula)).toEqual([corner])
  })

  it('of a bent line of them is a minimum where f falls towards it along the line, a saddle where it falls away', () => {
    const found = corners('abs(x^2 + y^2 - 1) + x/2')
    expect(found).toEqual([at(-1, 0, 'minimum', -0.5), at(1, 0, 'saddle', 0.5)])
  })

  it.each([
    'abs(x) + 3y',
    'abs(sin(x)) + x + y^2',
    'floor(x) + y^2',
    'max(x, y) + max(x, -y) + x/2',
    '1/x + abs(y)',
    'x^2 + y^2'
  ])('is none where 0 is no average of the gradients around, f leaps or is smooth: %s', (formula) => {
    expect(corners(formula)).toEqual([])
  })

  it('that is one of a line of them is an example of it', () => {
    for (const formula of ['abs(x - y)', 'abs(x)', 'abs(x^2 + y^2 - 1)', 'max(x, y) + max(-x, -y)']) {
      const { points, connected } = found(formula)
      expect(connected).toBe(true)
      const examples = points.filter(({ corner }) => corner)
      expect(examples.length).toBeGreaterThan(3)
      for (const { value, kind } of examples) {
        expect(value).toBeCloseTo(0, 9)
        expect(kind).toBe('minimum')
      }
    }
  })

  it('of a sum of |linear| is where the corner of the sum is lowest: there and nowhere else', () => {
    const whole = (most: number) => fc.integer({ min: -most, max: most })
    const line = fc.tuple(whole(3), whole(3), whole(6)).filter(([a, b]) => a !== 0 || b !== 0)
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 3 }), (lines) => {
        const f = (x: number, y: number) => lines.reduce((sum, [a, b, c]) => sum + Math.abs(a * x + b * y + c / 2), 0)
        // The least value of a convex sum of |linear| is that at a crossing of two of the lines, if any two cross.
        const crossings = lines.flatMap(([a, b, c], i) =>
          lines.slice(i + 1).flatMap(([d, e, g]) => {
            const determinant = a * e - b * d
            return determinant === 0
              ? []
              : [[(b * g - c * e) / 2 / determinant, (c * d - a * g) / 2 / determinant] as const]
          })
        )
        const lowest = Math.min(...crossings.map(([x, y]) => f(x, y)))
        const best = crossings.filter(([x, y]) => f(x, y) < lowest + 1e-9)
        const isInside = best.every(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) < 2.9)
        const isSingle = best.every(([x, y]) => best.every(([a, b]) => Math.hypot(x - a, y - b) < 1e-9))
        const isApart = crossings.every(([x, y], i) =>
          crossings.every(([a, b], k) => i === k || f(x, y) === f(a, b) || Math.hypot(x - a, y - b) > 1e-3)
        )
        fc.pre(best.length > 0 && isInside && isSingle && isApart)
        const formula = lines.map(([a, b, c]) => `abs(${a}*x + ${b}*y + ${c}/2)`).join(' + ')
        const { points, connected } = found(formula)
        const [x, y] = best[0] as readonly [number, number]
        expect(points, formula).toEqual([at(x, y, 'minimum', lowest)])
        expect(connected).toBe(false)
      }),
      { seed: 6, numRuns: 20 }
    )
  }, 120_000)
})
