import type { Experiment } from '@shared/experiment/experiment'
import { isFixedRate } from '@shared/methods/method'
import { methodNamed } from '@shared/methods/table'
import type { StepReport, Trial } from '@shared/protocol'
import type { Anatomy, Departure, Place, StepUnderWay } from '../figure'
import { inertiaOf } from './inertia'

/** Which method took the step. */
interface Taker {
  readonly method: string
  readonly convention: string
}

/** What plots show of a step: all of it taken apart, if that is wanted or it has no gradient; or −∇f where it began, which explains it. */
export interface StepParts {
  readonly anatomy: Anatomy | null
  readonly departure: Departure | null
  /** All that is shown of a step while it is told. */
  readonly told?: StepUnderWay
}

/**
 * The step of run number `run` over the plane of the two variables `axes`, or on the curve of the only one. `report` is
 * undefined where no step is opened.
 */
export function stepParts(
  experiment: Experiment,
  report: StepReport | undefined,
  run: number,
  axes: readonly [number, number],
  isTold = false
): StepParts {
  return partsOf(experiment, report, run, isTold, (step, taker) =>
    experiment.variables.length === 1 ? lineAnatomy(step, taker) : planeAnatomy(step, taker, onAxes(axes), onAxes(axes))
  )
}

/** The same wherever it is seen, as `seen` takes it apart. */
export function partsOf(
  { view, runs }: Experiment,
  report: StepReport | undefined,
  run: number,
  isTold: boolean,
  seen: (report: StepReport, taker: Taker) => Anatomy
): StepParts {
  const taker = runs[run]
  // A step out of the domain of f leads to no place of the plots.
  if (!report || !taker || !Number.isFinite(report.after.value)) return { anatomy: null, departure: null }
  const anatomy = seen(report, taker)
  if (isTold) return { anatomy: null, departure: null, told: underWay(anatomy, report, taker.colour) }
  // No −∇f explains what a simplex did, only its corners.
  if (view.arrows === 'all' || anatomy.simplex) return { anatomy, departure: null }
  const { from, value, gradient } = anatomy
  return { anatomy: null, departure: gradient && { at: from, value, gradient } }
}

/** Of the longest coordinate of a step: what differs by less differs by rounding. */
const rounding = 1e-6

/** How many times −∇f a step is; null where it leads elsewhere than downhill. */
export function multipleOf({ before, after }: StepReport): number | null {
  const move = after.point.map((end, axis) => end - (before.point[axis] ?? Number.NaN))
  const { gradient } = before
  const square = gradient.reduce((sum, slope) => sum + slope * slope, 0)
  const times = -move.reduce((sum, part, axis) => sum + part * (gradient[axis] ?? Number.NaN), 0) / square
  const longest = Math.max(...move.map(Math.abs))
  const isAlong = move.every(
    (part, axis) => Math.abs(part + times * (gradient[axis] ?? Number.NaN)) <= rounding * longest
  )
  return times > 0 && Number.isFinite(times) && isAlong ? times : null
}

function underWay({ from, to, gradient, inertia, simplex }: Anatomy, report: StepReport, colour: number): StepUnderWay {
  // A simplex never asks which way is down, even where it happens to go there.
  const rate = simplex ? null : multipleOf(report)
  const [slope = Number.NaN] = report.before.gradient
  return {
    from,
    to,
    gradient: gradient ?? (report.before.gradient.length === 1 && !simplex ? [slope, 0] : null),
    rate,
    isRate: rate !== null && report.lr !== null && Math.abs(rate - report.lr) <= rounding * rate,
    inertia,
    colour
  }
}

/** A step taken apart on a plane; `seen`: where a point lies on it, and `turned` the same of a difference. */
export function planeAnatomy(
  report: StepReport,
  taker: Taker,
  seen: (point: readonly number[]) => readonly [number, number],
  turned: (difference: readonly number[]) => readonly [number, number]
): Anatomy {
  return anatomyOf(report, taker, seen, ({ point }) => seen(point), turned(report.before.gradient))
}

/** A step taken apart on the curve of the only variable: places are (x, f(x)), where memory leads at the height of its start. */
export function lineAnatomy(report: StepReport, taker: Taker): Anatomy {
  const { before, after } = report
  const x = (point: readonly number[]) => point[0] ?? Number.NaN
  const anatomy = anatomyOf(
    report,
    taker,
    (point) => [x(point), before.value],
    ({ point, value }) => [x(point), value],
    null
  )
  return { ...anatomy, to: [x(after.point), after.value] }
}

function anatomyOf(
  report: StepReport,
  { method, convention }: Taker,
  seen: (point: readonly number[]) => Place,
  tried: (trial: Trial) => Place,
  gradient: Anatomy['gradient']
): Anatomy {
  const { before, after, algorithm } = report
  const row = methodNamed(method, convention)
  const inertia = row && isFixedRate(row) ? inertiaOf(row, report) : null
  const { simplex = null, radius = null, trials = [] } = algorithm ?? {}
  return {
    from: seen(before.point),
    value: before.value,
    to: seen(after.point),
    // A simplex never asks which way is down.
    gradient: simplex ? null : gradient,
    inertia: inertia?.some((part) => part !== 0)
      ? seen(before.point.map((start, axis) => start + (inertia[axis] ?? 0)))
      : null,
    trials: trials.map((trial) => ({
      at: tried(trial),
      value: trial.value,
      taken: trial.outcome === 'accepted',
      onLine: Number.isFinite(trial.length)
    })),
    simplex: simplex && { before: simplex.before.map(seen), after: simplex.after.map(seen) },
    radius
  }
}

/** Where a point or a difference lies on the plane of two of its coordinates. */
const onAxes =
  ([across, up]: readonly [number, number]) =>
  (point: readonly number[]): readonly [number, number] => [point[across] ?? Number.NaN, point[up] ?? Number.NaN]
