import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import { isHidden } from '@shared/experiment/runs'
import type { RunsReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { VariablesData } from '../figure'
import { tracesOf } from './descent'
import { axisName } from './names'

/** Each variable over the steps of the runs. */
export function variablesData(
  experiment: Experiment,
  reports: RunsReport | undefined,
  words: Words,
  selection: SelectedStep
): VariablesData {
  const axes = experiment.variables.map((_, axis) => axis)
  const values = experiment.runs.map(({ id }, run) => {
    const report: RunsReport[number] | undefined = reports?.[run]
    if (!report || !('points' in report) || isHidden(experiment, id)) return []
    const { points, steps } = report
    return axes.map((axis) => Float64Array.from(steps, (__, index) => points[index * axes.length + axis] ?? Number.NaN))
  })
  return {
    names: axes.map((axis) => axisName(experiment, axis)),
    traces: tracesOf(experiment, reports, words, [0, 0]),
    values,
    step: selection.step,
    selected: selection.run
  }
}
