import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  watch,
  writeFileSync
} from 'node:fs'
import { open as openHandle } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { grow, makeFolder, open, save } from '../../../src-main/files/store'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-test-'))
  path = join(folder, '実験.gradlab')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The path, after something was made there. */
function made(make: (at: string) => void): string {
  make(path)
  return path
}
const holding = (content: string | Uint8Array): string => made((at) => writeFileSync(at, content))

const asRoot = process.geteuid?.() === 0

describe('saving and opening', () => {
  it('gives back any text, character by character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-composite', maxLength: 1000 }), async (text) => {
        await save(path, text)
        expect(await open(path)).toBe(text.replace(/^\ufeff/, ''))
      }),
      { seed: 5, numRuns: 40 }
    )
  })

  it('drops a byte order mark and keeps the line ends', async () => {
    writeFileSync(path, '\ufeff{\r\n}\r\n')
    expect(await open(path)).toBe('{\r\n}\r\n')
  })
})

describe('opening', () => {
  const refusals: readonly [string, () => string, string][] = [
    ['a file that is not there', () => path, 'file-missing'],
    ['a path through a file', () => join(holding(''), 'x'), 'file-missing'],
    ['a folder', () => folder, 'file-is-folder'],
    ['a device', () => '/dev/zero', 'file-not-regular'],
    ['bytes that are not UTF-8', () => holding(Buffer.from([0x7b, 0xff, 0x7d])), 'file-not-text'],
    ['a cut-off character', () => holding(Buffer.from([0xe3, 0x81])), 'file-not-text'],
    ['a name that is too long', () => join(folder, 'x'.repeat(300)), 'file-name-too-long']
  ]
  it.each(refusals)('refuses %s', async (_what, prepare, code) => {
    await expect(open(prepare())).rejects.toMatchObject({ name: 'ProblemError', code })
  })

  it('accepts 20 MB and refuses one byte more', async () => {
    writeFileSync(path, '')
    truncateSync(path, 20 * 1024 * 1024)
    expect(await open(path)).toHaveLength(20 * 1024 * 1024)
    truncateSync(path, 20 * 1024 * 1024 + 1)
    await expect(open(path)).rejects.toMatchObject({ code: 'file-too-large', values: { megabytes: 20 } })
  })

  it('does not wait at a named pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [path])
    await expect(open(path)).rejects.toMatchObject({ code: 'file-not-regular' })
  })

  it('refuses a socket', async () => {
    const socket = join(folder, 's')
    const server = createServer().listen(socket)
    await new Promise((listening) => server.once('listening', listening))
    await expect(open(socket)).rejects.toMatchObject({ code: 'file-not-regular' })
    server.close()
  })

  it.skipIf(asRoot)('says so when it is not allowed', async () => {
    writeFileSync(path, '{}')
    chmodSync(path, 0)
    await expect(open(path)).rejects.toMatchObject({ code: 'file-access-denied' })
  })

  it('follows a link to a regular file', async () => {
    writeFileSync(join(folder, 'target'), '{}')
    symlinkSync('target', path)
    expect(await open(path)).toBe('{}')
  })
})

