import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packagesAreThere } from '../../tools/setup/packages.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packages-'))
  mkdirSync(join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true }))

type Packages = Record<string, { version?: string; optional?: boolean }>

function lock(packages: Packages): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }))
}
function install(packages: Packages): void {
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
}

const wanted: Packages = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a/node_modules/b': { version: '2.1.0' },
  'node_modules/for-another-system': { version: '3.0.0', optional: true }
}
const { 'node_modules/for-another-system': _, ...here } = wanted

describe('the npm packages', () => {
  test('are there when npm has installed exactly the locked ones', () => {
    lock(wanted)
    install(here)
    expect(packagesAreThere(root)).toBe(true)
    install(wanted)
    expect(packagesAreThere(root)).toBe(true)
  })

  test('are not there before the first installation', () => {
    lock(wanted)
    expect(packagesAreThere(root)).toBe(false)
  })

  test('are not there when one is missing, has another version, or is no longer locked', () => {
    lock(wanted)
    install({ 'node_modules/a': { version: '1.0.0' } })
    expect(packagesAreThere(root)).toBe(false)
    install({ ...here, 'node_modules/a': { version: '1.0.1' } })
    expect(packagesAreThere(root)).toBe(false)
    install({ ...here, 'node_modules/old': { version: '1.0.0' } })
    expect(packagesAreThere(root)).toBe(false)
  })

  test('are not there when an optional one has another version', () => {
    lock(wanted)
    install({ ...here, 'node_modules/for-another-system': { version: '2.0.0', optional: true } })
    expect(packagesAreThere(root)).toBe(false)
  })
})
