import { compile } from '@core/objective'
import type { Plan } from '@core/optimise/plan'
import { judged } from '@core/optimise/report'
import type { Verdict } from '@shared/protocol'
import { describe, expect, test } from 'vitest'
import { banana, bowl, hills, remedied, reported, type Trial, verdictOf } from './trial'

test('no steps: start', () => {
  expect(verdictOf({ ...bowl, lr: 0.1, steps: 0 })).toMatchObject({ kind: 'start', step: 0, suggestion: null })
})

describe('minimum: come to rest at one', () => {
  test('x² + y², lr 0.08: from the step on at which 0.84^k is a ten-thousandth of the way', () => {
    // 0.84^k ≤ 1e-4 for k ≥ 52.8
    expect(verdictOf({ ...bowl, lr: 0.08, steps: 200 })).toMatchObject({ kind: 'minimum', step: 53 })
  })

  test('not yet after 15 steps of x² from 8', () => {
    expect(verdictOf({ f: 'x^2', start: [8], steps: 15, lr: 0.08 }).kind).toBe('descending')
  })

  test('not where only the steps are small: lr 1e−10', () => {
    expect(verdictOf({ ...bowl, lr: 1e-10, steps: 100 }).kind).toBe('descending')
  })

  test('not where a leap lands beside one by chance, and the next leads away', () => {
    const leap = { f: 'sin(3x)*cos(2y)', start: [-4.2, -3.6], lr: 501.18723362727246, steps: 4 }
    expect(verdictOf(leap).kind).not.toBe('minimum')
  })

  test('also where the last step has just led there from afar', () => {
    expect(verdictOf({ f: 'x^2', start: [8], lr: 0.5, steps: 1 })).toMatchObject({ kind: 'minimum', step: 1 })
    expect(verdictOf({ f: 'x^2/20 + y^2', start: [-7, 2], method: 'newton', steps: 1 }).kind).toBe('minimum')
  })

  test('not while momentum only passes by: v is large where the gradient is 0', () => {
    // v = −1, x = 0 after one step from 1; the gradient there is 0.
    const passing = { f: 'x^2', start: [1], steps: 1, lr: 0.5, method: 'momentum', settings: { momentum: 0.5 } }
    expect(verdictOf(passing).kind).not.toBe('minimum')
  })

  test('also beside the true place where a difference quotient is 0', () => {
    const report = reported({ f: 'x^2', start: [8], steps: 200, lr: 0.2, gradient: { method: 'forward', h: 0.01 } })
    expect(report.verdict.kind).toBe('minimum')
    expect(report.points.at(-1)).toBeCloseTo(-0.005, 9)
  })

  test('also where f has no curvature in one direction, or none at all', () => {
    expect(verdictOf({ f: '(x - y)^2', start: [3, 1], steps: 200, lr: 0.1 }).kind).toBe('minimum')
    expect(verdictOf({ f: 'x^4', start: [0], steps: 5, lr: 0.1 }).kind).toBe('minimum')
    expect(verdictOf({ f: 'abs(x)', start: [1], steps: 5, lr: 0.5 })).toMatchObject({ kind: 'minimum', step: 2 })
  })

  test('does not depend on how far away the origin is', () => {
    const verdict = verdictOf({ f: '(x - 10000)^2', start: [10008], steps: 200, lr: 0.08 })
    expect(verdict).toMatchObject({ kind: 'minimum', step: 53 })
    expect(verdictOf({ f: '(x - 10000)^2', start: [10008], steps: 40, lr: 0.08 }).kind).toBe('descending')
  })

  test.each(['momentum', 'adagrad', 'adam'])('is found by %s too', (method) => {
    expect(verdictOf({ ...bowl, method, lr: 0.1, steps: 20_000 }).kind).toBe('minimum')
  })
})

describe('descending: the bent valley of Rosenbrock is no oscillation', () => {
  test.each(['trust-region', 'bfgs', 'lbfgs'])('%s', (method) => {
    expect(verdictOf({ ...banana, method, steps: 20 }).kind).toBe('descending')
  })
})

test('an explosion that dies down is no measure for a minimum', () => {
  const schedule = { id: 'step', settings: { gamma: 0.5, every: 20 } }
  const gradient: Trial['gradient'] = { method: 'central', h: 1e-4 }
  const exploding = { f: 'x^2/20 + y^2', start: [-7, 2], lr: 2, schedule, gradient }
  expect(verdictOf({ ...exploding, steps: 42 }).kind).not.toBe('minimum')
  const { verdict, values } = reported({ f: 'x^2 + y^2', start: [-7, 2], lr: 1.1, schedule, steps: 60 })
  expect(verdict.kind).toBe('minimum')
  expect(values.at(-1)).toBeLessThan(1e-3)
})

