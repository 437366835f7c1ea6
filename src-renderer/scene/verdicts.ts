import { limits } from '@shared/experiment/limits'
import type { RunsReport, Verdict } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, answerIn, createAnswer } from '../answers/answer'
import { createProgress, type Progress } from '../answers/progress'
import { verdictQuestion } from '../answers/questions'

/** What is said of one run. */
export interface Judging {
  /** Of the run as it is shown; undefined while it is being found. */
  readonly verdict: Accessor<Verdict | undefined>
  readonly progress: Progress
}

/**
 * Keeps asking how each run went, once its path is there. A verdict on another run than the one that is shown is none: it
 * would stand beside a picture that it does not belong to.
 */
export function createVerdicts(
  ask: Ask,
  runs: Accessor<Answered<'runs'>>,
  reports: Accessor<RunsReport | undefined>
): readonly Judging[] {
  return Array.from({ length: limits.runs }, (_, run) => {
    const question = createMemo(() => {
      const report = reports()?.[run]
      const { last } = runs()
      if (!last || !report || !('points' in report)) return null
      return verdictQuestion(last.question.body, run, report.stop === 'cancelled' ? report.taken : null)
    })
    const answer = createAnswer(ask, question)
    const verdict = createMemo(() => answerIn(answer(), question()))
    return { verdict, progress: createProgress(`verdict-${run}`, () => question() !== null && answer().pending) }
  })
}
