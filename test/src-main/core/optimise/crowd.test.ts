import { crowdReport } from '@core/optimise/crowd'
import { steady } from '@core/pulse'
import { expect, test } from 'vitest'
import { reported, type Trial } from './trial'

function crowdOf(trial: Omit<Trial, 'start'>, starts: readonly (readonly number[])[]) {
  const { plan, objective } = reported({ ...trial, start: starts[0] ?? [] })
  return crowdReport(objective, plan, starts, 10, steady)
}

test('a saddle and a minimum are two places, however near they are beside the way there', () => {
  // One step leads along x to the saddle at 0, or on to the minimum at (0, 1/1000).
  const { ends } = crowdOf({ f: 'x^2 + 1e5*(y^2 - 1e-6)^2', lr: 0.5, steps: 100 }, [
    [5, 0],
    [5, 0.0012],
    [5, 0.0011]
  ])
  expect(ends.map(({ kind, count }) => [kind, count])).toEqual([
    ['minimum', 2],
    ['saddle', 1]
  ])
})

test.each([
  ['last', [[1000], [100], [1]]],
  ['first', [[1], [100], [1000]]],
  ['in between', [[100], [1], [1000]]]
])('a place is where the run came that came nearest to it, be it the %s', (_, starts) => {
  const { ends } = crowdOf({ f: '(x - 0.7)^2', lr: 0.1, steps: 60 }, starts)
  expect(ends).toMatchObject([{ count: 3, kind: 'minimum' }])
  // From 1 the distance of 0.3 shrinks to 4/5 with each step.
  expect(Math.sqrt(ends[0]?.value ?? Number.NaN)).toBeCloseTo(0.3 * 0.8 ** 60, 12)
})
