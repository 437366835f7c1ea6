import { compile } from '@core/objective'
import { Cancelled } from '@core/pulse'
import { minimumReport } from '@core/study/minimum/minimum'
import type { Interval } from '@shared/interval'
import { describe, expect, test } from 'vitest'

const names = ['x', 'y', 'z', 'w']
const usual: Interval = { min: -5, max: 5 }
interface Asked {
  readonly start?: readonly number[]
  readonly ranges?: readonly Interval[]
}
function minimumOf(formula: string, { start = [2, 1.5], ranges }: Asked = {}, beat = () => {}) {
  const objective = compile(formula, names.slice(0, start.length))
  return minimumReport(objective, start, ranges ?? start.map(() => usual), { beat })
}

/** Minima as published or by hand; several that are equally low: any of them. */
const known: [name: string, formula: string, minima: number[][], value: number][] = [
  ['a bowl', 'x^2 + y^2 - 3', [[0, 0]], -3],
  ['Rosenbrock', '(1 - x)^2 + 100(y - x^2)^2', [[1, 1]], 0],
  [
    'Himmelblau',
    '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    [
      [3, 2],
      [-2.805118086953, 3.131312518251],
      [-3.779310253378, -3.283185991286],
      [3.584428340331, -1.848126526964]
    ],
    0
  ],
  ['Beale', '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2', [[3, 0.5]], 0],
  ['Booth', '(x + 2y - 7)^2 + (2x + y - 5)^2', [[1, 3]], 0],
  ['Matyas', '0.26(x^2 + y^2) - 0.48x*y', [[0, 0]], 0],
  ['three-hump camel', '2x^2 - 1.05x^4 + x^6/6 + x*y + y^2', [[0, 0]], 0],
  [
    'six-hump camel',
    '(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (-4 + 4y^2)*y^2',
    [
      [0.08984201, -0.7126564],
      [-0.08984201, 0.7126564]
    ],
    -1.0316284535
  ],
  [
    'Goldstein–Price',
    '(1 + (x+y+1)^2*(19 - 14x + 3x^2 - 14y + 6x*y + 3y^2))*(30 + (2x-3y)^2*(18 - 32x + 12x^2 + 48y - 36x*y + 27y^2))',
    [[0, -1]],
    3
  ],
  [
    'Styblinski–Tang',
    '(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2',
    [[-2.903534027771, -2.903534027771]],
    -78.332331407546
  ],
  ['Powell’s flat quartic', 'x^4 + y^4', [[0, 0]], 0],
  ['a well', '-exp(-(x - 1)^2 - (y + 2)^2)', [[1, -2]], -1],
  ['an entropy', 'x*log(x) + y*log(y)', [[1 / Math.E, 1 / Math.E]], -2 / Math.E],
  ['a corner', 'abs(x - 1) + abs(y + 2)', [[1, -2]], 0],
  ['a crease', '10abs(x - y) + abs(x + y - 2)', [[1, 1]], 0],
  ['a cone', 'sqrt(x^2 + y^2)', [[0, 0]], 0],
  ['the largest of three', 'max(x, y, -x - y)', [[0, 0]], 0],
  ['the edge of a domain', 'sqrt(x) + (y - 1)^2', [[0, 1]], 0],
  ['x − log x', 'x - log(x) + y^2', [[1, 0]], 1],
  ['a cusp', 'sqrt(abs(x^2 - x/3 - 2)) + y^2 + x/10', [[(1 / 3 - Math.sqrt(1 / 9 + 8)) / 2, 0]], -0.12573339575529],
  ['a bent crease', '10abs(y - x^2) + abs(1 - x)', [[1, 1]], 0],
  ['a steep crease', 'max(abs(x), abs(y), 1000abs(x - y))', [[0, 0]], 0],
  ['Ackley’s function', '20 - 20exp(-0.2sqrt((x^2 + y^2)/2)) + e - exp((cos(2pi*x) + cos(2pi*y))/2)', [[0, 0]], 0],
  ['a bowl as flat as 1e−9', '1e-9*((x - 3)^2 + y^2)', [[3, 0]], 0]
]

