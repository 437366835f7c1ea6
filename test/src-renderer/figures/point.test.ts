import { blank } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import type { PointReport } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { pointCurve, pointPlane, slopesAt } from '../../../src-renderer/figures/point'

/** x² at 3, as the workers report it. */
const report: PointReport = {
  value: 9,
  gradient: [6],
  kinks: [false],
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
const samples = { x: Float64Array.of(0, 1), values: Float64Array.of(0, 1), slopes: Float64Array.of(0, 2) }
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
})

describe('the secant', () => {
  const secant = (method: Experiment['gradient']['method']) => pointCurve(by(method), 0, samples, range, report).secant

  it('goes through the far point of a one-sided scheme', () => {
    // (3.5)² − 3² = 3.25 = 0.5 · 6.5, and 3² − (2.5)² = 2.75 = 0.5 · 5.5.
    expect(secant('forward')).toEqual({ h: 0.5, value: 12.25 })
    expect(secant('backward')).toEqual({ h: -0.5, value: 6.25 })
  })

  it('is not drawn where there is no such point', () => {
    expect(secant('exact')).toBeNull()
    expect(secant('central')).toBeNull()
  })
})

describe('before the numbers are known', () => {
  it('the curve stands without its point', () => {
    expect(pointCurve(by('forward'), 0, samples, range, undefined)).toMatchObject({ point: null, secant: null })
  })

  it('the plane stands without its point', () => {
    const grid = {
      columns: 2,
      rows: 2,
      values: new Float64Array(4),
      slopesX: new Float64Array(0),
      slopesY: new Float64Array(0)
    }
    expect(pointPlane(by('exact'), grid, { x: range, y: range }, undefined).point).toBeNull()
  })
})
