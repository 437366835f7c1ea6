import { applyPalette, GIFEncoder, quantize } from 'gifenc'
import type { Figure } from '../figure'
import type { Look } from '../plots/look'
import { openStudio, type PictureOptions } from './studio'

export interface GifOptions extends PictureOptions {
  /** Milliseconds each frame is shown; the last one five times as long. */
  readonly delay: number
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** The most a GIF can have. */
const most = 256

/** The look's colours of what is told apart by its colour, red, green, blue: a palette must have them exactly. */
export function markColours({
  card,
  ink,
  accent,
  curve,
  tangent,
  secant,
  point,
  decrease,
  increase,
  runs
}: Look): number[][] {
  const named = [
    card,
    ink,
    accent,
    curve,
    tangent,
    secant,
    point,
    decrease,
    increase,
    ...runs.map(({ colour }) => colour)
  ]
  return [...new Set(named)].map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))
}

/** The bytes of an animated GIF of `frames`, repeated for ever. Throws the signal's reason when cancelled. */
export async function gifOf(frames: readonly Figure[], options: GifOptions): Promise<Uint8Array> {
  const studio = openStudio(options, true)
  const total = frames.length
  try {
    // One palette for all frames: with a palette of its own each frame would flicker.
    const palette = await paletteOf(frames, options.look, async (figure) => pixels(await studio.draw(figure)))
    const encoder = GIFEncoder()
    for (const [index, figure] of frames.entries()) {
      options.signal?.throwIfAborted()
      const { data, width, height } = pixels(await studio.draw(figure))
      const delay = index === total - 1 ? 5 * options.delay : options.delay
      encoder.writeFrame(applyPalette(data, palette), width, height, {
        delay,
        ...(index === 0 ? { palette, repeat: 0 } : {})
      })
      options.progress?.(index + 1, total)
      // The page stays alive in between.
      await new Promise((resolve) => setTimeout(resolve))
    }
    encoder.finish()
    return encoder.bytes()
  } finally {
    studio.close()
  }
}

function pixels(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('A canvas lost its context')
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** The colours of the marks, and those of the first, the middle and the last frame. */
async function paletteOf(
  frames: readonly Figure[],
  look: Look,
  draw: (figure: Figure) => Promise<ImageData>
): Promise<number[][]> {
  const chosen = [...new Set([0, frames.length >> 1, frames.length - 1])]
  const parts: Uint8ClampedArray[] = []
  for (const index of chosen) parts.push((await draw(frames[index] as Figure)).data)
  const all = new Uint8ClampedArray(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  const exact = markColours(look)
  return [...exact, ...quantize(all, most - exact.length)]
}