describe('the minimum that is found', () => {
  test.each(known)('of %s is the known one: %s', (_, formula, minima, value) => {
    const report = minimumOf(formula)
    const far = minima.map((at) =>
      Math.hypot(...at.map((coordinate, i) => coordinate - (report.point?.[i] ?? Number.NaN)))
    )
    // A quartic is level to the last digit of f for 1e-4 around.
    expect(Math.min(...far)).toBeLessThan(1e-6)
    expect(Math.abs(report.value - value)).toBeLessThan(1e-9)
    expect(report).toMatchObject({ kind: 'minimum', unbounded: false })
    expect(report.agreeing).toBeGreaterThan(0)
    expect(report.agreeing).toBeLessThanOrEqual(report.starts)
  })

  test('of one variable, of three and of four', () => {
    expect(minimumOf('x^4 - 4x^2 + x', { start: [1] }).point?.[0]).toBeCloseTo(-1.473, 3)
    expect(minimumOf('(x-1)^2 + (y-2)^2 + (z-3)^2 + x*y', { start: [0, 0, 0] }).point).toEqual(
      [0, 2, 3].map((at) => expect.closeTo(at, 9))
    )
    const wood = '100(y-x^2)^2 + (1-x)^2 + 90(w-z^2)^2 + (1-z)^2 + 10(y+w-2)^2 + 0.1(y-w)^2'
    expect(minimumOf(wood, { start: [-3, -1, -3, -1] }).point).toEqual([1, 1, 1, 1].map((at) => expect.closeTo(at, 8)))
  })

  test('comes with ‖∇f‖ and the eigenvalues of the Hessian there: 0.39936 and 1001.6 for Rosenbrock', () => {
    const { norm, eigenvalues } = minimumOf('(1 - x)^2 + 100(y - x^2)^2')
    expect(norm).toBeLessThan(1e-12)
    // Trace 1002, determinant 400.
    expect(eigenvalues?.map((value) => value * (1002 - value))).toEqual([400, 400].map((at) => expect.closeTo(at, 6)))
  })

  test('is the nearest to the start of those equally low, and the others are named', () => {
    const himmelblau = '(x^2 + y - 11)^2 + (x + y^2 - 7)^2'
    for (const start of [
      [3, 2.5],
      [-3, 3],
      [-4, -3],
      [3.5, -2]
    ]) {
      const { point, others, agreeing, starts } = minimumOf(himmelblau, { start })
      expect(point?.map(Math.sign)).toEqual(start.map(Math.sign))
      expect(others.map(({ asLow }) => asLow)).toEqual([true, true, true])
      expect(agreeing).toBeLessThan(starts)
    }
  })

  test('is the nearest to the start wherever that is: of cos at the odd multiples of π', () => {
    for (let x = -19.75; x < 19; x += 0.5) {
      const { point, others } = minimumOf('cos(x)', { start: [x], ranges: [{ min: -20, max: 20 }] })
      const equals = others.filter(({ asLow }) => asLow)
      const far = [point ?? [], ...equals.map((other) => other.point)].map(([at]) => Math.abs((at ?? Number.NaN) - x))
      expect(far.length, `from ${x}`).toBeGreaterThan(4)
      expect(far, `from ${x}`).toEqual(far.toSorted((one, other) => one - other))
    }
  })

  test.each<[formula: string, minima: [number, number]]>([
    // Corners, known to some digits only, and flat places where f is 0 but for 1e-40.
    ['abs(x^2 - 2)', [-Math.SQRT2, Math.SQRT2]],
    ['abs(x^2 - x/3 - 2)', [(1 / 3 - Math.sqrt(1 / 9 + 8)) / 2, (1 / 3 + Math.sqrt(1 / 9 + 8)) / 2]],
    ['((x - 1)*(x + 1.3))^6', [-1.3, 1]],
    ['(x^2 - x/3 - 2)^4', [(1 / 3 - Math.sqrt(1 / 9 + 8)) / 2, (1 / 3 + Math.sqrt(1 / 9 + 8)) / 2]]
  ])(
    'is the nearest to the start of two that are equally low but for the last digits: %s',
    (formula, [left, right]) => {
      const middle = (left + right) / 2
      for (const start of [-4, -0.2, 0.2, 2].map((by) => middle + by)) {
        const { point, others } = minimumOf(formula, { start: [start] })
        const expected = start < middle ? [left, right] : [right, left]
        const found = [point, ...others.map((other) => other.point)].map((at) => at?.[0] ?? Number.NaN)
        expect(found, `from ${start}`).toHaveLength(2)
        for (const [i, at] of found.entries())
          expect(Math.abs(at - (expected[i] ?? 0)), `from ${start}`).toBeLessThan(1e-2)
      }
    }
  )

  test.each<[formula: string, widest: number]>([
    ['exp(x^2) - 5x^2 + 0.01x', 5],
    ['exp(x^2) - 5x^2 + 1e-6*x', 5],
    ['cosh(3x) - 10x^2 + 0.01x', 10],
    ['x^10 - x^2 + 0.001x', 10],
    ['(x^2 - 1)^2 + 0.01x', 1000],
    ['1e9*(x^2 - 1)^2 + x', 10]
  ])('is the lower of two, however high f is elsewhere: %s within ±%d', (formula, widest) => {
    for (const start of [2, -2, 0.1]) {
      const { point, value, others } = minimumOf(formula, { start: [start], ranges: [{ min: -widest, max: widest }] })
      expect(Math.sign(point?.[0] ?? 0)).toBe(-1)
      expect(others.map((other) => Math.sign(other.point[0] ?? 0))).toEqual([1])
      expect(others[0]).not.toHaveProperty('asLow')
      expect(value).toBeLessThan(others[0]?.value ?? Number.NaN)
    }
  })

  test('is the lowest of many where there are many: Rastrigin', () => {
    const { point, others } = minimumOf('20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)')
    expect(point).toEqual([0, 0])
    expect(others).toHaveLength(20)
    // Of equals the nearer first, whatever their last digits.
    const values = others.map(({ value }) => Math.round(value * 1e9))
    expect(values).toEqual([...values].sort((one, other) => one - other))
    expect(Math.min(...values)).toBeGreaterThan(0)
  })

  test.each<[name: string, formula: string, widest: number]>([
    ['a million times as steep as long', '(1 - x)^2 + 1e6*(y - x^2)^2', 5],
    ['seen from far away', '(1 - x)^2 + 100(y - x^2)^2', 1e4],
    ['with a crease on its ground', '10abs(y - x^2) + abs(1 - x)', 5],
    ['with a crease, straight and steep', 'max(abs(x - 1), abs(y - 1), 1000abs(x - y))', 5]
  ])('is the end of a narrow valley %s, no place on the way: %s within ±%d', (_, formula, widest) => {
    const range = { min: -widest, max: widest }
    const { point, norm, kind, others, evaluations } = minimumOf(formula, { start: [-1.2, 1], ranges: [range, range] })
    expect(point).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)])
    expect([kind, others]).toEqual(['minimum', []])
    if (formula.includes('abs')) return
    expect(norm).toBeLessThan(1e-9)
    expect(evaluations).toBeLessThan(150_000)
  })

  test('is within 1/1000 of the end where the ground of a valley bends with an endless slope on both sides', () => {
    // Bukin's sixth function: along no straight line does f fall from any point of the ground.
    const ranges = [
      { min: -15, max: -5 },
      { min: -3, max: 3 }
    ]
    const { point, others } = minimumOf('100sqrt(abs(y - 0.01x^2)) + 0.01abs(x + 10)', { start: [-14, 1], ranges })
    for (const found of [point, ...others.map((other) => other.point)]) {
      expect(Math.abs((found?.[0] ?? Number.NaN) + 10)).toBeLessThan(1e-3)
    }
  })

  test('may be any of a line of points: all starts agree', () => {
    for (const formula of ['(x - y)^2', '(x - y)^6', '(x^2 + y^2 - 1)^2', 'relu(x) + relu(y)', '3 + 0*x + 0*y']) {
      const { starts, agreeing, others, eigenvalues } = minimumOf(formula)
      expect([agreeing, others]).toEqual([starts, []])
      // At the corner of relu there are none.
      expect(eigenvalues?.[0] ?? 0).toBeCloseTo(0, 9)
    }
  })

  test.each([
    ['(x - y)^2', [2, 1.5]],
    ['(x - y)^2 + 7', [2, 1.5]],
    ['(x^2 + y^2 - 1)^2', [2, 1.5]],
    ['(x*y - 1)^2', [2, 1.5]],
    ['abs(x - y)', [2, 1.5]],
    ['abs(x + y/3 - 1)', [2, 1.5]],
    ['relu(x) + relu(y)', [2, 1.5]],
    ['5 + 0*x', [1]],
    ['relu(abs(x) - 1)', [2]],
    ['(x + y + z - 1)^2', [1, 2, 3]]
  ])('is told to be one of a line or an area of them: %s', (formula, start) => {
    const { stretch, agreeing, starts, others } = minimumOf(formula, { start })
    expect(stretch).toBe(true)
    expect(others).toEqual([])
    // Of many ends along a crease some are not followed to the last digits.
    expect(agreeing).toBeGreaterThan(starts / 4)
  })

  test.each(['abs(x^2 + y^2 - 4)', 'abs(y - x^2)'])(
    'is told to be one of a line of them that is bent: %s',
    (formula) => {
      expect(minimumOf(formula).stretch).toBe(true)
      expect(minimumOf(formula, { start: [1, 2] }).stretch).toBe(true)
    }
  )

  test.each([
    ['x^4 + y^2', [2, 1.5]],
    ['x^20 + y^2 + 1', [3, 1]],
    ['abs(x^2 - 2) + abs(y)', [2, 1.5]],
    ['x^4 + y^4 + 1', [2, 1.5]],
    ['x^6 + y^2 + 1', [2, 1.5]],
    ['(x - y)^4 + (x + y)^2', [2, 1.5]],
    ['x^2 + y^2', [2, 1.5]],
    ['1e-9*x^2 + y^2', [2, 1.5]],
    ['abs(x) + abs(y)', [2, 1.5]],
    ['x^4', [2]]
  ])('is a single one, however flat f is there: %s', (formula, start) => {
    const { stretch, others } = minimumOf(formula, { start })
    expect([stretch, others.filter(({ asLow }) => !asLow)]).toEqual([undefined, []])
  })

  test('tells the others that are equally low from those that are higher, and two flat ones are two', () => {
    const sine = minimumOf('sin(x)', { start: [0] })
    expect(sine.stretch).toBeUndefined()
    // f falls towards −5, too.
    expect(sine.others.filter(({ asLow }) => asLow)).toEqual([
      { point: [expect.closeTo(1.5 * Math.PI, 6)], value: -1, asLow: true }
    ])
    const flat = minimumOf('(x^2 - 1)^4 + y^2')
    expect(flat.stretch).toBeUndefined()
    expect(flat.others).toMatchObject([{ asLow: true }])
    const { others } = minimumOf('(x^2 - 4)^2*(x^2 + 1/4)', { start: [1] })
    expect(others.map(({ asLow }) => asLow)).toEqual([true, undefined])
  })

  test.each(['floor(x)^2 + y^2', 'floor(x + 1/2)^2 + y^2', 'ceil(x)^2 + abs(y)'])(
    'is no place where f leaps down on one side: %s',
    (formula) => {
      const objective = compile(formula, ['x', 'y'])
      for (const start of [1, 2, 3, -1.5]) {
        const { point, value, others } = minimumOf(formula, { start: [start, 1] })
        expect(value, `from ${start}`).toBe(0)
        for (const found of [{ point: point ?? [], value }, ...others]) {
          const [x = Number.NaN, y = Number.NaN] = found.point
          const around = [-1e-6, 1e-6].flatMap((by) => [objective.value([x + by, y]), objective.value([x, y + by])])
          expect(Math.min(...around), `at ${x}, ${y}`).toBeGreaterThan(found.value - 0.1)
        }
      }
    }
  )

  test('is not a saddle, though a start lies on the way to it', () => {
    const { point } = minimumOf('x^4 - 2x^2 + y^2', { start: [0, 3], ranges: [{ min: -3, max: 3 }, usual] })
    expect(point?.map(Math.abs)).toEqual([1, 0])
  })
})

