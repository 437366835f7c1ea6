import type { Experiment } from '@shared/experiment/experiment'
import type { PointReport } from '@shared/protocol'
import type { FlatFigure } from '../figure'
import { axisName, slopeName } from './names'
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

/** The gradient in the plane of the axes: `∇f`, or of more variables `(∂f/∂x, ∂f/∂y)`, which is a part of it. */
export function gradientName(experiment: Experiment): string {
  const [across, up] = experiment.view.axes
  if (experiment.variables.length === 2) return '∇f'
  return `(${slopeName(experiment, across)}, ${slopeName(experiment, up)})`
}

/** Says that it is 0: `∇f = 0`, or `∂f/∂x = ∂f/∂y = 0`. */
export function zeroGradient(experiment: Experiment): string {
  const [across, up] = experiment.view.axes
  if (experiment.variables.length === 2) return '∇f = 0'
  return `${slopeName(experiment, across)} = ${slopeName(experiment, up)} = 0`
}

/** The directional derivative at the point against the direction. */
export function directionFigure(title: string, experiment: Experiment, slopes: readonly [number, number]): FlatFigure {
  const [across, up] = experiment.view.axes
  const variables = [axisName(experiment, across), axisName(experiment, up)] as const
  const { direction } = experiment.view
  return { plot: 'direction', title, data: { variables, slopes, direction, gradient: gradientName(experiment) } }
}
