import type { Figure } from '../figure'
import { openStudio, type PictureOptions } from './studio'

/** The bytes of a PNG of `figure`: `width` × `height` CSS pixels, times `scale`. */
export async function pngOf(figure: Figure, options: PictureOptions): Promise<Uint8Array> {
  const studio = openStudio(options)
  try {
    const canvas = await studio.draw(figure)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error(`No PNG of ${canvas.width} × ${canvas.height} pixels`)
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    studio.close()
  }
}
