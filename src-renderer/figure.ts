import type { ComparedRun } from '@shared/experiment/comparison'
import type { ColourMap, Contour, Field, Scheme, Surface } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type {
  CriticalPoint,
  Curvature,
  CurveSamples,
  DifferenceErrors,
  GridSamples,
  Kink,
  LensReport,
  Question,
  RunReport,
  SignPlace,
  SignTable
} from '@shared/protocol'

/** Where a mark stands, in the units of the axes: (x, y) on a flat plot, (x, y, z) on a surface. */
export type Place = readonly number[]

/** Pixels of a part of a plane, from its lower left one row by row, in the order of the steps at which they are covered. */
export interface Cover {
  readonly x: Interval
  readonly y: Interval
  readonly columns: number
  readonly rows: number
  readonly cells: Int32Array
  readonly since: Int32Array
}

/** One run as it is drawn: its points on the axes of a plot. All arrays are as long as `steps`. */
export interface Trace {
  /** Shown in legends and tooltips: the method and what tells this run from the others. */
  readonly name: string
  /** 0 … 7, see `Look.runs`. */
  readonly colour: number
  /** Which step each point belongs to: ascending, from 0. */
  readonly steps: ArrayLike<number>
  readonly x: ArrayLike<number>
  /** Equal to `x` where there is one variable. */
  readonly y: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly norms: ArrayLike<number>
  /** Indices of the points that a line over the plane goes through, where not all steps are here; absent: all. */
  readonly way?: ArrayLike<number>
  /** In place of a line: what a way that fills an area covers. */
  readonly cover?: Cover
  /** Its method asks for no slope: no tangents are drawn. */
  readonly isGradientFree?: boolean
}

/** The ways of one run from many starts, on the axes of a plot; all arrays of a way are as long as its `steps`. */
export interface CrowdWays {
  readonly colour: number
  readonly ways: readonly Pick<Trace, 'steps' | 'x' | 'y' | 'values' | 'way' | 'cover'>[]
}

/** A point the user looks at: with one variable f′, with two ∇f. */
export interface CurvePoint {
  readonly at: number
  readonly value: number
  /** Slope of the tangent: the exact derivative. */
  readonly slope: number
}

export interface PlanePoint {
  readonly x: number
  readonly y: number
  readonly value: number
  readonly slopeX: number
  readonly slopeY: number
}

/** The line through two points of the curve, of which one can be the point looked at. */
export interface Secant {
  readonly from: { readonly x: number; readonly value: number }
  readonly to: { readonly x: number; readonly value: number }
  /** The difference quotient itself: of two values that are nearly equal, their difference would know less. */
  readonly slope: number
}

/** What a step did, in the units of a plot's axes, for it to be drawn: places are where things are, not differences. */
export interface Anatomy {
  readonly from: Place
  /** f there. */
  readonly value: number
  readonly to: Place
  /** ∇f where it began, as the run saw it; null where the method asks for none. */
  readonly gradient: readonly [number, number] | null
  /** Where memory alone would have led; null without any. */
  readonly inertia: Place | null
  /** Where f was tried. `onLine`: along a search direction. */
  readonly trials: readonly {
    readonly at: Place
    readonly value: number
    readonly taken: boolean
    readonly onLine: boolean
  }[]
  /** The corners of the simplex. */
  readonly simplex: { readonly before: readonly Place[]; readonly after: readonly Place[] } | null
  /** Of the trust region around `from`. */
  readonly radius: number | null
}

/** A step that the run is just taking, for its story: places as in an `Anatomy`. */
export interface StepUnderWay {
  readonly from: Place
  readonly to: Place
  /** ∇f where it begins, as the run sees it; on a curve (f′, 0). */
  readonly gradient: readonly [number, number] | null
  /** The step is so many times −∇f, in all coordinates; null: it is no multiple of it. */
  readonly rate: number | null
  /** That multiple is the learning rate. */
  readonly isRate: boolean
  /** Where memory alone would lead; null without any. */
  readonly inertia: Place | null
  /** Of the run, 0 … 7. */
  readonly colour: number
}

/** Where a step began, f there, and ∇f as the run saw it: −∇f there explains the step. */
export interface Departure {
  readonly at: Place
  readonly value: number
  readonly gradient: readonly [number, number]
}

