import { describe, expect, test } from 'vitest'
import { lineOf, opened, type Walk } from '../../../../support/algorithm-runs'

const parabola: Walk = { formula: 'x^2', variables: ['x'], start: [3] }
/** ∇f = (x, 4y). */
const bowl: Walk = { formula: '(x^2 + 4*y^2)/2', variables: ['x', 'y'], start: [4, 1] }

const end = ({ after }: ReturnType<typeof opened>) => after.point
const outcomes = ({ algorithm }: ReturnType<typeof opened>) => algorithm.trials.map(({ outcome }) => outcome)

function expectNumbers(given: unknown, wanted: readonly number[] | readonly (readonly number[])[]) {
  const [numbers, known] = [given, wanted].map((one) => (one as number[][]).flat())
  expect(numbers).toHaveLength(known?.length ?? 0)
  known?.forEach((number, i) => {
    expect(numbers?.[i]).toBeCloseTo(number, 12)
  })
}

describe('gradient descent with backtracking', () => {
  test('x² at 3: α = 1 leads to −3, no lower; α = ½ leads to 3 − ½·6 = 0', () => {
    const step = opened(parabola, 'armijo', 1)
    expect(step.algorithm.trials).toEqual([
      { point: [-3], value: 9, length: 1, slope: Number.NaN, outcome: 'too-high' },
      { point: [0], value: 0, length: 0.5, slope: Number.NaN, outcome: 'accepted' }
    ])
    expect(lineOf(step, 'enough')).toEqual({ f: 9, f_next: 0, alpha: 0.5, slope: -36 })
    expect(end(step)).toEqual([0])
  })

  test('√x at ¼, slope 1: α = 1 and α = ½ leave the domain, α = ¼ leads to its edge 0', () => {
    const step = opened({ formula: 'sqrt(x)', variables: ['x'], start: [0.25] }, 'armijo', 1)
    expect(outcomes(step)).toEqual(['undefined', 'undefined', 'accepted'])
    expect(end(step)).toEqual([0])
  })
})

describe('gradient descent with Wolfe line search', () => {
  test('x² at 3: the first trial goes 1 far, to 2, too steep; the parabola through both has its minimum at α = ½', () => {
    const step = opened(parabola, 'wolfe', 1)
    expect(step.algorithm.trials.map(({ length }) => length)[0]).toBeCloseTo(1 / 6, 15)
    expect(outcomes(step)).toEqual(['too-steep', 'accepted'])
    expect(step.algorithm.trials.map(({ slope }) => slope)[0]).toBeCloseTo(-24, 12)
    expectNumbers(end(step), [0])
  })
})

describe('conjugate gradients on ½(x² + 4y²) from (4, 1)', () => {
  test('first step: α = 0.4, to (2.4, −0.6)', () => {
    const step = opened(bowl, 'conjugate', 1)
    expect(lineOf(step, 'move')['alpha']).toBeCloseTo(0.4, 12)
    expectNumbers(end(step), [2.4, -0.6])
  })

  test('second step: β = (2.4·(2.4 − 4) − 2.4·(−2.4 − 4))/32 = 0.36, p = (−3.84, 0.96), α = 0.625, to (0, 0)', () => {
    const step = opened(bowl, 'conjugate', 2)
    expect(lineOf(step, 'beta')['beta']).toBeCloseTo(0.36, 12)
    expectNumbers(lineOf(step, 'direction')['p'], [-3.84, 0.96])
    expect(lineOf(step, 'move')['alpha']).toBeCloseTo(0.625, 10)
    expectNumbers(end(step), [0, 0])
  })
})

/** The first trial of length 0.25 is taken: to (3, 0), with s = (−1, −1), y = (−1, −4). */
const quarter = { reach: Math.sqrt(32) / 4 }

