import type { View } from '@shared/experiment/experiment'
import type { MinimumReport, RunReport, RunsReport } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { standings } from '../../../src-renderer/figures/standings'

/** A run of one variable through these points and values, with two gradients and three evaluations a step. */
function runOf(points: readonly number[], values: readonly number[], changes: Partial<RunReport> = {}): RunReport {
  const counts = (each: number) => Int32Array.from(values, (_, step) => each * step)
  return {
    taken: values.length - 1,
    steps: counts(1),
    points: Float64Array.from(points),
    values: Float64Array.from(values),
    norms: new Float64Array(values.length),
    gradients: counts(2),
    evaluations: counts(3),
    ways: [],
    moments: null,
    stop: 'steps',
    notes: [],
    ...changes
  }
}

const found = (point: readonly number[] | null, value: number): MinimumReport => ({
  point,
  value,
  norm: 0,
  eigenvalues: [2],
  kind: 'minimum',
  starts: 10,
  agreeing: 10,
  evaluations: 100,
  others: [],
  edges: [],
  unbounded: false,
  outside: null
})

const order = (reports: RunsReport, by: View['board'] = 'value', minimum?: MinimumReport) =>
  standings(reports, minimum, by, 1).rows.map(({ run, place }) => [run, place])

const slow = runOf([3, 2, 1], [9, 4, 1])
const quick = runOf([3, 1, 0.5], [9, 1, 0.25])
const diverged = runOf([3, 30], [9, 900], { stop: 'diverged' })
const left = runOf([3, 0.1], [9, 0.01], { stop: 'left-domain' })
const broken = { problem: { code: 'setting-not-finite', values: {} }, setting: 'lr' } as const

describe('by value', () => {
  it('the lowest end is first, and who broke off last without a place, whatever its last value', () => {
    expect(order([slow, broken, diverged, quick, left])).toEqual([
      [3, 1],
      [0, 2],
      [2, null],
      [4, null],
      [1, null]
    ])
  })

  it('equals share a place and the next is counted on; rounding makes no difference', () => {
    const other = runOf([3, 0.5], [9, 0.25 + 1e-13])
    expect(order([slow, other, quick])).toEqual([
      [2, 1],
      [1, 1],
      [0, 3]
    ])
    const { rows } = standings([slow, other, quick], undefined, 'value', 1)
    expect(rows.map(({ isTied }) => isTied)).toEqual([true, true, false])
  })

  it('small steps do not add up to a long tie', () => {
    const near = Array.from({ length: 5 }, (_, index) => runOf([3, 0], [9, index * 6e-12]))
    expect(order(near).map(([, place]) => place)).toEqual([1, 1, 3, 3, 5])
  })
})

