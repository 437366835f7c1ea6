import type { Experiment, Variable } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { RunsReport } from '@shared/protocol'
import { grownRange } from '../plots/ranges'

/** How many times the typed range a picture grows at most when a run leaves it; farther out, the run leaves the picture. */
const mostGrowth = 4

/** The visible range of one variable: as typed, grown to hold the runs unless the user has taken hold of it. */
export function visibleRange(experiment: Experiment, axis: number, reports: RunsReport | undefined): Interval {
  const variable = experiment.variables[axis]
  if (!variable) throw new RangeError(`There is no variable ${axis}`)
  const range = { min: variable.min, max: variable.max }
  if (isTaken(variable) || !reports) return range
  return grownRange(range, coordinates(reports, axis, experiment.variables.length), mostGrowth)
}

/** What runs and range do along a variable: it is widened for them, or held though they go beyond it; null: they fit. */
export function reachOf(
  experiment: Experiment,
  axis: number,
  reports: RunsReport | undefined
): 'widened' | 'beyond' | null {
  const variable = experiment.variables[axis]
  if (!variable || !reports) return null
  const { min, max } = grownRange(variable, coordinates(reports, axis, experiment.variables.length), mostGrowth)
  if (min === variable.min && max === variable.max) return null
  return isTaken(variable) ? 'beyond' : 'widened'
}

/** Whether a run leaves the visible range of a variable. */
export function isLeft(experiment: Experiment, axis: number, reports: RunsReport | undefined): boolean {
  const { min, max } = visibleRange(experiment, axis, reports)
  return (
    reports !== undefined && coordinates(reports, axis, experiment.variables.length).some((at) => at < min || at > max)
  )
}

/** Whether the user has taken hold of a range: it does not follow the runs. */
const isTaken = ({ pinned, held }: Variable) => pinned || held === true

/**
 * Where the variables that are not on the axes are held, when the plane is seen through `point`: there, and at the end of
 * their visible range where a run has left that; far out f is nothing but what they are, and its picture one colour.
 */
export const heldWithin = (
  experiment: Experiment,
  point: readonly number[],
  reports: RunsReport | undefined
): readonly number[] =>
  point.map((value, axis) => {
    const { min, max } = visibleRange(experiment, axis, reports)
    return Math.min(Math.max(value, min), max)
  })

function coordinates(reports: RunsReport, axis: number, dimension: number): number[] {
  return reports.flatMap((report) =>
    'points' in report ? Array.from(report.steps, (_, index) => report.points[index * dimension + axis] as number) : []
  )
}
