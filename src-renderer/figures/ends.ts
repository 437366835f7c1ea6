import type { Experiment } from '@shared/experiment/experiment'
import type { RunReport, Verdict } from '@shared/protocol'
import type { Outcome } from '@shared/words/verdict'
import type { Lowest } from './lowest'

/** Whether a run broke off: f at its end says nothing. */
export const hasBrokenOff = ({ stop }: Pick<RunReport, 'stop'>): boolean =>
  stop === 'diverged' || stop === 'left-domain'

/** How much lower another minimum is, relative to the way down: less may be how nearly a run came to its own. */
const visiblyLower = 1e-5

/**
 * A minimum that is lower than the one a run came to: the lowest that was found by searching for it, or where another run
 * ended. `ends`: those of all runs, with what is said of them.
 */
export function lowerThan(
  report: RunReport,
  ends: readonly { readonly report: RunReport; readonly verdict: Verdict | undefined }[],
  found: Lowest | null
): readonly number[] | undefined {
  const others = ends.flatMap(({ report: { values }, verdict }): Lowest[] => {
    const value = values.at(-1)
    const isThere = verdict?.kind === 'minimum' || verdict?.kind === 'near'
    return isThere && verdict.at && value !== undefined ? [{ point: verdict.at, value }] : []
  })
  const known = [...others, ...(found ? [found] : [])].sort((a, b) => a.value - b.value)
  const [lowest] = known
  const [first = Number.NaN, end = Number.NaN] = [report.values[0], report.values.at(-1)]
  return lowest && end - lowest.value > visiblyLower * (first - lowest.value) ? lowest.point : undefined
}

/** A run of the experiment as the sentence about it needs it. `lower`: see `lowerThan`. */
export function outcomeOf(
  experiment: Experiment,
  report: RunReport,
  verdict: Verdict,
  lower: readonly number[] | undefined
): Outcome {
  const { taken, points, stop } = report
  return {
    verdict,
    taken,
    end: [...points.slice(-experiment.variables.length)],
    stop,
    rules: experiment.stop,
    ...(lower && { lower })
  }
}