describe('bottomless: f falls for ever where it went', () => {
  const start = [1, 2]
  test.each<Trial>([
    { f: 'x + y', start, steps: 30, lr: 0.1 },
    { f: 'x + y', start, steps: 30, method: 'trust-region' },
    { f: 'x + y', start, steps: 30, method: 'bfgs' },
    { f: 'x + y', start, steps: 30, method: 'wolfe' },
    { f: 'x - y^2', start, steps: 30, method: 'lbfgs' },
    { f: 'x^3 + y^2', start: [1, 1], steps: 30, method: 'armijo' },
    { f: 'x^3 + y^2', start: [1, 1], steps: 30, method: 'wolfe' },
    { f: 'x^3 + y^2', start: [1, 1], steps: 30, method: 'conjugate' },
    { f: 'x^3 + y^3', start, steps: 30, method: 'conjugate' },
    { f: 'x^2 - y^2', start: [2, 0], steps: 30, method: 'nelder-mead' },
    { f: '-log(x)', start: [1], steps: 100, lr: 0.1 },
    { f: 'x^3', start: [-1], steps: 30, lr: 0.1 }
  ])('%j', (trial) => {
    expect(verdictOf(trial)).toMatchObject({ kind: 'bottomless', suggestion: null })
  })

  test.each<Trial>([
    { f: 'exp(-x)', start: [1], steps: 30, lr: 0.1 },
    { f: 'x^3 - 3x', start: [1.8], steps: 5, lr: 0.01 },
    { f: 'x + 5sin(x)', start: [1], steps: 5, lr: 0.01 },
    { ...banana, steps: 20, lr: 0.001 },
    { f: 'x^3', start: [1], steps: 3000, lr: 0.1 }
  ])('not on the way to a place where it falls no more: %j', (trial) => {
    expect(verdictOf(trial).kind).toBe('descending')
  })

  test('a smaller rate that settles before is suggested all the same', () => {
    const leaping = verdictOf({ f: 'x^3 - 3x', start: [2], steps: 60, lr: 0.8 })
    expect(leaping).toMatchObject({ kind: 'bottomless', suggestion: { change: 'lr' } })
  })
})

test('leapt: higher than at the start, since a step led across a pole', () => {
  const leap = verdictOf({ f: '1/x', start: [-1], steps: 30, lr: 0.1 })
  expect(leap).toMatchObject({ kind: 'leapt', step: 5, at: [expect.closeTo(0, 12)] })
  expect(verdictOf({ f: 'cos(x) + x/10', start: [1], steps: 3, lr: 9 }).kind).not.toBe('leapt')
})

test('the best corner of a simplex hops, which is no oscillation', () => {
  expect(verdictOf({ ...banana, method: 'nelder-mead', steps: 20 }).kind).toBe('descending')
})

test.each<[Trial, number[]]>([
  [{ f: 'cos(x)', start: [0.1], lr: 0.5, steps: 30 }, [Math.PI]],
  [{ f: 'x - log(x) + y^2', start: [3, 1], lr: 0.3, steps: 40 }, [1, 0]],
  [{ f: 'x^4 - 4x^2 + x', start: [2], method: 'adam', lr: 0.1, steps: 250 }, [1.346997408527776]]
])('the place where it rests is the one foretold, in all digits that are shown: %j', (trial, place) => {
  const { kind, at } = verdictOf(trial)
  expect(kind).toBe('minimum')
  expect(at).toEqual(place.map((coordinate) => expect.closeTo(coordinate, 6)))
})

