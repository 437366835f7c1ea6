import { defaultSettings } from '../methods/setting'
import { methodNamed } from '../methods/table'
import { type Choice, choicesOfPoint, choicesOfRate, choicesOfStart } from './choices'
import { blank } from './edit'
import { type Experiment, type GradientSource, type Run, usualStep, type Variable, type View } from './experiment'
import { type Quotient, quotients } from './quotients'
import { freshRun } from './runs'

/**
 * The built-in examples, one row each: an experiment, and what can be tried in it by a button. Title, note and
 * advice are in `words/en/examples.ts` and `words/ja/examples.ts` under the same id. A new example is a row here
 * and its words there.
 */
export interface Example {
  readonly id: ExampleId
  /** Where it stands in the list of examples. */
  readonly group: 'article' | 'book' | 'more'
  readonly experiment: Experiment
  /** One click each. */
  readonly choices: readonly Choice[]
  /** Ways in which the difference quotient is written, of which only one is right. */
  readonly comparison?: readonly Quotient[]
}

const forward: GradientSource = { method: 'forward', h: usualStep }
const central: GradientSource = { method: 'central', h: usualStep }
const exact: GradientSource = { method: 'exact', h: usualStep }

/** A variable with its range. */
const along = (name: string, min: number, max: number): Variable => ({ name, min, max, pinned: false })
/** Two variables over the same range. */
const square = (names: readonly [string, string], reach: number): Variable[] =>
  names.map((name) => along(name, -reach, reach))

interface RunPlan {
  readonly method?: string
  readonly lr: number
  readonly start?: readonly number[]
}

/** Runs in the book's convention with its usual settings but for the learning rate, each in its own colour. */
const runsOf = (...plans: readonly RunPlan[]): Run[] =>
  plans.map(({ method = 'descent', lr, start = null }, colour) => {
    const row = methodNamed(method, 'book')
    const settings = { ...(row && defaultSettings(row)), lr }
    return { ...freshRun([], method), id: `run-${colour + 1}`, settings, start, colour }
  })

const flat = { ...blank().view, axes: [0, 0] } satisfies View
const spatial = { ...blank().view, axes: [0, 1] } satisfies View
const wireframe = { ...blank().view.surface, style: 'wireframe', spacing: 0.5 } as const

const rates = [0.08, 0.5, 0.9, 1.02]

/** What sets an example apart from a blank experiment. */
type Row = Omit<Example, 'id' | 'experiment'> & {
  readonly id: string
  readonly experiment: Omit<Experiment, 'title' | 'notes' | 'example' | 'parameters' | 'stop' | 'crowd' | 'comparison'>
}