describe('BFGS on ½(x² + 4y²) from (4, 1), first trial α = ¼', () => {
  const step = opened(bowl, 'bfgs', 1, quarter)

  test('moves to (3, 0): s = (−1, −1), y = (−1, −4)', () => {
    expectNumbers(end(step), [3, 0])
    expectNumbers(lineOf(step, 's')['s'], [-1, -1])
    expectNumbers(lineOf(step, 'y')['y'], [-1, -4])
  })

  test('begins with H = yᵀs/yᵀy·I = 5/17·I and learns H = (49 9; 9 19)/85', () => {
    expectNumbers(lineOf(step, 'scale')['H'], [
      [5 / 17, 0],
      [0, 5 / 17]
    ])
    expect(lineOf(step, 'rho')['rho']).toBeCloseTo(1 / 5, 12)
    const learnt = [
      [49 / 85, 9 / 85],
      [9 / 85, 19 / 85]
    ]
    expectNumbers(lineOf(step, 'update')['H_next'], learnt)
    expectNumbers(step.algorithm.memory['H'], learnt)
  })

  test('second step: p = −H·(3, 0) = (−147, −27)/85, tried at α = 1 first', () => {
    const second = opened(bowl, 'bfgs', 2, quarter)
    expectNumbers(lineOf(second, 'quasi-newton')['p'], [-147 / 85, -27 / 85])
    expect(second.algorithm.trials[0]?.length).toBe(1)
  })
})

describe.each(['bfgs', 'lbfgs'])('%s on (x − 1)²/2 + kxy from (0, 0), where s = (1, 0) and y = (1, k)', (id) => {
  const learnt = (k: string) =>
    opened({ formula: `(x - 1)^2/2 + ${k}*x*y`, variables: ['x', 'y'], start: [0, 0] }, id, 1)

  test('learns from the step while y·s is more than rounding beside ‖y‖‖s‖', () => {
    expect(learnt('10^13').algorithm.memory).not.toEqual({})
  })

  test('learns nothing where it is not', () => {
    const step = learnt('10^15')
    expect(end(step)).toEqual([1, 0])
    expect(lineOf(step, 'skip')).toEqual({ y: [1, 1e15], s: [1, 0], curvature: 1 })
    expect(step.algorithm.memory).toEqual({})
  })
})

describe('L-BFGS', () => {
  test('has the same second direction from its two loops: a = s·g/y·s = −3/5, q = (3, 0) + 3/5·(−1, −4), γ = 5/17', () => {
    const step = opened(bowl, 'lbfgs', 2, quarter)
    expectNumbers(lineOf(step, 'backward')['a'], [-3 / 5])
    expectNumbers(lineOf(step, 'backward')['q'], [12 / 5, -12 / 5])
    expect(lineOf(step, 'gamma')['gamma']).toBeCloseTo(5 / 17, 12)
    expectNumbers(lineOf(step, 'forward')['p'], [-147 / 85, -27 / 85])
  })

  test('keeps no more pairs than it may', () => {
    const step = opened({ ...bowl, formula: 'x^4 + y^2 + x*y' }, 'lbfgs', 5, { memory: 2 })
    expect(step.algorithm.memory['S']).toHaveLength(2)
  })
})

describe('Newton’s method', () => {
  test('x⁴ at 1: 1 − 4/12 = 2/3', () => {
    const step = opened({ formula: 'x^4', variables: ['x'], start: [1] }, 'newton', 1)
    expectNumbers(end(step), [2 / 3])
  })

  test('√(1 + x²) at 2: p = −10 is too long twice; α = ¼ leads to −0.5', () => {
    const step = opened({ formula: 'sqrt(1 + x^2)', variables: ['x'], start: [2] }, 'newton', 1)
    expect(outcomes(step)).toEqual(['too-high', 'too-high', 'accepted'])
    expectNumbers(end(step), [-0.5])
  })

  test('x² − y² at (1, ½): λ = −2, so τ = 2 + 2 = 4 and B = (6 0; 0 2); p = (−1/3, 1/2)', () => {
    const step = opened({ formula: 'x^2 - y^2', variables: ['x', 'y'], start: [1, 0.5] }, 'newton', 1)
    expect(lineOf(step, 'indefinite')['lambda']).toBeCloseTo(-2, 12)
    expect(lineOf(step, 'shift')['tau']).toBeCloseTo(4, 12)
    expectNumbers(lineOf(step, 'shifted')['B_new'], [
      [6, 0],
      [0, 2]
    ])
    expectNumbers(end(step), [2 / 3, 1])
  })
})

