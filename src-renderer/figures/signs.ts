import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { SignPlace, SignTable } from '@shared/protocol'
import type { CurveData, SignsData } from '../figure'
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

/** What the plots of a curve show of its sign table. */
export function onCurve(data: SignsData | null): Pick<CurveData, 'column' | 'signPlaces'> {
  if (!data) return {}
  const { columns } = data.table
  const signPlaces = columns.filter((column): column is SignPlace => column.kind === 'place')
  const chosen = columns[data.chosen ?? -1]
  if (!chosen) return { signPlaces }
  const column = chosen.kind === 'gap' ? { min: chosen.from, max: chosen.to } : { min: chosen.at, max: chosen.at }
  return { signPlaces, column }
}
