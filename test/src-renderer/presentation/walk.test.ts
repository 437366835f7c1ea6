import { blank, withFormula, withPoint } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { nextStepSize, withPointMoved } from '../../../src-renderer/presentation/walk'

describe('the step size, key by key,', () => {
  it('goes down 1, 0.5, 0.2, 0.1 … and back the same way', () => {
    const walk = [1]
    for (let i = 0; i < 6; i++) walk.push(nextStepSize(walk.at(-1) as number, 'smaller'))
    expect(walk).toEqual([1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01])
    for (let i = 5; i >= 0; i--) expect(nextStepSize(walk[i + 1] as number, 'larger')).toBe(walk[i])
  })

  it('comes from any other to the nearest of these, keeps its sign, and stops at both ends', () => {
    expect(nextStepSize(0.37, 'smaller')).toBe(0.2)
    expect(nextStepSize(0.37, 'larger')).toBe(0.5)
    expect(nextStepSize(-1, 'smaller')).toBe(-0.5)
    expect(nextStepSize(1e-16, 'smaller')).toBe(1e-16)
    expect(nextStepSize(10, 'larger')).toBe(10)
  })
})

describe('the point, key by key,', () => {
  const experiment = withPoint(withFormula(blank(), 'x^2 + y^2'), [1.03, 2])

  it('goes from line to line of a grid, so that round places are met', () => {
    const { min, max } = experiment.variables[0] ?? { min: Number.NaN, max: Number.NaN }
    let moved = experiment
    for (let i = 0; i < 60; i++) moved = withPointMoved(moved, 0, -1)
    expect(moved.point).toEqual([min, 2])
    for (let i = 0; i < 20; i++) moved = withPointMoved(moved, 0, 1)
    expect(moved.point[0]).toBeCloseTo((min + max) / 2, 12)
    expect(withPointMoved(experiment, 5, 1)).toBe(experiment)
  })
})
