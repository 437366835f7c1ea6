// In a large window the page's letters grow, those on plots with them: the style sheet magnifies the element a plot is
// drawn in (`zoom`), which goes on reckoning in CSS pixels of its own.

const magnification = ({ currentCSSZoom = 1 }: Element): number => currentCSSZoom

/** Device pixels to a CSS pixel of an element. */
export const pixelRatio = (element: Element): number => window.devicePixelRatio * magnification(element)

/** Where the pointer is in an element, in CSS pixels of the element from its upper left corner. */
export function pointerIn(element: Element, { clientX, clientY }: MouseEvent): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect()
  const factor = magnification(element)
  return { x: (clientX - left) / factor, y: (clientY - top) / factor }
}

/** From where to where an element can be seen that is scrolled in another, in CSS pixels of the element from its upper edge. */
export function seenOf(element: Element, scroller: Element): { top: number; bottom: number } {
  const factor = magnification(element) / magnification(scroller)
  return { top: scroller.scrollTop / factor, bottom: (scroller.scrollTop + scroller.clientHeight) / factor }
}
