import { withPoint, withView } from '@shared/experiment/edit'
import type { Experiment, Interval, Scheme } from '@shared/experiment/experiment'
import { typesetName } from '@shared/language/typeset'
import { sentence } from '@shared/problem'
import type { PointReport } from '@shared/protocol'
import { type Accessor, createMemo, For, Show } from 'solid-js'
import { type Ask, createAnswer } from '../answer'
import { NumberField } from '../controls/NumberField'
import { RangeFields } from '../controls/RangeFields'
import { VariableChoice } from '../controls/VariableChoice'
import { Formula } from '../editor/Formula'
import { slopeTitle } from '../figures/gather'
import { kinkSentence, valueFault } from '../figures/kink'
import { heldAt } from '../figures/names'
import { pointCurve } from '../figures/point'
import { type Lab, useLab } from '../lab'
import { StepsButton } from '../panels/StepsButton'
import type { PlotEvents } from '../plots/chart'
import type { FlatFigure } from '../plots/figure'
import { numeral } from '../plots/numerals'
import { curveQuestion, pointQuestion } from '../questions'
import { withoutRanges, withRanges } from './hold'
import { PlotCard } from './PlotCard'
import { placed, placedRange } from './placed'
import { Quotient } from './Quotient'
import { steady } from './steady'

