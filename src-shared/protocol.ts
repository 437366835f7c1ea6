import * as v from 'valibot'
import type { ComparedRun, UncomparedRun } from './experiment/comparison'
import { gradientMethods, type Scheme } from './experiment/experiment'
import { limits } from './experiment/limits'
import type { Interval } from './interval'
import type { Levels } from './levels'
import { levelSpacings } from './levels'
import { conventions } from './methods/convention'
import type { Problem } from './problem'

/** A number that may be anything a double can be: the core answers NaN and ±∞ with sense. */
const double = v.custom<number>((value) => typeof value === 'number')
const finite = v.pipe(v.number(), v.finite())
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.name))), v.maxLength(limits.variables))
const coordinate = whole(limits.variables - 1)
const point = v.pipe(v.array(double), v.maxLength(limits.variables))
const interval = v.object({ min: finite, max: finite })
/** The variables on the horizontal and the vertical axis of a plane. */
const axes = v.tuple([coordinate, coordinate])

/** The function in question: its text, the order of its variables, the values of its parameters. */
const subject = v.object({
  formula: v.pipe(v.string(), v.maxLength(limits.formula)),
  variables: names,
  parameters: v.record(v.string(), double)
})
const gradient = v.object({ method: v.picklist(gradientMethods), h: double })
const run = v.object({
  method: v.string(),
  convention: v.picklist(conventions),
  settings: v.record(v.string(), double),
  start: point,
  /** Absent: a constant learning rate; no noise. */
  schedule: v.optional(v.object({ id: v.string(), settings: v.record(v.string(), double) })),
  noise: v.optional(v.object({ sigma: double, seed: double }))
})
/** Absent, or a null in it: ends no run. */
const stop = v.optional(
  v.object({
    gradient: v.nullable(double),
    step: v.nullable(double),
    target: v.nullable(double),
    evaluations: v.nullable(double)
  })
)

/**
 * A plane on which the ways of runs are drawn: its coordinates as sums over the variables and f, the part of it that can
 * be seen, and of how many pixels that is.
 */
const view = v.object({
  across: v.pipe(v.array(finite), v.maxLength(limits.variables + 1)),
  up: v.pipe(v.array(finite), v.maxLength(limits.variables + 1)),
  x: interval,
  y: interval,
  columns: whole(8192),
  rows: whole(8192)
})
/** See `RunReport.steps` and `RunReport.ways`. */
const shown = { columns: whole(limits.steps + 1), views: v.pipe(v.array(view), v.maxLength(2)) }

/**
 * A grid, and how levels are chosen for it. `centred`: its samples lie in the middle of as many columns and rows, and
 * there is one more all around; otherwise the first and the last are at the ends of the ranges.
 */
const grid = {
  x: interval,
  y: interval,
  columns: whole(limits.samples),
  rows: whole(limits.samples),
  centred: v.boolean(),
  levels: v.object({ count: whole(limits.levels.most), spacing: v.picklist(levelSpacings) })
}

/** A request's body is checked against its schema; the type of its answer is attached to it. */
const ask = <Answer>() => {
  return <Body extends v.GenericSchema>(body: Body) => ({ body, answer: undefined as unknown as Answer })
}

/**
 * The one list of what the page may ask the workers. Client, router and worker derive from it.
 * `subject.variables` fixes the order of coordinates everywhere below.
 */
