import { type Problem, ProblemError } from '@shared/problem'
import type { Answer, Body } from '@shared/protocol'
import type { Objective } from '../objective'
import type { Pulse } from '../pulse'
import { openedStep } from './opened'
import { reportOf } from './report'

/** Runs of optimisers on the function in question, each on its own: one that is not sound does not spoil the others. */
export function runsAnswer(objective: Objective, body: Body<'runs'>, pulse: Pulse): Answer<'runs'> {
  const { gradient, steps, most } = body
  return body.runs.map((run) => {
    try {
      return reportOf(objective, { ...run, gradient, steps }, most, pulse)
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
export function rowsAnswer(_objective: Objective, _body: Body<'rows'>, _pulse: Pulse): Answer<'rows'> {
  throw new RangeError('rows')
}

/** The same run from many starts. */
export function crowdAnswer(_objective: Objective, _body: Body<'crowd'>, _pulse: Pulse): Answer<'crowd'> {
  throw new RangeError('crowd')
}

/** What is told of a run that is not sound, and of which field. */
export function refusal({ code, values, range }: ProblemError): { problem: Problem; setting: string | null } {
  const { field } = values
  return { problem: { code, values, ...(range && { range }) }, setting: typeof field === 'string' ? field : null }
}
