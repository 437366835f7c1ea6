import { comparisonHolds } from '@shared/experiment/comparison'
import type { Experiment } from '@shared/experiment/experiment'
import { countNumeral, numeral } from '@shared/numbers/numeral'
import type { RunsReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import { isLeft, reachOf } from './ranges'
import { runNames } from './run-names'
import { unusualTerms } from './run-terms'

/** More coordinates of a start would fill the line. */
const mostCoordinates = 4

/** Under which equal terms the runs are compared, to be printed with a figure; null unless they still are. */
export function captionOf(experiment: Experiment, words: Words): string | null {
  const { comparison } = experiment
  if (!comparison || !comparisonHolds(experiment)) return null
  const { caption } = words.race
  const names = runNames(experiment, words)
  const called = experiment.runs.map((run, index) => {
    const name = names[index] ?? run.method
    const rate = run.settings['lr'] === undefined ? [] : [`η = ${numeral(run.settings['lr'])}`]
    // Runs of one method are told apart by some of it already.
    const terms = [...rate, ...unusualTerms(run, words)].filter((term) => !name.includes(term))
    return [name, ...terms].join(' ')
  })
  const start = coordinatesText(comparison.start, mostCoordinates)
  const budget = countNumeral(comparison.budget)
  // No line ends within an equation, nor before one.
  const runs = called.join(words.plots.comma).replaceAll(' = ', '\u00a0=\u00a0').replaceAll(' η', '\u00a0η')
  return caption({ start, budget, tried: comparison.tried, runs })
}

/** The caption of a figure of the runs, if it has one. */
export function captioned(experiment: Experiment, words: Words): { readonly caption?: string } {
  const caption = captionOf(experiment, words)
  return caption === null ? {} : { caption }
}

/** That a figure of the runs is wider than its ranges, and still too small for all of them, or held at the end of one; nothing where neither is so. */
export function noted(
  experiment: Experiment,
  axes: readonly number[],
  reports: RunsReport | undefined,
  isHeldBack: boolean,
  words: Words
): { readonly aside?: string } {
  const { widened, beyondRange, heldBack } = words.lab.plots
  const isWidened = axes.some((axis) => reachOf(experiment, axis, reports) === 'widened')
  const isBeyond = isWidened && axes.some((axis) => isLeft(experiment, axis, reports))
  const all = [...(isWidened ? [widened] : []), ...(isBeyond ? [beyondRange] : []), ...(isHeldBack ? [heldBack] : [])]
  return all.length > 0 ? { aside: all.join(' ') } : {}
}

/** `(−7, 2)`, and `3` of one variable; of more coordinates than `most` the first ones. */
export function coordinatesText(point: readonly number[], most: number, digits = 5): string {
  if (point.length === 1) return numeral(point[0] ?? Number.NaN, digits)
  const shown = point.slice(0, most).map((value) => numeral(value, digits))
  return `(${[...shown, ...(point.length > most ? ['…'] : [])].join(', ')})`
}
