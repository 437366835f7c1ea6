import type { Page } from 'playwright-core'

/** What does not fit, one line each: what is cut off in a bar or a heading, what scrolls within what scrolls, the page itself. */
export const unfit = (page: Page): Promise<string[]> => page.evaluate(unfitInPage)

/** Controls of a heading that lie over one another, one line each. */
export const covered = (page: Page): Promise<string[]> =>
  page.locator('.plot > h3').evaluateAll((headings) =>
    headings.flatMap((heading) => {
      const controls = [...heading.querySelectorAll('button, select')].filter((one) => one.checkVisibility())
      const boxes = controls.map((one) => ({ name: one.getAttribute('aria-label'), box: one.getBoundingClientRect() }))
      return boxes.flatMap(({ name, box }, index) =>
        boxes
          .slice(index + 1)
          .filter(
            ({ box: { left, right, top, bottom } }) =>
              left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.top + 1
          )
          .map((other) => `${name} and ${other.name}`)
      )
    })
  )

/** Controls that no scrolling of the page brings before the eyes and under the hand, one line each. */
export const unreachable = (page: Page): Promise<string[]> => page.evaluate(unreachableInPage)

/** Runs in the page. */
function unfitInPage(): string[] {
  /** Pixels lost to rounding. */
  const tolerance = 1
  const faults: string[] = []
  const named = (element: Element) => {
    const text = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? ''
    return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${text}”`
  }
  const isIn = (box: DOMRect) =>
    box.left >= -tolerance &&
    box.top >= -tolerance &&
    box.right <= innerWidth + tolerance &&
    box.bottom <= innerHeight + tolerance

  // Dots and fading tell that there is more; what an editor or a formula does within is its own.
  const skipped = '.sr-only, .formula, .formula *, .cm-editor *, .reading-line *, option, svg *'
  const tells = ({ textOverflow, maskImage }: CSSStyleDeclaration) =>
    textOverflow === 'ellipsis' || maskImage !== 'none'
  for (const place of document.querySelectorAll('.toolbar, .function-bar, .dock, .pane-head, .plot > h3, .run')) {
    for (const element of [place, ...place.querySelectorAll('*')]) {
      if (!element.checkVisibility() || element.matches(skipped) || tells(getComputedStyle(element))) continue
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + tolerance)
        faults.push(`wider than its place by ${element.scrollWidth - element.clientWidth} px: ${named(element)}`)
      // A card of many may be scrolled to.
      if (!place.matches('.run') && !isIn(element.getBoundingClientRect())) faults.push(`outside: ${named(element)}`)
    }
  }

  for (const head of document.querySelectorAll('.pane-head')) {
    const tabs = [...head.querySelectorAll<HTMLElement>('[role="tab"]')].filter((tab) => tab.checkVisibility())
    const seen = tabs.filter((tab) => tab.checkVisibility({ visibilityProperty: true }))
    if (seen.some((tab) => tab.offsetTop > (tabs[0]?.offsetTop ?? 0))) faults.push('tabs in two rows')
    if (seen.length < tabs.length && !head.querySelector('.tab-menu')) faults.push('tabs that no menu has')
  }

  const scrolls = (element: Element) => {
    const { overflowY } = getComputedStyle(element)
    return ['auto', 'scroll'].includes(overflowY) && element.scrollHeight > element.clientHeight + tolerance
  }
  const scrollers = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && scrolls(one))
  for (const outer of scrollers) {
    if (outer.id === 'root') faults.push('the page scrolls')
    const inner = scrollers.filter((one) => one !== outer && outer.contains(one))
    for (const one of inner) faults.push(`scrolls within what scrolls: ${named(one)}`)
  }
  if (document.documentElement.scrollHeight > innerHeight) faults.push('the document scrolls')
  return [...new Set(faults)]
}

/** Runs in the page. */
function unreachableInPage(): string[] {
  const faults: string[] = []
  const root = document.querySelector('#root')
  if (root && root.scrollWidth > root.clientWidth + 1) faults.push('the page scrolls sideways')
  for (const control of document.querySelectorAll('button, input, select, [role="tab"], .canvas')) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.matches('.choice input')) continue
    control.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, width, height } = control.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const hit = document.elementFromPoint(x, y)
    const isMet = hit !== null && (control.contains(hit) || hit.contains(control))
    const isWhole = left >= -1 && left + width <= innerWidth + 1
    const isSmall = control.matches('.canvas') && height < 100
    if (!isMet || !isWhole || isSmall)
      faults.push(
        `${control.getAttribute('aria-label') ?? control.textContent} at ${left}, ${top}, ${width} × ${height}`
      )
  }
  return faults
}
