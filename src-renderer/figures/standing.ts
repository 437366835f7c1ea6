import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import type { Body, Question, RunReport, RunRows, RunsReport } from '@shared/protocol'
import { indexAt } from '../figure'

type Reported = RunsReport[number]

/** Whether the place of a run at `step` is in its report: of a thinned path only some are. One that has ended stands at its end. */
export const isKnownAt = (report: Reported, step: number): boolean =>
  !('points' in report) || step >= report.taken || report.steps[indexAt(report, step)] === step

/** What tells where run number `run` stood at `step`, in the terms in which the runs were asked for; null without such a run. */
export function standingQuestion(
  { subject, gradient, steps, stop, runs }: Body<'runs'>,
  run: number,
  step: number
): Question<'rows'> | null {
  const request = runs[run]
  if (!request) return null
  return {
    name: 'rows',
    slot: `standing-${run}`,
    body: { subject, gradient, steps, stop, run: request, from: step, count: 1 }
  }
}

/** A report with the first of `rows` among its points, to which its step was missing. */
export function withStanding(report: Reported, rows: RunRows): Reported {
  if (!('points' in report) || rows.values.length === 0 || isKnownAt(report, rows.from)) return report
  const at = indexAt(report, rows.from) + 1
  const dimension = rows.points.length / rows.values.length
  const doubles = (all: Float64Array, one: Float64Array, width = 1) =>
    inserted(new Float64Array(all.length + width), all, one, at * width, width)
  const counts = (all: Int32Array, one: Int32Array) => inserted(new Int32Array(all.length + 1), all, one, at, 1)
  const ways = report.ways.map((way) =>
    'kept' in way ? { ...way, kept: way.kept.map((index) => (index >= at ? index + 1 : index)) } : way
  )
  return {
    ...(report as RunReport),
    steps: counts(report.steps, Int32Array.of(rows.from)),
    points: doubles(report.points, rows.points, dimension),
    values: doubles(report.values, rows.values),
    norms: doubles(report.norms, rows.norms),
    gradients: counts(report.gradients, rows.gradients),
    evaluations: counts(report.evaluations, rows.evaluations),
    ways
  }
}

/** Fills `into` with `all`, and at place `at` with the first `width` numbers of `one` in between. */
function inserted<Numbers extends Float64Array | Int32Array>(
  into: Numbers,
  all: Numbers,
  one: Numbers,
  at: number,
  width: number
): Numbers {
  into.set(all.subarray(0, at))
  into.set(one.subarray(0, width), at)
  into.set(all.subarray(at), at + width)
  return into
}

/** The last step up to `step` that every path has, or has ended before. Paths without points do not count. */
export function sharedStep(paths: readonly { readonly steps: ArrayLike<number> }[], step: number): number {
  let shared = step
  for (let before = Number.NaN; before !== shared; ) {
    before = shared
    for (const { steps } of paths) {
      const index = indexAt({ steps }, shared)
      if (index >= 0 && index < steps.length - 1) shared = steps[index] as number
    }
  }
  return shared
}

/** Likewise of reports. */
export const sharedStepOf = (reports: RunsReport, step: number): number =>
  sharedStep(
    reports.flatMap((report) => ('points' in report ? [report] : [])),
    step
  )

/** Where the selected run stands at the selected step; the shared start if it has no points. */
export function standingPoint(
  experiment: Experiment,
  reports: RunsReport | undefined,
  selection: SelectedStep
): readonly number[] {
  const report = reports?.[selection.run]
  if (!report || !('points' in report)) return experiment.start
  const index = Math.max(0, indexAt(report, selection.step))
  const dimension = experiment.variables.length
  return Array.from(report.points.slice(index * dimension, (index + 1) * dimension))
}
