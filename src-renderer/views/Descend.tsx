import { withStart } from '@shared/experiment/edit'
import type { Experiment } from '@shared/experiment/experiment'
import { withRun, withRunDuplicated } from '@shared/experiment/runs'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { type Ask, createAnswer } from '../answer'
import { Choice } from '../controls/Choice'
import { descentCurve, descentPlane, type Selection, smallPlots, surfaceFigure, tracesOf } from '../figures/descent'
import { standingPoint } from '../figures/gather'
import { visibleRange } from '../figures/ranges'
import { contourCorners, surfaceSize } from '../figures/sampling'
import { useLab } from '../lab'
import { PlaybackBar } from '../panels/PlaybackBar'
import { StepPanel } from '../panels/StepPanel'
import { StepTable } from '../panels/StepTable'
import type { PlotEvents } from '../plots/chart'
import type { FlatFigure } from '../plots/figure'
import { squareRanges } from '../plots/ranges'
import { curveQuestion, gridQuestion, pointQuestion } from '../questions'
import type { Scene } from '../scene'
import { withoutRanges, withRanges } from './hold'
import { PlotCard, SurfaceCard } from './PlotCard'
import { SurfaceStyle } from './SurfaceStyle'
import { createSize } from './size'

/** Optimisers at work: linked plots, small multiples or one contour a run; playback, loss, table, step panel. */
export function Descend(props: { scene: Scene; ask: Ask }) {
  const lab = useLab()
  const single = () => lab.experiment().variables.length === 1
  return (
    <div class="descend">
      <Show when={single()} fallback={<Plane scene={props.scene} ask={props.ask} />}>
        <Line scene={props.scene} ask={props.ask} />
      </Show>
      <PlaybackBar playback={props.scene.playback} />
      <div class="footer">
        <Loss scene={props.scene} />
        <StepTable scene={props.scene} />
        <StepPanel scene={props.scene} />
      </div>
    </div>
  )
}

const selectionOf = (lab: ReturnType<typeof useLab>): Selection => ({ step: lab.step(), run: lab.run() })

/** Clicking a step selects it and its run. */
const pickOf = (lab: ReturnType<typeof useLab>, scene: Scene) => (run: number, step: number) => {
  scene.playback.pause()
  lab.selectRun(run)
  lab.selectStep(step)
}

/** The run begins at `start`: its own, if it has one, otherwise the shared one is moved. */
function withStartOf(experiment: Experiment, run: number, start: readonly number[]): Experiment {
  const moved = experiment.runs[run]
  return moved?.start ? withRun(experiment, moved.id, { start }) : withStart(experiment, start)
}

/** One more run like number `run`, from a start of its own made from the old one. */
function withRunFrom(
  experiment: Experiment,
  run: number,
  start: (old: readonly number[]) => readonly number[]
): Experiment {
  const original = experiment.runs[run]
  if (!original) return experiment
  const more = withRunDuplicated(experiment, original.id)
  const copy = more.runs[run + 1]
  return copy && more !== experiment
    ? withRun(more, copy.id, { start: start(original.start ?? experiment.start) })
    : experiment
}

/** How the Descend tab is laid out: linked plots, one small plot a step, or – over a plane – one a run. */
export function ArrangementChoice() {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const label = { linked: 'linked', steps: 'steps', runs: 'methods' } as const
  const offered = () =>
    lab.experiment().variables.length > 1 ? (['linked', 'steps', 'runs'] as const) : (['linked', 'steps'] as const)
  return (
    <Choice
      label={words().arrangement}
      value={lab.experiment().view.arrangement}
      options={offered().map((value) => ({ value, label: words()[label[value]] }))}
      onChange={(arrangement) => lab.look((view) => ({ ...view, arrangement }))}
    />
  )
}

