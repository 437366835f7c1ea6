import { crowdStarts } from '@shared/experiment/crowd'
import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import type {
  CrowdReport,
  MinimumReport,
  Question,
  RunReport,
  RunsReport,
  StepReport,
  Subject,
  View
} from '@shared/protocol'
import { crowdQuestion, type RunInputs, runsQuestion, stepQuestion } from '../answers/questions'
import type { Know } from './know'
import type { Occasion } from './occasion'
import { isKnownAt, standingQuestion, withStanding } from './standing'
import { viewsOf } from './ways'

/** What figures of runs are made of, besides what each asks for itself. All of it is about the function of the occasion. */
export interface Descent extends Occasion {
  /** The runs as they are kept, of which the visible ranges are. */
  readonly kept: RunsReport | undefined
  /** The same with the selected step in every one of them. */
  readonly reports: RunsReport | undefined
  readonly selection: SelectedStep
  /** The selected step, opened. */
  readonly opened: StepReport | undefined
  /** It is the step after the selected one, which is being told. */
  readonly isTold?: boolean
  /** The selected run from many starts. */
  readonly crowd: CrowdReport | undefined
  /** The lowest point of f, if it has been searched for. */
  readonly minimum: MinimumReport | undefined
}

/**
 * The last step of a run that can be opened: where it found no way to go on, the one that looked for it; where it went out
 * of the domain of f or of all bounds, the one that led there.
 */
export function lastOpenable({ taken, stop, norms }: RunReport): number {
  // Where f has no slope the run stays, and takes no step.
  const isLedOut = (stop === 'left-domain' || stop === 'diverged') && Number.isFinite(norms.at(-1))
  return stop === 'line-search' || isLedOut ? taken + 1 : taken
}

/** What opens the selected step; null at the start and beyond the end of the run. */
export function openedQuestion(
  subject: Subject,
  inputs: RunInputs,
  reports: RunsReport | undefined,
  { run, step }: SelectedStep
): Question<'step'> | null {
  const report = reports?.[run]
  if (!report || !('taken' in report) || step > lastOpenable(report)) return null
  return stepQuestion(subject, inputs, run, step)
}

/** What asks for the crowd of run number `run`, as it is seen over the `views`; null where none is wanted. */
export function crowdWanted(
  subject: Subject,
  experiment: Experiment,
  run: number,
  views: readonly View[]
): Question<'crowd'> | null {
  const starts = experiment.view.tab === 'descend' ? crowdStarts(experiment, run) : []
  return starts.length > 0 ? crowdQuestion(subject, experiment, run, starts, views) : null
}

/**
 * All that is asked of the runs of an experiment by itself. `selected` null: the last step of the longest. `isOpened`, `hasCrowd`:
 * whether that is wanted as well.
 */
export function descentOf(
  { minimum, ...occasion }: Occasion & Partial<Pick<Descent, 'minimum'>>,
  selected: SelectedStep | null,
  know: Know,
  { isOpened = true, hasCrowd = true } = {}
): Descent | undefined {
  const { experiment, subject } = occasion
  const first = know(runsQuestion(subject, experiment))
  if (!first) return undefined
  const selection = selected ?? { step: lastStep(experiment, first), run: 0 }
  // Over which views the runs are seen depends on how far they go.
  const views = viewsOf(experiment, first, selection.run)
  const { body, ...question } = runsQuestion(subject, experiment, views)
  const kept = know({ ...question, body })
  if (!kept) return undefined
  const standing = kept.map((report, run) => {
    const missing = isKnownAt(report, selection.step) ? null : standingQuestion(body, run, selection.step)
    if (!missing) return report
    const rows = know(missing)
    return rows && withStanding(report, rows)
  })
  const open = isOpened ? openedQuestion(subject, experiment, kept, selection) : null
  const around = hasCrowd ? crowdWanted(subject, experiment, selection.run, views) : null
  const [opened, crowd] = [open && know(open), around && know(around)]
  const reports = standing.filter((report) => report !== undefined)
  if (reports.length < standing.length || opened === undefined || crowd === undefined) return undefined
  return {
    ...occasion,
    kept,
    reports,
    selection,
    opened: opened ?? undefined,
    crowd: crowd ?? undefined,
    minimum
  }
}

const lastStep = ({ steps }: Experiment, reports: RunsReport): number =>
  Math.min(steps, Math.max(0, ...reports.map((report) => ('taken' in report ? report.taken : 0))))
