import { type JSX, Match, Switch } from 'solid-js'
import type { Answered } from '../answer'
import { captioned } from '../figures/caption'
import { stepStretch, surfaceFigure } from '../figures/descent'
import { PartButtons } from '../frame/part'
import type { Lab } from '../lab'
import type { PlotEvents } from '../plots/chart'
import type { ContourData, FlatFigure } from '../plots/figure'
import type { SurfaceFigure } from '../plots/gl'
import type { Scene } from '../scene'
import { ArrangementChoice } from './ArrangementChoice'
import { ContourControls } from './ContourControls'
import { PlotCard, SurfaceCard } from './PlotCard'
import type { Pictures } from './pictures'
import { StretchFields } from './StretchFields'
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
export function planePictures(
  lab: Lab,
  scene: Scene,
  options: {
    readonly plane: PlaneOfRuns
    /** Hears of the element the contours are drawn in. */
    readonly attach: (element: HTMLElement) => void
    /** What is done on the large contour besides selecting a step. */
    readonly events: PlotEvents
    /** Stands in place of a picture that has nothing to show; null: it has. */
    readonly instead: (answered: Answered<'grid' | 'plane'>) => string | null
    /** Noted in the pictures that are saved. */
    readonly aside?: () => { readonly aside?: string }
    /** Above the contours. */
    readonly strip?: () => JSX.Element
  }
): Pictures {
  const { plane, attach, events, instead, aside, strip } = options
  const words = () => lab.words().lab.plots
  const arrangement = () => lab.experiment().view.arrangement
  const printed = () => ({ ...captioned(lab.experiment(), lab.words()), ...aside?.() })
  const flat = (figure: (contour: ContourData) => FlatFigure) => {
    const data = plane.contourData()
    return data && { ...figure(data), ...printed() }
  }
  const surface = (): SurfaceFigure | null => {
    const data = plane.surfaceData()
    return data && { ...surfaceFigure(lab.title(), data, lab.experiment()), ...printed() }
  }
  const pick = pickOf(lab, scene)
  const contours = () => ({ attach, stale: plane.contour().problem !== undefined })
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
            strip={strip?.()}
            figure={flat((contour) => {
              const data = { kind: 'contour', ...stepStretch(lab.experiment()), contour } as const
              return { plot: 'steps', title: lab.title(), data }
            })}
            events={{ pick }}
          />
        </Match>
        <Match when={arrangement() === 'runs'}>
          <PlotCard
            {...contours()}
            title={words().methods}
            heading={<ArrangementChoice />}
            controls={<PartButtons />}
            strip={strip?.()}
            figure={flat((contour) => ({ plot: 'runs', title: lab.title(), data: { contour } }))}
            events={{ pick }}
          />
        </Match>
        <Match when={true}>
          <PlotCard
            {...contours()}
            title={words().contour}
            heading={<ArrangementChoice />}
            controls={<ContourControls />}
            strip={strip?.()}
            instead={instead(plane.contour())}
            figure={flat((data) => ({ plot: 'contour', title: lab.title(), data }))}
            events={{ ...events, pick }}
          />
        </Match>
      </Switch>
    ),
    companionTitle: () => (arrangement() === 'linked' ? words().surface : undefined),
    companion: () => (
      <SurfaceCard
        title={words().surface}
        controls={<SurfaceControls data={() => surface()?.data ?? null} />}
        stale={plane.surface().problem !== undefined}
        instead={instead(plane.surface())}
        moving={scene.playback.playing()}
        figure={surface()}
        events={{
          camera: (camera) => lab.look((old) => ({ ...old, surface: { ...old.surface, camera } })),
          pick
        }}
      />
    )
  }
}
