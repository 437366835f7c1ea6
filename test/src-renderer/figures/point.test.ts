import { blank } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import type { DifferenceErrors, PointReport } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { pointCurve, pointErrors, pointPlane, slopesAt } from '../../../src-renderer/figures/point'
import { gridOf } from '../plots/samples'

/** x² at 3, as the workers report it. */
const report: PointReport = {
  value: 9,
  gradient: [6],
  kinks: [null],
  curvature: null,
  differences: {
    forward: { values: [6.5] },
    backward: { values: [5.5] },
    central: { problem: { code: 'difference-step', values: {} } }
  }
}
const by = (method: Experiment['gradient']['method']): Experiment => ({
  ...blank(),
  point: [3],
  gradient: { method, h: 0.5 }
})
const samples = {
  x: Float64Array.of(0, 1),
  values: Float64Array.of(0, 1),
  slopes: Float64Array.of(0, 2),
  seconds: new Float64Array(0),
  breaks: [],
  bends: [],
  tooMany: false
}
const range = { min: 0, max: 4 }

describe('the slope at the point', () => {
  it('comes from the chosen source', () => {
    expect(slopesAt(by('exact'), report)).toEqual([6])
    expect(slopesAt(by('forward'), report)).toEqual([6.5])
    expect(slopesAt(by('backward'), report)).toEqual([5.5])
  })

  it('is no number where the difference cannot be formed', () => {
    expect(slopesAt(by('central'), report)).toEqual([Number.NaN])
  })

  it('is no number at a pole', () => {
    expect(slopesAt(by('exact'), { ...report, value: Infinity, gradient: [-Infinity] })).toEqual([Number.NaN])
  })
})

describe('the chart of errors', () => {
  it('has the scheme in use, that of the secant beside an exact derivative, and with a negative h its mirror image', () => {
    const shown = (method: Experiment['gradient']['method'], h: number) =>
      pointErrors({ ...blank(), gradient: { method, h } }, {} as DifferenceErrors)
    expect(shown('exact', 0.5)).toMatchObject({ scheme: 'forward', h: 0.5 })
    expect(shown('central', -0.5).scheme).toBe('central')
    // (f(a − |h|) − f(a))/(−|h|) = (f(a) − f(a − |h|))/|h|
    expect(shown('forward', -0.5)).toMatchObject({ scheme: 'backward', h: -0.5 })
    expect(shown('backward', -0.5).scheme).toBe('forward')
  })
})

describe('the tangent', () => {
  it('has the exact slope, whatever the source of the gradient', () => {
    for (const method of ['exact', 'forward', 'backward', 'central'] as const) {
      expect(pointCurve(by(method), 0, samples, range, report).point).toEqual({ at: 3, value: 9, slope: 6 })
    }
  })
})

describe('the secant', () => {
  const secant = (method: Experiment['gradient']['method'], known = report) =>
    pointCurve(by(method), 0, samples, range, known).secant
  const square = (x: number) => ({ x, value: x * x })
  const central = { ...report, differences: { ...report.differences, central: { values: [6] } } }

  it('goes through the two points of the scheme', () => {
    // (3.5)² − 3² = 3.25 = 0.5 · 6.5, and 3² − (2.5)² = 2.75 = 0.5 · 5.5.
    expect(secant('forward')).toEqual({ from: square(3), to: square(3.5), slope: 6.5 })
    expect(secant('backward')).toEqual({ from: square(2.5), to: square(3), slope: 5.5 })
    expect(secant('central', central)).toEqual({ from: square(2.5), to: square(3.5), slope: 6 })
  })

  it('is none of an exact derivative', () => {
    expect(secant('exact')).toBeNull()
  })

  it('is not drawn where f has no value at one of the points', () => {
    expect(secant('central')).toBeNull()
    const problem = { problem: { code: 'difference-step', values: {} } } as const
    const none = { ...central, differences: { ...central.differences, forward: problem } }
    expect(secant('forward', none)).toBeNull()
    expect(secant('central', none)).toBeNull()
    expect(secant('backward', none)).not.toBeNull()
  })
})

describe('before the numbers are known', () => {
  it('the curve stands without its point', () => {
    expect(pointCurve(by('forward'), 0, samples, range, undefined)).toMatchObject({ point: null, secant: null })
  })

  it('the plane stands without its point', () => {
    const grid = gridOf(() => 0, range, range, 2)
    expect(pointPlane(by('exact'), grid, { x: range, y: range }, undefined).point).toBeNull()
  })
})
