import { stepLookedAt, withPoint, withStepLookedAt, withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import type { PointReport } from '@shared/protocol'
import { type Accessor, createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import type { Ask } from '../answers/answer'
import { CurveControls, PinnedTangents } from '../cards/CurveControls'
import { faultOf } from '../cards/fault'
import { withoutRanges, withRanges } from '../cards/hold'
import { nowhereSentence } from '../cards/nowhere'
import { PlotCard } from '../cards/PlotCard'
import { placed, placedRange, rangeAround } from '../cards/placed'
import { axesOf, createPointer } from '../cards/pointer'
import { steady, steadyBracket } from '../cards/steady'
import { isTooFine } from '../cards/too-fine'
import { Terms } from '../controls/Term'
import type { CurveData } from '../figure'
import {
  atPoint,
  errorsFigure,
  lensFigure,
  lineData,
  lineFigures,
  secondTitle,
  slopeTitle
} from '../figures/differentiate'
import { withOccasion } from '../figures/know'
import { createKnowledge, type Knowledge } from '../figures/knowledge'
import { secondName } from '../figures/names'
import { typedRange } from '../figures/occasion'
import { onCurve } from '../figures/signs'
import type { DocumentFile } from '../file/document-file'
import { Bench } from '../frame/Bench'
import { type Lab, useLab } from '../lab/lab'
import type { PlotEvents } from '../plots/chart'
import { curveRange } from '../plots/curve'
import { NumbersCard } from '../point/NumbersCard'
import { Coordinate, StepControls } from '../point/point-controls'
import { Quotient } from '../point/Quotient'
import { heldStep, type StepGrab, stepOnAxis } from '../point/step-size'
import { usualSentence } from '../point/usual-step'
import { PointSlopes } from '../presentation/PointSlopes'
import { SignCard } from '../signs/SignCard'
import { SignReasoning } from '../signs/SignReasoning'
import { createSigns, signsToggled } from '../signs/signs'
import { derivationTab } from './derivation-tab'
import { noteTab } from './note-tab'

/**
 * f with a point that can be dragged, its tangent and a secant whose step size can be; f′ and f″ below over the same
 * axis; beside them the numbers, and how wrong the difference quotients are for every step size.
 */
export function Differentiate(props: { ask: Ask; file: DocumentFile }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const tabs = () => lab.words().frame.tabs
  const along = createMemo(() => lab.experiment().view.axes[0])
  const range = createMemo(() => typedRange(lab.experiment(), along()))
  const knowledge = createKnowledge(props.ask)
  const line = knowledge.made(lab.occasion, withOccasion(lineData))
  const point = knowledge.made(lab.occasion, atPoint)
  const events = createEvents(lab, along, range)
  const signs = createSigns(lab, knowledge)
  const data = steady(lab, () => line().value?.data ?? null)
  const bracketed = steadyBracket(data, events.isHeld)
  /** With the column of the sign table that is looked at. */
  const figures = (data: CurveData | null) => {
    const { column } = signs.stale() ? {} : onCurve(signs.data())
    const of = line().value?.occasion
    return of && data && lineFigures(of, column ? { ...data, column } : data)
  }
  const below = () => figures(data())
  const tooFine = createMemo(() => {
    const samples = data()?.samples
    return samples !== undefined && isTooFine(samples)
  })
  const stale = () => line().problem !== undefined
  // Whoever asks for the table reads how it is found.
  createEffect(
    on(
      () => lab.experiment().view.signs !== undefined,
      (isOn) => isOn && lab.inspect('signs'),
      { defer: true }
    )
  )
  const onLine = axesOf(
    () => [along(), along()],
    () => lab.experiment().point
  )
  const { pointed, point: pointAt } = createPointer(lab, props.ask, onLine, false)
  const title = () => slopeTitle(lab.experiment(), along(), lab.words())
  const titleBelow = () => secondTitle(lab.experiment(), along(), lab.words())
  let pinButton: HTMLButtonElement | undefined
  let dock!: HTMLDivElement
  const move = (at: number) => movePoint(lab, along(), at)
  const errors = () => <Errors knowledge={knowledge} events={events.errors} />
  return (
    <Bench
      tab="differentiate"
      usual={{ right: 0.335, rightOfLarge: 0.46, top: 0.5 }}
      hero={
        <>
          <PlotCard
            class="highest"
            title={words().plots.curve}
            stale={stale()}
            instead={nowhereSentence(data()?.samples.values, words().plots)}
            figure={figures(bracketed())?.curve ?? null}
            pointed={pointed()}
            events={{ ...events.curve, point: pointAt }}
            controls={
              <CurveControls
                along={along()}
                shown={shownRange(data())}
                hasTangent={isSmooth(point().value?.report, along())}
                pinButton={(button) => {
                  pinButton = button
                }}
              />
            }
            strip={
              <>
                <PinnedTangents
                  along={along()}
                  drawn={data()?.pinned.map(({ at }) => at) ?? []}
                  onEmpty={() => pinButton?.focus()}
                />
                <Show when={tooFine()}>
                  <p class="strip soft">{words().differentiate.tooFine}</p>
                </Show>
                <PointOutside
                  along={along()}
                  range={range()}
                  onShown={() => dock.querySelector<HTMLElement>('input[type="text"]')?.focus()}
                />
              </>
            }
          />
          <PlotCard
            title={title()}
            stale={stale()}
            figure={below()?.slope ?? null}
            pointed={pointed()}
            events={{ ...events.below, point: pointAt }}
            controls={
              <span class="controls">
                <SecondCheck along={along()} />
                <SignsCheck />
              </span>
            }
          />
          <Show when={lab.experiment().view.second}>
            <PlotCard
              title={titleBelow()}
              stale={stale()}
              figure={below()?.second ?? null}
              pointed={pointed()}
              events={{ ...events.below, point: pointAt }}
            />
          </Show>
          <Show when={lab.experiment().view.signs}>
            <SignCard
              signs={signs}
              onChoose={(column) => movePoint(lab, along(), column.kind === 'gap' ? column.trial : column.at)}
            />
          </Show>
        </>
      }
      inspector={[
        {
          id: 'numbers',
          label: tabs().numbers,
          content: () => (
            <div class="numbers-pane">
              <NumbersCard
                point={point().value}
                breaks={data()?.samples.breaks ?? []}
                fault={faultOf(lab, point().problem)}
              />
              {errors()}
            </div>
          )
        },
        { id: 'errors', label: tabs().errors, content: errors },
        { id: 'lens', label: words().differentiate.lens, content: () => <Lens knowledge={knowledge} /> },
        ...(lab.experiment().view.signs
          ? [{ id: 'signs', label: lab.words().signs.title, content: () => <SignReasoning signs={signs} /> }]
          : []),
        derivationTab(lab, props.ask),
        noteTab(lab, props.file)
      ]}
      subtitle={() => (
        <Show when={point().value}>
          {(found) => (
            <PointSlopes seen={found().experiment} report={found().report} axes={[along()]}>
              <Quotient seen={found().experiment} report={found().report} along={along()} isNumeric />
            </PointSlopes>
          )}
        </Show>
      )}
      dock={() => (
        <div class="dock-controls" ref={dock}>
          <Coordinate axis={along()} label={words().differentiate.at} range={range()} onMove={move} />
          <StepControls />
        </div>
      )}
    />
  )
}

/** How wrong the quotients are, with what that says of the usual step size. */
function Errors(props: { knowledge: Knowledge; events: PlotEvents }) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const errors = props.knowledge.made(lab.occasion, errorsFigure)
  const said = () => {
    const figure = errors().value
    return figure && usualSentence(figure.data.errors, lab.words())
  }
  return (
    <PlotCard
      isBare
      title={words().errors}
      heading={
        <span>
          <Terms text={words().errors} />
        </span>
      }
      stale={errors().problem !== undefined || lab.refused('h') !== null}
      figure={errors().value ?? null}
      events={props.events}
      strip={
        <Show when={said()}>
          {(sentence) => (
            <p class="strip soft">
              <Terms text={sentence()} />
            </p>
          )}
        </Show>
      }
    />
  )
}

/** f within a few h of the point; for a small h in the steps that rounding makes of it. */
function Lens(props: { knowledge: Knowledge }) {
  const lab = useLab()
  const lens = props.knowledge.made(lab.occasion, lensFigure)
  return (
    <PlotCard
      isBare
      title={lab.words().lab.differentiate.lens}
      stale={lens().problem !== undefined || lab.refused('h') !== null}
      instead={lens().value === null ? lab.words().lab.differentiate.lensEmpty : null}
      figure={lens().value ?? null}
      strip={<Show when={lens().value?.aside}>{(said) => <p class="strip soft">{said()}</p>}</Show>}
    />
  )
}

/** Whether f has a tangent at the point that can stay: not one that is vertical. */
function isSmooth(found: PointReport | undefined, along: number): boolean {
  if (!found || found.kinks[along]) return false
  return [found.value, found.gradient[along] ?? Number.NaN].every(Number.isFinite)
}

const shownRange = (data: CurveData | null): Interval => (data ? curveRange(data) : { min: -10, max: 10 })

/** Says that the point is not in the picture, and offers to go there, where the focus then is on the field of the point. */
function PointOutside(props: { along: number; range: Interval; onShown: () => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const at = () => lab.experiment().point[props.along] ?? 0
  const show = () => {
    lab.change((experiment) => withRanges(experiment, [props.along], [rangeAround(at(), props.range)]), 'ranges')
    props.onShown()
  }
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
function SecondCheck(props: { along: number }) {
  const lab = useLab()
  return (
    <label class="check" title={secondTitle(lab.experiment(), props.along, lab.words())}>
      <input
        type="checkbox"
        checked={lab.experiment().view.second}
        onChange={(event) => {
          const second = event.currentTarget.checked
          lab.look((view) => ({ ...view, second }))
        }}
      />
      {lab.words().lab.differentiate.showSecond({ name: secondName(lab.experiment(), props.along) })}
    </label>
  )
}

/** The sign table below, or not. */
function SignsCheck() {
  const lab = useLab()
  return (
    <label class="check" title={lab.words().signs.showHint}>
      <input
        type="checkbox"
        checked={lab.experiment().view.signs !== undefined}
        onChange={(event) => lab.look(signsToggled(event.currentTarget.checked))}
      />
      {lab.words().signs.show}
    </label>
  )
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
): {
  readonly curve: PlotEvents
  readonly below: PlotEvents
  readonly errors: PlotEvents
  /** Something of the curve is being dragged. */
  readonly isHeld: Accessor<boolean>
} {
  const [isHeld, hold] = createSignal(false)
  const widen = (experiment: Experiment, x: Interval) => withRanges(experiment, [along()], [placedRange(x)])
  const moveTo = (x: number) => movePoint(lab, along(), placed(x, range()))
  const setStep = (h: number) => lab.change((experiment) => withStepLookedAt(experiment, h), 'h')
  /** The chart of errors is about |h|: its sign stays. */
  const setSize = (exponent: number) => {
    const sign = stepLookedAt(lab.experiment()) < 0 ? -1 : 1
    setStep(sign * stepOnAxis(exponent))
  }
  let grab: StepGrab | null = null
  const reachTo = (x: number) => {
    const { point } = lab.experiment()
    const before = stepLookedAt(lab.experiment())
    const at = x - (point[along()] ?? 0)
    grab ??= { h: before, from: at }
    const h = heldStep(grab, at, range())
    if (h !== before) setStep(h)
  }
  const curve: PlotEvents = {
    drag: (handle, x, _, done) => {
      hold(!done)
      if (handle === 'h') reachTo(x)
      else moveTo(x)
      if (done) grab = null
    },
    place: moveTo,
    view: (x, values) =>
      lab.change((experiment) => withView(widen(experiment, x), { values: placedRange(values) }), 'ranges'),
    reset: () => lab.change((experiment) => withView(withoutRanges(experiment), { values: null }))
  }
  return {
    isHeld,
    curve,
    // The ranges of the derivatives are not the curve's: only the shared axis can be taken hold of below it.
    below: { ...curve, view: (x) => lab.change((experiment) => widen(experiment, x), 'ranges') },
    errors: { drag: (_, exponent) => setSize(exponent), place: setSize }
  }
}
