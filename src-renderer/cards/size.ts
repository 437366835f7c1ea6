import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Size } from '../plots/layout'

/**
 * The size of an element in CSS pixels, as it changes; zero until it is measured. `attach` is the element's ref; a later
 * element takes the place of an earlier one.
 */
export function createSize(): { readonly size: Accessor<Size>; readonly attach: (element: HTMLElement) => void } {
  const [size, setSize] = createSignal<Size>(
    { width: 0, height: 0 },
    { equals: (a, b) => a.width === b.width && a.height === b.height }
  )
  const observer = new ResizeObserver((entries) => {
    const room = entries.at(-1)?.contentRect
    if (room) setSize({ width: room.width, height: room.height })
  })
  onCleanup(() => observer.disconnect())
  const attach = (element: HTMLElement) => {
    observer.disconnect()
    observer.observe(element)
  }
  return { size, attach }
}