describe('the edge of the ranges', () => {
  test.each<[formula: string, ranges: Interval[], point: number[], value: number]>([
    ['x + 2sin(x)', [{ min: 0, max: 10 }], [0], 0],
    ['x^2', [{ min: 1, max: 3 }], [1], 1],
    ['-x^2', [{ min: -2, max: 3 }], [3], -9],
    ['(x - 3)^2 + (y + 1)^2 + x*y', [usual, { min: 0, max: 2 }], [3, 0], 1],
    ['x + y', [usual, { min: -1, max: 2 }], [-5, -1], -6],
    // On the edge x = −1 the rest is lowest inside of it.
    ['x + (y - 0.5)^2', [{ min: -1, max: 1 }, usual], [-1, 0.5], -1],
    ['sqrt(x)', [{ min: 0, max: 4 }], [0], 0],
    ['abs(x) + y', [usual, { min: -1, max: 2 }], [0, -1], -1],
    ['100(y - x^2)^2 + (1 - x)^2', [{ min: -2, max: 0.5 }, usual], [0.5, 0.25], 0.25],
    [
      'x^2 + 1e-6*y',
      [
        { min: -1, max: 1 },
        { min: 0, max: 1e6 }
      ],
      [0, 0],
      0
    ]
  ])('is where %s is lowest within %j', (formula, ranges, point, value) => {
    const report = minimumOf(formula, { start: ranges.map(({ min, max }) => min + 0.7 * (max - min)), ranges })
    expect(report.point).toEqual(point.map((at) => expect.closeTo(at, 9)))
    expect(report.value).toBeCloseTo(value, 9)
    const along = point.flatMap((at, i) => (at === ranges[i]?.min || at === ranges[i]?.max ? [i] : []))
    expect(report.edges.map((edge) => edge.along)).toEqual(along)
  })

  test('is told with what f does beyond it', () => {
    const beyond = (formula: string, min: number, max: number) =>
      minimumOf(formula, { start: [min], ranges: [{ min, max }] }).edges.map((edge) => edge.beyond)
    expect(beyond('x', 0, 1)).toEqual(['falls'])
    expect(beyond('sqrt(x)', 0, 1)).toEqual(['undefined'])
    expect(beyond('x^2', 0, 1)).toEqual(['rises'])
    expect(beyond('abs(x)', 0, 1)).toEqual(['rises'])
    expect(beyond('x^2', -1, 1)).toEqual([])
  })

  test('is never left, whatever the function', () => {
    const formulas = ['x*y', 'sin(3x)*y - x', 'abs(x - 7) + (y + 9)^2', 'floor(x)*y', 'exp(x - y)', '-sqrt(abs(x + y))']
    const ranges = [
      { min: -1.3, max: 2.1 },
      { min: 0.2, max: 0.9 }
    ]
    for (const formula of formulas) {
      const { point, others } = minimumOf(formula, { start: [9, 9], ranges })
      for (const at of [point ?? [], ...others.map((other) => other.point)]) {
        for (const [i, coordinate] of at.entries()) {
          expect(coordinate, formula).toBeGreaterThanOrEqual(ranges[i]?.min ?? Number.NaN)
          expect(coordinate, formula).toBeLessThanOrEqual(ranges[i]?.max ?? Number.NaN)
        }
      }
      expect(point, formula).not.toBe(null)
    }
  })

  test('of a range without width holds its variable', () => {
    const { point, edges } = minimumOf('(x - 1)^2 + (y - 2)^2', { ranges: [{ min: 3, max: 3 }, usual] })
    expect(point).toEqual([3, 2])
    expect(edges).toEqual([])
  })
})

