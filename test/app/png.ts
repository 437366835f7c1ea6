import { inflateSync } from 'node:zlib'

/** A decoded picture: `pixels` has red, green and blue of each pixel, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Part of a picture, in its pixels. */
export interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Reads a PNG of 8 bits a channel, RGB or RGBA, not interlaced: what Chromium writes. */
export function pictureIn(png: Buffer): Picture {
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('Not a PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, colour, , , interlaced] = png.subarray(24, 29)
  const channels = { 2: 3, 6: 4 }[colour ?? 0]
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('A PNG of another kind')
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const raw = inflateSync(Buffer.concat(data))
  unfilter(raw, width * channels, height, channels)
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++) {
    let from = y * (width * channels + 1) + 1
    for (let x = 0; x < width; x++, from += channels) {
      pixels[to++] = raw[from] as number
      pixels[to++] = raw[from + 1] as number
      pixels[to++] = raw[from + 2] as number
    }
  }
  return { width, height, pixels }
}

/** Undoes the prediction of every row (PNG specification, section 9), in place. `bytes`: of a row. */
function unfilter(raw: Buffer, bytes: number, height: number, channels: number): void {
  for (let y = 0; y < height; y++) {
    const row = y * (bytes + 1) + 1
    const filter = raw[row - 1] as number
    if (filter === 0) continue
    for (let i = 0; i < bytes; i++) {
      const left = i < channels ? 0 : (raw[row + i - channels] as number)
      const up = y === 0 ? 0 : (raw[row + i - bytes - 1] as number)
      const corner = i < channels || y === 0 ? 0 : (raw[row + i - bytes - 1 - channels] as number)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] as number
      raw[row + i] = ((raw[row + i] as number) + guess) & 255
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** How often each colour, as 0xrrggbb, is in a picture or in a part of it. */
export type Colours = ReadonlyMap<number, number>

export function coloursIn({ width, height, pixels }: Picture, part: Part = { x: 0, y: 0, width, height }): Colours {
  const counts = new Map<number, number>()
  for (let y = part.y; y < part.y + part.height; y++) {
    let at = (y * width + part.x) * 3
    for (let x = 0; x < part.width; x++, at += 3) {
      const [red, green, blue] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number]
      const colour = (red << 16) | (green << 8) | blue
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  return counts
}

/** Which share of the pixels is not of the commonest colour: 0 for an empty picture. */
export function inkOf(colours: Colours): number {
  const counts = [...colours.values()]
  return 1 - Math.max(...counts) / counts.reduce((sum, count) => sum + count, 0)
}

/** How many pixels have a colour, `#rrggbb`, or one so near that the eye takes it for the same. */
export function pixelsOf(hex: string, colours: Colours): number {
  const wanted = Number.parseInt(hex.slice(1), 16)
  const isNear = (colour: number) =>
    [16, 8, 0].every((shift) => Math.abs(((colour >> shift) & 255) - ((wanted >> shift) & 255)) <= 12)
  return [...colours].reduce((sum, [colour, count]) => (isNear(colour) ? sum + count : sum), 0)
}
