import { comparedRuns, withComparison } from '@shared/experiment/comparison'
import { blank, withFormula, withStart, withView } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import type { Experiment } from '@shared/experiment/experiment'
import {
  withNoise,
  withRunAdded,
  withRunDuplicated,
  withSchedule,
  withScheduleSetting,
  withSetting
} from '@shared/experiment/runs'
import type { ComparisonReport, MinimumReport } from '@shared/protocol'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import { comparisonQuestion } from '../../../src-renderer/answers/questions'
import { captionOf } from '../../../src-renderer/figures/caption'
import { figuresOf } from '../../../src-renderer/figures/gather'
import { answerTo } from '../../../src-renderer/figures/know'
import { type NamedFigure, occasionOf, subjectOf } from '../../../src-renderer/figures/occasion'
import { framesOf } from '../../../src-renderer/pictures/frames'
import { ask } from '../../support/core-ask'

const plane = examples.find(({ id }) => id === 'descent-2d')?.experiment as Experiment

/** As it is after a comparison with these rates. */
const fair = (experiment: Experiment, rates: readonly (number | null)[], start: readonly number[]) => {
  const report = rates.map((lr) => {
    const tried = lr === null ? [] : Array.from({ length: 28 }, () => ({ lr, value: 0 }))
    return { lr, value: 0, steps: 15, evaluations: 30, tried }
  })
  return withComparison(withStart(experiment, start), comparedRuns(report) ?? [], 30)
}

const minimum: MinimumReport = {
  point: [0.5, -1],
  value: -7,
  norm: 0,
  eigenvalues: [2, 2],
  kind: 'minimum',
  starts: 9,
  agreeing: 9,
  evaluations: 99,
  others: [],
  edges: [],
  unbounded: false,
  outside: null
}

describe('the caption of a comparison', () => {
  /** As it is read: no line ends within an equation. */
  const read = (experiment: Experiment, language: 'ja' | 'en') =>
    captionOf(experiment, words[language])?.replaceAll('\u00a0', ' ')
  const two = fair(withRunAdded(plane, 'adam'), [0.95, 1e-3], [-7, 2])

  it('says on which terms, in both languages', () => {
    expect(read(two, 'ja')).toBe(
      '同じ初期値 (−7, 2)・評価 30 回・学習率のある手法は、それぞれ 28 通り以上から最良：勾配降下法 η = 0.95、Adam η = 0.001'
    )
    expect(read(two, 'en')).toBe(
      'Same start (−7, 2), 30 evaluations each, for each method with a learning rate the best of 28 or more: ' +
        'Gradient descent η = 0.95, Adam η = 0.001'
    )
  })

  it('goes when they hold no longer', () => {
    expect(captionOf(plane, words.en)).toBeNull()
    expect(captionOf(withSetting(two, two.runs[0]?.id ?? '', 'lr', 0.9), words.en)).toBeNull()
  })

  it('tells runs of one method apart without saying a rate twice', () => {
    const twins = withRunDuplicated(plane, plane.runs[0]?.id ?? '')
    expect(read(fair(twins, [0.1, 0.2], [1, 1]), 'en')).toMatch(/: Gradient descent η = 0.1, Gradient descent η = 0.2$/)
  })

  it('names what else is not usual of a run: settings, schedule and noise, also where runs have it in common', () => {
    const base = withRunAdded(withView(plane, {}), 'momentum')
    const set = (experiment: Experiment, index: number): Experiment => {
      const id = experiment.runs[index]?.id ?? ''
      const scheduled = withScheduleSetting(withSchedule(experiment, id, 'cosine'), id, 'period', 50)
      return withNoise(scheduled, id, { sigma: 0.5, seed: 7 })
    }
    const all = withSetting(set(set(base, 0), 1), base.runs[1]?.id ?? '', 'momentum', 0.5)
    const caption = read(fair(all, [0.1, 0.2], [1, 1]), 'en')
    const shared = 'Cosine (T = 50, r = 0) σ = 0.5 (seed 7)'
    expect(caption).toContain(`: Gradient descent η = 0.1 ${shared}, Momentum η = 0.2 μ = 0.5 ${shared}`)
    const twins = withRunDuplicated(set(plane, 0), plane.runs[0]?.id ?? '')
    const told = read(fair(twins, [0.1, 0.2], [1, 1]), 'en')
    expect(told).toContain(`Gradient descent η = 0.1 ${shared}, Gradient descent η = 0.2 ${shared}`)
  })

  it('says nothing of rates where no run has one, and leaves out most of a long start', () => {
    const long = withFormula(blank(), 'np.sum(x**2)')
    const start = long.variables.map((_, index) => index)
    const [run] = long.runs
    const bare = { ...long, runs: run ? [{ ...run, settings: {} }] : [] }
    expect(read(fair(bare, [null], start), 'en')).toMatch(/^Same start \([^…)]*\), 30 evaluations each: /)
    const wide = withFormula(blank(), 'x + y + z + u + v + w')
    const sixth = wide.variables.map((_, index) => index)
    expect(read(fair(wide, [0.1], sixth), 'en')).toContain('Same start (0, 1, 2, 3, …)')
  })
})

