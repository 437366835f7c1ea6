import { languages, words } from '@shared/words/index'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { preferences } from '../../src-main/preferences'

const accepted = (language: unknown) => v.is(preferences, { language, theme: null, welcome: true })

describe('the preferred language', () => {
  it('may be any that there are words for, or none', () => {
    expect(languages).toEqual(Object.keys(words))
    for (const language of [...languages, null]) expect(accepted(language), String(language)).toBe(true)
  })

  it.each(['xx', 'EN', '__proto__', 1, undefined])('may not be %j', (language) => {
    expect(accepted(language)).toBe(false)
  })
})
