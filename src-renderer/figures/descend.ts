import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { isGradientFree } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { GridSamples, Question } from '@shared/protocol'
import { curveQuestion, type GridSize, gridQuestion, planeQuestion, pointQuestion } from '../answers/questions'
import type { ContourData, CurveData, Figure, FlatFigure } from '../figure'
import type { SurfaceFigure } from '../plots/gl'
import { stepParts } from './anatomy'
import { captioned, noted } from './caption'
import { crowdWays } from './crowd'
import { descentCurve, descentPlane, stepStretch, surfaceFigure, tracesOf } from './descent'
import type { Found, Know } from './know'
import { lossFigure } from './loss'
import { lowestOnCurve, lowestOnPlane } from './lowest'
import { besides, type NamedFigure } from './occasion'
import type { PrincipalPlane } from './principal'
import {
  isPrincipal,
  principalContour,
  principalCrowd,
  principalLowest,
  principalOf,
  principalParts,
  principalRanges,
  principalTraces,
  turned
} from './principal-descent'
import { heldWithin, visibleRange } from './ranges'
import type { Descent } from './runs'
import { contourSheet, surfaceSize } from './sampling'
import { standingPoint } from './standing'
import { variablesData } from './variables'

/** Parts of the descent that a moving selection leaves as they are, made once for all figures and steps. */
const onceTraces = lastOf(tracesOf)
const onceCrowd = lastOf(crowdWays)
const oncePrincipal = lastOf(principalTraces)
const oncePrincipalCrowd = lastOf(principalCrowd)

const onLine = [0, 0] as const

/** The curve of a function of one variable with its runs. */
export function lineOfRuns(descent: Descent, know: Know): CurveData | undefined {
  const { experiment, subject, words, kept, reports, selection, opened, crowd, minimum } = descent
  const range = visibleRange(experiment, 0, kept)
  const samples = know(curveQuestion('curve', subject, 0, [0], range))
  if (!samples) return undefined
  return {
    ...descentCurve(experiment, samples, range, onceTraces(experiment, reports, words, onLine), selection),
    ...lowestOnCurve(minimum),
    crowd: onceCrowd(experiment, crowd, selection.run, onLine),
    ...stepParts(experiment, opened, selection.run, onLine, descent.isTold)
  }
}

/** The curve and f′ below it, and the small plots of steps. */
export function lineFigures(descent: Descent, data: CurveData) {
  const { experiment, title, words, kept } = descent
  const printed = { ...captioned(experiment, words), ...noted(experiment, [0], kept, false, words) }
  const steps = { kind: 'curve', ...stepStretch(experiment), curve: data } as const
  return {
    curve: { plot: 'curve', title, ...printed, data },
    slope: { plot: 'slope', title: words.lab.plots.slope, ...printed, data },
    steps: { plot: 'steps', title, ...printed, data: steps }
  } as const satisfies Record<string, FlatFigure>
}

/** The plane over which the runs are seen: that of two variables, or their principal one. */
interface Sight {
  readonly ranges: Ranges
  readonly question: (slot: string, size: GridSize) => Question<'grid'> | Question<'plane'>
  readonly surface: Experiment['view']['surface']
  /** The runs over it, and what there is beside them. */
  readonly over: (samples: GridSamples, ranges: Ranges, gradient: readonly number[] | null) => ContourData
  /** In a picture: that it is wider than its ranges, or held back. */
  readonly aside: { readonly aside?: string }
}

interface Ranges {
  readonly x: Interval
  readonly y: Interval
}

/** Ranges of a principal plane that the user has taken hold of: they are of one plane alone, so no document has them. */
export interface HeldRanges extends Ranges {
  readonly of: PrincipalPlane
}

export type DescentOnPlane = Descent & { readonly held?: HeldRanges | null }

/** Null: there is no path of which the principal plane could be. */
function sightOf(descent: DescentOnPlane): Sight | null {
  if (!isPrincipal(descent.experiment)) return sightOfAxes(descent)
  const plane = principalOf(descent.experiment, descent.kept, descent.selection.run)
  return plane && sightOfPrincipal(descent, plane)
}

