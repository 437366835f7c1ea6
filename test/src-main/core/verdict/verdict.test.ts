import { compile } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { verdictOf as judged } from '@core/verdict/verdict'
import type { Verdict } from '@shared/protocol'
import { describe, expect, test } from 'vitest'
import { banana, bowl, hills, reported, type Trial, verdictOf } from './trial'

const well = 'x^4/4 - x^2/2 + y^2'
const hollow = 'x^2/(1 + x^2) + y^2/(1 + y^2)'
const corner = '10abs(x - y) + abs(x + y)'
const decay = { id: 'exponential', settings: { gamma: 0.9 } }
const central = { method: 'central', h: 1e-4 } as const
const searches = ['armijo', 'wolfe', 'conjugate', 'bfgs', 'lbfgs', 'newton', 'trust-region', 'nelder-mead']

/** Each kind with runs of it, over functions and methods of every sort. */
const examples: Record<Verdict['kind'], readonly Trial[]> = {
  start: [{ ...bowl, lr: 0.1, steps: 0 }],
  minimum: [
    { ...bowl, lr: 0.08, steps: 200 },
    // The last step has just led there from afar.
    { f: 'x^2', start: [8], lr: 0.5, steps: 1 },
    { f: 'x^2/20 + y^2', start: [-7, 2], method: 'newton', steps: 1 },
    // Without curvature in one direction, or any.
    { f: '(x - y)^2', start: [3, 1], steps: 200, lr: 0.1 },
    { f: 'x^4', start: [0], steps: 5, lr: 0.1 },
    { f: 'x^2 - x*y^2 + y^4', start: [-3, 0.7], method: 'newton', steps: 100 },
    // Frozen beside a valley that bends.
    {
      f: '(x*y - 1)^2',
      start: [3, 1],
      lr: 0.05,
      steps: 1000,
      schedule: { id: 'exponential', settings: { gamma: 0.97 } }
    },
    { f: 'x^10', start: [1], method: 'newton', steps: 200 },
    { f: 'x^20', start: [1], method: 'newton', steps: 400 },
    // Kinks and cusps, met exactly or closed in on.
    { f: 'abs(x)', start: [1], steps: 5, lr: 0.5 },
    { f: 'relu(x)', start: [1], steps: 20, lr: 0.5 },
    { f: 'sqrt(abs(x))', start: [1], method: 'armijo', steps: 200 },
    { f: 'abs(x)^1.5', start: [1], method: 'bfgs', steps: 200 },
    { f: 'cbrt(x^2)', start: [3], method: 'nelder-mead', steps: 100 },
    { f: 'cbrt(x^2)', start: [0.7], method: 'nelder-mead', steps: 100 },
    { f: 'abs(x) + abs(y)', start: [-7, 2.3], method: 'bfgs', steps: 60 },
    { f: 'abs(x) + abs(y)', start: [-7, 2.3], lr: 1.1, steps: 100, schedule: decay },
    // Methods with a memory, one rate for each coordinate, a search.
    { ...bowl, method: 'momentum', lr: 0.1, steps: 20_000 },
    { ...bowl, method: 'adagrad', lr: 0.1, steps: 20_000 },
    { f: '(x - 1.1)^2', start: [3], method: 'adam', lr: 0.1, steps: 2000 },
    { ...banana, method: 'bfgs', steps: 60 },
    { f: 'x - log(x) + y^2', start: [3, 1], method: 'conjugate', steps: 100 },
    { f: well, start: [0, 2], method: 'nelder-mead', steps: 60 },
    // Where a quotient is 0 beside the corner, and where noise is lost.
    { f: 'abs(x)', start: [-0.00005], steps: 60, lr: 0.1, gradient: { method: 'forward', h: 1e-4 } },
    { f: 'x^2', start: [3], lr: 0.1, steps: 200, gradient: { method: 'forward', h: 0.004 } },
    { ...bowl, lr: 0.1, steps: 200, noise: { sigma: 1e-9, seed: 7 } },
    // It exploded first.
    {
      f: 'x^2 + y^2',
      start: [-7, 2],
      lr: 1.1,
      schedule: { id: 'step', settings: { gamma: 0.5, every: 20 } },
      steps: 60
    }
  ],
  near: [{ ...bowl, method: 'adam', lr: 0.1, steps: 300 }],
  rest: [
    { f: 'x^2 - y^2', start: [2, 0], steps: 200, lr: 0.1 },
    { f: well, start: [0, 2], method: 'nesterov', lr: 0.1, steps: 100 },
    { f: 'x^3', start: [0], steps: 5, lr: 0.1 },
    { f: 'cos(x)', start: [0], steps: 20, lr: 0.1 },
    { f: '3 + 0*x', start: [1], steps: 5, lr: 0.1 },
    { f: 'floor(x)', start: [3.5], steps: 20, lr: 0.1 },
    // Lowest on every line, but not between two parabolas.
    { f: '(x - y^2)*(x - 3y^2)', start: [0, 0], lr: 0.1, steps: 5 },
    { f: '(x - y^2)*(x - 3y^2)', start: [-3, -0.7], lr: 0.05, steps: 600 },
    { f: '(x - y^2)*(x - 3y^2) + (z - x)^2', start: [-1, 0.1, -1], lr: 0.05, steps: 600 },
    // Lowest on all axes.
    { f: 'x^4 + y^4 - 3x^2*y^2', start: [0, 0], lr: 0.1, steps: 5 },
    { f: 'floor(x) + x^2/100', start: [3.5], lr: 1, steps: 600 },
    { f: 'floor(x) + x^2/100', start: [0], lr: 1, steps: 60 },
    { f: 'x^2', start: [3], lr: 0.1, steps: 100, gradient: { method: 'forward', h: 0.01 } }
  ],
  circling: [
    // x ← x − g goes to and fro for ever, with a rate of exactly 2/λ; over a kink; into cycles of 2.
    { ...bowl, lr: 1 },
    { f: 'abs(x)', start: [4.03], steps: 200, lr: 0.08 },
    { f: 'x^4', start: [1], steps: 50, lr: 0.5 },
    { f: 'x^4 - 3x^3 + 2', start: [-1], lr: 0.1, steps: 60 },
    { f: 'abs(x)^1.5', start: [3], lr: 0.3, steps: 60 },
    { f: corner, start: [3, 1], lr: 0.5, steps: 60 },
    // It was as near as 1e−6 to the minimum, and left it again.
    { f: 'x^2', start: [3], method: 'rmsprop', lr: 2, steps: 60 },
    // A quadratic between its kinks only.
    { f: 'abs(x) + abs(y) + x*y/3', start: [-0.91, -0.23], lr: 0.01, steps: 127 },
    // Bounded after all.
    { f: '20 + x^2 - 10cos(2*pi*x) + y^2 - 10cos(2*pi*y)', start: [2.3, 1.1], lr: 0.1, steps: 60 },
    // Without friction.
    { f: 'x^2', start: [1], method: 'momentum', lr: 0.01, steps: 1000, settings: { momentum: 1 } },
    { ...bowl, lr: 0.1, steps: 600, noise: { sigma: 1, seed: 1 } },
    { f: '3 + 0*x', start: [1], lr: 0.1, steps: 100, noise: { sigma: 1, seed: 7 } }
  ],
  growing: [
    { ...bowl, lr: 1.02 },
    // Known of a quadratic before it shows.
    { f: 'x^2/20 + y^2', start: [2, 1e-9], steps: 5, lr: 1.02 },
    { f: 'x^2', start: [1], method: 'momentum', settings: { momentum: 0.9 }, steps: 40, lr: 2 },
    { f: 'x^2 + 0.001x^4', start: [1], steps: 8, lr: 1.02 },
    { ...bowl, lr: 1.02, steps: 5, schedule: { id: 'inverse', settings: { decay: 0 } } },
    { ...bowl, lr: 1.02, noise: { sigma: 0.01, seed: 7 } },
    // So far off that the next steps are lost in rounding.
    { f: '1e6*x^2', start: [1.6], steps: 10, lr: 9, method: 'radam' }
  ],
  diverged: [
    { ...hills, lr: 0.05 },
    { ...bowl, lr: 1e200 },
    { ...banana, method: 'nesterov', lr: 0.5 }
  ],
  unbounded: [
    { f: 'x + y', start: [1, 2], steps: 30, lr: 0.1 },
    { f: 'x^3', start: [-1], steps: 30, lr: 0.1 },
    { f: 'x^3 - 3x', start: [2], steps: 60, lr: 0.8 },
    // Although 1 is a minimum.
    { f: 'x^3 - 3x', start: [4], steps: 15, lr: 1.02 },
    { f: '-log(x)', start: [1], steps: 100, lr: 0.1 },
    // Over hills.
    { f: 'x + sin(4x)', start: [3], lr: 0.3, steps: 60 },
    { f: 'x^2 - y^2', start: [2, 0.01], steps: 60, lr: 0.1 },
    { f: 'x^2 - y^2', start: [2, 1e-6], lr: 0.1, steps: 30 },
    ...['trust-region', 'bfgs', 'wolfe', 'nelder-mead'].map((method) => ({
      f: 'x + y',
      start: [1, 2],
      steps: 30,
      method
    })),
    // Towards a pole.
    ...['-1/x', 'log(x)', 'x^2 + log(x)'].flatMap((f) =>
      searches.map((method) => ({ f, start: [1], method, steps: 200 }))
    ),
    { f: 'x/y', start: [1, 1], method: 'bfgs', steps: 100 }
  ],
  'left-domain': [
    { f: 'x - log(x)', start: [3], steps: 20, lr: 5 },
    { f: 'x - log(x)', start: [3], method: 'rmsprop', lr: 0.5, steps: 60 },
    { f: 'exp(x^2)*1e300', start: [4.2], steps: 20, lr: 0.1 },
    { f: 'sqrt(x)', start: [0], steps: 20, lr: 0.1 },
    { f: 'x^2 + y^2', start: [1, 0], method: 'adam', lr: 0.1, steps: 400, settings: { eps: 0 } },
    // Later, at an edge that it is still far from.
    {
      f: '(x + 2.3)^(1/3) + (x + 2.3)^2',
      start: [-0.15],
      method: 'adamax',
      lr: 0.00554,
      steps: 461,
      schedule: { id: 'inverse', settings: { decay: 0.01 } }
    }
  ],
  edge: ['armijo', 'wolfe', 'bfgs', 'newton', 'nelder-mead'].map((method) => ({
    f: 'sqrt(x)',
    start: [1],
    method,
    steps: 200
  })),
  kink: [{ f: corner, start: [3, 1], method: 'trust-region', steps: 60 }],
  stuck: [
    { f: 'x^2 + y^2', start: [3, 1], method: 'bfgs', steps: 100, noise: { sigma: 0.1, seed: 1 } },
    // It falls for ever, but in no digit that f has.
    { f: 'x^2 + exp(-y/11)', start: [1, 1], method: 'bfgs', steps: 3000 }
  ],
  unmoved: [
    { f: 'x^2', start: [3], steps: 60, lr: 1e-300 },
    // The point moves, but f does not change.
    { f: 'x^2 + 1e10', start: [3], steps: 60, lr: 1e-12 },
    { f: 'sigmoid(x)', start: [30], steps: 60, lr: 0.1, gradient: central },
    { f: 'x^2', start: [3], lr: 0.1, steps: 60, schedule: { id: 'cosine', settings: { period: 10, final: 0 } } },
    { ...bowl, lr: 0.05, steps: 300, schedule: decay },
    { f: 'exp(-x) + y^2', start: [1, 1], method: 'newton', steps: 1000 }
  ],
  slow: [
    { ...bowl, lr: 1e-10, steps: 100 },
    { ...bowl, lr: 0.999 },
    { f: 'exp(-x)', start: [1], steps: 30, lr: 0.1 },
    { f: 'x^2/(1 + x^2)', start: [6], steps: 60, lr: 0.08 },
    { ...banana, steps: 20, lr: 0.001 }
  ],
  // Where f is neither lower later, nor what it does is always the same.
  unjudged: [
    { f: '-exp(-x^2)', start: [3.94], lr: 1.09, steps: 235, method: 'momentum', settings: { momentum: 1 } },
    {
      f: 'mod(x, 2)',
      start: [1.11],
      lr: 0.0111,
      steps: 823,
      schedule: { id: 'cosine', settings: { period: 3000, final: 0.01 } }
    }
  ],
  descending: [
    { f: 'x^2', start: [8], steps: 15, lr: 0.08 },
    { ...bowl, lr: 0.9 },
    { f: 'x^2/20 + y^2', start: [-7, 2], steps: 30, lr: 0.95 },
    { f: 'x^3 - 3x', start: [1.8], steps: 5, lr: 0.01 },
    { ...banana, method: 'trust-region', steps: 20 },
    { ...banana, method: 'wolfe', steps: 60 },
    { f: hollow, start: [-7, 2], lr: 0.5, steps: 60 },
    // On its way to a valley where it will not settle, and to a kink that it will circle around.
    { ...banana, method: 'adam', lr: 0.1, steps: 1000 },
    { f: 'abs(x)', start: [4.03], steps: 20, lr: 0.08 },
    // Momentum only passes by: v = −1, x = 0.
    { f: 'x^2', start: [1], steps: 1, lr: 0.5, method: 'momentum', settings: { momentum: 0.5 } },
    { f: 'x^2', start: [1], method: 'momentum', settings: { momentum: 0.9 }, steps: 40, lr: 1.8 }
  ]
}

