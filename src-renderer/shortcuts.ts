import type { Command } from '@shared/bridge'

/** What a key does in the window, besides the commands of the menu. */
export type KeyAction = Command | 'toggle-play' | 'step-back' | 'step-forward' | 'to-start' | 'to-end'

/** Ctrl, or ⌘ on a Mac. */
const withControl: Readonly<Record<string, Command>> = {
  n: 'new',
  o: 'open',
  s: 'save',
  z: 'undo',
  y: 'redo',
  e: 'export'
}
const withControlAndShift: Readonly<Record<string, Command>> = { s: 'save-as', z: 'redo' }
const alone: Readonly<Record<string, KeyAction>> = {
  ' ': 'toggle-play',
  ArrowLeft: 'step-back',
  ArrowRight: 'step-forward',
  Home: 'to-start',
  End: 'to-end'
}

/** Elements that need these keys themselves. */
const takesKeys = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="tab"]'
/** Elements that the space bar presses: whoever has clicked “next step” walks on with the arrow keys. */
const takesSpace = 'button, summary'

/** What the pressed key means here; null: nothing, or it belongs to the element that has the focus. */
export function keyAction(event: KeyboardEvent): KeyAction | null {
  if (event.isComposing || event.altKey) return null
  if (event.ctrlKey || event.metaKey) {
    const commands = event.shiftKey ? withControlAndShift : withControl
    return commands[event.key.toLowerCase()] ?? null
  }
  const inside = (taker: string) => event.target instanceof Element && event.target.closest(taker) !== null
  if (event.shiftKey || inside(takesKeys) || (event.key === ' ' && inside(takesSpace))) return null
  return alone[event.key] ?? null
}
