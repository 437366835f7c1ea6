import type { Experiment, Interval } from '@shared/experiment/experiment'
import type { SignTable } from '@shared/protocol'
import type { SignsData } from '../plots/figure'
import { axisName, secondName, sliceName, slopeName } from './names'

/** The sign table along a variable, the others held at the point; `chosen`: the column that is looked at. */
export function signsData(
  experiment: Experiment,
  along: number,
  table: SignTable,
  x: Interval,
  chosen: number | null = null
): SignsData {
  return {
    variable: axisName(experiment, along),
    names: [
      sliceName(experiment, experiment.point, along),
      slopeName(experiment, along),
      secondName(experiment, along)
    ],
    table,
    x,
    even: experiment.view.signs?.even ?? false,
    chosen
  }
}
