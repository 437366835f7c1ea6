import type { Experiment } from '@shared/experiment/experiment'
import { parse } from '@shared/language/parser'
import type { Subject } from '@shared/protocol'
import { pythonScript } from '@shared/python/script'
import type { Words } from '@shared/words/index'
import type { Ask } from '../answer'
import { analysisQuestion } from '../questions'
import { answerTo } from './gather'

/**
 * Run number `index` as a Python script; null where there is none of it. `title`: what the experiment is called. Throws a
 * ProblemError if the formula cannot be read.
 */
export async function pythonOf(
  ask: Ask,
  experiment: Experiment,
  title: string,
  subject: Subject,
  index: number,
  words: Words
): Promise<string | null> {
  const run = experiment.runs[index]
  if (!run) return null
  const { variables, parameters } = subject
  const read = (text: string) => parse(text, { variables, names: Object.keys(parameters) }).tree
  const { formulas } = await answerTo(ask, analysisQuestion(subject))
  const { gradient, steps, stop } = experiment
  return pythonScript(
    {
      title,
      tree: read(subject.formula),
      variables,
      parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
      derivatives: formulas.map((formula) => (formula === null ? null : read(formula))),
      gradient,
      steps,
      stop,
      run,
      start: run.start ?? experiment.start
    },
    words
  )
}
