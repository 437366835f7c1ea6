import { languages, words } from '@shared/words/index'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { preferences, storedPreferences } from '../../src-main/preferences'

const accepted = (language: unknown) => v.is(preferences, { language, theme: null, welcome: true, layouts: {} })

describe('the preferred language', () => {
  it('may be any that there are words for, or none', () => {
    expect(languages).toEqual(Object.keys(words))
    for (const language of [...languages, null]) expect(accepted(language), String(language)).toBe(true)
  })

  it.each(['xx', 'EN', '__proto__', 1, undefined])('may not be %j', (language) => {
    expect(accepted(language)).toBe(false)
  })
})

describe('how the tabs are laid out', () => {
  it('is forgotten where it makes no sense, and the rest is kept', () => {
    const kept = { descend: { right: 0.3, isFolded: true } }
    const stored = (layouts: unknown) => v.parse(storedPreferences, { language: 'ja', theme: null, layouts }).layouts
    expect(stored(kept)).toEqual(kept)
    for (const damaged of [null, 1, { descend: { right: 7 } }, { partial: { left: -1 } }, { descend: 'wide' }]) {
      expect(stored(damaged)).toEqual({})
    }
  })
})