describe('what lies outside of the ranges', () => {
  test.each([
    ['x + 2sin(x)', [{ min: 0, max: 10 }]],
    ['-exp(x)', [{ min: -1, max: 1 }]],
    ['tan(x)', [{ min: -1, max: 1 }]],
    ['-log(x)', [{ min: 1, max: 5 }]],
    ['x^3 + y^2', [usual, usual]],
    ['x - y^2', [usual, usual]],
    ['x*y', [usual, usual]],
    ['x^3 - 3x*y^2', [usual, usual]],
    ['(x + y)^2 - (x - y)^4', [usual, usual]],
    [
      'sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1',
      [
        { min: -1.5, max: 4 },
        { min: -3, max: 4 }
      ]
    ],
    ['sin(x + y) + (2x - y)^2 - x', [usual, usual]],
    [
      '-abs(sin(x)*cos(y)*exp(abs(1 - sqrt(x^2 + y^2)/pi)))',
      [
        { min: -10, max: 10 },
        { min: -10, max: 10 }
      ]
    ],
    [
      '-x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))',
      [
        { min: -500, max: 500 },
        { min: -500, max: 500 }
      ]
    ],
    [
      '-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - y - 47)))',
      [
        { min: -512, max: 512 },
        { min: -512, max: 512 }
      ]
    ]
  ])('is told where %s has no bottom there, but is never the answer', (formula, ranges) => {
    const report = minimumOf(formula, { start: ranges.map(({ min, max }) => min + 0.4 * (max - min)), ranges })
    expect(report).toMatchObject({ outside: 'bottomless', unbounded: false })
    for (const [i, { min, max }] of ranges.entries()) {
      expect(report.point?.[i]).toBeGreaterThanOrEqual(min)
      expect(report.point?.[i]).toBeLessThanOrEqual(max)
    }
  })

  test.each([
    'exp(-x) + y^2',
    'exp(-x) + exp(y)',
    'atan(x) + y^2',
    'log(1 + exp(-x)) + y^2',
    '1/log(3 + abs(x)) + y^2'
  ])('is lower, but not without a bound: %s', (formula) => {
    expect(minimumOf(formula)).toMatchObject({ kind: 'minimum', outside: 'lower', unbounded: false })
  })

  test('is lower where the minimum lies outside, also far away', () => {
    expect(minimumOf('(x - 7)^2 + y^2')).toMatchObject({ point: [5, 0], outside: 'lower' })
    expect(minimumOf('(x - 1000)^2', { start: [1] })).toMatchObject({ point: [5], outside: 'lower' })
  })

  test.each(['x^2 + y^2', 'cos(x) + cos(y)', '(x - y)^2', 'x^2*y^2', '20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)'])(
    'is nothing to speak of where f is as low at best: %s',
    (formula) => {
      expect(minimumOf(formula)).toMatchObject({ outside: null, unbounded: false })
    }
  )
})

