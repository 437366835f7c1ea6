import { blank, withFormula, withVariable } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import type { RunsReport } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { withoutHold, withoutRanges, withRanges } from '../../../src-renderer/cards/hold'
import { visibleRange } from '../../../src-renderer/figures/ranges'

describe('ranges taken hold of', () => {
  const plane = examples.find(({ id }) => id === 'descent-2d')?.experiment ?? blank()

  it('are those of the axes, in their order, and no longer follow the runs', () => {
    const held = withRanges(
      plane,
      [1, 0],
      [
        { min: 0, max: 1 },
        { min: 2, max: 3 }
      ]
    )
    expect(held.variables).toEqual([
      { name: 'x0', min: 2, max: 3, pinned: false, held: true },
      { name: 'x1', min: 0, max: 1, pinned: false, held: true }
    ])
    const outside = [{ steps: Int32Array.of(0), points: Float64Array.of(20, 20) }] as unknown as RunsReport
    expect(visibleRange(held, 0, outside)).toEqual({ min: 2, max: 3 })
    expect(visibleRange(plane, 0, outside)).not.toEqual({ min: 2, max: 3 })
  })

  it('do not keep a variable that the function no longer has: it was only looked at', () => {
    const held = withRanges(plane, [0], [{ min: 2, max: 3 }])
    const names = (experiment: Experiment) => experiment.variables.map(({ name }) => name)
    expect(names(withFormula(held, 'x1^2'))).toEqual(['x1'])
    const pinned = withVariable(plane, 'x0', { max: 9 })
    expect(names(withFormula(withRanges(pinned, [0], [{ min: 2, max: 3 }]), 'x1^2'))).toEqual(['x0', 'x1'])
  })

  it('leave other variables, and variables there are none of, alone', () => {
    expect(withRanges(plane, [0], [{ min: 2, max: 3 }]).variables[1]).toBe(plane.variables[1])
    expect(withRanges(plane, [7], [{ min: 2, max: 3 }])).toEqual(plane)
  })

  it('are those of the example again when let go, and follow the runs', () => {
    const held = withRanges(
      plane,
      [0, 1],
      [
        { min: 2, max: 2.1 },
        { min: 0, max: 99 }
      ]
    )
    expect(withoutRanges(held)).toEqual(plane)
  })

  it('follow the runs again one by one, unless a name is a variable only because it is held', () => {
    const held = withRanges(
      plane,
      [0, 1],
      [
        { min: 2, max: 3 },
        { min: 0, max: 1 }
      ]
    )
    expect(withoutHold(held, [1])?.variables).toEqual([
      held.variables[0],
      { name: 'x1', min: 0, max: 1, pinned: false }
    ])
    const pinned = withVariable(plane, 'x0', { min: 2, max: 3 })
    expect(withoutHold(pinned, [0])?.variables[0]).toEqual({ name: 'x0', min: 2, max: 3, pinned: false })
    expect(withoutHold(withFormula(pinned, 'x1^2'), [0])).toBeNull()
  })

  it('of a function of one’s own are those of New again', () => {
    const held = withRanges(blank(), [0], [{ min: 2, max: 2.1 }])
    expect(withoutRanges(held)).toEqual(blank())
    const other = withFormula({ ...plane, example: null }, 'x + y')
    expect(withoutRanges(other).variables).toEqual([
      { name: 'x', min: -5, max: 5, pinned: false },
      { name: 'y', min: -5, max: 5, pinned: false }
    ])
  })
})
