import { withGradient, withPoint, withView } from '@shared/experiment/edit'
import type { Experiment, Interval } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import { sentence } from '@shared/problem'
import { type Accessor, createMemo, Show } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { secondTitle, slopeTitle } from '../figures/gather'
import { pinnedPlaces, pinnedPoints, pointCurve, pointErrors } from '../figures/point'
import { type Lab, useLab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import { curveRange } from '../plots/curve'
import type { CurveData, CurvePoint, ErrorsData } from '../plots/figure'
import { curveQuestion, errorsQuestion, pointQuestion, tangentsQuestion } from '../questions'
import { CurveControls, PinnedTangents } from './CurveControls'
import { withoutRanges, withRanges } from './hold'
import { NumbersCard } from './NumbersCard'
import { PlotCard } from './PlotCard'
import { placed, placedRange } from './placed'
import { steady } from './steady'
import { reachedStep, stepOnAxis } from './step-size'

/**
 * f with a point that can be dragged, its tangent and a secant whose step size can be; f′ and f″ below over the same
 * axis; beside them the numbers, and how wrong the difference quotients are for every step size.
 */
export function Differentiate(props: { ask: Ask }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const along = createMemo(() => lab.experiment().view.axes[0])
  const line = createLine(lab, props.ask, along)
  const events = createEvents(lab, along, line.range)
  const title = () => slopeTitle(lab.experiment(), along(), lab.words())
  const titleBelow = () => secondTitle(lab.experiment(), along(), lab.words())
  return (
    <div class="differentiate">
      <div class="curves" classList={{ three: lab.experiment().view.second }}>
        <PlotCard
          title={words().plots.curve}
          stale={line.stale()}
          instead={line.instead()}
          figure={figureOf('curve', lab.title(), line.data())}
          events={events.curve}
          controls={<CurveControls along={along()} shown={shownRange(line.data())} />}
          strip={
            <>
              <PinnedTangents along={along()} />
              <PointOutside along={along()} range={line.range()} />
            </>
          }
        />
        <PlotCard
          title={title()}
          stale={line.stale()}
          figure={figureOf('slope', title(), line.data())}
          events={events.below}
          controls={<SecondCheck />}
        />
        <Show when={lab.experiment().view.second}>
          <PlotCard
            title={titleBelow()}
            stale={line.stale()}
            figure={figureOf('second', titleBelow(), line.data())}
            events={events.below}
          />
        </Show>
      </div>
      <div class="beside">
        <NumbersCard
          seen={line.seen()}
          report={line.report().last?.answer}
          fault={faultOf(lab, line.report())}
          along={along()}
          onMove={(at) => movePoint(lab, along(), at)}
        />
        <PlotCard
          title={words().differentiate.errors}
          stale={line.errorsStale()}
          figure={figureOf('errors', words().differentiate.errors, line.errors())}
          events={events.errors}
        />
      </div>
    </div>
  )
}

/** As wide as `range`, or as it must be for `at` to be told from its ends, with `at` in its middle. */
function rangeAround(at: number, { min, max }: Interval): Interval {
  const half = Math.max((max - min) / 2, Math.abs(at) * 1e-6)
  return placedRange({ min: at - half, max: at + half })
}

const figureOf = <Plot extends string, Data>(plot: Plot, title: string, data: Data | null) =>
  data && { plot, title, data }

const shownRange = (data: CurveData | null): Interval => (data ? curveRange(data) : { min: -10, max: 10 })

/** Why the numbers are not of now; null where they are. */
const faultOf = (lab: Lab, { problem }: Answered<'point'>): string | null =>
  problem && !(lab.formula() instanceof FormulaError) ? sentence(problem, lab.words()) : null

/** Says that the point is not in the picture, and offers to go there. */
function PointOutside(props: { along: number; range: Interval }) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const at = () => lab.experiment().point[props.along] ?? 0
  const show = () =>
    lab.change((experiment) => withRanges(experiment, [props.along], [rangeAround(at(), props.range)]), 'ranges')
  return (
    <Show when={at() < props.range.min || at() > props.range.max}>
      <p class="strip">
        <span class="soft">{words().outside}</span>{' '}
        <button type="button" class="link" onClick={show}>
          {words().showPoint}
        </button>
      </p>
    </Show>
  )
}

/** The second derivative below, or not. */
function SecondCheck() {
  const lab = useLab()
  return (
    <label class="check" title={lab.words().lab.differentiate.second}>
      <input
        type="checkbox"
        checked={lab.experiment().view.second}
        onChange={(event) => {
          const second = event.currentTarget.checked
          lab.look((view) => ({ ...view, second }))
        }}
      />
      {lab.words().lab.differentiate.showSecond}
    </label>
  )
}

/** What is known along one variable through the point. */
interface Line {
  /** The visible part of the variable's axis. */
  readonly range: Accessor<Interval>
  readonly report: Accessor<Answered<'point'>>
  /** The document with the point and the h that the report is about. */
  readonly seen: Accessor<Experiment>
  /** The curve with all that is drawn on it; null until there are samples. */
  readonly data: Accessor<CurveData | null>
  readonly errors: Accessor<ErrorsData | null>
  readonly stale: Accessor<boolean>
  readonly errorsStale: Accessor<boolean>
  /** Said in place of the curve. */
  readonly instead: Accessor<string | null>
}

