import { blank, withVariable } from '@shared/experiment/edit'
import type { RunReport, RunsReport } from '@shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLeft, reachOf, visibleRange } from '../../../src-renderer/figures/ranges'

const experiment = blank()

/** A run through these values of x. */
const through = (...x: readonly number[]): RunsReport => [
  {
    taken: x.length - 1,
    steps: Int32Array.from(x.keys()),
    points: Float64Array.from(x),
    values: Float64Array.from(x, (value) => value ** 2),
    norms: new Float64Array(x.length),
    gradients: new Int32Array(x.length),
    evaluations: new Int32Array(x.length),
    ways: [],
    moments: null,
    stop: 'steps',
    notes: []
  } satisfies RunReport
]

describe('the visible range', () => {
  it('is the typed one while no run leaves it', () => {
    expect(visibleRange(experiment, 0, undefined)).toEqual({ min: -5, max: 5 })
    expect(visibleRange(experiment, 0, through(3, -4.9, 5))).toEqual({ min: -5, max: 5 })
  })

  it('grows on the side where a run leaves, with some room', () => {
    const { min, max } = visibleRange(experiment, 0, through(3, 8))
    expect(min).toBe(-5)
    expect(max).toBeGreaterThan(8)
    expect(max).toBeLessThan(9)
  })

  it('lets a diverging run leave: it never gets wider than four times, and some room', () => {
    const { min, max } = visibleRange(experiment, 0, through(3, -1e6, 1e9, Number.POSITIVE_INFINITY, Number.NaN))
    expect(max - min).toBeLessThanOrEqual(4 * 10 * 1.1 + 1e-9)
    expect([min, max].every(Number.isFinite)).toBe(true)
  })

  it('is told to be left by what goes farther than it grows, also where it has grown', () => {
    const near = [reachOf(experiment, 0, through(3, 8)), isLeft(experiment, 0, through(3, 8))]
    expect(near).toEqual(['widened', false])
    const far = [reachOf(experiment, 0, through(3, 1e6)), isLeft(experiment, 0, through(3, 1e6))]
    expect(far).toEqual(['widened', true])
    expect(isLeft(experiment, 0, undefined)).toBe(false)
  })

  it('stays as the person left it', () => {
    const held = withVariable(experiment, 'x', { min: 0, max: 1 })
    expect(visibleRange(held, 0, through(3, 8))).toEqual({ min: 0, max: 1 })
  })

  it('ignores runs that could not be computed', () => {
    const failed: RunsReport = [{ problem: { code: 'difference-step', values: {} }, setting: null }]
    expect(visibleRange(experiment, 0, failed)).toEqual({ min: -5, max: 5 })
  })

  it('is asked for a variable there is', () => {
    expect(() => visibleRange(experiment, 1, undefined)).toThrow(RangeError)
  })

  it('holds the typed range and every point that is not too far out, whatever the run', () => {
    const anyPath = fc.array(fc.double({ min: -19, max: 19, noNaN: true }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(anyPath, (path) => {
        const { min, max } = visibleRange(experiment, 0, through(...path))
        expect(min).toBeLessThanOrEqual(Math.min(-5, ...path))
        expect(max).toBeGreaterThanOrEqual(Math.max(5, ...path))
      }),
      { seed: 1736 }
    )
  })
})
