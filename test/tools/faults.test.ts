import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Copy } from '../../tools/faults/copy.mjs'
import { faults } from '../../tools/faults/list.mjs'
import { account, notices } from '../../tools/faults/report.mjs'

const project = resolve(import.meta.dirname, '../..')

describe('the faults that are planted', () => {
  test.each(faults)('$name: its place stands once in the file, and its tests are there', (fault) => {
    const { file, find, replacement, tests } = fault
    expect(readFileSync(join(project, file), 'utf8').split(find)).toHaveLength(2)
    expect(replacement).not.toBe(find)
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((path) => !/\.test\.tsx?$/.test(path) || !existsSync(join(project, path)))).toEqual([])
  })

  test('each have a name of their own', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
  })
})

const fault = {
  name: 'a sum is a difference',
  file: 'src/sum.ts',
  find: 'a + b',
  replacement: 'a - b',
  matters: 'Nothing adds up.',
  tests: ['test/sum.test.ts']
}

describe('a copy of a project', () => {
  let root: string
  let copy: Copy
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'faulty-project-'))
    for (const folder of ['src', '.git', 'node_modules/vitest', 'node_modules/.vite'])
      mkdirSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, fault.file), 'export const sum = (a, b) => a + b')
    writeFileSync(join(root, 'src/twice.ts'), 'a + b; a + b')
    writeFileSync(join(root, 'node_modules/vitest/vitest.mjs'), '')
    copy = new Copy(root)
  })
  afterAll(() => {
    rmSync(root, { recursive: true })
    copy.remove()
  })
  const text = (folder: string) => readFileSync(join(folder, fault.file), 'utf8')

  test('holds sources and packages, and nothing that is kept beside them', () => {
    const paths = [fault.file, 'node_modules/vitest/vitest.mjs', '.git', 'node_modules/.vite']
    expect(paths.map((path) => existsSync(join(copy.folder, path)))).toEqual([true, true, false, false])
  })

  test('takes a fault, of which the project sees nothing, and is sound again without it', () => {
    const remove = copy.plant(fault)
    expect([text(copy.folder), text(root)]).toEqual([
      'export const sum = (a, b) => a - b',
      'export const sum = (a, b) => a + b'
    ])
    remove()
    expect(text(copy.folder)).toBe(text(root))
  })

  test('takes none whose place is not there, or not the only one', () => {
    expect(() => copy.plant({ ...fault, find: 'a * b' })).toThrow('src/sum.ts holds 0 times')
    expect(() => copy.plant({ ...fault, file: 'src/twice.ts' })).toThrow('src/twice.ts holds 2 times')
  })

  test('is gone when it is removed, and the packages it was linked to are not', () => {
    const another = new Copy(root)
    another.remove()
    expect(existsSync(another.folder)).toBe(false)
    expect(existsSync(join(root, 'node_modules/vitest/vitest.mjs'))).toBe(true)
  })
})

describe('the account of a fault', () => {
  const report = (status: string, tests: Record<string, string>) =>
    JSON.stringify({
      testResults: [
        {
          name: join('/copy', 'test/sum.test.ts'),
          status,
          assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status }))
        }
      ]
    })
  const told = (json: string, survives?: string) =>
    account({ ...fault, ...(survives !== undefined && { survives }) }, notices(json, '/copy'))

  test('names a test that noticed, and how many others did', () => {
    const one = { adds: 'failed', 'takes away': 'passed' }
    expect(told(report('failed', one))).toContain('test/sum.test.ts: adds')
    expect(told(report('failed', { ...one, 'adds again': 'failed' }))).toContain('test/sum.test.ts: adds, and 1 more')
  })

  test('says so where a file of tests does not load', () => {
    expect(told(report('failed', {}))).toContain('test/sum.test.ts: does not load')
  })

  test('says that it survived, with the reason if there is one, and what it would mean if there is none', () => {
    const passed = report('passed', { adds: 'passed' })
    expect(told(passed)).toContain('SURVIVED test/sum.test.ts\n    Nothing adds up.')
    expect(told(passed, 'Zero is added.')).toContain('SURVIVED: Zero is added.')
    expect(told(report('failed', { adds: 'failed' }), 'Zero is added.')).toContain('said to survive: Zero is added.')
  })
})
