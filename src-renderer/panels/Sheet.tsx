import X from 'lucide-solid/icons/x'
import { type JSX, onCleanup, onMount } from 'solid-js'
import { IconButton } from '../controls/IconButton'
import { useLab } from '../lab'

/** Where the upper left corner was put, in pixels of the window. */
export interface Place {
  readonly left: number
  readonly top: number
}

/**
 * A sheet over the plots, carried by its header: it stays while one works on beside it. `place`: where it was put last;
 * undefined where it has not been moved.
 */
export function Sheet(props: {
  heading: string
  /** Further names of its class. */
  class?: string
  /** Between the heading and the button that closes it. */
  controls: JSX.Element
  place: Place | undefined
  onPlace: (place: Place) => void
  onClose: () => void
  children: JSX.Element
}) {
  const lab = useLab()
  let element!: HTMLElement
  onMount(() => attend(element, () => props.onClose()))
  return (
    <aside
      class={`sheet ${props.class ?? ''}`}
      role="dialog"
      aria-label={props.heading}
      tabindex="-1"
      ref={element}
      style={props.place && { '--left': `${props.place.left}px`, '--top': `${props.place.top}px` }}
    >
      <header onPointerDown={(event) => carry(element, event, (place) => props.onPlace(place))}>
        <h2>{props.heading}</h2>
        {props.controls}
        <IconButton label={lab.words().lab.close} onClick={() => props.onClose()}>
          <X size={15} />
        </IconButton>
      </header>
      {props.children}
    </aside>
  )
}

/** The sheet has the focus while it is new, gives it back when it closes, and closes with Escape. */
function attend(sheet: HTMLElement, close: () => void): void {
  const opener = document.activeElement
  sheet.focus({ preventScroll: true })
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    // What lies above the sheet – a menu, a dialog – closes first.
    const above = event.target instanceof Element ? event.target.closest('[role="menu"], [role="dialog"]') : null
    if (above === null || above === sheet) close()
  }
  document.addEventListener('keydown', closeByKey)
  onCleanup(() => {
    document.removeEventListener('keydown', closeByKey)
    if (sheet.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus()
  })
}

/** Carries the sheet by its header while the pointer is down. The style sheet keeps it inside the window. */
function carry(
  sheet: HTMLElement,
  down: PointerEvent & { readonly currentTarget: HTMLElement },
  onPlace: (place: Place) => void
): void {
  if (down.button !== 0 || (down.target instanceof Element && down.target.closest('button, label, select'))) return
  const header = down.currentTarget
  const { left, top } = sheet.getBoundingClientRect()
  const move = ({ clientX, clientY }: PointerEvent) =>
    onPlace({ left: left + clientX - down.clientX, top: top + clientY - down.clientY })
  header.setPointerCapture(down.pointerId)
  header.addEventListener('pointermove', move)
  header.addEventListener('lostpointercapture', () => header.removeEventListener('pointermove', move), { once: true })
}
