import type { CrowdReport, Question, RunsReport, StepReport, Subject, View } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answers/answer'
import { createProgress, type Progress } from '../answers/progress'
import { analysisQuestion, keyOf, ratesQuestion, runsQuestion } from '../answers/questions'
import { lowerThan } from '../figures/ends'
import { lowestMinimum } from '../figures/lowest'
import type { Occasion } from '../figures/occasion'
import { crowdWanted, type Descent, lastOpenable, openedQuestion } from '../figures/runs'
import { isKnownAt, sharedStepOf } from '../figures/standing'
import { viewsOf } from '../figures/ways'
import type { Lab } from '../lab/lab'
import { createPlayback, type Playback } from '../playback/playback'
import { createStory, type Story, storyTime } from '../playback/story'
import { createFairComparison, createMinimumSearch, type FairComparison, type MinimumSearch } from './race'
import { createRates, type Rates } from './rates'
import { createRecollection } from './recollection'
import { createShown, type Shown } from './shown'
import { createVerdicts, type Judging } from './verdicts'

/** What several parts of the window read: the derivatives, the runs, the opened step, the playback. */
export interface Scene {
  readonly analysis: Accessor<Answered<'analysis'>>
  readonly runs: Accessor<Answered<'runs'>>
  /** What the figures of the runs are made of, all of it about one document. */
  readonly descent: Accessor<Descent>
  /** The newest reports, if they are about as many variables as the document has now. */
  readonly reports: Accessor<RunsReport | undefined>
  /** What is said of each run, by its number. */
  readonly verdicts: readonly Judging[]
  /** What becomes of each run, by its number, with other learning rates. */
  readonly rates: readonly Rates[]
  /** A minimum that is known and lower than where run number `run` ended. */
  lowerThan(run: number): readonly number[] | undefined
  /** The runs as the plots show them, with the selected step. */
  readonly shown: Accessor<Shown>
  /**
   * The newest step of the selected run that was opened; its own `step` says which, for an answer may be behind the
   * selected step while that moves on. Undefined at the start, beyond the end of the run and where none is known.
   */
  readonly opened: Accessor<StepReport | undefined>
  /** The selected run from many starts, about as many variables as the document has now; undefined while none are wanted. */
  readonly crowd: Accessor<CrowdReport | undefined>
  /** Of the runs and of the crowd, where they take a while. */
  readonly progress: { readonly runs: Progress; readonly crowd: Progress }
  readonly playback: Playback
  /** The step that is being told. */
  readonly story: Story
  /** The lowest point of f, once it has been searched for. */
  readonly minimum: MinimumSearch
  readonly comparison: FairComparison
}

type RunQuestion = Question<'step'> | Question<'crowd'>

/**
 * Whose answers there are. Numbers of the selected run stay while it is changed and the new ones are under way, as every
 * picture does; those of another run never stand under its name.
 */
function createOwners(lab: Lab) {
  const owners = new WeakMap<RunQuestion, string>()
  const selected = () => lab.experiment().runs[lab.run()]
  return {
    /** The question, noted as one about the selected run. */
    noted<Asked extends RunQuestion>(question: Asked | null): Asked | null {
      const run = selected()
      if (question && run) owners.set(question, run.id)
      return question
    },
    /** Whether the answer to `answered` is about the selected run: asked for it, or for one that is set alike. */
    isOfSelected(answered: RunQuestion, wanted: RunQuestion | null): boolean {
      const [run, now] = [answered.body.run, selected()]
      // Numbers of one rule do not go into another.
      if (run.method !== now?.method || run.convention !== now.convention) return false
      return owners.get(answered) === now.id || JSON.stringify(run) === JSON.stringify(wanted?.body.run)
    }
  }
}

/** Whether an answer is about the same function as the reports: of another it is not drawn on one picture with them. */
const isAbout = (subject: Subject, about: Subject | undefined) => JSON.stringify(subject) === JSON.stringify(about)

/** Keeps asking where the crowd of the selected run goes, while the tab is open that shows it. */
function createCrowd(lab: Lab, ask: Ask, views: Accessor<readonly View[]>, about: Accessor<Subject | undefined>) {
  const owners = createOwners(lab)
  const question = createMemo(() => owners.noted(crowdWanted(lab.subject(), lab.experiment(), lab.run(), views())))
  const answered = createAnswer(ask, question)
  const crowd = createMemo(() => {
    const { last } = answered()
    if (!last || !question() || !owners.isOfSelected(last.question, question())) return undefined
    if (!isAbout(last.question.body.subject, about())) return undefined
    return last.question.body.subject.variables.length === lab.experiment().variables.length ? last.answer : undefined
  })
  return { crowd, crowdPending: () => answered().pending }
}

