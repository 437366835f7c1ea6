import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asar } from '../../tools/electron/asar.mjs'
import { setFuses } from '../../tools/electron/fuses.mjs'
import { electronPath, executableIn } from '../../tools/electron/runtime.mjs'
import { unzip } from '../../tools/electron/zip.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Entry {
  readonly name: string
  readonly text: string
  readonly deflated?: boolean
  readonly mode?: number
}

/** A zip archive written straight from the format's description; `crc` may be spoilt. */
function zip(entries: readonly Entry[], spoil = 0): Buffer {
  const locals: Buffer[] = []
  const rows: Buffer[] = []
  let position = 0
  for (const { name, text, deflated = false, mode = 0o644 } of entries) {
    const data = deflated ? deflateRawSync(text) : Buffer.from(text)
    const local = Buffer.alloc(30)
    local.write('PK\x03\x04', 'latin1')
    local.writeUInt16LE(name.length, 26)
    const row = Buffer.alloc(46)
    row.write('PK\x01\x02', 'latin1')
    row.writeUInt16LE(deflated ? 8 : 0, 10)
    row.writeUInt32LE((crc32(text) ^ spoil) >>> 0, 16)
    row.writeUInt32LE(data.length, 20)
    row.writeUInt32LE(text.length, 24)
    row.writeUInt16LE(name.length, 28)
    row.writeUInt32LE((mode << 16) >>> 0, 38)
    row.writeUInt32LE(position, 42)
    rows.push(row, Buffer.from(name))
    locals.push(local, Buffer.from(name), data)
    position += 30 + name.length + data.length
  }
  const directory = Buffer.concat(rows)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(position, 16)
  return Buffer.concat([...locals, directory, end])
}

describe('unzip', () => {
  const archive = () => join(folder, 'archive.zip')
  const to = () => join(folder, 'out')
  const everything = (name: string) => name

  test('unpacks stored and deflated entries, into folders, with the right to execute', () => {
    const long = 'a text that is worth packing '.repeat(100)
    const entries: Entry[] = [
      { name: 'app/', text: '' },
      { name: 'app/run', text: '#!', mode: 0o755 },
      { name: 'app/deep/long.txt', text: long, deflated: true }
    ]
    writeFileSync(archive(), zip(entries))
    unzip(archive(), to(), everything)
    expect(readFileSync(join(to(), 'app/deep/long.txt'), 'utf8')).toBe(long)
    expect(statSync(join(to(), 'app/run')).mode & 0o111).not.toBe(0)
    expect(statSync(join(to(), 'app/deep/long.txt')).mode & 0o111).toBe(0)
  })

  test('leaves out and renames what it is told to', () => {
    writeFileSync(
      archive(),
      zip([
        { name: 'a/keep', text: 'k' },
        { name: 'a/drop', text: 'd' }
      ])
    )
    unzip(archive(), to(), (name) => (name === 'a/drop' ? null : name.slice(2)))
    expect(readFileSync(join(to(), 'keep'), 'utf8')).toBe('k')
    expect(existsSync(join(to(), 'drop'))).toBe(false)
  })

  test('refuses a damaged entry, one that leaves the folder, and what is no archive', () => {
    writeFileSync(archive(), zip([{ name: 'a', text: 'a' }], 1))
    expect(() => unzip(archive(), to(), everything)).toThrow('damaged entry: a')
    writeFileSync(archive(), zip([{ name: '../../outside', text: 'a' }]))
    expect(() => unzip(archive(), to(), everything)).toThrow('outside the folder')
    writeFileSync(archive(), 'just a text')
    expect(() => unzip(archive(), to(), everything)).toThrow('not a zip archive')
  })
})

describe('asar', () => {
  test('holds each file where its directory says', () => {
    const files = { 'package.json': Buffer.from('{}'), 'main.js': Buffer.from('console.log("こんにちは")') }
    const archive = asar(files)
    // The second length counts from after itself, so it leads to the first file's bytes.
    const contents = 8 + archive.readUInt32LE(4)
    const directory = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)))
    for (const [name, bytes] of Object.entries(files)) {
      const { offset, size } = directory.files[name]
      const start = contents + Number(offset)
      expect(archive.subarray(start, start + size)).toEqual(bytes)
    }
  })
})

describe('setFuses', () => {
  const executable = () => join(folder, 'electron')
  /** Version 1, eight fuses, all as they come. */
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 8]),
    Buffer.from('10110001')
  ])

  // The file is read in pieces of 16 MiB; the last place is cut by the end of the first.
  test.each([0, 1000, (1 << 24) - 20])('sets the named ones and no other byte, found at %i', (place) => {
    const before = Buffer.concat([Buffer.alloc(place, 7), wire, Buffer.alloc(100, 9)])
    writeFileSync(executable(), before)
    setFuses(executable(), { runAsNode: false, browserSnapshot: false, nodeCliInspect: true, cookieEncryption: true })
    const fuses = readFileSync(executable())
    expect(fuses.toString('latin1', place + 34, place + 42)).toBe('01110001')
    before.write('01110001', place + 34)
    expect(fuses.equals(before)).toBe(true)
  })

  test('refuses a file without fuses, of an unknown layout, or with fewer', () => {
    writeFileSync(executable(), 'no fuses in here')
    expect(() => setFuses(executable(), { runAsNode: false })).toThrow('no fuses')
    const unknown = Buffer.from(wire)
    unknown[32] = 2
    writeFileSync(executable(), unknown)
    expect(() => setFuses(executable(), { runAsNode: false })).toThrow('unknown layout: 2')
    const fewer = Buffer.from(wire)
    fewer[33] = 3
    writeFileSync(executable(), fewer)
    expect(() => setFuses(executable(), { browserSnapshot: false })).toThrow('no fuse browserSnapshot')
  })
})

describe('the official Electron package', () => {
  function install(version: string, downloaded: string): void {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }))
    writeFileSync(join(folder, 'dist/version'), downloaded)
    writeFileSync(join(folder, 'path.txt'), 'electron')
    writeFileSync(join(folder, 'dist/electron'), '')
  }

  test('has an executable once it has been downloaded', () => {
    install('45.4.1', '45.4.1')
    expect(executableIn(folder)).toBe(join(folder, 'dist/electron'))
  })

  test('has none before, after an update, or when the executable is gone', () => {
    expect(executableIn(folder)).toBeNull()
    install('45.4.1', 'v45.4.0')
    expect(executableIn(folder)).toBeNull()
    writeFileSync(join(folder, 'dist/version'), 'v45.4.1')
    rmSync(join(folder, 'dist/electron'))
    expect(executableIn(folder)).toBeNull()
  })
})

describe('the Electron named in GRADIENT_LAB_ELECTRON', () => {
  afterEach(() => void vi.unstubAllEnvs())

  test('is taken before any other', async () => {
    vi.stubEnv('GRADIENT_LAB_ELECTRON', process.execPath)
    expect(await electronPath()).toBe(process.execPath)
  })

  test('has to exist', async () => {
    vi.stubEnv('GRADIENT_LAB_ELECTRON', join(folder, 'none'))
    await expect(electronPath()).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringContaining('none, which does not exist')
    })
  })
})
