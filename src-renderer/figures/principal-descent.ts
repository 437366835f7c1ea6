import type { Experiment, SelectedStep } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { numeral } from '@shared/numbers/numeral'
import { toDecimals } from '@shared/numbers/rounded'
import type { CrowdReport, GridSamples, MinimumReport, RunReport, RunsReport, StepReport } from '@shared/protocol'
import type { Words } from '@shared/words/index'
import type { ContourData, CrowdWays, Trace } from '../figure'
import { grownRange, padded } from '../plots/ranges'
import { partsOf, planeAnatomy, type StepParts } from './anatomy'
import { crowdWays } from './crowd'
import { descentPlane, tracesOf } from './descent'
import { functionAt } from './function'
import { lowestOf } from './lowest'
import { axisName } from './names'
import { inPlane, onPlane, type PrincipalPlane, principalPlane } from './principal'
import { wayOn } from './way-on'

/** What the axes of the plane are called. */
export const principalNames = ['PC1', 'PC2'] as const

/** Whether the runs are seen over their principal plane: of two variables it would be the plane they have. */
export const isPrincipal = ({ view, variables }: Experiment): boolean =>
  view.tab === 'descend' && view.plane === 'principal' && variables.length > 2

/** The plane in which the path of run number `run` moves most; null where it has no points, or there are not two variables. */
export function principalOf(
  { variables }: Experiment,
  reports: RunsReport | undefined,
  run: number
): PrincipalPlane | null {
  const report = reports?.[run]
  if (!report || !('points' in report) || variables.length < 2 || report.steps.length === 0) return null
  const plane = planes.get(report) ?? principalPlane(report.points, variables.length, report.moments)
  planes.set(report, plane)
  return plane
}

/** Of each report, for as long as there is that. */
const planes = new WeakMap<RunReport, PrincipalPlane>()

/** Every row of coordinates seen in the plane. */
function seenPoints(
  plane: PrincipalPlane,
  points: Float64Array
): { readonly x: Float64Array; readonly y: Float64Array } {
  const dimension = plane.origin.length
  const count = points.length / dimension
  const [x, y] = [new Float64Array(count), new Float64Array(count)]
  for (let k = 0; k < count; k++) {
    const [right, up] = inPlane(plane, points.subarray(k * dimension, (k + 1) * dimension))
    x[k] = right
    y[k] = up
  }
  return { x, y }
}

/** The runs as they are seen from right above the plane. */
export function principalTraces(
  experiment: Experiment,
  reports: RunsReport | undefined,
  words: Words,
  plane: PrincipalPlane
): readonly Trace[] {
  return tracesOf(experiment, reports, words, [0, 0]).map((trace, index) => {
    const report: RunsReport[number] | undefined = reports?.[index]
    if (!report || !('points' in report) || trace.steps.length === 0) return trace
    const { way: _, cover: __, ...bare } = trace
    return { ...bare, ...seenPoints(plane, report.points), ...wayOver(plane, report) }
  })
}

/** How a run is drawn over the plane, whose coordinates begin at its origin. */
function wayOver({ across, up, origin }: PrincipalPlane, { ways }: Pick<RunReport, 'ways'>) {
  const begin = [product(across, origin), product(up, origin)] as const
  return wayOn(ways, { across: [...across, 0], up: [...up, 0] }, begin)
}

/** The ways of the crowd of the selected run, seen likewise. */
export function principalCrowd(
  experiment: Experiment,
  report: CrowdReport | undefined,
  run: number,
  plane: PrincipalPlane
): CrowdWays | undefined {
  const ways = crowdWays(experiment, report, run, [0, 0])
  if (!report || !ways) return undefined
  const paths = report.paths.flatMap((path) => ('problem' in path ? [] : [path]))
  return {
    ...ways,
    ways: ways.ways.map((way, k) => ({ ...way, ...seenPoints(plane, paths[k]?.points ?? new Float64Array()) }))
  }
}

