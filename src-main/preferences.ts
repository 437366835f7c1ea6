import type { Preferences } from '@shared/bridge'
import { languages } from '@shared/words/index'
import * as v from 'valibot'

/** What nobody has chosen follows the system. */
export const noPreferences: Preferences = { language: null, theme: null, welcome: true }

const choice = <const Options extends readonly string[]>(options: Options) => v.nullable(v.picklist(options))

/** As the page sends them. */
export const preferences = v.object({
  language: choice(languages),
  theme: choice(['light', 'dark']),
  welcome: v.boolean()
})

/** As an old or damaged file may hold them: a field that makes no sense is as good as not chosen. */
export const storedPreferences = v.object({
  language: v.fallback(preferences.entries.language, null),
  theme: v.fallback(preferences.entries.theme, null),
  welcome: v.optional(v.fallback(preferences.entries.welcome, true), true)
})
