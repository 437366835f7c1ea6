import { blank, withFormula } from '@shared/experiment/edit'
import type { Curvature, PointReport } from '@shared/protocol'
import { describe, expect, it, test } from 'vitest'
import { bendOf, isEven, isStationary, settled } from '../../../src-renderer/figures/curvature'

/** Curvatures along the axes. */
const along = (least: number, most: number): Curvature => ({
  hessian: [least, 0, most],
  principal: [
    { value: least, direction: [1, 0] },
    { value: most, direction: [0, 1] }
  ]
})

describe('how a surface bends', () => {
  it.each([
    [1, 2, 'bowl'],
    [-2, -1, 'dome'],
    [-1, 2, 'saddle'],
    [0, 2, 'trough'],
    [-2, 0, 'ridge'],
    [0, 0, 'flat']
  ] as const)('with the eigenvalues %d and %d is a %s', (least, most, bend) => {
    expect(bendOf(along(least, most))).toBe(bend)
  })

  it('does not take rounding for a curvature, at any scale', () => {
    for (const scale of [1e-200, 1, 1e200]) {
      expect(bendOf(along(-1e-16 * scale, scale))).toBe('trough')
      expect(bendOf(along(1e-6 * scale, scale))).toBe('bowl')
    }
  })

  it('is not said where a second derivative is missing', () => {
    expect(bendOf({ hessian: [Number.NaN, 0, 1], principal: null })).toBeNull()
  })
})

test('a surface bends evenly where the eigenvalues are equal, up to rounding', () => {
  expect([along(2, 2), along(0, 0), along(-3, -3 + 1e-15)].map(isEven)).toEqual([true, true, true])
  expect([along(-2, 2), along(2, 2.001), { hessian: [1, 0, 1], principal: null } as const].map(isEven)).toEqual([
    false,
    false,
    false
  ])
})

describe('a point is stationary', () => {
  it('where the slopes would be undone by a step nobody sees', () => {
    expect(isStationary([0, 0], along(0, 0), 10)).toBe(true)
    expect(isStationary([1e-13, 0], along(1, 2), 10)).toBe(true)
    expect(isStationary([1e-3, 0], along(1, 2), 10)).toBe(false)
  })

  it('only with slopes of 0 where nothing is known of how it bends', () => {
    expect(isStationary([1e-13, 0], { hessian: [Number.NaN, 0, 0], principal: null }, 10)).toBe(false)
    expect(isStationary([0, 0], { hessian: [Number.NaN, 0, 0], principal: null }, 10)).toBe(true)
  })
})

describe('slopes that are no more than rounding', () => {
  const experiment = withFormula(blank(), 'x^2 + 2y^2')
  const report = (gradient: readonly number[], kinks: PointReport['kinks'] = [null, null]): PointReport => ({
    value: 5,
    gradient,
    kinks,
    curvature: along(2, 4),
    differences: { forward: { values: [] }, backward: { values: [] }, central: { values: [] } }
  })

  it('are 0, and no others', () => {
    expect(settled(experiment, report([3.55e-15, -1e-16])).gradient).toEqual([0, 0])
    expect(settled(experiment, report([3.55e-15, 0.5])).gradient).toEqual([3.55e-15, 0.5])
    expect(settled(experiment, report([1e-6, 0])).gradient).toEqual([1e-6, 0])
  })

  it('stay what they are at a kink, where they are no slopes', () => {
    const kink = { left: -1, right: 1, jumps: false }
    expect(settled(experiment, report([1e-15, 0], [kink, null])).gradient).toEqual([1e-15, 0])
  })
})
