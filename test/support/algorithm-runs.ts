import { compile, type Objective } from '@core/objective'
import { openedStep } from '@core/optimise/opened'
import { courseOf, type Plan } from '@core/optimise/plan'
import { runCourse } from '@core/optimise/run'
import { algorithms } from '@shared/methods/algorithms'
import type { Algorithm } from '@shared/methods/method'
import { defaultSettings } from '@shared/methods/setting'
import type { AlgorithmStep, StepReport } from '@shared/protocol'

/** The row of a method with code of its own. */
export function algorithmRow(id: string): Algorithm {
  const row = algorithms.find((one) => one.id === id)
  if (!row) throw new Error(`There is no algorithm ${id}`)
  return row
}

/** A function and where the run begins on it. */
export interface Walk {
  readonly formula: string
  readonly variables: readonly string[]
  readonly start: readonly number[]
}

/** A run by its method, with the usual settings but for `settings`. */
export const planOf = (id: string, start: readonly number[], steps: number, settings: object = {}): Plan => ({
  method: id,
  convention: 'book',
  settings: { ...defaultSettings(algorithmRow(id)), ...settings },
  start,
  steps,
  gradient: { method: 'exact', h: 1e-4 }
})

/** Every point of a run, with what it had cost to get there, and how the run ended. */
export function walked(objective: Objective, plan: Plan) {
  const points: { point: number[]; value: number; gradient: number[]; evaluations: number; gradients: number }[] = []
  const ending = runCourse(courseOf(objective, plan), (_, point, value, gradient, { evaluations, gradients }) => {
    points.push({ point: [...point], value, gradient: [...gradient], evaluations, gradients })
  })
  return { points, ending }
}

/** One step of a run, opened. */
export function opened({ formula, variables, start }: Walk, id: string, step: number, settings: object = {}) {
  const report = openedStep(compile(formula, variables), planOf(id, start, step, settings), step)
  if (!report.algorithm) throw new Error(`${id} is not opened as an algorithm`)
  return report as StepReport & { readonly algorithm: AlgorithmStep }
}

/** The last line with that id: a direction that does not lead down is thought better of. */
export function lineOf({ algorithm }: { readonly algorithm: AlgorithmStep }, id: string) {
  const line = algorithm.lines.findLast((one) => one.id === id)
  if (!line) throw new Error(`no line ${id} among ${algorithm.lines.map((one) => one.id)}`)
  return line.values
}
