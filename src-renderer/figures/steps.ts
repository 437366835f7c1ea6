import type { Experiment } from '@shared/experiment/experiment'
import { stepsCsv } from '@shared/experiment/table'
import type { Subject } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { Ask } from '../answer'
import { runsQuestion } from '../questions'
import { answerTo } from './gather'
import { runNames } from './run-names'

/** Every step of every run as CSV, in UTF-8. Throws ProblemError if the runs cannot be computed. */
export async function stepsTable(
  ask: Ask,
  experiment: Experiment,
  subject: Subject,
  words: Words
): Promise<Uint8Array<ArrayBuffer>> {
  const reports = await answerTo(ask, runsQuestion(subject, experiment, experiment.steps + 1))
  const names = experiment.variables.map(({ name }) => name)
  return new TextEncoder().encode(stepsCsv(names, runNames(experiment, words), reports, words.table))
}
