import { sampleCurve } from '@core/curve'
import { sampleGrid } from '@core/grid'
import { compile } from '@core/objective'
import { Cancelled } from '@core/pulse'
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

describe('curve samples', () => {
  it('are values and exact slopes along one variable, the others held', () => {
    const f = compile('x^2*y', ['x', 'y'])
    const { x, values, slopes } = sampleCurve(f, { min: 0, max: 2 }, 3, { along: 1, point: [3, 99] })
    expect([[...x], [...values], [...slopes]]).toEqual([
      [0, 1, 2],
      [0, 9, 18],
      [9, 9, 9]
    ])
  })

  it('are undefined where f is', () => {
    const { values, slopes } = sampleCurve(compile('sqrt(x)', ['x']), { min: -1, max: 1 }, 3)
    expect([...values]).toEqual([Number.NaN, 0, 1])
    expect([...slopes]).toEqual([Number.NaN, Number.POSITIVE_INFINITY, 0.5])
  })
})

describe('grid samples', () => {
  const f = compile('x + 10*y + 100*z', ['x', 'y', 'z'])

  it('go row by row, x with the column, y with the row', () => {
    const { values, slopesX } = sampleGrid(f, { min: 0, max: 2 }, { min: 0, max: 1 }, 3, 2, {
      axes: [0, 2],
      point: [99, 5, 99]
    })
    expect([...values]).toEqual([50, 51, 52, 150, 151, 152])
    expect(slopesX).toHaveLength(0)
  })

  it('carry the two slopes if asked', () => {
    const range = { min: 0, max: 1 }
    const { slopesX, slopesY } = sampleGrid(f, range, range, 2, 2, { axes: [2, 1], gradient: true })
    expect([...slopesX]).toEqual([100, 100, 100, 100])
    expect([...slopesY]).toEqual([10, 10, 10, 10])
  })

  it('show signs of life every few samples, since one of a long formula may take milliseconds', () => {
    let [beats, most, before] = [0, 0, 0]
    const pulse = {
      beat() {
        beats++
        most = Math.max(most, f.counts.values - before)
        before = f.counts.values
      }
    }
    before = f.counts.values
    sampleGrid(f, { min: 0, max: 1 }, { min: 0, max: 1 }, 101, 101, { pulse })
    expect(most).toBeLessThanOrEqual(16)
    expect(beats).toBeGreaterThan(600)
  })

  it('stop when nobody wants them any more', () => {
    let beats = 0
    const pulse = {
      beat() {
        if (++beats > 10) throw new Cancelled()
      }
    }
    const range = { min: 0, max: 1 }
    expect(() => sampleGrid(f, range, range, 1000, 1000, { gradient: true, pulse })).toThrowError(Cancelled)
    expect(() => sampleCurve(f, range, 20_000, { pulse })).toThrowError(Cancelled)
    expect(beats).toBe(12)
  })
})
