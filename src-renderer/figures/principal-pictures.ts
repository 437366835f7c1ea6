import type { Experiment } from '@shared/experiment/experiment'
import type { Answer, CrowdReport, MinimumReport, Question, RunsReport, StepReport, Subject } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { ContourData, Figure } from '../plots/figure'
import { planeQuestion } from '../questions'
import { type Selection, stepStretch, surfaceFigure } from './descent'
import type { PictureSize } from './picture-size'
import type { PrincipalPlane } from './principal'
import {
  principalContour,
  principalCrowd,
  principalLowest,
  principalParts,
  principalRanges,
  principalTraces
} from './principal-descent'
import { contourSheet, contourSize, surfaceSize } from './sampling'

/** What the pictures of runs over their principal plane are made from. */
export interface PrincipalOccasion {
  readonly experiment: Experiment
  readonly title: string
  readonly subject: Subject
  readonly words: Words
  readonly size: PictureSize
  readonly reports: RunsReport
  readonly selection: Selection
  readonly plane: PrincipalPlane
  /** ∇f at the selected step. */
  readonly gradient: readonly number[]
  /** The selected step, opened, if that is wanted. */
  readonly opened: StepReport | undefined
  readonly crowd: CrowdReport | undefined
  readonly minimum: MinimumReport | undefined
  readonly answer: (question: Question<'plane'>) => Promise<Answer<'plane'>>
}

/** The figures of the tab by their names, but for the loss: the contour and the surface, or the small contours. */
export async function principalFigures(
  occasion: PrincipalOccasion
): Promise<readonly { readonly name: string; readonly figure: Figure }[]> {
  const { experiment, title, subject, words, size, reports, selection, plane, gradient, answer } = occasion
  const { arrangement, contour: levels, surface } = experiment.view
  const traces = principalTraces(experiment, reports, words, plane)
  const ranges = principalRanges(traces, selection.run)
  const over = (samples: Answer<'plane'>, shown: typeof ranges): ContourData => ({
    ...principalContour(experiment, plane, samples, shown, traces, selection, gradient),
    ...principalLowest(occasion.minimum, plane),
    crowd: principalCrowd(experiment, occasion.crowd, selection.run, plane),
    ...principalParts(experiment, occasion.opened, selection.run, plane)
  })
  const pixels = contourSize(size, contourSheet(experiment, ranges), size.scale)
  const contour = over(await answer(planeQuestion('contour', subject, plane, ranges, pixels, levels)), ranges)
  if (arrangement === 'steps') {
    return [
      { name: 'grid', figure: { plot: 'steps', title, data: { kind: 'contour', ...stepStretch(experiment), contour } } }
    ]
  }
  if (arrangement === 'runs') return [{ name: 'runs', figure: { plot: 'runs', title, data: { contour } } }]
  const corners = surfaceSize({ ...surface, spacing: null }, ranges)
  const raised = over(await answer(planeQuestion('surface', subject, plane, ranges, corners, levels)), ranges)
  return [
    { name: 'contour', figure: { plot: 'contour', title, data: contour } },
    { name: 'surface', figure: surfaceFigure(title, raised, experiment) }
  ]
}