export const requests = {
  /** Exact derivatives in readable form. */
  analysis: ask<Analysis>()(v.object({ subject })),
  /** How ∂f/∂(the variable along) is found, to be read. */
  derivation: ask<Derivation>()(v.object({ subject, along: coordinate })),
  /**
   * f along one variable, the others held at `point`: at least `samples` of it, more where it bends or breaks. `second`:
   * with its second derivative.
   */
  curve: ask<CurveSamples>()(
    v.object({ subject, along: coordinate, point, range: interval, samples: whole(20_000), second: v.boolean() })
  ),
  /** f and its slope along one variable at several places of it, the others held at `point`. */
  tangents: ask<Tangents>()(
    v.object({ subject, along: coordinate, point, places: v.pipe(v.array(double), v.maxLength(limits.tangents)) })
  ),
  /** All that is known at one point; with the second derivatives in the plane of two variables if `axes`. */
  point: ask<PointReport>()(v.object({ subject, point, h: double, axes: v.nullable(axes) })),
  /** How wrong the difference quotients along one variable are at a point, for every step size. */
  errors: ask<DifferenceErrors>()(v.object({ subject, along: coordinate, point })),
  /** f at the doubles around a point along one variable, within 3|h| of it. */
  lens: ask<LensReport>()(v.object({ subject, along: coordinate, point, h: v.pipe(finite, v.notValue(0)) })),
  /**
   * Where the gradient in the plane of two variables is 0, the others held at `point`. Ranges either way round; nothing is
   * found in one without width.
   */
  critical: ask<CriticalReport>()(v.object({ subject, axes, point, x: interval, y: interval })),
  /** Where f′, `second` also f″, is 0 or not defined along one variable, and the sign between; the others held at `point`. */
  signs: ask<SignTable>()(v.object({ subject, along: coordinate, point, range: interval, second: v.boolean() })),
  /** f on a grid over two variables, the others held at `point`; with ∇f in those two if wanted. */
  grid: ask<GridSamples>()(v.object({ subject, axes, point, ...grid, gradient: v.boolean() })),
  /** Runs of optimisers from their starts, with all that charts of so many columns and the views show of them. */
  runs: ask<RunsReport>()(
    v.object({
      subject,
      gradient,
      steps: whole(limits.steps),
      stop,
      runs: v.pipe(v.array(run), v.maxLength(limits.runs)),
      ...shown
    })
  ),
  /** How one run went. It is run again, and where that tells nothing yet, on for a while: hence a question of its own. */
  verdict: ask<Verdict>()(v.object({ subject, gradient, steps: whole(limits.steps), stop, run })),
  /** What becomes of one run with each learning rate that its slider offers, its own left out of account. */
  rates: ask<RatesReport>()(v.object({ subject, gradient, steps: whole(limits.steps), stop, run })),
  /** One step of one run, opened: what each line of the rule read and made. `step` counts from 1. */
  step: ask<StepReport>()(v.object({ subject, gradient, run, step: whole(limits.steps) })),
  /** Points of one run, every one of them: as many as there are from step `from` on, at most `count`. */
  rows: ask<RunRows>()(
    v.object({
      subject,
      gradient,
      steps: whole(limits.steps),
      stop,
      run,
      from: whole(limits.steps),
      count: whole(limits.steps + 1)
    })
  ),
  /** The same run from many starts. */
  crowd: ask<CrowdReport>()(
    v.object({
      subject,
      gradient,
      steps: whole(limits.steps),
      stop,
      run,
      starts: v.pipe(v.array(point), v.maxLength(limits.crowd)),
      ...shown
    })
  ),
  /** The lowest point that the best general method finds from many starts within the ranges (one a variable) and from `start`. */
  minimum: ask<MinimumReport>()(
    v.object({ subject, start: point, ranges: v.pipe(v.array(interval), v.maxLength(limits.variables)) })
  ),
  /** For each run the learning rate with which it gets lowest, all from one start and with the same number of evaluations. */
  comparison: ask<ComparisonReport>()(
    v.object({
      subject,
      gradient,
      start: point,
      budget: whole(limits.evaluations),
      runs: v.pipe(v.array(run), v.maxLength(limits.runs))
    })
  ),
  /** f over the plane through `origin` along two directions (of length 1): at origin + x·across + y·up. */
  plane: ask<GridSamples>()(v.object({ subject, origin: point, across: point, up: point, ...grid }))
}

export type RequestName = keyof typeof requests
export type Body<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['body']>
export type Answer<Name extends RequestName> = (typeof requests)[Name]['answer']
export type Subject = v.InferOutput<typeof subject>
export type View = v.InferOutput<typeof view>
export type RunRequest = v.InferOutput<typeof run>

/** What travels to the main process. The newest request in a slot wins and cancels the older. */
export interface Question<Name extends RequestName = RequestName> {
  readonly name: Name
  readonly slot: string
  readonly body: Body<Name>
}

/** What comes back: an answer, a problem to be worded, or the news that a newer question took the slot. */
export type Reply<Name extends RequestName = RequestName> =
  | { readonly kind: 'answer'; readonly answer: Answer<Name> }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'superseded' }

export interface Analysis {
  /** TeX of ∂f/∂v for each variable, simplified to be read; null where it would be too long to read. */
  readonly derivatives: readonly (string | null)[]
  /** The same as formulas, to be evaluated or set with numbers in them. */
  readonly formulas: readonly (string | null)[]
  /** TeX of where each is not the derivative: f has none there, as |x| at 0, or no value. Null where there is no such place. */
  readonly gaps: readonly (string | null)[]
  /** All derivatives are null because f, or they, were nowhere found to be a number, as for x/0. */
  readonly nowhere?: true
}

