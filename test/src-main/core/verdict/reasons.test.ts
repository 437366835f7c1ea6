import { expect, test } from 'vitest'
import { type Trial, verdictOf } from './trial'

/** Each rule of the verdict with a run that is told otherwise without it. */
test.each<[rule: string, trial: Trial, told: object, notTold?: string]>([
  [
    'a stationary point lies where Newton’s step leads only if the slope is larger beyond it',
    { f: 'sqrt(x)', start: [1], steps: 60, method: 'conjugate' },
    { kind: 'edge' }
  ],
  [
    'where f only flattens, nothing settles',
    { f: 'e^(-x)', start: [0], steps: 60, method: 'wolfe' },
    { suggestion: null },
    'settles'
  ],
  [
    'the place that is foretold is taken only within the tolerance',
    { f: '1+x^20', start: [0.9], steps: 60, method: 'bfgs' },
    { kind: 'minimum' }
  ],
  [
    'the lowest place around is a minimum at once only at a kink',
    { f: 'abs(x)^1.5', start: [1], steps: 60, lr: 0.1 },
    { suggestion: { change: 'lr', value: 0.002 } }
  ],
  [
    'a run that breaks off at the lowest place around has come to a minimum',
    { f: 'acos(cos(x))', start: [1], steps: 60, method: 'armijo' },
    { kind: 'minimum' }
  ],
  [
    'a line search that finds nothing may have left where f falls for ever',
    { f: 'x^3', start: [-1], steps: 60, method: 'bfgs' },
    { kind: 'unbounded' }
  ],
  [
    'who leaves where f was lower at the start moves away',
    { f: '1/x', start: [-1], steps: 60, lr: 0.1 },
    { kind: 'growing' }
  ],
  [
    'who falls on but comes near a saddle is not told to be slow',
    { f: 'x*y', start: [1, 1], steps: 60, lr: 0.1 },
    { kind: 'descending' }
  ]
])('%s', (_, trial, told, notTold) => {
  const verdict = verdictOf(trial)
  expect(verdict).toMatchObject(told)
  if (notTold) expect(verdict).not.toHaveProperty(notTold)
})