/** Tells what runs are of; not over which views they are seen. */
const keyOfRuns = ({ body, ...question }: Question<'runs'>) => keyOf({ ...question, body: { ...body, views: [] } })

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
  // Over which views the runs are seen depends on how far they go: what is asked anew then is thinned otherwise.
  const [known, setKnown] = createSignal<RunsReport>()
  const views = createMemo(() => viewsOf(lab.experiment(), known(), lab.run()), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b)
  })
  const question = createMemo(() => runsQuestion(lab.subject(), runInputs(), views()))
  const runs = createAnswer(ask, question)
  const documentOf = createRecollection(
    createMemo(() => keyOfRuns(question())),
    lab.occasion
  )
  const about = createMemo(() => runs().last?.question.body.subject)
  const reports = createMemo(() => {
    const { last } = runs()
    return last && last.question.body.subject.variables.length === lab.experiment().variables.length
      ? last.answer
      : undefined
  })
  createEffect(() => setKnown(() => reports()))
  const owners = createOwners(lab)
  const wanted = createMemo(() => {
    const selection = { run: lab.run(), step: lab.step() }
    return owners.noted(openedQuestion(lab.subject(), runInputs(), reports(), selection))
  })
  const step = createAnswer(ask, wanted)
  const opened = createMemo(() => {
    const { last, problem } = step()
    if (!last || problem || lab.step() === 0) return undefined
    const report = reports()?.[lab.run()]
    // The run has ended before the selected step.
    if (report && 'taken' in report && lab.step() > lastOpenable(report)) return undefined
    if (!owners.isOfSelected(last.question, wanted())) return undefined
    if (!isAbout(last.question.body.subject, about())) return undefined
    return last.question.body.subject.variables.length === lab.experiment().variables.length ? last.answer : undefined
  })
  const { crowd, crowdPending } = createCrowd(lab, ask, views, about)
  const progress = {
    runs: createProgress('runs', () => runs().pending),
    crowd: createProgress('crowd', crowdPending)
  }
  /** The last step of the longest run, for nothing happens behind it – unless one there is selected already. */
  const last = createMemo(() => {
    const { steps } = lab.experiment()
    const ends = (reports() ?? []).map(endOf)
    return Math.min(steps, ends.length > 0 ? Math.max(...ends, lab.step()) : steps)
  })
  const formula = createMemo(() => about()?.formula)
  createEffect(
    on(
      formula,
      (_, __, before: { readonly wanted: number; readonly shown: number } | undefined) => {
        const [known, step] = [untrack(reports), untrack(lab.step)]
        if (!known) return before
        // No run of the new function comes to a step of the one before: its end is shown, until one does again.
        const wanted = before?.shown === step ? before.wanted : step
        const shown = Math.min(wanted, Math.max(0, ...known.map(endOf)))
        if (shown !== step) lab.selectStep(shown)
        return { wanted, shown }
      },
      { defer: true }
    )
  )
  const playback = createPlayback({
    step: lab.step,
    last,
    // Where a path was thinned, it goes from one point that there is to the next.
    shownBy: (step) => sharedStepOf(reports() ?? [], step),
    selectStep: lab.selectStep
  })
  // Another document opens at rest, at its own step.
  createEffect(on(lab.begun, playback.pause, { defer: true }))
  const [minimum, comparison] = [createMinimumSearch(lab, ask), createFairComparison(lab, ask)]
  const story = createStory({
    step: lab.step,
    run: lab.run,
    document: question,
    opened,
    wanted: () => {
      const { view } = lab.experiment()
      const report = reports()?.[lab.run()]
      const isPlain = view.tab === 'descend' && view.arrangement === 'linked'
      const isSlow = !playback.isHeld() && (!playback.playing() || playback.pace() >= storyTime)
      const isThere = report !== undefined && 'points' in report && lab.step() <= report.taken
      const isWhole = reports()?.every((one) => isKnownAt(one, lab.step() - 1) && isKnownAt(one, lab.step())) ?? false
      return isPlain && isSlow && isThere && isWhole && !matchMedia('(prefers-reduced-motion: reduce)').matches
    }
  })
  const shown = createShown(ask, runs, reports, () => story.from() ?? lab.step())
  /** The document that the runs are of, which may be behind the one of now, looked at as now. */
  const occasion = createMemo((): Occasion | undefined => {
    const [{ last }, now] = [runs(), lab.occasion()]
    const found = reports() && last && documentOf(keyOfRuns(last.question))
    if (!found || found === now) return found
    return { ...found, experiment: { ...found.experiment, view: now.experiment.view } }
  })
  const descent = createMemo((): Descent => {
    const isThere = occasion() !== undefined
    return {
      ...(occasion() ?? lab.occasion()),
      kept: isThere ? reports() : undefined,
      reports: isThere ? shown().reports : undefined,
      selection: { run: lab.run(), step: shown().step },
      opened: opened(),
      isTold: story.from() !== null && opened()?.step === lab.step(),
      crowd: crowd(),
      minimum: minimum.report()
    }
  })
  const verdicts = createVerdicts(ask, runs, reports)
  /** Pictures and verdicts are there: what comes after them delays nobody. */
  const isQuiet = createMemo(
    () =>
      !runs().pending &&
      !crowdPending() &&
      (reports() ?? []).every((report, run) => !('points' in report) || verdicts[run]?.verdict() !== undefined)
  )
  const rates = createRates(ask, (run) => ratesQuestion(lab.subject(), runInputs(), run), isQuiet)
  const lower = (run: number) => {
    const ends = (reports() ?? []).flatMap((report, index) =>
      'points' in report ? [{ index, report, verdict: verdicts[index]?.verdict() }] : []
    )
    const own = ends.find(({ index }) => index === run)
    return own && lowerThan(own.report, ends, lowestMinimum(minimum.report()))
  }
  return {
    analysis,
    runs,
    descent,
    reports,
    verdicts,
    rates,
    lowerThan: lower,
    shown,
    opened,
    crowd,
    progress,
    playback,
    story,
    minimum,
    comparison
  }
}

/** The last step of a run that there is anything to see of; ∞ where it would have gone on. */
const endOf = (report: RunsReport[number]): number => {
  if (!('taken' in report)) return 0
  return report.stop === 'steps' || report.stop === 'cancelled' ? Number.POSITIVE_INFINITY : lastOpenable(report)
}
