import { comparisonHolds } from '@shared/experiment/comparison'
import { crowdStarts } from '@shared/experiment/crowd'
import type { Experiment, Interval } from '@shared/experiment/experiment'
import { ProblemError } from '@shared/problem'
import type {
  Answer,
  Body,
  ComparisonReport,
  CrowdReport,
  MinimumReport,
  PointReport,
  Question,
  RequestName,
  RunsReport,
  StepReport,
  Subject,
  View
} from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Ask } from '../answer'
import type { CurveData, Figure } from '../plots/figure'
import {
  comparisonQuestion,
  criticalQuestion,
  crowdQuestion,
  curveQuestion,
  errorsQuestion,
  gridQuestion,
  pointQuestion,
  ratesQuestion,
  runsQuestion,
  signsQuestion,
  stepQuestion,
  tangentsQuestion
} from '../questions'
import { type StepParts, stepParts } from './anatomy'
import { captioned, noted } from './caption'
import { crowdWays } from './crowd'
import { descentCurve, descentPlane, type Selection, stepStretch, surfaceFigure, tracesOf } from './descent'
import { directionFigure, planeSlopes } from './direction'
import { lossFigure } from './loss'
import { lowestOnCurve, lowestOnPlane } from './lowest'
import { heldAt, secondName, slopeName } from './names'
import type { PictureSize } from './picture-size'
import { pinnedPlaces, pinnedPoints, pointCurve, pointErrors, pointPlane } from './point'
import type { PrincipalPlane } from './principal'
import { isPrincipal, principalOf, principalParts } from './principal-descent'
import { principalFigures } from './principal-pictures'
import { heldWithin, visibleRange } from './ranges'
import { contourSheet, contourSize, surfaceSize } from './sampling'
import { onCurve, signsData } from './signs'
import { sliceCurve, withSharedHeights } from './slice'
import { isKnownAt, standingPoint, standingQuestion, withStanding } from './standing'
import { sweepFigure } from './sweep'
import { variablesData } from './variables'
import { viewsOf } from './ways'

/** A figure under the name its file gets: `curve`, `slope`, `second`, `errors`, `contour`, `loss`, `slice-x` … */
export interface NamedFigure {
  readonly name: string
  readonly figure: Figure
}

/** What a picture is made for. `selection` null: the last step of the first run. */
export interface Occasion {
  readonly experiment: Experiment
  readonly title: string
  readonly selection: Selection | null
  readonly words: Words
  readonly size: PictureSize
  readonly ask: Ask
  /** The lowest point of f, if it has been searched for. */
  readonly minimum?: MinimumReport | undefined
  /** What the fair comparison of the runs as they are found; `anew`: it is made again, if they still are as compared. */
  readonly comparison?: ComparisonReport | 'anew' | undefined
}

/**
 * All figures of the experiment's tab, asked for anew so that they fit pictures of this size.
 * Throws ProblemError if one of them cannot be computed.
 */
export async function figuresOf(occasion: Occasion): Promise<readonly NamedFigure[]> {
  const { experiment } = occasion
  switch (experiment.view.tab) {
    case 'differentiate':
      return pointFigures(occasion)
    case 'partial':
      return experiment.variables.length === 1 ? pointFigures(occasion) : planeFigures(occasion)
    case 'descend': {
      const figures = await (experiment.variables.length === 1 ? lineDescent(occasion) : planeDescent(occasion))
      const caption = captioned(experiment, occasion.words)
      const all = [...figures, ...(await sweepIn(occasion))]
      return all.map(({ name, figure }) => ({ name, figure: { ...figure, ...caption } }))
    }
  }
}

/** What the rates tried in the comparison of the runs led to, if they were compared. */
async function sweepIn({ experiment, ask, words, minimum, comparison }: Occasion): Promise<readonly NamedFigure[]> {
  const subject = subjectOf(experiment)
  const isAgain = comparison === 'anew' && experiment.comparison && comparisonHolds(experiment)
  const again = isAgain ? comparisonQuestion(subject, experiment, experiment.comparison.budget) : null
  const report = comparison === 'anew' ? again && (await answerTo(ask, again)) : comparison
  if (!report) return []
  const limits: (number | null)[] = []
  for (const run of experiment.runs.keys()) {
    const question = ratesQuestion(subject, experiment, run)
    limits.push(question && (await answerTo(ask, question)).limit)
  }
  const figure = sweepFigure(experiment, report, limits, minimum, words)
  return figure ? [{ name: 'sweep', figure }] : []
}

/** The function of an experiment whose formula is in order. */
export const subjectOf = ({ formula, variables, parameters }: Experiment): Subject => ({
  formula,
  variables: variables.map(({ name }) => name),
  parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
})

