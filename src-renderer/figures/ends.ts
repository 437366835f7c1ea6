import type { Experiment } from '@shared/experiment/experiment'
import type { RunReport, Verdict } from '@shared/protocol'
import type { Outcome } from '@shared/words/verdict'

/** Whether a run broke off: f at its end says nothing. */
export const hasBrokenOff = ({ stop }: Pick<RunReport, 'stop'>): boolean =>
  stop === 'diverged' || stop === 'left-domain'

/** A run of the experiment as the sentence about it needs it. */
export function outcomeOf(experiment: Experiment, report: RunReport, verdict: Verdict): Outcome {
  const { taken, points, stop } = report
  return {
    verdict,
    taken,
    end: [...points.slice(-experiment.variables.length)],
    stop,
    rules: experiment.stop
  }
}
