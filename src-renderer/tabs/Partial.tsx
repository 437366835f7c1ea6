import { asVariable, withFormula, withoutUnneeded, withPoint } from '@shared/experiment/edit'
import { type Experiment, topics } from '@shared/experiment/experiment'
import type { Interval } from '@shared/interval'
import { createEffect, createMemo, For, on, Show } from 'solid-js'
import type { Ask } from '../answers/answer'
import { keyOf } from '../answers/questions'
import { ContourControls } from '../cards/ContourControls'
import { withoutRanges, withRanges } from '../cards/hold'
import { nowhereSentence } from '../cards/nowhere'
import { PlotCard, SurfaceCard } from '../cards/PlotCard'
import { placedRange, placedWithin } from '../cards/placed'
import { axesOf, createPointer } from '../cards/pointer'
import { restless } from '../cards/restless'
import { SurfaceControls } from '../cards/SurfaceControls'
import { createSize } from '../cards/size'
import { steady } from '../cards/steady'
import { withOccasion } from '../figures/know'
import { createKnowledge } from '../figures/knowledge'
import { axisName } from '../figures/names'
import { typedRange } from '../figures/occasion'
import { jointFigure, jointParts, planeTitle, raisedFigure, raisedQuestion } from '../figures/partial'
import type { DocumentFile } from '../file/document-file'
import { Bench } from '../frame/Bench'
import { type Lab, useLab } from '../lab/lab'
import { degreesOf, wholeDegrees } from '../plots/angle'
import type { PlotEvents } from '../plots/chart'
import { createPlane, type Move } from '../point/plane'
import { Coordinate, StepControls } from '../point/point-controls'
import { sliceColour } from '../point/slice-colour'
import { PointSlopes } from '../presentation/PointSlopes'
import type { Scene } from '../scene/scene'
import { derivationTab } from './derivation-tab'
import { noteTab, noteTabId } from './note-tab'
import { pointTabs } from './point-tabs'

/** Two variables at a point: contour and surface with both slices, each slice as a curve, the numbers. */
export function Partial(props: { ask: Ask; scene: Scene; file: DocumentFile }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const constants = () => lab.experiment().parameters.map(({ name }) => name)
  return (
    <Show
      when={lab.experiment().variables.length > 1}
      fallback={
        <div class="empty">
          <p>{words().needsTwo}</p>
          <Show when={constants().length > 0}>
            <p>{words().areConstants({ names: constants().join(', ') })}</p>
            <button
              type="button"
              class="primary"
              onClick={() => lab.change((experiment) => withoutUnneeded(constants().reduce(asVariable, experiment)))}
            >
              {words().makeVariables({ names: constants().join(', ') })}
            </button>
          </Show>
          <button
            type="button"
            class="primary"
            onClick={() => lab.change((experiment) => withFormula(experiment, 'x^2 + y^2'))}
          >
            {words().tryTwo}
          </button>
        </div>
      }
    >
      <Slices ask={props.ask} scene={props.scene} file={props.file} />
    </Show>
  )
}

