import type { Layout, Preferences, Surroundings, Theme } from '@shared/bridge'
import type { Tab } from '@shared/experiment/experiment'
import { type Language, type Words, words } from '@shared/words/index'
import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import { bridge } from '../bridge'

/** How the person likes to see the window. */
export interface Taste {
  readonly surroundings: Surroundings
  readonly language: Accessor<Language>
  readonly words: Accessor<Words>
  readonly theme: Accessor<Theme>
  /** Whether the first lines for a new person are still wanted. */
  readonly welcome: Accessor<boolean>
  /** How the person has laid out a tab: what was never moved is not in it. */
  layout(tab: Tab): Layout
  arrange(tab: Tab, changes: Layout): void
  prefer(preferences: Partial<Preferences>): void
}

/** Language and colours: as chosen, otherwise the system's. Call it inside a Solid root. */
export function createTaste(surroundings: Surroundings): Taste {
  const [preferences, setPreferences] = createSignal(surroundings.preferences)
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
  const [dark, setDark] = createSignal(systemDark.matches)
  systemDark.addEventListener('change', (event) => setDark(event.matches))
  const language = createMemo<Language>(() => preferences().language ?? surroundings.systemLanguage)
  const theme = createMemo<Theme>(() => preferences().theme ?? (dark() ? 'dark' : 'light'))
  createEffect(() => {
    document.documentElement.lang = language()
    document.documentElement.dataset['theme'] = theme()
  })
  const prefer = (wish: Partial<Preferences>) => {
    setPreferences((old) => ({ ...old, ...wish }))
    void bridge.setPreferences(preferences())
  }
  const layout = (tab: Tab): Layout => preferences().layouts[tab] ?? {}
  return {
    surroundings,
    language,
    words: createMemo(() => words[language()]),
    theme,
    welcome: createMemo(() => preferences().welcome),
    layout,
    arrange: (tab, changes) => prefer({ layouts: { ...preferences().layouts, [tab]: { ...layout(tab), ...changes } } }),
    prefer
  }
}
