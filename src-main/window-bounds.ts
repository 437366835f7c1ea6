import * as v from 'valibot'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was when it was closed: its place when not maximised, in device-independent pixels. */
export interface Placement extends Rectangle {
  readonly maximized: boolean
}

export const smallest = { width: 1024, height: 700 }
export const standard = { width: 1280, height: 800 }

const whole = v.pipe(v.number(), v.integer())
export const placement = v.object({ x: whole, y: whole, width: whole, height: whole, maximized: v.boolean() })

/** How much of the window's upper edge has to be on a screen for it to be seen and dragged. */
const handle = { width: 120, height: 30 }

/**
 * Where to open the window: where it was, in its old size, if its upper edge can be reached on one of the
 * screens (work areas without task bars); otherwise in standard size in the middle of the first. Never larger
 * than its screen, never smaller than `smallest` unless the screen is.
 */
export function openingBounds(last: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  if (last) {
    const placed = screens.map((screen) => ({ screen, window: { x: last.x, y: last.y, ...sizeOn(screen, last) } }))
    const found = placed.find(({ screen, window }) => reachable(window, screen))
    if (found) return found.window
  }
  const [first] = screens
  if (!first) return { x: 0, y: 0, ...standard }
  const size = sizeOn(first, standard)
  return {
    x: first.x + Math.round((first.width - size.width) / 2),
    y: first.y + Math.round((first.height - size.height) / 2),
    ...size
  }
}

function reachable(window: Rectangle, screen: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return seen >= handle.width && window.y >= screen.y && window.y + handle.height <= screen.y + screen.height
}

function sizeOn(screen: Rectangle, wanted: { readonly width: number; readonly height: number }) {
  const between = (least: number, value: number, most: number) => Math.min(Math.max(least, value), most)
  return {
    width: between(smallest.width, wanted.width, screen.width),
    height: between(smallest.height, wanted.height, screen.height)
  }
}