describe('saddle and maximum: come to rest where f still falls', () => {
  test('x² − y² from (2, 0) rests at the saddle', () => {
    expect(verdictOf({ f: 'x^2 - y^2', start: [2, 0], steps: 200, lr: 0.1 })).toMatchObject({
      kind: 'saddle',
      suggestion: null
    })
  })

  test('it is seen when within a hundredth of the way: after 21 steps of 0.8^k, not after 19', () => {
    const trial = { f: 'x^2 - y^2', start: [2, 0], lr: 0.1 }
    expect(verdictOf({ ...trial, steps: 21 })).toMatchObject({ kind: 'saddle', suggestion: null })
    expect(verdictOf({ ...trial, steps: 19 }).kind).toBe('descending')
  })

  test('a run that slips off it slowly is still held up; later it is growing', () => {
    const trial = { f: 'x^2 - y^2', start: [2, 1e-6], lr: 0.1 }
    expect(verdictOf({ ...trial, steps: 30 }).kind).toBe('saddle')
    expect(verdictOf({ ...trial, steps: 90 }).kind).toBe('growing')
  })

  test('from (2, 0.01) it runs down, ever faster: |1 − 0.1·(−2)| = 1.2', () => {
    const verdict = verdictOf({ f: 'x^2 - y^2', start: [2, 0.01], steps: 60, lr: 0.1 })
    expect(verdict).toMatchObject({ kind: 'growing', curvature: -2, suggestion: null })
    expect(verdict.factor).toBeCloseTo(1.2, 14)
  })

  test('x³ at 0 is no minimum: saddle', () => {
    expect(verdictOf({ f: 'x^3', start: [0], steps: 5, lr: 0.1 }).kind).toBe('saddle')
  })

  test('not where a quotient is 0 by rounding alone: the sigmoid far out', () => {
    const central = { method: 'central', h: 1e-4 } as const
    const far = { f: 'sigmoid(x)', start: [30], steps: 60, lr: 0.1, gradient: central }
    expect(verdictOf(far).kind).toBe('rounded')
    expect(verdictOf({ ...far, f: 'x^2 - x^4/100', start: [0], lr: 0.01 }).kind).toBe('minimum')
    // Here a quotient is 0 half of h beside the corner, where the slope is −1.
    const corner = { ...far, f: 'abs(x)', start: [-0.00005], gradient: { method: 'forward', h: 1e-4 } } as const
    expect(verdictOf(corner).kind).toBe('minimum')
  })

  test('cos x at 0 rests at a maximum; beside it, the run leaves', () => {
    expect(verdictOf({ f: 'cos(x)', start: [0], steps: 20, lr: 0.1 }).kind).toBe('maximum')
    expect(verdictOf({ f: 'cos(x)', start: [0.5], steps: 20, lr: 0.1 }).kind).toBe('descending')
  })
})

const searches = ['armijo', 'wolfe', 'conjugate', 'bfgs', 'lbfgs', 'newton', 'trust-region', 'nelder-mead']

describe('where f has no finite slope', () => {
  test.each(['-1/x', 'log(x)', 'log(abs(x))', 'tan(x)', 'x^2 + log(x)'])(
    'a fall without bound is neither a minimum nor a maximum nor a kink, and no start helps: %s',
    (f) => {
      for (const method of searches) {
        const report = reported({ f, start: [1], method, steps: 200 })
        // A step may hit 0 itself, where f is not defined.
        expect([method, report.verdict.kind]).toEqual([method, report.stop === 'left-domain' ? 'left-domain' : 'pole'])
        expect(report.verdict.suggestion).toBeNull()
      }
    }
  )

  test.each(['wolfe', 'conjugate', 'bfgs', 'lbfgs', 'armijo'])(
    'a pole along a whole line is no kink: x/y, %s',
    (method) => {
      expect(verdictOf({ f: 'x/y', start: [1, 1], method, steps: 100 }).kind).toBe('pole')
      expect(verdictOf({ f: 'log(x^2 + y^2)', start: [1, 0.5], method, steps: 200 }).kind).toBe('pole')
    }
  )

  test.each(['sqrt(x)', 'x^0.25'])(
    'the edge of the domain is no maximum, though the slope is infinite there: %s',
    (f) => {
      for (const method of ['armijo', 'wolfe', 'conjugate', 'bfgs', 'lbfgs'])
        expect(verdictOf({ f, start: [1], method, steps: 200 })).toMatchObject({
          kind: 'edge',
          at: [0],
          suggestion: null
        })
      expect(verdictOf({ f: 'acos(x)', start: [0], method: 'bfgs', steps: 200 }).kind).toBe('edge')
    }
  )

  test('a cusp is a minimum, as is an edge where the slope is 0', () => {
    expect(verdictOf({ f: 'sqrt(abs(x))', start: [1], method: 'armijo', steps: 200 }).kind).toBe('minimum')
    expect(verdictOf({ f: 'abs(x)^1.5', start: [1], method: 'bfgs', steps: 200 }).kind).toBe('minimum')
    expect(verdictOf({ f: 'x^1.5', start: [1], method: 'armijo', steps: 200 }).kind).toBe('minimum')
    expect(verdictOf({ f: 'x - 0.001log(x)', start: [1], method: 'newton', steps: 200 }).kind).toBe('minimum')
  })

  test('flat minima are reached all the same: x¹⁰ and x²⁰', () => {
    expect(verdictOf({ f: 'x^10', start: [1], method: 'newton', steps: 200 }).kind).toBe('minimum')
    expect(verdictOf({ f: 'x^20', start: [1], method: 'newton', steps: 400 }).kind).toBe('minimum')
  })

  test('the far end of e^(−1000x) is no minimum after a long way', () => {
    expect(verdictOf({ f: 'exp(-1000x)', start: [-0.6], method: 'newton', steps: 1040 }).kind).not.toBe('minimum')
  })

  test('beyond a pole there is no part of a plateau: −1/x with a slope of 3.5', () => {
    const { verdict, norms } = reported({ f: '-1/x', start: [1], method: 'adam', lr: 0.1, steps: 200 })
    expect(norms.at(-1)).toBeGreaterThan(3)
    expect(verdict.kind).not.toBe('flat')
  })

  test('a run thrown far out on tan x has not come to rest, and none that is tried does', () => {
    for (const start of [0.3, 0.9, 1, 2]) {
      for (const lr of [0.01, 0.1, 1]) {
        const { verdict } = reported({ f: 'tan(x)', start: [start], method: 'momentum', lr, steps: 200 })
        expect(['minimum', 'saddle', 'maximum']).not.toContain(verdict.kind)
        expect(verdict.suggestion?.unsettled ?? true).toBe(true)
      }
    }
  })

  test('nor does one that passes lower places and happens to be between two higher ones at its end', () => {
    for (const lr of [0.003, 0.01, 0.03]) {
      expect(verdictOf({ f: 'tan(x)', start: [0.5], lr, steps: 100 }).suggestion).toBeNull()
      expect(verdictOf({ f: 'tan(x)', start: [1.3], lr, steps: 100 }).suggestion).toBeNull()
    }
  })

  test('a start that is the minimum itself is not suggested', () => {
    const trial = { f: 'sqrt(abs(x))', start: [1], method: 'momentum', lr: 0.1, steps: 200 }
    expect(verdictOf(trial).suggestion?.steps).not.toBe(0)
  })
})