describe('by distance', () => {
  const beyond = runOf([3, -0.4], [9, 0.3])

  it('is not known before a lowest point was found: nobody has a place, and the lower end stands first', () => {
    const { lowest, rows } = standings([slow, quick, beyond], undefined, 'distance', 1)
    expect(lowest).toEqual([])
    expect(rows.map(({ run, place, distance }) => [run, place, distance])).toEqual([
      [1, null, NaN],
      [2, null, NaN],
      [0, null, NaN]
    ])
  })

  it('is measured to the lowest point once that was found', () => {
    const { lowest, rows } = standings([slow, quick, beyond], found([0], 0), 'distance', 1)
    expect(lowest).toEqual([[0]])
    expect(rows.map(({ run }) => run)).toEqual([2, 1, 0])
  })

  it('is measured to the nearest of several that are equally low, and to none that is higher', () => {
    const others = [
      { point: [0.6], value: 0, asLow: true as const },
      { point: [1], value: 0.1 }
    ]
    const { rows } = standings([slow, quick, beyond], { ...found([0], 0), others }, 'distance', 1)
    expect(rows.map(({ run, distance }) => [run, distance.toFixed(9)])).toEqual([
      [1, '0.100000000'],
      [0, '0.400000000'],
      [2, '0.400000000']
    ])
  })

  it('takes what a run went lower by for rounding only where it is beside the way down', () => {
    // The search ended at 1e-9: no rounding beside a way of 9.
    expect(standings([runOf([3, 0], [9, 0])], found([1e-5], 1e-9), 'distance', 1).lowest).toEqual([])
    expect(standings([runOf([3, 0], [9, 0])], found([1e-8], 1e-12), 'distance', 1).lowest).toEqual([[1e-8]])
  })

  it('is not measured to what is not the lowest: a run went lower, or f falls without end', () => {
    for (const minimum of [found([2], 4), found(null, 0)])
      expect(standings([slow, quick], minimum, 'distance', 1).lowest).toEqual([])
  })

  it('in several variables is that of the whole point', () => {
    const plane = runOf([3, 4, 3, 4], [25, 25])
    expect(standings([plane], found([0, 0], 0), 'distance', 2).rows[0]?.distance).toBe(5)
  })

  it('of a run that broke off gives no place', () => {
    const { rows } = standings([diverged, broken], found([0], 0), 'distance', 1)
    expect(rows.map(({ place }) => place)).toEqual([null, null])
  })
})

describe('by gradients', () => {
  const late = runOf([3, 1, 0.5, 0], [9, 1, 0.25, 0])
  const early = runOf([3, 0, 0, 0], [9, 8e-6, 1e-7, 0])
  const never = runOf([3, 2], [9, 4])

  it('who needed fewer to come within a millionth of the way down is first; who did not has no place', () => {
    const { rows } = standings([late, early, never], found([0], 0), 'gradients', 1)
    expect(rows.map(({ run, place, reached }) => [run, place, reached?.gradients])).toEqual([
      // 8e-6 is within 9 · 10⁻⁶.
      [1, 1, 2],
      [0, 2, 6],
      [2, null, undefined]
    ])
  })

  it('the way down is that from the highest start, so that a start nearer by is no other goal', () => {
    const near = runOf([0.1, 0], [8.5e-6, 0])
    expect(standings([early, near], found([0], 0), 'gradients', 1).rows[0]).toMatchObject({
      run: 1,
      reached: { gradients: 0 }
    })
  })

  it('nearness is a millionth of the way down: neither more of it is left nor must there be less', () => {
    const nearly = runOf([3, 0, 0], [9, 9.01e-6, 8.99e-6])
    expect(standings([nearly], found([0], 0), 'gradients', 1).rows[0]?.reached?.gradients).toBe(4)
    const far = runOf([3, 0, 0], [9, 8e-5, 1e-5])
    expect(standings([far], found([0], 0), 'gradients', 1).rows[0]?.reached).toBeNull()
  })

  it('a run that broke off has not got there, wherever it came by', () => {
    for (const stop of ['diverged', 'left-domain'] as const) {
      const by = runOf([3, 0, 30], [9, 0, 900], { stop })
      const { rows } = standings([late, by], found([0], 0), 'gradients', 1)
      expect(rows.map(({ run, place, reached }) => [run, place, reached])).toEqual([
        [0, 1, { gradients: 6, atMost: false }],
        [1, null, null]
      ])
    }
  })

  it('a method that computes none has no place among those that do', () => {
    const free = runOf([3, 0], [9, 0], { gradients: new Int32Array(2) })
    expect(order([free, late], 'gradients', found([0], 0))).toEqual([
      [1, 1],
      [0, null]
    ])
  })

  it('of a thinned run only a bound is known', () => {
    const steps = Int32Array.from([0, 500, 1000])
    const thinned = runOf([3, 0, 0], [9, 0, 0], { steps, taken: 1000, gradients: steps })
    expect(standings([thinned], found([0], 0), 'gradients', 1).rows[0]?.reached).toEqual({
      gradients: 500,
      atMost: true
    })
  })
})
