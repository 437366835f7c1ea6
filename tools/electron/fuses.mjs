import { closeSync, openSync, readSync, writeSync } from 'node:fs'

/**
 * Electron's fuses: switches written into the executable itself. After a fixed text stand the version of the
 * layout, the number of fuses and one character for each (electron/electron, docs/tutorial/fuses.md).
 */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const LAYOUT = 1
const POSITION = {
  runAsNode: 0,
  cookieEncryption: 1,
  nodeOptions: 2,
  nodeCliInspect: 3,
  asarIntegrity: 4,
  onlyLoadAppFromAsar: 5,
  browserSnapshot: 6,
  fileProtocolPrivileges: 7
}
const CHUNK = 1 << 24
/** Longer than the sentinel and all fuses, so that none is cut by the end of a chunk. */
const OVERLAP = 64

/**
 * Sets fuses of an Electron executable. Throws when it has no fuses, or not those.
 * @param {string} executable
 * @param {Partial<Record<keyof typeof POSITION, boolean>>} fuses
 */
export function setFuses(executable, fuses) {
  const descriptor = openSync(executable, 'r+')
  const bytes = Buffer.alloc(CHUNK + OVERLAP)
  try {
    for (let start = 0; ; start += CHUNK) {
      const count = readSync(descriptor, bytes, 0, bytes.length, start)
      if (count === 0) throw new Error(`${executable}: no fuses`)
      const found = bytes.subarray(0, count).indexOf(SENTINEL)
      if (found < 0) continue
      const layout = found + SENTINEL.length
      if (bytes[layout] !== LAYOUT) throw new Error(`${executable}: fuses of an unknown layout: ${bytes[layout]}`)
      const length = bytes.readUInt8(layout + 1)
      for (const [name, on] of Object.entries(fuses)) {
        const position = POSITION[/** @type {keyof typeof POSITION} */ (name)]
        if (position >= length) throw new Error(`${executable}: no fuse ${name}`)
        writeSync(descriptor, on ? '1' : '0', start + layout + 2 + position)
      }
      return
    }
  } finally {
    closeSync(descriptor)
  }
}
