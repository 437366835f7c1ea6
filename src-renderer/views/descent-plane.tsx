import type { Experiment, Interval } from '@shared/experiment/experiment'
import { type Accessor, createMemo, Show } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { stepParts } from '../figures/anatomy'
import { noted } from '../figures/caption'
import { crowdWays } from '../figures/crowd'
import { descentPlane, tracesOf } from '../figures/descent'
import { lowestOnPlane } from '../figures/lowest'
import { heldWithin, visibleRange } from '../figures/ranges'
import { contourSheet, surfaceSize } from '../figures/sampling'
import { standingPoint } from '../figures/standing'
import type { Lab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { ContourData } from '../plots/figure'
import type { Size } from '../plots/layout'
import { gridQuestion, pointQuestion } from '../questions'
import type { Scene } from '../scene'
import { createCompanion } from './companion'
import { withoutRanges, withRanges } from './hold'
import { nowhereSentence } from './nowhere'
import type { Pictures } from './pictures'
import { byPixels } from './pixels'
import { placed, placedRange } from './placed'
import { planePictures } from './plane-pictures'
import { RangeStrip } from './RangeStrip'
import { addRunFrom, nearestStep, pickOf, selectionOf, withStartOf } from './selection'
import { createSize } from './size'

/** Descent over the plane of two variables: contour beside surface; or one small contour a step, or one a run. */
export function planeOfAxes(lab: Lab, scene: Scene, ask: Ask): Pictures {
  const words = () => lab.words().lab.plots
  const { size, attach } = createSize()
  const plane = createPlane(lab, scene, ask, size)
  const pick = pickOf(lab, scene)
  const pickNearest = (x: number, y: number) => {
    const data = plane.contourData()
    if (!data) return
    const unit = { x: 1 / (data.x.max - data.x.min), y: 1 / (data.y.max - data.y.min) }
    const found = nearestStep(data.traces, { x, y }, unit)
    if (found) pick(found.run, found.step)
  }
  return planePictures(lab, scene, {
    plane,
    attach,
    aside: () => {
      const { axes } = lab.experiment().view
      return noted(lab.experiment(), axes, scene.reports(), plane.isHeldBack(), lab.words())
    },
    strip: () => (
      <>
        <RangeStrip scene={scene} axes={lab.experiment().view.axes} />
        <Show when={plane.isHeldBack()}>
          <p class="strip soft">{words().heldBack}</p>
        </Show>
      </>
    ),
    events: eventsOf(lab, pickNearest),
    instead: ({ last }) => nowhereSentence(last?.answer.values, words())
  })
}

interface Plane {
  readonly contour: Accessor<Answered<'grid'>>
  readonly surface: Accessor<Answered<'grid'>>
  /** Null until there are samples. */
  readonly contourData: Accessor<ContourData | null>
  readonly surfaceData: Accessor<ContourData | null>
  /** A variable that is not on the axes is held at the end of its range, for the run has left that. */
  readonly isHeldBack: Accessor<boolean>
}

/** Keeps asking for the function over the plane. `size`: of the contour, in CSS pixels; zero while it is not shown. */
function createPlane(lab: Lab, scene: Scene, ask: Ask, size: Accessor<Size>): Plane {
  const view = () => lab.experiment().view
  const axes = createMemo(() => view().axes, undefined, { equals: (a, b) => a[0] === b[0] && a[1] === b[1] })
  const traces = createMemo(() => tracesOf(lab.experiment(), scene.shown().reports, lab.words(), axes()))
  const typed = createMemo(() => ({
    x: visibleRange(lab.experiment(), axes()[0], scene.reports()),
    y: visibleRange(lab.experiment(), axes()[1], scene.reports())
  }))
  const standing = createMemo(() => standingPoint(lab.experiment(), scene.shown().reports, selectionOf(lab, scene)))
  /** The variables that are not on the axes are held where the selected run stands; to a grid the two others are all one. */
  const held = createMemo(() =>
    heldWithin(lab.experiment(), standing(), scene.reports()).map((value, axis) => (axes().includes(axis) ? 0 : value))
  )
  const flat = byPixels(
    size,
    () => contourSheet(lab.experiment(), typed()),
    (pixels) => {
      const { field, contour: levels } = view()
      const hasArrows = field.towards !== 'none'
      return gridQuestion('contour', lab.subject(), axes(), held(), typed(), pixels, levels, hasArrows)
    }
  )
  const raised = createMemo(() => {
    const corners = surfaceSize(view().surface, typed())
    return gridQuestion('surface', lab.subject(), axes(), held(), typed(), corners, view().contour)
  })
  const [contour, surface] = [createAnswer(ask, flat), createAnswer(ask, raised)]
  const slope = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), standing(), lab.experiment().gradient.h))
  )
  const gradient = createMemo((): readonly [number, number] | null => {
    const { last } = slope()
    if (!last || lab.experiment().runs.length === 0) return null
    if (JSON.stringify(last.question.body.subject) !== JSON.stringify(scene.about())) return null
    const [across, up] = [last.answer.gradient[axes()[0]], last.answer.gradient[axes()[1]]]
    return across === undefined || up === undefined ? null : [across, up]
  })
  const crowd = createMemo(() => crowdWays(lab.experiment(), scene.crowd(), lab.run(), axes()))
  const parts = createMemo(() => stepParts(lab.experiment(), scene.opened(), lab.run(), axes()))
  const drawn = createMemo(() => ({
    experiment: lab.experiment(),
    about: scene.shown().reports && scene.about(),
    held: held(),
    traces: traces(),
    selection: selectionOf(lab, scene),
    gradient: gradient(),
    more: { crowd: crowd(), ...parts(), ...lowestOnPlane(scene.minimum.report(), axes()) }
  }))
  const [overContour, overSurface] = [createCompanion(flat, drawn), createCompanion(raised, drawn)]
  /** `before` stays until there is f of the same function, over the same slice, as the runs. */
  const dataOf = (
    { last }: Answered<'grid'>,
    over: typeof overContour,
    before: ContourData | null
  ): ContourData | null => {
    const found = last && over(last.question)
    if (!last || !found) return before
    const { subject, x, y } = last.question.body
    if (found.about && JSON.stringify(found.about) !== JSON.stringify(subject)) return before
    const { experiment, held, traces, selection, gradient, more } = found
    const data = descentPlane(experiment, held, last.answer, { x, y }, traces, selection, gradient)
    return { ...data, ...more, asked: last.question }
  }
  return {
    contour,
    surface,
    isHeldBack: createMemo(() => held().some((value, axis) => !axes().includes(axis) && value !== standing()[axis])),
    contourData: createMemo((before: ContourData | null) => dataOf(contour(), overContour, before), null),
    surfaceData: createMemo((before: ContourData | null) => dataOf(surface(), overSurface, before), null)
  }
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
  const addStart = (x: number, y: number) => addRunFrom(lab, (old) => put(old, x, y))
  const hold = (experiment: Experiment, x: Interval, y: Interval) =>
    withRanges(experiment, axes(), [x, y].map(placedRange))
  return {
    drag: (handle, x, y) => {
      const run = Number(/^start-(\d+)$/.exec(handle)?.[1] ?? Number.NaN)
      if (Number.isInteger(run)) moveStart(run, x, y)
    },
    place: (x, y, shift) => (shift ? addStart(x, y) : pickNearest(x, y)),
    view: (x, y) => lab.change((experiment) => hold(experiment, x, y), 'ranges'),
    reset: () => lab.change(withoutRanges)
  }
}
