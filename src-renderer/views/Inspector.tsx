import { type Surface, topics } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import { typesetName, typesetNumber } from '@shared/language/typeset'
import { createEffect, createMemo, For, Match, on, Show, Switch } from 'solid-js'
import { Choice } from '../controls/Choice'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Formula } from '../editor/Formula'
import { settled } from '../figures/curvature'
import { axisName } from '../figures/names'
import { functionHead } from '../figures/notation'
import { useLab } from '../lab'
import type { Scene } from '../scene'
import { CriticalPoints } from './CriticalPoints'
import { CurvatureNumbers } from './CurvatureNumbers'
import { DirectionNumbers } from './DirectionNumbers'
import { withRanges } from './hold'
import { PartialNumbers } from './PartialNumbers'
import { rangeAround } from './placed'
import type { Move, Plane } from './plane'

/** The point, which can be typed, and what is known there, one topic at a time. */
export function Inspector(props: { plane: Plane; scene: Scene; onMove: Move }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const topic = createMemo(() => lab.experiment().view.topic)
  /** What lies over the surface, or did before the Taylor polynomial. */
  const otherOverlay = createMemo<Surface['overlay']>((last) => {
    const { overlay } = lab.experiment().view.surface
    return overlay === 'taylor' ? last : overlay
  }, 'slices')
  const isStale = () => props.plane.fault() !== null || lab.formula() instanceof FormulaError
  const report = createMemo(() => {
    const found = props.plane.report()
    return found && settled(props.plane.seen(), found)
  })
  let scroller!: HTMLDivElement
  // Every topic is read from its top.
  createEffect(
    on(
      topic,
      () => {
        scroller.scrollTop = 0
      },
      { defer: true }
    )
  )
  return (
    <aside class="card inspector" aria-label={words().numbers}>
      <div class="coordinates">
        <For each={props.plane.axes()}>{(axis) => <Coordinate axis={axis} onMove={props.onMove} />}</For>
      </div>
      <Others axes={props.plane.axes()} onMove={props.onMove} />
      <PointOutside axes={props.plane.axes()} />
      <Show when={props.plane.fault()}>
        <p class="bad">{props.plane.fault()}</p>
      </Show>
      <Choice
        label={words().topic}
        value={topic()}
        options={topics.map((value) => ({ value, label: words().topics[value] }))}
        onChange={(topic) => lab.look((view) => ({ ...view, topic }))}
      />
      <div ref={scroller} class="scroller topic" classList={{ faded: isStale() }}>
        <Show when={topic() === 'slopes' || topic() === 'curvature'}>
          <Value plane={props.plane} />
        </Show>
        <Switch>
          <Match when={topic() === 'slopes'}>
            <PartialNumbers seen={props.plane.seen()} report={props.plane.report} scene={props.scene} />
          </Match>
          <Match when={topic() === 'direction'}>
            <DirectionNumbers seen={props.plane.seen()} report={report} />
          </Match>
          <Match when={topic() === 'curvature'}>
            <CurvatureNumbers seen={props.plane.seen()} report={report} otherOverlay={otherOverlay()} />
          </Match>
          <Match when={topic() === 'critical'}>
            <CriticalPoints search={props.plane.critical()} axes={props.plane.axes()} onMove={props.onMove} />
          </Match>
        </Switch>
      </div>
    </aside>
  )
}

/** f at the point, as far as it has a value there; that it has none is said where the derivatives would be. */
function Value(props: { plane: Plane }) {
  const text = () => {
    const value = props.plane.report()?.value ?? Number.NaN
    const head = functionHead(props.plane.seen().point.map((place) => typesetNumber(place, 5)))
    return Number.isFinite(value) ? `${head} = ${typesetNumber(value, 7)}` : null
  }
  return (
    <Show when={text()}>
      {(tex) => (
        <p class="value">
          <Formula tex={tex()} />
        </p>
      )}
    </Show>
  )
}

/** Says that the point is not in the pictures, and offers to go there. */
function PointOutside(props: { axes: readonly [number, number] }) {
  const lab = useLab()
  const outside = () =>
    props.axes.filter((axis) => {
      const { point, variables } = lab.experiment()
      const [at, range] = [point[axis], variables[axis]]
      return at !== undefined && range && (at < range.min || at > range.max)
    })
  const names = () => outside().map((axis) => axisName(lab.experiment(), axis))
  const show = () =>
    lab.change((experiment) => {
      const ranges = outside().map((axis) =>
        rangeAround(experiment.point[axis] ?? 0, experiment.variables[axis] ?? { min: -5, max: 5 })
      )
      return withRanges(experiment, outside(), ranges)
    })
  return (
    <Show when={outside().length > 0}>
      <p>
        <span class="soft">{lab.words().lab.partial.outside({ names: names().join(', ') })}</span>{' '}
        <button type="button" class="link" onClick={show}>
          {lab.words().lab.partial.showPoint}
        </button>
      </p>
    </Show>
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
                label={lab.words().lab.partial.slide({ name: axisName(lab.experiment(), axis) })}
                onChange={(value) => props.onMove({ [axis]: value })}
              />
            </div>
          )}
        </For>
      </fieldset>
    </Show>
  )
}