/** Each list null where it would be too long to read, or where there is none. */
export interface Derivation {
  /** From ∂f/∂v to the derivative as the panel shows it, one rule a line, each line worth the same. */
  readonly rules: readonly DerivationLine[] | null
  /** The same from the difference quotient and its limit: only for polynomials of a low degree. */
  readonly limit: readonly DerivationLine[] | null
  /** TeX of the derivative exactly as it is computed, nothing tidied. */
  readonly computed: string | null
}

export interface DerivationLine {
  /** What made this line of the one before. */
  readonly rule: DerivationRule
  /** The rule as a formula, e.g. `(\\sin u)' = \\cos u \\cdot u'`; empty where its name says all. */
  readonly law: string
  /** TeX of what is equal to the line before; the first line is `\\frac{d}{dx}(…)` with the function put in. */
  readonly tex: string
}

/** Names of rules, in the words of the page: `derivation.rules`. A closed list. */
export type DerivationRule =
  | 'begin'
  | 'sum'
  | 'constant'
  | 'constant-factor'
  | 'variable'
  | 'power'
  | 'product'
  | 'quotient'
  | 'chain'
  | 'exponential'
  | 'general-power'
  | 'function'
  | 'several-arguments'
  | 'pieces'
  | 'tidy'
  | 'identity'
  | 'quotient-begin'
  | 'expand'
  | 'collect'
  | 'factor'
  | 'reduce'
  | 'cancel'
  | 'divide'
  | 'limit'

export interface CurveSamples {
  /** Ascending. */
  readonly x: Float64Array
  readonly values: Float64Array
  /** Exact ∂f/∂(the variable along). */
  readonly slopes: Float64Array
  /** Exact second derivatives along it; empty unless asked for. */
  readonly seconds: Float64Array
  /** Ascending: where no line may be drawn from one sample to the next. */
  readonly breaks: readonly Break[]
  /** Ascending: where it may be for f and f′, but not for f″; empty unless that is asked for. */
  readonly bends: readonly Bend[]
  /** There are more breaks than can be shown, or looked for at any reasonable cost: none is told. */
  readonly tooMany: boolean
}

/** A place where only the second derivative is interrupted, with its limits from both sides, ±∞ where it has none. */
export interface Bend {
  /** As of a break. */
  readonly after: number
  readonly at: number
  readonly left: number
  readonly right: number
}

/** A place where the curve, or only its derivative, is interrupted. */
export interface Break {
  /** It lies between this sample and the next: x[after] ≤ at ≤ x[after + 1]. */
  readonly after: number
  readonly at: number
  /**
   * `jump`: both limits are finite and differ; `pole`: one of them is infinite; `edge`: f is defined on one side only;
   * `hole`: the limits are equal, or unknown, and f(at) is not what they are; `corner`: f goes on, its derivative does
   * not, or is vertical – the only kind at which the curve itself is drawn through.
   */
  readonly kind: 'jump' | 'pole' | 'edge' | 'hole' | 'corner'
  /** f(at): NaN where f is not defined. */
  readonly value: number
  /** The limits of f from the left and from the right: ±∞ at a pole, NaN where f is not defined or settles on nothing. */
  readonly left: number
  readonly right: number
  /** The limits of its derivative, likewise. */
  readonly slopeLeft: number
  readonly slopeRight: number
}

/** The sign table of f′, and of f″ if it was asked for: in this order wherever there is a list of them. */
export interface SignTable {
  /** Ascending: gaps and the places between them in turn. It begins or ends with a place only if the range does. */
  readonly columns: readonly SignColumn[]
  readonly derivatives: readonly SignDerivative[]
  /** There are more places than a table can have: no column is told. */
  readonly tooMany: boolean
}

/** `0`: it is 0, in a gap all along; `/`: it is not defined; `?`: not told. */
export type Sign = '+' | '-' | '0' | '/' | '?'

export interface SignDerivative {
  /** It as a formula of the one variable, the others put in; null where that would be too long to read. */
  readonly tex: string | null
  /** The same as a product, if that is another form of it. */
  readonly factored: string | null
}

export type SignColumn = SignGap | SignPlace

