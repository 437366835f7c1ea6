import { reportOf } from '@core/optimise/report'
import { steady } from '@core/pulse'
import { crowdReport } from '@core/study/crowd'
import { noiseOfStart } from '@shared/experiment/crowd'
import { describe, expect, test } from 'vitest'
import { reported, type Trial } from '../verdict/trial'

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

describe('with noise', () => {
  const noise = { sigma: 1, seed: 1 }
  const starts = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => [x, y]))
  const noisy = { f: 'x^2 + y^2', lr: 0.1, steps: 60, noise }

  test('each start has its own, so that ways do not keep their distances', () => {
    const { paths } = crowdOf(noisy, starts)
    // With one noise for all, a start in the grid is 0.8^60 of its place away from the one in the middle.
    const ends = paths.map((path) => ('problem' in path ? [] : [...path.points.slice(-2)]))
    ends.forEach(([x = 0, y = 0], index) => {
      for (const [u = 0, v = 0] of ends.slice(index + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(1e-3)
    })
    expect(crowdOf(noisy, starts)).toEqual(crowdOf(noisy, starts))
  })

  test('each way is that of a run with the noise of its start, the first with that of the crowd', () => {
    const { paths } = crowdOf(noisy, starts)
    paths.forEach((path, index) => {
      const { plan, objective } = reported({ ...noisy, start: starts[index] ?? [] })
      const alone = reportOf(objective, { ...plan, noise: noiseOfStart(noise, index) }, 10)
      expect('problem' in path ? null : path.points.slice(-2)).toEqual(alone.points.slice(-2))
    })
  })

  test('a way that it keeps from settling wanders, and one that is still on its way, or without noise, does not', () => {
    const wandering = (trial: typeof noisy, from = starts) =>
      crowdOf(trial, from).paths.map((path) => 'problem' in path || path.wanders)
    expect(wandering(noisy)).toEqual(starts.map(() => true))
    expect(wandering({ ...noisy, noise: { sigma: 0, seed: 1 } })).toEqual(starts.map(() => false))
    expect(wandering({ ...noisy, lr: 0.001 }, [[1000, 1000]])).toEqual([false])
  })
})
