import { ContextMenu } from '@kobalte/core/context-menu'
import { FormulaError } from '@shared/language/error'
import Home from 'lucide-solid/icons/house'
import { createEffect, createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { copyPicture, savePicture } from '../export/files'
import type { Figure, FlatFigure, Pointed } from '../figure'
import { useLab } from '../lab/lab'
import { chartIn, type FlatView, type PlotEvents } from '../plots/chart'
import { type SurfaceEvents, type SurfaceFigure, type SurfaceView, surfaceIn } from '../plots/gl'
import { looks } from '../plots/look'
import { createFrame } from './frame'
import { PlotGestures } from './PlotGestures'

interface Frame {
  readonly title: string
  /** In place of the title. */
  readonly heading?: JSX.Element
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

/** Figures of several plots: one cannot go into them by key. */
const several: ReadonlySet<Figure['plot']> = new Set(['steps', 'runs', 'variables', 'signs'])

/** A flat plot on a card. `attach` gets the element that is drawn into, for its size. */
export function PlotCard(
  props: Frame & {
    figure: FlatFigure | null
    events?: PlotEvents
    /** The place under the pointer, shared with other plots. */
    pointed?: Pointed | null
    /** Its range is held; absent: as the document says. */
    isHeld?: boolean
    /** The step under way at a share of its time; null: none is told. */
    time?: number | null
    attach?: (element: HTMLElement) => void
  }
) {
  const lab = useLab()
  const [note, setNote] = createSignal<string | null>(null)
  const [isInside, setInside] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const figure = createMemo(() => props.figure)
  const inFrame = createFrame()
  /** A vertical range belongs to the curve alone. */
  const isHeld = () => {
    const { variables, view } = lab.experiment()
    return variables.some(({ held }) => held) || (figure()?.plot === 'curve' && view.values !== null)
  }
  let element!: HTMLDivElement
  let view: FlatView | undefined
  onMount(() => {
    props.attach?.(element)
    const events = props.events ?? {}
    view = chartIn(element, { ...events, note: setNote, inside: setInside, say: setSaid })
    createEffect(() => {
      const [shown, look, words] = [figure(), looks[lab.theme()], lab.words().plots]
      if (shown) inFrame(() => view?.update(shown, look, words))
    })
    createEffect(() => view?.point(props.pointed ?? null))
    createEffect(() => view?.tell(props.time ?? null))
  })
  onCleanup(() => view?.destroy())
  return (
    <Card
      {...props}
      kind="flat"
      figure={figure()}
      note={note()}
      hand={() => view}
      isInside={isInside()}
      said={said()}
      home={props.events?.reset && props.events.view && (props.isHeld ?? isHeld()) ? props.events.reset : null}
    >
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
  const [isInside, setInside] = createSignal(false)
  const figure = createMemo(() => props.figure)
  const inFrame = createFrame()
  const usualSide = () => props.events?.camera?.(null)
  let element!: HTMLDivElement
  let view: SurfaceView | undefined
  onMount(() => {
    view = surfaceIn(element, { ...(props.events ?? {}), note: setNote, inside: setInside })
    createEffect(() => {
      const [shown, look, words, moving] = [figure(), looks[lab.theme()], lab.words().plots, props.moving]
      if (shown) inFrame(() => view?.update(shown, look, words, moving))
    })
    createEffect(() => view?.point(props.pointed ?? null))
  })
  onCleanup(() => view?.destroy())
  return (
    <Card
      {...props}
      kind="surface"
      figure={figure()}
      note={note()}
      hand={() => view}
      isInside={isInside()}
      home={figure()?.data.camera && props.events?.camera ? usualSide : null}
    >
      <div ref={element} class="canvas" role="img" aria-label={props.title} />
    </Card>
  )
}

interface CardProps extends Frame {
  readonly kind: 'flat' | 'surface'
  readonly figure: Figure | null
  readonly events?: PlotEvents | SurfaceEvents
  readonly note: string | null
  /** What is told of pressed keys. */
  readonly hand: () => Pick<FlatView, 'press' | 'leave'> | undefined
  /** One has gone into the plot by key. */
  readonly isInside: boolean
  /** What is read there. */
  readonly said?: string | null
  /** Lets go of what was taken hold of; null: nothing was. */
  readonly home: (() => void) | null
  readonly children: JSX.Element
}

function Card(props: CardProps) {
  const lab = useLab()
  const words = () => lab.words().lab.plots
  const help = () => lab.words().help
  /** The focus has come by key, so that it has to be seen. */
  const [isFocused, setFocused] = createSignal(false)
  const canEnter = () => props.figure !== null && !several.has(props.figure.plot) && !props.instead
  const press = (event: KeyboardEvent & { readonly currentTarget: Element; readonly target: Element }) => {
    if (event.target !== event.currentTarget || !props.hand()?.press(event)) return
    setFocused(true)
    event.preventDefault()
    event.stopPropagation()
  }
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
            {props.title}
          </span>
        )}
        <Show when={props.note && !props.instead}>
          <span class="plot-note" title={props.note ?? undefined}>
            {props.note}
          </span>
        </Show>
        <Show when={props.home}>
          {(home) => (
            <IconButton label={props.kind === 'flat' ? help().home : help().homeOfSurface} onClick={() => home()()}>
              <Home size={14} />
            </IconButton>
          )}
        </Show>
        {props.controls}
        <Show when={!props.isBare && canEnter()}>
          <PlotGestures kind={props.kind} title={props.title} events={Object.keys(props.events ?? {})} />
        </Show>
      </h3>
      {props.strip}
      <ContextMenu modal={false}>
        <ContextMenu.Trigger
          class="plot-area"
          classList={{ focused: isFocused(), inside: props.isInside }}
          disabled={props.figure === null}
          {...(canEnter() && {
            role: 'application',
            tabIndex: 0,
            'aria-label': help().focused({ title: props.title }),
            'data-hint': help().goInto
          })}
          onKeyDown={press}
          onFocus={(event: FocusEvent & { currentTarget: Element }) =>
            setFocused(event.currentTarget.matches(':focus-visible'))
          }
          onBlur={() => {
            setFocused(false)
            props.hand()?.leave()
          }}
        >
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
      <p class="sr-only" aria-live="polite">
        {props.said}
      </p>
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
