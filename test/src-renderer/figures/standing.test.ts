import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { describe, expect, it } from 'vitest'
import { isKnownAt, sharedStep, standingPoint, withStanding } from '../../../src-renderer/figures/standing'

describe('where a run stands', () => {
  const experiment = exampleNamed('descent-2d')?.experiment as Experiment
  const reports = [
    {
      taken: 2,
      steps: Int32Array.of(0, 1, 2),
      points: Float64Array.of(4, 5, 3, 4, 2, 3),
      values: Float64Array.of(41, 25, 13),
      norms: Float64Array.of(0, 0, 0),
      gradients: Int32Array.of(0, 1, 2),
      evaluations: Int32Array.of(0, 1, 2),
      ways: [],
      moments: null,
      stop: 'steps',
      notes: []
    }
  ] as const

  it('is its point of the selected step, and its last one after its end', () => {
    expect(standingPoint(experiment, reports, { run: 0, step: 1 })).toEqual([3, 4])
    expect(standingPoint(experiment, reports, { run: 0, step: 9 })).toEqual([2, 3])
  })

  it('is the shared start while nothing is known', () => {
    expect(standingPoint(experiment, undefined, { run: 0, step: 1 })).toEqual([4, 5])
    expect(standingPoint(experiment, reports, { run: 3, step: 1 })).toEqual([4, 5])
  })
})

describe('a thinned path', () => {
  const report = {
    taken: 9,
    steps: Int32Array.of(0, 4, 9),
    points: Float64Array.of(0, 0, 4, -4, 9, -9),
    values: Float64Array.of(0, 8, 18),
    norms: Float64Array.of(0, 12, 27),
    gradients: Int32Array.of(0, 4, 9),
    evaluations: Int32Array.of(0, 8, 18),
    ways: [],
    moments: null,
    stop: 'steps',
    notes: []
  } as const
  const rows = (from: number) => ({
    from,
    points: Float64Array.of(from, -from),
    values: Float64Array.of(2 * from),
    norms: Float64Array.of(3 * from),
    gradients: Int32Array.of(from),
    evaluations: Int32Array.of(2 * from)
  })

  it('is known at the steps it has, and after its end', () => {
    expect([0, 1, 4, 8, 9, 10].map((step) => isKnownAt(report, step))).toEqual([true, false, true, false, true, true])
    expect(isKnownAt({ problem: { code: 'no-variables', values: {} }, setting: null } as never, 3)).toBe(true)
  })

  it('gets one more point in its place', () => {
    expect(withStanding(report, rows(7))).toMatchObject({
      taken: 9,
      steps: Int32Array.of(0, 4, 7, 9),
      points: Float64Array.of(0, 0, 4, -4, 7, -7, 9, -9),
      values: Float64Array.of(0, 8, 14, 18),
      norms: Float64Array.of(0, 12, 21, 27),
      gradients: Int32Array.of(0, 4, 7, 9),
      evaluations: Int32Array.of(0, 8, 14, 18)
    })
    expect(withStanding(report, rows(4))).toBe(report)
  })

  it('shares with others the steps that all have, or have ended before', () => {
    const paths = [[0, 4, 6, 9], [0, 2, 4, 9], [], [0, 1]].map((steps) => ({ steps }))
    expect([0, 1, 3, 4, 5, 7, 8, 9, 12].map((step) => sharedStep(paths, step))).toEqual([0, 0, 0, 4, 4, 4, 4, 9, 12])
    expect(sharedStep([], 5)).toBe(5)
  })
})
