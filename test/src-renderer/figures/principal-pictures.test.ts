import { withFormula } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment, View } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../src-renderer/figures/gather'
import { occasionOf } from '../../../src-renderer/figures/occasion'
import { framesOf } from '../../../src-renderer/pictures/frames'
import { ask } from '../../support/core-ask'

const plain = withFormula(exampleNamed('descent-2d')?.experiment as Experiment, 'x0^2 + 2*x1^2 + (x2 - x0)^2 + x3^4')

const figures = (view: Partial<View>, crowd = plain.crowd) =>
  figuresOf({
    ...occasionOf(
      { ...plain, crowd, start: [2, -1, 1, 1.5], view: { ...plain.view, plane: 'principal', ...view } },
      'A title',
      words.en
    ),
    selection: null,
    size: { width: 640, height: 400, scale: 0.2 },
    ask
  })

describe('pictures of paths of many variables', () => {
  it('have the principal plane as contour and surface, with the run, and the loss', async () => {
    const found = await figures({})
    expect(found.map(({ name }) => name)).toEqual(['contour', 'surface', 'loss'])
    for (const { figure } of found.slice(0, 2)) {
      if (figure.plot !== 'contour' && figure.plot !== 'surface') throw new Error(figure.plot)
      expect(figure.data.variables).toEqual(['PC1', 'PC2'])
      expect(Array.from(figure.data.samples.values).every(Number.isFinite)).toBe(true)
      expect(Array.from(figure.data.traces[0]?.x ?? []).at(-1)).toBe(0)
    }
  })

  it('have all that the screen shows: the step taken apart, −∇f and the crowd', async () => {
    const found = await figures({ arrows: 'all' }, { layout: 'ring', count: 5, radius: 1, seed: 1 })
    for (const { figure } of found.slice(0, 2)) {
      if (figure.plot !== 'contour' && figure.plot !== 'surface') throw new Error(figure.plot)
      expect(figure.data.anatomy?.to[0]).toBeCloseTo(0, 12)
      expect(figure.data.gradient?.every(Number.isFinite)).toBe(true)
      expect(figure.data.crowd?.ways).toHaveLength(5)
    }
  })

  it('have it small, a step or a run each', async () => {
    expect((await figures({ arrangement: 'steps' })).map(({ name }) => name)).toEqual(['grid', 'loss'])
    expect((await figures({ arrangement: 'runs' })).map(({ name }) => name)).toEqual(['runs', 'loss'])
  })

  it('have the variables one by one, which move as an animation', async () => {
    const [first] = await figures({ arrangement: 'variables' })
    expect(first?.name).toBe('variables')
    if (first?.figure.plot !== 'variables') throw new Error('There is no such figure')
    expect(first.figure.data.names).toEqual(['x₀', 'x₁', 'x₂', 'x₃'])
    const frames = framesOf(first.figure, words.en.plots)
    expect(frames).toHaveLength(16)
    expect(frames[7]).toMatchObject({ data: { step: 7 } })
  })
})
