/** Whatever hears of pointers: the window. */
type Hearing = Pick<Window, 'addEventListener'>

/**
 * Milliseconds for the history of the document: a clock that stands still while a pointer is held down, so that one
 * drag is one change however long the hand rests in it. A key held down repeats by itself, faster than changes part.
 */
export function createClock(hearing: Hearing = window, now = () => performance.now()): () => number {
  let pressedAt: number | null = null
  const release = () => {
    pressedAt = null
  }
  // Before whatever the press changes; the release after it, so that the last change of a drag still belongs to it.
  hearing.addEventListener('pointerdown', () => (pressedAt = now()), { capture: true })
  for (const end of ['pointerup', 'pointercancel', 'blur'] as const) hearing.addEventListener(end, release)
  return () => pressedAt ?? now()
}