/** The lowest point that was found, seen likewise; nothing without one. */
export function principalLowest(report: MinimumReport | undefined, plane: PrincipalPlane): Pick<ContourData, 'lowest'> {
  const found = lowestOf(report)
  if (!found || found.point.length !== plane.origin.length) return {}
  const [x, y] = inPlane(plane, found.point)
  return { lowest: { x, y, value: found.value } }
}

/** The selected step taken apart, seen likewise, if that is wanted. */
export function principalParts(
  experiment: Experiment,
  report: StepReport | undefined,
  run: number,
  plane: PrincipalPlane,
  isTold = false
): StepParts {
  return partsOf(experiment, report, run, isTold, (step, taker) =>
    planeAnatomy(
      step,
      taker,
      (point) => inPlane(plane, point),
      (difference) => turned(plane, difference)
    )
  )
}

/** A difference of points, seen in the plane. */
export const turned = ({ across, up }: PrincipalPlane, difference: readonly number[]): readonly [number, number] => [
  product(across, difference),
  product(up, difference)
]

const product = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, share, i) => sum + share * (other[i] ?? 0), 0)

/** Room around the path: a part of its length. */
const room = 0.15
/** How many times the picture of the selected run grows at most for the others; farther out, they leave it. */
const mostGrowth = 4

/** The ranges that show the selected run, and the others unless they are far away. */
export function principalRanges(
  traces: readonly Pick<Trace, 'x' | 'y'>[],
  selected: number
): { readonly x: Interval; readonly y: Interval } {
  const extent = (numbers: ArrayLike<number>): Interval => {
    let [min, max] = [Infinity, -Infinity]
    for (let index = 0; index < numbers.length; index++) {
      min = Math.min(min, numbers[index] as number)
      max = Math.max(max, numbers[index] as number)
    }
    return min <= max ? { min, max } : { min: 0, max: 0 }
  }
  const own = traces[selected]
  const [x, y] = [extent(own?.x ?? []), extent(own?.y ?? [])]
  const longer = Math.max(x.max - x.min, y.max - y.min) || 2
  // A path along a line has no second direction of its own.
  const range = (one: Interval, axis: 'x' | 'y') => {
    const least = longer / 5
    const pad = Math.max(0, (least - (one.max - one.min)) / 2)
    const wide = padded({ min: one.min - pad, max: one.max + pad }, room)
    return traces.reduce((grown, trace) => grownRange(grown, trace[axis], mostGrowth), wide)
  }
  return { x: range(x, 'x'), y: range(y, 'y') }
}

/** The runs over their principal plane. `gradient`: ∇f at the selected step, all of it, or null. */
export function principalContour(
  experiment: Experiment,
  plane: PrincipalPlane,
  samples: GridSamples,
  ranges: { readonly x: Interval; readonly y: Interval },
  traces: readonly Trace[],
  selection: SelectedStep,
  gradient: readonly number[] | null
): ContourData {
  const f = functionAt(experiment)
  const arrow = gradient && turned(plane, gradient)
  return {
    ...descentPlane(experiment, plane.origin, samples, ranges, traces, selection, arrow),
    variables: principalNames,
    slice: { held: '' },
    f: f && ((x, y) => f(onPlane(plane, x, y))),
    field: { ...experiment.view.field, towards: 'none' },
    draggable: false
  }
}

/** Shares of a direction smaller than this are left out. */
const leastShare = 0.005

/** A direction as what it is made of, the largest shares first: `0.89 x₀ − 0.45 x₃`. */
export function composition(experiment: Experiment, direction: readonly number[]): readonly string[] {
  const shares = direction
    .map((share, axis) => ({ share, axis }))
    .filter(({ share }) => Math.abs(share) >= leastShare)
    .sort((one, other) => Math.abs(other.share) - Math.abs(one.share))
  return shares.map(({ share, axis }, place) => {
    const much = toDecimals(Math.abs(share), 2)
    const size = much === 1 ? axisName(experiment, axis) : `${numeral(much)} ${axisName(experiment, axis)}`
    return place === 0 ? (share < 0 ? `−${size}` : size) : `${share < 0 ? '−' : '+'} ${size}`
  })
}