function sightOfAxes(descent: Descent): Sight {
  const { experiment, subject, words, kept, reports, selection, opened, crowd, minimum } = descent
  const { axes, contour: levels, field, surface } = experiment.view
  const held = besides(heldPoint(descent), ...axes)
  const isFlat = (slot: string) => slot === 'contour' && field.towards !== 'none'
  const traces = onceTraces(experiment, reports, words, axes)
  const ranges = { x: visibleRange(experiment, axes[0], kept), y: visibleRange(experiment, axes[1], kept) }
  return {
    ranges,
    question: (slot, size) => gridQuestion(slot, subject, axes, held, ranges, size, levels, isFlat(slot)),
    surface,
    over: (samples, shown, gradient) => {
      const [across, up] = axes.map((axis) => gradient?.[axis])
      const arrow = across === undefined || up === undefined ? null : ([across, up] as const)
      return {
        ...descentPlane(experiment, held, samples, shown, traces, selection, arrow),
        ...lowestOnPlane(minimum, axes),
        crowd: onceCrowd(experiment, crowd, selection.run, axes),
        ...stepParts(experiment, opened, selection.run, axes, descent.isTold)
      }
    },
    aside: noted(experiment, axes, kept, isHeldBack(descent), words)
  }
}

/** Where the variables that are not on the axes are held: where the selected run stands, within their ranges. */
export const heldPoint = (descent: Descent): readonly number[] =>
  heldWithin(descent.experiment, standingOf(descent), descent.kept)

const standingOf = ({ experiment, reports, selection }: Descent) => standingPoint(experiment, reports, selection)

/** A variable that is not on the axes is held at the end of its range, for the run has left that. */
export function isHeldBack(descent: Descent): boolean {
  const [held, standing, { axes }] = [heldPoint(descent), standingOf(descent), descent.experiment.view]
  return held.some((value, axis) => !axes.includes(axis) && value !== standing[axis])
}

/** The ranges that show the runs over their principal plane. */
const wholeRanges = ({ experiment, kept, words, selection }: Descent, plane: PrincipalPlane): Ranges =>
  principalRanges(oncePrincipal(experiment, kept, words, plane), selection.run)

function sightOfPrincipal(descent: DescentOnPlane, plane: PrincipalPlane): Sight {
  const { experiment, subject, words, reports, selection, opened, crowd, minimum, held } = descent
  const { contour: levels, surface } = experiment.view
  const ranges = held && isSamePlane(held.of, plane) ? { x: held.x, y: held.y } : wholeRanges(descent, plane)
  const traces = oncePrincipal(experiment, reports, words, plane)
  return {
    ranges,
    question: (slot, size) => planeQuestion(slot, subject, plane, ranges, size, levels),
    surface: { ...surface, spacing: null },
    over: (samples, shown, gradient) => ({
      ...principalContour(experiment, plane, samples, shown, traces, selection, gradient),
      ...principalLowest(minimum, plane),
      crowd: oncePrincipalCrowd(experiment, crowd, selection.run, plane),
      ...principalParts(experiment, opened, selection.run, plane, descent.isTold)
    }),
    aside: {}
  }
}

const isSamePlane = (one: PrincipalPlane, other: PrincipalPlane) => JSON.stringify(one) === JSON.stringify(other)

/** ∇f where the selected run stands, all of it; null where no run does, or its method asks for none. */
function gradientOf(descent: Descent, know: Know): readonly number[] | null | undefined {
  const { experiment, subject, reports } = descent
  const run = experiment.runs[descent.selection.run]
  const method = run && methodNamed(run.method, run.convention)
  if (!reports || !method || isGradientFree(method)) return null
  return know(pointQuestion(subject, standingOf(descent), experiment.gradient.h))?.gradient
}

/** What is shown of the selected step, besides its place: ∇f there on the axes of the plot, and the step taken apart. */
export function momentOf(descent: Descent, know: Know) {
  const { experiment, kept, selection, opened } = descent
  const { axes } = experiment.view
  if (experiment.variables.length === 1)
    return { gradient: null, ...stepParts(experiment, opened, selection.run, onLine) }
  const gradient = gradientOf(descent, know)
  const plane = isPrincipal(experiment) ? principalOf(experiment, kept, selection.run) : null
  if (gradient === undefined) return undefined
  return plane
    ? { gradient: gradient && turned(plane, gradient), ...principalParts(experiment, opened, selection.run, plane) }
    : {
        gradient: gradient && ([gradient[axes[0]] ?? Number.NaN, gradient[axes[1]] ?? Number.NaN] as const),
        ...stepParts(experiment, opened, selection.run, axes)
      }
}

