import { compile } from '@core/objective'
import { reportOf } from '@core/optimise/report'
import { Cancelled } from '@core/pulse'
import { run } from '@core/script'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const exact = { method: 'exact', h: 1e-4 } as const
const central = { method: 'central', h: 1e-4 } as const
const forward = { method: 'forward', h: 1e-4 } as const
const bowl = compile('x0^2 + x1^2', ['x0', 'x1'])
const parabola = compile('x^2', ['x'])
const descent = (lr: number) => ({ method: 'descent', convention: 'book', settings: { lr } })

describe('published numbers', () => {
  test('x0² + x1² from (−3, 4), lr 0.1, 100 steps, central difference: (−6.11e−10, 8.15e−10)', () => {
    const { points } = run(bowl, { ...descent(0.1), start: [-3, 4], steps: 100, gradient: central })
    expect(points[100]?.map((x) => x.toPrecision(8))).toEqual(['-6.1111079e-10', '8.1481439e-10'])
  })

  test('lr 10 ends far away, where h is lost in a: (−2.589e13, −1.295e12)', () => {
    const { points, notes } = run(bowl, { ...descent(10), start: [-3, 4], steps: 100, gradient: central })
    expect(points[100]?.map((x) => x.toPrecision(9))).toEqual(['-2.58983747e+13', '-1.29524862e+12'])
    expect(notes.map(({ code }) => code)).toEqual(['difference-too-small'])
  })

  test('lr 1e−10 hardly moves: (−2.99999994, 3.99999992)', () => {
    const { points } = run(bowl, { ...descent(1e-10), start: [-3, 4], steps: 100, gradient: central })
    expect(points[100]?.map((x) => x.toFixed(8))).toEqual(['-2.99999994', '3.99999992'])
  })

  test.each([
    [8, '0.58512'],
    [9, '0.65827']
  ])('x² from %d, lr 0.08, 15 steps, forward difference: %s', (start, end) => {
    const { points } = run(parabola, { ...descent(0.08), start: [start], steps: 15, gradient: forward })
    expect(points[15]?.[0]?.toFixed(5)).toBe(end)
  })
})

/** −9 … 9, and nothing so small that it loses digits on the way to 0. */
const hundredths = fc.integer({ min: -900, max: 900 }).map((whole) => whole / 100)

test('descent on x0² + x1² follows (1 − 2·lr)^k·x₀', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1.2, noNaN: true }), fc.tuple(hundredths, hundredths), (lr, start) => {
      const { points, values } = run(bowl, { ...descent(lr), start, steps: 30, gradient: exact })
      points.forEach((point, k) => {
        // 1 − 2·lr is itself rounded: k factors carry k relative errors.
        const factor = (1 - 2 * lr) ** k
        for (const [i, coordinate] of point.entries()) {
          const expected = factor * (start[i] ?? 0)
          expect(Math.abs(coordinate - expected)).toBeLessThanOrEqual(
            1e-12 * Math.max(Math.abs(start[i] ?? 0), Math.abs(expected))
          )
        }
        expect(values[k]).toBe((point[0] ?? 0) ** 2 + (point[1] ?? 0) ** 2)
      })
    }),
    { seed: 7, numRuns: 100 }
  )
})

describe('how long a run is', () => {
  test('exactly as many steps as asked for, though the minimum was reached after one', () => {
    const { points, values, stop } = run(parabola, { ...descent(0.5), start: [3], steps: 20, gradient: exact })
    expect(points).toHaveLength(21)
    expect(values).toHaveLength(21)
    expect(stop.reason).toBe('steps')
  })

  test('no steps: the start alone', () => {
    const { points, values, stop } = run(parabola, { ...descent(0.1), start: [3], steps: 0, gradient: exact })
    expect(points).toEqual([[3]])
    expect(values).toEqual([9])
    expect(stop).toMatchObject({ reason: 'steps', diagnosis: { kind: 'start', step: 0 } })
  })

  test('diverging beyond 1e100 ends it; all that is kept is finite', () => {
    const { points, values, stop } = run(parabola, { ...descent(30), start: [3], steps: 1000, gradient: exact })
    expect(stop.reason).toBe('diverged')
    expect([...points.flat(), ...values].every(Number.isFinite)).toBe(true)
    // 3·59^k exceeds 1e100 first for k = 57, since log(1e100/3)/log(59) = 56.2.
    expect(stop.diagnosis.step).toBe(57)
    expect(points).toHaveLength(57)
  })

  test('a value that overflows ends it, though the point is still a number', () => {
    const steep = compile('exp(x^2)', ['x'])
    const { points, stop } = run(steep, { ...descent(1), start: [3], steps: 10, gradient: exact })
    expect(stop).toMatchObject({ reason: 'diverged', diagnosis: { step: 1 } })
    expect(points).toEqual([[3]])
  })

  test('a learning rate that overflows at once keeps the start', () => {
    const { points, stop } = run(parabola, { ...descent(1e308), start: [3], steps: 10, gradient: exact })
    expect(stop).toMatchObject({ reason: 'diverged', diagnosis: { kind: 'diverged', step: 1 } })
    expect(points).toEqual([[3]])
  })

  test('a step out of the domain ends it at the last defined point', () => {
    const root = compile('sqrt(x)', ['x'])
    const { points, values, stop } = run(root, { ...descent(0.3), start: [1], steps: 60, gradient: exact })
    expect(stop).toMatchObject({ reason: 'left-domain', diagnosis: { kind: 'left-domain', step: 6 } })
    expect(points).toHaveLength(6)
    expect(values.every(Number.isFinite)).toBe(true)
  })

  test('a point without a finite gradient is kept but not left', () => {
    const root = compile('sqrt(x)', ['x'])
    // From 1 with slope 1/2 and lr 2 to exactly 0, where f is 0 and the slope infinite.
    const { points, stop } = run(root, { ...descent(2), start: [1], steps: 60, gradient: exact })
    expect(points).toEqual([[1], [0]])
    expect(stop).toMatchObject({ reason: 'left-domain', diagnosis: { step: 1 } })
  })
})

