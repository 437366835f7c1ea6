import type { Body } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { lane } from '../../../src-main/compute/lane'

const subject = { formula: 'x', variables: ['x'], parameters: {} }
const gradient = { method: 'exact', h: 1e-4 } as const
const run = { method: 'descent', convention: 'book', settings: {}, start: [1] } satisfies Body<'runs'>['runs'][number]
const range = { min: 0, max: 1 }

const gridOf = (columns: number, rows: number): Body<'grid'> => ({
  subject,
  axes: [0, 0],
  point: [0],
  x: range,
  y: range,
  columns,
  rows,
  centred: false,
  levels: { count: 15, spacing: 'auto' },
  gradient: false
})

describe('the lane of a question', () => {
  it('is the quick one for grids up to 101²', () => {
    expect(lane({ name: 'grid', slot: '', body: gridOf(101, 101) })).toBe('quick')
    expect(lane({ name: 'grid', slot: '', body: gridOf(101, 102) })).toBe('heavy')
  })

  it('is the heavy one when all runs together take many steps', () => {
    const runs = (steps: number, count: number) =>
      lane({
        name: 'runs',
        slot: '',
        body: { subject, gradient, steps, runs: Array(count).fill(run), columns: 1000, views: [] }
      })
    expect(runs(15, 4)).toBe('quick')
    expect(runs(10_000, 1)).toBe('quick')
    expect(runs(10_000, 2)).toBe('heavy')
  })

  it('is the heavy one for a late step, which has to be walked to', () => {
    const step = (step: number) => lane({ name: 'step', slot: '', body: { subject, gradient, run, step } })
    expect(step(10)).toBe('quick')
    expect(step(1_000_000)).toBe('heavy')
  })

  it('is the heavy one for a search of critical points', () => {
    const body = { subject, axes: [0, 0], point: [0], x: range, y: range } satisfies Body<'critical'>
    expect(lane({ name: 'critical', slot: '', body })).toBe('heavy')
  })

  it('is the quick one for what a drag asks for', () => {
    expect(lane({ name: 'point', slot: '', body: { subject, point: [1], h: 1e-4, axes: null } })).toBe('quick')
    expect(
      lane({ name: 'curve', slot: '', body: { subject, along: 0, point: [1], range, samples: 500, second: false } })
    ).toBe('quick')
    expect(lane({ name: 'tangents', slot: '', body: { subject, along: 0, point: [1], places: [2] } })).toBe('quick')
    expect(lane({ name: 'errors', slot: '', body: { subject, along: 0, point: [1] } })).toBe('quick')
  })
})
