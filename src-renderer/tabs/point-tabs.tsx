import { type Surface, topics } from '@shared/experiment/experiment'
import { FormulaError } from '@shared/language/error'
import { typesetNumber } from '@shared/language/typeset'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { withRanges } from '../cards/hold'
import { rangeAround } from '../cards/placed'
import { Formula } from '../editor/Formula'
import { settled } from '../figures/curvature'
import { axisName } from '../figures/names'
import { functionHead } from '../figures/notation'
import type { InspectorTab } from '../frame/Inspector'
import { type Lab, useLab } from '../lab/lab'
import { CriticalPoints } from '../point/CriticalPoints'
import { CurvatureNumbers } from '../point/CurvatureNumbers'
import { DirectionNumbers } from '../point/DirectionNumbers'
import { PartialNumbers } from '../point/PartialNumbers'
import type { Move, Plane } from '../point/plane'
import { Coordinate } from '../point/point-controls'
import type { Scene } from '../scene/scene'

/** What the topics are about, and how they move it. */
interface Subject {
  readonly plane: Plane
  readonly scene: Scene
  readonly onMove: Move
}

/** What is known at the point, a tab a topic. */
export const pointTabs = (lab: Lab, at: Subject): readonly InspectorTab[] =>
  topics.map((topic) => ({
    id: topic,
    label: lab.words().lab.partial.topics[topic],
    content: () => <Topic topic={topic} {...at} />
  }))

function Topic(props: Subject & { topic: (typeof topics)[number] }) {
  const lab = useLab()
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
  return (
    <section class="scroller topic" aria-label={lab.words().lab.partial.numbers}>
      <Others axes={props.plane.axes()} onMove={props.onMove} />
      <PointOutside axes={props.plane.axes()} />
      <Show when={props.plane.fault()}>
        <p class="bad">{props.plane.fault()}</p>
      </Show>
      <div classList={{ faded: isStale() }}>
        <Show when={props.topic === 'slopes' || props.topic === 'curvature'}>
          <Value plane={props.plane} />
        </Show>
        <Switch>
          <Match when={props.topic === 'slopes'}>
            <PartialNumbers
              seen={props.plane.seen()}
              report={props.plane.report}
              scene={props.scene}
              scheme={lab.scheme()}
            />
          </Match>
          <Match when={props.topic === 'direction'}>
            <DirectionNumbers seen={props.plane.seen()} report={report} />
          </Match>
          <Match when={props.topic === 'curvature'}>
            <CurvatureNumbers seen={props.plane.seen()} report={report} otherOverlay={otherOverlay()} />
          </Match>
          <Match when={props.topic === 'critical'}>
            <CriticalPoints knowledge={props.plane.knowledge} axes={props.plane.axes()} onMove={props.onMove} />
          </Match>
        </Switch>
      </div>
    </section>
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
            <Coordinate
              axis={axis}
              label={lab.words().lab.partial.coordinate({ name: axisName(lab.experiment(), axis) })}
              range={range(axis)}
              onMove={(value) => props.onMove({ [axis]: value })}
            />
          )}
        </For>
      </fieldset>
    </Show>
  )
}
