import { topics } from '@shared/experiment/experiment'
import { typesetName } from '@shared/language/typeset'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { axisName } from '../figures/names'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { CriticalPoints } from './CriticalPoints'
import { CurvatureNumbers } from './CurvatureNumbers'
import { DirectionNumbers } from './DirectionNumbers'
import { PartialNumbers } from './PartialNumbers'
import type { Move, Plane } from './plane'

/** The point, which can be typed, and what is known there, one topic at a time. */
export function Inspector(props: { plane: Plane; scene: Scene; onMove: Move }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const topic = () => lab.experiment().view.topic
  return (
    <aside class="card inspector" aria-label={words().numbers}>
      <div class="coordinates">
        <For each={props.plane.axes()}>{(axis) => <Coordinate axis={axis} onMove={props.onMove} />}</For>
      </div>
      <Others axes={props.plane.axes()} onMove={props.onMove} />
      <Choice
        label={words().topic}
        value={topic()}
        options={topics.map((value) => ({ value, label: words().topics[value] }))}
        onChange={(topic) => lab.look((view) => ({ ...view, topic }))}
      />
      <div class="scroller topic">
        <Switch>
          <Match when={topic() === 'slopes'}>
            <PartialNumbers report={props.plane.report} scene={props.scene} />
          </Match>
          <Match when={topic() === 'direction'}>
            <DirectionNumbers report={props.plane.report} />
          </Match>
          <Match when={topic() === 'curvature'}>
            <CurvatureNumbers report={props.plane.report} />
          </Match>
          <Match when={topic() === 'critical'}>
            <CriticalPoints search={props.plane.critical()} axes={props.plane.axes()} onMove={props.onMove} />
          </Match>
        </Switch>
      </div>
    </aside>
  )
}

function Coordinate(props: { axis: number; onMove: Move }) {
  const lab = useLab()
  return (
    <div class="coordinate">
      <Formula tex={`${typesetName(lab.experiment().variables[props.axis]?.name ?? '')} =`} />
      <NumberField
        value={lab.experiment().point[props.axis] ?? 0}
        label={lab.words().lab.partial.coordinate({ name: axisName(lab.experiment(), props.axis) })}
        onChange={(value) => props.onMove({ [props.axis]: value })}
      />
    </div>
  )
}

/** The variables that are not on the axes: each with a slider over its range, and its number. */
function Others(props: { axes: readonly [number, number]; onMove: Move }) {
  const lab = useLab()
  const others = createMemo(
    () => lab.experiment().variables.flatMap((_, axis) => (props.axes.includes(axis) ? [] : [axis])),
    [],
    { equals: (a, b) => a.join() === b.join() }
  )
  const range = (axis: number) => lab.experiment().variables[axis] ?? { min: -5, max: 5 }
  return (
    <Show when={others().length > 0}>
      <fieldset class="others" aria-label={lab.words().lab.partial.rest}>
        <For each={others()}>
          {(axis) => (
            <div class="other">
              <Coordinate axis={axis} onMove={props.onMove} />
              <Slider
                value={lab.experiment().point[axis] ?? 0}
                min={range(axis).min}
                max={range(axis).max}
                scale="linear"
                label={lab.words().lab.partial.coordinate({ name: axisName(lab.experiment(), axis) })}
                onChange={(value) => props.onMove({ [axis]: value })}
              />
            </div>
          )}
        </For>
      </fieldset>
    </Show>
  )
}
