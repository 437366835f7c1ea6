import { onCleanup } from 'solid-js'

/**
 * Carries out the newest of what it is given, with the next frame: a dragged point changes a plot at once and again with
 * each answer about it, which is to be drawn once. Call it where it may be cleaned up.
 */
export function createFrame(): (draw: () => void) => void {
  let frame = 0
  onCleanup(() => cancelAnimationFrame(frame))
  return (draw) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(draw)
  }
}
