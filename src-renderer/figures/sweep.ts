import type { Experiment } from '@shared/experiment/experiment'
import type { ComparisonReport, MinimumReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { FlatFigure } from '../figure'
import { captioned } from './caption'
import { lowestOf } from './lowest'
import { runNames } from './run-names'

/** What the rates that a comparison tried led to, with the limit of stability of each run; null if no run has a rate. */
export function sweepFigure(
  experiment: Experiment,
  report: ComparisonReport,
  limits: readonly (number | null | undefined)[],
  minimum: MinimumReport | undefined,
  words: Words
): FlatFigure | null {
  const names = runNames(experiment, words)
  const runs = experiment.runs.flatMap(({ colour, method }, index) => {
    const entry = report[index]
    if (!entry || 'problem' in entry || entry.lr === null) return []
    return { name: names[index] ?? method, colour, tried: entry.tried, chosen: entry.lr, limit: limits[index] ?? null }
  })
  if (runs.length === 0) return null
  const data = { runs, least: lowestOf(minimum)?.value ?? null }
  return { plot: 'sweep', title: words.race.compare.figure, ...captioned(experiment, words), data }
}