export interface SignGap {
  readonly kind: 'gap'
  readonly from: number
  readonly to: number
  readonly signs: readonly Sign[]
  /** A round number in it, and the derivatives there. */
  readonly trial: number
  readonly slopes: readonly number[]
}

/** Where a derivative is 0, or is not told, or f or a derivative breaks. */
export interface SignPlace {
  readonly kind: 'place'
  readonly at: number
  /** The place in closed form, proved; null where it is only known as a number. */
  readonly exact: Form | null
  /** What interrupts f or f′ there. */
  readonly broken: Break['kind'] | null
  readonly signs: readonly Sign[]
  /** f there: NaN where it is not defined. */
  readonly value: number
  readonly exactValue: Form | null
  /** Null: neither, or not told. */
  readonly extremum: 'maximum' | 'minimum' | null
  /** Only told with f″. */
  readonly inflection: boolean
}

/** A number in closed form, to be set and to be written as plain text. */
export interface Form {
  readonly tex: string
  readonly text: string
}

/** In the order of the places asked for. */
export interface Tangents {
  readonly values: Float64Array
  /** Exact. */
  readonly slopes: Float64Array
}

/** f around a point a along one variable; places are x − a, values f(x) − f(a), each as the doubles subtract. */
export interface LensReport {
  /** How many doubles there are within 3|h| of a. */
  readonly inSight: number
  /** Every one of them, ascending, NaN where f, or f(a), has no value; null where they are too many … */
  readonly doubles: { readonly x: Float64Array; readonly values: Float64Array } | null
  /** … and only then f as a curve. */
  readonly curve: CurveSamples | null
  /** At a − h and at a + h. */
  readonly before: LensEnd
  readonly after: LensEnd
}

interface LensEnd {
  readonly x: number
  readonly value: number
}

/** Errors of difference quotients at a point against the exact derivative there. */
export interface DifferenceErrors {
  /** Step sizes, ascending, evenly spaced in their logarithm. */
  readonly steps: Float64Array
  /** The coordinate a: a step size with a + h = a is lost in it. */
  readonly at: number
  /** The exact derivative; NaN where there is none, and with it all the rest. */
  readonly exact: number
  /** Per scheme: |quotient − exact| for each step size; NaN where f has no value at one of the two places. */
  readonly errors: Readonly<Record<Scheme, Float64Array>>
  /** Per scheme: what the quotient leaves out, about factor · h^order; the factor is 0 where it leaves out nothing, NaN where it is unknown. */
  readonly truncation: Readonly<Record<Scheme, { readonly factor: number; readonly order: number }>>
  /** What rounding makes of it: at most about this / h. */
  readonly rounding: number
  /** Per scheme: the step size with the least error, lucky single hits left out; NaN without any. */
  readonly best: Readonly<Record<Scheme, number>>
}

/** Second derivatives in a plane: of one variable, if both axes are the same. */
export interface Curvature {
  /** ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y². */
  readonly hessian: readonly [number, number, number]
  /** Curvatures along the principal directions (of length 1), the smaller first; null where a second derivative is not finite. */
  readonly principal: readonly { readonly value: number; readonly direction: readonly [number, number] }[] | null
}

export interface CriticalReport {
  /** Those found in the ranges, lowest value first. What is much smaller than the ranges may be missed. */
  readonly points: readonly CriticalPoint[]
  /** They are not single points: whole lines or areas are level, of which `points` are examples. */
  readonly connected: boolean
  /** More were found; these are the ones of them nearest the middle of the ranges. */
  readonly more?: true
}

export interface CriticalPoint {
  readonly x: number
  readonly y: number
  readonly value: number
  /** `level`: neither up nor down anywhere near, as far as can be told. */
  readonly kind: 'minimum' | 'maximum' | 'saddle' | 'level'
  /** The Hessian matrix alone decides it; otherwise f was looked at around the point. */
  readonly decided: boolean
  /** f has no gradient there, but 0 is an average of those around. */
  readonly corner?: true
}

export interface PointReport {
  readonly value: number
  /** Exact. */
  readonly gradient: readonly number[]
  /** Per scheme: a quotient for each variable, or why there is none (h is 0, a + h rounds to a …). */
  readonly differences: Readonly<Record<Scheme, { readonly values: readonly number[] } | { readonly problem: Problem }>>
  /** Per variable: null where f is differentiable along it, or not defined. */
  readonly kinks: readonly (Kink | null)[]
  /** Null unless asked for. */
  readonly curvature: Curvature | null
}

