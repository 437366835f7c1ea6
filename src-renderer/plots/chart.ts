import type { Words } from '@shared/words/index'
import type { FlatFigure, Pointed } from '../figure'
import { type CellView, cellOn } from './cell'
import { type Hand, listen, type PlotEvents } from './gestures'
import type { Area } from './layout'
import type { Look } from './look'
import { pixelRatio, seenOf } from './magnified'
import { enlarged, sheetOf } from './sheet'

export type { PlotEvents } from './gestures'

/** A flat figure living in an element, as large as the element. */
export interface FlatView {
  update(figure: FlatFigure, look: Look, words: Words['plots']): void
  /** What a key does on the figure, which has the focus; false: nothing. */
  press(event: KeyboardEvent): boolean
  /** It no longer has the focus. */
  leave(): void
  /** What is known of the place under the pointer, over this figure or another; null: there is none. */
  point(pointed: Pointed | null): void
  /** The figure's step under way at a share of its time; null: none is told. */
  tell(time: number | null): void
  destroy(): void
}

/** Draws figures into `element`, which must have a size of its own and `position: relative`. */
export function chartIn(element: HTMLElement, events: PlotEvents): FlatView {
  let shown: { figure: FlatFigure; look: Look; words: Words['plots'] } | null = null
  let note: string | null = null
  /** The small plot that a double click has made as large as the figure: its place, and of which kind of figure it is. */
  let large: { readonly index: number; readonly plot: FlatFigure['plot'] } | null = null
  const cells: { canvas: HTMLCanvasElement; view: CellView; hand: Hand }[] = []

  const keep = (count: number) => {
    while (cells.length > count) {
      const cell = cells.pop()
      cell?.hand.release()
      cell?.view.destroy()
      cell?.canvas.remove()
    }
    while (cells.length < count) {
      const canvas = document.createElement('canvas')
      canvas.style.position = 'absolute'
      canvas.setAttribute('aria-hidden', 'true')
      element.append(canvas)
      const view = cellOn(canvas, { eases: true })
      const index = cells.length
      const enlarge = () => {
        if (!shown) return
        large = large ? null : { index, plot: shown.figure.plot }
        draw()
      }
      const reset = () => (view.plot()?.name ? enlarge() : events.reset?.())
      cells.push({ canvas, view, hand: listen(canvas, view, { ...events, reset }) })
    }
  }

  const draw = () => {
    const size = { width: element.clientWidth, height: element.clientHeight }
    if (!shown || size.width < 40 || size.height < 40) return
    const { figure, look, words } = shown
    const one = large?.plot === figure.plot ? enlarged(figure, large.index, size, look, words) : null
    if (!one) large = null
    const sheet = one ? [one] : sheetOf(figure, size, look, words)
    keep(sheet.length)
    for (const [index, { area, plot }] of sheet.entries()) {
      const { canvas, view } = cells[index] as (typeof cells)[number]
      canvas.style.left = `${area.left}px`
      canvas.style.top = `${area.top}px`
      canvas.style.width = `${area.width}px`
      canvas.style.height = `${area.height}px`
      if (!isInSight(element, area)) continue
      view.update(plot, area, shown.look, pixelRatio(element))
    }
    const next = sheet[0]?.plot.note ?? null
    if (next !== note) events.note?.(next)
    note = next
  }

  const observer = new ResizeObserver(draw)
  observer.observe(element)
  // What was out of sight was not drawn.
  const scroller = element.parentElement
  scroller?.addEventListener('scroll', draw, { passive: true })
  return {
    update(figure, look, words) {
      shown = { figure, look, words }
      draw()
    },
    // One can go into a figure of one plot, and into the plane of a joint one: f along its slices is read there as well.
    press: (event) => (cells.length === 1 || shown?.figure.plot === 'joint') && (cells[0]?.hand.press(event) ?? false),
    leave: () => cells[0]?.hand.leave(),
    point(pointed) {
      for (const { view } of cells) view.point(pointed)
    },
    tell(time) {
      for (const { view } of cells) view.tell(time)
    },
    destroy() {
      observer.disconnect()
      scroller?.removeEventListener('scroll', draw)
      keep(0)
    }
  }
}

/** CSS pixels beyond the edge that are drawn as well, so that they are there when one begins to scroll. */
const margin = 60

/** Whether a cell can be seen, if the figure is higher than what it is scrolled in. */
function isInSight(element: HTMLElement, { top, height }: Area): boolean {
  const scroller = element.parentElement
  if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return true
  const seen = seenOf(element, scroller)
  return top + height > seen.top - margin && top < seen.bottom + margin
}
