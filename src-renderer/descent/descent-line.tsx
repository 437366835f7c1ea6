import { withView } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { createMemo, Show } from 'solid-js'
import type { Ask } from '../answers/answer'
import { withoutRanges, withRanges } from '../cards/hold'
import { nowhereSentence } from '../cards/nowhere'
import { PlotCard } from '../cards/PlotCard'
import { placed, placedRange } from '../cards/placed'
import { axesOf, createPointer } from '../cards/pointer'
import { steady } from '../cards/steady'
import { lineFigures, lineOfRuns } from '../figures/descend'
import { createKnowledge } from '../figures/knowledge'
import { PartButtons } from '../frame/part'
import type { Lab } from '../lab/lab'
import type { PlotEvents } from '../plots/chart'
import { addRunFrom, nearestStep, pickOf, withStartOf } from '../runs/selection'
import type { Scene } from '../scene/scene'
import { AllHidden } from './AllHidden'
import { ArrangementChoice } from './ArrangementChoice'
import type { Pictures } from './pictures'
import { RangeStrip } from './RangeStrip'
import { StretchFields } from './StretchFields'

/** Descent with one variable: the curve with the steps and their tangents, f′ beside it; or one small plot a step. */
export function linePictures(lab: Lab, scene: Scene, ask: Ask): Pictures {
  const words = () => lab.words().lab.plots
  const line = createKnowledge(ask).made(scene.descent, (descent, know) => {
    const data = lineOfRuns(descent, know)
    return data && { descent, data }
  })
  const data = steady(lab, () => line().value?.data ?? null)
  const figures = createMemo(() => {
    const [found, descent] = [data(), line().value?.descent]
    return found && descent ? lineFigures(descent, found) : null
  })
  const stale = () => line().problem !== undefined || scene.runs().problem !== undefined
  const instead = () => nowhereSentence(data()?.samples.values, words())
  const pick = pickOf(lab, scene)
  const pickNearest = (x: number) => {
    const found = nearestStep(data()?.traces ?? [], { x, y: 0 }, { x: 1, y: 0 })
    if (found) pick(found.run, found.step)
  }
  const events = eventsOf(lab, pickNearest)
  const pointer = createPointer(
    lab,
    ask,
    axesOf(
      () => [0, 0],
      () => [0]
    ),
    true
  )
  const { point } = pointer
  const strip = () => (
    <>
      <AllHidden />
      <RangeStrip scene={scene} axes={[0]} />
    </>
  )
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
              figure={figures()?.curve ?? null}
              time={scene.story.time()}
              pointed={pointer.pointed()}
              events={{ ...events.curve, point, pick }}
            />
            <PlotCard
              title={words().slope}
              stale={stale()}
              figure={figures()?.slope ?? null}
              pointed={pointer.pointed()}
              events={{ ...events.slope, point, pick }}
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
          figure={figures()?.steps ?? null}
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
    start: moveStart,
    seek: pickNearest,
    add: (x) => addRunFrom(lab, () => at(x)),
    view: (x, values) =>
      lab.change((experiment) => withView(hold(experiment, x), { values: placedRange(values) }), 'ranges'),
    reset: () => lab.change((experiment) => withView(withoutRanges(experiment), { values: null }))
  }
  // The range of f′ is not the curve's: only the shared axis can be taken hold of below it.
  return { curve, slope: { ...curve, view: (x) => lab.change((experiment) => hold(experiment, x), 'ranges') } }
}
