import { type Problem, ProblemError } from '@shared/problem'
import type { Answer, Body } from '@shared/protocol'
import type { Objective } from '../objective'
import { type Pulse, partOf } from '../pulse'
import { openedStep } from './opened'
import { columnsOf } from './path'
import { courseOf } from './plan'
import { reportOf } from './report'
import { runStretches } from './run'
import { Stretch } from './stretch'

/** Runs of optimisers on the function in question, each on its own: one that is not sound does not spoil the others. */
export function runsAnswer(objective: Objective, body: Body<'runs'>, pulse: Pulse): Answer<'runs'> {
  const { gradient, steps, stop, columns, views } = body
  return body.runs.map((run, index) => {
    try {
      const own = partOf(pulse, index, body.runs.length)
      return reportOf(objective, { ...run, gradient, steps, stop }, columns, own, views)
    } catch (error) {
      if (error instanceof ProblemError) return refusal(error)
      throw error
    }
  })
}

/** One step of one run, opened. Throws a ProblemError where the run is not sound or has no such step. */
export function stepAnswer(objective: Objective, body: Body<'step'>, pulse: Pulse): Answer<'step'> {
  const { gradient, run, step } = body
  return openedStep(objective, { ...run, gradient, steps: step }, step, pulse)
}

/** Points of one run, every one. Throws a ProblemError where the run is not sound. */
export function rowsAnswer(objective: Objective, body: Body<'rows'>, pulse: Pulse): Answer<'rows'> {
  const { gradient, stop, run, from, count } = body
  // What comes after them is not wanted. Whether the run is sound is to be said all the same.
  const steps = Math.min(body.steps, Math.max(0, from + count - 1))
  const course = courseOf(objective, { ...run, gradient, steps, stop })
  const most = Math.max(0, Math.min(count, steps - from + 1))
  const wanted = new Stretch(objective.variables.length, most)
  const keep = (stretch: Stretch) => {
    const end = Math.min(stretch.count, from + most - stretch.from)
    for (let row = Math.max(0, from - stretch.from); row < end; row++) wanted.addRow(stretch, row)
  }
  runStretches(course, keep, pulse, (step) => pulse.progress?.(step / steps))
  return { from, ...columnsOf(wanted) }
}

/** What is told of a run that is not sound, and of which field. */
export function refusal({ code, values, range }: ProblemError): { problem: Problem; setting: string | null } {
  const { field } = values
  return { problem: { code, values, ...(range && { range }) }, setting: typeof field === 'string' ? field : null }
}
