import type { Page } from 'playwright-core'

/**
 * What cannot be read in the window as it is: one line for each text that is cut off, lies over another text, leaves
 * the window or breaks inside a button. Text that ends in an ellipsis, fades out or can be scrolled into sight is in order.
 */
export const illegible = (page: Page): Promise<string[]> => page.evaluate(faultsInPage)

/** Runs in the page. */
function faultsInPage(): string[] {
  /** Pixels that letters may stand out of their boxes. */
  const tolerance = 1.5
  interface Seen {
    readonly text: string
    readonly owner: Element
    readonly box: DOMRect
    /** The part of `box` that is in sight. */
    readonly visible: DOMRect
    readonly formula: Element | null
    /** What it lies on. */
    readonly layer: Element
  }
  const faults: string[] = []
  const quoted = (text: string) => `“${text.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}”`
  const isHidden = (element: Element) =>
    element.closest('.sr-only, .katex-mathml, [aria-hidden="true"]:not(.katex-html), option, textarea, .cm-editor') !==
      null || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const cut = (box: DOMRect, by: DOMRect): DOMRect => {
    const [left, top] = [Math.max(box.left, by.left), Math.max(box.top, by.top)]
    const [right, bottom] = [Math.min(box.right, by.right), Math.min(box.bottom, by.bottom)]
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }
  /** A glyph of the mathematical fonts is much lower than its line. */
  const inkBox = ({ left, top, width, height }: DOMRect) => new DOMRect(left, top + height / 4, width, height / 2)
  /** The box within its ancestors, or null if it is scrolled out of sight; notes what is cut without need. */
  const inSight = (box: DOMRect, owner: Element, text: string): DOMRect | null => {
    let visible = box
    for (let place: Element | null = owner; place && place !== document.body; place = place.parentElement) {
      const style = getComputedStyle(place)
      const edge = place.getBoundingClientRect()
      const outX = visible.left < edge.left - tolerance || visible.right > edge.right + tolerance
      const outY = visible.top < edge.top - tolerance || visible.bottom > edge.bottom + tolerance
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      // Text that fades out says as much as dots that it goes on.
      const tells = style.textOverflow === 'ellipsis' || style.maskImage !== 'none'
      if (outX && hides(style.overflowX) && !tells)
        faults.push(`cut off at the side: ${quoted(text)} in ${place.tagName.toLowerCase()}.${place.className}`)
      if (outY && hides(style.overflowY))
        faults.push(`cut off in height: ${quoted(text)} in ${place.tagName.toLowerCase()}.${place.className}`)
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') visible = cut(visible, edge)
      if (visible.width <= 0 || visible.height <= 0) return null
    }
    return visible
  }

  const layers = new Map<Element, Element>()
  /** What lies over the rest on purpose: a menu, a dialog, the head of a table that is scrolled. */
  const layerOf = (element: Element): Element => {
    const known = layers.get(element)
    if (known) return known
    const isPinned = ['sticky', 'fixed'].includes(getComputedStyle(element).position)
    const isLifted = isPinned || element.matches('[role="menu"], [role="dialog"]')
    const layer = isLifted || !element.parentElement ? element : layerOf(element.parentElement)
    layers.set(element, layer)
    return layer
  }

  const seen: Seen[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement
    const text = node.textContent ?? ''
    if (!owner || text.trim().replaceAll('\u200b', '') === '' || isHidden(owner)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rectangle of range.getClientRects()) {
      const box = owner.closest('.katex') ? inkBox(rectangle) : rectangle
      const visible = box.width > 0 && box.height > 0 ? inSight(box, owner, text) : null
      if (visible) seen.push({ text, owner, box, visible, formula: owner.closest('.katex'), layer: layerOf(owner) })
    }
    const button = owner.closest('button:not(.link), [role="tab"], .choice label, select')
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)))
    if (button && lines.size > 1) faults.push(`broken inside a button: ${quoted(text)}`)
  }

  const view = new DOMRect(-tolerance, -tolerance, innerWidth + 2 * tolerance, innerHeight + 2 * tolerance)
  const leaves = ({ left, top, right, bottom }: DOMRect) =>
    left < view.left || top < view.top || right > view.right || bottom > view.bottom
  for (const { text, visible } of seen) if (leaves(visible)) faults.push(`outside the window: ${quoted(text)}`)
  for (const control of document.querySelectorAll('button, select, input:not([type="radio"])')) {
    if (isHidden(control)) continue
    const name = control.getAttribute('aria-label') ?? control.textContent ?? ''
    const visible = inSight(control.getBoundingClientRect(), control, name)
    if (visible && leaves(visible)) faults.push(`outside the window: control ${quoted(name)}`)
    const isText = control instanceof HTMLInputElement && control.type === 'text'
    if (
      isText &&
      getComputedStyle(control).textOverflow !== 'ellipsis' &&
      control.scrollWidth > control.clientWidth + 1
    )
      faults.push(`too narrow: ${quoted(control.value)} in ${quoted(name)}`)
  }

  for (const [index, one] of seen.entries()) {
    for (const other of seen.slice(index + 1)) {
      if (one.owner === other.owner || one.layer !== other.layer) continue
      if (one.formula && one.formula === other.formula) continue
      const common = cut(one.visible, other.visible)
      if (common.width > 2 && common.height > 3)
        faults.push(`over one another: ${quoted(one.text)} and ${quoted(other.text)}`)
    }
  }
  for (const scroller of document.querySelectorAll('aside > *, .numbers-pane, .topic, .dialog, .popover')) {
    if (scroller.scrollWidth > scroller.clientWidth + 1) faults.push(`wider than its place: ${scroller.className}`)
  }
  return [...new Set(faults)]
}
