import { spaced } from '@core/spaced'
import { describe, expect, it } from 'vitest'

describe('equally spaced places', () => {
  it('include both ends and hit round numbers exactly', () => {
    const places = spaced({ min: -5, max: 5 }, 101)
    expect([places[0], places[50], places[51], places[73], places[100]]).toEqual([-5, 0, 0.1, 2.3, 5])
  })

  it('ascend even where the interval is given the other way round', () => {
    expect([...spaced({ min: 2, max: -1 }, 4)]).toEqual([-1, 0, 1, 2])
  })

  it('may be one, none or all the same', () => {
    expect([...spaced({ min: 2, max: 3 }, 1)]).toEqual([2])
    expect([...spaced({ min: 2, max: 3 }, 0)]).toEqual([])
    expect([...spaced({ min: 2, max: 2 }, 3)]).toEqual([2, 2, 2])
  })

  it('stay finite in the widest interval there is', () => {
    const places = spaced({ min: -Number.MAX_VALUE, max: Number.MAX_VALUE }, 5)
    expect(places.every(Number.isFinite)).toBe(true)
    expect([places[0], places[2], places[4]]).toEqual([-Number.MAX_VALUE, 0, Number.MAX_VALUE])
  })
})