/** Keeps asking for the function along a variable, at the point and at the tangents that stay. */
function createLine(lab: Lab, ask: Ask, along: Accessor<number>): Line {
  const variable = () => lab.experiment().variables[along()]
  const range = createMemo(() => ({ min: variable()?.min ?? -5, max: variable()?.max ?? 5 }))
  const point = createMemo(() => lab.experiment().point)
  /** The curve does not change while the point moves along it. */
  const line = createMemo(() => point().map((value, axis) => (axis === along() ? 0 : value)))
  const second = createMemo(() => lab.experiment().view.second)
  const samples = createAnswer(
    ask,
    createMemo(() => curveQuestion('curve', lab.subject(), along(), line(), range(), second()))
  )
  const report = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), point(), lab.experiment().gradient.h, [along(), along()]))
  )
  const errors = createAnswer(
    ask,
    createMemo(() => errorsQuestion(lab.subject(), along(), point()))
  )
  const instead = () => {
    const values = samples().last?.answer.values
    if (!values || values.some(Number.isFinite)) return null
    const { undefinedEverywhere, infiniteEverywhere } = lab.words().lab.plots
    return values.every(Number.isNaN) ? undefinedEverywhere : infiniteEverywhere
  }
  const seen = createMemo(() => asAnswered(lab.experiment(), report()))
  const pinned = createPinned(lab, ask, along, line)
  const data = steady(lab, () => {
    const { last } = samples()
    if (!last) return null
    // Where f has no values, the card says so; the point would say it again.
    const known = instead() ? undefined : report().last?.answer
    return pointCurve(seen(), along(), last.answer, range(), known, pinned())
  })
  return {
    range,
    report,
    seen,
    data,
    errors: () => {
      const { last } = errors()
      return last ? pointErrors(lab.experiment(), last.answer) : null
    },
    stale: () => samples().problem !== undefined,
    errorsStale: () => errors().problem !== undefined,
    instead
  }
}

/** The document with the point and the step size that the newest report is about, so that all that is drawn goes together. */
function asAnswered(experiment: Experiment, { last }: Answered<'point'>): Experiment {
  const asked = last?.question.body
  if (!asked || asked.point.length !== experiment.variables.length) return experiment
  return { ...experiment, point: asked.point, gradient: { ...experiment.gradient, h: asked.h } }
}

/** The tangents that stay along a variable, as far as they are known. */
function createPinned(
  lab: Lab,
  ask: Ask,
  along: Accessor<number>,
  line: Accessor<readonly number[]>
): Accessor<readonly CurvePoint[]> {
  const places = createMemo(() => pinnedPlaces(lab.experiment(), along()), undefined, {
    equals: (a, b) => a.join() === b.join()
  })
  const answered = createAnswer(
    ask,
    createMemo(() => (places().length > 0 ? tangentsQuestion(lab.subject(), along(), line(), places()) : null))
  )
  return createMemo(() => {
    const { last } = answered()
    if (!last || last.question.body.along !== along()) return []
    return pinnedPoints(last.question.body.places, last.answer).filter(({ at }) => places().includes(at))
  })
}

const movePoint = (lab: Lab, along: number, at: number) =>
  lab.change(
    (experiment) =>
      withPoint(
        experiment,
        experiment.point.map((value, axis) => (axis === along ? at : value))
      ),
    'point'
  )

/** What the hands do: move the point, set h, take hold of the ranges and let them go. */
function createEvents(
  lab: Lab,
  along: Accessor<number>,
  range: Accessor<Interval>
): { readonly curve: PlotEvents; readonly below: PlotEvents; readonly errors: PlotEvents } {
  const hold = (experiment: Experiment, x: Interval) => withRanges(experiment, [along()], [placedRange(x)])
  const moveTo = (x: number) => movePoint(lab, along(), placed(x, range()))
  const setStep = (h: number) => lab.change((experiment) => withGradient(experiment, { h }), 'h')
  const reachTo = (x: number) => setStep(reachedStep(x, lab.experiment().point[along()] ?? 0, range()))
  const curve: PlotEvents = {
    drag: (handle, x) => (handle === 'h' ? reachTo(x) : moveTo(x)),
    place: moveTo,
    view: (x, values) =>
      lab.change((experiment) => withView(hold(experiment, x), { values: placedRange(values) }), 'ranges'),
    reset: () => lab.change((experiment) => withView(withoutRanges(experiment), { values: null }))
  }
  return {
    curve,
    // The ranges of the derivatives are not the curve's: only the shared axis can be taken hold of below it.
    below: { ...curve, view: (x) => lab.change((experiment) => hold(experiment, x), 'ranges') },
    errors: { drag: (_, exponent) => setStep(stepOnAxis(exponent)), place: (exponent) => setStep(stepOnAxis(exponent)) }
  }
}
