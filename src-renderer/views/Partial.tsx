import { withFormula, withPoint } from '@shared/experiment/edit'
import { FormulaError } from '@shared/language/error'
import { typeset, typesetName, typesetNumber } from '@shared/language/typeset'
import type { PointReport } from '@shared/protocol'
import { type Accessor, createMemo, For, Show } from 'solid-js'
import { type Answered, type Ask, createAnswer } from '../answer'
import { Formula } from '../editor/Formula'
import { surfaceFigure } from '../figures/descent'
import { sliceTitle } from '../figures/gather'
import { axisName } from '../figures/names'
import { pointCurve, pointPlane, slopesAt } from '../figures/point'
import { contourCorners, surfaceSize } from '../figures/sampling'
import { type Lab, useLab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { ContourData, FlatFigure } from '../plots/figure'
import type { SurfaceFigure } from '../plots/gl'
import type { Size } from '../plots/layout'
import { numeral } from '../plots/numerals'
import { squareRanges } from '../plots/ranges'
import { curveQuestion, gridQuestion, pointQuestion } from '../questions'
import type { Scene } from '../scene'
import { withoutRanges, withRanges } from './hold'
import { PlotCard, SurfaceCard } from './PlotCard'
import { SurfaceStyle } from './SurfaceStyle'
import { createSize } from './size'

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
  const events: PlotEvents = {
    drag: (_, x, y) => moveTo({ [axes()[0]]: x, [axes()[1]]: y }),
    place: (x, y) => moveTo({ [axes()[0]]: x, [axes()[1]]: y }),
    view: (x, y) => lab.change((experiment) => withRanges(experiment, axes(), [x, y]), 'ranges'),
    reset: () => lab.change(withoutRanges)
  }
  const contourFigure = (): FlatFigure | null => {
    const data = plane.dataOf(plane.contour())
    return data && { plot: 'contour', title: lab.title(), data }
  }
  const raisedFigure = (): SurfaceFigure | null => {
    const data = plane.dataOf(plane.surface())
    return data && surfaceFigure(lab.title(), data, lab.experiment())
  }
  return (
    <div class="partial">
      <PlotCard
        title={words().plots.contour}
        attach={attach}
        stale={plane.contour().problem !== undefined}
        figure={contourFigure()}
        events={events}
      />
      <SurfaceCard
        title={words().plots.surface}
        controls={<SurfaceStyle />}
        stale={plane.surface().problem !== undefined}
        moving={false}
        figure={raisedFigure()}
        events={{ camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })) }}
      />
      <For each={[0, 1] as const}>
        {(place) => (
          <Slice
            ask={props.ask}
            axis={axes()[place]}
            slot={`slice-${place}`}
            report={plane.report}
            onMove={(value) => moveTo({ [axes()[place]]: value })}
          />
        )}
      </For>
      <PartialNumbers report={plane.report} axes={axes()} scene={props.scene} />
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
        ? gridQuestion('contour', lab.subject(), axes(), held(), flat(), contourCorners, lab.experiment().view.field)
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
    createMemo(() => pointQuestion(lab.subject(), lab.experiment().point, lab.experiment().gradient.h))
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
  return (
    <PlotCard
      title={sliceTitle(lab.experiment(), props.axis, lab.words())}
      stale={samples().problem !== undefined}
      figure={(() => {
        const { last } = samples()
        if (!last) return null
        const data = { ...pointCurve(lab.experiment(), props.axis, last.answer, range(), props.report()), y: null }
        return { plot: 'curve' as const, title: lab.title(), data }
      })()}
      events={{ drag: (_, x) => props.onMove(x), place: (x) => props.onMove(x) }}
    />
  )
}

/** The partial derivatives at the point: as formulas, with the other variable as the constant it is, and as numbers. */
function PartialNumbers(props: {
  report: Accessor<PointReport | undefined>
  axes: readonly [number, number]
  scene: Scene
}) {
  const lab = useLab()
  const words = () => lab.words().lab.partial
  const name = (axis: number) => lab.experiment().variables[axis]?.name ?? ''
  const place = () =>
    lab
      .experiment()
      .point.map((value) => typesetNumber(value, 4))
      .join(', ')
  const slopes = () => {
    const found = props.report()
    return found && slopesAt(lab.experiment(), found)
  }
  /** f with every variable but one replaced by the number it is held at. */
  const held = (axis: number) => {
    const formula = lab.formula()
    if (formula instanceof FormulaError) return null
    const number = (letter: string) => {
      const other = lab.experiment().variables.findIndex((variable) => variable.name === letter)
      return other < 0 || other === axis ? undefined : typesetNumber(lab.experiment().point[other] ?? 0, 4)
    }
    return typeset(formula.tree, { names: number })
  }
  const derivative = (axis: number) => {
    const { last } = props.scene.analysis()
    return last?.answer.derivatives[axis]
  }
  return (
    <aside class="card numbers-card" aria-label={words().numbers}>
      <h3>{words().numbers}</h3>
      <For each={props.axes}>
        {(axis, index) => (
          <div class="partial-row">
            <p class="soft">
              {words().constant({
                name: axisName(lab.experiment(), props.axes[1 - index()] ?? 0),
                value: numeral(lab.experiment().point[props.axes[1 - index()] ?? 0] ?? 0)
              })}
            </p>
            <Show when={held(axis)}>{(tex) => <Formula tex={`f(${typesetName(name(axis))}) = ${tex()}`} />}</Show>
            <Formula
              tex={`\\frac{\\partial f}{\\partial ${typesetName(name(axis))}}${derivative(axis) ? ` = ${derivative(axis)}` : ''}`}
            />
            <Formula
              tex={`\\frac{\\partial f}{\\partial ${typesetName(name(axis))}}(${place()}) = ${typesetNumber(slopes()?.[axis] ?? Number.NaN, 7)}`}
            />
          </div>
        )}
      </For>
      <Show when={slopes()}>
        {(found) => (
          <p>
            {words().norm} <Formula tex={`= ${typesetNumber(Math.hypot(...found()), 6)}`} />
          </p>
        )}
      </Show>
    </aside>
  )
}