/** Slots that questions of pictures have at the moment. */
const taken = new Set<string>()

/**
 * The answer, or the problem thrown as a ProblemError. The slot is of its own, so that nothing on the screen takes it away,
 * nor do figures that are gathered at the same time: they would supersede each other for ever.
 */
export async function answerTo<Name extends RequestName>(ask: Ask, question: Question<Name>): Promise<Answer<Name>> {
  let slot = `picture-${question.slot}`
  for (let other = 2; taken.has(slot); other++) slot = `picture-${question.slot}-${other}`
  taken.add(slot)
  const reply = await ask({ ...question, slot }).finally(() => taken.delete(slot))
  if (reply.kind === 'answer') return reply.answer
  if (reply.kind === 'superseded') return answerTo(ask, question)
  throw new ProblemError(reply.problem.code, reply.problem.values, reply.problem.range)
}

const typedRange = (experiment: Experiment, axis: number): Interval => {
  const { min, max } = experiment.variables[axis] ?? { min: -5, max: 5 }
  return { min, max }
}

async function pointFigures({ experiment, title, words, ask }: Occasion): Promise<readonly NamedFigure[]> {
  const subject = subjectOf(experiment)
  const along = experiment.view.axes[0]
  const range = typedRange(experiment, along)
  const { point, gradient, view } = experiment
  const report = await answerTo(ask, pointQuestion(subject, point, gradient.h, [along, along]))
  const samples = await answerTo(ask, curveQuestion('curve', subject, along, point, range, view.second))
  const places = pinnedPlaces(experiment, along)
  const tangents = await answerTo(ask, tangentsQuestion(subject, along, point, places))
  const errors = await answerTo(ask, errorsQuestion(subject, along, point))
  const asked = view.signs && signsQuestion(subject, along, point, range, view.signs.second)
  const signs = asked ? signsData(experiment, along, await answerTo(ask, asked), range) : null
  const curve = pointCurve(experiment, along, samples, range, report, pinnedPoints(places, tangents))
  const data = { ...curve, ...onCurve(signs) }
  const second: Figure = { plot: 'second', title: secondTitle(experiment, along, words), data }
  return [
    { name: 'curve', figure: { plot: 'curve', title, data } },
    { name: 'slope', figure: { plot: 'slope', title: slopeTitle(experiment, along, words), data } },
    ...(view.second ? [{ name: 'second', figure: second }] : []),
    ...(signs ? [{ name: 'signs', figure: { plot: 'signs', title: words.signs.title, data: signs } as const }] : []),
    {
      name: 'errors',
      figure: { plot: 'errors', title: words.lab.differentiate.errors, data: pointErrors(experiment, errors) }
    }
  ]
}

async function planeFigures(occasion: Occasion): Promise<readonly NamedFigure[]> {
  const { experiment, title, words, ask, size } = occasion
  const subject = subjectOf(experiment)
  const { axes } = experiment.view
  const report = await answerTo(ask, pointQuestion(subject, experiment.point, experiment.gradient.h, axes))
  const typed = { x: typedRange(experiment, axes[0]), y: typedRange(experiment, axes[1]) }
  const { contour, surface } = await grids(ask, experiment, subject, experiment.point, typed, size)
  const question = criticalQuestion(subject, axes, experiment.point, typed)
  const critical = experiment.view.topic === 'critical' ? (await answerTo(ask, question)).points : []
  const plane = pointPlane(experiment, contour, typed, report, critical)
  const raised = pointPlane(experiment, surface, typed, report, critical)
  const slopes = experiment.view.topic === 'direction' ? planeSlopes(experiment, report) : null
  const directional = words.lab.partial.directional
  const held = planeTitle(title, experiment, words)
  return [
    { name: 'contour', figure: { plot: 'contour', title: held, data: plane } },
    { name: 'surface', figure: surfaceFigure(held, raised, experiment) },
    ...(await sliceFigures(occasion, report)),
    ...(slopes ? [{ name: 'direction', figure: directionFigure(directional, experiment, slopes) }] : [])
  ]
}

/** Both slices through the point, one after the other, with their common vertical range. */
async function sliceFigures(
  { experiment, words, ask }: Occasion,
  report: PointReport
): Promise<readonly NamedFigure[]> {
  const subject = subjectOf(experiment)
  const { axes } = experiment.view
  const curves: CurveData[] = []
  for (const axis of axes) {
    const range = typedRange(experiment, axis)
    const samples = await answerTo(ask, curveQuestion(`slice-${axis}`, subject, axis, experiment.point, range))
    curves.push(sliceCurve(experiment, axis, samples, range, report))
  }
  return withSharedHeights(curves).map((data, side) => ({
    name: `slice-${experiment.variables[axes[side] ?? 0]?.name ?? ''}`,
    figure: { plot: 'curve', title: sliceTitle(experiment, axes[side] ?? 0, words), data }
  }))
}

