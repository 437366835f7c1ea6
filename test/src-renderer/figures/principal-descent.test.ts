import { withFormula } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import type { RunsReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { planeQuestion, runsQuestion } from '../../../src-renderer/answers/questions'
import { subjectOf } from '../../../src-renderer/figures/occasion'
import { onPlane } from '../../../src-renderer/figures/principal'
import {
  composition,
  principalContour,
  principalOf,
  principalRanges,
  principalTraces
} from '../../../src-renderer/figures/principal-descent'
import { ask } from '../../support/core-ask'

const example = exampleNamed('descent-2d')?.experiment as Experiment
const four: Experiment = {
  ...withFormula(example, 'x0^2 + 3*x1^2 + (x2 - x0)^2/2 + x3^2/9'),
  start: [3, -2, 1, 4]
}

async function answered<Name extends 'runs' | 'plane'>(question: Parameters<typeof ask<Name>>[0]) {
  const reply = await ask(question)
  if (reply.kind !== 'answer') throw new Error(JSON.stringify(reply))
  return reply.answer
}
const reportsOf = (experiment: Experiment): Promise<RunsReport> =>
  answered(runsQuestion(subjectOf(experiment), experiment))

describe('runs over their principal plane', () => {
  it('show f as it is at the last point of the selected run, which is at 0', async () => {
    const reports = await reportsOf(four)
    const plane = principalOf(four, reports, 0)
    if (!plane) throw new Error('There is no plane')
    const [report] = reports
    if (!report || !('points' in report)) throw new Error('There is no run')
    const traces = principalTraces(four, reports, words.en, plane)
    expect([traces[0]?.x.length, traces[0]?.steps.length]).toEqual([16, 16])
    expect([traces[0]?.x[15], traces[0]?.y[15]]).toEqual([0, 0])
    const ranges = { x: { min: -1, max: 1 }, y: { min: -1, max: 1 } }
    const grid = { columns: 3, rows: 3, centred: false }
    const samples = await answered(planeQuestion('plane', subjectOf(four), plane, ranges, grid, four.view.contour))
    expect(samples.values[4]).toBe(report.values.at(-1))
    const contour = principalContour(four, plane, samples, ranges, traces, { step: 15, run: 0 }, [1, 2, 3, 4])
    expect(contour.variables).toEqual(['PC1', 'PC2'])
    // The page's f over the plane and the core's samples are the same function.
    expect(contour.f?.(1, -1)).toBeCloseTo(samples.values[2] ?? NaN, 12)
    expect(contour.gradient?.[0]).toBeCloseTo(
      [1, 2, 3, 4].reduce((sum, share, i) => sum + share * (plane.across[i] ?? 0), 0),
      12
    )
    expect(onPlane(plane, 0, 0)).toEqual(Array.from(report.points.slice(-4)))
  })

  it('stay within the ranges, with room around a path along a line', async () => {
    const line: Experiment = { ...four, start: [0, -2, 0, 0] }
    for (const experiment of [four, line]) {
      const reports = await reportsOf(experiment)
      const plane = principalOf(experiment, reports, 0)
      const traces = plane ? principalTraces(experiment, reports, words.en, plane) : []
      const { x, y } = principalRanges(traces, 0)
      for (const trace of traces) {
        expect(Math.min(...Array.from(trace.x))).toBeGreaterThan(x.min)
        expect(Math.max(...Array.from(trace.x))).toBeLessThan(x.max)
        expect(Math.min(...Array.from(trace.y))).toBeGreaterThan(y.min)
        expect(Math.max(...Array.from(trace.y))).toBeLessThan(y.max)
      }
      expect(y.max - y.min).toBeGreaterThan((x.max - x.min) / 6)
    }
  })

  it('grow for another run that goes somewhat farther, not for one that flies away', () => {
    const along = (...x: number[]) => ({ name: '', colour: 0, steps: x.map((_, k) => k), x, y: x, values: x, norms: x })
    const width = (far: number) => {
      const { x } = principalRanges([along(-1, 0, 1), along(0, far)], 0)
      return x.max - x.min
    }
    const own = width(0)
    expect(own).toBeGreaterThan(2)
    expect(width(4) / own).toBeGreaterThan(1.5)
    for (const far of [100, 1e6, 1e12]) expect(width(far) / own).toBeLessThanOrEqual(4.001)
  })

  it('have no plane where there is no run, or no two variables', async () => {
    expect(principalOf(four, undefined, 0)).toBeNull()
    expect(principalOf(four, [{ problem: { code: 'formula-empty', values: {} }, setting: null }], 0)).toBeNull()
    const one = exampleNamed('descent-1d')?.experiment as Experiment
    expect(principalOf(one, await reportsOf(one), 0)).toBeNull()
  })

  it('say what a direction is made of, the largest share first', () => {
    expect(composition(four, [0.1, -0.9, 0.001, 0.42]).join(' ')).toBe('−0.9 x₁ + 0.42 x₃ + 0.1 x₀')
    expect(composition(four, [0, 0, 1, 0]).join(' ')).toBe('x₂')
  })
})
