import { withStepLookedAt, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { describe, expect, it } from 'vitest'
import { differentiateFigures, lensFigure, lineData } from '../../../src-renderer/figures/differentiate'
import { answersFor, describedFrom, expectDescribed, named, occasion } from './described'

const line = named('derivative-x2')
const full = withView(line, { second: true, signs: { second: true, even: false }, tangents: [{ along: 'x', at: 1 }] })

describe('the figures of Differentiate', () => {
  it('wait for what they are of, and not for the sign table that stands on them', async () => {
    expect(await expectDescribed((know) => differentiateFigures(occasion(line), know))).toEqual([
      'curve',
      'point',
      'errors',
      'lens'
    ])
    expect(await expectDescribed((know) => differentiateFigures(occasion(full), know))).toContain('signs')
  })

  it('ask nothing about the lens where h is too small or too large for one', async () => {
    for (const h of [0, 1e308]) {
      const experiment = withStepLookedAt(line, h)
      const asked = await expectDescribed((know) => lensFigure(occasion(experiment), know))
      expect(asked).toEqual(['point'])
    }
  })

  it('are of the point alone: a parameter of the view that none of them shows asks nothing anew', async () => {
    const make = (experiment: Experiment) => (know: Parameters<typeof lineData>[1]) =>
      lineData(occasion(experiment), know)
    const known = await answersFor(make(line))
    const seenFromAbove = withView(line, { direction: 77, topic: 'critical' })
    expect(describedFrom(make(seenFromAbove), known).asked).toEqual([])
    // The point along the variable moves on the curve that is there.
    const moved = describedFrom(make({ ...line, point: [4] }), known)
    expect(moved.asked.map(({ name }) => name)).toEqual(['point'])
  })
})
