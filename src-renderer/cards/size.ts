import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { ScreenSize } from '../plots/layout'
import { pixelRatio } from '../plots/magnified'

/**
 * The size of an element in CSS pixels, as it changes; zero until it is measured. `attach` is the element's ref; a later
 * element takes the place of an earlier one.
 */
export function createSize(): { readonly size: Accessor<ScreenSize>; readonly attach: (element: HTMLElement) => void } {
  const [size, setSize] = createSignal<ScreenSize>(
    { width: 0, height: 0, ratio: 1 },
    { equals: (a, b) => a.width === b.width && a.height === b.height && a.ratio === b.ratio }
  )
  const observer = new ResizeObserver((entries) => {
    const { contentRect: room, target } = entries.at(-1) ?? {}
    if (room && target) setSize({ width: room.width, height: room.height, ratio: pixelRatio(target) })
  })
  onCleanup(() => observer.disconnect())
  const attach = (element: HTMLElement) => {
    observer.disconnect()
    observer.observe(element)
  }
  return { size, attach }
}
