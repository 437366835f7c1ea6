import { comparisonHolds } from '@shared/experiment/comparison'
import type { SelectedStep } from '@shared/experiment/experiment'
import type { ComparisonReport, MinimumReport } from '@shared/protocol'
import type { Ask } from '../answers/answer'
import { comparisonQuestion, ratesQuestion } from '../answers/questions'
import { descendFigures } from './descend'
import { differentiateFigures } from './differentiate'
import { createGathering, type Know } from './know'
import type { NamedFigure, Occasion } from './occasion'
import { partialFigures } from './partial'
import type { PictureSize } from './picture-size'
import { descentOf } from './runs'
import { sweepFigure } from './sweep'

/** What a picture is made for. `selection` null: the last step of the longest run. */
export interface PictureOccasion extends Occasion {
  readonly selection: SelectedStep | null
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
      const figures = await gather((know) => {
        const descent = descentOf(occasion, occasion.selection, know)
        return descent && descendFigures(descent, know)
      })
      return [...(figures ?? []), ...(await gather((know) => sweepIn(occasion, know)))]
    }
  }
}

/** What the rates tried in the comparison of the runs led to, if they were compared. */
function sweepIn(
  { experiment, subject, words, minimum, comparison }: PictureOccasion,
  know: Know
): readonly NamedFigure[] {
  const isAgain = comparison === 'anew' && experiment.comparison && comparisonHolds(experiment)
  const again = isAgain ? comparisonQuestion(subject, experiment, experiment.comparison.budget) : null
  const report = comparison === 'anew' ? again && know(again) : comparison
  if (!report) return []
  const limits = [...experiment.runs.keys()].map((run) => {
    const question = ratesQuestion(subject, experiment, run)
    return question && know(question)?.limit
  })
  const figure = sweepFigure(experiment, report, limits, minimum, words)
  return figure ? [{ name: 'sweep', figure }] : []
}