describe('where a difference quotient is 0', () => {
  const wide = { f: 'x^2', start: [3], steps: 200, lr: 0.1 }

  test('h shifts the place visibly: that is no minimum of f, −0.5 for x² with h = 1', () => {
    const verdict = verdictOf({ ...wide, gradient: { method: 'forward', h: 1 } })
    expect(verdict).toMatchObject({ kind: 'shifted', suggestion: null, at: [expect.closeTo(-0.5, 6)] })
    expect(verdictOf({ ...wide, gradient: { method: 'backward', h: 1 } }).kind).toBe('shifted')
  })

  test('it is one where h is little beside the way, or the differences are central', () => {
    expect(verdictOf({ ...wide, gradient: { method: 'forward', h: 0.01 } }).kind).toBe('minimum')
    expect(verdictOf({ ...wide, gradient: { method: 'central', h: 1 } }).kind).toBe('minimum')
  })
})

describe('ε = 0', () => {
  test.each(['adam', 'adagrad', 'rmsprop', 'nadam'])(
    'is the reason why %s divides 0 by 0, and the usual ε is tried',
    (method) => {
      const trial = { f: 'x^2 + y^2', start: [1, 0], method, lr: 0.1, steps: 400, settings: { eps: 0 } }
      const { verdict, stop, plan, objective } = reported(trial)
      expect([stop, verdict.kind, verdict.step]).toEqual(['diverged', 'zero-epsilon', 1])
      if (method === 'rmsprop') return
      expect(verdict.suggestion).toMatchObject({ change: 'eps' })
      if (!verdict.suggestion) return
      const retried = judged(objective, remedied(plan, verdict.suggestion, verdict.suggestion.room))
      expect(retried).toMatchObject({ kind: 'minimum', step: verdict.suggestion.steps })
    }
  )

  test('is not blamed for a learning rate that is too large', () => {
    const trial = { ...bowl, method: 'momentum', lr: 1e200 }
    expect(verdictOf(trial).kind).toBe('diverged')
    expect(verdictOf({ ...bowl, method: 'adam', lr: 1e200, settings: { eps: 0 } }).kind).toBe('diverged')
  })
})

