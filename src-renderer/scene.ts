import type { RunsReport, StepReport } from '@shared/protocol'
import { type Accessor, createMemo } from 'solid-js'
import { type Answered, type Ask, createAnswer } from './answer'
import type { Lab } from './lab'
import { createPlayback, type Playback } from './playback'
import { analysisQuestion, runsQuestion, stepQuestion } from './questions'

/** What several parts of the window read: the derivatives, the runs, the opened step, the playback. */
export interface Scene {
  readonly analysis: Accessor<Answered<'analysis'>>
  readonly runs: Accessor<Answered<'runs'>>
  /** The newest reports, if they are about as many variables as the document has now. */
  readonly reports: Accessor<RunsReport | undefined>
  /**
   * The newest step of the selected run that was opened; its own `step` says which, for an answer may be behind the
   * selected step while that moves on. Undefined at the start and where none is known.
   */
  readonly opened: Accessor<StepReport | undefined>
  readonly playback: Playback
}

/** Keeps asking what the document needs. Call it inside a Solid root. */
export function createScene(lab: Lab, ask: Ask): Scene {
  const analysis = createAnswer(
    ask,
    createMemo(() => analysisQuestion(lab.subject()))
  )
  const runInputs = createMemo(
    () => {
      const { gradient, steps, stop, runs, start } = lab.experiment()
      return { gradient, steps, stop, runs, start }
    },
    undefined,
    {
      equals: (a, b) =>
        a.gradient === b.gradient &&
        a.steps === b.steps &&
        a.stop === b.stop &&
        a.runs === b.runs &&
        a.start === b.start
    }
  )
  const runs = createAnswer(
    ask,
    createMemo(() => runsQuestion(lab.subject(), runInputs()))
  )
  const reports = createMemo(() => {
    const { last } = runs()
    return last && last.question.body.subject.variables.length === lab.experiment().variables.length
      ? last.answer
      : undefined
  })
  const step = createAnswer(
    ask,
    createMemo(() => {
      const report = reports()?.[lab.run()]
      if (!report || !('taken' in report) || lab.step() > report.taken) return null
      return stepQuestion(lab.subject(), runInputs(), lab.run(), lab.step())
    })
  )
  const opened = createMemo(() => {
    const { last, problem } = step()
    if (!last || problem || lab.step() === 0) return undefined
    const { variables, runs } = lab.experiment()
    const { run, subject } = last.question.body
    const selected = runs[lab.run()]
    // Another run may have been selected since: its rule does not go with these numbers.
    const isOfRun = run.method === selected?.method && run.convention === selected.convention
    return isOfRun && subject.variables.length === variables.length ? last.answer : undefined
  })
  const playback = createPlayback({
    step: lab.step,
    last: () => lab.experiment().steps,
    selectStep: lab.selectStep
  })
  return { analysis, runs, reports, opened, playback }
}
