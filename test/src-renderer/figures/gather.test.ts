import { withFormula, withView } from '@shared/experiment/edit'
import { examples } from '@shared/experiment/examples'
import type { Experiment, Tab } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import { words } from '@shared/words/index'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../src-renderer/answers/answer'
import type { Figure, Trace } from '../../../src-renderer/figure'
import { figuresOf } from '../../../src-renderer/figures/gather'
import { type NamedFigure, occasionOf } from '../../../src-renderer/figures/occasion'
import { planeTitle } from '../../../src-renderer/figures/partial'
import { heightsOf } from '../../../src-renderer/plots/heights'
import { ask } from '../../support/core-ask'

const size = { width: 640, height: 400, scale: 0.2 }

const gathered = (experiment: Experiment, asking: Ask = ask) =>
  figuresOf({ ...occasionOf(experiment, 'A title', words.en), selection: null, size, ask: asking })

const named = (id: string): Experiment => {
  const example = examples.find((one) => one.id === id)
  if (!example) throw new Error(`There is no example ${id}`)
  return example.experiment
}
const withRing = (experiment: Experiment): Experiment => ({
  ...experiment,
  crowd: { layout: 'ring', count: 5, radius: 1, seed: 1 }
})
const onTab = (experiment: Experiment, tab: Tab): Experiment => ({ ...experiment, view: { ...experiment.view, tab } })
const tabsOf = ({ variables }: Experiment): readonly Tab[] =>
  variables.length === 1 ? ['differentiate', 'descend'] : ['differentiate', 'partial', 'descend']

const everyTab = examples.flatMap(({ id, experiment }) =>
  tabsOf(experiment).map((tab) => ({ id, tab, experiment: onTab(experiment, tab) }))
)

/** All numbers a figure is drawn from; NaN among samples, and errors, marks where there is no value: they come apart. */
function numbersOf(data: Figure['data']): { drawn: number[]; samples: number[] } {
  const drawn: number[] = []
  const samples: number[] = []
  const visit = (value: unknown, into: number[]) => {
    if (typeof value === 'number') into.push(value)
    else if (ArrayBuffer.isView(value)) into.push(...(value as Float64Array))
    else if (value && typeof value === 'object')
      for (const [key, part] of Object.entries(value))
        visit(part, ['samples', 'curve', 'errors'].includes(key) ? samples : into)
  }
  visit(data, drawn)
  return { drawn, samples }
}

const dataOf = <Plot extends Figure['plot']>(figures: readonly NamedFigure[], name: string, plot: Plot) => {
  const figure = figures.find((one) => one.name === name)?.figure
  if (figure?.plot !== plot) throw new Error(`There is no ${plot} called ${name}`)
  return figure.data as Extract<Figure, { plot: Plot }>['data']
}

it('pictures that are wider than their ranges say so, others do not', async () => {
  const diverging = (experiment: Experiment): Experiment => ({
    ...experiment,
    runs: experiment.runs.map((run) => ({ ...run, settings: { ...run.settings, lr: 1.05 } }))
  })
  const saying = async (experiment: Experiment) => {
    const figures = await gathered({ ...experiment, view: { ...experiment.view, tab: 'descend' } })
    return figures.flatMap(({ name, figure }) => (figure.aside === words.en.lab.plots.widened ? [name] : []))
  }
  expect(await saying(diverging(named('descent-2d')))).toEqual(['contour', 'surface'])
  expect(await saying(diverging(named('descent-1d')))).toEqual(['curve', 'slope'])
  expect(await saying(named('descent-2d'))).toEqual([])
})

it('a run of ten variables that diverges is drawn over more than one colour, and does not flatten the surface', async () => {
  const plane = named('descent-2d')
  const text = Array.from({ length: 10 }, (_, axis) => `${axis + 1} x${axis}^2`).join(' + ')
  const wide = withFormula(plane, text)
  const runs = wide.runs.slice(0, 1).map((run) => ({ ...run, settings: { lr: 0.3 } }))
  const figures = await gathered(onTab({ ...wide, runs, steps: 300 }, 'descend'))
  const { samples } = dataOf(figures, 'contour', 'contour')
  const [least, most] = [Math.min(...samples.values), Math.max(...samples.values)]
  expect(most - least).toBeGreaterThan(1e-3 * most)
  const surface = dataOf(figures, 'surface', 'surface')
  expect(heightsOf(surface).max).toBeLessThanOrEqual(1.1 * Math.max(...surface.samples.values))
})