/** f with a point that can be dragged, its tangent and secant; f′ below over the same axis; the numbers beside. */
export function Differentiate(props: { ask: Ask }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const along = createMemo(() => lab.experiment().view.axes[0])
  const variable = () => lab.experiment().variables[along()]
  const range = createMemo(() => ({ min: variable()?.min ?? -5, max: variable()?.max ?? 5 }))
  /** The curve does not change while the point moves along it. */
  const line = createMemo(() => lab.experiment().point.map((value, axis) => (axis === along() ? 0 : value)))
  const samples = createAnswer(
    props.ask,
    createMemo(() => curveQuestion('curve', lab.subject(), along(), line(), range()))
  )
  const report = createAnswer(
    props.ask,
    createMemo(() =>
      pointQuestion(lab.subject(), lab.experiment().point, lab.experiment().gradient.h, [along(), along()])
    )
  )
  const instead = () => (samples().last?.answer.values.every(Number.isNaN) ? words().plots.undefinedEverywhere : null)
  const data = steady(lab, () => {
    const { last } = samples()
    if (!last) return null
    // Where f is defined nowhere, the card says so; the point would say it again.
    const known = instead() ? undefined : report().last?.answer
    return pointCurve(lab.experiment(), along(), last.answer, range(), known)
  })
  const figure = (plot: 'curve' | 'slope', title: string): FlatFigure | null => {
    const found = data()
    return found && { plot, title, data: found }
  }
  const events = createEvents(lab, along, range)
  const stale = () => samples().problem !== undefined
  return (
    <div class="differentiate">
      <PlotCard
        title={words().plots.curve}
        stale={stale()}
        instead={instead()}
        figure={figure('curve', lab.title())}
        events={events.curve}
        controls={
          <VariableChoice
            label={words().differentiate.slice}
            value={along()}
            onChange={(axis) => lookAlong(lab, axis)}
          />
        }
      />
      <PlotCard
        title={slopeTitle(lab.experiment(), along(), lab.words())}
        stale={stale()}
        figure={figure('slope', slopeTitle(lab.experiment(), along(), lab.words()))}
        events={events.slope}
      />
      <NumbersCard report={report().last?.answer} along={along()} onMove={(at) => movePoint(lab, along(), at)} />
    </div>
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

/** What the hands do on the curve and on f′: move the point, take hold of the ranges and let them go. */
function createEvents(
  lab: Lab,
  along: Accessor<number>,
  range: Accessor<Interval>
): { readonly curve: PlotEvents; readonly slope: PlotEvents } {
  const hold = (experiment: Experiment, x: Interval) => withRanges(experiment, [along()], [placedRange(x)])
  const moveTo = (x: number) => movePoint(lab, along(), placed(x, range()))
  const curve: PlotEvents = {
    drag: (_, x) => moveTo(x),
    place: moveTo,
    view: (x, values) =>
      lab.change((experiment) => withView(hold(experiment, x), { values: placedRange(values) }), 'ranges'),
    reset: () => lab.change((experiment) => withView(withoutRanges(experiment), { values: null }))
  }
  // The range of f′ is not the curve's: only the shared axis can be taken hold of below it.
  return { curve, slope: { ...curve, view: (x) => lab.change((experiment) => hold(experiment, x), 'ranges') } }
}

/** With several variables: f is looked at along this one; the other axis keeps its variable, unless that is the one. */
const lookAlong = (lab: Lab, first: number) =>
  lab.look((view) => ({ ...view, axes: [first, view.axes[1] === first ? view.axes[0] : view.axes[1]] }))

function NumbersCard(props: { report: PointReport | undefined; along: number; onMove: (at: number) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab.differentiate
  const name = () => lab.experiment().variables[props.along]?.name ?? 'x'
  return (
    <aside class="card numbers-card" aria-label={words().numbers}>
      <h3>
        {words().numbers}
        <StepsButton name={name()} />
      </h3>
      <div class="setting">
        <span>
          {words().at} <Formula tex={`${typesetName(name())} =`} />
        </span>
        <NumberField value={lab.experiment().point[props.along] ?? 0} label={words().at} onChange={props.onMove} />
      </div>
      <Show when={lab.experiment().variables.length > 1}>
        <p class="soft">{words().heldAt({ held: heldAt(lab.experiment(), lab.experiment().point, [props.along]) })}</p>
      </Show>
      <Show when={props.report}>
        {(found) => (
          <>
            <Numbers report={found()} along={props.along} />
            <Quotient report={found()} along={props.along} />
          </>
        )}
      </Show>
      <VerticalRange />
    </aside>
  )
}

const schemes: readonly Scheme[] = ['forward', 'backward', 'central']

/** f(a) and f′(a): exact and by each scheme, with the error. */
function Numbers(props: { report: PointReport; along: number }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const exact = () => props.report.gradient[props.along] ?? Number.NaN
  const fault = () => valueFault(props.report.value, words().differentiate)
  /** What is made of a value that f has not is no number either; a central quotient may still be one. */
  const worth = (made: number, digits: number) => numeral(fault() && !Number.isFinite(made) ? Number.NaN : made, digits)
  const value = (scheme: Scheme) => {
    const difference = props.report.differences[scheme]
    return 'values' in difference ? (difference.values[props.along] ?? Number.NaN) : difference.problem
  }
  return (
    <>
      <table class="numbers-table">
        <tbody>
          <tr>
            <th>{words().differentiate.value}</th>
            <td colspan="2">{worth(props.report.value, 10)}</td>
          </tr>
          <tr classList={{ on: lab.experiment().gradient.method === 'exact' }}>
            <th>{words().differentiate.exact}</th>
            <td colspan="2">{worth(exact(), 12)}</td>
          </tr>
          <tr class="head">
            <th />
            <td />
            <td>{words().differentiate.error}</td>
          </tr>
          <For each={schemes}>
            {(scheme) => {
              const found = () => value(scheme)
              return (
                <tr classList={{ on: lab.experiment().gradient.method === scheme }}>
                  <th>{words().gradient[`${scheme}Name`]}</th>
                  <Show
                    when={typeof found() === 'number'}
                    fallback={
                      <td colspan="2" class="bad">
                        {sentence(found() as Exclude<ReturnType<typeof value>, number>, lab.words())}
                      </td>
                    }
                  >
                    <td>{worth(found() as number, 10)}</td>
                    <td>{worth((found() as number) - exact(), 2)}</td>
                  </Show>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
      <Show when={fault()}>
        <p class="bad">{fault()}</p>
      </Show>
      <Show when={props.report.kinks[props.along]}>
        {(kink) => <p class="soft">{kinkSentence(kink(), exact(), words().kink)}</p>}
      </Show>
    </>
  )
}

/** The vertical range: typed, or chosen from the values. */
function VerticalRange() {
  const lab = useLab()
  const words = () => lab.words().lab
  const values = () => lab.experiment().view.values
  const set = (range: { min: number; max: number } | null) =>
    lab.change((experiment) => withView(experiment, { values: range }), 'values')
  return (
    <div class="vertical-range">
      <label class="check">
        <input
          type="checkbox"
          checked={values() === null}
          onChange={(event) => set(event.currentTarget.checked ? null : { min: -10, max: 10 })}
        />
        {words().differentiate.values}: {words().differentiate.automatic}
      </label>
      <Show when={values()}>
        {(range) => (
          <RangeFields
            ranges={[range()]}
            from={words().function.from('f')}
            to={words().function.to('f')}
            onChange={(end) => set({ ...range(), ...end })}
          />
        )}
      </Show>
    </div>
  )
}
