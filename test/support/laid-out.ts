import { vi } from 'vitest'

type Changed = (
  entries: readonly {
    readonly target: Element
    readonly contentRect: { readonly width: number; readonly height: number }
  }[]
) => void

/**
 * happy-dom lays nothing out: from now on every element that is watched says that it has this size in CSS pixels. Small by
 * itself, because a contour is sampled at each of its pixels.
 */
export function layOut(size = { width: 160, height: 120 }): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #changed: Changed
      constructor(changed: Changed) {
        this.#changed = changed
      }
      observe = (target: Element) => this.#changed([{ target, contentRect: size }])
      unobserve = () => {}
      disconnect = () => {}
    }
  )
}
