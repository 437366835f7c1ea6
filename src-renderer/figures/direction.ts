import type { Experiment } from '@shared/experiment/experiment'
import type { PointReport } from '@shared/protocol'
import type { FlatFigure } from '../plots/figure'
import { axisName } from './names'
import { slopesAt } from './point'

/**
 * The gradient in the plane of the axes, by the gradient source of the document. Null where a slope is missing, and at a
 * kink, where what stands for them says nothing of the slopes in other directions.
 */
export function planeSlopes(experiment: Experiment, report: PointReport): readonly [number, number] | null {
  if (experiment.view.axes.some((axis) => report.kinks[axis])) return null
  const slopes = slopesAt(experiment, report)
  const [across, up] = experiment.view.axes.map((axis) => slopes[axis] ?? Number.NaN) as [number, number]
  return Number.isFinite(across) && Number.isFinite(up) ? [across, up] : null
}

/** The directional derivative at the point against the direction. */
export function directionFigure(title: string, experiment: Experiment, slopes: readonly [number, number]): FlatFigure {
  const [across, up] = experiment.view.axes
  const variables = [axisName(experiment, across), axisName(experiment, up)] as const
  return { plot: 'direction', title, data: { variables, slopes, direction: experiment.view.direction } }
}