describe('saving', () => {
  it('leaves nothing beside the file', async () => {
    await save(path, 'one')
    await save(path, 'two')
    expect(readdirSync(folder)).toEqual(['実験.gradlab'])
  })

  it('keeps the permissions of the file it replaces', async () => {
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    await save(path, 'new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('shows the contents of a private file to nobody else, not even while they are written', async () => {
    writeFileSync(path, 'old')
    chmodSync(path, 0o600)
    const seen = new Set<number>()
    const watcher = watch(folder, (_event, name) => {
      const status = name ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined
      if (status && status.size > 0) seen.add(status.mode & 0o777)
    })
    await save(path, 'x'.repeat(5_000_000))
    await new Promise((heard) => setTimeout(heard, 20))
    watcher.close()
    expect([...seen]).toEqual([0o600])
  })

  it('gives a new file the permissions the system gives new files', async () => {
    writeFileSync(join(folder, 'other'), '')
    await save(path, 'new')
    expect(statSync(path).mode).toBe(statSync(join(folder, 'other')).mode)
  })

  it('goes through a link, and the links that one names, to the file at their end, and leaves them links', async () => {
    const target = join(folder, 'elsewhere', 'target')
    mkdirSync(join(folder, 'elsewhere'))
    mkdirSync(join(folder, 'elsewhere', 'deep'))
    writeFileSync(target, 'old')
    chmodSync(target, 0o640)
    // What `..` means is counted from where the linked folder really is.
    symlinkSync(join('elsewhere', 'deep'), join(folder, 'folder'))
    symlinkSync(join('..', 'target'), join(folder, 'elsewhere', 'deep', 'second'))
    symlinkSync(join('folder', 'second'), path)
    await save(path, 'new')
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(folder, 'folder', 'second')).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(statSync(target).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(folder, 'elsewhere')).sort()).toEqual(['deep', 'target'])
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'folder', '実験.gradlab'].sort())
  })

  it('makes the file that a link names and that is not there', async () => {
    symlinkSync('target', path)
    await save(path, 'new')
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('new')
  })

  it('leaves a file its other names', async () => {
    writeFileSync(path, 'old, and longer')
    linkSync(path, join(folder, 'other'))
    await save(path, 'new')
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['other', '実験.gradlab'])
  })

  /** What is in the folder, whenever something is put onto the disk; `refused`: the number of the time at which the disk refuses. */
  async function syncsOf(work: () => Promise<void>, refused = 0): Promise<string[][]> {
    const handle = await openHandle(folder)
    const seen: string[][] = []
    const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementation(async () => {
      const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
      seen.push(files.map(({ name }) => readFileSync(join(folder, name), 'utf8')).sort())
      if (seen.length === refused) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    })
    await handle.close()
    await work().finally(() => sync.mockRestore())
    return seen
  }

  it('puts the contents onto the disk before they take the name, and then the name', async () => {
    writeFileSync(path, 'old')
    expect(await syncsOf(() => save(path, 'new'))).toEqual([['new', 'old'], ['new']])
  })

  it('into a file with other names has all of it beside that, on the disk, until it is done', async () => {
    writeFileSync(path, 'old')
    linkSync(path, join(folder, 'other'))
    const seen = await syncsOf(() => save(path, 'new'))
    expect(seen).toEqual([
      ['new', 'old', 'old'],
      ['new', 'old', 'old'],
      ['new', 'new', 'new'],
      ['new', 'new']
    ])
    await expect(syncsOf(() => save(path, 'newer'), 3)).rejects.toMatchObject({ code: 'disk-full' })
    const copy = readdirSync(folder).find((name) => name.endsWith('.copy')) ?? 'none'
    expect(readFileSync(join(folder, copy), 'utf8')).toBe('newer')
  })

  it('removes what saves that were killed left in the folder a day ago, and nothing else', async () => {
    const names = [
      '000000000001.tmp',
      '000000000002.tmp',
      '000000000003.copy',
      '00000000000.tmp',
      'x.tmp',
      '.other.tmp'
    ]
    const [old = '', ...others] = names.map((name) => (name.startsWith('.') ? name : `.gradient-lab-${name}`))
    for (const name of [old, ...others]) writeFileSync(join(folder, name), 'half')
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    // The second may still be on its way.
    for (const name of [old, ...others.slice(1)]) utimesSync(join(folder, name), yesterday, yesterday)
    await save(path, 'new')
    expect(readdirSync(folder).sort()).toEqual([...others, '実験.gradlab'].sort())
  })

  it('puts folders that it makes onto the disk', async () => {
    expect(await syncsOf(() => makeFolder(join(folder, 'one', 'two')))).toHaveLength(2)
  })

  it.runIf(asRoot)('leaves a file with its owner', async () => {
    writeFileSync(path, 'old')
    chownSync(path, 1234, 4321)
    chmodSync(path, 0o640)
    await save(path, 'new')
    const { uid, gid, mode } = statSync(path)
    expect([uid, gid, mode & 0o777]).toEqual([1234, 4321, 0o640])
  })

  it.runIf(asRoot)('leaves it with its owner where the system lets nobody else give files away, too', async () => {
    writeFileSync(path, 'old')
    chownSync(path, 1234, 4321)
    chmodSync(path, 0o666)
    chmodSync(folder, 0o777)
    process.setegid?.(5678)
    process.seteuid?.(5678)
    try {
      await save(path, 'new')
    } finally {
      process.seteuid?.(0)
      process.setegid?.(0)
    }
    expect([statSync(path).uid, statSync(path).gid, readFileSync(path, 'utf8')]).toEqual([1234, 4321, 'new'])
    expect(readdirSync(folder)).toEqual(['実験.gradlab'])
  })

  it.each([
    ['a folder', () => made((at) => mkdirSync(at)), 'file-is-folder'],
    ['a named pipe', () => made((at) => void execFileSync('mkfifo', [at])), 'file-not-regular'],
    ['a circular link', () => made((at) => symlinkSync(at, at)), 'file-link-circular'],
    ['a link into a folder that does not exist', () => made((at) => symlinkSync('none/x', at)), 'folder-missing'],
    ['a link to a folder', () => made((at) => symlinkSync('.', at)), 'file-is-folder'],
    ['a folder that does not exist', () => join(folder, 'none', 'x.gradlab'), 'folder-missing'],
    ['a path through a file', () => join(holding(''), 'x.gradlab'), 'folder-missing'],
    ['a name that is too long', () => join(folder, 'x'.repeat(300)), 'file-name-too-long']
  ] as const)('refuses %s and leaves everything as it was', async (_what, prepare, code) => {
    const place = prepare()
    const before = readdirSync(folder)
    await expect(save(place, 'text')).rejects.toMatchObject({ name: 'ProblemError', code })
    expect(readdirSync(folder)).toEqual(before)
  })

  it.skipIf(asRoot)('respects write protection, of the file and of the folder', async () => {
    writeFileSync(path, 'old')
    chmodSync(path, 0o444)
    await expect(save(path, 'new')).rejects.toMatchObject({ code: 'file-access-denied' })
    chmodSync(folder, 0o555)
    await expect(save(join(folder, 'new'), 'new')).rejects.toMatchObject({ code: 'file-access-denied' })
    chmodSync(folder, 0o755)
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  it('shows either the old contents or the new, never a part, to somebody who reads meanwhile', async () => {
    const [old, next] = ['a'.repeat(200_000), 'b'.repeat(200_000)]
    await save(path, old)
    let writing = true
    const seen = new Set<string>()
    const reading = (async () => {
      while (writing) seen.add(await open(path))
    })()
    for (let round = 0; round < 10; round++) await save(path, round % 2 ? old : next)
    writing = false
    await reading
    expect([...seen].filter((text) => text !== old && text !== next)).toEqual([])
    expect(existsSync(path)).toBe(true)
  })

  it('writes bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    await save(path, bytes)
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
  })
})

