import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from '../../tools/setup/build.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  mkdirSync(join(root, 'src/deep'), { recursive: true })
  writeFileSync(join(root, 'src/a.ts'), 'one')
  writeFileSync(join(root, 'src/deep/b.ts'), 'two')
  writeFileSync(join(root, 'notes.md'), 'not built from')
})
afterEach(() => rmSync(root, { recursive: true }))

const hash = () => hashOf(root, ['src', 'absent.json'])

describe('the hash of the sources', () => {
  test.each([
    ['a file changes', () => writeFileSync(join(root, 'src/deep/b.ts'), 'twO')],
    ['a file is added', () => writeFileSync(join(root, 'src/c.ts'), '')],
    ['a file is removed', () => rmSync(join(root, 'src/a.ts'))],
    ['a file is renamed', () => renameSync(join(root, 'src/a.ts'), join(root, 'src/z.ts'))],
    [
      'text moves from one file to the next',
      () => {
        writeFileSync(join(root, 'src/a.ts'), 'onetwo')
        writeFileSync(join(root, 'src/deep/b.ts'), '')
      }
    ],
    ['an absent file appears', () => writeFileSync(join(root, 'absent.json'), '{}')]
  ])('changes when %s', (_, change) => {
    const before = hash()
    change()
    expect(hash()).not.toBe(before)
  })

  test.each([
    ['time of a file', () => utimesSync(join(root, 'src/a.ts'), 1, 1)],
    ['a file that is not built from', () => writeFileSync(join(root, 'notes.md'), 'changed')]
  ])('does not depend on the %s', (_, change) => {
    const before = hash()
    change()
    expect(hash()).toBe(before)
  })
})
