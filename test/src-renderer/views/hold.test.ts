import { blank, withFormula } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import { describe, expect, it } from 'vitest'
import { withoutRanges, withRanges } from '../../../src-renderer/views/hold'

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
      { name: 'x0', min: 2, max: 3, pinned: true },
      { name: 'x1', min: 0, max: 1, pinned: true }
    ])
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
