import type { Experiment } from '@shared/experiment/experiment'
import type { RunsReport } from '@shared/protocol'
import type { Ask } from '../answer'
import { frameSteps, type Moment } from '../pictures/frames'
import type { Figure } from '../plots/figure'
import { pointQuestion, runsQuestion } from '../questions'
import { openedAt, partsAt } from './gather'
import { answerTo } from './know'
import { subjectOf } from './occasion'
import { isPrincipal, principalOf, turned } from './principal-descent'
import { isKnownAt, standingPoint, standingQuestion, withStanding } from './standing'

/** Where a run is longer, opening one step after the other would take minutes. */
const longestOpened = 10_000

/**
 * What an animation of the run selected in `figure` shows of each of its steps, by their numbers: ∇f where that is an
 * arrow, and what is shown of the step. `most`: how many pictures it has. Ends early when `signal` aborts.
 */
export async function momentsOf(
  experiment: Experiment,
  ask: Ask,
  figure: Figure,
  most: number,
  signal: AbortSignal
): Promise<ReadonlyMap<number, Moment>> {
  const moments = new Map<number, Moment>()
  const isPart = figure.plot === 'contour' || figure.plot === 'surface' || figure.plot === 'curve'
  if (!isPart || experiment.view.tab !== 'descend' || signal.aborted) return moments
  const { traces, selected: run } = figure.data
  if (!((traces[run]?.steps.length ?? 0) > 0)) return moments
  const steps = frameSteps(traces, most)
  const subject = subjectOf(experiment)
  const { body, ...question } = runsQuestion(subject, experiment)
  const reports = await answerTo(ask, { ...question, body })
  const standingIn = async (step: number) => {
    const report = reports[run] as RunsReport[number]
    const wanted = isKnownAt(report, step) ? null : standingQuestion(body, run, step)
    return wanted ? withStanding(report, await answerTo(ask, wanted)) : report
  }
  const plane = isPrincipal(experiment) ? principalOf(experiment, reports, run) : null
  const [across, up] = experiment.view.axes
  const gradientAt = async (step: number): Promise<Moment['gradient']> => {
    if (figure.plot === 'curve') return null
    const at = standingPoint(experiment, [await standingIn(step)], { step, run: 0 })
    const { gradient } = await answerTo(ask, pointQuestion(subject, at, experiment.gradient.h))
    return plane ? turned(plane, gradient) : [gradient[across] ?? Number.NaN, gradient[up] ?? Number.NaN]
  }
  const isOpened = (steps.at(-1) ?? 0) <= longestOpened
  for (const step of steps) {
    if (signal.aborted) break
    const opened = isOpened ? await openedAt(experiment, ask, reports, { step, run }) : undefined
    moments.set(step, { gradient: await gradientAt(step), ...partsAt(experiment, opened, run, plane) })
  }
  return moments
}