/** A place where what is called the derivative along a variable is a convention, or where there is none. */
export interface Kink {
  /** The derivative just before and just after: NaN where f is not defined there, ±∞ where it is vertical. */
  readonly left: number
  readonly right: number
  /** f itself jumps here. */
  readonly jumps: boolean
  /** On a side where f is defined its derivative could not be determined, as that of x·sin(1/x) at 0: it is NaN too. */
  readonly unsettled?: true
}

/** f on a grid over a plane, and its contour lines there. */
export interface GridSamples {
  readonly columns: number
  readonly rows: number
  /** From the first column to the last, and from the first row to the last. */
  readonly x: Interval
  readonly y: Interval
  /** Row by row: values[row * columns + column], x with the column, y with the row, both ascending. */
  readonly values: Float64Array
  /** ∂f/∂x and ∂f/∂y in the same order; empty unless asked for. */
  readonly slopesX: Float64Array
  readonly slopesY: Float64Array
  readonly cuts: Cuts
  readonly levels: Levels
  /** Whether f goes up and down between the samples, so that a picture of them is none of f. */
  readonly tooFine: boolean
  /** Of each level the lines on which f is equal to it: alternating x and y; a closed one ends where it begins. */
  readonly lines: readonly (readonly Float64Array[])[]
}

/** Where f jumps, ends or is infinite between neighbours of a grid. */
export interface Cuts {
  /** Ascending: 2n is the edge from sample n to its right neighbour, 2n + 1 that to the one above. */
  readonly edges: Int32Array
  /** As a share of the way from n. */
  readonly at: Float64Array
  /** f just before and just after: NaN where it is not defined, infinite at a pole. */
  readonly before: Float64Array
  readonly after: Float64Array
}

/** Each run on its own: one with a bad setting does not spoil the others. `setting` names the field at fault. */
export type RunsReport = readonly (RunReport | { readonly problem: Problem; readonly setting: string | null })[]

export interface RunReport {
  /** Steps taken: the last point belongs to this step. */
  readonly taken: number
  /**
   * Which steps the points below belong to: ascending, the first 0, the last `taken`. All of them, or of more than there are
   * columns those that a chart over the steps shows – of each column the first, the last, and where f and each coordinate
   * are least and greatest – and those of the ways below.
   */
  readonly steps: Int32Array
  /** points[i * dimension + coordinate]. */
  readonly points: Float64Array
  readonly values: Float64Array
  /** ‖∇f‖ as the run saw it (by its own gradient source). */
  readonly norms: Float64Array
  /** Cumulative, spent to arrive at each point: gradients; and evaluations of f, ∇f and Hessians (n each) together. */
  readonly gradients: Int32Array
  readonly evaluations: Int32Array
  /** For each view the way over it; none if all steps are there. */
  readonly ways: readonly Way[]
  /** The covariance of all points of the run, row by row, if not all are here and there are more than two variables. */
  readonly moments: Float64Array | null
  readonly stop: StopReason
  readonly notes: readonly Problem[]
}

/**
 * The way of a run over a view: which of its points a line has to go through, so that none of the others is farther than
 * an eighth of a pixel from it; or, where it fills an area, the pixels it covers.
 */
export type Way = { readonly view: View; readonly kept: Int32Array } | Covered

/** Pixels of a view, from its lower left one row by row, ordered by the step at which the way first came to them. */
export interface Covered {
  readonly view: View
  readonly cells: Int32Array
  readonly since: Int32Array
}

/** Why a run stopped: a closed list. */
export type StopReason =
  | 'steps'
  | 'small-gradient'
  | 'small-step'
  | 'target'
  | 'diverged'
  | 'left-domain'
  | 'line-search'
  | 'evaluations'
  | 'cancelled'

