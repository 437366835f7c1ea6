import { comparisonHolds } from '@shared/experiment/comparison'
import { crowdStarts } from '@shared/experiment/crowd'
import type { Experiment, Interval } from '@shared/experiment/experiment'
import type {
  Body,
  ComparisonReport,
  CrowdReport,
  MinimumReport,
  Question,
  RunsReport,
  StepReport,
  Subject,
  View
} from '@shared/protocol'
import type { Ask } from '../answer'
import {
  comparisonQuestion,
  crowdQuestion,
  curveQuestion,
  gridQuestion,
  pointQuestion,
  ratesQuestion,
  runsQuestion,
  stepQuestion
} from '../questions'
import { type StepParts, stepParts } from './anatomy'
import { captioned, noted } from './caption'
import { crowdWays } from './crowd'
import { descentCurve, descentPlane, type Selection, stepStretch, surfaceFigure, tracesOf } from './descent'
import { differentiateFigures } from './differentiate'
import { answerTo, createGathering } from './know'
import { lossFigure } from './loss'
import { lowestOnCurve, lowestOnPlane } from './lowest'
import { type NamedFigure, type Occasion, subjectOf } from './occasion'
import { partialFigures } from './partial'
import type { PictureSize } from './picture-size'
import type { PrincipalPlane } from './principal'
import { isPrincipal, principalOf, principalParts } from './principal-descent'
import { principalFigures } from './principal-pictures'
import { heldWithin, visibleRange } from './ranges'
import { contourSheet, contourSize, surfaceSize } from './sampling'
import { isKnownAt, standingPoint, standingQuestion, withStanding } from './standing'
import { sweepFigure } from './sweep'
import { variablesData } from './variables'
import { viewsOf } from './ways'

/** What a picture is made for. `selection` null: the last step of the first run. */
export interface PictureOccasion extends Occasion {
  readonly selection: Selection | null
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
export async function figuresOf(occasion: PictureOccasion): Promise<readonly NamedFigure[]> {
  const { experiment, ask, size } = occasion
  const gather = createGathering(ask, size)
  switch (experiment.view.tab) {
    case 'differentiate':
      return (await gather((know) => differentiateFigures(occasion, know))) ?? []
    case 'partial': {
      const ofTab = experiment.variables.length === 1 ? differentiateFigures : partialFigures
      return (await gather((know) => ofTab(occasion, know))) ?? []
    }
    case 'descend': {
      const figures = await (experiment.variables.length === 1 ? lineDescent(occasion) : planeDescent(occasion))
      const caption = captioned(experiment, occasion.words)
      const all = [...figures, ...(await sweepIn(occasion))]
      return all.map(({ name, figure }) => ({ name, figure: { ...figure, ...caption } }))
    }
  }
}

/** What the rates tried in the comparison of the runs led to, if they were compared. */
async function sweepIn({
  experiment,
  subject,
  ask,
  words,
  minimum,
  comparison
}: PictureOccasion): Promise<readonly NamedFigure[]> {
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

async function lineDescent(occasion: PictureOccasion): Promise<readonly NamedFigure[]> {
  const { experiment, subject, title, words, ask, minimum } = occasion
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

async function planeDescent(occasion: PictureOccasion): Promise<readonly NamedFigure[]> {
  const { experiment, subject, title, words, ask, size, minimum } = occasion
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
  { experiment, ask }: PictureOccasion,
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
  occasion: PictureOccasion
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

const selectionIn = ({ selection, experiment }: PictureOccasion, reports: RunsReport): Selection => {
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
