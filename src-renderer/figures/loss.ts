import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import type { MinimumReport, RunsReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { FlatFigure } from '../figure'
import { captioned } from './caption'
import { tracesOf } from './descent'
import { lowestOf } from './lowest'

/** The value of f over the steps of each run, or over the evaluations they spent. */
export function lossFigure(
  experiment: Experiment,
  reports: RunsReport | undefined,
  words: Words,
  { step, run }: SelectedStep,
  minimum: MinimumReport | undefined
): FlatFigure {
  const { axes, loss, lossAlong } = experiment.view
  const spent = experiment.runs.map((_, index) => {
    const report = reports?.[index]
    return report && 'points' in report ? report.evaluations : []
  })
  return {
    plot: 'loss',
    title: words.lab.plots.loss,
    ...captioned(experiment, words),
    data: {
      traces: tracesOf(experiment, reports, words, axes),
      scale: loss,
      spent: lossAlong === 'evaluations' ? spent : null,
      least: lowestOf(minimum)?.value ?? null,
      step,
      selected: run
    }
  }
}