describe('exported figures', () => {
  const gathered = (experiment: Experiment, known?: MinimumReport) =>
    figuresOf({
      ...occasionOf(withView(experiment, { tab: 'descend' }), 'A title', words.en),
      selection: null,
      size: { width: 640, height: 400, scale: 0.2 },
      ask,
      minimum: known
    })
  const named = (figures: readonly NamedFigure[], name: string) => {
    const found = figures.find((one) => one.name === name)?.figure
    if (!found) throw new Error(`There is no ${name}`)
    return found
  }
  const captions = (figures: readonly NamedFigure[]) =>
    figures.flatMap(({ name, figure }) => (figure.caption ? [name] : []))

  it('carry the caption as long as it holds, in every frame of an animation too', async () => {
    const two = fair(withRunAdded(plane, 'adam'), [0.5, 1], [4, 5])
    const figures = await gathered(two)
    expect(captions(figures)).toEqual(['contour', 'surface', 'loss'])
    for (const [arrangement, names] of [
      ['runs', ['runs', 'loss']],
      ['steps', ['grid', 'loss']],
      ['variables', ['variables', 'loss']]
    ] as const)
      expect(captions(await gathered(withView(two, { arrangement })))).toEqual(names)
    const frames = framesOf(named(figures, 'contour'), words.en.plots)
    expect(frames.length).toBeGreaterThan(10)
    expect(new Set(frames.map(({ caption }) => caption))).toEqual(new Set([captionOf(two, words.en)]))
    expect(captions(await gathered(plane))).toEqual([])
  })

  it('have the lowest point on contour, surface and curve, if it was searched for', async () => {
    const stars = (figures: readonly NamedFigure[]) =>
      figures.flatMap(({ name, figure }) =>
        'lowest' in figure.data && figure.data.lowest ? [[name, figure.data.lowest]] : []
      )
    const lowest = { x: 0.5, y: -1, value: -7 }
    expect(stars(await gathered(plane, minimum))).toEqual([
      ['contour', lowest],
      ['surface', lowest]
    ])
    expect(stars(await gathered(blank(), { ...minimum, point: [0.5] }))).toEqual([
      ['curve', { x: 0.5, value: -7 }],
      ['slope', { x: 0.5, value: -7 }]
    ])
    expect(stars(await gathered(plane))).toEqual([])
    expect(stars(await gathered(plane, { ...minimum, point: null }))).toEqual([])
  })

  it('have the loss along what the window has it, and know the least value', async () => {
    const loss = async (experiment: Experiment, known?: MinimumReport) => {
      const { data } = named(await gathered(experiment, known), 'loss')
      return 'spent' in data ? data : null
    }
    const two = withRunAdded(plane, 'adam')
    expect(await loss(two)).toMatchObject({ spent: null, least: null })
    const along = await loss(withView(two, { lossAlong: 'evaluations' }), minimum)
    expect(along?.least).toBe(-7)
    expect(along?.spent?.map((counts) => counts[counts.length - 1])).toEqual([15, 15])
  })
})

describe('the figure of the rates that a comparison tried', () => {
  it('comes with the pictures of runs that are as compared, and is found again without a window, the same', async () => {
    const two = withView(withRunAdded(plane), { tab: 'descend' })
    const budget = 20
    const question = comparisonQuestion(subjectOf(two), two, budget)
    const report = await answerTo(ask, question)
    const experiment = withComparison(two, comparedRuns(report) ?? [], budget)
    const gathered = (comparison: ComparisonReport | 'anew' | undefined, of = experiment) =>
      figuresOf({
        ...occasionOf(of, '', words.en),
        selection: null,
        size: { width: 640, height: 400, scale: 0.2 },
        ask,
        comparison
      })
    const sweepOf = (figures: readonly NamedFigure[]) => figures.find(({ name }) => name === 'sweep')?.figure
    const sweep = sweepOf(await gathered(report))
    expect(sweepOf(await gathered('anew'))).toEqual(sweep)
    expect(sweep?.caption).toMatch(/^Same start \(4, 5\)/)
    if (sweep?.plot !== 'sweep') throw new Error('no sweep')
    // x² + y² has the curvature 2.
    expect(sweep.data.runs.map(({ limit }) => limit?.toPrecision(4))).toEqual(['1.000', '1.000'])
    expect(sweep.data.runs.map(({ chosen }) => chosen)).toEqual([0.5, 0.5])
    expect(sweepOf(await gathered(undefined))).toBeUndefined()
    expect(sweepOf(await gathered('anew', { ...experiment, steps: 1 }))).toBeUndefined()
  })
})
