/** What a key does to a plot into which one has gone with Enter: until Escape the window does not hear it. */
export interface PlotKey {
  readonly action: PlotAction
  /** As `KeyboardEvent.key` has it; letters small. */
  readonly keys: readonly string[]
  readonly shift?: true
  /** The event of the plot that it makes: where nobody listens to that, it does nothing. */
  readonly event?: 'view' | 'place' | 'start' | 'add' | 'reset'
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const

/** The keys of flat plots and of surfaces. The handler reads them, and so do the help and the “?” of a plot. */
export const plotKeys = {
  flat: [
    { action: 'enter', keys: ['Enter'] },
    { action: 'read', keys: arrows },
    { action: 'pan', keys: arrows, shift: true, event: 'view' },
    { action: 'nearer', keys: ['+', ';', '='], event: 'view' },
    { action: 'farther', keys: ['-'], event: 'view' },
    { action: 'choose', keys: ['Enter'], event: 'place' },
    { action: 'start', keys: ['s'], event: 'start' },
    { action: 'add', keys: ['Enter'], shift: true, event: 'add' },
    { action: 'reset', keys: ['0'], event: 'reset' },
    { action: 'leave', keys: ['Escape'] }
  ],
  surface: [
    { action: 'enter', keys: ['Enter'] },
    { action: 'turn', keys: arrows },
    { action: 'nearer', keys: ['+', ';', '='] },
    { action: 'farther', keys: ['-'] },
    { action: 'reset', keys: ['0'] },
    { action: 'leave', keys: ['Escape'] }
  ]
} as const satisfies Readonly<Record<'flat' | 'surface', readonly PlotKey[]>>

export type PlotAction =
  | 'enter'
  | 'read'
  | 'turn'
  | 'pan'
  | 'nearer'
  | 'farther'
  | 'choose'
  | 'start'
  | 'add'
  | 'reset'
  | 'leave'

/** What a pressed key means on a plot; `isInside`: one has gone into it. Null: nothing. */
export function plotAction(kind: keyof typeof plotKeys, event: KeyboardEvent, isInside: boolean): PlotAction | null {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const rows: readonly PlotKey[] = plotKeys[kind].filter(({ action }) => (action === 'enter') !== isInside)
  // What it takes to type + differs from keyboard to keyboard.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key)
  const found = rows.find(({ keys, shift }) => keys.includes(key) && (isSign || (shift ?? false) === event.shiftKey))
  return found?.action ?? null
}

/** Which way an arrow key points: to the right and up. */
export function arrowOf(key: string): { readonly x: number; readonly y: number } {
  const x = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  const y = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
  return { x, y }
}
