import { withFormula, withPoint } from '@shared/experiment/edit'
import type { PointReport } from '@shared/protocol'
import { type Accessor, createMemo, For, Show } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { surfaceFigure } from '../figures/descent'
import { planeTitle, sliceTitle } from '../figures/gather'
import { pointCurve, pointPlane } from '../figures/point'
import { contourCorners, surfaceSize } from '../figures/sampling'
import { type Lab, useLab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { ContourData, FlatFigure } from '../plots/figure'
import type { SurfaceFigure } from '../plots/gl'
import type { Size } from '../plots/layout'
import { squareRanges } from '../plots/ranges'
import { curveQuestion, gridQuestion, pointQuestion } from '../questions'
import type { Scene } from '../scene'
import { ContourControls } from './ContourControls'
import { withoutRanges, withRanges } from './hold'
import { PartialNumbers } from './PartialNumbers'
import { PlotCard, SurfaceCard } from './PlotCard'
import { placed, placedRange } from './placed'
import { SurfaceControls } from './SurfaceControls'
import { createSize } from './size'
import { steady } from './steady'

/** Two variables at a point: contour and surface with both slices, each slice as a curve, the numbers. */
export function Partial(props: { ask: Ask; scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  return (
    <Show
      when={lab.experiment().variables.length > 1}
      fallback={
        <div class="empty">
          <p>{words().needsTwo}</p>
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
      <Slices ask={props.ask} scene={props.scene} />
    </Show>
  )
}

function Slices(props: { ask: Ask; scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab
  const { size, attach } = createSize()
  const plane = createPlane(lab, props.ask, size)
  const axes = plane.axes
  const moveTo = (changes: Readonly<Record<number, number>>) =>
    lab.change(
      (experiment) =>
        withPoint(
          experiment,
          experiment.point.map((value, axis) => changes[axis] ?? value)
        ),
      'point'
    )
  /** Where a hand that sees the variable's range put its coordinate. */
  const place = (axis: number, value: number) => {
    const range = lab.experiment().variables[axis]
    return range ? placed(value, range) : value
  }
  const put = (x: number, y: number) => moveTo({ [axes()[0]]: place(axes()[0], x), [axes()[1]]: place(axes()[1], y) })
  const title = (of: string) => planeTitle(of, lab.experiment(), lab.words())
  const events: PlotEvents = {
    drag: (_, x, y) => put(x, y),
    place: (x, y) => put(x, y),
    view: (x, y) => lab.change((experiment) => withRanges(experiment, axes(), [x, y].map(placedRange)), 'ranges'),
    reset: () => lab.change(withoutRanges)
  }
  const contourFigure = (): FlatFigure | null => {
    const data = plane.dataOf(plane.contour())
    return data && { plot: 'contour', title: title(lab.title()), data }
  }
  const raisedFigure = (): SurfaceFigure | null => {
    const data = plane.dataOf(plane.surface())
    return data && surfaceFigure(title(lab.title()), data, lab.experiment())
  }
  return (
    <div class="partial">
      <PlotCard
        title={title(words().plots.contour)}
        controls={<ContourControls />}
        attach={attach}
        stale={plane.contour().problem !== undefined}
        figure={contourFigure()}
        events={events}
      />
      <SurfaceCard
        title={title(words().plots.surface)}
        controls={<SurfaceControls />}
        stale={plane.surface().problem !== undefined}
        moving={false}
        figure={raisedFigure()}
        events={{ camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })) }}
      />
      <For each={[0, 1] as const}>
        {(side) => (
          <Slice
            ask={props.ask}
            axis={axes()[side]}
            slot={`slice-${side}`}
            report={plane.report}
            onMove={(value) => moveTo({ [axes()[side]]: place(axes()[side], value) })}
          />
        )}
      </For>
      <PartialNumbers report={plane.report} scene={props.scene} onMove={moveTo} />
    </div>
  )
}

interface Plane {
  readonly axes: Accessor<readonly [number, number]>
  readonly contour: Accessor<Answered<'grid'>>
  readonly surface: Accessor<Answered<'grid'>>
  /** What is known at the point. */
  readonly report: Accessor<PointReport | undefined>
  /** A grid with the point on it; null until there are samples. */
  readonly dataOf: (answered: Answered<'grid'>) => ContourData | null
}

/** Keeps asking for the function over the plane and at the point. `size`: of the contour, in CSS pixels. */
function createPlane(lab: Lab, ask: Ask, size: Accessor<Size>): Plane {
  const axes = createMemo(() => lab.experiment().view.axes, undefined, {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1]
  })
  const range = (axis: number) => {
    const { min, max } = lab.experiment().variables[axis] ?? { min: -5, max: 5 }
    return { min, max }
  }
  const typed = createMemo(() => ({ x: range(axes()[0]), y: range(axes()[1]) }))
  const flat = createMemo(() =>
    lab.experiment().view.square && size().width > 0 ? squareRanges(typed().x, typed().y, size()) : typed()
  )
  /** The two coordinates on the axes do not matter to a grid over them. */
  const held = createMemo(() => lab.experiment().point.map((value, axis) => (axes().includes(axis) ? 0 : value)))
  const contour = createAnswer(
    ask,
    createMemo(() =>
      size().width > 0
        ? gridQuestion(
            'contour',
            lab.subject(),
            axes(),
            held(),
            flat(),
            contourCorners,
            lab.experiment().view.field.towards !== 'none'
          )
        : null
    )
  )
  const surface = createAnswer(
    ask,
    createMemo(() => {
      const corners = surfaceSize(lab.experiment().view.surface, typed())
      return gridQuestion('surface', lab.subject(), axes(), held(), typed(), corners)
    })
  )
  const report = createAnswer(
    ask,
    createMemo(() => pointQuestion(lab.subject(), lab.experiment().point, lab.experiment().gradient.h, axes()))
  )
  const known = () => report().last?.answer
  const dataOf = ({ last }: Answered<'grid'>): ContourData | null => {
    if (!last) return null
    const { x, y } = last.question.body
    return pointPlane(lab.experiment(), last.answer, { x, y }, known())
  }
  return { axes, contour, surface, report: known, dataOf }
}

function Slice(props: {
  ask: Ask
  axis: number
  slot: string
  report: Accessor<PointReport | undefined>
  onMove: (value: number) => void
}) {
  const lab = useLab()
  const range = createMemo(() => {
    const { min, max } = lab.experiment().variables[props.axis] ?? { min: -5, max: 5 }
    return { min, max }
  })
  const line = createMemo(() => lab.experiment().point.map((value, axis) => (axis === props.axis ? 0 : value)))
  const samples = createAnswer(
    props.ask,
    createMemo(() => curveQuestion(props.slot, lab.subject(), props.axis, line(), range()))
  )
  const data = steady(lab, () => {
    const { last } = samples()
    if (!last) return null
    return { ...pointCurve(lab.experiment(), props.axis, last.answer, range(), props.report()), y: null }
  })
  const figure = (): FlatFigure | null => {
    const found = data()
    return found && { plot: 'curve', title: lab.title(), data: found }
  }
  return (
    <PlotCard
      title={sliceTitle(lab.experiment(), props.axis, lab.words())}
      stale={samples().problem !== undefined}
      figure={figure()}
      events={{ drag: (_, x) => props.onMove(x), place: (x) => props.onMove(x) }}
    />
  )
}
