import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'

// Offsets and signatures: PKWARE's APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end).
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06')
const LONGEST_END = 22 + 65535
const DEFLATED = 8

/**
 * Unpacks entries of the zip archive `file` into `folder`. `place(name)` says where an entry goes below the
 * folder, or null to leave it out. Entries are checked against their CRC-32 and may not leave the folder.
 * Archives over 4 GB (zip64) are not read.
 * @param {string} file
 * @param {string} folder
 * @param {(name: string) => string | null} place
 */
export function unzip(file, folder, place) {
  const descriptor = openSync(file, 'r')
  /** @param {number} position @param {number} length */
  const read = (position, length) => {
    const bytes = Buffer.alloc(length)
    const count = readSync(descriptor, bytes, 0, length, position)
    return bytes.subarray(0, count)
  }
  try {
    for (const entry of directory(read, fstatSync(descriptor).size)) {
      const target = place(entry.name)
      if (target === null || target.endsWith('/')) continue
      const path = resolve(folder, target)
      if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${file}: entry outside the folder: ${entry.name}`)
      const header = read(entry.position, 30)
      const packed = read(entry.position + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packedSize)
      const bytes = entry.method === DEFLATED ? inflateRawSync(packed) : packed
      if (crc32(bytes) !== entry.crc) throw new Error(`${file}: damaged entry: ${entry.name}`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes, { mode: entry.executable ? 0o755 : 0o644 })
    }
  } finally {
    closeSync(descriptor)
  }
}

/**
 * @param {(position: number, length: number) => Buffer} read
 * @param {number} size
 */
function* directory(read, size) {
  const tail = read(Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
  const end = tail.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0) throw new Error('not a zip archive')
  const rows = read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  let row = 0
  for (let left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = rows.readUInt16LE(row + 28)
    yield {
      name: rows.toString('utf8', row + 46, row + 46 + nameLength),
      method: rows.readUInt16LE(row + 10),
      crc: rows.readUInt32LE(row + 16),
      packedSize: rows.readUInt32LE(row + 20),
      // The upper half of the external attributes is the Unix mode.
      executable: ((rows.readUInt32LE(row + 38) >>> 16) & 0o111) !== 0,
      position: rows.readUInt32LE(row + 42)
    }
    row += 46 + nameLength + rows.readUInt16LE(row + 30) + rows.readUInt16LE(row + 32)
  }
}
