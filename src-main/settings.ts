import { join } from 'node:path'
import * as v from 'valibot'
import { recentSchema } from './files/recent'
import { settingFile } from './files/setting-file'
import { noPreferences, storedPreferences } from './preferences'
import { placement } from './window-bounds'

/** What the program remembers between starts, each in a file of its own in `folder`. */
export function openSettings(folder: string) {
  const preferences = settingFile(join(folder, 'preferences.json'), storedPreferences, noPreferences)
  const recent = settingFile(join(folder, 'recent.json'), recentSchema, [])
  const place = settingFile(join(folder, 'window.json'), v.nullable(placement), null)
  return {
    preferences,
    /** The session files that were opened or saved last. */
    recent,
    /** Where the window was. */
    place,
    /** Waits until the disk has everything. */
    saved: async () => void (await Promise.all([preferences.saved(), recent.saved(), place.saved()]))
  }
}
