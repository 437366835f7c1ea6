import { type Accessor, createRenderEffect, createSignal, onCleanup } from 'solid-js'

/** Windows that have more or less room than is usual, in CSS pixels: page zoom takes part. */
const rooms = {
  /** Not all parts are seen at once: the page scrolls. */
  small: '(width < 900px), (height < 560px)',
  /** The companion is one of the inspector's tabs, and the left column is folded unless it is wanted. */
  narrow: '(width < 1180px), (height < 560px)',
  /** Type is larger, and the inspector has two panes. */
  wide: '(width >= 1600px)',
  /** It has three. */
  widest: '(width >= 2300px)'
}

/** Whether a media query holds, as it changes. */
function createQuery(query: string): Accessor<boolean> {
  const media = window.matchMedia(query)
  const [holds, setHolds] = createSignal(media.matches)
  const hear = () => setHolds(media.matches)
  media.addEventListener('change', hear)
  onCleanup(() => media.removeEventListener('change', hear))
  return holds
}

/** What the window has room for. */
export interface Room {
  readonly isNarrow: Accessor<boolean>
  /** Into how many panes the inspector is divided. */
  readonly panes: Accessor<1 | 2 | 3>
}

/** Style sheets read it as `data-room` of the root element: the names of `rooms` that hold. */
export function createRoom(): Room {
  const found = Object.entries(rooms).map(([name, query]) => [name, createQuery(query)] as const)
  const { narrow, wide, widest } = Object.fromEntries(found) as Record<keyof typeof rooms, Accessor<boolean>>
  createRenderEffect(() => {
    document.documentElement.dataset['room'] = found.flatMap(([name, holds]) => (holds() ? [name] : [])).join(' ')
  })
  return { isNarrow: narrow, panes: () => (widest() ? 3 : wide() ? 2 : 1) }
}
