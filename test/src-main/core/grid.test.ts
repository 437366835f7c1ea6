import { sampleGrid } from '@core/grid'
import { compile } from '@core/objective'
import { Cancelled } from '@core/pulse'
import { describe, expect, it } from 'vitest'

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
    expect(beats).toBe(11)
  })
})
