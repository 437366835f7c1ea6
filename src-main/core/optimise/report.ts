import type { RunReport, View } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, steady } from '../pulse'
import { Path } from './path'
import { courseOf, type Plan } from './plan'
import { runStretches } from './run'
import type { Stretch } from './stretch'

/**
 * A run; of more steps than `columns`, what charts and `views` have to show: see `Path`. A ProblemError names the field of
 * `plan` that is not sound, as `values.field`. Throws Cancelled through `pulse`.
 */
export function reportOf(
  objective: Objective,
  plan: Plan,
  columns: number,
  pulse: Pulse = steady,
  views: readonly View[] = []
): RunReport {
  const course = courseOf(objective, plan)
  const path = new Path(objective.variables.length, columns, views)
  let taken = 0
  const keep = (stretch: Stretch) => {
    path.add(stretch)
    taken = stretch.from + stretch.count - 1
  }
  const { note, reason } = runStretches(course, keep, pulse, (step) => pulse.progress?.(step / plan.steps))
  return { taken, ...path.kept(), stop: reason, notes: note ? [note] : [] }
}