describe('the figures of every example on every tab', () => {
  it.each(everyTab)('$id, $tab: each has a name of its own and finite numbers', async ({ experiment }) => {
    const figures = await gathered(experiment)
    expect(figures.length).toBeGreaterThan(0)
    const names = figures.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, figure } of figures) {
      expect(figure.title, name).not.toBe('')
      const { drawn, samples } = numbersOf(figure.data)
      expect(
        drawn.filter((number) => !Number.isFinite(number)),
        name
      ).toEqual([])
      if (figure.plot !== 'loss') expect(samples.filter(Number.isFinite).length, name).toBeGreaterThan(400)
    }
  })
})

describe('the figures of', () => {
  it('a derivative are the curve, its slope and the errors, with tangent and secant of the difference scheme', async () => {
    const figures = await gathered(named('derivative-x2'))
    expect(figures.map(({ name }) => name)).toEqual(['curve', 'slope', 'errors', 'lens'])
    const { point, secant, x, y } = dataOf(figures, 'curve', 'curve')
    expect(point).toMatchObject({ at: 3, value: 9 })
    expect(point?.slope).toBe(6)
    expect(secant?.slope).toBeCloseTo(7, 12)
    expect(secant?.from).toEqual({ x: 3, value: 9 })
    expect(secant?.to).toEqual({ x: 4, value: 16 })
    expect([x, y]).toEqual([
      { min: 0, max: 10 },
      { min: -10, max: 110 }
    ])
  })

  it('a derivative have the second one where it is shown', async () => {
    const shown = withView(named('derivative-x2'), { second: true })
    const figures = await gathered(shown)
    expect(figures.map(({ name }) => name)).toEqual(['curve', 'slope', 'second', 'errors', 'lens'])
    const { samples, secondSlope } = dataOf(figures, 'second', 'second')
    expect(new Set(samples.seconds)).toEqual(new Set([2]))
    expect(secondSlope).toBe(2)
  })

  it('partial derivatives are the plane, the surface and the two slices', async () => {
    const figures = await gathered(named('partial-quadratic'))
    expect(figures.map(({ name }) => name)).toEqual(['joint', 'surface', 'contour', 'slice-x', 'slice-y'])
    // 4x² + 4xy + 2y² + 5 at (1, 2): 25, 8x + 4y = 16, 4x + 4y = 12.
    expect(dataOf(figures, 'contour', 'contour').point).toEqual({ x: 1, y: 2, value: 25, slopeX: 16, slopeY: 12 })
    expect(dataOf(figures, 'slice-x', 'curve').point).toEqual({ at: 1, value: 25, slope: 16 })
    expect(dataOf(figures, 'slice-y', 'curve').point).toEqual({ at: 2, value: 25, slope: 12 })
    const { x, values } = dataOf(figures, 'slice-y', 'curve').samples
    expect([...values].map((value, index) => value - (4 + 4 * (x[index] ?? 0) + 2 * (x[index] ?? 0) ** 2 + 5))).toEqual(
      Array.from(values, () => expect.closeTo(0, 9))
    )
    expect(figures.find(({ name }) => name === 'slice-x')?.figure.title).toBe('Slice y = 2')
    // Each of its parts is also a figure by itself.
    const joint = dataOf(figures, 'joint', 'joint')
    for (const [index, name] of ['slice-x', 'slice-y'].entries())
      expect(joint.slices[index]?.curve).toEqual(dataOf(figures, name, 'curve'))
    expect(joint.contour.point).toEqual(dataOf(figures, 'contour', 'contour').point)
    // Its plane is smaller beside the slices, and so is its grid.
    expect(joint.contour.samples.columns).toBeLessThan(dataOf(figures, 'contour', 'contour').samples.columns)
  })

  it('partial derivatives have the directional derivative and the critical points where these are the topic', async () => {
    const about = (topic: 'direction' | 'critical', formula = '4x^2 + 4xy + 2y^2 + 5') => {
      const experiment = withFormula(named('partial-quadratic'), formula)
      return gathered({ ...experiment, view: { ...experiment.view, topic, direction: 30 } })
    }
    const direction = dataOf(await about('direction'), 'direction', 'direction')
    expect(direction).toEqual({ variables: ['x', 'y'], slopes: [16, 12], direction: 30, gradient: '∇f' })
    const critical = await about('critical')
    for (const plot of ['contour', 'surface'] as const)
      expect(dataOf(critical, plot, plot).critical).toMatchObject([{ kind: 'minimum', value: 5 }])
    // At a kink there is no directional derivative by the gradient.
    expect((await about('direction', 'abs(x - 1) + y')).map(({ name }) => name)).not.toContain('direction')
  })

  it('a descent along a line are the curve, its slope and the values, at the last step', async () => {
    const figures = await gathered({ ...named('descent-1d'), gradient: { method: 'exact', h: 1e-4 } })
    expect(figures.map(({ name }) => name)).toEqual(['curve', 'slope', 'loss'])
    const { traces, step } = dataOf(figures, 'curve', 'curve')
    expect(step).toBe(15)
    expect(Array.from((traces[0] as Trace).x)).toEqual(
      Array.from({ length: 16 }, (_, k) => expect.closeTo(8 * (1 - 2 * 0.08) ** k, 12))
    )
  })

  it('a descent over a plane are contour, surface and values, with the gradient where the run stands', async () => {
    const figures = await gathered(named('descent-2d'))
    expect(figures.map(({ name }) => name)).toEqual(['contour', 'surface', 'loss'])
    const { gradient, traces, samples } = dataOf(figures, 'contour', 'contour')
    const end = 0.84 ** 15
    expect(gradient).toEqual([expect.closeTo(2 * 4 * end, 12), expect.closeTo(2 * 5 * end, 12)])
    expect(traces[0]?.y[15]).toBeCloseTo(5 * end, 12)
    // A fifth of the plot's 346 × 346 pixels, and one around it.
    expect([samples.columns, samples.rows]).toEqual([71, 71])
    const surface = dataOf(figures, 'surface', 'surface')
    // −6 … 6 with a line each half, and four samples between lines.
    expect(surface.samples.columns).toBe(121)
    expect(surface.style).toBe('wireframe')
  })

  it('a descent with a crowd have its ways on curve and contour', async () => {
    const ways = async (id: string) => {
      const figures = await gathered(withRing(named(id)))
      return figures.flatMap(({ figure }) =>
        figure.plot === 'curve' || figure.plot === 'contour' ? [figure.data.crowd?.ways.length] : []
      )
    }
    expect(await ways('descent-2d')).toEqual([5])
    expect(await ways('descent-1d')).toEqual([5])
  })

  it('the first steps are one grid of at most sixteen', async () => {
    const [grid, ...others] = await gathered(named('descent-1d-grid'))
    expect(others.map(({ name }) => name)).toEqual(['loss'])
    expect(grid?.name).toBe('grid')
    expect(grid?.figure).toMatchObject({ plot: 'steps', data: { kind: 'curve', count: 16 } })
  })

  it('four methods are one contour each', async () => {
    const figures = await gathered(named('book-optimizers'))
    expect(figures.map(({ name }) => name)).toEqual(['runs', 'loss'])
    expect(dataOf(figures, 'runs', 'runs').contour.traces).toHaveLength(4)
  })

  it('a contour of 1:1 shows the ranges as they were typed, and has as many samples as its pixels', async () => {
    const document = named('descent-2d')
    const variables = document.variables.map((variable, axis) => ({ ...variable, min: axis === 0 ? -12 : -6 }))
    const figures = await gathered({ ...document, variables })
    const { x, y, samples } = dataOf(figures, 'contour', 'contour')
    expect([x, y]).toEqual([
      { min: -12, max: 6 },
      { min: -6, max: 6 }
    ])
    expect((samples.columns - 1) / (samples.rows - 1)).toBeCloseTo(1.5, 1)
  })
})

