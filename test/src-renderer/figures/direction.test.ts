import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import type { PointReport } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planeSlopes } from '../../../src-renderer/figures/direction'
import { degreesOf, unitVector } from '../../../src-renderer/plots/angle'

const slope = fc.double({ min: -1e3, max: 1e3, noNaN: true }).filter((value) => Math.abs(value) > 1e-3)
const product = (a: readonly [number, number], b: readonly [number, number]) => a[0] * b[0] + a[1] * b[1]

describe('the directional derivative', () => {
  it('is greatest along the gradient, where it is its magnitude, and 0 at a right angle to it', () => {
    fc.assert(
      fc.property(slope, slope, fc.integer({ min: 0, max: 359 }), (p, q, degrees) => {
        const size = Math.hypot(p, q)
        const steepest = degreesOf(p, q)
        // The direction is known to a hundredth of a degree.
        expect(product([p, q], unitVector(steepest)) / size).toBeCloseTo(1, 6)
        expect(Math.abs(product([p, q], unitVector(steepest + 90)) / size)).toBeLessThan(1e-4)
        expect(product([p, q], unitVector(degrees))).toBeLessThanOrEqual(size * (1 + 1e-12))
      }),
      { seed: 72, numRuns: 300 }
    )
  })
})

describe('the gradient in the plane of the axes', () => {
  const { experiment } = exampleNamed('partial-x2y2') as { experiment: Experiment }
  const report: PointReport = {
    value: 5,
    gradient: [2, 4, 6],
    differences: {
      forward: { values: [2.1, 4.1, 6.1] },
      backward: { problem: { code: 'difference-lost', values: {} } },
      central: { values: [2, Number.NaN, 6] }
    },
    kinks: [null, null, null],
    curvature: null
  }
  const seen = (method: Experiment['gradient']['method'], axes: readonly [number, number] = [0, 1]): Experiment => ({
    ...experiment,
    gradient: { method, h: 0.1 },
    view: { ...experiment.view, axes }
  })

  it('follows the axes and the gradient source', () => {
    expect(planeSlopes(seen('exact'), report)).toEqual([2, 4])
    expect(planeSlopes(seen('exact', [2, 0]), report)).toEqual([6, 2])
    expect(planeSlopes(seen('forward'), report)).toEqual([2.1, 4.1])
  })

  it('is missing where a slope is, and at a kink along one of the axes', () => {
    expect(planeSlopes(seen('backward'), report)).toBeNull()
    expect(planeSlopes(seen('central'), report)).toBeNull()
    const kinked = { ...report, kinks: [null, { left: -1, right: 1, jumps: false }, null] }
    expect(planeSlopes(seen('exact'), kinked)).toBeNull()
    expect(planeSlopes(seen('exact', [0, 2]), kinked)).toEqual([2, 6])
  })
})
