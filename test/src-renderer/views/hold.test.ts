import { blank, withFormula } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import { describe, expect, it } from 'vitest'
import { unwidened, withoutRanges, withRanges } from '../../../src-renderer/views/hold'

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

describe('a picture that is wider than its range', () => {
  const typed = { min: -5, max: 5 }
  const shown = { min: -8, max: 8 }

  it('is moved without making the range wider', () => {
    expect(unwidened({ min: -6, max: 10 }, shown, typed)).toEqual({ min: -3, max: 7 })
  })

  it('is zoomed as much as the range is, about the same place', () => {
    expect(unwidened({ min: -4, max: 4 }, shown, typed)).toEqual({ min: -2.5, max: 2.5 })
    expect(unwidened({ min: 0, max: 8 }, shown, typed)).toEqual({ min: 1.5, max: 6.5 })
  })
})