describe('a run over more steps than are kept of it', () => {
  const long = { ...withFormula(named('descent-2d'), 'x0^2 + x1^2/3'), steps: 3000 }
  const runs = long.runs.map((run) => ({ ...run, settings: { ...run.settings, lr: 1e-3 } }))
  const figuresAt = async (experiment: Experiment, step: number) =>
    new Map(
      (await figuresOf({ ...occasionOf(experiment, '', words.en), selection: { step, run: 0 }, size, ask })).map(
        ({ name, figure }) => [name, figure]
      )
    )

  it.each([7, 8, 1001, 2999])('is drawn where it stands at step %d', async (step) => {
    const figures = await figuresAt({ ...long, runs }, step)
    for (const plot of ['contour', 'surface', 'loss'] as const) {
      const figure = figures.get(plot)
      const [trace] = figure && figure.plot === plot ? figure.data.traces : []
      const index = Array.from(trace?.steps ?? []).indexOf(step)
      // By hand: every coordinate shrinks by the same part with each step.
      expect(trace?.x[index]).toBeCloseTo(4 * 0.998 ** step, 9)
      expect(trace?.y[index]).toBeCloseTo(5 * (1 - 2e-3 / 3) ** step, 9)
      expect(trace?.values[index]).toBeCloseTo((4 * 0.998 ** step) ** 2 + (5 * (1 - 2e-3 / 3) ** step) ** 2 / 3, 9)
    }
    const contour = figures.get('contour')
    expect(contour?.plot === 'contour' && contour.data.gradient?.[0]).toBeCloseTo(8 * 0.998 ** step, 9)
  })
})