/** What the plots of one variable share. Ranges are the visible ones; the samples may reach farther. */
export interface CurveData {
  readonly variable: string
  /** The letter for the values in the equation of a line: `y`, or another where that is a variable. */
  readonly dependent: string
  /** What is drawn over it: `f(x)`, or `f(1, y)` where it is a slice. */
  readonly name: string
  /** Its derivative: `f′(x)`, or `∂f/∂y`. */
  readonly slopeName: string
  readonly x: Interval
  /** Null: chosen from the values so that a pole does not flatten the rest. */
  readonly y: Interval | null
  /** The vertical range of the derivative; absent: chosen from the slopes. */
  readonly slopeY?: Interval
  /** The vertical range of the second derivative, likewise. */
  readonly secondY?: Interval
  readonly samples: CurveSamples
  /** f at any place of the axis, for hovering; null: read between the samples. */
  readonly f: ((x: number) => number) | null
  /** The draggable point with its tangent (handle `point`). */
  readonly point: CurvePoint | null
  /** Along which axis of a plane this is a slice: it has that slice's colour. Absent: it is none. */
  readonly side?: 0 | 1
  /** What f does on both sides of the point, where it has no derivative there. */
  readonly kink: Kink | null
  /** f″ at the point, for the plot of f″; null where it is unknown. */
  readonly secondSlope: number | null
  /** Tangents that stay. */
  readonly pinned: readonly CurvePoint[]
  readonly secant: Secant | null
  /** The step size, whose end a + h or a − h can be dragged (handle `h`); null: it is not. */
  readonly h: number | null
  /** It stands at the upper edge of the plot; absent: at the one that is farther from the point. */
  readonly stepHigh?: boolean
  /** The column of the sign table that is looked at, from one place to another or at one; absent: none. */
  readonly column?: Interval
  /** The places of the sign table; absent: there is none. */
  readonly signPlaces?: readonly SignPlace[]
  readonly traces: readonly Trace[]
  /** The selected step; runs that ended earlier stay at their end. Null: no run is shown. */
  readonly step: number | null
  /** Index of the run whose tangents are drawn and whose start is the handle `start`. */
  readonly selected: number
  /** The selected step, taken apart: places are (x, value). Absent or null: it is not. */
  readonly anatomy?: Anatomy | null
  /** The step after the selected one, while it is told. Absent: it is not. */
  readonly told?: StepUnderWay
  /** Absent: no crowd. */
  readonly crowd?: CrowdWays | undefined
  /** The lowest point that was found, if it was looked for: a star. */
  readonly lowest?: { readonly x: number; readonly value: number }
}

/** What the plots of two variables share. */
export interface PlaneData {
  /** Names on the horizontal and the vertical axis. */
  readonly variables: readonly [string, string]
  readonly x: Interval
  readonly y: Interval
  readonly samples: GridSamples
  /** The question that `samples` answer by the pixels of the screen: a larger picture asks for more. Absent: they are enough. */
  readonly asked?: Question<'grid'> | Question<'plane'>
  readonly map: ColourMap
  /**
   * The plane is a slice of more variables: where these are held, `z = 3`, or empty where it is none along axes. Ways of
   * runs are then seen as they lie over it, not at their own heights. Absent: there are no other variables.
   */
  readonly slice?: { readonly held: string } | undefined
  /** f at any place of the plane, for hovering; null: read between the samples. */
  readonly f: ((x: number, y: number) => number) | null
  /** Where the gradient is 0; marked with what they are. */
  readonly critical: readonly CriticalPoint[]
  /** Second derivatives at the point; null: unknown, or not wanted. */
  readonly curvature: Curvature | null
  /** Draw ∇f beside −∇f. */
  readonly both: boolean
  /** The point of the Partial tab with its slices (handle `point`); its arrows are drawn where it has slopes. */
  readonly point: PlanePoint | null
  readonly traces: readonly Trace[]
  readonly step: number | null
  readonly selected: number
  /** Absent: no crowd. */
  readonly crowd?: CrowdWays | undefined
  /** ∇f at the selected step of the selected run, or null: the arrow −∇f is drawn there. */
  readonly gradient: readonly [number, number] | null
  /** Where the selected step began, for −∇f there. Absent or null: it is the start, or the step is taken apart. */
  readonly departure?: Departure | null
  /** The selected step, taken apart: its arrows stand where it began, −∇f with them. Absent or null: it is not. */
  readonly anatomy?: Anatomy | null
  /** The step after the selected one, while it is told. Absent: it is not. */
  readonly told?: StepUnderWay
  /** The lowest point that was found, if it was looked for: a star. */
  readonly lowest?: { readonly x: number; readonly y: number; readonly value: number }
}

