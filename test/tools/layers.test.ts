import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layerFaults, reached } from '../../tools/layers.mjs'

const project = resolve(import.meta.dirname, '../..')

/** A file to plant, what it says, and what it must not reach. */
const forbidden: readonly [file: string, source: string, target: string][] = [
  ['src-renderer/plant-1.ts', "import '../src-main/core/pulse'", 'src-main/core/pulse.ts'],
  [
    'src-renderer/plant-2.tsx',
    "import { steady } from '@core/pulse'\nexport const a = <p>{steady}</p>",
    'src-main/core/pulse.ts'
  ],
  [
    'src-renderer/plant-3.ts',
    "import type { Pulse } from '@core/pulse'\nexport type P = Pulse",
    'src-main/core/pulse.ts'
  ],
  ['src-renderer/plant-4.ts', "export type P = import('@core/pulse').Pulse", 'src-main/core/pulse.ts'],
  ['src-renderer/plant-5.ts', "import { ipcRenderer } from 'electron'\nipcRenderer.send('x')", 'electron'],
  ['src-renderer/plant-6.ts', "import { join } from 'node:path'\njoin()", 'node:path'],
  ['src-main/plant-1.ts', "export * from '../src-renderer/bridge'", 'src-renderer/bridge.ts'],
  ['src-main/core/plant-1.ts', "import '../preferences'", 'src-main/preferences.ts'],
  ['src-main/core/plant-2.ts', "import { readFileSync } from 'node:fs'\nreadFileSync('x')", 'node:fs'],
  ['src-main/core/plant-3.ts', "import { app } from 'electron'\napp.quit()", 'electron'],
  ['src-main/core/plant-4.ts', "export { bridge } from '../../src-renderer/bridge'", 'src-renderer/bridge.ts'],
  ['src-shared/plant-1.ts', "export const later = () => import('@core/pulse')", 'src-main/core/pulse.ts'],
  ['src-shared/plant-2.ts', "import * as v from 'valibot'\nv.string()", 'valibot'],
  ['src-shared/plant-3.ts', "import 'node:fs'", 'node:fs']
]
/** From one floor to the one above it, in code or in types. */
const arrowsBack: typeof forbidden = [
  [
    'src-shared/numbers/plant.ts',
    "import type { Tree } from '../language/tree'\nexport type T = Tree",
    'src-shared/language/tree.ts'
  ],
  [
    'src-shared/words/en/problems/plant.ts',
    "import { settings } from '../methods'\nsettings()",
    'src-shared/words/en/methods.ts'
  ],
  ['src-shared/language/plant.ts', "import '../methods/setting'", 'src-shared/methods/setting.ts'],
  [
    'src-shared/methods/plant.ts',
    "export type R = import('../experiment/experiment').Run",
    'src-shared/experiment/experiment.ts'
  ],
  [
    'src-shared/experiment/plant.ts',
    "import type { View } from '@shared/protocol'\nexport type V = View",
    'src-shared/protocol.ts'
  ],
  [
    'src-main/core/plant-5.ts',
    "import { words } from '@shared/words/index'\nexport { words }",
    'src-shared/words/index.ts'
  ],
  [
    'src-shared/words/plant.ts',
    "import type { Parts } from '../python/parts'\nexport type P = Parts",
    'src-shared/python/parts.ts'
  ],
  ['src-shared/python/plant.ts', "import type { Tab } from '../bridge'\nexport type T = Tab", 'src-shared/bridge.ts']
]
const circle = {
  'src-shared/plant-one.ts': "import { two } from './plant-two'\nexport const one = () => two",
  'src-shared/plant-two.ts': "import type { Three } from '@shared/plant-three'\nexport const two: Three = 2",
  'src-shared/plant-three.ts': "import { one } from './plant-one'\nexport type Three = number | ReturnType<typeof one>"
}
/** `plots` draws what `figures` describes. */
const friend = {
  'src-renderer/plots/plant-friend.ts': "import type { Here } from '../figures/plant-friend'\nexport type There = Here",
  'src-renderer/figures/plant-friend.ts': 'export type Here = number'
}
const harmless = {
  'src-shared/numbers/plant-text.ts': "// import 'electron'\nexport const text = \"import 'electron'\"",
  'src-main/core/plant-style.ts': "import { problems } from '@shared/words/en/problems/index'\nexport { problems }",
  'src-renderer/plant-style.ts': "import 'solid-js'\nimport './plant-style.css'",
  'src-renderer/plant-style.css': ''
}
const lost = 'src-shared/plant-lost.ts'

test('a worker loads of all sentences only those of problems, in English', () => {
  const files = [...reached(project, 'src-main/compute/worker.ts')]
  expect(files).toContain('src-main/core/answers.ts')
  expect(files).toContain('src-shared/words/en/problems/run.ts')
  const others = /^src-shared\/words\/(?!en\/(problems\/|settings\.ts$))/
  expect(files.filter((file) => others.test(file))).toEqual([])
  expect([...reached(project, 'src-shared/words/index.ts')].filter((file) => others.test(file))).not.toEqual([])
})

describe('the layer check', () => {
  let faults: string[]

  beforeAll(() => {
    const copy = mkdtempSync(join(tmpdir(), 'layers-'))
    afterAll(() => rmSync(copy, { recursive: true }))
    for (const world of ['src-shared', 'src-main', 'src-renderer'])
      cpSync(join(project, world), join(copy, world), { recursive: true })
    const planted = {
      ...Object.fromEntries([...forbidden, ...arrowsBack].map(([file, source]) => [file, source])),
      ...circle,
      ...friend,
      ...harmless,
      [lost]: "import './nowhere'"
    }
    for (const [file, source] of Object.entries(planted)) writeFileSync(join(copy, file), source)
    faults = layerFaults(copy)
  })

  test('finds nothing in the program as it is', () => {
    expect(layerFaults(project)).toEqual([])
  })

  test('names two rooms of the page that import each other', () => {
    const found = faults.filter((fault) => fault.startsWith('Rooms'))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('src-renderer/plots/plant-friend.ts imports src-renderer/figures/plant-friend.ts')
  })

  test.each([...forbidden, ...arrowsBack])('names %s, which says %j', (file, _, target) => {
    const found = faults.filter((fault) => fault.startsWith(`${file} imports`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${file} imports ${target}:`)
  })

  test('names every file of an import circle, also when only types go round', () => {
    const found = faults.filter((fault) => fault.startsWith('Import circle') && fault.includes('plant'))
    expect(found).toHaveLength(1)
    for (const file of Object.keys(circle)) expect(found[0]).toContain(file)
  })

  test('names a file of what both sides share that stands on no floor', () => {
    const found = faults.filter((fault) => fault.startsWith('src-shared/plant-3.ts:'))
    expect(found).toEqual(['src-shared/plant-3.ts: no floor of src-shared names it.'])
  })

  test('names an import of a file that does not exist', () => {
    expect(faults).toContain(`${lost} imports ./nowhere: there is no such file.`)
  })

  test.each(Object.entries(harmless))('has nothing against %s, which says %j', (file) => {
    expect(faults.filter((fault) => fault.includes(file))).toEqual([])
  })
})
