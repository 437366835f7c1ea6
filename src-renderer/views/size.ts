import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Size } from '../plots/layout'

/** The size of an element in CSS pixels, as it changes; zero until it is measured. `attach` is the element's ref. */
export function createSize(): { readonly size: Accessor<Size>; readonly attach: (element: HTMLElement) => void } {
  const [size, setSize] = createSignal<Size>({ width: 0, height: 0 }, { equals: (a, b) => a.width === b.width && a.height === b.height })
  const observer = new ResizeObserver(([entry]) => {
    if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
  })
  onCleanup(() => observer.disconnect())
  return { size, attach: (element) => observer.observe(element) }
}
