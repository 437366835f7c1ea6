import type { Command } from '@shared/bridge'
import type { PlotEvents } from '../plots/chart'
import type { SurfaceEvents } from '../plots/gl'

/** What a key does in the window, besides the commands of the menu. */
export type KeyAction =
  | Command
  | 'toggle-play'
  | 'step-back'
  | 'step-forward'
  | 'to-start'
  | 'to-end'
  | 'next'
  | 'previous'
  | 'up'
  | 'down'
  | 'show-hero'
  | 'show-both'
  | 'show-companion'
  | 'blank'
  | 'revert'
  | 'next-example'
  | 'previous-example'

/** What is done by a key at all. */
export type Keyed = Exclude<KeyAction, 'about' | 'save-and-close' | 'take-opened'>

/** One key of the window. The handler reads them, and so does the help. */
export interface Shortcut {
  readonly action: Keyed
  /** As `KeyboardEvent.key` has it; letters small. */
  readonly key: string
  /** `control`: Ctrl, or ⌘ on a Mac. `sign`: whatever it takes to type it. */
  readonly held: 'nothing' | 'control' | 'control-shift' | 'sign'
  /** Also where something is typed or a dialog is open. */
  readonly everywhere?: true
  /** Only in a presentation. */
  readonly presenting?: true
}

function presenting(action: Keyed, ...keys: readonly string[]): readonly Shortcut[] {
  return keys.map((key) => ({ action, key, held: 'nothing', presenting: true }))
}

export const shortcuts: readonly Shortcut[] = [
  { action: 'toggle-play', key: ' ', held: 'nothing' },
  { action: 'step-back', key: 'ArrowLeft', held: 'nothing' },
  { action: 'step-forward', key: 'ArrowRight', held: 'nothing' },
  { action: 'to-start', key: 'Home', held: 'nothing' },
  { action: 'to-end', key: 'End', held: 'nothing' },
  { action: 'undo', key: 'z', held: 'control', everywhere: true },
  { action: 'redo', key: 'z', held: 'control-shift', everywhere: true },
  { action: 'redo', key: 'y', held: 'control', everywhere: true },
  { action: 'new', key: 'n', held: 'control', everywhere: true },
  { action: 'open', key: 'o', held: 'control', everywhere: true },
  { action: 'save', key: 's', held: 'control', everywhere: true },
  { action: 'save-as', key: 's', held: 'control-shift', everywhere: true },
  { action: 'export', key: 'e', held: 'control', everywhere: true },
  { action: 'present', key: 'F11', held: 'nothing', everywhere: true },
  { action: 'help', key: 'F1', held: 'nothing', everywhere: true },
  { action: 'help', key: '?', held: 'sign' },
  // Clickers send the keys of pages, and a point for a black screen.
  ...presenting('next', 'PageDown'),
  ...presenting('previous', 'PageUp'),
  ...presenting('down', 'ArrowDown'),
  ...presenting('up', 'ArrowUp'),
  ...presenting('show-hero', '1'),
  ...presenting('show-both', '2'),
  ...presenting('show-companion', '3'),
  ...presenting('blank', 'b', '.'),
  ...presenting('revert', 'r'),
  ...presenting('next-example', 'n'),
  ...presenting('previous-example', 'p'),
  ...presenting('stop-presenting', 'Escape')
]

/** The keys that take what is proposed in place of a formula that cannot be read, as the editor spells them. */
export const repairKeys = ['Alt-Enter', 'Mod-.'] as const

/** Names of keys without a sign of their own. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  '-': '−'
}

/** A key as it is written on the keyboard; `space`: what the space bar is called. */
export const keyName = (key: string, space: string): string =>
  key === ' ' ? space : (keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))

/** The keys that are held together. */
export const keysHeld = ({ key, held }: Shortcut, space: string): readonly string[] => [
  ...(held === 'control' || held === 'control-shift' ? ['Ctrl'] : []),
  ...(held === 'control-shift' ? ['Shift'] : []),
  keyName(key, space)
]

/** The keys of a command as a hint, Ctrl+S; nothing where it has none. */
export function hintOf(action: KeyAction): string {
  const found = shortcuts.find((shortcut) => shortcut.action === action)
  return found ? keysHeld(found, '').join('+') : ''
}

/** What the pointer can do in a picture, in the order of the help. */
export const gestures = {
  flat: ['hover', 'handle', 'pick', 'place', 'seek', 'add-start', 'pan', 'zoom', 'reset', 'menu'],
  surface: ['turn', 'closer', 'turn-back', 'pick-surface'],
  controls: ['slider', 'field', 'drop']
} as const

export type Gesture = (typeof gestures)[keyof typeof gestures][number]

/** Every event that a picture makes of the pointer is told in the help: by which gestures. */
export const gesturesOf: Readonly<
  Record<
    Exclude<keyof PlotEvents | keyof SurfaceEvents, 'note' | 'start' | 'inside' | 'say' | 'slide'>,
    readonly Gesture[]
  >
> = {
  point: ['hover'],
  drag: ['handle'],
  pick: ['pick', 'pick-surface'],
  place: ['place'],
  seek: ['seek'],
  add: ['add-start'],
  view: ['pan', 'zoom'],
  reset: ['reset'],
  camera: ['turn', 'closer', 'turn-back']
}

/** Elements that need these keys themselves; a plot does once one has gone into it. */
const takesKeys =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="tab"], [role="separator"], .plot-area.inside'
/** Elements that the space bar presses: whoever has clicked “next step” walks on with the arrow keys. */
const takesSpace = 'button, summary'
/** Elements that keep their keys in a presentation; a slider does not, since the next key is meant for the audience. */
const takesAll = '[role="menu"], [role="dialog"], .plot-area.inside'
const takesText = 'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select'

/** What the pressed key means here, in a presentation or not; null: nothing, or it belongs to the element that has the focus. */
export function keyAction(event: KeyboardEvent, isPresenting = false): KeyAction | null {
  if (event.isComposing || event.altKey) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const control = event.ctrlKey || event.metaKey
  const held = control ? (event.shiftKey ? 'control-shift' : 'control') : event.shiftKey ? null : 'nothing'
  const inside = (taker: string) => event.target instanceof Element && event.target.closest(taker) !== null
  const means = (one: Shortcut) => one.key === key && (one.held === held || (one.held === 'sign' && !control))
  const found = shortcuts.find((one) => means(one) && (isPresenting || !one.presenting))
  if (!found) return null
  if (found.presenting) return inside(takesAll) || (key !== 'Escape' && inside(takesText)) ? null : found.action
  const isTaken = inside(isPresenting ? `${takesAll}, ${takesText}` : takesKeys) || (key === ' ' && inside(takesSpace))
  return isTaken && !found.everywhere ? null : found.action
}
