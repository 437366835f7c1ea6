import { criticalPoints } from '@core/critical/points'
import { compile } from '@core/objective'
import { Cancelled, steady } from '@core/pulse'
import type { Interval } from '@shared/interval'
import type { CriticalPoint } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const square = (most: number) => ({ min: -most, max: most })

/** The critical points of a formula in x and y. */
const found = (formula: string, x: Interval, y: Interval = x) =>
  criticalPoints(compile(formula, ['x', 'y']), [0, 1], [0, 0], { x, y }, steady)

/** How many there are of each kind. */
function counts(points: readonly CriticalPoint[]): Partial<Record<CriticalPoint['kind'], number>> {
  const kinds = points.map(({ kind }) => kind)
  return Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]))
}

type Expected = readonly [kind: CriticalPoint['kind'], x: number, y: number]

/** Every expected point is found, no other is, and all of them to `digits` decimals. */
function expectPoints(points: readonly CriticalPoint[], expected: readonly Expected[], digits = 10) {
  expect(points).toHaveLength(expected.length)
  for (const [kind, x, y] of expected) {
    const distances = points.map((point) => Math.hypot(point.x - x, point.y - y))
    const nearest = points[distances.indexOf(Math.min(...distances))]
    expect(nearest).toMatchObject({ kind, x: expect.closeTo(x, digits), y: expect.closeTo(y, digits) })
  }
}

/** Coefficients of the polynomial with these roots, the constant one first. */
function polynomial(roots: readonly number[]): readonly number[] {
  let product = [1]
  for (const root of roots) product = [0, ...product].map((below, i) => below - root * (product[i] ?? 0))
  return product
}

/** As a formula, a polynomial whose derivative has these roots. */
function integral(variable: string, roots: readonly number[]): string {
  return polynomial(roots)
    .map((coefficient, i) => `(${coefficient})*${variable}^${i + 1}/${i + 1}`)
    .join('+')
}

/** Whether a polynomial with these simple roots passes the one with this index upwards. */
const isUpwards = (roots: readonly number[], index: number) =>
  roots.filter((root) => root > (roots[index] as number)).length % 2 === 0

/** One to four roots in −3 … 3, at least a quarter apart. */
const someRoots = fc
  .uniqueArray(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 4 })
  .map((quarters) => quarters.map((quarter) => quarter / 4))

