import { withView } from '@shared/experiment/edit'
import { exampleNamed } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import { words } from '@shared/words/index'
import { expect, test } from 'vitest'
import { anatomiesOf } from '../../../src-renderer/figures/anatomies'
import { figuresOf } from '../../../src-renderer/figures/gather'
import type { Figure } from '../../../src-renderer/plots/figure'
import { ask } from '../../support/core-ask'

const bowl = exampleNamed('descent-2d')?.experiment as Experiment
const whole = withView({ ...bowl, steps: 6 }, { arrows: 'all' })
const figuresFor = async (experiment: Experiment): Promise<ReadonlyMap<string, Figure>> => {
  const occasion = { experiment, title: '', selection: null, words: words.en, size: { width: 600, height: 400 }, ask }
  return new Map((await figuresOf(occasion)).map(({ name, figure }) => [name, figure]))
}
const going = new AbortController().signal

test('an animation takes each of its steps apart, as the run made them', async () => {
  const figure = (await figuresFor(whole)).get('contour') as Figure
  const anatomies = await anatomiesOf(whole, ask, figure, 150, going)
  expect([...anatomies.keys()]).toEqual([1, 2, 3, 4, 5, 6])
  // By hand: every coordinate becomes 1 − 2 · 0.08 = 0.84 of what it was.
  for (const [step, { to }] of anatomies) {
    expect(to[0]).toBeCloseTo(4 * 0.84 ** step, 12)
    expect(to[1]).toBeCloseTo(5 * 0.84 ** step, 12)
  }
  expect([...(await anatomiesOf(whole, ask, figure, 3, going)).keys()]).toEqual([3, 6])
})

test('it does not where only −∇f is wanted, for a loss chart, or once it is aborted', async () => {
  const figures = await figuresFor(whole)
  const contour = figures.get('contour') as Figure
  const plain = withView(whole, { arrows: 'gradient' })
  expect(await anatomiesOf(plain, ask, contour, 150, going)).toEqual(new Map())
  expect(await anatomiesOf(whole, ask, figures.get('loss') as Figure, 150, going)).toEqual(new Map())
  expect(await anatomiesOf(whole, ask, contour, 150, AbortSignal.abort())).toEqual(new Map())
})
