import { createSignal } from 'solid-js'

/** How far an arrow key moves a splitter, of the way from one end to the other. */
const keyStep = 0.02

/** What a splitter divides, in pixels of the window: how long it is, and how long the measured part may be. */
export interface Divided {
  readonly size: number
  readonly least: number
  readonly most: number
}

/**
 * The gap between two parts of the window, dragged or moved by arrow keys; Enter and a double click put it back where it
 * usually is. `share`: what is left of it, or above, or – `isAfter` – what is right of it, or below, of the room that
 * both have: from 0 to 1.
 */
export function Splitter(props: {
  label: string
  class: string
  orientation: 'vertical' | 'horizontal'
  share: number
  isAfter?: boolean
  /** Asked when a hand takes hold of the splitter, or a key moves it. */
  room: () => Divided
  /** `isDone`: it is let go there. */
  onMove: (share: number, isDone: boolean) => void
  onReset: () => void
}) {
  const [isHeld, hold] = createSignal(false)
  const within = (share: number, { size, least, most }: Divided) => Math.max(least, Math.min(most, share * size)) / size
  const along = (event: PointerEvent) => (props.orientation === 'vertical' ? event.clientX : event.clientY)
  const drag = (down: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (down.button !== 0) return
    const splitter = down.currentTarget
    const room = props.room()
    const [grabbed, begun] = [along(down), within(props.share, room)]
    let share: number | null = null
    const move = (event: PointerEvent) => {
      const way = (along(event) - grabbed) / room.size
      share = within(begun + (props.isAfter ? -way : way), room)
      props.onMove(share, false)
    }
    splitter.setPointerCapture(down.pointerId)
    hold(true)
    splitter.addEventListener('pointermove', move)
    const letGo = () => {
      splitter.removeEventListener('pointermove', move)
      hold(false)
      if (share !== null) props.onMove(share, true)
    }
    splitter.addEventListener('lostpointercapture', letGo, { once: true })
  }
  const press = (event: KeyboardEvent) => {
    const forward = props.orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown'
    const back = props.orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp'
    const way = event.key === forward ? 1 : event.key === back ? -1 : 0
    if (event.key === 'Enter') props.onReset()
    else if (way !== 0) props.onMove(within(props.share + way * keyStep * (props.isAfter ? -1 : 1), props.room()), true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between paragraphs cannot be moved; this is the window splitter of WAI-ARIA.
    <div
      class={`splitter ${props.class}`}
      classList={{ held: isHeld(), [props.orientation]: true }}
      role="separator"
      tabindex="0"
      aria-label={props.label}
      title={props.label}
      aria-orientation={props.orientation}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow={Math.round(100 * props.share)}
      onPointerDown={drag}
      onDblClick={() => props.onReset()}
      onKeyDown={press}
    />
  )
}