describe('a function without a bottom within the ranges', () => {
  test.each([
    'log(x) + log(y)',
    '1/x + y^2',
    'tan(x) + y^2',
    '-1/x^2 + y^2',
    'log(x^2 + y^2)',
    'log(abs(x)) + y^2',
    'log(abs(x^2 - 2)) + y^2',
    'log(abs(y - x^2))',
    '1/(x*y)',
    '1/(x^2 - 1) + y^2'
  ])('%s has no minimum, since it falls below every bound', (formula) => {
    expect(minimumOf(formula)).toMatchObject({
      point: null,
      kind: null,
      unbounded: true,
      agreeing: 0,
      others: [],
      outside: null
    })
  })

  test('is told of one variable too, also where the pole is the edge', () => {
    for (const formula of ['log(x)', '-1/x^2', 'log(abs(x))', 'x/(x - 1)']) {
      const range = { min: 0, max: 5 }
      expect(minimumOf(formula, { start: [1.5], ranges: [range] }), formula).toMatchObject({
        point: null,
        unbounded: true
      })
      expect(minimumOf(formula, { start: [1.5] }), formula).toMatchObject({ point: null, unbounded: true })
    }
  })
})

test('as deep as 10¹³ a minimum is one all the same', () => {
  for (const formula of ['1e13*(x^2 - 1)', '1e13*(abs(x) - 1)']) {
    expect(minimumOf(formula, { start: [1] }), formula).toMatchObject({ point: [0], kind: 'minimum', unbounded: false })
  }
})

