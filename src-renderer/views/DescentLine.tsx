import { withView } from '@shared/experiment/edit'
import type { Experiment, Interval } from '@shared/experiment/experiment'
import { createMemo, Show } from 'solid-js'
import { type Ask, createAnswer } from '../answer'
import { stepParts } from '../figures/anatomy'
import { captioned, noted } from '../figures/caption'
import { crowdWays } from '../figures/crowd'
import { descentCurve, smallPlots, tracesOf } from '../figures/descent'
import { lowestOnCurve } from '../figures/lowest'
import { visibleRange } from '../figures/ranges'
import { type Lab, useLab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { CurveData, FlatFigure } from '../plots/figure'
import { curveQuestion } from '../questions'
import type { Scene } from '../scene'
import { createCompanion } from './companion'
import { withoutRanges, withRanges } from './hold'
import { PlotCard } from './PlotCard'
import { placed, placedRange } from './placed'
import { RangeStrip } from './RangeStrip'
import { addRunFrom, nearestStep, pickOf, selectionOf, withStartOf } from './selection'
import { steady } from './steady'

/** Descent with one variable: the curve with the steps and their tangents, f′ beside it; or one small plot a step. */
export function DescentLine(props: { scene: Scene; ask: Ask }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const range = createMemo(() => visibleRange(lab.experiment(), 0, props.scene.reports()))
  const question = createMemo(() => curveQuestion('curve', lab.subject(), 0, [0], range()))
  const samples = createAnswer(props.ask, question)
  const traces = createMemo(() => tracesOf(lab.experiment(), props.scene.shown().reports, lab.words(), [0, 0]))
  const drawn = createMemo(() => ({
    experiment: lab.experiment(),
    about: props.scene.shown().reports && props.scene.about(),
    range: range(),
    traces: traces(),
    selection: selectionOf(lab, props.scene),
    more: {
      crowd: crowdWays(lab.experiment(), props.scene.crowd(), lab.run(), [0, 0]),
      ...stepParts(lab.experiment(), props.scene.opened(), lab.run(), [0, 0]),
      ...lowestOnCurve(props.scene.minimum.report())
    }
  }))
  const over = createCompanion(question, drawn)
  /** What was drawn before stays until there is a curve of the function that the runs are of. */
  const together = createMemo((before: CurveData | null): CurveData | null => {
    const { last } = samples()
    const found = last && over(last.question)
    if (!last || !found) return before
    const { subject } = last.question.body
    if (subject.variables.length !== 1) return null
    if (found.about && JSON.stringify(found.about) !== JSON.stringify(subject)) return before
    const { experiment, range, traces, selection, more } = found
    return { ...descentCurve(experiment, last.answer, range, traces, selection), ...more }
  }, null)
  const data = steady(lab, together)
  const stale = () => samples().problem !== undefined
  const instead = () => (samples().last?.answer.values.every(Number.isNaN) ? words().undefinedEverywhere : null)
  const printed = () => ({
    ...captioned(lab.experiment(), lab.words()),
    ...noted(lab.experiment(), [0], props.scene.reports(), false, lab.words())
  })
  const figure = (plot: 'curve' | 'slope', title: string): FlatFigure | null => {
    const found = data()
    return found && { plot, title, ...printed(), data: found }
  }
  const steps = (): FlatFigure | null => {
    const curve = data()
    if (!curve) return null
    const grid = { kind: 'curve', count: smallPlots(lab.experiment()), curve } as const
    return { plot: 'steps', title: lab.title(), ...printed(), data: grid }
  }
  const pick = pickOf(lab, props.scene)
  const pickNearest = (x: number) => {
    const found = nearestStep(traces(), { x, y: 0 }, { x: 1, y: 0 })
    if (found) pick(found.run, found.step)
  }
  const events = eventsOf(lab, pickNearest)
  const strip = () => <RangeStrip scene={props.scene} axes={[0]} />
  return (
    <div class="plots">
      <Show
        when={lab.experiment().view.arrangement === 'steps'}
        fallback={
          <>
            <PlotCard
              title={words().curve}
              strip={strip()}
              stale={stale()}
              instead={instead()}
              figure={figure('curve', lab.title())}
              events={{ ...events.curve, pick }}
            />
            <PlotCard
              title={words().slope}
              stale={stale()}
              figure={figure('slope', words().slope)}
              events={{ ...events.slope, pick }}
            />
          </>
        }
      >
        <PlotCard
          class="whole"
          title={words().steps}
          strip={strip()}
          stale={stale()}
          figure={steps()}
          events={{ pick }}
        />
      </Show>
    </div>
  )
}

/** What the hands do on the curve and on f′: select the nearest step, move the start or add one, take hold of the ranges and let them go. */
function eventsOf(
  lab: Lab,
  pickNearest: (x: number) => void
): { readonly curve: PlotEvents; readonly slope: PlotEvents } {
  /** Where the hand is, as a start. */
  const at = (x: number) =>
    lab
      .experiment()
      .variables.slice(0, 1)
      .map((range) => placed(x, range))
  const moveStart = (x: number) => lab.change((experiment) => withStartOf(experiment, lab.run(), at(x)), 'start')
  const hold = (experiment: Experiment, x: Interval) => withRanges(experiment, [0], [placedRange(x)])
  const curve: PlotEvents = {
    drag: (handle, x) => {
      if (handle === 'start') moveStart(x)
    },
    place: (x, _, shift) => (shift ? addRunFrom(lab, () => at(x)) : pickNearest(x)),
    view: (x, values) =>
      lab.change((experiment) => withView(hold(experiment, x), { values: placedRange(values) }), 'ranges'),
    reset: () => lab.change((experiment) => withView(withoutRanges(experiment), { values: null }))
  }
  // The range of f′ is not the curve's: only the shared axis can be taken hold of below it.
  return { curve, slope: { ...curve, view: (x) => lab.change((experiment) => hold(experiment, x), 'ranges') } }
}
