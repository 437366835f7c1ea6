import { describe, expect, test } from 'vitest'
import { type Trial, verdictOf } from './trial'

const cases: [string, Trial][] = [
  ['x³', { f: 'x^3', start: [1], lr: 0.1, steps: 20_000 }],
  ['x³, Newton', { f: 'x^3', start: [1], method: 'newton', steps: 60 }],
  ['x³ + y²', { f: 'x^3 + y^2', start: [1, 1], lr: 0.1, steps: 20_000 }],
  ['x³ + y², Adam', { f: 'x^3 + y^2', start: [1, 1], method: 'adam', lr: 0.01, steps: 20_000 }],
  ['x³ + y², BFGS', { f: 'x^3 + y^2', start: [1, 1], method: 'bfgs', steps: 200 }],
  ['x³ + y², L-BFGS', { f: 'x^3 + y^2', start: [1, 1], method: 'lbfgs', steps: 200 }],
  ['x + sin x', { f: 'x + sin(x)', start: [1], lr: 10, steps: 300 }],
  ['x²y + y² + x³', { f: 'x^2*y + y^2 + x^3', start: [1, 1], lr: 0.05, steps: 30_000 }]
]

describe('where f bends up on one side and down on the other', () => {
  test.each(cases)('there is no minimum, and none is suggested: %s', (_, trial) => {
    const verdict = verdictOf(trial)
    expect(verdict.kind).not.toBe('minimum')
    expect(verdictOf({ ...trial, steps: 30 }).suggestion).toBeNull()
  })

  test.each([
    ['x^20', [0.9]],
    ['x^4 + y^2', [1, 1]],
    ['10^6 + x^2', [1]],
    ['x^3 - 3x', [100_000]],
    ['x^3/3 - x^2/2 + 1/6 + y^4', [2, 1]]
  ])('%s has its minimum as ever', (f, start) => {
    expect(verdictOf({ f, start, method: 'newton', steps: 1000 }).kind).toBe('minimum')
  })
})