describe('a figure', () => {
  it('that cannot be computed is a problem, not an empty picture', async () => {
    const broken = { ...named('descent-1d'), formula: 'x^' }
    await expect(gathered(broken)).rejects.toThrow(ProblemError)
  })

  it('asks in slots of its own, so that the window does not take its answers away', async () => {
    const slots: string[] = []
    await gathered(named('descent-2d'), (question) => {
      slots.push(question.slot)
      return ask(question)
    })
    expect(slots).toEqual(['picture-runs', 'picture-step', 'picture-contour', 'picture-point', 'picture-surface'])
  })
})

it('a slice is called by all that is held, in both languages', async () => {
  const titles = async (experiment: Experiment, language: 'ja' | 'en') => {
    const occasion = occasionOf(onTab(experiment, 'partial'), '', words[language])
    const figures = await figuresOf({ ...occasion, selection: null, size, ask })
    return figures.flatMap(({ name, figure: { title } }) => (name.startsWith('slice-') ? [title] : []))
  }
  const experiment = { ...named('descent-2d'), point: [1, -0.5] }
  expect(await titles(experiment, 'en')).toEqual(['Slice x₁ = −0.5', 'Slice x₀ = 1'])
  expect(await titles(experiment, 'ja')).toEqual(['断面 x₁ = −0.5', '断面 x₀ = 1'])
  const space = { ...withFormula(named('partial-x2y2'), 'x^2 + y^2 + z^2'), point: [1, 2, -1 / 3] }
  expect(await titles(space, 'en')).toEqual(['Slice y = 2, z = −0.33333', 'Slice x = 1, z = −0.33333'])
})

it('a plane is called with what is held off its axes', () => {
  const space = { ...withFormula(named('partial-x2y2'), 'x^2 + y^2 + z^2'), point: [1, 2, -1 / 3] }
  expect(planeTitle('Contour', space, words.en)).toBe('Contour (z = −0.33333)')
  expect(planeTitle('等高線', space, words.ja)).toBe('等高線（z = −0.33333）')
  expect(planeTitle('Contour', named('partial-x2y2'), words.en)).toBe('Contour')
})

describe('a picture of descent', () => {
  const withArrows = (experiment: Experiment, arrows: 'gradient' | 'all') =>
    withView(onTab(experiment, 'descend'), { arrows })
  const anatomies = async (experiment: Experiment, step: number) => {
    const selection = { step, run: 0 }
    const occasion = { ...occasionOf(experiment, '', words.en), selection, size, ask }
    return (await figuresOf(occasion)).flatMap(({ name, figure }) => {
      const isPart = figure.plot === 'contour' || figure.plot === 'surface' || figure.plot === 'curve'
      return isPart ? [{ name, to: figure.data.anatomy?.to }] : []
    })
  }

  it('takes the selected step apart as the window does, if that is wanted', async () => {
    // By hand: (4, 5) − 0.08 · (8, 10).
    expect(await anatomies(withArrows(named('descent-2d'), 'all'), 1)).toEqual([
      { name: 'contour', to: [3.36, 4.2] },
      { name: 'surface', to: [3.36, 4.2] }
    ])
    const [curve] = await anatomies(withArrows(named('descent-1d'), 'all'), 1)
    expect(curve?.to).toHaveLength(2)
  })

  it('does not where only −∇f is wanted, at the start and beyond the end of the run', async () => {
    const plane = named('descent-2d')
    const nothing = [
      { name: 'contour', to: undefined },
      { name: 'surface', to: undefined }
    ]
    expect(await anatomies(withArrows(plane, 'gradient'), 1)).toEqual(nothing)
    expect(await anatomies(withArrows(plane, 'all'), 0)).toEqual(nothing)
    expect(await anatomies(withArrows(plane, 'all'), 99)).toEqual(nothing)
  })
})