/** What is held in the slice along `axis`: 「断面 y = 2」. */
export const sliceTitle = (experiment: Experiment, axis: number, words: Words): string =>
  words.lab.partial.slice({ held: heldAt(experiment, experiment.point, [axis]) })

/** The title of the derivative along `axis`: 「導関数 f′」, 「偏導関数 ∂f/∂x」. */
export const slopeTitle = (experiment: Experiment, axis: number, words: Words): string =>
  experiment.variables.length === 1
    ? words.lab.plots.slope
    : words.lab.plots.partialSlope({ name: slopeName(experiment, axis) })

/** The title of the second derivative along `axis`: 「2 階導関数 f″」, 「2 階偏導関数 ∂²f/∂x²」. */
export const secondTitle = (experiment: Experiment, axis: number, words: Words): string =>
  experiment.variables.length === 1
    ? words.lab.differentiate.second
    : words.lab.differentiate.partialSecond({ name: secondName(experiment, axis) })

/** A title of the plane through the point, with what is held off its two axes: 「等高線（z = 3）」. */
export function planeTitle(title: string, experiment: Experiment, words: Words): string {
  const held = heldAt(experiment, experiment.point, experiment.view.axes)
  return held ? words.lab.partial.at({ title, held }) : title
}

async function lineDescent(occasion: Occasion): Promise<readonly NamedFigure[]> {
  const { experiment, title, words, ask, minimum } = occasion
  const subject = subjectOf(experiment)
  const { reports, selection } = await runsIn(occasion)
  const range = visibleRange(experiment, 0, reports)
  const samples = await answerTo(ask, curveQuestion('curve', subject, 0, experiment.start, range))
  const traces = tracesOf(experiment, reports, words, [0, 0])
  const data = {
    ...descentCurve(experiment, samples, range, traces, selection),
    ...lowestOnCurve(minimum),
    crowd: crowdWays(experiment, await crowdIn(occasion, selection.run, reports), selection.run, [0, 0]),
    ...partsAt(experiment, await openedAt(experiment, ask, reports, selection), selection.run, null)
  }
  const stretch = stepStretch(experiment)
  const aside = noted(experiment, [0], reports, false, words)
  const grid: NamedFigure = {
    name: 'grid',
    figure: { plot: 'steps', title, ...aside, data: { kind: 'curve', ...stretch, curve: data } }
  }
  if (experiment.view.arrangement === 'steps') return [grid]
  return [
    { name: 'curve', figure: { plot: 'curve', title, ...aside, data } },
    { name: 'slope', figure: { plot: 'slope', title: words.lab.plots.slope, ...aside, data } },
    { name: 'loss', figure: lossFigure(experiment, reports, words, selection, minimum) }
  ]
}

async function planeDescent(occasion: Occasion): Promise<readonly NamedFigure[]> {
  const { experiment, title, words, ask, size, minimum } = occasion
  const subject = subjectOf(experiment)
  const { axes, arrangement } = experiment.view
  const { kept, reports, selection } = await runsIn(occasion)
  const traces = tracesOf(experiment, reports, words, axes)
  const loss: NamedFigure = { name: 'loss', figure: lossFigure(experiment, reports, words, selection, minimum) }
  if (arrangement === 'variables') {
    const data = variablesData(experiment, reports, words, selection)
    return [{ name: 'variables', figure: { plot: 'variables', title, data } }, loss]
  }
  const typed = { x: visibleRange(experiment, axes[0], reports), y: visibleRange(experiment, axes[1], reports) }
  const standing = standingPoint(experiment, reports, selection)
  const principal = isPrincipal(experiment) ? principalOf(experiment, kept, selection.run) : null
  const opened = await openedAt(experiment, ask, reports, selection)
  const crowd = await crowdIn(occasion, selection.run, reports)
  if (principal) {
    const { gradient } = await answerTo(ask, pointQuestion(subject, standing, experiment.gradient.h))
    const over = { experiment, title, subject, words, size, reports, selection, plane: principal, gradient }
    const more = { opened, crowd, minimum, answer: (question: Question<'plane'>) => answerTo(ask, question) }
    const figures = await principalFigures({ ...over, ...more })
    return arrangement === 'linked' ? [...figures, loss] : figures
  }
  const held = experiment.variables.length > 2 ? heldWithin(experiment, standing, reports) : experiment.start
  const { contour, surface } = await grids(ask, experiment, subject, held, typed, size)
  const report = await answerTo(ask, pointQuestion(subject, standing, experiment.gradient.h))
  const [across, up] = [report.gradient[axes[0]], report.gradient[axes[1]]]
  const gradient = traces.length === 0 || across === undefined || up === undefined ? null : ([across, up] as const)
  const parts = {
    ...lowestOnPlane(minimum, axes),
    ...partsAt(experiment, opened, selection.run, null),
    crowd: crowdWays(experiment, crowd, selection.run, axes)
  }
  const plane = {
    ...descentPlane(experiment, held, contour, typed, traces, selection, gradient),
    ...parts
  }
  const stretch = stepStretch(experiment)
  const isHeldBack =
    held !== experiment.start && held.some((value, axis) => !axes.includes(axis) && value !== standing[axis])
  const aside = noted(experiment, axes, reports, isHeldBack, words)
  if (arrangement === 'steps')
    return [
      {
        name: 'grid',
        figure: { plot: 'steps', title, ...aside, data: { kind: 'contour', ...stretch, contour: plane } }
      }
    ]
  if (arrangement === 'runs')
    return [{ name: 'runs', figure: { plot: 'runs', title, ...aside, data: { contour: plane } } }]
  const raised = {
    ...descentPlane(experiment, held, surface, typed, traces, selection, gradient),
    ...parts
  }
  return [
    { name: 'contour', figure: { plot: 'contour', title, ...aside, data: plane } },
    { name: 'surface', figure: { ...surfaceFigure(title, raised, experiment), ...aside } },
    loss
  ]
}

