import { withView } from '@shared/experiment/edit'
import type { Experiment, Interval } from '@shared/experiment/experiment'
import { createMemo, Show } from 'solid-js'
import { type Ask, createAnswer } from '../answer'
import { stepParts } from '../figures/anatomy'
import { captioned, noted } from '../figures/caption'
import { crowdWays } from '../figures/crowd'
import { descentCurve, stepStretch, tracesOf } from '../figures/descent'
import { lowestOnCurve } from '../figures/lowest'
import { visibleRange } from '../figures/ranges'
import { PartButtons } from '../frame/part'
import type { Lab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { CurveData, FlatFigure } from '../plots/figure'
import { curveQuestion } from '../questions'
import type { Scene } from '../scene'
import { ArrangementChoice } from './ArrangementChoice'
import { createCompanion } from './companion'
import { withoutRanges, withRanges } from './hold'
import { PlotCard } from './PlotCard'
import type { Pictures } from './pictures'
import { placed, placedRange } from './placed'
import { RangeStrip } from './RangeStrip'
import { StretchFields } from './StretchFields'
import { addRunFrom, nearestStep, pickOf, selectionOf, withStartOf } from './selection'
import { steady } from './steady'

/** Descent with one variable: the curve with the steps and their tangents, f′ beside it; or one small plot a step. */
export function linePictures(lab: Lab, scene: Scene, ask: Ask): Pictures {
  const words = () => lab.words().lab.plots
  const range = createMemo(() => visibleRange(lab.experiment(), 0, scene.reports()))
  const question = createMemo(() => curveQuestion('curve', lab.subject(), 0, [0], range()))
  const samples = createAnswer(ask, question)
  const traces = createMemo(() => tracesOf(lab.experiment(), scene.shown().reports, lab.words(), [0, 0]))
  const drawn = createMemo(() => ({
    experiment: lab.experiment(),
    about: scene.shown().reports && scene.about(),
    range: range(),
    traces: traces(),
    selection: selectionOf(lab, scene),
    more: {
      crowd: crowdWays(lab.experiment(), scene.crowd(), lab.run(), [0, 0]),
      ...stepParts(lab.experiment(), scene.opened(), lab.run(), [0, 0]),
      ...lowestOnCurve(scene.minimum.report())
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
    ...noted(lab.experiment(), [0], scene.reports(), false, lab.words())
  })
  const figure = (plot: 'curve' | 'slope', title: string): FlatFigure | null => {
    const found = data()
    return found && { plot, title, ...printed(), data: found }
  }
  const steps = (): FlatFigure | null => {
    const curve = data()
    if (!curve) return null
    const grid = { kind: 'curve', ...stepStretch(lab.experiment()), curve } as const
    return { plot: 'steps', title: lab.title(), ...printed(), data: grid }
  }
  const pick = pickOf(lab, scene)
  const pickNearest = (x: number) => {
    const found = nearestStep(traces(), { x, y: 0 }, { x: 1, y: 0 })
    if (found) pick(found.run, found.step)
  }
  const events = eventsOf(lab, pickNearest)
  const strip = () => <RangeStrip scene={scene} axes={[0]} />
  return {
    hero: () => (
      <Show
        when={lab.experiment().view.arrangement === 'steps'}
        fallback={
          <>
            <PlotCard
              title={words().curve}
              heading={<ArrangementChoice />}
              controls={<PartButtons />}
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
          title={words().steps}
          heading={<ArrangementChoice />}
          controls={
            <>
              <StretchFields />
              <PartButtons />
            </>
          }
          strip={strip()}
          stale={stale()}
          figure={steps()}
          events={{ pick }}
        />
      </Show>
    ),
    companionTitle: () => undefined,
    companion: () => null
  }
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
