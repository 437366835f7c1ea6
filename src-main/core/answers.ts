import type { Answer, Body, RequestName, Subject } from '@shared/protocol'
import { compile, type Objective } from './objective'
import { runsAnswer, stepAnswer } from './optimise/answers'
import { pointReport } from './point'
import type { Pulse } from './pulse'
import { sampleCurve, sampleGrid } from './sample'
import { analysis, derivation } from './symbolic/answers'

/** How each question of the protocol is answered. They throw a ProblemError, or Cancelled from `pulse`. */
export const answers: {
  readonly [Name in Exclude<RequestName, 'endless'>]: (body: Body<Name>, pulse: Pulse) => Answer<Name>
} = {
  analysis: ({ subject }) => analysis(subject),
  derivation: ({ subject, along }) => derivation(subject, along),
  curve: ({ subject, along, point, range, samples }, pulse) => {
    const { x, y, slopes } = sampleCurve(objectiveOf(subject, pulse), range, samples, { along, point, pulse })
    return { x, values: y, slopes }
  },
  point: ({ subject, point, h }, pulse) => pointReport(objectiveOf(subject, pulse), point, h),
  grid: ({ subject, axes, point, x, y, columns, rows, gradient }, pulse) =>
    sampleGrid(objectiveOf(subject, pulse), x, y, columns, rows, { axes, point, gradient, pulse }),
  runs: (body, pulse) => runsAnswer(objectiveOf(body.subject, pulse), body, pulse),
  step: (body, pulse) => stepAnswer(objectiveOf(body.subject, pulse), body, pulse)
}

/** The functions asked about last, newest first: a slider or a dragged point asks about the same one many times. */
const recent: { readonly key: string; readonly objective: Objective }[] = []
const mostRecent = 8

function objectiveOf({ formula, variables, parameters }: Subject, pulse: Pulse): Objective {
  const key = JSON.stringify([formula, variables, Object.keys(parameters)])
  const place = recent.findIndex((known) => known.key === key)
  const [known] = place < 0 ? [] : recent.splice(place, 1)
  const objective = known?.objective ?? compile(formula, variables, parameters)
  recent.unshift({ key, objective })
  recent.splice(mostRecent)
  objective.set(parameters)
  objective.watch(pulse)
  return objective
}
