import type { Bridge, Progress, Surroundings } from '@shared/bridge'
import { vi } from 'vitest'
import { ask } from './core-ask'

export const surroundings: Surroundings = {
  preferences: { language: 'en', theme: 'light', welcome: true, layouts: {} },
  systemLanguage: 'ja',
  version: '1.2.3',
  electron: '33.0.0',
  chromium: '130.0.0.0'
}

/** Who listens to the bridge. A module that has begun to listen goes on in whatever test comes next. */
export const listeners: ((heard: Progress) => void)[] = []
export function tell(heard: Progress): void {
  for (const listener of listeners) listener(heard)
}

/** What the preload gives the page: the core answers at once, every dialog is cancelled unless a test says otherwise. */
export const bridge = {
  surroundings: vi.fn<Bridge['surroundings']>(async () => surroundings),
  ask,
  cancel: vi.fn<Bridge['cancel']>(),
  drop: vi.fn<Bridge['drop']>(),
  onProgress: vi.fn<Bridge['onProgress']>((listener) => void listeners.push(listener)),
  onCommand: vi.fn<Bridge['onCommand']>(),
  onNews: vi.fn<Bridge['onNews']>(),
  setPreferences: vi.fn<Bridge['setPreferences']>(async () => {}),
  openFile: vi.fn<Bridge['openFile']>(async () => ({ kind: 'cancelled' })),
  openDropped: vi.fn<Bridge['openDropped']>(),
  takeOpened: vi.fn<Bridge['takeOpened']>(async () => ({ kind: 'cancelled' })),
  recentFiles: vi.fn<Bridge['recentFiles']>(async () => []),
  openRecent: vi.fn<Bridge['openRecent']>(async () => {}),
  present: vi.fn<Bridge['present']>(async () => {}),
  zoom: vi.fn<Bridge['zoom']>(async () => {}),
  saveFile: vi.fn<Bridge['saveFile']>(async () => ({ kind: 'cancelled' })),
  forgetFile: vi.fn<Bridge['forgetFile']>(async () => {}),
  askAboutChanges: vi.fn<Bridge['askAboutChanges']>(async () => 'cancel'),
  describe: vi.fn<Bridge['describe']>(),
  closeWindow: vi.fn<Bridge['closeWindow']>(),
  keepDraft: vi.fn<Bridge['keepDraft']>(),
  leftovers: vi.fn<Bridge['leftovers']>(async () => []),
  recover: vi.fn<Bridge['recover']>(async () => ({ kind: 'cancelled' })),
  discard: vi.fn<Bridge['discard']>(async () => {}),
  exportFile: vi.fn<Bridge['exportFile']>(async () => ({ kind: 'cancelled' })),
  exportMore: vi.fn<Bridge['exportMore']>(async () => ({ kind: 'saved', name: 'steps.csv' })),
  copyImage: vi.fn<Bridge['copyImage']>(async () => {}),
  onRender: vi.fn<Bridge['onRender']>()
} satisfies Bridge
