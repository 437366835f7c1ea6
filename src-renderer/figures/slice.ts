import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { CurveSamples, PointReport } from '@shared/protocol'
import type { CurveData } from '../figure'
import { curveRange } from '../plots/curve'
import { pointCurve } from './point'

/** The slice along one variable of the plane through the point. Its height is its own, and h is not dragged on it. */
export const sliceCurve = (
  experiment: Experiment,
  along: number,
  samples: CurveSamples,
  x: Interval,
  report: PointReport | undefined
): CurveData => ({
  ...pointCurve(experiment, along, samples, x, report),
  side: along === experiment.view.axes[0] ? 0 : 1,
  secondSlope: report?.curvature?.hessian[along === experiment.view.axes[0] ? 0 : 2] ?? null,
  y: null,
  h: null
})

/** A slice is not made flatter than this share of its plot for the sake of the other. */
const flattest = 0.25

/**
 * The slices with one vertical range for both, so that the point stands equally high in them and slopes can be
 * compared by eye – unless that would flatten one of them. Null is a slice that is not there yet.
 */
export function withSharedHeights<const Slices extends readonly (CurveData | null)[]>(slices: Slices): Slices {
  const ranges = slices.flatMap((slice) => (slice ? [curveRange(slice)] : []))
  const shared = { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) }
  const height = shared.max - shared.min
  const isFair = height < Infinity && ranges.every(({ min, max }) => max - min >= flattest * height)
  return isFair ? (slices.map((slice) => slice && { ...slice, y: shared }) as unknown as Slices) : slices
}