function Slices(props: { ask: Ask; scene: Scene; file: DocumentFile }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const { size, attach } = createSize()
  const knowledge = createKnowledge(props.ask)
  const plane = createPlane(lab, knowledge)
  const joint = knowledge.made(lab.occasion, withOccasion(jointParts), size)
  const surface = knowledge.made(lab.occasion, raisedFigure)
  const steadied = ([0, 1] as const).map((side) => steady(lab, () => joint().value?.data.slices[side] ?? null))
  const jointShown = createMemo(() => {
    const [across, up] = steadied.map((slice) => slice())
    const { occasion, data } = joint().value ?? {}
    return occasion && data && across && up ? jointFigure(occasion, { ...data, slices: [across, up] }) : null
  })
  /** What the surface shows is being changed again and again. The point alone does not change it. */
  const isMoving = restless(createMemo(() => keyOf(raisedQuestion(lab.occasion()))))
  const axes = axesOf(
    () => lab.experiment().view.axes,
    () => lab.experiment().point
  )
  const { pointed, point } = createPointer(lab, props.ask, axes, false)
  const title = (of: string) => planeTitle(of, lab.experiment(), lab.words())
  const nowhere = (values: Float64Array | undefined) => nowhereSentence(values, words().plots)
  const move = movesOf(lab)
  const slide: PlotEvents['slide'] = (side, at, alone) => {
    const axis = lab.experiment().view.axes[side]
    move({ [axis]: placedOn(lab, axis, at) }, alone)
  }
  // The pictures show what the topic is about: the tab that was asked for is the topic, unless the example is being read.
  const topic = createMemo(() => lab.experiment().view.topic)
  createEffect(on(topic, (wanted) => lab.inspected()[0] !== noteTabId && lab.inspect(wanted)))
  return (
    <Bench
      tab="partial"
      usual={{ right: 0.515, rightOfLarge: 0.54, top: 0.5 }}
      hero={
        <PlotCard
          title={title(words().partial.joint)}
          controls={<ContourControls />}
          attach={attach}
          stale={joint().problem !== undefined}
          instead={nowhere(joint().value?.data.contour.samples.values)}
          figure={jointShown()}
          pointed={pointed()}
          events={{ ...contourEvents(lab, move), point, slide }}
        />
      }
      companionTitle={title(words().plots.surface)}
      companion={
        <SurfaceCard
          title={title(words().plots.surface)}
          controls={<SurfaceControls data={() => surface().value?.data ?? null} />}
          stale={surface().problem !== undefined}
          instead={nowhere(surface().value?.data.samples.values)}
          moving={isMoving()}
          figure={surface().value ?? null}
          pointed={pointed()}
          events={{ point, camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })) }}
        />
      }
      inspector={[
        ...pointTabs(lab, { plane, scene: props.scene, onMove: move }),
        derivationTab(lab, props.ask),
        noteTab(lab, props.file)
      ]}
      onInspect={(id) => {
        const topic = topics.find((one) => one === id)
        if (topic) lab.look((view) => ({ ...view, topic }))
      }}
      subtitle={() => (
        <Show when={plane.report()}>
          {(report) => <PointSlopes seen={plane.seen()} report={report()} axes={plane.axes()} />}
        </Show>
      )}
      dock={() => (
        <div class="dock-controls">
          <For each={plane.axes()}>
            {(axis) => (
              <Coordinate
                axis={axis}
                label={words().partial.coordinate({ name: axisName(lab.experiment(), axis) })}
                range={lab.experiment().variables[axis] ?? { min: -5, max: 5 }}
                colour={sliceColour(lab, axis)}
                onMove={(value) => move({ [axis]: value })}
              />
            )}
          </For>
          <StepControls isBrief />
        </div>
      )}
    />
  )
}

const movesOf =
  (lab: Lab): Move =>
  (changes, alone = false) =>
    lab.change(
      (experiment) =>
        withPoint(
          experiment,
          experiment.point.map((value, axis) => changes[axis] ?? value)
        ),
      alone ? undefined : `point ${Object.keys(changes)}`
    )

/** Where a hand that sees the variable's range put its coordinate. */
function placedOn(lab: Lab, axis: number, value: number): number {
  const range = lab.experiment().variables[axis]
  return range ? placedWithin(value, range) : value
}

/** What the hands do on the contour: move the point, turn the direction, take hold of the ranges and let them go. */
function contourEvents(lab: Lab, move: Move): PlotEvents {
  const axes = () => lab.experiment().view.axes
  const put = (x: number | null, y: number | null, alone?: boolean) => {
    const [across, up] = axes()
    move(
      {
        ...(x === null ? {} : { [across]: placedWithin(x, typedRange(lab.experiment(), across)) }),
        ...(y === null ? {} : { [up]: placedWithin(y, typedRange(lab.experiment(), up)) })
      },
      alone
    )
  }
  const turn = (x: number, y: number) => {
    const [a = 0, b = 0] = axes().map((axis) => lab.experiment().point[axis])
    if (x !== a || y !== b) lab.look((view) => ({ ...view, direction: wholeDegrees(degreesOf(x - a, y - b)) }))
  }
  const drag = (handle: string, x: number, y: number) => {
    if (handle === 'direction') turn(x, y)
    else put(handle === 'slice-across' ? null : x, handle === 'slice-up' ? null : y)
  }
  const hold = (experiment: Experiment, x: Interval, y: Interval) =>
    withRanges(experiment, axes(), [x, y].map(placedRange))
  return {
    drag,
    place: (x, y) => put(x, y, true),
    view: (x, y) => lab.change((experiment) => hold(experiment, x, y), 'ranges'),
    reset: () => lab.change(withoutRanges)
  }
}