/**
 * How a run went: a closed list. What is said of the future is a theorem, or was seen when the run was followed on, for
 * twenty times as long or as far as is affordable.
 * - start: no step was taken.
 * - minimum: from `step` on it stays at the minimum `at`.
 * - near: from `step` on, until step `until` at least, it stays within `size` of the minimum `at`, but its rule does not
 *   settle there for good.
 * - rest: from `step` on it stays at a place `of` another kind: a saddle (with one variable an inflection), a maximum; where
 *   f is level; where a difference quotient is 0 and, h being large, the slope is not (`shifted`); where f jumps down beside
 *   it (`jump`).
 * - circling: until step `until` it stays within `size` of `at` and does not settle; with a `period` it goes through so many
 *   points for ever.
 * - growing: it goes farther and farther while f rises: `factor` times with each step; or it is out of bounds at step
 *   `until`. For gradient descent on a quadratic it converges with rates below `bound` = 2 / `curvature`.
 * - diverged: at `step` it left all bounds.
 * - unbounded: f falls for ever the way it went, or without bound towards `at`.
 * - left-domain: f, or ∇f, is not defined at step `step`.
 * - edge: it stands still where f ends, with a slope, at `at`.
 * - kink: a search found nothing lower at a kink, `at`.
 * - stuck: a search found nothing lower.
 * - unmoved: from `step` on it does not move, or f does not change, though there is a slope.
 * - slow: it gets lower, but was not there yet at step `until`.
 * - descending: it is not there yet; from step `settles` on it would be, or from its end until step `until` it stays within
 *   `size` of `at` and does not settle.
 * - unjudged: the user ended the judging; or there is nothing to tell but that until step `until` it stays within `size`
 *   of `at`.
 */
export type Verdict = {
  readonly kind:
    | 'start'
    | 'minimum'
    | 'near'
    | 'rest'
    | 'circling'
    | 'growing'
    | 'diverged'
    | 'unbounded'
    | 'left-domain'
    | 'edge'
    | 'kink'
    | 'stuck'
    | 'unmoved'
    | 'slow'
    | 'descending'
    | 'unjudged'
  /** Which step is told; where none is, the last one. */
  readonly step: number
  /** To be read: 0 instead of what is only left of a coordinate on its way there. */
  readonly at?: readonly number[]
  readonly of?: 'saddle' | 'maximum' | 'level' | 'shifted' | 'jump'
  readonly size?: number
  readonly until?: number
  readonly settles?: number
  readonly period?: number
  readonly factor?: number
  readonly curvature?: number
  readonly bound?: number
  /** Why: noise in the gradient; a search that gave up though f is lower downhill; a schedule's rate that is 0; 0/0 without an ε; values too large for a double. */
  readonly cause?: 'noise' | 'missed' | 'schedule' | 'epsilon' | 'overflow'
  readonly suggestion: Suggestion | null
}

/**
 * What became of a run, for many at once: it settles at a minimum; it gets lower, but is not there within its steps; it does
 * not settle; it goes away, or out of the domain of f; none of these, as at a saddle point, or not told.
 */
export const fates = ['settles', 'descends', 'oscillates', 'leaves', 'other'] as const
export type Fate = (typeof fates)[number]

export interface RatesReport {
  /** Ascending: each the middle of one of as many parts of the slider, equal on its logarithmic scale, to two digits. None without a rate. */
  readonly rates: readonly number[]
  /** In the order of the rates. */
  readonly fates: readonly Fate[]
  /**
   * With a rate below this the rule settles at the minimum that it came to, above it does not: a theorem. Null where none
   * holds – the rate changes, there is noise, f is not smooth there, several minima were come to – and beyond the slider.
   */
  readonly limit: number | null
}

/** One change to a run with which it comes to a minimum, or at least does not diverge: it was run, and judged, before it is said. */
export type Suggestion = Remedy & {
  /** It does not settle, but f is never higher than at the start, and lower in the end. */
  readonly unsettled?: true
  /** After how many steps it has settled. */
  readonly steps: number
  /** It was run with so many: the run's own number, or more if these are not enough. */
  readonly room: number
  readonly enough: boolean
}

export type Remedy =
  | { readonly change: 'lr' | 'momentum' | 'eps'; readonly value: number }
  /** The same run, only longer. */
  | { readonly change: 'steps' }
  | { readonly change: 'start'; readonly start: readonly number[] }

/** Steps `from`, from + 1 … of a run, as the run made them; none beyond its end. Shapes as of a RunReport. */
export interface RunRows extends Pick<RunReport, 'points' | 'values' | 'norms' | 'gradients' | 'evaluations'> {
  readonly from: number
}

