import type { Experiment, Scheme } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type {
  CriticalPoint,
  CurveSamples,
  DifferenceErrors,
  GridSamples,
  PointReport,
  Tangents
} from '@shared/protocol'
import type { ContourData, CurveData, CurvePoint, ErrorsData, Secant } from '../figure'
import { isEven } from './curvature'
import { functionAlong, functionOver } from './function'
import { axisName, dependentName, sliceName, slopeName } from './names'

/**
 * The derivatives at the point by the gradient source of the document; NaN where a difference cannot be formed, and
 * where f itself has no value.
 */
export function slopesAt(experiment: Experiment, report: PointReport): readonly number[] {
  const { method } = experiment.gradient
  if (!Number.isFinite(report.value)) return report.gradient.map(() => Number.NaN)
  if (method === 'exact') return report.gradient
  const difference = report.differences[method]
  return 'values' in difference ? difference.values : report.gradient.map(() => Number.NaN)
}

/** The curve along one variable through the point, with its exact tangent and the secant of the document's h. */
export function pointCurve(
  experiment: Experiment,
  along: number,
  samples: CurveSamples,
  x: Interval,
  report: PointReport | undefined,
  pinned: readonly CurvePoint[] = []
): CurveData {
  const at = experiment.point[along] ?? 0
  const slope = report?.gradient[along]
  return {
    f: functionAlong(experiment, along, experiment.point),
    kink: report?.kinks[along] ?? null,
    secondSlope: report?.curvature?.hessian[0] ?? null,
    pinned,
    h: schemeShown(experiment) && experiment.gradient.h,
    variable: axisName(experiment, along),
    name: sliceName(experiment, experiment.point, along),
    slopeName: slopeName(experiment, along),
    dependent: dependentName(experiment),
    x,
    y: experiment.view.values,
    samples,
    point: report && slope !== undefined ? { at, value: report.value, slope } : null,
    secant: report ? secantOf(experiment, report, along, at) : null,
    traces: [],
    step: null,
    selected: 0
  }
}

/** The scheme of the quotient that is looked at: forward while the derivative itself is exact. */
export const quotientScheme = ({ gradient }: Experiment): Scheme =>
  gradient.method === 'exact' ? 'forward' : gradient.method

/** The scheme whose secant is drawn. */
const schemeShown = ({ gradient }: Experiment): Scheme | null => (gradient.method === 'exact' ? null : gradient.method)

/**
 * The secant whose slope is the difference quotient. f at its far ends comes from the one-sided quotients themselves:
 * f(a + h) = f(a) + h · forward, f(a − h) = f(a) − h · backward. Null where f has no value there.
 */
function secantOf(experiment: Experiment, report: PointReport, along: number, at: number): Secant | null {
  const { h } = experiment.gradient
  const scheme = schemeShown(experiment)
  if (!scheme) return null
  const quotient = (wanted: Scheme) => {
    const difference = report.differences[wanted]
    return ('values' in difference ? difference.values[along] : undefined) ?? Number.NaN
  }
  const right = { x: at + h, value: report.value + h * quotient('forward') }
  const left = { x: at - h, value: report.value - h * quotient('backward') }
  const here = { x: at, value: report.value }
  const from = scheme === 'forward' ? here : left
  const to = scheme === 'backward' ? here : right
  const slope = quotient(scheme)
  return [from.value, to.value, slope].every(Number.isFinite) ? { from, to, slope } : null
}

/** Where along a variable tangents stay. */
export function pinnedPlaces({ variables, view }: Experiment, along: number): readonly number[] {
  const name = variables[along]?.name
  return view.tangents.filter((tangent) => tangent.along === name).map(({ at }) => at)
}

/** The tangents at these places of the curve; none where f has no value, or no slope. */
export const pinnedPoints = (places: readonly number[], { values, slopes }: Tangents): readonly CurvePoint[] =>
  places
    .map((at, index) => ({ at, value: values[index] ?? Number.NaN, slope: slopes[index] ?? Number.NaN }))
    .filter(({ value, slope }) => Number.isFinite(value) && Number.isFinite(slope))

/** The scheme that is with −h what this one is with h. */
const mirrored: Readonly<Record<Scheme, Scheme>> = { forward: 'backward', backward: 'forward', central: 'central' }

/** The errors of the difference quotients, with the step size of the document and the scheme that is its own with |h|. */
export function pointErrors(experiment: Experiment, errors: DifferenceErrors): ErrorsData {
  const { h } = experiment.gradient
  const scheme = quotientScheme(experiment)
  return { errors, h, scheme: h < 0 ? mirrored[scheme] : scheme }
}

/** The plane of the two axes with the point, its slices and its two arrows. */
export function pointPlane(
  experiment: Experiment,
  samples: GridSamples,
  ranges: { readonly x: Interval; readonly y: Interval },
  report: PointReport | undefined,
  critical: readonly CriticalPoint[] = []
): ContourData {
  const { axes, square, field, contour, map, topic, direction } = experiment.view
  const [across, up] = axes
  const isKink = report?.kinks.some((kink, axis) => kink !== null && axes.includes(axis))
  // At a kink what stands for the derivatives makes no gradient, and no tangent plane.
  const slopes = report && (isKink ? [] : slopesAt(experiment, report))
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
    point: point ?? null,
    traces: [],
    step: null,
    selected: 0,
    gradient: null,
    map,
    f: functionOver(experiment, axes, experiment.point),
    critical: topic === 'critical' ? critical : [],
    curvature: report?.curvature ?? null,
    square,
    levels: contour,
    field,
    direction: topic === 'direction' ? direction : null,
    // Where f bends equally in all directions none of them is a principal one.
    principal: topic === 'curvature' && !(report?.curvature && isEven(report.curvature)),
    both: true,
    draggable: false
  }
}