describe('the gradient of a run', () => {
  test('forward difference of x² is 2x + h: the run settles at −h/2', () => {
    const { points } = run(parabola, {
      ...descent(0.25),
      start: [1],
      steps: 100,
      gradient: { method: 'forward', h: 0.5 }
    })
    expect(points[100]?.[0]).toBeCloseTo(-0.25, 12)
  })

  test('backward difference settles at +h/2, central at 0', () => {
    const backward = run(parabola, {
      ...descent(0.25),
      start: [1],
      steps: 100,
      gradient: { method: 'backward', h: 0.5 }
    })
    expect(backward.points[100]?.[0]).toBeCloseTo(0.25, 12)
    const middle = run(parabola, { ...descent(0.25), start: [1], steps: 100, gradient: { method: 'central', h: 0.5 } })
    expect(middle.points[100]?.[0]).toBeCloseTo(0, 12)
  })

  test('where a + h rounds to a the quotient counts as 0, and one note says where that began', () => {
    const plan = { ...descent(0.1), start: [1e13], steps: 5, gradient: central }
    const { points, notes } = run(parabola, plan)
    expect(points).toEqual(Array.from({ length: 6 }, () => [1e13]))
    expect(notes).toEqual([{ code: 'difference-too-small', values: { variable: 'x', at: 1e13, h: 1e-4, step: 0 } }])
  })

  test('no note where h is large enough', () => {
    expect(run(parabola, { ...descent(0.1), start: [1], steps: 5, gradient: central }).notes).toEqual([])
  })
})

test('the same plan gives the same bits', () => {
  const hills = compile('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', ['x', 'y'])
  const plan = {
    method: 'adam',
    convention: 'library',
    settings: { lr: 0.3, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
    start: [-1, -4.5],
    steps: 300,
    gradient: central
  }
  expect(run(hills, plan)).toEqual(run(hills, plan))
})

test('a run stops within a few steps when its answer is no longer wanted', () => {
  let beats = 0
  const pulse = {
    beat() {
      if (++beats > 10) throw new Cancelled()
    }
  }
  const plan = { ...descent(0.1), start: [3], steps: 1_000_000, gradient: exact }
  expect(() => run(parabola, plan, pulse)).toThrow(Cancelled)
  expect(beats).toBe(11)
})

test('a million steps end in the valley of Rosenbrock', () => {
  const valley = compile('(1 - x)^2 + 100(y - x^2)^2', ['x', 'y'])
  const { points, stop } = run(valley, { ...descent(0.001), start: [-1.2, 1], steps: 1_000_000, gradient: exact })
  expect(points).toHaveLength(1_000_001)
  expect(points.at(-1)?.[0]).toBeCloseTo(1, 9)
  expect(stop.diagnosis.kind).toBe('minimum')
}, 30_000)

test('a method that looks at f alone has no gradients to its account, and each f once', () => {
  const simplex = { method: 'nelder-mead', convention: 'book', settings: { size: 1 }, start: [3, 4], gradient: exact }
  const plan = { ...simplex, steps: 30 }
  const before = { ...bowl.counts }
  const { gradients, evaluations, taken } = reportOf(bowl, plan, 100)
  expect(taken).toBe(30)
  expect(new Set(gradients)).toEqual(new Set([0]))
  // f at the start comes with what is shown of it; two more corners, then one or two in most steps.
  expect([evaluations[0], evaluations[1]]).toEqual([0, expect.toSatisfy((spent: number) => spent >= 4 && spent <= 6)])
  expect(evaluations.at(-1)).toBeLessThan(1 + 2 + 2 * 30)
  expect(bowl.counts.values - before.values).toBeGreaterThanOrEqual((evaluations.at(-1) ?? 0) - 1)
  const noisy = { ...plan, noise: { sigma: 1, seed: 3 } }
  expect(reportOf(bowl, noisy, 100).points).toEqual(reportOf(bowl, plan, 100).points)
})
