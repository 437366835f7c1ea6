import type { Experiment } from '@shared/experiment/experiment'
import type { Question } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { criticalQuestion, curveQuestion, gridQuestion, pointQuestion } from '../answers/questions'
import type { ContourData, CurveData, Slice } from '../figure'
import { settled } from './curvature'
import { surfaceFigure } from './descent'
import type { AtPoint } from './differentiate'
import { directionFigure, planeSlopes } from './direction'
import type { Found, Know } from './know'
import { heldAt } from './names'
import { besides, type NamedFigure, type Occasion, typedRange } from './occasion'
import { pointPlane } from './point'
import { type ContourSheet, contourSheet, surfaceSize } from './sampling'
import { sliceCurve, withSharedHeights } from './slice'

/** What is known at the point of the plane, with the document that it is about. */
export function atPlanePoint({ experiment, subject }: Occasion, know: Know): AtPoint | undefined {
  const { point, gradient, view } = experiment
  const report = know(pointQuestion(subject, point, gradient.h, view.axes))
  return report && { experiment, report }
}

const rangesOf = (experiment: Experiment) => ({
  x: typedRange(experiment, experiment.view.axes[0]),
  y: typedRange(experiment, experiment.view.axes[1])
})

/** The point with the coordinates that are held: the two on the axes do not matter to a grid over them. */
const heldIn = ({ point, view: { axes } }: Experiment) => besides(point, ...axes)

/** The contour of the plane with the point, alone or with slices beside it. */
function contourData(occasion: Occasion, know: Know, joint?: Pick<ContourSheet, 'joint'>): ContourData | undefined {
  const { experiment, subject } = occasion
  const { axes, contour: levels, field } = experiment.view
  const ranges = rangesOf(experiment)
  const samples = know.drawn({ ...contourSheet(experiment, ranges), ...joint }, (size) =>
    gridQuestion('contour', subject, axes, heldIn(experiment), ranges, size, levels, field.towards !== 'none')
  )
  return planeData(occasion, know, samples)
}

/** The parts of the figure that has the slices as the margins of the contour. */
export function jointParts(occasion: Occasion, know: Know) {
  const [contour, slices] = [contourData(occasion, know, { joint: true }), sliceCurves(occasion, know)]
  return contour && slices && { contour, slices }
}

/** They put together: the slices with their common vertical range. */
export function jointFigure(
  occasion: Occasion,
  { contour, slices }: { readonly contour: ContourData; readonly slices: readonly [CurveData, CurveData] }
) {
  const [across, up] = withSharedHeights(slices)
  const sliceOn = (curve: CurveData, side: 0 | 1): Slice => ({ title: titleOfSlice(occasion, side, true), curve })
  const title = planeTitle(occasion.words.lab.partial.joint, occasion.experiment, occasion.words)
  return { plot: 'joint', title, data: { contour, slices: [sliceOn(across, 0), sliceOn(up, 1)] } } as const
}

/** The same as a surface. */
export function raisedFigure(occasion: Occasion, know: Know) {
  const question = raisedQuestion(occasion)
  const answer = know(question)
  const data = planeData(occasion, know, answer && { question, answer })
  return data && surfaceFigure(titleOf(occasion), data, occasion.experiment)
}

export function raisedQuestion({ experiment, subject }: Occasion): Question<'grid'> {
  const { axes, contour: levels, surface } = experiment.view
  const ranges = rangesOf(experiment)
  return gridQuestion('surface', subject, axes, heldIn(experiment), ranges, surfaceSize(surface, ranges), levels)
}

function planeData(occasion: Occasion, know: Know, samples: Found<'grid'> | undefined): ContourData | undefined {
  const { experiment } = occasion
  const known = atPlanePoint(occasion, know)
  // Those of other ranges are still true: while one zooms they stay where they are.
  const critical = experiment.view.topic === 'critical' ? know.meanwhile(criticalOf(occasion), ['x', 'y']) : undefined
  if (!samples || !known) return undefined
  const { question, answer } = samples
  // Slopes that are only rounding are 0.
  const report = settled(experiment, known.report)
  return { ...pointPlane(experiment, answer, question.body, report, critical?.answer.points), asked: question }
}

/** What asks for the critical points within the ranges. */
export const criticalOf = ({ experiment, subject }: Occasion): Question<'critical'> =>
  criticalQuestion(subject, experiment.view.axes, heldIn(experiment), rangesOf(experiment))

/** The slices through the point along both axes, each with a vertical range of its own. */
export function sliceCurves(occasion: Occasion, know: Know): readonly [CurveData, CurveData] | undefined {
  const { experiment, subject } = occasion
  const known = atPlanePoint(occasion, know)
  const [across, up] = ([0, 1] as const).map((side) => {
    const axis = experiment.view.axes[side]
    const range = typedRange(experiment, axis)
    const samples = know(curveQuestion(`slice-${side}`, subject, axis, besides(experiment.point, axis), range))
    if (!samples || !known) return undefined
    // Where f has no values the plot is told to say so; the point would say it again.
    const report = samples.values.some(Number.isFinite) ? settled(experiment, known.report) : undefined
    return sliceCurve(experiment, axis, samples, range, report)
  })
  return across && up && [across, up]
}

/** All figures of the tab, and the parts of what is joint, each by itself. */
export function partialFigures(occasion: Occasion, know: Know): readonly NamedFigure[] | undefined {
  const [parts, surface] = [jointParts(occasion, know), raisedFigure(occasion, know)]
  const [contour, known] = [contourData(occasion, know), atPlanePoint(occasion, know)]
  if (!parts || !contour || !surface || !known) return undefined
  const { experiment, words } = occasion
  const joint = jointFigure(occasion, parts)
  const { axes, topic } = experiment.view
  const slopes = topic === 'direction' ? planeSlopes(experiment, settled(experiment, known.report)) : null
  const { directional } = words.lab.partial
  return [
    { name: 'joint', figure: joint },
    { name: 'surface', figure: surface },
    { name: 'contour', figure: { plot: 'contour', title: titleOf(occasion), data: contour } },
    ...joint.data.slices.map(({ curve }, side) => ({
      name: `slice-${experiment.variables[axes[side] ?? 0]?.name ?? ''}`,
      figure: { plot: 'curve', title: titleOfSlice(occasion, side as 0 | 1), data: curve } as const
    })),
    ...(slopes ? [{ name: 'direction', figure: directionFigure(directional, experiment, slopes) }] : [])
  ]
}

const titleOf = ({ title, experiment, words }: Occasion) => planeTitle(title, experiment, words)

/** What is held in the slice along an axis of the plane: 「断面 y = 2」; `inPlane`: without what is held in all of the plane. */
function titleOfSlice({ experiment, words }: Occasion, side: 0 | 1, inPlane = false): string {
  const { point, variables, view } = experiment
  const others = inPlane ? [...variables.keys()].filter((axis) => !view.axes.includes(axis)) : []
  return words.lab.partial.slice({ held: heldAt(experiment, point, [view.axes[side], ...others]) })
}

/** A title of the plane through the point, with what is held off its two axes: 「等高線（z = 3）」. */
export function planeTitle(title: string, experiment: Experiment, words: Words): string {
  const held = heldAt(experiment, experiment.point, experiment.view.axes)
  return held ? words.lab.partial.at({ title, held }) : title
}
