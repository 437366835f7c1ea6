import { withFormula, withView } from '@shared/experiment/edit'
import type { Experiment, View } from '@shared/experiment/experiment'
import { withMethod } from '@shared/experiment/runs'
import { describe, expect, it } from 'vitest'
import { descendFigures, isHeldBack } from '../../../src-renderer/figures/descend'
import type { Know } from '../../../src-renderer/figures/know'
import { descentOf } from '../../../src-renderer/figures/runs'
import { answersFor, describedFrom, expectDescribed, named, occasion } from './described'

const [line, plane] = [named('descent-1d'), named('descent-2d')]
const space = withFormula(plane, 'x0^2 + 2*x1^2 + (x2 - x0)^2')
const seen = (experiment: Experiment, view: Partial<View> = {}) => withView(experiment, { ...view, tab: 'descend' })

/** The runs are known: what is asked is asked for the figures. */
async function figuresOver(experiment: Experiment, step = 3) {
  const of = (know: Know) => descentOf(occasion(experiment), { run: 0, step }, know)
  const descent = describedFrom(of, await answersFor(of)).made
  if (!descent) throw new Error('There are no runs')
  return { descent, figures: (know: Know) => descendFigures(descent, know) }
}

describe('the figures of Descend', () => {
  it.each([
    ['curve and slope', seen(line), ['curve']],
    ['small curves', seen(line, { arrangement: 'steps' }), ['curve']],
    ['contour and surface with ∇f where the run stands', seen(plane), ['grid', 'grid', 'point']],
    [
      'contour and surface of a method without a gradient, which has no arrow',
      seen(withMethod(plane, 'run-1', 'nelder-mead', 'book')),
      ['grid', 'grid']
    ],
    ['small contours, without a surface', seen(plane, { arrangement: 'runs' }), ['grid', 'point']],
    ['each variable over the steps, of the runs alone', seen(space, { arrangement: 'variables' }), []],
    ['the principal plane', seen(space, { plane: 'principal' }), ['plane', 'plane', 'point']]
  ] as const)('%s wait for what they are of and ask nothing else', async (_, experiment, names) => {
    const { figures } = await figuresOver(experiment)
    expect([...(await expectDescribed(figures))].sort()).toEqual(names)
  })

  it('stay on their grids while the step moves: only ∇f is asked for anew', async () => {
    const known = await answersFor((await figuresOver(seen(plane), 3)).figures)
    const { figures } = await figuresOver(seen(plane), 4)
    expect(describedFrom(figures, known).asked.map(({ name }) => name)).toEqual(['point'])
  })

  it('without runs have no arrow, and ask for none', async () => {
    const { figures } = await figuresOver(seen({ ...plane, runs: [] }))
    expect([...(await expectDescribed(figures))].sort()).toEqual(['grid', 'grid'])
  })

  it('say that a variable off the axes is held back where its run has left the ranges, and only there', async () => {
    const held = (min: number, max: number) => {
      const variables = space.variables.map((one, axis) => (axis === 2 ? { ...one, min, max, pinned: true } : one))
      return seen({ ...space, variables, start: [4, 5, 3] }, { axes: [0, 1] })
    }
    expect(isHeldBack((await figuresOver(held(-6, 6), 0)).descent)).toBe(false)
    expect(isHeldBack((await figuresOver(held(-1, 1), 0)).descent)).toBe(true)
  })
})
