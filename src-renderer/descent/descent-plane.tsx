import type { Experiment } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { createMemo, Show } from 'solid-js'
import type { Ask } from '../answers/answer'
import { withoutRanges, withRanges } from '../cards/hold'
import { placed, placedRange } from '../cards/placed'
import { axesOf } from '../cards/pointer'
import { heldPoint, isHeldBack } from '../figures/descend'
import type { Lab } from '../lab/lab'
import type { PlotEvents } from '../plots/chart'
import { addRunFrom, nearestOn, pickOf, withStartOf } from '../runs/selection'
import type { Scene } from '../scene/scene'
import type { Pictures } from './pictures'
import { planePictures } from './plane-pictures'
import { RangeStrip } from './RangeStrip'

/** Descent over the plane of two variables: contour beside surface; or one small contour a step, or one a run. */
export function planeOfAxes(lab: Lab, scene: Scene, ask: Ask): Pictures {
  const words = () => lab.words().lab.plots
  const pick = pickOf(lab, scene)
  const heldBack = createMemo(() => isHeldBack(scene.descent()))
  return planePictures(lab, scene, ask, {
    descent: scene.descent,
    strip: () => (
      <>
        <RangeStrip scene={scene} axes={lab.experiment().view.axes} />
        <Show when={heldBack()}>
          <p class="strip soft">{words().heldBack}</p>
        </Show>
      </>
    ),
    axes: axesOf(
      () => lab.experiment().view.axes,
      () => heldPoint(scene.descent())
    ),
    events: (shown) =>
      eventsOf(lab, (x, y) => {
        const found = nearestOn(shown(), x, y)
        if (found) pick(found.run, found.step)
      })
  })
}

/** What the hands do on the contour: select the nearest step, move a run's start or add one, take hold of the ranges and let them go. */
function eventsOf(lab: Lab, pickNearest: (x: number, y: number) => void): PlotEvents {
  const axes = () => lab.experiment().view.axes
  /** The start with its two coordinates on the axes put where the hand is. */
  const put = (start: readonly number[], x: number, y: number) =>
    start.map((value, index) => {
      const range = lab.experiment().variables[index]
      const at = index === axes()[0] ? x : index === axes()[1] ? y : null
      return at === null || !range ? value : placed(at, range)
    })
  const moveStart = (run: number, x: number, y: number) =>
    lab.change((experiment) => {
      const old = experiment.runs[run]?.start ?? experiment.start
      return withStartOf(experiment, run, put(old, x, y))
    }, 'start')
  const hold = (experiment: Experiment, x: Interval, y: Interval) =>
    withRanges(experiment, axes(), [x, y].map(placedRange))
  return {
    drag: (handle, x, y) => {
      const run = Number(/^start-(\d+)$/.exec(handle)?.[1] ?? Number.NaN)
      if (Number.isInteger(run)) moveStart(run, x, y)
    },
    start: (x, y) => moveStart(lab.run(), x, y),
    seek: pickNearest,
    add: (x, y) => addRunFrom(lab, (old) => put(old, x, y)),
    view: (x, y) => lab.change((experiment) => hold(experiment, x, y), 'ranges'),
    reset: () => lab.change(withoutRanges)
  }
}