/** The crowd of run number `run`; undefined without one. */
async function crowdIn(
  { experiment, ask }: Occasion,
  run: number,
  reports: RunsReport
): Promise<CrowdReport | undefined> {
  const starts = crowdStarts(experiment, run)
  const views = viewsOf(experiment, reports, run)
  const question = starts.length > 0 ? crowdQuestion(subjectOf(experiment), experiment, run, starts, views) : null
  return question ? answerTo(ask, question) : undefined
}

/** The selected step, opened; undefined at the start and beyond the end of the run. */
export async function openedAt(
  experiment: Experiment,
  ask: Ask,
  reports: RunsReport,
  { step, run }: Selection
): Promise<StepReport | undefined> {
  const report = reports[run]
  if (!report || !('taken' in report) || step > report.taken) return undefined
  const question = stepQuestion(subjectOf(experiment), experiment, run, step)
  return question ? answerTo(ask, question) : undefined
}

/** An opened step as it is drawn on the axes of the view, or over a principal plane. */
export const partsAt = (
  experiment: Experiment,
  opened: StepReport | undefined,
  run: number,
  plane: PrincipalPlane | null
): StepParts =>
  plane ? principalParts(experiment, opened, run, plane) : stepParts(experiment, opened, run, experiment.view.axes)

/** The runs as they are kept, and with the selected step in every one of them. */
async function runsIn(
  occasion: Occasion
): Promise<{ readonly kept: RunsReport; readonly reports: RunsReport; readonly selection: Selection }> {
  const { experiment, ask } = occasion
  const asked = (views: readonly View[]) => runsQuestion(subjectOf(experiment), experiment, views)
  const first = await answerTo(ask, asked([]))
  const selection = selectionIn(occasion, first)
  const { body, ...question } = asked(viewsOf(experiment, first, selection.run))
  const kept = body.views.length === 0 ? first : await answerTo(ask, { ...question, body })
  const reports: RunsReport[number][] = []
  for (const [run, report] of kept.entries()) reports.push(await withStep(ask, body, run, report, selection.step))
  return { kept, reports, selection }
}

async function withStep(ask: Ask, body: Body<'runs'>, run: number, report: RunsReport[number], step: number) {
  const question = isKnownAt(report, step) ? null : standingQuestion(body, run, step)
  return question ? withStanding(report, await answerTo(ask, question)) : report
}

const selectionIn = ({ selection, experiment }: Occasion, reports: RunsReport): Selection => {
  const longest = Math.max(0, ...reports.map((report) => ('taken' in report ? report.taken : 0)))
  return selection ?? { step: Math.min(experiment.steps, longest), run: 0 }
}

interface Ranges {
  readonly x: Interval
  readonly y: Interval
}

async function grids(
  ask: Ask,
  experiment: Experiment,
  subject: Subject,
  held: readonly number[],
  typed: Ranges,
  size: PictureSize
) {
  const { axes, field, contour: levels, surface: style } = experiment.view
  const slopes = field.towards !== 'none'
  const [pixels, corners] = [contourSize(size, contourSheet(experiment, typed), size.scale), surfaceSize(style, typed)]
  const contour = await answerTo(ask, gridQuestion('contour', subject, axes, held, typed, pixels, levels, slopes))
  const surface = await answerTo(ask, gridQuestion('surface', subject, axes, held, typed, corners, levels))
  return { contour, surface }
}