describe('flat', () => {
  test('x²/(1 + x²) from 6: 60 steps move 0.04', () => {
    const report = reported({ f: 'x^2/(1 + x^2)', start: [6], steps: 60, lr: 0.08 })
    expect(report.verdict.kind).toBe('flat')
    expect(6 - (report.points.at(-1) ?? 0)).toBeCloseTo(0.04, 2)
  })

  test('the tail of e^(−x), and of the sigmoid', () => {
    expect(verdictOf({ f: 'exp(-x)', start: [10], steps: 60, lr: 0.08 }).kind).toBe('flat')
    expect(verdictOf({ f: 'sigmoid(x)', start: [-10], steps: 60, lr: 0.08 }).kind).toBe('flat')
  })

  test('far out on one where f has no digits left to fall', () => {
    expect(verdictOf({ f: 'x^2/(1 + x^2)', start: [800], steps: 60, lr: 0.01 }).kind).toBe('flat')
  })

  test('weight decay moves on where f is level: unchanged', () => {
    expect(verdictOf({ f: '3 + 0*x', start: [9], method: 'adamw', lr: 0.25, steps: 8 }).kind).toBe('unchanged')
  })

  test('a constant', () => {
    expect(verdictOf({ f: '3 + 0*x', start: [1], steps: 5, lr: 0.1 })).toMatchObject({ kind: 'level', step: 0 })
  })

  test.each([
    ['floor(x)', 3],
    ['floor(x)', 3.99],
    ['ceil(x)', 3],
    ['sign(x)', 0]
  ])('a step of %s, at its edge too: neither a maximum nor a minimum', (f, start) => {
    expect(verdictOf({ f, start: [start], steps: 20, lr: 0.1 })).toMatchObject({ kind: 'level', suggestion: null })
  })

  test('the level part of a kinked function, from the step on that got there; its corner is a minimum', () => {
    // 1, 0.7, 0.4, 0.1, −0.2
    expect(verdictOf({ f: 'relu(x)', start: [1], steps: 20, lr: 0.3 })).toMatchObject({ kind: 'level', step: 4 })
    expect(verdictOf({ f: 'relu(x)', start: [1], steps: 20, lr: 0.5 })).toMatchObject({ kind: 'minimum', step: 2 })
  })

  test('not on the slope: the same function from 1', () => {
    expect(verdictOf({ f: 'x^2/(1 + x^2)', start: [1], steps: 10, lr: 0.08 }).kind).toBe('descending')
  })

  test.each([10, 1, 0.1, 0.01])('never on a parabola, however slow and wherever its minimum: from %d away', (away) => {
    for (const minimum of [0, 3, -1000]) {
      const trial = { f: `(x - (${minimum}))^2 + 1000`, start: [minimum + away], steps: 60, lr: 1e-6 }
      expect(verdictOf(trial).kind).toBe('descending')
    }
  })

  test('not in the valley of Rosenbrock, where it is only slow', () => {
    const trial = { f: '(1 - x)^2 + 100(y - x^2)^2', start: [-1.2, 1], steps: 200, lr: 0.001 }
    expect(verdictOf(trial).kind).toBe('descending')
  })
})

describe('growing', () => {
  test('x² + y², lr 1.02: factor 1.04, λ 2, and 0.5 was tried', () => {
    const verdict = verdictOf({ ...bowl, lr: 1.02 })
    expect(verdict).toMatchObject({ kind: 'growing', curvature: 2, suggestion: { change: 'lr', value: 0.5, steps: 1 } })
    expect(verdict.factor).toBeCloseTo(1.04, 14)
  })

  test('the steps really grow by that factor', () => {
    const { points } = reported({ ...bowl, lr: 1.02 })
    expect(Math.abs((points[28] ?? 0) / (points[26] ?? 0))).toBeCloseTo(1.04, 12)
  })

  test('is known of a quadratic before it shows: y of 1e−9 beside x of 2', () => {
    const verdict = verdictOf({ f: 'x^2/20 + y^2', start: [2, 1e-9], steps: 5, lr: 1.02 })
    expect(verdict).toMatchObject({ kind: 'growing', curvature: 2 })
  })

  test('but not in a direction that it does not move in', () => {
    expect(verdictOf({ f: 'x^2/20 + y^2', start: [2, 0], steps: 5, lr: 1.02 }).kind).toBe('descending')
  })

  test('a quadratic with mixed terms: λmax = 3 + √2', () => {
    const verdict = verdictOf({ f: '2x^2 + x*y + y^2', start: [1, 1], steps: 8, lr: 0.5 })
    expect(verdict.curvature).toBeCloseTo(3 + Math.SQRT2, 12)
    expect(verdict.factor).toBeCloseTo((1 + Math.SQRT2) / 2, 12)
  })

  test('momentum grows too, but there λ is no theorem', () => {
    // Stable for lr·λ < 2(1 + m) = 3.8.
    const trial = { f: 'x^2', start: [1], method: 'momentum', settings: { momentum: 0.9 }, steps: 40 }
    expect(verdictOf({ ...trial, lr: 2 })).toMatchObject({ kind: 'growing', curvature: null })
    expect(verdictOf({ ...trial, lr: 1.8 }).kind).toBe('zigzag')
  })

  test('no theorem for a function that is not quadratic', () => {
    expect(verdictOf({ f: 'x^2 + 0.001x^4', start: [1], steps: 8, lr: 1.02 })).toMatchObject({
      kind: 'growing',
      curvature: null
    })
  })

  test('a run that merely speeds up downhill is descending', () => {
    // Off the maximum of a double well: steps grow for a while.
    expect(verdictOf({ f: 'x^4 - 4x^2', start: [0.01], steps: 15, lr: 0.02 }).kind).toBe('descending')
  })
})

