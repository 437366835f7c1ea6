import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recentSchema } from '../../../src-main/files/recent'
import { settingFile } from '../../../src-main/files/setting-file'
import { noPreferences, storedPreferences } from '../../../src-main/preferences'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setting-test-'))
  path = join(folder, 'deep', 'preferences.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const preferences = (at = path) => settingFile(at, storedPreferences, noPreferences)

describe('a setting', () => {
  it('is there again at the next start', async () => {
    const first = preferences()
    first.set({ language: 'ja', theme: 'dark', welcome: false, layouts: {} })
    expect(first.value).toEqual({ language: 'ja', theme: 'dark', welcome: false, layouts: {} })
    await first.saved()
    expect(preferences().value).toEqual({ language: 'ja', theme: 'dark', welcome: false, layouts: {} })
  })

  it('is, of several set at once, the last one', async () => {
    const setting = preferences()
    for (const theme of ['light', 'dark', null, 'light'] as const)
      setting.set({ language: null, theme, welcome: true, layouts: {} })
    await setting.saved()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      language: null,
      theme: 'light',
      welcome: true,
      layouts: {}
    })
  })

  it.each(['', '{', 'null', '[]', '"ja"'])('is the initial one when its file holds %j', (text) => {
    const damaged = join(folder, 'damaged.json')
    writeFileSync(damaged, text)
    expect(preferences(damaged).value).toEqual(noPreferences)
  })

  it('keeps the fields that make sense', () => {
    const damaged = join(folder, 'damaged.json')
    writeFileSync(damaged, '{"language": "ja", "theme": "purple", "more": 1}')
    expect(preferences(damaged).value).toEqual({ language: 'ja', theme: null, welcome: true, layouts: {} })
  })

  it('holds for this session when the disk refuses it', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    writeFileSync(join(folder, 'file'), '')
    const setting = settingFile(join(folder, 'file', 'recent.json'), recentSchema, [])
    setting.set(['/a.gradlab'])
    await setting.saved()
    expect(setting.value).toEqual(['/a.gradlab'])
    expect(complaint).toHaveBeenCalledOnce()
    complaint.mockRestore()
  })
})
