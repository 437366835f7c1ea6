import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { build, hashOf } from '../../tools/setup/build.mjs'

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

describe('the build', () => {
  const tool = 'node_modules/electron-vite/bin/electron-vite.js'
  /** In the place of electron-vite: counts its builds, and fails half-way on a source that says so. */
  const builder = `
    const { appendFileSync, mkdirSync, readFileSync } = require('node:fs')
    mkdirSync('out', { recursive: true })
    appendFileSync('out/built', 'x')
    if (readFileSync('src-main/index.ts', 'utf8') === 'broken') throw new Error('Half a program')`
  const source = (text: string) => writeFileSync(join(root, 'src-main/index.ts'), text)
  const builds = () => readFileSync(join(root, 'out/built'), 'utf8').length

  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    mkdirSync(dirname(join(root, tool)), { recursive: true })
    mkdirSync(join(root, 'src-main'))
    writeFileSync(join(root, tool), builder)
    source('good')
  })
  afterEach(() => vi.restoreAllMocks())

  test('is made once from the same sources', () => {
    build(root)
    build(root)
    expect(builds()).toBe(1)
    source('better')
    build(root)
    expect(builds()).toBe(2)
  })

  test('is made again after one that failed, even when the sources are what they were before', () => {
    build(root)
    source('broken')
    expect(() => build(root)).toThrow(/^The build failed\.[\s\S]*Half a program/)
    source('good')
    build(root)
    expect(builds()).toBe(3)
  })
})