describe('trust region on ½(x² + 4y²) from (4, 1): Newton’s step is (−4, −1), the Cauchy point −0.4·(4, 4)', () => {
  test('radius 5: Newton’s step lies inside, and leads to (0, 0)', () => {
    expectNumbers(end(opened(bowl, 'trust-region', 1, { radius: 5 })), [0, 0])
  })

  test('radius 1: straight against the gradient to the edge; ratio 1, so the radius doubles', () => {
    const step = opened(bowl, 'trust-region', 1, { radius: 1 })
    expectNumbers(end(step), [4 - Math.SQRT1_2, 1 - Math.SQRT1_2])
    expect(lineOf(step, 'ratio')['ratio']).toBeCloseTo(1, 12)
    expect(step.algorithm.radius).toBe(1)
    expect(step.algorithm.memory['region']).toBe(2)
  })

  test('radius 3: the dogleg, with 6.12 θ² + 5.76 θ − 3.88 = 0', () => {
    const step = opened(bowl, 'trust-region', 1, { radius: 3 })
    const theta = lineOf(step, 'dogleg')['theta'] as number
    expect(theta).toBeCloseTo((-5.76 + Math.sqrt(5.76 ** 2 + 4 * 6.12 * 3.88)) / (2 * 6.12), 12)
    expectNumbers(end(step), [4 - 1.6 - 2.4 * theta, 1 - 1.6 + 0.6 * theta])
  })

  test('a step after which f rises is not taken: the radius becomes a quarter of its length', () => {
    // The parabola at 2 foretells a minimum at −8.
    const step = opened({ formula: 'sqrt(1 + x^2)', variables: ['x'], start: [2] }, 'trust-region', 1, { radius: 20 })
    expect(step.algorithm.trials.map(({ point: [x = 0], outcome }) => [Math.round(10 * x) / 10, outcome])).toEqual([
      [-8, 'rejected'],
      [-0.5, 'accepted']
    ])
    expect(step.algorithm.radius).toBeCloseTo(2.5, 12)
  })
})

describe.each([0, 0.1])('trust region with η = %d on ln x from 1, radius 1', (eta) => {
  test('the step to 0, where f is −∞, is too long, not a perfect one: a quarter of it leads to 0.75', () => {
    const step = opened({ formula: 'log(x)', variables: ['x'], start: [1] }, 'trust-region', 1, { eta })
    expect(step.algorithm.trials.map(({ point, outcome }) => [...point, outcome])).toEqual([
      [0, 'undefined'],
      [0.75, 'accepted']
    ])
    expect(step.algorithm.radius).toBe(0.25)
  })
})

describe('Nelder–Mead', () => {
  test('x² + y² from (2, 1): the worst corner (3, 1) is mirrored at (2, 1.5) to (1, 2), where f = 5', () => {
    const step = opened({ formula: 'x^2 + y^2', variables: ['x', 'y'], start: [2, 1] }, 'nelder-mead', 1)
    expect(lineOf(step, 'reflect')).toMatchObject({ r: [1, 2], c: [2, 1.5], w: [3, 1] })
    expect(lineOf(step, 'take-reflected')).toMatchObject({ f_r: 5, f_best: 5, f_second: 8 })
    // (1, 2) is as low as (2, 1): the older one stays the best.
    expect(step.algorithm.simplex).toEqual({
      before: [
        [2, 1],
        [2, 2],
        [3, 1]
      ],
      after: [
        [2, 1],
        [1, 2],
        [2, 2]
      ]
    })
  })

  test('x² from 3: 4 is mirrored to 2, which is best; twice as far is 1, better still', () => {
    const step = opened(parabola, 'nelder-mead', 1)
    expect(step.algorithm.trials.map(({ point, outcome }) => [...point, outcome])).toEqual([
      [4, 'first-corner'],
      [2, 'rejected'],
      [1, 'accepted']
    ])
    expect(end(step)).toEqual([1])
  })

  test('x² from 3, second step: 3 is mirrored to −1, no better than 1, so half as far: 0', () => {
    const step = opened(parabola, 'nelder-mead', 2)
    expect(lineOf(step, 'contract-outside')).toMatchObject({ k: [0] })
    expect(end(step)).toEqual([0])
  })
})

test.each(['armijo', 'wolfe', 'conjugate', 'bfgs', 'lbfgs', 'newton', 'trust-region'])(
  '%s stays where the gradient is 0, also at a maximum',
  (id) => {
    const step = opened({ formula: '-x^2', variables: ['x'], start: [0] }, id, 3)
    expect(end(step)).toEqual([0])
    expect(step.algorithm.lines.map((line) => line.id)).toEqual(['rest'])
    expect(step.algorithm.trials).toEqual([])
  }
)