export interface ContourData extends PlaneData {
  /** One unit is equally long on both axes. */
  readonly square: boolean
  readonly levels: Contour
  /** Arrows everywhere: they need samples with slopes. */
  readonly field: Field
  /** The direction of the directional derivative in degrees, which can be turned (handle `direction`); null: not shown. */
  readonly direction: number | null
  /** Draw the principal directions of `curvature` at the point. */
  readonly principal: boolean
  /** Starts of the runs can be dragged (handles `start-0`, `start-1` …). */
  readonly draggable: boolean
}

/** A curve along one axis of a plane, and what tells which. */
export interface Slice {
  readonly title: string
  readonly curve: CurveData
}

/** A contour with the slices through its point, along its horizontal axis and along the other, as its margins. */
export interface JointData {
  readonly contour: ContourData
  readonly slices: readonly [Slice, Slice]
}

export interface SurfaceData extends PlaneData {
  /** Values beyond are not drawn; null: chosen from the values. */
  readonly z: Interval | null
  readonly style: Surface['style']
  readonly spacing: Surface['spacing']
  readonly camera: Surface['camera']
  readonly overlay: Surface['overlay']
  readonly scale: Surface['scale']
}

/** What is known of the place under the pointer, the same on all plots over the same axes. */
export interface Pointed {
  /** (x, y) in the units of the axes; along a curve x alone counts. */
  readonly at: Place
  /** f there and its derivatives along the axes – along a curve the first –, of that place or one just before. */
  readonly ground: { readonly at: Place; readonly value: number; readonly slopes: readonly [number, number] } | null
  /** The path that the method of the selected run would take from there, or from a place just before. */
  readonly ghost: Ghost | null
}

/** A path nobody has asked to keep: its points, and how it ended. */
export type Ghost = Trace & Pick<RunReport, 'taken' | 'stop'>

/** The errors of the difference quotients against the step size, both logarithmic: the axes are powers of ten. */
export interface ErrorsData {
  readonly errors: DifferenceErrors
  /** The step size in use, which can be dragged (handle `h`, at log₁₀|h|). */
  readonly h: number
  /** The scheme in use, or where the derivative is exact that of the secant; by what it is with |h|. */
  readonly scheme: Scheme
}

/** f around a as a microscope shows it: places are x − a, values f(x) − f(a). */
export interface LensData extends Pick<LensReport, 'doubles' | 'curve' | 'inSight'> {
  /** Of what is in sight, in units of x. */
  readonly width: number
  /** What stands at the axes. */
  readonly across: string
  readonly up: string
  /** f′(a); null where f has no derivative. */
  readonly tangent: number | null
  /** Its ends; null where f has no value at one of them, or where both are the same double. */
  readonly secant: { readonly from: LensReport['after']; readonly to: LensReport['after'] } | null
}

/** The directional derivative at a point against the direction, 0 … 360 degrees. */
export interface DirectionData {
  readonly variables: readonly [string, string]
  /** ∂f/∂x and ∂f/∂y at the point. */
  readonly slopes: readonly [number, number]
  /** What they are together: `∇f`, or a part of it where there are more variables. */
  readonly gradient: string
  /** Degrees from the horizontal axis, which can be dragged (handle `direction`). */
  readonly direction: number
}

/** The sign table of f′ along one variable, and of f″ if its table has a row of it. */
export interface SignsData {
  readonly variable: string
  /** What stands before the rows: `f(x)`, `f′(x)`, `f″(x)`. */
  readonly names: readonly [value: string, slope: string, second: string]
  readonly table: SignTable
  /** The visible part of the axis, below which the columns stand … */
  readonly x: Interval
  /** … unless they are all equally wide. */
  readonly even: boolean
  /** Index of the column that is looked at. */
  readonly chosen: number | null
}

export interface LossData {
  readonly traces: readonly Trace[]
  readonly scale: 'linear' | 'log'
  /** For each trace what it had spent at each of its points: the chart is over evaluations. Null: over steps. */
  readonly spent: readonly ArrayLike<number>[] | null
  /** The least value f has, as far as it is known: what a logarithmic axis can begin at where f is negative. */
  readonly least: number | null
  readonly step: number | null
  readonly selected: number
}

