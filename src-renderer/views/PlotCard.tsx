import { ContextMenu } from '@kobalte/core/context-menu'
import { FormulaError } from '@shared/language/error'
import { createEffect, createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { copyPicture, savePicture } from '../figures/export'
import { useLab } from '../lab'
import { chartIn, type FlatView, type PlotEvents } from '../plots/chart'
import type { Figure, FlatFigure, Pointed } from '../plots/figure'
import { type SurfaceEvents, type SurfaceFigure, type SurfaceView, surfaceIn } from '../plots/gl'
import { looks } from '../plots/look'
import { createFrame } from './frame'

interface Frame {
  readonly title: string
  /** In place of the title. */
  readonly heading?: JSX.Element
  /** A mark before the title, in the colour that stands for the plot in others. */
  readonly colour?: string
  /** It stands under a tab that is called the same: no title, no card of its own. */
  readonly isBare?: boolean
  /** Controls at the right of the title. */
  readonly controls?: JSX.Element
  /** A line below the title. */
  readonly strip?: JSX.Element
  /** The picture is older than what is wanted; it also is while the typed function, or a range, cannot be used. */
  readonly stale?: boolean
  /** A sentence in place of the picture, e.g. because f is defined nowhere here. */
  readonly instead?: string | null
  readonly class?: string
}

/** A flat plot on a card. `attach` gets the element that is drawn into, for its size. */
export function PlotCard(
  props: Frame & {
    figure: FlatFigure | null
    events?: PlotEvents
    /** The place under the pointer, shared with other plots. */
    pointed?: Pointed | null
    attach?: (element: HTMLElement) => void
  }
) {
  const lab = useLab()
  const [note, setNote] = createSignal<string | null>(null)
  const figure = createMemo(() => props.figure)
  const inFrame = createFrame()
  let element!: HTMLDivElement
  let view: FlatView | undefined
  onMount(() => {
    props.attach?.(element)
    const events = props.events ?? {}
    view = chartIn(element, { ...events, note: setNote })
    createEffect(() => {
      const [shown, look, words] = [figure(), looks[lab.theme()], lab.words().plots]
      if (shown) inFrame(() => view?.update(shown, look, words))
    })
    createEffect(() => view?.point(props.pointed ?? null))
  })
  onCleanup(() => view?.destroy())
  return (
    <Card {...props} figure={figure()} note={note()}>
      <div ref={element} class="canvas" role="img" aria-label={props.title} />
    </Card>
  )
}

interface SurfaceProps extends Frame {
  readonly figure: SurfaceFigure | null
  /** The data will change again soon: it is drawn coarser. */
  readonly moving: boolean
  /** The place under the pointer, shared with other plots. */
  readonly pointed?: Pointed | null
  readonly events?: SurfaceEvents
}

/** A surface on a card; where there is no WebGL, the contour of the same data. */
export function SurfaceCard(props: SurfaceProps) {
  const lab = useLab()
  const [note, setNote] = createSignal<string | null>(null)
  const figure = createMemo(() => props.figure)
  const inFrame = createFrame()
  let element!: HTMLDivElement
  let view: SurfaceView | undefined
  onMount(() => {
    view = surfaceIn(element, { ...(props.events ?? {}), note: setNote })
    createEffect(() => {
      const [shown, look, words, moving] = [figure(), looks[lab.theme()], lab.words().plots, props.moving]
      if (shown) inFrame(() => view?.update(shown, look, words, moving))
    })
    createEffect(() => view?.point(props.pointed ?? null))
  })
  onCleanup(() => view?.destroy())
  return (
    <Card {...props} figure={figure()} note={note()}>
      <div ref={element} class="canvas" role="img" aria-label={props.title} />
    </Card>
  )
}

function Card(props: Frame & { figure: Figure | null; note: string | null; children: JSX.Element }) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  return (
    <section
      class={`card plot ${props.class ?? ''}`}
      classList={{
        bare: props.isBare,
        stale: props.stale || lab.formula() instanceof FormulaError || lab.refused('range') !== null
      }}
    >
      <h3>
        {props.heading ?? (
          <span title={props.title} classList={{ 'sr-only': props.isBare }}>
            <Show when={props.colour}>
              <i class="colour-mark" style={{ background: props.colour }} />
            </Show>
            {props.title}
          </span>
        )}
        <Show when={props.note && !props.instead}>
          <span class="plot-note" title={props.note ?? undefined}>
            {props.note}
          </span>
        </Show>
        {props.controls}
      </h3>
      {props.strip}
      <ContextMenu>
        <ContextMenu.Trigger class="plot-area" disabled={props.figure === null}>
          {props.children}
        </ContextMenu.Trigger>
        <ContextMenu.Portal>
          <ContextMenu.Content class="menu">
            <ContextMenu.Item class="menu-item" onSelect={() => props.figure && void savePicture(lab, props.figure)}>
              {words().save}
            </ContextMenu.Item>
            <ContextMenu.Item class="menu-item" onSelect={() => props.figure && void copyPicture(lab, props.figure)}>
              {words().copy}
            </ContextMenu.Item>
          </ContextMenu.Content>
        </ContextMenu.Portal>
      </ContextMenu>
      <Show when={props.figure?.caption}>
        {(caption) => (
          <p class="plot-caption" title={caption()}>
            {caption()}
          </p>
        )}
      </Show>
      <Show when={props.instead}>
        <p class="instead">{props.instead}</p>
      </Show>
    </section>
  )
}
