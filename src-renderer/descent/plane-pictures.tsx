import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import type { Ask } from '../answers/answer'
import { ContourControls } from '../cards/ContourControls'
import { nowhereSentence } from '../cards/nowhere'
import { PlotCard, SurfaceCard } from '../cards/PlotCard'
import { type Axes, createPointer, type Pointer } from '../cards/pointer'
import { SurfaceControls } from '../cards/SurfaceControls'
import { createSize } from '../cards/size'
import type { ContourData } from '../figure'
import { contourOfRuns, type DescentOnPlane, surfaceOfRuns } from '../figures/descend'
import { createKnowledge, type Knowledge } from '../figures/knowledge'
import { PartButtons } from '../frame/part'
import type { Lab } from '../lab/lab'
import type { PlotEvents } from '../plots/chart'
import { pickOf } from '../runs/selection'
import type { Scene } from '../scene/scene'
import { AllHidden } from './AllHidden'
import { ArrangementChoice } from './ArrangementChoice'
import type { Pictures } from './pictures'
import { StretchFields } from './StretchFields'

interface Options {
  readonly descent: Accessor<DescentOnPlane>
  /** What is done on the large contour, which is `shown`, besides selecting a step. */
  readonly events: (shown: Accessor<ContourData | null>) => PlotEvents
  /** Whether somebody has taken hold of its ranges; absent: as the document says. */
  readonly isHeld?: () => boolean
  /** How its axes lie among the variables. */
  readonly axes: Axes
  /** Why there is nothing to show; null: there is. */
  readonly missing?: () => string | null
  /** Above the contours. */
  readonly strip?: () => JSX.Element
}

/** Runs over a plane, in the arrangement of the document: contour beside surface, a small contour a step, or one a run. */
export function planePictures(lab: Lab, scene: Scene, ask: Ask, options: Options): Pictures {
  const { descent, missing = () => null } = options
  const strip = () => (
    <>
      <AllHidden />
      {options.strip?.()}
    </>
  )
  const words = () => lab.words().lab.plots
  const arrangement = () => lab.experiment().view.arrangement
  const { size, attach } = createSize()
  const knowledge = createKnowledge(ask)
  const contour = knowledge.made(descent, contourOfRuns, size)
  const figure = () => contour().value ?? null
  const ofPlot = <Plot extends string>(plot: Plot) => {
    const found = figure()
    return found?.plot === plot ? found : null
  }
  const shown = () => {
    const found = figure()
    return found?.plot === 'contour' ? found.data : null
  }
  const events = options.events(shown)
  const pointer = createPointer(lab, ask, options.axes, true)
  const pick = pickOf(lab, scene)
  const contours = () => ({ attach, stale: contour().problem !== undefined || scene.runs().problem !== undefined })
  return {
    hero: () => (
      <Switch>
        <Match when={arrangement() === 'steps'}>
          <PlotCard
            {...contours()}
            title={words().steps}
            heading={<ArrangementChoice />}
            controls={
              <>
                <StretchFields />
                <PartButtons />
              </>
            }
            strip={strip()}
            figure={ofPlot('steps')}
            events={{ pick }}
          />
        </Match>
        <Match when={arrangement() === 'runs'}>
          <PlotCard
            {...contours()}
            title={words().methods}
            heading={<ArrangementChoice />}
            controls={<PartButtons />}
            strip={strip()}
            figure={ofPlot('runs')}
            events={{ pick }}
          />
        </Match>
        <Match when={true}>
          <PlotCard
            {...contours()}
            title={words().contour}
            heading={<ArrangementChoice />}
            controls={<ContourControls />}
            strip={strip()}
            instead={missing() ?? nowhereSentence(shown()?.samples.values, words())}
            figure={ofPlot('contour')}
            time={scene.story.time()}
            pointed={pointer.pointed()}
            {...(options.isHeld && { isHeld: options.isHeld() })}
            events={{ ...events, point: pointer.point, pick }}
          />
        </Match>
      </Switch>
    ),
    companionTitle: () => (arrangement() === 'linked' ? words().surface : undefined),
    companion: () => <Surface {...{ lab, scene, knowledge, pointer, descent, missing }} />
  }
}

/** The surface, which is only made where there is room for it. */
function Surface(
  props: { lab: Lab; scene: Scene; knowledge: Knowledge; pointer: Pointer } & Required<
    Pick<Options, 'descent' | 'missing'>
  >
) {
  const { lab, scene } = props
  const words = () => lab.words().lab.plots
  const surface = props.knowledge.made(props.descent, surfaceOfRuns)
  const data = () => surface().value?.data ?? null
  return (
    <SurfaceCard
      title={words().surface}
      controls={<SurfaceControls data={data} />}
      stale={surface().problem !== undefined || scene.runs().problem !== undefined}
      instead={props.missing() ?? nowhereSentence(data()?.samples.values, words())}
      moving={scene.playback.playing()}
      figure={surface().value ?? null}
      pointed={props.pointer.pointed()}
      events={{
        point: props.pointer.point,
        camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })),
        pick: pickOf(lab, scene)
      }}
    />
  )
}
