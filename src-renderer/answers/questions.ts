import type { Contour, Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { methodNamed } from '@shared/methods/table'
import type { Body, Question, RunRequest, Subject, View } from '@shared/protocol'

/** How a plane is sampled: see `grid` of the protocol. */
export interface GridSize {
  readonly columns: number
  readonly rows: number
  readonly centred: boolean
}

/** Columns of a chart over the steps: more than any has pixels for, but fewer of many variables, which have small charts. */
export const chartColumns = (dimension: number): number => (dimension <= 4 ? 2048 : 1024)

/** Samples along a curve: about one a pixel of a large plot. */
const curveSamples = 801

/** Tells a question from every other one. */
export const keyOf = (question: Question | null): string => JSON.stringify(question)

/** Whether two questions are about the same text and variables: what is written with letters is the same for both. */
export const isSameText = (a: Subject, b: Subject): boolean =>
  a.formula === b.formula && a.variables.join() === b.variables.join()

export const analysisQuestion = (subject: Subject): Question<'analysis'> => ({
  name: 'analysis',
  slot: 'analysis',
  body: { subject }
})

/** How the derivative along one variable is found. */
export const derivationQuestion = (subject: Subject, along: number): Question<'derivation'> => ({
  name: 'derivation',
  slot: 'derivation',
  body: { subject, along }
})

/** f along one variable over `range`, the others as in `point`. */
export const curveQuestion = (
  slot: string,
  subject: Subject,
  along: number,
  point: readonly number[],
  range: Interval,
  second = false
): Question<'curve'> => ({
  name: 'curve',
  slot,
  body: { subject, along, point: [...point], range, samples: curveSamples, second }
})

/** The tangents that stay: f and its slope at several places along one variable. */
export const tangentsQuestion = (
  subject: Subject,
  along: number,
  point: readonly number[],
  places: readonly number[]
): Question<'tangents'> => ({
  name: 'tangents',
  slot: 'tangents',
  body: { subject, along, point: [...point], places: [...places] }
})

/** `axes`: the plane, or twice the one variable, whose second derivatives are wanted too. */
export const pointQuestion = (
  subject: Subject,
  point: readonly number[],
  h: number,
  axes: readonly [number, number] | null = null
): Question<'point'> => ({
  name: 'point',
  slot: 'point',
  body: { subject, point: [...point], h, axes: axes && [...axes] }
})

/** The error of each difference quotient along one variable against the step size. */
export const errorsQuestion = (subject: Subject, along: number, point: readonly number[]): Question<'errors'> => ({
  name: 'errors',
  slot: 'errors',
  body: { subject, along, point: [...point] }
})

/** f around a point along one variable, within 3|h| of it, at each double where these are few. */
export const lensQuestion = (
  subject: Subject,
  along: number,
  point: readonly number[],
  h: number
): Question<'lens'> => ({
  name: 'lens',
  slot: 'lens',
  body: { subject, along, point: [...point], h }
})

/** The critical points in a part of the plane of the two variables `axes`, the others as in `point`. */
export const criticalQuestion = (
  subject: Subject,
  axes: readonly [number, number],
  point: readonly number[],
  ranges: { readonly x: Interval; readonly y: Interval }
): Question<'critical'> => ({
  name: 'critical',
  slot: 'critical',
  body: { subject, axes: [...axes], point: [...point], x: ranges.x, y: ranges.y }
})

/** Signs of f′, `second` also of f″, along one variable over `range`, the others as in `point`. */
export const signsQuestion = (
  subject: Subject,
  along: number,
  point: readonly number[],
  range: Interval,
  second: boolean
): Question<'signs'> => ({
  name: 'signs',
  slot: 'signs',
  body: { subject, along, point: [...point], range, second }
})

/** f over the plane of the two variables `axes`, the others as in `point`. */
export const gridQuestion = (
  slot: string,
  subject: Subject,
  axes: readonly [number, number],
  point: readonly number[],
  ranges: { readonly x: Interval; readonly y: Interval },
  size: GridSize,
  levels: Contour,
  gradient = false
): Question<'grid'> => ({
  name: 'grid',
  slot,
  body: { subject, axes: [...axes], point: [...point], ...gridBody(ranges, size, levels), gradient }
})

/** How many levels there are and how they are spaced; whether their lines carry values is the page's own affair. */
const gridBody = (
  { x, y }: { readonly x: Interval; readonly y: Interval },
  size: GridSize,
  { count, spacing }: Contour
) => ({ x, y, ...size, levels: { count, spacing } })

/** The part of the document that runs depend on. */
export type RunInputs = Pick<Experiment, 'gradient' | 'steps' | 'stop' | 'runs' | 'start'>

/** The runs as the workers need them: each with the start it really has. */
const runRequests = (inputs: Pick<RunInputs, 'runs' | 'start'>): RunRequest[] =>
  inputs.runs.map((run) => ({
    method: run.method,
    convention: run.convention,
    settings: run.settings,
    schedule: run.schedule,
    noise: run.noise,
    start: [...(run.start ?? inputs.start)]
  }))

/**
 * All runs, of long ones what charts and the `views` show of them – without any, what charts do: see `rowsQuestion` for the
 * other steps.
 */
export const runsQuestion = (subject: Subject, inputs: RunInputs, views: readonly View[] = []): Question<'runs'> => ({
  name: 'runs',
  slot: 'runs',
  body: {
    subject,
    gradient: inputs.gradient,
    steps: inputs.steps,
    stop: inputs.stop,
    runs: runRequests(inputs),
    columns: chartColumns(subject.variables.length),
    views: [...views]
  }
})

/** How many numbers the points of a crowd may take beside those of its lines, and how many points each way gets all the same. */
const [crowdNumbers, leastCrowdPoints] = [120_000, 201]

/** Run number `run` from many starts; null where there is no such run. */
export function crowdQuestion(
  subject: Subject,
  inputs: RunInputs,
  run: number,
  starts: readonly (readonly number[])[],
  views: readonly View[] = []
): Question<'crowd'> | null {
  const request = runRequests(inputs)[run]
  if (!request) return null
  const { gradient, steps, stop } = inputs
  const body = { subject, gradient, steps, stop, run: request, starts: starts.map((start) => [...start]) }
  const room = Math.floor(crowdNumbers / (starts.length * subject.variables.length))
  return {
    name: 'crowd',
    slot: 'crowd',
    body: {
      ...body,
      columns: Math.max(leastCrowdPoints, Math.min(chartColumns(subject.variables.length), room)),
      views: [...views]
    }
  }
}

/** The most steps of a path from under the pointer: fewer than a loop of their own would be worth making for. */
const ghostSteps = 500

/** The path that run number `run` would take from another start; null where there is no such run. */
export function ghostQuestion(
  subject: Subject,
  inputs: RunInputs,
  run: number,
  start: readonly number[]
): Question<'runs'> | null {
  const request = runRequests(inputs)[run]
  if (!request) return null
  const { gradient, stop } = inputs
  const steps = Math.min(inputs.steps, ghostSteps)
  const runs = [{ ...request, start: [...start] }]
  return { name: 'runs', slot: 'ghost', body: { subject, gradient, steps, stop, runs, columns: steps + 1, views: [] } }
}

/** How run number `run` of those that were asked about went; `taken`: the steps it took, where the user ended it. */
export function verdictQuestion(
  { subject, gradient, steps, stop, runs }: Body<'runs'>,
  run: number,
  taken: number | null
): Question<'verdict'> | null {
  const request = runs[run]
  if (!request) return null
  return {
    name: 'verdict',
    slot: `verdict-${run}`,
    body: { subject, gradient, steps: taken ?? steps, stop, run: request }
  }
}

/** What becomes of run number `run` with each rate of its slider, whatever its own; null for a method without one. */
export function ratesQuestion(subject: Subject, inputs: RunInputs, run: number): Question<'rates'> | null {
  const request = runRequests(inputs)[run]
  const rate = request && methodNamed(request.method, request.convention)?.settings.find(({ id }) => id === 'lr')
  if (!rate) return null
  const { gradient, steps, stop } = inputs
  const anyRate = { ...request, settings: { ...request.settings, lr: rate.default } }
  return { name: 'rates', slot: `rates-${run}`, body: { subject, gradient, steps, stop, run: anyRate } }
}

/** One step of one run, opened; null for the start and where there is no such run. */
export function stepQuestion(subject: Subject, inputs: RunInputs, run: number, step: number): Question<'step'> | null {
  const request = runRequests(inputs)[run]
  if (!request || step < 1) return null
  return { name: 'step', slot: 'step', body: { subject, gradient: inputs.gradient, run: request, step } }
}

/** Every point of run number `run` from step `from` on, at most `count`; null where there is no such run. */
export function rowsQuestion(
  subject: Subject,
  inputs: RunInputs,
  run: number,
  from: number,
  count: number
): Question<'rows'> | null {
  const request = runRequests(inputs)[run]
  if (!request) return null
  const { gradient, steps, stop } = inputs
  return { name: 'rows', slot: 'rows', body: { subject, gradient, steps, stop, run: request, from, count } }
}

/** f over the plane through `origin` along two directions of length 1. */
export const planeQuestion = (
  slot: string,
  subject: Subject,
  plane: { readonly origin: readonly number[]; readonly across: readonly number[]; readonly up: readonly number[] },
  ranges: { readonly x: Interval; readonly y: Interval },
  size: GridSize,
  levels: Contour
): Question<'plane'> => ({
  name: 'plane',
  slot,
  body: {
    subject,
    origin: [...plane.origin],
    across: [...plane.across],
    up: [...plane.up],
    ...gridBody(ranges, size, levels)
  }
})

/** The lowest point of f: looked for from starts within the ranges of the variables, and from the document's own. */
export const minimumQuestion = (subject: Subject, { start, variables }: Experiment): Question<'minimum'> => ({
  name: 'minimum',
  slot: 'minimum',
  body: { subject, start: [...start], ranges: variables.map(({ min, max }) => ({ min, max })) }
})

/** The best learning rate of each run, all from the shared start whatever their own, with `budget` evaluations for each. */
export const comparisonQuestion = (
  subject: Subject,
  { gradient, start, runs }: RunInputs,
  budget: number
): Question<'comparison'> => ({
  name: 'comparison',
  slot: 'comparison',
  body: {
    subject,
    gradient,
    start: [...start],
    budget,
    runs: runRequests({ start, runs })
  }
})