const rows = [
  {
    id: 'derivative-x2',
    group: 'article',
    experiment: {
      formula: 'x^2',
      variables: [along('x', 0, 10)],
      point: [3],
      gradient: forward,
      start: [8],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...flat, tab: 'differentiate', values: { min: -10, max: 110 } }
    },
    choices: [],
    comparison: quotients((x) => x * x, 3, forward.h)
  },
  {
    id: 'partial-x2y2',
    group: 'article',
    experiment: {
      formula: 'x^2 + y^2',
      variables: square(['x', 'y'], 5),
      point: [1, 2],
      gradient: exact,
      start: [3, 3],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...spatial, tab: 'partial' }
    },
    choices: choicesOfPoint([1, 2], [-2, 1], [0, 0])
  },
  {
    id: 'partial-quadratic',
    group: 'article',
    experiment: {
      formula: '4x^2 + 4xy + 2y^2 + 5',
      variables: square(['x', 'y'], 5),
      point: [1, 2],
      gradient: exact,
      start: [3, 3],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...spatial, tab: 'partial' }
    },
    choices: choicesOfPoint([1, 2], [1, -1], [0, 0])
  },
  {
    id: 'surface-x2y2',
    group: 'article',
    experiment: {
      formula: 'x^2 + y^2',
      variables: [along('x', -5, 4.5), along('y', -5, 4.5)],
      point: [0, 0],
      gradient: exact,
      start: [4, 4],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...spatial, tab: 'partial', surface: wireframe }
    },
    choices: []
  },
  {
    id: 'descent-1d',
    group: 'article',
    experiment: {
      formula: 'x^2',
      variables: [along('x', -10, 10)],
      point: [3],
      gradient: forward,
      start: [8],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...flat, tab: 'descend' }
    },
    choices: choicesOfStart([8], [9])
  },
  {
    id: 'descent-1d-grid',
    group: 'article',
    experiment: {
      formula: 'x^2',
      variables: [along('x', -1, 9)],
      point: [3],
      gradient: forward,
      start: [8],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...flat, tab: 'descend', values: { min: -10, max: 70 }, arrangement: 'steps' }
    },
    choices: choicesOfRate(0.08, 0.5, 0.9)
  },
  {
    id: 'descent-2d',
    group: 'article',
    experiment: {
      formula: 'x0^2 + x1^2',
      variables: square(['x0', 'x1'], 6),
      point: [3, 4],
      gradient: exact,
      start: [4, 5],
      steps: 15,
      runs: runsOf({ lr: 0.08 }),
      view: { ...spatial, tab: 'descend', surface: wireframe }
    },
    choices: [...choicesOfRate(...rates), ...choicesOfStart([4, 4], [4, 5], [5, 4], [5, 5])]
  },
  {
    id: 'learning-rate',
    group: 'article',
    experiment: {
      formula: 'x^2 + y^2',
      variables: square(['x', 'y'], 6),
      point: [3, 4],
      gradient: exact,
      start: [4, 5],
      steps: 15,
      runs: runsOf(...rates.map((lr) => ({ lr }))),
      view: { ...spatial, tab: 'descend', arrangement: 'runs', loss: 'log' }
    },
    choices: []
  },
  {
    id: 'two-minima',
    group: 'article',
    experiment: {
      formula: 'x^4 - 4x^2 + x',
      variables: [along('x', -2.2, 2.2)],
      point: [0],
      gradient: exact,
      start: [0.3],
      steps: 40,
      runs: runsOf({ lr: 0.02, start: [0.3] }, { lr: 0.02, start: [0] }),
      view: { ...flat, tab: 'descend' }
    },
    choices: []
  },
  {
    id: 'saddle',
    group: 'article',
    experiment: {
      formula: 'x^2 - y^2',
      variables: square(['x', 'y'], 3),
      point: [0, 0],
      gradient: exact,
      start: [2, 0],
      steps: 30,
      runs: runsOf({ lr: 0.1, start: [2, 0] }, { lr: 0.1, start: [2, 0.01] }),
      view: { ...spatial, tab: 'descend' }
    },
    choices: []
  },
  {
    id: 'plateau',
    group: 'article',
    experiment: {
      formula: 'x^2/(1 + x^2)',
      variables: [along('x', -8, 8)],
      point: [6],
      gradient: exact,
      start: [6],
      steps: 60,
      runs: runsOf({ lr: 0.08 }),
      view: { ...flat, tab: 'descend' }
    },
    choices: choicesOfStart([6], [3], [2])
  },
  {
    id: 'book-derivative',
    group: 'book',
    experiment: {
      formula: '0.01x^2 + 0.1x',
      variables: [along('x', 0, 20)],
      point: [5],
      gradient: central,
      start: [15],
      steps: 100,
      runs: runsOf({ lr: 1 }),
      view: { ...flat, tab: 'differentiate', values: { min: -1, max: 6 } }
    },
    choices: choicesOfPoint([5], [10])
  },
  {
    id: 'book-gradient',
    group: 'book',
    experiment: {
      formula: 'x0^2 + x1^2',
      variables: square(['x0', 'x1'], 5),
      point: [3, 4],
      gradient: central,
      start: [3, 4],
      steps: 15,
      runs: runsOf({ lr: 0.1 }),
      view: { ...spatial, tab: 'partial', field: { ...blank().view.field, towards: 'descent' } }
    },
    choices: choicesOfPoint([3, 4], [0, 2], [3, 0])
  },
  {
    id: 'book-descent',
    group: 'book',
    experiment: {
      formula: 'x0^2 + x1^2',
      variables: square(['x0', 'x1'], 5),
      point: [-3, 4],
      gradient: central,
      start: [-3, 4],
      steps: 100,
      runs: runsOf({ lr: 0.1 }),
      view: { ...spatial, tab: 'descend' }
    },
    choices: choicesOfRate(0.1, 10, 1e-10)
  },
  {
    id: 'book-optimizers',
    group: 'book',
    experiment: {
      formula: 'x^2/20 + y^2',
      variables: square(['x', 'y'], 10),
      point: [-7, 2],
      gradient: central,
      start: [-7, 2],
      steps: 30,
      runs: runsOf(
        { method: 'descent', lr: 0.95 },
        { method: 'momentum', lr: 0.1 },
        { method: 'adagrad', lr: 1.5 },
        { method: 'adam', lr: 0.3 }
      ),
      view: { ...spatial, tab: 'descend', arrangement: 'runs' }
    },
    choices: []
  },
  {
    id: 'line-fit',
    group: 'more',
    experiment: {
      formula: '((w+b-2)^2 + (2w+b-3)^2 + (3w+b-5)^2)/3',
      variables: [along('w', -1, 3), along('b', -2, 2)],
      point: [0, 0],
      gradient: exact,
      start: [0, 0],
      steps: 200,
      runs: runsOf({ lr: 0.15 }),
      view: { ...spatial, tab: 'descend', loss: 'log' }
    },
    choices: choicesOfRate(0.05, 0.15, 0.18, 0.2)
  },
  {
    id: 'rosenbrock',
    group: 'more',
    experiment: {
      formula: '(1 - x)^2 + 100(y - x^2)^2',
      variables: [along('x', -2, 2), along('y', -1, 3)],
      point: [1, 1],
      gradient: exact,
      start: [-1.2, 1],
      steps: 1000,
      runs: runsOf({ method: 'descent', lr: 0.001 }, { method: 'momentum', lr: 0.001 }, { method: 'adam', lr: 0.1 }),
      view: { ...spatial, tab: 'descend', loss: 'log' }
    },
    choices: []
  },
  {
    id: 'himmelblau',
    group: 'more',
    experiment: {
      formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
      variables: square(['x', 'y'], 6),
      point: [1, 1],
      gradient: exact,
      start: [0, 0],
      steps: 40,
      runs: runsOf(
        { lr: 0.01, start: [0, 0] },
        { lr: 0.01, start: [-1, 1] },
        { lr: 0.01, start: [-1, -1] },
        { lr: 0.01, start: [1, -1] }
      ),
      view: { ...spatial, tab: 'descend', loss: 'log' }
    },
    choices: []
  }
] as const satisfies readonly Row[]

export type ExampleId = (typeof rows)[number]['id']

export const examples: readonly Example[] = rows.map((row) => ({
  ...row,
  experiment: { ...blank(), example: row.id, ...row.experiment }
}))

/** The example with this id, or undefined. */
export function exampleNamed(id: string): Example | undefined {
  return examples.find((example) => example.id === id)
}