export interface CrowdReport {
  /** In the order of the starts; a problem where f is not defined there. */
  readonly paths: readonly (
    | (Pick<RunReport, 'taken' | 'steps' | 'points' | 'values' | 'ways' | 'stop'> & {
        readonly end: number
        /** It did not come to rest, and its verdict is noisy or drifting: noise keeps it from that. */
        readonly wanders: boolean
      })
    | { readonly problem: Problem }
  )[]
  /** Where they came to rest, most visited first; `end` of a path is an index into it, −1 where it did not come to rest. */
  readonly ends: readonly {
    /** To be read, as `at` of a verdict. */
    readonly point: readonly number[]
    readonly value: number
    readonly count: number
    readonly kind: CriticalPoint['kind']
  }[]
}

export interface MinimumReport {
  /** Null: from none of the starts did it come to rest, as where f has no bottom; `value` is then the lowest f met. */
  readonly point: readonly number[] | null
  readonly value: number
  /** ‖∇f‖ there; NaN where f has no gradient, as at a corner. */
  readonly norm: number
  /** Eigenvalues of the Hessian there, ascending; null where it is not finite, or there is none. */
  readonly eigenvalues: readonly number[] | null
  readonly kind: CriticalPoint['kind'] | null
  /** How many starts there were, and how many of them ended at this point. */
  readonly starts: number
  readonly agreeing: number
  /** Evaluations spent. */
  readonly evaluations: number
  /**
   * Other local minima that were found, lowest first, at most 20. `asLow`: f is the same there as at `point`, but for
   * rounding.
   */
  readonly others: readonly { readonly point: readonly number[]; readonly value: number; readonly asLow?: true }[]
  /** `point` is one of a line or an area of points that are equally low. */
  readonly stretch?: true
  /** The bounds of the ranges that `point` lies on, and what f does beyond: it falls on, is not defined, or neither. */
  readonly edges: readonly { readonly along: number; readonly beyond: 'falls' | 'undefined' | 'rises' }[]
  /** f falls below every bound within the ranges, as far as it was followed. */
  readonly unbounded: boolean
  /** Outside of the ranges f falls below every bound, as far as it was followed, or is lower than at `point`; null: not seen. */
  readonly outside: 'bottomless' | 'lower' | null
}

/** In the order of the runs. */
export type ComparisonReport = readonly (ComparedRun | UncomparedRun)[]

export interface StepReport {
  readonly step: number
  readonly before: { readonly point: readonly number[]; readonly value: number; readonly gradient: readonly number[] }
  readonly after: { readonly point: readonly number[]; readonly value: number; readonly gradient: readonly number[] }
  /** In the order of the rule. `operands`: what every name the line reads was worth, per coordinate. */
  readonly lines: readonly {
    readonly target: string
    readonly operands: Readonly<Record<string, readonly number[]>>
    readonly result: readonly number[]
  }[]
  /** The memory after the step, per coordinate; empty for an algorithm. */
  readonly memory: Readonly<Record<string, readonly number[]>>
  /** The learning rate of this step, by the schedule; null where the method has none. */
  readonly lr: number | null
  /** What was added to the gradient, per coordinate; null without noise. `before.gradient` has it in it. */
  readonly noise: readonly number[] | null
  /** How a method with code of its own found its step; null for one with a rule, whose `lines` tell. */
  readonly algorithm: AlgorithmStep | null
}

/** A number, a vector or a matrix (rows). */
export type Quantity = number | readonly number[] | readonly (readonly number[])[]

export interface AlgorithmStep {
  /** Which lines of the method's row happened, in order, with what their names were worth. */
  readonly lines: readonly { readonly id: string; readonly values: Readonly<Record<string, Quantity>> }[]
  /** The memory after the step: H of BFGS, the radius of a trust region … */
  readonly memory: Readonly<Record<string, Quantity>>
  /** Points where f was tried, in order: along a line, of a trust region, of a simplex. */
  readonly trials: readonly Trial[]
  /** Nelder–Mead: corners before and after, the best first. Others: null. */
  readonly simplex: {
    readonly before: readonly (readonly number[])[]
    readonly after: readonly (readonly number[])[]
  } | null
  /** Trust region: its radius during this step. Others: null. */
  readonly radius: number | null
}

export interface Trial {
  readonly point: readonly number[]
  readonly value: number
  /** α along the search direction, or NaN where there is no line. */
  readonly length: number
  /** The slope of f along the direction, where it was asked for; otherwise NaN. */
  readonly slope: number
  /** Why it was taken or not; a closed list. */
  readonly outcome: 'accepted' | 'too-high' | 'too-steep' | 'undefined' | 'rejected' | 'first-corner'
}