describe('criticalPoints', () => {
  test('of a sum of polynomials stand on the grid of their derivatives’ roots, each as the second derivatives say', () => {
    fc.assert(
      fc.property(someRoots, someRoots, (across, up) => {
        const { points, connected } = found(`${integral('x', across)} + ${integral('y', up)}`, square(3.5))
        expect(connected).toBe(false)
        const expected = across.flatMap((x, i) =>
          up.map((y, j): Expected => {
            const [right, top] = [isUpwards(across, i), isUpwards(up, j)]
            return [right === top ? (right ? 'minimum' : 'maximum') : 'saddle', x, y]
          })
        )
        expectPoints(points, expected, 8)
        expect(points.every(({ decided }) => decided)).toBe(true)
      }),
      { seed: 4, numRuns: 25 }
    )
  })

  test('of a product of two parabolas are its vertex and the four crossings of their zeros', () => {
    const pair = fc.tuple(fc.integer({ min: -8, max: -1 }), fc.integer({ min: 1, max: 8 }))
    fc.assert(
      fc.property(pair, pair, ([left, right], [low, high]) => {
        const { points } = found(`(x-(${left}))*(x-(${right}))*(y-(${low}))*(y-(${high}))`, square(9), square(10))
        const crossings = [left, right].flatMap((x) => [low, high].map((y): Expected => ['saddle', x, y]))
        // Both factors are negative and lowest there, so their product is positive and highest.
        expectPoints(points, [...crossings, ['maximum', (left + right) / 2, (low + high) / 2]])
      }),
      { seed: 5, numRuns: 15 }
    )
  })

  test('of Himmelblau’s function are its four minima, four saddles and one maximum', () => {
    const { points, connected } = found('(x^2+y-11)^2+(x+y^2-7)^2', square(5))
    expect(connected).toBe(false)
    // Himmelblau, Applied Nonlinear Programming (1972); more digits by bisection of the resultant.
    expectPoints(
      points,
      [
        ['minimum', 3, 2],
        ['minimum', -2.805118086952745, 3.131312518250573],
        ['minimum', -3.779310253377747, -3.28318599128617],
        ['minimum', 3.584428340330492, -1.848126526964404],
        ['saddle', 3.385154183607, 0.073851879838],
        ['saddle', 0.086677504555, 2.884254701175],
        ['saddle', -3.073025750764, -0.081353044288],
        ['saddle', -0.127961346731, -1.953714980245],
        ['maximum', -0.270844590667, -0.92303855648]
      ],
      10
    )
    expect(points.map(({ value }) => value)).toEqual(points.map(({ value }) => value).toSorted((a, b) => a - b))
    expect(points.find(({ x }) => x === 3)).toEqual({ x: 3, y: 2, value: 0, kind: 'minimum', decided: true })
  })

  test('of the six-hump camel are as many as its resultant has roots', () => {
    const { points } = found('(4-2.1*x^2+x^4/3)*x^2+x*y+(-4+4*y^2)*y^2', square(3), square(2))
    // ∂f/∂x = 0 gives y as a polynomial of x; put into ∂f/∂y it leaves one function of x alone.
    const yOf = (x: number) => -(8 * x - 8.4 * x ** 3 + 2 * x ** 5)
    const rest = (x: number) => x - 8 * yOf(x) + 16 * yOf(x) ** 3
    const roots: number[] = []
    for (let i = -30_001; i < 30_000; i += 2) {
      let [low, high] = [i / 10_000, (i + 2) / 10_000]
      if (rest(low) * rest(high) >= 0) continue
      for (let halving = 0; halving < 60; halving++) {
        const middle = (low + high) / 2
        if (rest(low) * rest(middle) <= 0) high = middle
        else low = middle
      }
      roots.push(low)
    }
    expect(roots).toHaveLength(15)
    expect(points.map(({ x }) => x).toSorted((a, b) => a - b)).toEqual(roots.map((root) => expect.closeTo(root, 10)))
    for (const { x, y } of points) expect(y).toBeCloseTo(yOf(x), 9)
    expect(counts(points)).toEqual({ minimum: 6, saddle: 7, maximum: 2 })
  })

  test('of Rosenbrock’s valley is one, its minimum', () => {
    expect(found('(1-x)^2+100*(y-x^2)^2', square(2), { min: -1, max: 3 })).toEqual({
      points: [{ x: 1, y: 1, value: 0, kind: 'minimum', decided: true }],
      connected: false
    })
  })

  test('of sin x cos y in −5 … 5 are 24', () => {
    const { points } = found('sin(x)*cos(y)', square(5))
    const [wholes, halves] = [[-1, 0, 1].map((k) => k * Math.PI), [-1.5, -0.5, 0.5, 1.5].map((k) => k * Math.PI)]
    const tops = halves.flatMap((x) =>
      wholes.map((y): Expected => [Math.sin(x) * Math.cos(y) > 0 ? 'maximum' : 'minimum', x, y])
    )
    expectPoints(points, [...tops, ...wholes.flatMap((x) => halves.map((y): Expected => ['saddle', x, y]))], 13)
  })

  describe('where the Hessian matrix does not decide, are told by what is around:', () => {
    test.each([
      ['x^3 - 3*x*y^2', 'saddle'],
      ['x^4 + y^4', 'minimum'],
      ['-x^4 - y^2', 'maximum'],
      ['x^4 - y^4', 'saddle'],
      ['x^3 + y^2', 'saddle'],
      ['x^20 + y^20 + 1', 'minimum'],
      ['y^2 - x^6', 'saddle'],
      // Peano's: rising along every straight line, and falling between two parabolas.
      ['(y - x^2)*(y - 3*x^2)', 'saddle'],
      ['(y - x^2)*(y - 1.03*x^2)', 'saddle'],
      ['-(x - 0.9*y^2)*(x - 0.99*y^2)', 'saddle'],
      ['abs(x)^1.5 + abs(y)^1.5', 'minimum'],
      ['1e6 + x^4 + y^4', 'minimum']
    ] as const)('%s at 0: %s', (formula, kind) => {
      const { points, connected } = found(formula, { min: -2, max: 2.5 })
      expect(points).toEqual([expect.objectContaining({ x: 0, y: 0, kind, decided: false })])
      expect(connected).toBe(false)
    })
  })

  test('that rounding hides in a written-out power are found at the round place, once', () => {
    const { points } = found('x^4-4*x^3+6*x^2-4*x+1 + y^2', square(3))
    expect(points).toEqual([{ x: 1, y: 0, value: 0, kind: 'minimum', decided: false }])
  })

  test('at a flat place without a round number are one, too', () => {
    expectPoints(found('(x-pi)^4 + (y-e)^2', square(6)).points, [['minimum', Math.PI, Math.E]], 9)
  })

  test('are told from a valley that hardly rises', () => {
    expect(found('x^2 + 1e-10*y^2', square(5)).points).toEqual([
      { x: 0, y: 0, value: 0, kind: 'minimum', decided: true }
    ])
  })

  describe('that are whole lines or areas are told so, with a few examples:', () => {
    test.each([
      ['(x-y)^2', 'minimum', (x: number, y: number) => x - y],
      ['x^2 + 2*x*y + y^2', 'minimum', (x: number, y: number) => x + y],
      // Their Hessian matrices are singular but for rounding.
      ['(0.3*x - 0.7*y)^2', 'minimum', (x: number, y: number) => 0.3 * x - 0.7 * y],
      ['-(pi*x + y)^2', 'maximum', (x: number, y: number) => Math.PI * x + y],
      ['cosh(0.1*x + 0.7*y)', 'minimum', (x: number, y: number) => 0.1 * x + 0.7 * y],
      ['-x^4', 'maximum', (x: number) => x],
      ['x^2*y^2', 'minimum', (x: number, y: number) => x * y],
      ['max(0, x)^3 + y^2', 'minimum', (x: number, y: number) => Math.max(0, x) + y ** 2],
      ['3', 'level', () => 0],
      ['floor(x)', 'level', () => 0]
    ] as const)('%s', (formula, kind, rest) => {
      const { points, connected } = found(formula, square(2))
      expect(connected).toBe(true)
      expect(points.length).toBeGreaterThan(2)
      expect(points.length).toBeLessThan(20)
      expect(new Set(points.map((point) => point.kind))).toEqual(new Set([kind]))
      for (const { x, y } of points) expect(rest(x, y)).toBeCloseTo(0, 6)
    })
  })

  test('that are a line only but for rounding are no single ones', () => {
    for (const most of [1, 2, 5]) {
      const { points, connected } = found('exp(-(x+pi*y)^2)', square(most))
      expect(connected).toBe(true)
      expect(points.length).toBeLessThanOrEqual(12)
      for (const { x, y } of points) expect(x + Math.PI * y).toBeCloseTo(0, 9)
    }
  })

  test('that rounding hides are one point each, at every zoom', () => {
    const written = (a: number) => `x^4 - 4*${a}*x^3 + 6*${a}^2*x^2 - 4*${a}^3*x + ${a}^4 + y^2`
    for (const a of [1, 1.2345, 0.7, Math.SQRT2]) {
      for (const most of [0.5, 2, 8, 50]) {
        const { points } = found(written(a), { min: a - most, max: a + most }, square(most))
        expect(points, `${a} ± ${most}`).toHaveLength(1)
        expect(points[0]?.x).toBeCloseTo(a, 3)
      }
    }
  })

  test('on a ring are told from the one in its middle', () => {
    const { points, connected } = found('(x^2+y^2-1)^2', square(2))
    expect(connected).toBe(true)
    expect(points.filter(({ decided }) => decided)).toEqual([{ x: 0, y: 0, value: 1, kind: 'maximum', decided: true }])
    for (const { x, y, decided } of points) if (!decided) expect(Math.hypot(x, y)).toBeCloseTo(1, 9)
  })

  describe('are none where the slope only becomes small, jumps, or has no end:', () => {
    test.each([
      ['x + y', square(5)],
      ['e^x + y', square(5)],
      ['e^x + y^2', square(40)],
      // Out there e^x is 0 as a number.
      ['e^x + y^2', { min: -1000, max: 5 }],
      ['sigmoid(x) + y^2', square(50)],
      ['tanh(x) + y^2', square(50)],
      ['e^(-(x^2+y^2))', { min: 3, max: 6 }],
      ['e^(-(x^2+y^2))', { min: 1, max: 100 }],
      ['e^(-(x^2+y^2))', { min: 1, max: 2000 }],
      ['1/(x^2+y^2)', square(5)],
      ['x*sqrt(x) + y^2', { min: -2, max: 5 }],
      ['sin(x)/x + y^2', square(3)],
      ['e^(-1/x^2) + y^2', square(3)],
      ['tan(x) + tan(y)', square(5)],
      ['x^3 + 0.001*x + y^2', square(2)],
      ['ln(x-9) + y', square(5)]
    ] as const)('%s', (formula, range) => {
      const { points, connected } = found(formula, range)
      expect(connected).toBe(false)
      expect(points).toEqual([])
    })
  })

  test('on the edge of the ranges are found, a hair beyond they are not', () => {
    expect(found('(x-1)^2 + y^2', { min: 1, max: 3 }, { min: 0, max: 1 }).points).toHaveLength(1)
    expect(found('(x-1)^2 + y^2', { min: 1.000001, max: 3 }, square(1)).points).toEqual([])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 2, max: 99 }), (p, q) => {
        const edge = p / q
        expect(found(`(${q}*x - ${p})^2 + y^2`, { min: edge, max: edge + 1 }, square(1)).points).toHaveLength(1)
        expect(found(`y^2 + cos(${q}*x - ${p})`, { min: edge - 1 / q, max: edge }, square(1)).points).toHaveLength(1)
      }),
      { seed: 8, numRuns: 20 }
    )
    // Where √c is no number, the nearest place without slope may be the number beyond it.
    for (let c = 2; c < 30; c++) {
      const edge = Math.sqrt(c)
      for (const range of [
        { min: edge, max: edge + 1 },
        { min: edge - 1, max: edge }
      ])
        expect(found(`x^3/3 - ${c}*x + y^2`, range, square(1)).points, `${c}`).toHaveLength(1)
    }
  })

  test('are looked for in the plane of two variables, the others and the parameters as they are', () => {
    const objective = compile('a*(u - w)^2 + (v - b*w)^2 + w^3', ['w', 'u', 'v'], { a: 2, b: 3 })
    const ranges = { x: square(10), y: square(10) }
    const at = (point: readonly number[], axes: readonly [number, number] = [1, 2]) =>
      criticalPoints(objective, axes, point, ranges, steady).points
    expect(at([2, 0, 0])).toEqual([{ x: 2, y: 6, value: 8, kind: 'minimum', decided: true }])
    expect(at([2, 0, 0], [2, 1])).toEqual([{ x: 6, y: 2, value: 8, kind: 'minimum', decided: true }])
    objective.set({ a: -1, b: 3 })
    expect(at([-1, 0, 0])).toEqual([{ x: -1, y: -3, value: -1, kind: 'saddle', decided: true }])
  })

  describe('of more than 60 those nearest the middle are given, in views of any size:', () => {
    const isOdd = (n: number) => n % 2 !== 0
    test.each([
      ['sin(x)*sin(y)', (i: number, j: number) => isOdd(i) === isOdd(j)],
      ['cos(x)*cos(y)', (i: number, j: number) => isOdd(i) === isOdd(j)],
      ['sin(x)+sin(y)', (i: number, j: number) => isOdd(i) && isOdd(j)]
    ])('%s', (formula, isCritical) => {
      // In quarters of the period.
      const whole = Array.from({ length: 41 }, (_, i) => i - 20)
      const all = whole.flatMap((i) => whole.filter((j) => isCritical(i, j)).map((j) => [i, j] as const))
      const distances = all.map(([i, j]) => Math.hypot(i, j)).toSorted((one, other) => one - other)
      for (const most of [20, 40, 63, 100, 200]) {
        const { points, more } = found(formula, square(most))
        expect(more).toBe(true)
        const given = points.map(({ x, y }) => Math.hypot(x, y) / (Math.PI / 2)).toSorted((one, other) => one - other)
        expect(given).toEqual(distances.slice(0, 60).map((distance) => expect.closeTo(distance, 9)))
      }
    })
  })

  test('are found in views much wider than where they are', () => {
    const himmelblau = '(x^2+y-11)^2+(x+y^2-7)^2'
    for (const most of [10, 100, 200, 500, 1000, 5000, 1e5]) {
      expect(counts(found(himmelblau, square(most)).points)).toEqual({ minimum: 4, saddle: 4, maximum: 1 })
      expect(found(himmelblau, square(most)).connected).toBe(false)
    }
    for (const most of [5, 500, 1e4]) {
      expectPoints(found('x/(1+x^2+y^2)', square(most)).points, [
        ['minimum', -1, 0],
        ['maximum', 1, 0]
      ])
    }
    const wide = (formula: string, x: Interval, y: Interval) => found(formula, x, y).points
    const pair: readonly Expected[] = [
      ['minimum', -1, 0],
      ['maximum', 1, 0]
    ]
    expectPoints(wide('x/(1+x^2+y^2)', { min: -3000, max: 9000 }, { min: -100, max: 7000 }), pair)
    // One axis may be much longer than the other.
    expectPoints(wide('x/(1+x^2+(y-0.3)^2)', square(5000), square(2)), [
      ['minimum', -1, 0.3],
      ['maximum', 1, 0.3]
    ])
    const row = `${integral('(x-300)', [-2, -1, 0, 1, 2])} + (y-100)^2`
    for (const most of [500, 2000])
      expect(counts(wide(row, square(most), square(most)))).toEqual({ minimum: 3, saddle: 2 })
  })

  test('are found in wide views wherever they are', () => {
    const place = fc.double({ min: -0.9, max: 0.9, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(100, 300, 1000, 3000, 1e4), place, place, (most, x, y) => {
        const formula = '((x-a)^2+(y-b)-11)^2+((x-a)+(y-b)^2-7)^2'
        const objective = compile(formula, ['x', 'y'], { a: x * most, b: y * most })
        const ranges = { x: square(most), y: square(most) }
        const { points } = criticalPoints(objective, [0, 1], [0, 0], ranges, steady)
        expect(counts(points)).toEqual({ minimum: 4, saddle: 4, maximum: 1 })
      }),
      { seed: 12, numRuns: 25 }
    )
  })

  test('are found at the end of a bent valley however narrow it is', () => {
    for (const steep of [100, 1e4, 1e8]) {
      for (const most of [2, 5, 100, 1e4]) {
        const { points, connected } = found(`(1-x)^2+${steep}*(y-x^2)^2`, square(most))
        expect(points).toEqual([{ x: 1, y: 1, value: 0, kind: 'minimum', decided: expect.any(Boolean) }])
        expect(connected).toBe(false)
      }
    }
  })

  test('are found on a hill a hundredth as wide as the view, anywhere', () => {
    const place = fc.integer({ min: -450, max: 450 })
    fc.assert(
      fc.property(place, place, (x, y) => {
        const { points } = found(`exp(-1000((x-(${x / 100}))^2+(y-(${y / 100}))^2))`, square(5))
        expectPoints(points, [['maximum', x / 100, y / 100]], 9)
      }),
      { seed: 6, numRuns: 15 }
    )
  })

  test('are the same with ranges either way round, and none without width', () => {
    const down = { min: 5, max: -5 }
    expect(found('x^2+y^2', down)).toEqual(found('x^2+y^2', square(5)))
    expect(found('x^2+y', down, square(5))).toEqual(found('x^2+y', square(5)))
    for (const range of [
      { min: 1, max: 1 },
      { min: 1, max: 1 + 2 ** -50 },
      { min: -1.5e308, max: 1.5e308 }
    ]) {
      for (const formula of ['x^2+y^2', '(x-1)^2 + (y-1)^2', '3']) {
        expect(found(formula, range)).toEqual({ points: [], connected: false })
        expect(found(formula, square(1), range)).toEqual({ points: [], connected: false })
      }
    }
  })

  test('are none beside a kink towards which a slope vanishes', () => {
    expect(found('abs(sin(x)) + x + y^2', square(3)).points).toEqual([])
    expect(found('abs(sin(x)) + x + y^2', { min: -4, max: 5 }).points).toEqual([])
    expect(found('max(x^2, 2*x^2+x*abs(x)+x) + y^2', square(2)).points).toEqual([])
    expect(found('floor(x) + (x-1)^2*(x-1) + y^2', square(3)).points).toEqual([])
  })

  test('where the curvature has no end are not said to be decided by it', () => {
    for (const formula of ['abs(x)^1.5 + y^2', 'abs(x)^(4/3) + y^2', '-abs(y)^1.1']) {
      for (const { decided } of found(formula, square(2)).points) expect(decided).toBe(false)
    }
  })

  test('where the curvature is another on either side are not said to be decided by it', () => {
    expect(found('x*abs(x) + y^2', square(2)).points).toEqual([
      { x: 0, y: 0, value: 0, kind: 'saddle', decided: false }
    ])
    expect(found('x^2 + max(x, 0)^2 + y^2', square(2)).points).toEqual([
      { x: 0, y: 0, value: 0, kind: 'minimum', decided: false }
    ])
    // Here they are a line, which ends at 0.
    const { points, connected } = found('max(x, 0)^2 + y^2', square(2))
    expect(connected).toBe(true)
    for (const { decided } of points) expect(decided).toBe(false)
  })

  test('are found in views and at heights of any size', () => {
    for (const size of [1e-8, 1e6, 1e100]) {
      const { points } = found(`(x/${size}-1)^2 + (y/${size})^4`, square(2 * size))
      expect(points).toEqual([expect.objectContaining({ x: expect.closeTo(size, -100), y: 0, kind: 'minimum' })])
      expect((points[0]?.x ?? 0) / size).toBeCloseTo(1, 10)
      expect(found(`${size}*(x^2 - y^2)`, square(2)).points).toEqual([
        { x: 0, y: 0, value: 0, kind: 'saddle', decided: true }
      ])
    }
  })

  test('are found where squares of lengths are no numbers any more', () => {
    for (const most of [1e-200, 1e-160, 1e150]) {
      expect(found('x^2 + y^2', square(most)).points).toEqual([
        { x: 0, y: 0, value: 0, kind: 'minimum', decided: true }
      ])
      expect(found('x^2 - y^2', square(most)).points).toEqual([{ x: 0, y: 0, value: 0, kind: 'saddle', decided: true }])
    }
  })

  test('of many variables are found in their plane', () => {
    const variables = Array.from({ length: 50 }, (_, i) => `x${i}`)
    const terms = variables.slice(1).map((name, i) => `(1-x${i})^2 + 100*(${name}-x${i}^2)^2`)
    const objective = compile(terms.join('+'), variables)
    const ranges = { x: square(2), y: square(2) }
    const { points } = criticalPoints(
      objective,
      [3, 4],
      variables.map(() => 1),
      ranges,
      steady
    )
    const minimum = points.find(({ kind }) => kind === 'minimum')
    expect(minimum).toEqual({ x: 1, y: 1, value: 0, kind: 'minimum', decided: true })
  })

  test('of long formulas are looked for at fewer places, so that the answer is there soon', () => {
    const sines = Array.from({ length: 200 }, (_, i) => `sin(${i + 1}*x + y)*cos(${i + 2}*y)`)
    const objective = compile(sines.join('+'), ['x', 'y'])
    let looks = 0
    const pulse = { beat: () => void looks++ }
    const { more } = criticalPoints(objective, [0, 1], [0, 0], { x: square(5), y: square(5) }, pulse)
    expect(more).toBe(true)
    expect(looks * objective.cost).toBeLessThan(8e7)
    // Of many what is not the largest is no kink: to look at all of them takes its time.
    const largest = compile(`max(${sines.slice(0, 40).join(',')})`, ['x', 'y'])
    criticalPoints(largest, [0, 1], [0, 0], { x: square(5), y: square(5) }, steady)
    expect(largest.counts.gradients * largest.cost).toBeLessThan(3e7)
  })

  test('are looked for with a beat at every place, so that it can be called off', () => {
    let beats = 0
    const pulse = {
      beat() {
        beats++
        if (beats > 500) throw new Cancelled()
      }
    }
    const ranges = { x: square(2), y: square(2) }
    expect(() => criticalPoints(compile('x*y', ['x', 'y']), [0, 1], [0, 0], ranges, pulse)).toThrow(Cancelled)
    expect(beats).toBe(501)
  })
})
