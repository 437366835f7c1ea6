import type { Preferences, Surroundings } from '@shared/bridge'
import { type Language, languages } from '@shared/words/index'
import { app } from 'electron'

/** The first language of the system's list that the program speaks; English if there is none. */
export function systemLanguage(): Language {
  for (const tag of app.getPreferredSystemLanguages()) {
    const [code] = tag.toLowerCase().split(/[-_.]/)
    const spoken = languages.find((language) => language === code)
    if (spoken) return spoken
  }
  return 'en'
}

/** What the page is told at its start. */
export const surroundings = (preferences: Preferences): Surroundings => ({
  preferences,
  systemLanguage: systemLanguage(),
  version: app.getVersion(),
  electron: process.versions['electron'] ?? '',
  chromium: process.versions['chrome'] ?? ''
})
