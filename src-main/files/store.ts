import { randomBytes } from 'node:crypto'
import { constants, createReadStream, type Stats } from 'node:fs'
import {
  access,
  type FileHandle,
  lstat,
  mkdir,
  open as openHandle,
  readdir,
  readlink,
  rename,
  rm,
  stat
} from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { ProblemError } from '@shared/problem'
import { readProblem, writeProblem } from './system-errors'

const megabyte = 1024 * 1024
const mostMegabytes = 20

// Windows has no such flag, and no named pipes in the file system either.
const withoutBlocking = constants.O_NONBLOCK ?? 0

/**
 * The text of a session file, without its byte order mark. Everything is asked of the opened file, not of its
 * name, so that nothing can be exchanged in between; a named pipe is opened without waiting for its writer.
 * Throws a ProblemError: missing, not allowed, a folder, not a regular file, over 20 MB, not UTF-8.
 */
export async function open(path: string): Promise<string> {
  const file = basename(path)
  let handle: FileHandle | undefined
  try {
    handle = await openHandle(path, constants.O_RDONLY | withoutBlocking)
    const status = await handle.stat()
    if (status.isDirectory()) throw new ProblemError('file-is-folder', { file })
    if (!status.isFile()) throw new ProblemError('file-not-regular', { file })
    if (status.size > mostMegabytes * megabyte) throw tooLarge(file)
    return utf8(await bytes(handle, file), file)
  } catch (error) {
    throw error instanceof ProblemError ? error : readProblem(error, file)
  } finally {
    await handle?.close()
  }
}

/** Reads to the end, which may have moved since the size was asked. */
async function bytes(handle: FileHandle, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of handle.createReadStream({ autoClose: false })) {
    length += chunk.length
    if (length > mostMegabytes * megabyte) throw tooLarge(file)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function utf8(content: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw new ProblemError('file-not-text', { file })
  }
}

/** Refuses a text that `open` would refuse, being too long: what is saved can be opened again. */
export function expectReadable(text: string, file: string): void {
  if (Buffer.byteLength(text) > mostMegabytes * megabyte) throw tooLarge(file)
}

const tooLarge = (file: string) => new ProblemError('file-too-large', { file, megabytes: mostMegabytes })

/**
 * Replaces the file of this name, or makes it, in one step: whatever happens, the name holds either the old
 * contents or the new, whole. The contents go to a new file beside it, onto the disk, and then take over the name
 * with the old file's owner and permissions. A symbolic link of this name stays, and the file it names is replaced,
 * or made. A file with other names, or of somebody who would lose it to a new one, is written into. Throws a
 * ProblemError.
 */
export async function save(path: string, content: string | Uint8Array): Promise<void> {
  const file = await grow(path)
  try {
    await file.add(content)
    await file.finish()
  } catch (error) {
    // Whether or not it can be removed, what the user hears about is the first refusal.
    await file.drop()
    throw error
  }
}

/** A file on its way to the disk, piece by piece: nothing bears its name before it is whole. All throw a ProblemError. */
export interface GrowingFile {
  /** Without folder. */
  readonly name: string
  add(content: string | Uint8Array): Promise<void>
  /** The whole of it takes over the name. */
  finish(): Promise<void>
  /** It is not wanted any more. Never throws. */
  drop(): Promise<void>
}

/** Begins a file that will be saved as by `save`, in pieces. */
export async function grow(path: string): Promise<GrowingFile> {
  const name = basename(path)
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      throw error instanceof ProblemError ? error : writeProblem(error, name)
    }
  }
  const target = await attempt(() => linked(path))
  const temporary = join(dirname(target), `.gradient-lab-${randomBytes(6).toString('hex')}.tmp`)
  const { handle, isAlike } = await attempt(async () => created(temporary, await replaceable(target, name)))
  let isOpen = true
  const close = async () => {
    if (isOpen) await handle.close()
    isOpen = false
  }
  return {
    name,
    add: (content) => attempt(() => handle.writeFile(content)),
    finish: () =>
      attempt(async () => {
        await handle.sync()
        await close()
        if (isAlike) await rename(temporary, target)
        else {
          // By another name: what is left of it after an interruption may be all there is.
          const copy = temporary.replace(/tmp$/, 'copy')
          await rename(temporary, copy)
          await settle(dirname(target))
          await overwrite(target, copy)
          await rm(copy, { force: true })
        }
        await settle(dirname(target))
        await sweep(dirname(target))
      }),
    async drop() {
      await close().catch(() => undefined)
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  }
}