/** One variable: the curve with the steps and their tangents, f′ beside it. */
function Line(props: { scene: Scene; ask: Ask }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const range = createMemo(() => visibleRange(lab.experiment(), 0, props.scene.reports()))
  const samples = createAnswer(
    props.ask,
    createMemo(() => curveQuestion('curve', lab.subject(), 0, lab.experiment().start, range()))
  )
  const traces = createMemo(() => tracesOf(lab.experiment(), props.scene.reports(), lab.words(), [0, 0]))
  const data = createMemo(() => {
    const { last } = samples()
    if (last?.question.body.subject.variables.length !== 1) return null
    return descentCurve(lab.experiment(), last.answer, range(), traces(), selectionOf(lab))
  })
  const instead = () => {
    const { last } = samples()
    return last?.answer.values.every(Number.isNaN) ? words().undefinedEverywhere : null
  }
  const events: PlotEvents = {
    pick: pickOf(lab, props.scene),
    drag: (handle, x) => {
      if (handle === 'start') lab.change((experiment) => withStartOf(experiment, lab.run(), [x]), 'start')
    },
    place: (x, _, shift) =>
      shift
        ? lab.change((experiment) => withRunFrom(experiment, lab.run(), () => [x]))
        : lab.change((experiment) => withStartOf(experiment, lab.run(), [x]), 'start'),
    view: (x, values) =>
      lab.change(
        (experiment) => ({ ...withRanges(experiment, [0], [x]), view: { ...experiment.view, values } }),
        'ranges'
      ),
    reset: () =>
      lab.change((experiment) => ({ ...withoutRanges(experiment), view: { ...experiment.view, values: null } }))
  }
  const figure = (plot: 'curve' | 'slope', title: string): FlatFigure | null => {
    const found = data()
    return found && { plot, title, data: found }
  }
  return (
    <div class="plots">
      <Switch>
        <Match when={lab.experiment().view.arrangement === 'steps'}>
          <PlotCard
            class="whole"
            title={words().steps}
            stale={samples().problem !== undefined}
            figure={(() => {
              const curve = data()
              const count = smallPlots(lab.experiment())
              return curve && { plot: 'steps', title: lab.title(), data: { kind: 'curve', count, curve } }
            })()}
            events={{ pick: pickOf(lab, props.scene) }}
          />
        </Match>
        <Match when={true}>
          <PlotCard
            title={words().curve}
            stale={samples().problem !== undefined}
            instead={instead()}
            figure={figure('curve', lab.title())}
            events={events}
          />
          <PlotCard
            title={words().slope}
            stale={samples().problem !== undefined}
            figure={figure('slope', words().slope)}
            events={events}
          />
        </Match>
      </Switch>
    </div>
  )
}

