import type { Experiment, Interval } from '@shared/experiment/experiment'
import type { CurveSamples, GridSamples, PointReport } from '@shared/protocol'
import type { ContourData, CurveData } from '../plots/figure'
import { axisName } from './names'

/** The derivatives at the point by the gradient source of the document; NaN where a difference cannot be formed. */
export function slopesAt(experiment: Experiment, report: PointReport): readonly number[] {
  const { method } = experiment.gradient
  if (method === 'exact') return report.gradient
  const difference = report.differences[method]
  return 'values' in difference ? difference.values : report.gradient.map(() => Number.NaN)
}

/** The curve along one variable through the point, with tangent and – for a one-sided scheme – the secant it comes from. */
export function pointCurve(
  experiment: Experiment,
  along: number,
  samples: CurveSamples,
  x: Interval,
  report: PointReport | undefined
): CurveData {
  const at = experiment.point[along] ?? 0
  const slope = report && slopesAt(experiment, report)[along]
  return {
    variable: axisName(experiment, along),
    x,
    y: experiment.view.values,
    samples,
    point: report && slope !== undefined ? { at, value: report.value, slope } : null,
    secant: report ? secantOf(experiment, report, along) : null,
    traces: [],
    step: null,
    selected: 0
  }
}

/** The far end of the secant, from the quotient itself: f(a ± h) = f(a) ± h · quotient. */
function secantOf({ gradient }: Experiment, report: PointReport, along: number): CurveData['secant'] {
  const { method, h } = gradient
  if (method !== 'forward' && method !== 'backward') return null
  const difference = report.differences[method]
  const quotient = 'values' in difference ? difference.values[along] : undefined
  if (quotient === undefined) return null
  const way = method === 'forward' ? h : -h
  return { h: way, value: report.value + way * quotient }
}

/** The plane of the two axes with the point, its slices and its two arrows. */
export function pointPlane(
  experiment: Experiment,
  samples: GridSamples,
  ranges: { readonly x: Interval; readonly y: Interval },
  report: PointReport | undefined
): ContourData {
  const { axes, square, field } = experiment.view
  const [across, up] = axes
  const slopes = report && slopesAt(experiment, report)
  const point = report &&
    slopes && {
      x: experiment.point[across] ?? 0,
      y: experiment.point[up] ?? 0,
      value: report.value,
      slopeX: slopes[across] ?? Number.NaN,
      slopeY: slopes[up] ?? Number.NaN
    }
  return {
    variables: [axisName(experiment, across), axisName(experiment, up)],
    x: ranges.x,
    y: ranges.y,
    samples,
    sampled: null,
    point: point ?? null,
    traces: [],
    step: null,
    selected: 0,
    gradient: null,
    square,
    field,
    both: true,
    draggable: false
  }
}
