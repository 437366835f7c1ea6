import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether a media query holds, as it changes. */
function createQuery(query: string): Accessor<boolean> {
  const media = window.matchMedia(query)
  const [holds, setHolds] = createSignal(media.matches)
  const hear = () => setHolds(media.matches)
  media.addEventListener('change', hear)
  onCleanup(() => media.removeEventListener('change', hear))
  return holds
}

/** What the window has room for, in CSS pixels: page zoom takes part. The style sheets know the same limits. */
export interface Room {
  /** The companion is one of the inspector's tabs, and the left column is folded unless it is wanted. */
  readonly isNarrow: Accessor<boolean>
  /** Into how many panes the inspector is divided. */
  readonly panes: Accessor<1 | 2 | 3>
}

export function createRoom(): Room {
  const isNarrow = createQuery('(max-width: 1179px), (max-height: 559px)')
  const [hasTwo, hasThree] = [createQuery('(min-width: 1600px)'), createQuery('(min-width: 2300px)')]
  return { isNarrow, panes: () => (hasThree() ? 3 : hasTwo() ? 2 : 1) }
}