describe('a run is said to be', () => {
  test.each(Object.entries(examples).flatMap(([kind, trials]) => trials.map((trial) => [kind, trial] as const)))(
    '%s: %j',
    (kind, trial) => {
      expect(verdictOf(trial).kind).toBe(kind)
    }
  )
})

describe('what is told with it', () => {
  test.each<[Partial<Verdict>, Trial]>([
    // 0.84^k ≤ 1e−4 for k ≥ 52.8, however far the origin is.
    [
      { kind: 'minimum', step: 53 },
      { ...bowl, lr: 0.08, steps: 200 }
    ],
    [
      { kind: 'minimum', step: 53 },
      { f: '(x - 10000)^2', start: [10008], steps: 200, lr: 0.08 }
    ],
    [
      { kind: 'descending', settles: 53 },
      { ...bowl, lr: 0.08, steps: 15 }
    ],
    [
      { kind: 'rest', of: 'saddle' },
      { f: 'x^2 - y^2', start: [2, 0], steps: 200, lr: 0.1 }
    ],
    [
      { kind: 'rest', of: 'maximum' },
      { f: 'cos(x)', start: [0], steps: 20, lr: 0.1 }
    ],
    [
      { kind: 'rest', of: 'level', step: 4 },
      { f: 'relu(x)', start: [1], steps: 20, lr: 0.3 }
    ],
    [
      { kind: 'rest', of: 'jump', at: [0] },
      { f: 'floor(x) + x^2/100', start: [3.5], lr: 1, steps: 600 }
    ],
    [
      { kind: 'rest', of: 'shifted', at: [expect.closeTo(-0.5, 6)] },
      { f: 'x^2', start: [3], steps: 200, lr: 0.1, gradient: { method: 'forward', h: 1 } }
    ],
    [
      { kind: 'circling', period: 2, at: [0, 0], size: 6.41 },
      { ...bowl, lr: 1 }
    ],
    // On its way into a cycle it was farther off.
    [
      { kind: 'circling', period: undefined, size: 5.09 },
      { f: 'abs(x/0.13)^(5/3)', start: [-3.03], method: 'momentum', lr: 0.105, steps: 12 }
    ],
    // What no step that is seen does is told as later; with more steps it is seen.
    [
      { kind: 'descending', at: [0.89, 0.786], size: 0.314, until: 4200 },
      { ...banana, method: 'adam', lr: 0.3 }
    ],
    [
      { kind: 'circling', at: [0.89, 0.786], size: 0.314 },
      { ...banana, method: 'adam', lr: 0.3, steps: 1000 }
    ],
    [
      { kind: 'circling', cause: 'noise' },
      { ...bowl, lr: 0.1, steps: 600, noise: { sigma: 1, seed: 1 } }
    ],
    [
      { kind: 'growing', factor: expect.closeTo(1.04, 14), bound: 1, curvature: 2 },
      { ...bowl, lr: 1.02 }
    ],
    [
      {
        kind: 'growing',
        bound: expect.closeTo(2 / (3 + Math.SQRT2), 12),
        factor: expect.closeTo((1 + Math.SQRT2) / 2, 12)
      },
      { f: '2x^2 + x*y + y^2', start: [1, 1], steps: 8, lr: 0.5 }
    ],
    [
      { kind: 'unbounded', factor: expect.closeTo(1.2, 14) },
      { f: 'x^2 - y^2', start: [2, 0.01], steps: 60, lr: 0.1 }
    ],
    [
      { kind: 'unbounded', at: [0] },
      { f: 'log(x)', start: [1], method: 'bfgs', steps: 200 }
    ],
    [
      { kind: 'unmoved', cause: 'schedule', step: 10 },
      { f: 'x^2', start: [3], lr: 0.1, steps: 60, schedule: { id: 'cosine', settings: { period: 10, final: 0 } } }
    ],
    // There is a rate, but hardly a slope.
    [
      { kind: 'unmoved', cause: undefined },
      {
        f: 'exp(-x^2)',
        start: [8],
        lr: 0.1,
        steps: 60,
        schedule: { id: 'cosine', settings: { period: 300, final: 0.01 } }
      }
    ],
    [
      { kind: 'stuck', cause: 'missed' },
      {
        f: '(x^2 - 1)^2*(x^2 - 4)^2',
        start: [5.36],
        method: 'lbfgs',
        steps: 18,
        gradient: { method: 'central', h: 0.1 }
      }
    ],
    [
      { kind: 'left-domain', cause: 'epsilon', step: 1 },
      { f: 'x^2 + y^2', start: [1, 0], method: 'rmsprop', lr: 0.1, steps: 40, settings: { eps: 0 } }
    ],
    [
      { kind: 'left-domain', cause: 'overflow', step: 0 },
      { f: 'exp(x^2)*1e300', start: [4.2], steps: 20, lr: 0.1 }
    ],
    [
      { kind: 'diverged', step: 6 },
      { ...hills, lr: 0.05 }
    ],
    // Where h is lost far out.
    [
      { kind: 'diverged', step: 9 },
      { ...bowl, start: [-3, 4], lr: 10, steps: 100, gradient: central }
    ]
  ])('%j: %j', (told, trial) => {
    expect({ period: undefined, cause: undefined, ...verdictOf(trial) }).toMatchObject(told)
  })

  test.each<[Trial, number[]]>([
    [{ f: 'cos(x)', start: [0.1], lr: 0.5, steps: 30 }, [Math.PI]],
    [{ f: 'x - log(x) + y^2', start: [3, 1], lr: 0.3, steps: 40 }, [1, 0]],
    [{ f: 'x^4 - 4x^2 + x', start: [2], method: 'adam', lr: 0.1, steps: 250 }, [1.346997408527776]]
  ])('the place where it rests is the one foretold, in all digits that are shown: %j', (trial, place) => {
    expect(verdictOf(trial).at).toEqual(place.map((coordinate) => expect.closeTo(coordinate, 6)))
  })

  test('no growth factor is that of quotients, which rounding changes far out', () => {
    const verdict = verdictOf({ ...bowl, lr: 1.02, gradient: { method: 'forward', h: 1e-8 } })
    expect(verdict.kind).toBe('circling')
    expect(verdict).not.toHaveProperty('factor')
  })

  test('a growth factor is that of the steps', () => {
    const { points } = reported({ ...bowl, lr: 1.02 })
    expect(Math.abs((points[28] ?? 0) / (points[26] ?? 0))).toBeCloseTo(1.04, 12)
  })

  test('twenty variables are no trouble', () => {
    const names = Array.from({ length: 20 }, (_, i) => `x${i}`)
    const objective = compile(names.map((name, i) => `${i + 1}${name}^2`).join(' + '), names)
    const plan: Plan = {
      method: 'descent',
      convention: 'book',
      settings: { lr: 0.06 },
      start: names.map(() => 1),
      steps: 50,
      gradient: { method: 'exact', h: 1 }
    }
    expect(judged(objective, plan)).toMatchObject({ kind: 'growing', curvature: expect.closeTo(40, 9) })
  })
})