/** What each learning rate that was tried led to, a line for each run that has one. */
export interface SweepData {
  readonly runs: readonly {
    readonly name: string
    /** 0 … 7, see `Look.runs`. */
    readonly colour: number
    /** As of a `ComparisonReport`. */
    readonly tried: ComparedRun['tried']
    readonly chosen: number | null
    /** Below it the rule settles at its minimum: a theorem; null where none is known. */
    readonly limit: number | null
  }[]
  /** The least value f has, as far as it is known. */
  readonly least: number | null
}

/** `count` steps from `first` on – absent: from the start –, each in a small plot of its own. */
export type StepsData = { readonly first?: number; readonly count: number } & (
  | { readonly kind: 'curve'; readonly curve: CurveData }
  | { readonly kind: 'contour'; readonly contour: ContourData }
)

/** One small contour for each run of `contour`. */
export interface RunsData {
  readonly contour: ContourData
}

/** Each variable over the steps of each run, in a small chart of its own. */
export interface VariablesData {
  /** As on the axes. */
  readonly names: readonly string[]
  /** The runs; their places on axes do not matter. */
  readonly traces: readonly Trace[]
  /** values[run][variable], as long as the run's steps; empty for a run without points. */
  readonly values: readonly (readonly ArrayLike<number>[])[]
  readonly step: number | null
  readonly selected: number
}

/**
 * Anything that can be drawn, on the screen or into a picture. `caption`: printed with it, the conditions of a comparison.
 * `aside`: what on the screen a strip says beside it, noted in a picture.
 */
export type Figure = { readonly caption?: string; readonly aside?: string } & (
  | { readonly plot: 'curve'; readonly title: string; readonly data: CurveData }
  | { readonly plot: 'slope'; readonly title: string; readonly data: CurveData }
  | { readonly plot: 'second'; readonly title: string; readonly data: CurveData }
  | { readonly plot: 'errors'; readonly title: string; readonly data: ErrorsData }
  | { readonly plot: 'lens'; readonly title: string; readonly data: LensData }
  | { readonly plot: 'direction'; readonly title: string; readonly data: DirectionData }
  | { readonly plot: 'contour'; readonly title: string; readonly data: ContourData }
  | { readonly plot: 'joint'; readonly title: string; readonly data: JointData }
  | { readonly plot: 'surface'; readonly title: string; readonly data: SurfaceData }
  | { readonly plot: 'signs'; readonly title: string; readonly data: SignsData }
  | { readonly plot: 'loss'; readonly title: string; readonly data: LossData }
  | { readonly plot: 'sweep'; readonly title: string; readonly data: SweepData }
  | { readonly plot: 'steps'; readonly title: string; readonly data: StepsData }
  | { readonly plot: 'runs'; readonly title: string; readonly data: RunsData }
  | { readonly plot: 'variables'; readonly title: string; readonly data: VariablesData }
)

export type FlatFigure = Exclude<Figure, { readonly plot: 'surface' }>

/**
 * A run's report as a trace on the coordinates `axes` (equal where there is one variable).
 * `dimension`: how many coordinates a point of the report has.
 */
export function traceOf(
  name: string,
  colour: number,
  report: RunReport,
  dimension: number,
  axes: readonly [number, number],
  more: Pick<Trace, 'way' | 'cover' | 'isGradientFree'> = {}
): Trace {
  const { steps, points, values, norms } = report
  const coordinate = (axis: number) => Float64Array.from(steps, (_, index) => points[index * dimension + axis] ?? NaN)
  return { name, colour, steps, x: coordinate(axes[0]), y: coordinate(axes[1]), values, norms, ...more }
}

/** Indices of the points a run's line goes through up to point `now`, that one the last. */
export function wayTo({ steps, way }: Pick<Trace, 'steps' | 'way'>, now: number): readonly number[] {
  if (!way) return Array.from({ length: Math.min(now + 1, steps.length) }, (_, index) => index)
  const before = Array.from(way).filter((index) => index < now)
  return now < 0 ? before : [...before, now]
}

/** Likewise from point `now` on. */
export function wayFrom({ steps, way }: Pick<Trace, 'steps' | 'way'>, now: number): readonly number[] {
  const all = way ? Array.from(way) : Array.from({ length: steps.length }, (_, index) => index)
  return [now, ...all.filter((index) => index > now)]
}

/** Index of the last point of a trace at or before `step`: where the run stands then. −1 if it has no points. */
export function indexAt(trace: Pick<Trace, 'steps'>, step: number): number {
  let low = 0
  let high = trace.steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((trace.steps[middle] as number) <= step) low = middle + 1
    else high = middle
  }
  return low - 1
}