describe('zigzag and bouncing', () => {
  test('x² + y², lr 0.9: oscillates and converges', () => {
    expect(verdictOf({ ...bowl, lr: 0.9 }).kind).toBe('zigzag')
  })

  test('lr 0.999 converges too, though it hardly shows: |1 − 2·0.999| < 1', () => {
    expect(verdictOf({ ...bowl, lr: 0.999 }).kind).toBe('zigzag')
  })

  test('lr 1 goes to and fro for ever', () => {
    expect(verdictOf({ ...bowl, lr: 1 })).toMatchObject({
      kind: 'bouncing',
      suggestion: { change: 'lr', value: 0.5, steps: 1 }
    })
  })

  test('lr 0.49 and 0.2 do not oscillate', () => {
    expect(verdictOf({ ...bowl, lr: 0.2, steps: 10 }).kind).toBe('descending')
    // 0.02^k of the way is left.
    expect(verdictOf({ ...bowl, lr: 0.49, steps: 2 }).kind).toBe('descending')
    expect(verdictOf({ ...bowl, lr: 0.49, steps: 3 }).kind).toBe('minimum')
  })

  test('|x| is never reached by steps of one length', () => {
    expect(verdictOf({ f: 'abs(x)', start: [4.03], steps: 200, lr: 0.08 }).kind).toBe('bouncing')
    expect(verdictOf({ f: 'abs(x)', start: [4.03], steps: 20, lr: 0.08 }).kind).toBe('descending')
  })

  test('x⁴, lr 0.5 from 1: 1, −1, 1 …', () => {
    expect(verdictOf({ f: 'x^4', start: [1], steps: 50, lr: 0.5 }).kind).toBe('bouncing')
  })

  test('momentum without friction never comes to rest; with friction it does', () => {
    const trial = { f: 'x^2', start: [1], method: 'momentum', lr: 0.01, steps: 1000 }
    expect(verdictOf({ ...trial, settings: { momentum: 1 } }).kind).toBe('bouncing')
    expect(verdictOf({ ...trial, settings: { momentum: 0.97 } }).kind).toBe('minimum')
    expect(verdictOf({ ...trial, settings: { momentum: 0.97 }, steps: 200 }).kind).toBe('zigzag')
  })

  test('zigzag through a valley that sinks', () => {
    expect(verdictOf({ f: 'x^2/20 + y^2', start: [-7, 2], steps: 30, lr: 0.95 }).kind).toBe('zigzag')
  })
})

describe('each family of methods is judged by the same measures', () => {
  const hollow = 'x^2/(1 + x^2) + y^2/(1 + y^2)'
  const well = 'x^4/4 - x^2/2 + y^2'

  test.each<[Verdict['kind'], Trial]>([
    // Gradient descent.
    ['zigzag', { ...bowl, lr: 0.95 }],
    ['minimum', { f: well, start: [0.5, 1], lr: 0.3, steps: 100 }],
    ['bouncing', { f: '10abs(x - y) + abs(x + y)', start: [3, 1], lr: 0.5, steps: 60 }],
    ['flat', { f: hollow, start: [-7, 2], lr: 0.5, steps: 60 }],
    // With a memory of the way.
    ['minimum', { f: hollow, start: [-1, 2], method: 'momentum', lr: 0.1, steps: 400 }],
    ['zigzag', { ...bowl, method: 'momentum', lr: 0.5, steps: 60 }],
    ['saddle', { f: well, start: [0, 2], method: 'nesterov', lr: 0.1, steps: 100 }],
    ['diverged', { ...banana, method: 'nesterov', lr: 0.5 }],
    // With a step of its own for each coordinate.
    ['minimum', { f: hollow, start: [-7, 2], method: 'adagrad', lr: 0.5, steps: 60 }],
    ['descending', { ...banana, method: 'rmsprop', lr: 0.001 }],
    ['bouncing', { f: 'abs(x) + abs(y)', start: [-7, 2.3], method: 'adam', lr: 0.5, steps: 300 }],
    ['left-domain', { f: 'x - log(x)', start: [3], method: 'rmsprop', lr: 0.5, steps: 60 }],
    ['maximum', { f: 'cos(x)', start: [0], method: 'adam', lr: 0.1, steps: 60 }],
    // That search a line.
    ['zigzag', { ...banana, method: 'wolfe', steps: 60 }],
    ['saddle', { f: well, start: [0, 2], method: 'armijo', steps: 60 }],
    ['minimum', { f: 'x^2/20 + y^2', start: [-7, 2], method: 'conjugate', steps: 60 }],
    ['descending', { f: 'exp(-x) + y^2', start: [1, 1], method: 'conjugate', steps: 60 }],
    // That learn or know the curvature.
    ['minimum', { ...banana, method: 'bfgs', steps: 60 }],
    ['minimum', { f: 'abs(x) + abs(y)', start: [-7, 2.3], method: 'bfgs', steps: 60 }],
    ['bottomless', { f: 'x^2 - y^2', start: [2, 0.01], method: 'lbfgs', steps: 60 }],
    ['minimum', { f: hollow, start: [-7, 2], method: 'newton', steps: 60 }],
    ['kink', { f: '10abs(x - y) + abs(x + y)', start: [3, 1], method: 'trust-region', steps: 60 }],
    ['level', { f: '3 + 0*x', start: [1], method: 'newton', steps: 10 }],
    // Without a gradient.
    ['minimum', { f: well, start: [0, 2], method: 'nelder-mead', steps: 60 }],
    ['minimum', { f: 'abs(x) + abs(y)', start: [-7, 2.3], method: 'nelder-mead', steps: 60 }],
    ['bottomless', { f: 'x^2 - y^2', start: [2, 0.01], method: 'nelder-mead', steps: 60 }]
  ])('%s: %j', (kind, trial) => {
    expect(verdictOf(trial).kind).toBe(kind)
  })

  test('friction is told from none though both swing: momentum 1 on x²', () => {
    const swing = { f: 'x^2', start: [1], method: 'momentum', lr: 0.05 }
    for (const steps of [97, 211, 400, 1003]) {
      expect(verdictOf({ ...swing, steps, settings: { momentum: 1 } }).kind).toBe('bouncing')
    }
    expect(verdictOf({ ...swing, steps: 100, settings: { momentum: 0.95 } }).kind).toBe('zigzag')
  })

  test('Newton’s method does not converge to where a slope is too small to be a number: e^(−x) at 745', () => {
    for (const method of ['newton', 'trust-region']) {
      const { verdict, points } = reported({ f: 'exp(-x) + y^2', start: [1, 1], method, steps: 1000 })
      expect(points.at(-2)).toBeGreaterThan(700)
      expect(['minimum', 'level']).not.toContain(verdict.kind)
    }
  })

  test('a wall of the bent valley of Rosenbrock makes no plateau of it', () => {
    expect(verdictOf({ ...banana, lr: 0.0001 }).kind).toBe('descending')
  })
})