/** After so many milliseconds in which nothing was added, a file on its way was left behind. */
const abandonedAfter = 24 * 60 * 60 * 1000
/** The folders that this start has looked through. */
const swept = new Set<string>()

/** Removes what saves that were killed have left in a folder, once a start. Never throws: it is nobody's errand. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => /^\.gradient-lab-[0-9a-f]{12}\.tmp$/.test(one))) {
    const left = join(folder, name)
    const status = await lstat(left).catch(() => null)
    if (!status?.isFile() || Date.now() - status.mtimeMs < abandonedAfter) continue
    if (status.uid === (process.getuid?.() ?? status.uid)) await rm(left, { force: true }).catch(() => undefined)
  }
}

/** Makes the folder at `path` and those above it, as far as they are missing. Throws a ProblemError. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeFolders(resolve(path))
  } catch (error) {
    throw writeProblem(error, path)
  }
}

/**
 * What mkdir's own `recursive` does, except that this ends: where a system refuses a folder by saying that the one
 * above is missing, as Linux does in /proc, mkdir goes on making the one above for ever.
 */
async function makeFolders(path: string): Promise<void> {
  const refusal = await mkdir(path).catch((error: NodeJS.ErrnoException) => error)
  if (refusal?.code === 'EEXIST' && (await stat(path)).isDirectory()) return
  if (refusal?.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolders(dirname(path))
    await mkdir(path)
  } else if (refusal) throw refusal
  await settle(dirname(path))
}

/** Links that lead on to links, before it is certain that they lead nowhere: as many as Linux follows. */
const mostLinks = 40

/** The file that `path` stands for: what a symbolic link names, whether or not there is such a file yet. */
async function linked(path: string): Promise<string> {
  let place = path
  for (let links = 0; links < mostLinks; links++) {
    const target = await readlink(place).catch(() => null)
    if (target === null) return place
    // Not made shorter here: what `..` means in a link depends on where its folders really are.
    place = isAbsolute(target) ? target : dirname(place) + sep + target
  }
  throw new ProblemError('file-link-circular', { file: basename(path) })
}

/** The regular file that is about to be replaced; null when there is none. */
async function replaceable(path: string, file: string): Promise<Stats | null> {
  const old = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!old) return null
  if (old.isDirectory()) throw new ProblemError('file-is-folder', { file })
  if (!old.isFile()) throw new ProblemError('file-not-regular', { file })
  // Renaming over a write-protected file would succeed: the protection is respected here.
  await access(path, constants.W_OK)
  return old
}

/**
 * A new file at `path`, with owner and permissions of the old one. `isAlike`: it can take the place of that, which has
 * no other name, and whose owner the system let it have.
 */
async function created(path: string, old: Stats | null): Promise<{ handle: FileHandle; isAlike: boolean }> {
  const mode = old ? old.mode & 0o777 : undefined
  const handle = await openHandle(path, 'wx', mode)
  try {
    const isAlike = old === null || (old.nlink === 1 && (await isOwnedLike(handle, old)))
    // Before the contents: those of a private file are never open to others, and the system's mask does not count.
    if (mode !== undefined) await handle.chmod(mode)
    return { handle, isAlike }
  } catch (error) {
    await handle.close()
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}

async function isOwnedLike(handle: FileHandle, { uid, gid }: Stats): Promise<boolean> {
  const own = await handle.stat()
  if (own.uid === uid && own.gid === gid) return true
  return handle.chown(uid, gid).then(
    () => true,
    () => false
  )
}

/** Writes into a file. Should that be interrupted, `temporary` holds all of it. */
async function overwrite(path: string, temporary: string): Promise<void> {
  const handle = await openHandle(path, constants.O_WRONLY | constants.O_TRUNC)
  try {
    for await (const piece of createReadStream(temporary)) await handle.writeFile(piece)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts the renaming itself onto the disk, where the system lets a folder be opened. */
async function settle(folder: string): Promise<void> {
  const handle = await openHandle(folder, 'r').catch(() => null)
  if (!handle) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}
