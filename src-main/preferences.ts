import type { Preferences } from '@shared/bridge'
import { languages } from '@shared/words/index'
import * as v from 'valibot'

/** What nobody has chosen follows the system. */
export const noPreferences: Preferences = { language: null, theme: null, welcome: true, layouts: {} }

const choice = <const Options extends readonly string[]>(options: Options) => v.nullable(v.picklist(options))

const share = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))
const layout = v.object({
  left: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  right: share,
  top: share,
  isFolded: v.optional(v.boolean()),
  isSwapped: v.optional(v.boolean())
})
const layouts = v.object({
  differentiate: v.optional(layout),
  partial: v.optional(layout),
  descend: v.optional(layout)
})

/** As the page sends them. */
export const preferences = v.object({
  language: choice(languages),
  theme: choice(['light', 'dark']),
  welcome: v.boolean(),
  layouts
})

/** As an old or damaged file may hold them: a field that makes no sense is as good as not chosen. */
export const storedPreferences = v.object({
  language: v.fallback(preferences.entries.language, null),
  theme: v.fallback(preferences.entries.theme, null),
  welcome: v.optional(v.fallback(preferences.entries.welcome, true), true),
  layouts: v.optional(v.fallback(layouts, {}), {})
})
