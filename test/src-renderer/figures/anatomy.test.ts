import { blank, withFormula } from '@shared/experiment/edit'
import { withMethod } from '@shared/experiment/runs'
import type { StepReport } from '@shared/protocol'
import { describe, expect, it } from 'vitest'
import { lineAnatomy, multipleOf, planeAnatomy, stepParts } from '../../../src-renderer/figures/anatomy'

const momentum = { method: 'momentum', convention: 'book' }
const seen = (point: readonly number[]) => [point[0] ?? 0, point[2] ?? 0] as const

/** v ← 0.9v − 0.1g with v = (1, 0, −2), g = (10, 1, 0): v = (−0.1, −0.1, −1.8). */
const step: StepReport = {
  step: 2,
  before: { point: [5, 6, 7], value: 3, gradient: [10, 1, 0] },
  after: { point: [4.9, 5.9, 5.2], value: 2, gradient: [9, 1, 1] },
  lines: [
    {
      target: 'v',
      operands: { momentum: [0.9, 0.9, 0.9], v: [1, 0, -2], lr: [0.1, 0.1, 0.1], g: [10, 1, 0] },
      result: [-0.1, -0.1, -1.8]
    },
    { target: 'x', operands: { x: [5, 6, 7], v: [-0.1, -0.1, -1.8] }, result: [4.9, 5.9, 5.2] }
  ],
  memory: { v: [-0.1, -0.1, -1.8] },
  lr: 0.1,
  noise: null,
  algorithm: null
}

describe('a step taken apart', () => {
  it('leads from where it began to where it ended, and memory to where 0.9 times the old velocity goes', () => {
    const anatomy = planeAnatomy(step, momentum, seen, seen)
    expect(anatomy).toMatchObject({ from: [5, 7], to: [4.9, 5.2], value: 3, gradient: [10, 0] })
    expect(anatomy.inertia?.[0]).toBeCloseTo(5.9, 12)
    expect(anatomy.inertia?.[1]).toBeCloseTo(5.2, 12)
  })

  it('has no inertia where nothing is remembered yet, or the method remembers nothing', () => {
    const [v, x] = step.lines
    if (!v || !x) throw new Error('A step has two lines')
    const first = {
      ...step,
      lines: [
        { ...v, operands: { ...v.operands, v: [0, 0, 0] }, result: [-1, -0.1, 0] },
        { ...x, operands: { ...x.operands, v: [-1, -0.1, 0] }, result: [4, 5.9, 7] }
      ]
    }
    expect(planeAnatomy(first, momentum, seen, seen).inertia).toBeNull()
    expect(planeAnatomy(step, { method: 'descent', convention: 'book' }, seen, seen).inertia).toBeNull()
  })

  it('of an algorithm has what it tried, its radius and its simplex, as they are seen', () => {
    const algorithm: StepReport['algorithm'] = {
      lines: [],
      memory: {},
      trials: [
        { point: [1, 2, 3], value: 8, length: 2, slope: Number.NaN, outcome: 'too-high' },
        { point: [4.9, 5.9, 5.2], value: 2, length: Number.NaN, slope: Number.NaN, outcome: 'accepted' }
      ],
      simplex: { before: [[5, 6, 7]], after: [[4.9, 5.9, 5.2]] },
      radius: 0.5
    }
    const anatomy = planeAnatomy(
      { ...step, lines: [], algorithm },
      { method: 'nelder-mead', convention: 'book' },
      seen,
      seen
    )
    expect(anatomy).toMatchObject({
      gradient: null,
      trials: [
        { at: [1, 3], value: 8, taken: false, onLine: true },
        { at: [4.9, 5.2], value: 2, taken: true, onLine: false }
      ],
      simplex: { before: [[5, 7]], after: [[4.9, 5.2]] },
      radius: 0.5
    })
  })

  it('on the curve of one variable stands on it', () => {
    const anatomy = lineAnatomy(step, momentum)
    expect(anatomy).toMatchObject({ from: [5, 3], to: [4.9, 2], gradient: null })
    expect(anatomy.inertia?.[0]).toBeCloseTo(5.9, 12)
    expect(anatomy.inertia?.[1]).toBe(3)
  })
})

describe('whether a step is taken apart', () => {
  const plane = withMethod(withFormula(blank(), 'x^2 + y^2'), 'run-1', 'momentum', 'book')
  const all = { ...plane, view: { ...plane.view, arrows: 'all' as const } }

  it('is for the person to say', () => {
    expect(stepParts(plane, step, 0, [0, 1]).anatomy).toBeNull()
    expect(stepParts(all, step, 0, [0, 1]).anatomy?.to).toEqual([4.9, 5.9])
    expect(stepParts(all, step, 0, [2, 1]).anatomy?.to).toEqual([5.2, 5.9])
  })

  it('needs a step that was opened, and a run that took it', () => {
    expect(stepParts(all, undefined, 0, [0, 1])).toEqual({ anatomy: null, departure: null })
    expect(stepParts(all, step, 5, [0, 1])).toEqual({ anatomy: null, departure: null })
  })

  it('or else has ∇f where it began, as the run saw it', () => {
    const { before } = step
    const departure = { at: before.point.slice(0, 2), value: before.value, gradient: before.gradient.slice(0, 2) }
    expect(stepParts(plane, step, 0, [0, 1]).departure).toEqual(departure)
    expect(stepParts(all, step, 0, [0, 1]).departure).toBeNull()
  })

  it('and is always where it was made without a gradient, of which no picture shows anything then', () => {
    const simplex = { before: [[5, 6, 7]], after: [[4.9, 5.9, 5.2]] }
    const report: StepReport = {
      ...step,
      lines: [],
      algorithm: { lines: [], memory: {}, trials: [], simplex, radius: null }
    }
    const seen = stepParts(plane, report, 0, [0, 1])
    expect(seen.departure).toBeNull()
    expect(seen.anatomy).toMatchObject({ gradient: null, simplex: { before: [[5, 6]], after: [[4.9, 5.9]] } })
    const line = withFormula(blank(), 'x^2')
    const { before, after } = report
    const single = { ...report, before: { ...before, point: [5], gradient: [10] }, after: { ...after, point: [4] } }
    expect(stepParts(line, single, 0, [0, 0], true).told).toMatchObject({ gradient: null, rate: null })
  })
})

describe('a step while it is told', () => {
  const downhill: StepReport = { ...step, after: { ...step.after, point: [4, 5.9, 7] } }

  it('is a multiple of −∇f only if it is one in every coordinate, and downhill', () => {
    expect(multipleOf(downhill)).toBeCloseTo(0.1, 12)
    expect(multipleOf(step), 'by memory it goes elsewhere').toBeNull()
    expect(multipleOf({ ...downhill, after: { ...downhill.after, point: [6, 6.1, 7] } }), 'uphill').toBeNull()
    expect(multipleOf({ ...downhill, after: downhill.before }), 'no step at all').toBeNull()
  })

  it('is called −η∇f where that multiple is the learning rate', () => {
    const two = withFormula(blank(), 'x^2 + y^2 + z^2')
    const told = (report: StepReport) => stepParts(two, report, 0, [0, 1], true).told
    expect(told(downhill)).toMatchObject({ from: [5, 6], to: [4, 5.9], gradient: [10, 1], isRate: true })
    expect(told({ ...downhill, lr: 0.2 })).toMatchObject({ isRate: false })
  })
})