/** The contour with the runs, or a small one for each step or run, as the document wants them. Null: there is none. */
export function contourOfRuns(descent: DescentOnPlane, know: Know) {
  const sight = sightOf(descent)
  if (!sight) return null
  const { experiment } = descent
  const samples = know.drawn<'grid' | 'plane'>(contourSheet(experiment, sight.ranges), (size) =>
    sight.question('contour', size)
  )
  const contour = seen(descent, know, sight, samples)
  return contour && { ...arranged(descent, contour), ...printedWith(descent, sight) }
}

/** The runs over the same plane as a surface. */
export function surfaceOfRuns(descent: DescentOnPlane, know: Know): SurfaceFigure | null | undefined {
  const sight = sightOf(descent)
  if (!sight) return null
  const question = sight.question('surface', surfaceSize(sight.surface, sight.ranges))
  const answer = know<'grid' | 'plane'>(question)
  const data = seen(descent, know, sight, answer && { question, answer })
  return data && { ...surfaceFigure(descent.title, data, descent.experiment), ...printedWith(descent, sight) }
}

const printedWith = ({ experiment, words }: Descent, { aside }: Sight) => ({
  ...captioned(experiment, words),
  ...aside
})

function seen(
  descent: Descent,
  know: Know,
  sight: Sight,
  samples: Found<'grid' | 'plane'> | undefined
): ContourData | undefined {
  const gradient = gradientOf(descent, know)
  if (!samples || gradient === undefined) return undefined
  const { question, answer } = samples
  const asked = question as Question<'grid'> | Question<'plane'>
  return { ...sight.over(answer, asked.body, gradient), asked }
}

function arranged({ experiment, title }: Descent, contour: ContourData) {
  switch (experiment.view.arrangement) {
    case 'steps':
      return { plot: 'steps', title, data: { kind: 'contour', ...stepStretch(experiment), contour } } as const
    case 'runs':
      return { plot: 'runs', title, data: { contour } } as const
    default:
      return { plot: 'contour', title, data: contour } as const
  }
}

/** Each variable over the steps. */
export function variablesFigure({ experiment, title, words, reports, selection }: Descent): FlatFigure {
  const data = variablesData(experiment, reports, words, selection)
  return { plot: 'variables', title, ...captioned(experiment, words), data }
}

export const lossOfRuns = ({ experiment, reports, words, selection, minimum }: Descent): FlatFigure =>
  lossFigure(experiment, reports, words, selection, minimum)

/** All figures of the tab, but for what the comparison of the runs found. */
export function descendFigures(descent: Descent, know: Know): readonly NamedFigure[] | undefined {
  const { variables, view } = descent.experiment
  const loss = { name: 'loss', figure: lossOfRuns(descent) }
  if (variables.length === 1) {
    const data = lineOfRuns(descent, know)
    if (!data) return undefined
    const { curve, slope, steps } = lineFigures(descent, data)
    if (view.arrangement === 'steps') return [{ name: 'grid', figure: steps }, loss]
    return [{ name: 'curve', figure: curve }, { name: 'slope', figure: slope }, loss]
  }
  if (view.arrangement === 'variables') return [{ name: 'variables', figure: variablesFigure(descent) }, loss]
  const contour = contourOfRuns(descent, know)
  const surface = view.arrangement === 'linked' ? surfaceOfRuns(descent, know) : null
  if (contour === undefined || surface === undefined) return undefined
  const named = (name: string, figure: Figure | null) => (figure ? [{ name, figure }] : [])
  const name = contour?.plot === 'steps' ? 'grid' : (contour?.plot ?? '')
  return [...named(name, contour), ...named('surface', surface), loss]
}

/** Does not make anew what it was asked for last, or before that: contour and surface ask for the same. */
function lastOf<Arguments extends readonly unknown[], Result>(
  make: (...given: Arguments) => Result
): (...given: Arguments) => Result {
  const most = 2
  const made: { readonly given: Arguments; readonly result: Result }[] = []
  return (...given) => {
    const known = made.find((one) => one.given.every((part, place) => part === given[place]))
    if (known) return known.result
    const result = make(...given)
    made.unshift({ given, result })
    made.length = Math.min(made.length, most)
    return result
  }
}