describe('a file in pieces', () => {
  it('bears its name only when it is whole', async () => {
    writeFileSync(path, 'old')
    const file = await grow(path)
    await file.add('one, ')
    await file.add(Uint8Array.of(116, 119, 111))
    expect(readFileSync(path, 'utf8')).toBe('old')
    await file.finish()
    expect(readFileSync(path, 'utf8')).toBe('one, two')
    expect(readdirSync(folder)).toEqual([file.name])
  })

  it('leaves nothing behind when it is dropped, however often', async () => {
    const file = await grow(path)
    await file.add('one')
    await file.drop()
    await file.drop()
    expect(readdirSync(folder)).toEqual([])
    await expect(file.add('two')).rejects.toMatchObject({ name: 'ProblemError' })
  })
})

describe('making a folder', () => {
  it('makes those above it too, and is content with one that is there', async () => {
    const deep = join(folder, 'a', 'b')
    await makeFolder(deep)
    await makeFolder(deep)
    expect(statSync(deep).isDirectory()).toBe(true)
  })

  it('takes a link to a folder for one', async () => {
    mkdirSync(join(folder, 'target'))
    symlinkSync('target', path)
    await makeFolder(join(path, 'x'))
    expect(statSync(join(folder, 'target', 'x')).isDirectory()).toBe(true)
  })

  it.runIf(process.platform === 'linux')('ends where the system has no room for any', async () => {
    await expect(makeFolder('/proc/none/x')).rejects.toMatchObject({ code: 'folder-missing' })
  })

  it('says so when a file is in the way', async () => {
    await expect(makeFolder(holding(''))).rejects.toMatchObject({ code: 'folder-is-file', values: { file: path } })
    await expect(makeFolder(join(path, 'x'))).rejects.toMatchObject({ code: 'folder-missing' })
  })
})