/** Two or more variables: the contour of two of them beside the surface. */
function Plane(props: { scene: Scene; ask: Ask }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const view = () => lab.experiment().view
  const axes = createMemo(() => view().axes, undefined, { equals: (a, b) => a[0] === b[0] && a[1] === b[1] })
  const { size, attach } = createSize()
  const traces = createMemo(() => tracesOf(lab.experiment(), props.scene.reports(), lab.words(), axes()))

  const typed = createMemo(() => ({
    x: visibleRange(lab.experiment(), axes()[0], props.scene.reports()),
    y: visibleRange(lab.experiment(), axes()[1], props.scene.reports())
  }))
  const squared = createMemo(() =>
    view().square && view().arrangement === 'linked' && size().width > 0
      ? squareRanges(typed().x, typed().y, size())
      : typed()
  )
  /** Where the selected run stands: the other variables are held there. */
  const standing = createMemo(() => standingPoint(lab.experiment(), props.scene.reports(), selectionOf(lab)))
  const held = createMemo(() => (lab.experiment().variables.length > 2 ? standing() : lab.experiment().start))
  const contour = createAnswer(
    props.ask,
    createMemo(() =>
      size().width > 0
        ? gridQuestion('contour', lab.subject(), axes(), held(), squared(), contourCorners, view().field)
        : null
    )
  )
  const surface = createAnswer(
    props.ask,
    createMemo(() => {
      const corners = surfaceSize(view().surface, typed())
      return gridQuestion('surface', lab.subject(), axes(), held(), typed(), corners)
    })
  )
  const slope = createAnswer(
    props.ask,
    createMemo(() => pointQuestion(lab.subject(), standing(), lab.experiment().gradient.h))
  )
  const gradient = createMemo((): readonly [number, number] | null => {
    const { last } = slope()
    if (!last || lab.experiment().runs.length === 0) return null
    const [across, up] = [last.answer.gradient[axes()[0]], last.answer.gradient[axes()[1]]]
    return across === undefined || up === undefined ? null : [across, up]
  })
  const plane = (answered: ReturnType<typeof contour>) => {
    const { last } = answered
    if (!last) return null
    const { x, y } = last.question.body
    return descentPlane(lab.experiment(), last.answer, { x, y }, traces(), selectionOf(lab), gradient())
  }
  const contourData = createMemo(() => plane(contour()))
  const surfaceData = createMemo(() => plane(surface()))

  const events: PlotEvents = {
    pick: pickOf(lab, props.scene),
    drag: (handle, x, y) => {
      const run = Number(/^start-(\d+)$/.exec(handle)?.[1] ?? Number.NaN)
      if (Number.isInteger(run)) moveStart(run, x, y)
    },
    place: (x, y, shift) => (shift ? addStart(x, y) : moveStart(lab.run(), x, y)),
    view: (x, y) => lab.change((experiment) => withRanges(experiment, axes(), [x, y]), 'ranges'),
    reset: () => lab.change(withoutRanges)
  }
  const placed = (start: readonly number[], x: number, y: number) =>
    start.map((value, index) => (index === axes()[0] ? x : index === axes()[1] ? y : value))
  const moveStart = (run: number, x: number, y: number) =>
    lab.change((experiment) => {
      const old = experiment.runs[run]?.start ?? experiment.start
      return withStartOf(experiment, run, placed(old, x, y))
    }, 'start')
  /** One more run like the selected one, from a start of its own. */
  const addStart = (x: number, y: number) =>
    lab.change((experiment) => withRunFrom(experiment, lab.run(), (start) => placed(start, x, y)))

  const contourControls = () => (
    <span class="controls">
      <label class="check" title={words().squareHint}>
        <input
          type="checkbox"
          checked={view().square}
          onChange={(event) => {
            const square = event.currentTarget.checked
            lab.look((old) => ({ ...old, square }))
          }}
        />
        {words().square}
      </label>
      <label class="check" title={words().fieldHint}>
        <input
          type="checkbox"
          checked={view().field}
          onChange={(event) => {
            const field = event.currentTarget.checked
            lab.look((old) => ({ ...old, field }))
          }}
        />
        {words().field}
      </label>
    </span>
  )
  const stale = () => contour().problem !== undefined
  return (
    <div class="plots">
      <Switch>
        <Match when={view().arrangement === 'steps'}>
          <PlotCard
            class="whole"
            title={words().steps}
            attach={attach}
            stale={stale()}
            figure={(() => {
              const data = contourData()
              const count = smallPlots(lab.experiment())
              return data && { plot: 'steps', title: lab.title(), data: { kind: 'contour', count, contour: data } }
            })()}
            events={{ pick: pickOf(lab, props.scene) }}
          />
        </Match>
        <Match when={view().arrangement === 'runs'}>
          <PlotCard
            class="whole"
            title={words().methods}
            attach={attach}
            stale={stale()}
            figure={(() => {
              const data = contourData()
              return data && { plot: 'runs', title: lab.title(), data: { contour: data } }
            })()}
            events={{ pick: pickOf(lab, props.scene) }}
          />
        </Match>
        <Match when={true}>
          <PlotCard
            title={words().contour}
            attach={attach}
            controls={contourControls()}
            stale={stale()}
            instead={contour().last?.answer.values.every(Number.isNaN) ? words().undefinedEverywhere : null}
            figure={(() => {
              const data = contourData()
              return data && { plot: 'contour', title: lab.title(), data }
            })()}
            events={events}
          />
          <SurfaceCard
            title={words().surface}
            controls={<SurfaceStyle />}
            stale={surface().problem !== undefined}
            moving={props.scene.playback.playing()}
            figure={(() => {
              const data = surfaceData()
              return data && surfaceFigure(lab.title(), data, lab.experiment())
            })()}
            events={{
              camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })),
              pick: pickOf(lab, props.scene)
            }}
          />
        </Match>
      </Switch>
    </div>
  )
}

function Loss(props: { scene: Scene }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const figure = createMemo((): FlatFigure => {
    const axes = lab.experiment().view.axes
    return {
      plot: 'loss',
      title: words().loss,
      data: {
        traces: tracesOf(lab.experiment(), props.scene.reports(), lab.words(), axes),
        scale: lab.experiment().view.loss,
        step: lab.step(),
        selected: lab.run()
      }
    }
  })
  return (
    <PlotCard
      title={words().loss}
      figure={figure()}
      events={{ pick: pickOf(lab, props.scene) }}
      controls={
        <Choice
          label={words().lossLabel}
          value={lab.experiment().view.loss}
          options={(['linear', 'log'] as const).map((value) => ({ value, label: words()[value] }))}
          onChange={(loss) => lab.look((view) => ({ ...view, loss }))}
        />
      }
    />
  )
}