describe('with a schedule', () => {
  const decay = { id: 'exponential', settings: { gamma: 0.9 } }

  test('no theorem, though it is gradient descent on a quadratic', () => {
    const growing = verdictOf({ ...bowl, lr: 1.02, steps: 5, schedule: { id: 'inverse', settings: { decay: 0 } } })
    expect(growing).toMatchObject({ kind: 'growing', curvature: null, factor: expect.closeTo(1.04, 10) })
    expect(verdictOf({ ...bowl, lr: 1.1, steps: 100, schedule: decay }).kind).toBe('minimum')
  })

  test('a run that ever smaller steps keep from its minimum has not converged', () => {
    expect(verdictOf({ ...bowl, lr: 0.05, steps: 300, schedule: decay })).toMatchObject({
      kind: 'descending',
      step: 300
    })
  })

  test('ever smaller steps settle at a corner, where steps of one length never do', () => {
    const corner = { f: 'abs(x) + abs(y)', start: [-7, 2.3], lr: 1.1, steps: 100 }
    expect(verdictOf({ ...corner, schedule: decay }).kind).toBe('minimum')
    expect(verdictOf(corner).kind).toBe('bouncing')
  })
})

describe('with noise', () => {
  const noise = (sigma: number, seed = 7) => ({ sigma, seed })

  test.each([1, 2, 3, 4, 5])('a run wanders around the minimum: seed %d', (seed) => {
    const trial = { ...bowl, lr: 0.1, steps: 600, noise: noise(1, seed) }
    expect(verdictOf(trial)).toMatchObject({ kind: 'noisy', suggestion: null })
    expect(verdictOf({ ...trial, f: 'x^4/4 - x^2/2 + y^2', noise: noise(0.1, seed) }).kind).toBe('noisy')
  })

  test('it does not while it comes from far, nor where the noise is lost', () => {
    expect(verdictOf({ ...bowl, lr: 0.002, steps: 60, noise: noise(1) }).kind).toBe('descending')
    expect(verdictOf({ ...bowl, lr: 0.1, steps: 200, noise: noise(1e-9) }).kind).toBe('minimum')
  })

  test('a learning rate that is too large is not put down to it', () => {
    expect(verdictOf({ ...bowl, lr: 1.02, noise: noise(0.01) })).toMatchObject({ kind: 'growing', curvature: null })
    expect(verdictOf({ ...bowl, lr: 1, steps: 60, noise: noise(0.001) }).kind).toBe('bouncing')
  })

  test.each(['armijo', 'wolfe', 'bfgs', 'newton', 'trust-region'])('it misleads a search: %s', (method) => {
    const trial = { f: 'x^2 + y^2', start: [3, 1], method, steps: 100, noise: noise(0.1, 1) }
    expect(reported(trial)).toMatchObject({ stop: 'line-search', verdict: { kind: 'misled', suggestion: null } })
  })

  test('where f is level it drifts', () => {
    expect(verdictOf({ f: '3 + 0*x', start: [1], lr: 0.1, steps: 100, noise: noise(1) }).kind).toBe('drifting')
  })
})

