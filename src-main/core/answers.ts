import type { Answer, Body, RequestName, Subject } from '@shared/protocol'
import { criticalPoints } from './critical/points'
import { sampleCurve } from './curve/curve'
import { differenceErrors } from './difference-errors'
import { planeOver, sampleGrid } from './grid'
import { lensAt } from './lens'
import { compile, type Objective } from './objective'
import { rowsAnswer, runsAnswer, stepAnswer } from './optimise/answers'
import { pointReport, tangentsAt } from './point'
import type { Pulse } from './pulse'
import { signTable } from './signs/table'
import { comparisonReport } from './study/comparison'
import { crowdReport } from './study/crowd'
import { minimumReport } from './study/minimum/minimum'
import { ratesReport } from './study/rates'
import { analysis, derivation } from './symbolic/answers'
import { verdictOf } from './verdict/verdict'

/** How each question of the protocol is answered. They throw a ProblemError, or Cancelled from `pulse`. */
export const answers: {
  readonly [Name in RequestName]: (body: Body<Name>, pulse: Pulse) => Answer<Name>
} = {
  analysis: ({ subject }) => analysis(subject),
  derivation: ({ subject, along }) => derivation(subject, along),
  curve: ({ subject, along, point, range, samples, second }, pulse) =>
    sampleCurve(objectiveOf(subject, pulse), range, samples, { along, point, second, pulse }),
  tangents: ({ subject, along, point, places }, pulse) => tangentsAt(objectiveOf(subject, pulse), along, point, places),
  point: ({ subject, point, h, axes }, pulse) => pointReport(objectiveOf(subject, pulse), point, h, axes),
  errors: ({ subject, along, point }, pulse) => differenceErrors(objectiveOf(subject, pulse), along, point, pulse),
  lens: ({ subject, along, point, h }, pulse) => lensAt(objectiveOf(subject, pulse), along, point, h, pulse),
  critical: ({ subject, axes, point, x, y }, pulse) =>
    criticalPoints(objectiveOf(subject, pulse), axes, point, { x, y }, pulse),
  signs: ({ subject, along, point, range, second }, pulse) =>
    signTable(objectiveOf(subject, pulse), subject, along, point, range, second, pulse),
  grid: ({ subject, axes, point, ...where }, pulse) =>
    sampleGrid(objectiveOf(subject, pulse), { plane: planeOver(axes, point), ...where }, pulse),
  runs: (body, pulse) => runsAnswer(objectiveOf(body.subject, pulse), body, pulse),
  verdict: ({ subject, run, ...terms }, pulse) => verdictOf(objectiveOf(subject, pulse), { ...run, ...terms }, pulse),
  rates: ({ subject, run, ...terms }, pulse) => ratesReport(objectiveOf(subject, pulse), { ...run, ...terms }, pulse),
  step: (body, pulse) => stepAnswer(objectiveOf(body.subject, pulse), body, pulse),
  rows: (body, pulse) => rowsAnswer(objectiveOf(body.subject, pulse), body, pulse),
  crowd: ({ subject, run, starts, columns, views, ...terms }, pulse) =>
    crowdReport(objectiveOf(subject, pulse), { ...run, ...terms }, starts, columns, pulse, views),
  minimum: ({ subject, start, ranges }, pulse) => minimumReport(objectiveOf(subject, pulse), start, ranges, pulse),
  comparison: (body, pulse) => comparisonReport(objectiveOf(body.subject, pulse), body, pulse),
  plane: ({ subject, origin, across, up, ...where }, pulse) =>
    sampleGrid(objectiveOf(subject, pulse), { plane: { origin, across, up }, ...where }, pulse)
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
