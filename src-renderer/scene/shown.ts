import { limits } from '@shared/experiment/limits'
import type { RunsReport } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, answerIn, createAnswer } from '../answers/answer'
import { isKnownAt, sharedStepOf, standingQuestion, withStanding } from '../figures/standing'

/** What the plots show of the runs. */
export interface Shown {
  /** With the point of `step` in them also where a path was thinned. */
  readonly reports: RunsReport | undefined
  /**
   * The selected step, once it is known where every run stands at it. Until then the nearest one of which that is known, so
   * that no plot ever shows one step at the place of another.
   */
  readonly step: number
}

/** Keeps asking where runs with a thinned path stand at the selected step. `reports`: the answer of `runs`, if it is of now. */
export function createShown(
  ask: Ask,
  runs: Accessor<Answered<'runs'>>,
  reports: Accessor<RunsReport | undefined>,
  step: Accessor<number>
): Accessor<Shown> {
  const standing = Array.from({ length: limits.runs }, (_, run) => {
    const question = createMemo(() => {
      const report = reports()?.[run]
      const { last } = runs()
      return report && last && !isKnownAt(report, step()) ? standingQuestion(last.question.body, run, step()) : null
    })
    return { question, answer: createAnswer(ask, question) }
  })
  /** Null while it is asked for; a run of which it cannot be told stays as it is. */
  const completed = (report: RunsReport[number], run: number) => {
    const wanted = standing[run]?.question()
    if (!wanted) return report
    const answered = standing[run]?.answer()
    const rows = answered && answerIn(answered, wanted)
    if (rows) return withStanding(report, rows)
    return answered?.problem && !answered.pending ? report : null
  }
  type Known = Shown & { readonly of: RunsReport | undefined }
  const shown = createMemo(
    (before: Known): Known => {
      const found = reports()
      const isWhole = found?.every((report) => isKnownAt(report, step())) ?? true
      if (!found || isWhole) return { of: found, reports: found, step: step() }
      const all = found.flatMap((report, run) => completed(report, run) ?? [])
      if (all.length === found.length) return { of: found, reports: all, step: step() }
      const near = sharedStepOf(found, step())
      const isNearer = before.of === found && Math.abs(before.step - step()) <= step() - near
      return isNearer ? before : { of: found, reports: found, step: near }
    },
    { of: undefined, reports: undefined, step: 0 }
  )
  return shown
}
