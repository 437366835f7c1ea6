import type { Experiment } from '@shared/experiment/experiment'
import { parse } from '@shared/language/parser'
import type { Syntax } from '@shared/language/syntax'
import type { Subject } from '@shared/protocol'
import { asksForHessian } from '@shared/python/algorithms'
import { pythonScript } from '@shared/python/script'
import type { Words } from '@shared/words/index'
import type { Ask } from '../answers/answer'
import { analysisQuestion, type RunInputs, runsQuestion } from '../answers/questions'
import { answerTo } from './know'
import { runNames } from './run-names'

/**
 * The runs of these numbers as one Python script; null where there is none of them. `title`: what the experiment is called.
 * Throws a ProblemError if the formula cannot be read.
 */
export async function pythonOf(
  ask: Ask,
  experiment: Experiment,
  title: string,
  subject: Subject,
  indices: readonly number[],
  words: Words
): Promise<string | null> {
  const { variables, parameters } = subject
  const read = (text: string) => parse(text, { variables, names: Object.keys(parameters) }).tree
  const analysed = async (formula: string) => (await answerTo(ask, analysisQuestion({ ...subject, formula }))).formulas
  const formulas = await analysed(subject.formula)
  const { gradient, steps, stop } = experiment
  const runs = experiment.runs.flatMap((run, index) => (indices.includes(index) ? [{ run, index }] : []))
  const names = runNames(experiment, words)
  const seconds = runs.some(({ run }) => asksForHessian(run.method)) ? await secondsOf(formulas, analysed, read) : null
  const spent = await spentAt(ask, subject, { ...experiment, runs: runs.map(({ run }) => run) })
  const jobs = runs.map(({ run, index }, at) => ({
    title,
    name: names[index] ?? '',
    tree: read(subject.formula),
    variables,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    derivatives: formulas.map((formula) => (formula === null ? null : read(formula))),
    seconds,
    gradient,
    steps,
    stop,
    spentAt: spent[at] ?? null,
    run,
    start: run.start ?? experiment.start
  }))
  return pythonScript(jobs, words)
}

/** The step at which each run has spent its budget of evaluations; null where that does not end it. */
async function spentAt(ask: Ask, subject: Subject, inputs: RunInputs): Promise<readonly (number | null)[]> {
  if (inputs.stop.evaluations === null) return []
  const reports = await answerTo(ask, runsQuestion(subject, inputs))
  return reports.map((report) => (!('problem' in report) && report.stop === 'evaluations' ? report.taken : null))
}

/** Of how many variables the second derivatives are written out: there are as many as squares. */
const mostVariables = 6

/** The derivatives of each derivative; null where there are too many of them, or one is too long. */
async function secondsOf(
  formulas: readonly (string | null)[],
  analysed: (formula: string) => Promise<readonly (string | null)[]>,
  read: (text: string) => Syntax
): Promise<readonly (readonly Syntax[])[] | null> {
  if (formulas.length > mostVariables) return null
  const rows: Syntax[][] = []
  for (const formula of formulas) {
    const row = formula === null ? [] : await analysed(formula)
    const known = row.flatMap((second) => (second === null ? [] : [read(second)]))
    if (known.length !== formulas.length) return null
    rows.push(known)
  }
  return rows
}