test('where f is defined nowhere in sight nothing is found, and nothing is said', () => {
  const report = minimumOf('log(x)', { start: [-3], ranges: [{ min: -5, max: -1 }] })
  expect(report).toMatchObject({ point: null, value: Number.NaN, starts: 0, agreeing: 0, unbounded: false })
})

test('where f is level there is a point, but no minimum', () => {
  expect(minimumOf('3 + 0*x + 0*y')).toMatchObject({ point: [2, 1.5], value: 3, norm: 0, kind: 'level' })
})

test('the same question has the same answer, and tells what it cost', () => {
  const formula = 'sin(3x)*cos(2y) + (x^2 + y^2)/20'
  const objective = compile(formula, ['x', 'y'])
  const ranges = [usual, usual]
  const first = minimumReport(objective, [1, 1], ranges)
  const { values, gradients, hessians } = objective.counts
  expect(first.evaluations).toBe(values + gradients + 2 * hessians)
  expect(minimumReport(objective, [1, 1], ranges)).toEqual(first)
  expect(minimumOf(formula, { start: [1, 1] })).toEqual(first)
})

test('fifty variables are few enough', () => {
  const many = Array.from({ length: 50 }, (_, i) => `x${i}`)
  const chain = many.slice(1).map((name, i) => `(${name} - x${i}^2)^2 + (1 - x${i})^2`)
  const report = minimumReport(
    compile(chain.join(' + '), many),
    many.map(() => -1),
    many.map(() => ({ min: -2, max: 2 }))
  )
  expect(report.value).toBeLessThan(1e-9)
})

test('it shows that it lives after every few hundred evaluations, with kinks as without', () => {
  for (const formula of ['10abs(y - x^2) + abs(1 - x)', '(1 - x)^2 + 1e6*(y - x^2)^2', 'x^4 + y^4']) {
    const objective = compile(formula, ['x', 'y'])
    const asked = () => objective.counts.values + objective.counts.gradients + 2 * objective.counts.hessians
    let [before, most] = [0, 0]
    const beat = () => {
      most = Math.max(most, asked() - before)
      before = asked()
    }
    minimumReport(objective, [-1.2, 1], [usual, usual], { beat })
    expect(most, formula).toBeLessThan(500)
  }
})

test('it is cancelled at once', () => {
  let beats = 0
  const beat = () => {
    if (++beats > 5) throw new Cancelled()
  }
  expect(() => minimumOf('(1 - x)^2 + 100(y - x^2)^2', {}, beat)).toThrow(Cancelled)
  expect(beats).toBe(6)
})