describe('ended by a rule of the user’s', () => {
  test('where the gradient is small: at a minimum, if it is no farther than a hundredth of the way', () => {
    const trial = { ...bowl, lr: 0.1, steps: 300 }
    // 0.8^k · 2√41 ≤ 0.01 for k ≥ 32.1.
    expect(verdictOf({ ...trial, stop: { gradient: 0.01 } })).toMatchObject({ kind: 'minimum', step: 33 })
    expect(verdictOf({ ...trial, stop: { gradient: 1 } })).toMatchObject({ kind: 'descending', settles: 42 })
    expect(verdictOf({ ...trial, stop: { evaluations: 20 } }).kind).toBe('descending')
  })

  test('before the first step it is at its start', () => {
    expect(verdictOf({ f: 'x^2/(1 + x^2)', start: [6], lr: 0.1, steps: 300, stop: { gradient: 0.02 } }).kind).toBe(
      'start'
    )
  })
})

test('where the judging is ended by the user, nothing is said', () => {
  const { objective, plan } = reported({ ...bowl, lr: 0.08 })
  expect(judged(objective, plan, { beat() {}, isEnough: () => true })).toMatchObject({
    kind: 'unjudged',
    suggestion: null
  })
})

test('the same run is judged alike whatever else was asked about its function', () => {
  const { objective, plan, verdict } = reported({ ...hills, lr: 0.002, steps: 3000 })
  objective.value([1, 2])
  expect(judged(objective, plan)).toEqual(verdict)
})
