/** What a GIF says about itself. */
export interface Animation {
  readonly version: string
  readonly width: number
  readonly height: number
  /** How often it is repeated, 0 for always; null: shown once. */
  readonly repeats: number | null
  /** Of each frame: how long it is shown, in milliseconds, where it lies, and its compressed pixels. */
  readonly frames: readonly { readonly delay: number; readonly box: readonly number[]; readonly data: Buffer }[]
}

/** Reads the blocks of a GIF (GIF89a specification) to its trailer; throws if they are not as they should be. */
export function animationIn(gif: Buffer): Animation {
  const packed = gif.readUInt8(10)
  let at = 13 + colourTable(packed)
  let delay = 0
  let repeats: number | null = null
  const frames: { delay: number; box: number[]; data: Buffer }[] = []

  /** The sub-blocks that begin at `at`, joined. */
  const blocks = (): Buffer => {
    const parts: Buffer[] = []
    for (let size = gif.readUInt8(at); size > 0; size = gif.readUInt8(at)) {
      parts.push(gif.subarray(at + 1, at + 1 + size))
      at += 1 + size
    }
    at++
    return Buffer.concat(parts)
  }

  for (;;) {
    const kind = gif.readUInt8(at)
    if (kind === 0x3b) break
    if (kind === 0x21) {
      const label = gif.readUInt8(at + 1)
      at += 2
      const content = blocks()
      if (label === 0xf9) delay = content.readUInt16LE(1) * 10
      if (label === 0xff && content.toString('latin1', 0, 11) === 'NETSCAPE2.0') repeats = content.readUInt16LE(12)
    } else if (kind === 0x2c) {
      const box = [1, 3, 5, 7].map((offset) => gif.readUInt16LE(at + offset))
      at += 10 + colourTable(gif.readUInt8(at + 9)) + 1
      frames.push({ delay, box, data: blocks() })
    } else throw new Error(`No block of a GIF: ${kind} at ${at}`)
  }
  return {
    version: gif.toString('latin1', 0, 6),
    width: gif.readUInt16LE(6),
    height: gif.readUInt16LE(8),
    repeats,
    frames
  }
}

/** Bytes of the colour table that a packed field announces. */
const colourTable = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)