describe('ended by a rule', () => {
  test('where the gradient is small: at a minimum, if it is no farther than a hundredth of the way', () => {
    const trial = { ...bowl, lr: 0.1, steps: 300 }
    const report = reported({ ...trial, stop: { gradient: 0.01 } })
    // 0.8^k · 2√41 ≤ 0.01 for k ≥ 32.1; within a hundredth of the way from k = 21 on.
    expect([report.stop, report.taken]).toEqual(['small-gradient', 33])
    expect(report.verdict).toMatchObject({ kind: 'minimum', step: 21 })
    expect(verdictOf({ ...trial, stop: { gradient: 1 } }).kind).toBe('descending')
  })

  test('at a saddle it is one all the same, and on a plateau a plateau', () => {
    const stop = { gradient: 0.02 }
    expect(verdictOf({ f: 'x^2 - y^2', start: [2, 0], lr: 0.1, steps: 300, stop }).kind).toBe('saddle')
    expect(verdictOf({ f: 'x^2/(1 + x^2)', start: [6], lr: 0.1, steps: 300, stop }).kind).toBe('start')
  })

  test('where the budget is spent or the step small it is judged by where it is', () => {
    expect(reported({ ...bowl, lr: 0.1, steps: 300, stop: { evaluations: 20 } })).toMatchObject({
      stop: 'evaluations',
      verdict: { kind: 'descending' }
    })
    expect(reported({ ...bowl, lr: 0.01, steps: 300, stop: { step: 0.05 } })).toMatchObject({
      stop: 'small-step',
      verdict: { kind: 'descending' }
    })
  })

  test('by a line search at rest in all digits of f: converged', () => {
    const report = reported({ f: 'x - log(x) + y^2', start: [3, 1], method: 'conjugate', steps: 100 })
    expect(report).toMatchObject({ stop: 'line-search', verdict: { kind: 'minimum' } })
  })
})

describe('broken off', () => {
  test('Himmelblau, lr 0.05: diverged at step 6; 0.01 converges', () => {
    const verdict = verdictOf({ ...hills, lr: 0.05 })
    expect(verdict).toMatchObject({ kind: 'diverged', step: 6, suggestion: { change: 'lr', value: 0.01, steps: 11 } })
  })

  test('left the domain: step', () => {
    expect(verdictOf({ f: 'x - log(x)', start: [0.1], steps: 20, lr: 0.3 })).toMatchObject({ kind: 'descending' })
    expect(verdictOf({ f: 'x - log(x)', start: [3], steps: 20, lr: 5 })).toMatchObject({
      kind: 'left-domain',
      step: 1,
      suggestion: { change: 'lr' }
    })
  })

  test('overflow: the slope is beyond all doubles; at the edge of a domain it is only infinite', () => {
    const overflow = { kind: 'overflow', step: 0 }
    expect(verdictOf({ f: 'exp(x^2)*1e300', start: [4.2], steps: 20, lr: 0.1 })).toMatchObject(overflow)
    expect(verdictOf({ f: 'sqrt(x)', start: [0], steps: 20, lr: 0.1 })).toMatchObject({ kind: 'left-domain', step: 0 })
  })

  test('a rate far beyond sense still finds its remedy', () => {
    expect(verdictOf({ ...bowl, lr: 1e200 })).toMatchObject({
      kind: 'diverged',
      step: 1,
      suggestion: { change: 'lr', value: 0.5 }
    })
    expect(verdictOf({ ...hills, lr: 1e50 })).toMatchObject({
      kind: 'diverged',
      suggestion: { change: 'lr', value: 0.01 }
    })
  })
})

test('where h was lost far away it has diverged, from that step on', () => {
  const { verdict, notes } = reported({
    ...bowl,
    start: [-3, 4],
    lr: 10,
    steps: 100,
    gradient: { method: 'central', h: 1e-4 }
  })
  expect(notes).toHaveLength(1)
  expect(verdict).toMatchObject({ kind: 'diverged', step: notes[0]?.values['step'], factor: null })
  expect(verdict.suggestion).toMatchObject({ change: 'lr', value: 0.5, enough: true })
})

test.each(['x^2', 'x^4'])(
  'where the steps of %s are lost in rounding it stands still, which is not descending',
  (f) => {
    expect(verdictOf({ f, start: [3], steps: 60, lr: 1e-300 }).kind).toBe('rounded')
    // The point moves, but f does not change.
    expect(verdictOf({ f: `${f} + 1e10`, start: [3], steps: 60, lr: 1e-12 }).kind).toBe('rounded')
    // A double beside 3 is 4e−16 away.
    expect(verdictOf({ f, start: [3], steps: 60, lr: 1e-15 }).kind).toBe('descending')
  }
)

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
