import type { Figure } from '../../src-renderer/figure'
import type { PlotEvents } from '../../src-renderer/plots/chart'
import type { SurfaceEvents } from '../../src-renderer/plots/gl'

/** What each plot on the page was given last, by the name of its element. */
export const plots = new Map<string, { figure: Figure; events: PlotEvents & SurfaceEvents }>()

/** Stands in for `chartIn` and `surfaceIn`: it draws nothing and keeps what it is given, as long as its plot is there. */
export const plotIn = (element: HTMLElement, events: PlotEvents & SurfaceEvents) => ({
  update: (figure: Figure) => void plots.set(element.getAttribute('aria-label') ?? '', { figure, events }),
  point: () => {},
  press: () => false,
  leave: () => {},
  tell: () => {},
  destroy: () => void plots.delete(element.getAttribute('aria-label') ?? '')
})

/** Stands in for `createFrame`: nothing waits for a frame. */
export const createFrame = () => (draw: () => void) => draw()
