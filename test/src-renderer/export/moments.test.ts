import { withFormula, withView } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { withMethod } from '@shared/experiment/runs'
import { words } from '@shared/words/index'
import { expect, test } from 'vitest'
import { runsQuestion } from '../../../src-renderer/answers/questions'
import { momentsOf } from '../../../src-renderer/export/moments'
import type { Figure } from '../../../src-renderer/figure'
import { figuresOf } from '../../../src-renderer/figures/gather'
import { occasionOf } from '../../../src-renderer/figures/occasion'
import { principalOf } from '../../../src-renderer/figures/principal-descent'
import { ask } from '../../support/core-ask'

const bowl = exampleNamed('descent-2d')?.experiment as Experiment
const whole = withView({ ...bowl, steps: 6 }, { arrows: 'all' })
const figuresFor = async (experiment: Experiment): Promise<ReadonlyMap<string, Figure>> => {
  const occasion = {
    ...occasionOf(experiment, '', words.en),
    selection: null,
    size: { width: 600, height: 400, scale: 0.2 },
    ask
  }
  return new Map((await figuresOf(occasion)).map(({ name, figure }) => [name, figure]))
}
const going = new AbortController().signal
const momentsIn = (experiment: Experiment, figure: Figure, most: number, signal: AbortSignal) =>
  momentsOf(occasionOf(experiment, '', words.en), ask, figure, most, signal)

test('an animation takes each of its steps apart, as the run made them', async () => {
  const figure = (await figuresFor(whole)).get('contour') as Figure
  const moments = await momentsIn(whole, figure, 150, going)
  expect([...moments.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(moments.get(0)?.anatomy).toBeNull()
  // By hand: every coordinate becomes 1 − 2 · 0.08 = 0.84 of what it was.
  for (const [step, { anatomy, gradient }] of moments) {
    if (step > 0) expect(anatomy?.to[0]).toBeCloseTo(4 * 0.84 ** step, 12)
    if (step > 0) expect(anatomy?.to[1]).toBeCloseTo(5 * 0.84 ** step, 12)
    expect(gradient?.[0]).toBeCloseTo(8 * 0.84 ** step, 12)
    expect(gradient?.[1]).toBeCloseTo(10 * 0.84 ** step, 12)
  }
  expect([...(await momentsIn(whole, figure, 3, going)).keys()]).toEqual([0, 3, 6])
})

test('where only −∇f is wanted it is all there is, and nothing in a loss chart or once it is aborted', async () => {
  const figures = await figuresFor(whole)
  const contour = figures.get('contour') as Figure
  const plain = await momentsIn(withView(whole, { arrows: 'gradient' }), contour, 150, going)
  expect([...plain.values()].every(({ anatomy, gradient }) => anatomy === null && gradient !== null)).toBe(true)
  expect(await momentsIn(whole, figures.get('loss') as Figure, 150, going)).toEqual(new Map())
  expect(await momentsIn(whole, contour, 150, AbortSignal.abort())).toEqual(new Map())
})

test('of a simplex its corners are seen, and no gradient, whichever arrows are wanted', async () => {
  const simplex = withView(withMethod(whole, 'run-1', 'nelder-mead', 'book'), { arrows: 'gradient' })
  const contour = (await figuresFor(simplex)).get('contour') as Figure
  const [, ...moments] = (await momentsIn(simplex, contour, 150, going)).values()
  expect(moments).toHaveLength(6)
  for (const { anatomy, gradient, departure } of moments) {
    expect([gradient, departure, anatomy?.gradient]).toEqual([null, null, null])
    expect([anatomy?.simplex?.before.length, anatomy?.simplex?.after.length]).toEqual([3, 3])
  }
})

/** Four variables, of which every slope depends on others. */
const four: Experiment = {
  ...withFormula(bowl, 'x0^2 + 2*x1^2 + (x2 - x0)^2 + x3^4'),
  start: [2, -1, 1, 1.5],
  steps: 6
}

test('over two of more variables −∇f is that of the point, not of a slice somewhere else', async () => {
  const figure = (await figuresFor(four)).get('contour') as Figure
  // 2 · 2 − 2 (1 − 2) and 4 · (−1).
  expect((await momentsIn(four, figure, 150, going)).get(0)?.gradient).toEqual([6, -4])
})

test('over a principal plane −∇f is seen in it, and the steps are taken apart', async () => {
  const experiment = withView(four, { plane: 'principal', arrows: 'all' })
  const figure = (await figuresFor(experiment)).get('contour') as Figure
  const moments = await momentsIn(experiment, figure, 150, going)
  const question = runsQuestion({ formula: four.formula, variables: ['x0', 'x1', 'x2', 'x3'], parameters: {} }, four)
  const reply = await ask(question)
  const plane = reply.kind === 'answer' ? principalOf(experiment, reply.answer, 0) : null
  // ∇f at the start is (6, −4, −2, 13.5).
  const seen = (direction: readonly number[] = []) =>
    [6, -4, -2, 13.5].reduce((sum, slope, i) => sum + slope * (direction[i] ?? 0), 0)
  expect(moments.get(0)?.gradient?.[0]).toBeCloseTo(seen(plane?.across), 9)
  expect(moments.get(0)?.gradient?.[1]).toBeCloseTo(seen(plane?.up), 9)
  const [trace] = figure.plot === 'contour' ? figure.data.traces : []
  expect(moments.get(3)?.anatomy?.to[0]).toBeCloseTo(trace?.x[3] ?? Number.NaN, 9)
})
