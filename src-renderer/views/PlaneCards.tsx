import { type JSX, Match, Switch } from 'solid-js'
import type { Answered } from '../answer'
import { captioned } from '../figures/caption'
import { smallPlots, surfaceFigure } from '../figures/descent'
import { useLab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { ContourData, FlatFigure } from '../plots/figure'
import type { SurfaceFigure } from '../plots/gl'
import type { Scene } from '../scene'
import { ContourControls } from './ContourControls'
import { PlotCard, SurfaceCard } from './PlotCard'
import { SurfaceControls } from './SurfaceControls'
import { pickOf } from './selection'

/** The answers about a plane, of any directions, and what is drawn of them; data are null until there are samples. */
interface PlaneOfRuns {
  contour(): Answered<'grid' | 'plane'>
  surface(): Answered<'grid' | 'plane'>
  contourData(): ContourData | null
  surfaceData(): ContourData | null
}

/** Runs over a plane, in the arrangement of the document: contour beside surface, a small contour a step, or one a run. */
export function PlaneCards(props: {
  scene: Scene
  plane: PlaneOfRuns
  /** Hears of the element the contours are drawn in. */
  attach: (element: HTMLElement) => void
  /** What is done on the large contour besides selecting a step. */
  events: PlotEvents
  /** Stands in place of a picture that has nothing to show; null: it has. */
  instead: (answered: Answered<'grid' | 'plane'>) => string | null
  /** Noted in the pictures that are saved. */
  aside?: () => { readonly aside?: string }
  /** Above the contours. */
  strip?: () => JSX.Element
}) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const arrangement = () => lab.experiment().view.arrangement
  const printed = () => ({ ...captioned(lab.experiment(), lab.words()), ...props.aside?.() })
  const flat = (figure: (contour: ContourData) => FlatFigure) => {
    const data = props.plane.contourData()
    return data && { ...figure(data), ...printed() }
  }
  const surface = (): SurfaceFigure | null => {
    const data = props.plane.surfaceData()
    return data && { ...surfaceFigure(lab.title(), data, lab.experiment()), ...printed() }
  }
  const pick = pickOf(lab, props.scene)
  const contours = () => ({ attach: props.attach, stale: props.plane.contour().problem !== undefined })
  return (
    <div class="plots">
      <Switch>
        <Match when={arrangement() === 'steps'}>
          <PlotCard
            {...contours()}
            class="whole"
            title={words().steps}
            strip={props.strip?.()}
            figure={flat((contour) => {
              const count = smallPlots(lab.experiment())
              return { plot: 'steps', title: lab.title(), data: { kind: 'contour', count, contour } }
            })}
            events={{ pick }}
          />
        </Match>
        <Match when={arrangement() === 'runs'}>
          <PlotCard
            {...contours()}
            class="whole"
            title={words().methods}
            strip={props.strip?.()}
            figure={flat((contour) => ({ plot: 'runs', title: lab.title(), data: { contour } }))}
            events={{ pick }}
          />
        </Match>
        <Match when={true}>
          <PlotCard
            {...contours()}
            title={words().contour}
            controls={<ContourControls />}
            strip={props.strip?.()}
            instead={props.instead(props.plane.contour())}
            figure={flat((data) => ({ plot: 'contour', title: lab.title(), data }))}
            events={{ ...props.events, pick }}
          />
          <SurfaceCard
            title={words().surface}
            controls={<SurfaceControls data={() => surface()?.data ?? null} />}
            stale={props.plane.surface().problem !== undefined}
            instead={props.instead(props.plane.surface())}
            moving={props.scene.playback.playing()}
            figure={surface()}
            events={{
              camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })),
              pick
            }}
          />
        </Match>
      </Switch>
    </div>
  )
}
